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
"$NUTGRAF" index here; echo "status $?"
