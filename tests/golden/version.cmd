# --version and --help go to the standard output with 0; no command in a pipe is usage.
"$NUTGRAF" --version
"$NUTGRAF" help completion | head -n 1
"$NUTGRAF" completion --help | head -n 1
"$NUTGRAF" | head -n 1
"$NUTGRAF" >/dev/null
