/* Written by tests/tools/learn-summary.py; do not edit. */
static const struct weights learned = {
	.feature = {
		[FEATURE_EARLY] = 30.68,
		[FEATURE_SECOND] = 28.9,
		[FEATURE_TITLE] = 157.74,
		[FEATURE_CENTRAL] = 84.19,
		[FEATURE_NUMBERS] = 19.73,
		[FEATURE_QUOTE] = -10.67,
		[FEATURE_BRACKETS] = -23.76,
		[FEATURE_LAST] = -56.81,
		[FEATURE_FULL] = 448.08,
		[FEATURE_THE] = 10.95,
		[FEATURE_DISTINCT] = 30.65,
	},
	.redundancy = 18.34,
	.again = 102.2,
	.beyond = 128.29,
	.fresh = 57.53,
	.faults = 37.84,
};
