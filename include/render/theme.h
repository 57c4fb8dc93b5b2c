/*
 * render/theme.h -- how roles look.
 *
 * A theme is a YAML file: a palette (names for colours), styles (a role's name:
 * "fg on bg bold italic underline reverse dim"), and `inherits`.  Those of
 * themes/ are built in; a person's lie in the configuration folder.  "auto" uses
 * the terminal's own 16 colours, so it is right on dark and on light.
 */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"
#include "render/roles.h"

enum attr {
	ATTR_BOLD = 1,
	ATTR_ITALIC = 2,
	ATTR_UNDERLINE = 4,
	ATTR_REVERSE = 8,
	ATTR_DIM = 16
};

/* A colour: COLOUR_DEFAULT, one of the terminal's 16 (0..15), or COLOUR_RGB + 0xrrggbb. */
enum { COLOUR_DEFAULT = -1, COLOUR_RGB = 1 << 24 };

struct look {
	int32_t fg, bg;
	uint8_t attrs;
};

struct theme {
	struct str name, about;
	struct look looks[ROLE_COUNT];
};

/* How many colours the terminal has: 0 (attributes only), 16, 256, or 1 << 24. */
struct look look_for(const struct theme *t, enum role r, int colours);

/* One of those built in, by name or by number from 0; false when there is none. */
bool theme_builtin(struct arena *a, struct str name, struct theme *out, struct diags *d);
struct str theme_builtin_name(size_t i); /* empty after the last */

/* A theme file; `inherits` names a built-in one. */
bool theme_read(struct arena *a, struct str bytes, struct str name, struct theme *out,
    struct diags *d);

#endif
