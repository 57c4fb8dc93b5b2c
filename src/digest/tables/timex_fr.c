/*
 * French: explicit and simple relative dates; each row with a text it finds and one in
 * which it finds nothing.
 */
#include "digest/timex_resolve.h"
#include "digest/timex_row.h"

static const struct timex_word words[] = {
#include "timex_fr_words.h"
};

static const struct timex_slot slots[] = {
#include "timex_fr_slots.h"
};

/* clang-format off */
static const struct timex_rule rules[] = {
	RULE("month-day", date_day, 0, "le [28 juin 2019] à Osaka", "le 31 juin",
	    O(WEEKDAY), W(COMMA), T(DAYNUM), T(MONTH), OYEAR),
	RULE("days-month", date_day, 1, "du [3] au 7 juin 2019", "3 au 7 rue",
	    T(DAYNUM), AFTER(JOIN), AFTER(DAYNUM), AFTER(MONTH), OYEAR_AFTER),
	RULE("slashes", date_day_first, 0, "le [28/06/2019]", "le 31/06/2019",
	    T(NUMBER), G(SLASH), G(NUMBER), G(SLASH), G(NUMBER)),
	RULE("iso", date_iso, 0, "le [2019-06-28]", "2019-13-45",
	    T(YEAR), G(HYPHEN), G(NUMBER), G(HYPHEN), G(NUMBER)),
	RULE("month-to-month", date_month_of_pair, 0, "en [avril]-mai 2017", "en avril ou 2017",
	    T(MONTH), AFTER2(JOIN, HYPHEN), AFTER(MONTH), YEAR_AFTER),
	RULE("month-year", date_month_year, 0, "en [juin 2018]", "en juin",
	    OPART, T(MONTH), YEARS),
	RULE("month", date_month, 0, "depuis [début juin]", "en juinet",
	    OPART, T(MONTH)),
	RULE("last-month-name", rel_month, 0, "en [juin dernier]", "en jus dernier",
	    T(MONTH), T2(LAST, NEXT)),
	RULE("last-weekday", rel_weekday, 0, "il est venu [vendredi dernier]", "le livre dernier",
	    T(WEEKDAY), O(DAYPART), T2(LAST, NEXT)),
	RULE("weekday-of", rel_weekday_of_week, 0, "le [vendredi de la semaine dernière]", "le vendredi de la femme",
	    T(WEEKDAY), T(OF), T(THE), U(UNIT_WEEK), T2(LAST, NEXT)),
	RULE("weekday", date_weekday, 0, "il est venu [vendredi soir]", "le vent du soir",
	    T(WEEKDAY), O(DAYPART)),
	RULE("weekdays", set_weekdays, 0, "fermé les [lundis]", "fermé lundi",
	    T(WEEKDAYS)),
	RULE("today", rel_today, 0, "il est venu [hier soir]", "le jour",
	    T(TODAY), O(DAYPART)),
	RULE("today", rel_today, 0, "il vient [aujourd'hui]", "le jour",
	    T(TODAY)),
	RULE("year", date_year, 0, "depuis [fin 2018]", "2018 euros",
	    OPART, YEARS),
	RULE("year", date_year, 0, "depuis [l'année 2018]", "l'année",
	    T(UNIT), YEARS),
	RULE("century", date_century, 0, "au [19e siècle]", "au 99e siècle",
	    T(ORDINAL), U(UNIT_CENTURY)),
	RULE("season", date_season, 0, "au [printemps 2018]", "le printemps des poètes",
	    T(SEASON), O(OF), YEARS),
	RULE("season", date_season, 0, "[l'hiver dernier]", "l'hiver",
	    T(SEASON), T2(LAST, NEXT)),
	RULE("season", date_season_abroad, 0, "il viendra au [printemps]", "un printemps sans lui",
	    T(SEASON)),
	RULE("last-year", rel_unit, 0, "[la semaine dernière]", "la femme dernière",
	    O(THE), T(UNIT), T2(LAST, NEXT)),
	RULE("last-year", rel_unit, 0, "au [début de l'année prochaine]", "au début de l'amie prochaine",
	    PARTS, T(OF), O(THE), T(UNIT), T2(LAST, NEXT)),
	RULE("within", rel_within, 0, "à la [fin de l'année]", "à la fin de l'amie",
	    PARTS, T(OF), T(UNIT)),
	RULE("this-year", rel_unit, 0, "[cette année] encore", "cette amie",
	    T(THIS), T(UNIT)),
	RULE("ago", rel_ago, STEP_BEFORE, "[il y a deux semaines]", "il y a deux femmes",
	    TV(MARK, MARK_NO), TV(MARK, MARK_AS), TV(MARK, MARK_SO), QUANT, T2(UNIT, UNITS)),
	RULE("in-days", rel_ago, STEP_AFTER, "il vient [dans trois jours]", "dans trois villes",
	    T(IN), QUANT, T2(UNIT, UNITS)),
	RULE("later", rel_ago, 0, "le 3 mai et [deux jours plus tard]", "deux filles plus tard",
	    QUANT, T2(UNIT, UNITS), T(MORE), T(EARLIER)),
	RULE("beside", rel_beside, 1, "le 3 mai et [le lendemain]", "le 3 mai, le lendemain de sa mort",
	    O(THE), TV(MARK, MARK_AFTER)),
	RULE("beside", rel_beside, -1, "le 3 mai et [la veille]", "le 3 mai, la veille de sa mort",
	    O(THE), TV(MARK, MARK_BEFORE)),
	RULE("length", span_length, 0, "pendant [trois ans]", "trois hommes",
	    QUANT, T2(UNIT, UNITS)),
	RULE("every", set_every, 0, "[chaque lundi] matin", "chaque homme",
	    T(EVERY), T3(UNIT, WEEKDAY, SEASON)),
	RULE("now", ref_word, REF_PRESENT, "il est [actuellement] là", "il est là",
	    TV(REF, REF_PRESENT)),
	RULE("recently", ref_word, REF_PAST, "il est venu [récemment]", "il est venu",
	    TV(REF, REF_PAST)),
};
/* clang-format on */

const struct timex_language timex_french = {
	.tag = "fr",
	TIMEX_TABLES,
};
