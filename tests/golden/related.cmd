# Stated links first, resolved by title; then who names it; then what is alike, with a reason.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
"$NUTGRAF" related --width 60 lighthouse
"$NUTGRAF" related --json lighthouse
"$NUTGRAF" related --json 2020-06-01-storm
"$NUTGRAF" related --all --json -n 1 | wc -l | tr -d ' '
"$NUTGRAF" related --dot lighthouse
"$NUTGRAF" related --json lib/storm.yaml | grep -c backlink
"$NUTGRAF" related nobody; echo "status $?"
"$NUTGRAF" related
# What shares only common words has no reason to be shown; for other programs it has its score.
cat >lib/loaves.yaml <<'END'
format: 1
title: Loaves
body: |
  Loaves are baked over the hills and eaten before the end of the second day, a miller said.
END
cat >lib/rails.yaml <<'END'
format: 1
title: Rails
body: |
  Trains run late when leaves fall on rails: ten percent at the end of the second week, an engine driver wrote.
END
"$NUTGRAF" related loaves; echo "status $?"; "$NUTGRAF" related --json loaves | grep -o '"id":"rails".*'; "$NUTGRAF" related --dot loaves
