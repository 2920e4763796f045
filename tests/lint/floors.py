#!/usr/bin/python3
"""Holds the house together: who may include whom, one door for each package, names, build lists.

    floors.py ROOT              prints what is wrong, one finding a line; exit 1 when there is any
    floors.py --selftest ROOT   plants one violation of each kind in a copy and expects each to be found
"""
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

# Each floor of src/ and the floors below that it may include, besides its own files and include/syndic/.
# The files directly in src/ are the pipeline.
FLOORS = {
    "base": set(),
    "text": {"base"},
    "model": {"base"},
    "ingest": {"base"},
    "report": {"base"},
    "sketch": {"base", "text"},
    "match": {"base", "text"},
    "trace": {"base", "text"},
    "dedup": {"base", "text"},
    "store": {"base", "model", "sketch"},
    "cli": set(),
    "pipeline": {"base", "text", "model", "ingest", "report", "sketch", "match", "trace", "dedup", "store"},
}

# A package's headers (by how they begin) and the one file that may include them. json-c has two: records that may be
# anything and are taken as far as they are of use, and results, where every field has a type and is refused otherwise.
# zlib and zstd unpack files that others packed in one and pack what goes out in another; zstd packs the texts of an
# index, with dictionaries of its own, in a third. LMDB's environment is opened and read in one file and written in the other.
DOORS = {
    "utf8proc": "text/fold.c",
    "xxhash": "base/hash.c",
    "xxh3": "base/hash.c",
    "openssl/": "base/hash.c",
    "json": ("ingest/jsonl.c", "ingest/field.c"),
    "divsufsort": "match/suffix.c",
    "pthread.h": "base/pool.c",
    "threads.h": "base/pool.c",
    "zlib.h": ("ingest/inflate.c", "report/packed.c"),
    "zstd": ("ingest/inflate.c", "store/packing.c", "report/packed.c"),
    "zdict": "store/packing.c",
    "lmdb.h": ("store/environment.c", "store/environment_write.c"),
}

NO_FILE = re.compile(r"(^|[_-])(utils?|common|helpers?|misc|managers?)([_-]|$)")
NO_FUNCTION = re.compile(r"(^|_)(utils?|helpers?|misc|managers?)(_|$)")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
FUNCTION = re.compile(r"^(?!typedef)[A-Za-z_][\w \t*]*?[ \t*](\w+)\(", re.MULTILINE)


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".c", ".h", ".inc", ".def") and path.is_file():
                yield path


def floor_of(name):
    """The floor of a file that is named from src/."""
    return name.split("/")[0] if "/" in name else "pipeline"


def check_include(path, src, quote, name, doors):
    """One include of one file of src/."""
    inside = path.relative_to(src).as_posix()
    floor = floor_of(inside)
    if name.startswith("syndic/"):
        return []
    if quote == "<":
        for package in DOORS:
            if name.startswith(package):
                doors.setdefault(package, set()).add(inside)
        return []
    if not (src / name).is_file():
        return [f'src/{inside}: "{name}" is not a file of src/ (write "floor/file.h")']
    target = floor_of(name)
    if floor not in FLOORS:
        return [f"src/{inside}: {floor} is no floor of the house (name it in tests/lint/floors.py)"]
    if target != floor and target not in FLOORS[floor]:
        return [f'src/{inside}: {floor} must not include "{name}"']
    return []


def check_includes(root):
    src, found, doors = root / "src", [], {}
    for path in sources(root, "src"):
        for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            found += check_include(path, src, quote, name, doors)
    for package, files in sorted(doors.items()):
        door = DOORS[package]
        if door is not None:
            own = {door} if isinstance(door, str) else set(door)
            found += [f"src/{file}: {package} has its door in src/{' and src/'.join(sorted(own))}"
                      for file in sorted(files - own)]
        elif len(files) > 1:
            found.append(f"{package} has more than one door: {', '.join(sorted(files))}")
    for path in sources(root, "include"):
        for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if quote == '"' and not name.startswith("syndic/"):
                found.append(f'{path.relative_to(root)}: a public header includes "{name}"')
    return found


def check_threads(root):
    """Only the pipeline hands work to the pool, and the sorting on disk; a stage is a function of one item."""
    found = []
    for path in sources(root, "src"):
        inside = path.relative_to(root / "src").as_posix()
        if inside == "base/pool.c" or inside.startswith("base/spill") or floor_of(inside) == "pipeline":
            continue
        if '"base/pool.h"' in path.read_text(encoding="utf-8"):
            found.append(f"src/{inside}: only the pipeline may use base/pool.h")
    return found


def check_names(root):
    found = []
    for path in sources(root, "src", "include", "tests", "bench"):
        if NO_FILE.search(path.stem):
            found.append(f"{path.relative_to(root)}: a file is named after a noun of the field")
        for name in FUNCTION.findall(path.read_text(encoding="utf-8")):
            if NO_FUNCTION.search(name):
                found.append(f"{path.relative_to(root)}: {name}: say what it does instead")
    return found


def check_lists(root):
    """A source that no meson.build names is neither built nor run."""
    found = []
    for list_file, folders in (("src/meson.build", ["src"]), ("tests/meson.build", ["tests/unit", "tests/property", "tests/support", "tests/fuzz"])):
        listed = (root / list_file).read_text(encoding="utf-8")
        for path in sources(root, *folders):
            name = path.relative_to((root / list_file).parent).as_posix()
            if path.suffix == ".c" and f"'{name}'" not in listed and f"'{path.stem}'" not in listed:
                found.append(f"{list_file}: {name} is not in the list")
    return found


def check(root):
    return check_includes(root) + check_threads(root) + check_names(root) + check_lists(root)


# What is planted (a file and a line put at its end) and a part of the finding it must raise.
PLANTS = [
    ("src/base/planted.h", '#include "text/text.h"', "base must not include"),
    ("src/match/planted.h", '#include "sketch/planted.h"', "match must not include"),
    ("src/sketch/planted.h", '#include "match/planted.h"', "sketch must not include"),
    ("src/cli/planted.h", '#include "base/alloc.h"', "cli must not include"),
    ("src/text/planted.h", "#include <xxhash.h>", "xxhash has its door"),
    ("src/report/planted.h", "#include <json-c/json.h>", "json has its door"),
    ("src/trace/planted.h", "#include <pthread.h>", "pthread.h has its door"),
    ("src/trace/planted.h", '#include "base/pool.h"', "only the pipeline may use"),
    ("src/text/planted.h", '#include "text.h"', "is not a file of src/"),
    ("src/attic/planted.h", '#include "base/alloc.h"', "no floor of the house"),
    ("include/syndic/planted.h", '#include "base/alloc.h"', "a public header includes"),
    ("src/base/util.c", "", "named after a noun"),
    ("src/base/planted.h", "int string_helper(int a);", "say what it does"),
    ("src/base/planted.c", "", "is not in the list"),
    ("tests/unit/test_planted.c", "", "is not in the list"),
]


def copy_house(root, to):
    for folder in ("src", "include", "tests", "bench"):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, to / folder)


def selftest(root):
    missed = []
    for name, line, part in PLANTS:
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch)
            copy_house(root, copy)
            before = set(check(copy))
            planted = copy / name
            planted.parent.mkdir(parents=True, exist_ok=True)
            for other in ("match", "sketch"):  # so that what is included is there
                (copy / "src" / other).mkdir(parents=True, exist_ok=True)
                (copy / "src" / other / "planted.h").touch()
            with open(planted, "a", encoding="utf-8") as file:
                file.write("\n" + line + "\n")
            if not any(part in finding for finding in set(check(copy)) - before):
                missed.append(f"planted in {name} and not found: {line or 'the file itself'}")
    return missed


def main(arguments):
    selftesting = "--selftest" in arguments
    roots = [argument for argument in arguments if argument != "--selftest"]
    root = Path(roots[0] if roots else os.path.dirname(__file__) + "/../..").resolve()
    findings = selftest(root) if selftesting else check(root)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
