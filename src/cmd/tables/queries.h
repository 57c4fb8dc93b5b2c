/* What a query may hold (library/query.h): its form, the same in mdoc, and what it means. */
#ifndef CMD_TABLES_QUERIES_H
#define CMD_TABLES_QUERIES_H

/* clang-format off */
#define QUERIES(_) \
	_("word, beginning*", "Ar word , Ar beginning Ns Cm *", \
	    "the word, or words that begin so, anywhere") \
	_("\"words\"", "Qq Ar words", \
	    "the words one after the other") \
	_("title: who: org: place: topic: tag: source:", "Cm title: , who: , org: , place: , topic: , tag: , source:", \
	    "the same, there only") \
	_("before:DATE", "Cm before: Ns Ar date", \
	    "published before that day, month or year begins") \
	_("after:DATE", "Cm after: Ns Ar date", \
	    "published after it has ended: after:2023 from 2024 on") \
	_("event:DATE, event:FROM..TO", "Cm event: Ns Ar date , Cm event: Ns Ar from Ns Cm .. Ns Ar to", \
	    "an event of that time; FROM or TO may be left out") \
	_("is:unread, is:read, is:starred", "Cm is:unread , is:read , is:starred", \
	    "by what was done with it") \
	_("wanted: wanted:WORD", "Cm wanted: , Cm wanted: Ns Ar word", \
	    "names an article that the library does not have") \
	_("-ONE, ONE or OTHER, (QUERY)", "Fl Ns Ar one , Ar one Cm or Ar other , Cm \\&( Ar query Cm \\&)", \
	    "not; either; as one thing")
/* clang-format on */

#endif
