/* Marks, places, visits, how the reader was left, saved queries: rows of the database. */
#include "base/buf.h"
#include "base/vec.h"
#include "library/state_file.h"

/* The brief has a row from here on. */
static bool
enter(struct state *s, struct str id)
{
	return sql_do(&s->sql, "INSERT OR IGNORE INTO brief(library, id) VALUES(?, ?)",
	    "is", s->number, id);
}

struct map
state_marks(struct state *s, struct arena *a)
{
	struct map m = map_new(a);
	sqlite3_stmt *q = sql_ask(&s->sql,
	    "SELECT id, marks FROM brief WHERE library = ? AND marks != 0", "i",
	    state_number(s));

	while (sql_next(&s->sql, q))
		*map_at(&m, sql_text(a, q, 0)) = (uint32_t)sqlite3_column_int(q, 1);
	return state_check(s) ? m : map_new(a);
}

unsigned
state_mark_of(struct state *s, struct str id)
{
	const long marks =
	    sql_number(&s->sql, 0, "SELECT marks FROM brief WHERE library = ? AND id = ?",
		"is", state_number(s), id);

	return state_check(s) ? (unsigned)marks : 0;
}

struct marking {
	const struct strs *ids;
	unsigned set, clear;
	size_t different;
};

static bool
mark_one(struct state *s, struct marking *m, long step, struct str id)
{
	const long was = sql_number(&s->sql, 0,
	    "SELECT marks FROM brief WHERE library = ? AND id = ?", "is", s->number, id);
	const long now = (long)(((unsigned)was & ~m->clear) | m->set);
	char bits[2] = { (char)('0' + (was & 7)), '\0' };

	if (now == was)
		return s->sql.trouble == 0;
	m->different++;
	return enter(s, id) &&
	       sql_do(&s->sql, "UPDATE brief SET marks = ? WHERE library = ? AND id = ?",
		   "iis", now, s->number, id) &&
	       sql_do(&s->sql,
		   "INSERT INTO undo(library, step, what, id, was)"
		   " VALUES(?, ?, 'mark', ?, ?)",
		   "iiss", s->number, step, id, str_of(bits));
}

static bool
mark(struct state *s, void *arg)
{
	struct marking *m = arg;
	const long step = state_next_step(s);

	m->different = 0;
	for (size_t i = 0; i < m->ids->n; i++)
		if (!mark_one(s, m, step, m->ids->at[i]))
			return false;
	return m->different != 0 && state_trim(s);
}

size_t
state_mark(struct state *s, const struct strs *ids, unsigned set, unsigned clear)
{
	struct marking m = { ids, set, clear, 0 };
	const size_t said = s->d->n;

	if (state_change(s, mark, &m))
		return m.different;
	return m.different == 0 && s->d->n == said ? 0 : SIZE_MAX;
}

bool
state_place(struct state *s, struct str id, struct arena *a, struct place_read *out)
{
	sqlite3_stmt *q = sql_ask(&s->sql,
	    "SELECT pane, para, byte FROM brief"
	    " WHERE library = ? AND id = ? AND pane != ''",
	    "is", state_number(s), id);
	bool found = false;

	while (sql_next(&s->sql, q)) {
		*out = (struct place_read){ .pane = sql_text(a, q, 0),
			.para = (long)sqlite3_column_int64(q, 1),
			.offset = (size_t)sqlite3_column_int64(q, 2) };
		found = true;
	}
	return state_check(s) && found;
}

struct strs
state_visits(struct state *s, struct arena *a)
{
	struct strs out = { 0 };
	sqlite3_stmt *q =
	    sql_ask(&s->sql, "SELECT id FROM visit WHERE library = ? ORDER BY n DESC",
		"i", state_number(s));

	while (sql_next(&s->sql, q))
		*vec_push(a, &out) = sql_text(a, q, 0);
	return state_check(s) ? out : (struct strs){ 0 };
}

struct session
state_session(struct state *s, struct arena *a)
{
	struct session out = { 0 };
	struct str trail = STR_NIL;
	sqlite3_stmt *q = sql_ask(&s->sql,
	    "SELECT cursor, trail FROM session WHERE library = ?", "i", state_number(s));

	while (sql_next(&s->sql, q)) {
		out.cursor = sql_text(a, q, 0);
		trail = sql_text(a, q, 1);
	}
	while (trail.n != 0)
		*vec_push(a, &out.trail) = str_split(&trail, '\n');
	return state_check(s) ? out : (struct session){ 0 };
}

static bool
open_one(struct state *s, struct str id, struct str at)
{
	return enter(s, id) &&
	       sql_do(&s->sql,
		   "UPDATE brief SET marks = marks | 1 WHERE library = ? AND id = ?",
		   "is", s->number, id) &&
	       sql_do(&s->sql,
		   "INSERT OR REPLACE INTO visit(library, id, at) VALUES(?, ?, ?)", "iss",
		   s->number, id, at);
}

static bool
place_one(struct state *s, const struct place_of_id *p)
{
	return enter(s, p->id) && sql_do(&s->sql,
				      "UPDATE brief SET pane = ?, para = ?, byte = ?"
				      " WHERE library = ? AND id = ?",
				      "siiis", p->place.pane, p->place.para,
				      (long)p->place.offset, s->number, p->id);
}

static bool
leave(struct state *s, const struct session *left)
{
	struct arena a = ARENA_INIT;
	struct buf trail = buf_new(&a);
	bool ok;

	for (size_t i = 0; i < left->trail.n; i++) {
		buf_str(&trail, left->trail.at[i]);
		buf_byte(&trail, '\n');
	}
	ok = sql_do(&s->sql,
	    "INSERT OR REPLACE INTO session(library, cursor, trail) VALUES(?, ?, ?)",
	    "iss", s->number, left->cursor, buf_view(&trail));
	arena_free(&a);
	return ok;
}

static bool
keep(struct state *s, void *arg)
{
	const struct reading *r = arg;

	for (size_t i = 0; i < r->opened.n; i++)
		if (!open_one(s, r->opened.at[i], r->at))
			return false;
	for (size_t i = 0; i < r->places.n; i++)
		if (!place_one(s, &r->places.at[i]))
			return false;
	if (r->session != NULL && !leave(s, r->session))
		return false;
	return r->opened.n == 0 ||
	       sql_do(&s->sql,
		   "DELETE FROM visit WHERE library = ? AND n IN (SELECT n FROM visit"
		   " WHERE library = ? ORDER BY n DESC LIMIT -1 OFFSET ?)",
		   "iii", s->number, s->number, (long)VISITS_MOST);
}

bool
state_keep(struct state *s, const struct reading *r)
{
	struct reading copy = *r;

	return state_change(s, keep, &copy);
}

struct saved_list
state_saved(struct state *s, struct arena *a)
{
	struct saved_list out = { 0 };
	sqlite3_stmt *q = sql_ask(&s->sql,
	    "SELECT name, query, filter FROM query WHERE library = ? ORDER BY name", "i",
	    state_number(s));

	while (sql_next(&s->sql, q))
		*vec_push(a, &out) = (struct saved){ .name = sql_text(a, q, 0),
			.query = sql_text(a, q, 1),
			.filter = sql_text(a, q, 2) };
	return state_check(s) ? out : (struct saved_list){ 0 };
}

static bool
save(struct state *s, void *arg)
{
	const struct saved *q = arg;

	return sql_do(&s->sql,
	    "INSERT OR REPLACE INTO query(library, name, query, filter)"
	    " VALUES(?, ?, ?, ?)",
	    "isss", s->number, q->name, q->query, q->filter);
}

bool
state_save(struct state *s, const struct saved *q)
{
	struct saved copy = *q;

	return state_change(s, save, &copy);
}

static bool
forget(struct state *s, void *arg)
{
	const struct str *name = arg;

	return sql_do(&s->sql, "DELETE FROM query WHERE library = ? AND name = ?", "is",
		   s->number, *name) &&
	       sqlite3_changes(s->sql.db) != 0;
}

bool
state_forget(struct state *s, struct str name)
{
	return state_change(s, forget, &name);
}
