/* Words before a day on a page that say what it is the day of, in the languages of
   tables/months.h; lower case, the last one before the day counts. */
#ifndef ARTICLE_TABLES_DAYWORDS_H
#define ARTICLE_TABLES_DAYWORDS_H

#include "article/html_meta.h"

static const struct {
	const char *text;
	enum day_kind kind;
} day_words[] = {
	{ "publish", DAY_PUBLISHED }, { "posted", DAY_PUBLISHED },
	{ "ffentlicht", DAY_PUBLISHED }, { "erschienen", DAY_PUBLISHED },
	{ "publié", DAY_PUBLISHED }, { "publicado", DAY_PUBLISHED },
	{ "pubblicato", DAY_PUBLISHED }, { "gepubliceerd", DAY_PUBLISHED },
	{ "opublikowano", DAY_PUBLISHED }, { "publicerad", DAY_PUBLISHED },
	{ "公開", DAY_PUBLISHED }, { "发布", DAY_PUBLISHED },
	{ "更新", DAY_UPDATED }, { "upd", DAY_UPDATED }, { "modified", DAY_UPDATED }, { "revised", DAY_UPDATED },
	{ "last reviewed", DAY_UPDATED }, { "reviewed on", DAY_UPDATED },
	{ "reviewed:", DAY_UPDATED }, { "reviewed by", DAY_UPDATED }, { "fact checked", DAY_UPDATED },
	{ "fact-checked", DAY_UPDATED }, { "last edited", DAY_UPDATED },
	{ "last changed", DAY_UPDATED }, { "aktualisier", DAY_UPDATED },
	{ "geändert", DAY_UPDATED }, { "änderung", DAY_UPDATED },
	{ "Änderung", DAY_UPDATED }, { "überarbeitet", DAY_UPDATED }, { "actualiz", DAY_UPDATED },
	{ "actualis", DAY_UPDATED }, { "mis à jour", DAY_UPDATED },
	{ "mise à jour", DAY_UPDATED }, { "modifié", DAY_UPDATED },
	{ "aggiornat", DAY_UPDATED }, { "atualizad", DAY_UPDATED },
	{ "bijgewerkt", DAY_UPDATED }, { "gewijzigd", DAY_UPDATED },
	{ "aktualizac", DAY_UPDATED }, { "uppdaterad", DAY_UPDATED },
	{ "copyright", DAY_OTHER }, { "©", DAY_OTHER }, { "(c)", DAY_OTHER },
	{ "open today", DAY_OTHER }, { "open until", DAY_OTHER },
	{ "geöffnet", DAY_OTHER }, { "today's hours", DAY_OTHER }, { "opening hours", DAY_OTHER },
	{ "öffnungszeiten", DAY_OTHER },
	{ "registered", DAY_OTHER }, { "registriert", DAY_OTHER },
	{ "joined", DAY_OTHER }, { "member since", DAY_OTHER },
	{ "mitglied seit", DAY_OTHER }, { "dabei seit", DAY_OTHER },
	{ "last active", DAY_OTHER }, { "last visit", DAY_OTHER },
	{ "last seen", DAY_OTHER }, { "last login", DAY_OTHER },
	{ "deadline", DAY_OTHER }, { "due date", DAY_OTHER },
	{ "apply by", DAY_OTHER }, { "register by", DAY_OTHER }, { "closing date", DAY_OTHER },
	{ "einsendeschluss", DAY_OTHER }, { "anmeldeschluss", DAY_OTHER },
	{ "bewerbungsschluss", DAY_OTHER }, { " until ", DAY_OTHER }, { " bis ", DAY_OTHER },
	{ "jusqu", DAY_OTHER }, { "hasta el", DAY_OTHER }, { "fino al", DAY_OTHER },
	{ "valid through", DAY_OTHER }, { "valid from", DAY_OTHER },
	{ "gültig", DAY_OTHER }, { "expires", DAY_OTHER }, { "ends on", DAY_OTHER },
	{ "erscheinungstermin", DAY_OTHER },
	{ "beginn:", DAY_OTHER }, { "ende:", DAY_OTHER }, { "kundenbewertung", DAY_OTHER },
	{ "customer review", DAY_OTHER },
	{ "release date", DAY_OTHER }, { "released", DAY_OTHER },
	{ "release:", DAY_OTHER }, { "on sale", DAY_OTHER },
	{ "upcoming", DAY_OTHER }, { "veranstaltung", DAY_OTHER },
	{ "effective", DAY_OTHER }, { "next event", DAY_OTHER }, { "next meeting", DAY_OTHER },
	{ "next issue", DAY_OTHER }, { "nächste", DAY_OTHER },
	{ "findet am", DAY_OTHER }, { "takes place", DAY_OTHER },
	{ "event date", DAY_OTHER }, { "starts on", DAY_OTHER },
	{ "begins on", DAY_OTHER }, { "born", DAY_OTHER }, { "geboren", DAY_OTHER },
	{ "accessed", DAY_OTHER }, { "retrieved", DAY_OTHER },
	{ "abgerufen", DAY_OTHER }, { "today is", DAY_OTHER },
	{ "heute ist", DAY_OTHER }, { "welcome", DAY_OTHER },
	{ "willkommen", DAY_OTHER },
};

#endif
