#!/usr/bin/env python3
"""Plants excerpts in articles, so that a finder of shared passages can be measured against the truth.

    bench/plant.py --texts BOOKS --out DIR --seed 1

Articles of about 500 words are cut from the books. Each of the last quarter takes 1 to 3 excerpts of
10 to 120 words from articles of the first three quarters, with 0, 3, 8 or 15 % of the words edited:
dropped, replaced, inserted, swapped with the next, or mistyped by one letter. Some takers also quote
ten words, unedited. `bench/score_plant.py` scores a result.

Writes DIR/articles/*.txt, DIR/articles.jsonl (the same) and DIR/truth.jsonl: one line a planted
excerpt. `source_span` and `taker_span` run from its first to its last word; the `_core` spans leave
out edited words at its ends, which nobody can know to belong to it.
"""

import argparse
import math
import os
import random as seeded
from collections import namedtuple

import texts

RATES = (0.0, 0.03, 0.08, 0.15)
Excerpt = namedtuple("Excerpt", "source first count words")
# A piece of an edited excerpt: its text, the space behind it, and the token of the excerpt it still is.
Piece = namedtuple("Piece", "text gap token")


class Article:
    def __init__(self, text):
        self.text = text
        self.spans = [match.span() for match in texts.TOKEN.finditer(text)]
        self.words = [len(texts.words_of(text[begin:end])) for begin, end in self.spans]

    def token(self, i):
        return self.text[slice(*self.spans[i])]


def options():
    parser = argparse.ArgumentParser(description="Plants excerpts in articles cut from books.")
    parser.add_argument("--texts", required=True, help="a folder of plain text files")
    parser.add_argument("--out", required=True, help="the folder to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--quotes", type=int, default=300, help="takers that also quote ten words")
    parser.add_argument("--sources", type=int, default=0,
                        help="take from so many articles only, so that takers overlap (default: all)")
    parser.add_argument("--lengths", choices=("uniform", "log"), default="log",
                        help="how the words of an excerpt are spread over 10 to 120")
    return parser.parse_args()


def draw_words(spread, random):
    if spread == "uniform":
        return random.randint(10, 120)
    return round(math.exp(random.uniform(math.log(10), math.log(120))))


def draw_excerpt(articles, sources, words, random):
    """A stretch of exactly so many words from a random source, from token to token."""
    while True:
        source = random.choice(sources)
        article = articles[source]
        first = random.randrange(len(article.spans))
        total, last = 0, first
        while last < len(article.spans) and total < words:
            total += article.words[last]
            last += 1
        if total == words and article.words[first] and article.words[last - 1]:
            return Excerpt(source, first, last - first, words)


def mistype(word, random):
    """One letter replaced, dropped, doubled or swapped with the next."""
    at = [i for i, letter in enumerate(word) if letter.isalpha()]
    if len(at) < 2:
        return word + random.choice("aeinrst")
    i = random.choice(at[:-1])
    letter = random.choice("abcdefghijklmnopqrstuvwxyz")
    kind = random.randrange(4)
    if kind == 0 and letter != word[i].lower():
        return word[:i] + letter + word[i + 1:]
    if kind == 1 or word[i] == word[i + 1]:
        return word[:i] + word[i + 1:]
    if kind == 2:
        return word[:i] + letter + word[i:]
    return word[:i] + word[i + 1] + word[i] + word[i + 2:]


def replace_word(token, word):
    """The token with its letters replaced, its punctuation kept."""
    begin, end = texts.trim(token, 0, len(token))
    return token[:begin] + word + token[end:]


def edit(pieces, rate, vocabulary, random):
    """Edits about `rate` of the words. Returns the pieces and how many words were edited."""
    out, edited, i = [], 0, 0
    while i < len(pieces):
        piece, kind = pieces[i], random.randrange(5) if random.random() < rate else None
        i += 1
        edited += kind is not None
        if kind is None:
            out.append(piece)
        elif kind == 0:
            if len(pieces) == 1:
                out.append(piece)
        elif kind == 1:
            out.append(Piece(replace_word(piece.text, random.choice(vocabulary)), piece.gap, None))
        elif kind == 2:
            out += [piece._replace(gap=" "), Piece(random.choice(vocabulary), piece.gap or " ", None)]
        elif kind == 3:
            swap_next(out, piece, pieces, i)
            i += i < len(pieces)
        else:
            out.append(piece._replace(text=mistype(piece.text, random)))
    return out, edited


def swap_next(out, piece, pieces, i):
    """Appends the piece behind its neighbour: the next one, for the last the one before."""
    if i < len(pieces):
        out += [pieces[i]._replace(gap=piece.gap or " "), piece._replace(gap=pieces[i].gap)]
    elif out:
        before = out.pop()
        out += [piece._replace(gap=before.gap), before._replace(gap=piece.gap)]
    else:
        out.append(piece)


def take(articles, excerpt, rate, vocabulary, random):
    """The text of an excerpt as its taker prints it, its core there, and what the truth says of it."""
    article = articles[excerpt.source]
    tokens = range(excerpt.first, excerpt.first + excerpt.count)
    pieces = []
    for i in tokens:
        gap = article.text[article.spans[i][1]:article.spans[i + 1][0]] if i + 1 in tokens else ""
        pieces.append(Piece(article.token(i), gap, i))
    pieces, edited = edit(pieces, rate, vocabulary, random)
    text, at, kept = "", [], []
    for number, piece in enumerate(pieces):
        at.append((len(text), len(text) + len(piece.text)))
        text += piece.text + (piece.gap if number + 1 < len(pieces) else "")
        if piece.token is not None:
            kept.append(number)
    kept = kept or [0]
    held = [pieces[number].token for number in kept if pieces[number].token is not None] or list(tokens)
    core = (at[kept[0]][0], at[kept[-1]][1])
    source_core = (article.spans[min(held)][0], article.spans[max(held)][1])
    whole = (article.spans[tokens[0]][0], article.spans[tokens[-1]][1])
    return text, core, {"edits": edited, "source_span": whole, "source_core": source_core}


def plant(articles, taker, jobs, vocabulary, random):
    """Inserts the excerpts at distinct word boundaries. Returns the new text and the truth."""
    article, truth, parts, length, read = articles[taker], [], [], 0, 0
    places = sorted(random.sample(range(1, len(article.spans)), len(jobs)))
    for place, (kind, excerpt, rate) in zip(places, jobs):
        begin = article.spans[place][0]
        text, core, facts = take(articles, excerpt, rate, vocabulary, random)
        quote = '"' if kind == "quote10" else ""
        parts += [article.text[read:begin], quote + text + quote + " "]
        length += begin - read + len(quote)
        facts |= {"kind": kind, "source": excerpt.source, "rate": rate, "words": excerpt.words,
                  "taker_span": (length, length + len(text)),
                  "taker_core": (length + core[0], length + core[1])}
        length += len(text) + len(quote) + 1
        read = begin
        truth.append(facts)
    return "".join(parts) + article.text[read:], truth


def plan(articles, taker, quotes, sources, spread, random):
    """What one taker takes: excerpts, and a quote when it is one of the quoting."""
    jobs = []
    for _ in range(random.randint(1, 3)):
        excerpt = draw_excerpt(articles, sources, draw_words(spread, random), random)
        jobs.append(("excerpt", excerpt, random.choice(RATES)))
    if taker in quotes:
        jobs.append(("quote10", draw_excerpt(articles, sources, 10, random), 0.0))
    random.shuffle(jobs)
    return jobs


def record(facts, taker, names, bodies):
    """One line of truth.jsonl."""
    line = {"kind": facts["kind"], "taker": names[taker], "source": names[facts["source"]],
            "rate": facts["rate"], "words": facts["words"], "edits": facts["edits"]}
    for side, body in (("source", bodies[facts["source"]]), ("taker", bodies[taker])):
        for part in ("span", "core"):
            line[f"{side}_{part}"] = texts.with_bytes(body, *facts[f"{side}_{part}"])
    return line


def main():
    o = options()
    random = seeded.Random(o.seed)
    books = texts.read_books(o.texts)
    windows = texts.cut_windows(books, 400, 600, random)
    if len(windows) < o.articles:
        texts.fail("plant", f"{o.texts}: only {len(windows)} articles can be cut (use --articles {len(windows)})")
    articles = [Article(text) for text in random.sample(windows, o.articles)]
    vocabulary = sorted({word for book in books for word in texts.words_of(book) if word.isalpha()})
    source_count = o.articles * 3 // 4
    quotes = set(random.sample(range(source_count, o.articles), min(o.quotes, o.articles - source_count)))
    sources = random.sample(range(source_count), o.sources) if o.sources else range(source_count)
    bodies, found = [article.text for article in articles], []
    for taker in range(source_count, o.articles):
        jobs = plan(articles, taker, quotes, sources, o.lengths, random)
        bodies[taker], truth = plant(articles, taker, jobs, vocabulary, random)
        found += [(taker, facts) for facts in truth]
    names = [f"{number:05d}.txt" for number in range(1, o.articles + 1)]
    folder = os.path.join(o.out, "articles")
    os.makedirs(folder, exist_ok=True)
    for name, body in zip(names, bodies):
        texts.write_article(folder, name, body)
    texts.write_lines(os.path.join(o.out, "articles.jsonl"), ({"id": n, "text": b} for n, b in zip(names, bodies)))
    texts.write_lines(os.path.join(o.out, "truth.jsonl"), (record(facts, taker, names, bodies) for taker, facts in found))
    print(f"{len(names)} articles, {len(found)} planted, {sum(len(b.encode()) for b in bodies):,} bytes, in {o.out}")


if __name__ == "__main__":
    main()
