/* Names as pages write them, made into names of people: labels, offices, places, dates and
   handles come off, several in one value come apart. */
#include <string.h>

#include "article/html_meta.h"
#include "article/tables/bylines.h"
#include "text/utf8.h"

enum { NAME_BYTES = 60, LIST_BYTES = 300 };

bool
html_starts_nocase(struct str s, const char *with)
{
	const size_t n = s.n != 0 && ((s.p[0] ^ with[0]) & ~32) == 0 ? strlen(with) : 0;

	return n != 0 && s.n >= n &&
	       str_eq_nocase(str_cut(s, 0, n), (struct str){ with, n });
}

static struct str
without_by(struct str s)
{
	static const char *const glued[] = { "Written by", "Veröffentlicht von", "By",
		"Von", "Posted by" };

	for (size_t i = 0; i < LEN(by_words); i++)
		if (html_starts_nocase(s, by_words[i].text))
			return without_by(
			    str_trim(str_cut(s, strlen(by_words[i].text), s.n)));
	for (size_t i = 0; i < LEN(glued); i++)
		if (str_starts(s, str_of(glued[i])) && s.n > strlen(glued[i]) &&
		    s.p[strlen(glued[i])] >= 'A' && s.p[strlen(glued[i])] <= 'Z')
			return str_trim(str_cut(s, strlen(glued[i]), s.n));
	return s;
}

bool
names_begin(struct str s, bool sure)
{
	for (size_t i = 0; i < LEN(by_words); i++)
		if (by_words[i].kind >= (sure ? BY_SURE : BY_LOOSE) &&
		    html_starts_nocase(s, by_words[i].text))
			return true;
	return false;
}

static struct str
without_point(struct str word)
{
	while (word.n != 0 && strchr(".,", word.p[word.n - 1]) != NULL)
		word.n--;
	return word;
}

/* "June", "Sat", "PhD": what stands beside names. */
static bool
is_beside(struct str word)
{
	static const char *const words[] = { "monday", "tuesday", "wednesday", "thursday",
		"friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
		"thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch",
		"donnerstag", "freitag", "samstag", "sonntag", "jan", "feb", "mar", "apr",
		"may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
		"february", "march", "april", "june", "july", "august", "september",
		"october", "november", "december", "januar", "februar", "märz", "mai",
		"juni", "juli", "oktober", "dezember", "stand", "writer", "hardware",
		"development", "phd", "ph.d", "md", "m.d", "bsn", "rn", "mba", "smt",
		"ms", "jd", "esq", "publiziert", "kommentare", "germany", "photos",
		"updated", "published", "author", "publicado", "le", "à", "el", "il",
		"em", "op", "den" };

	return str_is_any(without_point(word), words, LEN(words));
}

/* "Tom May", where "Tom" would be left. */
static bool
is_surname(struct str before, struct str word)
{
	static const char *const months[] = { "May", "April", "June", "August", "Mai",
		"Jan", "Stand" };

	return line_words(before) == 1 && str_is_any(word, months, LEN(months));
}

/* Without words at the end that are of no name ("Jane Doe Dec"). */
static struct str
without_beside(struct str name)
{
	while (name.n != 0) {
		size_t at = name.n;

		while (at > 0 && name.p[at - 1] != ' ')
			at--;
		if (!is_beside(str_cut(name, at, name.n)) ||
		    is_surname(str_trim(str_cut(name, 0, at)), str_cut(name, at, name.n)))
			break;
		name = str_trim(str_cut(name, 0, at));
	}
	return name;
}

static struct str
cut_at_any(struct str s, const char *const *stops, size_t n)
{
	size_t end = s.n;

	for (size_t i = 0; i < n; i++) {
		const size_t hit = str_find(s, str_of(stops[i]), 1);

		end = hit < end ? hit : end;
	}
	return str_cut(s, 0, end);
}

/* Where a name ends and something else begins; what the page shows runs on into more. */
static struct str
name_end(struct str s, enum name_shape shape)
{
	static const char *const stops[] = { "|", "•", "·", "⋅", "(", "[", " – ", " — ",
		"\n", "@" };
	static const char *const shown[] = { " - ", " on ", " am ", " um ", ", Staff",
		" for ", " für ", " in ", " Published", " Updated", " Posted", " follow",
		" Follow", " updated", "/", " vom ", " at ", " from " };
	static const char *const offices[] = { " Contributor", " Staff", " Senior",
		" Editor", " Marketing Director", " Founder", " Gardener", " Review " };
	size_t digit = 0;

	s = cut_at_any(s, stops, LEN(stops));
	if (shape != NAME_TOLD) {
		s = cut_at_any(s, shown, LEN(shown));
		if (line_words(cut_at_any(s, offices, LEN(offices))) >= 2)
			s = cut_at_any(s, offices, LEN(offices));
	}
	while (shape == NAME_SHOWN && digit < s.n && !byte_is_digit(s.p[digit]))
		digit++;
	s = str_trim(shape == NAME_SHOWN ? str_cut(s, 0, digit) : s);
	while (s.n != 0 && strchr(",;:.-* ", s.p[s.n - 1]) != NULL &&
	       !(s.p[s.n - 1] == '.' && s.n > 2 && s.p[s.n - 3] == ' '))
		s.n--;
	return s;
}

static bool
is_nobody(const struct facts *f, struct str name)
{
	static const char *const roles[] = { "admin", "administrator", "editor", "staff",
		"redaktion", "die redaktion", "webmaster", "author", "autor", "guest",
		"editorial team", "editorial staff", "the editors", "news desk",
		"staff writer", "staff reporter", "super user", "user", "anonymous",
		"unknown", "contributor", "contributors", "team", "redakteur", "web desk",
		"newsroom", "press release", "posted", "published", "updated", "share",
		"comments", "read more", "home", "about", "about the author", "more",
		"view all posts", "see all", "follow", "null", "undefined", "n/a", "none",
		"root", "default", "profile", "twitter", "facebook", "email",
		"author bio", "gast", "gastautor", "online", "press", "agencies",
		"profil", "mehr", "blog", "written by", "reviewed by", "linkedin",
		"instagram", "publisher", "herausgeber", "log in", "login", "sign in",
		"sign up", "staff reports", "staff report", "guest blogger",
		"guest author", "guest post", "for immediate release", "for release",
		"national desk", "city desk", "world desk", "sports desk",
		"online desk" };
	static const char *const never[] = { "http", "www.", ".com", "@", "{", "<", "_",
		"?", "Copyright" };
	static const char *const firms[] = { " Inc", " Inc.", " LLC", " Ltd", " Ltd.",
		" GmbH", " AG", " S.A." };

	if (str_is_any(name, roles, LEN(roles)))
		return true;
	for (size_t i = 0; i < LEN(never); i++)
		if (str_has(name, str_of(never[i])))
			return true;
	for (size_t i = 0; i < LEN(firms); i++)
		if (str_ends(name, str_of(firms[i])))
			return true;
	return name.n < 3 || name.n > NAME_BYTES || line_words(name) > 5 ||
	       (line_words(name) != 2 && str_eq_nocase(name, f->site));
}

static bool
is_particle(struct str w)
{
	static const char *const words[] = { "von", "van", "de", "der", "den", "del",
		"la", "le", "di", "da", "dos", "du", "bin", "al", "el", "y", "zu", "ter",
		"ten", "af", "ibn", "e", "v", "v." };

	return str_is_any(w, words, LEN(words));
}

/* Words of pages, not of people. */
static bool
is_of_pages(struct str w)
{
	static const char *const words[] = { "home", "news", "read", "more", "view",
		"all", "posts", "post", "comments", "comment", "share", "follow",
		"subscribe", "newsletter", "blog", "contact", "about", "menu", "search",
		"login", "sign", "print", "email", "facebook", "twitter", "linkedin",
		"instagram", "whatsapp", "minutes", "updated", "published", "table",
		"contents", "case", "use", "marketing", "business", "guide", "the",
		"your", "our", "how", "what", "why", "media", "tech", "technology",
		"design", "health", "sports", "politics", "world", "opinion", "culture",
		"travel", "food", "ratgeber", "artikel", "inhalte", "kommentare", "mehr",
		"alle", "beiträge", "start", "über", "uns", "resources", "products",
		"solutions", "services", "data", "learning", "development", "engineering",
		"science", "finance", "by", "skip", "content", "back", "next", "previous",
		"vorheriges", "vorherige", "vorheriger", "weiter", "zurück", "nächster",
		"nächste", "précédent", "suivant", "anterior", "siguiente", "free",
		"best", "top", "magazine", "podcast", "video", "watch", "listen", "photo",
		"image", "getty", "images", "copy", "link", "report", "review", "reviews",
		"add", "source", "credit", "last", "first", "new", "get", "and", "und",
		"category", "directory", "member", "members", "list", "my", "find", "an",
		"settings", "recommended", "professionals", "das", "die", "neueste",
		"steps", "teams", "attorney", "consultant", "director", "manager",
		"founder", "editor", "writer", "reporter", "correspondent", "analyst",
		"specialist", "expert", "coach", "officer", "president", "contributor",
		"columnist", "gardener", "experten", "people", "location", "regionale",
		"angebote", "company", "online", "group", "institute", "university",
		"inc", "llc", "gmbh", "redaktion", "press", "policy", "privacy",
		"cookies", "terms", "store", "shop", "international", "global", "center",
		"management", "software", "security", "training", "life", "style",
		"politik", "wirtschaft", "kultur", "sport", "panorama", "wissen",
		"leben" };

	return str_is_any(without_point(w), words, LEN(words));
}

bool
name_is_shaped(struct str s)
{
	size_t words = 0;

	if (s.n < 5 || s.n > 40)
		return false;
	while (s.n != 0) {
		const struct str w = str_split(&s, ' ');

		if (w.n == 0 || is_of_pages(w))
			return false;
		for (size_t i = 0; i < w.n; i++)
			if (strchr("0123456789:;!?/|()[]{}<>@#$%^&*_=+\"", w.p[i]) !=
			    NULL)
				return false;
		if (is_particle(w))
			continue;
		if ((w.p[0] & 0x80) == 0 && !(w.p[0] >= 'A' && w.p[0] <= 'Z'))
			return false;
		words++;
	}
	return words >= 2 && words <= 4;
}

/* "MD", "Ph.D.", "CFP®", "E-RYT 200". */
static bool
is_degree(struct str s)
{
	static const char *const offices[] = { "CEO", "CTO", "CFO", "COO", "CMO", "CIO",
		"VP", "SVP", "EVP", "MP", "MEP", "PR", "HR", "USA", "UK" };
	size_t upper = 0, lower = 0;

	if (str_is_any(s, offices, LEN(offices)))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		upper += s.p[i] >= 'A' && s.p[i] <= 'Z';
		lower += s.p[i] >= 'a' && s.p[i] <= 'z';
	}
	return s.n >= 2 && s.n <= 12 && upper >= 2 && lower <= 1 && line_words(s) <= 2;
}

/* "The Harbour Post editors": a house may write as a crew of its own. */
static bool
is_crew(struct str s)
{
	static const char *const ends[] = { " team", " editors", " staff" };

	for (size_t i = 0; i < LEN(ends); i++) {
		const size_t n = strlen(ends[i]);

		if (html_starts_nocase(s, "the ") && line_words(s) > 2 && s.n > n &&
		    str_eq_nocase(str_cut(s, s.n - n, s.n), str_of(ends[i])))
			return true;
	}
	return false;
}

/* A pen name has letters, and no word of it is a number. */
static bool
is_pen(struct str s)
{
	bool letter = false;

	if (is_crew(s))
		return true;
	if (line_words(s) > 3 || byte_is_digit(s.p[0]))
		return false;
	for (size_t i = 0; i < s.n; i++)
		letter = letter || (s.p[i] & 0x80) != 0 || byte_is_letter(s.p[i]);
	while (s.n != 0)
		if (is_of_pages(str_split(&s, ' ')))
			return false;
	return letter;
}

/* The longer of two that begin alike has something after the name. */
static bool
is_known(struct names *out, struct str name)
{
	for (size_t i = 0; i < out->n; i++) {
		const size_t n = out->at[i].n < name.n ? out->at[i].n : name.n;

		if (n >= 5 &&
		    str_eq_nocase(str_cut(out->at[i], 0, n), str_cut(name, 0, n))) {
			out->at[i] = str_cut(out->at[i], 0, n);
			return true;
		}
	}
	return false;
}

/* "Jane DoeJane Doe", from a link's text and a label for readers of screens. */
static struct str
once(struct str s)
{
	const size_t half = s.n / 2;
	const struct str head = str_trim(str_cut(s, 0, half));
	const struct str tail = str_trim(str_cut(s, half, s.n));

	return half > 2 && str_eq(head, tail) ? head : s;
}

static bool
begins_letter(struct str s)
{
	return s.n != 0 && utf8_is_letter(utf8_next(&s));
}

/* Without signs that stand alone before it: "© Jane Doe". */
static struct str
without_signs(struct str s)
{
	for (size_t at; (at = str_find(s, STR(" "), 0)) != STR_NONE;) {
		if (begins_letter(s) || (s.p[0] & 0x80) == 0)
			break;
		s = str_trim(str_cut(s, at, s.n));
	}
	return s;
}

/* Without one after it: "Jane Doe •". */
static struct str
without_end(struct str s)
{
	size_t n = s.n;

	while (n != 0 && s.p[n - 1] != ' ')
		n--;
	return n != 0 && (s.p[n] & 0x80) != 0 && !begins_letter(str_cut(s, n, s.n))
		   ? str_trim(str_cut(s, 0, n))
		   : s;
}

/* Letters, and not "Apr 21". */
static bool
is_name(struct str s)
{
	size_t letters = 0, digits = 0;
	struct str rest = s;

	for (size_t i = 0; i < s.n; i++) {
		letters += (s.p[i] & 0x80) != 0 || byte_is_letter(s.p[i]);
		digits += byte_is_digit(s.p[i]);
	}
	return letters > 1 && !str_ends(s, STR("admin")) &&
	       (digits == 0 || !is_beside(str_split(&rest, ' ')));
}

static void
name_add(const struct facts *f, struct names *out, struct str name, enum name_shape shape)
{
	if (line_words(name) > 2 && str_eq_nocase(str_trim(name), f->site))
		return;
	name = without_beside(name_end(without_by(str_trim(name)), shape));
	name = once(without_signs(name));
	if (shape == NAME_SHOWN && !name_is_shaped(name))
		return;
	if (shape == NAME_PEN && !is_pen(name))
		return;
	name = without_end(name);
	if (is_name(name) && !is_nobody(f, name) && out->n < NAMES_MOST &&
	    !is_known(out, name))
		out->at[out->n++] = name;
}

static bool
is_help(struct str s)
{
	static const char *const starts[] = { "reviewed", "edited", "fact", "medically",
		"updated by", "tested", "photo", "foto", "bild" };

	for (size_t i = 0; i < LEN(starts); i++)
		if (html_starts_nocase(str_trim(s), starts[i]))
			return true;
	return false;
}

/* After a name: an office, an employer. */
static bool
is_aside(struct str s)
{
	return (line_words(s) > 1 && !name_is_shaped(without_by(s))) ||
	       (s.n <= 3 && s.n == str_printable(s, s.n) && s.p[0] >= 'A' &&
		   s.p[0] <= 'Z' && !(s.p[s.n - 1] >= 'a'));
}

/* "Jane Doe, MD" is one name. */
static void
take_degree(struct str *name, struct str degree)
{
	if (name->p + name->n < degree.p && degree.p <= name->p + name->n + 3)
		name->n = (size_t)(degree.p - name->p) + degree.n -
			  (degree.p[degree.n - 1] == '*');
}

void
names_add(const struct facts *f, struct names *out, struct str s, enum name_shape shape)
{
	static const char *const seps[] = { ",", ";", " and ", " & ", " und ", " et ",
		" y ", " | ", " / ", "\n", " with ", " + " };

	const size_t before = out->n;

	s = without_by(html_squeeze(f->a, html_unescape(f->a, s)));
	if (html_starts_nocase(s, "http") || s.n > LIST_BYTES)
		return;
	while (s.n != 0) {
		size_t at = s.n, skip = 0;

		for (size_t i = 0; i < LEN(seps); i++) {
			const size_t hit = str_find(s, str_of(seps[i]), 0);

			if (hit < at) {
				at = hit;
				skip = strlen(seps[i]);
			}
		}
		if (is_help(str_cut(s, 0, at)))
			;
		else if (out->n == before)
			name_add(f, out, str_cut(s, 0, at), shape);
		else if (is_degree(str_trim(str_cut(s, 0, at))))
			take_degree(&out->at[out->n - 1], str_trim(str_cut(s, 0, at)));
		else if (!is_aside(str_cut(s, 0, at)))
			name_add(f, out, str_cut(s, 0, at), shape);
		s = str_trim(str_cut(s, at + skip, s.n));
	}
}
