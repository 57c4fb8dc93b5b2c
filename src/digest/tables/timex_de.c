/*
 * German: explicit and simple relative dates; each row with a text it finds and one in
 * which it finds nothing.
 */
#include "digest/timex_resolve.h"
#include "digest/timex_row.h"

static const struct timex_word words[] = {
#include "timex_de_words.h"
};

static const struct timex_slot slots[] = {
#include "timex_de_slots.h"
};

/* clang-format off */
static const struct timex_rule rules[] = {
	RULE("month-day", date_day, 0, "am [28. Juni 2019] in Osaka", "am 31. Juni",
	    O(WEEKDAY), W(COMMA), O(THE), T(DAYNUM), O(DOT), T(MONTH), ABBR, OYEAR),
	RULE("days-month", date_day, 1, "vom [7.] bis 21. Juni 2019", "7. bis 21. Klasse",
	    T(DAYNUM), T(DOT), AFTER(JOIN), AFTER(DAYNUM), AFTER(DOT), AFTER(MONTH), OYEAR_AFTER),
	RULE("dotted", date_dotted, 0, "am [28.06.2019]", "am 31.06.2019",
	    T(DOTTED)),
	RULE("iso", date_iso, 0, "am [2019-06-28]", "2019-13-45",
	    T(YEAR), G(HYPHEN), G(NUMBER), G(HYPHEN), G(NUMBER)),
	RULE("month-to-month", date_month_of_pair, 0, "im [April]-Mai 2017", "im April 2017",
	    T(MONTH), AFTER2(JOIN, HYPHEN), AFTER(MONTH), YEAR_AFTER),
	RULE("month-year", date_month_year, 0, "im [Juni 2018]", "im Juni",
	    OPART, T(MONTH), ABBR, YEARS),
	RULE("month", date_month, 0, "seit [Anfang Juni]", "im Julius",
	    OPART, T(MONTH), ABBR),
	RULE("month-of-year", date_month, 0, "im [Juli dieses Jahres]", "im Juli dieses Mannes",
	    OPART, T(MONTH), ABBR, O(THE), T3(THIS, LAST, NEXT), U(UNIT_YEAR)),
	RULE("last-month-name", rel_month, 0, "im [letzten Juni]", "im letzten Jung",
	    T2(LAST, NEXT), T(MONTH)),
	RULE("last-weekday", rel_weekday, 0, "am [vergangenen Freitag]", "am vergangenen Feiertag",
	    T3(LAST, NEXT, THIS), T(WEEKDAY), O(DAYPART)),
	RULE("weekday-of", rel_weekday_of_week, 0, "am [Freitag vergangener Woche]", "am Freitag vergangener Tage",
	    T(WEEKDAY), O(THE), T3(LAST, NEXT, THIS), U(UNIT_WEEK)),
	RULE("weekday", date_weekday, 0, "am [Freitag] sagte er", "am freien Tag",
	    T(WEEKDAY), O(DAYPART)),
	RULE("weekdays", set_weekdays, 0, "[freitags] geschlossen", "am Freitag",
	    T(WEEKDAYS)),
	RULE("today", rel_today, 0, "er kam [gestern Abend]", "der Tag",
	    T(TODAY), O(DAYPART)),
	RULE("clock", rel_clock, 0, "um [9:30 Uhr]", "um 9:75",
	    CLOCK),
	RULE("year", date_year, 0, "seit [Ende 2018]", "2018 Euro",
	    OPART, YEARS),
	RULE("year", date_year, 0, "im [Jahr 2018]", "im Jahr",
	    U(UNIT_YEAR), YEARS),
	RULE("decade", date_decade, 0, "in den [1990er] Jahren", "1995er",
	    T(DECADE)),
	RULE("century", date_century, 0, "im [19. Jahrhundert]", "im 99. Jahrhundert",
	    T(DAYNUM), O(DOT), U(UNIT_CENTURY)),
	RULE("season", date_season, 0, "im [Sommer 2018]", "Sommerzeit 2018",
	    T(SEASON), YEARS),
	RULE("season", date_season, 0, "im [letzten Winter]", "im Wintermantel",
	    T3(THIS, LAST, NEXT), T(SEASON)),
	RULE("season", date_season_abroad, 0, "im [Herbst] kommt er", "ein Herbst am See",
	    T(SEASON)),
	RULE("last-year", rel_unit, 0, "[letzte Woche] kam er", "die letzte Frau",
	    OPART, T3(THIS, LAST, NEXT), T(UNIT)),
	RULE("within", rel_within, 0, "es schließt [Ende des Jahres]", "Ende des Films",
	    PARTS, T(THE), T(UNIT)),
	RULE("ago", rel_ago, 0, "es war [vor zwei Wochen]", "vor zwei Toren",
	    T(AGO), QUANT, T2(UNIT, UNITS)),
	RULE("in-days", rel_ago, STEP_AFTER, "er kommt [in drei Tagen]", "in drei Toren",
	    T(IN), QUANT, T2(UNIT, UNITS)),
	RULE("later", rel_ago, 0, "am 3. Mai, [zwei Tage später] kam er", "zwei Tore später",
	    QUANT, T2(UNIT, UNITS), T(EARLIER)),
	RULE("beside", rel_beside, 0, "am 3. Mai; am [Tag darauf] kam er", "der Tag davor",
	    T(UNIT), T(EARLIER)),
	RULE("length", span_length, 0, "es dauerte [drei Jahre]", "drei Männer",
	    QUANT, T2(UNIT, UNITS)),
	RULE("every", set_every, 0, "[jeden Montag] offen", "jeden Mann",
	    T(EVERY), T3(UNIT, WEEKDAY, SEASON)),
	RULE("daily", set_daily, 0, "er kommt [täglich]", "der Tag",
	    T(DAILY)),
	RULE("now", ref_word, REF_PRESENT, "er ist [jetzt] da", "er ist da",
	    TV(REF, REF_PRESENT)),
	RULE("recently", ref_word, REF_PAST, "er kam [kürzlich]", "er kam kurz",
	    TV(REF, REF_PAST)),
};
/* clang-format on */

const struct timex_language timex_german = {
	.tag = "de",
	TIMEX_TABLES,
};
