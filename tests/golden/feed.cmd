# A feed: a brief an item; a second run adds what is new and nothing else; broken ones are read with a warning.
. "$TOP/tests/golden/prelude.sh"
item() { printf '<item><title>%s</title><link>https://quay.example/%s</link><pubDate>Fri, 28 Jun 2019 14:05:00 GMT</pubDate><description>%s</description></item>\n' "$1" "$2" "$3"; }
feed() { printf '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>The Quay</title>\n'; cat; printf '</channel></rss>\n'; }
item 'Crane comes down' crane 'The crane on the north quay was taken down on Friday.' >items
feed <items >old.xml
item 'Ferry is late' ferry 'The ferry left two hours late on Monday.' >new
cat new items | feed >new.xml
"$NUTGRAF" add -q --library lib2 old.xml
"$NUTGRAF" add -q --library lib2 --json new.xml
"$NUTGRAF" list --library lib2
item 'Tea & cake' tea 'Tea &amp; cake cost three euros &nbsp;each.' | feed | "$NUTGRAF" convert - | grep -E '^(title|body|  Tea)'
printf '<opml version="2.0"><body><outline text="The Quay" xmlUrl="https://quay.example/rss"/></body></opml>' | "$NUTGRAF" convert -; echo "status $?"
