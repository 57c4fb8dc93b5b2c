/* A fuzz target without its fuzzer: every file named is one input, so what it found once stays mended. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
main(int argc, char **argv)
{
	enum { MOST = 1 << 16 };

	for (int i = 1; i < argc; i++) {
		uint8_t *bytes = malloc(MOST);
		FILE *f = fopen(argv[i], "rb");

		if (f == NULL || bytes == NULL)
			return perror(argv[i]), 1;
		(void)LLVMFuzzerTestOneInput(bytes, fread(bytes, 1, MOST, f));
		fclose(f);
		free(bytes);
	}
	printf("%d passed, 0 failed\n", argc - 1);
	return 0;
}
