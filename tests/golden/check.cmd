# FILE:LINE:COL: level: text [ID], the line and a caret; 1 for findings, 2 for trouble.
. "$TOP/tests/golden/prelude.sh"
"$NUTGRAF" check lib/light.yaml && echo good
sed 's/^title: .*/title: A: B/' lib/bread.yaml >colon.yaml
sed 's/^body:/bodi:/' lib/bread.yaml >key.yaml
sed 's/"2020-06-03"/"June 3"/' lib/light.yaml >date.yaml
printf 'format: 1\ntitle: "日本 \033[31m\t" x\n' >wide.yaml
for file in colon key date wide; do "$NUTGRAF" check $file.yaml; echo "status $?"; done
cp key.yaml lib/
"$NUTGRAF" check --library lib; echo "status $?"
"$NUTGRAF" check missing.yaml
