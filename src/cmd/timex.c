/* timex: expressions of time with their places in code points of the file's own text. */
#include "digest/timex.h"

#include "base/file.h"
#include "base/wire.h"
#include "cmd/intake.h"
#include "cmd/sandbox.h"
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
put_timex(struct buf *out, struct counter *k, const struct timex *t)
{
	struct json j = { .out = out };

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
	json_end(&j);
}

/* In the sandbox: the day, the language and the text; back come the lines. */
static void
serve(void *state, struct arena *a, struct str request, struct buf *answer)
{
	struct wire w = { request, false };
	struct counter k = { 0 };
	struct tokens tokens;
	struct timexes found;
	struct str language;
	struct civil day;
	long dct;
	bool dated;

	(void)state;
	dated = str_int(wire_take_str(&w), &dct);
	language = wire_take_str(&w);
	k.text = w.rest;
	day = civil_of(dated ? dct : 0);
	tokens = tokens_of(a, k.text);
	found = timex_find(a, &tokens, dated ? &day : NULL, language);
	for (size_t i = 0; i < found.n; i++)
		put_timex(answer, &k, &found.at[i]);
}

/* JSON has no control characters; what has is not from serve(). */
static bool
is_lines(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' && s.p[i] != '\n')
			return false;
	return utf8_invalid(s) == STR_NONE;
}

static bool
put_dct(struct call *c, struct buf *head)
{
	struct edtf date;
	struct buf day = buf_new(c->a);

	if (c->value[OPTION_DCT] == NULL) {
		wire_str(head, STR_NIL);
		return true;
	}
	if (!edtf_parse(str_of(c->value[OPTION_DCT]), &date) || date.grain < EDTF_DAY ||
	    date.no_year) {
		(void)call_usage(
		    c, "'%s' is no day; write it as 2019-07-01", c->value[OPTION_DCT]);
		return false;
	}
	buf_printf(&day, "%ld", date.from);
	wire_str(head, buf_view(&day));
	return true;
}

static int
put_answer(struct call *c, struct str answer)
{
	if (!is_lines(answer)) {
		say(c->d, SAY_INPUT_FAULT, (struct place){ .file = str_of(c->args[0]) },
		    "what was read of '%s' makes no sense; it is left out", c->args[0]);
		return EXIT_TROUBLE;
	}
	buf_str(&c->out, answer);
	return answer.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}

int
cmd_timex(struct call *c)
{
	const char *language = c->value[OPTION_LANG];
	struct buf head = buf_new(c->a);
	struct str text, answer;
	struct sandbox s;
	bool ok;

	if (c->arg_count != 1)
		return call_usage(c, "timex needs one file, or - for the standard input");
	if (!put_dct(c, &head) ||
	    !sandbox_open(&s, c, (struct child_task){ NULL, serve, NULL }))
		return EXIT_TROUBLE;
	wire_str(&head, language == NULL ? STR("en") : str_of(language));
	ok = file_read(c->a, c->args[0], INPUT_MOST, &text, c->d) &&
	     sandbox_ask(&s, buf_view(&head), text, str_of(c->args[0]), c->a, &answer);
	sandbox_close(&s);
	return ok ? put_answer(c, answer) : EXIT_TROUBLE;
}
