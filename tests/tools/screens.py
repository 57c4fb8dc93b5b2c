#!/usr/bin/env python3
"""screens.py -- the reader on a real pty, seen through a terminal (tests/screen/screen.c).

Runs over the sample library and a small generated one.  Environment: NUTGRAF, SCREEN.
Nothing here waits for time: every answer comes when the program says that a frame is out."""
import os
import pathlib
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata

import yaml

SIZES = ["20x5", "60x24", "80x24", "120x40", "200x50"]
top = pathlib.Path(__file__).resolve().parents[2]
good = bad = 0


def check(name, ok, why=""):
    global good, bad
    good, bad = good + bool(ok), bad + (not ok)
    if not ok:
        print(f"FAIL {name}: {why}")
    return ok


class Screen:
    def __init__(self, size, folder, *args, term="xterm-256color", theme="mono", **env):
        env.setdefault("XDG_STATE_HOME", tempfile.mkdtemp(dir=tmp))  # a new reader, who has read nothing
        self.proc = subprocess.Popen(
            [os.environ["SCREEN"] + "/screen", size, os.environ["NUTGRAF"], "--library", str(folder), "read", "--theme", theme, *args],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="replace",
            env={**os.environ, "SCREEN_TERM": term, "NUTGRAF_NOW": "2026-01-02T03:04:05Z", "LC_ALL": "C.UTF-8", **env})
        self.answer()
        if term != "dumb" and self.ask("state")[:1] != ["running"]:
            raise SystemExit(f"the reader does not run: {self.text()}")

    def answer(self):
        lines = []
        while (line := self.proc.stdout.readline()) and line != ".\n":
            lines.append(line.rstrip("\n"))
        return lines

    def ask(self, command):
        self.proc.stdin.write(command + "\n")
        self.proc.stdin.flush()
        return self.answer()

    def keys(self, keys, how="keys"):
        return {k: int(v) for k, v in re.findall(r"(\w+) (-?\d+)", (self.ask(f"{how} {keys}") or [""])[0])}

    def text(self):
        return self.ask("text")

    def seen(self):
        """All that a person sees but the line of hints and messages."""
        rows, styles = self.text(), self.ask("styles")
        return rows[:-1], styles[:len(rows) - 1]

    def lit(self, look):
        """The glyphs that look so, without blanks."""
        rows, answer = self.text(), self.ask("styles")
        styles = answer[:len(rows)]
        letters = {l[0] for l in answer[len(rows):] if l[4:] == look}
        out = []
        for row, style in zip(rows, styles):
            x = 0
            for glyph in row:
                wide = unicodedata.east_asian_width(glyph) in "WF"
                if x < len(style) and style[x] in letters and glyph != " ":
                    out.append(glyph)
                x += 0 if unicodedata.combining(glyph) else 2 if wide else 1
        return "".join(out)

    def bar(self):
        """The row the cursor stands on in the text, and its number."""
        return next(((y, r.split("▎", 1)[1]) for y, r in enumerate(self.text()) if "▎" in r), (None, ""))

    def end(self):
        self.proc.stdin.close()
        self.proc.wait()


def squeeze(s):
    return re.sub(r"\s+", "", s)


def back_to_the_line(folder, size):
    s = Screen(size, folder)
    for way in ("<Enter>", "r", "jj"):
        s.keys(way)
    before = s.seen()
    s.keys("<Enter>")
    jumped = s.seen()
    s.keys("<BS>" if before != jumped else "<C-l>")
    check(f"{size}: Backspace restores the screen", s.seen() == before, "\n".join(s.text()))
    s.keys("c")
    for _ in range(3):
        s.keys("jjj<C-d>")
    before = s.seen()
    s.keys("r")
    s.keys("g")
    s.keys("<Enter>")
    s.keys("qqqqq")
    s.end()


def every_sentence(folder, size):
    for path in sorted(pathlib.Path(folder).glob("*.yaml")):
        brief = yaml.safe_load(path.read_text())
        s = Screen(size, folder, brief.get("id", path.stem))
        for key, name in (("s", "summary"), ("t", "timeline")):
            for n, entry in enumerate(brief.get(name) or []):
                if not isinstance(entry, dict) or not entry.get("para"):
                    continue
                s.keys(f"{key}{key}" if n == 0 else key)
                s.keys("j" if n else "<C-l>")
                rows = s.text()
                wanted = None
                s.keys("<Enter>")
                lit = s.lit("- on - bold underline")
                texts = [squeeze(e["text"]) for e in brief.get(name) if isinstance(e, dict)]
                texts += [squeeze(e["text"]) for e in brief.get("summary") or [] if isinstance(e, dict)]
                check(f"{path.name} {size}: {name} {n} is highlighted", lit and lit in texts, f"{lit!r} {wanted} {rows[-2]}")
                s.keys("q")
        s.end()


def first_row_is_dated(folder, size):
    """Wherever a timeline is scrolled to, its first row on the screen says its day."""
    s = Screen(size, folder, "pact")
    s.keys("Tt")
    for n in range(60):
        s.keys("jj")
        row = s.text()[0]
        check(f"{size}: the first row has a date ({n})", not re.match(r"\s{16,}[●○│]", row) and not re.match(r"\s*–", row), row)
    s.end()


def letters_spare_words(folder):
    """The letters of things to open take the place of signs and blanks, never of a letter."""
    for path in sorted(pathlib.Path(folder).glob("*.yaml"))[:8]:
        s = Screen("80x24", folder, path.stem)
        before = s.text()[:-2]
        s.keys("f")
        hit = [(a, b) for old, new in zip(before, s.text()) for a, b in zip(old, new) if a != b and a.isalnum()]
        check(f"{path.stem}: letters spare words", not hit, hit)
        s.end()


def search_marks(folder):
    s = Screen("80x150", folder)
    s.keys("<Enter>c")
    word = re.findall(r"\b[a-z]{5,9}\b", "\n".join(s.text()[4:-3]))[0]
    s.keys(f"/{word.upper()}<Enter>")
    rows = "\n".join(s.text()[:-2]).lower()
    marked = s.lit("- on - reverse") + s.lit("- on - bold underline reverse")
    check("search marks every hit", len(marked) >= rows.count(word) * len(word) > 0 and squeeze(marked.lower()).replace(word, "") == "",
          f"{word} {rows.count(word)} {marked}")
    s.end()


def a_search_that_is_over_marks_nothing(folder):
    s = Screen("80x24", folder)
    s.keys("/treaty<Enter><Enter>")
    check("a hit is opened with its marks", "n next hit" in s.text()[-1], s.text()[-1])
    s.keys("qq<Enter>")
    check("a search that is over marks nothing", "n next hit" not in s.text()[-1], s.text()[-1])
    s.end()


def resize_keeps_the_line(folder):
    s = Screen("100x30", folder)
    s.keys("<Enter>c")
    s.keys("jjjjjjjjj")
    _, line = s.bar()
    words = squeeze(line)[:12]
    for cols, rows in ((60, 30), (30, 12), (160, 40), (100, 30)):
        s.ask(f"resize {cols} {rows}")
        y, _ = s.bar()
        here = squeeze("".join(re.sub(r"^.*▎|^\s*\d+\s", "", r)[-82:] for r in s.text()[y:y + 2])) if y is not None else ""
        check(f"resize to {cols} keeps the line", words[:5] in here, f"{words!r} not in {here!r}")
    check("resize back is the same line", squeeze(s.bar()[1]) == squeeze(line))
    s.end()


def clean(s, name, status):
    state = s.ask("state")
    check(f"{name} leaves a clean terminal", state == [status], state)


def signals(folder):
    for name, status in (("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)):
        s = Screen("80x24", folder)
        s.keys("<Enter>")
        s.ask(f"signal {name}")
        clean(s, f"SIG{name}", f"exit {status}")
        s.end()
    for how in ("signal TSTP", "keys <C-z>"):
        s = Screen("80x24", folder)
        s.keys("<Enter>r")
        before = s.seen()
        s.ask(how)
        clean(s, how, "stopped")
        s.ask("signal CONT")
        check(f"{how}: the screen comes back", s.seen() == before, s.text())
        s.ask("signal TERM")
        clean(s, f"TERM after {how}", "exit 143")
        s.end()
    s = Screen("120x40", folder)
    s.keys("<Enter>")
    for n in range(12):  # while it lays out and paints
        s.ask(f"stop {n * 200} {500 if n % 2 else 80} {200 if n % 2 else 24}")
        if not check("a stop in the middle of a frame is obeyed", s.ask("state") == ["stopped"], s.ask("state")):
            break
        s.ask("signal CONT")
    s.ask("signal TERM")
    clean(s, "TERM after many stops", "exit 143")
    s.end()
    for keys, status in (("q", 0), ("<Enter>Q", 0), ("<C-c>", 130)):
        s = Screen("80x24", folder)
        s.keys(keys)
        clean(s, keys, f"exit {status}")
        s.end()
    s = Screen("80x24", folder)
    s.ask("close")
    check("a closed pty ends the program", s.ask("state")[0] == "exit 129", s.ask("state"))
    s.end()


def long_brief(folder):
    """Summary, timeline and related beside a text of many screens."""
    folder.mkdir()
    words = "The ministers met in Osaka and agreed on a plan for orbit, cables and ports".split()
    paras = [" ".join(words[(i * k + k) % len(words)] for k in range(60)) + "." for i in range(80)]
    (folder / "long.yaml").write_text(
        "format: 1\nid: long\ntitle: A long one\nsummary:\n" + "".join(f"  - text: {p}\n    para: {n + 1}\n" for n, p in enumerate(paras[:4]))
        + "timeline:\n" + "".join(f'  - date: "2019-0{n}-01"\n    text: {paras[n]}\n    para: {n + 1}\n    kind: past\n    basis: stated\n' for n in range(1, 6))
        + "related:\n  - title: Another\nbody: |\n" + "".join(f"  {p}\n\n" for p in paras))
    (folder / "short.yaml").write_text(f"format: 1\nid: short\ntitle: Little beside it\nsummary:\n  - text: {paras[3][:90]}\nbody: |\n"
                                       + "".join(f"  {p}\n\n" for p in paras))
    return folder


def figures(folder):
    """Side by side, one part of the screen is moved by a terminal that knows margins; others are painted anew."""
    for name, size, most, env in (("long", "80x24", 350, {}), ("long", "100x30", 350, {}), ("long", "120x40", 350, {}), ("long", "200x50", 350, {}),
                                  ("short", "120x40", 350, {}), ("long", "120x40", None, {"SCREEN_ANSWERS": "no"})):
        s = Screen(size, folder, name, **env)
        s.keys("c" + "<C-d>" * 3)
        one = [s.keys("j") for _ in range(60)][20:]
        many = s.keys("k" * 25 + "j" * 25)
        scroll, us = (statistics.median(k[what] for k in one) for what in ("bytes", "us"))
        check(f"{size}: one write a frame", all(k["writes"] == 1 for k in one), one)
        check(f"{size}: 50 keys make one frame", many["frames"] == 1 and many["writes"] <= 1, many)
        check(f"{size}: a scrolled line is at most {most} bytes", scroll > 60 and (most is None or scroll <= most), scroll)
        print(f"{name} {size}: a scrolled line {scroll:.0f} bytes, key to frame {us / 1000:.2f} ms")
        s.end()


def asked_once(folder):
    """Only who may know margins is asked for them, when the text first moves; nothing of it is left when one quits at once."""
    for term, asks in (("xterm-256color", 1), ("linux", 0), ("vt220", 0), ("screen-256color", 0), ("tmux-256color", 0)):
        s = Screen("120x40", folder, "long", term=term)
        s.keys("c")
        start = bytes.fromhex("".join(s.ask("raw")))
        check(f"{term} is not asked at the start", b"\033[?69" not in start, start[:200])
        for key in ("<C-d>", "<C-d>", "q", "q"):
            s.keys(key)
        clean(s, f"q in {term}", "exit 0")
        raw = bytes.fromhex("".join(s.ask("raw")))
        check(f"{term} is asked {asks} times", raw.count(b"\033[?69$p") == asks, raw[:200])
        check(f"{term}: margins are set only when known", (b"\033[?69h" in raw) == bool(asks), raw[-200:])
        s.end()


def answers_of_any_kind(folder):
    """Late, in pieces, a no, none: never a key, and used only when it says so in time."""
    yes, no, well = "<Esc>[?69;2$y", "<Esc>[?69;0$y", "<Esc>[0n"
    for name, sent, moves in (("late", (yes, well), True), ("in pieces", ("<Esc>", "[?6", "9;2", "$y", well), True), ("set", ("<Esc>[?69;1$y",), True),
                              ("no", (no, well, yes), False), ("none", (well, yes), False), ("for ever", ("<Esc>[?69;3$y", yes), False), ("silence", (), False)):
        s = Screen("120x40", folder, "long", SCREEN_ANSWERS="no")
        for key in ("c", "<C-d>", "<C-d>"):
            s.keys(key)
        before = s.seen()
        for piece in sent:
            s.ask(f"send {piece}")
        s.keys("<C-l>")
        check(f"an answer is no key: {name}", s.seen() == before, s.text())
        s.keys("j" * 30)
        s.keys("j")
        cost = s.keys("j")["bytes"]
        check(f"margins after an answer: {name}", (cost < 350) == moves, cost)
        s.keys("Q")
        clean(s, f"Q after an answer: {name}", "exit 0")
        s.end()
    for keys in ("Q" + yes + well, "Q" + yes[:8], "Q"):
        s = Screen("120x40", folder, "long", SCREEN_ANSWERS="no")
        s.keys("c")
        s.keys("<C-d>")
        s.keys(keys)
        clean(s, f"an answer after the end: {keys}", "exit 0")
        s.end()
    s = Screen("80x24", folder)
    s.keys("Qls")
    check("what is typed ahead is left to the shell", s.ask("state") == ["exit 0", "keys left"], s.ask("state"))
    s.end()


def wide_brief(folder):
    """Wide glyphs at every column, links, and a summary that is longer than the screen."""
    words = "协议 port orbit 会议 cable treaty 👩‍🚀 naïve é́ [link](https://example.org/a) 大臣 in".split()
    paras = [" ".join(words[(i * k + i + k * k) % len(words)] for k in range(9 + i * 7 % 60)) + "." for i in range(1, 60)]
    plain = [re.sub(r"\[(\w+)\]\(\S+?\)", r"\1", p) for p in paras]
    (folder / "wide.yaml").write_text(
        "format: 1\nid: wide\ntitle: 協議 and more\nsummary:\n" + "".join(f"  - text: {plain[n]}\n    para: {n + 1}\n" for n in range(0, 40, 3))
        + "related:\n  - title: Another\n  - title: A long one\nbody: |\n" + "".join(f"  {p}\n\n" for p in paras))


def moved_is_painted(folder, seed, steps, theme):
    """Whatever was scrolled, moved or marked: the screen is the one that is painted from nothing."""
    rnd = random.Random(seed)
    moves = ["j", "k"] * 9 + ["jjj", "kk", "<Space>", "b", "<C-d>", "<C-u>", "g", "G", "<Tab>", "<S-Tab>", "]", "[", "<Enter>", "q", "s", "c", "t",
             "r", "n", "N", "/port<Enter>", "/议<Enter>", "f<Esc>", "?", "<Esc>", "z", "F", "J", "K", "+", "-", "=", "L", "*", "v", "m"]
    sizes = ["120 40", "200 50", "150 33", "101 20", "90 24"]
    s, done, size = None, [], ""
    for _ in range(steps):
        if s is None:
            s, done, size = Screen("120x40", folder, theme=theme, BROWSER="true"), ["<Enter>c"], "120 40"
            s.keys(*done)
        for _ in range(rnd.randrange(1, 12)):
            if rnd.random() < .03:
                size = rnd.choice([other for other in sizes if other != size])
                done.append(f"resize {size}")
                s.ask(done[-1])
            else:
                done.append(rnd.choice(moves))
                s.keys(done[-1])
        if s.ask("state")[0] != "running":
            s.end()
            s = None
            continue
        moved = s.text() + s.ask("styles")
        s.ask("signal TSTP")
        s.ask("signal CONT")
        painted = s.text() + s.ask("styles")
        if not check(f"seed {seed}, {theme}: what was moved is what is painted", moved == painted,
                     "\n".join([str(done), *(f"{y}: {a!r} {b!r}" for y, (a, b) in enumerate(zip(moved, painted)) if a != b)])):
            break
    if s:
        s.end()


def titles(rows, marked):
    """Of the rows of a list the starts of the titles with one of the marks."""
    return [r[3:] for r in rows if any(m in r[:2] for m in marked)]


def line_here(s):
    """The line of the text one is on: beside the bar, or in a narrow window the one that is lit."""
    return squeeze(s.bar()[1]) or s.lit("- on - bold")


def reading_goes_on(folder, size, where):
    """Marks, the list's cursor and the line one read come back, also after a kill, at another width too."""
    first = Screen(size, folder, XDG_STATE_HOME=where)
    n = len(titles(first.text(), "●"))
    first.keys("j*j")
    check(f"{size}: a star", len(titles(first.text(), "★")) == 1, first.text())
    first.keys("<Enter>c")
    first.keys("jjjj<C-d>")
    here = line_here(first)
    first.keys("q")
    check(f"{size}: what was opened is read", len(titles(first.text(), "●★")) in (n - 1, n), first.text())
    listed = first.text()[:-2]
    first.keys("l")
    check(f"{size}: opened where it was left", line_here(first) == here, first.text())
    first.ask("signal KILL")
    first.end()
    again = Screen(size, folder, XDG_STATE_HOME=where)
    check(f"{size}: marks and cursor survive a kill", again.text()[:-2] == listed, again.text())
    again.keys("L")
    check(f"{size}: L reads on", line_here(again) == here, again.text())
    again.end()
    other = Screen("90x30", folder, XDG_STATE_HOME=where)
    other.keys("L")
    y, line = other.bar()
    words = squeeze(line + other.text()[y + 1])
    check(f"{size}: the place is found at 90 columns", here[:9] and here[:9] in words, f"{words} {here}")
    other.keys("qm")
    check("m: still to be read", "still to be read" in other.text()[-1], other.text()[-1])
    other.keys("UUU")
    check("U takes back to the beginning", not titles(other.text(), "★") and "nothing" in other.text()[-1], other.text())
    other.end()


def says_what_is_not_there(folder, size):
    """A list that was chosen and is empty says why; a title has the room that the steps before it leave."""
    s = Screen(size, folder)
    s.keys("vjj<Enter>")
    check(f"{size}: no star yet", "no brief has a star" in s.text()[0], s.text())
    s.keys("q/")
    check(f"{size}: what a search may hold", 'words "phrase" who: place:' in s.text()[-1], s.text()[-1])
    s.keys("<Esc>")
    s.keys("<Enter>")
    bar = s.text()[-2]
    check(f"{size}: the title fills its bar", "…" not in bar or re.search(r"…  \S", bar), bar)
    s.end()


def a_pause_keeps_the_place(folder, where):
    """Who is killed while reading, without leaving the brief, is found there again: the place is written in a pause."""
    first = Screen("80x24", folder, XDG_STATE_HOME=where)
    first.keys("<Enter>c")
    first.keys("jjjj<C-d>")
    here, until = line_here(first), time.monotonic() + 2.5
    state = sqlite3.connect(where / "nutgraf/state.db")
    kept = lambda: state.execute("SELECT count(*) FROM brief WHERE pane = 'body'").fetchone()[0]
    while not kept() and time.monotonic() < until:
        first.ask("state")
    check("the place is kept while one reads", kept())
    first.ask("signal KILL")
    first.end()
    again = Screen("80x24", folder, XDG_STATE_HOME=where)
    again.keys("L")
    check("after a kill L reads on", line_here(again) == here, again.text())
    again.end()


def lists_and_commands(folder, size, tmp):
    s = Screen(size, folder, XDG_STATE_HOME=f"{tmp}/lists{size}", PAGER=f"tee {tmp}/paged", SHELL="/bin/sh")
    s.keys("*vjj<Enter>")
    check(f"{size}: the starred ones", len(titles(s.text(), "★")) == 1 == len(titles(s.text(), "●★")), s.text())
    check(f"{size}: the list says what it is", s.text()[-2 if size != "20x5" else -1].strip().startswith("Starred"), s.text())
    s.keys("q/the<Enter>")
    s.keys("Smine<Enter>")
    s.keys("qvG<Enter>")
    check(f"{size}: a saved search", s.text()[-2 if size != "20x5" else -1].strip().startswith("mine:"), s.text())
    s.keys("q")
    before = s.text()
    s.keys(f"|wc -l >{tmp}/piped<Enter><Enter>")
    check(f"{size}: piped, and back", int(pathlib.Path(f"{tmp}/piped").read_text()) > 10 and s.text() == before, s.text())
    s.keys("p")
    check(f"{size}: the pager shows what show prints", "Summary" in pathlib.Path(f"{tmp}/paged").read_text() and s.text() == before, s.text())
    s.keys("|false<Enter><Enter>")
    check(f"{size}: a command that fails", "ended with" in s.text()[-1], s.text()[-1])
    s.end()
    told = subprocess.run([os.environ["NUTGRAF"], "--library", str(folder), "list", "--saved", "--json"], capture_output=True,
                          text=True, env={**os.environ, "XDG_STATE_HOME": f"{tmp}/lists{size}"})
    check(f"{size}: list --saved", told.stdout == '{"name":"mine","query":"the"}\n', told)


def edited_and_taken_back(folder, tmp):
    """What an editor, rm and mv do to the files is seen in the list."""
    own = pathlib.Path(shutil.copytree(folder, f"{tmp}/own"))
    editor = pathlib.Path(tmp) / "vi"
    editor.write_text("#!/bin/sh\nsed -i 's/^title:.*/title: Changed by hand/' \"$1\"\n")
    editor.chmod(0o755)
    env = {"XDG_STATE_HOME": f"{tmp}/own.state", "VISUAL": "", "EDITOR": "", "PATH": f"{tmp}:" + os.environ["PATH"]}  # vi it is
    s = Screen("100x20", own, **env)
    s.keys("jje")
    check("an edited title is in the list", "Changed by hand" in s.text()[2], s.text())
    before = s.text()[:-2]

    def outside(*args):
        return subprocess.run([os.environ["NUTGRAF"], "--library", own, *args], env={**os.environ, **env}, check=True)
    outside("rm", "changed by hand")
    s.keys("<C-l>")
    check("^L looks at the library again", not any("Changed by hand" in r for r in s.text()[:-1]), s.text())
    check("what is gone is named", "'Changed by hand' is not in the library any more" in s.text()[-1], s.text()[-1])
    s.keys("U")
    s.keys("gjj")
    check("U brings it back", s.text()[:-2] == before, s.text())
    outside("mv", "changed by hand", "other-id")
    s.keys("<Enter>")
    s.keys("U")
    check("U gives it its old id again", "taken back: the id of Changed by hand" in s.text()[-1] and not (own / "other-id.yaml").exists(), s.text())
    s.end()


def ended_with_its_program(folder):
    for keys in ("|sleep 1000<Enter>", "p"):
        s = Screen("80x24", folder, PAGER="sleep 1000", SHELL="/bin/sh")
        s.ask(f"leave {keys}")
        s.ask("signal TERM")
        clean(s, f"TERM while {keys} runs", "exit 143")
        s.end()


def not_waited_for(tmp):
    """A large library that has no index yet is there at once, by names; keys work; then it is whole."""
    folder, cache = pathlib.Path(tmp) / "large", pathlib.Path(tmp) / "cache"
    folder.mkdir()
    for i in range(5100):
        (folder / f"2020-01-{i % 28 + 1:02d}-b{i}.yaml").write_text(
            f"format: 1\ntitle: Brief {i}\nsource:\n  published: \"2020-01-{i % 28 + 1:02d}\"\nbody: |\n  Harbour {i}.\n")
    s = Screen("80x24", folder, XDG_CACHE_HOME=str(cache))
    first = s.text()
    check("a glance: by name", "Brief 979" in first[0] and "5100 files by name; indexing" in first[-2], first)
    s.keys("j")
    check("a glance: keys work", "2/5100" in s.text()[-2] or "briefs" in s.text()[-2], s.text()[-2])
    for n in range(100000):
        s.keys("jk"[n % 2])
        if "indexing" not in s.text()[-2]:
            break
    check("after a glance: whole", "Library: 5100 briefs, newest first" in s.text()[-2], s.text()[-2])
    s.keys("/harbour<Space>77<Enter>")
    check("after a glance: searched", "1 of 5100" in s.text()[-2] and "Brief 77" in s.text()[0], s.text())
    s.end()
    check("after a glance: an index", [p.suffix for p in (cache / "nutgraf").iterdir()] == [".db"], list(cache.rglob("*")))
    shutil.rmtree(cache)
    s = Screen("80x24", folder, XDG_CACHE_HOME=str(cache))
    s.ask("leave Q")
    s.end()
    for ref in ("2020-01-05-b4", "2020-01-08-b5075", str(folder / "2020-01-05-b4.yaml")):
        s = Screen("80x24", folder, ref, XDG_CACHE_HOME=str(cache))
        check("one brief is there at once", not list(cache.rglob("*.db")) and "Library › Brief " in s.text()[-2], s.text())
        s.ask("leave Q")
        s.end()
    check("a glance that was left: nothing stays", not list(cache.rglob("*.tmp*")), list(cache.rglob("*")))


def noticed(tmp):
    """What another program puts into the library, or takes away, is there without a key; the cursor stays where it was."""
    folder = pathlib.Path(tmp) / "noticed"
    folder.mkdir()
    for day in range(1, 4):
        (folder / f"b{day}.yaml").write_text(f"format: 1\ntitle: Tide {day}\nsource:\n  published: \"2020-01-0{day}\"\nbody: |\n  Harbour {day}.\n")
    state = tempfile.mkdtemp(dir=tmp)
    s = Screen("80x24", folder, XDG_STATE_HOME=state)
    s.keys("j")
    subprocess.run([os.environ["NUTGRAF"], "--library", str(folder), "mark", "--star", "b1"], env={**os.environ, "XDG_STATE_HOME": state}, check=True)
    check("another's star", any("★" in "\n".join(s.text()) or s.ask("unasked") for _ in range(5)) and "★" in s.text()[2], s.text())
    (folder / "b9.yaml.new").write_text("format: 1\ntitle: Tide 9\nsource:\n  published: \"2019-12-09\"\nbody: |\n  Harbour 9.\n")
    (folder / "b9.yaml.new").rename(folder / "b9.yaml")
    until = lambda *words: next((True for _ in range(5) if all(w in "\n".join(s.text()) for w in words) or s.ask("unasked")), False)
    check("a brief that came is there", until("4 briefs", "Tide 9"), s.text())
    check("the cursor stays", "2/4" in s.text()[-2], s.text()[-2])
    s.keys("gs")
    check("what came last is first", "Tide 9" in s.text()[0] and "last changed first" in s.text()[-2] and "1/4" in s.text()[-2], s.text())
    s.keys("ssss")
    check("and under the newest last", "Tide 9" in s.text()[3] and "newest first" in s.text()[-2], s.text())
    s.keys("/harbour<Enter>")
    (folder / "b9.yaml").unlink()
    check("one that went is no hit", until("3 of 3"), s.text())
    s.keys("Q")
    clean(s, "Q after a notice", "exit 0")
    s.end()


def removed(tmp):
    """D moves a brief to the trash, from the list and from the brief; the cursor is on the next one, and U brings it back."""
    folder = pathlib.Path(tmp) / "removed"
    folder.mkdir()
    for day in range(1, 5):
        (folder / f"b{day}.yaml").write_text(f"format: 1\ntitle: Tide {day}\nsource:\n  published: \"2020-01-0{day}\"\nbody: |\n  Harbour {day}.\n")
    s = Screen("80x24", folder)
    s.keys("jD")
    check("D: gone", "U brings it back: Tide 3" in s.text()[-1] and "2/3" in s.text()[-2] and not (folder / "b3.yaml").exists(), s.text())
    s.keys("<Enter>")
    check("D: the next one is there", "Tide 2" in s.text()[0], s.text())
    s.keys("D")
    check("D in a brief leads back", "Library: 2 briefs" in s.text()[-2] and not (folder / "b2.yaml").exists(), s.text())
    s.keys("UU")
    check("U brings them back", "Library: 4 briefs" in s.text()[-2] and len(list(folder.glob("b?.yaml"))) == 4, s.text())
    check("with the cursor on them", "3/4" in s.text()[-2] or "2/4" in s.text()[-2], s.text()[-2])
    s.keys("gDGU")
    check("U goes to what comes back", "1/4" in s.text()[-2], s.text())
    s.keys("*v")
    rows = " ".join(" ".join(s.text()).split())
    check("lists say how many they have", "All briefs 4 Unread 3 is:unread Starred 1 is:starred Recently read 1" in rows, rows)
    s.keys("qTD")
    check("no D in a story", len(list(folder.glob("b?.yaml"))) == 4, s.text()[-1])
    s.end()


def searched(tmp):
    """Enter after typing leaves the cursor on the brief it was on; what finds nothing was mistyped."""
    folder = pathlib.Path(tmp) / "searched"
    folder.mkdir()
    for n, words in enumerate(["Damages paid", "Damages asked", "The dam", "A dam above the town, and a dam below"]):
        (folder / f"b{n}.yaml").write_text(f"format: 1\ntitle: {words}\nbody: |\n  {words} in the harbour of the town.\n")
    s = Screen("80x24", folder)
    s.keys("/dam", "each")
    for n in range(4):
        title = [r for r in s.text() if "●" in r][n].strip()
        s.keys("<Enter>")
        at = int(re.search(r"(\d+)/\d+ *$", s.text()[-2])[1])
        check(f"{title}: chosen while typed, chosen after", [r for r in s.text() if "●" in r][at - 1].strip() == title, s.text())
        s.keys("<Esc>/dam" + "<Down>" * (n + 1), "each")
    check("by a beginning", "'dam'" in s.text()[-2], s.text()[-2])
    s.keys("<Enter><Enter>/zebra<Enter>")
    check("not in the brief", "'zebra' is not here; in the list / searches all briefs" in s.text()[-1], s.text()[-1])
    s.keys("q<Esc><Esc>/harbuor<Enter>")
    check("a mistyped word", s.text()[-1].strip() == "nothing fits 'harbuor'; this is 'harbour'", s.text()[-1])
    check("what it meant is found", "'harbour'" in s.text()[-2], s.text()[-2])
    s.keys("/")
    check("the search before is offered", "Tab: 'harbour' again" in s.text()[-1], s.text()[-1])
    s.keys("<Tab> dam")
    check("and can be gone on with", "'harbour dam'" in s.text()[-2], s.text()[-2])
    s.keys("<Enter><Esc><Esc>/harbuor Twon<Enter>")
    check("two mistyped words", "this is 'harbour town'" in s.text()[-1], s.text()[-1])
    s.keys("<Esc><Esc>/xylophone<Enter>")
    check("a word like none", s.text()[-1].strip() == "nothing fits this search", s.text()[-1])
    s.end()


def mouse(folder):
    """Only when asked for; given back at the end."""
    s = Screen("80x24", folder)
    s.ask("raw")
    s.keys("M")
    raw = "".join(s.ask("raw"))
    check("M takes the mouse", "3130303068" in raw.replace(" ", ""), raw)
    s.keys("<Esc>[<lt>0;20;4M<Esc>[<lt>0;20;4m")
    check("a click moves the cursor", s.text()[-2].rstrip().endswith("4/" + s.text()[-2].rstrip().split("/")[-1]), s.text()[-2])
    s.keys("<Esc>[<lt>0;20;4M<Esc>[<lt>0;20;4m")
    check("one more opens", "Library ›" in s.text()[-2], s.text()[-2])
    s.keys("<Esc>[<lt>65;20;4M<Esc>[<lt>65;20;4M")
    s.keys("Q")
    clean(s, "Q with the mouse", "exit 0")
    s.end()


def no_place_for_the_state(folder):
    s = Screen("80x24", folder, XDG_STATE_HOME="/dev/null")
    check("one line of notice", "cannot keep marks" in s.text()[-1], s.text()[-1])
    s.keys("m*")
    check("marks work in memory", len(titles(s.text(), "★")) == 1, s.text())
    s.end()
    config = pathlib.Path(tempfile.mkdtemp(dir=tmp)) / "nutgraf"
    config.mkdir()
    (config / "config.yaml").write_text("theme: mono\nkeys: [*\n")
    s = Screen("80x24", folder, XDG_CONFIG_HOME=str(config.parent))
    check("a configuration that cannot be read", "config.yaml:2: " in s.text()[-1], s.text()[-1])
    s.keys("j")
    check("is said once", "Enter open" in s.text()[-1], s.text()[-1])
    s.end()


def refused(folder):
    done = subprocess.run([os.environ["SCREEN"] + "/screen", "80x24", os.environ["NUTGRAF"], "--library", str(folder), "read"],
                          input="state\ntext\n", text=True, capture_output=True, env={**os.environ, "SCREEN_TERM": "dumb"})
    check("TERM=dumb is refused", "exit 2" in done.stdout and "TERM" in done.stdout, done.stdout)


def shown_alike(folder):
    """What is printed is what the reader shows, also where the locale is not UTF-8."""
    folder.mkdir()
    (folder / "alike.yaml").write_text(
        "format: 1\nid: alike\ntitle: Žižek – the “Südkai”\nbody: |\n  A crew of two 👩‍🚀 🇯🇵 👍🏽 waited… at the Südkai, 灯台.\n\n  * one\n  * two\n\n"
        "  ```\n  Quay  Tons\n  ----------\n  Łódź    12\n  Ida      7\n  ```\n")
    for locale in ("C.UTF-8", "C", "de_DE.ISO-8859-1"):
        printed = subprocess.run([os.environ["NUTGRAF"], "--library", str(folder), "show", "--width", "80", "alike"], capture_output=True,
                                 env={**os.environ, "LC_ALL": locale}).stdout.decode()
        s = Screen("80x24", folder, "alike", LC_ALL=locale)
        rows = s.text()[:-2]
        s.end()
        check(f"{locale}: ASCII where there is nothing else", (printed + "".join(rows)).isascii() == (locale != "C.UTF-8"), printed + "\n".join(rows))
        lines = [l.strip(" 123") for l in printed.split("\n")]
        missing = [r for r in rows if r.strip(" 123▎>") not in lines]
        check(f"{locale}: the reader shows what is printed", not missing and len("".join(rows).split()) > 20, f"{missing} {lines}")


def picture(folder, tmp):
    s = Screen("100x30", folder, theme="dark")
    s.keys("<Enter>")
    s.ask(f"svg {tmp}/a.svg")
    import xml.dom.minidom
    check("the picture is SVG", xml.dom.minidom.parse(f"{tmp}/a.svg").documentElement.tagName == "svg")
    s.end()


if subprocess.run([os.environ["NUTGRAF"], "help", "read"], capture_output=True).returncode != 0:
    print("SKIP: this program has no reader\n0 passed, 0 failed")
    sys.exit(0)
with tempfile.TemporaryDirectory() as tmp:
    made = pathlib.Path(tmp) / "made"
    subprocess.run([sys.executable, top / "tests/tools/mklibrary.py", "8", made, "3"], check=True)
    samples = top / "briefs"
    sample = samples if list(samples.glob("*.yaml")) else made
    for size in SIZES:
        back_to_the_line(sample, size)
    every_sentence(made, "120x60")
    if sample != made:
        every_sentence(sample, "120x40")
    for size in "80x24", "120x40":
        first_row_is_dated(sample, size)
    letters_spare_words(sample)
    search_marks(sample)
    a_search_that_is_over_marks_nothing(sample)
    resize_keeps_the_line(sample)
    signals(made)
    long = long_brief(pathlib.Path(tmp) / "long")
    figures(long)
    asked_once(long)
    answers_of_any_kind(long)
    wide_brief(long)
    for n in range(2):
        moved_is_painted(long, n, 40, ("mono", "light")[n])
    for n, size in enumerate(SIZES[:4]):
        reading_goes_on(sample, size, pathlib.Path(tmp) / f"state{n}")
        lists_and_commands(sample, size, tmp)
    edited_and_taken_back(made, tmp)
    ended_with_its_program(made)
    not_waited_for(tmp)
    noticed(tmp)
    removed(tmp)
    searched(tmp)
    mouse(sample)
    no_place_for_the_state(made)
    for size in "60x24", "80x24", "120x40":
        says_what_is_not_there(sample, size)
    a_pause_keeps_the_place(sample, pathlib.Path(tmp) / "pause")
    refused(made)
    shown_alike(pathlib.Path(tmp) / "alike")
    picture(sample, tmp)
print(f"{good} passed, {bad} failed")
sys.exit(bool(bad))
