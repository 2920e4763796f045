"""The samples as the golden tests see them: documents, words, and truth.json.

    for folder in folders(names):
        documents = read_documents(folder)      # id -> Document
        truth = read_truth(folder)

Words follow the design's definition, spelled out slowly and without any of syndic's own code.
"""
import json
import os
import unicodedata
from itertools import accumulate

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
STORIES = os.path.join(ROOT, "samples", "stories")

APOSTROPHES = "'’‘ʼ＇"
HYPHENS = "-‐\u00ad"
DROPPED = set("\u00ad\u200b\u200c\u200d\u2060\ufeff") | {chr(c) for c in range(0xFE00, 0xFE10)}
ALONE = [(0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x4DBF),
         (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF)]


def folders(names=None):
    """The story folders named, by path or by bare name; all of them without a name."""
    if not names:
        return [os.path.join(STORIES, name) for name in sorted(os.listdir(STORIES))
                if os.path.isdir(os.path.join(STORIES, name))]
    return [name if os.path.isdir(name) else os.path.join(STORIES, name) for name in names]


class Document:
    """One text, its words, and the way from code points to bytes."""

    def __init__(self, text):
        self.text = text
        self.byte_at = [0, *accumulate(len(c.encode("utf-8")) for c in text)]
        self.words = split_words(text)

    def canonical(self):
        return [word for word, _, _ in self.words]

    def trim(self, begin, end):
        """The byte span without the punctuation and spaces at either end, or None if none is left."""
        inside = [(self.byte_at[b], self.byte_at[e]) for _, b, e in self.words
                  if self.byte_at[e] > begin and self.byte_at[b] < end]
        if not inside:
            return None
        return max(begin, inside[0][0]), min(end, inside[-1][1])

    def word_range(self, begin, end):
        """Word indices [i, j) of the words that lie wholly inside the byte span."""
        inside = [i for i, (_, b, e) in enumerate(self.words)
                  if self.byte_at[b] >= begin and self.byte_at[e] <= end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def split_words(text):
    """A list of (canonical word, first code point, code point behind the last)."""
    words, at = [], 0
    while at < len(text):
        if not is_letter(text[at]):
            at += 1
            continue
        end = at + 1
        while end < len(text):
            step = continues(text, end) if not stands_alone(text[at]) else mark_length(text, end)
            if step == 0:
                break
            end += step
        words.append((fold(text[at:end]), at, end))
        at = end
    return words


def continues(text, at):
    """How many code points from `at` on belong to the word that reaches `at`; 0 when it ends there."""
    here = text[at]
    if is_letter(here):
        return 0 if stands_alone(here) else 1
    if here in HYPHENS:
        behind = at + 1
        while behind < len(text) and text[behind] in " \t\r":
            behind += 1
        if behind < len(text) and text[behind] == "\n":
            behind += 1
            while behind < len(text) and text[behind] in " \t":
                behind += 1
            if behind < len(text) and text[behind].isalpha():
                return behind - at
    if here in DROPPED or here in APOSTROPHES:
        behind = at + 1
        while behind < len(text) and text[behind] in DROPPED:
            behind += 1
        if behind < len(text) and is_letter(text[behind]) and not stands_alone(text[behind]):
            return behind - at
    return 0


def mark_length(text, at):
    return 1 if unicodedata.category(text[at])[0] == "M" else 0


def is_letter(c):
    return unicodedata.category(c)[0] in "LMN"


def stands_alone(c):
    return any(low <= ord(c) <= high for low, high in ALONE)


def fold(word):
    kept = "".join("'" if c in APOSTROPHES else c for c in word
                   if c not in DROPPED and c not in HYPHENS and not c.isspace())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept).casefold())
    return unicodedata.normalize("NFKC", folded)


def read_documents(folder):
    """Every document below articles/, by the id that syndic gives it when run inside `folder`."""
    documents = {}
    articles = os.path.join(folder, "articles")
    for name in sorted(os.listdir(articles)):
        path = os.path.join(articles, name)
        with open(path, encoding="utf-8", newline="") as file:
            content = file.read()
        if name.endswith(".jsonl"):
            for line in content.splitlines():
                record = json.loads(line)
                documents[record["id"]] = Document(record["text"])
        else:
            documents["articles/" + name] = Document(content)
    return documents


def read_truth(folder):
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        return json.load(file)


def forbidden_pairs(truth, documents):
    """must_not_share with every "*" written out: a sorted list of pairs of ids."""
    pairs = set()
    for a, b in truth["must_not_share"]:
        for one in documents if a == "*" else [a]:
            for other in documents if b == "*" else [b]:
                if one != other:
                    pairs.add(tuple(sorted((one, other))))
    return sorted(pairs)
