#!/usr/bin/env python3
"""hostile: web pages that are made to cost much, and what each costs.

usage: hostile_pages.py PROGRAM [SECONDS MEGABYTES]   CPU and memory of `convert` for each; fails above the limits
"""
import os
import subprocess
import sys
import tempfile

TEXT = "The harbour board met on Tuesday to decide whether the old crane should be taken down before winter. "
N = 100000


def pages():
    return {
        "nested-div": "<div>" * N + TEXT,
        "nested-div-text": "".join(f"<div>{i} {TEXT}" for i in range(20000)),
        "nested-b": "<b>" * N + TEXT,
        "formats-in-p": "<p>" + "<b><i><u><font color=red><code>" * 2000 + ("<p>" + TEXT) * 5000,
        "nested-a": "<a href=x>" * N + TEXT,
        "nested-table": "<table><tr><td>" * 20000 + TEXT,
        "table-cells": "<table>" + ("<tr>" + "<td>1</td>" * 50 + "</tr>") * 2000 + "</table>" + TEXT * 5,
        "table-foster": "<table>" + (TEXT + "<p>") * 20000,
        "dated-lines": ("<div class='" + "meta " * 100 + "'>") * 300 + "<p>Published 12 May 2020" * 20000 + TEXT,
        "dated-boxes": "<div class='meta day'><i>Published 12 May 2020</i>" * 400 + TEXT + "<h1>x</h1>" + "<p>1. 5. 2020 - 2. 6. 2020" * 20000,
        "dated-json": "<script type=application/ld+json>[" + '{"a":1},' * 100000 + "{}]</script><h1>x</h1>" + "<p>12 May 2020" * 20000 + TEXT,
        "warnings": "<br /><b>Warning</b>: x on line <b>1</b><br />" * 50000 + TEXT,
        "wide-table": "<table>" + ("<tr>" + ("<td>" + "a b " * 50 + "</td>") * 8) * 900 + "</table>" + TEXT * 5,
        "nested-list": "<ul><li>" * 20000 + TEXT,
        "nested-quote": "<blockquote>" * 20000 + TEXT,
        "nested-select": "<select><option>" * 20000 + TEXT,
        "nested-svg": "<svg><g>" * 20000 + TEXT,
        "nested-template": "<template>" * 20000 + TEXT,
        "attributes": "<p " + " ".join(f"a{i}=1" for i in range(N)) + ">" + TEXT,
        "same-attributes": "<p " + "class=x " * N + ">" + TEXT,
        "long-attribute": "<p class='" + "a b " * 500000 + "'>" + TEXT,
        "classes": "".join(f"<p class='author date meta-{i} byline info'>{i} Ada Brandt" for i in range(30000)),
        "open-quotes": "<a href='" * N + TEXT,
        "open-tags": "<a " * N + TEXT,
        "less-than": "<" * 3000000,
        "open-comments": "<!--" * N + TEXT,
        "bang": "<!" * N + TEXT,
        "open-scripts": "<script>" * N + TEXT,
        "end-tags": "</p>" * 300000 + TEXT,
        "entities": "&amp;&#x26;&bogus;&#99999999;" * 50000 + TEXT,
        "ampersands": "&" * 2000000,
        "one-line": TEXT * 80000,
        "one-word": "a" * 8000000,
        "blocks": "<p>a" * 300000,
        "links": "".join(f"<a href=/x{i}>Link {i}</a> " for i in range(N)),
        "link-list": "<h3>You might also read</h3>" + "".join(f"<li><a href=javascript:{i}>Link number {i} here</a>" for i in range(30000)),
        "labels": "<p>Related</p><p><a href=#>and nothing more</a></p>" * 20000,
        "headings": "".join(f"<h1>Heading {i} of many</h1><h2>Lesser {i} of many</h2>" for i in range(20000)) + TEXT,
        "heading-nested": "<h1>" * 20000 + TEXT,
        "times": "".join(f"<time datetime=2020-05-{i % 28 + 1:02}>{i}</time>" for i in range(50000)) + TEXT,
        "days": "<p>12 May 2020" * 60000,
        "days-in-a-line": "<h1>Boats</h1><p>" + "12 May 2020 | " * 100000 + "<p>" + "met on 12 May 2020, and " * 60000,
        "authors": "".join(f"<a rel=author href=/author/{i}>Ada Brandt {i}</a>" for i in range(50000)) + TEXT,
        "bylines": "<h1>A crane</h1>" + "<p>By Ada Brandt, Jon Roe and Ann Poe" * 60000,
        "portraits": "".join(f"<img alt='Ada Brandt {i}'>" for i in range(N)) + TEXT,
        "metas": "".join(f"<meta property=article:author content='Ada Brandt {i}'>" for i in range(50000)) + TEXT,
        "json-deep": "<script type=application/ld+json>" + "[" * N + "</script>" + TEXT,
        "json-wide": "<script type=application/ld+json>[" + '{"@type":"Article","author":{"name":"Ada"}},' * 50000 + "]</script>" + TEXT,
        "json-ids": "<script type=application/ld+json>[" + ",".join(f'{{"@id":"#{i}","author":{{"@id":"#{i + 1}"}}}}' for i in range(30000)) + "]</script>" + TEXT,
        "pre": "<pre>" + "  x\n" * 500000 + "</pre>",
        "br": "<br>" * 500000 + TEXT,
        "nul": "\0<p>\0" * N + TEXT,
        "titles": "<title>" + "a | " * 200000 + "</title>" + TEXT,
        "long-heading": "<h1>" + "<b>a</b> | " * 50000 + "</h1><title>a | b</title>" + TEXT,
        "overlong": b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80" * 100000,
        "md-breaks": "# A crane\n\n" + TEXT + "<br>" * N + " " * 4 * N,
        "truncated": ("<html><body><p>" + TEXT)[:40],
    }


def cost(program, path):
    """Run from a small process: what a process weighs before it becomes another counts too."""
    pid = os.fork()
    if pid == 0:
        null = os.open("/dev/null", os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        kind = "markdown" if "/md-" in path else "html"
        os.execv(program, [program, "convert", "--from", kind, path])
    _, status, use = os.wait4(pid, 0)
    return use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, status


def measure(program, folder, seconds, megabytes):
    names, bad, top = sorted(os.listdir(folder)), [], [0, 0]
    for name in names:
        time, memory, status = cost(program, f"{folder}/{name}")
        top = [max(top[0], time), max(top[1], memory)]
        if time > seconds or memory > megabytes or os.WIFSIGNALED(status) or os.WEXITSTATUS(status) > 3:
            bad.append(name)
        if "-v" in sys.argv or name in bad:
            print(f"{name:18} {time:5.2f} s {memory:6.1f} MB, status {status >> 8}")
    print(f"hostile: at most {top[0]:.2f} s and {top[1]:.0f} MB")
    print(f"{len(names) - len(bad)} passed, {len(bad)} failed")
    return bool(bad)


if sys.argv[1] == "measure":
    sys.exit(measure(sys.argv[2], sys.argv[3], float(sys.argv[4]), float(sys.argv[5])))
with tempfile.TemporaryDirectory() as folder:
    for name, page in pages().items():
        with open(f"{folder}/{name}", "wb") as f:
            f.write(page.encode() if isinstance(page, str) else page)
    limits = [x for x in sys.argv[2:] if x != "-v"] or ["2", "128"]
    sys.exit(subprocess.run([sys.executable, __file__, "measure", sys.argv[1], folder, *limits, *("-v" for x in sys.argv if x == "-v")], check=False).returncode)
