/* Mails and mailboxes: a message at a time, its head to fields, its best part to text. */
#include "article/mail.h"

#include <string.h>

#include "article/html_meta.h"
#include "text/utf8.h"

enum { LOOK = 8192 };

/* ---- recognising ---- */

/* "From ada@quay.example Fri Jun 28 14:05:00 2019", which begins a message of an mbox; some
   programs write the sender only, or "-". */
static bool
is_mbox_line(struct str line)
{
	const size_t colon = str_find(line, STR(":"), 0);
	const struct str rest = str_trim(str_cut(line, 5, line.n));

	if (!str_starts(line, STR("From ")) || line.n >= 300)
		return false;
	if (!str_has(rest, STR(" ")))
		return str_eq(rest, STR("-")) || str_has(rest, STR("@"));
	return line.n > 20 && colon != STR_NONE && colon + 2 < line.n &&
	       line.p[colon - 1] >= '0' && line.p[colon - 1] <= '9' &&
	       line.p[colon + 1] >= '0' && line.p[colon + 1] <= '9';
}

bool
mail_probe(struct str s)
{
	static const char *const sure[] = { "Received", "Message-ID", "MIME-Version",
		"Return-Path", "Delivered-To", "DKIM-Signature", "List-Id", "X-Mailer",
		"Content-Transfer-Encoding", "Reply-To", "Authentication-Results",
		"Content-Type", "List-Unsubscribe" };
	static const char *const likely[] = { "To", "Date", "Subject", "Cc" };
	struct arena a = ARENA_INIT;
	struct str look = str_cut(s, 0, LOOK), rest;
	struct mail_head h;
	size_t n = 0, m = 0;

	if (is_mbox_line(str_line(&look)))
		return true;
	h = mail_fields(&a, str_cut(s, 0, LOOK), &rest);
	for (size_t i = 0; i < LEN(sure); i++)
		n += mail_value(&h, sure[i]).n != 0;
	for (size_t i = 0; i < LEN(likely); i++)
		m += mail_value(&h, likely[i]).n != 0;
	m = str_has(mail_value(&h, "From"), STR("@")) ? m + (n == 1) : 0;
	n += str_has(mail_value(&h, "Content-Type"), STR("boundary="));
	arena_free(&a);
	return n >= 2 || (n == 1 && m >= 1) || m >= 2;
}

/* ---- one message ---- */

/* The name of `"The Quay" <quay.list.example>`, or the address's part before the @. */
static struct str
display_name(struct arena *a, struct str value)
{
	struct str s = mail_words(a, value);
	const size_t angle = str_find(s, STR("<"), 0), round = str_find(s, STR("("), 0);

	if (angle != STR_NONE && angle != 0)
		s = str_cut(s, 0, angle);
	else if (round != STR_NONE && str_ends(s, STR(")")))
		s = str_cut(s, round + 1, s.n - 1);
	else
		return STR_NIL;
	s = str_trim(s);
	while (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0])
		s = str_trim(str_cut(s, 1, s.n - 1));
	return html_squeeze(a, s);
}

/* Addresses from which no person writes. */
static bool
is_desk(struct str from)
{
	static const char *const desks[] = { "noreply", "no-reply", "donotreply", "news",
		"newsletter", "newsletters", "alerts", "alert", "info", "hello", "digest",
		"updates", "notifications", "notification", "team", "editor", "editors",
		"support", "contact", "postmaster", "mailer-daemon", "announcements",
		"announce", "mail", "mailer", "letter", "daily", "weekly" };
	const size_t angle = str_find(from, STR("<"), 0);
	const struct str address =
	    str_cut(from, angle == STR_NONE ? 0 : angle + 1, from.n);

	return str_is_any(str_trim(str_cut(address, 0, str_find(address, STR("@"), 0))),
	    desks, LEN(desks));
}

/* "Brandt, Ada" as people are called. */
static struct str
turned(struct arena *a, struct str name)
{
	const size_t comma = str_find(name, STR(", "), 0);
	struct buf b = buf_new(a);

	if (comma == STR_NONE || line_words(name) != 2)
		return name;
	buf_str(&b, str_cut(name, comma + 2, name.n));
	buf_byte(&b, ' ');
	buf_str(&b, str_cut(name, 0, comma));
	return buf_view(&b);
}

/* "Ada Brandt from The Quay" is a person and a paper. */
static void
set_sender(struct arena *a, struct item *it, struct str from)
{
	const struct str name = turned(a, display_name(a, from));
	static const char *const seps[] = { " from ", " at ", " | ", " via ", ", ",
		" @ " };

	for (size_t i = 0; i < LEN(seps); i++) {
		const size_t at = str_find(name, str_of(seps[i]), 0);
		const struct str who = str_cut(name, 0, at);

		if (at == STR_NONE || !name_is_person(who))
			continue;
		(void)item_author(a, &it->source.author, who, false);
		if (it->source.name.n == 0)
			it->source.name =
			    str_trim(str_cut(name, at + strlen(seps[i]), name.n));
		return;
	}
	if (name_is_person(name) && !is_desk(from) && !str_starts(name, STR("The ")) &&
	    !str_eq_nocase(name, it->source.name))
		(void)item_author(a, &it->source.author, name, false);
	else if (name.n != 0)
		it->source.name = name;
}

/* What a list calls itself, unless that is a machine's name for it. */
static struct str
list_name(struct arena *a, struct str value)
{
	const struct str name = display_name(a, value);

	for (size_t i = 0; i < name.n; i++)
		if ((name.p[i] >= 'A' && name.p[i] <= 'Z') || (name.p[i] & 0x80) != 0)
			return name;
	return STR_NIL;
}

static struct str
between(struct str s, const char *open, const char *close)
{
	const size_t from = str_find(s, str_of(open), 0);
	const size_t to = str_find(s, str_of(close), from == STR_NONE ? 0 : from);

	return from == STR_NONE || to == STR_NONE ? STR_NIL : str_cut(s, from + 1, to);
}

/* The address of a message by its identifier (RFC 2392). */
static struct str
mid_of(struct arena *a, struct str field)
{
	const struct str id = str_trim(between(field, "<", ">"));
	struct buf b = buf_new(a);

	if (id.n == 0 || id.n > 250 || str_printable(id, id.n) != id.n ||
	    str_has(id, STR(" ")))
		return STR_NIL;
	buf_text(&b, "mid:");
	buf_str(&b, id);
	return buf_view(&b);
}

/* Where the list keeps it on the web, else its own identifier. */
static struct str
address_of(struct arena *a, const struct mail_head *h)
{
	const struct str web =
	    html_resolve(a, STR_NIL, between(mail_value(h, "Archived-At"), "<", ">"));

	return web.n != 0 ? web : mid_of(a, mail_value(h, "Message-ID"));
}

static struct str
without_comments(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);
	size_t depth = 0;

	for (size_t i = 0; i < s.n; i++) {
		depth += s.p[i] == '(';
		if (depth == 0)
			buf_byte(&b, s.p[i]);
		depth -= s.p[i] == ')' && depth != 0;
	}
	return buf_view(&b);
}

/* What the last machine it went through put behind its own name. */
static struct str
day_of_arrival(struct arena *a, const struct mail_head *h)
{
	const struct str by = without_comments(a, mail_value(h, "Received"));

	return item_date(a, str_trim(str_cut(by, str_find(by, STR(";"), 0), by.n)));
}

/* `list`: its identifier, of the message or of the digest it comes in. */
static void
set_head(struct arena *a, struct item *it, const struct mail_head *h, struct str list)
{
	struct str words = mail_words(a, mail_value(h, "Keywords"));

	it->title =
	    mail_subject(html_squeeze(a, mail_words(a, mail_value(h, "Subject"))), list);
	it->source.name = list_name(a, list);
	set_sender(a, it, mail_value(h, "From"));
	it->source.published =
	    item_date(a, mail_words(a, without_comments(a, mail_value(h, "Date"))));
	if (it->source.published.n == 0)
		it->source.published = day_of_arrival(a, h);
	it->source.language = item_language(a, mail_value(h, "Content-Language"));
	it->url = address_of(a, h);
	it->answers = mid_of(a, mail_value(h, "In-Reply-To"));
	while (words.n != 0)
		item_keyword(a, &it->keywords, str_split(&words, ','));
}

static void
set_text(struct arena *a, struct item *it, const struct mail_part *part)
{
	struct str text = mail_import(a, part->bytes, part->charset);

	if (!part->html && part->flowed)
		text = mail_unflow(a, text, part->delete_space);
	if (!part->html)
		text = mail_without_footer(text);
	if (!part->html && it->answers.n != 0)
		text = mail_quoted(a, text);
	it->content = (struct item_text){ text, part->html ? ITEM_HTML : ITEM_TEXT };
}

/* Lines that begin with "From " were quoted by the mailbox. */
static struct str
unquoted(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);
	size_t from = 0, at = 0;

	if (!str_has(s, STR("\n>From ")))
		return s;
	buf_room(&b, s.n);
	while ((at = str_find(s, STR("\n>"), at)) != STR_NONE) {
		size_t end = at + 1;

		while (end < s.n && s.p[end] == '>')
			end++;
		if (str_starts(str_cut(s, end, end + 5), STR("From "))) {
			buf_str(&b, str_cut(s, from, at + 1));
			from = at + 2;
		}
		at = end;
	}
	buf_str(&b, str_cut(s, from, s.n));
	return buf_view(&b);
}

/* Messages that are still to be read, each as deep in others as `level` says. */
struct post {
	struct str bytes;
	int level;
};
struct posts {
	struct post *at;
	size_t n, room;
};

/* The messages of a digest in plain text; *any: one has a text.  False: it is none. */
static bool
add_digest(struct job *j, struct arena *scratch, const struct mail_part *part,
    struct str list, bool *any)
{
	struct strs messages;

	if (part->html || !str_has(part->bytes, STR("\n---------------------------")) ||
	    !mail_digest(
		scratch, utf8_import(j->a, part->bytes, part->charset), &messages))
		return false;
	*any = false;
	for (size_t i = 0; i < messages.n; i++) {
		struct item it = { .bytes = messages.at[i], .trim = mail_trim };
		struct mail_part own = { .charset = STR("utf-8") };
		const struct mail_head h =
		    mail_fields(scratch, messages.at[i], &own.bytes);
		const struct str type = mail_value(&h, "Content-Type");

		own.flowed =
		    str_eq_nocase(mail_param(scratch, type, "format"), STR("flowed"));
		own.delete_space =
		    str_eq_nocase(mail_param(scratch, type, "delsp"), STR("yes"));
		set_head(j->a, &it, &h, list);
		set_text(j->a, &it, &own);
		*any = item_add(j, &it) || *any;
	}
	return true;
}

/* One message, or the text around its only one within: the innermost's head counts.  Those
   of a digest come after all others. */
static bool
read_one(
    struct job *j, struct arena *a, struct posts *all, struct post post, struct item it)
{
	struct arena scratch = ARENA_INIT;
	struct strs inner;
	struct mail_part best;
	struct str body, list;
	bool any = false;

	do {
		const struct mail_head h = mail_fields(&scratch, post.bytes, &body);

		inner = (struct strs){ 0 };
		it.source = (struct source){ 0 };
		list = mail_value(&h, "List-Id");
		set_head(j->a, &it, &h, list);
		if (mail_best(&scratch, &h, body, &best, &inner)) {
			set_text(j->a, &it, &best);
			any = true;
		}
		if (inner.n == 1)
			post.bytes = inner.at[0];
	} while (++post.level < MAIL_DEPTH && inner.n == 1);
	for (size_t i = 0; i < inner.n && inner.n > 1 && post.level < MAIL_DEPTH; i++)
		if (all->n < MAIL_ITEMS)
			*vec_push(a, all) = (struct post){ inner.at[i], post.level };
	any = inner.n <= 1 && any &&
	      (add_digest(j, &scratch, &best, list, &any) ? any : item_add(j, &it));
	arena_free(&scratch);
	return any;
}

static void
say_cut(struct job *j)
{
	say(j->d, SAY_ARTICLE_CUT, (struct place){ .file = j->hints->file },
	    "more than %d messages, the rest is left out", MAIL_ITEMS);
}

/* A message of a mailbox or the only one; the messages of a digest as if each came alone. */
static bool
read_message(struct job *j, struct str bytes, bool only)
{
	struct arena a = ARENA_INIT;
	struct posts all = { 0 };
	bool any = false;

	*vec_push(&a, &all) = (struct post){ only ? bytes : unquoted(&a, bytes), 0 };
	for (size_t i = 0; i < all.n; i++) {
		const struct item it = { .bytes = i == 0 ? bytes : all.at[i].bytes,
			.only = only && i == 0,
			.trim = mail_trim };

		any = read_one(j, &a, &all, all.at[i], it) || any;
	}
	if (all.n == MAIL_ITEMS)
		say_cut(j);
	arena_free(&a);
	return any;
}

/* The end of the message that begins at `from`: the next line that begins one. */
static size_t
message_end(struct str s, size_t from)
{
	for (size_t at = from; (at = str_find(s, STR("\nFrom "), at)) != STR_NONE; at++) {
		struct str rest = str_cut(s, at + 1, at + 400);

		if (is_mbox_line(str_line(&rest)))
			return at + 1;
	}
	return s.n;
}

static bool
read_box(struct job *j, struct str s)
{
	size_t n = 0, at = 0;
	bool any = false;

	for (; at < s.n && n < MAIL_ITEMS; n++) {
		struct str message = str_cut(s, at, message_end(s, at));

		at += message.n;
		(void)str_line(&message);
		any = read_message(j, message, false) || any;
	}
	if (at < s.n)
		say_cut(j);
	return any;
}

bool
mail_read(struct job *j, struct str bytes)
{
	struct str look = str_cut(bytes, 0, LOOK);

	while (bytes.n != 0 && (bytes.p[0] == '\n' || bytes.p[0] == '\r'))
		bytes = str_cut(bytes, 1, bytes.n);
	look = str_cut(bytes, 0, LOOK);
	if (is_mbox_line(str_line(&look)))
		return read_box(j, bytes);
	return read_message(j, bytes, true);
}
