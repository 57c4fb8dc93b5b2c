/* What the lines around an article say in English; compared without case, from a
   line's start.  Written for this program. */

/* Headings of lists of further reading; alone on a line or before a colon. */
static const char *const related_phrases[] = { "you might also read", "you may also read",
	"you might also like", "you may also like", "also read", "read also", "read more",
	"read next", "related", "related articles", "related stories", "related news",
	"related reading", "related links", "related posts", "related content",
	"related coverage", "see also", "further reading", "more on this story",
	"more on this topic", "more from this series", "more stories", "recommended",
	"recommended reading", "don't miss", "what to read next",
	"recommended for you", "recommended stories", "recommended articles", "up next", "keep reading",
	"related story", "related article", "related post", "related resources", "more on this", "more like this",
	"mehr zum thema", "zum thema", "lesen sie auch", "lies auch", "auch interessant", "das könnte sie auch interessieren",
	"das könnte dich auch interessieren", "weitere artikel", "verwandte artikel", "verwandte beiträge",
	"ähnliche artikel", "Ähnliche artikel", "ähnliche beiträge", "Ähnliche beiträge", "siehe auch", "à lire aussi",
	"À lire aussi", "lire aussi", "sur le même sujet", "te puede interesar", "lee también", "lea también",
	"leia também", "leggi anche", "lees ook", "lees meer", "le puede interesar", "lea aquí", "lea además",
	"le recomendamos", "te recomendamos", "también le puede interesar", "también te puede interesar",
	"vea también", "lire également", "à lire également", "À lire également", "à lire", "À lire",
	"veja também", "leggi di più", "mehr dazu" };

/* A last line that begins so is about the publication, not of the article. */
static const char *const boilerplate_phrases[] = { "sign up for", "sign up to",
	"subscribe to", "subscribe now", "subscribe for", "follow us on", "follow us at",
	"join our newsletter", "get our newsletter", "get the latest", "click here to",
	"download our app", "download the app", "like us on", "share this", "share on",
	"listen to this article", "for more news", "for the latest", "to receive our",
	"read the full story", "leave a comment", "post a comment", "print this", "advertisement" };

/* Lines that end a text. */
static const char *const end_marks[] = { "-30-", "- 30 -", "30", "ends", "-ends-", "- ends -",
	"-end-", "- end -", "[ends]", "(ends)", "/ends", "###", "# # #", "the end", "- -" };

/* Agencies and papers as datelines and bylines name them. */
static const struct agency {
	const char *name, *full;
} agencies[] = { { "reuters", "Reuters" }, { "ap", "AP" }, { "associated press", "Associated Press" },
	{ "the associated press", "Associated Press" }, { "afp", "AFP" }, { "upi", "UPI" },
	{ "pti", "PTI" }, { "ani", "ANI" }, { "ians", "IANS" }, { "dpa", "dpa" },
	{ "xinhua", "Xinhua" }, { "tass", "TASS" }, { "kyodo", "Kyodo" },
	{ "kyodo news", "Kyodo News" }, { "jiji", "Jiji" }, { "yonhap", "Yonhap" },
	{ "bloomberg", "Bloomberg" }, { "cnn", "CNN" }, { "bbc", "BBC" }, { "efe", "EFE" },
	{ "ansa", "ANSA" }, { "interfax", "Interfax" }, { "ria novosti", "RIA Novosti" },
	{ "dow jones", "Dow Jones" }, { "cnbc", "CNBC" }, { "npr", "NPR" },
	{ "prnewswire", "PR Newswire" }, { "pr newswire", "PR Newswire" },
	{ "business wire", "Business Wire" }, { "globe newswire", "GlobeNewswire" },
	{ "ips", "IPS" }, { "aap", "AAP" }, { "anadolu", "Anadolu" }, { "aa", "Anadolu" } };
