"""What the tests of the command share: running it, the promises every call keeps, and TAP.

    from command import done, equal, main, run, trouble

    def help_is_given(_):                       # what a test is called is what it holds
        assert "usage" in done(run("--help"))

    if __name__ == "__main__":
        sys.exit(main(globals()))

The program's first argument is the command. A test is a function of one argument that is named `folder` (an empty
folder of its own) or `_`.
"""
import inspect
import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

syndic = str(Path(sys.argv[1]).resolve())
environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}

SHARED = ("The harbour council voted on Tuesday to close the northern pier for eleven weeks while divers "
          "replace the oak piles that carried the first lamp posts of the town.")
ALPHA = f"Pier to close\n\nResidents heard it at breakfast.\n\n{SHARED}\n\nNobody had been asked.\n"
BETA = f"Notes from the coast\n\n{SHARED}\n\nThe baker on the corner expects a quiet spring.\n"
GAMMA = "A different story altogether.\n\nThe choir sang in the rain and the goats stayed indoors.\n"


def articles(folder):
    for name, text in (("alpha.txt", ALPHA), ("beta.txt", BETA), ("gamma.txt", GAMMA)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Skip(Exception):
    """Raised by a test that cannot be run here; its text says why."""


def run(*arguments, stdin=b"", cwd=None, **more):
    return subprocess.run([syndic, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd,
                          env={**environment, **more}, timeout=60, check=False)


def equal(found, expected, what="value"):
    assert found == expected, f"{what} is {found!r}, not {expected!r}"


def done(outcome, code=0):
    assert outcome.returncode == code, f"exit {outcome.returncode}: {outcome.stderr.decode()}"
    return outcome.stdout.decode("utf-8")


def quiet(outcome, code=0):
    equal(outcome.stderr, b"", "standard error")
    return done(outcome, code)


def trouble(outcome, *words):
    """Exit 2, nothing on standard output, one line on standard error that holds all words."""
    equal(outcome.returncode, 2, "exit code")
    equal(outcome.stdout, b"", "standard output")
    line = outcome.stderr.decode("utf-8", "replace")
    assert line.startswith("syndic: ") and line.count("\n") == 1 and line.endswith("\n"), f"not one line: {line!r}"
    for word in words:
        assert word in line, f"{word!r} is not in {line!r}"


def is_test(item):
    code = getattr(item, "__code__", None)
    takes_one = code is not None and code.co_argcount == 1 and not code.co_kwonlyargcount
    return takes_one and not code.co_flags & inspect.CO_VARARGS and code.co_varnames[0] in ("_", "folder")


def run_test(number, test, source):
    """Prints the line of one test; whether it failed."""
    name, start, failed = test.__name__.replace("_", " "), time.monotonic(), False
    with tempfile.TemporaryDirectory(prefix="syndic-cli-") as folder:
        try:
            test(Path(folder))
            print(f"ok {number} - {name}")
        except Skip as why:
            print(f"ok {number} - {name} # SKIP {why}")
        except Exception as error:  # a test that breaks is a test that fails
            failed = True
            print(f"not ok {number} - {name}")
            lines = [str(entry.lineno) for entry in traceback.extract_tb(error.__traceback__)
                     if entry.filename == source]
            print(f"# line {' > '.join(lines)}: {type(error).__name__}: {error}".replace("\n", "\n# "))
    if time.monotonic() - start > 5:
        print(f"# took {time.monotonic() - start:.1f} s")
    return failed


def main(module, but_not=()):
    """Runs the tests of a module, given as its globals(), in the order they are written in."""
    tests = [item for item in module.values()
             if is_test(item) and item not in but_not and item.__module__ == module["__name__"]]
    print(f"1..{len(tests)}")
    failed = [run_test(number, test, module["__file__"]) for number, test in enumerate(tests, 1)]
    return 1 if any(failed) else 0
