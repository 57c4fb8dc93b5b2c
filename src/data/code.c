/* What stands where in a YAML file. */
#include "data/code.h"

uint32_t
code_at(struct str s, size_t at, size_t *bytes)
{
	struct str rest = str_cut(s, at, s.n);
	const uint32_t code = utf8_next(&rest);

	*bytes = s.n - at - rest.n;
	return code;
}

bool
code_is_yaml(uint32_t code)
{
	return (code >= 0x20 && code < 0x7f) || code == '\t' || code == '\n' ||
	       code == '\r' || code == 0x85 ||
	       (code >= 0xa0 && code != 0xfeff && code != 0xfffe && code != 0xffff);
}
