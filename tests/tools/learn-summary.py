#!/usr/bin/env python3
"""learn-summary: the weights of the summary's features, by coordinate ascent on ROUGE.

usage: learn-summary.py DRIVER DATA [--cv] >src/digest/tables/weights.h
  DRIVER  tests/tools/digest-driver.c, built against the program's objects
  DATA    a folder of *.jsonl ({"title", "article", "refs": [[sentence...]...]}) with rouge.py and textlib.py
--cv also says (on stderr) what weights learned on two thirds are worth on the last third.  Everything is in a
fixed order and steps are fixed, so the same data give the same bytes.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

driver, data = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(data))
import rouge  # noqa: E402
import textlib  # noqa: E402

header = pathlib.Path(__file__).resolve().parents[2] / "src/digest/summary.h"
NAMES = re.findall(r"_\((\w+),\s+\"", header.read_text()) + ["redundancy", "repetition"]
START = {"FREQUENT": 1, "EARLY": 1, "FIRST": 0.4, "TITLE": 0.4, "CENTRAL": 0.4, "HEADWAY": 0.4, "LENGTH": 0.4, "SHORT": -0.4,
         "LONG": -0.4, "QUOTE": -0.2, "PERSONAL": -0.2, "LISTED": -0.6, "redundancy": 0.4}
HOPS = 40


class Set:
    """Articles of one file, their candidate sentences as bags of stems, and the scores already known."""

    def __init__(self, path):
        self.name = path.stem
        items = [json.loads(line) for line in open(path)]
        self.file = tempfile.NamedTemporaryFile("w", suffix=".in")
        for g in items:
            self.file.write((g.get("title") or "") + "\x1f" + g["article"].replace("\x1e", " ") + "\x1e")
        self.file.flush()
        self.run = subprocess.Popen([driver, "summary", self.file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.sents, self.refs, self.known, self.lead = [], [], [], []
        for g in items:
            self.sents.append([rouge.toks(s) for s in self.run.stdout.readline().rstrip("\n").split("\x1f")[:-1]])
            refs = [r if isinstance(r, list) else [r] for r in g["refs"]]
            self.refs.append([sum((rouge.toks(s) for s in r), []) for r in refs])
            self.known.append({})
            lead = sum((rouge.toks(s) for s in textlib.sentences(g["article"])[:3]), [])
            self.lead.append(self.score(lead, self.refs[-1]))

    @staticmethod
    def score(words, refs):
        return [sum(rouge.rouge_n(words, r, n) for r in refs) / len(refs) for n in (1, 2)]

    def evaluate(self, weights):
        self.run.stdin.write(" ".join(f"{w:.4f}" for w in weights) + "\n")
        self.run.stdin.flush()
        out = []
        for i, chosen in enumerate(self.run.stdout.readline().split(";")[:-1]):
            key = tuple(map(int, chosen.split()))
            if key not in self.known[i]:
                words = sum((self.sents[i][k] for k in key), [])
                self.known[i][key] = self.score(words, self.refs[i])
            out.append(self.known[i][key])
        return out


def figure(sets, weights, part):
    """Mean of ROUGE-1 and -2 over the sets, and a little for every article better than its lead.  Larger sets count more."""
    total, told, weights_sum = 0, [], 0
    for s in sets:
        weight = len(s.refs) ** 0.75
        weights_sum += weight
        got = [(g, l) for i, (g, l) in enumerate(zip(s.evaluate(weights), s.lead)) if part(i)]
        n = len(got)
        r1, r2 = (100 * sum(g[0][k] for g in got) / n for k in (0, 1))
        better, worse = sum(g[0] > l[0] + 1e-9 for g, l in got), sum(g[0] < l[0] - 1e-9 for g, l in got)
        total += weight * (r1 + 1.3 * r2 + 2 * (better - worse) / n)
        told.append(f"{s.name} R1 {r1:.2f} R2 {r2:.2f} better/worse {better}/{worse} (lead {100 * sum(l[0] for _, l in got) / n:.2f})")
    return total / weights_sum, "; ".join(told)


def ascend(sets, part, w, steps):
    best = figure(sets, w, part)[0]
    for step in steps:
        before = None
        while before is None or best - before > 0.02:
            before = best
            for k in range(len(w)):
                for sign in (1, -1):
                    trial = w[:k] + [round(w[k] + sign * step, 3)] + w[k + 1:]
                    got = figure(sets, trial, part)[0]
                    if got > best + 0.002:
                        w, best = trial, got
                        break
    return w, best


def learn(sets, part, hops):
    """Ascents from the best so far with a few weights moved; the same moves every time."""
    dice = random.Random(1)
    w, best = ascend(sets, part, [START.get(n, 0.0) for n in NAMES], (0.4, 0.2, 0.1))
    for _ in range(hops):
        trial = list(w)
        for k in dice.sample(range(len(w)), 6):
            trial[k] = round(trial[k] + dice.choice([-0.9, -0.6, -0.3, 0.3, 0.6, 0.9]), 3)
        trial, got = ascend(sets, part, trial, (0.3, 0.1))
        if got > best:
            w, best = trial, got
            print(f"{best:.3f} {figure(sets, w, part)[1]}", file=sys.stderr, flush=True)
    return w


sets = [Set(p) for p in sorted(data.glob("*.jsonl"))]
if "--cv" in sys.argv:
    for fold in range(3):
        w = learn(sets, lambda i: i % 3 != fold, HOPS // 4)
        print("held out:", figure(sets, w, lambda i: i % 3 == fold)[1], file=sys.stderr)
w = learn(sets, lambda i: True, HOPS)
print("all:", figure(sets, w, lambda i: True)[1], file=sys.stderr)
print("/* Written by tests/tools/learn-summary.py; do not edit. */")
print("static const struct weights learned = {\n\t.feature = {")
for name, value in zip(NAMES[:-2], w):
    print(f"\t\t[FEATURE_{name}] = {value:g},")
print(f"\t}},\n\t.redundancy = {w[-2]:g},\n\t.repetition = {w[-1]:g},\n}};")
