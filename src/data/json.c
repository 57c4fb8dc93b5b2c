/* Strings are copied in runs between the bytes that need an escape. */
#include "data/json.h"

#include <math.h>
#include <stdio.h>

#include "data/code.h"

static void
begin_value(struct json *j)
{
	if (j->comma)
		buf_byte(j->out, ',');
	j->comma = true;
}

void
json_open(struct json *j, char bracket)
{
	begin_value(j);
	buf_byte(j->out, bracket);
	j->comma = false;
}

void
json_close(struct json *j, char bracket)
{
	buf_byte(j->out, bracket);
	j->comma = true;
}

static void
put_code(struct buf *out, uint32_t code)
{
	static const char letters[] = "btn?fr"; /* from 8 on; 11 has no letter */

	if (code == '"' || code == '\\')
		buf_printf(out, "\\%c", (char)code);
	else if (code >= 8 && code <= 13 && code != 11)
		buf_printf(out, "\\%c", letters[code - 8]);
	else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || utf8_is_directing(code))
		buf_printf(out, "\\u%04x", code);
	else
		buf_code(out, code);
}

static bool
is_safe(char c)
{
	return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
}

static void
put_string(struct buf *out, struct str s)
{
	size_t bytes;

	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i += bytes) {
		for (bytes = 0; i + bytes < s.n && is_safe(s.p[i + bytes]); bytes++)
			;
		if (bytes != 0) {
			buf_str(out, str_cut(s, i, i + bytes));
			continue;
		}
		put_code(out, code_at(s, i, &bytes));
	}
	buf_byte(out, '"');
}

void
json_key_str(struct json *j, struct str key)
{
	begin_value(j);
	put_string(j->out, key);
	buf_byte(j->out, ':');
	j->comma = false;
}

void
json_key(struct json *j, const char *key)
{
	json_key_str(j, str_of(key));
}

void
json_str(struct json *j, struct str s)
{
	begin_value(j);
	put_string(j->out, s);
}

void
json_int(struct json *j, long n)
{
	begin_value(j);
	buf_printf(j->out, "%ld", n);
}

/* printf obeys the locale: whatever stands between the digits becomes a point. */
void
json_decimal(struct json *j, double x)
{
	char digits[400];
	size_t n = 0;
	int most;

	begin_value(j);
	if (!isfinite(x)) {
		buf_text(j->out, "null");
		return;
	}
	most = snprintf(digits, sizeof(digits), "%.6f", x);
	for (int i = 0; i < most; i++) {
		if (digits[i] == '-' || byte_is_digit(digits[i]))
			digits[n++] = digits[i];
		else if (digits[n - 1] != '.')
			digits[n++] = '.';
	}
	while (digits[n - 1] == '0')
		n--;
	if (digits[n - 1] == '.')
		n--;
	buf_str(j->out, (struct str){ digits, n });
}

void
json_bool(struct json *j, bool b)
{
	begin_value(j);
	buf_text(j->out, b ? "true" : "false");
}

void
json_strs(struct json *j, const char *key, const struct strs *list)
{
	if (list->n == 0)
		return;
	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < list->n; i++)
		json_str(j, list->at[i]);
	json_close(j, ']');
}

void
json_field(struct json *j, const char *key, struct str s)
{
	if (s.n == 0)
		return;
	json_key(j, key);
	json_str(j, s);
}

void
json_number(struct json *j, const char *key, long n)
{
	if (n == 0)
		return;
	json_key(j, key);
	json_int(j, n);
}

void
json_flag(struct json *j, const char *key, bool b)
{
	if (!b)
		return;
	json_key(j, key);
	json_bool(j, true);
}

void
json_end(struct json *j)
{
	json_close(j, '}');
	buf_byte(j->out, '\n');
}
