"""Slow and obvious twins of what dedup does with words, spans and cuts.

    share_of(dropped, kept)        # the share of a text's words that stand in another, in runs of five or more
    decoded(text, begin, end)      # a stretch of a text by its bytes
    rebuild(out_lines, log_lines)  # the input by id, from what was kept and the log of a run with --level passage

Words are as syndic takes them in the texts that the tests write: no hyphens at line ends, no other scripts' lookalikes.
"""
import json
import re
import unicodedata

WORD = re.compile("[\u3400-\u9fff\u3040-\u30ff]|[^\\W_\u3400-\u9fff\u3040-\u30ff]+(?:'[^\\W_\u3400-\u9fff\u3040-\u30ff]+)*")
LEAST = 5


def tokens(text):
    """Canonical words."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'"))


def covered(words, others):
    """How many of the words stand in runs of five or more that the others have too."""
    if len(words) < LEAST:
        return len(words) if words == others else 0
    shingles = {tuple(others[at:at + LEAST]) for at in range(len(others) - LEAST + 1)}
    held = set()
    for at in range(len(words) - LEAST + 1):
        if tuple(words[at:at + LEAST]) in shingles:
            held.update(range(at, at + LEAST))
    return len(held)


def share_of(dropped, kept):
    words = tokens(dropped)
    return covered(words, tokens(kept)) / len(words) if words else 0


def decoded(text, begin, end):
    return text.encode()[begin:end].decode()


UNIT = re.compile(rb'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|'
                  rb'[\x00-\x7f]|[\xc0-\xdf].|[\xe0-\xef]..|[\xf0-\xf7]...', re.DOTALL)
STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"')


def raw_member(line, field):
    """Where the content of a string member of the outermost object stands in a line: begin and end. The last one counts."""
    depth, at, found, name = 0, 0, None, None
    while at < len(line):
        if line[at:at + 1] == b'"':
            match = STRING.match(line, at)
            at = match.end()
            behind = line[at:].lstrip()[:1]
            if depth == 1 and behind == b":" and name is None:
                name = json.loads(match[0])
                continue
            if depth == 1 and name == field:
                found = match.start(1), match.end(1)
        elif line[at:at + 1] in (b"{", b"["):
            depth += 1
            at += 1
        elif line[at:at + 1] in (b"}", b"]"):
            depth -= 1
            at += 1
        else:
            if line[at:at + 1] == b"," and depth == 1:
                name = None
            at += 1
    return found


def width(unit):
    return len(json.loads(b'"' + unit + b'"').encode())


def put_back(line, cuts):
    """A line with its cuts, (begin in the whole text, raw content), put in again."""
    begin, end = raw_member(line, "text")
    made, at, left = [], 0, sorted(cuts)
    units = UNIT.findall(line[begin:end])
    for unit in [*units, None]:
        while left and left[0][0] == at:
            raw = left.pop(0)[1]
            made.append(raw)
            at += sum(width(part) for part in UNIT.findall(raw))
        if unit is not None:
            made.append(unit)
            at += width(unit)
    assert not left, f"cuts begin where no character does: {left}"
    return line[:begin] + b"".join(made) + line[end:]


def rebuild(out_lines, log_lines):
    cuts, made = {}, {}
    for line in log_lines:
        entry = json.loads(line)
        if "record" in entry:
            record = entry["record"]
            made[entry["dropped"]] = record.encode() + b"\n" if isinstance(record, str) else record
        elif "cut" in entry:
            begin, end = raw_member(line, "text")
            cuts.setdefault(entry["cut"], []).append((entry["begin"], line[begin:end]))
    for line in out_lines:
        name = json.loads(line)["id"]
        made[name] = put_back(line, cuts[name]) if name in cuts else line
    return made
