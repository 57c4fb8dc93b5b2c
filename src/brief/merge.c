/* Key by key: whose it is, whether there is anything new, and then a splice. */
#include "brief/merge.h"

#include "brief/parts.h"

/* One key of the converter's, with the hash of what the file says, of what was written
   there, and of what is to be written. */
struct claim {
	const struct field *row;
	struct str is, was, will;
	bool kept; /* as far as the hashes and `keep` tell */
};

static struct claim
claim_of(struct edit *e, const struct field *f, const struct brief *old,
    const struct brief *fresh)
{
	const struct str key = str_of(f->key);
	struct claim c = { .row = f,
		.is = brief_hash_of(e->a, f, old),
		.was = brief_made_hash(e->brief, key),
		.will = brief_hash_of(e->a, f, fresh) };

	c.kept = strs_have(&e->brief->keep, key) || !str_eq(c.is, c.was);
	return c;
}

static bool
put(struct edit *e, const struct claim *c, const struct brief *fresh)
{
	if (str_eq(str_of(c->row->key), STR("related")))
		return merge_put_related(e, c->row, fresh);
	return merge_put(e, brief_fields, e->root, c->row, fresh);
}

/* What stands in made.hash for the key after this. */
static struct str
merge_key(struct edit *e, struct claim *c, const struct brief *fresh, struct merge *out)
{
	const struct str key = str_of(c->row->key);

	if (str_eq(c->is, c->will))
		return c->was; /* a hand that wrote the same keeps what it wrote */
	if (!c->kept && put(e, c, fresh)) {
		*vec_push(e->a, &out->refreshed) = key;
		return c->will;
	}
	*vec_push(e->a, &out->kept) = key;
	return c->was;
}

static void
put_made(struct edit *e, struct brief *made)
{
	const struct field *f = field_find(brief_fields, STR("made"));

	for (size_t i = 0; i < e->brief->made_hash.n; i++) {
		const struct acronym *pair = &e->brief->made_hash.at[i];
		const struct field *row = field_find(brief_fields, pair->shorter);

		if (row == NULL || !(row->flags & FLAG_MADE))
			*vec_push(e->a, &made->made_hash) = *pair;
	}
	if (!merge_put(e, brief_fields, e->root, f, made))
		(void)edit_give_up(e, "'made' holds a comment or a key of your own");
}

static const struct field *
row_of(const char *key)
{
	return field_find(brief_fields, str_of(key));
}

/* Paragraphs are counted in the body that will be there. */
static struct brief
anchored(struct edit *e, const struct brief *old, const struct brief *fresh)
{
	const struct claim body = claim_of(e, row_of("body"), old, fresh);
	struct brief out = *fresh;

	if (body.kept && !str_eq(body.is, body.will))
		merge_anchor(e->a, e->brief->body, &out);
	return out;
}

static enum merge_end
merge_keys(struct edit *e, const struct brief *given, struct merge *out)
{
	const struct brief old = brief_without_reader(e->a, e->brief);
	const struct brief own = brief_without_reader(e->a, given);
	const struct brief fresh = anchored(e, &old, &own);
	struct brief made = { .made_by = out->made_by };
	bool news = false; /* else the edits are all that differs */

	for (const struct field *f = brief_fields; f->key != NULL; f++) {
		struct claim c;
		struct str hash;

		if (!(f->flags & FLAG_MADE))
			continue;
		c = claim_of(e, f, &old, &fresh);
		news = news || (!str_eq(c.is, c.will) && !str_eq(c.was, c.will));
		hash = merge_key(e, &c, &fresh, out);
		if (hash.n != 0)
			*vec_push(e->a, &made.made_hash) =
			    (struct acronym){ str_of(f->key), hash };
	}
	if (!news)
		out->kept.n = 0;
	if (out->refreshed.n == 0)
		return news ? MERGE_KEPT : MERGE_SAME;
	put_made(e, &made);
	return edit_end(e, &out->bytes) ? MERGE_REFRESHED : MERGE_REFUSED;
}

enum merge_end
brief_merge(struct arena *a, struct str bytes, struct str name, const struct brief *fresh,
    struct merge *out, struct diags *d)
{
	struct edit e = { .a = a, .bytes = bytes, .name = name };

	*out = (struct merge){ .made_by = out->made_by, .bytes = bytes };
	if (!edit_begin(&e, d))
		return MERGE_REFUSED;
	if (e.root->flow) {
		(void)edit_give_up(&e, "the brief is one map in braces");
		return MERGE_REFUSED;
	}
	return merge_keys(&e, fresh, out);
}
