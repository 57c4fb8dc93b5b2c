/* Written by tests/tools/learn-summary.py; do not edit. */
static const struct weights learned = {
	.feature = {
		[FEATURE_EARLY] = 27.11,
		[FEATURE_SECOND] = 24.83,
		[FEATURE_TITLE] = 100.2,
		[FEATURE_CENTRAL] = 99.11,
		[FEATURE_NUMBERS] = 16.16,
		[FEATURE_QUOTE] = -9.55,
		[FEATURE_BRACKETS] = -34.06,
		[FEATURE_LAST] = -84.18,
		[FEATURE_FULL] = 502.39,
		[FEATURE_THE] = 7.35,
		[FEATURE_DISTINCT] = -14.33,
	},
	.redundancy = 25.06,
	.again = 104.68,
	.beyond = 139.37,
	.fresh = 54.95,
	.faults = 38.37,
};
