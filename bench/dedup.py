#!/usr/bin/env python3
"""What `syndic dedup` costs, and whether it is right.

    bench/dedup.py --data DIR [--syndic build/syndic] [--work FOLDER] [--only speed,truth,...]

    speed   near, exact and passage on DIR/grimmer.jsonl (else on generated text) beside `LC_ALL=C.UTF-8 wc -w`, in turn
    same    whether threads and memory change what is written; whether temporary space stays below what is said before
    truth   recall and precision on DIR/reuters and DIR/bbc for thresholds 0.3 to 0.9, against an exact count of what
            every two texts share, and against their silver_pairs.tsv
    exact   the groups of equal texts of DIR/grimmer.jsonl against those of an own reading of words
    bands   where near-duplicates end and forms begin (needs no syndic): for the default of --threshold
    plant   100,000 generated texts with near-duplicates of shares 0.3 to 1.0, by share, length and kind
    hard    all alike, one form for all, a million texts of one word, two texts of 2 GB, chains, nothing at all
    large   10 GB, made once in --work (needs 25 GB free), with --mem 2G

Exit 1 when something is not as it must be. --quick: small inputs, to see that it works. Corpora may lie in DIR/NAME or
DIR/NAME/NAME, as their archives are unpacked. Kills: tests/cli/dedup_crash.py.
"""

import argparse
import collections
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import counted
import dedup_hard
import dedup_plant
import dedup_truth
import deduped
import stopwatch
import texts

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ("speed", "same", "exact", "truth", "bands", "plant", "hard", "large")
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
LARGE_BYTES = 10 ** 10
LARGE_ROOM = 25 * 10 ** 9


def options():
    parser = argparse.ArgumentParser(description="Measures syndic dedup, and holds it against the truth.")
    parser.add_argument("--syndic", default=os.path.join(HERE, "..", "build", "syndic"))
    parser.add_argument("--data", help="a folder with grimmer.jsonl, reuters and bbc")
    parser.add_argument("--work", help="folder for inputs that are kept between runs (default: a temporary folder)")
    parser.add_argument("--only", default=",".join(PARTS[:-1]), help="some of: " + ", ".join(PARTS))
    parser.add_argument("--thresholds", help="other ones for truth, as 0.5,0.8")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--mem", default="2G", help="for large")
    parser.add_argument("--bytes", type=float, default=LARGE_BYTES, help="of large")
    parser.add_argument("--case", help="of hard, only those with this in their name")
    parser.add_argument("--show", type=int, default=0, help="print so many pairs that were missed")
    parser.add_argument("--quick", action="store_true")
    o = parser.parse_args()
    if set(o.only.split(",")) - set(PARTS):
        texts.fail("dedup", f"--only {o.only}: no such part (choose from {', '.join(PARTS)})")
    o.thresholds = [float(part) for part in o.thresholds.split(",")] if o.thresholds else list(THRESHOLDS)
    return o


def corpus_of(o, name):
    """(docs.jsonl, silver pairs or None) of a corpus, or None."""
    for place in (os.path.join(o.data or "", name), os.path.join(o.data or "", name, name)):
        path, silver = os.path.join(place, "docs.jsonl"), os.path.join(place, "silver_pairs.tsv")
        if o.data and os.path.exists(path):
            return path, silver if os.path.exists(silver) else None
    return None


def grimmer(o):
    path = os.path.join(o.data or "", "grimmer.jsonl")
    return path if o.data and os.path.exists(path) else None


def made(path, make):
    if not os.path.exists(path):
        make(path + ".part")
        os.rename(path + ".part", path)
    return path


def generate(folder, path, words, *more):
    with open(path, "wb") as file:
        subprocess.run([texts.build_generator(folder), "--words", str(words), *more], stdout=file, check=True)


# Speed

def speed_commands(tool, path):
    """{name: command}; each writes its output and its log to the same two files."""
    def dedup(*more, **how):
        return tool.command([path], "-q", *more, **how)
    return {"wc -w": ["wc", "-w", path],
            "near -j2": dedup("--level", "near", "-j2"),
            "near -j2, no log": dedup("--level", "near", "-j2", log=False),
            "near -j2, dry run": dedup("--level", "near", "-j2", "--dry-run", out=False, log=False),
            "near -j1": dedup("--level", "near", "-j1"),
            "exact -j2": dedup("--level", "exact", "-j2"),
            "passage -j2": dedup("--level", "passage", "-j2"),
            "passage -j1": dedup("--level", "passage", "-j1")}


def timed(commands, runs):
    """{name: [(seconds, peak KiB)]}, the commands in turn, again and again."""
    samples = collections.defaultdict(list)
    for _ in range(runs):
        for name, command in commands.items():
            seconds, peak, code = stopwatch.run(command)
            if code != 0:
                texts.fail("dedup", f"{' '.join(command)}: exit {code}")
            samples[name].append((seconds, peak))
    return samples


def speed_input(o, work):
    return grimmer(o) or made(os.path.join(work, "generated.jsonl"), lambda path: generate(
        work, path, 300000 if o.quick else 30000000, "--templates", "0.4", "--duplicates", "0.1"))


def part_speed(o, tool, work):
    path = speed_input(o, work)
    size, commands = os.path.getsize(path), speed_commands(tool, path)
    samples = timed(commands, o.runs)
    base = statistics.median(seconds for seconds, _ in samples["wc -w"])
    heads = ("MB/s", "seconds", "x wc -w", "peak MiB", "own MiB", "temp MB", "temp/in")
    print(f"\n{os.path.basename(path):22}" + "".join(f"{head:>9}" for head in heads))
    for name, taken in samples.items():
        seconds = statistics.median(one for one, _ in taken)
        peak = max(one for _, one in taken) / 1024
        row = f"{name:22}{size / 1e6 / seconds:9.1f}{seconds:9.3f}{seconds / base:9.2f}{peak:9.0f}"
        if name.endswith("-j2"):
            run = tool.must([path], "--level", name.split()[0], "-j2", watch=True)
            held = max(run.temporary_bytes, deduped.stated_bytes(run.said))
            row += f"{run.anonymous_kib / 1024:9.0f}{held / 1e6:9.1f}{held / size:9.3f}"
        print(row, flush=True)
    return True


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def part_same(o, tool, work):
    """What is written by one and two threads, and with less and less memory."""
    path, good = speed_input(o, work), True
    print(f"\n{os.path.basename(path):22}{'seconds':>9}{'own MiB':>9}{'temp MB':>9}{'said MB':>9}  output, log")
    for level in ("near", "exact", "passage"):
        seen = set()
        for more in (("-j1",), ("-j2",), ("-j2", "--mem", "256M"), ("-j2", "--mem", "64M"), ("-j1", "--mem", "64M")):
            run = tool.must([path], "--level", level, *more, watch=True)
            used, said = max(run.temporary_bytes, deduped.stated_bytes(run.said)), deduped.foretold_bytes(run.said)
            written = (digest(tool.out), digest(tool.log))
            seen.add(written)
            wrong = " WRONG: other bytes" if len(seen) > 1 else " WRONG: more than was said" if used > said else ""
            good &= not wrong
            print(f"{level + ' ' + ' '.join(more):22}{run.seconds:9.3f}{run.anonymous_kib / 1024:9.0f}{used / 1e6:9.1f}"
                  f"{said / 1e6:9.1f}  {' '.join(written)}{wrong}", flush=True)
    return good


# Truth

def part_truth(o, tool, _):
    good, found = True, 0
    for name in ("bbc", "reuters"):
        corpus = corpus_of(o, name)
        if corpus:
            found += 1
            good &= dedup_truth.print_truth(tool, name, *corpus, o.thresholds, o.show)
    if not found:
        print("\ntruth: no corpora (name a folder that holds reuters and bbc with --data)")
    return good


def part_bands(o, *_):
    for name in ("bbc", "reuters"):
        corpus = corpus_of(o, name)
        if corpus:
            dedup_truth.print_bands(name, dedup_truth.Truth(corpus[0]))
    if grimmer(o):
        dedup_truth.print_bands("grimmer, each fourth text", dedup_truth.Truth(grimmer(o), 4))
    return True


# Equal texts

def groups_by_words(path):
    """Sets of ids of texts with the same words; those without words, by their bytes."""
    groups = collections.defaultdict(list)
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            record = json.loads(line)
            words = " ".join(counted.words_of(record["text"]))
            groups[words or "\0" + record["text"]].append(record["id"])
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def part_exact(o, tool, _):
    path = grimmer(o)
    if not path:
        print("\nexact: no grimmer.jsonl")
        return True
    tool.must([path], "-q", "--level", "exact")
    stars = collections.defaultdict(set)
    for line in tool.result().lines:
        stars[line["kept"]] |= {line["kept"], line["dropped"]}
    found, true = {frozenset(star) for star in stars.values()}, groups_by_words(path)
    print(f"\nequal texts of grimmer: {len(true)} groups of {sum(map(len, true))} texts by an own reading; "
          f"{len(found)} by syndic, {len(found & true)} of them the same, {len(true - found)} missed, "
          f"{len(found - true)} of no such group", flush=True)
    for group in sorted(map(sorted, true ^ found))[:o.show]:
        print("      " + ("missed" if frozenset(group) in true else "not so") + f": {', '.join(group[:5])}")
    return found >= true


# Planted, hard, large

def part_plant(o, tool, work):
    path = os.path.join(work, "planted.jsonl")
    pairs = dedup_plant.make(path, 4000 if o.quick else 100000, 1)
    print(f"\n{2 * len(pairs.pairs):,} generated texts in pairs, {os.path.getsize(path) / 1e6:,.0f} MB")
    good = True
    for threshold in (0.3, 0.5, 0.8):
        tool.must([path], "-q", "--level", "near", "--threshold", str(threshold))
        recall, precision = dedup_plant.print_found(tool.result(), pairs, threshold)
        good &= recall >= 0.995 and precision >= 0.995
    os.unlink(path)
    return good


def part_hard(o, tool, work):
    return dedup_hard.print_cases(tool, work, 0.01 if o.quick else 1.0, o.case)


def make_large(o, work, path):
    """A tenth are edited copies of texts shortly before, a third have parts of forms, an eighth comes twice."""
    stream = [texts.build_generator(work), "--templates", "0.3", "--duplicates", "0.1", "--words", str(10 ** 12)]
    with open(path, "wb") as file:
        for seed, prefix, share in ((1, "a", 0.75), (1, "b", 0.125), (2, "c", 0.125)):
            command = [*stream, "--seed", str(seed), "--prefix", prefix]
            with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
                left = int(o.bytes * share)
                while left > 0:
                    line = program.stdout.readlines(1 << 20)
                    file.writelines(line)
                    left -= sum(map(len, line))
                program.kill()


def kept_twice(path):
    """How many of the texts that come twice, as a0000001 and b0000001, were kept twice."""
    first, both = set(), 0
    with open(path, "rb") as lines:
        for line in lines:
            name = line[7:16].split(b'"')[0]
            if name.startswith(b"a"):
                first.add(name[1:])
            both += name.startswith(b"b") and name[1:] in first
    return both


def part_large(o, tool, work):
    path = os.path.join(work, f"dedup{o.bytes / 1e9:g}g.jsonl")
    if not os.path.exists(path) and shutil.disk_usage(work).free < 2.5 * o.bytes:
        print(f"\nlarge: needs {2.5 * o.bytes / 1e9:.0f} GB free in {work}")
        return True
    made(path, lambda path: make_large(o, work, path))
    run = tool.must([path], "--level", "near", "--mem", o.mem, "-j2", watch=True)
    size = os.path.getsize(path)
    stated, held = deduped.stated_bytes(run.said) / size, run.temporary_bytes / size
    print(f"\n{size / 1e9:.2f} GB with --mem {o.mem}: {size / 1e6 / run.seconds:.1f} MB/s, {run.seconds:.1f} s, peak "
          f"{run.peak_kib / 1024:.0f} MiB, own {run.anonymous_kib / 1024:.0f} MiB, temporary bytes an input byte "
          f"{stated:.4f} as the summary says, {held:.4f} held at most")
    both = kept_twice(tool.out)
    said = [line for line in run.said.splitlines() if " kept, " in line or "space" in line]
    said.append(f"{both:,} texts that come twice were kept twice")
    print("".join(f"      {line}\n" for line in said), end="", flush=True)
    for name in (tool.out, tool.log):
        os.unlink(name)
    return run.anonymous_kib <= 2 << 20 and run.temporary_bytes <= size / 2 and both == 0


def run_parts(o, work):
    tool = deduped.Tool(os.path.abspath(o.syndic), work)
    wanted = o.only.split(",")
    return all([globals()[f"part_{name}"](o, tool, work) for name in PARTS if name in wanted])


def main():
    o = options()
    if o.work:
        os.makedirs(o.work, exist_ok=True)
        return 0 if run_parts(o, os.path.abspath(o.work)) else 1
    with tempfile.TemporaryDirectory(prefix="syndic-dedup-") as work:
        return 0 if run_parts(o, work) else 1


if __name__ == "__main__":
    sys.exit(main())
