/* Merge, write in one step, and tell. */
#include "cmd/put.h"

#include "base/file.h"
#include "brief/merge.h"
#include "data/json.h"
#include "text/clean.h"

static struct str
joined(struct arena *a, const struct strs *keys)
{
	struct buf out = buf_new(a);

	for (size_t i = 0; i < keys->n; i++) {
		buf_text(&out, i == 0 ? "" : ", ");
		buf_str(&out, keys->at[i]);
	}
	return buf_view(&out);
}

static bool
is_dry(const struct call *c)
{
	return c->value[OPTION_DRY] != NULL;
}

int
put_beside(struct call *c, const char *path, struct brief *fresh, const char *why,
    struct arena *a, struct put *out)
{
	struct buf name = buf_new(c->a), bytes = buf_new(a);

	buf_printf(&name, "%s.new", path);
	buf_byte(&name, '\0');
	out->status = PUT_KEPT;
	brief_write_made(fresh, out->made_by, &bytes);
	if (!is_dry(c) && !file_write(name.p, buf_view(&bytes), c->d)) {
		out->status = PUT_FAILED;
		return EXIT_TROUBLE;
	}
	out->beside = name.p;
	say(c->d, SAY_BRIEF_REFUSED, (struct place){ .file = str_of(path) },
	    "'%s' %s and is left as it is; what is new %s in '%s'", path, why,
	    is_dry(c) ? "would lie" : "lies", name.p);
	return EXIT_EDITED;
}

static void
say_kept(struct call *c, const char *path, const struct merge *m)
{
	if (m->kept.n != 0)
		say(c->d, SAY_BRIEF_KEPT, (struct place){ .file = str_of(path) },
		    "'%s' keeps your " STR_FMT ", though the input now says otherwise",
		    path, STR_ARG(joined(c->a, &m->kept)));
}

/* A brief where one is already: nobody can tell whose edit is the later one. */
static int
put_brief(struct call *c, const char *path, struct brief *fresh, struct str bytes,
    struct arena *a, struct put *out)
{
	struct buf is = buf_new(a), was = buf_new(a);
	struct diags quiet = { .a = a };
	struct briefs there = { 0 };

	if (brief_read(a, bytes, str_of(path), &there, &quiet) && there.n == 1) {
		brief_write(there.at[0], &was);
		brief_write(fresh, &is);
		out->status = PUT_SAME;
		if (str_eq(buf_view(&is), buf_view(&was)))
			return EXIT_DONE;
	}
	return put_beside(c, path, fresh, "differs from the brief that is given", a, out);
}

int
put_merged(struct call *c, const char *path, struct str id, struct brief *fresh,
    struct arena *a, struct put *out)
{
	static const enum put_status of[] = { [MERGE_SAME] = PUT_SAME,
		[MERGE_KEPT] = PUT_KEPT,
		[MERGE_REFRESHED] = PUT_REFRESHED,
		[MERGE_REFUSED] = PUT_KEPT };
	struct merge m = { .made_by = out->made_by };
	struct str bytes;
	enum merge_end end;

	*out = (struct put){ .made_by = out->made_by, .status = PUT_FAILED, .id = id };
	if (!file_read(a, path, BRIEF_MOST, &bytes, c->d))
		return EXIT_TROUBLE;
	fresh->id = id;
	if (out->made_by.n == 0)
		return put_brief(c, path, fresh, bytes, a, out);
	end = brief_merge(a, bytes, str_of(path), fresh, &m, c->d);
	if (end == MERGE_REFUSED)
		return put_beside(c, path, fresh, "cannot be merged", a, out);
	if (end == MERGE_REFRESHED && !is_dry(c) && !file_write(path, m.bytes, c->d))
		return EXIT_TROUBLE;
	out->status = of[end];
	out->kept = m.kept;
	out->refreshed = m.refreshed;
	say_kept(c, path, &m);
	return EXIT_DONE;
}

static void
tell_json(struct call *c, const char *file, const struct put *p, const char *status)
{
	struct json j = { .out = &c->out };

	json_open(&j, '{');
	json_key(&j, "file");
	json_str(&j, str_of(file));
	json_field(&j, "id", p->id);
	json_field(&j, "status", str_of(status));
	json_strs(&j, "refreshed", &p->refreshed);
	json_strs(&j, "kept", &p->kept);
	json_field(&j, "new", p->beside == NULL ? STR_NIL : str_of(p->beside));
	json_end(&j);
}

void
put_tell(struct call *c, const char *file, const struct put *p)
{
	static const char *const names[] = { "new", "same", "refreshed", "kept",
		"failed" };
	const char *status = names[p->status];

	if (c->value[OPTION_JSON] != NULL) {
		tell_json(c, file, p, status);
	} else if (is_dry(c)) {
		buf_printf(&c->out, "%-9s " STR_FMT "%s", status, STR_ARG(p->id),
		    p->id.n == 0 ? "" : "  ");
		put_clean(&c->out, str_of(file), false);
		buf_byte(&c->out, '\n');
	} else if (p->id.n != 0) {
		buf_str(&c->out, p->id);
		buf_byte(&c->out, c->value[OPTION_NUL] != NULL ? '\0' : '\n');
	}
}

int
put_worse(int status, int other)
{
	static const int order[] = {
		[EXIT_DONE] = 0, [EXIT_NOTHING] = 1, [EXIT_EDITED] = 2, [EXIT_TROUBLE] = 3
	};

	return order[other] > order[status] ? other : status;
}
