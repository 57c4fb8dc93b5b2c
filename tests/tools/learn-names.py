#!/usr/bin/env python3
"""learn-names: what each piece of evidence says of a name, by logistic regression.

usage: learn-names.py DRIVER GOLD.jsonl [--cv] >src/digest/tables/senses.h
  DRIVER  tests/tools/digest-driver.c, built against the program's objects
  GOLD    {"text", "people": [], "orgs": [], "places": []} a line
--cv also says (on stderr) what weights learned on three quarters are worth on the last quarter.  Fixed order,
fixed steps: the same data give the same bytes.
"""
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

driver, gold_file = sys.argv[1:3]
header = pathlib.Path(__file__).resolve().parents[2] / "src/digest/names.h"
NAMES = re.findall(r"_\((\w+),\s*\"", header.read_text())
KINDS = ["none", "people", "orgs", "places"]
# What news of 1996 hardly shows and cannot teach: SentinelOne, KA-SAT, the railway Norra Banan.
FIXED = {"CAMEL": [0, -30, 25, -20], "CODE": [25, -25, 0, 0], "BEHIND_ORG": [-15, -30, 40, 5]}
ROUNDS, RATE, DECAY, SCALE = 60, 0.5, 4e-3, 20


def fold(s):
    return re.sub(r"\s+", " ", s.replace("’", "'")).strip().casefold()


def documents():
    gold = [json.loads(line) for line in open(gold_file)]
    with tempfile.NamedTemporaryFile("w", suffix=".in") as f:
        f.write("".join("\x1f" + g["text"].replace("\n", "\n\n") + "\x1e" for g in gold))
        f.flush()
        out = subprocess.run([driver, "names", f.name], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    for g, block in zip(gold, out.split("\n\n")):
        of = {k: {fold(x) for x in g[k]} for k in KINDS[1:]}
        rows = []
        for line in filter(None, block.split("\n")):
            forms, _, bits = line.split("\t")
            forms = {fold(x) for x in forms.split("\x1f")}
            hits = [0] + [len(forms & of[k]) for k in KINDS[1:]]
            rows.append((forms, [int(b) for b in bits.split()], hits.index(max(hits)) if max(hits) else 0))
        yield of, rows


def scores(w, bits):
    return [sum(w[b][k] for b in bits) for k in range(4)]


def learn(docs):
    w = [[0.0] * 4 for _ in NAMES]
    rows = [(bits, label) for _, rows in docs for _, bits, label in rows]
    for n in range(ROUNDS):
        rate = RATE / (1 + n / 4) / 8
        for bits, label in rows:
            s = scores(w, bits)
            top = max(s)
            e = [math.exp(x - top) for x in s]
            total = sum(e)
            for k in range(4):
                step = rate * ((k == label) - e[k] / total)
                for b in bits:
                    w[b][k] += step
        for row in w:
            for k in range(4):
                row[k] *= 1 - DECAY * len(rows) / 8 * rate
    return [FIXED.get(name, [round(x * SCALE) for x in row]) for name, row in zip(NAMES, w)]


def figure(w, docs):
    """Micro F1, typed and untyped, as names are scored."""
    t, u = [0] * 4, [0] * 4
    for of, rows in docs:
        said = [(forms, max(range(4), key=lambda k: (scores(w, bits)[k], -k))) for forms, bits, _ in rows]
        every = set().union(*of.values())
        for k, kind in enumerate(KINDS):
            mine = [f for f, s in said if s == k and s]
            t[0] += sum(bool(f & of[kind]) for f in mine) if k else 0
            t[1] += len(mine)
            t[2] += len(of[kind] & set().union(*mine)) if k and mine else 0
            t[3] += len(of[kind]) if k else 0
        mine = [f for f, s in said if s]
        u[0] += sum(bool(f & every) for f in mine)
        u[1] += len(mine)
        u[2] += len(every & set().union(*mine)) if mine else 0
        u[3] += len(every)
    out = []
    for c in (t, u):
        p, r = c[0] / max(c[1], 1), c[2] / max(c[3], 1)
        out.append(200 * p * r / max(p + r, 1e-9))
    return "typed {:.1f} untyped {:.1f}".format(*out)


docs = list(documents())
if "--cv" in sys.argv:
    for part in range(4):
        w = learn([d for i, d in enumerate(docs) if i % 4 != part])
        print("held out:", figure(w, [d for i, d in enumerate(docs) if i % 4 == part]), file=sys.stderr)
w = learn(docs)
print("all:", figure(w, docs), file=sys.stderr)
print("/* Written by tests/tools/learn-names.py; do not edit.  None, person, organisation, place. */")
print("static const short evidence_weights[EVIDENCE_COUNT][SENSE_COUNT] = {")
for name, row in zip(NAMES, w):
    print(f"\t[EVIDENCE_{name}] = {{ {', '.join(map(str, row))} }},")
print("};")
