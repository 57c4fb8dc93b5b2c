# The scripts are well formed, know the commands and their options, and what comes after them.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" completion bash | bash -n && echo good
for shell in bash zsh fish; do
	"$NUTGRAF" completion $shell | grep -c completion
done
"$NUTGRAF" completion tcsh
# An id is never expanded by the shell.
sed 's/^id:.*/id: "2020-$(touch ran)`touch ran`"/' lib/storm.yaml >lib/evil.yaml
mkdir 'a folder'; cat >complete.bash <<'END2'
source <("$NUTGRAF" completion bash)
shopt -u progcomp 2>/dev/null
for line in 'ex' 'show 2020' 'show --h' '--theme d' 'show --pane s' 'help mes' 'add har' '--color ' 'export a' 'completion ' '--sandbox' 'convert --sandbox ' 'convert --from m' '--library lib show 2018' '--color never tag 20'; do
	COMP_WORDS=("$NUTGRAF" $line) COMPREPLY=()
	[[ $line != *' ' ]] || COMP_WORDS+=('')
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_nutgraf "$NUTGRAF"
	echo "$line: ${COMPREPLY[*]}"
done
END2
bash --norc complete.bash; [ -e ran ] || echo "nothing ran"
