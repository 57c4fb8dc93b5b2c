/*
 * render/theme.h -- how roles look.
 *
 * A theme is a YAML file:
 *
 *   about: one line
 *   inherits: dark                   # a built-in one; its palette and styles hold
 *   backgrounds: ["#000000"]         # what it is made for; for the check of contrast
 *   palette: {blue: "#8ab8e6"}       # names; a child's come before its parent's
 *   styles: {link: blue underline}   # role: fg on bg bold italic underline reverse dim
 *
 * A colour is a name of the palette, one of the terminal's sixteen (red, bright-red),
 * "#rrggbb" or default.  Those of themes/ are built in; a person's lie in the
 * configuration folder.  "auto" uses the terminal's own colours, so it is right on
 * dark and on light.  The ground is never painted, so a theme for dark is for dark.
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
