# -o replaces the file in one step; a full disk is noticed; a closed pipe is silent.
"$NUTGRAF" --version -o out.txt && cat out.txt && ls
mkfifo pipe && { cat pipe & "$NUTGRAF" --version -o pipe; wait; } && [ -p pipe ] && rm pipe && "$NUTGRAF" --version -o /dev/stdout | cat
"$NUTGRAF" --version -o missing/out.txt; echo "$?"
"$NUTGRAF" --version >/dev/full; echo "$?"
"$NUTGRAF" help messages | head -n 1
"$NUTGRAF" --version -o -
. "$TOP/tests/golden/prelude.sh"
"$NUTGRAF" show lib/light.yaml >/dev/full; echo "$?"
