/*
 * Small lists of words that rules ask for, and what they are to them: a bit for each list, so
 * that a rule asks word_in(r, token, LIST_KNOWN) and compares no strings.
 * Where each word is: lists_slots.h, by tests/tools/timex_slots.py.
 */
#define WORD_LISTS(_) \
	/* by whom a page is */ \
	_(REPORTED, "reported reporting wrote") \
	/* beside their names */ \
	_(BYLINE, "from and in while") \
	/* "the comments below" */ \
	_(PAGE_PART, "comments comment section video videos gallery link links map chart " \
	    "form see is are") \
	/* of who wrote the page */ \
	_(TRADE, "writer journalist reporter photographer author columnist editor " \
	    "contributor correspondent producer professor fellow freelance") \
	/* "the government": everyone knows which */ \
	_(KNOWN, "government police president world weather economy country public army " \
	    "military parliament authorities internet number idea fact only first most " \
	    "latest last") \
	/* "the town": its name was told */ \
	_(BRIDGE, "accident account actor actress agreement album allegation announcement " \
	    "answer app appeal area article attack author award ban bill blast blog book " \
	    "boss boy boycott brother building buyer caller campaign case ceremony " \
	    "challenge champion change chant charge city claim clip column comment " \
	    "competition concert conflict contest controversy couple crash crew crowd " \
	    "customer cut daughter deal debate decision device dispute district doctor " \
	    "document driver duo email employee episode essay event exam exhibition " \
	    "experiment explosion fan father feature fee festival film finale fine " \
	    "footage game girl hashtag hearing husband idea image incident inquiry " \
	    "interview investigation island issue journalist killing law letter loser " \
	    "match measure medal meeting memo message mission mother move movie neighbor " \
	    "note novel nurse officer official operation owner page pair parents " \
	    "passenger patient photo photograph picture pilot policy poll post prize " \
	    "problem product program programme project proposal protest question raid " \
	    "reader recording region remark reporter reward rule ruling scene search " \
	    "seller sentence series service shooting show singer sister site son song " \
	    "speech spokesman spokeswoman star start statement story strike student " \
	    "survey suspect tape tax teacher test theory title topic tour tournament town " \
	    "trial trio trip trophy tweet vehicle venue verdict version victim viewer " \
	    "village visit voter weapon wife winner worker writer") \
	/* new to the reader */ \
	_(ANOTHER, "a an another") \
	/* behind "the tool": which one is told */ \
	_(WHICH, "of that who which whose where") \
	/* "the RC leader" */ \
	_(MEMBER, "leader lawmaker legislator senator official spokesman spokeswoman " \
	    "spokesperson politician actor actress question issue debate argument " \
	    "controversy star player striker midfielder captain driver veteran native " \
	    "militia group party outlet movement author writer singer artist director " \
	    "founder coach musician boxer teenager") \
	/* no part of a name */ \
	_(HONORIFIC, "dr mr mrs ms miss prof professor sir lady") \
	/* no word of its own in a name */ \
	_(PARTICLE, "al el bin ibn van von der den de la da dos") \
	/* small words inside of names */ \
	_(BETWEEN_NAMES, "de van von der den bin ibn al el la le di da du dos del ul ter " \
	    "ten zu bint") \
	/* "the country closed": which is told before */ \
	_(THAT_ONE, "country company group city state team club agency program programme " \
	    "project plan deal report study incident") \
	/* several people */ \
	_(MANY, "people men women children police family team crew couple pair group") \
	/* ends like "minister" and is nobody */ \
	_(THING, "senior major minor number order water power winter summer paper letter " \
	    "matter computer river weather quarter center answer murder disorder " \
	    "error terror color labor honor floor door motor factor sector border " \
	    "cancer dinner bigger larger higher lower greater better offer cover " \
	    "corner shoulder finger monster tower numbers orders letters matters " \
	    "computers powers career chapter chapters behavior consider considers " \
	    "gender remember remembers answers kilometer kilometers papers newspaper " \
	    "newspapers danger dangers headquarters proper enter prior doors factors " \
	    "colors wonder wonders prayer prayers reminder shelter shelters borders " \
	    "offers transfer anger suffer waters rumor rumors encounter poster " \
	    "posters theater theaters disaster disasters horror deliver silver prefer " \
	    "flyover foster recover fever covers rubber monitor monitors eager cyber " \
	    "humor discover gather tumor refer refers hunger flower flowers locker " \
	    "header caliber shoulders trailer tier meter meters waiver sheer quarters " \
	    "banner banners airliner airliners splinter trigger server layer mirror " \
	    "fingers barrier barriers bother beer sectors register harbor sweater " \
	    "revolver hammer marker slaughter disorders pepper sneakers surrender " \
	    "furor uncover powder bunker crater timber tender frontier charter " \
	    "maneuver roster armor endeavor shower freezer utter shutter demeanor " \
	    "muster carriers helicopter helicopters centers soccer thriller " \
	    "blockbuster counter tremor clutter") \
	/* "during that war" */ \
	_(DURING, "about within under after before during since until despite behind beyond through " \
	    "above") \
	/* "that day" */ \
	_(SPAN, "day night week month year time morning evening summer winter") \
	/* with what is told before */ \
	_(AGREES, "agreed agrees disagreed disagrees") \
	/* a small number */ \
	_(COUNT, "two three four five six seven eight nine ten") \
	/* with more to come, or what is said of something */ \
	_(AUXILIARY, "is are was were has have had did do does will would can could may " \
	    "might must should") \
	/* between commas */ \
	_(PARTED, "moreover however though meanwhile therefore furthermore nevertheless " \
	    "nonetheless instead too certainly perhaps") \
	/* of what a verb is done to */ \
	_(BEGINS, "a an the his her their to") \
	/* how many of whom */ \
	_(SOME, "some many several few most all none one each") \
	/* to what was told before, most often */ \
	_(ADDS, "also another other others same again similar too") \
	/* with which a sentence ends that leans */ \
	_(LAST, "accordingly that this these those so one ones did does not too either there then " \
	    "instead same again worse is was are were do would will could can should had has") \
	/* "figure that out" */ \
	_(OUT, "out up down off away back together") \
	/* "80 miles away" */ \
	_(FAR, "miles km kilometers kilometres metres meters yards feet blocks hours minutes") \
	/* "The worst was": of things told before */ \
	_(ONE_OF, "first second third fourth last next latest best worst biggest largest " \
	    "smallest oldest youngest other others rest result upshot answer former latter " \
	    "more most aim idea goal reason effect problem trouble question solution point " \
	    "difference") \
	/* of a picture */ \
	_(SIDE, "left right centre center above below l r pictured") \
	/* in a picture */ \
	_(POSES, "arrives poses attends performs waves gestures looks speaks walks stands " \
	    "celebrates arrive pose attend perform sits sit stand smiles") \
	/* "is unclear" */ \
	_(REMAINS, "is was are remains remained") \
	/* its sentence has another half */ \
	_(BECAUSE, "because although though whereas unless") \
	/* "telling how" */ \
	_(HOW, "how that why") \
	/* "How the wall was built." */ \
	_(ASKS, "how why whether") \
	/* no last word */ \
	_(GOES_ON, "of the a an and or") \
	/* for a comment */ \
	_(ASKED, "respond responded request requests declined reached returned") \
	_(THE, "the") \
	/* "a new tool" */ \
	_(NEW, "new") \
	_(THAT, "that") \
	_(THEN, "then") \
	_(ALL, "all") \
	_(AWAY, "away") \
	_(HERE, "here here's there") \
	_(YOU, "you your") \
	_(FOLLOWED, "followed") \
	/* "the following day" */ \
	_(NEXT, "following next same") \
	/* on the page */ \
	_(BELOW, "below") \
	_(SIMILAR, "similar") \
	/* begin what leans_back() looks for */ \
	_(BACK, "also another at for further") \
	/* a habit */ \
	_(OFTEN, "often usually normally always typically sometimes generally rarely seldom") \
	/* "the 2012 crash": what took place */ \
	_(DEED, "accident blast blaze bombing breach collapse conflict contest coup crisis " \
	    "disaster eruption fire flood floods genocide hack hurricane invasion killing " \
	    "killings leak massacre murder murders outage pandemic playoffs race revolt " \
	    "revolution riot riots robbery shooting shootings siege tsunami uprising war " \
	    "wildfire wildfires draft final finals cup olympics census championship title") \
	/* begins what a verb is done to, or tells of */ \
	_(OBJECT, "the a an that how what why") \
	/* verbs that are no nouns, without an s at the end */ \
	_(VERB_ONLY, "accept accuse achieve add adopt affect agree allow appear applie " \
	    "apply argue arrive ask assert attend avoid become begin believe belong " \
	    "borrow bring carrie carry choose collide come compete consider contain " \
	    "continue create decide define deliver denie deny depend describe destroy " \
	    "determine develop die discover earn eat emerge enable encourage enjoy " \
	    "ensure enter exceed exist expand expect explain fail follow forget get give " \
	    "go goe grow happen hear hold ignore implie imply improve include indicate " \
	    "inform inspire introduce invest involve join keep know learn let lose " \
	    "maintain make manage meet obtain occur open pay prefer prepare prevent " \
	    "prohibit promote protect prove provide publish receive recommend reduce " \
	    "refer refuse relie rely remain remember replace represent require resolve " \
	    "reveal say see seek seem select sell send sit solve speak spend stay suffer " \
	    "suggest suppose survive take teach tell tend think throw trie try undergo " \
	    "understand varie vary wake want wear write") \
	/* no topic ends with it */ \
	_(ADJECTIVE, "abroad alongside big calling coming common contrary due facing " \
	    "federal free giving global illegal international legal local making " \
	    "national nearby new online past political ready saying seeing similar " \
	    "social strong sure taking throughout trying twice using whilst wrong young") \
	/* what a reader is told to do, and no noun */ \
	_(INSTRUCTS, "add allow apply arrange ask avoid bake become begin boost bring browse " \
	    "build buy choose combine connect consider cook create cut declutter " \
	    "deliver discover download drain drink drop eat embark engage enable enjoy " \
	    "ensure enter " \
	    "expect explore feel fill find fix focus follow gather get give go grab grow " \
	    "heat hold imagine improve include insert join keep know learn leave let make " \
	    "maximize meet mix open pay pick play pour prepare press protect pull push " \
	    "put read receive remember remove repeat replace roast run save say scroll see " \
	    "select send serve set share show simmer sit spend spoon sprinkle squeeze stay " \
	    "start stick stir stop store swap take talk tell think try turn type understand " \
	    "unlock use visit wait want wash watch wear write") \
	/* behind what is told to be done */ \
	_(INSTRUCTED, "a an the your you yourself our this that these those it them all any " \
	    "how what which why when who if to with in on out up off into over for from " \
	    "about at as away more some each every both one two three down until around " \
	    "sure real good better best only and") \
	/* of people who write for the page */ \
	_(EXPERT, "author expert founder co-founder analyst coach consultant contributor " \
	    "contributing editor writer journalist reporter blogger strategist specialist " \
	    "freelance marketer copywriter enthusiast") \
	/* as many do and one does with an s: those of verbs.h */ \
	_(PLAIN_VERB, "")
