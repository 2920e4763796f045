#!/usr/bin/env python3
"""One passage in many articles: must be one passage with all its witnesses, and cost no more than text.

    bench/witnesses.py --out DIR --witnesses 500
    syndic trace -f json -o result.json DIR/articles
    bench/witnesses.py --out DIR --check result.json

Writes otherwise unrelated articles with one 97-word passage in each to DIR/articles, the same with as many
words that nobody else has in its place to DIR/twins, and DIR/truth.jsonl, the passage's span in each.
The articles are generated, or cut from the books in --texts.
"""

import argparse
import json
import os
import random as seeded
import sys

import texts

PASSAGE = (
    "The ferry company had been warned three times about the rusted bow door, according to letters that a "
    "former harbour engineer handed to the inquiry on Tuesday. “We told them in March, again in June and once "
    "more the week before she sailed,” Ingrid Halvorsen said outside the courthouse in Brattvik. “Nobody wrote "
    "back, not even to say they read it.” The owners, who sold the vessel for 4.2 million crowns after "
    "the accident, answered that every inspection was passed — and that the letters, if they exist, were "
    "sent to an office which closed years ago.")
PASSAGE_WORDS = 97


def options():
    parser = argparse.ArgumentParser(description="Plants one passage in many articles.")
    parser.add_argument("--out", required=True, help="the folder to write, or written before")
    parser.add_argument("--witnesses", type=int, default=90)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", help="a folder of books to cut from (default: generated text)")
    parser.add_argument("--check", metavar="RESULT", help="score a result instead of writing")
    return parser.parse_args()


def unrelated(o, random):
    """Twice as many texts as asked for: bodies, and what stands in the passage's place in the twins."""
    if o.texts is None:
        return texts.generated(o.witnesses * 2 * 480, o.seed, "--length", "400")
    windows = texts.cut_windows(texts.read_books(o.texts), 250, 400, random)
    return random.sample(windows, len(windows))


def cut_words(text, count):
    """The first tokens of a text that hold so many words, or None where a token overshoots."""
    total = 0
    for match in texts.TOKEN.finditer(text):
        total += len(texts.words_of(match.group()))
        if total >= count:
            return " ".join(text[:match.end()].split()) if total == count else None
    return None


def insert(body, place, passage):
    """The body with the passage before the word at `place`, and the passage's span there."""
    return body[:place] + passage + " " + body[place:], texts.with_bytes(body[:place] + passage, place, place + len(passage))


def write_sets(o):
    random = seeded.Random(o.seed)
    some = unrelated(o, random)
    bodies, rest = some[:o.witnesses], some[o.witnesses:]
    fillers = [filler for filler in (cut_words(text, PASSAGE_WORDS) for text in rest) if filler][:o.witnesses]
    if len(fillers) < o.witnesses:
        texts.fail("witnesses", f"{o.texts}: too little text for {o.witnesses} articles (ask for fewer)")
    for name in ("articles", "twins"):
        os.makedirs(os.path.join(o.out, name), exist_ok=True)
    truth = []
    for number, (body, filler) in enumerate(zip(bodies, fillers), 1):
        name = f"{number:05d}.txt"
        place = random.choice([match.start() for match in texts.TOKEN.finditer(body)])
        text, span = insert(body, place, PASSAGE)
        texts.write_article(os.path.join(o.out, "articles"), name, text)
        texts.write_article(os.path.join(o.out, "twins"), name, insert(body, place, filler)[0])
        truth.append({"document": name} | span)
    texts.write_lines(os.path.join(o.out, "truth.jsonl"), truth)
    print(f"{len(truth)} witnesses in {o.out}")


def check(o):
    """Exactly one passage, every witness, exact spans but for punctuation. Returns whether all hold."""
    truth = {line["document"]: line for line in texts.read_lines(os.path.join(o.out, "truth.jsonl"))}
    with open(o.check, encoding="utf-8") as file:
        passages = json.load(file)["passages"]
    passages = [p for p in passages if p["kind"] in ("verbatim", "edited", "reworded")]
    holders = [p for p in passages if p["words"] >= PASSAGE_WORDS - 2]
    found = exact = 0
    for witness in holders[0]["witnesses"] if holders else ():
        name = os.path.basename(witness["document"])
        with open(os.path.join(o.out, "articles", name), encoding="utf-8", newline="") as file:
            body = file.read()
        line = truth[name]
        span = texts.trim(body, witness["cbegin"], witness["cend"])
        found += span[0] < line["cend"] and line["cbegin"] < span[1]
        exact += span == texts.trim(body, line["cbegin"], line["cend"])
    print(f"passages {len(passages)}, witnesses {found} of {len(truth)}, exact spans {exact}")
    return len(passages) == 1 and found == len(truth)


def main():
    o = options()
    assert len(texts.words_of(PASSAGE)) == PASSAGE_WORDS, len(texts.words_of(PASSAGE))
    if o.check is None:
        write_sets(o)
    elif not check(o):
        sys.exit(1)


if __name__ == "__main__":
    main()
