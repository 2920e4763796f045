#!/usr/bin/python3
"""What the command promises: exit codes, one-line errors, where output goes, and what it leaves behind.

    test_cli.py SYNDIC

Prints TAP. Each test is a function below; what it is called is what it holds.
"""
import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from command import ALPHA, BETA, SHARED, articles, done, environment, equal, main, run, syndic, trouble


def ids(text):
    return [document["id"] for document in json.loads(text)["documents"]]


# Help

def help_is_given_for_the_whole_and_for_each_command(_):
    overview = done(run("--help"))
    for command in ("compare", "trace"):
        assert command in overview
        text = done(run(command, "--help"))
        assert text.startswith(f"usage: syndic {command} ")
        for option in ("--min-words", "-j", "--color", "-o", "-f", "-q", "--files-from", "-0", "--strict",
                       "--fields", "--all"):
            assert option in text, f"{option} is not in the help of {command}"
        assert max(map(len, text.splitlines())) <= 100


def version_is_three_numbers(_):
    name, version = done(run("--version")).split()
    equal(name, "syndic")
    assert all(part.isdigit() for part in version.split(".")) and version.count(".") == 2, version


# Wrong arguments

def no_arguments_print_usage_as_trouble(_):
    outcome = run()
    equal(outcome.returncode, 2)
    equal(outcome.stdout, b"")
    assert b"usage: syndic" in outcome.stderr


def a_misspelt_option_is_answered_with_the_nearest(folder):
    trouble(run("trace", "--min-wrods", "9", articles(folder)), "--min-wrods", "--min-words")
    trouble(run("trace", "--colour=never", articles(folder)), "--color")
    trouble(run("trace", "--zzz", articles(folder)), "--zzz", "syndic trace --help")
    trouble(run("trace", "-Z", articles(folder)), "-Z")


def a_misspelt_command_is_answered_with_the_nearest(folder):
    trouble(run("trcae", articles(folder)), "trcae", "trace")


def values_are_checked(folder):
    articles(folder)
    trouble(run("trace", "--min-words", "some", folder), "--min-words", "some")
    trouble(run("trace", "--min-words", "-3", folder), "--min-words")
    trouble(run("trace", "--min-words", "99999999999", folder), "--min-words")
    trouble(run("trace", "--min-words", "1", folder), " --min-words: ")
    trouble(run("trace", "-j", "0", folder), " -j: 0 ")
    trouble(run("trace", "--shingle", "9", folder), " --shingle: ")
    trouble(run("trace", "--window", "9", folder), " --window: ")
    trouble(run("trace", "--color", "sometimes", folder), "sometimes")
    trouble(run("trace", "-f", "pdf", folder), "pdf")
    trouble(run("trace", "--fields", "body", folder), "body")
    trouble(run("trace", folder, "--min-words"), "--min-words")
    trouble(run("trace", folder, "-o"), "-o")
    trouble(run("trace", "--quiet=yes", folder), "--quiet")
    trouble(run("trace", "-0", folder), "--files-from")


def commands_without_paths_say_what_they_need(_):
    trouble(run("trace"), "trace", "PATH")
    trouble(run("compare"), "compare")
    trouble(run("compare", "-q"), "compare")


def compare_needs_two_texts(folder):
    articles(folder)
    trouble(run("compare", folder / "alpha.txt"), "two texts")


# Input

def a_named_file_that_is_missing_is_trouble(folder):
    trouble(run("trace", folder / "absent.txt"), "absent.txt")
    trouble(run(folder / "absent.txt", folder / "absent2.txt"), "absent")


def a_control_character_in_a_name_does_not_break_the_line(folder):
    trouble(run("trace", str(folder / "two\nlines\033[2J.txt")), "lines")


def a_named_file_that_cannot_be_read_is_trouble(folder):
    locked = articles(folder) / "locked.txt"
    locked.symlink_to(locked)  # not even root can open a link to itself
    trouble(run("trace", locked), "locked.txt")
    equal(len(ids(done(run("trace", "-f", "json", folder)))), 3)
    if os.geteuid() == 0:
        return
    locked.unlink()
    locked.write_text("closed")
    locked.chmod(0)
    trouble(run("trace", locked), "locked.txt")
    equal(len(ids(done(run("trace", "-f", "json", folder)))), 3)
    trouble(run("trace", "--strict", folder), "locked.txt")


def what_is_no_text_is_passed_over_in_a_folder(folder):
    articles(folder)
    (folder / "broken.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00truncated")
    outcome = run("trace", "-f", "json", folder)
    result = json.loads(done(outcome))
    equal(len(result["documents"]), 3)
    equal([Path(item["path"]).name for item in result["skipped"]], ["broken.jsonl.gz"])
    equal(result["summary"]["skipped"], 1)
    assert b"passed over" in outcome.stderr
    equal(run("trace", "-q", "-f", "json", folder).stderr, b"", "standard error")
    trouble(run("trace", "--strict", folder), "broken.jsonl.gz")


def an_empty_folder_gives_an_empty_result(folder):
    outcome = run("trace", "-f", "json", folder)
    equal(json.loads(done(outcome))["documents"], [])
    assert b"no texts" in outcome.stderr
    assert "no texts" in done(run("trace", "-q", folder))
    trouble(run("compare", folder), "two texts")


def standard_input_is_a_dash(folder):
    articles(folder)
    text = done(run("trace", "-f", "json", "-", folder / "beta.txt", stdin=ALPHA.encode()))
    assert "-" in ids(text) and len(ids(text)) == 2
    records = "".join(json.dumps({"id": f"n{i}", "text": body}) + "\n" for i, body in enumerate((ALPHA, BETA)))
    equal(ids(done(run("trace", "-f", "json", "-", stdin=records.encode()))), ["n0", "n1"])
    trouble(run("trace", "-", "-"), "standard input")


def files_from_takes_lines_and_nul_bytes(folder):
    articles(folder)
    paths = [str(folder / "alpha.txt"), str(folder / "beta.txt")]
    for separator, options in (("\n", []), ("\r\n", []), ("\0", ["-0"])):
        listed = separator.join(paths + [""]).encode()
        text = done(run("trace", "-f", "json", "--files-from", "-", *options, stdin=listed))
        equal(ids(text), paths)
    odd = folder / "two\nlines.txt"
    odd.write_text(BETA)
    (folder / "list").write_bytes(f"{paths[0]}\0{odd}".encode())
    equal(len(ids(done(run("trace", "-f", "json", "-0", "--files-from", folder / "list")))), 2)
    trouble(run("trace", "--files-from", folder / "nolist"), "nolist")
    trouble(run("trace", "--files-from", "-", "-", stdin=b""), "standard input")


def fields_name_the_text_of_records(folder):
    source = folder / "wire.jsonl"
    source.write_text("".join(json.dumps({"id": f"n{i}", "body": body}) + "\n" for i, body in enumerate((ALPHA, BETA))))
    equal(ids(done(run("trace", "-f", "json", "--fields", "text=body", source))), ["n0", "n1"])
    trouble(run("trace", source), "wire.jsonl")


def paths_behind_two_dashes_are_paths(folder):
    (folder / "-q").write_text(ALPHA)
    (folder / "b").write_text(BETA)
    equal(len(ids(done(run("trace", "-f", "json", "--", "-q", "b", cwd=folder)))), 2)


# What is found

def the_shared_passage_is_found(folder):
    articles(folder)
    result = json.loads(done(run("trace", "-f", "json", folder)))
    equal(len(result["passages"]), 1)
    assert SHARED.rstrip(".") in result["passages"][0]["text"]
    equal([Path(w["document"]).name for w in result["passages"][0]["witnesses"]], ["alpha.txt", "beta.txt"])


def two_bare_paths_are_compared(folder):
    articles(folder)
    both = [folder / "alpha.txt", folder / "beta.txt"]
    equal(done(run(*both)), done(run("compare", *both)))
    equal(done(run("-f", "json", *both)), done(run("compare", "-f", "json", *both)))
    assert " │ " in done(run(*both))


def min_words_leaves_out_shorter_passages(folder):
    articles(folder)
    result = json.loads(done(run("trace", "-f", "json", "--min-words", "50", folder)))
    equal(result["passages"], [])
    equal(result["params"]["min_words"], 50)
    equal(len(json.loads(done(run("trace", "-f", "json", "--min-words=20", folder)))["passages"]), 1)


def threads_and_grouping_change_no_byte(folder):
    articles(folder)
    expected = done(run("trace", "-f", "json", "-j1", folder))
    for options in (["-j", "2"], ["-j8"], ["--group-words", "0"], ["--group-words", "30"]):
        equal(done(run("trace", "-f", "json", *options, folder)), expected)


def the_order_of_paths_changes_no_byte(folder):
    articles(folder)
    paths = sorted(folder.iterdir())
    equal(done(run("trace", "-f", "json", *paths)), done(run("trace", "-f", "json", *reversed(paths))))


# Output

def each_output_takes_its_format_from_its_ending(folder):
    articles(folder)
    out = folder / "out"
    out.mkdir()
    outcome = run("trace", "-o", out / "r.json", "-o", out / "r.txt", folder / "alpha.txt", folder / "beta.txt")
    equal(done(outcome), "", "standard output")
    json.loads((out / "r.json").read_text())
    assert "This shows shared wording." in (out / "r.txt").read_text()
    equal(sorted(p.name for p in out.iterdir()), ["r.json", "r.txt"])
    done(run("trace", "-f", "json", "-o", out / "plain", folder / "alpha.txt", folder / "beta.txt"))
    json.loads((out / "plain").read_text())
    trouble(run("trace", "-o", out / "r.docx", folder), ".docx")
    trouble(run("trace", "-o", out / "r.json", "-o", out / "r.json", folder), "twice")


def an_output_may_be_standard_output_too(folder):
    articles(folder)
    text = done(run("trace", "-o", "-", "-o", folder / "r.json", "-f", "text", folder))
    assert "This shows shared wording." in text
    json.loads((folder / "r.json").read_text())


def an_output_replaces_a_file_at_once_and_keeps_a_link(folder):
    articles(folder)
    (folder / "out").mkdir()
    real, link = folder / "out" / "real.json", folder / "out" / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    done(run("trace", "-o", link, folder / "alpha.txt", folder / "beta.txt"))
    assert link.is_symlink()
    json.loads(real.read_text())
    done(run("trace", "-f", "json", "-o", "/dev/null", folder / "alpha.txt"))
    assert not Path("/dev/null").is_file()


def an_output_that_cannot_be_written_leaves_nothing(folder):
    articles(folder)
    trouble(run("trace", "-o", folder / "absent" / "r.json", folder), "r.json")
    if Path("/dev/full").exists():
        trouble(run("trace", "-f", "json", "-o", "/dev/full", folder), "/dev/full")
        with open("/dev/full", "wb") as full:
            outcome = subprocess.run([syndic, "trace", str(folder)], stdout=full, stderr=subprocess.PIPE, check=False)
        equal(outcome.returncode, 2)
        assert b"standard output" in outcome.stderr
    trouble(run("trace", "-o", folder / "r.json", folder / "absent.txt"), "absent.txt")
    equal(sorted(p.name for p in folder.iterdir()), ["alpha.txt", "beta.txt", "gamma.txt"])


def an_output_never_replaces_one_of_the_texts(folder):
    articles(folder)
    trouble(run("trace", "-o", folder / "alpha.txt", folder / "alpha.txt", folder / "beta.txt"), "alpha.txt")
    equal((folder / "alpha.txt").read_text(), ALPHA)


def an_output_inside_a_traced_folder_is_no_input(folder):
    articles(folder)
    for options in ([], ["--strict"]):
        done(run("trace", ".", "-o", "r.json", *options, cwd=folder))
        first = (folder / "r.json").read_bytes()
        equal(ids(first), ["./alpha.txt", "./beta.txt", "./gamma.txt"])
        equal(json.loads(first)["skipped"], [])
        done(run("trace", ".", "-o", "r.json", *options, cwd=folder))
        equal((folder / "r.json").read_bytes(), first)
    equal(sorted(p.name for p in folder.iterdir()), ["alpha.txt", "beta.txt", "gamma.txt", "r.json"])


def an_output_never_replaces_a_text_met_in_a_folder(folder):
    articles(folder)
    (folder / "wire.jsonl").write_text(json.dumps({"id": "n", "text": BETA}) + "\n")
    for name in ("alpha.txt", "wire.jsonl"):
        before = (folder / name).read_bytes()
        trouble(run("trace", "-f", "text", "-o", folder / name, folder), name, "one of the texts")
        equal((folder / name).read_bytes(), before)
    equal(len(list(folder.iterdir())), 4)


def is_writing(process, folder):
    """Whether it has a file of the folder open, with a name or without one."""
    return any(os.readlink(file.path).startswith(str(folder)) for file in os.scandir(f"/proc/{process.pid}/fd"))


def a_signal_leaves_no_temporary_file(folder):
    """Whoever started the tests may have had a signal ignored (nohup), and programs inherit that."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        with subprocess.Popen([syndic, "trace", "-", "-o", folder / "r.json"], stdin=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=environment) as process:
            deadline = time.monotonic() + 20
            while not is_writing(process, folder) and time.monotonic() < deadline:
                time.sleep(0.01)
            assert is_writing(process, folder) and all(path.name.startswith(".") for path in folder.iterdir())
            process.send_signal(number)
            equal(process.wait(timeout=20), -number, "exit code")
        equal(list(folder.iterdir()), [])


def help_that_cannot_be_written_is_trouble(_):
    if not Path("/dev/full").exists():
        return
    for arguments in (["--help"], ["--version"], ["trace", "--help"]):
        with open("/dev/full", "wb") as full:
            outcome = subprocess.run([syndic, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
        equal(outcome.returncode, 2)
        assert outcome.stderr.startswith(b"syndic: standard output: ") and outcome.stderr.count(b"\n") == 1


def an_error_about_a_long_path_says_what_to_do(folder):
    long = "/".join(["d" * 200] * 15) + "/leaf.txt"
    trouble(run("trace", folder / long), "...", "leaf.txt: cannot be read", "(check the path)")
    trouble(run("trace", "-o", folder / long, articles(folder)), "leaf.txt: cannot be written", "(check the folder)")


def an_error_steers_no_terminal(folder):
    name = "a\u202eb\u061cc\u200bd\ufffbe\U000e0041f\u0085g\u2066h"
    trouble(run("trace", folder / name), "a?b?c?d?e?f?g?h")
    trouble(run("trace", "-o", folder / name / "r.txt", articles(folder)), "a?b?c?d?e?f?g?h")


def a_file_named_twice_is_one_text(folder):
    articles(folder)
    outcome = run("trace", "-f", "json", "alpha.txt", "./alpha.txt", ".", "beta.txt", cwd=folder)
    equal(ids(done(outcome)), ["./alpha.txt", "./beta.txt", "./gamma.txt"])
    trouble(run("compare", "alpha.txt", "./alpha.txt", cwd=folder), "two texts")


def quiet_says_nothing_but_errors(folder):
    articles(folder)
    equal(run("trace", "-q", folder / "alpha.txt").stderr, b"")
    assert run("trace", folder / "alpha.txt").stderr != b""
    trouble(run("trace", "-q", folder / "absent"), "absent")


# Colour, width and terminals

def colour_is_for_terminals_only(folder):
    articles(folder)
    assert "\033" not in done(run("trace", folder, TERM="xterm"))
    assert "\033[" in done(run("trace", "--color", "always", folder))
    assert "\033[" in done(run("trace", "--color=always", folder, NO_COLOR="1"))
    assert b"\033[" in on_terminal("trace", folder)
    assert b"\033" not in on_terminal("trace", folder, NO_COLOR="1")
    assert b"\033" not in on_terminal("trace", folder, TERM="dumb")
    assert b"\033" not in on_terminal("trace", "--color", "never", folder)
    assert b"\033[" in on_terminal("trace", folder, NO_COLOR="")


def on_terminal(*arguments, **more):
    """Standard output of a run whose standard output is a terminal."""
    leader, follower = pty.openpty()
    with subprocess.Popen([syndic, *map(str, arguments)], stdout=follower, stderr=subprocess.DEVNULL,
                          env={**environment, "TERM": "xterm", **more}) as process:
        os.close(follower)
        chunks = []
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:
                break
            if not chunk:
                break
            chunks.append(chunk)
        equal(process.wait(timeout=60), 0, "exit code")
    os.close(leader)
    return b"".join(chunks)


def errors_on_terminal(*arguments, columns, seconds=0):
    """What a run writes to standard error when that is a terminal; a pipe it reads from is kept waiting so long."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen([syndic, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=follower, env=environment) as process:
        os.close(follower)
        time.sleep(seconds)
        process.stdin.write(ALPHA.encode())
        process.stdin.close()
        chunks = []
        try:
            while chunk := os.read(leader, 65536):
                chunks.append(chunk)
        except OSError:
            pass
        equal(process.wait(timeout=60), 0, "exit code")
    os.close(leader)
    return b"".join(chunks).decode()


def long_work_tells_how_far_it_is(folder):
    articles(folder)
    for columns in (80, 30, 8):
        shown = errors_on_terminal("trace", "-", folder, columns=columns, seconds=1.2)
        assert shown.endswith("\r") and "\n" not in shown and "\033" not in shown, repr(shown)
        lines = shown.split("\r")[1:-1]
        assert lines and lines[-1].strip() == "" and len(lines[-1]) >= len(lines[-2].rstrip()), repr(shown)
        assert all(len(line) < columns for line in lines), repr(shown)
        assert any(line.startswith(("read", "text")) for line in lines), repr(shown)
    failed = errors_on_terminal("trace", "-", folder, "--stages", columns=80, seconds=1.2)
    assert all(line.split("\r")[-1].startswith("stage ") for line in failed.split("\r\n")[:-1]), repr(failed)


def short_work_pipes_and_quiet_runs_tell_nothing(folder):
    articles(folder)
    equal(errors_on_terminal("trace", "-", folder, columns=80), "")
    equal(errors_on_terminal("trace", "-q", "-", folder, columns=80, seconds=1.2), "")
    with subprocess.Popen([syndic, "trace", "-", folder], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, env=environment) as process:
        time.sleep(1.2)
        equal(process.communicate(ALPHA.encode(), timeout=60)[1], b"", "standard error")


def width_is_kept_to(folder):
    articles(folder)
    for width in (60, 100, 140):
        text = done(run("compare", folder, COLUMNS=str(width)))
        assert max(map(len, text.splitlines())) <= width
    assert max(map(len, done(run("compare", folder)).splitlines())) <= 100
    for width in ("4000000000", "99999999999999999999999"):
        assert max(map(len, done(run("compare", folder, COLUMNS=width)).splitlines())) <= 1000


def locale_changes_nothing(folder):
    articles(folder)
    for form in ("json", "text"):
        expected = done(run("trace", "-f", form, folder, LC_ALL="C"))
        for locale in ("C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
            equal(done(run("trace", "-f", form, folder, LC_ALL=locale)), expected)


def a_reader_that_leaves_is_no_error(folder):
    lines = "".join(json.dumps({"id": f"n{i:05}", "text": ALPHA}) + "\n" for i in range(3000))
    (folder / "many.jsonl").write_text(lines)
    with subprocess.Popen([syndic, "trace", "-f", "json", str(folder / "many.jsonl")], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment) as process:
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        equal(process.wait(timeout=60), 2, "exit code")
    equal(said, b"", "standard error")


if __name__ == "__main__":
    sys.exit(main(globals(), but_not=(articles,)))
