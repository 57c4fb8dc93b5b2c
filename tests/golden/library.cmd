# --library beats NUTGRAF_LIBRARY beats the configuration beats the XDG folder beats the samples.
. "$TOP/tests/golden/prelude.sh"
for n in a b c d; do mkdir $n; sed "s/^id: .*/id: from-$n/" lib/bread.yaml >$n/x.yaml; done
mkdir -p tree/build tree/briefs
cp "$NUTGRAF" tree/build/nutgraf && cp lib/bread.yaml tree/briefs/
tree/build/nutgraf list -0; echo
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME/nutgraf"
mv d "$XDG_DATA_HOME/nutgraf"
"$NUTGRAF" list -0; echo
echo "library: $PWD/c" >"$XDG_CONFIG_HOME/nutgraf/config.yaml"
"$NUTGRAF" list -0; echo
NUTGRAF_LIBRARY=b "$NUTGRAF" list -0; echo
NUTGRAF_LIBRARY=b "$NUTGRAF" --library a list -0; echo
# A pipe among the briefs is nobody's brief and is not waited for.
mkfifo a/pipe.yaml a/pipe.md
"$NUTGRAF" --library a list -0; echo
(cd a && "$NUTGRAF" --library . check); echo "status $?"
printf 'libary: a\ntheme: [dark]\nlibrary: %s/c\n' "$PWD" >"$XDG_CONFIG_HOME/nutgraf/config.yaml"; "$NUTGRAF" list 2>&1 | sed 's/^.*config\.yaml/config.yaml/'
