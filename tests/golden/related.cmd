# Stated links first, resolved by title; then who names it; then what is alike, with a reason.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" related --width 60 lighthouse
"$NUTGRAF" related --json lighthouse
"$NUTGRAF" related --json 2020-06-01-storm
"$NUTGRAF" related --all --json -n 1 | wc -l | tr -d ' '
"$NUTGRAF" related --dot lighthouse
"$NUTGRAF" related --json lib/storm.yaml | grep -c backlink
"$NUTGRAF" related nobody; echo "status $?"
"$NUTGRAF" related
