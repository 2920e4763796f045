#!/usr/bin/env python3
"""Makes an archive of news-like texts and new texts that share wording with it, and says where.

    bench/archive.py --corpus grimmer.jsonl reuters.jsonl --out DIR [--texts 1000000] [--new 1000]

The archive holds the corpora's own texts (all, or every n-th so that they are at most a tenth) and, for the rest, texts
that `walk.c` makes of their words, which repeat five-word runs about as news does. The new texts come from the same
walk. Of each fifth of them, 0, 1, 5, 20 or 50 archive texts hold an excerpt of 30 to 150 words, and of --stories more
5,000 do; each holder has an excerpt of its own, as a paragraph, with 0 to 10 % of its words edited (as in plant.py).

Writes DIR/archive.jsonl, DIR/new.jsonl, DIR/new/ID.txt (the same texts) and DIR/truth.json: for each new text its
holders, with the span of the excerpt in both (`core`: without edited words at the ends). Same arguments, same bytes.
"""

import argparse
import json
import os
import random as seeded
import shutil
import subprocess
import tempfile

import plant
import texts

HOLDERS = (0, 1, 5, 20, 50)
STORY_HOLDERS = 5000


def options():
    parser = argparse.ArgumentParser(description="Makes an archive, new texts, and the truth about them.")
    parser.add_argument("--corpus", required=True, nargs="+", help="JSONL files with a text a line")
    parser.add_argument("--out", required=True, help="the folder to write")
    parser.add_argument("--texts", type=int, default=1000000, help="texts in the archive")
    parser.add_argument("--new", type=int, default=1000)
    parser.add_argument("--stories", type=int, default=3, help=f"more new texts, that {STORY_HOLDERS} texts hold")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def read_corpus(path, prefix):
    """The records of a corpus as the archive has them."""
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            given = json.loads(line)
            text = given["text"].replace("\0", " ").encode("utf-8", "replace").decode()
            if text.strip():
                yield {"id": f"{prefix}/{given['id']}", "outlet": given.get("outlet") or given.get("source"),
                       "date": given.get("date"), "title": given.get("title"), "text": text}


class Walk:
    """The program that walks, and the words it walks over."""

    def __init__(self, folder, seed):
        self.program, self.seed = os.path.join(folder, "walk"), seed
        self.words = os.path.join(folder, "words")
        here = os.path.dirname(os.path.abspath(__file__))
        compiler = os.environ.get("CC", "cc")
        subprocess.run([*compiler.split(), "-std=c11", "-D_GNU_SOURCE", "-O2", "-o", self.program,
                        *(os.path.join(here, name) for name in ("walk.c", "corpus.c"))], check=True)

    def write(self, count, stream, prefix, out, *more):
        subprocess.run([self.program, "--corpus", self.words, "--texts", str(count), "--seed", str(self.seed),
                        "--stream", str(stream), "--prefix", prefix, *more], stdout=out, check=True)


def write_corpora(paths, total, words, out):
    """Writes all texts for the walk and those that the archive has. Returns how many it has."""
    names = [os.path.basename(path).split(".")[0] for path in paths]
    if len(set(names)) < len(names):
        names = [f"{number}-{name}" for number, name in enumerate(names, 1)]
    with open(words, "wb") as file:
        counts = []
        for path, name in zip(paths, names):
            count = 0
            for record in read_corpus(path, name):
                file.write(record["text"].encode() + b"\0")
                count += 1
            counts.append(count)
    each, written = max(1, -(-sum(counts) * 10 // total)), 0
    for path, name in zip(paths, names):
        for number, record in enumerate(read_corpus(path, name)):
            if number % each == 0:
                out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
                written += 1
    return written


def draw_excerpt(article, number, random):
    """A stretch of 30 to 150 tokens of a new text."""
    count = min(random.randint(30, 150), len(article.spans))
    return plant.Excerpt(number, random.randrange(len(article.spans) - count + 1), count, count)


def plan(new, stories, generated, random):
    """(new text, holder, excerpt, rate) of all that is planted; no text holds two excerpts."""
    wanted = [HOLDERS[i % len(HOLDERS)] for i in range(len(new) - stories)] + [STORY_HOLDERS] * stories
    if sum(wanted) > generated:
        texts.fail("archive", f"{sum(wanted)} excerpts do not fit in {generated} texts (use a larger --texts, or fewer "
                              f"--new and --stories)")
    hosts = random.sample(range(generated), sum(wanted))
    return [(number, hosts.pop(), draw_excerpt(new[number], number, random), random.uniform(0, 0.1))
            for number, count in enumerate(wanted) for _ in range(count)]


def edit_all(new, jobs, random):
    """(holder, new text, excerpt as it is there, its core there, facts) of all jobs, by holder."""
    vocabulary = sorted({word for article in new for word in texts.words_of(article.text) if word.isalpha()})
    edited = []
    for number, host, excerpt, rate in jobs:
        text, core, facts = plant.take(new, excerpt, rate, vocabulary, random)
        edited.append((host, number, text, core, dict(facts, rate=rate, words=excerpt.words)))
    return sorted(edited, key=lambda one: one[0])


def write_plants(path, edited, random):
    with open(path, "wb") as file:
        for host, _, text, _, _ in edited:
            file.write(f"{host} {random.randrange(1000)}\n{text}".encode() + b"\0")


def moved(text, core, place):
    """The core of an excerpt in its holder: place is where the excerpt begins there, in bytes and code points."""
    span = texts.with_bytes(text, *core)
    return {name: span[name] + place[name[:1] == "c"] for name in span}


def truth_of(records, new, edited, spans):
    """What each new text shares with whom."""
    truth = [{"id": record["id"], "words": len(article.spans), "planted": []} for record, article in zip(records, new)]
    for (host, number, text, core, facts), line in zip(edited, spans):
        there, begin, end, cbegin, cend = map(int, line.split())
        assert there == host
        body = new[number].text
        truth[number]["planted"].append({
            "archive": f"w{host:07d}",
            "words": facts["words"], "edits": facts["edits"], "rate": round(facts["rate"], 4),
            "new_span": texts.with_bytes(body, *facts["source_span"]),
            "new_core": texts.with_bytes(body, *facts["source_core"]),
            "archive_span": {"begin": begin, "end": end, "cbegin": cbegin, "cend": cend},
            "archive_core": moved(text, core, (begin, cbegin))})
    return truth


def write_new(o, walk):
    """The new texts, as a file of records and each as a file. Returns the records."""
    path, folder = os.path.join(o.out, "new.jsonl"), os.path.join(o.out, "new")
    with open(path, "wb") as out:
        walk.write(o.new + o.stories, 1, "new-", out)
    records = texts.read_lines(path)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for record in records:
        texts.write_article(folder, record["id"] + ".txt", record["text"])
    return records


def main():
    o = options()
    random = seeded.Random(o.seed)
    os.makedirs(o.out, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=o.out) as work:
        walk = Walk(work, o.seed)
        archive = os.path.join(o.out, "archive.jsonl")
        with open(archive + ".part", "wb") as out:
            generated = o.texts - write_corpora(o.corpus, o.texts, walk.words, out)
            out.flush()
            records = write_new(o, walk)
            new = [plant.Article(record["text"]) for record in records]
            edited = edit_all(new, plan(new, o.stories, generated, random), random)
            plants, spans = os.path.join(work, "plants"), os.path.join(work, "spans")
            write_plants(plants, edited, random)
            walk.write(generated, 0, "w", out, "--plants", plants, "--spans", spans)
        os.rename(archive + ".part", archive)
        with open(spans, encoding="ascii") as lines:
            truth = truth_of(records, new, edited, list(lines))
    with open(os.path.join(o.out, "truth.json"), "w", encoding="utf-8") as file:
        json.dump({"texts": o.texts, "generated": generated, "seed": o.seed, "new": truth}, file, indent=0)
    print(f"{o.texts} texts, {os.path.getsize(archive):,} bytes, {len(records)} new ones, {len(edited)} excerpts, "
          f"in {o.out}")


if __name__ == "__main__":
    main()
