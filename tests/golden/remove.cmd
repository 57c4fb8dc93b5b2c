# Briefs go to the trash, get other ids, and come back; links and marks follow.
. "$TOP/tests/golden/prelude.sh"
export NUTGRAF_LIBRARY=lib
printf 'related:\n  - id: 2020-06-01-storm\n    title: Storm\n' >>lib/bread.yaml
printf 'format: 1\nid: stream\ntitle: No id there\nrelated:\n- {title: Storm, id: 2020-06-01-storm} # a comment\nbody: A text.\n' >lib/flow.yaml
printf 'broken: [2020-06-01-storm\n' >lib/broken.yaml
cp -r lib before
"$NUTGRAF" mark --star storm
"$NUTGRAF" mv storm 2020-storm 2>&1 | grep -v broken; ls -A lib
diff before/bread.yaml lib/bread.yaml; diff before/flow.yaml lib/flow.yaml; diff before/storm.yaml lib/2020-storm.yaml
"$NUTGRAF" list --json 2>/dev/null | grep -c '"starred":true'
rm lib/broken.yaml before/broken.yaml
"$NUTGRAF" mv storm 2018-bread; echo "status $?"
"$NUTGRAF" mv storm ../storm; echo "status $?"
"$NUTGRAF" mv nobody x; echo "status $?"
"$NUTGRAF" rm bread lib/flow.yaml bread nobody; echo "status $?"; find lib -type f | sort
"$NUTGRAF" rm --undo; find lib -type f | sort
"$NUTGRAF" mv --undo; "$NUTGRAF" mark --undo; "$NUTGRAF" rm --undo; echo "status $?"
diff -r before lib && echo 'all as before'
"$NUTGRAF" rm bread; cp before/bread.yaml lib/; "$NUTGRAF" rm bread; find lib -name 'bread*' | sort
"$NUTGRAF" rm --undo; "$NUTGRAF" rm --undo; echo "status $?"
rm lib/bread.yaml; "$NUTGRAF" rm --undo; rm lib/.trash/*; find lib -name 'bread*'
"$NUTGRAF" rm storm; rm lib/.trash/*; "$NUTGRAF" rm --undo; echo "status $?"
"$NUTGRAF" mv lib/light.yaml; "$NUTGRAF" rm
# What a crash left half done is completed by whoever comes next.
rm -r lib; cp -r before lib; cd lib
printf '2020-06-01-storm\nwind\nstorm.yaml\nwind.yaml\n0\n' >.nutgraf.move
cd ..; "$NUTGRAF" list -0 | tr '\0' ' '; ls -A lib
cd lib; printf '2020-06-01-storm\nwind\nstorm.yaml\nwind.yaml\n0\n' >.nutgraf.move
sed 's/^id: .*/id: wind/' storm.yaml >wind.yaml; echo left >.nutgraf-123; cd ..
"$NUTGRAF" list -0 | tr '\0' ' '; ls -A lib; grep 'id: ' lib/*
# What could not be removed is nothing to take back.
mkdir other; cp "$TOP"/briefs/2020-05-19* other/; ln -s /proc other/.trash; "$NUTGRAF" rm --library other 2020 2>&1 | sed 's/.yaml.*:/.yaml:/'; "$NUTGRAF" rm --library other --undo; ls other
# init
"$NUTGRAF" init new/shelf | sed "s,$HOME,HOME,"; ls -A new/shelf; "$NUTGRAF" list --library new/shelf; echo "status $?"
"$NUTGRAF" init | sed "s,$HOME,HOME,"
"$NUTGRAF" init harbour.txt
