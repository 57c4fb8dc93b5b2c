/* The journal of changes, newest last, cut at its old end; and briefs that change ids. */
#include "base/vec.h"
#include "library/journal.h"
#include "library/state_file.h"

long
state_next_step(struct state *s)
{
	return sql_number(&s->sql, 0, "SELECT max(step) FROM undo WHERE library = ?", "i",
		   s->number) +
	       1;
}

bool
state_trim(struct state *s)
{
	return sql_do(&s->sql,
	    "DELETE FROM undo WHERE library = ? AND step IN (SELECT DISTINCT step"
	    " FROM undo WHERE library = ? ORDER BY step DESC LIMIT -1 OFFSET ?)",
	    "iii", s->number, s->number, (long)UNDO_MOST);
}

static bool
note(struct state *s, void *arg)
{
	const struct acts *acts = arg;
	const long step = state_next_step(s);

	for (size_t i = 0; i < acts->n; i++)
		if (!sql_do(&s->sql,
			"INSERT INTO undo(library, step, what, id, was)"
			" VALUES(?, ?, ?, ?, ?)",
			"iisss", s->number, step, acts->at[i].what, acts->at[i].id,
			acts->at[i].was))
			return false;
	return state_trim(s);
}

bool
state_note(struct state *s, const struct acts *acts)
{
	struct acts copy = *acts;

	return state_change(s, note, &copy);
}

struct acts
state_last(struct state *s, struct arena *a)
{
	struct acts out = { 0 };
	sqlite3_stmt *q = sql_ask(&s->sql,
	    "SELECT step, what, id, was FROM undo WHERE library = ?1 AND step ="
	    " (SELECT max(step) FROM undo WHERE library = ?1) ORDER BY n",
	    "i", state_number(s));

	while (sql_next(&s->sql, q)) {
		out.step = (long)sqlite3_column_int64(q, 0);
		*vec_push(a, &out) = (struct act){ .what = sql_text(a, q, 1),
			.id = sql_text(a, q, 2),
			.was = sql_text(a, q, 3) };
	}
	return state_check(s) ? out : (struct acts){ 0 };
}

static bool
drop(struct state *s, void *arg)
{
	const long *step = arg;

	return sql_do(&s->sql, "DELETE FROM undo WHERE library = ? AND step = ?", "ii",
	    s->number, *step);
}

bool
state_drop(struct state *s, long step)
{
	return state_change(s, drop, &step);
}

static bool
unmark(struct state *s, void *arg)
{
	struct acts *acts = arg;

	for (size_t i = acts->n; i-- > 0;) {
		long was = 0;

		if (!str_int(acts->at[i].was, &was))
			continue;
		if (!sql_do(&s->sql,
			"UPDATE brief SET marks = ? WHERE library = ? AND id = ?", "iis",
			was, s->number, acts->at[i].id))
			return false;
	}
	return drop(s, &acts->step);
}

bool
state_unmark(struct state *s, const struct acts *acts)
{
	struct acts copy = *acts;

	return state_change(s, unmark, &copy);
}

struct renaming {
	struct str id, to, was;
	long undoes;
};

/* Done before a crash and again after it, it is noted once. */
static bool
note_once(struct state *s, const struct renaming *r)
{
	const long noted = sql_number(&s->sql, 0,
	    "SELECT count(*) FROM undo WHERE library = ?1 AND what = 'mv' AND id = ?2"
	    " AND was = ?3 AND step = (SELECT max(step) FROM undo WHERE library = ?1)",
	    "iss", s->number, r->to, r->was);

	if (noted != 0)
		return true;
	return sql_do(&s->sql,
		   "INSERT INTO undo(library, step, what, id, was)"
		   " VALUES(?, ?, 'mv', ?, ?)",
		   "iiss", s->number, state_next_step(s), r->to, r->was) &&
	       state_trim(s);
}

static bool
rename_all(struct state *s, void *arg)
{
	static const char *const rows[] = {
		"UPDATE OR REPLACE brief SET id = ? WHERE library = ? AND id = ?",
		"UPDATE OR REPLACE visit SET id = ? WHERE library = ? AND id = ?",
		"UPDATE undo SET id = ? WHERE library = ? AND id = ? AND what = 'mark'",
		"UPDATE session SET cursor = ? WHERE library = ? AND cursor = ?",
	};
	const struct renaming *r = arg;
	long step = r->undoes;

	for (size_t i = 0; i < LEN(rows); i++)
		if (!sql_do(&s->sql, rows[i], "sis", r->to, s->number, r->id))
			return false;
	return r->undoes == 0 ? note_once(s, r) : drop(s, &step);
}

bool
state_moved(struct state *s, struct str id, struct str to, struct str was, long undoes)
{
	struct renaming job = { id, to, was, undoes };

	return state_change(s, rename_all, &job);
}
