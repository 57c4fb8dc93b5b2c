/* What may stand in a summary: each rule by sentences of ours. */
#include "check.h"

#include "digest/candidates.h"

enum { FREE, HANGS, BARRED, NOISE, NO_TEXT };

static const char *const words[] = { "free", "hanging", "barred", "noise", "no text" };

static struct reading *
reading_made(struct arena *a, const char *text)
{
	const struct article in = { .title = STR("The harbour wall"),
		.body = doc_parse(a, str_of(text)) };

	return reading_of(a, &in);
}

static int
fate_of(const struct candidate *k)
{
	return k->noise      ? NOISE
	       : k->barred   ? BARRED
	       : k->page     ? NO_TEXT
	       : k->dangling ? HANGS
			     : FREE;
}

/* What becomes of the last sentence of the text. */
static int
fate_of_last(struct arena *a, const char *text)
{
	const struct reading *r = reading_made(a, text);
	const struct candidates c = summary_candidates(a, r);

	return c.n == 0 ? NOISE : fate_of(&c.at[c.n - 1]);
}

static void
expect(int fate, const char *before, const char *const *last, size_t n)
{
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < n; i++) {
		struct buf b = buf_new(&a);
		int got;

		buf_printf(&b, "%s %s", before, last[i]);
		buf_byte(&b, '\0');
		got = fate_of_last(&a, buf_view(&b).p);
		if (got != fate)
			fail_msg("%s, not %s: %s", words[got], words[fate], last[i]);
	}
	arena_free(&a);
}

static const char news[] =
    "A storm broke the harbour wall of Bremo on Monday. The town council met at noon. "
    "Engineers measured the cracks. Ships lay at anchor. A crane came from the north. "
    "Children watched the waves. Fishermen mended nets. Schools will open on Friday.";

static void
connectives_hang(void **state)
{
	static const char *const hanging[] = {
		"Only then did the council call the engineers to the harbour.",
		"Then the council called the engineers to the harbour.",
		"Until then the ferry leaves from the northern pier.",
		"Such walls were built of clay and stone in Bremo.",
		"So the council called the engineers to the harbour.",
		"That is why the ferry leaves from the northern pier.",
		"Instead the ferry leaves from the northern pier.",
		"Likewise the ferry leaves from the northern pier.",
		"As a result, the ferry leaves from the northern pier.",
		"In addition, the ferry leaves from the northern pier.",
		"For example, the ferry leaves from the northern pier.",
		"Second, the council bought stone from the quarry.",
		"By then the ferry had left the northern pier.",
		"At the time, the ferry was at the northern pier.",
		"The pair were rescued by a boat of the coast guard.",
		"The rest was carried to the northern pier.",
		"To be sure, the northern pier is older.",
		"Later, the ferry left the northern pier of Bremo.",
		"Some were told to leave the harbour by noon.",
		"The three want to rebuild the wall of the harbour.",
		"The mayor of Bremo has never promised to do that.",
		"The mayor fears that these state laws come too late.",
		"The said pier was painted white in the summer.",
		"The council believes that most are never mended.",
		"To begin with, the council should buy stone.",
		"The same kind of stone was used in all four harbours.",
		"\"I have seen the waves over the wall of the harbour.\"",
		"The ferry was closed for an hour on the following day.",
		"Within half an hour someone opened the gates of forty locks.",
		"The council saw the number of ships fall for a while.",
		"Oslo had built a wall of another kind in the 1970s.",
		"The fishermen of the town rely on it as well.",
		"The first would be to mend the wall with clay.",
		"The ships are then towed to the northern pier.",
		"The sailors then left the harbour in boats.",
		"Four served with the coast guard of the region.",
		"One recently received a medal for the rescue.",
		"A mere two days later, the council bought stone.",
		"No, it was the engineer who measured the cracks.",
		"The search that followed only brought more grief.",
		"The mayor, on the other hand, wants a wall of stone.",
		"Nobody of the council has ever lived there.",
		"Bremo, moreover, has no money for stone.",
		"The town has made many similar plans in recent years.",
		"Everyone knows that this is far from enough.",
		"Walls are built of stone, it said.",
		"A second reason for the plan is the price of clay.",
		"Polls at the time found that few wanted a wall.",
		"On Monday that kind of peace was broken by a storm.",
		"Many fishermen of the town felt the same.",
		"In Norway his face was a familiar one for years.",
		"Iran has asked for them to be lifted at once.",
		"Beyond that, the ferry is a matter of money.",
		"Now, the council has called the engineers.",
		"In 2019, it's been the second storm of the harbour.",
		"If that does not help, the council will buy stone in Oslo.",
		"Since May, they have built a wall of stone and clay.",
		"Clad in a coat and smelling of pepper, she left the harbour.",
		"Immediately, the council called the engineers.",
		"In the months since, the cracks have grown.",
		"To get there, the crane crossed the whole town.",
		"All this said, the council still wants a wall.",
		"The wall stands only as long as the council says it is.",
		"Nearly two-thirds of them were made of clay.",
		"Nearly one in four said the wall was too low.",
		"If anyone says this to the mayor, the plan is lost.",
		"By the count of Oslo, that's the price of the storm.",
		"Engineers still try to figure that out in the town.",
		"\"The wall must be of stone,\" the Norwegian Conservative added.",
		"The challenge for the North is to keep it in his interest.",
		"The country closed the harbour of Vik as well in May.",
		"The plan is simple: The wall of the harbour will be of stone.",
		"Compare that to the harbour of Vik, which was wider.",
		"Decades ago the harbour of Bremo was even worse.",
		"Which is what the council of the town wanted.",
		"Part of the problem is the clay of the wall.",
		"The town of Vik, too, is planning a wall of stone.",
		"About 80 miles away in the town of Vik a wall fell.",
		"The firm sent 30,000 stones by the end of that month.",
		"Of the 30 ships two left the harbour the next day.",
		"On 8 December it reported that the wall was of clay.",
		"Further repairs led to more cracks in the wall.",
		"The latest example: a wall of clay was sold as stone.",
		"The harbour of Bremo further more has a wall of clay.",
		"Fast forward to the winter when the wall had cracks.",
		"After that ruling expired, the town took the wall back.",
		"Fishermen in similar boats went to the northern pier.",
		"Talking of walls, the engineer wants one of stone.",
		"Anna Holm: \"The wall is made of nothing but clay.\"",
		"Afterward, Anna Holm promised the town a wall of stone.",
		"Norway wants them mended before the winter comes.",
		"Anna Holm left the harbour ten minutes before their talk.",
		"Engineers fear that could break the wall in spring.",
		"Protesters badly damaged one of its cranes on Monday.",
		"Fishermen hope that the town of Vik will follow suit.",
		"Sure, the town of Vik has a wall of stone.",
		"In terms of stone, the wall of Vik is cheap.",
		"Many visitors didn't buy it and left for the north.",
		"Blame the clay and the old stones: The town has done so for years.",
	};
	static const char *const alone[] = {
		"The wall broke on 2 May and was mended on the following day.",
		"Within hours of the storm a crane came to the harbour.",
		"Within half an hour of the storm the gates were shut.",
		"The fishermen of the town want a new pier as well.",
		"Then-mayor Anna Holm had the wall painted white in 1990.",
		"So far the repairs have cost two million crowns.",
		"Instead of stone, the council bought concrete for the wall.",
		"Too many ships crowd the northern pier in summer.",
		"In addition to stone, the council bought concrete.",
		"The rest of the wall is to be rebuilt in spring.",
		"Second-hand stone from Norway filled the gap.",
		"The three largest ships lay in front of the harbour.",
		"Some fishermen were told to leave the harbour by noon.",
		"The first plan would be to mend the wall with clay.",
		"The minister said that he would mend the wall.",
		"Residents say they left before the wall broke.",
		"The sailors were told to leave if the water rose.",
		"A plan of Bremo is similar to one that Oslo made.",
		"The storm that followed the heat broke the wall.",
		"About 80 miles away from Bremo another wall fell.",
		"Anna and Bo Dahl left the harbour in their boat.",
		"The shipyard sold two of its cranes on Monday.",
		"Engineers fear that waves could break the wall in spring.",
	};

	(void)state;
	expect(HANGS, news, hanging, LEN(hanging));
	expect(FREE, news, alone, LEN(alone));
}

static void
fragments_and_asides_are_noise(void **state)
{
	static const char *const noise[] = {
		"The storm in pictures .",
		"Dear editor of the harbour news: .",
		"Read more about the harbour wall in our series.",
		"Please note that the harbour office is closed today.",
		"Well that's all from the harbour of Bremo for today.",
		"Thank you for reading about the harbour wall of Bremo!",
		"Editor's note: Anna Holm lives in Bremo by the harbour.",
		"Bo Dahl in Oslo contributed to this report on the wall.",
		"The Bremo Courier, all rights reserved since 1990.",
		"For more on the harbour, see the page of the council.",
		"Anna Holm reported from Bremo.",
		"Bo Dahl reported from Oslo and Anna Holm from Bremo.",
		"Find out who built the wall of the harbour.",
		"UPDATE: The council of the town has changed its plan.",
		"Check out the page of the fishermen and their boats.",
		"Don't worry about the wall of the harbour of Bremo.",
		"A list of all the ships in the harbour is below.",
		"Ask the engineers of the town in the comments below.",
		"BT's Anna Holm in Oslo talked with BT's Bo Dahl in Vik.",
		"Anna Holm is a writer who lives by the harbour.",
		"Last updated on 3 May by the office of the harbour.",
		"A special thank you to the engineers of the harbour.",
		"If you like it, write to the office of the harbour!",
		"The map of the harbour is provided courtesy of the council.",
	};
	static const char *const told[] = {
		"More than forty ships lay in front of the harbour.",
		"The post office of Bremo was flooded up to the roof.",
		"The novel first told of the wall in a chapter of its own.",
		"Anna Holm wrote that the cracks were reported from Oslo.",
		"The water of the harbour fell below the old mark.",
	};

	(void)state;
	expect(NOISE, news, noise, LEN(noise));
	expect(FREE, news, told, LEN(told));
}

/* A text that a machine cut into words keeps its sentences. */
static void
a_text_of_parted_stops_is_no_noise(void **state)
{
	static const char *const last[] = { "The council of the town met at noon ." };

	(void)state;
	expect(FREE, "A storm broke the harbour wall . Engineers measured the cracks .",
	    last, LEN(last));
}

static void
a_strange_voice_is_barred(void **state)
{
	static const char *const told[] = {
		"I have never seen the harbour of Bremo so empty.",
		"To me the harbour of Bremo is the finest of all.",
		"In the harbour we counted forty ships at noon.",
		"The council has asked our engineers to measure the wall.",
	};
	static const char *const others[] = {
		"\"I have never seen the harbour so empty,\" Anna Holm said.",
		"Anna Holm said “we counted forty ships” in the harbour.",
		"Anna Holm said that 'I count the ships' was a rule.",
		"The wall was built before World War I by Bo Dahl.",
		"The old coal mine of Bremo was flooded by the storm.",
		"The film Rescue Me was shown in the harbour of Bremo.",
	};

	(void)state;
	expect(BARRED, news, told, LEN(told));
	expect(FREE, news, others, LEN(others));
}

static void
a_story_of_ones_own_may_be_told(void **state)
{
	static const char *const last[] = {
		"I carried stones from the quarry to the harbour wall."
	};

	(void)state;
	expect(FREE,
	    "I was born by the harbour of Bremo. My father built the wall. A storm broke "
	    "the wall on Monday.",
	    last, LEN(last));
}

static void
pieces_of_a_quotation_are_barred(void **state)
{
	static const char *const last[] = {
		"Anna Holm said: \"The wall will be rebuilt. Stone is there. Money is "
		"too.\"",
		"“The wall will be rebuilt. The stone of Norway is good,” Anna Holm "
		"said.",
		"Bo Dahl asked \"for more stone. The quarry has enough of it,\" and "
		"left.",
		/* the mark that closes is lost */
		"On the tape Anna Holm says: \"My name is Anna. The wall fell at noon.",
	};
	static const char *const lost[] = {
		/* the mark that closes is lost */
		"The words \"old wall are on a sign. The council bought the sign in "
		"Oslo.",
		"Stones marked \"Norway? and \"Oslo? lay there. The council bought the "
		"stones.",
	};
	struct arena a = ARENA_INIT;

	(void)state;
	expect(BARRED, news, last, LEN(last));
	expect(FREE, news, lost, LEN(lost));
	arena_free(&a);
}

/* Half a quotation that its sentence leads to may be one of the best, but is not read well. */
static void
half_a_quotation_is_none_of_a_text(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	struct candidates c;

	(void)state;
	buf_printf(&b,
	    "%s The council of Bremo agreed on Monday evening that \"the old wall of the "
	    "harbour will be rebuilt. The quarry of the town has stone enough.\" Ships "
	    "left.",
	    news);
	buf_byte(&b, '\0');
	c = summary_candidates(&a, reading_made(&a, buf_view(&b).p));
	assert_int_equal(fate_of(&c.at[c.n - 3]), NO_TEXT);
	arena_free(&a);
}

/* What tells the reader to do something, wants its label or sells is none of a text. */
static void
what_calls_or_is_labelled_is_none_of_a_text(void **state)
{
	static const char *const pieces[] = {
		"Add the stones to the wall before the tide comes in.",
		"Just put the clay between the stones of the wall by hand.",
		"Find the best mortar of the coast in the old shop.",
		"Best for: Small harbours with little money for a crane.",
		"Price: The crane costs more than the wall in most years.",
		"Bo Dahl is the founder of a shop for cranes and stones.",
		"The wall is the best thing on the whole coast of Bremo!",
	};

	static const char *const whole[] = {
		"Visit numbers rose after the wall had been mended.",
		"Show business came to the town with the new wall.",
	};

	(void)state;
	expect(NO_TEXT, news, pieces, LEN(pieces));
	expect(FREE, news, whole, LEN(whole));
}

/* Where nothing but steps is told, they are the text. */
static void
steps_alone_are_a_text(void **state)
{
	struct arena a = ARENA_INIT;
	struct candidates c;

	(void)state;
	c = summary_candidates(&a,
	    reading_made(&a,
		"Is it dry? Mix the clay with sand until the clay is as hard as stone. "
		"Put the stones on the clay and wait until the storm is over."));
	assert_int_equal(c.n, 3);
	for (size_t i = 1; i < c.n; i++)
		assert_int_equal(fate_of(&c.at[i]), FREE);
	arena_free(&a);
}

/* Of a list, only what stands above its items; of other pages with headings, all. */
static void
items_of_a_list_are_none_of_its_text(void **state)
{
	static const char body[] =
	    "Walls hold the sea back in all towns of the coast.\n\n# Overview\n\n"
	    "Engineers measured the cracks of all of them.\n\n# Bremo\n\n"
	    "The wall of Bremo costs more than its cranes.\n\n# Oslo\n\n"
	    "Clay is good in Oslo.\n\n# Lund\n\nStones come from the north.\n\n"
	    "# Ystad\n\nThe wall of Ystad is made of stone.";
	static const struct {
		const char *title;
		int fate; /* of the last sentence */
	} cases[] = {
		{ "5 walls of the coast", NO_TEXT },
		{ "The best walls", NO_TEXT },
		{ "Top walls of the year", NO_TEXT },
		{ "The walls of the coast", FREE },
		{ "The wall of 1905", FREE },
		{ "Wall 12 is new", FREE },
		{ "Walls: Best Practices", FREE },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		const struct article in = { .title = str_of(cases[i].title),
			.body = doc_parse(&a, str_of(body)) };
		const struct candidates c = summary_candidates(&a, reading_of(&a, &in));

		assert_int_equal(c.n, 6);
		assert_false(c.at[1].page);
		if (fate_of(&c.at[5]) != cases[i].fate)
			fail_msg("%s", cases[i].title);
		arena_free(&a);
	}
}

/* Above a list with little else, who made it may be heard behind another. */
static void
who_made_a_list_may_be_heard(void **state)
{
	static const char body[] =
	    "Walls hold the sea back in all towns of the coast. We looked at all walls "
	    "from "
	    "Oslo to Bremo in the summer.\n\n# Bremo\n\nThe wall is made of clay. It is "
	    "long. "
	    "Ships lie behind it.\n\n# Oslo\n\nThe wall is made of stone. It is old. "
	    "Cranes "
	    "stand on it.\n\n# Lund\n\nThe wall is made of wood. It is low. Nets hang on "
	    "it."
	    "\n\n# Ystad\n\nThe wall is made of sand. It is wide. Children play on it.";
	static const char *const titles[] = { "The 4 walls of the coast", "Walls" };

	(void)state;
	for (size_t i = 0; i < LEN(titles); i++) {
		struct arena a = ARENA_INIT;
		const struct article in = { .title = str_of(titles[i]),
			.body = doc_parse(&a, str_of(body)) };
		const struct candidates c = summary_candidates(&a, reading_of(&a, &in));

		if (fate_of(&c.at[1]) != (i == 0 ? HANGS : BARRED))
			fail_msg("%s", titles[i]);
		arena_free(&a);
	}
}

/* What leads through a page is none of a text. */
static void
what_guides_is_none_of_a_text(void **state)
{
	static const char *const guides[] = {
		"You'll find the harbours of the coast in order of their size.",
		"We'll show how the engineers measured the cracks of the wall.",
		"Let's look at the stones of the wall in the light of noon.",
		"The engineers of Oslo are here to help the town with the wall.",
		"Below, the engineers compare ten walls and their cranes.",
		"Here, we tell how the wall of the harbour was built in May.",
		"First off, the town takes a walk along the whole wall.",
		"In this guide the engineers of Oslo measure the wall of a harbour.",
		"Our mission is to keep the harbour of Bremo free of ice.",
		"As you can see, the harbour of Bremo is free of ice.",
		"Check out our drawings of the wall before the crane comes.",
		"Engineers of the town are here to walk you through the plan.",
		"Enter a harbour below to see the ships that lie in it.",
		"The map below is a gift of the council to the town.",
	};
	static const char *const told[] = {
		"Engineers found a crack below the mark of the old harbour.",
		"The guide of the harbour showed the wall to the children.",
	};

	(void)state;
	for (size_t i = 0; i < LEN(guides); i++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		struct candidates c;

		buf_printf(&b, "%s %s", news, guides[i]);
		buf_byte(&b, '\0');
		c = summary_candidates(&a, reading_made(&a, buf_view(&b).p));
		assert_true(c.at[c.n - 1].page);
		arena_free(&a);
	}
	expect(FREE, news, told, LEN(told));
}

static void
halves_and_lines_of_a_talk_are_left_out(void **state)
{
	static const char *const halves[] = {
		"Because the wall of the harbour is made of clay.",
		"Although the stone came from a quarry of the region -- as it did "
		"before.",
		"Let me say that the harbour, despite all the storms of these years...",
		"The engineers who were asked to measure every crack of the wall…",
		"Telling how the old wall of the harbour had been built.",
		"Two cranes that could lift the stones of the wall.",
		"Bo Dahl asked the council to \"rebuild the wall of stone.",
		"The council of the \"new wall\" \"It will stand for ever,\" said Bo "
		"Dahl.",
		"(That would be the third wall of the town in a century.)",
		"The council did not respond to requests for comment.",
		"A call to the council of Bremo was not immediately returned.",
		"Lap 34/70 The ships are still on the way to the harbour.",
		"The council showed a picture of the wall taken the day of.",
		"All in an effort to save the old wall.",
		"Enough stone to hide the harbour.",
		"One old crane that could lift and carry stones and boats.",
		"•The wall of the harbour of Bremo was made of clay.",
		"How quickly the council will be able to mend the wall.",
	};
	static const char *const hanging[] = {
		"The worst was a crack near the lighthouse of the town.",
		"There is also evidence of an older wall below it.",
		"\"The waves of the sea were higher than the wall.\"",
	};
	static const char *const lines[] = {
		"Holm: It is true that the wall is made of clay.",
		"Anna Holm: The wall is made of nothing but clay.",
		"AH: The wall is made of nothing but clay.",
	};
	static const char *const whole[] = {
		"BREMO: The wall of the harbour is made of clay.",
		"Bremo has a simple plan: The wall will be of stone.",
		"Engineers working under the wall have made a discovery: old boats.",
		"Whether the harbour will be open in summer is unclear.",
		"The storm fell upon those living in huts of clay.",
		"The crack came from a pump that malfunctioned.",
		"Firefighters of Oslo came to the harbour, they said.",
		"Anna Holm just wants to make the town happy.",
		"The fishermen who mended the wall remain friends of the town.",
		"A crane from Oslo will be in the harbour on Saturday, April 18.",
		"The worst storm of the year broke the wall in two.",
		"Bremo builds more walls than other towns, yet its engineers cannot find "
		"the men who are to build them.",
	};

	(void)state;
	expect(BARRED, news, halves, LEN(halves));
	expect(HANGS, news, hanging, LEN(hanging));
	expect(NO_TEXT, news, lines, LEN(lines));
	expect(FREE, news, whole, LEN(whole));
}

static void
things_told_elsewhere_and_announced(void **state)
{
	static const char *const hanging[] = {
		"Unlike the old wall, it will be made of stone.",
		"One engineer measured the cracks while another drew them.",
		"Building it took the fishermen of Bremo three years.",
		"Each weighed between 25 and 27 tons in the harbour.",
		"The council knew all of this and did nothing.",
		"Bremo can not hope for that same calm in summer.",
	};
	static const char *const announced[] = {
		"-- The wall of the harbour of Bremo was made of clay.",
		"Here are answers to the questions of the fishermen.",
		"Anna Holm said there are two issues with the wall of clay.",
	};
	static const char *const alone[] = {
		"It is unclear whether the harbour will be open in summer.",
		"It will be months before the causes of the crack are known.",
		"Anna Holm, 23, will sell her boats for stones, she said.",
	};

	(void)state;
	expect(HANGS, news, hanging, LEN(hanging));
	expect(BARRED, news, announced, LEN(announced));
	expect(FREE, news, alone, LEN(alone));
}

static void
numbers_of_lists_and_answers_are_left_out(void **state)
{
	static const char *const numbered[] = {
		"2. The wall of the harbour is of clay."
	};
	static const char *const answers[] = {
		"Will the wall hold? Only if the wind turns south.",
		"Will it? For a town of old sailors and fishermen the answer is the sea.",
	};

	(void)state;
	expect(BARRED, news, numbered, LEN(numbered));
	expect(HANGS, news, answers, LEN(answers));
}

static void
garbled_sentences_are_barred(void **state)
{
	static const char *const garbled[] = {
		"The council wants a new roadThe wall was of clay and stone.",
		"The wall broke in the spring of 2017Some stones were found.",
		"The wall is gone, wrote @annaholm under the picture of it.",
		"The wall is a scandal: Bo Dahl12:21 pm: The mayor speaks.",
		"The mayor is on his way8.40pm: The council meets at the harbour.",
		"The council met.READ | Wall broke in two The storm came at noon.",
		"The wall was of clay, as Anna told in WhatsAppAnna wants one of stone.",
		"The wall was broken in the testCaptain Dahl wants one of stone.",
		"The mayor thanked the fishermen on Sunday.SK!!",
		"The ship lay by the wall of?Norway for two days.",
		"The town took the wall from the oceanAfter the storm, work was slow.",
	};
	static const char *const names[] = {
		"The council met at 12.30 and talked of the harbour wall.",
		"The engineer McKenna has a YouTube film of the harbour wall.",
		"The council paid for a LinkedIn page on the harbour wall.",
	};

	(void)state;
	expect(BARRED, news, garbled, LEN(garbled));
	expect(FREE, news, names, LEN(names));
}

static void
sentences_without_a_verb_are_barred(void **state)
{
	static const char *const barred[] = {
		"Red clay in place of a star and wind in the mouth.",
		"A place of clay and stone and wind and water.",
		"Last known place of the ferry: Bremo harbour.",
		"Ships and fishermen by the harbour, a crane and waves at Holm's.",
		"Too much water, and way too many ships.",
		"Anna Holm arrives at the harbour of Bremo.",
		"A crane lifts stones by the harbour in Bremo, Norway, July 29, 2017.",
		"A crane lifts stones by the harbour in Bremo, Norway, July 29.",
		"Anna Holm (left) and Bo Dahl were at the harbour wall.",
		"14 December: The council tells the town how many ships were lost.",
		"Enough clay and stone to cause problems.",
		"The mayor Anna Holm and the engineer Bo Dahl during a long evening of "
		"songs and "
		"stories in the town hall of Bremo on Monday.",
		"A new wall \"It will stand for years,\" said Anna Holm of the council.",
		"Engineers call it 'the Red Wall' The storm broke it on Monday.",
		"The most admired wall of the coast with room for ships.",
		"Stone and clay for an upcoming wall in the harbour of Bremo.",
		"(The wall of the harbour was built of stone in May.",
		"(The wall of the harbour was built of clay all the same!)",
		"Read on for five stories of the harbour of Bremo.",
		"Photo of the wall by night, in a book of the council.",
	};
	static const char *const told[] = {
		"The wall keeps the water out of the old town.",
		"Photos published by the council on Monday show the wall, which was "
		"broken "
		"in two by the storm.",
		"Fishermen want a wall of stone in place of the one of clay.",
	};

	(void)state;
	expect(BARRED, news, barred, LEN(barred) - 2);
	expect(NOISE, news, barred + LEN(barred) - 2, 2);
	expect(FREE, news, told, LEN(told));
}

/* Who made a picture stands behind what it shows. */
static void
a_caption_before_its_credit_is_barred(void **state)
{
	struct arena a = ARENA_INIT;
	const struct reading *r = reading_made(&a,
	    "A storm broke the wall on Monday. Ships wait by the harbour wall of Bremo "
	    "on 2 May. (Bremo Courier) The council met at noon in the town hall.");
	const struct candidates c = summary_candidates(&a, r);

	(void)state;
	assert_int_equal(c.n, 3);
	assert_int_equal(fate_of(&c.at[0]), FREE);
	assert_int_equal(fate_of(&c.at[1]), BARRED);
	assert_int_equal(fate_of(&c.at[2]), FREE);
	arena_free(&a);
}

static void
a_live_report_is_left_out(void **state)
{
	static const char *const last[] = {
		"12:30 pm: The mayor has come. The council of the town is at the "
		"harbour.",
		"The wall is gone. 12:45 pm: The council of the town is at the harbour.",
	};

	(void)state;
	expect(BARRED, "A storm broke the wall. 12:20 pm: Ships lie there.", last,
	    LEN(last));
}

/* What was told in nearly the same words is not told again. */
static void
nothing_is_said_twice(void **state)
{
	static const char wall[] =
	    "Engineers measured deep cracks in the harbour wall of Bremo. ";
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	const struct weights w = { .feature = { [FEATURE_FULL] = 100 } };
	const struct reading *r;
	struct candidates c;
	const bool *chosen;

	(void)state;
	buf_printf(&b,
	    "%sChildren played. %sFishermen bought stone from a quarry in Norway.", wall,
	    wall);
	buf_byte(&b, '\0');
	r = reading_made(&a, buf_view(&b).p);
	c = summary_candidates(&a, r);
	chosen = summary_choose(&a, r, &c, &w, 2, false);
	assert_true(chosen[0] && !chosen[2]);
	arena_free(&a);
}

/* Something is shown of any text, if it is only what hangs. */
static void
no_summary_is_empty(void **state)
{
	static const char *const texts[] = {
		"Who built the wall? He never said that. She was his wife. They left it "
		"to them.",
		"Who built it? Why? When did they?",
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct reading *r = reading_made(&a, texts[i]);
		const struct candidates c = summary_candidates(&a, r);
		const struct weights w = { 0 };
		const bool *chosen = summary_choose(&a, r, &c, &w, 1, false);
		size_t n = 0;

		for (size_t k = 0; k < c.n; k++)
			n += chosen[k];
		assert_int_equal(n, 1);
	}
	arena_free(&a);
}

/* "The study" is the one told last, where that was another one. */
static void
the_nearest_one_is_meant(void **state)
{
	struct arena a = ARENA_INIT;
	const struct reading *r =
	    reading_made(&a, "A study of Oslo praised the wall. Ships came. A separate "
			     "study found cracks. "
			     "Children played. The study was long.");
	const struct candidates c = summary_candidates(&a, r);

	(void)state;
	assert_int_equal(c.n, 5);
	assert_int_equal(c.at[4].need_count, 1);
	assert_int_equal(c.at[4].needs[0].of, 3);
	arena_free(&a);
}

static void
items_hang_on_the_line_that_leads_to_them(void **state)
{
	struct arena a = ARENA_INIT;
	const struct reading *r = reading_made(&a,
	    "A storm broke the wall on Monday.\n\nThe rules are these:\n\n- Ships should "
	    "not "
	    "come near the wall.\n- Children should not play on the wall.\n");
	const struct candidates c = summary_candidates(&a, r);

	(void)state;
	assert_int_equal(fate_of(&c.at[c.n - 1]), HANGS);
	arena_free(&a);
}

/* What must have been told before, by its stem; "": nothing. */
static void
expect_need(const char *text, const char *stem)
{
	struct arena a = ARENA_INIT;
	const struct reading *r = reading_made(&a, text);
	const struct candidates c = summary_candidates(&a, r);
	const struct candidate *k = &c.at[c.n - 1];

	if (k->need_count != (*stem != '\0'))
		fail_msg("%u needs: %s", k->need_count, text);
	if (k->need_count != 0)
		assert_str(r->terms[k->needs[0].words[0]].stem, str_of(stem));
	arena_free(&a);
}

static void
a_name_needs_where_it_is_told_in_full(void **state)
{
	(void)state;
	expect_need("The engineer Anna Holm came. Holm wants a wall of stone.", "holm");
	expect_need(
	    "The engineer Anna Holm came. The wall was of clay, Holm said.", "holm");
	expect_need("Anna Holm came. The plan, she said, is good.", "anna");
	expect_need("Anna Green came. The plan is good, said Green.", "green");
	expect_need("The engineer K Dahl came. Dahl wants a wall of stone.", "dahl");
	expect_need("The engineer Anna Holm came. Holm's Boats are of wood.", "holm");
	expect_need("Anna came. In Oslo a crane waits for Anna.", "anna");
	expect_need(
	    "The engineer Anna Holm came. Dr Holm wants a wall of stone.", "holm");
	expect_need("The engineer Anna Holm came. Norwegian Holm wants a wall.", "holm");
	expect_need("Fishermen met. The RC leader wants a wall of stone.", "leader");
	expect_need("Ann \"The Box\" Dahl came. Dahl wants a wall.", "dahl");
	expect_need("The engineer Nuri al-Dahl came. Dahl wants a wall.", "dahl");
	expect_need("Maj. Anna L. Holm came. Work is slow, Holm said.", "holm");
	expect_need("Nuri al Dahl came. The wall of Dahl is of clay.", "dahl");
	expect_need("Jan van der Berg came. Work is slow, Berg said.", "berg");
	expect_need(
	    "The mayor and his wife, Gerti, came. A boat took Gerti out.", "gerti");
	expect_need("The girl Krystle Holm came. It was late for Krystle.", "krystl");
	expect_need(
	    "It rained. The lawyer Lisa Green came. Green wants a wall.", "green");
	expect_need("The engineer Anna Holm came. A mayor thanked coach Holm.", "");
	expect_need("Oslo has a crane. Oslo has sent it to Bremo.", "");
	expect_need(
	    "The Coast Watch of Bremo (CWB) came. CWB boats carried stones.", "cwb");
	expect_need("The Coast Watch (CWB) came. Two boats of CWB carried stones.", "");
}

/* Which sentence a summary begins with, from 1. */
static void
expect_lead(const char *text, size_t number)
{
	struct arena a = ARENA_INIT;
	const struct candidates c = summary_candidates(&a, reading_made(&a, text));

	if (c.lead + 1 != number)
		fail_msg("begins with %zu: %s", c.lead + 1, text);
	arena_free(&a);
}

static void
a_summary_begins_with_what_stands_alone(void **state)
{
	(void)state;
	expect_lead("A storm broke the wall of Bremo. Engineers measured the cracks.", 1);
	expect_lead("It was a storm that broke the wall. Engineers measured cracks.", 1);
	expect_lead("He may be old, but Bo Dahl builds boats. Engineers came.", 1);
	expect_lead("They were known for being calm. It rained. Three sailors of Bremo "
		    "died on Monday when a storm broke their boat near the lighthouse.",
	    3);
	expect_lead(
	    "Who broke the wall of Bremo? Only the storm, says the town. Engineers "
	    "from Oslo measured the cracks on Monday and want to build with stone.",
	    3);
	expect_lead(
	    "The storm at Bremo has put an old question before the council again: "
	    "Who shall pay? The crane came at noon.",
	    1);
	expect_lead(
	    "A man from Bremo who loves to walk the pier at night while storms come "
	    "from the sea builds walls of clay for the town. A crane came.",
	    1);
	expect_lead(
	    "The mayor of Bremo told the council on Monday that \"the wall is lost. "
	    "But we are here.\" A crane came from Oslo at noon with stones.",
	    1);
	expect_lead(
	    "Storms come. You may know the wall of the harbour of Bremo from films "
	    "of ships. A crane from Oslo came to the harbour of Bremo on Monday.",
	    3);
	expect_lead(
	    "Have you heard of the \"old wall\" of the harbour? A crane from Oslo "
	    "came to the harbour of Bremo on Monday at noon.",
	    2);
	expect_lead("Is it a wall of stone? Now the mayor has an answer to it for all of "
		    "them. A crane from Oslo came to the harbour of Bremo on Monday at "
		    "noon.",
	    3);
}

/* The numbers of the chosen, from 1, with blanks between. */
static void
expect_chosen(const char *article, const struct weights *w, size_t most, bool text,
    const char *numbers)
{
	struct arena a = ARENA_INIT;
	const struct reading *r = reading_made(&a, article);
	const struct candidates c = summary_candidates(&a, r);
	const bool *chosen = summary_choose(&a, r, &c, w, most, text);
	struct buf b = buf_new(&a);

	for (size_t i = 0; i < c.n; i++)
		if (chosen[i])
			buf_printf(&b, "%s%zu", b.n == 0 ? "" : " ", i + 1);
	assert_str(buf_view(&b), str_of(numbers));
	arena_free(&a);
}

static void
a_further_sentence_goes_on_from_one_of_the_heart(void **state)
{
	static const char text[] =
	    "A storm broke the wall of Bremo in the night from Sunday to Monday. "
	    "Children in the northern streets "
	    "of the town watched the waves until it was dark. It was the second storm of "
	    "the week at the coast, and it came at noon. A crane from Oslo carried "
	    "12 stones of red clay to the wall. Ships lay at anchor. Fishermen from "
	    "Norway mended "
	    "harbour nets of 30 yards.";
	const struct weights w = { .feature = { [FEATURE_NUMBERS] = 300 } };

	(void)state;
	expect_chosen(text, &w, 3, true, "1 4 6");
	expect_chosen(text, &w, 4, true, "1 2 4 6"); /* not 5: too short */
	expect_chosen(text, &w, 5, true, "1 2 3 4 6");
}

/* Rather near each other, and an "also" behind what it adds to. */
static void
what_stands_apart_counts_less(void **state)
{
	static const char text[] =
	    "A storm broke the wall of Bremo in the night from Sunday to Monday. "
	    "Engineers from Norway counted 3 "
	    "deep cracks. "
	    "Children in the streets watched the waves. A crane carried 12 "
	    "stones of 40 tons to Bremo. Schools of Norway also closed for 12 days or "
	    "300 hours.";
	struct weights w = { .feature = { [FEATURE_NUMBERS] = 100 } };

	(void)state;
	expect_chosen(text, &w, 2, false, "1 4");
	expect_chosen(text, &w, 2, true, "1 2");
	w.feature[FEATURE_NUMBERS] = 200;
	expect_chosen(text, &w, 2, true, "1 4");
}

/* Half a quotation: at a cost, and never in a text.  "She" that was not told: never. */
static void
a_number_of_sentences_may_hold_a_piece_at_a_cost(void **state)
{
	static const char piece[] = "A storm broke the wall of Bremo on Monday. "
				    "Engineers from Norway counted the "
				    "deep cracks. Ships lay there. \"The town has 12 "
				    "cranes and 40 ships of stone.";
	static const char hangs[] =
	    "A storm broke the wall of Bremo on Monday. Engineers from Norway counted "
	    "the "
	    "deep cracks. Ships lay there. She paid 12 crowns for 40 stones there.";
	struct weights w = { .feature = {
				 [FEATURE_NUMBERS] = 100, [FEATURE_EARLY] = 10 } };

	(void)state;
	w.faults = 20;
	expect_chosen(piece, &w, 2, false, "1 4");
	expect_chosen(piece, &w, 2, true, "1 2");
	expect_chosen(hangs, &w, 2, false, "1 2");
	w.faults = 200;
	expect_chosen(piece, &w, 2, false, "1 2");
}

static void
as_many_as_were_asked_for_are_given(void **state)
{
	static const char text[] =
	    "A storm broke the wall of Bremo on Monday. Who pays for it? Is it the town? "
	    "Then the mayor came to the harbour with a crane.";
	const struct weights w = { 0 };

	(void)state;
	expect_chosen(text, &w, 2, false, "1 4");
	expect_chosen(text, &w, 3, false, "1 2 4");
	expect_chosen(text, &w, 3, true, "1");
}

/* A riddle is told with what it means; no question, no foot of the page. */
static void
a_text_begins_with_the_article(void **state)
{
	static const char *const articles[][2] = {
		{ "Who broke the wall of Bremo? Only the storm, says the town. Engineers "
		  "from Oslo measured the cracks on Monday. Ships came. Children played.",
		    "3" },
		{ "They were known for being calm. They liked the sea. Three sailors of "
		  "Bremo died on Monday when a storm broke their boat. Ships came.",
		    "1 2 3" },
		{ "\"We are lost. The wall is gone.\" That was the cry of the town. "
		  "Engineers from Oslo measured the cracks on Monday. Ships came.",
		    "1 2 3 4" },
		{ "They sang. They sang. They sang. They sang. They sang. A storm broke "
		  "the "
		  "wall of Bremo on Monday. Ships came to the harbour from the sea.",
		    "6 7" },
		/* nor does it begin one */
		{ "This guide tells of the wall of Bremo. A storm broke the wall of "
		  "Bremo "
		  "in the night to Monday. Ships came to the harbour from the sea.",
		    "2 3" },
		{ "Welcome to the news of Bremo. A storm broke the wall of the harbour "
		  "in "
		  "the night to Monday. Ships came to the harbour from the sea.",
		    "2 3" },
		{ "A year of walls. A storm broke the wall of Bremo in the night to "
		  "Monday. Ships came to the harbour from the sea.",
		    "2 3" },
		/* nothing is told twice */
		{ "A storm broke the long wall of Bremo harbour on Monday. A storm broke "
		  "the long wall of Bremo harbour on Monday. Ships from the north came "
		  "to the harbour with a crane and stones. Engineers of the harbour "
		  "mended the wall with clay from Oslo in the night.",
		    "1 3 4" },
		{ "Discover the best of all walls on the coast. A storm broke the wall "
		  "of "
		  "Bremo in the night to Monday. Ships came to the harbour from the sea.",
		    "2 3" },
		/* a quotation is told to its end */
		{ "The mayor of Bremo told the council on Monday that \"the wall is "
		  "lost. "
		  "But we are here.\" A crane came from Oslo at noon. Ships came.",
		    "1 2 3" },
		/* what is told before its beginning is passed over */
		{ "Is it lost? The ferry was late by 9 hours. On Monday a storm broke 3 "
		  "of 7 piers. Engineers came. Children played by the sea.",
		    "3" },
		/* what stands apart has a word of the title or of what is told */
		{ "A storm broke the old pier of Bremo on Monday evening. It was dark. "
		  "It was cold. Cranes of Oslo lifted stones of 40 tons.",
		    "1" },
		{ "A storm broke the wall of Bremo. Click here to see it. The town will "
		  "choose from the letters of its children. Click here to write to it.",
		    "1" },
	};
	const struct weights w = { .feature = { [FEATURE_EARLY] = 100 } };
	const struct weights numbers = { .feature = { [FEATURE_NUMBERS] = 300 } };

	(void)state;
	for (size_t i = 0; i < LEN(articles); i++)
		expect_chosen(articles[i][0], &w, 3, true, articles[i][1]);
	/* one of few words is told with the next */
	expect_chosen(
	    "The fishermen gave a feast. Boats came from all harbours of the coast "
	    "in the evening. It rained. A crane of the feast lifted 9 of 12 stones "
	    "at the wall of the harbour.",
	    &numbers, 2, true, "1 2");
}

static void
a_definite_needs_what_it_means(void **state)
{
	(void)state;
	expect_need("A crane came. The crane is strong.", "crane");
	expect_need("Work is slow. The cranes wait.", "crane");
	expect_need("Oslo sent help. The stolen crane is strong.", "");
	expect_need("Papers were found. Oslo revealed it. The papers reveal Norwegian "
		    "plans.",
	    "reveal");
	expect_need("Boats came. The damaged boats were of wood.", "boat");
	expect_need("Oslo was told. Nobody knows who led the attack.", "attack");
	expect_need("Cranes came. The cranes lift stones.", "crane");
	expect_need("A crane came. Despite the crane, work is slow.", "crane");
	expect_need("A crane came. Work is slow because of the crane.", "crane");
	expect_need("Cranes came. Work is slow because of the crane.", "crane");
	expect_need("Open groups met. A new open group begins work in June.", "group");
	expect_need("Red Dahl came. \"RC\" Boats came. Work is slow, RC said.", "rc");
	expect_need("Oslo sent help. After the split, work was slow.", "split");
	expect_need("A crane came. The crane of Oslo is strong.", "");
	expect_need("A crane came. It rained. The crane for a year is red.", "crane");
	expect_need("Officials met at noon. Work is slow, the officials said.", "offici");
	expect_need("A race was held. Saturday's race was slow.", "race");
	expect_need("A storm came. Sunday's rain was warm.", "");
	expect_need("Oslo lies in the north. It grew as the town was rich.", "town");
	expect_need("Old songs were sung. All heard the rude song.", "song");
	expect_need("It rained. Boys heard the rude chant.", "chant");
	expect_need("Fishermen met. Oslo will show the exam Sunday.", "exam");
	expect_need("A report came out. The report's release was in May.", "report");
	expect_need("A crane came. Work was slow. The Oslo crane is strong.", "crane");
	expect_need("Oslo sent help. Only built in May, the tower is strong.", "tower");
	expect_need("Oslo sent help. The Oslo tower is strong.", "");
	expect_need(
	    "A tape was found. Oslo sent help. The tape shows Anna Holm.", "tape");
	expect_need("A wall broke. The wall was of clay.", ""); /* the title tells */
}

static void
who_told_it_hangs_in_german(void **state)
{
	static const char *const hanging[] = { "Das teilte der Verband am Freitag mit.",
		"Dies sagte die Ministerin in Bonn." };
	static const char *const free_ones[] = { "Das Wasser reicht noch zwei Wochen." };
	static const char before[] = "Der Stausee von Hellental ist auf den niedrigsten "
				     "Stand seit dem Bau gefallen. "
				     "Die Talsperre ist leer, und der Verband sprach von "
				     "einer Not, die es so noch "
				     "nicht gab.";

	(void)state;
	expect(HANGS, before, hanging, LEN(hanging));
	expect(FREE, before, free_ones, LEN(free_ones));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(connectives_hang),
		cmocka_unit_test(things_told_elsewhere_and_announced),
		cmocka_unit_test(no_summary_is_empty),
		cmocka_unit_test(nothing_is_said_twice),
		cmocka_unit_test(the_nearest_one_is_meant),
		cmocka_unit_test(items_hang_on_the_line_that_leads_to_them),
		cmocka_unit_test(a_live_report_is_left_out),
		cmocka_unit_test(who_told_it_hangs_in_german),
		cmocka_unit_test(fragments_and_asides_are_noise),
		cmocka_unit_test(a_text_of_parted_stops_is_no_noise),
		cmocka_unit_test(a_strange_voice_is_barred),
		cmocka_unit_test(a_story_of_ones_own_may_be_told),
		cmocka_unit_test(pieces_of_a_quotation_are_barred),
		cmocka_unit_test(half_a_quotation_is_none_of_a_text),
		cmocka_unit_test(what_guides_is_none_of_a_text),
		cmocka_unit_test(what_calls_or_is_labelled_is_none_of_a_text),
		cmocka_unit_test(steps_alone_are_a_text),
		cmocka_unit_test(items_of_a_list_are_none_of_its_text),
		cmocka_unit_test(who_made_a_list_may_be_heard),
		cmocka_unit_test(garbled_sentences_are_barred),
		cmocka_unit_test(halves_and_lines_of_a_talk_are_left_out),
		cmocka_unit_test(numbers_of_lists_and_answers_are_left_out),
		cmocka_unit_test(sentences_without_a_verb_are_barred),
		cmocka_unit_test(a_caption_before_its_credit_is_barred),
		cmocka_unit_test(a_name_needs_where_it_is_told_in_full),
		cmocka_unit_test(a_summary_begins_with_what_stands_alone),
		cmocka_unit_test(a_further_sentence_goes_on_from_one_of_the_heart),
		cmocka_unit_test(what_stands_apart_counts_less),
		cmocka_unit_test(a_text_begins_with_the_article),
		cmocka_unit_test(a_number_of_sentences_may_hold_a_piece_at_a_cost),
		cmocka_unit_test(as_many_as_were_asked_for_are_given),
		cmocka_unit_test(a_definite_needs_what_it_means),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
