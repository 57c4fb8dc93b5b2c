#!/usr/bin/env python3
"""gazetteer: the names of src/digest/tables/gazetteer.txt as one sorted table of C, and an index by hash.

usage: gazetteer.py IN >OUT
"""
import re
import sys

kinds, names, kind = [], {}, None
for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    head = re.fullmatch(r"\[(\w+)\]", line.strip())
    if head:
        kind = head[1].upper()
        kinds.append(kind)
        continue
    for name in filter(None, (n.strip() for n in line.split(","))):
        # The case of ASCII letters does not count, as in the look-up.
        key = bytes(b + 32 if 65 <= b <= 90 else b for b in name.encode())
        names.setdefault(key, set()).add(kind)
print("/* Made by tests/tools/gazetteer.py from gazetteer.txt; do not edit. */")
print("static const struct gazette gazetteer[] = {")
for key in sorted(names):
    flags = " | ".join("NAME_" + k for k in kinds if k in names[key])
    text = key.decode().replace('"', '\\"')
    print(f'\t{{ "{text}", {flags} }},')
print("};")

def fnv(key):
    h = 0x811C9DC5
    for b in key:
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    return h


# Open addressing by FNV-1a, as src/digest/gazetteer.c looks: index + 1 under the upper half of the hash, 0 is free.
slots = [0] * 16384
for n, key in enumerate(sorted(names), 1):
    h = fnv(key)
    at = h % len(slots)
    while slots[at]:
        at = (at + 1) % len(slots)
    slots[at] = h >> 16 << 16 | n
print("\nstatic const uint32_t gazetteer_slots[] = {")
for i in range(0, len(slots), 8):
    print("\t" + " ".join(f"{n:#x}," for n in slots[i : i + 8]))
print("};")

# A bit for the hash of the first letters of every entry that may be more than one word.
bits = [0] * 128
for key in names:
    letters = re.match(b"[a-z]*", key)[0]
    if letters != key:
        at = fnv(letters) % (32 * len(bits))
        bits[at // 32] |= 1 << at % 32
print("\nstatic const uint32_t gazetteer_beginnings[] = {")
for i in range(0, len(bits), 8):
    print("\t" + " ".join(f"{n:#x}," for n in bits[i : i + 8]))
print("};")
