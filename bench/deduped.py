"""Runs `syndic dedup` as the benches want it, and reads what it wrote.

    tool = deduped.Tool(syndic, folder)
    run = tool.run([path], "--level", "near", "-j2")            # run.seconds, run.peak_kib, run.said
    run = tool.run([path], "--mem", "2G", watch=True)           # also run.anonymous_kib, run.temporary_bytes
    result = tool.result(path)                                  # result.kept, result.lines: the log
    deduped.check(result, ids)                                  # stars, nobody lost; what is wrong, or None

Memory and temporary files of a run that is watched are looked at 100 times a second from outside: files have no name,
so it is the sizes of what the process holds open below the temporary folder.
"""

import collections
import json
import os
import re
import subprocess
import tempfile
import threading
import time

import texts

Result = collections.namedtuple("Result", "kept lines")


class Run:
    """What a run took."""

    def __init__(self):
        self.seconds, self.peak_kib, self.code, self.said = 0.0, 0, 0, ""
        self.anonymous_kib = self.temporary_bytes = 0

    def failure(self):
        """The last line it said, if it failed."""
        if self.code == 0:
            return None
        return f"exit {self.code}: {''.join(self.said.strip().splitlines()[-1:])}"


def memory_kib(process):
    """The most memory a process has had, and what it has of its own now, without files that are mapped."""
    with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as file:
        said = file.read()
    return [int(found[1]) if found else 0 for found in
            (re.search(name + r":\s*(\d+)", said) for name in ("VmHWM", "RssAnon"))]


def held_bytes(process, folder):
    """What files below a folder take on the disk that the process holds open."""
    total = 0
    for name in os.listdir(f"/proc/{process}/fd"):
        link = f"/proc/{process}/fd/{name}"
        try:
            if os.readlink(link).startswith(folder):
                total += os.stat(link).st_blocks * 512
        except OSError:
            pass
    return total


def watch_process(process, folder, run, stop):
    while not stop.wait(0.01):
        try:
            run.peak_kib, own = (max(pair) for pair in zip((run.peak_kib, run.anonymous_kib), memory_kib(process)))
            run.anonymous_kib = own
            run.temporary_bytes = max(run.temporary_bytes, held_bytes(process, folder))
        except OSError:
            return


def wait_for(process, run, folder):
    """Waits for a process, watched if a folder is given."""
    stop = threading.Event()
    watcher = threading.Thread(target=watch_process, args=(process.pid, folder, run, stop))
    if folder:
        watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    stop.set()
    if folder:
        watcher.join()
    process.returncode = run.code = os.waitstatus_to_exitcode(status)
    if not folder:
        run.peak_kib = usage.ru_maxrss


class Tool:
    """The command, and the folder its output goes to."""

    def __init__(self, syndic, folder):
        self.syndic, self.folder = syndic, folder
        self.out, self.log = os.path.join(folder, "kept.jsonl"), os.path.join(folder, "log.jsonl")
        self.temporary = os.path.join(folder, "temporary")
        os.makedirs(self.temporary, exist_ok=True)

    def command(self, paths, *more, out=True, log=True):
        wrote = (["-o", self.out] if out else []) + (["--log", self.log] if log else [])
        return [self.syndic, "dedup", "--temp", self.temporary, *wrote, *more, *paths]

    def run(self, paths, *more, out=True, log=True, watch=False):
        run = Run()
        with tempfile.TemporaryFile() as errors:
            before = time.perf_counter()
            process = subprocess.Popen(self.command(paths, *more, out=out, log=log), stdin=subprocess.DEVNULL,
                                       stdout=errors, stderr=errors, env=dict(os.environ, LC_ALL="C.UTF-8"))
            wait_for(process, run, self.temporary if watch else None)
            run.seconds = time.perf_counter() - before
            errors.seek(0)
            run.said = errors.read().decode(errors="replace")
        return run

    def must(self, paths, *more, **how):
        run = self.run(paths, *more, **how)
        if run.failure():
            texts.fail("dedup", f"{' '.join(more)} {' '.join(paths)}: {run.failure()}")
        return run

    def result(self):
        """Ids of what was kept, in order, and the lines of the log."""
        with open(self.out, "rb") as lines:
            kept = [json.loads(line)["id"] for line in lines]
        return Result(kept, texts.read_lines(self.log))


def check(result, ids):
    """That every text was either kept, in order, or dropped for one that was kept; what is wrong, or None."""
    dropped = [line["dropped"] for line in result.lines if "dropped" in line]
    kept = set(result.kept)
    if len(kept) != len(result.kept) or len(set(dropped)) != len(dropped):
        return "a text stands twice"
    if kept & set(dropped) or len(kept) + len(dropped) != len(ids):
        return f"{len(kept)} kept and {len(dropped)} dropped of {len(ids)}"
    if result.kept != [name for name in ids if name in kept]:
        return "another order"
    chained = sum(line["kept"] not in kept for line in result.lines if line.get("kept") is not None)
    return f"{chained} dropped for a text that was not kept" if chained else None


def amount(found):
    """A size as the command prints it, which is two or three digits of it."""
    return float(found[1]) * 1000 ** "bkMGT".index(found[2][0]) if found else 0


def stated_bytes(said):
    """Temporary bytes that were written, as the summary has them; 0 where it has none."""
    return amount(re.search(r"([\d.]+) (bytes?|[kMGT]B) of temporary space", said))


def foretold_bytes(said):
    """Temporary bytes that may be needed, as is said before, and as much more as rounding may hide."""
    return 1.05 * amount(re.search(r"may need up to ([\d.]+) (bytes?|[kMGT]B)", said))
