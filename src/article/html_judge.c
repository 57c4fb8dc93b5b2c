/* How likely each block is of the article, by the learned tables. */
#include <math.h>

#include "article/html_model.h"
#include "article/tables/blocks.h"
#include "base/map.h"

enum { WORDS_MOST = 24 };

static float
sum_of_trees(
    const struct tree_node *at, const uint16_t *roots, size_t trees, const float *x)
{
	float sum = 0;

	for (size_t i = 0; i < trees; i++) {
		const struct tree_node *n = at + roots[i];

		while (n->other != 0)
			n += x[n->measure] <= n->x ? 1 : n->other;
		sum += n->x;
	}
	return sum;
}

static float
likelihood(float sum)
{
	return 1 / (1 + expf(-sum));
}

static float
word_weight(uint32_t hash)
{
	size_t lo = 0, hi = LEN(class_words);

	while (lo < hi) {
		const size_t mid = (lo + hi) / 2;

		if (class_words[mid].hash == hash)
			return class_words[mid].weight;
		if (class_words[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "entryContent", "entry-content", "ENTRY_content": entry and content, at `*i` on. */
static bool
next_part(struct str s, size_t *i, uint32_t *hash)
{
	uint32_t h = 2166136261u;
	size_t from;

	while (*i < s.n && !is_lower(s.p[*i]) && !is_upper(s.p[*i]))
		(*i)++;
	from = *i;
	while (*i < s.n && (is_lower(s.p[*i]) || is_upper(s.p[*i]))) {
		if (*i > from && is_upper(s.p[*i]) && is_lower(s.p[*i - 1]))
			break;
		h = (h ^ (unsigned char)(s.p[(*i)++] | 32)) * 16777619u;
	}
	*hash = *i - from > 2 && *i - from < 16 ? h : 0;
	return *i > from;
}

size_t
html_class_words(const struct node *n, uint32_t *out, size_t room)
{
	static const enum html_attr from[] = { ATTR_CLASS, ATTR_ID, ATTR_ITEMPROP,
		ATTR_ROLE, ATTR_TESTID };
	size_t count = 0;

	for (size_t k = 0; k < LEN(from); k++) {
		const struct str s = node_value(n, from[k]);
		uint32_t hash, before = 0;
		size_t i = 0;

		while (count + 1 < room && next_part(s, &i, &hash)) {
			if (hash != 0)
				out[count++] = hash;
			if (hash != 0 && before != 0)
				out[count++] = before * 31 + hash;
			before = i < s.n && s.p[i] == ' ' ? 0 : hash;
		}
	}
	return count;
}

void
html_weigh_boxes(struct page *p)
{
	for (size_t i = 0; i < p->boxes.n; i++) {
		struct box *b = &p->boxes.at[i];
		const struct box *up =
		    b->parent == HTML_NONE ? NULL : &p->boxes.at[b->parent];
		uint32_t words[WORDS_MOST];
		const size_t n = html_class_words(b->node, words, WORDS_MOST);

		b->own = 0;
		for (size_t k = 0; k < n; k++)
			b->own += word_weight(words[k]);
		b->path = b->own + (up == NULL ? 0 : up->path);
		b->sign = (uint32_t)hash_bytes(node_value(b->node, ATTR_CLASS)) * 31 +
			  (uint32_t)b->tag;
		b->sign = b->sign * 31 + (up == NULL ? 0 : up->near_sign);
		b->near_sign = (uint32_t)hash_bytes(node_value(b->node, ATTR_CLASS)) +
			       (uint32_t)b->tag;
	}
}

void
html_judge(struct page *p)
{
	float *sum = arena_many(p->a, float, p->blocks.n);
	float row[SECOND_COUNT];
	struct company *c;

	html_weigh_boxes(p);
	for (size_t i = 0; i < p->blocks.n; i++) {
		html_first_row(p, i, row);
		sum[i] = FIRST_BASE +
			 sum_of_trees(first_nodes, first_roots, LEN(first_roots), row);
		p->blocks.at[i].p = likelihood(sum[i]);
	}
	c = html_company(p);
	for (size_t i = 0; i < p->blocks.n; i++) {
		html_first_row(p, i, row);
		html_second_row(p, c, i, row);
		sum[i] += SECOND_BASE + sum_of_trees(second_nodes, second_roots,
					    LEN(second_roots), row);
	}
	for (size_t i = 0; i < p->blocks.n; i++)
		p->blocks.at[i].p = likelihood(sum[i] / 2);
}
