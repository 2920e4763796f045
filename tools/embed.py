#!/usr/bin/env python3
"""Turns files into C arrays, with their SHA-256 as a Content-Security-Policy names it.

    embed.py OUT.c HEADER NAME=FILE...

For each file OUT.c has NAME, NAME_bytes and NAME_hash; HEADER is what it includes. Comments that stand on lines
of their own and indentation are left out of style sheets and scripts, for they would be in every report.
"""
import base64
import hashlib
import re
import sys
from pathlib import Path


def shorten(text):
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("// ")) + "\n"


def array(name, path):
    content = shorten(Path(path).read_text(encoding="utf-8")).encode()
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    numbers = [str(byte) for byte in content] + ["0"]
    rows = (",".join(numbers[i:i + 32]) for i in range(0, len(numbers), 32))
    return (f"const char {name}[] = {{\n" + ",\n".join(rows) + "\n};\n"
            f"const size_t {name}_bytes = sizeof {name} - 1;\n"
            f'const char {name}_hash[] = "sha256-{digest}";\n')


def main():
    out, header, *files = sys.argv[1:]
    parts = [f'/* Made by tools/embed.py. */\n#include "{header}"\n']
    parts += [array(*pair.split("=", 1)) for pair in files]
    Path(out).write_text("\n".join(parts), encoding="ascii")


main()
