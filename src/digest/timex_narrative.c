/* Whether a text is a history, which is told in years long past, or news. */
#include "timex_rules.h"

/* Years that could be the story's: how many, and how many of them long before the document. */
static size_t
count_years(const struct finder *f, size_t *old)
{
	size_t years = 0;

	*old = 0;
	for (size_t i = 0; i < f->t->n; i++) {
		struct seen w;

		if (f->t->at[i].kind != TOKEN_NUMBER || f->t->at[i].n != 4)
			continue;
		w = timex_classify(f->language, f->t, i);
		if ((w.classes & BIT(YEAR)) == 0)
			continue;
		years++;
		*old += w.value < f->doc.year - 2;
	}
	return years;
}

/* Today, yesterday and weekdays without a date: the article is news. */
static size_t
count_news(const struct finder *f)
{
	size_t news = 0;

	for (size_t i = 0; i < f->t->n; i++) {
		const uint64_t classes = timex_classify(f->language, f->t, i).classes;

		news += (classes & BIT(TODAY)) != 0 ||
			((classes & BIT(WEEKDAY)) != 0 && i + 1 < f->t->n &&
			    !token_is(f->t, i + 1, STR(",")));
	}
	return news;
}

bool
timex_is_narrative(const struct finder *f)
{
	size_t old, years;

	if (!f->has_doc)
		return false;
	years = count_years(f, &old);
	return years >= 8 && 4 * old >= 3 * years && 1200 * years > f->t->text.n &&
	       4 * count_news(f) <= years;
}
