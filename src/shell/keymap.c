/* The usual keys with those of the configuration in their place. */
#include "base/vec.h"
#include "data/yaml_tree.h"
#include "shell/keys.h"
#include "shell/shell.h"

/* Where letters are typed: what works there stays. */
enum { TYPING_VIEWS = VIEW_INPUT | VIEW_HINTS };

struct changing {
	struct arena *a;
	struct {
		struct key_binding *at;
		size_t n, room;
	} list;
	struct str name, bytes; /* of the file */
	struct diags *d;
};

static void
complain(struct changing *g, size_t at, const char *why, struct str what)
{
	say(g->d, SAY_KEYS, place_in(g->name, g->bytes, at), "'" STR_FMT "' %s",
	    STR_ARG(what), why);
}

/* KEY_NONE when it is not written as one key. */
static uint32_t
code_of(struct str written)
{
	const uint32_t code = written.n == 0 ? KEY_NONE : key_parse(&written);

	return written.n == 0 ? code : KEY_NONE;
}

static bool
command_of(struct str name, enum command_id *out)
{
	for (size_t i = 0; i < CMD_COUNT; i++)
		if (str_eq(name, str_of(reader_commands[i].name))) {
			*out = (enum command_id)i;
			return true;
		}
	return false;
}

/* The last one who asks for a key has it. */
static void
bind_key(struct changing *g, enum command_id id, const struct yaml *key)
{
	const uint32_t code = key->kind == YAML_SCALAR ? code_of(key->text) : KEY_NONE;
	const bool typed = code >= ' ' && code < KEY_BEYOND && code != KEY_BACKSPACE_CODE;
	const unsigned views =
	    reader_commands[id].views & ~(typed ? (unsigned)TYPING_VIEWS : 0);

	if (code == KEY_NONE) {
		complain(g, key->from, "is no key; write j, <Enter> or <C-o>", key->text);
		return;
	}
	for (size_t i = 0; i < g->list.n; i++)
		if (code_of(str_of(g->list.at[i].key)) == code)
			g->list.at[i].views &= ~views;
	*vec_push(g->a, &g->list) =
	    (struct key_binding){ views, str_nul(g->a, key->text), id };
}

static void
change(struct changing *g, const struct yaml *own)
{
	enum command_id id;

	if (!command_of(own->key, &id)) {
		complain(g, own->key_from, "is no action; see ? in the reader", own->key);
		return;
	}
	for (size_t i = 0; i < g->list.n; i++)
		if (g->list.at[i].command == id)
			g->list.at[i].views &= TYPING_VIEWS;
	if (own->kind == YAML_SCALAR)
		bind_key(g, id, own);
	for (const struct yaml *y = own->first; y != NULL; y = y->next)
		bind_key(g, id, y);
}

const struct keymap *
shell_keymap(struct arena *a, const struct yaml *own, struct str name, struct str bytes,
    struct diags *d)
{
	struct changing g = { .a = a, .name = name, .bytes = bytes, .d = d };
	struct keymap *out = arena_new(a, struct keymap);

	for (size_t i = 0; i < keys_usual.n; i++)
		*vec_push(a, &g.list) = keys_usual.at[i];
	if (own->kind != YAML_MAP)
		complain(&g, own->from, "is not a map of actions to keys", own->text);
	for (const struct yaml *y = own->first; y != NULL; y = y->next)
		if (own->kind == YAML_MAP)
			change(&g, y);
	*out = (struct keymap){ g.list.at, g.list.n };
	return out;
}
