# One brief, several, the library; filters and formats.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" timeline --width 60 lighthouse
echo ==; "$NUTGRAF" timeline --width 60
echo ==; "$NUTGRAF" timeline --tsv
"$NUTGRAF" timeline --tsv --from 2020-06-02 --to 2020-06-30
"$NUTGRAF" timeline --csv --scheduled
"$NUTGRAF" timeline --json --to 2012 lighthouse
"$NUTGRAF" timeline --ics lighthouse | tr -d '\r' | sed -n '1,13p;$p'
"$NUTGRAF" timeline --from never; echo "status $?"
"$NUTGRAF" timeline 2018-bread
# Nothing that a terminal would obey comes through a format either.
mkdir bad
printf 'format: 1\nid: bad\ntitle: "T\\e[2J\\x9b \\\\, \\"q\\""\nbody: x\ntimeline:\n  - date: "2020-01-01"\n    text: "a\\e]0;x\\a\\u202e, \\"b\\";\\tc\\nd"\nrelated:\n  - title: "W\\e[2J\\\\ \\"q\\""\n' >bad/bad.yaml
for format in --tsv --csv --ics; do "$NUTGRAF" timeline --library bad $format | sed -n '/^SUMMARY\|^"*2020/p' | cat -v; done
"$NUTGRAF" related --library bad --dot bad | cat -v
# A sentence of several dates: below its beginning a row goes on, elsewhere its first words say which one it is.
cat >dates.yaml <<'END'
format: 1
title: Two Bridges
source:
  published: "2020-06-04"
timeline:
  - {date: "1984", text: "The wooden bridge over the northern arm burnt down in 1984", para: 1}
  - {date: "1986", text: "The wooden bridge over the northern arm burnt down in 1984, was built again in 1986", para: 1}
  - {date: "1990", text: "A ferry sank in 1990.", para: 2}
  - {date: "1995", text: "The town counted 900 carts a day in 2001, twice as many as in 1995.", para: 3}
  - {date: "1999", text: "The wooden bridge over the northern arm burnt down in 1984, was built again in 1986 and closed in 1999.", para: 1}
  - {date: "2001", text: "The town counted 900 carts a day in 2001", para: 3}
  - {date: "2003", text: "A mill closed in 2001", para: 4}
  - {date: "2004", text: "Rain", para: 4}
  - {date: "2005", text: "A mill closed in 2001 and a shop in 2005.", para: 4}
body: |
  The wooden bridge over the northern arm burnt down in 1984, was built again in 1986 and closed in 1999.

  A ferry sank in 1990.

  The town counted 900 carts a day in 2001, twice as many as in 1995.

  A mill closed in 2001 and a shop in 2005. Rain
END
"$NUTGRAF" show --pane timeline --width 76 dates.yaml; "$NUTGRAF" show --pane timeline --width 40 --ascii dates.yaml | sed -n 2,8p
"$NUTGRAF" timeline --tsv dates.yaml | cut -f1
# What is to come; the day is that of the clock.
NUTGRAF_NOW=2021-03-01T00:00:00Z "$NUTGRAF" --library lib timeline --from today --tsv | cut -f 1,6
# A calendar without events is none that was asked for.
printf 'format: 1\nid: v\ntitle: V\ntimeline:\n  - {date: 2019-06, text: The crane fell., kind: past}\n' >vague.yaml
"$NUTGRAF" timeline --ics vague.yaml | grep -c VEVENT; "$NUTGRAF" timeline --ics --fuzzy vague.yaml | grep -c VEVENT
