#!/usr/bin/env python3
"""Builds an index with the command and says what it took.

    bench/index.py --archive DIR/archive.jsonl --index IX [--syndic build/syndic] [--threads 2]

Prints seconds, MB of text and texts a second, memory, what the index takes on the disk beside the texts, bytes a
posting, and what one more text, `verify` and (with --compact) `compact` take. The index is made anew.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

import stopwatch
import texts

HERE = os.path.dirname(os.path.abspath(__file__))


def options():
    parser = argparse.ArgumentParser(description="Builds an index and says what it took.")
    parser.add_argument("--archive", required=True, nargs="+", help="what is added, all of it in one addition")
    parser.add_argument("--index", required=True, help="where; an index that is there is deleted")
    parser.add_argument("--syndic", default=os.path.join(HERE, "..", "build", "syndic"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--compact", action="store_true", help="also compact it")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def step(o, name, *arguments):
    """Runs one subcommand, which must succeed: seconds and peak memory in MiB."""
    seconds, peak, code = stopwatch.run([o.syndic, "index", name, "-q", f"-j{o.threads}", *arguments])
    if code != 0:
        texts.fail("index", f"syndic index {name} {' '.join(arguments)}: exit {code}")
    return {"seconds": seconds, "peak_mib": peak / 1024}


def stats_of(o):
    run = subprocess.run([o.syndic, "index", "stats", "-f", "json", o.index], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def add_one(o):
    """Adds a single text to the index, and takes it out again."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "one-more.txt")
        texts.write_article(folder, "one-more.txt", texts.generated(500, 77)[0])
        added = step(o, "add", o.index, path)
        return added, step(o, "rm", o.index, path)


def measure(o):
    if os.path.isdir(o.index):
        if not os.path.exists(os.path.join(o.index, "syndic-index")):
            texts.fail("index", f"{o.index}: a folder that is no index (name another)")
        shutil.rmtree(o.index)
    figures = {"given_bytes": sum(map(os.path.getsize, o.archive))}
    figures["add"] = step(o, "add", o.index, *o.archive)
    figures["disk_bytes"] = stopwatch.size_of(o.index)
    figures["stats"] = stats_of(o)
    figures["add_one"], figures["rm_one"] = add_one(o)
    figures["verify"] = step(o, "verify", o.index)
    if o.compact:
        figures["compact"] = step(o, "compact", o.index)
        figures["compact_disk_bytes"] = stopwatch.size_of(o.index)
    return figures


def show(figures):
    stats, add = figures["stats"], figures["add"]
    text, disk, seconds = stats["text_bytes"], figures["disk_bytes"], add["seconds"]
    print(f"{stats['documents']:,} texts, {stats['words']:,} words, {text / 1e6:,.1f} MB of text "
          f"({figures['given_bytes'] / 1e6:,.1f} MB as given)")
    print(f"add      {seconds:9.2f} s  {text / 1e6 / seconds:8.1f} MB/s of text  "
          f"{stats['documents'] / seconds:9,.0f} texts/s  peak {add['peak_mib']:,.0f} MiB")
    print(f"disk     {disk / 1e6:,.1f} MB, {disk / text:.3f} of the text: "
          f"postings {stats['posting_bytes'] / 1e6:,.1f} MB, texts {stats['packed_text_bytes'] / 1e6:,.1f} MB")
    print(f"postings {stats['postings']:,}, {stats['posting_bytes'] / max(1, stats['postings']):.2f} bytes each, "
          f"{stats['segments']} segments")
    for name in ("add_one", "rm_one", "verify", "compact"):
        if name in figures:
            print(f"{name:9}{figures[name]['seconds']:9.3f} s  peak {figures[name]['peak_mib']:,.0f} MiB")


def main():
    o = options()
    figures = measure(o)
    if o.json:
        json.dump(figures, sys.stdout, indent=1)
        print()
    else:
        show(figures)


if __name__ == "__main__":
    main()
