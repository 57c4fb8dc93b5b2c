#!/usr/bin/env python3
"""mklibrary.py COUNT FOLDER [SEED] -- a library of COUNT generated briefs, the same bytes for the same seed.

Sizes are log-normal with a median of 2.5 KB; sentences come from tests/articles with names, places and
numbers exchanged, so the vocabulary is real and grows; links go to briefs made before."""
import math
import pathlib
import random
import re
import sys

count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
here = pathlib.Path(__file__).parent.parent / "articles"
text = " ".join(re.sub(r"^---.*?^---", "", p.read_text(), flags=re.S | re.M) for p in sorted(here.iterdir()))
sentences = [s for s in (" ".join(s.split()) for s in re.split(r"(?<=[a-z]{2}[.])\s+(?=[A-Z])", text)) if 40 < len(s) < 300 and ": " not in s and " #" not in s and re.match(r"[A-Z]", s)]
words = sorted({w for w in re.findall(r"\b[a-z]{5,}\b", text)})
syllables = "ba be bo da de di ka ke ko la le li lo ma me mi mo na ne no ra re ri ro sa se si so ta te ti to va ve vi za zo".split()
name = lambda: "".join(dice.choice(syllables) for _ in range(dice.randint(2, 3))).capitalize()
people = [f"{name()} {name()}" for _ in range(max(20, count // 20))]
places = [name() for _ in range(max(10, count // 50))]
folder.mkdir(parents=True, exist_ok=True)
made = []
for i in range(count):
    size = min(200000, max(300, int(math.exp(dice.gauss(math.log(2500), 0.8)))))
    who, where = dice.sample(people, 3), dice.choice(places)
    y, m, d = dice.randint(2005, 2024), dice.randint(1, 12), dice.randint(1, 28)
    title = f"{dice.choice(words).capitalize()} {dice.choice(words)} of {where} {dice.choice(words)} {who[0].split()[1]}"
    ident = f"{y}-{m:02d}-{d:02d}-" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80] + f"-{i}"
    paras, total = [], 0
    while total < size:
        p = " ".join(dice.choice(sentences) for _ in range(dice.randint(2, 5)))
        p += f" {dice.choice(who)} met {dice.choice(who)} in {where} and spoke about {dice.choice(words)} and {dice.choice(words)}."
        paras.append(p)
        total += len(p)
    lead = f"{who[0]} told reporters in {where} that {dice.choice(words)} will follow {dice.choice(words)}."
    paras.insert(0, lead)
    links = "".join(f"  - title: {t}\n" for t in dice.sample(made, min(len(made), 2)))
    made.append(title)
    out = ["# yaml-language-server: $schema=./brief-1.schema.json\nformat: 1\n", f"id: {ident}\ntitle: {title}\n\nsource:\n  name: {where} Gazette\n  published: \"{y}-{m:02d}-{d:02d}\"\n  language: en\n\n",
           f"summary:\n  - text: {lead}\n    para: 1\n\ntimeline:\n  - date: \"{y}-{m:02d}\"\n    text: {lead}\n    para: 1\n\n",
           "entities:\n  people:\n" + "".join(f"    - {w}\n" for w in who) + f"  places:\n    - {where}\n\n"]
    if links:
        out.append("related:\n" + links + "\n")
    out.append("body: |\n" + "\n".join(f"  {p}\n" for p in paras))
    (folder / f"{ident}.yaml").write_text("".join(out).rstrip("\n") + "\n")
