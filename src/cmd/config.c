/* The configuration is read when it is asked for; most runs never do. */
#include "cmd/config.h"

#include "base/file.h"
#include "cmd/world.h"
#include "data/yaml.h"
#include "shell/shell.h"

enum { CONFIG_MOST = 1 << 16 };

/* What means nothing is told, once: a misspelt key would do nothing in silence. */
static void
look_at(struct call *c, const struct yaml *tree, struct str name, struct str bytes)
{
	static const struct {
		const char *key;
		enum yaml_kind kind;
		const char *wants;
	} rows[] = { { "library", YAML_SCALAR, "the path of a folder" },
		{ "theme", YAML_SCALAR, "the name of a theme" },
		{ "keys", YAML_MAP, "a map of actions to keys" } };
	const struct yaml *y = tree->kind == YAML_MAP ? tree->first : tree;

	for (; y != NULL && !c->config_told; y = y->next) {
		size_t i = 0;

		while (i < LEN(rows) && !str_eq(y->key, str_of(rows[i].key)))
			i++;
		if (i == LEN(rows))
			say(c->d, SAY_CONFIG, place_in(name, bytes, y->key_from),
			    "'" STR_FMT "' is no key of the configuration; there are "
			    "library, theme, keys",
			    STR_ARG(y->key.n != 0 ? y->key : y->text));
		else if (y->kind != rows[i].kind && !yaml_is_null(y))
			say(c->d, SAY_CONFIG, place_in(name, bytes, y->from),
			    "'%s' must be %s", rows[i].key, rows[i].wants);
	}
	c->config_told = true;
}

static const struct yaml *
read_config(struct call *c, struct str *name, struct str *bytes)
{
	const char *folder = config_folder(c->a), *path;
	struct yaml *tree = NULL;

	if (folder == NULL)
		return NULL;
	path = path_join(c->a, folder, STR("config.yaml"));
	if (!file_stat(path).exists || !file_read(c->a, path, CONFIG_MOST, bytes, c->d) ||
	    !yaml_read(c->a, *bytes, str_of(path), &tree, c->d) || tree == NULL)
		return NULL;
	*name = str_of(path);
	look_at(c, tree, *name, *bytes);
	return tree;
}

const char *
config_value(struct call *c, struct str key)
{
	struct str name = STR_NIL, bytes = STR_NIL;
	const struct yaml *value = yaml_get(read_config(c, &name, &bytes), key);
	const char *home = world_env("HOME");

	if (value == NULL || value->kind != YAML_SCALAR || value->text.n == 0)
		return NULL;
	if (home != NULL && str_starts(value->text, STR("~/")))
		return path_join(c->a, home, str_cut(value->text, 2, value->text.n));
	return str_nul(c->a, value->text);
}

const struct keymap *
config_keys(struct call *c)
{
	struct str name = STR_NIL, bytes = STR_NIL;
	const struct yaml *own = yaml_get(read_config(c, &name, &bytes), STR("keys"));

	return own == NULL || yaml_is_null(own)
		   ? NULL
		   : shell_keymap(c->a, own, name, bytes, c->d);
}
