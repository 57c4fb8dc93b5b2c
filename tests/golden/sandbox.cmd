# The sandbox: a missing layer is told once, or is the end; what a file takes too much of costs that file only.
. "$TOP/tests/golden/prelude.sh"
without=${NUTGRAF%/*}/tests/tools/without
told() { sed 's/: the sandbox has no.* on this/: the sandbox has no … on this/'; }
"$without" landlock "$NUTGRAF" convert harbour.txt storm.txt 2>&1 >/dev/null | told | grep -v NO_DATE | grep -c 'sandbox has no'
"$without" landlock "$NUTGRAF" convert --sandbox=require -o out.yaml harbour.txt 2>&1 | told; ls out.yaml 2>/dev/null
"$without" seccomp "$NUTGRAF" timex --sandbox=require harbour.txt 2>&1 | told
"$without" landlock "$NUTGRAF" convert -q --sandbox=off harbour.txt | grep ^title
"$NUTGRAF" convert --sandbox=never storm.txt; echo "status $?"
"$NUTGRAF" convert -q --sandbox=off harbour.txt storm.txt >here
"$NUTGRAF" convert -q harbour.txt storm.txt | cmp - here && echo same
"$without" landlock "$NUTGRAF" doctor | grep -c '^sandbox  *no '
"$NUTGRAF" doctor --json --library lib | sed -n 's/.*"what":"\([a-z]*\)".*/\1/p' | tr '\n' ' '; echo
# A page in Shift JIS: the child that could not read it is replaced by one that can.
printf '<html><head><meta charset=Shift_JIS><title>\223\372\226\173</title></head><body><p>\223\372\226\173\202\314\212\103.</p></body></html>' >sjis.html
"$NUTGRAF" convert -q storm.txt sjis.html storm.txt | grep ^title
yes 'It rained on the town, and the harbour was closed for the day.' | head -c 3000000 >big.txt
case $NUTGRAF in *asan*) sed -n '/^nutgraf.*INPUT_LIMIT/,$p' "$TOP/tests/golden/sandbox.out" | head -n 3; exit ;; esac
(ulimit -v 60000; "$NUTGRAF" convert harbour.txt big.txt storm.txt 2>&1 | grep -E '^title|INPUT_LIMIT')
