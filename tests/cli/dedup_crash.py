#!/usr/bin/env python3
"""Tries to break `syndic dedup`: kills at random moments, files that may not grow, full disks; what is left behind.

    tests/cli/dedup_crash.py build/syndic [--kills 50] [--full 20] [--bytes 60000000] [--only kill,limit,full]

A long command, no part of the test suite. Each step takes another kind of run: near, exact or passage, with as much
memory as usual or as little as may be, from a plain or packed file, to a plain or packed one, over an output that is
there already or not. After it

* under the final names stands nothing, what stood there before, or all of what an undisturbed run writes; an output
  never without the log it rests on;
* the temporary folder is empty, whatever ended the run; beside the output lies nothing else, but for one hidden file
  each that a SIGKILL leaves, and the next run does not mind them;
* the next run writes the same bytes as an undisturbed one.

Kills are SIGKILL, now and then SIGTERM and SIGINT. They say nothing of a power cut.
"""
import argparse
import collections
import gzip
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from held import SYLLABLES, Breach, Unable, one_line

PARTS = ("kill", "limit", "full")
WAIT = 600

Kind = collections.namedtuple("Kind", "level memory source out log")
KINDS = [Kind(level, memory, source, out, log)
         for memory in (None, "64M")
         for level, source, out, log in (("near", "jsonl", "kept.jsonl", "log.jsonl"),
                                         ("near", "gz", "kept.jsonl.zst", "log.jsonl.zst"),
                                         ("exact", "jsonl", "kept.jsonl.gz", "log.jsonl"),
                                         ("passage", "jsonl", "kept.jsonl", "log.jsonl.gz"))]


# Texts

def write_texts(path, size, chance):
    """Records of about so many bytes in all; a third are others, cut or with some words changed."""
    words = ["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))) for _ in range(30000)]
    recent, number, written = collections.deque(maxlen=500), 0, 0
    with open(path, "w", encoding="utf-8") as file:
        while written < size:
            text = chance.choices(words, k=chance.randint(20, 800))
            if recent and chance.random() < 0.33:
                text = list(chance.choice(recent))
                del text[len(text) - chance.randint(0, len(text) // 4):]
                for _ in range(len(text) // chance.randint(20, 200)):
                    text[chance.randrange(len(text))] = chance.choice(words)
            recent.append(text)
            written += file.write(f'{{"id":"doc-{number:06d}","outlet":"o{number % 7}","text":"{" ".join(text)}"}}\n')
            number += 1


class Bench:
    """The command, its input in two forms, a folder for what it writes and one for what does not fit."""

    def __init__(self, syndic, folder, seed, size):
        self.syndic, self.folder, self.chance = os.path.abspath(syndic), Path(folder), random.Random(seed)
        self.whole, self.usual = {}, {}
        self.source = {"jsonl": self.folder / "texts.jsonl", "gz": self.folder / "texts.jsonl.gz"}
        self.place(self.folder)
        write_texts(self.source["jsonl"], size, self.chance)
        with open(self.source["jsonl"], "rb") as plain, gzip.open(self.source["gz"], "wb", 1) as packed:
            shutil.copyfileobj(plain, packed)

    def place(self, folder):
        """Where output and temporary files go from now on."""
        self.written, self.temporary = folder / "written", folder / "temporary"
        for path in (self.written, self.temporary):
            path.mkdir(exist_ok=True)

    def command(self, kind):
        memory = ["--mem", kind.memory] if kind.memory else []
        return [self.syndic, "dedup", "-q", "--level", kind.level, *memory, "--temp", self.temporary,
                "-o", self.written / kind.out, "--log", self.written / kind.log, self.source[kind.source]]

    def start(self, kind, **more):
        return subprocess.Popen(self.command(kind), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, errors="replace", **more)

    def read(self, kind):
        """What stands under the two final names, None where nothing does."""
        return tuple(path.read_bytes() if path.exists() else None
                     for path in (self.written / kind.out, self.written / kind.log))

    def learn(self, kind):
        """The bytes of an undisturbed run, and how long it takes."""
        if kind not in self.whole:
            start = time.monotonic()
            self.must(kind)
            self.usual[kind] = time.monotonic() - start
            self.whole[kind] = self.read(kind)
        return self.whole[kind]

    def must(self, kind):
        process = self.start(kind)
        out, errors = process.communicate(timeout=WAIT)
        if process.returncode != 0 or out or errors:
            raise Breach(f"{kind}: exit {process.returncode} {errors.strip()}")

    def clear(self):
        shutil.rmtree(self.written)
        self.written.mkdir()

    def left_over(self, kind):
        """Files beside the output that are none of its own."""
        return sorted(path.name for path in self.written.iterdir() if path.name not in (kind.out, kind.log))

    def must_be_clean(self, kind, before, killed):
        """What stands there after a run that ended early."""
        whole, now = self.whole[kind], self.read(kind)
        for name, there, old, new in zip((kind.out, kind.log), now, before, whole):
            if there != old and there != new:
                raise Breach(f"{name} is neither what was there nor whole: {len(there or b''):,} of {len(new):,} bytes")
        if now[0] != before[0] and now[1] != whole[1]:
            raise Breach("the output is there, and not its log")
        rest = os.listdir(self.temporary)
        if rest:
            raise Breach(f"left in the temporary folder: {rest[:3]}")
        beside = self.left_over(kind)
        if len(beside) > (2 if killed else 0) or not all(name.startswith(".") for name in beside):
            raise Breach(f"left beside the output: {beside[:3]}")
        return len(beside)

    def must_run(self, kind):
        """The next run is as if nothing had been."""
        self.must(kind)
        if self.read(kind) != self.whole[kind]:
            raise Breach("the next run writes other bytes")

    def prepare(self, kind):
        """An empty folder, or one with an old output; what stands there."""
        self.learn(kind)
        self.clear()
        if self.chance.random() < 0.5:
            for name in (kind.out, kind.log):
                (self.written / name).write_bytes(b"what was there before\n")
        return self.read(kind)


# Kills

def kill_once(bench, kind):
    """A run that is killed at some time; whether it was before it was done, and how much it left beside its output."""
    before = bench.prepare(kind)
    process = bench.start(kind)
    number = bench.chance.choice((signal.SIGKILL,) * 6 + (signal.SIGTERM, signal.SIGINT))
    seconds = bench.chance.uniform(0, 1.05 * bench.usual[kind])
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(number)
    _, errors = process.communicate(timeout=WAIT)
    killed = process.returncode != 0
    if process.returncode not in (0, -number):
        raise Breach(f"{kind}: signal {number} after {seconds:.3f} s: exit {process.returncode} {errors.strip()}")
    left = bench.must_be_clean(kind, before, killed and number == signal.SIGKILL)
    if not killed and bench.read(kind) != bench.whole[kind]:
        raise Breach(f"{kind}: done, and other bytes")
    return killed, left


def part_kill(bench, count):
    killed = tries = left = 0
    while killed < count:
        kind = KINDS[tries % len(KINDS)]
        was, rest = kill_once(bench, kind)
        killed, left, tries = killed + was, left + rest, tries + 1
        if was and bench.chance.random() < 0.3:
            bench.must_run(kind)
        if tries > 5 * count + 20:
            raise Breach(f"only {killed} of {tries} runs could be killed")
    for kind in KINDS:
        bench.clear()
        bench.must_run(kind)
    took = ", ".join(f"{seconds:.2f}" for seconds in bench.usual.values())
    return f"{killed} kills in {tries} runs ({took} s undisturbed), {left} hidden files left beside the output"


# No room

def fail_once(bench, kind, before, what, **more):
    """A run that may fail for want of room, and then must say so in one line; whether it did."""
    process = bench.start(kind, **more)
    _, errors = process.communicate(timeout=WAIT)
    if process.returncode not in (0, 2):
        raise Breach(f"{kind} with {what}: exit {process.returncode} {errors.strip()}")
    if process.returncode:
        one_line(errors, f"{kind} with {what}")
    bench.must_be_clean(kind, before, False)
    if process.returncode == 0 and bench.read(kind) != bench.whole[kind]:
        raise Breach(f"{kind} with {what}: done, and other bytes")
    return process.returncode != 0


def part_limit(bench, count):
    """Files that may not grow past some size (EFBIG)."""
    failed = 0
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        before = bench.prepare(kind)
        size = bench.chance.choice((0, 4096, bench.chance.randint(0, 2 * max(map(len, bench.whole[kind])))))

        def limit(size=size):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        failed += fail_once(bench, kind, before, f"files of at most {size} bytes", preexec_fn=limit)
        bench.must_run(kind)
    return f"{failed} of {count} runs had no room"


def room_of(bench, kind):
    """About what a run takes on the disk: what it writes, and a packed source once more."""
    packed = bench.source[kind.source].stat().st_size if kind.source == "gz" else 0
    return sum(map(len, bench.whole[kind])) + packed


def on_disk(bench, count):
    failed = 0
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        before = bench.prepare(kind)
        ballast = bench.written.parent / "ballast"
        free = shutil.disk_usage(ballast.parent).free
        with open(ballast, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(4096, free - bench.chance.randint(0, room_of(bench, kind))))
        failed += fail_once(bench, kind, before, "a full disk")
        ballast.unlink()
        bench.must_run(kind)
    return f"{failed} of {count} runs had no room"


def part_full(bench, count):
    """A file system in memory for output and temporary files, with more or less room."""
    needed = max(len(part) for kind in KINDS for part in bench.learn(kind))
    disk = bench.folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={8 * needed + (64 << 20)}", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        raise Unable("no file system can be mounted here")
    try:
        bench.place(disk)
        return on_disk(bench, count)
    finally:
        bench.place(bench.folder)
        subprocess.run(["umount", "-l", str(disk)], check=False)


def main():
    parser = argparse.ArgumentParser(description="Tries to break dedup.")
    parser.add_argument("syndic")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--full", type=int, default=20, help="runs on a full disk, and with files that may not grow")
    parser.add_argument("--bytes", type=int, default=60000000, help="of the texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(PARTS), help="some of: " + ", ".join(PARTS))
    parser.add_argument("--work", type=Path, help="where folders are made (default: the usual place)")
    o = parser.parse_args()
    counts, failed = {"kill": o.kills, "limit": o.full, "full": o.full}, False
    with tempfile.TemporaryDirectory(prefix="syndic-dedup-", dir=o.work) as folder:
        bench = Bench(o.syndic, folder, o.seed, o.bytes)
        for name in o.only.split(","):
            start = time.monotonic()
            try:
                says = globals()[f"part_{name}"](bench, counts[name])
            except Unable as why:
                says = f"skipped: {why}"
            except Breach as breach:
                failed, says = True, f"BREACH (--seed {o.seed}): {breach}"
            print(f"{name:8} {time.monotonic() - start:6.1f} s  {says}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
