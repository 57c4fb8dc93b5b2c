/* The header: title, standfirst, where it comes from, topics and tags, the reader's notes. */
#include "data/edtf.h"
#include "render/export.h"

/* One more thing on a line of several, with a dot between; on the next line if it
   does not fit whole. */
static void
item_of_line(struct layout *l, struct str s, enum role r)
{
	const struct str dot = sign(l, SIGN_DOT);
	int used = 0;

	if (s.n == 0)
		return;
	for (size_t i = l->pieces.n; i > 0 && !l->pieces.at[i - 1].line_break; i--)
		used += glyph_cols(l->pieces.at[i - 1].text);
	if (used + glyph_cols(dot) + glyph_cols(s) > l->cols && l->pieces.n != 0)
		vec_push(l->a, &l->pieces)->line_break = true;
	else if (l->pieces.n != 0)
		piece_sign(l, dot, ROLE_META);
	piece_sign(l, s, r);
}

static struct str
with_word(struct layout *l, const char *word, struct str s)
{
	struct buf b = buf_new(l->a);

	if (s.n == 0)
		return s;
	buf_text(&b, word);
	buf_str(&b, s);
	return buf_view(&b);
}

/* 230 words of six bytes, or 460 signs of three, are about a minute's reading; what takes no more
   needs no number. */
static struct str
reading_time(struct layout *l)
{
	const size_t bytes_a_minute = 1380;
	const size_t minutes = (l->b->body.n + bytes_a_minute / 2) / bytes_a_minute;
	struct buf b = buf_new(l->a);

	if (minutes > 1)
		buf_printf(&b, "%zu min read", minutes);
	return buf_view(&b);
}

static void
meta(struct layout *l)
{
	const struct strs parts = source_line(l->a, &l->b->source);
	const struct str published = edtf_show(l->a, l->b->source.published);

	for (size_t i = 0; i < parts.n; i++)
		item_of_line(l, parts.at[i],
		    published.n != 0 && str_ends(parts.at[i], published) ? ROLE_DATE
									 : ROLE_META);
	item_of_line(l, reading_time(l), ROLE_META);
	if (l->pieces.n != 0)
		flow(l);
}

static void
topics(struct layout *l)
{
	for (size_t i = 0; i < l->b->topics.n; i++)
		item_of_line(l, l->b->topics.at[i], ROLE_TAG);
	for (size_t i = 0; i < l->b->tags.n; i++)
		item_of_line(l, with_word(l, "#", l->b->tags.at[i]), ROLE_NOTE);
	if (l->pieces.n != 0)
		flow(l);
}

static void
note(struct layout *l, struct str text, long para)
{
	const int left = l->left;

	margin_push(
	    l, (struct margin){ .rest = sign(l, SIGN_NOTE), .rest_role = ROLE_NOTE }, 2);
	l->para = (int32_t)para;
	while (text.n != 0) {
		piece_text(l, str_line(&text), ROLE_NOTE, SIZE_MAX);
		if (text.n == 0)
			piece_para(l, para);
		flow(l);
	}
	l->para = 0;
	margin_pop(l, left);
}

static void
notes(struct layout *l)
{
	if (l->b->notes_text.n != 0 || l->b->notes.n != 0)
		line_gap(l);
	note(l, l->b->notes_text, 0);
	for (size_t i = 0; i < l->b->notes.n; i++)
		note(l, l->b->notes.at[i].text, l->b->notes.at[i].para);
}

void
pane_header(struct layout *l)
{
	const struct brief *b = l->b;

	if (b->title.n != 0) {
		piece_text(l, b->title, ROLE_TITLE, 0);
		flow(l);
	}
	if (b->dek.n != 0) {
		piece_text(l, b->dek, ROLE_DEK, 0);
		flow(l);
	}
	meta(l);
	topics(l);
	notes(l);
}
