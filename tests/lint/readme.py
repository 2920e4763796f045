#!/usr/bin/python3
"""Holds the report shown in README.md to what the command really prints.

    readme.py SYNDIC ROOT             exit 1 when they differ
    readme.py SYNDIC ROOT --update    writes README.md anew
"""
import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

STORY = "samples/stories/absent-newspaper"
BLOCK = re.compile(r"(<!-- output of tools/try -->\n).*?(<!-- end of output -->\n)", re.DOTALL)


def report(syndic, root):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1"}
    run = subprocess.run([syndic, "trace", "articles/"], cwd=root / STORY, env=environment, stdin=subprocess.DEVNULL,
                         capture_output=True, text=True, encoding="utf-8", check=True)
    return f"```\n$ cd {STORY} && syndic trace articles/\n{run.stdout}```\n"


def main(syndic, root, *update):
    readme = Path(root) / "README.md"
    shown = readme.read_text(encoding="utf-8")
    real = report(syndic, Path(root))
    fresh, count = BLOCK.subn(lambda found: found[1] + real + found[2], shown)
    if count != 1:
        sys.exit("README.md has no place for the output of tools/try")
    if update:
        readme.write_text(fresh, encoding="utf-8")
    elif fresh != shown:
        sys.stdout.writelines(difflib.unified_diff(shown.splitlines(True), fresh.splitlines(True),
                                                   "README.md", "what syndic prints"))
        sys.exit("README.md shows something else (tests/lint/readme.py SYNDIC ROOT --update writes it anew)")


if __name__ == "__main__":
    main(*sys.argv[1:])
