#!/usr/bin/env python3
"""feeds: every feed of a folder gives the items that its .want file says.

usage: feeds.py PROGRAM FOLDER

NAME.want holds an item per paragraph, a field a line (title, url, published, updated, author, keywords, name, via,
language, rights, dek, body), of which only those named are compared; "none" is an empty one, "\\n" a line end.
A first paragraph "warning: ID" wants that message, "error: ID" wants it and no item; without it no message is wanted.
"""
import json
import pathlib
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
good, bad = 0, []


def field(brief, key):
    source = brief.get("source", {})
    if key in ("title", "dek"):
        return brief.get(key, "none")
    if key == "body":
        return brief["body"].strip().replace("\n", "\\n")
    if key == "keywords":
        return "; ".join(brief.get("topics", [])) or "none"
    value = source.get(key, "none")
    return "; ".join(value) if isinstance(value, list) else value


for want in sorted(folder.glob("*.want")):
    feed = next(p for p in sorted(folder.glob(want.stem + ".*")) if p != want)
    run = subprocess.run([program, "convert", "--json", str(feed)], capture_output=True, text=True)
    got = [json.loads(line) for line in run.stdout.splitlines()]
    blocks = [b.splitlines() for b in want.read_text().strip().split("\n\n")]
    said = {line.rsplit("[", 1)[1].rstrip("]") for line in run.stderr.splitlines() if line.endswith("]") and ": note:" not in line}
    wanted = {line.split(": ")[1] for line in blocks[0] if line.split(":")[0] in ("warning", "error")}
    blocks = blocks[1:] if wanted else blocks
    wrong = [] if said == wanted else [f"messages {sorted(said)}, wanted {sorted(wanted)}"]
    if len(got) != len(blocks):
        wrong.append(f"{len(got)} items, wanted {len(blocks)}")
    for n, (brief, block) in enumerate(zip(got, blocks), 1):
        for line in block:
            key, value = line.split(": ", 1)
            if field(brief, key) != value:
                wrong.append(f"item {n}: {key}: {field(brief, key)!r}, wanted {value!r}")
    good, bad = good + (not wrong), bad + [f"{feed}: {w}" for w in wrong]
print("\n".join(bad + [f"{good} passed, {len({b.split(':')[0] for b in bad})} failed"]))
sys.exit(bool(bad))
