/* RFC 4648, section 4. */
#include "shell/terminal.h"

void
base64(struct buf *b, struct str s)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

	for (size_t i = 0; i < s.n; i += 3) {
		const size_t left = s.n - i;
		const unsigned v =
		    (unsigned)(unsigned char)s.p[i] << 16 |
		    (left > 1 ? (unsigned)(unsigned char)s.p[i + 1] << 8 : 0) |
		    (left > 2 ? (unsigned)(unsigned char)s.p[i + 2] : 0);

		buf_byte(b, digits[v >> 18]);
		buf_byte(b, digits[v >> 12 & 63]);
		buf_byte(b, digits[left > 1 ? v >> 6 & 63 : 64]);
		buf_byte(b, digits[left > 2 ? v & 63 : 64]);
	}
}
