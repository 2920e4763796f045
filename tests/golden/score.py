#!/usr/bin/env python3
"""Holds what syndic traces in the sample stories against what is true of them.

    score.py SYNDIC [--tolerance WORDS] [--kinds] [STORY...]

Each story is traced as JSON from within its folder. Looked for:
    * every true passage as one passage, all its witnesses with their exact spans (punctuation and
      spaces at the ends aside; --tolerance lets an end be off by some words);
    * no passage counted as reuse that is not true, unless it lies inside a true one;
    * nothing counted between texts that share nothing; the earliest where dates tell it, else nobody;
    * where the truth has "sources" and "descents": each source under its name and its other names, each
      descent at level moderate or better, and no descent that is not listed; a source of null is an
      unknown one;
    * bytes and code points of every span agreeing.
Passages may nest: a witness that goes on as a longer true passage does is right too. Kind "common" may
be found or not, but is never reuse; kind "name" must be found as a name. --kinds also tells verbatim
from edited. Prints TAP; exit 0 when all holds, 1 when not.
"""
import argparse
import json
import os
import subprocess
import sys

from story import folders, forbidden_pairs, read_documents, read_truth

COUNTED = ("verbatim", "edited", "reworded")


class Tap:
    """Counts and prints test lines."""

    def __init__(self):
        self.count = self.failed = 0

    def line(self, good, says, details=()):
        self.count += 1
        self.failed += not good
        print("%sok %d - %s" % ("" if good else "not ", self.count, says))
        for detail in () if good else details:
            print("# " + detail.replace("\n", " "))

    def close(self):
        print("1..%d" % self.count)
        return 1 if self.failed else 0


class Story:
    """A story's truth and what syndic found in it, spans trimmed and comparable."""

    def __init__(self, folder, result, tolerance):
        self.documents = read_documents(folder)
        self.truth = read_truth(folder)
        self.result = result
        self.tolerance = tolerance
        self.true = {p["id"]: self.places(p) for p in self.truth["passages"]}
        self.found = {p["id"]: self.places(p) for p in result["passages"]}
        self.kind = {p["id"]: p["kind"] for p in result["passages"]}

    def places(self, passage):
        """(document, byte span) of each witness, trimmed to its words."""
        return [(w["document"], self.documents[w["document"]].trim(w["begin"], w["end"]) or (w["begin"], w["end"]))
                for w in passage["witnesses"]]

    def reach(self, place):
        """The span in words when a tolerance is given, else in bytes."""
        document, span = place
        return self.documents[document].word_range(*span) if self.tolerance else span

    def equal(self, one, other):
        return one[0] == other[0] and all(abs(x - y) <= self.tolerance
                                          for x, y in zip(self.reach(one), self.reach(other)))

    def inside(self, inner, outer):
        a, b = self.reach(inner), self.reach(outer)
        return inner[0] == outer[0] and a[0] >= b[0] - self.tolerance and a[1] <= b[1] + self.tolerance

    def says(self, place):
        document, (begin, end) = place
        words = self.documents[document].text.encode("utf-8")[begin:end].decode("utf-8", "replace").split()
        short = words if len(words) < 9 else words[:4] + ["..."] + words[-4:]
        return "%s %d-%d %s" % (document, begin, end, " ".join(short))

    def longer(self, place):
        """Spans of longer true passages that hold this one."""
        return [other for places in self.true.values() for other in places if self.inside(place, other)]

    def stands_in(self, place, found):
        """Whether a found passage has this witness, or has it as part of a longer true one."""
        return any(self.equal(place, f) for f in found) \
            or any(self.equal(longer, f) for longer in self.longer(place) for f in found)


def trace(syndic, folder):
    command = [syndic, "trace", "-f", "json", "-o", "-", "articles/"]
    run = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if run.returncode != 0:
        raise RuntimeError("exit %d: %s" % (run.returncode, run.stderr.decode("utf-8", "replace").strip()))
    return json.loads(run.stdout.decode("utf-8"))


def fits(kind, wanted, strict):
    if wanted == "name":
        return kind == "name"
    return kind in COUNTED and (not strict or (kind == "verbatim") == (wanted == "verbatim"))


def answer(story, passage, strict):
    """The number of the found passage that is this true one; None when there is none."""
    for number, found in story.found.items():
        if fits(story.kind[number], passage["kind"], strict) \
                and all(story.stands_in(place, found) for place in story.true[passage["id"]]) \
                and all(story.longer(place) for place in found):
            return number
    return None


def nearest(story, passage):
    """Lines that show what was found where the passage lies, for whoever has to mend it."""
    for place in story.true[passage["id"]]:
        yield "wanted       " + story.says(place)
    for number, found in story.found.items():
        touching = [f for f in found if any(touch(f, place) for place in story.true[passage["id"]])]
        for place in touching[:6]:
            yield "found [%s] %s %s" % (number, story.kind[number], story.says(place))


def touch(one, other):
    return one[0] == other[0] and one[1][0] < other[1][1] and other[1][0] < one[1][1]


def score_passages(tap, name, story, strict):
    answers = {}
    for passage in story.truth["passages"]:
        if passage["kind"] == "common":
            continue
        number = answers[passage["id"]] = answer(story, passage, strict)
        says = "%s: %s, %s in %d texts" % (name, passage["id"], passage["kind"], len(passage["witnesses"]))
        tap.line(number is not None, says, nearest(story, passage))
    return answers


def score_extra(tap, name, story):
    """Whatever is counted must lie inside true passages, all its witnesses in the same one; or be the
    longer form of nested ones, each witness exactly one of theirs."""
    counted = [p["id"] for p in story.truth["passages"] if p["kind"] in COUNTED]
    true = [story.true[i] for i in counted]
    wrong = []
    for number, found in story.found.items():
        if story.kind[number] not in COUNTED:
            continue
        same = any(all(any(story.inside(f, t) for t in places) for f in found) for places in true)
        each = all(any(story.equal(f, t) for places in true for t in places) for f in found)
        if not same and not each:
            wrong += ["[%s] %s %s" % (number, story.kind[number], story.says(f)) for f in found[:6]]
    tap.line(not wrong, name + ": nothing counted that is not true", wrong)


def score_strangers(tap, name, story):
    pairs = forbidden_pairs(story.truth, story.documents)
    if not pairs:
        return
    wrong = []
    for a, b in pairs:
        for number, found in story.found.items():
            if story.kind[number] in COUNTED and {a, b} <= {document for document, _ in found}:
                wrong.append("[%s] joins %s and %s" % (number, a, b))
        wrong += ["pair of %d words: %s and %s" % (pair["words"], a, b) for pair in story.result["pairs"]
                  if {pair["a"], pair["b"]} == {a, b} and pair["words"] > 0]
    tap.line(not wrong, "%s: nothing between %d pairs of strangers" % (name, len(pairs)), wrong[:12])


def named_first(story, number):
    """Documents that dates name as the source of a found passage, and those said to descend from them."""
    sources = {s["id"]: s.get("document") for s in story.result["sources"] if s["seen"]}
    first, takers = set(), set()
    for descent in story.result["descents"]:
        by_date = any(e["kind"] == "date" for e in descent["evidence"])
        if by_date and descent["level"] != "unknown" and number in descent["passages"]:
            source = sources.get(descent["from"], descent["from"])
            if source in story.documents:
                first.add(source)
                takers.add(descent["to"])
    return first, takers


def score_earliest(tap, name, story, answers):
    earliest, wrong = story.truth["earliest"] or {}, []
    for identity, number in answers.items():
        if number is None:
            continue
        first, takers = named_first(story, number)
        if identity in earliest:
            others = {document for document, _ in story.true[identity]} - {earliest[identity]}
            wanted = {earliest[identity]}
        else:
            others, wanted = takers, set()
        if first != wanted or takers != others:
            wrong.append("%s: wanted %s, dates name %s as source of %s"
                         % (identity, sorted(wanted) or "nobody", sorted(first) or "nobody", sorted(takers)))
    says = ", ".join("%s of %s" % (d, p) for p, d in sorted(earliest.items())) or "nobody"
    tap.line(not wrong, "%s: earliest is %s" % (name, says), wrong)


def source_of(story, wanted):
    """The found source that the truth speaks of: an outlet that is not among the texts, or a document."""
    for source in story.result["sources"]:
        if wanted.get("document"):
            if source["document"] == wanted["document"]:
                return source
        elif not source["seen"] and wanted["name"] == source["name"] \
                and set(wanted.get("names", [])) <= set(source["names"]):
            return source
    return None


def score_origins(tap, name, story):
    """The sources and descents of the truth, and nothing beyond them."""
    if "sources" not in story.truth:
        return
    found = {wanted["id"]: source_of(story, wanted) for wanted in story.truth["sources"]}
    missing = ["no source %s" % (w.get("document") or w["name"])
               for w in story.truth["sources"] if found[w["id"]] is None]
    missing += ["found %s, also %s" % (s["name"], s["names"]) for s in story.result["sources"]] if missing else []
    tap.line(not missing, "%s: %d sources" % (name, len(found)), missing)
    wanted = {(found[d["from"]]["id"], d["to"]) for d in story.truth["descents"] if found[d["from"]]}
    level = {(d["from"], d["to"]): d["level"] for d in story.result["descents"]}
    wrong = ["no descent %s -> %s (%s)" % (f, t, level.get((f, t), "none")) for f, t in sorted(wanted)
             if level.get((f, t)) not in ("strong", "moderate")]
    wrong += ["descent %s -> %s (%s)" % (f, t, l) for (f, t), l in sorted(level.items())
              if l != "unknown" and (f, t) not in wanted]
    tap.line(not wrong and len(wanted) == len(story.truth["descents"]),
             "%s: %d descents and no other" % (name, len(story.truth["descents"])), wrong)


def score_offsets(tap, name, story):
    wrong = []
    for passage in story.result["passages"]:
        for w in passage["witnesses"]:
            at = story.documents[w["document"]].byte_at
            good = 0 <= w["cbegin"] < w["cend"] < len(at) \
                and at[w["cbegin"]] == w["begin"] and at[w["cend"]] == w["end"]
            if not good:
                wrong.append("[%s] %s bytes %d-%d, code points %d-%d" % (
                    passage["id"], w["document"], w["begin"], w["end"], w["cbegin"], w["cend"]))
    tap.line(not wrong, name + ": bytes and code points agree", wrong[:6])


def score(tap, syndic, folder, options):
    name = os.path.basename(os.path.normpath(folder))
    try:
        story = Story(folder, trace(syndic, folder), options.tolerance)
    except (RuntimeError, ValueError, KeyError) as error:
        tap.line(False, name + ": trace", ["%s: %s" % (type(error).__name__, error)])
        return
    ids = sorted(d["id"] for d in story.result["documents"])
    tap.line(ids == sorted(story.documents), "%s: %d documents" % (name, len(story.documents)), ids)
    answers = score_passages(tap, name, story, options.kinds)
    score_extra(tap, name, story)
    score_strangers(tap, name, story)
    score_earliest(tap, name, story, answers)
    score_origins(tap, name, story)
    score_offsets(tap, name, story)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("syndic")
    parser.add_argument("--tolerance", type=int, default=0, metavar="WORDS")
    parser.add_argument("--kinds", action="store_true", help="tell verbatim from edited")
    parser.add_argument("story", nargs="*")
    options = parser.parse_args()
    tap = Tap()
    for folder in folders(options.story):
        score(tap, os.path.abspath(options.syndic), folder, options)
    return tap.close()


if __name__ == "__main__":
    sys.exit(main())
