# The nearest name is proposed; whatever is wrong with the command line ends with 2.
for line in 'hlep' 'zzzzzz' 'help --colr' 'help -Z' '--output' 'help --quiet=yes' 'help no-such'; do
	"$NUTGRAF" $line; echo "$line: $?"
done
# An article where a command or a brief is meant.
echo 'A storm closed the port.' >harbour.txt; mkdir lib
"$NUTGRAF" harbour.txt; echo "status $?"; "$NUTGRAF" --library lib show harbour.txt; echo "status $?"
"$NUTGRAF" timeline --tsv --csv; "$NUTGRAF" list -0 --json; "$NUTGRAF" show --md --html x; echo "status $?"
"$NUTGRAF" help convert | sed -n "/^kinds/,/^$/p"
# What has no options has no empty place for them, nor a blank where there is nothing to name.
"$NUTGRAF" help edit | head -n 5; "$NUTGRAF" help index | grep -c ' $'
