#!/bin/sh
# Runs every test, as many at a time as there are cores, and ends with "N passed, N failed".
# usage: BUILD=build PYTHON=python3 [ONLY=PATTERN] tests/run.sh "UNIT PROGRAMS"
cd "$(dirname "$0")/.." || exit 2
export LC_ALL="${LC_ALL-C.UTF-8}" TZ="${TZ-UTC}" NUTGRAF="$PWD/$BUILD/nutgraf" SCREEN="$PWD/$BUILD/tests/screen" PYTHON BUILD
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS LINES NUTGRAF_LIBRARY NUTGRAF_PAGER PAGER VISUAL EDITOR
logs=$(mktemp -d) || exit 2
trap 'rm -rf "$logs"' EXIT
tests=$(printf '%s\n' tests/checks/* tests/golden/run.sh $1 | grep -e "${ONLY:-.}")
# shellcheck disable=SC2016
printf '%s\n' "$tests" | xargs -P "$(nproc)" -I{} sh -c \
	'log=$1/$(echo "$2" | tr / _); "$2" >"$log" 2>&1; echo $? >"$log.rc"' one "$logs" {}

passed=0 failed=0
for t in $tests; do # a test counts itself, in cmocka's way or ours, or its status counts as one
	log=$logs/$(echo "$t" | tr / _) rc=$(cat "$logs/$(echo "$t" | tr / _).rc")
	p=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p; s/^\([0-9]*\) passed, [0-9]* failed$/\1/p' "$log" | tail -n 1)
	f=$(sed -n 's/^\[  FAILED  \] [^:]*: \([0-9]*\) test.*/\1/p; s/^[0-9]* passed, \([0-9]*\) failed$/\1/p' "$log" | tail -n 1)
	[ -n "$p" ] || [ "$rc" != 0 ] || p=1
	[ "$rc" = 0 ] || [ "${f:-0}" != 0 ] || f=1
	passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0}))
	printf '%-32s %s ok, %s bad\n' "${t#"$BUILD/"}" "${p:-0}" "${f:-0}"
	[ "$rc" = 0 ] || cat "$log"
done
echo
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
