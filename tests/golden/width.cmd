# Width: --width, else COLUMNS, else 80; 0 wraps nothing.
. "$TOP/tests/golden/prelude.sh"
longest() { awk '{ if (length($0) > n) n = length($0) } END { print (n > 79 ? "over 79" : n > 50 ? "over 50" : n > 30 ? "over 30" : "short") }'; }
export LC_ALL=C.UTF-8
"$NUTGRAF" show --pane body lib/light.yaml | longest
COLUMNS=40 "$NUTGRAF" show --pane body lib/light.yaml | longest
COLUMNS=40 "$NUTGRAF" show --width 66 --pane body lib/light.yaml | longest
"$NUTGRAF" show --width 0 --pane body lib/light.yaml | longest
"$NUTGRAF" show --width wide lib/light.yaml
