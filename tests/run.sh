#!/bin/sh
# Runs every test and ends with "N passed, N failed".
# usage: BUILD=build PYTHON=python3 tests/run.sh "UNIT PROGRAMS"
cd "$(dirname "$0")/.." || exit 2
export LC_ALL="${LC_ALL-C.UTF-8}" TZ="${TZ-UTC}" NUTGRAF="$PWD/$BUILD/nutgraf" SCREEN="$PWD/$BUILD/tests/screen" PYTHON BUILD
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS LINES NUTGRAF_LIBRARY NUTGRAF_PAGER PAGER VISUAL EDITOR
passed=0 failed=0
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
count() { # NAME STATUS: adds the runner's own "N passed, N failed", or one
	p=$(sed -n 's/^\([0-9]*\) passed, [0-9]* failed$/\1/p' "$log" | tail -n 1)
	f=$(sed -n 's/^[0-9]* passed, \([0-9]*\) failed$/\1/p' "$log" | tail -n 1)
	[ -n "$p" ] || { p=0 f=0; [ "$2" = 0 ] && p=1; }
	[ "$2" = 0 ] || [ "$f" != 0 ] || f=1
	passed=$((passed + p)) failed=$((failed + f))
	printf '%-32s %s passed, %s failed\n' "$1" "$p" "$f" | sed 's/ passed,/ ok,/; s/ failed$/ bad/'
	[ "$2" = 0 ] || cat "$log"
}
for t in $1; do
	"$t" >"$log" 2>&1; rc=$?
	n=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log")
	m=$(sed -n 's/^\[  FAILED  \] [^:]*: \([0-9]*\) test.*/\1/p' "$log" | head -n 1)
	[ -n "$n" ] && echo "$n passed, ${m:-0} failed" >>"$log"
	count "unit/$(basename "$t")" $rc
done
for t in tests/checks/*; do # scripts: status 0 is good; a closing line may count
	"$t" >"$log" 2>&1; count "checks/$(basename "$t")" $?
done
tests/golden/run.sh >"$log" 2>&1; count golden $?
echo
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
