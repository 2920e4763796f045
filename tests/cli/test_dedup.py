#!/usr/bin/python3
"""What dedup promises: which texts and passages go, what the log says of each, that all else stays as it was, and what
it refuses.

    test_dedup.py SYNDIC

Prints TAP. Each test is a function below; what it is called is what it holds. A slow, obvious twin of each level stands
in dedup_twin.py.
"""
import gzip
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

from command import Skip, done, environment, equal, main, quiet, run, syndic, trouble
from dedup_twin import decoded, rebuild, share_of, tokens

VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


def word(chance):
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4)))


def prose(chance, count):
    """So many words that nobody else has, as sentences."""
    words, lines = [word(chance) for _ in range(count)], []
    while words:
        length = chance.randint(6, 14)
        sentence, words = words[:length], words[length:]
        lines.append(" ".join(sentence).capitalize() + ".")
    return " ".join(lines)


def lines_of(path):
    return path.read_bytes().splitlines(keepends=True)


def records(path):
    return [json.loads(line) for line in lines_of(path)]


def write_lines(path, items):
    path.write_bytes(b"".join(json.dumps(item, ensure_ascii=False).encode() + b"\n" for item in items))
    return path


def dedup(folder, *arguments, **more):
    """Runs it in the folder: out.jsonl and log.jsonl. Returns what is kept and the log."""
    done(run("dedup", *arguments, "-o", "out.jsonl", "--log", "log.jsonl", cwd=folder, **more))
    return [item["id"] for item in records(folder / "out.jsonl")], records(folder / "log.jsonl")


def is_proven(entry, texts, threshold):
    """Holds a line of the log to the words of both texts."""
    dropped, kept = texts[entry["dropped"]], texts[entry["kept"]]
    covered = sum(span["words"] for span in entry["spans"])
    equal(covered, entry["words"], "words of the spans")
    assert abs(entry["words"] / max(1, len(tokens(dropped))) - entry["share_dropped"]) < 1e-3, entry
    assert entry["share_dropped"] >= threshold - 1e-4 and 0 <= entry["share_kept"] <= 1, entry
    assert abs(share_of(dropped, kept) - entry["share_dropped"]) < 1e-3, entry
    end = 0
    for span in entry["spans"]:
        here, there = decoded(dropped, *span["dropped"]), decoded(kept, *span["kept"])
        equal(tokens(here), tokens(there), "words of a span")
        equal(len(tokens(here)), span["words"], "count of a span")
        assert span["dropped"][0] >= end, entry
        end = span["dropped"][1]


def story(seed, count=120):
    return prose(random.Random(seed), count)


def cut(text, begin, end):
    """Some of a text's words."""
    return " ".join(text.split()[begin:end])


# Exact

def exact_takes_case_and_typography_for_the_same(folder):
    text = "The “harbour” council’s plan\u2014it said\u2014would cost 40 pounds, and the co-operative agreed."
    same = "the \"HARBOUR\" council's plan -- it said -- would cost 40 pounds and the co operative agreed"
    items = [{"id": "a", "text": text}, {"id": "b", "text": same}, {"id": "c", "text": text.replace("40", "41")},
             {"id": "d", "text": text + " Twice."}]
    texts = {item["id"]: item["text"] for item in items}
    write_lines(folder / "in.jsonl", items)
    kept, log = dedup(folder, "in.jsonl", "--level", "exact", "--keep", "first")
    equal(kept, ["a", "c", "d"])
    equal([(entry["dropped"], entry["kept"]) for entry in log], [("b", "a")])
    equal((log[0]["share_dropped"], log[0]["share_kept"]), (1, 1))
    equal(log[0]["words"], len(tokens(texts["b"])))


def exact_tells_texts_without_words_by_their_bytes(folder):
    items = [{"id": str(number), "text": text} for number, text in
             enumerate(["!!!", "...", "!!!", "", "", "one", "one", "One!", "two", " "])]
    write_lines(folder / "in.jsonl", items)
    for level in ("exact", "near"):
        kept, log = dedup(folder, "in.jsonl", "--level", level, "--keep", "first")
        gone = {entry["dropped"]: entry["kept"] for entry in log}
        equal(kept, [item["id"] for item in items if item["id"] not in gone])
        equal([gone.get(name) for name in ("5", "6", "7", "8")], [None, "5", "5", None])
        equal([gone.get(name) for name in ("0", "1", "2")], [None, None, "0"])


def exact_keeps_what_lacks_a_word(folder):
    text = story(1, 400)
    write_lines(folder / "in.jsonl", [{"id": "a", "text": text}, {"id": "b", "text": cut(text, 0, 399)}])
    equal(dedup(folder, "in.jsonl", "--level", "exact")[0], ["a", "b"])
    equal(dedup(folder, "in.jsonl", "--level", "near")[0], ["a"])


# Near

def near_drops_what_is_trimmed_and_says_where_it_stands(folder):
    text, other = story(2, 200), story(3, 200)
    items = [{"id": "trimmed", "text": "From our reporter. " + cut(text, 20, 180)},
             {"id": "whole", "text": text},
             {"id": "half", "text": cut(text, 0, 100) + " " + cut(other, 0, 100)},
             {"id": "other", "text": other}]
    write_lines(folder / "in.jsonl", items)
    kept, log = dedup(folder, "in.jsonl")
    equal(kept, ["whole", "half", "other"])
    equal(len(log), 1)
    equal((log[0]["dropped"], log[0]["kept"]), ("trimmed", "whole"))
    is_proven(log[0], {item["id"]: item["text"] for item in items}, 0.8)


def near_clusters_are_stars(folder):
    """Of three texts in a row, each like the next, the ends are not alike: nothing goes through the middle."""
    base = story(4, 300)
    write_lines(folder / "in.jsonl", [{"id": "a", "text": cut(base, 0, 200)}, {"id": "b", "text": cut(base, 30, 231)},
                                      {"id": "c", "text": cut(base, 60, 260)}])
    kept, log = dedup(folder, "in.jsonl", "--keep", "first")
    equal((kept, [(entry["dropped"], entry["kept"]) for entry in log]), (["a", "c"], [("b", "a")]))
    kept, log = dedup(folder, "in.jsonl", "--keep", "longest")
    equal((kept, [(entry["dropped"], entry["kept"]) for entry in log]), (["b"], [("a", "b"), ("c", "b")]))


def near_asks_the_threshold_of_one_kept_text(folder):
    """Halves of a text that stand in two kept ones do not add up."""
    one, two = story(5, 200), story(6, 200)
    write_lines(folder / "in.jsonl", [{"id": "one", "text": one}, {"id": "two", "text": two},
                                      {"id": "both", "text": cut(one, 0, 60) + " " + cut(two, 0, 60)}])
    equal(dedup(folder, "in.jsonl", "--threshold", "0.8", "--keep", "first")[0], ["one", "two", "both"])
    equal(dedup(folder, "in.jsonl", "--threshold", "0.4", "--keep", "first")[0], ["one", "two"])


def near_keeps_to_its_threshold(folder):
    base = story(7, 1000)
    items = [{"id": "base", "text": base}]
    for tenth in range(1, 11):
        items.append({"id": f"n{tenth:02}", "text": cut(base, 0, 40 * tenth) + " " + story(70 + tenth, 40 * (10 - tenth))})
    texts = {item["id"]: item["text"] for item in items}
    write_lines(folder / "in.jsonl", items)
    for threshold in (0.25, 0.55, 0.85, 1):
        kept, log = dedup(folder, "in.jsonl", "--threshold", threshold)
        for entry in log:
            is_proven(entry, texts, threshold)
        for item in items[1:]:
            alike = share_of(item["text"], base) >= threshold
            assert (item["id"] in kept) != alike, (threshold, item["id"])


def near_is_what_its_twin_says(folder):
    """Corpora of families of texts: no kept text stands in one kept before it, and each dropped one in the one named."""
    for seed in range(6):
        chance = random.Random(seed)
        items = []
        for family in range(12):
            base = prose(chance, chance.randint(30, 300)).split()
            for member in range(chance.randint(1, 6)):
                share = chance.choice((1, 0.95, 0.9, 0.5, 0.4))
                taken = base[:max(1, int(share * len(base)))]
                own = prose(chance, len(base) - len(taken) or 1).split() if share < 1 else []
                items.append({"id": f"{family:02}-{member}", "text": " ".join(taken + own)})
        chance.shuffle(items)
        texts = {item["id"]: item["text"] for item in items}
        write_lines(folder / "in.jsonl", items)
        kept, log = dedup(folder, "in.jsonl", "--threshold", "0.8", "--keep", "first")
        for entry in log:
            is_proven(entry, texts, 0.8)
            assert entry["kept"] in kept, (seed, entry)
        equal(sorted(kept + [entry["dropped"] for entry in log]), sorted(texts))
        equal([item["id"] for item in items if item["id"] in set(kept)], kept, "order")
        for at, name in enumerate(kept):
            for before in kept[:at]:
                assert share_of(texts[name], texts[before]) < 0.8, (seed, name, before)


def texts_all_alike_leave_one(folder):
    text = story(8, 80)
    write_lines(folder / "in.jsonl", [{"id": f"n{number:04}", "text": text} for number in range(3000)])
    for level in ("exact", "near"):
        kept, log = dedup(folder, "in.jsonl", "--level", level, "--keep", "first")
        equal((kept, len(log), {entry["kept"] for entry in log}), (["n0000"], 2999, {"n0000"}))
    kept, log = dedup(folder, "in.jsonl", "--level", "passage", "--keep", "first", "--min-left", "0")
    equal(len(kept), 3000)


def a_template_around_short_texts_does_not_drop_what_is_left(folder):
    """Three fifths of every text are the same words, and no text is a copy."""
    frame = story(9, 60)
    items = [{"id": f"n{number:03}", "text": frame + " " + story(900 + number, 40)} for number in range(200)]
    write_lines(folder / "in.jsonl", items)
    equal(len(dedup(folder, "in.jsonl")[0]), 200)
    equal(len(dedup(folder, "in.jsonl", "--threshold", "0.5")[0]), 1)


# Passage

def passages(folder, items, *arguments, keep="first"):
    """Cuts passages; whether the texts and the log give the input back, byte for byte."""
    write_lines(folder / "in.jsonl", items)
    kept, log = dedup(folder, "in.jsonl", "--level", "passage", "--keep", keep, *arguments)
    equal(rebuild(lines_of(folder / "out.jsonl"), lines_of(folder / "log.jsonl")),
          {item["id"]: line for item, line in zip(items, lines_of(folder / "in.jsonl"))}, "what is rebuilt")
    return kept, log


def a_repeated_passage_is_cut_once(folder):
    shared = story(10, 60)
    items = [{"id": name, "text": story(seed, 40) + "\n\n" + shared + "\n\n" + story(seed + 100, 40)}
             for name, seed in (("a", 11), ("b", 12), ("c", 13))]
    texts = {item["id"]: item["text"] for item in items}
    kept, log = passages(folder, items)
    equal(kept, ["a", "b", "c"])
    equal(records(folder / "out.jsonl")[0]["text"], items[0]["text"])
    for item in records(folder / "out.jsonl")[1:]:
        assert len(tokens(item["text"])) == 80, item
    equal([(entry["cut"], entry["kept"], entry["words"]) for entry in log], [("b", "a", 60), ("c", "a", 60)])
    for entry in log:
        here = decoded(texts[entry["cut"]], entry["begin"], entry["end"])
        there = decoded(texts[entry["kept"]], entry["kept_begin"], entry["kept_end"])
        equal(tokens(here), tokens(there), "words of the passage")
        equal(entry["text"], here, "text of the passage")


def a_passage_shorter_than_the_minimum_stays(folder):
    shared = story(14, 40)
    items = [{"id": name, "text": story(seed, 40) + " " + shared + " " + story(seed + 100, 40)}
             for name, seed in (("a", 15), ("b", 16))]
    equal(passages(folder, items)[1], [])
    equal([entry["words"] for entry in passages(folder, items, "--min-words", "40")[1]], [40])


def a_passage_twice_in_one_text_is_cut(folder):
    shared = story(17, 60)
    items = [{"id": "a", "text": shared + " " + story(18, 30) + " " + shared + " " + story(19, 30)}]
    kept, log = passages(folder, items)
    equal((kept, [(entry["cut"], entry["kept"]) for entry in log]), (["a"], [("a", "a")]))
    equal(records(folder / "out.jsonl")[0]["text"].count(shared), 1)


def cuts_fall_between_words_and_characters(folder):
    """Escapes, letters of several bytes and quotation marks around the cut come back as they were written."""
    shared = " ".join(f"wörter\u2019s {word(random.Random(number))} \"Ä{number}\" 漢字\U0001f600" for number in range(30))
    items = [{"id": "a", "text": "Eins \\ zwei\t" + shared + "\u2028drei", "n": 1.50},
             {"n": [1, {"text": shared}], "id": "b", "text": story(20, 30) + " \u00ab" + shared + "\u00bb " + story(21, 30)}]
    write_lines(folder / "plain.jsonl", items)
    (folder / "escaped.jsonl").write_text("".join(json.dumps(item) + " \n" for item in items), encoding="ascii")
    odd = (folder / "escaped.jsonl").read_text().replace("/", "\\/").replace('"text": ', '"te\\u0078t" :\t')
    (folder / "odd.jsonl").write_text(odd.replace("\\u00e4", "\\u00E4"))
    for name in ("plain.jsonl", "escaped.jsonl", "odd.jsonl"):
        kept, log = dedup(folder, name, "--level", "passage", "--keep", "first")
        equal((kept, len(log) > 0), (["a", "b"], True), name)
        for item in records(folder / "out.jsonl"):
            item["text"].encode()  # no half of a pair is left
            assert "�" not in item["text"]
        given = {json.loads(line)["id"]: line for line in lines_of(folder / name)}
        equal(rebuild(lines_of(folder / "out.jsonl"), lines_of(folder / "log.jsonl")), given, name)


def what_is_left_nearly_empty_goes_and_is_in_the_log(folder):
    shared = story(22, 60)
    items = [{"id": "a", "text": shared}, {"id": "b", "text": "Read more. " + shared + " Next.", "more": [1, 2]},
             {"id": "c", "text": shared + " " + story(23, 12)}, {"id": "d", "text": "Never cut."}]
    kept, log = passages(folder, items)
    equal(kept, ["a", "c", "d"])
    (entry,) = [entry for entry in log if "dropped" in entry]
    equal((entry["dropped"], entry["kept"], entry["why"], entry["left"]), ("b", None, "nearly empty", 3))
    equal(passages(folder, items, "--min-left", "13")[0], ["a", "d"])
    equal(passages(folder, items, "--min-left", "0")[0], ["a", "b", "c", "d"])


def passages_of_random_texts_are_rebuilt(folder):
    for seed in range(8):
        chance = random.Random(seed)
        pool = [prose(chance, chance.randint(5, 60)) for _ in range(20)]
        items = []
        for number in range(30):
            parts = [chance.choice(pool) if chance.random() < 0.5 else prose(chance, chance.randint(1, 40))
                     for _ in range(chance.randint(0, 6))]
            items.append({"id": f"n{number:02}", "text": chance.choice((" ", "\n\n", " \u2014 ", "\t")).join(parts)})
        kept, log = passages(folder, items, "--min-words", "20", "--min-left", "5")
        texts = {item["id"]: item["text"] for item in items}
        for entry in log:
            if "cut" not in entry:
                continue
            here = decoded(texts[entry["cut"]], entry["begin"], entry["end"])
            there = decoded(texts[entry["kept"]], entry["kept_begin"], entry["kept_end"])
            assert entry["words"] >= 20 and len(tokens(here)) == entry["words"], (seed, entry)
            equal(tokens(there)[:entry["words"]], tokens(here), f"seed {seed}: words of the passage")
        seen = set()  # of each part that was long enough one copy is left
        for item in records(folder / "out.jsonl"):
            for part in pool:
                if len(tokens(part)) >= 20 and part in item["text"]:
                    assert part not in seen, (seed, item["id"])
                    seen.add(part)


# Which is kept

def which_is_kept_follows_the_rule(folder):
    text = story(24, 100)
    items = [{"id": "first", "text": cut(text, 0, 95), "date": "2021-05-03", "outlet": "Coast Weekly"},
             {"id": "long", "text": text, "date": "2021-05-02", "source": "Fenmouth Gazette"},
             {"id": "early", "text": cut(text, 2, 98), "date": "2021-05-01", "outlet": "Inland Post"},
             {"id": "undated", "text": cut(text, 1, 98), "outlet": "Meridian"}]
    write_lines(folder / "in.jsonl", items)
    for rule, expected in (("first", "first"), ("longest", "long"), ("earliest", "early"),
                           ("Meridian,Inland Post", "undated"), ("Nobody, Inland Post ,Meridian", "early"),
                           ("Nobody,", "long")):
        equal(dedup(folder, "in.jsonl", "--keep", rule)[0], [expected], rule)


def ties_do_not_depend_on_order(folder):
    text = story(25, 60)
    items = [{"id": name, "text": text, "date": date} for name, date in
             (("d", "2020-01-02"), ("c", "2020-01-01"), ("b", "2020-01-01"), ("a", None))]
    seen = set()
    for rule in ("longest", "earliest", "Some Outlet,Another"):
        for turn in range(4):
            write_lines(folder / "in.jsonl", items[turn:] + items[:turn])
            seen.update(dedup(folder, "in.jsonl", "--keep", rule)[0])
    assert seen in ({"b"}, {"c"}), seen


# What goes out

def other_fields_pass_through_byte_for_byte(folder):
    text = json.dumps(story(26, 80))
    lines = [b'{"id":"a", "x" : 1.0e+05,"text":' + text.encode() + b',"y":"\\u00e9\\/","z":[1,  2],"x":2}\n',
             b'  {"id":7,"text":"Short \xc3\xa9 one.","nested":{"text":"no"},"big":123456789012345678901234567890}  \r\n',
             b'\n', b'{"text":' + text.encode() + b',"id":"b"}\n', b'{"id":"last","text":"No end of line"}']
    (folder / "in.jsonl").write_bytes(b"".join(lines))
    equal(len(dedup(folder, "in.jsonl", "--keep", "first")[1]), 1)
    found = (folder / "out.jsonl").read_bytes().split(b"\n")
    equal(found.pop(), b"")
    equal([line.strip() for line in found], [lines[0].strip(), lines[1].strip(), lines[4].strip()])
    equal(found[0] + b"\n", lines[0])


def marks_remove_nothing(folder):
    text, other = story(27, 100), story(28, 100)
    items = [{"id": "a", "text": text}, {"id": "b", "text": cut(text, 0, 98), "x": {"y": 1}}, {"id": "c", "text": other},
             {"id": "d", "text": cut(text, 0, 60) + " " + story(29, 60), "syndic": "old"}]
    write_lines(folder / "in.jsonl", items)
    for level in ("near", "passage"):
        kept, _ = dedup(folder, "in.jsonl", "--level", level, "--mark", "--keep", "first")
        equal(kept, ["a", "b", "c", "d"])
        found, lines = records(folder / "out.jsonl"), lines_of(folder / "in.jsonl")
        for item, given in zip(found, items):
            equal({**item, "syndic": None}, {**given, "syndic": None}, level)
        equal([lines_of(folder / "out.jsonl")[at] for at in (0, 2)], [lines[0], lines[2]], level)
        if level == "near":
            equal((found[1]["syndic"]["dropped"], found[1]["syndic"]["kept"]), (True, "a"))
            assert found[1]["syndic"]["share"] >= 0.99 and found[3]["syndic"] == "old"
        else:
            (mark,) = found[3]["syndic"]["cuts"]
            equal(mark["kept"], "a")
            equal(tokens(decoded(found[3]["text"], mark["begin"], mark["end"])), tokens(cut(text, 0, 60)))


def arrays_and_objects_over_lines_become_lines(folder):
    text = story(30, 60)
    items = [{"id": "a", "text": text, "x": [1, 2]}, {"id": "b", "text": text}, {"id": "c", "text": story(31, 60)}]
    (folder / "in.json").write_text(json.dumps(items, indent=2))
    kept, _ = dedup(folder, "in.json", "--keep", "first")
    equal(kept, ["a", "c"])
    equal(records(folder / "out.jsonl"), [items[0], items[2]])


def folders_of_plain_texts_become_records(folder):
    (folder / "in").mkdir()
    text = story(32, 60) + "\r\n\t\"quoted\" \\ \u00e9\n"
    for name in ("b.txt", "a.txt"):
        (folder / "in" / name).write_bytes(text.encode())
    (folder / "in" / "c.txt").write_text("Something else is here.\n")
    kept, log = dedup(folder, "in", "--keep", "first")
    equal(kept, ["in/a.txt", "in/c.txt"])
    equal(records(folder / "out.jsonl")[0], {"id": "in/a.txt", "text": text})
    equal([(entry["dropped"], entry["kept"]) for entry in log], [("in/b.txt", "in/a.txt")])


def plain_texts_are_cut_too(folder):
    shared = story(33, 60)
    for name, seed in (("a.txt", 34), ("b.txt", 35)):
        (folder / name).write_text(story(seed, 30) + "\n\n" + shared + "\n")
    dedup(folder, "a.txt", "b.txt", "--level", "passage", "--keep", "first")
    equal([len(tokens(item["text"])) for item in records(folder / "out.jsonl")], [90, 30])


def corpus(folder, seed=40, count=300):
    """Families of texts, some alike, with outlets and dates."""
    chance, items = random.Random(seed), []
    shared = [prose(chance, 70) for _ in range(10)]
    for number in range(count):
        base = items[chance.randrange(len(items))]["text"] if items and chance.random() < 0.4 else prose(chance, 120)
        if chance.random() < 0.5:
            base = cut(base, chance.randint(0, 8), 200)
        if chance.random() < 0.3:
            base += "\n\n" + chance.choice(shared)
        items.append({"id": f"n{number:04}", "text": base, "outlet": chance.choice(("Coast", "Inland", "Post")),
                      "date": f"2020-01-{chance.randint(1, 28):02}"})
    return write_lines(folder / "in.jsonl", items), items


LEVELS = (("exact",), ("near",), ("passage", "--min-words", "30"))


def packed_files_and_streams_are_read_and_written(folder):
    path, _ = corpus(folder)
    dedup(folder, "in.jsonl")
    given, expected, log = path.read_bytes(), (folder / "out.jsonl").read_bytes(), (folder / "log.jsonl").read_bytes()
    (folder / "in.jsonl.gz").write_bytes(gzip.compress(given))
    equal(done(run("dedup", "in.jsonl.gz", "-o", "-", cwd=folder)).encode(), expected)
    equal(done(run("dedup", "-", "-o", "-", "--log", "two.jsonl", cwd=folder, stdin=given)).encode(), expected)
    equal((folder / "two.jsonl").read_bytes(), log)
    equal(done(run("dedup", "-", "-o", "-", cwd=folder, stdin=gzip.compress(given))).encode(), expected)
    done(run("dedup", "in.jsonl", "-o", "out.jsonl.gz", "--log", "log.jsonl.gz", cwd=folder))
    equal(gzip.decompress((folder / "out.jsonl.gz").read_bytes()), expected)
    equal(gzip.decompress((folder / "log.jsonl.gz").read_bytes()), log)
    equal(quiet(run("dedup", "-q", "in.jsonl", "--dry-run", "--log", "-", cwd=folder)).encode(), log)
    if not shutil.which("zstd"):
        raise Skip("zstd is not installed")
    subprocess.run(["zstd", "-q", "in.jsonl"], cwd=folder, check=True, timeout=60)
    done(run("dedup", "in.jsonl.zst", "-o", "out.jsonl.zst", "--log", "log.jsonl.zst", cwd=folder))
    for name, bytes_ in (("out.jsonl.zst", expected), ("log.jsonl.zst", log)):
        equal(subprocess.run(["zstd", "-dc", name], cwd=folder, capture_output=True, check=True, timeout=60).stdout, bytes_)


def lists_of_paths_are_read(folder):
    text = story(41, 60)
    for name in ("a\nb.txt", "c.txt"):
        (folder / name).write_text(text)
    found = done(run("dedup", "-o", "-", "-0", "--files-from", "-", "--keep", "first", cwd=folder,
                     stdin=b"a\nb.txt\0c.txt\0"))
    equal([json.loads(line)["id"] for line in found.splitlines()], ["a\nb.txt"])


def the_field_of_the_text_can_be_named(folder):
    text = story(42, 60)
    write_lines(folder / "in.jsonl", [{"id": name, "body": text, "text": name} for name in "ab"])
    equal(dedup(folder, "in.jsonl", "--fields", "text=body", "--keep", "first")[0], ["a"])
    equal(dedup(folder, "in.jsonl")[0], ["a", "b"])


def threads_change_nothing(folder):
    corpus(folder)
    for level in LEVELS:
        seen = set()
        for threads in (1, 2, 5):
            dedup(folder, "in.jsonl", "--level", *level, "-j", threads)
            seen.add((folder / "out.jsonl").read_bytes() + (folder / "log.jsonl").read_bytes())
        equal(len(seen), 1, f"outcomes of {level[0]}")


def the_order_of_texts_changes_only_their_order(folder):
    _, items = corpus(folder)
    for level in LEVELS:
        for rule in ("longest", "earliest", "Post,Coast"):
            seen = set()
            for seed in range(3):
                random.Random(seed).shuffle(items)
                write_lines(folder / "in.jsonl", items)
                kept, _ = dedup(folder, "in.jsonl", "--level", *level, "--keep", rule)
                inside = set(kept)
                equal(kept, [item["id"] for item in items if item["id"] in inside], "order of the input")
                seen.add((b"".join(sorted(lines_of(folder / "out.jsonl"))),
                          b"".join(sorted(lines_of(folder / "log.jsonl")))))
            equal(len(seen), 1, f"outcomes of {level[0]}, {rule}")


def one_file_or_many_is_the_same(folder):
    path, _ = corpus(folder)
    lines = lines_of(path)
    (folder / "parts").mkdir()
    for number in range(6):
        (folder / "parts" / f"p{number}.jsonl").write_bytes(b"".join(lines[number * 50:(number + 1) * 50]))
    dedup(folder, "in.jsonl")
    whole = (folder / "out.jsonl").read_bytes()
    dedup(folder, "parts")
    equal((folder / "out.jsonl").read_bytes(), whole)


def what_is_kept_stays_when_it_is_done_again(folder):
    corpus(folder)
    dedup(folder, "in.jsonl")
    whole = (folder / "out.jsonl").read_bytes()
    (folder / "again.jsonl").write_bytes(whole)
    equal(dedup(folder, "again.jsonl")[1], [])
    equal((folder / "out.jsonl").read_bytes(), whole)


def less_memory_changes_nothing(folder):
    corpus(folder, count=4000)
    for level in LEVELS:
        dedup(folder, "in.jsonl", "--level", *level)
        whole = (folder / "out.jsonl").read_bytes(), (folder / "log.jsonl").read_bytes()
        dedup(folder, "in.jsonl", "--level", *level, "--mem", "64M", "--temp", str(folder))
        equal(((folder / "out.jsonl").read_bytes(), (folder / "log.jsonl").read_bytes()), whole, level[0])


def inputs_without_texts_give_an_empty_file(folder):
    (folder / "none.jsonl").write_bytes(b"\n")
    (folder / "empty").mkdir()
    for path in ("empty", "none.jsonl"):
        outcome = run("dedup", path, "-o", "out.jsonl", "--log", "log.jsonl", cwd=folder)
        if outcome.returncode == 2:  # as other commands take such a file
            continue
        equal(((folder / "out.jsonl").read_bytes(), (folder / "log.jsonl").read_bytes()), (b"", b""))
        assert b"no texts" in outcome.stderr


def many_short_texts_are_told_apart(folder):
    """One word each, many of them twice."""
    with open(folder / "in.jsonl", "w", encoding="utf-8") as file:
        for number in range(20000):
            file.write(f'{{"id":"{number}","text":"w{number % 15000}"}}\n')
    for level in ("exact", "near"):
        kept, log = dedup(folder, "in.jsonl", "--level", level, "--keep", "first")
        equal((len(kept), len(log)), (15000, 5000), level)
        assert all(int(entry["dropped"]) == int(entry["kept"]) + 15000 for entry in log)


# Against others

def what_stands_in_a_reference_goes(folder):
    text, other = story(43, 100), story(44, 100)
    write_lines(folder / "old.jsonl", [{"id": "eval-1", "text": cut(text, 0, 95) + " And more of it than the new one."}])
    items = [{"id": "a", "text": cut(text, 0, 95)}, {"id": "b", "text": other}, {"id": "c", "text": other}]
    write_lines(folder / "in.jsonl", items)
    data = {"XDG_DATA_HOME": str(folder / "data")}
    done(run("index", "add", "ix", "old.jsonl", cwd=folder))
    done(run("index", "add", "@old", "old.jsonl", cwd=folder, **data))
    expected = None
    for reference in ("old.jsonl", "ix", "@old"):
        kept, log = dedup(folder, "in.jsonl", "--against", reference, "--keep", "first", **data)
        equal((kept, [(entry["dropped"], entry["kept"]) for entry in log]), (["b"], [("a", "eval-1"), ("c", "b")]), reference)
        expected = expected or log
        equal(log, expected, reference)
    kept, _ = dedup(folder, "in.jsonl", "--against", "old.jsonl", "--against", "ix", "--keep", "first")
    equal(kept, ["b"])


def a_reference_is_kept_before_all_others(folder):
    text = story(45, 100)
    (folder / "old.txt").write_text(cut(text, 0, 90))
    write_lines(folder / "in.jsonl", [{"id": "a", "text": text, "date": "1999-01-01"}])
    for rule in ("longest", "earliest", "first"):
        equal(dedup(folder, "in.jsonl", "--against", "old.txt", "--keep", rule)[0], [], rule)


def passages_of_a_reference_are_cut(folder):
    shared = story(46, 60)
    done_once = write_lines(folder / "old.jsonl", [{"id": "eval-1", "text": story(47, 20) + " " + shared}])
    write_lines(folder / "in.jsonl", [{"id": "a", "text": story(48, 30) + " " + shared + " " + story(49, 30)}])
    done(run("index", "add", "ix", "old.jsonl", cwd=folder))
    for reference in (done_once, "ix"):
        _, log = dedup(folder, "in.jsonl", "--against", reference, "--level", "passage")
        equal([(entry["cut"], entry["kept"], entry["words"]) for entry in log], [("a", "eval-1", 60)])


def references_are_not_written(folder):
    write_lines(folder / "old.jsonl", [{"id": "eval-1", "text": story(50, 60)}])
    write_lines(folder / "in.jsonl", [{"id": "a", "text": story(51, 60)}])
    outcome = run("dedup", "in.jsonl", "--against", "old.jsonl", "-o", "-", cwd=folder)
    equal(done(outcome).encode(), (folder / "in.jsonl").read_bytes())
    assert b"held against 1 text" in outcome.stderr, outcome.stderr


# What it says

def the_summary_tells_what_was_lost(folder):
    text = story(52, 100)
    items = [{"id": f"n{number}", "text": cut(text, number, 100), "outlet": "Fenmouth Gazette"} for number in range(5)]
    items += [{"id": f"m{number}", "text": story(53 + number, 100), "outlet": "Coast"} for number in range(5)]
    write_lines(folder / "in.jsonl", items)
    said = run("dedup", "in.jsonl", "-o", "out.jsonl", cwd=folder).stderr.decode()
    for part in ("10 texts: 6 kept, 4 dropped (40.0 %)", "words removed", "4 dropped  n0", "Fenmouth Gazette",
                 "warning: Fenmouth Gazette loses 79.6 % of its words"):
        assert part in said, (part, said)
    assert "warning: Coast" not in said
    marked = run("dedup", "--mark", "in.jsonl", "-o", "out.jsonl", cwd=folder).stderr.decode()
    assert "10 texts, none removed: 4 marked" in marked and "words marked" in marked, marked
    quiet(run("dedup", "-q", "in.jsonl", "-o", "out.jsonl", cwd=folder))


def what_was_asked_for_in_vain_is_told(folder):
    """A misspelt outlet and an empty evaluation set would otherwise look like a run without findings."""
    write_lines(folder / "in.jsonl", [{"id": "a", "text": story(57, 60), "outlet": "Coast"}])
    (folder / "none").mkdir()
    said = run("dedup", "in.jsonl", "-o", "-", "--keep", "coast,Coast,longest", "--against", "none", cwd=folder).stderr
    for part in (b'no text names the outlet "coast"', b'no text names the outlet "longest"', b"held against no text"):
        assert part in said, (part, said)
    assert b'outlet "Coast"' not in said, said
    said = run("dedup", "in.jsonl", "-o", "-", "--keep", "Coast", "--against", "in.jsonl", cwd=folder).stderr
    assert b"no text" not in said and b"held against 1 text\n" in said, said


def what_cannot_be_read_in_folders_is_told(folder):
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("A text that can be read.\n")
    (folder / "in" / "broken.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00truncated")
    outcome = run("dedup", "in", "-o", "-", cwd=folder)
    equal(len(done(outcome).splitlines()), 1)
    assert b"1 file or record passed over" in outcome.stderr and b"broken.jsonl.gz" in outcome.stderr, outcome.stderr
    trouble(run("dedup", "-q", "--strict", "in", "-o", "-", cwd=folder), "broken.jsonl.gz")
    (folder / "in" / "a.txt").unlink()
    outcome = run("dedup", "in", "-o", "-", cwd=folder)
    equal(done(outcome), "")
    assert b"no texts found" in outcome.stderr and b"broken.jsonl.gz" in outcome.stderr, outcome.stderr


def a_dry_run_writes_the_log_only(folder):
    corpus(folder)
    dedup(folder, "in.jsonl")
    log = (folder / "log.jsonl").read_bytes()
    (folder / "out.jsonl").unlink()
    outcome = run("dedup", "in.jsonl", "--dry-run", "-o", "out.jsonl", "--log", "log2.jsonl", cwd=folder)
    equal(done(outcome), "")
    assert b"dropped" in outcome.stderr and b"dry run" in outcome.stderr
    equal(((folder / "log2.jsonl").read_bytes(), (folder / "out.jsonl").exists()), (log, False))
    equal(done(run("dedup", "in.jsonl", "--dry-run", cwd=folder)), "")
    equal(sorted(path.name for path in folder.iterdir()), ["in.jsonl", "log.jsonl", "log2.jsonl"])


def stages_have_names(folder):
    corpus(folder)
    said = run("dedup", "-q", "in.jsonl", "-o", "out.jsonl", "--stages", cwd=folder).stderr.decode()
    names = [line.split()[1] for line in said.splitlines() if line.startswith("stage ")]
    equal(names, ["read", "compare", "write"])


# What it refuses

def help_names_its_options(_):
    text = done(run("dedup", "--help"))
    for word_ in ("--level", "--threshold", "--keep", "--min-words", "--min-left", "--against", "--log", "--mark",
                  "--dry-run", "--mem", "--temp", "--output", "--files-from", "--fields", "--threads", "--quiet"):
        assert word_ in text, word_
    for word_ in ("--table", "--format", "--color", "--baseline", "--ignore"):
        assert word_ not in text, word_
    assert max(map(len, text.splitlines())) <= 100


def wrong_arguments_are_told(folder):
    write_lines(folder / "in.jsonl", [{"id": "a", "text": "One text."}])
    def refused(*arguments, says=()):
        trouble(run("dedup", "in.jsonl", *arguments, cwd=folder), *says)
    trouble(run("dedup"), "needs texts")
    trouble(run("dedup", "-o", "out.jsonl"), "needs texts")
    refused(says=("-o FILE", "--dry-run"))
    refused("--log", "log.jsonl", says=("-o FILE",))
    for threshold in ("1.5", "0", "-1", "x", "", "0.8x", "nan", "1e-1", ".", "8%"):
        refused("-o", "o", f"--threshold={threshold}", says=("--threshold", "0.8"))
    for size in ("1K", "63M", "0", "x", "", "2X", "2GB2", "-2G", "99999999999G"):
        refused("-o", "o", f"--mem={size}", says=("--mem",))
    refused("-o", "o", "--level", "nearr", says=("did you mean near?",))
    refused("-o", "o", "--level", "zzz", says=("exact, near or passage",))
    refused("-o", "o", "--keep", "longst", says=("did you mean longest?",))
    refused("-o", "o", "--keep", ",", says=("--keep", "names no outlet"))
    refused("-o", "o", "--keep", "", says=("--keep",))
    refused("-o", "o", "--min-words", "4", says=("--min-words", "5"))
    refused("-o", "o", "--min-words", "x", says=("--min-words",))
    refused("-o", "o", "--min-left", "-1", says=("--min-left",))
    refused("-o", "o", "--temp", "absent", says=("--temp", "absent"))
    refused("-o", "o", "--temp", "in.jsonl", says=("--temp", "in.jsonl"))
    trouble(run("dedup", "in.jsonl", "-o", "o", cwd=folder, TMPDIR=str(folder / "absent")), "TMPDIR", "--temp")
    refused("-o", "o", "-o", "p", says=("-o", "one file"))
    refused("-o", "", says=("-o", "names no file"))
    refused("-o", "o", "--log", "o", says=("--log", "another name"))
    refused("-o", "o", "--log", "./o", says=("--log", "another name"))
    refused("-o", "-", "--log", "-", says=("--log", "another name"))
    refused("-o", "o", "--against", "absent", says=("absent",))
    refused("-o", "o", "--against", "@absent", says=("absent",))
    refused("-o", "o", "--levl", "near", says=("did you mean --level?",))
    refused("-o", "o", "-f", "json", says=("does not take it",))
    refused("-o", "o", "-0", says=("--files-from",))
    trouble(run("dedup", "absent.jsonl", "-o", "o", cwd=folder), "absent.jsonl")
    trouble(run("dedup", "-", "-", "-o", "o", cwd=folder), "standard input")
    trouble(run("dedup", "in.jsonl", "-o", "absent/o", cwd=folder), "absent/o")
    equal([path.name for path in folder.iterdir()], ["in.jsonl"])


def options_without_effect_are_told(folder):
    write_lines(folder / "in.jsonl", [{"id": "a", "text": "One text."}])
    for arguments, option in ((("--min-words", "30"), "--min-words"), (("--min-left", "3"), "--min-left"),
                              (("--level", "exact", "--threshold", "0.9"), "--threshold")):
        outcome = run("dedup", "in.jsonl", "--dry-run", *arguments, cwd=folder)
        done(outcome)
        assert f"{option} has no effect".encode() in outcome.stderr, outcome.stderr


def no_input_is_replaced(folder):
    (folder / "in").mkdir()
    path = write_lines(folder / "in" / "a.jsonl", [{"id": "a", "text": "One text that stays."}])
    (folder / "link.jsonl").symlink_to(path)
    os.link(path, folder / "hard.jsonl")
    (folder / "old.txt").write_text("An old one.\n")
    done(run("index", "add", "ix", "old.txt", cwd=folder))
    before = path.read_bytes()
    for option in ("-o", "--log"):
        rest = ("-o", "o") if option == "--log" else ()
        for name in ("in/a.jsonl", "link.jsonl", "hard.jsonl"):
            for source in ("in", "in/a.jsonl"):
                trouble(run("dedup", source, option, name, *rest, cwd=folder), name, option, "would be replaced")
        trouble(run("dedup", "in", "--against", "old.txt", option, "old.txt", *rest, cwd=folder), "old.txt")
        trouble(run("dedup", "in", option, f"ix/{os.listdir(folder / 'ix')[0]}", *rest, cwd=folder), "index")
    equal(path.read_bytes(), before)


def a_broken_record_leaves_nothing(folder):
    (folder / "in.jsonl").write_bytes(b'{"id":"a","text":"One text."}\n{"id":"b","text":\n')
    (folder / "out.jsonl").write_text("was here\n")
    trouble(run("dedup", "-q", "in.jsonl", "-o", "out.jsonl", "--log", "log.jsonl", cwd=folder), "in.jsonl:2")
    equal((folder / "out.jsonl").read_text(), "was here\n")
    equal(sorted(path.name for path in folder.iterdir()), ["in.jsonl", "out.jsonl"])


# Kills, full disks, closed pipes

def a_closed_pipe_is_no_noise(folder):
    corpus(folder, count=4000)
    with subprocess.Popen([syndic, "dedup", "in.jsonl", "-o", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          cwd=folder, env=environment) as process:
        process.stdout.readline()
        process.stdout.close()
        equal([line for line in process.stderr.read().decode().splitlines() if "may need" not in line], [])
        equal(process.wait(timeout=60), 2, "exit code")


def a_killed_run_leaves_nothing(folder):
    path, _ = corpus(folder, count=3000)
    with open(folder / "large.jsonl", "wb") as file:
        for turn in range(4):
            file.write(path.read_bytes().replace(b'"id": "n', b'"id": "%d' % turn))
    path.unlink()
    room = folder / "room"
    room.mkdir()
    arguments = [syndic, "dedup", "large.jsonl", "-o", "out.jsonl.zst", "--log", "log.jsonl", "--mem", "64M", "--temp", "room"]
    start = time.monotonic()
    subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, check=True, timeout=120)
    usual = time.monotonic() - start
    whole = (folder / "out.jsonl.zst").read_bytes(), (folder / "log.jsonl").read_bytes()
    chance, killed = random.Random(5), 0
    for turn in range(24):
        for name in ("out.jsonl.zst", "log.jsonl"):
            (folder / name).unlink(missing_ok=True)
        process = subprocess.Popen(arguments, cwd=folder, env=environment, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, usual))
        process.send_signal((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[turn % 3])
        code = process.wait(timeout=60)
        killed += code != 0
        equal(list(room.iterdir()), [], "temporary files")
        names = sorted(item.name for item in folder.iterdir() if item.name not in ("room", "large.jsonl"))
        if turn % 3:
            assert names in ([], ["log.jsonl"], ["log.jsonl", "out.jsonl.zst"]), names
        if "out.jsonl.zst" in names:
            equal(((folder / "out.jsonl.zst").read_bytes(), (folder / "log.jsonl").read_bytes()), whole)
    assert killed > 0, "nothing could be killed"
    subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, check=True, timeout=120)
    equal(((folder / "out.jsonl.zst").read_bytes(), (folder / "log.jsonl").read_bytes()), whole)


def a_full_disk_is_told_and_leaves_nothing(folder):
    path, _ = corpus(folder, count=3000)
    size = path.stat().st_size
    before = sorted(item.name for item in folder.iterdir())
    for limit in (0, 4096, size // 10, size // 4):
        for ignored in (True, False):
            def lower(limit=limit, ignored=ignored):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN if ignored else signal.SIG_DFL)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            outcome = subprocess.run([syndic, "dedup", "-q", "in.jsonl", "-o", "out.jsonl", "--temp", "."], cwd=folder,
                                     env=environment, capture_output=True, preexec_fn=lower, timeout=60, check=False)
            trouble(outcome, "(")
            equal(sorted(item.name for item in folder.iterdir()), before)
    if os.path.exists("/dev/full"):
        trouble(run("dedup", "-q", "in.jsonl", "-o", "/dev/full", cwd=folder), "/dev/full", "No space left")
        trouble(run("dedup", "-q", "in.jsonl", "-o", "o", "--log", "/dev/full", cwd=folder), "/dev/full")
        equal(sorted(item.name for item in folder.iterdir()), before)


if __name__ == "__main__":
    sys.exit(main(globals()))
