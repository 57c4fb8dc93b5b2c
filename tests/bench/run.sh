#!/bin/sh
# make bench: prints, in one run, how long things take beside their peers.
# Ratios and medians are what counts; an absolute time on a shared machine says little.
set -eu
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
N="$PWD/$BUILD/nutgraf"
link() { # link NAME [FLAG...]: tests/bench/NAME.c with the program's objects, into $tmp/NAME
	name=$1; shift
	# shellcheck disable=SC2086
	cc -std=c11 -D_GNU_SOURCE -O2 -Iinclude -Isrc -o "$tmp/$name" "tests/bench/$name.c" $CORE $LIBS "$@"
}
cc -O2 -o "$tmp/bench" tests/bench/bench.c
"$PYTHON" tests/tools/mklibrary.py 1000 "$tmp/lib"
export HOME="$tmp" LC_ALL=C.UTF-8 TERM=xterm-256color COLUMNS=80
five=$(ls -S "$tmp"/lib/*.yaml | while read -r f; do s=$(wc -c <"$f"); [ "$s" -le 5200 ] && { echo "$f"; break; }; done)
echo "show a brief of $(wc -c <"$five") bytes"
make -s STATIC=1 BUILD="$BUILD-static" all >/dev/null
"$tmp/bench" 500 -- cat cat "$five" -- "nutgraf show" "$N" show "$five" -- "nutgraf show, STATIC=1" "$PWD/$BUILD-static/nutgraf" show "$five"
"$PYTHON" - "$tmp" <<'P'
import sys, glob
texts = []
n = 0
for f in sorted(glob.glob(sys.argv[1] + "/lib/*.yaml")):
    b = open(f).read().split("body: |\n")[1].replace("\n  ", "\n")[2:]
    texts.append(b); n += len(b)
    if n > 1 << 20: break
def put(name, body):
    open(f"{sys.argv[1]}/{name}.md", "w").write(body)
    open(f"{sys.argv[1]}/{name}.yaml", "w").write("format: 1\ntitle: A large text\nbody: |\n" + "".join("  " + l + "\n" if l else "\n" for l in body.split("\n")))
put("big", "\n".join(texts)[:1 << 20])
marks = ["*{}*", "{}", "**{}**", "{}", "[{}](https://news.example/a/{})", "{}", "`{}`", "{}"]
line = lambda l: " ".join(marks[i % 8].format(w, i) if w.isalpha() else w for i, w in enumerate(l.split(" ")))
put("marked", "\n".join(line(l) for l in "\n".join(texts).split("\n"))[:1 << 20])
P
for body in big marked; do
	echo; echo "show a body of 1 MiB, $body"
	if command -v lowdown >/dev/null; then
		"$tmp/bench" 40 -- "lowdown -tterm" lowdown -tterm "$tmp/$body.md" -- "nutgraf show" "$N" show --color=always "$tmp/$body.yaml"
	else
		"$tmp/bench" 40 -- "nutgraf show" "$N" show --color=always "$tmp/$body.yaml"
	fi
done
echo; echo "a library of 1,000 briefs"
"$tmp/bench" 100 -- "cat all files" sh -c "cat $tmp/lib/*" -- "nutgraf list" "$N" list --library "$tmp/lib" \
	-- "nutgraf search" "$N" search --library "$tmp/lib" satellite debris
echo; echo "the reader on a pty, a library of 1,000 briefs"
make -s BUILD="$BUILD" "$BUILD/tests/screen/screen" 2>/dev/null && \
	SCREEN="$BUILD/tests/screen/screen" NUTGRAF="$N" "$PYTHON" tests/bench/reader.py "$tmp/lib" 40
echo; echo "convert"
"$tmp/bench" 100 -- "cat 31 articles" sh -c 'cat tests/articles/*' -- "nutgraf convert" "$N" convert tests/articles/* \
	-- "the same, no sandbox" "$N" convert --sandbox=off tests/articles/*
"$tmp/bench" 200 -- "one article" "$N" convert tests/articles/2019-07-01-pact.txt \
	-- "the same, no sandbox" "$N" convert --sandbox=off tests/articles/2019-07-01-pact.txt
echo; echo "dates"
link dates
"$tmp/dates" tests/articles/*
"$tmp/dates" "$tmp/big.md"
echo; echo "digest"
ots=; pkg-config --exists libots-1 2>/dev/null && ots="-DWITH_OTS $(pkg-config --cflags --libs libots-1)"
mkdir "$tmp/texts" # of about 3 KB: two samples in one
set -- tests/articles/*.txt
while [ $# -ge 2 ]; do
	{ cat "$1"; echo; tail -n +3 "$2"; } | head -c 3000 >"$tmp/texts/$#.txt"; shift 2
done
# shellcheck disable=SC2086
link digest $ots
"$tmp/digest" "$tmp"/texts/*
[ -n "$ots" ] || echo "  (no libots: package libots-dev)"
echo; echo "a large library (BRIEFS=100000 make bench takes another size)"
"$PYTHON" tests/tools/mklibrary.py "${BRIEFS:-10000}" "$tmp/large"
mkdir "$tmp/cache"
link library
"$tmp/library" "$tmp/large" "$tmp/cache" build
"$tmp/library" "$tmp/large" "$tmp/cache"
echo; echo "web pages (PAGES=FOLDER make bench takes others)"
set -- "${PAGES:-tests/html}"/*.html
link html
"$tmp/html" "$@"
if [ $# -gt 60 ]; then shift $(($# - 60)); fi # peers take a process or a start for each
"$tmp/bench" 5 -- "nutgraf convert" "$N" convert "$@" -- "the same, no sandbox" "$N" convert --sandbox=off "$@"
if command -v rdrview >/dev/null; then # a process per page, as it is made
	printf '%s\0' "$@" >"$tmp/pages"
	"$tmp/bench" 5 -- "nutgraf convert" "$N" convert "$@" -- rdrview xargs -0 -n1 -a "$tmp/pages" rdrview -H -u https://a.example/
else
	echo "rdrview is not installed"
fi
if "$PYTHON" -c 'import trafilatura' 2>/dev/null; then
	echo 'import sys, trafilatura
for f in sys.argv[1:]: trafilatura.bare_extraction(open(f, "rb").read())' >"$tmp/peer.py"
	"$tmp/bench" 5 -- "nutgraf convert" "$N" convert "$@" -- trafilatura "$PYTHON" "$tmp/peer.py" "$@"
else
	echo "trafilatura is not installed"
fi
