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
# A reply names the mail it answers, when both came together, and is of its story.
printf 'From a@x.org Mon Jun  8 09:12:00 2020\nFrom: Ada Brandt <ada@x.org>\nDate: Mon, 8 Jun 2020 09:12:00 +0000\nSubject: The quay\nMessage-ID: <1@x.org>\nIn-Reply-To: <0@x.org>\n\nThe quay will be mended on June 12.\n\nFrom b@x.org Mon Jun  8 10:12:00 2020\nFrom: Ida Holm <ida@x.org>\nDate: Mon, 8 Jun 2020 10:12:00 +0000\nSubject: Re: The quay\nMessage-ID: <2@x.org>\nIn-Reply-To: <1@x.org>\n\nWho will tell the ferries?\n' >quay.mbox
"$NUTGRAF" --library mails add quay.mbox 2>&1
for i in the-quay the-quay-2; do "$NUTGRAF" --library mails related 2020-06-08-$i; done
"$NUTGRAF" --library mails list wanted:; "$NUTGRAF" --library mails story 2020-06-08-the-quay-2
# A single word in common is chance where texts are long and have little else in common.
mkdir lone
for n in 1 2; do
	printf 'format: 1\nid: lone-%s\ntitle: %s\nsource: {language: en}\nbody: |\n' $n "$([ $n = 1 ] && echo Markets || echo Towers)" >lone/lone-$n.yaml
done
sed 's/^/  /' >>lone/lone-1.yaml <<'END'
Traders sold shares all morning, and brokers who had bought them lost money before noon. The exchange stopped orders twice. Regulators asked banks for their records of the hour, and a senator wants hearings in spring.

One broker compared the exchange with a reactor that nobody watches; a reactor has rods, and a market has none, he wrote. Funds that follow an index lost least. Pensions are safe, a minister said, and shares will recover.
END
sed 's/^/  /' >>lone/lone-2.yaml <<'END'
Workers poured concrete for cooling towers behind the old harbour on Tuesday, a spokesman said. The reactor beside them is fifty years old, and its neighbours hear a hum at night. Cranes from Norway lift the rings.

The company will feed warm water into greenhouses, where tomatoes grow. When the reactor stops, gas heats them. Fishermen measure the estuary each week, and eels came back last autumn.
END
for n in hay ice oak rye sea tin; do printf 'format: 1\ntitle: %s\nbody: |\n  Of %s little is told here.\n' $n $n >lone/$n.yaml; done
"$NUTGRAF" --library lone related lone-1; echo "status $?"; "$NUTGRAF" --library lone related --json lone-1 | grep -c '"id":"lone-2"'
# Mails that lie in files of their own, as in a Maildir: an address leads to its mail only, and is not wanted.
mkdir post
for n in 1 2 3; do printf 'From: Mate %s <m%s@x.org>\nDate: Mon, %s Jun 2020 09:12:00 +0000\nSubject: %sThe rota\nMessage-ID: <%s@x.org>\nIn-Reply-To: <%s@x.org>\n\nWatch %s is free.\n' $n $n $n "$([ $n = 1 ] || echo 'Re: ')" $n $((n - 1)) $n >post/$n; done
"$NUTGRAF" --library rota add post/3 post/2 post/1
for more in 0 100; do
	for i in $(seq $more); do printf 'format: 1\ntitle: Filler %s\nbody: |\n  Page %s.\n' $i $i >rota/filler-$i.yaml; done
	for i in 1 2 3; do echo "== $more $i"; "$NUTGRAF" --library rota related 2020-06-0$i; done
	"$NUTGRAF" --library rota list --wanted; "$NUTGRAF" --library rota list wanted:
	mv rota/2020-06-02*.yaml .; "$NUTGRAF" --library rota related 2020-06-03; "$NUTGRAF" show --pane related rota/2020-06-03*.yaml; mv 2020-06-02*.yaml rota
done
