/* The elements of HTML that mean something here (HTML Living Standard, chapter 4) and
   the attributes that are read; all other elements are TAG_OTHER, others are dropped. */
#ifndef ARTICLE_TABLES_TAGS_H
#define ARTICLE_TABLES_TAGS_H

enum tag_trait {
	TAG_BLOCK = 1,  /* breaks the line */
	TAG_SKIP = 2,   /* nothing in it is text */
	TAG_VOID = 4,   /* has no end */
	TAG_LOOSE = 8,  /* its end may be left out, so it does not nest by itself */
	TAG_FORMAT = 16 /* reopened by the parser in every block until it is closed */
};

/* clang-format off */
#define HTML_TAGS(_) \
	_(OTHER, "", 0) \
	_(A, "a", TAG_FORMAT) \
	_(ABBR, "abbr", 0) \
	_(ADDRESS, "address", TAG_BLOCK) \
	_(AREA, "area", TAG_SKIP | TAG_VOID) \
	_(ARTICLE, "article", TAG_BLOCK) \
	_(ASIDE, "aside", TAG_BLOCK) \
	_(AUDIO, "audio", TAG_SKIP) \
	_(B, "b", TAG_FORMAT) \
	_(BASE, "base", TAG_SKIP | TAG_VOID) \
	_(BIG, "big", TAG_FORMAT) \
	_(BLOCKQUOTE, "blockquote", TAG_BLOCK) \
	_(BODY, "body", TAG_BLOCK | TAG_LOOSE) \
	_(BR, "br", TAG_VOID) \
	_(BUTTON, "button", TAG_SKIP) \
	_(CANVAS, "canvas", TAG_SKIP) \
	_(CAPTION, "caption", TAG_BLOCK | TAG_LOOSE) \
	_(CENTER, "center", TAG_BLOCK) \
	_(CITE, "cite", 0) \
	_(CODE, "code", TAG_FORMAT) \
	_(COL, "col", TAG_VOID) \
	_(COLGROUP, "colgroup", TAG_LOOSE) \
	_(DATALIST, "datalist", TAG_SKIP) \
	_(DD, "dd", TAG_BLOCK | TAG_LOOSE) \
	_(DETAILS, "details", TAG_BLOCK) \
	_(DIALOG, "dialog", TAG_SKIP) \
	_(DIV, "div", TAG_BLOCK) \
	_(DL, "dl", TAG_BLOCK) \
	_(DT, "dt", TAG_BLOCK | TAG_LOOSE) \
	_(EM, "em", TAG_FORMAT) \
	_(EMBED, "embed", TAG_SKIP | TAG_VOID) \
	_(FIELDSET, "fieldset", TAG_BLOCK) \
	_(FIGCAPTION, "figcaption", TAG_BLOCK) \
	_(FIGURE, "figure", TAG_BLOCK) \
	_(FONT, "font", TAG_FORMAT) \
	_(FOOTER, "footer", TAG_BLOCK) \
	_(FORM, "form", TAG_BLOCK) \
	_(H1, "h1", TAG_BLOCK) \
	_(H2, "h2", TAG_BLOCK) \
	_(H3, "h3", TAG_BLOCK) \
	_(H4, "h4", TAG_BLOCK) \
	_(H5, "h5", TAG_BLOCK) \
	_(H6, "h6", TAG_BLOCK) \
	_(HEAD, "head", TAG_SKIP | TAG_LOOSE) \
	_(HEADER, "header", TAG_BLOCK) \
	_(HGROUP, "hgroup", TAG_BLOCK) \
	_(HR, "hr", TAG_BLOCK | TAG_VOID) \
	_(HTML, "html", TAG_BLOCK | TAG_LOOSE) \
	_(I, "i", TAG_FORMAT) \
	_(IFRAME, "iframe", TAG_SKIP) \
	_(IMG, "img", TAG_VOID) \
	_(INPUT, "input", TAG_SKIP | TAG_VOID) \
	_(KBD, "kbd", 0) \
	_(LI, "li", TAG_BLOCK | TAG_LOOSE) \
	_(LINK, "link", TAG_SKIP | TAG_VOID) \
	_(MAIN, "main", TAG_BLOCK) \
	_(MAP, "map", TAG_SKIP) \
	_(MATH, "math", TAG_SKIP) \
	_(META, "meta", TAG_SKIP | TAG_VOID) \
	_(METER, "meter", TAG_SKIP) \
	_(NAV, "nav", TAG_BLOCK) \
	_(NOBR, "nobr", TAG_FORMAT) \
	_(NOEMBED, "noembed", TAG_SKIP) \
	_(NOFRAMES, "noframes", TAG_SKIP) \
	_(NOSCRIPT, "noscript", TAG_SKIP) \
	_(OBJECT, "object", TAG_SKIP) \
	_(OL, "ol", TAG_BLOCK) \
	_(OPTION, "option", TAG_SKIP | TAG_LOOSE) \
	_(P, "p", TAG_BLOCK | TAG_LOOSE) \
	_(PARAM, "param", TAG_SKIP | TAG_VOID) \
	_(PRE, "pre", TAG_BLOCK) \
	_(PROGRESS, "progress", TAG_SKIP) \
	_(S, "s", TAG_FORMAT) \
	_(SAMP, "samp", 0) \
	_(SCRIPT, "script", TAG_SKIP) \
	_(SECTION, "section", TAG_BLOCK) \
	_(SELECT, "select", TAG_SKIP) \
	_(SMALL, "small", TAG_FORMAT) \
	_(SOURCE, "source", TAG_SKIP | TAG_VOID) \
	_(SPAN, "span", 0) \
	_(STRIKE, "strike", TAG_FORMAT) \
	_(STRONG, "strong", TAG_FORMAT) \
	_(STYLE, "style", TAG_SKIP) \
	_(SUMMARY, "summary", TAG_BLOCK) \
	_(SVG, "svg", TAG_SKIP) \
	_(TABLE, "table", TAG_BLOCK) \
	_(TBODY, "tbody", TAG_BLOCK | TAG_LOOSE) \
	_(TD, "td", TAG_BLOCK | TAG_LOOSE) \
	_(TEMPLATE, "template", TAG_SKIP) \
	_(TEXTAREA, "textarea", TAG_SKIP) \
	_(TFOOT, "tfoot", TAG_BLOCK | TAG_LOOSE) \
	_(TH, "th", TAG_BLOCK | TAG_LOOSE) \
	_(THEAD, "thead", TAG_BLOCK | TAG_LOOSE) \
	_(TIME, "time", 0) \
	_(TITLE, "title", TAG_SKIP) \
	_(TR, "tr", TAG_BLOCK | TAG_LOOSE) \
	_(TRACK, "track", TAG_SKIP | TAG_VOID) \
	_(TT, "tt", TAG_FORMAT) \
	_(U, "u", TAG_FORMAT) \
	_(UL, "ul", TAG_BLOCK) \
	_(VIDEO, "video", TAG_SKIP) \
	_(WBR, "wbr", TAG_VOID)

#define HTML_ATTRS(_) \
	_(ALIGN, "align") \
	_(ALT, "alt") \
	_(CLASS, "class") \
	_(COLSPAN, "colspan") \
	_(CONTENT, "content") \
	_(DATETIME, "datetime") \
	_(HIDDEN, "hidden") \
	_(HREF, "href") \
	_(ID, "id") \
	_(ITEMPROP, "itemprop") \
	_(LANG, "lang") \
	_(NAME, "name") \
	_(PROPERTY, "property") \
	_(PUBDATE, "pubdate") \
	_(REL, "rel") \
	_(ROLE, "role") \
	_(ROWSPAN, "rowspan") \
	_(START, "start") \
	_(STYLE, "style") \
	_(TESTID, "data-testid") \
	_(TITLE, "title") \
	_(TYPE, "type") \
	_(VALUE, "value")
/* clang-format on */

#endif
