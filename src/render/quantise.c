/*
 * Looks for terminals with fewer colours.  256: the nearest of the cube and the greys
 * in OKLab (Ottosson 2020).  16: greys become the default, hues one of the six, since
 * nobody knows what the terminal shows for them.  0: attributes only.
 */
#include <math.h>

#include "render/theme.h"

struct lab {
	double l, a, b;
};

static double
linear(int channel)
{
	const double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static struct lab
lab_of(int32_t rgb)
{
	const double r = linear(rgb >> 16 & 255), g = linear(rgb >> 8 & 255),
		     b = linear(rgb & 255);
	const double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

	return (struct lab){ 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

static double
distance(struct lab x, struct lab y)
{
	return (x.l - y.l) * (x.l - y.l) + (x.a - y.a) * (x.a - y.a) +
	       (x.b - y.b) * (x.b - y.b);
}

/* The xterm cube has the levels 0, 95, 135 … 255 and the greys 8, 18 … 238. */
static int32_t
cube_rgb(int index)
{
	static const uint8_t level[] = { 0, 95, 135, 175, 215, 255 };
	const int grey = 8 + 10 * (index - 232), cube = index - 16;

	if (index >= 232)
		return grey << 16 | grey << 8 | grey;
	return level[cube / 36 % 6] << 16 | level[cube / 6 % 6] << 8 | level[cube % 6];
}

static int
level_below(int channel)
{
	return channel < 95 ? 0 : channel == 255 ? 4 : (channel - 55) / 40;
}

static int32_t
nearest_256(int32_t rgb)
{
	const struct lab want = lab_of(rgb);
	const int r = level_below(rgb >> 16 & 255), g = level_below(rgb >> 8 & 255),
		  b = level_below(rgb & 255);
	int best = 16;
	double least = distance(want, lab_of(cube_rgb(best)));

	for (int i = 0; i < 8 + 24; i++) {
		const int at = i >= 8 ? 232 + i - 8
				      : 16 + 36 * (r + (i >> 2)) +
					    6 * (g + (i >> 1 & 1)) + b + (i & 1);
		const double d = distance(want, lab_of(cube_rgb(at)));

		if (d < least) {
			least = d;
			best = at;
		}
	}
	return best;
}

/* What reads well in most palettes: a light colour is for a dark background, where blue is
   hard to see and becomes cyan; a dark one is for paper, on which yellow, green and cyan
   are too light and become magenta and blue.  -1 for what is nearly grey. */
static int32_t
nearest_hue(int32_t rgb)
{
	static const int8_t light[] = { 9, 11, 10, 14, 14, 13 },
			    dark[] = { 1, 5, 4, 4, 4, 5 };
	const int r = rgb >> 16 & 255, g = rgb >> 8 & 255, b = rgb & 255;
	const int most = r > g ? (r > b ? r : b) : (g > b ? g : b);
	const int least = r < g ? (r < b ? r : b) : (g < b ? g : b);
	const int span = most - least;
	int hue;

	if (span * 4 <= most)
		return COLOUR_DEFAULT;
	if (most == r)
		hue = (g - b) * 60 / span;
	else if (most == g)
		hue = 120 + (b - r) * 60 / span;
	else
		hue = 240 + (r - g) * 60 / span;
	hue = (hue + 360 + 30) / 60 % 6;
	return lab_of(rgb).l > 0.65 ? light[hue] : dark[hue];
}

/* Backgrounds: a hue keeps black or white text on it, a grey becomes reverse video. */
static struct look
look_16(struct look k)
{
	const bool own = k.bg >= COLOUR_RGB;
	const int32_t bg = own ? nearest_hue(k.bg) : k.bg;

	if (k.fg >= COLOUR_RGB)
		k.fg = nearest_hue(k.fg);
	k.bg = bg;
	if (own && bg == COLOUR_DEFAULT) {
		k.fg = COLOUR_DEFAULT;
		k.attrs |= ATTR_REVERSE;
	} else if (own) {
		k.fg = bg >= 8 || bg == 2 || bg == 3 || bg == 6 ? 0 : 15;
	}
	return k;
}

struct look
look_for(const struct theme *t, enum role r, int colours)
{
	struct look k = t->looks[r];

	if (colours <= 0) {
		if (k.bg != COLOUR_DEFAULT)
			k.attrs |= ATTR_REVERSE;
		k.fg = k.bg = COLOUR_DEFAULT;
	} else if (colours <= 16) {
		k = look_16(k);
	} else if (colours <= 256) {
		if (k.fg >= COLOUR_RGB)
			k.fg = nearest_256(k.fg - COLOUR_RGB);
		if (k.bg >= COLOUR_RGB)
			k.bg = nearest_256(k.bg - COLOUR_RGB);
	}
	return k;
}
