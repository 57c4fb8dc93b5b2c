/*
 * The brief put together: what the article says of itself, then what is found in it.
 */
#include "digest/digest.h"

#include "base/vec.h"
#include "data/edtf.h"
#include "digest/event.h"
#include "digest/names.h"
#include "digest/reading.h"
#include "digest/summary.h"
#include "digest/timex.h"
#include "digest/topics.h"
#include "digest/why.h"
#include "text/utf8.h"

enum { TOPICS_MOST = 8, KEYWORDS_MOST = 6, TAGS_MOST = 12, KEYWORD_BYTES = 40 };

/* The day it was published, if that is known to the day. */
static bool
published_day(struct str published, struct civil *out)
{
	struct edtf date;

	if (!edtf_parse(published, &date) || date.grain < EDTF_DAY || date.no_year)
		return false;
	*out = civil_of(date.from);
	return true;
}

static void
add_timeline(struct arena *a, const struct reading *r, struct brief *out, struct str file,
    struct diags *d)
{
	struct civil day;
	const bool dated = published_day(out->source.published, &day);
	struct timexes times;

	if (out->source.published.n == 0)
		say(d, SAY_NO_DATE, (struct place){ .file = file },
		    "no publication date in '" STR_FMT "'; give one with --published",
		    STR_ARG(out->title));
	times = timex_find(a, &r->tokens, dated ? &day : NULL, r->language);
	events_find(a, r, &times, dated ? &day : NULL, out);
}

static void
add_related(struct arena *a, const struct article *in, struct brief *out)
{
	for (size_t i = 0; i < in->related.n; i++)
		*vec_push(a, &out->related) =
		    (struct link){ .title = in->related.at[i].title,
			    .url = in->related.at[i].url };
}

static struct str
commonmark(struct arena *a, const struct doc *body, size_t bytes)
{
	struct buf out = buf_new(a);

	buf_room(&out, bytes + bytes / 8 + 64); /* marks and escapes: seldom more */
	doc_commonmark(body, &out);
	return buf_view(&out);
}

static bool
is_listed(const struct strs *list, struct str word)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq_nocase(list->at[i], word))
			return true;
	return false;
}

/* The article's own keywords come before ours; those of a web page, which are for machines,
   only when its text has them. */
static void
add_keywords(
    struct arena *a, const struct article *in, const struct reading *r, struct brief *out)
{
	const struct strs ours = out->topics;
	const size_t most = in->tagged ? TAGS_MOST : KEYWORDS_MOST;
	const struct str text =
	    in->keywords.n == 0 || in->tagged ? STR_NIL : utf8_lower(a, r->text);
	struct strs all = { 0 };

	for (size_t i = 0; i < in->keywords.n && all.n < most; i++) {
		struct str word = str_trim(in->keywords.at[i]);

		while (word.n != 0 && word.p[0] == '#')
			word = str_cut(word, 1, word.n);
		if (word.n != 0 && word.n <= KEYWORD_BYTES && !is_listed(&all, word) &&
		    (in->tagged || str_has(text, utf8_lower(a, word))))
			*vec_push(a, &all) = word;
	}
	for (size_t i = 0; i < ours.n && all.n < TOPICS_MOST; i++)
		if (!is_listed(&all, ours.at[i]))
			*vec_push(a, &all) = ours.at[i];
	out->topics = all;
}

struct brief *
digest(struct arena *a, const struct article *in, const struct digest_options *o,
    struct str file, struct diags *d)
{
	struct brief *out = arena_new(a, struct brief);
	const struct reading *r = reading_of(a, in);
	const struct explain x = { o->explain ? d : NULL, file };

	out->format = 1;
	out->title = in->title;
	out->dek = in->dek;
	out->source = in->source;
	out->source.language = r->language;
	out->id = brief_make_id(a, in->title, in->source.published);
	topics_find(a, r, out);
	add_keywords(a, in, r, out);
	summary_find(a, r, o->sentences, &x, out);
	add_timeline(a, r, out, file, d);
	explain_events(&x, out);
	acronyms_find(a, r, out);
	names_find(a, r, &x, out);
	add_related(a, in, out);
	out->body = commonmark(a, in->body, r->text.n);
	return out;
}
