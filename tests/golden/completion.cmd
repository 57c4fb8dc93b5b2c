# The scripts are well formed, and know the commands and their options.
"$NUTGRAF" completion bash | bash -n && echo good
for shell in bash zsh fish; do
	"$NUTGRAF" completion $shell | grep -c completion
done
"$NUTGRAF" completion tcsh
