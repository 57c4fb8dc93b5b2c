# Hand edits: what the converter owns and nobody changed is refreshed; all else stays byte for byte.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=new
"$NUTGRAF" add -q --published 2020-06-04 --url https://h.example/storm storm.txt
f=new/2020-06-04-storm-closes-the-port-of-northport.yaml
# The same again, and with another option: a fresh dek and body, the same brief.
"$NUTGRAF" add -q --json --published 2020-06-04 --url https://h.example/storm storm.txt
(sed 's/for two days/for two nights/' storm.txt; echo; echo 'The port opens again on June 9.') >later.txt
"$NUTGRAF" add -qn --published 2020-06-04 --url http://www.h.example/storm/ later.txt
"$NUTGRAF" add -q --json --published 2020-06-04 --url http://www.h.example/storm/ later.txt
grep -c 'June 9' "$f"; ls new
# A person edits: a title, a tag, a note, a link, unknown keys at the top and inside.
sed -i 's/^title: .*/title: My Storm   # mine/; s/^source:/source:\n  x-seen: [1,   2]/; s/^summary:/x-own: {a:   1}\n\n&/' "$f"
"$NUTGRAF" tag storm sea; "$NUTGRAF" note storm 'Ask the mayor.'
cp "$f" before.yaml
"$NUTGRAF" add -q --json --published 2020-06-04 --url https://h.example/storm storm.txt
diff before.yaml "$f"
"$NUTGRAF" add -q --json --published 2020-06-04 --url https://h.example/storm --title 'Another Storm' storm.txt
"$NUTGRAF" check "$f"
# An edited body is digested again, and stays.
sed -i 's/Ships waited outside for two days./It is to open on 12 June 2020./' "$f"
"$NUTGRAF" refresh -n storm; "$NUTGRAF" refresh storm; "$NUTGRAF" refresh -q --json storm
grep -A1 'when:.*12 June' "$f"; "$NUTGRAF" check "$f"
# keep: a key is left alone; a brief of one's own gets what it has not.
printf 'keep: [summary]\n' >>"$f"; "$NUTGRAF" refresh -q --json --sentences 1 storm
printf 'format: 1\ntitle: Mine\nbody: |\n  The mill burnt down on 3 May 2019. Ada Brandt saw it.\n' >new/mine.yaml
"$NUTGRAF" refresh -q --json mine; sed -n '1,9p' new/mine.yaml
# What cannot be merged is refused: status 3, the new brief beside it.
sed -i '1s/^/<<<<<<< ours\n/; $s/$/\n>>>>>>> theirs/' "$f"; cp "$f" before.yaml
"$NUTGRAF" add -q --json --published 2020-06-04 --url https://h.example/storm storm.txt; echo "status $?"
cmp before.yaml "$f" && grep '^title' "$f.new"; ls new
"$NUTGRAF" check "$f"; echo "status $?"
"$NUTGRAF" add -q --published 2020-06-04 storm.txt missing.txt; echo "status $?"
# A brief as input comes in as it is, hashes and edits too; where one is already nothing is overwritten.
"$NUTGRAF" convert -q --published 2020-06-04 harbour.txt | sed 's/^title: .*/title: Edited/' >brief.yaml
"$NUTGRAF" add -q --json --library other brief.yaml; "$NUTGRAF" add -q --json --library other brief.yaml
diff brief.yaml other/2020*.yaml && echo identical
"$NUTGRAF" add -q --json --library other --published 2020-06-04 --title New harbour.txt
sed -i 's/^title: .*/title: Edited Twice/' brief.yaml; "$NUTGRAF" add --json --library other brief.yaml; echo "status $?"
"$NUTGRAF" refresh -qn --all --library lib; "$NUTGRAF" refresh --all storm; "$NUTGRAF" refresh -; echo "status $?"
