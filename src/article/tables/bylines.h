/* What stands before the name of an author.  Written for this project.  A line that begins with
   what is BY_LOOSE may be any sentence but near a headline; BY_SURE speaks of writing; BY_JUNK
   is found in what machines are told only. */
#ifndef ARTICLE_TABLES_BYLINES_H
#define ARTICLE_TABLES_BYLINES_H

enum by_kind { BY_JUNK, BY_LOOSE, BY_SURE };

static const struct {
	const char *text;
	enum by_kind kind;
} by_words[] = { { "by ", BY_LOOSE }, { "by: ", BY_SURE }, { "by:", BY_SURE },
	{ "written by ", BY_SURE }, { "written by: ", BY_SURE },
	{ "posted by ", BY_SURE }, { "published by ", BY_JUNK },
	{ "article by ", BY_SURE }, { "article by: ", BY_SURE }, { "story by ", BY_SURE },
	{ "words by ", BY_SURE }, { "text by ", BY_SURE }, { "author: ", BY_SURE },
	{ "author:", BY_SURE }, { "author ", BY_JUNK }, { "authors: ", BY_SURE },
	{ "authors:", BY_SURE }, { "contributed by ", BY_JUNK },
	{ "recipe by ", BY_JUNK }, { "review by ", BY_JUNK },
	{ "insights from ", BY_JUNK }, { "posted on ", BY_JUNK },
	{ "posts by ", BY_JUNK }, { "view all posts by ", BY_JUNK },
	{ "interview: ", BY_JUNK },
	/* German */
	{ "von ", BY_LOOSE }, { "von: ", BY_SURE }, { "vom ", BY_LOOSE },
	{ "autor: ", BY_SURE }, { "autorin: ", BY_SURE }, { "autoren: ", BY_SURE },
	{ "autoren ", BY_SURE }, { "autor ", BY_JUNK }, { "text: ", BY_SURE },
	{ "ein artikel von ", BY_SURE }, { "eine kolumne von ", BY_SURE },
	{ "ein gastbeitrag von ", BY_SURE }, { "geschrieben von ", BY_SURE },
	{ "verfasst von ", BY_SURE }, { "erstellt von ", BY_SURE },
	{ "eingestellt von ", BY_SURE }, { "publiziert von ", BY_JUNK },
	{ "beitrag von ", BY_JUNK }, { "beitragvon ", BY_JUNK },
	{ "blog beitrag von ", BY_SURE }, { "alles von ", BY_JUNK },
	{ "alle beiträge von ", BY_JUNK }, { "beiträge von ", BY_JUNK },
	{ "zeige alle beiträge von ", BY_JUNK }, { "veröffentlicht von ", BY_JUNK },
	{ "pressemitteilung von ", BY_JUNK }, { "redaktion: ", BY_JUNK },
	/* French, Spanish, Portuguese, Italian, Dutch */
	{ "par ", BY_LOOSE }, { "un texte de ", BY_SURE }, { "texte de ", BY_SURE },
	{ "auteur: ", BY_SURE }, { "auteur : ", BY_SURE }, { "écrit par ", BY_SURE },
	{ "rédigé par ", BY_SURE }, { "publié par ", BY_SURE }, { "por ", BY_LOOSE },
	{ "por: ", BY_SURE }, { "escrito por ", BY_SURE }, { "publicado por ", BY_SURE },
	{ "texto: ", BY_SURE }, { "di ", BY_JUNK }, { "a cura di ", BY_SURE },
	{ "scritto da ", BY_SURE }, { "articolo di ", BY_SURE }, { "autore: ", BY_SURE },
	{ "door ", BY_JUNK }, { "door: ", BY_SURE }, { "geschreven door ", BY_SURE },
	/* Swedish, Norwegian, Danish, Polish, Czech, Russian, Ukrainian */
	{ "av: ", BY_SURE }, { "skriven av ", BY_SURE }, { "skrevet av ", BY_SURE },
	{ "af: ", BY_SURE }, { "skrevet af ", BY_SURE }, { "tekst: ", BY_SURE },
	{ "napsal: ", BY_SURE }, { "napsala: ", BY_SURE }, { "Автор: ", BY_SURE },
	{ "Текст: ", BY_SURE }, { "автор: ", BY_SURE },
	/* Japanese, Chinese */
	{ "文：", BY_SURE }, { "著者：", BY_SURE }, { "作者：", BY_SURE },
	{ "作者: ", BY_SURE }, { "记者：", BY_SURE }, { "记者", BY_JUNK },
	/* between names, and before them */
	{ "& ", BY_JUNK }, { "and ", BY_JUNK }, { "und ", BY_JUNK }, { "- ", BY_JUNK },
	{ "– ", BY_JUNK }, { "— ", BY_JUNK }, { "| ", BY_JUNK }, { "· ", BY_JUNK },
	{ "• ", BY_JUNK }, { "⋅ ", BY_JUNK }, { "✉ ", BY_JUNK }, { ", ", BY_JUNK } };

#endif
