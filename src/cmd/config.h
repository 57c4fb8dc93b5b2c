/*
 * cmd/config.h -- $XDG_CONFIG_HOME/nutgraf: config.yaml and themes of one's own.
 *
 * config.yaml is a map: `library`, a folder ("~/" is the home), `theme`, and `keys`, a map
 * of the reader's actions to keys (shell/shell.h).
 */
#ifndef CMD_CONFIG_H
#define CMD_CONFIG_H

#include "cmd/call.h"

/* The folder, or NULL when there is no home. */
const char *config_folder(struct arena *a);

/* A key of config.yaml, or NULL; a file that is no YAML is said. */
const char *config_value(struct call *c, struct str key);

struct keymap;
/* The reader's keys, or NULL for the usual ones. */
const struct keymap *config_keys(struct call *c);

#endif
