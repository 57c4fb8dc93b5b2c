#!/usr/bin/env python3
"""cover: which lines of the program the tests of a --coverage build ran, worst files first, and functions never run.

usage: cover.py BUILD        a line ran if the program ran it or a unit test, whose objects lie in BUILD/tiny

What only the sandboxed child runs seems not to run: it can write no counts.
"""
import json
import pathlib
import subprocess
import sys

lines, functions = {}, {}
for data in pathlib.Path(sys.argv[1]).glob("**/src/**/*.gcda"):
    for report in subprocess.run(["gcov", "-j", "-t", data], capture_output=True, text=True).stdout.splitlines():
        for part in json.loads(report)["files"]:
            if not part["file"].startswith("src/") or "/tables/" in part["file"]:
                continue
            for line in part["lines"]:
                ran = lines.setdefault(part["file"], {})
                ran[line["line_number"]] = ran.get(line["line_number"], 0) + line["count"]
            for f in part["functions"]:
                key = part["file"], f["name"]
                functions[key] = functions.get(key, 0) + f["execution_count"]
shares = sorted((sum(map(bool, ran.values())) / len(ran), name, len(ran)) for name, ran in lines.items())
for share, name, n in shares:
    print(f"{share:7.1%} of {n:4} {name}: {' '.join(f for (file, f), n in sorted(functions.items()) if file == name and n == 0)}".rstrip(": "))
print(f"{sum(s * n for s, _, n in shares) / sum(n for _, _, n in shares):7.1%} of {sum(n for _, _, n in shares)} lines")
