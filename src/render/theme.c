/*
 * Theme files.  The chain of `inherits` is read first, the child at its head; then
 * styles are laid down from the root up, each with the palette as the child sees it.
 */
#include "render/theme.h"

#include <string.h>

#include "data/yaml.h"

static const struct {
	const char *name, *bytes;
} built_in[] = {
#include "themes.inc"
};

static const char *const colour_names[16] = { "black", "red", "green", "yellow", "blue",
	"magenta", "cyan", "white", "bright-black", "bright-red", "bright-green",
	"bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white" };

static const struct {
	const char *name;
	uint8_t attr;
} attr_names[] = {
	{ "bold", ATTR_BOLD },
	{ "italic", ATTR_ITALIC },
	{ "underline", ATTR_UNDERLINE },
	{ "reverse", ATTR_REVERSE },
	{ "dim", ATTR_DIM },
};

enum { CHAIN_MOST = 4 };

struct link_of_chain {
	struct str name, bytes;
	const struct yaml *top;
};

struct reading {
	struct arena *a;
	struct diags *d;
	struct link_of_chain chain[CHAIN_MOST]; /* the file itself first */
	size_t n;
};

struct str
theme_builtin_name(size_t i)
{
	return i < LEN(built_in) ? str_of(built_in[i].name) : STR_NIL;
}

static struct place
place_of(const struct link_of_chain *c, size_t offset)
{
	return place_in(c->name, c->bytes, offset);
}

static bool
hex_colour(struct str s, int32_t *out)
{
	int32_t rgb = 0;

	if (s.n != 7 || s.p[0] != '#')
		return false;
	for (size_t i = 1; i < s.n; i++) {
		static const char digits[] = "0123456789abcdef0123456789ABCDEF";
		const char *at = strchr(digits, s.p[i]);

		if (at == NULL || s.p[i] == '\0')
			return false;
		rgb = rgb << 4 | (int32_t)((at - digits) % 16);
	}
	*out = COLOUR_RGB + rgb;
	return true;
}

/* "default", one of the sixteen, or #rrggbb. */
static bool
plain_colour(struct str s, int32_t *out)
{
	for (size_t i = 0; i < LEN(colour_names); i++)
		if (str_eq(s, str_of(colour_names[i]))) {
			*out = (int32_t)i;
			return true;
		}
	if (str_eq(s, STR("default"))) {
		*out = COLOUR_DEFAULT;
		return true;
	}
	return hex_colour(s, out);
}

/* The palettes come before the names everybody knows, the child's before its parent's. */
static bool
colour(const struct reading *r, struct str s, int32_t *out)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct yaml *y =
		    yaml_get(yaml_get(r->chain[i].top, STR("palette")), s);

		if (y != NULL)
			return plain_colour(y->text, out);
	}
	return plain_colour(s, out);
}

static uint8_t
attr_of(struct str word)
{
	for (size_t i = 0; i < LEN(attr_names); i++)
		if (str_eq(word, str_of(attr_names[i].name)))
			return attr_names[i].attr;
	return 0;
}

/* "ink on paper bold": a colour, a colour after "on", attributes; in any order. */
static bool
style(const struct reading *r, const struct link_of_chain *c, const struct yaml *y,
    struct look *out)
{
	struct look k = { COLOUR_DEFAULT, COLOUR_DEFAULT, 0 };
	struct str rest = y->text;
	bool ground = false;

	while (rest.n != 0) {
		const struct str word = str_split(&rest, ' ');
		const uint8_t attr = attr_of(word);

		if (word.n == 0)
			continue;
		k.attrs |= attr;
		if (str_eq(word, STR("on"))) {
			ground = true;
		} else if (attr == 0) {
			if (!colour(r, word, ground ? &k.bg : &k.fg)) {
				say(r->d, SAY_THEME_STYLE, place_of(c, y->from),
				    "'" STR_FMT "' is no colour or attribute; use a name "
				    "of the palette, one of the "
				    "terminal's sixteen, '#rrggbb' in quotes, or bold, "
				    "italic, underline, "
				    "reverse, dim",
				    STR_ARG(word));
				return false;
			}
			ground = false;
		}
	}
	*out = k;
	return true;
}

static bool
role_of(struct str name, enum role *out)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (str_eq(name, str_of(role_name((enum role)i)))) {
			*out = (enum role)i;
			return true;
		}
	return false;
}

static bool
lay_down(const struct reading *r, const struct link_of_chain *c, struct theme *t)
{
	const struct yaml *styles = yaml_get(c->top, STR("styles"));
	bool good = true;

	for (const struct yaml *y = styles == NULL ? NULL : styles->first; y != NULL;
	     y = y->next) {
		enum role role;

		if (!role_of(y->key, &role))
			say(r->d, SAY_THEME_ROLE, place_of(c, y->key_from),
			    "'" STR_FMT
			    "' is no role; see 'nutgraf themes' for their names",
			    STR_ARG(y->key));
		else if (!style(r, c, y, &t->looks[role]))
			good = false;
	}
	return good;
}

/* Says what a theme file may not hold: unknown keys, values of the wrong shape. */
static bool
shape_good(const struct reading *r, const struct link_of_chain *c)
{
	static const char *const keys[] = { "name", "about", "inherits", "backgrounds",
		"palette", "styles" };

	if (c->top == NULL || c->top->kind != YAML_MAP) {
		say(r->d, SAY_THEME_SHAPE, place_of(c, 0),
		    "a theme is a mapping with the keys inherits, palette and styles");
		return false;
	}
	for (const struct yaml *y = c->top->first; y != NULL; y = y->next) {
		const bool map =
		    str_eq(y->key, STR("palette")) || str_eq(y->key, STR("styles"));
		size_t i = 0;

		while (i < LEN(keys) && !str_eq(y->key, str_of(keys[i])))
			i++;
		if (i == LEN(keys))
			say(r->d, SAY_THEME_KEY, place_of(c, y->key_from),
			    "unknown key '" STR_FMT "'", STR_ARG(y->key));
		if (map && y->kind != YAML_MAP && !yaml_is_null(y)) {
			say(r->d, SAY_THEME_SHAPE, place_of(c, y->from),
			    "'" STR_FMT
			    "' is not a mapping; write 'name: value' lines below it",
			    STR_ARG(y->key));
			return false;
		}
	}
	return true;
}

/* Palette values are whole colours, not names of other values: no circles. */
static bool
palette_good(const struct reading *r, const struct link_of_chain *c)
{
	const struct yaml *palette = yaml_get(c->top, STR("palette"));
	bool good = true;
	int32_t any;

	for (const struct yaml *y = palette == NULL ? NULL : palette->first; y != NULL;
	     y = y->next)
		if (!plain_colour(y->text, &any)) {
			good = false;
			say(r->d, SAY_THEME_STYLE, place_of(c, y->from),
			    "'" STR_FMT "' is no colour; use '#rrggbb' in quotes, "
			    "default, or one of the "
			    "terminal's sixteen",
			    STR_ARG(y->text));
		}
	return good;
}

static size_t
find_built_in(struct str name)
{
	size_t i = 0;

	while (i < LEN(built_in) && !str_eq(name, str_of(built_in[i].name)))
		i++;
	return i;
}

/* The parent's place in the chain, or false with a message. */
static bool
chain_parent(struct reading *r, const struct yaml *inherits)
{
	const struct link_of_chain *child = &r->chain[r->n - 1];
	const size_t i = find_built_in(inherits->text);

	if (i == LEN(built_in) || r->n == CHAIN_MOST) {
		say(r->d, SAY_THEME_INHERITS, place_of(child, inherits->from),
		    "'" STR_FMT "' is no built-in theme; see 'nutgraf themes'",
		    STR_ARG(inherits->text));
		return false;
	}
	r->chain[r->n++] = (struct link_of_chain){ str_of(built_in[i].name),
		str_of(built_in[i].bytes), NULL };
	return true;
}

static bool
chain_read(struct reading *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct link_of_chain *c = &r->chain[i];
		struct yaml *top = NULL;
		const struct yaml *inherits;

		if (!yaml_read(r->a, c->bytes, c->name, &top, r->d))
			return false;
		c->top = top;
		if (!shape_good(r, c) || !palette_good(r, c))
			return false;
		inherits = yaml_get(top, STR("inherits"));
		if (inherits != NULL && !chain_parent(r, inherits))
			return false;
	}
	return true;
}

bool
theme_read(struct arena *a, struct str bytes, struct str name, struct theme *out,
    struct diags *d)
{
	struct reading r = { .a = a, .d = d, .chain = { { name, bytes, NULL } }, .n = 1 };
	const struct yaml *y;
	struct theme t = { .name = str_dup(a, name) };
	bool good = true;

	for (size_t i = 0; i < ROLE_COUNT; i++)
		t.looks[i] = (struct look){ COLOUR_DEFAULT, COLOUR_DEFAULT, 0 };
	if (!chain_read(&r))
		return false;
	for (size_t i = r.n; i-- > 0;)
		good = lay_down(&r, &r.chain[i], &t) && good;
	if ((y = yaml_get(r.chain[0].top, STR("name"))) != NULL)
		t.name = str_dup(a, y->text);
	if ((y = yaml_get(r.chain[0].top, STR("about"))) != NULL)
		t.about = str_dup(a, y->text);
	if (good)
		*out = t;
	return good;
}

bool
theme_builtin(struct arena *a, struct str name, struct theme *out, struct diags *d)
{
	const size_t i = find_built_in(name);

	return i < LEN(built_in) &&
	       theme_read(a, str_of(built_in[i].bytes), name, out, d);
}
