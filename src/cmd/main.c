/* nutgraf [GLOBAL] COMMAND [ARGS] */
#include <stdio.h>

#include "cmd/cmd.h"

int
main(void)
{
	(void)puts("nutgraf " VERSION);
	return EXIT_DONE;
}
