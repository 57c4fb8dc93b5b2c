# $VISUAL before $EDITOR, split into words, no shell; the file is checked afterwards.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
printf '#!/bin/sh\nfor last; do :; done\nsed -i "s/$1/$2/" "$last"; echo "$# arguments"\n' >editor; chmod +x editor
EDITOR=false VISUAL='./editor dear cheap' "$NUTGRAF" edit bread
grep -c cheap lib/bread.yaml
EDITOR='./editor format: fromat:' "$NUTGRAF" edit lib/bread.yaml; echo "status $?"
VISUAL=./no-such-editor "$NUTGRAF" edit storm; echo "status $?"
EDITOR='touch ran;' "$NUTGRAF" edit storm >/dev/null; ls ran 2>/dev/null
"$NUTGRAF" edit
printf '#!/bin/sh\necho "$@"\n' >show; chmod +x show
cp lib/bread.yaml -- -bread.yaml; mkdir -- -lib; cp lib/storm.yaml -- -lib/
VISUAL=./show "$NUTGRAF" edit -- -bread.yaml
VISUAL=./show "$NUTGRAF" edit --library=-lib storm
# one that is broken has its file's name, and is not taken for another whose id begins so
printf 'format: 1\ntitle: Two boats\nbody: They sank.\n' >lib/boat-2.yaml
printf 'format: 1\ntitle: [A boat\nbody: It sank.\n' >lib/boat.yaml
"$NUTGRAF" check boat; "$NUTGRAF" rm boat; echo "status $?"
EDITOR='./editor .A A' "$NUTGRAF" edit boat; echo "status $?"; "$NUTGRAF" check boat
"$NUTGRAF" edit -
