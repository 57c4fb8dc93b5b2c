/* Dates and JSON. */
#include "check.h"

#include <limits.h>
#include <stdio.h>

#include "data/edtf.h"
#include "data/json.h"

static const char *const dates[] = { "2019", "-0043", "0000", "2019-06", "2019-06-28",
	"2019-06-28T09:30Z", "2019-06-28T09:30:59+02:00", "2019-06-28T09:30", "2019-21",
	"2019-24", "2019-33", "2019-36", "2019-40", "2019-41", "201X", "19XX",
	"XXXX-06-28", "XXXX-03", "XXXX-02-29", "2019-06~", "2019?", "2019-06-28%",
	"2019-07/2019-12", "2029/..", "../2029", "2019/", "/2019", "2019-XX",
	"2019-06-XX", "1998~", "2016-02-29", "2019-05-16/2019-05-17", "19XX/2019",
	"2019-06-28T09:30/2019-06-28T10:30", "-0043-03-15", "201X-03", "XXXX-XX-28",
	"2019-09~", "XXXX-09-28%" };

static const char *const no_dates[] = { "", "..", "/", "../..", "2019-13", "2019-00",
	"2019-02-29", "1900-02-29", "XXXX-02-30", "2019-06-31", "2019-06-28T99:99",
	"2019-06-28T24:00", "201", "20199", "2019-6-28", "20XX9", "2XXX", "-0000",
	"-20XX", "2019-06-28 ", " 2019", "2019-37", "2019-42", "2019-20", "2019-25",
	"2019/2018", "2019-06-28/2019-06-27", "June 2019", "2019-06-28T09:30/2019-06-28",
	"2019~~", "2019-21-01", "2019-07/2019-12/2020", "2019-06-28T09:30Z~", "+2019",
	"2019-+1", "2019-06-28T09:30X", "2019-06-28T9:300", "2O19" };

static void
all_forms_of_the_format_are_dates(void **state)
{
	struct edtf e;

	(void)state;
	for (size_t i = 0; i < LEN(dates); i++) {
		if (!edtf_parse(str_of(dates[i]), &e))
			fail_msg("'%s' is a date", dates[i]);
		if (!e.no_year)
			assert_true(e.from <= e.to);
	}
}

static void
impossible_dates_are_refused_and_touch_nothing(void **state)
{
	struct edtf e = { .from = 42 };

	(void)state;
	for (size_t i = 0; i < LEN(no_dates); i++) {
		if (edtf_parse(str_of(no_dates[i]), &e))
			fail_msg("'%s' is no date", no_dates[i]);
		assert_int_equal(e.from, 42);
	}
}

static void
expect_days(const char *date, struct civil from, struct civil to, enum edtf_grain grain)
{
	struct edtf e;

	assert_true(edtf_parse(str_of(date), &e));
	assert_int_equal(e.from, day_of(from));
	assert_int_equal(e.to, day_of(to));
	assert_int_equal(e.grain, grain);
}

static void
a_date_covers_its_days(void **state)
{
	struct edtf e;

	(void)state;
	expect_days("2019-02", (struct civil){ 2019, 2, 1 },
	    (struct civil){ 2019, 2, 28 }, EDTF_MONTH);
	expect_days("2019-35", (struct civil){ 2019, 7, 1 },
	    (struct civil){ 2019, 9, 30 }, EDTF_SEASON);
	expect_days("2019-24", (struct civil){ 2019, 12, 1 },
	    (struct civil){ 2020, 2, 29 }, EDTF_SEASON);
	expect_days("2019-41", (struct civil){ 2019, 7, 1 },
	    (struct civil){ 2019, 12, 31 }, EDTF_HALF);
	expect_days("201X", (struct civil){ 2010, 1, 1 }, (struct civil){ 2019, 12, 31 },
	    EDTF_DECADE);
	expect_days("19XX", (struct civil){ 1900, 1, 1 }, (struct civil){ 1999, 12, 31 },
	    EDTF_CENTURY);
	expect_days("2019-07/2019-12", (struct civil){ 2019, 7, 1 },
	    (struct civil){ 2019, 12, 31 }, EDTF_MONTH);
	assert_true(edtf_parse(STR("2029/.."), &e) && e.to == LONG_MAX && e.interval);
	assert_true(edtf_parse(STR("../2029"), &e) && e.from == LONG_MIN);
	assert_int_equal(e.grain, EDTF_YEAR);
	assert_true(edtf_parse(STR("2019%"), &e) && e.uncertain && e.approximate);
	assert_true(edtf_parse(STR("XXXX-03"), &e) && e.no_year);
}

static void
dates_without_a_year_go_through_the_year(void **state)
{
	static const char *const order[] = { "2019", "XXXX-03", "XXXX-03-01",
		"XXXX-03-12", "XXXX-05", "XXXX-05-27", "XXXX-23" };
	struct edtf a, b;

	(void)state;
	for (size_t i = 1; i < LEN(order); i++) {
		assert_true(edtf_parse(str_of(order[i - 1]), &a));
		assert_true(edtf_parse(str_of(order[i]), &b));
		assert_int_equal(edtf_cmp(&a, &b), -1);
	}
}

static void
dates_are_shown_in_eleven_columns(void **state)
{
	static const char *const pairs[][2] = { { "2019-06-28", "2019-06-28" },
		{ "2019-06", "2019-06" }, { "2019-35", "2019 Q3" }, { "201X", "2010s" },
		{ "XXXX-06-28", "28 June" }, { "XXXX-03", "March" },
		{ "2019-06~", "~2019-06" }, { "2019-06-28~", "~2019-06-28" },
		{ "2019?", "2019?" }, { "2019-21", "spring 2019" }, { "19XX", "20th c." },
		{ "XXXX-09-28", "28 Sept" }, { "-0043", "44 BC" }, { "0050", "0050" },
		{ "2019-07/2019-12", "2019 H2" }, { "2019-01/2019-03", "2019 Q1" },
		{ "2019-03/2019-05", "2019-03–05" },
		{ "2019-05-16/2019-05-17", "2019-05-16–17" },
		{ "2019-12-01/2019-12-31", "2019-12" },
		{ "2020-02-01/2020-02-28", "2020-02-01–28" },
		{ "2020-01-01/2020-12-31", "2020" }, { "1998/2003", "1998–2003" },
		{ "2029/..", "2029–" }, { "../2029", "until 2029" },
		{ "2019-06-28T09:30Z", "2019-06-28" }, { "XXXX-XX-28", "28th" },
		{ "rubbish", "rubbish" } };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++)
		assert_str(edtf_show(&a, str_of(pairs[i][0])), str_of(pairs[i][1]));
	for (size_t i = 0; i < LEN(dates); i++)
		if (strchr(dates[i], '/') == NULL)
			assert_in_range(edtf_show(&a, str_of(dates[i])).n, 1, 11);
	arena_free(&a);
}

/* Mostly dates, sometimes only nearly. */
static struct str
random_date(uint64_t *seed, char room[64])
{
	static const char letters[] = "0123456789-X/.~?%TZ:";
	int n = snprintf(room, 64, "%04u", 1000 + dice(seed, 1100));

	if (dice(seed, 2))
		n += snprintf(room + n, 20, "-%02u", dice(seed, 14));
	if (dice(seed, 2))
		n += snprintf(room + n, 20, "-%02u", dice(seed, 32));
	if (dice(seed, 4) == 0)
		n += snprintf(room + n, 20, "/%04u", 1000 + dice(seed, 1100));
	if (dice(seed, 3) == 0)
		room[dice(seed, (uint32_t)n)] = letters[dice(seed, sizeof(letters) - 1)];
	return (struct str){ room, (size_t)n };
}

static void
every_date_is_ordered_and_shown(void **state)
{
	struct arena a = ARENA_INIT;
	struct edtf e[3] = { { 0 } };
	uint64_t seed = 7;
	char room[64];
	size_t good = 0;

	(void)state;
	for (int i = 0; i < 40000; i++) {
		const struct str s = random_date(&seed, room);

		if (!edtf_parse(s, &e[good % 3]))
			continue;
		good++;
		assert_true(e[(good - 1) % 3].no_year ||
			    e[(good - 1) % 3].from <= e[(good - 1) % 3].to);
		assert_true(edtf_show(&a, s).n > 0);
		assert_int_equal(edtf_cmp(&e[0], &e[1]), -edtf_cmp(&e[1], &e[0]));
		if (edtf_cmp(&e[0], &e[1]) <= 0 && edtf_cmp(&e[1], &e[2]) <= 0)
			assert_true(edtf_cmp(&e[0], &e[2]) <= 0);
	}
	assert_true(good > 5000);
	arena_free(&a);
}

static void
json_takes_care_of_its_commas(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf out = buf_new(&a);
	struct json j = { &out, false };

	(void)state;
	json_open(&j, '{');
	json_field(&j, "none", STR(""));
	json_number(&j, "none", 0);
	json_flag(&j, "none", false);
	json_field(&j, "a", STR("x"));
	json_key(&j, "b");
	json_open(&j, '[');
	json_int(&j, -3);
	json_decimal(&j, 0.25);
	json_decimal(&j, -1e3);
	json_decimal(&j, 1.0 / 3);
	json_bool(&j, true);
	json_open(&j, '[');
	json_close(&j, ']');
	json_close(&j, ']');
	json_key_str(&j, STR("c\""));
	json_open(&j, '{');
	json_close(&j, '}');
	json_close(&j, '}');
	assert_str(buf_view(&out),
	    STR("{\"a\":\"x\",\"b\":[-3,0.25,-1000,0.333333,true,[]],\"c\\\"\":{}}"));
	arena_free(&a);
}

static void
json_strings_hold_for_any_bytes(void **state)
{
	struct arena a = ARENA_INIT;
	uint64_t seed = 3;
	char bytes[32];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct buf out = buf_new(&a);
		struct json j = { &out, false };
		const struct arena_mark m = arena_mark(&a);
		const size_t n = dice(&seed, sizeof(bytes));

		for (size_t k = 0; k < n; k++)
			bytes[k] = (char)dice(&seed, dice(&seed, 2) ? 256 : 128);
		json_str(&j, (struct str){ bytes, n });
		assert_true(out.n >= 2 && out.p[0] == '"' && out.p[out.n - 1] == '"');
		for (size_t k = 1; k < out.n - 1; k++) {
			const unsigned char c = (unsigned char)out.p[k];

			assert_true(c >= 0x20 && c != '"' && c != 0x7f);
			if (c == '\\')
				assert_non_null(strchr("\"\\bfnrtu", out.p[++k]));
		}
		arena_rewind(&a, m);
	}
	arena_free(&a);
}

static void
json_shows_broken_text_as_such(void **state)
{
	static const char *const pairs[][2] = { { "a\xff"
						  "b",
						    "\"a\xef\xbf\xbd"
						    "b\"" },
		{ "\xc0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "\xe2\x82", "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "\x1b[m\t", "\"\\u001b[m\\t\"" },
		{ "\xf0\x9f\x98\x80é", "\"\xf0\x9f\x98\x80é\"" },
		{ "\xc2\x9b", "\"\\u009b\"" } };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		struct buf out = buf_new(&a);
		struct json j = { &out, false };

		json_str(&j, str_of(pairs[i][0]));
		assert_str(buf_view(&out), str_of(pairs[i][1]));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_forms_of_the_format_are_dates),
		cmocka_unit_test(impossible_dates_are_refused_and_touch_nothing),
		cmocka_unit_test(a_date_covers_its_days),
		cmocka_unit_test(dates_without_a_year_go_through_the_year),
		cmocka_unit_test(dates_are_shown_in_eleven_columns),
		cmocka_unit_test(every_date_is_ordered_and_shown),
		cmocka_unit_test(json_takes_care_of_its_commas),
		cmocka_unit_test(json_strings_hold_for_any_bytes),
		cmocka_unit_test(json_shows_broken_text_as_such),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
