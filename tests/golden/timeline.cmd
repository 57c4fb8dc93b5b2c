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
