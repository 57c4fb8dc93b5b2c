# The reader's edits change their own lines only.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
cp lib/light.yaml before.yaml
"$NUTGRAF" tag lighthouse sea 'two words'
diff before.yaml lib/light.yaml
"$NUTGRAF" tag lighthouse -sea --remove 'two words'
cmp before.yaml lib/light.yaml && echo same
"$NUTGRAF" tag lib/bread.yaml food && grep -A 1 tags lib/bread.yaml
"$NUTGRAF" note lighthouse 'see the old plans' --para 2
"$NUTGRAF" note lighthouse who pays for it; "$NUTGRAF" show --yaml lighthouse | grep "who pays"
diff before.yaml lib/light.yaml
"$NUTGRAF" check lib/light.yaml lib/bread.yaml && echo good
"$NUTGRAF" tag nobody x; echo "status $?"
"$NUTGRAF" note lighthouse; echo "status $?"
"$NUTGRAF" tag lighthouse
"$NUTGRAF" note lighthouse x --para 9; echo "status $?"
