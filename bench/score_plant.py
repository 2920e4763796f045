#!/usr/bin/env python3
"""Scores a result on planted excerpts (bench/plant.py): pairs, characters, the ends of spans, quotes.

    syndic compare -f json -o result.json planted/articles
    bench/score_plant.py result.json planted [--show 5] [--json]
    bench/score_plant.py --sim planted                          the rival: sim_text -s -r 8 -n -T

A pair counts as found when it has a match of kind verbatim, edited or reworded. A found pair that was
not planted is *neutral*, neither right nor wrong, when both are takers of overlapping stretches of one
source, or when the two texts really share 10 or more consecutive words (counted exactly here). Pair
precision is printed without the neutral pairs and with them as errors. For the ends of spans, white
space and punctuation do not count, and of several matches the outermost ends do.
"""

import argparse
import collections
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time

import texts

COUNTED = {"verbatim", "edited", "reworded"}
GRAM = 10
LENGTHS = ((10, 14), (15, 24), (25, 49), (50, 120))
SIM_LINE = re.compile(r"^(\S+): line .*?\|(\S+): line .*\[\d+\]$")


class Planted:
    """The articles, the truth, and what the articles share by the nature of language."""

    def __init__(self, folder):
        if not os.path.exists(os.path.join(folder, "truth.jsonl")):
            texts.fail("score_plant", f"{folder}: holds no truth.jsonl (make one with bench/plant.py)")
        self.folder = folder
        self.body = {line["id"]: line["text"] for line in texts.read_lines(os.path.join(folder, "articles.jsonl"))}
        self.truth = texts.read_lines(os.path.join(folder, "truth.jsonl"))
        self.pairs = {pair_of(line["source"], line["taker"]) for line in self.truth}
        self.shared = None

    def overlapping_takers(self):
        """Pairs of takers that took overlapping stretches of one source."""
        taken, pairs = collections.defaultdict(list), set()
        for line in self.truth:
            span = line["source_span"]
            for taker, begin, end in taken[line["source"]]:
                if taker != line["taker"] and begin < span["cend"] and span["cbegin"] < end:
                    pairs.add(pair_of(taker, line["taker"]))
            taken[line["source"]].append((line["taker"], span["cbegin"], span["cend"]))
        return pairs

    def share_gram(self, wanted):
        """Those of the wanted pairs that hold a run of GRAM equal words."""
        names = {name for pair in wanted for name in pair}
        grams = {name: grams_of(self.body[name]) for name in names}
        return {pair for pair in wanted if not grams[pair[0]].isdisjoint(grams[pair[1]])}


def pair_of(a, b):
    return (a, b) if a < b else (b, a)


def grams_of(text):
    words = texts.words_of(text)
    return {tuple(words[i:i + GRAM]) for i in range(len(words) - GRAM + 1)}


def base_name(document):
    return os.path.basename(document)


def matches_from_pairs(result):
    """{(a, b): [(span in a, span in b)]} as the result's pairs list them."""
    found = {}
    for pair in result["pairs"]:
        a, b = base_name(pair["a"]), base_name(pair["b"])
        spans = [(m["a"], m["b"]) for m in pair["matches"] if m["kind"] in COUNTED]
        if spans:
            found.setdefault(pair_of(a, b), []).extend(spans if a < b else [(y, x) for x, y in spans])
    return found


def matches_from_passages(result):
    """The same from the passages: any two witnesses of one passage are a match."""
    found = collections.defaultdict(list)
    for passage in result["passages"]:
        if passage["kind"] not in COUNTED:
            continue
        witnesses = sorted(((base_name(w["document"]), w) for w in passage["witnesses"]), key=lambda item: item[0])
        for i, (a, first) in enumerate(witnesses):
            for b, second in witnesses[i + 1:]:
                if a != b:
                    found[a, b].append((first, second))
    return dict(found)


def spans_of(found, line):
    """The spans found for a planted pair, as (in source, in taker), in code points."""
    pair = pair_of(line["source"], line["taker"])
    spans = [((a["cbegin"], a["cend"]), (b["cbegin"], b["cend"])) for a, b in found.get(pair, ())]
    return spans if pair[0] == line["source"] else [(b, a) for a, b in spans]


def score_excerpt(planted, found, line):
    """What of one planted excerpt was found: characters and, where any, how far the ends are off."""
    spans = spans_of(found, line)
    score = {"line": line, "pair": pair_of(line["source"], line["taker"]) in found, "errors": [], "core_errors": []}
    total = hit = 0
    score["pieces"] = 0
    for side, name in enumerate(("source", "taker")):
        truth, body = line[f"{name}_span"], planted.body[line[name]]
        begin, end = truth["cbegin"], truth["cend"]
        touching = [span[side] for span in spans if span[side][0] < end and begin < span[side][1]]
        total += end - begin
        hit += texts.covered(touching, begin, end)
        if touching:
            outer = texts.trim(body, min(s[0] for s in touching), max(s[1] for s in touching))
            score["errors"] += end_errors(body, truth, outer)
            score["core_errors"] += end_errors(body, line[f"{name}_core"], outer)
            score["pieces"] = max(score["pieces"], len(touching))
    return score | {"total": total, "hit": hit}


def end_errors(body, truth, outer):
    begin, end = texts.trim(body, truth["cbegin"], truth["cend"])
    return [abs(outer[0] - begin), abs(outer[1] - end)]


def ratio(part, whole):
    return part / whole if whole else float("nan")


def score_pairs(planted, found_pairs):
    """Pair recall and both precisions; the false pairs are kept to be shown."""
    true = found_pairs & planted.pairs
    rest = found_pairs - planted.pairs
    neutral = rest & planted.overlapping_takers()
    takers = len(neutral)
    neutral |= planted.share_gram(rest - neutral)
    false = rest - neutral
    excerpts = {pair_of(t["source"], t["taker"]) for t in planted.truth if t["kind"] == "excerpt"}
    return {"planted_pairs": len(excerpts), "found_pairs": len(found_pairs),
            "pair_recall": ratio(len(excerpts & true), len(excerpts)),
            "pair_precision": ratio(len(true), len(true) + len(false)),
            "pair_precision_neutral_as_errors": ratio(len(true), len(found_pairs)),
            "neutral_takers": takers, "neutral_shared_words": len(neutral) - takers,
            "false_pairs": len(false)}, sorted(false)


def recall_by(scores, name, group_of):
    """Rows of (group, excerpts, pair recall, characters)."""
    groups = collections.defaultdict(list)
    for score in scores:
        groups[group_of(score["line"])].append(score)
    return [{name: group, "count": len(some), "recall": ratio(sum(s["pair"] for s in some), len(some)),
             "characters": ratio(sum(s["hit"] for s in some), sum(s["total"] for s in some))}
            for group, some in sorted(groups.items())]


def length_group(line):
    return next(f"{low:3d}-{high}" for low, high in LENGTHS if low <= line["words"] <= high)


def score_spans(scores):
    """Characters and ends over the excerpts, found or not (characters) and found (ends)."""
    errors = [e for s in scores for e in s["errors"]]
    core = [e for s in scores for e in s["core_errors"]]
    seen = [s for s in scores if s["pieces"]]
    return {"characters": ratio(sum(s["hit"] for s in scores), sum(s["total"] for s in scores)),
            "characters_of_found_pairs": ratio(sum(s["hit"] for s in scores if s["pair"]),
                                               sum(s["total"] for s in scores if s["pair"])),
            "end_error_median": statistics.median(errors) if errors else None,
            "end_error_mean": statistics.fmean(errors) if errors else None,
            "core_end_error_median": statistics.median(core) if core else None,
            "core_end_error_mean": statistics.fmean(core) if core else None,
            "matches_per_excerpt": ratio(sum(s["pieces"] for s in seen), len(seen))}


def score(planted, found):
    scores = [score_excerpt(planted, found, line) for line in planted.truth]
    excerpts = [s for s in scores if s["line"]["kind"] == "excerpt"]
    quotes = [s for s in scores if s["line"]["kind"] == "quote10"]
    figures, false = score_pairs(planted, set(found))
    figures |= score_spans(excerpts)
    figures["quote10_recall"] = ratio(sum(s["hit"] >= 0.9 * s["total"] for s in quotes), len(quotes))
    figures["by_rate"] = recall_by(excerpts, "rate", lambda line: line["rate"])
    figures["by_words"] = recall_by(excerpts, "words", length_group)
    return figures, false, [s for s in scores if not s["pair"]]


def run_sim(folder, runs=3):
    """sim_text over the articles: the pairs it names, and the median seconds of its runs."""
    names, seconds = sorted(os.listdir(folder)), []
    for _ in range(runs):
        before = time.perf_counter()
        run = subprocess.run(["sim_text", "-s", "-r", "8", "-n", "-T", *names], cwd=folder, check=True,
                             capture_output=True, text=True, errors="replace")
        seconds.append(time.perf_counter() - before)
    pairs = set()
    for line in run.stdout.splitlines():
        match = SIM_LINE.match(line)
        if match and match[1] != match[2]:
            pairs.add(pair_of(match[1], match[2]))
    return pairs, statistics.median(seconds), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def print_rows(rows):
    for row in rows:
        group, *values = row.values()
        print(f"    {group!s:>8}  {values[0]:5d} excerpts   pairs {values[1]:.4f}   characters {values[2]:.4f}")


def print_figures(figures):
    for name, value in figures.items():
        if isinstance(value, list):
            print(name.replace("_", " "))
            print_rows(value)
        else:
            print(f"{name.replace('_', ' '):36}{value:>10.4f}" if isinstance(value, float)
                  else f"{name.replace('_', ' '):36}{value!s:>10}")


def show_false(planted, found, false, count):
    """False pairs with the text they are said to share, to see what to tune."""
    for a, b in false[:count]:
        print(f"\nfalse: {a} {b}")
        for x, y in found[a, b][:3]:
            print("   ", " ".join(planted.body[a][x["cbegin"]:x["cend"]].split()))
            print("   ", " ".join(planted.body[b][y["cbegin"]:y["cend"]].split()))


def show_missed(planted, missed, count):
    for s in missed[:count]:
        line = s["line"]
        print(f"\nmissed: {line['taker']} from {line['source']}, {line['words']} words, {line['rate']:.0%} edited")
        for side in ("source", "taker"):
            span = line[f"{side}_span"]
            print("   ", " ".join(planted.body[line[side]][span["cbegin"]:span["cend"]].split()))


def options():
    parser = argparse.ArgumentParser(description="Scores a result on planted excerpts.")
    parser.add_argument("result", nargs="?", help="syndic compare -f json over the articles")
    parser.add_argument("planted", help="the folder bench/plant.py wrote (or its truth.jsonl)")
    parser.add_argument("--sim", action="store_true", help="run and score sim_text instead of reading a result")
    parser.add_argument("--passages", action="store_true", help="take the matches from the passages, not the pairs")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N false and N missed pairs")
    parser.add_argument("--json", action="store_true", help="print the figures as one line of JSON")
    return parser.parse_args()


def read_result(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        texts.fail("score_plant", f"{path}: no result to be read: {error}")


def main():
    o = options()
    planted = Planted(os.path.dirname(o.planted) or "." if o.planted.endswith(".jsonl") else o.planted)
    found, false, missed = {}, [], []
    if o.sim:
        pairs, seconds, peak = run_sim(os.path.join(planted.folder, "articles"))
        figures, false = score_pairs(planted, pairs)
        figures |= {"seconds": seconds, "peak_mib": peak}
    elif o.result is None:
        texts.fail("score_plant", "no result given (name one, or use --sim)")
    else:
        result = read_result(o.result)
        if result.get("pairs_left_out") and not o.passages:
            print("score_plant: pairs were left out of this result, reading its passages instead", file=sys.stderr)
        by_pair = not (o.passages or result.get("pairs_left_out"))
        found = matches_from_pairs(result) if by_pair else matches_from_passages(result)
        figures, false, missed = score(planted, found)
    if o.json:
        print(json.dumps(figures))
    else:
        print_figures(figures)
    if found:
        show_false(planted, found, false, o.show)
        show_missed(planted, missed, o.show)


if __name__ == "__main__":
    main()
