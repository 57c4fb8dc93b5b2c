#!/usr/bin/env python3
"""contrast: every text role of every theme against the backgrounds the theme is made for.

usage: contrast.py THEME.yaml...

WCAG 2.2 contrast (relative luminance of sRGB): at least 4.5 for text, 7 for the
theme high-contrast, 2 for rules, which are no text.  A role with a background of its own is
measured on that.  Colours of the terminal (auto, mono) are nobody's to measure.
"""
import pathlib
import sys

import yaml

NO_TEXT = {"rule": 2.0}
ATTRS = {"bold", "italic", "underline", "reverse", "dim"}


def luminance(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def load(path):
    theme = yaml.safe_load(path.read_text())
    if "inherits" in theme:
        parent = load(path.with_name(theme["inherits"] + ".yaml"))
        for key in ("palette", "styles"):
            theme[key] = {**parent.get(key, {}), **theme.get(key, {})}
    return theme


def look(words, palette):
    colours, ground = {"fg": None, "bg": None}, "fg"
    for word in str(words).split():
        if word == "on":
            ground = "bg"
        elif word not in ATTRS:
            colours[ground] = palette.get(word, word)
    return colours["fg"], colours["bg"]


bad, measured, lowest = [], 0, (99, "")
for path in map(pathlib.Path, sys.argv[1:]):
    theme = load(path)
    least = 7.0 if path.stem == "high-contrast" else 4.5
    for role, words in theme["styles"].items():
        fg, bg = look(words, theme["palette"])
        for ground in [bg] if bg else theme.get("backgrounds", []):
            if not (fg and fg.startswith("#") and ground.startswith("#")):
                continue
            ratio = contrast(fg, ground)
            measured += 1
            lowest = min(lowest, (ratio if role not in NO_TEXT else 99, f"{path.stem} {role}"))
            if ratio < NO_TEXT.get(role, least):
                bad.append(f"{path}: {role}: {fg} on {ground}: {ratio:.2f}")
print(f"contrast: {measured} pairs, lowest of a text {lowest[0]:.2f} ({lowest[1]})")
print("\n".join(bad) or "contrast: good")
sys.exit(bool(bad))
