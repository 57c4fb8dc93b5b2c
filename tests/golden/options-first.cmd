# Options may stand before the command; one that the command does not take is refused all the same.
mkdir lib
"$NUTGRAF" --json --published 2019-07-01 convert "$TOP"/tests/articles/*shakti* | cut -c1-40
for line in '--width 40 list --library lib' '--json=1 list' '--scheduled list --library lib' '-n 1 list --library lib'; do
	"$NUTGRAF" $line; echo "$line: $?"
done
