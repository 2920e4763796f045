"""Texts as the benches of dedup count them: canonical words made here, not by syndic, and what two texts share.

    corpus = counted.read(["docs.jsonl"])           # corpus.ids, corpus.words (how many), corpus.records
    for pair in counted.all_pairs(corpus, 0.2): ... # counted.Pair: of every two texts, bench/allpairs.c
    counted.some_pairs(corpus, [(0, 7), ...])       # the same of those asked for, in their order

Words are NFKC and case folded, runs of letters, marks and digits with inner apostrophes; a hyphen at a line's end
joins; what is written without spaces (Han, Kana, Thai, ...) is a word a character. It is the rule of src/text/text.h
written a second time, but for letters that look like those of another script.
"""

import array
import collections
import json
import os
import re
import subprocess
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))

APOSTROPHES = "'\u2019\u02bc\u2018\uff07\u201b\u055a\ua78b\ua78c\u00b4`\u2032"
PLAIN = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
BREAK = r"(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])"
JOINED = re.compile(rf"(?<=[^\W\d_])[-\u2010\u2011\u00ad][ \t]*{BREAK}[ \t]*(?=[^\W\d_])")
DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f\u202a-\u202e\u2066-\u2069]")
SOLO = ("\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
        "\U00020000-\U0003ffff")
MARK = ("\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff"
        "\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f")
LETTERS = rf"(?:(?![{SOLO}])(?:[^\W_]|[{MARK}]))"
WIDE = re.compile(rf"[{SOLO}][{MARK}]*|(?![{MARK}]){LETTERS}+(?:'{LETTERS}+)*")

Pair = collections.namedtuple("Pair", "first second words second_words covered common")


def words_of(text):
    """The canonical words of a text."""
    if "-" in text or "\u00ad" in text or "\u2010" in text or "\u2011" in text:
        text = JOINED.sub("", text)
    if text.isascii():
        return PLAIN.findall(text.lower().replace("`", "'") if "`" in text else text.lower())
    text = unicodedata.normalize("NFKC", DROPPED.sub("", text).translate(SAME_APOSTROPHE)).casefold()
    return WIDE.findall(unicodedata.normalize("NFKC", text))


SAME_APOSTROPHE = {ord(character): "'" for character in APOSTROPHES}


class Corpus:
    """Texts by number: ids, how many words, what is known of them, and their words as numbers."""

    def __init__(self):
        self.ids, self.counts, self.records, self.number_of = [], [], [], {}
        self.vocabulary = collections.defaultdict()
        self.vocabulary.default_factory = self.vocabulary.__len__
        self.numbers = []

    def add(self, record, text):
        numbers = array.array("I", map(self.vocabulary.__getitem__, words_of(text)))
        self.number_of.setdefault(record["id"], len(self.ids))
        self.ids.append(record["id"])
        self.counts.append(len(numbers))
        self.records.append(record)
        self.numbers.append(numbers)

    def write(self, path):
        with open(path, "wb") as file:
            for numbers in self.numbers:
                array.array("I", [len(numbers)]).tofile(file)
                numbers.tofile(file)


def read(paths, field="text", keep=("id", "date", "title", "source"), every=1):
    """The texts of files of a record a line; of each only the fields to keep are held, the text is not."""
    corpus = Corpus()
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines):
                if number % every == 0:
                    record = json.loads(line)
                    corpus.add({name: record.get(name) for name in keep}, record[field])
    return corpus


def counter(folder):
    program = os.path.join(folder, "allpairs")
    compiler = os.environ.get("CC", "cc")
    subprocess.run([*compiler.split(), "-std=c11", "-D_GNU_SOURCE", "-O2", "-o", program,
                    os.path.join(HERE, "allpairs.c")], check=True)
    return program


def counted(corpus, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        words = os.path.join(folder, "words")
        corpus.write(words)
        with subprocess.Popen([counter(folder), "--words", words, *arguments], stdout=subprocess.PIPE) as program:
            for line in program.stdout:
                yield Pair(*map(int, line.split()))
        if program.returncode != 0:
            raise RuntimeError(f"allpairs: exit {program.returncode}")


def all_pairs(corpus, least):
    """Ordered pairs of texts of which the second has at least this share of the first's words."""
    return counted(corpus, "--least", str(least))


def some_pairs(corpus, asked):
    with tempfile.NamedTemporaryFile("w", suffix=".pairs") as file:
        file.writelines(f"{first} {second}\n" for first, second in asked)
        file.flush()
        return list(counted(corpus, "--pairs", file.name))
