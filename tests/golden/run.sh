#!/bin/sh
# Runs every case in this folder: NAME.cmd is a shell script, run in an empty
# folder with $NUTGRAF the program and $TOP the project; NAME.out is what it must
# print (stdout, stderr and exit status).  UPDATE=1 writes NAME.out instead.
here=$(cd "$(dirname "$0")" && pwd); TOP=$(cd "$here/../.." && pwd); bad=0 n=0
tmp=$(mktemp -d) || exit 2; trap 'rm -rf "$tmp"' EXIT
export TOP NUTGRAF="${NUTGRAF-$TOP/build/nutgraf}" NUTGRAF_NOW=2026-01-02T03:04:05Z HOME="$tmp/home"
unset NUTGRAF_LIBRARY NUTGRAF_PAGER PAGER VISUAL EDITOR COLUMNS NO_COLOR CLICOLOR_FORCE FORCE_COLOR
export XDG_DATA_HOME="$tmp/home/data" XDG_CONFIG_HOME="$tmp/home/config" XDG_CACHE_HOME="$tmp/home/cache" XDG_STATE_HOME="$tmp/home/state"
for cmd in "$here"/*.cmd; do
	[ -e "$cmd" ] || break
	out=${cmd%.cmd}.out; n=$((n + 1))
	rm -rf "$tmp/in" "$tmp/home"; mkdir -p "$tmp/in"
	{ (cd "$tmp/in" && sh -u "$cmd" </dev/null 2>&1); echo "exit $?"; } | grep -av '\[SANDBOX\]$' >"$tmp/got" # a kernel may lack a layer
	if [ "${UPDATE-0}" = 1 ]; then
		cmp -s "$tmp/got" "$out" || { cp "$tmp/got" "$out"; echo "updated $out"; }
	elif ! diff -u "$out" "$tmp/got"; then
		echo "FAIL $cmd"; bad=$((bad + 1))
	fi
done
echo "$((n - bad)) passed, $bad failed"
[ "$bad" -eq 0 ]
