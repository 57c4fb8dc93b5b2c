#!/usr/bin/env python3
"""shape: lengths of files and functions, calls that have a better way here, mutable globals, comments in headers.

usage: shape.py BUILD   (the build folder, whose objects are searched for globals)
"""
import pathlib
import re
import subprocess
import sys

MOST_LINES, MOST_FUNCTION, MEDIAN_FUNCTION, HEADER_COMMENT = 500, 60, 12, 1 / 3
FORBIDDEN = {  # call: (rooms or files that may, what to use instead)
    "time": ("src/cmd/clock.c", "clock_now()"), "gettimeofday": ("", "clock_now()"),
    "clock_gettime": ("src/cmd/clock.c src/base/child.c", "clock_now()"), "localtime": ("src/cmd/clock.c", "base/day.h"),
    "getenv": ("src/cmd/ src/shell/terminal.c src/shell/surroundings.c", "an option passed down"),
    "setlocale": ("src/shell/surroundings.c src/cmd/main.c", "nothing"),
    "malloc": ("src/base/arena.c", "arena_alloc()"), "calloc": ("src/base/arena.c", "arena_alloc()"),
    "realloc": ("src/base/arena.c", "base/vec.h"),
    "system": ("", "nothing: no shell is ever run"), "popen": ("", "nothing: no shell is ever run"),
    "sprintf": ("", "buf_printf()"), "strcpy": ("", "str_dup()"), "strcat": ("", "buf_add()"),
    "strtok": ("", "str_split()"), "gets": ("", "file_read()"), "rand": ("", "nothing: output is a function of the input"),
}
GLOBALS_ALLOWED = {"die.o:hook_before_exit", "signals.o:pending_signal"}
bad = []
sources = sorted(pathlib.Path(".").glob("src/**/*.c"))
headers = sorted(pathlib.Path(".").glob("src/**/*.h")) + sorted(pathlib.Path(".").glob("include/**/*.h"))
tables = [p for p in sources + headers if "tables" in p.parts]
comment = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
for path in sources + headers:
    text = path.read_text()
    if path not in tables and text.count("\n") > MOST_LINES:
        bad.append(f"{path}: {text.count(chr(10))} lines, at most {MOST_LINES}")
    if path.suffix == ".c" and not text.startswith("/*"):
        bad.append(f"{path}: begins with no comment that says what it does")
    code = re.sub(r'"(?:\\.|[^"\\])*"', '""', comment.sub("", text))
    for call, (where, instead) in FORBIDDEN.items():
        if re.search(rf"(?<![\w.>]){call}\s*\(", code) and not any(str(path).startswith(w) for w in where.split()):
            bad.append(f"{path}: {call}(): use {instead}")
doors = "".join(p.read_text() for p in headers if p not in tables)
words = sum(len(c) for c in comment.findall(doors))
if words < HEADER_COMMENT * len(doors):
    bad.append(f"headers: {100 * words // max(len(doors), 1)} % comment, at least a third")
tags = subprocess.run(["ctags", "--languages=C", "--c-kinds=f", "--fields=ne", "-f", "-", *map(str, [p for p in sources if p not in tables])],
                      capture_output=True, text=True).stdout
lengths = []
for row in tags.splitlines():
    m = re.search(r"\tline:(\d+)\tend:(\d+)", row)
    if m:
        name, where = row.split("\t")[:2]
        n = int(m.group(2)) - int(m.group(1)) + 1
        lengths.append(n)
        if n > MOST_FUNCTION:
            bad.append(f"{where}: {name}(): {n} lines, at most {MOST_FUNCTION}")
lengths.sort()
if lengths and lengths[len(lengths) // 2] > MEDIAN_FUNCTION:
    bad.append(f"functions: median {lengths[len(lengths) // 2]} lines, at most {MEDIAN_FUNCTION}")
for obj in sorted(pathlib.Path(sys.argv[1], "src").glob("**/*.o")) if len(sys.argv) > 1 else []:
    if not pathlib.Path(*obj.parts[len(pathlib.Path(sys.argv[1]).parts):]).with_suffix(".c").exists():
        continue
    for line in subprocess.run(["objdump", "-t", obj], capture_output=True, text=True, check=True).stdout.splitlines():
        m = re.match(r"^[0-9a-f]+ .{6}O (?:\.data|\.bss)(?!\.rel)\S*\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)", line)
        name = f"{obj.name}:{m.group(1)}" if m else ""
        if m and name not in GLOBALS_ALLOWED and not re.search(r"gcov|asan|ubsan|\.L|__", name):
            bad.append(f"{name}: mutable global")
if lengths:
    print(f"shape: {len(lengths)} functions, median {lengths[len(lengths) // 2]}, p95 {lengths[int(len(lengths) * .95)]}, longest {lengths[-1]}; headers {100 * words // len(doors)} % comment")
print("\n".join(bad) or "shape: good")
sys.exit(bool(bad))
