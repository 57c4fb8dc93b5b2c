#!/usr/bin/env python3
"""hostile: inputs that cost a careless reader too much, one a file, and what each costs here.

usage: hostile.py make FOLDER [MEGABYTES]          writes them (32 MB each by default)
       hostile.py run PROGRAM FOLDER [GLOB]               converts each: CPU seconds, peak MiB of the largest process, status
"""
import os
import pathlib
import sys

RSS = '<rss version="2.0"><channel><title>t</title>'
MAIL = "From: a@b.example\nTo: c@d.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\nSubject: s\n"


def inputs(size):
    def fill(unit, before="", after="", n=size):
        return before + unit * ((n - len(before) - len(after)) // len(unit)) + after

    yield "mail-lines.eml", fill("a line\n", MAIL + "\n")
    yield "mail-footers.eml", fill("Unsubscribe\n\n", MAIL + "\nText.\n\n")
    yield "mail-heads.eml", fill("X-A: b\n", MAIL)
    yield "mail-folded.eml", fill(" a\n", MAIL + "X-A: b\n")
    yield "mail-parts.eml", fill("--b\n\na\n", MAIL + "Content-Type: multipart/mixed; boundary=b\n\n")
    yield "mail-nested.eml", fill("--b\nContent-Type: multipart/mixed; boundary=b\n\n", MAIL + "Content-Type: multipart/mixed; boundary=b\n\n")
    yield "mail-messages.eml", fill("Content-Type: message/rfc822\n\n", MAIL)
    yield "mail-digest.eml", fill("--b\n\nSubject: s\n\nA text of one line.\n\n", MAIL + "Content-Type: multipart/digest; boundary=b\n\n")
    yield "mail-digests.eml", fill("--b\n\nContent-Type: multipart/digest; boundary=b\n\n", MAIL + "Content-Type: multipart/digest; boundary=b\n\n")
    yield "mail-words.eml", fill("=?utf-8?q?a?= ", MAIL + "X: ", "\n\ntext\n")
    yield "mail-quoted.eml", fill("=41=\n", MAIL + "Content-Transfer-Encoding: quoted-printable\n\n")
    yield "mail-base64.eml", fill("YWJjIGRlZiA=\n", MAIL + "Content-Transfer-Encoding: base64\n\n")
    yield "mail-html.eml", fill("<p>a b", MAIL + "Content-Type: text/html\n\n")
    yield "mail-flowed.eml", fill("> a \n", MAIL + "Content-Type: text/plain; format=flowed\n\n")
    yield "box.mbox", fill("From a@b.example Fri Jun 28 14:05:00 2019\nSubject: s\n\nA text of one line.\n\n")
    yield "box-from.mbox", fill("\n>From b\n", "From a@b.example Fri Jun 28 14:05:00 2019\nSubject: s\n\n")
    yield "feed-amp.xml", fill("&amp;", RSS + "<item><title>a</title><description>", "</description></item></channel></rss>")
    yield "feed-amp-bare.xml", fill("&", RSS + "<item><title>a</title><description>", "</description></item></channel></rss>")
    yield "feed-items.xml", fill("<item><title>a</title></item>", RSS, "</channel></rss>")
    yield "feed-texts.xml", fill("<item><title>a</title><description>The crane was taken down on Friday, June 3, by Ada Brandt of Harbour Town.</description></item>", RSS, "</channel></rss>")
    yield "feed-nested.xml", fill("<a>", RSS)
    yield "feed-nested-item.xml", fill("<b>", RSS + "<item><description>")
    yield "feed-attributes.xml", RSS + "<a" + "".join(f" a{i}='1'" for i in range(size // 13)) + "/></channel></rss>"
    yield "feed-quotes.xml", fill("<a b='", RSS)
    yield "feed-ends.xml", fill("</a>", RSS)
    yield "feed-comments.xml", fill("<!-- ", RSS)
    yield "feed-cdata.xml", fill("<![CDATA[", RSS + "<item><description>")
    yield "feed-names.xml", fill("&eacute;", RSS + "<item><title>a</title><description>", "</description></item></channel></rss>")
    yield "feed-controls.xml", fill("&#150;", RSS + "<item><title>a</title><description>", "</description></item></channel></rss>")
    yield "feed-bytes.xml", (RSS + "<item><title>a</title><description>").encode() + b"\xe9\x93 " * (size // 3)
    yield "feed-utf16.xml", fill("a", RSS + "<item><title>a</title><description>", "</description></item></channel></rss>", size // 2).encode("utf-16")
    yield "feed-outlines.opml", fill("<outline text='a' xmlUrl='https://a.example/'/>", "<opml><body>", "</body></opml>")
    yield "feed-html.xml", fill("&lt;p&gt;a b", RSS + "<item><title>a</title><description>", "</description></item></channel></rss>")
    yield "json-text.json", fill("word ", '{"title":"t","content":"', '"}')
    yield "json-escapes.json", fill("\\u00e9", '{"title":"t","content":"', '"}')
    yield "json-items.json", fill('{"title":"a"},', "[", "{}]")
    yield "json-numbers.json", fill("1,", '{"title":"t","tags":[', "1]}")
    yield "json-keys.json", '{"title":"t"' + "".join(f',"k{i}":1' for i in range(size // 12)) + "}"
    yield "json-nested.json", fill("[", '{"title":')
    yield "json-lines.json", fill('{"a":1}\n')
    yield "text-nested.txt", fill("[")
    yield "text-line.txt", fill("word ")
    yield "text-letters.txt", fill("a")
    yield "text-lines.txt", fill("a\n")
    yield "text-paragraphs.txt", fill("a b.\n\n")
    yield "text-accents.txt", fill("e\u0301 ", n=size // 2)
    yield "text-quotes.txt", fill("> ")
    yield "text-dates.txt", fill("On Friday, June 3, 2019, Ada Brandt of the CSA met John Roe in Osaka. ")
    yield "text-utf16.txt", fill("word ", n=size // 2).encode("utf-16")
    yield "md-stars.md", fill("*a ", "# t\n\n")
    yield "md-links.md", fill("[a](b", "# t\n\n")
    yield "md-lists.md", fill("- a\n", "# t\n\n")
    yield "md-matter.md", fill("a: b\n", "---\n")
    yield "md-toml.md", fill("a = [\n", "+++\n", "+++\n")
    yield "md-marks.md", fill("word ", "# t\n\n==x== ")
    yield "md-titles.md", fill("[[", "# t\n\n")
    yield "md-remarks.md", fill("%% == `", "# t\n\n")
    yield "md-table.md", fill("|[a](b)|a|\n", "# t\n\n|a|b|\n|-|-|\n")
    yield "md-tables.md", fill("|a|b|\n|-|-|\n|a|[a](b)|\n\n", "# t\n\n")
    yield "md-code-links.md", fill("aa [a](b) · ", "# t\n\n~~~\n" + "aa " * (size // 9) + "\n~~~\n\n", n=size // 2)
    yield "md-html.md", fill("<p>\n\n", "# t\n\n")
    yield "md-anchors.md", fill("<a href='b'>c</a> ", "# t\n\n")
    yield "page.html", fill("<p>a b c", "<html>")
    yield "page-bylines.html", fill("<p>By Ada Brandt</p>", "<html><title>t</title><h1>t</h1>")
    yield "page-site.html", fill("a | b - ", "<html><meta property=og:site_name content='", "'><p>a b.")


def make(folder, size):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in inputs(size):
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def run(program, folder):
    bad = 0
    for path in sorted(folder.glob(sys.argv[4] if len(sys.argv) > 4 else "*")):
        pid = os.fork()
        if pid == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(os.open(f"{folder}.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            os.execv(program, [program, "convert", str(path)])
        _, status, used = os.wait4(pid, 0)
        cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        over = cpu > 2 or peak > 128
        bad += over
        said = pathlib.Path(f"{folder}.log").read_text(errors="replace").splitlines()
        print(f"{'OVER' if over else 'ok':4} {cpu:6.2f} s {peak:6.1f} MiB  status {status >> 8}  {path.name:24} {said[0][-70:] if said else ''}", flush=True)
    return bad


if sys.argv[1] == "make":
    make(pathlib.Path(sys.argv[2]), int(sys.argv[3] if len(sys.argv) > 3 else 32) * 10**6)
else:
    sys.exit(run(sys.argv[2], pathlib.Path(sys.argv[3])) > 0)
