#!/usr/bin/env python3
"""Scores the quotations of news articles against PolNeAR's annotation: which are speech, and who speaks.

    bench/score_quotes.py POLNEAR_DIR TOOL [--show 5] [--json]

POLNEAR_DIR holds text/*.txt and attributions/*.ann (brat: Source, Cue, Content). TOOL is a program that prints
for each file it is given, besides anything else, lines of

    quote<TAB>path<TAB>begin<TAB>end<TAB>speech|fragment<TAB>speaker

begin and end being bytes. What is right: a stretch between quotation marks is direct speech if it is at least half
inside the Content of an attribution that is itself at least half inside quotation marks (--mostly). Marks are
paired here, by a simple rule. A quotation of the tool's is right when it shares at least half of its characters,
and half of the other's, with such a stretch (--overlap); each stretch counts once. Of texts annotated more than
once the first annotator in order of name counts.

Beside the strict figure a second one leaves out, as neither right nor wrong, quoted stretches of attributions
that are only partly quoted: "he said the pier, built in his time, was “a wreck”". The speaker is right when a word
of it, pronouns and articles apart, is in the Source; where the Source is a pronoun, or none is annotated,
nothing can be told.
"""

import argparse
import json
import os
import re
import subprocess
import sys

LINE = re.compile(r"^(\w+)\t(\w+) ([\d; ]+)\t")
OPENERS, CLOSERS = "“„«", "”»"
EMPTY = set("the a an of and or for in at he she they i we it you who his her their its him them this that s".split())


def fail(message):
    print(f"score_quotes: {message}", file=sys.stderr)
    sys.exit(2)


def pair_marks(text):
    """Stretches between double marks, paragraph by paragraph; one left open ends with its paragraph."""
    stretches = []
    for paragraph in re.finditer(r"[^\n]+", text):
        start = None
        for mark in re.finditer(r"[“”„«»\"]|''", paragraph.group()):
            at, behind = paragraph.start() + mark.start(), paragraph.start() + mark.end()
            if start is None:
                if mark.group() not in CLOSERS:
                    start = behind
            elif mark.group() not in OPENERS:
                stretches.append((start, at))
                start = None
            else:
                stretches.append((start, at))
                start = behind
        if start is not None:
            stretches.append((start, paragraph.end()))
    return [(a, b) for a, b in stretches if b > a]


def read_attributions(path):
    """Attributions as lists of spans by role, in characters."""
    spans, events = {}, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            found = LINE.match(line)
            if found and line.startswith("T"):
                spans[found.group(1)] = [tuple(map(int, part.split())) for part in found.group(3).split(";")]
            elif line.startswith("E"):
                parts = [part.split(":") for part in line.split("\t")[1].split()]
                events.append(parts)
    read = []
    for parts in events:
        roles = {"Source": [], "Cue": [], "Content": []}
        for role, name in parts:
            role = role.rstrip("0123456789")
            if role in roles:
                roles[role] += spans.get(name, [])
        read.append(roles)
    return read


def shared(spans, begin, end):
    return sum(max(0, min(b, end) - max(a, begin)) for a, b in spans)


def find_truth(text, attributions, mostly):
    """Direct stretches with their attribution, and those of attributions that are partly quoted."""
    stretches = pair_marks(text)
    # A stretch belongs to the attribution that holds most of it.
    owner = {}
    for one in attributions:
        held = [(s, shared(one["Content"], *s)) for s in stretches]
        total = sum(b - a for a, b in one["Content"])
        quoted = sum(n for _, n in held)
        direct = total > 0 and quoted >= mostly * total
        for s, n in held:
            if 2 * n >= s[1] - s[0] and n > 0:
                best = owner.get(s)
                if best is None or (direct, n) > (best[1], best[2]):
                    owner[s] = (one, direct, n)
    direct = [(s, owner[s][0]) for s in stretches if s in owner and owner[s][1]]
    partly = [s for s in stretches if s in owner and not owner[s][1]]
    return direct, partly, stretches


def run_tool(tool, paths):
    """By path: (begin, end, speech, speaker) in bytes."""
    found = {path: [] for path in paths}
    for i in range(0, len(paths), 200):
        run = subprocess.run([tool] + paths[i:i + 200], stdout=subprocess.PIPE, check=False)
        if run.returncode != 0:
            fail(f"{tool}: ended with {run.returncode}")
        for line in run.stdout.decode("utf-8", "replace").split("\n"):
            parts = line.split("\t")
            if parts[0] == "quote" and len(parts) >= 6 and parts[1] in found:
                found[parts[1]].append((int(parts[2]), int(parts[3]), parts[4] == "speech", parts[5]))
    return found


def words_of(text):
    return {word for word in re.findall(r"\w+", text.lower())} - EMPTY


def same(a, b, overlap):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common > 0 and common >= overlap * max(a[1] - a[0], b[1] - b[0])


class Tally:
    def __init__(self):
        self.right = self.false = self.neutral = self.missed = 0
        self.named = self.agree = self.silent = self.pronoun = 0
        self.shown = {"false": [], "missed": [], "speaker": []}

    def add(self, path, text, quotes, truth, partly, overlap):
        left = list(truth)
        for begin, end, speech, speaker in quotes:
            match = next((t for t in left if same((begin, end), t[0], overlap)), None)
            if not speech:
                continue
            if match is None:
                self.neutral += any(same((begin, end), s, overlap) for s in partly)
                self.false += 1
                self.shown["false"].append((path, text[max(0, begin - 120):end + 100]))
                continue
            left.remove(match)
            self.right += 1
            self.add_speaker(path, text, (begin, end), speaker, match[1])
        self.missed += len(left)
        self.shown["missed"] += [(path, text[max(0, t[0][0] - 120):t[0][1] + 100]) for t in left]

    def add_speaker(self, path, text, quote, speaker, attribution):
        source = " ".join(text[a:b] for a, b in attribution["Source"])
        if not words_of(source):
            self.pronoun += 1
        elif not words_of(speaker):
            self.silent += 1
            self.shown["speaker"].append((path, f"[{source} / nobody] {text[max(0, quote[0] - 120):quote[1] + 100]}"))
        else:
            self.named += 1
            agree = bool(words_of(source) & words_of(speaker))
            self.agree += agree
            if not agree:
                context = text[max(0, quote[0] - 120):quote[1] + 100]
                self.shown["speaker"].append((path, f"[{source} / {speaker}] {context}"))

    def report(self):
        def rates(false):
            precision = self.right / max(1, self.right + false)
            recall = self.right / max(1, self.right + self.missed)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            return {"precision": precision, "recall": recall, "f1": f1}
        judged = self.named + self.silent
        return {"right": self.right, "false": self.false, "partly": self.neutral, "missed": self.missed,
                "strict": rates(self.false), "partly_left_out": rates(self.false - self.neutral),
                "speaker": {"judged": judged, "named": self.named, "agree": self.agree, "pronoun_or_none": self.pronoun,
                            "precision": self.agree / max(1, self.named), "recall": self.agree / max(1, judged)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("tool")
    parser.add_argument("--overlap", type=float, default=0.5)
    parser.add_argument("--mostly", type=float, default=0.5)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    notes, bodies = os.path.join(options.folder, "attributions"), os.path.join(options.folder, "text")
    if not os.path.isdir(notes) or not os.path.isdir(bodies):
        fail(f"{options.folder}: holds no text and attributions")
    annotated = {}
    for name in sorted(os.listdir(notes)):
        annotated.setdefault(name.rsplit("_", 1)[0], os.path.join(notes, name))
    paths = {os.path.join(bodies, name + ".txt"): note for name, note in annotated.items()
             if os.path.exists(os.path.join(bodies, name + ".txt"))}
    found = run_tool(os.path.abspath(options.tool), list(paths))
    tally = Tally()
    for path, note in paths.items():
        with open(path, "rb") as file:
            raw = file.read()
        text = raw.decode("utf-8")
        quotes = [(len(raw[:b].decode("utf-8", "ignore")), len(raw[:e].decode("utf-8", "ignore")), speech, speaker)
                  for b, e, speech, speaker in found[path]]
        truth, partly, _ = find_truth(text, read_attributions(note), options.mostly)
        tally.add(os.path.basename(path), text, quotes, truth, partly, options.overlap)
    report = tally.report()
    if options.json:
        print(json.dumps(report, indent=1))
    else:
        print(f"articles {len(paths)}  right {report['right']}  false {report['false']} "
              f"(of attributions only partly quoted: {report['partly']})  missed {report['missed']}")
        for name in ("strict", "partly_left_out"):
            rates = report[name]
            print(f"{name:16} precision {rates['precision']:.3f}  recall {rates['recall']:.3f}  F1 {rates['f1']:.3f}")
        who = report["speaker"]
        print(f"speaker of {who['judged']} found: named {who['named']}, agrees {who['agree']} "
              f"(precision {who['precision']:.3f}, recall {who['recall']:.3f}); "
              f"pronoun or no source {who['pronoun_or_none']}")
    for kind, shown in tally.shown.items():
        for path, context in shown[::max(1, len(shown) // max(1, options.show))][:options.show]:
            print(f"--- {kind} {path}\n{context!r}")


if __name__ == "__main__":
    main()
