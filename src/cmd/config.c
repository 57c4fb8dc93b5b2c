/* The configuration is read when it is asked for; most runs never do. */
#include "cmd/config.h"

#include <stdlib.h>

#include "base/file.h"
#include "data/yaml.h"

enum { CONFIG_MOST = 1 << 16 };

static const struct yaml *
read_config(struct call *c)
{
	const char *folder = config_folder(c->a), *path;
	struct yaml *tree = NULL;
	struct str bytes;

	if (folder == NULL)
		return NULL;
	path = path_join(c->a, folder, STR("config.yaml"));
	if (!file_stat(path).exists ||
	    !file_read(c->a, path, CONFIG_MOST, &bytes, c->d) ||
	    !yaml_read(c->a, bytes, str_of(path), &tree, c->d))
		return NULL;
	return tree;
}

const char *
config_value(struct call *c, struct str key)
{
	const struct yaml *value = yaml_get(read_config(c), key);
	const char *home = getenv("HOME");

	if (value == NULL || value->kind != YAML_SCALAR || value->text.n == 0)
		return NULL;
	if (home != NULL && str_starts(value->text, STR("~/")))
		return path_join(c->a, home, str_cut(value->text, 2, value->text.n));
	return str_nul(c->a, value->text);
}
