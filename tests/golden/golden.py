#!/usr/bin/env python3
"""Holds syndic's output on the sample stories to the files kept beside them, byte for byte.

    golden.py SYNDIC [--update] [STORY...]

Each story is run from within its folder: trace as text (100 columns, no colour) and as JSON, compare as
text. The `tool` object of the JSON is emptied before it is compared. --update writes samples/stories/
NAME/expect/ anew; read what changed before you keep it. Prints TAP; exit 0 when all is the same.
"""
import argparse
import json
import os
import re
import subprocess
import sys

from story import folders

RUNS = (("trace.txt", ["trace", "-f", "text", "-o", "-", "articles/"]),
        ("trace.json", ["trace", "-f", "json", "-o", "-", "articles/"]),
        ("compare.txt", ["compare", "-f", "text", "-o", "-", "articles/"]))
CONTEXT_BYTES = 60


def output(syndic, folder, name, arguments):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    run = subprocess.run([syndic, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if run.returncode != 0:
        raise RuntimeError("exit %d: %s" % (run.returncode, run.stderr.decode("utf-8", "replace").strip()))
    return without_tool(run.stdout) if name.endswith(".json") else run.stdout


def without_tool(content):
    """The same bytes with the first "tool" object emptied."""
    text = content.decode("utf-8")
    key = re.search(r'"tool"\s*:\s*', text)
    if key is None:
        raise RuntimeError('no "tool" in the JSON')
    _, end = json.JSONDecoder().raw_decode(text, key.end())
    return (text[:key.end()] + "{}" + text[end:]).encode("utf-8")


def difference(old, new):
    """Where two outputs part, with a little of both."""
    at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    line = old.count(b"\n", 0, at) + 1
    start = max(0, at - CONTEXT_BYTES)
    return ["differs at byte %d, line %d (%d bytes expected, %d found)" % (at, line, len(old), len(new)),
            "expected %r" % old[start:at + CONTEXT_BYTES].decode("utf-8", "replace"),
            "found    %r" % new[start:at + CONTEXT_BYTES].decode("utf-8", "replace")]


def check(syndic, folder, name, arguments, update):
    """What is wrong with one output, as lines; none when it is as expected."""
    path = os.path.join(folder, "expect", name)
    try:
        new = output(syndic, folder, name, arguments)
    except (RuntimeError, ValueError) as error:
        return [str(error)]
    if update:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(new)
        return []
    if not os.path.exists(path):
        return ["no %s (golden.py --update writes it)" % path]
    with open(path, "rb") as file:
        old = file.read()
    return [] if old == new else difference(old, new)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("syndic")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("story", nargs="*")
    options = parser.parse_args()
    syndic, count, failed = os.path.abspath(options.syndic), 0, 0
    for folder in folders(options.story):
        for name, arguments in RUNS:
            wrong = check(syndic, folder, name, arguments, options.update)
            count += 1
            failed += bool(wrong)
            print("%sok %d - %s/%s" % ("not " if wrong else "", count,
                                       os.path.basename(os.path.normpath(folder)), name))
            for line in wrong:
                print("# " + line.replace("\n", " "))
    print("1..%d" % count)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
