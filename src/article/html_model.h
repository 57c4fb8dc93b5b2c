/*
 * article/html_model.h -- two models of which blocks are of the article; the mean of what
 * they say is a block's likelihood.
 *
 * Each is a sum of small decision trees over a block's measures, with tables learned by
 * tests/tools/learn-blocks.py from pages whose text is known.  The first sees a block
 * and its place, the second also what the first said of the blocks around it.
 */
#ifndef ARTICLE_HTML_MODEL_H
#define ARTICLE_HTML_MODEL_H

#include "article/html.h"

enum {
	FIRST_COUNT = 64,               /* measures of the first model */
	SECOND_COUNT = FIRST_COUNT + 42 /* of the second, the first's before */
};

/* A tree's node: go on with the next one when the measure is at most `x`, else with that
   `other` nodes further; a leaf has `other` 0 and its share in `x`. */
struct tree_node {
	float x;
	uint8_t measure, other;
};

/* What a class, id or role says by one of its words: by itself and on the way down. */
struct class_word {
	uint32_t hash;
	float weight;
};

/* The words of an element's names, by their hashes; returns how many of `room`. */
size_t html_class_words(const struct node *n, uint32_t *out, size_t room);

/* Sets each box's `own`, `path` and `sign`. */
void html_weigh_boxes(struct page *p);

/* The box whose text a block is: that around a paragraph, or that of bare text. */
uint32_t html_holder(const struct page *p, uint32_t box);

/* One row of measures; the second model's begins with the first's, put there before. */
void html_first_row(const struct page *p, size_t i, float *out);
struct company;
struct company *html_company(struct page *p);
void html_second_row(const struct page *p, const struct company *c, size_t i, float *out);

#endif
