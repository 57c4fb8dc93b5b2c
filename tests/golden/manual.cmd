# nutgraf.1 is what the tables say now: after a change of a row run `nutgraf help manual >nutgraf.1`.
"$NUTGRAF" help manual | diff "$TOP/nutgraf.1" - && echo same
"$NUTGRAF" help keys | grep -c Tab | sed 's/[1-9][0-9]*/keys/'
