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
