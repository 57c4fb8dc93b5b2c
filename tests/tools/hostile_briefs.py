#!/usr/bin/env python3
"""hostile_briefs: briefs of very many small things are printed and checked in little time.

usage: hostile_briefs.py PROGRAM SECONDS        CPU seconds that one run may take
"""
import resource
import subprocess
import sys
import tempfile

MANY = {  # name: before, a thing (its number for %d), after; how often
    "tags": ("tags:\n", "  - a%d\n", "summary: [x]\n", 100000),
    "authors": ("summary: [x]\nsource:\n  author:\n", "    - a%d\n", "", 100000),
    "people": ("summary: [x]\nentities:\n  people:\n", "    - a%d\n", "", 100000),
    "notes": ("summary: [x]\nnotes:\n", "  - text: a%d\n", "", 60000),
    "related": ("summary: [x]\nrelated:\n", "  - title: a%d\n", "", 60000),
    "sentences": ("summary:\n", "  - text: a%d\n", "", 60000),
    "events": ("timeline:\n", '  - date: "2019-01-01"\n    text: a%d\n    para: 1%d\n', "body: |\n" + "  x\n\n" * 150000, 30000),
    "pronouns": ("timeline:\n", '  - date: "2019-01-01"\n    text: He left %d\n    para: 1%d\n', "body: |\n" + "  x\n\n" * 150000, 30000),
    "paragraphs": ("body: |\n", "  [a](https://a.example/%d)\n\n", "", 60000),
}
WAYS = ("show --text --width 40", "show --text --width 200", "show --md", "show --html", "show --man", "show --json",
        "timeline --csv", "check")
program, seconds = sys.argv[1], int(sys.argv[2])
bad = []
with tempfile.TemporaryDirectory() as folder:
    for name, (before, thing, after, times) in MANY.items():
        path = f"{folder}/{name}.yaml"
        with open(path, "w") as f:
            f.write("format: 1\ntitle: T\n" + before + "".join(thing.replace("%d", str(i)) for i in range(times)) + after)
        for way in WAYS:
            run = subprocess.run([program, *way.split(), path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)))
            if run.returncode < 0 or run.returncode > 1:
                bad.append(f"{name}: {way}: status {run.returncode}")
print(*bad, sep="\n", end="\n" if bad else "")
print(f"{len(MANY) * len(WAYS) - len(bad)} passed, {len(bad)} failed")
sys.exit(bool(bad))
