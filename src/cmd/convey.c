/* A request is the options and the bytes; an answer is messages, a verdict and records. */
#include "cmd/convey.h"

#include "base/sha256.h"
#include "brief/record.h"
#include "cmd/pdf.h"
#include "doc/doc.h"
#include "text/utf8.h"

enum { BRIEF_LEAST = 64, NAME_MOST = 40, HEAD = 8192, HEADERS = 65536 };

/* ---- both ends ---- */

static const size_t hint_at[] = { offsetof(struct article_hints, from),
	offsetof(struct article_hints, charset), offsetof(struct article_hints, title),
	offsetof(struct article_hints, published),
	offsetof(struct article_hints, language), offsetof(struct article_hints, url),
	offsetof(struct article_hints, sha256), offsetof(struct article_hints, file) };

static void
put_options(struct buf *out, const struct convey_options *o)
{
	wire_number(out, (size_t)o->digest.sentences);
	wire_number(out, o->digest.explain);
	wire_number(out, o->again);
	for (size_t i = 0; i < LEN(hint_at); i++)
		wire_str(
		    out, *(const struct str *)(const void *)((const char *)&o->hints +
							     hint_at[i]));
}

static void
take_options(struct wire *w, struct convey_options *o)
{
	*o = (struct convey_options){ .digest = { 0 } };
	o->digest.sentences = (int)wire_take_number(w, 1000000);
	o->digest.explain = wire_take_number(w, 1) != 0;
	o->again = wire_take_number(w, 1) != 0;
	for (size_t i = 0; i < LEN(hint_at); i++)
		*(struct str *)(void *)((char *)&o->hints + hint_at[i]) =
		    wire_take_str(w);
}

/* ---- in the child ---- */

/* A brief says so in its first line that is no comment. */
static bool
is_brief(struct str bytes)
{
	while (bytes.n != 0) {
		const struct str line = str_line(&bytes);

		if (str_starts(line, STR("format:")))
			return true;
		if (line.n != 0 && line.p[0] != '#' && !str_eq(line, STR("---")))
			return false;
	}
	return false;
}

static void
add_digest(struct arena *a, const struct article *article, const struct convey_options *o,
    struct briefs *out, struct diags *d)
{
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
	*vec_push(a, out) = digest(a, article, &o->digest, o->hints.file, d);
}

static bool
read_articles(struct arena *a, struct str bytes, const struct convey_options *o,
    struct briefs *out, struct diags *d)
{
	struct articles articles = { 0 };

	if (!article_read(a, bytes, &o->hints, &articles, d))
		return false;
	for (size_t i = 0; i < articles.n; i++)
		add_digest(a, &articles.at[i], o, out, d);
	return out->n != 0;
}

/* The article that a brief's body is, with what the brief says of it. */
static struct article
article_of(struct arena *a, const struct brief *b)
{
	struct article out = { .title = b->title,
		.dek = b->dek,
		.source = b->source,
		.body = doc_parse(a, b->body) };

	for (size_t i = 0; i < b->related.n; i++)
		if (!b->related.at[i].by_reader)
			*vec_push(a, &out.related) =
			    (struct article_link){ b->related.at[i].title,
				    b->related.at[i].url };
	return out;
}

/* A brief that is digested again keeps what is not found in its body. */
static bool
read_again(struct arena *a, struct str bytes, const struct convey_options *o,
    struct briefs *out, struct diags *d)
{
	if (!brief_read(a, bytes, o->hints.file, out, d))
		return false;
	for (size_t i = 0; i < out->n; i++) {
		const struct brief *old = out->at[i];
		const struct article article = article_of(a, old);
		struct brief *b;

		if (article.body->first == NULL) {
			say(d, SAY_ARTICLE_EMPTY, (struct place){ .file = o->hints.file },
			    "a brief without a body, nothing to digest");
			return false;
		}
		b = digest(a, &article, &o->digest, o->hints.file, d);
		b->id = old->id;
		b->source = old->source;
		b->related = old->related;
		b->body = old->body;
		out->at[i] = b;
	}
	return true;
}

/* True for a brief. */
static bool
read_request(struct arena *a, struct str bytes, const struct convey_options *o,
    struct briefs *out, struct diags *d)
{
	const bool brief = !o->again && o->hints.from.n == 0 && is_brief(bytes);
	bool ok;

	if (brief)
		ok = brief_read(a, bytes, o->hints.file, out, d);
	else if (o->again)
		ok = read_again(a, bytes, o, out, d);
	else
		ok = read_articles(a, bytes, o, out, d);
	if (!ok)
		out->n = 0;
	return brief;
}

static void
serve(void *state, struct arena *a, struct str request, struct buf *answer)
{
	struct wire w = { request, false };
	struct diags d = { .a = a };
	struct briefs briefs = { 0 };
	struct convey_options o;
	bool imported;

	(void)state;
	take_options(&w, &o);
	imported = !w.bad && read_request(a, w.rest, &o, &briefs, &d);
	wire_diags(answer, &d, 0);
	wire_number(answer, imported);
	wire_number(answer, briefs.n);
	for (size_t i = 0; i < briefs.n; i++)
		record_put(answer, briefs.at[i]);
}

static void
prepare(void *state)
{
	const struct convey *v = state;

	for (size_t i = 0; i < v->sets.n; i++)
		utf8_prepare(v->sets.at[i]);
}

/* ---- in the parent ---- */

bool
convey_open(struct convey *v, struct call *c)
{
	v->sets.at = NULL;
	v->sets.n = v->sets.room = 0;
	return sandbox_open(&v->sandbox, c, (struct child_task){ prepare, serve, v });
}

void
convey_close(struct convey *v)
{
	sandbox_close(&v->sandbox);
}

static bool
has_set(const struct convey *v, const char *set)
{
	for (size_t i = 0; i < v->sets.n; i++)
		if (v->sets.at[i] == set)
			return true;
	return false;
}

/* True when the child must be made anew to read this set. */
static bool
add_set(struct convey *v, struct str name)
{
	const char *set = utf8_needs(name);

	if (set == NULL || has_set(v, set))
		return false;
	*vec_push(v->sandbox.call->a, &v->sets) = set;
	return true;
}

static bool
is_name_byte(char c)
{
	return byte_is_letter(c) || byte_is_digit(c) || c == '-' || c == '_';
}

static struct str
name_at(struct str bytes, size_t at)
{
	size_t end;

	while (at < bytes.n && str_has(STR(" =\"':\t"), str_cut(bytes, at, at + 1)))
		at++;
	for (end = at;
	     end < bytes.n && end < at + NAME_MOST && is_name_byte(bytes.p[end]);)
		end++;
	return str_cut(bytes, at, end);
}

static bool
is_mail(struct str head)
{
	return str_starts(head, STR("From ")) || str_has(head, STR("\nContent-T")) ||
	       str_has(head, STR("\ncontent-t"));
}

/* The names that follow "charset", "encoding" and "=?": near the beginning, of mails
   anywhere; and the set that none of them names. */
static bool
add_sets_named(struct convey *v, struct str all)
{
	static const char *const before[] = { "harset", "HARSET", "encoding", "=?" };
	const struct str bytes =
	    is_mail(str_cut(all, 0, HEADERS)) ? all : str_cut(all, 0, HEAD);
	bool more = add_set(v, utf8_guess(all));

	for (size_t i = 0; i < LEN(before); i++) {
		const struct str mark = str_of(before[i]);

		for (size_t at = str_find(bytes, mark, 0); at != STR_NONE;
		     at = str_find(bytes, mark, at + mark.n))
			more = add_set(v, name_at(bytes, at + mark.n)) || more;
	}
	return more;
}

/* What a record cannot know or must not say. */
static void
set_right(struct arena *a, struct brief *b, struct str sha256)
{
	if (b->source.sha256.n != 0 && !brief_sha256_valid(b->source.sha256))
		b->source.sha256 = sha256;
	if (b->id.n == 0)
		b->id = brief_make_id(a, b->title, b->source.published);
}

static bool
take_answer(struct convey *v, struct str answer, const struct convey_options *o,
    struct arena *a, struct briefs *out)
{
	struct wire w = { answer, false };
	struct diags *d = v->sandbox.call->d;

	wire_take_diags(&w, o->hints.file, d);
	v->imported = wire_take_number(&w, 1) != 0;
	for (size_t n = wire_take_count(&w, BRIEF_LEAST); n > 0 && !w.bad; n--) {
		struct brief *b = record_take(a, &w);

		if (b == NULL)
			break;
		set_right(a, b, o->hints.sha256);
		/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
		*vec_push(a, out) = b;
	}
	if (w.bad || w.rest.n != 0) {
		say(d, SAY_INPUT_FAULT, (struct place){ .file = o->hints.file },
		    "what was read of '" STR_FMT "' makes no sense; it is left out",
		    STR_ARG(o->hints.file));
		return false;
	}
	return out->n != 0;
}

bool
convey(struct convey *v, const struct convey_options *given, struct str bytes,
    struct arena *a, struct briefs *out)
{
	struct convey_options o = *given;
	struct buf head = buf_new(a);
	const bool declared = add_set(v, o.hints.charset);
	struct str answer;

	o.hints.sha256 = sha256_hex(a, bytes);
	if (pdf_is(bytes)) {
		if (!pdf_text(v->sandbox.call, bytes, o.hints.file, a, &bytes))
			return false;
		o.hints.from = STR("pdf");
	} else if (add_sets_named(v, bytes) || declared) {
		sandbox_close(&v->sandbox);
	}
	put_options(&head, &o);
	return sandbox_ask(
		   &v->sandbox, buf_view(&head), bytes, o.hints.file, a, &answer) &&
	       take_answer(v, answer, &o, a, out);
}
