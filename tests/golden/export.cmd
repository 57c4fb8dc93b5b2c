# Files of a folder, a page that leads to them, links between them; what is gone from the library goes there too.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" export site; ls -A site; cut -d' ' -f2- site/.exported
(cd site && sha256sum -c --quiet .exported)
sed -n '/<h1>/,$p' site/index.html
grep -o '<li><a href="2020[^<]*</a>' site/2020-06-04-lighthouse.html
touch -d 2020-01-01 site/*; "$NUTGRAF" rm bread; touch site/mine; "$NUTGRAF" export site; find site -type f -newermt 2021-01-01 | sort
"$NUTGRAF" export --md notes who:brandt | sed 's/.* in/N in/'; cat notes/index.md; grep -A2 '## Related' notes/2020-06-04-lighthouse.md
"$NUTGRAF" export --man pages title:storm | sed 's/.* in/N in/'; for f in notes/2020-06-01-storm.md site/2020-06-01-storm.html pages/2020-06-01-storm.7; do sed -n '/names this/{s/<[^>]*>//g;p}' $f; done
"$NUTGRAF" export --yaml copy title:storm; "$NUTGRAF" --library copy list
"$NUTGRAF" export --text --width 30 text title:storm && head -n 2 text/2020-06-01-storm.txt
mkdir other; touch other/mine; "$NUTGRAF" export other; echo "status $?"; ls other
"$NUTGRAF" export none title:nothing; echo "status $?"; ls none
sed 's/^id:.*/id: ..\/up/' lib/storm.yaml >lib/up.yaml; "$NUTGRAF" export site | sed 's/.* in/N in/'; ls ..
# An export that was interrupted is done again; long names go too.
rm lib/up.yaml; mkdir half; : >half/.exported; touch half/2020-06-01-storm.html; "$NUTGRAF" export half title:storm
long=$(printf '%0120d' 7); sed "s/^id:.*/id: $long/" lib/storm.yaml >lib/long.yaml
"$NUTGRAF" export half title:storm; rm lib/long.yaml; "$NUTGRAF" export half title:storm; ls half
# What was changed by hand stays, and what is new lies beside it, until the two agree.
page=half/2020-06-01-storm.html; cp $page was; echo mine >>$page; cp $page mine
"$NUTGRAF" export half title:storm; echo "status $?"; cmp mine $page; cmp was $page.new; ls half; "$NUTGRAF" export half title:storm
cp was $page; "$NUTGRAF" export half title:storm; ls half; (cd half && sha256sum -c --quiet .exported)
# A page that nobody exports any more goes only when nobody changed it; one that was put there is not ours either.
echo mine >>$page; : >half/index.html; echo mine >half/2020-06-04-lighthouse.html
"$NUTGRAF" export half title:lighthouse; echo "status $?"; ls half; cut -d' ' -f2- half/.exported
# A brief may be called "index" where the format has no page of that name.
cp lib/storm.yaml lib/index.yaml; sed -i 's/^id:.*/id: index/' lib/index.yaml; "$NUTGRAF" export --json plain 'title:storm'; ls plain
"$NUTGRAF" export --md plainer 'title:storm'; ls plainer
"$NUTGRAF" export
rm lib/index.yaml
# One that was interrupted after a page, and the library changed before the next: the page is still ours.
"$NUTGRAF" export torn title:storm; sed -i 's/^title: Storm/title: A Storm/' lib/storm.yaml; "$NUTGRAF" export later title:storm
page=2020-06-01-storm.html; cp later/$page torn/; { printf '\n'; grep $page later/.exported; printf 'cut off by the pow'; } >>torn/.exported
sed -i 's/^title: A Storm/title: The Storm/' lib/storm.yaml; "$NUTGRAF" export torn title:storm; echo "status $?"; (cd torn && ls && sha256sum -c --quiet .exported)
