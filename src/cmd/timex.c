/* timex: expressions of time with their places in code points of the file's own text. */
#include "digest/timex.h"

#include "base/file.h"
#include "cmd/intake.h"
#include "data/edtf.h"
#include "data/json.h"
#include "text/utf8.h"

/* Bytes to code points, going forward only. */
struct counter {
	struct str text;
	size_t byte;
	long code;
};

static long
code_at(struct counter *k, size_t byte)
{
	k->code += (long)utf8_count(str_cut(k->text, k->byte, byte));
	k->byte = byte;
	return k->code;
}

static void
put_timex(struct call *c, struct counter *k, const struct timex *t)
{
	struct json j = { .out = &c->out };

	json_open(&j, '{');
	json_key(&j, "start");
	json_int(&j, code_at(k, t->at));
	json_key(&j, "end");
	json_int(&j, code_at(k, (size_t)t->at + t->n));
	json_key(&j, "text");
	json_str(&j, str_cut(k->text, t->at, (size_t)t->at + t->n));
	json_key(&j, "type");
	json_str(&j, str_of(timex_type_names[t->type]));
	json_key(&j, "value");
	json_str(&j, str_of(t->value));
	json_field(&j, "edtf", str_of(t->edtf));
	json_key(&j, "rule");
	json_str(&j, str_of(t->rule));
	json_close(&j, '}');
	buf_byte(&c->out, '\n');
}

static bool
read_dct(struct call *c, struct civil *dct, const struct civil **out)
{
	struct edtf date;

	*out = NULL;
	if (c->value[OPTION_DCT] == NULL)
		return true;
	if (!edtf_parse(str_of(c->value[OPTION_DCT]), &date) || date.grain < EDTF_DAY ||
	    date.no_year) {
		(void)call_usage(
		    c, "'%s' is no day; write it as 2019-07-01", c->value[OPTION_DCT]);
		return false;
	}
	*dct = civil_of(date.from);
	*out = dct;
	return true;
}

int
cmd_timex(struct call *c)
{
	struct counter k = { 0 };
	struct tokens tokens;
	struct timexes found;
	struct civil day;
	const struct civil *dct;
	const char *language = c->value[OPTION_LANG];

	if (c->arg_count != 1)
		return call_usage(c, "timex needs one file, or - for the standard input");
	if (!read_dct(c, &day, &dct) ||
	    !file_read(c->a, c->args[0], INPUT_MOST, &k.text, c->d))
		return EXIT_TROUBLE;
	tokens = tokens_of(c->a, k.text);
	found = timex_find(
	    c->a, &tokens, dct, language == NULL ? STR("en") : str_of(language));
	for (size_t i = 0; i < found.n; i++)
		put_timex(c, &k, &found.at[i]);
	return found.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}
