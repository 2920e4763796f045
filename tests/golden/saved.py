#!/usr/bin/python3
"""Holds the results kept beside the stories to what syndic finds today, as `syndic diff` sees it.

    saved.py SYNDIC [STORY...]

Each samples/stories/NAME/expect/trace.json is compared with a fresh trace, and must not differ; and every format
that `syndic report` renders of it must be, byte for byte, the one of the fresh run. Prints TAP.
"""
import os
import re
import subprocess
import sys
import tempfile

from story import folders


def run(syndic, folder, *arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    return subprocess.run([syndic, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False)


def formats(syndic):
    """All that -f takes, as the command itself lists them."""
    said = run(syndic, ".", "trace", "-f", "0000", "x").stderr.decode()
    return re.split(r", | or ", re.search(r"\(give (.*)\)", said)[1])


def check(syndic, folder, fresh):
    """What is wrong with one story, as lines."""
    kept, wrong = os.path.join("expect", "trace.json"), []
    run(syndic, folder, "trace", "-q", "-o", fresh, "articles/")
    diff = run(syndic, folder, "diff", "--all", kept, fresh)
    if diff.returncode != 0:
        wrong += ["exit %d" % diff.returncode, *(diff.stdout + diff.stderr).decode("utf-8", "replace").splitlines()]
    for form in formats(syndic):
        first = run(syndic, folder, "trace", "-q", "-f", form, "articles/")
        again = run(syndic, folder, "report", "-f", form, kept)
        if first.returncode or again.returncode or first.stdout != again.stdout or again.stderr:
            wrong.append("-f %s is not the same: %s" % (form, again.stderr.decode("utf-8", "replace").strip()))
    return wrong


def main():
    syndic, count, failed = os.path.abspath(sys.argv[1]), 0, 0
    with tempfile.TemporaryDirectory(prefix="syndic-saved-") as scratch:
        for folder in folders(sys.argv[2:]):
            wrong = check(syndic, folder, os.path.join(scratch, "fresh.json"))
            count += 1
            failed += bool(wrong)
            print("%sok %d - %s" % ("not " if wrong else "", count, os.path.basename(os.path.normpath(folder))))
            for line in wrong:
                print("# " + line)
    print("1..%d" % count)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
