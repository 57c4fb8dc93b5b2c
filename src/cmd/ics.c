/* The timeline as a calendar: RFC 5545, lines folded at 75 octets between code points. */
#include <limits.h>

#include "cmd/events.h"
#include "cmd/world.h"
#include "text/clean.h"

enum { LINE_OCTETS = 75 };

/* A line of any length as lines of at most 75 octets; the next ones begin with a blank. */
static void
put_folded(struct buf *out, struct str line)
{
	size_t room = LINE_OCTETS;

	while (line.n > room) {
		size_t n = room;

		while (n > 1 && ((unsigned char)line.p[n] & 0xc0) == 0x80)
			n--;
		buf_str(out, str_cut(line, 0, n));
		buf_text(out, "\r\n ");
		line = str_cut(line, n, line.n);
		room = LINE_OCTETS - 1;
	}
	buf_str(out, line);
	buf_text(out, "\r\n");
}

/* "NAME:" and the text with its separators escaped (3.3.11), before folding. */
static void
put_text(struct call *c, const char *name, const struct str *parts, size_t n)
{
	struct buf line = buf_new(c->a);

	buf_text(&line, name);
	for (size_t i = 0; i < n; i++)
		put_quoted(&line, parts[i], ",;\\", '\\');
	put_folded(&c->out, buf_view(&line));
}

static void
put_day(struct call *c, const char *name, long day)
{
	const struct civil d = civil_of(day);

	buf_printf(&c->out, "%s%04d%02d%02d\r\n", name, d.year, d.month, d.day);
}

/* Midnight of the publication, else now, as digits. */
static void
put_stamp(struct call *c, const struct brief *b)
{
	struct edtf published;
	struct str now = clock_now(c->a);

	buf_text(&c->out, "DTSTAMP:");
	if (edtf_parse(b->source.published, &published) && !published.no_year &&
	    published.from != LONG_MIN) {
		put_day(c, "", published.from);
		c->out.n -= 2;
		buf_text(&c->out, "T000000Z\r\n");
		return;
	}
	for (size_t i = 0; i < now.n; i++)
		if (now.p[i] != '-' && now.p[i] != ':')
			buf_byte(&c->out, now.p[i]);
	buf_text(&c->out, "\r\n");
}

/* An open end is the day of the known one. */
static void
put_span(struct call *c, const struct edtf *e)
{
	const long from = e->from == LONG_MIN ? e->to : e->from;
	const long to = e->to == LONG_MAX ? e->from : e->to;

	put_day(c, "DTSTART;VALUE=DATE:", from);
	put_day(c, "DTEND;VALUE=DATE:", to + 1);
}

static void
put_event(struct call *c, const struct story_row *r)
{
	const struct event *e = r->event;
	const struct brief *b = r->tellers[0].brief;
	const bool sure = e->basis != BASIS_GUESSED && e->kind != EVENT_EXPECTED;
	const struct str about[] = { b->title, STR(" — "), e->date, STR(" ("), e->when,
		STR(")") };
	struct buf number = buf_new(c->a);

	buf_printf(&number, "-%zu@brief", r->tellers[0].number);
	buf_text(&c->out, "BEGIN:VEVENT\r\n");
	put_text(c, "UID:", (struct str[]){ b->id, buf_view(&number) }, 2);
	put_stamp(c, b);
	put_span(c, &r->when);
	put_text(c, "SUMMARY:", &e->text, 1);
	put_text(c, "DESCRIPTION:", about, e->when.n == 0 ? 3 : LEN(about));
	buf_printf(&c->out, "STATUS:%s\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
	    sure ? "CONFIRMED" : "TENTATIVE");
}

/* A calendar holds days of the years 0 to 9999. */
static bool
has_days(const struct story_row *d)
{
	static const long first = -719528, last = 2932896; /* 0000-01-01, 9999-12-31 */
	const long from = d->when.from == LONG_MIN ? d->when.to : d->when.from;

	return d->known && !d->when.no_year && from >= first && from < last &&
	       (d->when.to == LONG_MAX || d->when.to < last);
}

void
events_ics(struct call *c, const struct story *s)
{
	const bool fuzzy = c->value[OPTION_FUZZY] != NULL;
	size_t put = 0, vague = 0;

	buf_text(&c->out,
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//nutgraf//brief-1//EN\r\n");
	for (size_t i = 0; i < s->n; i++)
		if (has_days(&s->at[i]) && (fuzzy || s->at[i].when.grain >= EDTF_DAY)) {
			put_event(c, &s->at[i]);
			put++;
		} else {
			vague += has_days(&s->at[i]);
		}
	if (put == 0 && vague != 0)
		say(c->d, SAY_NOTHING, (struct place){ 0 },
		    "no event has a day; --fuzzy takes those of a month or a year, too");
	buf_text(&c->out, "END:VCALENDAR\r\n");
}
