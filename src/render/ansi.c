/* SGR and OSC 8: the one place where a stream is sent an escape. */
#include "render/ansi.h"

#include "render/layout.h"

#define ESC "\033"

bool
link_is_safe(struct str url)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:" };
	bool good = false;

	for (size_t i = 0; i < LEN(schemes); i++) {
		const struct str s = str_of(schemes[i]);

		good = good || (url.n > s.n && str_eq_nocase(str_cut(url, 0, s.n), s));
	}
	for (size_t i = 0; i < url.n; i++)
		good = good && url.p[i] > ' ' && url.p[i] < 0x7f;
	return good;
}

struct pen
pen_new(struct buf *out, const struct print_look *look)
{
	return (struct pen){
		.out = out, .look = look, .now = { COLOUR_DEFAULT, COLOUR_DEFAULT, 0 }
	};
}

/* 30..37 and 90..97, 38;5;n, 38;2;r;g;b; for backgrounds 10 more. */
static void
put_colour(struct buf *b, int32_t c, int base)
{
	if (c == COLOUR_DEFAULT)
		return;
	if (c >= COLOUR_RGB)
		buf_printf(
		    b, ";%d;2;%d;%d;%d", base + 8, c >> 16 & 255, c >> 8 & 255, c & 255);
	else if (c >= 16)
		buf_printf(b, ";%d;5;%d", base + 8, c);
	else
		buf_printf(b, ";%d", c < 8 ? base + c : base + 60 + c - 8);
}

static void
put_look(struct buf *b, struct look k)
{
	static const struct {
		uint8_t attr;
		const char *code;
	} codes[] = { { ATTR_BOLD, ";1" }, { ATTR_DIM, ";2" }, { ATTR_ITALIC, ";3" },
		{ ATTR_UNDERLINE, ";4" }, { ATTR_REVERSE, ";7" } };

	buf_text(b, ESC "[0");
	for (size_t i = 0; i < LEN(codes); i++)
		if ((k.attrs & codes[i].attr) != 0)
			buf_text(b, codes[i].code);
	put_colour(b, k.fg, 30);
	put_colour(b, k.bg, 40);
	buf_byte(b, 'm');
}

static bool
look_eq(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

static void
pen_look(struct pen *p, struct look k)
{
	if (look_eq(k, p->now))
		return;
	if (look_eq(k, (struct look){ COLOUR_DEFAULT, COLOUR_DEFAULT, 0 }))
		buf_text(p->out, ESC "[m");
	else
		put_look(p->out, k);
	p->now = k;
}

void
pen_role(struct pen *p, enum role r)
{
	if (p->look == NULL)
		return;
	if (!p->known[r]) {
		p->looks[r] = look_for(p->look->theme, r, p->look->colours);
		p->known[r] = true;
	}
	pen_look(p, p->looks[r]);
}

void
pen_link(struct pen *p, struct str url)
{
	const size_t longest = 2000; /* what terminals take */

	if (p->look == NULL || !p->look->hyperlinks)
		return;
	if (!link_is_safe(url) || url.n > longest)
		url = STR_NIL;
	if (str_eq(url, p->link))
		return;
	if (p->link.n != 0)
		buf_text(p->out, ESC "]8;;" ESC "\\");
	if (url.n != 0) {
		buf_text(p->out, ESC "]8;;");
		buf_str(p->out, url);
		buf_text(p->out, ESC "\\");
	}
	p->link = url;
}

void
pen_lift(struct pen *p)
{
	pen_link(p, STR_NIL);
	if (p->look != NULL)
		pen_look(p, (struct look){ COLOUR_DEFAULT, COLOUR_DEFAULT, 0 });
}
