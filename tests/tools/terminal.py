#!/usr/bin/env python3
"""terminal: what holds only on a terminal: width, colour, the pager, silence on a closed pipe.

Each case runs the program on a pty of a given size and reads until it ends; nothing sleeps.
"""
import fcntl
import os
import pathlib
import pty
import signal
import struct
import subprocess
import sys
import tempfile
import termios

program = os.environ["NUTGRAF"]
folder = tempfile.mkdtemp()
brief = f"{folder}/brief.yaml"
pathlib.Path(brief).write_text("format: 1\ntitle: A title\nbody: |\n  " + "word " * 60 + "end.\n")
pager = f"{folder}/pager"
pathlib.Path(pager).write_text('#!/bin/sh\necho "paged $*"\ncat\n')
os.chmod(pager, 0o755)
passed, failed = 0, 0


def on_terminal(args, cols=80, **env):
    world = {k: v for k, v in os.environ.items() if k not in ("TERM", "COLORTERM", "COLUMNS", "LC_ALL")}
    world |= {"TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": folder, "NUTGRAF_PAGER": "cat", **env}
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, cols, 0, 0))
        os.execve(program, [program, *args], world)
    out = b""
    while True:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    _, status = os.waitpid(pid, 0)
    os.close(fd)
    return out.decode("utf-8", "replace").replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def check(what, good):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(f"FAIL {what}")


def longest(text):
    return max(len(line) for line in text.split("\n"))


plain = ["show", "--color=never", brief]
check("the width is the terminal's", 40 < longest(on_terminal(plain, 50)[0]) <= 50)
check("COLUMNS does not beat the terminal", longest(on_terminal(plain, 50, COLUMNS="70")[0]) <= 50)
check("--width beats the terminal", longest(on_terminal([*plain, "--width", "30"], 50)[0]) <= 30)
check("a terminal gets colour", "\033[" in on_terminal(["show", brief])[0])
check("NO_COLOR is respected", "\033" not in on_terminal(["show", brief], NO_COLOR="1")[0])
check("TERM=dumb gets no escape", "\033" not in on_terminal(["show", brief], TERM="dumb")[0])
check("the terminal is never asked", not any(q in on_terminal(["show", brief])[0] for q in ("\033[c", "\033[6n", "\033]11")))
check("the pager is run by its words", on_terminal(plain, NUTGRAF_PAGER=f"{pager} -a 'b")[0].startswith("paged -a 'b\n"))
check("PAGER comes second", on_terminal(plain, NUTGRAF_PAGER=pager, PAGER="false")[0].startswith("paged"))
check("--no-pager runs none", "paged" not in on_terminal([*plain, "--no-pager"], NUTGRAF_PAGER=pager)[0])
check("a pager that is not there is no reason to show nothing", "A title" in on_terminal(plain, NUTGRAF_PAGER="/no/such")[0])
check("a pager that leaves early is no trouble", on_terminal(plain, NUTGRAF_PAGER="true")[1] == 0)
check("-o on a terminal has no colour and no pager", on_terminal(["show", brief, "-o", f"{folder}/out"], NUTGRAF_PAGER=pager)[0] == ""
      and "\033" not in pathlib.Path(f"{folder}/out").read_text())
check("doctor fits the terminal", longest(on_terminal(["doctor"], 60, PATH="/nowhere")[0]) <= 60)
check("the samples are named as such", "the samples" in " ".join(on_terminal(["doctor"], XDG_DATA_HOME=folder)[0].split()))
for cols in (44, 60, 80):
    told = [on_terminal(words, cols)[0] for words in (["--help"], ["help", "messages"], ["show", "--help"], ["help", "keys"])]
    check(f"help fits {cols} columns, and says all of it", all(longest(t.split("\n", 1)[1]) <= cols for t in told)
          and "nothing was written" in " ".join(told[0].split()))
check("a locale that is not UTF-8 gets ASCII signs", on_terminal([*plain, "--pane", "header,body"], LC_ALL="C")[0].isascii())
for restore in (True, False):  # SIGPIPE at its default, and ignored
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run([program, *plain], stdout=write, stderr=subprocess.PIPE,
                         restore_signals=restore, preexec_fn=None if restore else lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
    os.close(write)
    check(f"a closed pipe is silent ({restore})", run.stderr == b"" and run.returncode in (0, -signal.SIGPIPE))
subprocess.run(["rm", "-rf", folder], check=True)
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
