#!/usr/bin/python3
"""Scores the credits found in a copy of PolNeAR (news articles with their wire credits and attributions).

    score_credits.py DIR TOOL [--list]     DIR holds wire_truth.tsv and train/; TOOL is tests/support/spans

Wire credits: does an article that a publisher took from an agency say so, and is that said where syndic looks? An
article counts as one of an agency when a head or tail credit of its text names that agency; a contribution
("the Associated Press contributed") does not make it the agency's. Rows whose credit does not stand in the
text are listed apart and asked of nobody. h/t lines, which the truth does not list, are shown and counted apart.

Outlets as sources: of the attributions whose source is an outlet or agency, how many does a credit in a
sentence name there, and of the credits in sentences, how many lie on an attribution.
"""
import re
import subprocess
import sys
from pathlib import Path

AGENCIES = {"AP": "Associated Press", "AFP": "Agence France-Presse", "UPI": "United Press International", "REUTERS": "Reuters"}
NAMES = {"AP": "Associated Press", "AFP": "Agence France-Presse", "UPI": "United Press International"}
STANDS = {"Associated Press": r"\(AP\)|\bAP\b|Associated Press", "Agence France-Presse": r"\bAFP\b",
          "United Press International": r"\bUPI\b", "Reuters": r"\bReuters\b|REUTERS|diting by"}
SIGNS = {"Associated Press": r"\(AP\) *[-–—_]", "Agence France-Presse": r"\(AFP\) *[-–—_]",
         "United Press International": r"\(UPI\) *[-–—_]", "Reuters": r"\(Reuters\) *[-–—_]|eporting by .*diting by"}
# A source that is an outlet: a name from a list made by hand, or an ending.
OUTLET = re.compile(
    r"^(the )?(associated press|ap|afp|reuters|upi|bloomberg( news)?|(new york|washington|los angeles|ny|financial|sunday|japan|seattle) times"
    r"|washington post|usa today|wall street journal|journal|times|post|new york post|new york daily news|cnn|msnbc|nbc( news)?|abc( news)?"
    r"|cbs( news)?|fox( news| business)?( channel| network)?|npr|pbs|bbc|c-span|politico|breitbart( news)?|(the )?hill|huffington post|huffpost"
    r"|buzzfeed( news)?|vox|slate|salon|time|newsweek|atlantic|new yorker|guardian|economist|daily (beast|caller|mail|news|kos)|boston globe"
    r"|des moines register|union leader|miami herald|chicago tribune|national review|weekly standard|mother jones|rolling stone|vanity fair"
    r"|mediaite|drudge report|propublica|western journalism|roll call|weekly standard|wikileaks|yahoo news|cnbc|politifact"
    r"|[a-z .-]+ (gazette|herald|tribune|chronicle|journal|register|dispatch|observer|telegraph|sentinel|examiner))"
    r"('s?|’s?)?( (report|story|article|magazine|newspaper|editorial board|editorial|reporter|reporters))?$", re.IGNORECASE)


def credits_of(tool, paths):
    out = {str(path): [] for path in paths}
    for first in range(0, len(paths), 200):
        run = subprocess.run([tool, *map(str, paths[first:first + 200])], capture_output=True, check=True)
        for line in run.stdout.decode("utf-8", "replace").splitlines():
            kind, path, begin, end, *rest = line.split("\t")
            if kind == "credit":
                place, cue, of, level, name, _, _, outlet, whose = rest
                out[path].append({"begin": int(begin), "end": int(end), "place": place, "cue": cue, "of": of,
                                  "level": level, "name": name, "outlet": NAMES.get(outlet, outlet), "whose": whose})
    return out


def score_wire(rows, texts, found, listing):
    hit = missed = extra = other = 0
    absent, tips = [], []
    for name, _, wire, _ in rows:
        wanted = AGENCIES.get(wire.upper())
        whole = [c for c in found[name] if (c["place"] in ("head", "tail") or c["cue"] == "dateline") and c["of"] == "text" and c["whose"] == "-"]
        tips += [(name, c["cue"], c["outlet"]) for c in whole if c["outlet"] not in STANDS or c["cue"] in ("h/t", "via", "contributed")]
        named = {c["outlet"] for c in whole if c["cue"] not in ("contributed", "h/t", "via", "supplemented")} & set(STANDS)
        stands = wanted and re.search(SIGNS[wanted], texts[name])
        if wanted and not stands and wanted not in named:
            absent.append((name, wanted, "named in the text" if re.search(STANDS[wanted], texts[name]) else "not named"))
        elif wanted:
            hit, missed = hit + (wanted in named), missed + (wanted not in named)
            if listing and wanted not in named:
                print("missed", name, wanted)
        wrong = named - {wanted} if wire not in ("wire",) else set()
        extra += len(wrong)
        if listing and wrong:
            print("extra", name, wrong, [c for c in whole])
    print(f"wire credits: {hit} found, {missed} missed, {extra} false; recall {hit / max(1, hit + missed):.3f} of those that stand, "
          f"precision {hit / max(1, hit + extra):.3f}")
    print(f"no credit stands in the text of {len(absent)} rows:")
    for row in absent:
        print("   ", *row)
    print(f"other credits of whole texts: {len(tips)}")
    for row in tips:
        print("   ", *row)


def spans_of(rest):
    return [tuple(map(int, span.split())) for span in rest.split(";")]


def attributions(path):
    """(source text, source span in characters, span of the whole attribution) of one article."""
    parts, links = {}, []
    for line in re.findall(r"^[TE]\d+\t[^\n]+", path.read_text(encoding="utf-8"), re.MULTILINE):
        number, what, *text = line.split("\t")
        if number.startswith("T"):
            kind, spans = what.split(" ", 1)
            parts[number] = (kind, spans_of(spans), text[0] if text else "")
        elif number.startswith("E"):
            links.append(dict(item.split(":") for item in what.split()))
    for link in links:
        own = [parts[link[role]] for role in ("Source", "Cue") if role in link]
        spans = [span for part in own for span in part[1]]
        source = parts.get(link.get("Source"))
        if not spans:
            continue
        yield (source[2] if source else "", source[1][0] if source else None, (min(s[0] for s in spans), max(s[1] for s in spans)))


def score_sources(folder, texts, found, listing):
    wanted = hit = named = lies = 0
    seen = set()
    for name, text in texts.items():
        at = [0]
        for character in text:
            at.append(at[-1] + len(character.encode("utf-8")))
        inside = [c for c in found[name] if c["place"] == "sentence" and c["of"] not in ("image",) and c["whose"] == "-"]
        all_spans, subjects = [], []
        for path in folder.glob(name + "_*.ann"):
            if name in seen:
                continue
            seen.add(name)
            for source, span, whole in attributions(path):
                all_spans.append((at[whole[0]], at[whole[1]]))
                if span and source != source.lower() and OUTLET.match(source.strip(" ,.")):
                    subjects.append((at[span[0]], at[span[1]], source, text[whole[0] - 20:whole[1] + 30]))
        for begin, end, source, around in subjects:
            wanted += 1
            got = any(c["begin"] < end and c["end"] > begin for c in inside)
            hit += got
            if listing and not got:
                print("source missed", name, repr(source), repr(around))
        if all_spans:
            for c in inside:
                if c["cue"] in ("link",):
                    continue
                named += 1
                good = any(c["begin"] < end and c["end"] > begin for begin, end in all_spans)
                lies += good
                if listing and not good:
                    print("credit alone", name, c["cue"], c["name"], repr(text.encode()[c["begin"] - 40:c["end"] + 40].decode(errors="replace")))
    print(f"outlets as sources: {wanted} attributed, {hit} credited, recall {hit / max(1, wanted):.3f}; "
          f"of {named} credits in sentences {lies} lie on an attribution, precision {lies / max(1, named):.3f}")


def main(folder, tool, *more):
    folder, listing = Path(folder), "--list" in more
    rows = [line.split("\t") for line in (folder / "wire_truth.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    paths = [folder / "train" / "text" / (row[0] + ".txt") for row in rows]
    texts = {path.stem: path.read_bytes().decode("utf-8", "replace") for path in paths}
    found = {Path(path).stem: credits for path, credits in credits_of(tool, paths).items()}
    score_wire(rows, texts, found, listing)
    score_sources(folder / "train" / "attributions", texts, found, listing)


if __name__ == "__main__":
    main(*sys.argv[1:])
