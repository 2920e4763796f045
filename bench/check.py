#!/usr/bin/env python3
"""Checks new texts against an index with the command: how long it takes, and whether what was planted is found.

    bench/check.py --made DIR --index IX [--syndic build/syndic] [--only recall,warm,cold,stream,grep]

DIR was made by bench/archive.py, and its archive.jsonl is in the index. Each check is a whole process. *warm*: the
index is in the page cache. *cold*: its files are taken out of it before each check (the program and the new text are
not), and how much the check brought back in is told. Both are told by how many documents share something with the
new text, which are more than hold an excerpt where a text has set phrases or page furniture. *stream*: one process
is told all new texts that at most 50 texts hold. *grep*: `grep -F -c` of one known sentence over the archive's file,
cached. *recall*: an excerpt is found when a passage of the result has a witness in the new text and one in its holder
that both overlap it; characters: how much of the excerpts in the holders lies in such witnesses; others: documents
that share something with the new text and hold no excerpt of it; open: its open words (medians).
"""

import argparse
import collections
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import stopwatch
import texts

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ("recall", "warm", "cold", "stream", "grep")
STREAMED_HOLDERS = 50


def options():
    parser = argparse.ArgumentParser(description="Times checks against an index, and scores what they find.")
    parser.add_argument("--made", required=True, help="the folder that archive.py wrote")
    parser.add_argument("--index", required=True)
    parser.add_argument("--syndic", default=os.path.join(HERE, "..", "build", "syndic"))
    parser.add_argument("--only", default=",".join(PARTS), help="some of: " + ", ".join(PARTS))
    parser.add_argument("--each", type=int, help="new texts for each number of holders (default: all)")
    parser.add_argument("--cold", type=int, default=20, help="cold checks for each number of matching documents")
    parser.add_argument("--stream-seconds", type=float, default=5, help="about how long a stream takes")
    parser.add_argument("--show", type=int, default=0, help="print so many excerpts that were missed")
    o = parser.parse_args()
    if set(o.only.split(",")) - set(PARTS):
        texts.fail("check", f"--only {o.only}: no such part (choose from {', '.join(PARTS)})")
    return o


class Made:
    """The new texts and the truth about them."""

    def __init__(self, folder, each):
        self.folder = folder
        with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
            self.new = json.load(file)["new"]
        self.by_holders = collections.defaultdict(list)
        for text in self.new:
            if each is None or len(self.by_holders[len(text["planted"])]) < each:
                self.by_holders[len(text["planted"])].append(text)

    def path(self, text):
        return os.path.join(self.folder, "new", text["id"] + ".txt")

    def archive(self):
        return os.path.join(self.folder, "archive.jsonl")


def command_of(o, made, text, *more):
    return [o.syndic, "check", "-q", made.path(text), "--against", o.index, *more]


def timed(o, made, text):
    seconds, peak, code = stopwatch.run(command_of(o, made, text))
    if code not in (0, 1):
        texts.fail("check", f"{made.path(text)}: exit {code}")
    return seconds, peak


# Recall

def result_of(o, made, text):
    run = subprocess.run(command_of(o, made, text, "-f", "json"), stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        texts.fail("check", f"{made.path(text)}: exit {run.returncode}")
    return json.loads(run.stdout)


def overlaps(witness, span):
    return witness["begin"] < span["end"] and span["begin"] < witness["end"]


def spans_found(result, planted, own):
    """The spans of the holder's witnesses in passages that cover some of the excerpt in both texts."""
    spans = []
    for passage in result["by_holder"].get(planted["archive"], ()):
        of_new = [one for one in passage["witnesses"] if one["document"] == own]
        if any(overlaps(one, planted["new_core"]) for one in of_new):
            spans += [(one["begin"], one["end"]) for one in passage["witnesses"]
                      if one["document"] == planted["archive"] and overlaps(one, planted["archive_core"])]
    return spans


def sort_by_holder(result):
    by_holder = collections.defaultdict(list)
    for passage in result["passages"]:
        for name in {witness["document"] for witness in passage["witnesses"]}:
            by_holder[name].append(passage)
    result["by_holder"] = by_holder


class Score:
    """What was found of the excerpts of some new texts."""

    def __init__(self):
        self.excerpts, self.found, self.characters, self.total = 0, 0, 0, 0
        self.others, self.open_words = [], []

    def add(self, o, made, text):
        result, own = result_of(o, made, text), made.path(text)
        sort_by_holder(result)
        for planted in text["planted"]:
            core, spans = planted["archive_core"], spans_found(result, planted, own)
            self.excerpts += 1
            self.found += bool(spans)
            self.characters += texts.covered(spans, core["begin"], core["end"])
            self.total += core["end"] - core["begin"]
            if not spans and o.show > 0:
                o.show -= 1
                print(f"missed: {text['id']} in {planted}")
        self.others.append(len(set(result["by_holder"]) - {own} - {one["archive"] for one in text["planted"]}))
        self.open_words.append(result["check"][0]["words"])

    def row(self):
        rates = f"{self.found / self.excerpts:9.5f}{self.characters / self.total:12.4f}" if self.excerpts else " " * 21
        others, words = statistics.median(self.others), statistics.median(self.open_words)
        return f"{self.excerpts:10}{rates}{others:8.0f}{words:6.0f}"


def recall(o, made):
    print(f"{'holders':>8}{'texts':>7}{'excerpts':>10}{'found':>9}{'characters':>12}{'others':>8}{'open':>6}")
    for holders, new in sorted(made.by_holders.items()):
        score = Score()
        for text in new:
            score.add(o, made, text)
        print(f"{holders:8}{len(new):7}{score.row()}", flush=True)


# Times

def print_times(what, holders, samples, more=""):
    seconds, peak = [1000 * sample[0] for sample in samples], max(sample[1] for sample in samples)
    print(f"{what:8}{holders:>9}{len(samples):7}{statistics.median(seconds):11.1f}"
          f"{stopwatch.percentile(seconds, 0.95):9.1f}{max(seconds):9.1f}{peak / 1024:9.0f}{more}", flush=True)


def print_head():
    print(f"{'':8}{'matching':>9}{'texts':>7}{'median ms':>11}{'p95':>9}{'max':>9}{'MiB':>9}")


def sort_by_matching(o, made):
    """The new texts by how many documents share something with them: label, texts."""
    ranges, sorted_ = ((0, 10), (11, 50), (51, 500), (501, 5000), (5001, 10**9)), collections.defaultdict(list)
    for new in made.by_holders.values():
        for text in new:
            result = result_of(o, made, text)
            sort_by_holder(result)
            matching = max(0, len(result["by_holder"]) - 1)
            sorted_[next(one for one in ranges if matching <= one[1])].append(text)
    return [(f"{first}-{last}" if last < 10**9 else f"{first}-", sorted_[first, last])
            for first, last in ranges if sorted_[first, last]]


def warm(o, made):
    floor = [stopwatch.run([o.syndic, "--version"]) for _ in range(20)]
    ranges = sort_by_matching(o, made)
    print_head()
    print_times("version", "", floor)
    for label, new in ranges:
        print_times("warm", label, [timed(o, made, text) for text in new])


def cold(o, made):
    ranges, paths = sort_by_matching(o, made), stopwatch.files_of(o.index)
    print_head()
    for label, new in ranges:
        samples, left, read = [], 0, []
        for text in new[:o.cold]:
            stopwatch.drop(paths)
            left = max(left, stopwatch.cached(paths))
            samples.append(timed(o, made, text))
            read.append(stopwatch.cached(paths))
        print_times("cold", label, samples, f"  brought in {statistics.median(read) / 1e6:.1f} MB (median)"
                    + (f", but {left:,} bytes were in the cache before" if left else ""))


def stream_once(o, paths, threads, folder):
    """One process that is told all paths: seconds and peak memory."""
    listed, answers = os.path.join(folder, "paths"), os.path.join(folder, "answers")
    with open(listed, "wb") as file:
        file.write(b"".join(path.encode() + b"\0" for path in paths))
    command = [o.syndic, "check", "-q", f"-j{threads}", "--files-from", "-", "-0", "--against", o.index]
    seconds, peak, code = stopwatch.run(command, stdin=listed, stdout=answers)
    with open(answers, "rb") as file:
        count = sum(1 for _ in file)
    if code not in (0, 1) or count != len(paths):
        texts.fail("check", f"stream: exit {code}, {count} answers to {len(paths)} texts")
    return seconds, peak


def stream(o, made):
    paths = [os.path.abspath(made.path(text)) for text in made.new if len(text["planted"]) <= STREAMED_HOLDERS]
    with tempfile.TemporaryDirectory() as folder:
        for threads in (1, 2):
            seconds, peak = stream_once(o, paths, threads, folder)
            told = paths * max(1, int(o.stream_seconds / seconds))
            if len(told) > len(paths):
                seconds, peak = stream_once(o, told, threads, folder)
            print(f"stream -j{threads}  {len(told)} checks in {seconds:.2f} s: {len(told) / seconds:.0f} a second, "
                  f"peak {peak / 1024:.0f} MiB", flush=True)


def known_sentence(path):
    """A sentence of the middle of the archive that JSON writes as it is."""
    with open(path, "rb") as file:
        file.seek(os.path.getsize(path) // 2)
        file.readline()
        text = json.loads(file.readline())["text"]
    return max(re.findall(r"[A-Za-z0-9 ,.'-]+", text), key=len).strip()[:120]


def grep(o, made):
    sentence, path = known_sentence(made.archive()), made.archive()
    environment = dict(os.environ, LC_ALL="C")
    for _ in range(2):
        before = time.perf_counter()
        run = subprocess.run(["grep", "-F", "-c", "-e", sentence, path], stdout=subprocess.PIPE, env=environment,
                             check=True)
        seconds = time.perf_counter() - before
    print(f"grep -F -c of {len(sentence)} bytes over {os.path.getsize(path) / 1e6:,.0f} MB: {seconds:.2f} s, "
          f"{int(run.stdout)} lines")


def main():
    o = options()
    made = Made(o.made, o.each)
    for name in PARTS:
        if name in o.only.split(","):
            globals()[name](o, made)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
