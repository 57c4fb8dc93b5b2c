# A brief by path, id, start of the id, words, standard input; panes and formats.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" show --width 60 lib/light.yaml
echo ==; "$NUTGRAF" show --width 60 --pane summary,related 2020-06-04
for ref in 2018-bread 2018 'bread prices' lib/bread.yaml bread.yaml; do
	"$NUTGRAF" show --pane header --width 70 "$ref" | grep -c 'Bread Prices'
done
"$NUTGRAF" show --pane header - <lib/storm.yaml | grep Storm
"$NUTGRAF" show --yaml 2018-bread | cmp - lib/bread.yaml && echo same
"$NUTGRAF" show --json lighthouse | grep -o '"kind":"[a-z]*"' | sort | uniq -c | sed 's/^ *//'
for format in --md --html --man; do "$NUTGRAF" show $format 2018-bread | grep -c 'Flour is dear'; done
# What the article itself tells happened when it was published, unless an event of that day says so.
cat >day.yaml <<'END'
format: 1
title: A Crane Falls
source: {published: "2020-06-01"}
summary:
  - {text: A crane fell on the quay on Monday., para: 1}
timeline:
  - {date: "2021", text: It will be built anew., kind: scheduled}
  - {date: "1990", text: The crane was built.}
  - {date: "2020-06-01", text: The quay was closed today., para: 2}
END
sed 's/^summary:/&\n  - {text: Who minds the cranes?, para: 1}/' day.yaml >asked.yaml
"$NUTGRAF" show --width 70 --pane timeline asked.yaml | grep published
for b in day.yaml lib/storm.yaml; do
	"$NUTGRAF" show --width 70 --pane timeline $b
	"$NUTGRAF" show --md $b | sed -n '/^## Timeline/,/^\* \*/p'
	"$NUTGRAF" show --html $b | sed -n '/^<ol class="timeline"/,/^<.ol/p'
	"$NUTGRAF" show --man $b | sed -n '/TIMELINE/,/RELATED\|ARTICLE/p'
done
# A manual page has the same name in its head and in NAME, and what whatis(1) says in one line.
for dek in '' 'The quay was closed on Monday, and the ships that came to fetch the grain of the whole valley had to wait.'; do
	sed "s/^title: .*/&\ndek: $dek\nid: 2020-06-01-a-crane-falls\ntags: [coast]/" day.yaml | "$NUTGRAF" show --man - | sed '/SUMMARY/,$d'
done
sed 's/^title: .*/title: Who Pays?\ndek: Nobody knows/' day.yaml | "$NUTGRAF" show --man - | sed '/SUMMARY/,$d'
"$NUTGRAF" show nothing-like-it; echo "status $?"
"$NUTGRAF" show 2020; echo "status $?"
"$NUTGRAF" show --md --json 2018; echo "status $?"
"$NUTGRAF" show --pane sumary 2018; echo "status $?"
"$NUTGRAF" show missing/x.yaml; echo "status $?"
# A table that is wider than the page: its columns in groups, each after the first one; what is no table goes on below.
cat >table.yaml <<'END'
format: 1
title: Ships
body: |
  ```
  Quay           2015   2016   2017   2018   2019   2020
  ------------------------------------------------------
  North quay    1,200  1,310  1,405    998  1,022    740
  Südkai 灯         7             9     11     12     13
  ```
END
for width in 36 48 60; do "$NUTGRAF" show --pane body --width $width table.yaml; done
sed 's/^  ---*$/  -- and --/' table.yaml | "$NUTGRAF" show --pane body --width 36 - | head -n 3
# Words without quotes are one name where one brief has them all, else several names; who takes one brief takes them as one.
for ref in 'harbour lighthouse' 'bread storm' 'port town' 'nothing town'; do
	echo "== $ref"; "$NUTGRAF" show --pane header --width 70 $ref; echo "status $?"
done
echo ==; "$NUTGRAF" related --width 70 new lighthouse | head -2; "$NUTGRAF" story of northport --tsv | wc -l; EDITOR=cat "$NUTGRAF" edit bread prices | grep title
# A publisher is named once; a licence stands in the header, and that somebody has rights does not.
for rights in 'Copyright 2020 Harbour Press. All rights reserved.' CC-BY-4.0 'https://creativecommons.org/licenses/by/4.0/'; do
	printf 'format: 1\ntitle: The Quay\nsource: {name: Harbour Press, published: "2020-06-01", author: [Ada Brandt, harbour press], rights: "%s"}\nbody: |\n  Ships wait.\n' "$rights" >rights.yaml
	"$NUTGRAF" show --width 60 --pane header rights.yaml; "$NUTGRAF" show --json rights.yaml | grep -o '"rights":"[^"]*"'
done
# How long it takes to read is said from two minutes on.
for n in 40 60; do { printf 'format: 1\ntitle: The Bay\nbody: |\n'; yes '  Ships wait in the bay until the tide is high.' | head -$n; } >bay.yaml; "$NUTGRAF" show --pane header bay.yaml; done
