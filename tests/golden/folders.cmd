# add --recursive: sorted, no hidden files, no symbolic links, no pictures of saved pages; one bad file stops nothing.
. "$TOP/tests/golden/prelude.sh"
mkdir -p in/b in/a in/.git in/page_files
cp harbour.txt in/b/one.txt; cp storm.txt in/a/two.txt; cp storm.txt in/.git/hidden.txt; cp storm.txt in/.hidden
sed 's/Storm/Secret/' storm.txt >outside.txt; ln -s ../outside.txt in/link.txt; ln -s .. in/up; ln -s /nowhere in/b/gone.txt
printf '\177ELF\0\0\0' >in/a/binary; mkfifo in/pipe
printf 'day,boats\n2024-01-02,4\n' >in/a/boats.CSV; printf 'set -e\n' >in/a/run.sh; printf '<?xml version="1.0"?>\n<svg/>\n' >in/drawing
printf 'all: boats\n' >in/a/Makefile; printf '%% a paper\n\\documentclass{article}\n' >in/a/paper.tex
printf '#!/bin/sh\n# boats\n' >in/a/tool; printf '.TH BOATS 1\n.SH NAME\nboats\n' >in/a/boats.1
printf '<html><title>T</title><body><p>One page of the town, long enough to be read as one.</p></body></html>' >in/page.html
echo 'body { color: red }' >in/page_files/style.css
"$NUTGRAF" add -q --library new in; echo "status $?"
"$NUTGRAF" add -qrn --library new in harbour.txt; echo "status $?"; ls new 2>&1 | sed 's/.*: //'
"$NUTGRAF" add -r --library new --json in >said 2>&1; echo "status $?"; grep -v NO_DATE said
for f in in/drawing in/a/paper.tex in/a/tool in/a/boats.1; do "$NUTGRAF" add -n --library new $f; echo "status $?"; done
ls new
"$NUTGRAF" add -qrn --library new in/a/two.txt storm.txt harbour.txt
# Ids come from titles, never from what a file claims.
printf 'format: 1\nid: ../../escaped\ntitle: ../Up And Away\nbody: Text.\n' >evil.yaml
"$NUTGRAF" add -q --library new evil.yaml; ls new | grep -c yaml; ls ../escaped* ./*escaped* 2>/dev/null
# A thousand and one: the bad one is named, all others are there.
mkdir many; i=0; while [ $i -lt 60 ]; do sed "s/Storm/Storm $i/" storm.txt >many/$i.txt; i=$((i + 1)); done; : >many/7.txt
"$NUTGRAF" add -r --library much many 2>&1 >ids | grep -v NO_DATE; wc -l <ids
"$NUTGRAF" add --library new --url https://h.example/a harbour.txt storm.txt; echo "status $?"
