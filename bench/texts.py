"""What the benches share: reading books, cutting articles out of them, words and spans.

A span is half open and counts code points; `with_bytes` adds the byte offsets.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

TOKEN = re.compile(r"\S+")
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def fail(program, message):
    """One line that says what, where and what to do; exit 2."""
    print(f"{program}: {message}", file=sys.stderr)
    sys.exit(2)


def read_books(folder):
    """The texts below a folder, in the order of their paths, with plain line ends."""
    paths = []
    for place, _, names in os.walk(folder):
        paths += [os.path.join(place, name) for name in names if name.endswith(".txt")]
    books = []
    for path in sorted(paths):
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            books.append(file.read().replace("\r\n", "\n").replace("\r", "\n"))
    return books


def cut_windows(books, shortest, longest, random):
    """Disjoint windows of shortest to longest tokens, from every book, cut at white space."""
    windows = []
    for book in books:
        spans = [match.span() for match in TOKEN.finditer(book)]
        first = 0
        while first + longest <= len(spans):
            count = random.randint(shortest, longest)
            windows.append(book[spans[first][0]:spans[first + count - 1][1]])
            first += count
    return windows


def words_of(text):
    """The canonical words of a text, simply: lower case, one kind of apostrophe."""
    return [word.lower().replace("\u2019", "'") for word in WORD.findall(text)]


def with_bytes(text, cbegin, cend):
    """A span in code points and in bytes."""
    begin = len(text[:cbegin].encode())
    return {"begin": begin, "end": begin + len(text[cbegin:cend].encode()), "cbegin": cbegin, "cend": cend}


def trim(text, cbegin, cend):
    """The span without white space and punctuation at its ends."""
    while cbegin < cend and not text[cbegin].isalnum():
        cbegin += 1
    while cend > cbegin and not text[cend - 1].isalnum():
        cend -= 1
    return cbegin, cend


def covered(spans, begin, end):
    """How many positions of [begin, end) lie in at least one of the spans."""
    total, at = 0, begin
    for first, last in sorted(spans):
        first, last = max(first, at), min(last, end)
        if last > first:
            total += last - first
            at = last
    return total


def write_article(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write_lines(path, records):
    with open(path, "w", encoding="utf-8", newline="") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def build_generator(folder):
    """Compiles generate.c into the folder and returns the program's path."""
    here = os.path.dirname(os.path.abspath(__file__))
    program = os.path.join(folder, "generate")
    compiler = os.environ.get("CC", "cc")
    subprocess.run([*compiler.split(), "-std=c11", "-D_GNU_SOURCE", "-O2", "-o", program,
                    os.path.join(here, "generate.c")], check=True)
    return program


def generated(words, seed, *more):
    """Texts of generated articles, about so many words in all."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([build_generator(folder), "--words", str(words), "--seed", str(seed), *more],
                             check=True, capture_output=True)
    return [json.loads(line)["text"] for line in run.stdout.decode().splitlines()]
