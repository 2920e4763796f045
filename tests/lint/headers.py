#!/usr/bin/python3
"""Holds the headers to their rules: each is a manual, each stands alone, and what they promise is what is exported.

    headers.py ROOT LIBRARY               prints what is wrong, one finding a line; exit 1 when there is any
    headers.py --selftest ROOT LIBRARY    plants one violation of each kind in a copy and expects each to be found

* every header opens with a comment that says what it is, and compiles alone as C11; a public one also as C++;
* every SYN_API function has a comment above it, or stands in a paragraph that has one;
* public names begin with syn_ or SYN_;
* the shared library exports exactly the functions marked SYN_API.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-Werror", "-fsyntax-only"]
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
API = re.compile(r"^SYN_API\b[^;]*?\b(\w+)\s*\(", re.MULTILINE | re.DOTALL)
GUARD = re.compile(r"^SYNDIC_\w+_H$")


def public_headers(root):
    return sorted((root / "include" / "syndic").glob("*.h"))


def inner_headers(root):
    return sorted((root / "src").rglob("*.h"))


def compiler(*names):
    for name in names:
        if shutil.which(name):
            return name
    sys.exit(f"no compiler found (install one of {', '.join(names)})")


def compiles(command, name):
    run = subprocess.run(command + ["-"], input=f'#include "{name}"\n', capture_output=True, text=True)
    return [] if run.returncode == 0 else [f"{name}: does not compile alone: {run.stderr.strip().splitlines()[0]}"]


def check_alone(root, only):
    """Every header, or only the one named (compiling all of them for each plant would take long)."""
    found = []
    wanted = lambda header: only in (None, header.relative_to(root).as_posix())
    public = [f"-I{root}/include", *WARNINGS]
    c = [compiler("cc", "gcc", "clang"), "-std=c11", "-x", "c"]
    cpp = [compiler("c++", "g++", "clang++"), "-std=c++11", "-x", "c++"]
    for header in filter(wanted, public_headers(root)):
        name = header.relative_to(root / "include").as_posix()
        found += compiles(c + public, name) + [f"as C++: {text}" for text in compiles(cpp + public, name)]
    for header in filter(wanted, inner_headers(root)):
        found += compiles(c + ["-D_GNU_SOURCE", f"-I{root}/src"] + public, header.relative_to(root / "src").as_posix())
    return found


def check_opening(root):
    return [f"{header.relative_to(root)}: does not open with a comment that says what it is"
            for header in public_headers(root) + inner_headers(root)
            if not header.read_text(encoding="utf-8").startswith("/** ")]


def check_comments(root):
    found = []
    for header in public_headers(root):
        for paragraph in re.split(r"\n[ \t]*\n", header.read_text(encoding="utf-8")):
            for name in API.findall(paragraph):
                if "/**" not in paragraph:
                    found.append(f"{header.relative_to(root)}: {name} has no comment")
    return found


def names_of(text):
    """Every name a header gives to the world: functions, types, tags, constants, macros."""
    text = COMMENT.sub(" ", text)
    names = re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", text, re.MULTILINE)
    names = [name for name in names if not GUARD.match(name)]
    text = re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", "", text, flags=re.MULTILINE)
    for body in re.findall(r"\benum\b[^{;]*\{([^}]*)\}", text):
        names += re.findall(r"(?:^|,)\s*(\w+)", body)
    names += re.findall(r"\b(?:struct|enum|union)\s+(\w+)\s*\{", text)
    flat = re.sub(r'extern\s+"C"\s*\{', "", text)
    while re.search(r"\{[^{}]*\}", flat):
        flat = re.sub(r"\{[^{}]*\}", " ", flat)
    names += re.findall(r"\btypedef\b[^;(]*?\b(\w+)\s*;", flat)
    names += re.findall(r"^(?!\s*typedef)[^\n;()]*?\b(\w+)\s*\(", re.sub(r"__attribute__\s*\(\(.*?\)\)", "", flat), re.MULTILINE)
    return names


def check_names(root):
    return [f"{header.relative_to(root)}: {name} does not begin with syn_ or SYN_"
            for header in public_headers(root)
            for name in names_of(header.read_text(encoding="utf-8"))
            if not name.startswith(("syn_", "SYN_"))]


def promised(root):
    return {name for header in public_headers(root)
            for name in API.findall(COMMENT.sub(" ", header.read_text(encoding="utf-8")))}


def check_exports(root, library):
    listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    # Names that begin with an underscore belong to the compiler and its sanitizers.
    exported = {line.split()[-1].split("@")[0] for line in listing.splitlines() if line.strip()}
    exported = {name for name in exported if not name.startswith("_")}
    return ([f"{name}: marked SYN_API and not exported" for name in sorted(promised(root) - exported)]
            + [f"{name}: exported and not marked SYN_API" for name in sorted(exported - promised(root))])


def check(root, library, only=None):
    return (check_opening(root) + check_alone(root, only) + check_comments(root) + check_names(root)
            + check_exports(root, library))


# A header, what is put before its last line, and a part of the finding it must raise.
PLANTS = [
    ("include/syndic/planted.h", "#include <stdint.h>", "does not open with a comment"),
    ("include/syndic/planted.h", "/** X. */\nint syn_lost(syn_missing *a);", "does not compile alone"),
    ("include/syndic/planted.h", "/** X. */\nstruct syn_new { int class; };", "as C++"),
    ("src/base/planted.h", "/** X. */\nint syn_lost(syn_missing *a);", "does not compile alone"),
    ("include/syndic/base.h", "SYN_API int syn_bare(int a);", "syn_bare has no comment"),
    ("include/syndic/base.h", "/** X. */\nSYN_API int syn_ghost(int a);", "syn_ghost: marked SYN_API and not exported"),
    ("include/syndic/base.h", "int stray(int a);", "stray does not begin"),
    ("include/syndic/base.h", "#define STRAY_LIMIT 3", "STRAY_LIMIT does not begin"),
    ("include/syndic/base.h", "typedef enum syn_e { SYN_E, STRAY_E } syn_e;", "STRAY_E does not begin"),
    ("include/syndic/base.h", "typedef struct syn_t { int a; } stray_t;", "stray_t does not begin"),
]
UNMARKED = "SYN_API const char *syn_version(void);"


def plant(copy, name, line):
    path = copy / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ["#ifndef SYNDIC_P_H", "#define SYNDIC_P_H", "#endif"]
    path.write_text("\n".join(lines[:-1] + ["", line, "", lines[-1]]) + "\n", encoding="utf-8")


def selftest(root, library):
    missed = []
    before = set(check(root, library))
    for name, line, part in PLANTS + [("include/syndic/base.h", None, "syn_version: exported and not marked")]:
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch)
            shutil.copytree(root / "include", copy / "include")
            shutil.copytree(root / "src", copy / "src")
            if line is None:
                base = copy / name
                base.write_text(base.read_text(encoding="utf-8").replace(UNMARKED, UNMARKED[8:]), encoding="utf-8")
            else:
                plant(copy, name, line)
            if not any(part in finding for finding in set(check(copy, library, name)) - before):
                missed.append(f"planted in {name} and not found: {line or 'a function without SYN_API'}")
    return missed


def main(arguments):
    paths = [argument for argument in arguments if argument != "--selftest"]
    root, library = Path(paths[0]).resolve(), paths[1]
    findings = selftest(root, library) if "--selftest" in arguments else check(root, library)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
