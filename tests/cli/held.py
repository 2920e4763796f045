"""A model of an index: what was acknowledged, and how the index is held to it.

    index = Index(syndic, folder, seed)
    index.begin()                                   # made, with some documents
    step, arguments, after = index.plan()           # a random write, and what is held behind it
    index.must(*arguments)
    index.must_hold(after)                          # verify, ls, show and check agree with it; else Breach

Documents are made from their numbers alone, of invented words, so that no two share wording.
"""
import json
import os
import random
import signal
import subprocess
import threading
from pathlib import Path

WAIT = 60
LONG_WORDS = 100 # an excerpt of a text of so many is not the text
SYLLABLES = ("ba", "ce", "dil", "fo", "gur", "ha", "jen", "ki", "lom", "mu", "nar", "pe", "qui", "ros", "su", "tav",
             "ve", "wim", "yol", "zu", "\u00e9l", "\u00f8r")


class Breach(Exception):
    """What an index must not do; the text says what happened."""


class Unable(Exception):
    """A part that cannot be run here; the text says why."""


# Texts

def invent(chance, words):
    """Sentences of invented words, in paragraphs."""
    out, left = [], 0
    for _ in range(words):
        word = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))
        if left == 0:
            left = chance.randint(6, 16)
            word = word.capitalize()
        left -= 1
        out.append(word + (chance.choice((". ", '." ', ".\n\n")) if left == 0 else " "))
    return "".join(out).strip() + "."


class Texts:
    """Documents by number; each is made again from its number alone."""

    def __init__(self, seed):
        self.seed, self.next = seed, 0

    def take(self, count):
        first, self.next = self.next, self.next + count
        return [f"doc-{number:06d}" for number in range(first, first + count)]

    def text(self, name):
        chance = random.Random(f"{self.seed}/{name}")
        return invent(chance, chance.choice((6, 40, 120, 250)) if int(name[4:]) % 50 else 3000)

    def write(self, names, path):
        with open(path, "w", encoding="utf-8") as file:
            for name in names:
                file.write(json.dumps({"id": name, "title": f"Title of {name}", "text": self.text(name)}) + "\n")

    def excerpt(self, name):
        """40 words from the middle."""
        words = self.text(name).split()
        return " ".join(words[len(words) // 2 - 20:len(words) // 2 + 20])

    def long(self, names):
        """Those an excerpt can be taken from, each once."""
        return [name for name in dict.fromkeys(names) if len(self.text(name).split()) >= LONG_WORDS]


# The command

class Index:
    """An index, the command, and what was acknowledged (`held`: ids)."""

    def __init__(self, syndic, folder, seed):
        self.syndic, self.folder, self.texts = str(Path(syndic).resolve()), Path(folder), Texts(seed)
        self.path, self.held, self.calls = self.folder / "index", set(), 0
        self.chance = random.Random(seed)
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir(exist_ok=True)

    def command(self, *arguments):
        return [self.syndic, *map(str, arguments)]

    def environment(self):
        return dict(os.environ, LC_ALL="C.UTF-8", TMPDIR=str(self.temporary))

    def start(self, *arguments, **more):
        return subprocess.Popen(self.command(*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.environment(), **more)

    def run(self, *arguments, **more):
        """Exit code, standard output, standard error. A death by a signal is a breach, and so is a hang."""
        try:
            run = subprocess.run(self.command(*arguments), stdin=subprocess.DEVNULL, capture_output=True, timeout=WAIT,
                                 env=self.environment(), check=False, **more)
        except subprocess.TimeoutExpired:
            raise Breach(f"{shown(arguments)}: still running after {WAIT} s") from None
        if run.returncode < 0:
            raise Breach(f"{shown(arguments)}: died of {signal.Signals(-run.returncode).name} {last_line(run.stderr)}")
        if run.returncode > 2:
            raise Breach(f"{shown(arguments)}: exit {run.returncode} {last_line(run.stderr)}")
        return run.returncode, run.stdout, run.stderr.decode("utf-8", "replace")

    def must(self, *arguments, codes=(0,), **more):
        code, out, errors = self.run(*arguments, **more)
        if code not in codes:
            raise Breach(f"{shown(arguments)}: exit {code}: {errors.strip()}")
        return out

    # What is written

    def begin(self, count=40):
        """Makes the index, with some documents."""
        names, path = self.texts.take(count), self.folder / "batch.jsonl"
        self.texts.write(names, path)
        self.must("index", "add", "-q", self.path, path)
        self.held = set(names)

    def plan(self, room=600):
        """A random step: its name, its arguments, and the documents held behind it."""
        step = self.chance.choice(("add", "add", "add", "rm", "compact", "compact"))
        if step == "rm" and len(self.held) > 20:
            gone = self.chance.sample(sorted(self.held), self.chance.randint(1, 8 if len(self.held) < room else 300))
            return "rm", ["index", "rm", "-q", self.path, *gone], self.held - set(gone)
        if step == "compact" and self.held:
            return "compact", ["index", "compact", "-q", self.path], set(self.held)
        names = self.texts.take(self.chance.choice((1, 10, 60)))
        path = self.folder / "batch.jsonl"
        self.texts.write(names, path)
        return "add", ["index", "add", "-q", self.path, path], self.held | set(names)

    # What is held to the model

    def listed(self, path=None):
        out = self.must("index", "ls", "-q", "-f", "jsonl", path or self.path)
        return {json.loads(line)["id"] for line in out.decode().splitlines()}

    def witnesses(self, names):
        """The documents that a check names for a text with an excerpt of each of these."""
        path = self.folder / f"new-{threading.get_ident()}.txt"
        path.write_text("\n\n".join(self.texts.excerpt(name) for name in names) + "\n", encoding="utf-8")
        out = self.must("check", "-q", "-f", "json", path, "--against", self.path, codes=(0, 1))
        found = {witness["document"] for passage in json.loads(out)["passages"] for witness in passage["witnesses"]}
        return {name for name in found if name.startswith("doc-")}

    def must_verify(self):
        code, out, errors = self.run("index", "verify", "-q", self.path)
        if code != 0:
            raise Breach(f"verify: exit {code}: {(out.decode() + errors).strip()[:300]}")

    def must_show(self, names):
        for name in names:
            out = self.must("index", "show", "-q", "-f", "jsonl", self.path, name)
            if json.loads(out)["text"] != self.texts.text(name):
                raise Breach(f"show {name}: not its text")

    def must_hold(self, *states):
        """Holds one of these sets of documents and no other; it becomes what is held."""
        self.must_verify()
        held = self.listed()
        if held not in states:
            near = min(states, key=lambda state: len(state ^ held))
            raise Breach(f"ls: {len(near - held)} documents are missing and {len(held - near)} too many "
                         f"(of {len(near)}): {sorted(near ^ held)[:4]}")
        self.held = held
        moved = sorted(set.union(*map(set, states)) ^ set.intersection(*map(set, states)))
        some = self.chance.sample(sorted(held), min(3, len(held)))
        self.must_show(some + [name for name in moved if name in held][:3])
        asked = self.texts.long(some + moved[:3] + moved[-3:])
        if asked and self.witnesses(asked) != set(asked) & held:
            raise Breach(f"check: of {asked} it names {sorted(self.witnesses(asked))}, "
                         f"held are {sorted(set(asked) & held)}")


def shown(arguments):
    return " ".join(str(argument) for argument in arguments[:2])


def last_line(errors):
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else ""


def one_line(errors, what):
    if not errors.startswith("syndic: ") or errors.count("\n") != 1:
        raise Breach(f"{what}: not one line: {errors[:300]!r}")
