/*
 * Spanish: explicit and simple relative dates; each row with a text it finds and one in
 * which it finds nothing.
 */
#include "digest/timex_resolve.h"
#include "digest/timex_row.h"

static const struct timex_word words[] = {
#include "timex_es_words.h"
};

static const struct timex_slot slots[] = {
#include "timex_es_slots.h"
};

/* clang-format off */
static const struct timex_rule rules[] = {
	RULE("month-day", date_day, 0, "el [28 de junio de 2019] en Osaka", "el 31 de junio",
	    O(WEEKDAY), W(COMMA), T(DAYNUM), T(OF), T(MONTH), O(OF), OYEAR),
	RULE("days-month", date_day, 1, "del [3] al 7 de junio de 2019", "del 3 al 7 de la lista",
	    T(DAYNUM), AFTER(JOIN), AFTER(DAYNUM), AFTER(OF), AFTER(MONTH), OAFTER(OF), OYEAR_AFTER),
	RULE("slashes", date_day_first, 0, "el [28/06/2019]", "el 31/06/2019",
	    T(NUMBER), G(SLASH), G(NUMBER), G(SLASH), G(NUMBER)),
	RULE("iso", date_iso, 0, "el [2019-06-28]", "2019-13-45",
	    T(YEAR), G(HYPHEN), G(NUMBER), G(HYPHEN), G(NUMBER)),
	RULE("month-to-month", date_month_of_pair, 0, "en [abril]-mayo de 2017", "en abril",
	    T(MONTH), AFTER2(JOIN, HYPHEN), AFTER(MONTH), OAFTER(OF), YEAR_AFTER),
	RULE("month-year", date_month_year, 0, "en [junio de 2018]", "en junio",
	    OPART, T(MONTH), O(OF), YEARS),
	RULE("month", date_month, 0, "a [finales de junio]", "en juniores",
	    OPART, T(MONTH)),
	RULE("last-month-name", rel_month, 0, "en [junio pasado]", "en jugo pasado",
	    T(MONTH), T2(LAST, NEXT)),
	RULE("last-weekday", rel_weekday, 0, "vino el [viernes pasado]", "el hombre pasado",
	    T(WEEKDAY), T2(LAST, NEXT)),
	RULE("last-weekday", rel_weekday, 0, "vendrá el [próximo viernes]", "el próximo hombre",
	    T3(LAST, NEXT, THIS), T(WEEKDAY)),
	RULE("weekday-of", rel_weekday_of_week, 0, "el [viernes de la semana pasada]", "el viernes de la mujer",
	    T(WEEKDAY), T(OF), T(THE), U(UNIT_WEEK), T2(LAST, NEXT)),
	RULE("weekday", date_weekday, 0, "vino el [viernes]", "vino el hombre",
	    T(WEEKDAY)),
	RULE("today", rel_today, 0, "vino [ayer]", "el día",
	    T(TODAY)),
	RULE("year", date_year, 0, "a [principios de 2018]", "2018 euros",
	    OPART, YEARS),
	RULE("year", date_year, 0, "en el [año 2018]", "en el año",
	    T(UNIT), YEARS),
	RULE("season", date_season, 0, "en el [verano de 2018]", "un verano feliz",
	    T(SEASON), O(OF), YEARS),
	RULE("season", date_season, 0, "en la [próxima primavera]", "la próxima prima",
	    T3(LAST, NEXT, THIS), T(SEASON)),
	RULE("season", date_season, 0, "el [invierno pasado]", "el invierno",
	    T(SEASON), T2(LAST, NEXT)),
	RULE("season", date_season_abroad, 0, "vendrá en [otoño]", "un otoño sin sol",
	    T(SEASON)),
	RULE("last-year", rel_unit, 0, "[la semana pasada]", "la mujer pasada",
	    O(THE), T(UNIT), T2(LAST, NEXT)),
	RULE("last-year", rel_unit, 0, "[el próximo año]", "el próximo hombre",
	    OPART, O(THE), T3(LAST, NEXT, THIS), T(UNIT)),
	RULE("within", rel_within, 0, "a [finales de año]", "a finales de hombre",
	    PARTS, O(THE), T(UNIT)),
	RULE("ago", rel_ago, 0, "[hace dos semanas]", "hace dos mesas",
	    T(AGO), QUANT, T2(UNIT, UNITS)),
	RULE("in-days", rel_ago, STEP_AFTER, "[dentro de tres días]", "dentro de tres casas",
	    TV(MARK, MARK_WITHIN), T(OF), QUANT, T2(UNIT, UNITS)),
	RULE("in-days", rel_ago, STEP_AFTER, "vendrá [en tres días]", "en tres casas",
	    T(IN), QUANT, T2(UNIT, UNITS)),
	RULE("later", rel_ago, 0, "el 3 de mayo y [dos días después]", "el 3 de mayo, dos días después de su muerte",
	    QUANT, T2(UNIT, UNITS), T(EARLIER)),
	RULE("length", span_length, 0, "duró [tres años]", "tres hombres",
	    QUANT, T2(UNIT, UNITS)),
	RULE("every", set_every, 0, "[cada lunes] abre", "cada hombre",
	    T(EVERY), T3(UNIT, WEEKDAY, SEASON)),
	RULE("now", ref_word, REF_PRESENT, "está [ahora] allí", "está allí",
	    TV(REF, REF_PRESENT)),
	RULE("recently", ref_word, REF_PAST, "vino [recientemente]", "vino",
	    TV(REF, REF_PAST)),
};
/* clang-format on */

const struct timex_language timex_spanish = {
	.tag = "es",
	TIMEX_TABLES,
};
