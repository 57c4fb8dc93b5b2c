# The query language in search, list and timeline; what is wrong is shown at its column.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" search 'title:light*'
"$NUTGRAF" search '"ada brandt" quay'
"$NUTGRAF" search '"brandt ada"'; echo "status $?"
"$NUTGRAF" search northport -quay
"$NUTGRAF" search 'event:2020-06-02..2020-06'
"$NUTGRAF" list 'who:brandt (quay or lighthouse)'
"$NUTGRAF" list org:coastal or source:letter
"$NUTGRAF" list tag:coast
"$NUTGRAF" list before:2020-06-04 after:2018
"$NUTGRAF" list wanted: ; "$NUTGRAF" list wanted:storm; echo "status $?"
"$NUTGRAF" list is:unread -n 1
"$NUTGRAF" timeline --where 'place:northport -tag:coast' --width 80
"$NUTGRAF" timeline --where tag:coast lib/storm.yaml
for q in '"ada' '(ada or brandt' 'ada)' 'event:soon' 'event:2019..tomorrow' colour:red 'is:blue' 'ada or' 'before:' 'Küste event:..' '-'; do
	"$NUTGRAF" search "$q"
done
"$NUTGRAF" mark --star 2018-bread 2>&1
"$NUTGRAF" list is:starred
"$NUTGRAF" list is:unread
# What is wanted, until it arrives.
"$NUTGRAF" list --wanted; "$NUTGRAF" list --wanted --json
sed 's/^id: .*/id: how/; s/^title: .*/title: How lighthouses work/; /^related/,/^body/{/^  - /d}' lib/bread.yaml >lib/how.yaml
"$NUTGRAF" list --wanted; echo "status $?"
# A title that was changed by hand: what its id was made of is still known.
sed 's/^id: .*/id: 2021-02-03-keepers-of-the-light/; s/^title: .*/title: Keepers of the light/; /^related/,/^body/{/^  - /d}' lib/bread.yaml >lib/keepers.yaml
sed -i 's/title: How Lighthouses Work/title: Keepers of the Light/' lib/light.yaml
"$NUTGRAF" list --wanted; sed -i 's/^title: .*/title: Three men and a lamp/' lib/keepers.yaml
"$NUTGRAF" list --wanted; echo "status $?"; "$NUTGRAF" related --json 2020-06-04 | grep -o '"id":"[^"]*","title":"[^"]*","kind":"stated"'
"$NUTGRAF" related --json keepers | grep -o '"id":"[^"]*","kind":"backlink"'
sed -i 's/^id: .*/id: keepers/' lib/keepers.yaml; "$NUTGRAF" list --wanted
# What before and after mean is said where queries are typed, and holds.
"$NUTGRAF" help queries
for command in list search export timeline show; do echo "$command $("$NUTGRAF" $command --help | grep -c 'after:2023 from 2024 on')"; done
for q in after:2020-05 after:2020-06 after:2020-06-01 before:2020-06-04 before:2020-06 before:2019; do echo "$q: $("$NUTGRAF" list -0 $q 2>&1 | tr '\0' ' ')"; done
