/* Written by tests/tools/learn-summary.py; do not edit. */
static const struct weights learned = {
	.feature = {
		[FEATURE_FREQUENT] = 1.0,
		[FEATURE_EARLY] = 1.0,
		[FEATURE_FIRST] = 0.5,
		[FEATURE_TITLE] = 0.5,
		[FEATURE_CENTRAL] = 0.5,
		[FEATURE_HEADWAY] = 0.5,
		[FEATURE_LENGTH] = 0.3,
		[FEATURE_SHORT] = -0.5,
		[FEATURE_LONG] = -0.3,
		[FEATURE_QUOTE] = -0.1,
		[FEATURE_OPENQUOTE] = -0.2,
		[FEATURE_PERSONAL] = -0.2,
		[FEATURE_PRONOUN] = -0.1,
		[FEATURE_BRACKETS] = -0.1,
		[FEATURE_LISTED] = -0.5,
	},
	.redundancy = 0.5,
};
