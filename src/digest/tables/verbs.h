/* Verbs that many do and one does with an s: "Ships wait". */
static const char *const plain_verbs[] = {
	"agree", "allow", "appear", "apply", "ask", "attend", "back", "become", "begin",
	"believe", "bring", "build", "buy", "call", "care", "carry", "cause", "come", "cost",
	"credit", "cut", "demand", "deserve", "do", "draw", "enjoy", "expect", "face", "fall",
	"fear", "feel", "find", "follow", "force", "get", "give", "go", "grow", "happen",
	"hate", "have", "help", "hit", "hold", "hope", "hurt", "include", "keep", "know",
	"lead", "leave", "let", "lie", "like", "live", "look", "lose", "love", "make", "mark",
	"matter", "mean", "meet", "move", "need", "offer", "oppose", "pay", "plan", "play",
	"put", "read", "remain", "represent", "require", "rise", "run", "say", "see", "seem",
	"sell", "send", "serve", "set", "show", "sit", "speak", "spend", "stand", "start",
	"stay", "stop", "suffer", "support", "take", "talk", "tell", "think", "train",
	"travel", "try", "turn", "use", "wait", "walk", "want", "watch", "win", "wish",
	"work", "worry", "write",
};
