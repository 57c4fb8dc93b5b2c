# --color beats NO_COLOR beats CLICOLOR_FORCE and FORCE_COLOR beats the terminal.
. "$TOP/tests/golden/prelude.sh"
escape=$(printf '\033')
colour() { "$NUTGRAF" show "$@" lib/light.yaml | grep -q "$escape" && echo yes || echo no; }
colour
colour --color=always
colour --color=always --text
NO_COLOR=1 colour --color always
NO_COLOR= CLICOLOR_FORCE=1 colour
CLICOLOR_FORCE=1 colour
CLICOLOR_FORCE=0 colour
FORCE_COLOR=1 colour
FORCE_COLOR=1 NO_COLOR=1 colour
FORCE_COLOR=1 colour --color=never
FORCE_COLOR=1 colour --color=auto
COLORTERM=truecolor "$NUTGRAF" show --color=always --theme dark lib/light.yaml | grep -c '38;2;' | sed 's/[1-9][0-9]*/rgb/'
"$NUTGRAF" show --color=some lib/light.yaml; echo "status $?"
"$NUTGRAF" show --color=always --theme none lib/light.yaml; echo "status $?"
