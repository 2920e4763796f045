#!/usr/bin/env python3
"""Computes the offsets in samples/stories/*/truth.json, and checks what a truth must hold.

    make_truth.py [STORY...]            fill in begin, end, cbegin, cend of every witness
    make_truth.py --check [STORY...]    change nothing; exit 1 if an offset is not what it would be

A witness is spelled by hand as {"document", "first", "last"}: its first and its last words, which this
script finds in the article. Checked besides: a verbatim passage has the same words in every witness;
a counted passage has at least 12; the words beside its two ends differ between any two witnesses, so
that the span is the longest there is; and no two articles share 8 words in a row but in a passage.
"""
import argparse
import json
import os
import sys

from story import folders, forbidden_pairs, read_documents, read_truth, split_words

COUNTED = ("verbatim", "edited", "reworded")
RUN_WORDS = 8
PASSAGE_WORDS = 12


def find(words, wanted, start):
    return [i for i in range(start, len(words) - len(wanted) + 1) if words[i:i + len(wanted)] == wanted]


def place(document, witness):
    """The word range of a witness; ValueError says what is wrong with its spelling."""
    words = document.canonical()
    first = [w for w, _, _ in split_words(witness["first"])]
    last = [w for w, _, _ in split_words(witness["last"])]
    starts = find(words, first, 0)
    if len(starts) != 1:
        raise ValueError('"%s" stands %d times in %s' % (witness["first"], len(starts), witness["document"]))
    ends = find(words, last, starts[0])
    if not ends:
        raise ValueError('"%s" does not follow in %s' % (witness["last"], witness["document"]))
    return starts[0], ends[0] + len(last)


def fill(document, witness, span):
    begin, end = document.words[span[0]][1], document.words[span[1] - 1][2]
    return {"document": witness["document"], "begin": document.byte_at[begin], "end": document.byte_at[end],
            "cbegin": begin, "cend": end, "first": witness["first"], "last": witness["last"]}


def near(a, b):
    """Whether two words are equal or, both of four letters or more, one letter apart."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1:] == b[i + 1:] or a[i + 1:] == b[i:] or a[i:] == b[i + 1:] \
        or (a[i:i + 2] == b[i:i + 2][::-1] and a[i + 2:] == b[i + 2:])


def inside(inner, outer):
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def complaints(truth, documents, spans):
    """What is wrong with a truth, one line each. `spans` maps passage ids to (document, word range)s."""
    words = {name: document.canonical() for name, document in documents.items()}
    for passage in truth["passages"]:
        yield from passage_complaints(passage, spans, words)
    names = sorted(documents)
    forbidden = set(forbidden_pairs(truth, documents))
    for i, a in enumerate(names):
        for b in names[i + 1:]:
            yield from run_complaints(truth, spans, words, a, b, (a, b) in forbidden)


def passage_complaints(passage, spans, words):
    here = spans[passage["id"]]
    if len(here) < 2:
        yield "%s: fewer than two witnesses" % passage["id"]
    texts = [words[name][i:j] for name, (i, j) in here]
    if passage["kind"] == "verbatim" and any(text != texts[0] for text in texts):
        yield "%s: verbatim, but its witnesses differ in words" % passage["id"]
    if passage["kind"] in COUNTED and min(map(len, texts)) < PASSAGE_WORDS:
        yield "%s: shorter than %d words" % (passage["id"], PASSAGE_WORDS)
    for n, (a, span_a) in enumerate(here):
        for b, span_b in here[n + 1:]:
            if nested(spans, passage["id"], (a, span_a), (b, span_b)):
                continue
            for step, side in ((span_a[0] - 1, span_b[0] - 1), (span_a[1], span_b[1])):
                if 0 <= step < len(words[a]) and 0 <= side < len(words[b]) \
                        and near(words[a][step], words[b][side]):
                    yield "%s: %s and %s go on alike: %s" % (passage["id"], a, b, words[a][step])


def nested(spans, identity, one, other):
    """Whether some other passage holds both witnesses."""
    return any(key != identity
               and any(name == one[0] and inside(one[1], span) for name, span in here)
               and any(name == other[0] and inside(other[1], span) for name, span in here)
               for key, here in spans.items())


def run_complaints(truth, spans, words, a, b, forbidden):
    """Runs of RUN_WORDS words that a and b share outside every passage, or where none may be."""
    at = {}
    for i in range(len(words[a]) - RUN_WORDS + 1):
        at.setdefault(tuple(words[a][i:i + RUN_WORDS]), []).append(i)
    for j in range(len(words[b]) - RUN_WORDS + 1):
        for i in at.get(tuple(words[b][j:j + RUN_WORDS]), []):
            holders = [p for p in truth["passages"]
                       if any(n == a and inside((i, i + RUN_WORDS), s) for n, s in spans[p["id"]])
                       and any(n == b and inside((j, j + RUN_WORDS), s) for n, s in spans[p["id"]])]
            if not holders or (forbidden and any(p["kind"] in COUNTED for p in holders)):
                yield "%s and %s share: %s" % (a, b, " ".join(words[b][j:j + RUN_WORDS]))


def write(truth):
    """One witness a line, so that a change of one offset is a change of one line."""
    passages = []
    for passage in truth["passages"]:
        head = {k: v for k, v in passage.items() if k != "witnesses"}
        lines = ",\n".join("    " + json.dumps(w, ensure_ascii=False) for w in passage["witnesses"])
        passages.append("  %s,\n   \"witnesses\": [\n%s]}" % (json.dumps(head, ensure_ascii=False)[:-1], lines))
    pairs = ",\n".join("  " + json.dumps(pair, ensure_ascii=False) for pair in truth["must_not_share"])
    rest = [(k, v) for k, v in truth.items() if k not in ("schema", "passages", "must_not_share")]
    return '{"schema": %s,\n "passages": [%s],\n "must_not_share": [%s],\n%s}\n' % (
        json.dumps(truth["schema"]), "\n" + ",\n".join(passages) if passages else "",
        "\n" + pairs if pairs else "",
        ",\n".join(" %s: %s" % (json.dumps(k), json.dumps(v, ensure_ascii=False)) for k, v in rest))


def make(folder, check):
    truth, documents, spans, wrong = read_truth(folder), read_documents(folder), {}, []
    for passage in truth["passages"]:
        try:
            here = [place(documents[w["document"]], w) for w in passage["witnesses"]]
        except (KeyError, ValueError) as error:
            return ["%s: %s" % (passage["id"], error)]
        spans[passage["id"]] = [(w["document"], s) for w, s in zip(passage["witnesses"], here)]
        passage["witnesses"] = [fill(documents[w["document"]], w, s)
                                for w, s in zip(passage["witnesses"], here)]
    wrong.extend(complaints(truth, documents, spans))
    path = os.path.join(folder, "truth.json")
    with open(path, encoding="utf-8") as file:
        old = file.read()
    if old != write(truth):
        if check:
            wrong.append("offsets are out of date (run make_truth.py)")
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(write(truth))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("story", nargs="*")
    options = parser.parse_args()
    failed = False
    for folder in folders(options.story):
        for line in make(folder, options.check):
            print("%s: %s" % (os.path.basename(folder), line))
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
