#!/usr/bin/env python3
"""learn-common: which English words and names are so common that sharing them is no reason to read on.

usage: nutgraf convert --json TEXT... | learn-common.py >src/library/tables/common.h

A word is light when texts that have it seldom have it twice, as measured by others that are as frequent: "remained", and
not "missile".  A word or a name is wide when very many texts have it: "police", "Washington".  Needs libstemmer.
"""
import collections
import ctypes
import json
import math
import re
import sys

LIGHT_FROM, WIDE_FROM, WIDE_NAME_FROM = 0.006, 0.03, 0.008
ROW = 16  # bytes, with the NUL; what is longer is rare
# Numbers and their units tell no topic, however often they come.
NUMBERS = """eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
eighty ninety thousand million billion trillion lakh crore percent cent dollar euro pound rupee mile meter metre kilometer
kilometre ton tonne""".split()
WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=\w))*")

lib = ctypes.CDLL("libstemmer.so.0d")
lib.sb_stemmer_new.restype = lib.sb_stemmer_stem.restype = ctypes.c_void_p
lib.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
lib.sb_stemmer_length.argtypes = [ctypes.c_void_p]
english = lib.sb_stemmer_new(b"english", None)
stems = {}


def stem(word):
    if word not in stems:
        key = word.lower().replace("’", "'").encode()
        stems[word] = ctypes.string_at(lib.sb_stemmer_stem(english, key, len(key)), lib.sb_stemmer_length(english)).decode()
    return stems[word]


texts, some, twice, small, names = 0, *(collections.Counter() for _ in range(4))
for line in sys.stdin:
    brief = json.loads(line)
    if not brief["source"].get("language", "en").startswith("en"):
        continue
    texts += 1
    words = WORD.findall(brief["text"])
    times = collections.Counter(map(stem, words))
    some.update(times.keys())
    twice.update(s for s, n in times.items() if n > 1)
    small.update({stem(w) for w in words if w[0].islower()})
    entities = brief.get("entities", {})
    names.update({form for kind in ("people", "orgs", "places") for n in entities.get(kind, [])
                  for form in [n["name"], *n.get("aka", [])]} | set(entities.get("acronyms", {})))


def seldom_twice(s):
    return (twice[s] + 1) / (some[s] + 2) < 0.45 + 0.0913 * math.log(some[s] / texts / 0.1)


def table(name, rows):
    rows = sorted((r for r in rows if len(r.encode()) < ROW), key=str.encode)
    print(f"static const char {name}[][ROW] = {{")
    for i in range(0, len(rows), 6):
        print("\t" + " ".join(f'"{r}",' for r in rows[i:i + 6]))
    print("};")


light = {s for s, n in some.items() if n >= LIGHT_FROM * texts and small[s] > 0.4 * n and (n > texts / 4 or seldom_twice(s))}
light |= {stem(w) for w in NUMBERS} | {s for s in some if "our" in s and s.replace("our", "or") in light}
print(f"/* English stems and names that are common.  Made by tests/tools/learn-common.py from {texts} texts. */")
print("/* clang-format off */")
table("light", light)
table("wide", {s for s, n in some.items() if n >= WIDE_FROM * texts} - light)
table("wide_names", {s for s, n in names.items() if n >= WIDE_NAME_FROM * texts} | {"USA"})
