#!/usr/bin/python3
"""What an index survives: kills, a full disk, a second writer, readers during writes, damaged files.

    crash.py SYNDIC [--kills 200] [--full 60] [--rounds 40] [--garbles 500] [--large JSONL] [--seed 1] [--only kill,...]

Every part keeps a model of what was acknowledged (held.py) and holds the index to it. A breach is printed with the
seed and number that make it again; exit 1 when there is any. `--keep DIR` keeps the index of the first breach of each
part (but of `full`, whose disk is gone then). test_crash.py runs a short version of each part.

Kills are SIGKILL: what the system had in its cache is still written. They say nothing of a power cut.
"""
import argparse
import fcntl
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from damage import PAGE, part_garble
from held import Breach, Index, Unable, last_line, one_line, shown

PARTS = ("kill", "full", "limit", "writers", "readers", "garble")


# Kills

def killed_after(index, seconds, *arguments):
    """Runs a command and kills it after some time; whether it was done before."""
    process = index.start(*arguments)
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise Breach(f"{shown(arguments)}: exit {process.returncode}")
    return process.returncode == 0


def kill_once(index, usual):
    """One step that is killed at some time; whether it was killed before it was done."""
    step, arguments, after = index.plan()
    before, start = set(index.held), time.monotonic()
    killed = not killed_after(index, index.chance.uniform(0, 1.2 * usual.get(step, 0.05)), *arguments)
    took = time.monotonic() - start
    if not killed:
        usual[step] = 0.8 * usual.get(step, took) + 0.2 * took
    try:
        index.must_hold(*((before, after) if killed else (after,)))
    except Breach as breach:
        raise Breach(f"{step} {'killed' if killed else 'done'} after {1000 * took:.1f} ms: {breach}") from None
    return killed


def part_kill(index, count):
    """Kills writers until `count` of them were killed before they were done."""
    index.begin()
    usual, killed, tries = {}, 0, 0
    while killed < count:
        killed += kill_once(index, usual)
        tries += 1
        if tries > 20 * count + 100:
            raise Breach(f"only {killed} of {tries} steps could be killed")
    gone = [f"doc-{number:06d}" for number in range(index.texts.next) if f"doc-{number:06d}" not in index.held]
    index.must("index", "compact", "-q", index.path)
    index.must_hold(index.held)
    left = index.chance.sample(gone, min(100, len(gone)))
    for path in index.path.iterdir():
        stored = path.read_bytes()
        still = [name for name in left if name.encode() in stored]
        if still:
            raise Breach(f"compact: {path.name} still has {len(still)} names that were removed: {still[:3]}")
    extra = sorted(path.name for path in index.path.iterdir())
    if len(extra) > 4:
        raise Breach(f"compact: leftovers in the index: {extra}")
    return f"{killed} kills in {tries} steps, {len(index.held)} documents at the end"


def part_large(index, count, path):
    """Kills one large addition, that takes several transactions, and then its compaction."""
    index.begin()
    with open(path, encoding="utf-8") as lines:
        names = {json.loads(line)["id"] for line in lines}
    small = set(index.held)
    for step in ("add", "compact"):
        arguments = ["index", step, "-q", index.path, *([path] if step == "add" else [])]
        whole = index.folder / "whole"
        shutil.copytree(index.path, whole)
        start = time.monotonic()
        index.must(*arguments)
        usual = time.monotonic() - start
        shutil.rmtree(index.path)
        whole.rename(index.path)
        before = small if step == "add" else small | names
        for _ in range(count):
            seconds = index.chance.uniform(0, usual)
            if killed_after(index, seconds, *arguments):
                break
            index.must_verify()
            if index.listed() not in (before, small | names):
                raise Breach(f"{step} killed after {seconds:.3f} s: another set of documents")
        index.must(*arguments)
        index.must_verify()
        if index.listed() != small | names:
            raise Breach(f"{step} after kills: not all documents are there")
    index.must_show(sorted(small)[:5])
    return f"{len(names)} texts"


# A full disk

def try_write(index, what, **more):
    """A step that may fail for want of room, and then must say so and leave what was there."""
    step, arguments, after = index.plan(room=200)
    before = set(index.held)
    code, _, errors = index.run(*arguments, **more)
    if code != 0:
        one_line(errors, f"{step} with {what}")
    try:
        index.must_hold(before if code else after)
    except Breach as breach:
        raise Breach(f"{step} with {what}, exit {code} {errors.strip()}: {breach}") from None
    return code != 0


def part_limit(index, count):
    """Files that may not grow past some size (EFBIG)."""
    index.begin()
    failed = 0
    for _ in range(count):
        largest = max(path.stat().st_size for path in index.path.iterdir())
        size = index.chance.choice((0, PAGE, index.chance.randint(0, largest), index.chance.randint(0, 2 * largest)))

        def limit(size=size):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        failed += try_write(index, f"files of at most {size} bytes", preexec_fn=limit)
    index.must("index", "compact", "-q", index.path)
    index.must_hold(index.held)
    return f"{failed} of {count} steps had no room"


def fill(path, leave):
    """Fills a file system but for `leave` bytes."""
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65536)
        except OSError:
            pass
        try:
            while True:
                file.write(b"\0" * PAGE)
        except OSError:
            pass
        size = file.tell()
        file.truncate(max(0, size - leave) // PAGE * PAGE)


def on_disk(index, disk, count):
    index.path, index.temporary = disk / "index", disk / "tmp"
    index.temporary.mkdir()
    index.begin()
    failed = 0
    for _ in range(count):
        leave = index.chance.choice((0, 0, PAGE, 3 * PAGE, index.chance.randint(0, 1 << 20)))
        fill(disk / "ballast", leave)
        failed += try_write(index, f"{leave} bytes left")
        (disk / "ballast").unlink()
    index.must("index", "compact", "-q", index.path)
    index.must_hold(index.held)
    return f"{failed} of {count} steps had no room"


def part_full(index, count):
    """A small file system in memory, which is full again and again."""
    disk = index.folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        raise Unable("no file system can be mounted here")
    try:
        return on_disk(index, disk, count)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


# Two writers

def refused(index, *arguments):
    start = time.monotonic()
    code, out, errors = index.run(*arguments)
    if code != 2 or out:
        raise Breach(f"{shown(arguments)} beside a writer: exit {code}")
    one_line(errors, f"{shown(arguments)} beside a writer")
    if time.monotonic() - start > 10:
        raise Breach(f"{shown(arguments)} beside a writer: waited")


def is_locked(path):
    """Whether some process holds a lock on a file; asking takes none."""
    try:
        number = os.stat(path).st_ino
        return f":{number} " in Path("/proc/locks").read_text(encoding="ascii")
    except FileNotFoundError:
        return False


def two_writers(index, names, arguments):
    """Adds documents, and runs another writer meanwhile; whether it came in time to be told."""
    path = index.folder / "batch.jsonl"
    index.texts.write(names, path)
    first = index.start("index", "add", "-q", index.path, path)
    while first.poll() is None and not is_locked(index.path / "writer"):
        time.sleep(0.0005)
    met = False
    if first.poll() is None:
        code, _, errors = index.run(*arguments)
        met = code == 2
        if met:
            one_line(errors, "a second writer")
    _, errors = first.communicate()
    if first.returncode != 0:
        raise Breach(f"the first of two writers: exit {first.returncode} {last_line(errors)}")
    return met


def part_writers(index, rounds):
    """A second writer is told at once, whatever it wants; readers are not kept waiting."""
    index.begin()
    one = index.folder / "one.jsonl"
    index.texts.write(sorted(index.held)[:1], one)
    seconds = [["index", "add", "-q", index.path, one], ["index", "compact", "-q", index.path],
               ["index", "rm", "-q", index.path, sorted(index.held)[0]]]
    with open(index.path / "writer", "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for arguments in seconds:
            refused(index, *arguments)
        index.must_hold(index.held)
    met = 0
    for number in range(rounds):
        names = index.texts.take(400)
        met += two_writers(index, names, seconds[number % 2])
        index.must_hold(index.held | set(names))
    return f"{met} of {rounds} met a writer at work"


# Readers during writes

class Reader(threading.Thread):
    """Asks again and again; each answer must be one of the states there were meanwhile."""

    def __init__(self, index, states, clock, asked):
        super().__init__()
        self.index, self.states, self.clock, self.asked = index, states, clock, asked
        self.answers, self.breach = 0, None

    def ask(self):
        if self.answers % 2:
            return self.index.listed()
        return self.index.witnesses(self.asked)

    def run(self):
        while not self.clock["stop"] and not self.breach:
            first, checks = self.clock["done"], self.answers % 2 == 0
            try:
                answer = self.ask()
            except Breach as breach:
                self.breach = str(breach)
                return
            allowed = self.states[first:self.clock["begun"] + 1]
            if checks:
                allowed = [state & set(self.asked) for state in allowed]
            if answer not in allowed:
                self.breach = (f"{'check' if checks else 'ls'}: an answer of no state between {first} and "
                               f"{self.clock['begun']}: {len(answer)} documents, {sorted(answer ^ allowed[0])[:4]}")
            self.answers += 1


def part_readers(index, rounds):
    """Two readers while another process adds, removes and compacts."""
    index.begin()
    moving = [f"doc-{number:06d}" for number in range(40, 140)]
    asked = index.texts.long(sorted(index.held))[:3] + index.texts.long(moving)[:24:4]
    states, clock = [set(index.held)], {"done": 0, "begun": 0, "stop": False}
    readers = [Reader(index, states, clock, asked) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(rounds):
            _, arguments, after = index.plan()
            states.append(after)
            clock["begun"] += 1
            index.must(*arguments)
            index.held = after
            clock["done"] += 1
            if any(reader.breach for reader in readers):
                break
    finally:
        clock["stop"] = True
        for reader in readers:
            reader.join()
    for reader in readers:
        if reader.breach:
            raise Breach(reader.breach)
    index.must_hold(index.held)
    return f"{sum(reader.answers for reader in readers)} answers during {rounds} writes"


# The command line

def run_part(name, syndic, count, seed, keep=None):
    """Runs a part in a folder of its own; what it says. Raises Breach or Unable."""
    with tempfile.TemporaryDirectory(prefix="syndic-crash-") as folder:
        index = Index(syndic, folder, seed)
        try:
            if name == "garble":
                return part_garble(index, count, keep)
            if name == "large":
                return part_large(index, *count)
            return globals()[f"part_{name}"](index, count)
        except Breach:
            if keep and name != "garble" and index.path.exists():
                shutil.copytree(index.path, keep / name, dirs_exist_ok=True)
            raise


def main():
    parser = argparse.ArgumentParser(description="Tries to break an index.")
    parser.add_argument("syndic")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=60, help="steps on a full disk, and with files that may not grow")
    parser.add_argument("--rounds", type=int, default=40, help="writes beside a second writer, and beside readers")
    parser.add_argument("--garbles", type=int, default=500)
    parser.add_argument("--large", type=Path, help="JSONL of texts whose addition is killed ten times")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(PARTS), help="some of: " + ", ".join(PARTS))
    parser.add_argument("--keep", type=Path, help="a folder for the indexes of the first breaches")
    o = parser.parse_args()
    counts = {"kill": o.kills, "full": o.full, "limit": o.full, "writers": o.rounds, "readers": o.rounds,
              "garble": o.garbles, "large": (10, o.large)}
    failed = False
    for name in o.only.split(",") + ["large"] * (o.large is not None):
        start = time.monotonic()
        try:
            says = run_part(name, o.syndic, counts[name], o.seed, o.keep)
        except Unable as why:
            says = f"skipped: {why}"
        except Breach as breach:
            failed, says = True, f"BREACH (--seed {o.seed}): {breach}"
        print(f"{name:8} {time.monotonic() - start:6.1f} s  {says}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
