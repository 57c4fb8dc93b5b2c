# The nearest name is proposed; whatever is wrong with the command line ends with 2.
for line in 'hlep' 'zzzzzz' 'help --colr' 'help -Z' '--output' 'help --quiet=yes' 'help no-such'; do
	"$NUTGRAF" $line; echo "$line: $?"
done
"$NUTGRAF" timeline --tsv --csv; "$NUTGRAF" list -0 --json; "$NUTGRAF" show --md --html x; echo "status $?"
