# Files of a folder, a page that leads to them, links between them; what is gone from the library goes there too.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" export site; ls -A site; cat site/.exported
sed -n '/<h1>/,$p' site/index.html
grep -o '<li><a href="2020[^<]*</a>' site/2020-06-04-lighthouse.html
touch -d 2020-01-01 site/*; "$NUTGRAF" rm bread; touch site/mine; "$NUTGRAF" export site; find site -type f -newermt 2021-01-01 | sort
"$NUTGRAF" export --md notes who:brandt | sed 's/.* in/N in/'; cat notes/index.md; grep -A2 '## Related' notes/2020-06-04-lighthouse.md
"$NUTGRAF" export --yaml copy title:storm; "$NUTGRAF" --library copy list
"$NUTGRAF" export --text --width 30 text title:storm && head -n 2 text/2020-06-01-storm.txt
mkdir other; touch other/mine; "$NUTGRAF" export other; echo "status $?"; ls other
"$NUTGRAF" export none title:nothing; echo "status $?"; ls none
sed 's/^id:.*/id: ..\/up/' lib/storm.yaml >lib/up.yaml; "$NUTGRAF" export site | sed 's/.* in/N in/'; ls ..
# An export that was interrupted is done again; long names go too.
rm lib/up.yaml; mkdir half; : >half/.exported; touch half/2020-06-01-storm.html; "$NUTGRAF" export half title:storm
long=$(printf '%0120d' 7); sed "s/^id:.*/id: $long/" lib/storm.yaml >lib/long.yaml
"$NUTGRAF" export half title:storm; rm lib/long.yaml; "$NUTGRAF" export half title:storm; ls half
"$NUTGRAF" export
