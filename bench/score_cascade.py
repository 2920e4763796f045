#!/usr/bin/env python3
"""Scores `syndic trace -f json` over the articles that cascade.py wrote.

    bench/score_cascade.py result.json DIR           DIR/truth.json is read
    bench/score_cascade.py result.json DIR --show 5  also some that are wrong, and some missed

A source is right if the text came from it, directly or through others: a document that is an ancestor, or an
absent one by one of its names. "unknown source 1" is right where some ancestor is absent. What shares its source
with a text, took from it, or has nothing to do with it is wrong. README.md says what each row means.
"""

import argparse
import json
import os
import re
from collections import Counter, defaultdict

import texts

LEVELS = ("strong", "moderate", "weak", "unknown")
RIGHT, UNMERGED, ITSELF = "right", "unmerged", "itself"
UNKNOWN_NAME = re.compile(r"unknown source\b", re.IGNORECASE)
EDGE_WORDS = 20


def plain(name):
    """A name as it is compared: no case, no article, no punctuation."""
    words = texts.words_of(name)
    return " ".join(words[1:] if words[:1] == ["the"] else words)


class Truth:
    """Who came from whom."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            truth = json.load(file)
        self.documents = {d["id"]: d for d in truth["documents"]}
        self.absent = {a["id"]: a for a in truth["absent"]}
        self.parent = {e["to"]: e["from"] for e in truth["edges"]}
        self.words = {e["to"]: e["words"] for e in truth["edges"]}
        self.story = {node["id"]: node["story"] for node in truth["documents"] + truth["absent"]}
        self.called = {d["id"]: {plain(form) for form in d["outlet"]} for d in truth["documents"]}
        self.called |= {a["id"]: {plain(form) for form in a["names"]} for a in truth["absent"]}
        self.children = defaultdict(list)
        for child, parent in self.parent.items():
            self.children[parent].append(child)

    def ancestors(self, node):
        """From the nearest to the origin."""
        found = []
        while node in self.parent:
            node = self.parent[node]
            found.append(node)
        return found

    def origin(self, node):
        return (self.ancestors(node) or [node])[-1]

    def takers(self, node):
        """The documents of the collection that came from a node."""
        found = []
        for child in self.children[node]:
            found += [child] if child in self.documents else []
            found += self.takers(child)
        return found

    def has_source(self):
        """Documents that took from something: another copy or a speech."""
        return [d for d in self.documents if d in self.parent]


class Claim:
    """One asserted descent, judged."""

    def __init__(self, truth, source, descent):
        self.source, self.to = source, descent["to"]
        self.seen, self.document = source["seen"], source["document"]
        self.level, self.confidence = descent["level"], descent["confidence"]
        self.words, self.direct = descent["words"], descent["route"] == "direct"
        self.names = {plain(name) for name in [source["name"] or "", *source["names"]]}
        self.node = None
        self.verdict = self.judge_seen(truth) if self.seen else self.judge_unseen(truth)

    def rank(self):
        return LEVELS.index(self.level), -self.confidence, -self.words, self.source["id"]

    def judge_seen(self, truth):
        self.node = self.document
        if self.document in truth.ancestors(self.to):
            return RIGHT
        if self.to in truth.ancestors(self.document):
            return "reversed"
        return "sibling" if truth.story[self.document] == truth.story[self.to] else "unrelated"

    def judge_unseen(self, truth):
        """By name. An ancestor that is there and says so in its outlet field should have been seen. That a text which
        does not say so is its own outlet's, nobody can know: such claims count nowhere."""
        ancestors = truth.ancestors(self.to)
        absent = [node for node in ancestors if node in truth.absent]
        if UNKNOWN_NAME.match(self.source["name"] or ""):
            self.node = absent[0] if absent else None
            return RIGHT if absent else "none absent"
        named = [node for node in absent + ancestors if self.names & truth.called[node]]
        if named:
            self.node = named[0]
            return UNMERGED if self.node in truth.documents and truth.documents[self.node]["labelled"] else RIGHT
        itself = self.names & truth.called[self.to] and not truth.documents[self.to]["labelled"]
        return ITSELF if itself else "wrong name"

    def is_right(self):
        return self.verdict in (RIGHT, UNMERGED)


def read_claims(result, truth):
    sources = {source["id"]: source for source in result["sources"]}
    return [Claim(truth, sources[d["from"]], d) for d in result["descents"]]


def share(part, whole):
    return part / whole if whole else None


def by_level(claims):
    """{level: (how many, share right)} of the claims that have it."""
    rows = {}
    for level in LEVELS:
        some = [claim for claim in claims if claim.level == level]
        if some:
            rows[level] = [len(some), share(sum(claim.is_right() for claim in some), len(some))]
    return rows


def count_verdicts(claims):
    return dict(sorted(Counter(claim.verdict for claim in claims).items()))


def strongest(claims):
    """The claim that says most about each text."""
    best = {}
    for claim in sorted(claims, key=Claim.rank):
        best.setdefault(claim.to, claim)
    return best


def followed(best, to):
    """The claim at the end of the strongest claims upward."""
    passed = {to}
    claim = best[to]
    while claim.seen and claim.document in best and claim.document not in passed:
        passed.add(claim.document)
        claim = best[claim.document]
    return claim


def reaches_origin(truth, claim, to):
    """Whether a claim names the very origin of a text: a document, an absent outlet by name, or an unknown source."""
    origin = truth.origin(to)
    if claim.seen:
        return claim.document == origin
    if UNKNOWN_NAME.match(claim.source["name"] or ""):
        return origin in truth.absent
    return bool(claim.names & truth.called[origin])


def score_roots(truth, claims):
    best, sourced = strongest(claims), truth.has_source()
    right = sum(claim.is_right() for claim in best.values())
    at_origin = sum(reaches_origin(truth, followed(best, to), to) for to in best)
    figures = {"texts": len(sourced), "asserted": len(best), "right": share(right, len(best)),
               "right_at_origin": share(at_origin, len(best)),
               "coverage": share(sum(to in best for to in sourced), len(sourced)),
               "found": share(right, len(sourced)), "by_level": by_level(best.values()), "by_story": {}}
    for kind in ("agency", "newspaper", "speech", "unrelated"):
        some = [claim for to, claim in best.items() if truth.documents[to]["kind"] == kind]
        whole = sum(truth.documents[to]["kind"] == kind for to in sourced)
        right = sum(claim.is_right() for claim in some)
        figures["by_story"][kind] = [len(some), share(right, len(some)), share(len(some), whole)]
    return figures


def score_naming(truth, claims):
    """The same for texts that name a source of theirs, and for those that do not."""
    best, rows = strongest(claims), {}
    for what in (True, False):
        some = [to for to in truth.has_source() if bool(truth.documents[to]["names"]) == what]
        asserted = [best[to] for to in some if to in best]
        rows["credited" if what else "uncredited"] = [
            len(asserted), share(sum(c.is_right() for c in asserted), len(asserted)), share(len(asserted), len(some))]
    return rows


def score_edges(truth, claims):
    edges = [claim for claim in claims if claim.seen]
    right = [claim for claim in edges if claim.is_right()]
    direct = [claim for claim in edges if claim.direct]
    from_parent = sum(truth.parent.get(claim.to) == claim.document for claim in direct)
    wanted = [to for to in truth.documents if truth.words.get(to, 0) >= EDGE_WORDS
              and any(node in truth.documents for node in truth.ancestors(to))]
    met = {claim.to for claim in right}
    return {"asserted": len(edges), "right": share(len(right), len(edges)),
            "takers_of_a_document": len(wanted), "coverage": share(sum(to in met for to in wanted), len(wanted)),
            "called_direct": len(direct), "direct_right": share(from_parent, len(direct)),
            "verdicts": count_verdicts(edges), "by_level": by_level(edges)}


def score_unseen(truth, claims):
    """One unseen source counts once for each story that it is put above."""
    unseen, told = [claim for claim in claims if not claim.seen], defaultdict(list)
    for claim in unseen:
        told[claim.source["id"], truth.story[claim.to]].append(claim)
    right = sum(all(claim.verdict == RIGHT for claim in some) for some in told.values())
    found = {claim.node for claim in unseen if claim.verdict == RIGHT}
    named = {node: any(node in truth.documents[to]["names"] for to in truth.takers(node))
             for node in truth.absent if truth.absent[node]["what"] == "outlet" and truth.takers(node)}
    unnamed = [node for node in truth.absent if truth.takers(node) and not named.get(node)]
    credited = [node for node in named if named[node]]
    missed = sum(node not in found for node in credited)
    return {"asserted": len(told), "right": share(right, len(told)), "false": len(told) - right,
            "absent_and_credited": len(credited), "missed": missed,
            "coverage": share(len(credited) - missed, len(credited)),
            "absent_and_never_named": len(unnamed), "found_unnamed": sum(node in found for node in unnamed),
            "verdicts": count_verdicts(unseen), "by_level": by_level(unseen)}


def calibration(claims):
    """[from, to, how many, mean confidence, share right] by tenths of confidence."""
    rows = []
    for tenth in range(10):
        some = [c for c in claims if min(9, int(c.confidence * 10)) == tenth]
        if some:
            rows.append([tenth / 10, (tenth + 1) / 10, len(some), sum(c.confidence for c in some) / len(some),
                         share(sum(c.is_right() for c in some), len(some))])
    return rows


def score(result, truth):
    claims = [claim for claim in read_claims(result, truth) if claim.verdict != ITSELF]
    return {"root": score_roots(truth, claims), "naming": score_naming(truth, claims),
            "edge": score_edges(truth, claims), "unseen": score_unseen(truth, claims),
            "calibration": calibration(claims)}, claims


def shown(value):
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def print_rows(rows, head):
    print(f"    {'':12}" + "".join(f"{name:>10}" for name in head))
    for name, values in rows.items():
        print(f"    {name:12}" + "".join(f"{shown(value):>10}" for value in values))


def print_figures(figures):
    for part in ("root", "edge", "unseen"):
        print(part)
        for name, value in figures[part].items():
            if not isinstance(value, dict):
                print(f"    {name.replace('_', ' '):24}{shown(value):>8}")
        for verdict, count in figures[part].get("verdicts", {}).items():
            print(f"        {verdict:20}{count:>8}")
        print_rows(figures[part]["by_level"], ("asserted", "right"))
    print_rows(figures["root"]["by_story"] | figures["naming"], ("asserted", "right", "coverage"))
    print("calibration")
    for low, high, count, mean, right in figures["calibration"]:
        print(f"    {low:.1f} to {high:.1f}  {count:>6} descents   said {mean:.3f}   right {right:.3f}")


def show(truth, claims, count):
    """Wrong claims and texts nothing was said of, to see what to tune."""
    for claim in sorted((c for c in claims if not c.is_right()), key=Claim.rank)[:count]:
        print(f"\n{claim.verdict}: {claim.to} from {claim.source['name']}, {claim.level}, {claim.words} words")
        print("    truly from " + (", ".join(truth.ancestors(claim.to)) or "nobody"))
    met = {claim.to for claim in claims}
    for to in [to for to in truth.has_source() if to not in met and truth.words[to] >= EDGE_WORDS][:count]:
        print(f"\nmissed: {to} ({truth.documents[to]['kind']}, {truth.documents[to]['role']})")
        named = ", ".join(truth.documents[to]["names"])
        print(f"    from {', '.join(truth.ancestors(to))}; it names {named or 'nobody'}")


def read_result(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        texts.fail("score_cascade", f"{path}: no result to be read: {error}")


def main():
    parser = argparse.ArgumentParser(description="Scores a result on newsroom cascades.")
    parser.add_argument("result", help="syndic trace -f json over articles.jsonl")
    parser.add_argument("folder", help="the folder bench/cascade.py wrote")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N wrong descents and N texts missed")
    parser.add_argument("--json", action="store_true", help="print the figures as one line of JSON")
    o = parser.parse_args()
    truth = Truth(os.path.join(o.folder, "truth.json"))
    figures, claims = score(read_result(o.result), truth)
    if o.json:
        print(json.dumps(figures))
    else:
        print_figures(figures)
    show(truth, claims, o.show)


if __name__ == "__main__":
    main()
