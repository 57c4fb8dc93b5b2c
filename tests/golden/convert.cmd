# Articles to YAML or JSON; a bad input is named, the rest go on, the status is 2.
. "$TOP/tests/golden/prelude.sh"
"$NUTGRAF" convert --published 2020-06-04 harbour.txt | grep -E '^(id|title|summary|timeline|body):'
"$NUTGRAF" convert -q - <storm.txt | grep '^title:'
"$NUTGRAF" convert -q --title 'Another Title' --lang en --url https://example.org/a -o out.yaml storm.txt
grep -E '^title:|url:|language:' out.yaml
"$NUTGRAF" convert -q --json harbour.txt missing.txt storm.txt >lines; echo "status $?"
sed 's/.*"file":"\([^"]*\)".*/\1/' lines
"$NUTGRAF" convert -q harbour.txt storm.txt | grep -cE '^(---|format: 1)$'
"$NUTGRAF" convert https://example.org/a; echo "status $?"
"$NUTGRAF" convert --published yesterday storm.txt; echo "status $?"
"$NUTGRAF" convert --sentences 0 storm.txt; echo "status $?"
# Where nothing is a title, the first line is: an item of a list, not all of them.
printf -- '- first item\n- second item\n\nText.\n' | "$NUTGRAF" convert -q - | grep -E '^(id|title):'
"$NUTGRAF" convert
printf -- '---\ntags: [walls, "#stone"]\n---\n# A Wall\n\nThe wall is high, [[People/Ada Brandt#Life|Ada]] said; `[[code]]`.\n\n![[wall.png]] %%%%no word%%%%\n\n> [!info] A ==high== wall, 1 == 1.[^1]\n\n[^1]: Foot.\n\nRelated: How Lighthouses Work\n\n- See also [[Bread Prices Rise Again]]\n' >note.md
"$NUTGRAF" convert -q note.md | sed -n '/^topics/,/^$/p; /^related/,/^made/p'
# Whoever wrote the text named its topics: all of them, in their order, each once.
for tags in 'tags: [Walls, "#stone", lime, moss, ivy, gates, walls, frost]\nkeywords: masons; old towns' 'tags: "#walls #old stone"' 'tags: walls, old stone'; do
	printf -- "---\ntitle: A Wall\n$tags\n---\n\nThe wall is high, Ada Brandt said.\n" | "$NUTGRAF" convert -q - | sed -n '/^topics/,/^$/p' | tr '\n' ' '
	echo
done
"$NUTGRAF" convert --lang english note.md; "$NUTGRAF" convert --charset foo note.md
# The title of a callout begins no sentence; the box of a task is no word of it.
printf '# The North Pier\n\nShips land at the north pier.\n\n> [!note]- The crane\n> The last steam crane was taken down on 3 August 1972.\n\n- [ ] write the report by 5 June 2031\n' >pier.md
"$NUTGRAF" convert -q pier.md | grep -E '^ +(- |)text:|^  >'
