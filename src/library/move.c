/*
 * Another id, step by step: a note of it, the file under its new name, the links in other
 * files, the old file away, the state, the note away.  Each step is whole on the disk
 * before the next one, and each can be done again.
 */
#include "library/move.h"
#include "library/journal.h"

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "brief/brief.h"
#include "library/change.h"

#define NOTE ".nutgraf.move"

enum { NOTE_MOST = 1 << 16 };

struct moving {
	const char *folder;
	const struct move *m;
	struct diags *d;
	struct arena a;
};

struct str
move_name(struct arena *a, struct str file, struct str to)
{
	struct buf b = buf_new(a);

	buf_str(&b, to);
	buf_text(&b, str_ends(file, STR(".md")) ? ".md" : ".yaml");
	return buf_view(&b);
}

/* The old file's bytes as those of the new one. */
static bool
renamed_bytes(struct moving *k, struct str *out)
{
	const char *path = path_join(&k->a, k->folder, k->m->file);
	struct str bytes;

	return file_read(&k->a, path, BRIEF_MOST, &bytes, k->d) &&
	       brief_set_id(&k->a, bytes, str_of(path), k->m->to, out, k->d);
}

/* One other file.  What is no brief has no links, and is nobody's trouble here. */
static bool
relink(struct moving *k, struct str name, bool write)
{
	const char *path = path_join(&k->a, k->folder, name);
	struct diags quiet = { .a = &k->a };
	struct briefs briefs = { 0 };
	struct str bytes, after;

	if (!file_read(&k->a, path, BRIEF_MOST, &bytes, k->d))
		return false;
	if (!str_has(bytes, k->m->id) ||
	    !brief_read(&k->a, bytes, str_of(path), &briefs, &quiet) || briefs.n != 1)
		return true;
	for (size_t i = 0; i < briefs.at[0]->related.n; i++)
		if (str_eq(briefs.at[0]->related.at[i].id, k->m->id))
			return brief_relink(&k->a, bytes, str_of(path), k->m->id,
				   k->m->to, &after, k->d) &&
			       (!write || file_write(path, after, k->d));
	return true;
}

/* All other files: first tried, then written. */
static bool
relink_all(struct moving *k, bool write)
{
	struct strs names;
	bool ok = folder_list(&k->a, k->folder, STR(".yaml .md"), &names, k->d);

	for (size_t i = 0; ok && i < names.n; i++) {
		const struct arena_mark mark = arena_mark(&k->a);

		if (!str_eq(names.at[i], k->m->file))
			ok = relink(k, names.at[i], write);
		arena_rewind(&k->a, mark);
	}
	return ok;
}

static bool
write_note(struct moving *k)
{
	const char *path = path_join(&k->a, k->folder, STR(NOTE));
	const struct move *m = k->m;
	struct buf b = buf_new(&k->a);
	bool exists;

	buf_printf(&b, STR_FMT "\n" STR_FMT "\n" STR_FMT "\n" STR_FMT "\n%ld\n",
	    STR_ARG(m->id), STR_ARG(m->to), STR_ARG(m->file), STR_ARG(m->new), m->undoes);
	if (file_create(path, buf_view(&b), &exists, k->d))
		return true;
	if (exists)
		say(k->d, SAY_FILE_WRITE, (struct place){ .file = str_of(path) },
		    "'%s' is in the way; look what it says, and remove it", path);
	return false;
}

static bool
read_note(struct arena *a, const char *folder, struct move *m)
{
	const char *path = path_join(a, folder, STR(NOTE));
	struct diags quiet = { .a = a };
	struct str bytes;

	if (!file_read(a, path, NOTE_MOST, &bytes, &quiet))
		return false;
	m->id = str_line(&bytes);
	m->to = str_line(&bytes);
	m->file = str_line(&bytes);
	m->new = str_line(&bytes);
	return str_int(str_line(&bytes), &m->undoes) && brief_id_valid(m->to) &&
	       m->id.n != 0 && m->file.n != 0 && m->new.n != 0 &&
	       !str_has(m->file, STR("/")) && !str_has(m->new, STR("/"));
}

static bool
remove_note(struct moving *k)
{
	return file_remove(path_join(&k->a, k->folder, STR(NOTE)), k->d);
}

/* From the file under its new name to the end. */
static bool
finish(struct moving *k, struct state *s)
{
	const struct move *m = k->m;
	struct buf was = buf_new(&k->a);

	buf_printf(&was, STR_FMT "\n" STR_FMT, STR_ARG(m->id), STR_ARG(m->file));
	if (!relink_all(k, true) ||
	    (!str_eq(m->file, m->new) &&
		!file_remove(path_join(&k->a, k->folder, m->file), k->d)))
		return false;
	(void)state_moved(s, m->id, m->to, buf_view(&was), m->undoes);
	return remove_note(k);
}

/* The file under its new name; one that keeps its name is replaced in one step. */
static bool
begin(struct moving *k, struct str bytes)
{
	const char *path = path_join(&k->a, k->folder, k->m->new);
	bool exists;

	if (str_eq(k->m->file, k->m->new))
		return file_write(path, bytes, k->d);
	if (file_create(path, bytes, &exists, k->d))
		return true;
	if (exists)
		say(k->d, SAY_FILE_WRITE, (struct place){ .file = str_of(path) },
		    "'%s' exists; choose another id", path);
	return false;
}

bool
move_run(const char *folder, const struct move *m, struct state *s, struct diags *d)
{
	struct moving k = { folder, m, d, ARENA_INIT };
	struct str bytes;
	bool ok = renamed_bytes(&k, &bytes) && relink_all(&k, false) && write_note(&k);

	if (ok && !begin(&k, bytes)) {
		(void)remove_note(&k);
		ok = false;
	}
	ok = ok && finish(&k, s);
	arena_free(&k.a);
	return ok;
}

/* What the crash left: the new file has to be the old one's, or be all there is. */
static bool
was_begun(struct moving *k)
{
	const char *old = path_join(&k->a, k->folder, k->m->file);
	const char *new = path_join(&k->a, k->folder, k->m->new);
	struct diags quiet = { .a = &k->a }, *d = k->d;
	struct str want, have;
	bool same;

	if (!file_stat(new).exists)
		return false;
	if (!file_stat(old).exists)
		return true;
	k->d = &quiet;
	same = file_read(&k->a, new, BRIEF_MOST, &have, &quiet) &&
	       renamed_bytes(k, &want) && str_eq(have, want);
	k->d = d;
	return same;
}

bool
library_is_torn(const char *folder)
{
	struct arena a = ARENA_INIT;
	const bool torn = file_stat(path_join(&a, folder, STR(NOTE))).exists;

	arena_free(&a);
	return torn;
}

bool
library_mend(const char *folder, struct state *s, struct diags *d)
{
	const int lock = folder_lock(folder);
	struct move m = { 0 };
	struct moving k = { folder, &m, d, ARENA_INIT };
	bool ok = true;

	if (library_is_torn(folder)) { /* still, now that nobody else is at it */
		if (read_note(&k.a, folder, &m) && was_begun(&k))
			ok = finish(&k, s);
		else
			ok = remove_note(&k);
		folder_sweep(folder);
	}
	if (lock >= 0)
		(void)close(lock);
	arena_free(&k.a);
	return ok;
}
