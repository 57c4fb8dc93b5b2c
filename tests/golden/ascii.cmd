# ASCII: asked for, or where the locale names another set than UTF-8; what is for programs is UTF-8 always.
. "$TOP/tests/golden/prelude.sh"
cat >note.md <<'END'
# Der „Südkai“

Łódź and Köln — the quays of both cities — opened on 3 May 2019…

- 灯台 🇯🇵
END
unset LC_ALL LC_CTYPE LANG; export NUTGRAF_LIBRARY=lib
"$NUTGRAF" convert -q note.md >lib/note.yaml; "$NUTGRAF" show --pane body der
for set in C POSIX de_DE.ISO-8859-1 en_US.utf8 C.UTF-8; do LC_ALL=$set "$NUTGRAF" show --pane body der | head -n 1; done
"$NUTGRAF" show --ascii --pane header,body der
LANG=C "$NUTGRAF" list --width 40
LANG=C "$NUTGRAF" search --width 40 opened
LC_CTYPE=C "$NUTGRAF" convert note.md | head -n 4 | tail -n 1
for as in md html json yaml; do LC_ALL=C "$NUTGRAF" show --$as der | grep -c 'Südkai'; done
LC_ALL=C "$NUTGRAF" list --json der | cut -c 1-40
LC_ALL=C "$NUTGRAF" show --text -o note.txt der; head -n 1 note.txt
LC_ALL=C "$NUTGRAF" help show | head -n 1
