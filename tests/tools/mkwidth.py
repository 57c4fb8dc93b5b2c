#!/usr/bin/env python3
"""mkwidth: makes src/text/tables/width.h and breaks.h from the Unicode character database.

usage: mkwidth.py [UCD [FOLDER]]   (default /usr/share/unicode, Debian package unicode-data; src/text/tables)

Run in the root of the tree.  The same database gives the same bytes.  The
layout of a property word is that of src/text/unicode.h.
"""
import pathlib
import sys

UCD = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
OUT = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "src/text/tables")
LAST, BLOCK = 0x110000, 128
GRAPHEME = "Other CR LF Control Extend ZWJ Regional_Indicator Prepend SpacingMark L V T LV LVT".split()
KIND_OTHER, KIND_LETTER, KIND_UPPER, KIND_LOWER, KIND_MARK, KIND_DIGIT, KIND_SPACE = range(7)
SHOW_PLAIN, SHOW_NOTHING, SHOW_STAND_IN = range(3)
# Line break classes after LB1; OPE and CPE are OP and CP of East Asian width (LB30).
LINE = "AL BA BB B2 CB CL CM CP CPE EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV NS NU OP OPE PO PR QU RI SP SY WJ ZW ZWJ".split()
LB1 = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "BK": "AL", "CR": "AL", "LF": "AL", "NL": "AL"}


def rows(name):
    """Ranges and fields of a file of the database."""
    for line in (UCD / name).read_text(encoding="utf-8").splitlines():
        fields = [f.strip() for f in line.split("#")[0].split(";")]
        if fields[0]:
            first, *last = fields[0].split("..")
            yield range(int(first, 16), int(last[0] if last else first, 16) + 1), fields[1:]


def members(name, *properties):
    return {c for r, fields in rows(name) if fields[0] in properties for c in r}


category = ["Cn"] * LAST
open_range = 0
for r, fields in rows("UnicodeData.txt"):
    if fields[0].endswith("First>"):
        open_range = r.start
        continue
    for c in range(open_range if fields[0].endswith("Last>") else r.start, r.stop):
        category[c] = fields[1]
ordered = {r.start for r, fields in rows("UnicodeData.txt") if fields[2] != "0"}
grapheme, line, wide = [0] * LAST, ["AL"] * LAST, set()
for r, fields in rows("auxiliary/GraphemeBreakProperty.txt"):
    for c in r:
        grapheme[c] = GRAPHEME.index(fields[0])
for r, fields in rows("EastAsianWidth.txt"):
    if fields[0] in "WF":
        wide.update(r)
east_asian = {c for r, fields in rows("EastAsianWidth.txt") if fields[0] in "WFH" for c in r}
for r, fields in rows("LineBreak.txt"):
    for c in r:
        name = LB1.get(fields[0], fields[0])
        if name == "SA":
            name = "CM" if category[c] in ("Mn", "Mc") else "AL"
        line[c] = name + "E" if name in ("OP", "CP") and c in east_asian else name
pictures = members("emoji/emoji-data.txt", "Extended_Pictographic")
wide |= members("emoji/emoji-data.txt", "Emoji_Presentation")
invisible = members("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
spaces = members("PropList.txt", "White_Space")
nonchars = members("PropList.txt", "Noncharacter_Code_Point")
bidi = members("PropList.txt", "Bidi_Control")
not_nfc = {c for r, f in rows("DerivedNormalizationProps.txt") if f[0] == "NFC_QC" for c in r} | ordered
tags = range(0xE0000, 0xE0080)
jamo = {c for c in range(LAST) if GRAPHEME[grapheme[c]] in ("V", "T")}
regional = range(0x1F1E6, 0x1F200)
wide |= set(range(0x4DC0, 0x4E00))  # hexagrams: narrow in this database, wide in glibc and from Unicode 16 on


def kind(c):
    if c in spaces:
        return KIND_SPACE
    return {"Lu": KIND_UPPER, "Lt": KIND_UPPER, "Ll": KIND_LOWER, "Lm": KIND_LETTER, "Lo": KIND_LETTER, "Mn": KIND_MARK,
            "Mc": KIND_MARK, "Me": KIND_MARK, "Nd": KIND_DIGIT}.get(category[c], KIND_OTHER)


def show(c):
    if category[c] in ("Cc", "Cs", "Cn", "Zl", "Zp") or c in nonchars or c in bidi or c in tags:
        return SHOW_STAND_IN
    if c in invisible:
        return SHOW_NOTHING
    if category[c] == "Cf" and GRAPHEME[grapheme[c]] != "Prepend":
        return SHOW_STAND_IN
    return SHOW_PLAIN


def cols(c):
    """What wcwidth() of the terminals in use agrees on."""
    if show(c) == SHOW_STAND_IN:
        return 1
    if show(c) == SHOW_NOTHING or category[c] in ("Mn", "Me") or c in jamo:
        return 0
    return 2 if c in wide and c not in regional else 1


def word(c):
    return (grapheme[c] | cols(c) << 4 | (c in pictures) << 6 | show(c) << 7 | kind(c) << 9 | (c in not_nfc) << 12
            | LINE.index(line[c]) << 13)


# The rules of UAX #14 that look at two classes, in their order: before, after
# ("*" is any) and the verdict: "never" holds over spaces, "blank" wants one.
AL, OP, CP = "AL HL", "OP OPE", "CP CPE"
PAIRS = [
    ("*", "SP ZW", "never"),                                                     # LB7
    ("ZW", "*", "break"),                                                        # LB8
    ("ZWJ", "*", "blank"),                                                       # LB8a
    ("*", "WJ", "never"), ("WJ", "*", "blank"),                                  # LB11
    ("GL", "*", "blank"),                                                        # LB12
    ("BA HY", "GL", "break"), ("*", "GL", "blank"),                              # LB12a
    ("*", "CL EX IS SY " + CP, "never"),                                         # LB13
    (OP, "*", "never"),                                                          # LB14
    ("QU", OP, "never"),                                                         # LB15
    ("CL " + CP, "NS", "never"),                                                 # LB16
    ("B2", "B2", "never"),                                                       # LB17
    ("*", "QU", "blank"), ("QU", "*", "blank"),                                  # LB19
    ("CB", "*", "break"), ("*", "CB", "break"),                                  # LB20
    ("*", "BA HY NS", "blank"), ("BB", "*", "blank"),                            # LB21
    ("SY", "HL", "blank"),                                                       # LB21b
    ("*", "IN", "blank"),                                                        # LB22
    (AL, "NU", "blank"), ("NU", AL, "blank"),                                    # LB23
    ("PR", "ID EB EM", "blank"), ("ID EB EM", "PO", "blank"),                    # LB23a
    ("PR PO", AL, "blank"), (AL, "PR PO", "blank"),                              # LB24
    ("CL " + CP + " NU", "PO PR", "blank"), ("PO PR", OP + " NU", "blank"),      # LB25
    ("HY IS NU SY", "NU", "blank"),
    ("JL", "JL JV H2 H3", "blank"), ("JV H2", "JV JT", "blank"), ("JT H3", "JT", "blank"),  # LB26
    ("JL JV JT H2 H3", "PO", "blank"), ("PR", "JL JV JT H2 H3", "blank"),        # LB27
    (AL, AL, "blank"),                                                           # LB28
    ("IS", AL, "blank"),                                                         # LB29
    (AL + " NU", "OP", "blank"), ("CP", AL + " NU", "blank"),                    # LB30
    # LB30a: glyphs are pairs of RI already; between two of them a line may break.
    ("EB", "EM", "blank"),                                                       # LB30b
]


def pair(before, after):
    """The first rule that speaks of the two decides; over blanks only those that say never."""
    said = [verdict for left, right, verdict in PAIRS
            if (left == "*" or before in left.split()) and (right == "*" or after in right.split())]
    if "never" in said and before != "ZW":
        return "2"
    return "1" if said and said[0] == "blank" else "0"


def lines(numbers, each=20):
    text = [str(n) for n in numbers]
    return ",\n\t".join(", ".join(text[i:i + each]) for i in range(0, len(text), each))


version = (UCD / "DerivedCoreProperties.txt").read_text(encoding="utf-8").split("-", 1)[1].split(".txt", 1)[0]
words, blocks, index, stage = {}, {}, [], []
for start in range(0, LAST, BLOCK):
    block = tuple(words.setdefault(word(c), len(words)) for c in range(start, start + BLOCK))
    if block not in blocks:
        blocks[block] = len(blocks)
        stage += block
    index.append(blocks[block])
assert len(words) <= 256 and len(blocks) < 65536
head = f"/* Made by tests/tools/mkwidth.py from the Unicode character database {version}; do not edit. */\n"
index_type = "uint8_t" if len(blocks) <= 256 else "uint16_t"
(OUT / "width.h").write_text(
    f"{head}"
    f"static const {index_type} unicode_block[{len(index)}] = {{\n\t{lines(index)}\n}};\n"
    f"static const uint8_t unicode_place[{len(stage)}] = {{\n\t{lines(stage)}\n}};\n"
    f"static const uint32_t unicode_words[{len(words)}] = {{\n\t{lines([hex(w) for w in words], 10)}\n}};\n")
(OUT / "breaks.h").write_text(
    f"{head}"
    "enum line_class {\n\t" + ",\n\t".join("LINE_" + n for n in LINE) + ",\n\tLINE_CLASSES\n};\n\n"
    "/* Between two classes: '0' may break, '1' only at a blank, '2' never. */\n"
    "static const char line_pairs[LINE_CLASSES][LINE_CLASSES + 1] = {\n"
    + "".join(f'\t"{"".join(pair(a, b) for b in LINE)}", /* {a} */\n' for a in LINE) + "};\n")
