#!/usr/bin/python3
"""What index promises: what add, rm, ls, show, stats, verify and compact do and say, and what they refuse.

    test_index.py SYNDIC

Prints TAP. Each test is a function below; what it is called is what it holds.
"""
import json
import os
import stat
import subprocess
import sys
import time

from command import (ALPHA, BETA, GAMMA, Skip, articles, done, environment, equal, main, quiet, run, syndic,
                     trouble)


def made(folder):
    """An index of three articles, by names that are the same in every folder."""
    articles(folder)
    done(run("index", "add", "ix", "alpha.txt", "beta.txt", "gamma.txt", cwd=folder))
    return folder


def said(outcome, *words):
    """Exit 0 and one line on standard error that holds all words."""
    equal(done(outcome), "", "standard output")
    line = outcome.stderr.decode()
    assert line.startswith("syndic: ") and line.count("\n") == 1, line
    for word in words:
        assert word in line, f"{word!r} is not in {line!r}"


def ids(folder, index="ix"):
    return [row["id"] for row in json.loads(quiet(run("index", "ls", "-f", "json", index, cwd=folder)))]


# Wrong arguments

def closed_standard_files_are_not_written_into(folder):
    articles(folder)
    for number, redirections in enumerate(("2>&-", ">&- 2>&-", "<&- >&- 2>&-")):
        index = f"ix{number}"
        for arguments in (f"index add {index} alpha.txt", f"check alpha.txt --against {index}",
                          f"index rm {index} absent", f"index stats {index}"):
            subprocess.run(["sh", "-c", f'"$0" {arguments} {redirections}', syndic], cwd=folder, env=environment,
                           capture_output=True, timeout=60, check=False)
        for path in (folder / index).iterdir():
            held = path.read_bytes()
            assert not any(words in held for words in (b"syndic: ", b"added (", b"open words", b"is not in")), path.name
        done(run("index", "verify", index, cwd=folder))


def help_names_every_verb_and_no_option_of_others(_):
    text = done(run("index", "--help"))
    for word in ("add", "rm", "ls", "show", "stats", "verify", "compact", "@NAME", "--files-from", "-0", "-f"):
        assert word in text, word
    for word in ("--table", "--against", "--output", "--color"):
        assert word not in text, word
    assert max(map(len, text.splitlines())) <= 100


def wrong_arguments_are_told(folder):
    made(folder)
    trouble(run("index"), "index", "needs to know what to do")
    trouble(run("index", "ad"), "did you mean add?")
    trouble(run("index", "frobnicate"), "add, rm, ls, show, stats, verify or compact")
    trouble(run("index", "ls"), "needs an index")
    trouble(run("index", "add", "ix", cwd=folder), "needs an index and more", "FILE...")
    trouble(run("index", "rm", "ix", cwd=folder), "ID...")
    trouble(run("index", "show", "ix", cwd=folder), "ID...")
    for verb in ("ls", "stats", "verify", "compact"):
        trouble(run("index", verb, "ix", "more", cwd=folder), "nothing else")
        trouble(run("index", verb, "ix", "--files-from", "x", cwd=folder), "--files-from")
    trouble(run("index", "ls", "-f", "jsn", "ix", cwd=folder), "did you mean json")
    trouble(run("index", "ls", "-f", "html", "ix", cwd=folder), "text, json or jsonl")
    trouble(run("index", "add", "-f", "json", "ix", "alpha.txt", cwd=folder), "-f", "does not take it")
    trouble(run("index", "ls", "--against", "x", "ix", cwd=folder), "--against", "does not take it")
    trouble(run("index", "ls", "-o", "x", "ix", cwd=folder), "--output", "does not take it")
    trouble(run("index", "add", "ix", "-0", "alpha.txt", cwd=folder), "--files-from")
    trouble(run("index", "ls", "--frmat", "json", "ix", cwd=folder), "did you mean --format?")


def an_index_that_is_missing_is_told_and_not_made(folder):
    for arguments in (["rm", "ix", "a"], ["ls", "ix"], ["show", "ix", "a"], ["stats", "ix"], ["verify", "ix"],
                      ["compact", "ix"]):
        trouble(run("index", *arguments, cwd=folder), "ix")
    equal(list(folder.iterdir()), [])


def a_folder_that_is_no_index_is_left_alone(folder):
    articles(folder)
    before = sorted(folder.iterdir())
    for arguments in (["add", ".", "alpha.txt"], ["rm", ".", "alpha.txt"], ["ls", "."], ["verify", "."],
                      ["compact", "."], ["ls", "alpha.txt"], ["add", "alpha.txt", "beta.txt"]):
        trouble(run("index", *arguments, cwd=folder))
    equal(sorted(folder.iterdir()), before)
    equal((folder / "alpha.txt").read_text(), ALPHA)


# What it does

def add_says_what_was_added_known_and_replaced(folder):
    articles(folder)
    said(run("index", "add", "ix", "alpha.txt", "beta.txt", cwd=folder), "2 added", "0 known", "0 replaced")
    said(run("index", "add", "ix", "alpha.txt", "gamma.txt", cwd=folder), "1 added", "1 known")
    (folder / "alpha.txt").write_text(ALPHA + "More.\n")
    said(run("index", "add", "ix", "alpha.txt", cwd=folder), "1 replaced")
    quiet(run("index", "add", "-q", "ix", "alpha.txt", cwd=folder))
    equal(ids(folder), ["alpha.txt", "beta.txt", "gamma.txt"])


def a_file_that_is_missing_adds_nothing(folder):
    made(folder)
    (folder / "delta.txt").write_text("One more story that nobody else has.\n")
    trouble(run("index", "add", "ix", "delta.txt", "absent.txt", cwd=folder), "absent.txt")
    equal(ids(folder), ["alpha.txt", "beta.txt", "gamma.txt"])


def add_passes_over_what_cannot_be_read_in_folders(folder):
    (folder / "in").mkdir()
    articles(folder / "in")
    (folder / "in" / "broken.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00truncated")
    trouble(run("index", "add", "--strict", "ix", "in", cwd=folder), "broken.jsonl.gz")
    said(run("index", "add", "ix", "in", cwd=folder), "3 added", "1 passed over")


def names_come_from_lists_too(folder):
    made(folder)
    (folder / "two\nlines.txt").write_text("A text in a file with an odd name.\n")
    (folder / "d.txt").write_text("A text in a file with a plain name.\n")
    said(run("index", "add", "ix", "-0", "--files-from", "-", cwd=folder, stdin=b"two\nlines.txt\0d.txt\0"), "2 added")
    assert "two\nlines.txt" in ids(folder)
    said(run("index", "rm", "ix", "-0", "--files-from", "-", cwd=folder, stdin=b"two\nlines.txt\0"), "1 removed")
    said(run("index", "rm", "ix", "beta.txt", "--files-from", "-", cwd=folder, stdin=b"d.txt\ngamma.txt\n"), "3 removed")
    equal(ids(folder), ["alpha.txt"])
    said(run("index", "add", "ix", "-", cwd=folder, stdin=BETA.encode()), "1 added")


def rm_removes_all_or_nothing(folder):
    made(folder)
    trouble(run("index", "rm", "ix", "alpha.txt", "absent", cwd=folder), "absent")
    equal(len(ids(folder)), 3)
    said(run("index", "rm", "ix", "alpha.txt", "alpha.txt", cwd=folder), "1 removed", "compact")
    equal(ids(folder), ["beta.txt", "gamma.txt"])
    trouble(run("index", "rm", "ix", "alpha.txt", cwd=folder), "alpha.txt")
    trouble(run("index", "show", "ix", "alpha.txt", cwd=folder), "alpha.txt")


def ls_lists_in_three_forms(folder):
    lines = [{"id": "n2", "text": BETA, "title": "Two", "date": "2021-03-09", "outlet": "Gazette"},
             {"id": "n1", "text": ALPHA}]
    (folder / "wire.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done(run("index", "add", "ix", "wire.jsonl", cwd=folder))
    whole = json.loads(quiet(run("index", "ls", "-f", "json", "ix", cwd=folder)))
    rows = [json.loads(line) for line in quiet(run("index", "ls", "-f", "jsonl", "ix", cwd=folder)).splitlines()]
    equal(whole, rows)
    equal([row["id"] for row in rows], ["n1", "n2"])
    equal((rows[1]["title"], rows[1]["date"], rows[1]["outlet"], rows[1]["record"]), ("Two", "2021-03-09", "Gazette", 0))
    assert rows[0]["words"] > 30 and "text" not in rows[0] and rows[0]["title"] is None
    text = quiet(run("index", "ls", "ix", cwd=folder)).splitlines()
    equal(len(text), 2)
    assert text[1].split() == [str(rows[1]["words"]), "2021-03-09", "n2", "Two"], text


def show_gives_texts_back_as_they_were(folder):
    made(folder)
    (folder / "odd.txt").write_bytes("Caf\u00e9 \u201cquoted\u201d\r\n\ttab \\ \"x\"\n\nend".encode())
    done(run("index", "add", "ix", "odd.txt", cwd=folder))
    for name in ("alpha.txt", "odd.txt"):
        value = json.loads(quiet(run("index", "show", "-f", "json", "ix", name, cwd=folder)))
        equal(value["text"], (folder / name).read_bytes().decode())
        equal((value["id"], value["path"]), (name, name))
    both = quiet(run("index", "show", "-f", "json", "ix", "alpha.txt", "odd.txt", cwd=folder))
    equal([value["id"] for value in json.loads(both)], ["alpha.txt", "odd.txt"])
    text = quiet(run("index", "show", "ix", "alpha.txt", cwd=folder))
    assert text.startswith("id  ") and text.endswith("\n\n" + ALPHA), text


def stats_count_what_is_held(folder):
    made(folder)
    before = json.loads(quiet(run("index", "stats", "-f", "json", "ix", cwd=folder)))
    equal((before["documents"], before["removed"], before["shingle_words"]), (3, 0, 5))
    equal(before["text_bytes"], sum(len(text.encode()) for text in (ALPHA, BETA, GAMMA)))
    done(run("index", "rm", "ix", "gamma.txt", cwd=folder))
    after = json.loads(quiet(run("index", "stats", "-f", "json", "ix", cwd=folder)))
    equal((after["documents"], after["removed"]), (2, 1))
    assert after["words"] < before["words"] and after["unicode"]
    text = dict(line.split() for line in quiet(run("index", "stats", "ix", cwd=folder)).splitlines())
    equal(text, {name: str(value) for name, value in after.items()})


def compact_takes_the_bytes_of_removed_texts_off_the_disk(folder):
    secret = "Zymurgical quokkas embroider vexing halyards."
    made(folder)
    (folder / "secret.jsonl").write_text(json.dumps({"id": "hush", "text": secret, "title": "Quixotic title"}))
    done(run("index", "add", "ix", "secret.jsonl", cwd=folder))
    done(run("index", "rm", "ix", "hush", cwd=folder))
    before = quiet(run("index", "ls", "ix", cwd=folder))
    said(run("index", "compact", "ix", cwd=folder), "bytes")
    equal(quiet(run("index", "ls", "ix", cwd=folder)), before)
    equal(json.loads(done(run("index", "stats", "-f", "json", "ix", cwd=folder)))["removed"], 0)
    for file in (folder / "ix").iterdir():
        assert b"Quixotic" not in file.read_bytes() and b"quokkas" not in file.read_bytes(), file.name
    said(run("index", "verify", "ix", cwd=folder), "whole")


def verify_names_damage(folder):
    made(folder)
    said(run("index", "verify", "ix", cwd=folder), "whole")
    quiet(run("index", "verify", "-q", "ix", cwd=folder))
    data = max((folder / "ix").glob("*.mdb"), key=lambda file: file.stat().st_size)
    whole = data.read_bytes()
    found = 0
    for at in range(4096 * 2, len(whole), 997):
        data.write_bytes(whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1:])
        outcome = run("index", "verify", "ix", cwd=folder)
        assert outcome.returncode in (0, 2), f"byte {at}: exit {outcome.returncode}: {outcome.stderr.decode()}"
        assert outcome.returncode == 0 or outcome.stderr.startswith(b"syndic: "), outcome.stderr
        found += outcome.returncode == 2
    assert found > 0
    data.write_bytes(whole[:len(whole) // 2])
    outcome = run("index", "verify", "ix", cwd=folder)
    equal(outcome.returncode, 2, "exit code")
    assert outcome.stderr.count(b"\n") == 1, outcome.stderr


# Names, texts and outputs that try something

def hostile_names_and_texts_steer_no_terminal(folder):
    name, text = "a\u202eb\x1b[2J\nc", "Bell\x07 and \x1b[31mred\u202e and \x9b31m and \u2066that\x00 is all.\n"
    record = {"id": name, "title": name, "outlet": name, "url": "http://x/\u202e", "byline": name, "text": text}
    (folder / "evil.jsonl").write_text(json.dumps(record))
    done(run("index", "add", "ix", "evil.jsonl", cwd=folder))
    for arguments in (["ls", "ix"], ["ls", "-f", "json", "ix"], ["show", "ix", name], ["show", "-f", "json", "ix", name],
                      ["rm", "ix", "\x1b[2Jx"], ["rm", "ix", name]):
        outcome = run("index", *arguments, cwd=folder)
        shown = (outcome.stdout + outcome.stderr).decode()
        if "json" not in arguments:  # in JSON only controls are written otherwise
            assert "\u202e" not in shown and "\u2066" not in shown, shown
        assert not any(ord(c) < 0x20 and c not in "\n\t" or 0x7F <= ord(c) < 0xA0 for c in shown), repr(shown)
        if arguments[0] == "ls" and "json" not in arguments:
            equal(shown.count("\n"), 1, "lines")


def the_json_of_a_hostile_text_is_that_text(folder):
    text = "Bell\x07 \x1b[31m \u202e \" \\ \u2028 </script> \U0001F600 end"
    (folder / "evil.jsonl").write_text(json.dumps({"id": "e", "text": text}))
    done(run("index", "add", "ix", "evil.jsonl", cwd=folder))
    equal(json.loads(done(run("index", "show", "-f", "json", "ix", "e", cwd=folder)))["text"], text)


def a_reader_that_leaves_is_no_error(folder):
    with open(folder / "many.jsonl", "w", encoding="utf-8") as file:
        for number in range(3000):
            file.write(json.dumps({"id": f"n{number:05}", "text": f"number {number}", "title": "x" * 60}) + "\n")
    done(run("index", "add", "ix", "many.jsonl", cwd=folder))
    for form in ("text", "json"):
        with subprocess.Popen([syndic, "index", "ls", "-f", form, "ix"], stdout=subprocess.PIPE, cwd=folder,
                              stderr=subprocess.PIPE, env=environment) as process:
            process.stdout.readline()
            process.stdout.close()
            equal(process.stderr.read(), b"", "standard error")
            equal(process.wait(timeout=60), 2, "exit code")


# Where it is, and who else uses it

def a_name_finds_the_index_below_the_data_folder(folder):
    articles(folder)
    data = folder / "data" / "deep"
    for more, place in (({"XDG_DATA_HOME": str(data)}, data / "syndic" / "press"),
                        ({"XDG_DATA_HOME": "", "HOME": str(folder / "home")},
                         folder / "home" / ".local" / "share" / "syndic" / "press"),
                        ({"XDG_DATA_HOME": "relative", "HOME": str(folder / "house")},
                         folder / "house" / ".local" / "share" / "syndic" / "press")):
        trouble(run("index", "ls", "@press", cwd=folder, **more), "press")
        said(run("index", "add", "@press", "alpha.txt", cwd=folder, **more), "@press", "1 added")
        assert place.is_dir() and stat.S_IMODE(place.parent.stat().st_mode) == 0o700
        equal(quiet(run("index", "ls", "@press", **more)), quiet(run("index", "ls", place)))


def names_that_lead_elsewhere_are_refused(folder):
    articles(folder)
    for name in ("@", "@..", "@.hidden", "@a/b", "@../x", "@" + "x" * 300):
        trouble(run("index", "add", name, "alpha.txt", cwd=folder, XDG_DATA_HOME=str(folder / "d")), "no name of an index")
    trouble(run("index", "ls", "@x", XDG_DATA_HOME="", HOME=""), "HOME")
    said(run("index", "add", "./@x", "alpha.txt", cwd=folder), "1 added")
    assert (folder / "@x").is_dir()


def has_open(process, name):
    try:
        return any(os.readlink(file.path).endswith(name) for file in os.scandir(f"/proc/{process.pid}/fd"))
    except OSError:  # a file that was closed meanwhile
        return False


def a_second_writer_is_told_and_a_reader_is_not_disturbed(folder):
    made(folder)
    with subprocess.Popen([syndic, "index", "add", "ix", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE,
                          cwd=folder, env=environment) as process:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and not has_open(process, "ix/writer"):
            time.sleep(0.01)
        time.sleep(0.1)  # until it holds the lock; to try that would take it
        trouble(run("index", "rm", "ix", "absent", cwd=folder), "ix", "being written")
        trouble(run("index", "add", "ix", "gamma.txt", cwd=folder), "ix")
        trouble(run("index", "compact", "ix", cwd=folder), "ix")
        equal(len(ids(folder)), 3)
        process.communicate(b"The text that the first writer waited for.\n", timeout=60)
        equal(process.returncode, 0, "exit code")
    equal(ids(folder), ["-", "alpha.txt", "beta.txt", "gamma.txt"])


def an_index_that_cannot_be_written_is_told(folder):
    if os.geteuid() == 0:
        raise Skip("root writes everywhere")
    made(folder)
    for file in (folder / "ix").iterdir():
        file.chmod(0o444)
    (folder / "ix").chmod(0o555)
    try:
        trouble(run("index", "add", "ix", "alpha.txt", cwd=folder), "ix")
        trouble(run("index", "add", "ix/inner", "alpha.txt", cwd=folder), "ix")
    finally:
        (folder / "ix").chmod(0o755)


def an_index_cannot_be_made_where_no_folder_is(folder):
    articles(folder)
    trouble(run("index", "add", "absent/ix", "alpha.txt", cwd=folder), "absent/ix")
    trouble(run("index", "add", "/proc/nothing/ix", "alpha.txt", cwd=folder), "/proc/nothing")


def an_index_beside_its_texts_is_none_of_them(folder):
    made(folder)
    done(run("index", "add", "ix2", ".", cwd=folder))
    assert sorted(ids(folder, "ix2")) == ["./alpha.txt", "./beta.txt", "./gamma.txt"], ids(folder, "ix2")


if __name__ == "__main__":
    sys.exit(main(globals(), but_not=(articles, made)))
