"""Inputs that are hard on a dedup: all alike, one form for all, one word each, one huge text, chains, nothing at all.

    for case in dedup_hard.cases(folder, scale): ...    # case.make() writes it; case.expect: what must become of it
    dedup_hard.print_cases(tool, folder, scale)         # time, peak memory, clusters; what is not as it must be

`scale` shrinks the number of texts. Every case says how many texts must be kept, or None where that is not certain; all
of them must keep to stars, and lines of the log must name what is really so (by an exact count, where that is cheap).
"""

import collections
import json
import os
import random as seeded

import counted
import deduped
import texts

Case = collections.namedtuple("Case", "name options write kept")


def write_records(path, bodies):
    with open(path, "w", encoding="utf-8") as file:
        for number, body in enumerate(bodies):
            file.write(f'{{"id":"t{number:07d}","text":{json.dumps(body, ensure_ascii=False)}}}\n')


class Words:
    """Words to put texts together from, always the same."""

    def __init__(self):
        self.random = seeded.Random(7)
        self.tokens = " ".join(texts.generated(300000, 7)).split()

    def draw(self, count):
        return self.random.choices(self.tokens, k=count)

    def alike(self, count):
        body = " ".join(self.draw(300))
        return (body for _ in range(count))

    def form(self, count, share, length=300, fields=10):
        """Texts of a form whose blanks, each of as many words, are filled in with other ones in each text."""
        fixed, size = round(length * share / fields), round(length * (1 - share) / fields)
        parts = [self.draw(fixed) for _ in range(fields)]
        return (" ".join(word for part in parts for word in part + self.draw(size)) for _ in range(count))

    def copies(self, count, share):
        """Texts of a form, and for each tenth a shorter copy of one of them, anywhere."""
        bodies = list(self.form(count - count // 10, share))
        chosen = self.random.sample(bodies, count // 10)
        bodies += [" ".join(body.split()[:-10]) for body in chosen]
        self.random.shuffle(bodies)
        return bodies

    def single(self, count, distinct=1000):
        chosen = sorted({word.strip('.,?“”').lower() for word in self.tokens if word.isalpha()})[:distinct]
        return (chosen[number % len(chosen)] for number in range(count))

    def chain(self, count, length=200, step=30):
        """Every text is the one before without its first words and with others behind: 85 % of it."""
        stream = self.draw(length + step * count)
        return (" ".join(stream[step * number:step * number + length]) for number in range(count))

    def echo(self, count, times):
        """Texts of one word again and again."""
        return (" ".join([self.draw(1)[0].strip('.,?“”')] * (times + number)) for number in range(count))

    def mirrored(self, count):
        """Texts of the same sentences, each in an order of its own."""
        sentences = [" ".join(self.draw(20)) for _ in range(15)]
        return (" ".join(self.random.sample(sentences, len(sentences))) for _ in range(count))

    def empty(self, count):
        return ("" for _ in range(count))

    def blank(self, count):
        """Nothing but punctuation: three different texts without a word."""
        return ((" ", "...", " -- \n")[number % 3] for number in range(count))


def huge(words, folder, size):
    """Two plain texts of this size, the second with each 50th word another."""
    block = [" ".join(words.draw(1 << 16)) for _ in range(8)]
    names = [os.path.join(folder, name) for name in ("first.txt", "second.txt")]
    for place, name in enumerate(names):
        written, turn = 0, 0
        with open(name, "w", encoding="utf-8") as file:
            while written < size:
                part = f"{turn}{place if turn % 50 == 0 else ''} {block[turn % 8]}\n"
                written += file.write(part)
                turn += 1
    return names


def cases(words, scale):
    n = lambda count: max(10, int(count * scale))
    near = ("--level", "near")
    return [
        Case("all alike", near, lambda: words.alike(n(200000)), 1),
        Case("all alike, exact", ("--level", "exact"), lambda: words.alike(n(200000)), 1),
        Case("all alike, passage", ("--level", "passage"), lambda: words.alike(n(200000)), 1),
        Case("form of 40 %", near, lambda: words.form(n(100000), 0.4), n(100000)),
        Case("form of 70 %", near, lambda: words.form(n(100000), 0.7), n(100000)),
        Case("form of 70 %, 0.5", (*near, "--threshold", "0.5"), lambda: words.form(n(100000), 0.7), 1),
        Case("copies in a form of 70 %", near, lambda: words.copies(n(50000), 0.7), n(50000) - n(50000) // 10),
        Case("form of 78 %", near, lambda: words.form(n(100000), 0.78), None),
        Case("form of 70 %, passage", ("--level", "passage"), lambda: words.form(n(20000), 0.7, fields=4), None),
        Case("sentences in any order", near, lambda: words.mirrored(n(20000)), 1),
        Case("one word each", near, lambda: words.single(n(1000000)), min(1000, n(1000000))),
        Case("one word again and again", near, lambda: words.echo(n(300), 20000), None),
        Case("a chain", near, lambda: words.chain(n(20000)), None),
        Case("empty", near, lambda: words.empty(n(200000)), 1),
        Case("no words", near, lambda: words.blank(n(200000)), 3),
        Case("no words, passage", ("--level", "passage"), lambda: words.blank(n(200000)), None)]


def threshold_of(options):
    return float(options[options.index("--threshold") + 1]) if "--threshold" in options else 0.8


def untrue(path, result, options):
    """How many of at most 20,000 lines of the log name a pair that has less than the threshold."""
    lines = [line for line in result.lines if line.get("kept") is not None and "dropped" in line][:20000]
    needed = {line[of] for line in lines for of in ("dropped", "kept")}
    corpus = counted.Corpus()
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] in needed:
                corpus.add({"id": record["id"]}, record["text"])
    if not corpus.ids:
        return 0
    number, least = corpus.number_of, threshold_of(options)
    found = counted.some_pairs(corpus, [(number[line["dropped"]], number[line["kept"]]) for line in lines])
    return sum(p.covered < (least - 1e-9) * p.words for p in found)


def problem_of(case, path, count, result):
    """What is not as it must be, or None."""
    wrong = deduped.check(result, [f"t{number:07d}" for number in range(count)])
    if wrong:
        return wrong
    if case.kept is not None and len(result.kept) != case.kept:
        return f"{len(result.kept):,} kept, not {case.kept:,}"
    if "near" in case.options:
        false = untrue(path, result, case.options)
        return f"{false:,} lines of the log are not so" if false else None
    return None


def too_much(run, text_bytes):
    """Whether it took more memory of its own than 2 GiB and one text."""
    most = (2 << 20) + text_bytes / 1024
    return f"{run.anonymous_kib / 1024:,.0f} MiB, not {most / 1024:,.0f}" if run.anonymous_kib > most else None


def print_row(name, size, run, what):
    print(f"{name:26}{size / 1e6:9.1f}{run.seconds:9.2f}{run.peak_kib / 1024:10.0f}{run.anonymous_kib / 1024:10.0f}"
          f"{run.temporary_bytes / 1e6:10.1f}  {what}", flush=True)


def print_case(tool, folder, case):
    path = os.path.join(folder, "hard.jsonl")
    write_records(path, case.write())
    with open(path, "rb") as file:
        count = sum(1 for _ in file)
    run = tool.run([path], "-q", *case.options, watch=True)
    wrong = run.failure() or too_much(run, 0)
    if not wrong:
        result = tool.result()
        wrong = problem_of(case, path, count, result)
    print_row(case.name, os.path.getsize(path), run, f"WRONG: {wrong}" if wrong else
              f"{len(result.kept):,} of {count:,} kept, as it must be")
    os.unlink(path)
    return not wrong


def print_huge(tool, folder, words, size):
    """A huge text beside another: done, or refused in one line; in bounds either way."""
    place = os.path.join(folder, "huge")
    os.makedirs(place, exist_ok=True)
    names = huge(words, place, size)
    good = True
    for level in ("exact", "near", "passage"):
        run = tool.run(names, "-q", "--level", level, watch=True)
        lines = run.said.strip().splitlines()
        wrong = too_much(run, size)
        if run.code not in (0, 2) or (run.code == 2 and len(lines) != 1):
            wrong = f"exit {run.code}, {len(lines)} lines: {lines[-1:]}"
        good &= not wrong
        kept = f"{len(tool.result().kept)} of 2 kept" if run.code == 0 else lines[-1]
        print_row(f"two huge texts, {level}", 2 * size, run, f"WRONG: {wrong}" if wrong else kept)
    for name in names:
        os.unlink(name)
    return good


def print_cases(tool, folder, scale, only=None):
    words = Words()
    print(f"\n{'hard inputs':26}{'MB':>9}{'seconds':>9}{'peak MiB':>10}{'own MiB':>10}{'temp MB':>10}")
    good = True
    for case in cases(words, scale):
        if not only or only in case.name:
            good &= print_case(tool, folder, case)
    if not only or only in "huge":
        good &= print_huge(tool, folder, words, int(2e9 * scale))
    return good
