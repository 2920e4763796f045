#!/usr/bin/python3
"""Installs into a scratch folder and builds, against what was installed, the program that README.md shows.

    installed.py BUILD ROOT

The program is the first C block of README.md, wrapped in main; it is run on a sample story.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

STORY = "samples/stories/absent-newspaper"
NEEDED = ("bin/syndic", "include/syndic/syndic.h", "share/man/man1/syndic.1", "share/syndic/result.schema.json")


def run(command, **more):
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def program(root):
    block = re.search(r"```c\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    includes, body = block.split("\n\n", 1)
    return f"#include <stdio.h>\n{includes}\nint main(void)\n{{\n{body}\nreturn 0;\n}}\n"


def main(build, root):
    root = Path(root).resolve()
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", to])
        prefix = next(to.rglob("bin/syndic")).parent.parent
        for name in NEEDED:
            if not any(to.rglob(name)):
                sys.exit(f"{name} is not installed")
        package = next(to.rglob("libsyndic.pc"))
        environment = {**os.environ, "PKG_CONFIG_PATH": str(package.parent), "PKG_CONFIG_SYSROOT_DIR": str(to)}
        flags = run(["pkg-config", "--cflags", "--libs", "libsyndic"], env=environment).split()
        (to / "example.c").write_text(program(root), encoding="utf-8")
        compiler = shutil.which("cc") or shutil.which("gcc") or "clang"
        run([compiler, "-std=c11", "-Wall", "-Wextra", "-Werror", to / "example.c", *flags, "-o", to / "example"])
        library = next(to.rglob("libsyndic.so")).parent
        said = run([to / "example"], cwd=root / STORY, env={**os.environ, "LD_LIBRARY_PATH": str(library)})
        run([prefix / "bin" / "syndic", "--version"], env={**os.environ, "LD_LIBRARY_PATH": str(library)})
    if not re.fullmatch(r"[1-9]\d* passages\n", said):
        sys.exit(f"the program of README.md printed {said!r}")


if __name__ == "__main__":
    main(*sys.argv[1:])
