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
# What has one plain remedy is mended, the rest of the file stays.
cat >fix.yaml <<'END2'
# a remark
title: Harbour: Opens It # of the paper
sorce:
  name: Herald
summary:
  - @council opened. # keep
  - text: 5% of: them
	para: 1
topics:
  - sea
  - coast
  - sea
dek: *not* this
body: |
  One: two.
END2
"$NUTGRAF" check --fix fix.yaml; echo "status $?"; cat fix.yaml; "$NUTGRAF" check --fix fix.yaml; echo "status $?"
"$NUTGRAF" check --library lib storm && echo good; "$NUTGRAF" check --library lib nobody; "$NUTGRAF" check --fix - </dev/null
"$NUTGRAF" check --library lib bread

# A fault is told once, though it is met when the library is opened and when the brief is read.
rm lib/key.yaml; sed 's/^title: .*/title: A: B/' lib/bread.yaml >lib/roll.yaml
"$NUTGRAF" check --library lib roll; "$NUTGRAF" show --library lib roll; echo "status $?"
# What a brief could not take lies beside it and is named, alone and with the library.
mv lib/bread.yaml lib/roll.yaml; cp lib/storm.yaml lib/storm.yaml.new
"$NUTGRAF" check --library lib 2020-06-01; echo "status $?"; "$NUTGRAF" check --library lib; echo "status $?"
