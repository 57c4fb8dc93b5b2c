/* Names of months and of time zones as articles write them; zones by their usual
   offset in minutes (IST is India's, BST Britain's summer time).  Sources: RFC 5322,
   4.3; the tz database's abbreviations. */
static const char *const month_names[12] = { "january", "february", "march", "april", "may",
	"june", "july", "august", "september", "october", "november", "december" };

static const char *const weekday_names[7] = { "monday", "tuesday", "wednesday", "thursday",
	"friday", "saturday", "sunday" };

static const struct zone {
	const char *name;
	int minutes;
} zones[] = {
	{ "z", 0 }, { "gmt", 0 }, { "utc", 0 }, { "ut", 0 }, { "wet", 0 }, { "met", 60 }, { "mest", 120 }, { "bst", 60 },
	{ "cet", 60 }, { "west", 60 }, { "cest", 120 }, { "eet", 120 }, { "eest", 180 },
	{ "msk", 180 }, { "ist", 330 }, { "sgt", 480 }, { "hkt", 480 }, { "jst", 540 },
	{ "kst", 540 }, { "aest", 600 }, { "aedt", 660 }, { "nzst", 720 }, { "est", -300 },
	{ "edt", -240 }, { "et", -300 }, { "ast", -240 }, { "adt", -180 }, { "nst", -210 }, { "ndt", -150 },
	{ "akst", -540 }, { "akdt", -480 }, { "hst", -600 }, { "brt", -180 },
	{ "sast", 120 }, { "pkt", 300 }, { "wib", 420 }, { "awst", 480 },
	{ "acst", 570 }, { "acdt", 630 }, { "nzdt", 780 }, { "cst", -360 }, { "cdt", -300 }, { "mst", -420 },
	{ "mdt", -360 }, { "pst", -480 }, { "pdt", -420 },
};

/* Those that are words in a text, but not where programs write dates. */
static const struct zone short_zones[] = { { "at", -240 }, { "ct", -360 }, { "mt", -420 },
	{ "pt", -480 }, { "art", -180 }, { "trt", 180 } };
