/* Names as they stand: runs of capitalised words, joined over small words and marks that names
   hold, then cut where a title, a demonym or a known place ends.  Lines of capitals and
   headings are read last, for what is known already. */
#include "digest/spans.h"

#include "base/vec.h"
#include "digest/words.h"

enum { NAME_LONGEST = 12 }; /* tokens */

struct str
span_text(const struct reading *r, size_t from, size_t to)
{
	const struct token *a = &r->tokens.at[from], *z = &r->tokens.at[to - 1];

	return word_bare(str_cut(r->text, a->at, z->at + z->n));
}

bool
span_is_genitive(const struct span *s, size_t i)
{
	const struct str mark =
	    i < s->end && i > s->start ? token_text(&s->r->tokens, i) : STR_NIL;

	return (str_eq(mark, STR("'")) || str_eq(mark, STR("’"))) &&
	       !span_has_flag(s, i, TOKEN_SPACE) &&
	       str_ends(token_text(&s->r->tokens, i - 1), STR("s"));
}

/* Nothing but a blank, or nothing at all, between the token and the one before. */
static bool
is_glued(const struct span *s, size_t i)
{
	return i < s->end && !span_has_flag(s, i, TOKEN_SPACE);
}

static bool
is_letter(const struct span *s, size_t i)
{
	return i < s->end && s->r->tokens.at[i].n == 1 &&
	       span_has_flag(s, i, TOKEN_CAPITAL);
}

/* The longest entry of the gazetteer of two tokens or more that starts here: its end, or 0. */
static size_t
span_known(const struct span *s, size_t i, uint16_t *kinds)
{
	const size_t left = i < s->end ? s->end - i : 0;
	const size_t most = left < NAME_WORDS ? left : NAME_WORDS;
	const struct token *first = &s->r->tokens.at[i];
	size_t lengths[NAME_WORDS], longest;

	if (most < 2 || !gazetteer_begins(token_text(&s->r->tokens, i)))
		return 0;
	for (size_t n = 2; n <= most; n++)
		lengths[n - 2] = span_text(s->r, i, i + n).n;
	longest = gazetteer_longest(
	    str_cut(s->r->text, first->at, s->r->text.n), lengths, most - 1, kinds);
	return longest == most - 1 ? 0 : i + longest + 2;
}

/* A word that may begin or go on a name. */
static bool
is_name_word(const struct span *s, size_t i)
{
	const struct reading *r = s->r;

	if (i >= s->end || r->tokens.at[i].kind != TOKEN_WORD ||
	    !span_has_flag(s, i, TOKEN_CAPITAL))
		return false;
	if (span_has_flag(s, i, TOKEN_UPPER | TOKEN_DOTTED))
		return true;
	if (is_letter(s, i))
		return (!span_is_word(s, i, "i") && !span_is_word(s, i, "a")) ||
		       span_is_mark(s, i + 1, '.');
	if ((r->kind_of[i] & NAME_CALENDAR) != 0)
		return false;
	return (r->class_of[i] & WORD_FUNCTION) == 0 && !r->terms[r->term_of[i]].stop;
}

/* The token is owned by nothing: "Japan's" ends a name. */
bool
span_is_owner(const struct span *s, size_t i)
{
	const struct str word = token_text(&s->r->tokens, i);

	return word_bare(word).n != word.n;
}

static bool
is_particle(const struct span *s, size_t i)
{
	return i < s->end && word_in(s->r, i, LIST_BETWEEN_NAMES);
}

/* Small words inside: "Bank of England", "Centre for Policy", "Ministry of the Interior". */
static size_t
join_small(const struct span *s, size_t from, size_t i)
{
	const uint16_t kinds = s->r->kind_of[from] | s->r->kind_of[i - 1];
	size_t next = i;
	uint16_t known;

	if (span_is_word(s, i, "of") && span_is_word(s, i - 1, "secretary")) {
		next = i + 1; /* "Secretary of State John Kerry" */
	} else if (span_is_word(s, i, "of") || span_is_word(s, i, "for")) {
		next = i + 1 + span_is_word(s, i + 1, "the");
		if ((kinds & (NAME_ORGWORD | NAME_PLACEWORD)) == 0 ||
		    (span_is_word(s, i, "for") && (kinds & NAME_ORGWORD) == 0))
			return span_known(s, i - 1, &known) > i ? i + 1 : 0;
	} else if (is_particle(s, i)) {
		next = i + 1 + is_particle(s, i + 1);
		if (str_starts(s->r->language, STR("de")) && /* but "von der Leyen" */
		    (span_is_word(s, i, "der") ||
			(next == i + 2 && is_name_word(s, next + 1))))
			return 0;
	} else if (span_is_word(s, i, "and")) {
		next = i + 1;
		if (span_known(s, i - 1, &known) <= i + 1)
			return 0;
	}
	return next > i && is_name_word(s, next) ? next : 0;
}

/* Marks inside: an initial's dot, "AT&T", "Jean-Claude", "Sailors' Union". */
static size_t
join_mark(const struct span *s, size_t i)
{
	if (span_is_mark(s, i, '.') && is_glued(s, i) &&
	    (is_letter(s, i - 1) || (s->r->kind_of[i - 1] & NAME_TITLE) != 0) &&
	    is_name_word(s, i + 1))
		return i + 1;
	if ((span_is_mark(s, i, '&') ||
		(span_is_genitive(s, i) && i + 1 < s->end &&
		    (s->r->kind_of[i + 1] & NAME_ORGWORD) != 0)) &&
	    is_name_word(s, i + 1))
		return i + 1;
	if (span_is_mark(s, i, '-') && is_glued(s, i) && is_glued(s, i + 1)) {
		if (is_name_word(s, i + 1))
			return i + 1;
		if (is_particle(s, i + 1) || span_is_word(s, i + 1, "i"))
			return span_is_mark(s, i + 2, '-') && is_name_word(s, i + 3)
				   ? i + 3
				   : 0;
	}
	return 0;
}

/* The end of the run of name words that starts at `i`. */
static size_t
run_end(const struct span *s, size_t from)
{
	size_t i = from + 1;

	while (i < s->end && i - from < NAME_LONGEST && !span_is_owner(s, i - 1)) {
		size_t next = is_name_word(s, i) ? i : join_mark(s, i);

		if (next == 0 && s->r->tokens.at[i].kind == TOKEN_WORD &&
		    !span_has_flag(s, i, TOKEN_CAPITAL))
			next = join_small(s, from, i);
		/* "Theresa May": a month behind a given name is none */
		if (next == 0 && (s->r->kind_of[i] & NAME_CALENDAR) != 0 &&
		    span_has_flag(s, i, TOKEN_CAPITAL) && i == from + 1 &&
		    (s->r->kind_of[from] & NAME_FIRST) != 0)
			next = i;
		if (next == 0)
			break;
		i = next + 1;
	}
	return i;
}

static void
add_mention(struct span *s, size_t from, size_t to, struct str role)
{
	const struct str text = from < to ? span_text(s->r, from, to) : STR_NIL;

	if (text.n < 2)
		return;
	*vec_push(s->a, s->out) = (struct mention){ .from = (uint32_t)from,
		.to = (uint32_t)to,
		.text = text,
		.role = role,
		.passage = s->passage,
		.initial = from == s->first,
		.caps = s->caps,
		.row = s->row };
	if (role.n != 0)
		evidence_set(&s->out->at[s->out->n - 1].e, EVIDENCE_TITLE);
}

/* The last title in the run that has a name behind it: the name's start, or `from`; `to`
   where the title is all there is. */
static size_t
after_title(const struct span *s, size_t from, size_t to)
{
	size_t start = from;

	if ((s->r->kind_of[to - 1] & (NAME_ORGWORD | NAME_PLACEWORD | NAME_EVENTWORD)) !=
	    0)
		return from;
	for (size_t i = from; i + 1 < to; i++)
		if ((s->r->kind_of[i] & NAME_TITLE) != 0 &&
		    !span_is_mark(s, i + 1, '-') &&
		    (i == from || !span_is_mark(s, i - 1, '-')))
			start =
			    i + 1 +
			    (span_is_word(s, i + 1, "of") ? 2
							  : span_is_mark(s, i + 1, '.'));
	return start <= to ? start : from;
}

static bool
is_title_part(uint16_t kinds)
{
	return (kinds & (NAME_TITLE | NAME_COMMON | NAME_ORGWORD)) != 0 &&
	       (kinds & (NAME_ANY_PLACE | NAME_DEMONYM)) == 0;
}

/* What stands before a title says whose it is, and is a name of its own if known. */
static size_t
title_start(const struct span *s, size_t from, size_t to)
{
	size_t start = to;
	uint16_t kinds = 0;

	while (start > from + 1 && span_known(s, start - 2, &kinds) == start &&
	       (kinds & NAME_TITLE) != 0)
		start -= 2; /* "Vice President" */
	while (start > from && (is_title_part(s->r->kind_of[start - 1]) ||
				   span_is_word(s, start - 1, "of")))
		start--;
	if (start == to && start > from && span_is_mark(s, start - 1, '.'))
		start = title_start(s, from, to - 1);
	return start;
}

/* Countries joined by hyphens are names of their own: "Japan-India-US". */
static bool
split_hyphens(struct span *s, size_t from, size_t to)
{
	if (to - from < 3 || gazetteer_kinds(span_text(s->r, from, to)) != 0)
		return false;
	for (size_t i = from; i < to; i++)
		if ((i - from) % 2 == 0 ? (s->r->kind_of[i] & NAME_COUNTRY) == 0
					: !span_is_mark(s, i, '-'))
			return false;
	for (size_t i = from; i < to; i += 2)
		add_mention(s, i, i + 1, STR_NIL);
	return true;
}

static bool
is_place(const struct span *s, size_t from, size_t to)
{
	const uint16_t kinds = to - from == 1
				   ? s->r->kind_of[from]
				   : gazetteer_kinds(span_text(s->r, from, to));

	return (kinds & NAME_ANY_PLACE) != 0;
}

/* Cuts a known place, organisation or people off the front of a longer run. */
static size_t
cut_front(struct span *s, size_t from, size_t to)
{
	const uint16_t parts = NAME_ORGWORD | NAME_EVENTWORD | NAME_PLACEWORD;
	uint16_t kinds = s->r->kind_of[from];
	size_t end = span_known(s, from, &kinds);

	if (end == 0 || end > to) {
		kinds = s->r->kind_of[from];
		end = from + 1;
	}
	if (end >= to || span_is_mark(s, end, '-') || span_is_mark(s, end, '&') ||
	    (s->r->kind_of[end] & parts) != 0)
		return from;
	if ((kinds & NAME_DEMONYM) != 0 && (s->r->kind_of[to - 1] & parts) == 0)
		return end;
	if ((kinds & (NAME_ANY_PLACE | NAME_AGENCY)) != 0 &&
	    (end - from >= 2 || is_place(s, end, to)) &&
	    (s->r->kind_of[to - 1] & parts) == 0) {
		add_mention(s, from, end, STR_NIL);
		return end;
	}
	return from;
}

/* A summit or cup of someone: the someone, if that is a known organisation. */
static size_t
cut_event(const struct span *s, size_t from, size_t to)
{
	uint16_t kinds;

	if (to - from < 2 || (s->r->kind_of[to - 1] & NAME_EVENTWORD) == 0)
		return to;
	kinds = to - from == 2 ? s->r->kind_of[from]
			       : gazetteer_kinds(span_text(s->r, from, to - 1));
	return (kinds & NAME_AGENCY) != 0 ? to - 1 : to;
}

/* One run becomes mentions. */
static void
cut_run(struct span *s, size_t from, size_t to)
{
	const uint16_t known =
	    to - from > 1 ? gazetteer_kinds(span_text(s->r, from, to)) : 0;
	size_t name;
	struct str role;

	if ((known & NAME_TITLE) != 0)
		return;
	if (known != 0) {
		add_mention(s, from, to, STR_NIL);
		return;
	}
	if (split_hyphens(s, from, to))
		return;
	name = after_title(s, from, to);
	if (name == to)
		return; /* "Secretary of State": an office and nobody in it */
	if (name > from) {
		const size_t title = title_start(s, from, name);

		if (title > from)
			cut_run(s, from, title); /* shorter each time: title < to */
		role = title == name ? STR_NIL
				     : span_text(s->r, title,
					   name - span_is_mark(s, name - 1, '.'));
		add_mention(s, name, to, role);
		return;
	}
	if ((s->r->kind_of[to - 1] & NAME_TITLE) != 0) { /* "Defence Minister" alone */
		if (to - from > 1 && (gazetteer_kinds(span_text(s->r, from, to - 1)) &
					 NAME_ANY_PLACE) != 0)
			add_mention(s, from, to - 1, STR_NIL);
		return;
	}
	name = cut_front(s, from, to);
	add_mention(s, name, cut_event(s, name, to), role_around(s, name, to));
}

/* "Transport Secretary": a common word that begins a title. */
static bool
is_portfolio(const struct span *s, size_t i)
{
	static const char *const words[] = { "transport", "health", "finance", "foreign",
		"defence", "defense", "interior", "justice", "education", "trade",
		"energy", "environment", "culture", "labour", "labor", "home", "deputy",
		"former" };

	for (size_t k = 0; k < LEN(words); k++)
		if (span_is_word(s, i, words[k]))
			return true;
	return false;
}

/* Common words that begin the sentence are no part of the name behind them. */
static size_t
skip_opening(const struct span *s, size_t from, size_t to)
{
	uint16_t kinds;

	if (from != s->first || to - from < 2 || span_known(s, from, &kinds) != 0 ||
	    ((s->r->kind_of[from + 1] & NAME_TITLE) != 0 && is_portfolio(s, from)) ||
	    s->r->kind_of[from] != NAME_COMMON || span_is_mark(s, from + 1, '-'))
		return from;
	return (s->r->kind_of[to - 1] & NAME_ORGWORD) == 0 ? from + 1 : from;
}

static void
read_running(struct span *s)
{
	for (size_t i = s->start; i < s->end;) {
		uint16_t kinds;
		size_t end =
		    span_has_flag(s, i, TOKEN_CAPITAL) ? span_known(s, i, &kinds) : 0;
		const size_t run = is_name_word(s, i) ? run_end(s, i) : 0;

		if (run > end)
			end = run;
		if (end == 0) {
			i++;
			continue;
		}
		/* "Moscow-backed" is a word about a name, no name */
		if (span_is_mark(s, end, '-') && is_glued(s, end) &&
		    is_glued(s, end + 1)) {
			i = end + 2;
			continue;
		}
		cut_run(s, skip_opening(s, i, end), end);
		i = end;
	}
}

/* "Who pays", "US VOTES": as a single word it is one of the sentence, if the text does not
   name it otherwise. */
static bool
is_common(const struct span *s, size_t i, bool is_named)
{
	const bool small = (s->r->class_of[i] & WORD_FUNCTION) != 0 ||
			   s->r->terms[s->r->term_of[i]].stop;

	return small && !(is_named && span_has_flag(s, i, TOKEN_UPPER));
}

/* Only what the gazetteer knows, or the article named before. */
static void
read_capitals(struct span *s, const struct map *named)
{
	for (size_t i = s->start; i < s->end; i++) {
		size_t n = NAME_WORDS;

		if (s->r->tokens.at[i].kind != TOKEN_WORD)
			continue;
		for (; n > 0; n--) {
			struct str text;
			uint16_t kinds;
			bool is_named;

			if (i + n > s->end)
				continue;
			text = span_text(s->r, i, i + n);
			kinds = n == 1 ? s->r->kind_of[i] : gazetteer_kinds(text);
			is_named = map_get(named, name_key(s->a, text)) != NULL;
			if (n == 1 && is_common(s, i, is_named))
				continue;
			if ((kinds & (NAME_ANY_PLACE | NAME_AGENCY)) != 0 || is_named)
				break;
		}
		if (n == 0)
			continue;
		add_mention(s, i, i + n, STR_NIL);
		i += n - 1;
	}
}

/* How the line is written: in capitals, or without any verb. */
static void
see_style(struct span *s, enum block_kind kind)
{
	size_t words = 0, upper = 0, lower = 0;

	for (size_t i = s->start; i < s->end; i++) {
		if (s->r->tokens.at[i].kind != TOKEN_WORD)
			continue;
		words++;
		upper += span_has_flag(s, i, TOKEN_UPPER) || is_letter(s, i);
		lower += !span_has_flag(s, i, TOKEN_CAPITAL) &&
			 !s->r->terms[s->r->term_of[i]].stop;
	}
	s->caps = kind == BLOCK_HEADING || (words > 0 && upper * 4 >= words * 3);
	s->row = lower == 0;
	s->first = s->start;
	while (s->first < s->end && s->r->tokens.at[s->first].kind == TOKEN_PUNCT)
		s->first++;
}

static bool
enter_passage(struct span *s, size_t i)
{
	const struct passage *p = &s->r->at[i];

	s->passage = (uint32_t)i;
	s->start = p->token;
	s->end = p->token + p->tokens;
	if (p->kind == BLOCK_CODE || p->kind == BLOCK_HTML)
		return false;
	see_style(s, p->kind);
	return true;
}

struct mentions
spans_find(struct arena *a, const struct reading *r)
{
	struct mentions out = { 0 };
	struct span s = { .a = a, .r = r, .out = &out };
	struct map named = map_new(a);

	for (size_t i = 0; i < r->n; i++)
		if (enter_passage(&s, i) && !s.caps)
			read_running(&s);
	for (size_t i = 0; i < out.n; i++)
		(void)map_at(&named, name_key(a, out.at[i].text));
	for (size_t i = 0; i < r->n; i++)
		if (enter_passage(&s, i) && s.caps)
			read_capitals(&s, &named);
	return out;
}
