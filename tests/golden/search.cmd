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
# A script without blanks between its words: any letters that follow each other, however they are typed.
mkdir plain; printf 'format: 1\nid: sakura\ntitle: 東京の桜\nsource: {language: ja, published: "2024-03-29"}\nbody: |\n  気象庁は東京で桜が開花したと発表した。満開は4月5日ごろ。\n' >plain/sakura.yaml
for q in 東京 気象庁 開花 が開 4月 京東 title:桜 '"桜が開花"'; do echo "$q"; "$NUTGRAF" --library plain search "$q"; done

# What is nearly a word of the library was mistyped; the same with an index.
mkdir typos; cp lib/*.yaml typos
for more in 0 100; do
	for i in $(seq $more); do printf 'format: 1\ntitle: Filler %s\nbody: |\n  Page %s.\n' $i $i >typos/filler-$i.yaml; done
	for q in lighthuose 'who:brant' 'northprot mayor' '"reparing the quay"' zebra quya 'lighthuose*'; do "$NUTGRAF" --library typos search "$q"; done
	"$NUTGRAF" --library typos list tag:coats
done
