"""Generated texts with near-duplicates planted in them at known shares, and how many of these a run dropped.

    made = dedup_plant.make(path, texts=100000, seed=1)
    dedup_plant.print_found(result, made, 0.8)      # a table by share and length, and one by kind

Every pair is a text and a later one, shorter and so behind it in the order of keeping, of 20 to 2,000 words:

    trimmed     the beginning of the other, which is 1 / share as long: all of it stands there, whatever the share
    evenly      words replaced at even distances, runs of equal ones between: of five where the share is low
    scattered   each word replaced by chance
    mixed       paragraphs of the other among paragraphs of its own
    inside      one stretch of a text several times as long, the rest its own

Words come out of generate.c with their frequencies, in any order, so texts share what chance gives. What share a pair
really has is counted (counted.py), and tables go by that.
"""

import collections
import json
import random as seeded

import counted
import texts

KINDS = ("trimmed", "evenly", "scattered", "mixed", "inside")
SHARES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
LENGTHS = (20, 50, 200, 500, 2000)

Planted = collections.namedtuple("Planted", "kind share length kept dropped")
Made = collections.namedtuple("Made", "path pairs shares ids")


class Writer:
    """Draws words."""

    def __init__(self, seed):
        self.random = seeded.Random(seed)
        tokens = " ".join(texts.generated(1000000, seed)).split()
        self.tokens = [token for token in tokens if len(counted.words_of(token)) == 1]

    def words(self, count):
        return self.random.choices(self.tokens, k=count)

    def text(self, tokens):
        """Paragraphs of some 60 words."""
        ends = range(0, len(tokens), 60)
        return "\n\n".join(" ".join(tokens[at:at + 60]) for at in ends)


def trimmed(writer, share, length):
    other = writer.words(round(length / share) + 1)
    return other, other[:length]


def evenly(writer, share, length):
    """Runs of equal words and of replaced ones in turn, both as short as the share lets them be."""
    other = writer.words(length + 1)
    gap = 1 if share < 1 else 0
    while share < 1 and round(gap * share / (1 - share)) < 5:
        gap += 1
    run = round(gap * share / (1 - share)) if share < 1 else length
    gap = max(gap, round(run * (1 - share) / share))
    copy, at = other[:length], writer.random.randrange(run)
    while gap and at < length:
        copy[at:at + gap] = writer.words(min(gap, length - at))
        at += gap + run
    return other, copy


def scattered(writer, share, length):
    """A word is in a run of five or more with the chance q^5 (5 - 4q), if each is left with the chance q."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if middle ** 5 * (5 - 4 * middle) < share else (low, middle)
    other = writer.words(length + 1)
    fresh = writer.words(length)
    return other, [word if writer.random.random() < high else new for word, new in zip(other, fresh)]


def mixed(writer, share, length):
    other, own = writer.words(length + 1), writer.words(length)
    size = max(5, min(40, round(length * share)))
    taken = round(length * share)
    copy, places = own[:length - taken], []
    for at in range(0, taken, size):
        places.append((writer.random.randint(0, len(copy)), at))
    for place, at in sorted(places, reverse=True):
        copy[place:place] = other[at:min(at + size, taken)]
    return other, copy


def inside(writer, share, length):
    other = writer.words(length * 4 if length <= 1000 else length + 3000)
    taken = round(length * share)
    at, before = writer.random.randint(0, len(other) - taken), writer.random.randint(0, length - taken)
    own = writer.words(length - taken)
    return other, own[:before] + other[at:at + taken] + own[before:]


def plan(count):
    """(kind, share, length) of all pairs, as many of each."""
    cells = [(kind, share, length) for kind in KINDS for share in SHARES for length in LENGTHS]
    return [cells[i % len(cells)] for i in range(count // 2)]


def write_pair(writer, number, cell, records):
    kind, share, length = cell
    other, copy = globals()[kind](writer, share, length)
    pair = Planted(kind, share, length, f"k{number:06d}", f"d{number:06d}")
    records.append((pair.kept, writer.text(other)))
    records.append((pair.dropped, writer.text(copy)))
    return pair


def make(path, count, seed):
    """Writes the texts in any order, and counts what share each pair really has."""
    writer, records, corpus = Writer(seed), [], counted.Corpus()
    pairs = [write_pair(writer, number, cell, records) for number, cell in enumerate(plan(count))]
    writer.random.shuffle(records)
    with open(path, "w", encoding="utf-8") as file:
        for name, text in records:
            file.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
            corpus.add({"id": name}, text)
    asked = [(corpus.number_of[pair.dropped], corpus.number_of[pair.kept]) for pair in pairs]
    shares = [found.covered / found.words for found in counted.some_pairs(corpus, asked)]
    return Made(path, pairs, shares, corpus)


def band_of(share):
    return min(int(share * 10 + 1e-9), 10)


def print_table(name, groups, made, gone, threshold):
    """The share of pairs dropped, by group and by the share that the pair really has."""
    heads = "".join(f"{band / 10:8.1f}" for band in range(3, 11))
    print(f"{name:12}{heads}{'due':>9}{'dropped':>9}{'recall':>9}")
    for group, of in groups:
        found, due, hit = collections.defaultdict(lambda: [0, 0]), 0, 0
        for pair, share in zip(made.pairs, made.shares):
            if of(pair):
                cell = found[band_of(share)]
                cell[0] += 1
                cell[1] += pair.dropped in gone
                due += share >= threshold - 1e-9
                hit += share >= threshold - 1e-9 and pair.dropped in gone
        cells = "".join(f"{found[band][1] / found[band][0]:8.3f}" if found[band][0] else f"{'-':>8}"
                        for band in range(3, 11))
        print(f"{group!s:12}{cells}{due:9,}{hit:9,}" + (f"{hit / due:9.4f}" if due else f"{'-':>9}"))


def print_found(result, made, threshold):
    """Tables of a run; returns recall over all pairs of at least the threshold, and precision of the log."""
    gone = {line["dropped"] for line in result.lines}
    number = made.ids.number_of
    found = counted.some_pairs(made.ids, [(number[line["dropped"]], number[line["kept"]]) for line in result.lines])
    wrong = sum(p.covered < (threshold - 1e-9) * p.words for p in found)
    print(f"\n--threshold {threshold}: {len(gone):,} dropped, precision "
          + (f"{1 - wrong / len(found):.4f}" if found else "-"))
    print_table("words", [(length, lambda pair, length=length: pair.length == length) for length in LENGTHS], made,
                gone, threshold)
    print_table("kind", [(kind, lambda pair, kind=kind: pair.kind == kind) for kind in KINDS], made, gone, threshold)
    print_table("all", [("", lambda pair: True)], made, gone, threshold)
    due = [pair.dropped in gone for pair, share in zip(made.pairs, made.shares) if share >= threshold - 1e-9]
    return sum(due) / len(due), 1 - wrong / len(found) if found else 1.0
