/* init: a folder that is a library: empty, with the schema that editors check briefs by. */
#include <string.h>

#include "base/file.h"
#include "cmd/config.h"
#include "cmd/world.h"
#include "text/clean.h"
#include "text/glyph.h"

#define SCHEMA "brief-1.schema.json"

enum { SCHEMA_MOST = 1 << 20 };

/* One that lies there already stays as it is. */
static bool
put_schema(struct call *c, const char *folder)
{
	const char *to = path_join(c->a, folder, STR(SCHEMA));
	const char *from = path_join(c->a, world_samples(c->a), STR(SCHEMA));
	struct str bytes;
	bool exists = file_stat(to).exists;

	if (exists || !file_stat(from).exists)
		return true;
	return file_read(c->a, from, SCHEMA_MOST, &bytes, c->d) &&
	       (file_create(to, bytes, &exists, c->d) || exists);
}

int
cmd_init(struct call *c)
{
	struct buf said = buf_new(c->a);
	const char *folder;
	struct str shown;

	if (c->arg_count > 1)
		return call_usage(c, "init takes one folder");
	folder = c->arg_count == 1 ? c->args[0] : world_library(c, true);
	if (folder == NULL || !folder_make(folder, c->d) || !put_schema(c, folder))
		return EXIT_TROUBLE;
	shown = glyph_safe(c->a, str_of(folder), false);
	buf_printf(&said, "a library is in '" STR_FMT "'\n", STR_ARG(shown));
	if (strcmp(folder, world_library(c, false)) == 0)
		buf_text(&said, "it is the one that is used; 'nutgraf add FILE' puts an "
				"article in\n");
	else
		buf_printf(&said,
		    "to use it: --library DIR, NUTGRAF_LIBRARY=DIR, or 'library: DIR' in "
		    "%s\n",
		    path_join(c->a, config_folder(c->a), STR("config.yaml")));
	put_clean(&c->out, buf_view(&said), true);
	return EXIT_DONE;
}
