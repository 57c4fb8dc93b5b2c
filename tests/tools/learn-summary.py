#!/usr/bin/env python3
"""learn-summary: the weights of the summary's features, by the expected ROUGE of pairs.

usage: learn-summary.py DRIVER DATA [--cv] >src/digest/tables/weights.h
  DRIVER  tests/tools/digest-driver.c, built against the program's objects
  DATA    a folder of *.jsonl ({"title", "article", "refs": [[sentence...]...]}) with rouge.py and textlib.py
A summary is the lead and two more sentences.  Every pair of an article has the sum of its sentences' features, its
overlaps and faults, and its reward: its ROUGE-1 and ROUGE-2, less what its faults cost; a pair is
taken with a probability proportional to exp(weights . features).  The weights make the expected reward great, and the
probabilities like those of the rewards themselves, which keeps them from what is chance in few articles (L-BFGS with the
exact gradient, from 0, under a squared penalty and with the signs below).  An article of a small collection counts more,
by about the square root.  The last steps climb on what the program itself takes, ROUGE-2 counting more: it tries few pairs.
--cv also says (on stderr) what weights learned without an eighth of the articles are worth on it, and what those learned
without a whole collection are worth on that one, chosen by the program itself.  Needs numpy and scipy; everything is in a fixed order, so the same data give the same bytes.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order
import numpy as np  # noqa: E402
from scipy.optimize import minimize  # noqa: E402

driver, data = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(data))
import rouge  # noqa: E402
import textlib  # noqa: E402

header = pathlib.Path(__file__).resolve().parents[2] / "src/digest/summary.h"
FEATURES = re.findall(r"_\((\w+),\s+\"", header.read_text())
OVERLAPS = ["redundancy", "again", "beyond", "fresh", "faults"]
# What a feature may say: a weight of the other sign would be chance.
FOR = "EARLY SECOND TITLE CENTRAL FULL NUMBERS redundancy again beyond fresh faults".split()
AGAINST = "QUOTE BRACKETS LAST".split()
SHARE = 0.55  # an article counts for its collection's size to the minus this
FOLDS, FIRST, WORDS = 8, 25, 60  # parts; sentences of an article that are learned from; of a summary
FAULT = 2  # what a sentence's fault takes off the reward
LIKE, EVEN = 0.25, 6  # how much the likeness counts; the greater, the more even are the probabilities to be like
SQUARES, STEPS = 0.003, 300  # the penalty; the most of L-BFGS
CLIMB = 0.2, 0.1, 0.05, 0.1, 0.05  # shares of a weight
SCORES = 85  # how far the scores of pairs spread: APART of src/digest/summary.c is by this measure


class Article:
    def __init__(self, item, line):
        parts = [c.split("|", 4) for c in line.split("\x1f")[:-1]]
        numbers = [[int(v) for v in p[0].split()] for p in parts]
        leads, self.never, self.piece, self.hangs, self.passage, self.size = zip(*[n[:6] for n in numbers]) if parts else ((),) * 6
        self.first = leads.index(1) if 1 in leads else None
        self.needs = [[(n[k], set(n[k + 1 : k + 3]), n[k + 3]) for k in range(6, len(n), 4)] for n in numbers]
        self.x = np.array([[float(v) for v in p[1].split()] for p in parts]).reshape(len(parts), len(FEATURES))
        self.terms = [[tuple(map(int, t.split(","))) for t in p[2].split()] for p in parts]
        self.shared = [set(p[3].split()) for p in parts]
        self.words = [rouge.toks(p[4]) for p in parts]
        self.refs = [sum((rouge.toks(s) for s in (r if isinstance(r, list) else [r])), []) for r in item["refs"]]
        self.lead = self.score(sum((rouge.toks(s) for s in textlib.sentences(item["article"])[:3]), []))
        self.known = {}

    def score(self, words):
        return [sum(rouge.rouge_n(words, r, n) for r in self.refs) / len(self.refs) for n in (1, 2)]

    def of(self, chosen):
        if chosen not in self.known:
            self.known[chosen] = self.score(sum((self.words[k] for k in chosen), []))
        return self.known[chosen]

    def behind(self, i, chosen):
        return i - 1 in chosen and self.passage[i - 1] + 1 == self.passage[i]

    def may(self, i, chosen):
        """As may_take() of src/digest/summary.c, all the others being chosen."""
        return not self.never[i] and (not self.hangs[i] or self.behind(i, chosen))

    def leans(self, i, chosen):
        """As there."""
        said = {t for k in chosen if k < i for t, _ in self.terms[k]}
        behind = self.behind(i, chosen)
        return not all(of - 1 in chosen if of else behind and near or words & said for near, words, of in self.needs[i])

    def faults(self, chosen):
        """As faults_of() of src/digest/summary.c, of all but the lead."""
        return sum(self.piece[k] + self.leans(k, chosen[:at]) for at, k in enumerate(chosen) if k != self.first)

    def pairs(self):
        """The lead's number and the pairs that may stand beside it."""
        n = min(len(self.words), FIRST)
        lead = self.first if self.first is not None and self.first < n else None
        free = [i for i in range(n) if lead is not None and i != lead]
        ok = [(i, j) for i in free for j in free if i < j and self.may(i, [lead]) and self.may(j, [lead, i])]
        return lead, ok if len(self.words) > 3 and len(ok) > 1 else []

    def rewards(self, lead, i, j):
        out = np.zeros(len(i))
        n = min(len(self.words), FIRST)
        for ref in self.refs:
            for k in (1, 2):
                want = rouge.ngr(ref, k)
                have = [rouge.ngr(w, k) for w in self.words[:n]]
                m = np.array([[h[key] for key in want] for h in have]).reshape(n, len(want))
                size = np.array([len(w) for w in self.words[:n]])
                hits = np.minimum(m[lead] + m[i] + m[j], np.array(list(want.values()))).sum(1)
                out += 3 * hits / np.maximum(1, size[lead] + size[i] + size[j] + len(ref) - 2 * (k - 1))
        return 100 * out / len(self.refs)

    def overlaps(self, lead, i, j):
        """What src/digest/summary.c takes off and adds, in text order: the first after the lead, the second after both."""
        n = min(len(self.words), FIRST)
        ids = {t: k for k, t in enumerate(sorted({t for s in self.terms[:n] for t, _ in s}))}
        m = np.zeros((n, len(ids)))
        for k, s in enumerate(self.terms[:n]):
            for t, _ in s:
                m[k, ids[t]] += 1
        said, words = (m > 0).astype(float), np.maximum(1, m.sum(1))
        again_i = m @ said[lead]
        again_j = (m[j] * np.maximum(said[lead], said)[i]).sum(1)  # told by the lead and the first
        size = np.array(self.size[:n])
        beyond = np.maximum(0, size[lead] + size[i] + size[j] - WORDS) - np.maximum(0, size[lead] - WORDS)
        fresh = np.array([len((self.shared[a] | self.shared[b]) - self.shared[lead]) for a, b in zip(i, j)])
        return np.stack([-again_i[i] / words[i] - again_j / words[j], -(again_i[i] + again_j) / 10, -beyond / 50, fresh / 10], 1)

    def problem(self):
        lead, pairs = self.pairs()
        if not pairs:
            return None
        i, j = np.array(pairs).T
        faults = np.array([self.faults(sorted((lead, *p))) for p in pairs])
        return np.column_stack([self.x[i] + self.x[j], self.overlaps(lead, i, j), -faults]), self.rewards(lead, i, j) - FAULT * faults


class Set:
    def __init__(self, path):
        self.name = path.stem
        items = [json.loads(line) for line in open(path)]
        self.file = tempfile.NamedTemporaryFile("w", suffix=".in")
        for g in items:
            self.file.write((g.get("title") or "") + "\x1f" + g["article"].replace("\x1e", " ") + "\x1e")
        self.file.flush()
        self.run = subprocess.Popen([driver, "summary", self.file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.articles = [Article(g, self.run.stdout.readline().rstrip("\n")) for g in items]
        self.problems = [a.problem() for a in self.articles]

    def figure(self, weights, part):
        self.run.stdin.write(" ".join(f"{w:.4f}" for w in weights) + "\n")
        self.run.stdin.flush()
        chosen = [tuple(map(int, c.split())) for c in self.run.stdout.readline().split(";")[:-1]]
        return [(a.of(c), a.lead, a.faults(c)) for n, (a, c) in enumerate(zip(self.articles, chosen)) if part(n)]


def tell(name, got):
    n = len(got)
    r1, r2, l1, l2 = (100 * sum(g[s][k] for g in got) / n for s in (0, 1) for k in (0, 1))
    better, worse = sum(g[0] > l[0] + 1e-9 for g, l, _ in got), sum(g[0] < l[0] - 1e-9 for g, l, _ in got)
    return f"{name} R1 {r1:.2f} R2 {r2:.2f} (lead {l1:.2f} {l2:.2f}) better/worse {better}/{worse}"


def learn(sets, part):
    rows = [(p, len(s.problems) ** -SHARE) for s in sets for n, p in enumerate(s.problems) if p is not None and part(n)]
    x = np.vstack([p[0] for p, _ in rows])
    y = np.concatenate([p[1] for p, _ in rows])
    spread = x.std(0) + 1e-6
    z = (x - x.mean(0)) / spread
    sizes = np.array([len(p[1]) for p, _ in rows])
    starts = np.cumsum(sizes) - sizes
    of = np.repeat(np.arange(len(sizes)), sizes)
    share = np.array([w for _, w in rows])[of] / sum(w for _, w in rows)
    like = np.exp((y - np.maximum.reduceat(y, starts)[of]) / EVEN)
    like /= np.add.reduceat(like, starts)[of]

    def lost(w):
        s = z @ w
        s -= np.maximum.reduceat(s, starts)[of]
        total = np.add.reduceat(np.exp(s), starts)[of]
        p = np.exp(s) / total
        expected = np.add.reduceat(p * y, starts)[of]
        value = (share * (p * y + LIKE * like * (s - np.log(total)))).sum()
        return SQUARES * (w @ w) - value, 2 * SQUARES * w - (share * (p * (y - expected) + LIKE * (like - p))) @ z

    bounds = [(0 if f in FOR else None, 0 if f in AGAINST else None) for f in FEATURES + OVERLAPS]
    w = minimize(lost, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}).x
    return [round(v, 2) + 0.0 for v in (SCORES / (z @ w).std() * w / spread).tolist()]


def worth(sets, w):
    got = [s.figure(w, lambda n: True) for s in sets]
    return sum(len(g) ** -SHARE * sum(150 * r[0] + 250 * r[1] - FAULT * faults for r, _, faults in g) for g in got)


def climb(sets, w):
    top = worth(sets, w)
    for step in CLIMB:
        for k, v in enumerate(w):
            for next in ([*w[:k], round(v * (1 + by), 2), *w[k + 1 :]] for by in (step, -step)):
                got = worth(sets, next)
                if got > top:
                    top, w = got, next
                    break
    return w


sets = [Set(p) for p in sorted(data.glob("*.jsonl"))]
if "--cv" in sys.argv:
    out = {s.name: [] for s in sets}
    for fold in range(FOLDS):
        w = learn(sets, lambda n: n % FOLDS != fold)
        for s in sets:
            out[s.name] += s.figure(w, lambda n: n % FOLDS == fold)
    for s in sets:
        print("held out:", tell(s.name, out[s.name]), file=sys.stderr)
    for s in sets:
        w = learn([t for t in sets if t is not s], lambda n: True)
        print("left out:", tell(s.name, s.figure(w, lambda n: True)), file=sys.stderr)
w = climb(sets, learn(sets, lambda n: True))
for s in sets:
    print("all:", tell(s.name, s.figure(w, lambda n: True)), file=sys.stderr)
print("/* Written by tests/tools/learn-summary.py; do not edit. */")
print("static const struct weights learned = {\n\t.feature = {")
for name, value in zip(FEATURES, w):
    print(f"\t\t[FEATURE_{name}] = {value:g},")
print("\t},")
for name, value in zip(OVERLAPS, w[len(FEATURES):]):
    print(f"\t.{name} = {value:g},")
print("};")
