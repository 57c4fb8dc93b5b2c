# The index of a library that is large enough for one; of a small one, which has none; one that was damaged.
. "$TOP/tests/golden/prelude.sh"
named() { sed "s|$HOME|HOME|; s|[0-9a-f]\{16\}|HASH|"; }
"$NUTGRAF" --library lib index; echo "status $?"
mkdir many
for i in $(seq 1 120); do sed "s/^id: .*/id: bread-$i/; s/^title: .*/title: Loaf Number $i/" lib/bread.yaml >many/bread-$i.yaml; done
"$NUTGRAF" --library many index; echo "status $?"
"$NUTGRAF" --library many index --stats --verify | sed /^bytes/d | named
sed -i 's/^title: .*/title: Another Loaf/' many/bread-7.yaml
rm many/bread-8.yaml
"$NUTGRAF" --library many index --stats | sed '/^bytes/d; /^file/d'
"$NUTGRAF" --library many search another
"$NUTGRAF" --library many index --rebuild --stats | sed '/^bytes/d; /^file/d'
find "$HOME" -path '*cache*' -name '*.db' -exec sh -c 'head -c 4096 /dev/urandom | dd of="$1" bs=4096 seek=2 conv=notrunc 2>/dev/null' sh {} \;
"$NUTGRAF" --library many search another 2>&1 | named
"$NUTGRAF" --library many index --verify; echo "status $?"
# Of more briefs than can all be looked at, the nearest are found by their words and names; so is the brief of a source.
cp lib/light.yaml lib/storm.yaml many
for i in 1 2 3; do printf 'Mayor %s Brandt asked again.\n' Ada >>storm.txt; done
"$NUTGRAF" --library many related 2020-06-04 --width 72
"$NUTGRAF" --library many add --url https://herald.example/storm --published 2020-06-01 storm.txt
"$NUTGRAF" --library many index
echo 'The port opened on Friday, Ada Brandt said.' >>storm.txt
"$NUTGRAF" --library many add --json --url https://herald.example/storm --published 2020-06-01 storm.txt
"$NUTGRAF" --library many related storm-closes --width 72
"$NUTGRAF" --library many list --wanted --width 72
"$NUTGRAF" index here; echo "status $?"
