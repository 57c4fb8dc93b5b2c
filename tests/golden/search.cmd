# All words must occur, in any form; the line is shown; nothing found is 1.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" search northport
"$NUTGRAF" search lights built
"$NUTGRAF" search --json loaf
"$NUTGRAF" search -0 mayor quay | tr '\0' '\n'
"$NUTGRAF" search -n 1 northport | wc -l | tr -d ' '
"$NUTGRAF" search --color=always quay | od -c | grep -c 033 | sed 's/[1-9][0-9]*/marked/'
"$NUTGRAF" search lighthouse loaf; echo "status $?"
"$NUTGRAF" search
"$NUTGRAF" --library lib search --width 20 light
