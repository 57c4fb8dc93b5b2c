/* A list of folders still to be read instead of recursion; nothing found is opened. */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/trouble.h"
#include "base/vec.h"

enum kind { KIND_OTHER, KIND_FILE, KIND_FOLDER };

static enum kind
kind_of(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return KIND_OTHER;
	return S_ISDIR(st.st_mode)   ? KIND_FOLDER
	       : S_ISREG(st.st_mode) ? KIND_FILE
				     : KIND_OTHER;
}

/* "x_files" beside "x.html": pictures, styles and scripts of a saved page. */
static bool
is_of_page(struct arena *a, struct str path)
{
	static const char *const endings[] = { ".html", ".htm" };

	if (!str_ends(path, STR("_files")))
		return false;
	for (size_t i = 0; i < LEN(endings); i++) {
		struct buf page = buf_new(a);

		buf_str(&page, str_cut(path, 0, path.n - 6));
		buf_text(&page, endings[i]);
		buf_byte(&page, '\0');
		if (file_stat(page.p).exists)
			return true;
	}
	return false;
}

static bool
read_folder(struct arena *a, const char *path, struct strs *folders, struct strs *out,
    struct diags *d)
{
	DIR *dir = opendir(path);
	const struct dirent *e;

	if (dir == NULL)
		return file_trouble(d, SAY_FILE_OPEN, path, "open");
	while ((e = readdir(dir)) != NULL) {
		const char *full =
		    e->d_name[0] == '.' ? NULL : path_join(a, path, str_of(e->d_name));
		const enum kind kind = full == NULL ? KIND_OTHER : kind_of(full);

		if (kind == KIND_FILE)
			*vec_push(a, out) = str_of(full);
		if (kind == KIND_FOLDER && !is_of_page(a, str_of(full)))
			*vec_push(a, folders) = str_of(full);
	}
	(void)closedir(dir);
	return true;
}

bool
folder_walk(struct arena *a, const char *path, struct strs *out, struct diags *d)
{
	struct strs folders = { 0 };
	const size_t before = out->n;
	bool ok = true;

	*vec_push(a, &folders) = str_of(path);
	for (size_t i = 0; i < folders.n; i++)
		ok = read_folder(a, folders.at[i].p, &folders, out, d) && ok;
	if (out->n > before)
		qsort(out->at + before, out->n - before, sizeof(*out->at), str_order);
	return ok;
}
