/* Names of months in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish
   and Scandinavian, as dates on pages have them; lower case.  A name of four letters or
   more may be written as its first three. */
#ifndef ARTICLE_TABLES_MONTHS_H
#define ARTICLE_TABLES_MONTHS_H

static const struct {
	const char *name;
	int month;
} page_months[] = {
	{ "january", 1 }, { "januar", 1 }, { "jänner", 1 }, { "janvier", 1 }, { "enero", 1 },
	{ "gennaio", 1 }, { "januari", 1 }, { "janeiro", 1 }, { "stycznia", 1 },
	{ "jan", 1 }, { "february", 2 }, { "februar", 2 }, { "février", 2 }, { "febrero", 2 },
	{ "febbraio", 2 }, { "februari", 2 }, { "fevereiro", 2 }, { "lutego", 2 }, { "feb", 2 },
	{ "march", 3 }, { "märz", 3 }, { "mars", 3 }, { "marzo", 3 }, { "maart", 3 },
	{ "março", 3 }, { "marca", 3 }, { "mar", 3 }, { "mär", 3 }, { "mrz", 3 },
	{ "april", 4 }, { "avril", 4 }, { "abril", 4 }, { "aprile", 4 }, { "kwietnia", 4 },
	{ "apr", 4 }, { "may", 5 }, { "mai", 5 }, { "mayo", 5 }, { "maggio", 5 }, { "mei", 5 },
	{ "maio", 5 }, { "maja", 5 }, { "maj", 5 }, { "june", 6 }, { "juni", 6 }, { "juin", 6 },
	{ "junio", 6 }, { "giugno", 6 }, { "junho", 6 }, { "czerwca", 6 }, { "jun", 6 },
	{ "july", 7 }, { "juli", 7 }, { "juillet", 7 }, { "julio", 7 }, { "luglio", 7 },
	{ "julho", 7 }, { "lipca", 7 }, { "jul", 7 }, { "august", 8 }, { "août", 8 },
	{ "agosto", 8 }, { "augustus", 8 }, { "sierpnia", 8 }, { "augusti", 8 }, { "aug", 8 },
	{ "september", 9 }, { "septembre", 9 }, { "septiembre", 9 }, { "settembre", 9 },
	{ "setembro", 9 }, { "września", 9 }, { "sept", 9 }, { "sep", 9 }, { "october", 10 },
	{ "oktober", 10 }, { "octobre", 10 }, { "octubre", 10 }, { "ottobre", 10 },
	{ "outubro", 10 }, { "października", 10 }, { "oct", 10 }, { "okt", 10 },
	{ "november", 11 }, { "novembre", 11 }, { "noviembre", 11 }, { "novembro", 11 },
	{ "listopada", 11 }, { "nov", 11 }, { "december", 12 }, { "dezember", 12 },
	{ "décembre", 12 }, { "diciembre", 12 }, { "dicembre", 12 }, { "dezembro", 12 },
	{ "grudnia", 12 }, { "dec", 12 }, { "dez", 12 },
};

#endif
