# Small articles and a library of three briefs, for the cases of this folder.
cat >harbour.txt <<'END'
Harbour Town Opens Its New Lighthouse

The council of Harbour Town opened the new lighthouse on June 3. Mayor Ada Brandt said the old tower had been dark since 2011.

The Coastal Safety Agency (CSA) will run the light from a control room in Northport. A second light will be built next year.
END
cat >storm.txt <<'END'
Storm Closes The Port Of Northport

A storm closed the port of Northport on Monday, the Coastal Safety Agency (CSA) said. Ships waited outside for two days.

Mayor Ada Brandt asked for help in repairing the quay.
END
mkdir lib
cat >lib/light.yaml <<'END'
# yaml-language-server: $schema=./brief-1.schema.json
format: 1
id: 2020-06-04-lighthouse
title: Harbour Town Opens Its New Lighthouse

source:
  name: Harbour Herald
  published: "2020-06-04"
  language: en

tags: [coast]

summary:
  - text: The council of Harbour Town opened the new lighthouse on June 3.
    para: 1

timeline:
  - date: "2011"
    when: since 2011
    text: the old tower had been dark since 2011.
    para: 1
    kind: past
    basis: stated
  - date: "2020-06-03"
    when: on June 3
    text: The council of Harbour Town opened the new lighthouse on June 3.
    para: 1
    kind: past
    basis: resolved
  - date: "2021"
    when: next year
    text: A second light will be built next year.
    para: 2
    kind: scheduled
    basis: resolved

entities:
  people:
    - Ada Brandt
  orgs:
    - Coastal Safety Agency
  places:
    - Northport

related:
  - title: Storm closes the port of Northport
  - title: How Lighthouses Work

body: |
  The council of Harbour Town opened the new lighthouse on June 3. Mayor Ada Brandt said the old tower had been dark since 2011.

  The Coastal Safety Agency will run the light from a control room in Northport. A second light will be built next year.
END
cat >lib/storm.yaml <<'END'
# yaml-language-server: $schema=./brief-1.schema.json
format: 1
id: 2020-06-01-storm
title: Storm Closes The Port Of Northport

source:
  name: Harbour Herald
  published: "2020-06-01"
  language: en

summary:
  - text: A storm closed the port of Northport on Monday.
    para: 1

timeline:
  - date: "2020-06-01"
    when: on Monday
    text: A storm closed the port of Northport on Monday.
    para: 1
    kind: past
    basis: resolved

entities:
  people:
    - Ada Brandt
  places:
    - Northport

body: |
  A storm closed the port of Northport on Monday. Ships waited outside for two days.

  Mayor Ada Brandt asked for help in repairing the quay.
END
cat >lib/bread.yaml <<'END'
# yaml-language-server: $schema=./brief-1.schema.json
format: 1
id: 2018-bread
title: Bread Prices Rise Again

source:
  name: Market Letter
  published: "2018"
  language: en

body: |
  Flour is dear, and a loaf costs a third more than a year ago.
END
