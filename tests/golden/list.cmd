# One line a brief, newest first; ids for other programs; nothing found is 1.
. "$TOP/tests/golden/prelude.sh"
"$NUTGRAF" list --library lib
"$NUTGRAF" list --library lib --width 50
"$NUTGRAF" list --library lib -0 | tr '\0' '\n'
"$NUTGRAF" list --library lib --json -n 1
mkdir empty
"$NUTGRAF" list --library empty; echo "status $?"
"$NUTGRAF" list --library missing; echo "status $?"
"$NUTGRAF" list --library lib words
"$NUTGRAF" list --library lib --paths | sed "s|$PWD/||"; "$NUTGRAF" search --library lib -0 --paths brandt | tr '\0' '|' | sed "s|$PWD/||g"; echo
"$NUTGRAF" list --library lib --paths --json
# A brief that only says when it was changed is listed by that day.
sed 's/^id: .*/id: rules/; s/^title: .*/title: Rules/; s/published: .*/updated: "2020-06-02"/' lib/storm.yaml >lib/rules.yaml
"$NUTGRAF" list --library lib; "$NUTGRAF" list --library lib after:2020-06-02; "$NUTGRAF" show --pane header lib/rules.yaml
sed -i 's/updated:.*/published: "2020-06-02"\n  updated: "2020-06-02"/' lib/rules.yaml; "$NUTGRAF" show --pane header,timeline lib/rules.yaml
# Where most briefs name no source there is no column for it, but in a pipe.
mkdir few; cp lib/bread.yaml few/; for n in a b; do sed "/^source:/,/^\$/d; s/^id: .*/id: from-$n/" lib/bread.yaml >few/$n.yaml; done
"$NUTGRAF" --library few list --width 72; "$NUTGRAF" --library few list
# A mail or a note that names no source is told apart by who wrote it, in lists and as further reading.
for i in Ada Ida; do
	printf 'From %s@x.org Mon Jun  8 09:12:00 2020\nFrom: %s Brandt <%s@x.org>\nDate: Mon, 8 Jun 2020 09:12:00 +0000\nSubject: Re: The quay\nMessage-ID: <%s@x.org>\n\nThe Coastal Safety Agency will mend the quay of Northport on June 12, said %s.\n\n' $i $i $i $i $i
done >quay.mbox
"$NUTGRAF" --library mails add quay.mbox 2>&1; "$NUTGRAF" --library mails add quay.mbox 2>&1; "$NUTGRAF" --library mails list
"$NUTGRAF" --library mails list --json | grep -c '"source"'; "$NUTGRAF" --library mails related 2020-06-08-the-quay-2
