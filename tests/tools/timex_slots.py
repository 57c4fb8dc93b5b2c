#!/usr/bin/env python3
"""timex_slots.py: the look-up tables (open addressing, FNV-1a 32) of src/digest/tables/words.h, lists.h, timex_*_words.h and src/text/tables/stop.h."""
import pathlib
import re

tables = pathlib.Path("src/digest/tables")


def fnv(word):
    h = 0x811C9DC5
    for byte in word.encode():
        h = (h ^ byte) * 0x01000193 & 0xFFFFFFFF
    return h


stop = pathlib.Path("src/text/tables/stop.h")
lists = [re.findall(r'"([^"]+)"', body) for body in re.findall(r"\[\]\[STOP_MOST\] = \{(.*?)\};", stop.read_text(), re.S)]
places, size = {}, 4096
for word in dict.fromkeys(w for words in lists for w in words):
    i = fnv(word) & (size - 1)
    while i in places:
        i = (i + 1) % size
    held = [k for k, words in enumerate(lists) if word in words]
    places[i] = f"\t[{i}] = {{ {fnv(word) >> 16:#x}, {lists[held[0]].index(word)}, {held[0]}, {sum(1 << k for k in held):#x} }},"
assert len(places) < size / 2
stop.with_name("stop_slots.h").write_text("\n".join(
    ["/* Made by tests/tools/timex_slots.py from stop.h. */", f"static const struct stop_slot stop_slots[{size}] = {{",
     *(places[i] for i in sorted(places)), "};", ""]))
lists = re.findall(r'_\((\w+), ((?:"[^"]*"[\s\\]*)+)\)', (tables / "lists.h").read_text())
lists = {name: "".join(re.findall(r'"([^"]*)"', words)).split() for name, words in lists}
lists["PLAIN_VERB"] = re.findall(r'"([^"]+)"', (tables / "verbs.h").read_text())
places, size = {}, 4096
for word in dict.fromkeys(w for words in lists.values() for w in words):
    i = fnv(word) & (size - 1)
    while i in places:
        i = (i + 1) % size
    held = sum(1 << k for k, words in enumerate(lists.values()) if word in words)
    places[i] = f'\t[{i}] = {{ "{word}", {fnv(word) >> 16:#x}, {held:#x} }},'
    assert len(word) < 14
assert len(places) < size / 2
(tables / "lists_slots.h").write_text("\n".join(
    ["/* Made by tests/tools/timex_slots.py from lists.h and verbs.h. */", f"static const struct list_slot list_slots[{size}] = {{",
     *(places[i] for i in sorted(places)), "};", ""]))
for words in [tables / "words.h", *sorted(tables.glob("timex_*_words.h"))]:
    spellings = re.findall(r'^\t\{ "([^"]+)"', words.read_text(), re.M)
    size = 64
    while size < 4 * len(spellings):
        size *= 2
    slots = [None] * size
    for row, word in enumerate(spellings, 1):
        h = fnv(word)
        i = h & (size - 1)
        while slots[i]:
            i = (i + 1) % size
        slots[i] = (h, row)
    if words.name == "words.h":  # the row under the upper half of the hash
        rows = [f"\t[{i}] = {s[0] >> 16 << 16 | s[1]:#x}," for i, s in enumerate(slots) if s]
        made = ["static const uint32_t word_slots[%d] = {" % size, *rows, "};"]
        (tables / "words_slots.h").write_text("\n".join(["/* Made by tests/tools/timex_slots.py from words.h. */", *made, ""]))
        continue
    rows = [f"\t[{i}] = {{ 0x{s[0]:08x}, {s[1]} }}," for i, s in enumerate(slots) if s]
    out = words.with_name(words.name.replace("_words", "_slots"))
    if not slots[-1]:
        rows.append(f"\t[{size - 1}] = {{ 0, 0 }},")  # so that the array has its size
    head = f"/* Made by tests/tools/timex_slots.py from {words.name}: hash and row, in {size} places. */"
    out.write_text("\n".join([head, *rows, ""]))
