# Why each sentence, event and name was chosen: notes on the standard error, the brief unchanged.
. "$TOP/tests/golden/prelude.sh"
cat >ferry.txt <<'T'
A ferry ran aground off the island of Lom on Tuesday with 212 people aboard.

Nobody was hurt, the coast guard said. The ferry Lindis had left the harbour of Vik in fog at six in the morning. Captain Ada Holm said that the radar failed. "I saw the rocks too late," she said. The ferry company Nordlys Lines has run the line since 1974.

Divers of the National Accident Board (NAB) will look at the hull next week. The board found the same fault in a radar of another ferry in March. It asked all companies to have their radars tested. Nordlys Lines did not say whether the radar of the ferry was tested.

The people were taken to a school in Vik. The ferry is to be towed to Bergen on Friday. The line is closed until then. A bus goes around the fjord. It takes two hours. Most of the people on the island work in Vik.
T
"$NUTGRAF" convert --explain --published 2020-06-04 ferry.txt 2>why >one
"$NUTGRAF" convert --published 2020-06-04 ferry.txt >two; cmp one two && echo "the same brief"
cat why
"$NUTGRAF" convert --explain --published 2020-06-04 ferry.txt 2>again >/dev/null; cmp why again && echo "the same reasons"
