#!/bin/sh
# packages.sh SET... -- installs the Debian packages of the sets that are missing.
# Without root or sudo it names them and ends with 2.
set -eu
build='gcc libc6-dev make pkg-config libncurses-dev libyaml-dev libcmark-dev libgumbo-dev libexpat1-dev libjansson-dev libunistring-dev libstemmer-dev libsqlite3-dev'
test='python3 python3-yaml python3-jsonschema ruby node-js-yaml node-yaml nodejs libyaml-libyaml-perl perl binutils universal-ctags libcmocka-dev libvterm-dev'
lint='clang clang-format clang-tidy mandoc'
command -v dpkg-query >/dev/null || exit 0
missing=
for set in "$@"; do
	eval "list=\$$set"
	for p in $list; do
		dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q '^install ok' || missing="$missing $p"
	done
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then as=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as=sudo
else
	echo "missing Debian packages; as root, run: apt-get install$missing" >&2
	exit 2
fi
echo "installing:$missing" >&2
$as env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2
# shellcheck disable=SC2086
$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
