#!/usr/bin/python3
"""What report and diff promise: the bytes of the first run again, what happens when texts are gone, and what differs.

    test_report.py SYNDIC

Prints TAP. Each test is a function below; what it is called is what it holds.
"""
import gzip
import json
import re
import sys
from pathlib import Path

from command import SHARED, done, equal, main, quiet, run, trouble

OTHER = ("Two otters were seen at dawn below the lock, and the keeper of the lock has asked that dogs be "
         "kept on their leads until the young ones have left the bank.")
ALPHA = f"date 2021-03-09\n\nPier to close\n\n{SHARED}\n\nNobody had been asked, the Fenmouth Gazette reported.\n"
BETA = f"Notes from the coast\n\n{SHARED}\n\nThe baker on the corner expects a quiet spring.\n\n{OTHER}\n"
GAMMA = f"A different story altogether.\n\n{OTHER}\n\nThe choir sang in the rain.\n"
STORIES = Path(__file__).resolve().parents[2] / "samples" / "stories"


def articles(folder):
    for name, text in (("alpha.txt", ALPHA), ("beta.txt", BETA), ("gamma.txt", GAMMA)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def traced(folder, name="r.json"):
    articles(folder)
    done(run("trace", "-o", name, "alpha.txt", "beta.txt", "gamma.txt", cwd=folder))
    return folder / name


def formats():
    """All that -f takes, as the command itself lists them."""
    said = run("trace", "-f", "0000", "x").stderr.decode()
    return re.split(r", | or ", re.search(r"\(give (.*)\)", said)[1])


# Report

def formats_are_told(_):
    found = formats()
    equal(found[:2], ["text", "json"])
    equal(len(found), len(set(found)))


def any_format_of_any_story_is_the_one_of_the_first_run(folder):
    for story in sorted(STORIES.iterdir()):
        for command in ("trace", "compare"):
            done(run(command, "-q", "-o", folder / "r.json", "articles/", cwd=story))
            for form in formats():
                for options in [[], ["--all", "--by", "outlet"]][:2 if form in ("text", "dot") else 1]:
                    expected = done(run(command, "-q", "-f", form, *options, "articles/", cwd=story))
                    again = quiet(run("report", "-f", form, *options, folder / "r.json", cwd=story))
                    assert again == expected, f"{story.name}: {command} -f {form} {options} is not the same"


def json_of_a_report_is_the_result_itself(folder):
    result = traced(folder)
    equal(quiet(run("report", "-f", "json", result, cwd=folder)), result.read_text(encoding="utf-8"))


def a_result_may_come_from_standard_input_and_compressed(folder):
    result = traced(folder)
    expected = done(run("report", result, cwd=folder))
    equal(done(run("report", "-", cwd=folder, stdin=result.read_bytes())), expected)
    (folder / "r.json.gz").write_bytes(gzip.compress(result.read_bytes()))
    equal(done(run("report", "r.json.gz", cwd=folder)), expected)


def several_outputs_take_their_formats_from_their_endings(folder):
    result = traced(folder)
    done(run("report", "-o", "again.json", "-o", "again.txt", result, cwd=folder))
    equal((folder / "again.json").read_bytes(), result.read_bytes())
    equal((folder / "again.txt").read_text(), done(run("report", result, cwd=folder)))


def texts_are_found_beside_the_result(folder):
    result = traced(folder)
    expected = done(run("report", "r.json", cwd=folder))
    equal(quiet(run("report", result, cwd="/")), expected)


def records_are_read_again(folder):
    lines = [{"id": name, "body": text, "outlet": name.title()}
             for name, text in (("a", ALPHA), ("b", BETA), ("c", GAMMA))]
    (folder / "wire.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    for form in formats():
        expected = done(run("trace", "-f", form, "-o", "-", "-o", "r.json", "--fields", "text=body", "wire.jsonl",
                            cwd=folder))
        assert quiet(run("report", "-f", form, "r.json", cwd=folder)) == expected, f"-f {form} is not the same"


def a_text_that_changed_is_shown_by_its_passages_only(folder):
    result = traced(folder)
    (folder / "beta.txt").write_text("Now it reads otherwise, and SECRET.\n")
    for form in formats():
        outcome = run("report", "-f", form, result, cwd=folder)
        assert "SECRET" not in done(outcome)
        line = outcome.stderr.decode()
        assert line.count("\n") == 1 and "1 of 3 texts is gone or changed" in line and "beta.txt" in line, line
        equal(run("report", "-q", "-f", form, result, cwd=folder).stderr, b"", "standard error")


def with_all_texts_gone_the_json_is_still_the_same_and_excerpts_are_shown(folder):
    result = traced(folder)
    expected = result.read_text(encoding="utf-8")
    for name in ("alpha", "beta", "gamma"):
        (folder / f"{name}.txt").unlink()
    equal(done(run("report", "-f", "json", result, cwd=folder)), expected)
    assert "northern pier" in done(run("report", result, cwd=folder))
    for form in formats():
        assert b"3 of 3 texts are gone" in run("report", "-f", form, result, cwd=folder).stderr


def other_spacing_and_order_change_nothing(folder):
    result = traced(folder)
    expected = done(run("report", result, cwd=folder))
    value = json.loads(result.read_text(encoding="utf-8"))
    turned = {"new": {"}": ["]", '\\"']}, **{key: value[key] for key in reversed(value)}}
    for style in ({"indent": 4}, {"separators": (",", ":")}, {"ensure_ascii": False}):
        (folder / "turned.json").write_text(json.dumps(turned, **style), encoding="utf-8")
        equal(quiet(run("report", "turned.json", cwd=folder)), expected)


def what_is_no_result_is_told_in_one_line(folder):
    result = traced(folder)
    good = result.read_text(encoding="utf-8")
    trouble(run("report", folder / "none.json"), "none.json", "check the path")
    trouble(run("report", folder), "folder")
    for text, words in ((ALPHA, "not a result of syndic"), ("{}", "not a result"), ("", "not a result"),
                        (good[:len(good) // 2], "broken JSON"),
                        (good.replace("result/1", "result/7"), "another version"),
                        (good.replace('"begin":', '"begin":-', 1), "out of range"), ("[" * 100000, "not a result"),
                        (good.replace('"skipped":[]', '"skipped":[' + "[" * 100000), "broken JSON"),
                        (good.replace('"end":', '"end":9', 1), "outside of its text")):
        (folder / "bad.json").write_text(text, encoding="utf-8")
        trouble(run("report", "bad.json", cwd=folder), "bad.json", words)


def misuse_is_told(folder):
    result = traced(folder)
    trouble(run("report"), "report", "needs one result")
    trouble(run("report", result, result), "needs one result")
    trouble(run("diff", result), "diff", "needs two results")
    trouble(run("report", "-f", "jsn", result), "did you mean json")
    trouble(run("report", "-o", "r.json", "r.json", cwd=folder), "r.json", "replaced")
    trouble(run("report", "-o", "alpha.txt", "r.json", cwd=folder), "alpha.txt", "replaced")
    equal((folder / "alpha.txt").read_text(), ALPHA)


# Diff

def changed(folder):
    """A second run, in which beta lost a passage, gamma got another, and delta is new."""
    articles(folder)
    (folder / "beta.txt").write_text(BETA.replace(OTHER, ""), encoding="utf-8")
    (folder / "gamma.txt").write_text(GAMMA + SHARED, encoding="utf-8")
    (folder / "delta.txt").write_text("A short one.\n", encoding="utf-8")
    names = ("beta.txt", "delta.txt", "gamma.txt")
    done(run("trace", "-o", "new.json", *names, cwd=folder))
    return folder / "new.json"


def a_result_does_not_differ_from_itself(folder):
    result = traced(folder)
    text = quiet(run("diff", result, result))
    assert text.startswith("Nothing differs."), text
    value = json.loads(quiet(run("diff", "-f", "json", result, result)))
    equal(value["schema"], "syndic-diff/1")
    equal(value["differences"], 0)
    equal(value["passages"], {"same": 2, "new": [], "gone": [], "changed": []})


def who_wrote_a_result_is_no_difference(folder):
    result = traced(folder)
    text = re.sub(r'"tool":{[^}]*}', '"tool":{"name":"syndic","version":"99.0.0"}', result.read_text(encoding="utf-8"))
    (folder / "other.json").write_text(text, encoding="utf-8")
    quiet(run("diff", result, folder / "other.json"))


def what_differs_is_listed_and_the_exit_status_is_one(folder):
    old = traced(folder, "old.json")
    new = changed(folder)
    value = json.loads(quiet(run("diff", "-f", "json", old, new), 1))
    equal(value["documents"]["new"], ["delta.txt"])
    equal(value["documents"]["gone"], ["alpha.txt"])
    equal(value["documents"]["changed"], ["beta.txt", "gamma.txt"])
    equal([p["words"] for p in value["passages"]["gone"]], [32])
    equal(len(value["passages"]["changed"]), 1)
    before, after = (value["passages"]["changed"][0][side] for side in ("before", "after"))
    equal(before["key"], after["key"])
    equal([w["document"] for w in before["witnesses"]], ["alpha.txt", "beta.txt"])
    equal([w["document"] for w in after["witnesses"]], ["beta.txt", "gamma.txt"])
    text = quiet(run("diff", old, new), 1)
    for words in ("also in gamma.txt", "no longer in alpha.txt", "Passages that are gone", "Two otters", "New texts",
                  "delta.txt", "Texts that are gone", "Texts with other words"):
        assert words in text, f"{words!r} is not in {text}"


def a_grown_passage_is_changed_and_an_unlike_one_is_new(folder):
    def first(grown, more):
        (folder / "a.txt").write_text(f"{SHARED}{grown}\n\nAnd so on.\n{more}")
        (folder / "b.txt").write_text(f"It is said: {SHARED}{grown}\n\nThat is all.\n{more}")
    first("", "")
    done(run("trace", "-o", "old.json", "a.txt", "b.txt", cwd=folder))
    first(" The ferry will call at the southern steps instead, at the usual hours.", "")
    done(run("trace", "-o", "new.json", "a.txt", "b.txt", cwd=folder))
    value = json.loads(done(run("diff", "-f", "json", "old.json", "new.json", cwd=folder), 1))
    equal([len(value["passages"][kind]) for kind in ("new", "gone", "changed")], [0, 0, 1])
    text = done(run("diff", "old.json", "new.json", cwd=folder), 1)
    assert re.search(r"\[1\] was \[1\]: \d+ words \(was \d+\), verbatim", text), text


def options_that_differ_are_said_and_are_no_difference(folder):
    result = traced(folder)
    articles(folder)
    done(run("trace", "--min-words", "9", "-o", "nine.json", "alpha.txt", "beta.txt", "gamma.txt", cwd=folder))
    text = quiet(run("diff", result, "nine.json", cwd=folder))
    assert "--min-words 9 (was 8)" in text, text


def texts_are_not_needed_and_formats_that_cannot_tell_are_refused(folder):
    old = traced(folder, "old.json")
    new = changed(folder)
    expected = done(run("diff", old, new), 1)
    for name in folder.glob("*.txt"):
        name.unlink()
    equal(done(run("diff", old, new), 1), expected)
    done(run("diff", "-o", folder / "d.json", "-o", folder / "d.txt", old, new), 1)
    equal((folder / "d.txt").read_text(), expected)
    for form in formats()[2:]:
        trouble(run("diff", "-f", form, old, new), "cannot tell")
    trouble(run("diff", old, folder / "none.json"), "none.json")


def names_in_a_result_do_not_steer_the_terminal(folder):
    result = traced(folder)
    evil = result.read_text(encoding="utf-8").replace("alpha.txt", "a\\u001b[2J\\u202elpha.txt")
    (folder / "evil.json").write_text(evil, encoding="utf-8")
    for outcome in (run("diff", result, folder / "evil.json"), run("report", folder / "evil.json")):
        for steering in (b"\x1b", "\u202e".encode()):
            assert steering not in outcome.stdout + outcome.stderr


if __name__ == "__main__":
    sys.exit(main(globals(), but_not=(articles, changed)))
