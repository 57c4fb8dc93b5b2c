/* Asking the tree; readers make it. */
#include "data/yaml_tree.h"

const struct yaml *
yaml_get(const struct yaml *map, struct str key)
{
	if (map == NULL || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml *y = map->first; y != NULL; y = y->next)
		if (str_eq(y->key, key))
			return y;
	return NULL;
}

const struct yaml *
yaml_last(const struct yaml *y)
{
	const struct yaml *last = y->first;

	while (last != NULL && last->next != NULL)
		last = last->next;
	return last;
}

bool
yaml_is_null(const struct yaml *y)
{
	return y->kind == YAML_SCALAR && !y->quoted &&
	       (y->text.n == 0 || str_eq(y->text, STR("~")) ||
		   str_eq(y->text, STR("null")) || str_eq(y->text, STR("Null")) ||
		   str_eq(y->text, STR("NULL")));
}
