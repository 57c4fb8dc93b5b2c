/* Keys as they are written and shown, and look-ups in the tables. */
#include <string.h>

#include "shell/keys.h"

#include "base/buf.h"
#include "text/utf8.h"

/* Keys with a name: as written between < and >, as shown, the code. */
static const struct {
	const char *written, *shown;
	uint32_t code;
} named[] = {
	{ "Enter", "Enter", KEY_CODE_ENTER },
	{ "Tab", "Tab", KEY_TAB },
	{ "S-Tab", "S-Tab", KEY_BACK_TAB },
	{ "Esc", "Esc", KEY_ESC },
	{ "BS", "Backspace", KEY_BACKSPACE_CODE },
	{ "Space", "Space", ' ' },
	{ "lt", "<", '<' },
	{ "Up", "Up", KEY_CURSOR_UP },
	{ "Down", "Down", KEY_CURSOR_DOWN },
	{ "Left", "Left", KEY_CURSOR_LEFT },
	{ "Right", "Right", KEY_CURSOR_RIGHT },
	{ "Home", "Home", KEY_FIRST },
	{ "End", "End", KEY_LAST },
	{ "PgUp", "PgUp", KEY_PAGE_UP },
	{ "PgDn", "PgDn", KEY_PAGE_DOWN },
	{ "F1", "F1", KEY_HELP_F1 },
};

/* What the terminal's driver takes for one key is one here (terminal.c does the same). */
static uint32_t
one_of(int control)
{
	return control == '\n'   ? KEY_CODE_ENTER
	       : control == '\b' ? KEY_BACKSPACE_CODE
				 : (uint32_t)control;
}

/* What stands between < and >. */
static uint32_t
parse_name(struct str name)
{
	if (name.n == 3 && str_starts(name, STR("C-")) && name.p[2] >= '@' &&
	    name.p[2] <= '~')
		return one_of(name.p[2] & 0x1f);
	for (size_t i = 0; i < LEN(named); i++)
		if (str_eq(name, str_of(named[i].written)))
			return named[i].code;
	return KEY_NONE;
}

uint32_t
key_parse(struct str *rest)
{
	const size_t end = rest->p[0] == '<' ? str_find(*rest, STR(">"), 1) : STR_NONE;
	uint32_t key;

	if (end == STR_NONE)
		return utf8_next(rest);
	key = parse_name(str_cut(*rest, 1, end));
	*rest = str_cut(*rest, end + 1, rest->n);
	return key;
}

struct str
key_show(struct arena *a, const char *written)
{
	struct str s = str_of(written), name = str_cut(s, 1, s.n - 1);
	struct buf b = buf_new(a);

	if (s.n < 3 || s.p[0] != '<')
		return s;
	for (size_t i = 0; i < LEN(named); i++)
		if (str_eq(name, str_of(named[i].written)))
			return str_of(named[i].shown);
	buf_printf(&b, "^%c", name.p[2] & ~0x20);
	return buf_view(&b);
}

static uint32_t
binding_code(const struct key_binding *k)
{
	struct str s = str_of(k->key);

	return key_parse(&s);
}

const struct command *
command_for(const struct keymap *m, unsigned view, uint32_t key)
{
	for (size_t i = 0; i < m->n; i++)
		if ((m->at[i].views & view) != 0 && binding_code(&m->at[i]) == key)
			return &reader_commands[m->at[i].command];
	return NULL;
}

const struct command *
command_named(unsigned views, struct str name)
{
	const struct command *found = NULL;

	for (size_t i = 0; i < CMD_COUNT; i++) {
		const struct command *c = &reader_commands[i];

		if ((c->views & views) == 0 || !str_starts(str_of(c->name), name))
			continue;
		if (str_eq(str_of(c->name), name))
			return c;
		if (found != NULL)
			return NULL;
		found = c;
	}
	return name.n == 0 ? NULL : found;
}

const char *
command_key(const struct keymap *m, enum command_id id, unsigned view)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].command == id && (m->at[i].views & view) != 0)
			return m->at[i].key;
	return NULL;
}

/* In another view the same key may mean the same. */
static bool
stood_before(const struct keymap *m, size_t at, unsigned views)
{
	for (size_t i = 0; i < at; i++)
		if (m->at[i].command == m->at[at].command &&
		    (m->at[i].views & views) != 0 &&
		    strcmp(m->at[i].key, m->at[at].key) == 0)
			return true;
	return false;
}

struct str
command_keys(struct arena *a, const struct keymap *m, enum command_id id, unsigned views)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].command == id && (m->at[i].views & views) != 0 &&
		    !stood_before(m, i, views)) {
			if (b.n != 0)
				buf_byte(&b, ' ');
			buf_str(&b, key_show(a, m->at[i].key));
		}
	return buf_view(&b);
}
