#!/usr/bin/python3
"""What check promises: what is over a limit and what is not, baselines, what is ignored, answers as they come.

    test_check.py SYNDIC CHECK_ARTICLE

CHECK_ARTICLE is samples/programs/check_article.c, built. Prints TAP. Each test is a function below; what it is called
is what it holds.
"""
import json
import subprocess
import sys
from pathlib import Path

from command import SHARED, done, environment, equal, main, quiet, run, syndic, trouble

OTHER = ("Two otters were seen at dawn below the lock, and the keeper of the lock has asked that dogs be "
         "kept on their leads until the young ones have left the bank.")
ALPHA = f"Pier to close\n\nResidents heard it at breakfast.\n\n{SHARED}\n\nNobody had been asked.\n"
BETA = f"Notes from the coast\n\n{SHARED}\n\nThe baker on the corner expects a quiet spring.\n\n{OTHER}\n"
GAMMA = "A different story altogether.\n\nThe choir sang in the rain and the goats stayed indoors.\n"
NEW = f"Good morning, readers.\n\n{SHARED}\n\nThat is what we heard, and we shall hear more of it soon.\n"
SAMPLE = str(Path(sys.argv[2]).resolve()) if len(sys.argv) > 2 else None


def archive(folder):
    """A folder of earlier texts and an index of it; new.txt has 30 words of two of them, fresh.txt none."""
    (folder / "old").mkdir()
    for name, text in (("old/alpha.txt", ALPHA), ("old/beta.txt", BETA), ("old/gamma.txt", GAMMA),
                       ("new.txt", NEW), ("fresh.txt", "Nobody else has these words, of which there are few.\n")):
        (folder / name).write_text(text, encoding="utf-8")
    done(run("index", "add", "-q", "ix", "old", cwd=folder))
    return folder


def check(folder, *arguments, **more):
    return run("check", *arguments, cwd=folder, **more)


def checked(folder, *arguments, code):
    return json.loads(done(check(folder, "-q", "-f", "json", *arguments), code))["check"]


def lines_of(outcome, code):
    return [json.loads(line) for line in done(outcome, code).splitlines()]


# Wrong arguments

def help_lists_what_check_takes(_):
    text = done(run("check", "--help"))
    for option in ("--against", "--fail-over", "--ignore", "--baseline", "--update-baseline", "--files-from", "-0", "-j",
                   "--min-words", "-o", "-f", "--table", "--strict", "--fields"):
        assert option in text, option
    assert "--shingle" not in text
    assert max(map(len, text.splitlines())) <= 110


def wrong_arguments_are_told(folder):
    archive(folder)
    trouble(check(folder), "check", "needs texts to check")
    trouble(check(folder, "--against", "ix"), "needs texts to check")
    trouble(check(folder, "new.txt"), "--against")
    trouble(check(folder, "new.txt", "--against"), "--against", "needs a value")
    trouble(check(folder, "new.txt", "--agianst", "ix"), "did you mean --against?")
    trouble(check(folder, "new.txt", "--against", "ix", "--shingle", "4"), "does not take it")
    trouble(check(folder, "new.txt", "--against", "ix", "--update-baseline"), "--baseline FILE")
    trouble(check(folder, "new.txt", "--against", "ix", "-0"), "--files-from")
    trouble(check(folder, "absent.txt", "--against", "ix"), "absent.txt")
    trouble(check(folder, "new.txt", "--against", "absent"), "absent")
    trouble(check(folder, "new.txt", "--against", "@absent", XDG_DATA_HOME=str(folder)), "absent")
    trouble(check(folder, "new.txt", "--against", "ix", "--ignore", "absent"), "absent")
    trouble(check(folder, "-", "--against", "-"), "standard input")
    trouble(run("trace", "old", "--against", "ix", cwd=folder), "does not take it")


def limits_are_words_percent_or_never(folder):
    archive(folder)
    for limit in ("", "40", "w", "%", "40w,", ",20%", "40w,30w", "20%,20%", "101%", "-1w", "1.5w", "3.%", "40w 20%",
                  "4294967296w", "nevr", "40w,20%,1w"):
        trouble(check(folder, "new.txt", "--against", "ix", f"--fail-over={limit}"), "--fail-over", "40w,20%")
    words = checked(folder, "new.txt", "--against", "ix", "--fail-over", "never", code=0)[0]["words"]
    assert 25 <= words <= 35, words
    for limit, code in ((f"{words}w", 0), (f"{words - 1}w", 1), ("0w", 1), ("0%", 1), ("100%", 0), ("90%", 0), ("20%", 1),
                        (f"{words}w,20%", 1), (f"20%,{words - 1}w", 1), (f"{words},90%".replace(",", "w,"), 0),
                        ("2.5%", 1)):
        outcome = check(folder, "-f", "json", "new.txt", "--against", "ix", "--fail-over", limit)
        equal(outcome.returncode, code, f"exit code with {limit}")
        equal(json.loads(outcome.stdout)["check"][0]["over"], code == 1, f"over with {limit}")


# What is found

def a_copied_text_is_over_and_another_is_not(folder):
    archive(folder)
    item, = checked(folder, "new.txt", "--against", "ix", code=1)
    equal((item["document"], item["over"], item["limit"]), ("new.txt", True, "40w,20%"))
    assert item["share"] > 0.2
    equal(checked(folder, "fresh.txt", "--against", "ix", code=0)[0]["words"], 0)
    both = checked(folder, "fresh.txt", "new.txt", "--against", "ix", code=1)
    equal([part["over"] for part in both], [False, True])


def an_index_a_folder_files_and_standard_input_give_the_same(folder):
    archive(folder)
    expected = checked(folder, "new.txt", "--against", "ix", code=1)
    records = "".join(json.dumps({"id": name, "text": text}) + "\n"
                      for name, text in (("a", ALPHA), ("b", BETA), ("c", GAMMA)))
    (folder / "wire.jsonl").write_text(records)
    for against in (["old"], ["old/alpha.txt", "old/beta.txt"], ["ix", "old"], ["ix", "ix"], ["ix", "./ix"],
                    ["wire.jsonl"]):
        options = [part for name in against for part in ("--against", name)]
        found = checked(folder, "new.txt", *options, code=1)
        equal([(item["document"], item["words"]) for item in found],
              [(item["document"], item["words"]) for item in expected], f"{against}")
    outcome = check(folder, "-q", "-f", "json", "new.txt", "--against", "-", stdin=records.encode())
    equal(json.loads(done(outcome, 1))["check"][0]["words"], expected[0]["words"])
    outcome = check(folder, "-q", "-f", "json", "-", "--against", "ix", stdin=NEW.encode())
    equal(json.loads(done(outcome, 1))["check"][0]["words"], expected[0]["words"])


def a_text_is_not_held_against_itself_or_its_versions(folder):
    archive(folder)
    item, = checked(folder, "old/gamma.txt", "--against", "ix", code=0)
    equal([(version["id"], version["same"]) for version in item["versions"]], [("old/gamma.txt", True)])
    (folder / "old" / "gamma.txt").write_text(GAMMA + "\nThe goats came out again.\n")
    item, = checked(folder, "old/gamma.txt", "--against", "ix", code=0)
    equal([(version["id"], version["same"]) for version in item["versions"]], [("old/gamma.txt", False)])
    equal(item["words"], 0)


def a_damaged_index_is_no_folder_of_texts(folder):
    archive(folder)
    for mark in (b"garbage", b"", b"syndic-index 9\ngeneration 1\n"):
        (folder / "ix" / "syndic-index").write_bytes(mark)
        trouble(check(folder, "-q", "new.txt", "--against", "ix"), "ix", "(")
        trouble(run("index", "add", "ix", "new.txt", cwd=folder), "ix", "(")


def what_is_passed_over_or_empty_is_told(folder):
    archive(folder)
    (folder / "other").mkdir()
    outcome = check(folder, "new.txt", "--against", "other")
    done(outcome)
    assert b"no texts found in --against" in outcome.stderr, outcome.stderr
    (folder / "other" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    outcome = check(folder, "new.txt", "--against", "ix", "--ignore", "other")
    done(outcome, 1)
    assert b"1 file of --ignore passed over" in outcome.stderr, outcome.stderr
    equal(check(folder, "-q", "new.txt", "--against", "other", "--ignore", "other").stderr, b"")


def an_empty_folder_is_clean_and_said_so(folder):
    archive(folder)
    (folder / "empty").mkdir()
    outcome = check(folder, "empty", "--against", "ix")
    done(outcome)
    assert b"nothing to check" in outcome.stderr
    equal(check(folder, "-q", "empty", "--against", "ix").stderr, b"")
    equal(checked(folder, "empty", "--against", "ix", code=0), [])
    equal(checked(folder, "new.txt", "--against", "empty", code=0)[0]["words"], 0)


def every_format_is_written_and_reports_are_read_back(folder):
    archive(folder)
    names = ["r.txt", "r.json", "r.html", "r.csv", "r.jsonl", "r.dot", "r.gexf", "r.md", "r.sarif"]
    outputs = [part for name in names for part in ("-o", name)]
    equal(done(check(folder, "new.txt", "--against", "ix", "--table", "witnesses", *outputs), 1), "")
    assert all((folder / name).stat().st_size > 0 for name in names)
    equal(json.loads((folder / "r.json").read_text())["params"]["command"], "check")
    equal(done(run("report", "-f", "json", "r.json", cwd=folder)), (folder / "r.json").read_text())
    done(check(folder, "-f", "github", "new.txt", "--against", "ix"), 1)
    equal((folder / "r.txt").read_text(), done(check(folder, "new.txt", "--against", "ix"), 1))
    rows = done(check(folder, "-f", "csv", "new.txt", "--against", "ix"), 1).splitlines()
    equal(len(rows), 3, "a header and a row for each known text")


def threads_change_no_byte(folder):
    archive(folder)
    expected = done(check(folder, "-f", "json", "-j1", "new.txt", "fresh.txt", "--against", "ix"), 1)
    for threads in ("2", "7"):
        equal(done(check(folder, "-f", "json", "-j", threads, "new.txt", "fresh.txt", "--against", "ix"), 1), expected)


def no_output_replaces_a_text(folder):
    archive(folder)
    for name in ("new.txt", "old/alpha.txt", "old/gamma.txt"):
        before = (folder / name).read_bytes()
        for against in (["old"], ["old/alpha.txt", "--against", "old/gamma.txt"]):
            trouble(check(folder, "new.txt", "--against", *against, "-f", "text", "-o", name), name, "replaced")
        equal((folder / name).read_bytes(), before)
    (folder / "known.txt").write_text("# mine\n")
    trouble(check(folder, "new.txt", "--against", "ix", "--baseline", "known.txt", "-o", "known.txt"), "replaced")
    (folder / "link.txt").symlink_to("ix/syndic-index")
    for name in ("ix/syndic-index", "ix/g000001.mdb", "ix/writer", "link.txt"):
        trouble(check(folder, "new.txt", "--against", "ix", "-f", "text", "-o", name), name, "belongs to an index")
    trouble(check(folder, "new.txt", "--against", "ix", "--baseline", "ix/writer", "--update-baseline"), "an index")
    equal(done(run("index", "verify", "-q", "ix", cwd=folder)), "")


def what_is_ignored_does_not_count(folder):
    archive(folder)
    (folder / "base.txt").write_text(SHARED)
    item, = checked(folder, "new.txt", "--against", "ix", "--ignore", "base.txt", code=0)
    equal(item["words"], 0)
    assert item["ignored_words"] >= 25
    (folder / "more.txt").write_text("the quiet life of a lamp post\n")
    item, = checked(folder, "new.txt", "--against", "ix", "--ignore", "more.txt", code=1)
    equal(item["ignored_words"], 0)
    checked(folder, "new.txt", "--against", "ix", "--ignore", "more.txt", "--ignore", "base.txt", code=0)


# Baselines

def passages(folder, name="known.txt"):
    return [line for line in (folder / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def what_is_in_the_baseline_is_clean_and_what_is_new_is_not(folder):
    archive(folder)
    options = ["--against", "ix", "--baseline", "known.txt"]
    trouble(check(folder, "new.txt", *options), "known.txt", "--update-baseline")
    outcome = check(folder, "new.txt", *options, "--update-baseline")
    done(outcome)
    assert b"1 new, 0 known, 0 gone" in outcome.stderr, outcome.stderr
    line, = passages(folder)
    key, words, few = line.split("  ")
    assert len(key) == 32 and 25 <= int(words) <= 35 and SHARED.startswith(few), line
    item, = checked(folder, "new.txt", *options, code=0)
    equal((item["over"], item["words"]), (False, 0))
    assert item["known_words"] >= 25
    (folder / "new.txt").write_text(NEW + "\n" + OTHER + "\n")
    item, = checked(folder, "new.txt", *options, code=1)
    assert 25 <= item["words"] <= 35 and item["known_words"] >= 25, item
    done(check(folder, "new.txt", *options, "--update-baseline"))
    equal(len(passages(folder)), 2)
    done(check(folder, "new.txt", *options))


def notes_and_comments_survive_and_lines_are_sorted(folder):
    archive(folder)
    (folder / "new.txt").write_text(NEW + "\n" + OTHER + "\n")
    options = ["new.txt", "--against", "ix", "--baseline", "known.txt"]
    done(check(folder, *options, "--update-baseline"))
    first, second = passages(folder)
    assert first < second
    text = f"# Agreed in May.\n\n\n# by telephone\n{second}  # licence 12 # and more\n{first}\n"
    (folder / "known.txt").write_text(text)
    outcome = check(folder, *options, "--update-baseline")
    assert b"0 new, 2 known, 0 gone" in outcome.stderr, outcome.stderr
    equal((folder / "known.txt").read_text(),
          f"# Agreed in May.\n\n\n# by telephone\n{first}\n{second}  # licence 12 # and more\n")
    before = (folder / "known.txt").read_bytes()
    done(check(folder, *options, "--update-baseline"))
    equal((folder / "known.txt").read_bytes(), before)


def stale_lines_are_told_and_dropped_when_asked(folder):
    archive(folder)
    options = ["--against", "ix", "--baseline", "known.txt"]
    done(check(folder, "new.txt", *options, "--update-baseline"))
    kept, stale = passages(folder)[0], "f" * 32 + "  12  words that nobody has any more"
    (folder / "known.txt").write_text(f"{kept}\n{stale}  # old\n")
    outcome = check(folder, "new.txt", *options)
    done(outcome)
    said = outcome.stderr.decode()
    for words in ("1 of 2", "f" * 32, "words that nobody has"):
        assert words in said, said
    equal(check(folder, "-q", "new.txt", *options).stderr, b"")
    equal(passages(folder), [kept, stale + "  # old"])
    outcome = check(folder, "new.txt", *options, "--update-baseline")
    assert b"0 new, 1 known, 1 gone" in outcome.stderr, outcome.stderr
    equal(passages(folder), [kept])


def a_broken_line_of_a_baseline_is_named(folder):
    archive(folder)
    options = ["new.txt", "--against", "ix", "--baseline", "known.txt"]
    for text, number in (("<<<<<<< HEAD\n", 1), ("# x\n\nabc\n", 3), ("f" * 33 + "\n", 1), ("F" * 32 + "\n", 1),
                         ("f" * 32 + "\0\n", 1), ("\x1b[2J\n", 1)):
        (folder / "known.txt").write_text(text)
        for more in ([], ["--update-baseline"]):
            trouble(check(folder, *options, *more), f"known.txt:{number}:")
        equal((folder / "known.txt").read_text(), text)
    trouble(check(folder, "new.txt", "--against", "ix", "--baseline", "-", "--update-baseline"), "--baseline")


def a_baseline_that_cannot_be_written_is_told(folder):
    archive(folder)
    trouble_line = check(folder, "new.txt", "--against", "ix", "--baseline", "absent/known.txt", "--update-baseline")
    equal(trouble_line.returncode, 2, "exit code")
    assert b"absent/known.txt" in trouble_line.stderr and trouble_line.stderr.count(b"\n") == 1, trouble_line.stderr
    equal([path.name for path in folder.iterdir() if path.name.startswith(".")], [])


# A stream of names

def answers_come_as_names_do(folder):
    archive(folder)
    with subprocess.Popen([syndic, "check", "--against", "ix", "--files-from", "-", "-0"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment) as process:
        for name, over in (("fresh.txt", False), ("new.txt", True), ("fresh.txt", False)):
            process.stdin.write(name.encode() + b"\0")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())  # before the next name is written
            equal((answer["document"], answer["over"]), (name, over))
        rest, said = process.communicate(timeout=60)
        equal((rest, said, process.returncode), (b"", b"", 1))


def a_name_in_two_pieces_waits_and_holds_up_nothing(folder):
    archive(folder)
    with subprocess.Popen([syndic, "check", "--against", "ix", "--files-from", "-", "-0"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment) as process:
        for piece, names in ((b"fresh.txt\0absent\0new.txt\0fre", ["fresh.txt", "absent", "new.txt"]),
                             (b"sh.txt\0", ["fresh.txt"]), (b"new.txt", [])):
            process.stdin.write(piece)
            process.stdin.flush()
            for name in names:
                equal(json.loads(process.stdout.readline())["document"], name)
        rest, _ = process.communicate(timeout=60)
        equal(json.loads(rest)["document"], "new.txt")
        equal(process.returncode, 2)


def names_are_answered_in_their_order_whatever_the_threads(folder):
    archive(folder)
    names = ["new.txt", "fresh.txt", "absent", "old", "old/beta.txt", "-", "new.txt"]
    listed = [names[i * i % 7] for i in range(300)]  # more than are checked at a time
    expected = [document for name in listed
                for document in (["old/alpha.txt", "old/beta.txt", "old/gamma.txt"] if name == "old" else [name])]
    outcomes = [check(folder, "--against", "ix", "--files-from", "-", "-0", "-j", threads,
                      stdin="\0".join(listed).encode()) for threads in ("1", "2", "5")]
    equal([answer["document"] for answer in lines_of(outcomes[0], 2)], expected)
    for outcome in outcomes[1:]:
        assert outcome.stdout == outcomes[0].stdout and outcome.stderr == outcomes[0].stderr


def a_stream_sees_what_is_added_and_removed(folder):
    archive(folder)
    with subprocess.Popen([syndic, "check", "--against", "ix", "--files-from", "-"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment) as process:
        def known():
            process.stdin.write(b"new.txt\n")
            process.stdin.flush()
            return [witness["document"] for passage in json.loads(process.stdout.readline())["passages"]
                    for witness in passage["witnesses"]][1:]
        equal(known(), ["old/alpha.txt", "old/beta.txt"])
        done(run("index", "rm", "-q", "ix", "old/alpha.txt", cwd=folder))
        equal(known(), ["old/beta.txt"])
        done(run("index", "compact", "-q", "ix", cwd=folder))
        done(run("index", "add", "-q", "ix", "old/alpha.txt", cwd=folder))
        equal(known(), ["old/alpha.txt", "old/beta.txt"])
        equal(process.communicate(timeout=60), (b"", b""))


def a_list_whose_names_end_otherwise_is_told(folder):
    archive(folder)
    trouble(check(folder, "--against", "ix", "--files-from", "-", stdin=b"new.txt\0fresh.txt\0"), "give -0 too")
    trouble(check(folder, "--against", "ix", "--files-from", "-", "-f", "json", stdin=b"new.txt\0fresh.txt\0"),
            "give -0 too")


def a_list_that_cannot_be_read_is_told(folder):
    archive(folder)
    trouble(check(folder, "--against", "ix", "--files-from", "old"), "old: cannot be read", "directory")
    closed = subprocess.run(["sh", "-c", 'exec "$0" check --against ix --files-from - <&-', syndic], cwd=folder,
                            env=environment, capture_output=True, timeout=60, check=False)
    trouble(closed, "-: cannot be read")


def a_text_of_a_stream_that_cannot_be_read_leaves_the_baseline_alone(folder):
    archive(folder)
    options = ["--against", "ix", "--files-from", "-", "--baseline", "known.txt"]
    done(check(folder, *options, "--update-baseline", stdin=b"new.txt\n"))
    before = (folder / "known.txt").read_bytes()
    outcome = check(folder, *options, "--update-baseline", stdin=b"fresh.txt\nabsent\n")
    equal(outcome.returncode, 2, "exit code")
    assert b"stays as it was" in outcome.stderr, outcome.stderr
    equal((folder / "known.txt").read_bytes(), before)
    assert b"not found" not in check(folder, *options, stdin=b"fresh.txt\nabsent\n").stderr


def an_answer_stands_alone(folder):
    archive(folder)
    answer, = lines_of(check(folder, "--against", "ix", "--files-from", "-", stdin=b"new.txt\n"), 1)
    item, = checked(folder, "new.txt", "--against", "ix", code=1)
    for name in ("document", "over", "words", "share", "limit", "ignored_words", "known_words", "versions"):
        equal(answer[name], item[name], name)
    passage, = answer["passages"]
    assert passage["kind"] == "verbatim" and SHARED.startswith(passage["text"].rstrip(".")), passage
    equal((passage["words"], passage["known"]), (item["words"], False))
    own, *others = passage["witnesses"]
    equal(own["document"], "new.txt")
    assert NEW.encode()[own["begin"]:own["end"]].decode() == SHARED.rstrip("."), own
    equal([witness["document"] for witness in others], ["old/alpha.txt", "old/beta.txt"])
    equal({witness["standing"] for witness in passage["witnesses"]}, {"open"})
    assert isinstance(answer["sources"], list)


def a_broken_name_in_the_middle_stops_nothing(folder):
    archive(folder)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    names = b"fresh.txt\0absent\x1b[2J.txt\0picture.png\0-\0\0new.txt"
    outcome = check(folder, "--against", "ix", "--files-from", "-", "-0", stdin=names)
    answers = lines_of(outcome, 2)
    equal([answer["document"] for answer in answers],
          ["fresh.txt", "absent\x1b[2J.txt", "picture.png", "-", "new.txt"])
    equal(["error" in answer for answer in answers], [False, True, True, True, False])
    equal(outcome.stderr.count(b"\n"), 3, "lines on standard error")
    assert b"\x1b" not in outcome.stdout + outcome.stderr
    answers = lines_of(check(folder, "--against", "ix", "--files-from", "-", stdin=b"absent\n"), 2)
    equal(len(answers), 1)


def folders_and_records_in_a_stream_have_an_answer_each(folder):
    archive(folder)
    records = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in (("x", NEW), ("y", "Few words.")))
    (folder / "wire.jsonl").write_text(records)
    (folder / "empty").mkdir()
    outcome = check(folder, "--against", "ix", "--files-from", "-", stdin=b"wire.jsonl\r\nempty\n\nold\n")
    answers = lines_of(outcome, 1)
    equal([answer["document"] for answer in answers],
          ["x", "y", "empty", "old/alpha.txt", "old/beta.txt", "old/gamma.txt"])
    assert "no text" in answers[2]["error"]
    equal(outcome.stderr, b"")


def names_of_the_command_line_come_first(folder):
    archive(folder)
    (folder / "list").write_text("fresh.txt\n")
    answers = lines_of(check(folder, "new.txt", "--against", "old", "--files-from", "list"), 1)
    equal([answer["document"] for answer in answers], ["new.txt", "fresh.txt"])
    trouble(check(folder, "--against", "ix", "--files-from", "absent"), "absent")
    equal(done(check(folder, "--against", "ix", "--files-from", "-", stdin=b"")), "")


def a_list_makes_one_report_when_one_is_asked_for(folder):
    archive(folder)
    outcome = check(folder, "--against", "ix", "--files-from", "-", "-f", "json", stdin=b"new.txt\nfresh.txt\n")
    equal([item["document"] for item in json.loads(done(outcome, 1))["check"]], ["fresh.txt", "new.txt"])


def a_stream_keeps_a_baseline_too(folder):
    archive(folder)
    options = ["--against", "ix", "--files-from", "-", "--baseline", "known.txt"]
    done(check(folder, *options, "--update-baseline", stdin=b"new.txt\nfresh.txt\nnew.txt\n"))
    equal(len(passages(folder)), 1)
    quiet(check(folder, *options, stdin=b"fresh.txt\nnew.txt\n"))
    assert b"1 of 1" in check(folder, *options, stdin=b"fresh.txt\n").stderr


def a_stream_ends_when_its_reader_leaves(folder):
    archive(folder)
    with subprocess.Popen([syndic, "check", "--against", "ix", "--files-from", "-"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment) as process:
        process.stdin.write(b"new.txt\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(b"new.txt\n" * 100)
            process.stdin.close()
        except BrokenPipeError:
            pass
        equal(process.stderr.read(), b"", "standard error")
        equal(process.wait(timeout=60), 2, "exit code")


def hostile_texts_steer_no_terminal(folder):
    archive(folder)
    evil = SHARED.replace(" ", " \x1b[2J\u202e ", 3)
    (folder / "evil.jsonl").write_text(json.dumps({"id": "e\u202e\x1b[2J", "title": "\x1b[2J", "text": evil}))
    for arguments in (["evil.jsonl"], ["evil.jsonl", "--baseline", "k.txt", "--update-baseline"]):
        outcome = check(folder, *arguments, "--against", "ix")
        shown = (outcome.stdout + outcome.stderr).decode()
        assert "\x1b" not in shown and "\u202e" not in shown, repr(shown)
    assert "\x1b" not in (folder / "k.txt").read_text() and "\u202e" not in (folder / "k.txt").read_text()
    outcome = check(folder, "--against", "ix", "--files-from", "-", stdin=b"evil.jsonl\n")
    assert b"\x1b" not in outcome.stdout


# The sample program

def the_sample_program_checks_a_text_from_memory(folder):
    archive(folder)

    def sample(*arguments, stdin=b""):
        return subprocess.run([SAMPLE, *arguments], input=stdin, capture_output=True, cwd=folder, env=environment,
                              timeout=60, check=False)
    equal(quiet(sample("shop", "old")), "3 added, 0 known\n")
    text = quiet(sample("shop", stdin=NEW.encode()), 1)
    for words in ("open words", "over the limits", "old/alpha.txt", "old/beta.txt"):
        assert words in text, text
    assert "within the limits" in quiet(sample("shop", stdin=b"Words of our own."))
    equal(sample("absent", stdin=b"x").returncode, 2)


if __name__ == "__main__":
    sys.exit(main(globals(), but_not=(archive,)))
