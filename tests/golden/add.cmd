# The ids in input order; the same input again is a no-op that prints the same id.
. "$TOP/tests/golden/prelude.sh"
"$NUTGRAF" add -q --library new --published 2020-06-04 storm.txt harbour.txt
"$NUTGRAF" add -q --library new --published 2020-06-04 harbour.txt storm.txt
(cat storm.txt; echo 'One more line.') >again.txt
"$NUTGRAF" add -q --library new --published 2020-06-04 again.txt
ls new
"$NUTGRAF" add -q --library new --json --published 2020-06-04 harbour.txt missing.txt
echo "status $?"
"$NUTGRAF" check --library new && echo good
"$NUTGRAF" add -q storm.txt && ls "$XDG_DATA_HOME/nutgraf"
# Where the first articles went is said once.
for i in 1 2; do env -u NUTGRAF_LIBRARY XDG_DATA_HOME="$PWD/new" "$NUTGRAF" add harbour.txt --published 2020-06-04 2>&1 | sed "s|$PWD|.|"; done
