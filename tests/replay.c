/* A fuzz target without its fuzzer: every file named is one input, so what it found once stays mended. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
main(int argc, char **argv)
{
	static uint8_t room[1 << 16];

	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");
		const size_t n = f == NULL ? 0 : fread(room, 1, sizeof(room), f);
		uint8_t *bytes =
		    malloc(n + (n == 0)); /* its end is the sanitizer's to watch */

		if (f == NULL || bytes == NULL) {
			perror(argv[i]);
			return 1;
		}
		memcpy(bytes, room, n);
		(void)LLVMFuzzerTestOneInput(bytes, n);
		(void)fclose(f);
		free(bytes);
	}
	printf("%d passed, 0 failed\n", argc - 1);
	return 0;
}
