#!/usr/bin/env python3
"""The reader on a pty: start to first frame, key to frame.  usage: reader.py LIBRARY ROUNDS

Medians; the sizes take turns, so a noisy machine disturbs all alike."""
import os, re, statistics, subprocess, sys

SIZES = ("80x24", "120x40", "200x50")
library, rounds = sys.argv[1], int(sys.argv[2])
first, keys = ({s: [] for s in SIZES} for _ in range(2))


def ask(proc, command):
    if command:
        proc.stdin.write(command + "\n")
        proc.stdin.flush()
    return [line.rstrip("\n") for line in iter(proc.stdout.readline, ".\n")]


for _ in range(rounds):
    for size in SIZES:
        proc = subprocess.Popen([os.environ["SCREEN"], size, os.environ["NUTGRAF"], "--library", library, "read"],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ask(proc, "")
        first[size].append(float(ask(proc, "started")[0]) / 1e3)
        for key in "jjkjjkjj" + "\r" + "c" + "jjjjkjjjj":
            figures = dict(re.findall(r"(\w+) (-?\d+)", ask(proc, "keys " + key.replace("\r", "<Enter>"))[0]))
            keys[size].append(float(figures["us"]) / 1e3)
        proc.stdin.close()
        proc.wait()
print(f"{'':10}{'first frame ms':>16}{'key to frame ms':>18}{'p95':>8}")
for size in SIZES:
    print(f"{size:10}{statistics.median(first[size]):16.1f}{statistics.median(keys[size]):18.2f}{statistics.quantiles(keys[size], n=20)[-1]:8.2f}")
