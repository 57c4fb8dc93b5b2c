# The themes by name, and one of them role by role; a theme of one's own comes first.
"$NUTGRAF" themes | cut -d ' ' -f 1
"$NUTGRAF" themes mono | grep -c . | sed 's/[1-9][0-9]*/roles/'
mkdir -p "$XDG_CONFIG_HOME/nutgraf/themes"
printf 'name: own\ninherits: dark\nstyles:\n  text: "#010203"\n' >"$XDG_CONFIG_HOME/nutgraf/themes/own.yaml"
COLORTERM=truecolor "$NUTGRAF" themes own --color=always | grep -c '38;2;1;2;3' | sed 's/[1-9][0-9]*/own/'
"$NUTGRAF" themes nothing
"$NUTGRAF" list --library "$TOP/briefs" --theme nope
# The blanks between words of one look have it too.
"$NUTGRAF" themes dark --color=always | grep -a 'Enter would follow' | tr '\033' '~'
