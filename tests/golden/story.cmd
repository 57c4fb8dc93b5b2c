# A story: its briefs and their merged timeline; one event told twice, and dated differently.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
cat >lib/again.yaml <<'END'
format: 1
id: 2020-06-10-northport-again
title: Northport Counts The Damage

source:
  name: Coast Times
  published: "2020-06-10"
  language: en

timeline:
  - date: "2020-06-01"
    when: on 1 June
    text: The storm of 1 June closed the port of Northport.
    para: 1
    kind: past
    basis: stated
  - date: "2020-06-05"
    when: on 5 June
    text: The council of Harbour Town opened its new lighthouse on 5 June.
    para: 1
    kind: past
    basis: stated
  - date: "2020-06-08/2020-06-09"
    when: on 8 and 9 June
    text: Divers looked at the quay on 8 and 9 June.
    para: 2
    kind: past
    basis: stated

entities:
  people:
    - Ada Brandt
  orgs:
    - Coastal Safety Agency

related:
  - id: 2020-06-04-lighthouse
    title: Harbour Town Opens Its New Lighthouse
  - id: 2020-06-01-storm
    title: Storm Closes The Port Of Northport

body: |
  The storm of 1 June closed the port of Northport. The council of Harbour Town opened its new lighthouse on 5 June.

  Divers looked at the quay on 8 and 9 June.
END
"$NUTGRAF" story --width 80 2020-06-10
echo ==; "$NUTGRAF" story --width 60 --ascii --from 2020-06-01 light
echo ==; "$NUTGRAF" story --json --to 2020-06-02 storm
echo ==; "$NUTGRAF" story --tsv storm
"$NUTGRAF" timeline --csv 2020-06-10 light | tail -3
"$NUTGRAF" timeline --ics --fuzzy light | grep -c VEVENT
"$NUTGRAF" story; echo "status $?"
"$NUTGRAF" story bread
echo == new since it was read
"$NUTGRAF" mark --read storm light
"$NUTGRAF" story --new --tsv 2020-06-10
"$NUTGRAF" mark --read --all
"$NUTGRAF" story --new 2020-06-10; echo "status $?"
"$NUTGRAF" timeline --new; echo "status $?"
