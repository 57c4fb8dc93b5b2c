#!/usr/bin/env python3
"""floors: which room may open which door, and that no files include each other in a circle.

Rooms sit on floors; a file may include doors (include/<room>/*.h) of its own
room and of rooms on lower floors, never of a neighbour on the same floor, and
private headers (src/<room>/*.h) of its own room only.  A third-party header
belongs to one room; curses to one file.
"""
import pathlib
import re
import sys

FLOORS = [
    {"base"},
    {"text", "data"},
    {"doc"},
    {"article", "brief"},
    {"digest"},
    {"library", "render"},
    {"shell"},
    {"cmd"},
]
FOREIGN = [  # header: the room it belongs to
    (r"uni[a-z0-9]+\.h", "text"), (r"libstemmer\.h", "text"), (r"iconv\.h", "text"), (r"yaml\.h", "data"),
    (r"cmark.*\.h", "doc"), (r"gumbo\.h", "article"), (r"expat\.h", "article"), (r"jansson\.h", "article"),
    (r"sqlite3\.h", "library"), (r"curses\.h", "shell/terminal.c"),
]
LIBC = {"unistd.h"}
floor_of = {room: n for n, rooms in enumerate(FLOORS) for room in rooms}
include = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
bad, uses = [], {}
files = sorted(pathlib.Path(".").glob("src/**/*.[ch]")) + sorted(pathlib.Path(".").glob("include/**/*.h"))
for path in files:
    room = path.parts[1]
    if room not in floor_of:
        bad.append(f"{path}: '{room}' is no room")
        continue
    for kind, target in include.findall(path.read_text()):
        head = target.split("/")[0]
        if kind == '"' and head in floor_of:
            if head != room:
                uses.setdefault(room, set()).add(head)
                if floor_of[head] >= floor_of[room]:
                    bad.append(f"{path}: {target}: room '{room}' (floor {floor_of[room]}) may not look into '{head}' (floor {floor_of[head]})")
                elif not (pathlib.Path("include") / target).exists():
                    bad.append(f"{path}: {target}: private to room '{head}'")
        elif kind == "<" and target not in LIBC:
            for pattern, owner in FOREIGN:
                if re.fullmatch(pattern, target) and not str(path).startswith(f"src/{owner}"):
                    bad.append(f"{path}: <{target}> belongs to '{owner}'")

# Translation units: x.c -> the .c files that define what its headers declare; here: a door is defined by
# the file of the same name, so a circle is one between headers or between x.c and y.c through x.h and y.h.
graph = {}
def unit(p): return f"{p.parts[1]}/{p.stem}"
for path in files:
    for kind, target in include.findall(path.read_text()):
        if kind == '"':
            t = pathlib.PurePath(target)
            graph.setdefault(unit(path), set()).add(f"{t.parts[0]}/{t.stem}")
def circle():
    index, low, on, stack, found = {}, {}, set(), [], []
    def visit(v):
        index[v] = low[v] = len(index); stack.append(v); on.add(v)
        for w in graph.get(v, ()):
            if w not in index: visit(w); low[v] = min(low[v], low[w])
            elif w in on: low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            part = []
            while True:
                w = stack.pop(); on.discard(w); part.append(w)
                if w == v: break
            if len(part) > 1: found.append(sorted(part))
    for v in sorted(graph):
        if v not in index: visit(v)
    return found
sys.setrecursionlimit(10000)
bad += ["circle: " + ", ".join(c) for c in circle()]
print("\n".join(bad) or f"floors: {len(files)} files, good")
sys.exit(bool(bad))
