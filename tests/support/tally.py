#!/usr/bin/python3
"""Counts what passed and failed in a Meson test log.

    tally.py build/meson-logs/testlog.json STATUS   ->   "PASSED FAILED"

A TAP program counts once for each of its tests; any other counts once. A program that ends badly
without naming a test counts as one failure, and so does a run of status STATUS that shows none.
What a failed TAP test says goes to standard error, since Meson keeps it to itself.
"""
import json
import re
import sys

TAP = re.compile(r"^\s*(not ok|ok)\b(?!.*#\s*(?:SKIP|TODO))", re.MULTILINE | re.IGNORECASE)


SAYS = re.compile(r"^\s*not ok\b.*(?:\n(?!\s*(?:not ok|ok)\b|#|\d+\.\.).*)*", re.MULTILINE)


def count(test):
    good = test["result"] in ("OK", "EXPECTEDFAIL")
    if test["result"] == "SKIP":
        return 0, 0
    lines = [found.lower() for found in TAP.findall(test.get("stdout") or "")]
    if not lines:
        return int(good), int(not good)
    failed = lines.count("not ok")
    for said in SAYS.findall(test["stdout"]):
        print(f"{test['name']}: {said.strip()}", file=sys.stderr)
    return lines.count("ok"), failed if good else max(failed, 1)


def main(path, status):
    passed = failed = 0
    try:
        with open(path, encoding="utf-8") as log:
            for line in log:
                test_passed, test_failed = count(json.loads(line))
                passed += test_passed
                failed += test_failed
    except OSError:
        pass
    if status != 0 and failed == 0:
        failed = 1
    print(passed, failed)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
