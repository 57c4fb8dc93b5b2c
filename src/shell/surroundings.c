/* What the environment says to the reader. */
#include "shell/surroundings.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "shell/margins.h"

/* The plain locale says nothing about the terminal; today's are UTF-8. */
void
terminal_locale(void)
{
	const char *codes;

	if (setlocale(LC_CTYPE, "") == NULL)
		(void)setlocale(LC_CTYPE, "C");
	codes = nl_langinfo(CODESET);
	if (strcmp(codes, "ANSI_X3.4-1968") == 0)
		(void)setlocale(LC_CTYPE, "C.UTF-8");
}

bool
terminal_may_ask(void)
{
	const char *term = getenv("TERM"), *program = getenv("TERM_PROGRAM");

	return term != NULL &&
	       margins_may_ask(str_of(term), program != NULL ? str_of(program) : STR_NIL);
}

int
terminal_settled_fd(void)
{
	const char *number = getenv("NUTGRAF_SETTLED_FD");
	long fd = -1;

	return number != NULL && str_int(str_of(number), &fd) && fd > 2 && fd < 1024
		   ? (int)fd
		   : -1;
}

const char *
terminal_browser(bool *graphic)
{
	const char *browser = getenv("BROWSER");

	*graphic = getenv("DISPLAY") != NULL || getenv("WAYLAND_DISPLAY") != NULL;
	return browser != NULL && browser[0] != '\0' ? browser : "xdg-open";
}
