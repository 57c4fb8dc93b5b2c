/* The names and help lines of the roles, from their rows. */
#include "render/roles.h"

#define ROLE_NAME(id, name, help) [ROLE_##id] = (name),
static const char *const names[ROLE_COUNT] = { ROLES(ROLE_NAME) };
#define ROLE_HELP(id, name, help) [ROLE_##id] = (help),
static const char *const helps[ROLE_COUNT] = { ROLES(ROLE_HELP) };

const char *
role_name(enum role r)
{
	return names[r];
}

const char *
role_help(enum role r)
{
	return helps[r];
}
