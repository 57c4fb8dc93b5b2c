# The reader wants a terminal; `--` ends the options; `-` is an argument.
. "$TOP/tests/golden/prelude.sh"
"$NUTGRAF" read; echo "status $?"
"$NUTGRAF" read lighthouse; echo "status $?"
cp lib/bread.yaml ./-x.yaml
"$NUTGRAF" show --pane header -- -x.yaml | grep -c Bread
"$NUTGRAF" show -x.yaml
