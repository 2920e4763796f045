#!/usr/bin/env python3
"""Scores what trace says of a collection whose sources are known: who is credited, what descends from whom.

    seeds_truth.py SYNDIC [FOLDER]

FOLDER holds the texts and truth.json; it defaults to $SYNDIC_SEEDS. Where there is none the test is skipped (exit 77).
Checked are the sources and their names, the descents with their credit spans, what must not be linked, the dates,
the credits, how far labels reach, and the standing of shared passages. Prints every miss and a count; exit 1 when
there is a miss.
"""
import json
import os
import subprocess
import sys

LEVELS = ("weak", "moderate", "strong")


def overlap(a, b):
    return min(a["end"], b["end"]) - max(a["begin"], b["begin"])


def same_place(a, b):
    """Two spans of one credit: they share most of the shorter one."""
    return overlap(a, b) * 2 > min(a["end"] - a["begin"], b["end"] - b["begin"])


class Result:
    """The JSON of a run, with documents named as the truth names them."""

    def __init__(self, syndic, folder, truth):
        files = [d["file"] for d in truth["documents"]]
        run = subprocess.run([syndic, "trace", "-f", "json", "-o", "-", *files], cwd=folder, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, check=False)
        if run.returncode != 0:
            sys.exit("trace: exit %d: %s" % (run.returncode, run.stderr.decode("utf-8", "replace").strip()))
        self.json = json.loads(run.stdout)
        short = {d["file"]: d["id"] for d in truth["documents"]}
        self.short = {d["id"]: short[os.path.basename(d["path"])] for d in self.json["documents"]}
        self.sources = {s["id"]: s for s in self.json["sources"]}

    def credits(self, doc):
        return [c for c in self.json["credits"] if self.short[c["document"]] == doc]

    def source_name(self, source):
        return self.sources[source]["name"] if source is not None else None


def check_sources(truth, result):
    found = {s["name"]: s for s in result.json["sources"]}
    for want in truth["sources"]:
        got = found.pop(want["name"], None)
        if got is None:
            yield "source %s is not named" % want["name"]
            continue
        if got["seen"] != want["seen"]:
            yield "source %s: seen is %s" % (want["name"], got["seen"])
        names = {got["name"], *got["names"]}
        for name in sorted(set(want["names"]) ^ names):
            yield "source %s: the form %s is %s" % (want["name"], name, "missing" if name in want["names"] else "too much")
    for name in sorted(found):
        yield "source %s is no source" % name


def credit_shown(truth, result, descent, doc):
    spans = [c for c in truth["credits"] if c["doc"] == doc]
    return any(e["kind"] == "credit" and result.short[e["document"]] == doc and any(overlap(e, s) > 0 for s in spans)
               for e in descent["evidence"])


def check_descents(truth, result):
    left = {(result.source_name(d["from"]), result.short[d["to"]]): d for d in result.json["descents"]}
    for want in truth["descents"]:
        got = left.pop((want["from"], want["to"]), None)
        name = "descent %s to %s" % (want["from"], want["to"])
        if got is None:
            yield name + " is missing"
            continue
        if got["level"] != want["level"]:
            yield "%s: level %s, not %s" % (name, got["level"], want["level"])
        if got["route"] == "direct":
            yield name + ": said to be direct"
        if not credit_shown(truth, result, got, want["to"]):
            yield name + ": no credit of its own is shown"
    for source, to in sorted(left, key=str):
        yield "descent %s to %s is not so" % (source, to)


def check_apart(truth, result):
    """What must_not_link says of documents and sources."""
    linked = {frozenset((result.source_name(d["from"])[:3], result.short[d["to"]])) for d in result.json["descents"]}
    together = [{result.short[w["document"]] for w in p["witnesses"]} for p in result.json["passages"]]
    for rule in truth["must_not_link"]:
        a, b = rule.get("a"), rule.get("b")
        if "descent" in rule["what"] and frozenset((a, b)) in linked:
            yield "%s and %s must not be linked" % (a, b)
        if rule["what"] == "descent or passage" and any({a, b} <= docs for docs in together):
            yield "%s and %s must not share a passage" % (a, b)
        if rule["what"] == "source" and any(s["document"] is not None and result.short.get(s["document"]) == rule["name"]
                                            for s in result.json["sources"]):
            yield "%s must not be a source" % rule["name"]


def check_dates(truth, result):
    texts = {d["doc"]: d["exact"] for d in truth["dates"] if d["is_document_date"]}
    for document in result.json["documents"]:
        doc, date = result.short[document["id"]], document["date"]
        value = date["value"] if date else None
        if value != texts.get(doc):
            yield "date of %s: %s, not %s" % (doc, value, texts.get(doc))


def check_credits(truth, result):
    names = {s["name"] for s in truth["sources"]}
    for want in truth["credits"]:
        if want.get("optional"):
            continue
        near = [c for c in result.credits(want["doc"]) if same_place(c, want)]
        name = "credit %s [%d, %d) of %s" % (want["doc"], want["begin"], want["end"], want["source"])
        source = want["source"] if want["source"] in names and want["of"] != "image" else None
        if not near:
            yield name + " is missing"
        elif not any(c["of"] == want["of"] for c in near):
            yield "%s: of %s, not %s" % (name, near[0]["of"], want["of"])
        elif not any(result.source_name(c["source"]) == source for c in near):
            yield "%s: source %s, not %s" % (name, result.source_name(near[0]["source"]), source)
    for doc in sorted(set(result.short.values())):
        known = [c for c in truth["credits"] if c["doc"] == doc]
        for c in result.credits(doc):
            if c["source"] is not None and not any(overlap(c, k) > 0 for k in known):
                yield "credit %s [%d, %d) is none" % (doc, c["begin"], c["end"])


def abbreviations(truth):
    """The names a scope is written with: a source's own, and the initials of its last words."""
    for source in truth["sources"]:
        words = source["name"].split()
        yield source["name"], source["name"]
        for i in range(len(words) - 1):
            yield "".join(w[0] for w in words[i:]), source["name"]


def covering(result, scope):
    """The sources that cover most of a scope, each with the level of most of it."""
    found = {}
    for c in result.credits(scope["doc"]):
        for level in LEVELS:
            inside = sum(max(0, overlap(x, scope)) for x in c["covers"] if x["level"] == level)
            if inside * 2 > scope["end"] - scope["begin"]:
                found[result.source_name(c["source"])] = level
    return found


def check_scopes(truth, result):
    names = dict(abbreviations(truth))
    for scope in truth["label_scope"]:
        words = scope["asserted"].replace(";", " ").replace(",", " ").split()
        denied = {names[w] for i, w in enumerate(words) if w in names and i > 0 and words[i - 1] == "not"}
        asked = [names[w] for w in words if w in names and names[w] not in denied]
        levels = [w for w in words if w in LEVELS]
        got = covering(result, scope)
        place = "scope %s [%d, %d)" % (scope["doc"], scope["begin"], scope["end"])
        for source, level in got.items():
            if source not in asked or level not in levels:
                yield "%s: %s %s, not %s" % (place, source, level, scope["asserted"])
        if not got and words[0] != "none" and not denied:
            yield "%s: nothing, not %s" % (place, scope["asserted"])


def check_standing(truth, result):
    for want in truth["passages"]:
        if want["need"] != "pipeline" or want["kind"] == "name":
            continue
        for w in want["witnesses"]:
            near = [x for p in result.json["passages"] for x in p["witnesses"]
                    if result.short[x["document"]] == w["doc"] and p["kind"] != "name" and same_place(x, w)]
            standing = "quoted" if want["quoted"] else "credited"
            if not any(x["standing"] == standing for x in near):
                yield "passage %s in %s: %s, not %s" % (want["id"], w["doc"], [x["standing"] for x in near], standing)
    for document in result.json["documents"]:
        share = document["share"]
        if sum(share["standing"].values()) != share["reused_words"]:
            yield "standing of %s does not add up" % result.short[document["id"]]


CHECKS = (check_sources, check_descents, check_apart, check_dates, check_credits, check_scopes, check_standing)


def main():
    folder = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("SYNDIC_SEEDS")
    if not folder or not os.path.isfile(os.path.join(folder, "truth.json")):
        print("no folder with truth.json (name one, or set SYNDIC_SEEDS)")
        return 77
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    result = Result(os.path.abspath(sys.argv[1]), folder, truth)
    count = 0
    for check in CHECKS:
        misses = list(check(truth, result))
        count += len(misses)
        print("%s: %s" % (check.__name__[6:], "right" if not misses else "%d wrong" % len(misses)))
        for miss in misses:
            print("    " + miss)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
