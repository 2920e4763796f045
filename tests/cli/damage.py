"""What a damaged index answers: the truth, or an error, or `verify` names the damage; and nothing crashes.

    part_garble(index, 500)             # raises Breach; see held.py
"""
import random
import shutil

from held import Breach, one_line, shown

PAGE = 4096


def flip(chance, data, at):
    data[at] ^= 1 << chance.randrange(8)
    return f"a bit of byte {at} flipped"


def overwrite(chance, data, at):
    count = min(chance.choice((2, 4, 8, 64, PAGE)), len(data) - at)
    data[at:at + count] = chance.choice((b"\0" * count, b"\xff" * count, chance.randbytes(count)))
    return f"{count} bytes from {at} overwritten"


def truncate(chance, data, at):
    at = chance.choice((at, at // PAGE * PAGE, 0))
    del data[at:]
    return f"cut to {at} bytes"


def move_page(chance, data, at):
    pages = len(data) // PAGE
    if pages < 2:
        return flip(chance, data, at)
    to, of = chance.randrange(pages), chance.randrange(pages)
    data[to * PAGE:(to + 1) * PAGE] = data[of * PAGE:(of + 1) * PAGE]
    return f"page {of} written over page {to}"


def append(chance, data, _):
    data += chance.randbytes(chance.choice((1, 100, PAGE)))
    return "bytes appended"


def place(chance, size):
    """Anywhere, or in the head of a page, or in the first two pages, where LMDB keeps its roots."""
    where = chance.random()
    if where < 0.4 and size > PAGE:
        return min(size - 1, chance.randrange(size // PAGE) * PAGE + chance.randrange(48))
    return chance.randrange(min(size, 2 * PAGE)) if where < 0.55 else chance.randrange(size)


def damage(chance, folder):
    """Damages one file of an index; what was done."""
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    largest = max(paths, key=lambda path: path.stat().st_size)
    path = largest if chance.random() < 0.85 else chance.choice(paths)
    if chance.random() < 0.01:
        path.unlink()
        return f"{path.name}: deleted"
    data = bytearray(path.read_bytes())
    way = chance.choices((flip, overwrite, truncate, move_page, append), (8, 5, 2, 3, 1))[0]
    what = way(chance, data, place(chance, len(data)) if data else 0) if data else append(chance, data, 0)
    path.write_bytes(data)
    return f"{path.name}: {what}"


def questions(index):
    """What is asked of a damaged index: name, arguments."""
    held = sorted(index.held)
    asked = index.texts.long(held)[:8]
    path = index.folder / "new.txt"
    path.write_text("\n\n".join(index.texts.excerpt(name) for name in asked) + "\n", encoding="utf-8")
    shows = [(f"show {name}", ["index", "show", "-q", "-f", "jsonl", index.path, name]) for name in held[:40:10]]
    return [("check", ["check", "-q", "-f", "json", path, "--against", index.path]),
            ("ls", ["index", "ls", "-q", "-f", "jsonl", index.path]), *shows]


def judge(index, asked, right):
    """Asks everything of a damaged index. Each answer is right or an error, or verify names the damage."""
    wrong, errors_said = [], 0
    for name, arguments in asked:
        code, out, errors = index.run(*arguments)
        if code == 2:
            one_line(errors, name)
            errors_said += 1
        elif (code, out) != right[name]:
            wrong.append(name)
    code, out, errors = index.run("index", "verify", "-q", index.path)
    if wrong and code == 0:
        raise Breach(f"{', '.join(wrong)}: a wrong answer, and verify is clean")
    if code != 0 and not (out + errors.encode()).strip():
        raise Breach("verify: names no damage")
    return "wrong, and named" if wrong else "refused" if errors_said else "named" if code else "harmless"


def write_on(index, batch, added):
    """Writes to a damaged index. It may be refused; what is done must be right, or verify names the damage."""
    gone, held = sorted(index.held)[-1], set(index.held)
    for arguments in (["index", "rm", "-q", index.path, gone], ["index", "add", "-q", index.path, batch],
                      ["index", "compact", "-q", index.path]):
        code, _, errors = index.run(*arguments)
        if code == 2:
            one_line(errors, shown(arguments))
        elif arguments[1] != "compact":
            held = held - {gone} if arguments[1] == "rm" else held | added
    if index.run("index", "verify", "-q", index.path)[0] == 0:
        index.must_hold(held)


def part_garble(index, count, keep=None):
    """Damages a copy of an index at random, and asks."""
    index.begin()
    for _ in range(4):
        step, arguments, after = index.plan()
        if step != "compact":
            index.must(*arguments)
            index.held = after
    whole = index.folder / "whole"
    shutil.copytree(index.path, whole)
    asked = questions(index)
    right = {name: index.run(*arguments)[:2] for name, arguments in asked}
    batch = index.folder / "late.jsonl"
    added = index.texts.take(5)
    index.texts.write(added, batch)
    held = set(index.held)
    seed, kinds, breaches = index.chance.randrange(1 << 30), {}, []
    for number in range(count):
        shutil.rmtree(index.path)
        shutil.copytree(whole, index.path)
        what = damage(random.Random(f"{seed}/{number}"), index.path)
        damaged = index.folder / "damaged"
        shutil.rmtree(damaged, ignore_errors=True)
        shutil.copytree(index.path, damaged)
        index.held = set(held)
        try:
            kind = judge(index, asked, right)
            kinds[kind] = kinds.get(kind, 0) + 1
            write_on(index, batch, set(added))
        except Breach as breach:
            breaches.append(f"{number}: {what}: {breach}")
            if keep and len(breaches) == 1:
                shutil.copytree(damaged, keep / "garbled", dirs_exist_ok=True)
    if breaches:
        raise Breach(f"{len(breaches)} of {count} breached\n" + "\n".join(breaches[:60]))
    return f"{count} damages: " + ", ".join(f"{kinds[kind]} {kind}" for kind in sorted(kinds))
