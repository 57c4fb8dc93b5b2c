# Marks lie beside the library, by id; no file of it changes.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
shown() { "$NUTGRAF" list --json | sed -n 's/^{"id":"\([^"]*\)".*\.yaml"\(.*\)}$/\1\2/p'; }
cp -r lib before
shown; ls "$HOME/state" 2>/dev/null
"$NUTGRAF" mark --read lighthouse storm
"$NUTGRAF" mark --star bread
shown
"$NUTGRAF" mark --unread --star storm lib/../lib/light.yaml
"$NUTGRAF" mark --unstar lighthouse nobody bread; echo "status $?"
shown
"$NUTGRAF" mark --read --all && shown
"$NUTGRAF" list --json --library before | grep -c '"read"'
diff -r before lib && echo 'files untouched'
ls -l "$HOME/state/nutgraf" | sed -n 's/^\(-[rwx-]*\).* \(.*\)$/\1 \2/p'
"$NUTGRAF" mark lighthouse; echo "status $?"
"$NUTGRAF" mark --read --unread lighthouse; echo "status $?"
"$NUTGRAF" mark --read; echo "status $?"
"$NUTGRAF" mark --read harbour.txt; echo "status $?"
echo 'no database' >"$HOME/state/nutgraf/state.db"
"$NUTGRAF" mark --read bread 2>&1 | sed "s,$HOME,HOME,g"; shown
cat "$HOME/state/nutgraf/state.db.damaged-1"
XDG_STATE_HOME=$PWD/harbour.txt "$NUTGRAF" mark --read bread 2>err; echo "status $?"; sed "s,$PWD,HERE,g" err
# Very many are taken back in one line.
mkdir many; for i in $(seq 21); do sed "s/^id:.*/id: b$i/" lib/bread.yaml >many/b$i.yaml; done
"$NUTGRAF" mark --library many --read --all; "$NUTGRAF" mark --library many --undo
