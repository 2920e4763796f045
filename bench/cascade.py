#!/usr/bin/env python3
"""Makes stories go through newsrooms, so that a tracer of sources can be measured against the truth.

    bench/cascade.py --out DIR --stories 300 --seed 1

A story begins with an agency, a newspaper or a speech that several reporters quote independently.
Outlets print it and second-hand copiers take it from those: cut from the bottom, with new leads and
headlines, paragraphs of their own, light edits; credits are kept, changed or dropped. newsroom.RATES
says how often each happens. Some origins, and some outlets between, are not in the collection. Texts of
no story stand among them. `bench/score_cascade.py` scores a result.

Writes DIR/articles.jsonl, in random order, and DIR/truth.json: for each document what became of its date
and whom its text names, what is absent and by which names it goes, and who took from whom.
"""

import argparse
import json
import os
import re

import newsprose
import texts
from newsroom import AGENCIES, RATES, Speech, begin, day, names, newsrooms, take, write

DAY = 24 * 60
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def write_date(dice, minutes):
    at = day(minutes)
    month = newsprose.MONTHS[at.month - 1]
    return dice.pick([
        f"{at:%Y-%m-%d}", f"{at:%Y-%m-%d}", f"{at:%Y-%m-%dT%H:%M:00Z}", f"{at:%Y-%m-%dT%H:%M:00+00:00}",
        f"{at:%Y-%m-%dT%H:%M}", f"{WEEKDAYS[at.weekday()]}, {at.day:02} {month[:3]} {at:%Y %H:%M}:00 +0000",
        f"{month} {at.day}, {at.year}", f"{at.day} {month} {at.year}"])


def date_of(dice, time):
    """The date field and what became of it."""
    if dice.chance(RATES["date_missing"]):
        return None, "missing"
    if dice.chance(RATES["date_skewed"]):
        return write_date(dice, time + dice.pick([-1, 1]) * dice.between(2 * 60, 4 * DAY)), "skewed"
    if dice.chance(RATES["republished"]):
        return write_date(dice, time + dice.between(20 * DAY, 400 * DAY)), "republished"
    return write_date(dice, time), "right"


def story(dice, number, rooms):
    """All copies of one story, and the speech it begins with if it does."""
    event = newsprose.Event(dice)
    kind = dice.weighted({name: RATES[name] for name in ("agency", "newspaper", "speech")})
    outlets = dice.some(rooms, 12)
    start = dice.between(0, 1200 * DAY)
    speech = Speech(number, event, dice) if kind == "speech" else None
    copies = []
    if speech:
        for _ in range(dice.between(2, 4)):
            outlet = dice.pick(AGENCIES) if dice.chance(0.2) else outlets.pop()
            quotes = dice.some(speech.quotes, dice.between(2, 4))
            copy = begin(dice, number, outlet, event.view(dice), quotes, dice.between(4, 8))
            copy.parent, copy.time = speech, start + dice.between(30, DAY)
            copies.append(copy)
    else:
        outlet = dice.pick(AGENCIES) if kind == "agency" else outlets.pop()
        quotes = [event.speech(dice) for _ in range(dice.between(2, 4))]
        copies.append(begin(dice, number, outlet, event, quotes, dice.between(7, 14)))
        copies[0].time = start
    firsts = list(copies)
    for _ in range(dice.between(0, 2) if speech else dice.between(1, 5)):
        excerpt = kind != "agency" and dice.chance(RATES["excerpt"])
        copies.append(spread(dice, dice.pick(firsts), outlets.pop(), event, excerpt))
    seconds = copies[len(firsts):]
    for _ in range(dice.between(0, 3) if seconds else 0):
        copies.append(spread(dice, dice.pick(seconds), outlets.pop(), event, dice.chance(RATES["excerpt"])))
        copies[-1].role = "second hand"
    for copy in copies:
        copy.present = not dice.chance(RATES["absent_between"] if copy in seconds or speech else
                                       RATES["absent_origin"] if copy in firsts else 0)
        copy.kind = kind
        if dice.chance(RATES["photo"]):
            copy.photo = dice.pick([agency for agency in AGENCIES if agency not in [c.outlet for c in copies]])
    return copies, speech


def spread(dice, parent, outlet, event, excerpt):
    copy = take(dice, parent, outlet, event, excerpt)
    copy.role, copy.time = "print", parent.time + dice.between(10, 30 * 60)
    return copy


def unrelated(dice, number, rooms):
    event = newsprose.Event(dice)
    copy = begin(dice, number, dice.pick(rooms), event, [event.speech(dice)], dice.between(4, 10))
    copy.kind, copy.role, copy.time, copy.credits = "unrelated", "unrelated", dice.between(0, 1200 * DAY), []
    copy.photo = dice.pick(AGENCIES) if dice.chance(RATES["photo"]) else None
    return copy


def record_of(dice, copy, text):
    date, state = date_of(dice, copy.time)
    outlet = dice.pick([copy.outlet.name, copy.outlet.name, copy.outlet.said, copy.outlet.tag])
    record = {"id": copy.id, "text": text, "title": copy.headline, "outlet": newsprose.capital(outlet), "date": date,
              "url": f"https://www.{copy.outlet.host}/{re.sub(r'[^a-z0-9]+', '-', copy.headline.lower()).strip('-')}"}
    for field in ("title", "outlet", "url"):
        if dice.chance(RATES["no_" + field]):
            del record[field]
    if date is None:
        del record["date"]
    return record, state


def shared_words(text, other):
    """Words of `text` in runs of six that `other` has too."""
    a, b = texts.words_of(text), texts.words_of(other)
    runs = {tuple(b[i:i + 6]) for i in range(len(b) - 5)}
    return len({i + j for i in range(len(a) - 5) if tuple(a[i:i + 6]) in runs for j in range(6)})


def truth_of_document(copy, text, record, state):
    return {"id": copy.id, "story": copy.story, "kind": copy.kind, "role": copy.role, "outlet": copy.outlet.forms,
            "labelled": "outlet" in record, "date": state, "names": [node.id for node in names(copy, text)]}


def truth_of_absent(node):
    if isinstance(node, Speech):
        return {"id": node.id, "story": node.story, "what": "speech", "names": node.speakers()}
    return {"id": node.id, "story": node.story, "what": "outlet", "names": node.outlet.forms}


def truth_of_edge(copy, printed):
    """Who took from whom, and how many words of it still stand there."""
    parent = copy.parent
    return {"from": parent.id, "to": copy.id,
            "words": shared_words(printed[copy], parent.text() if isinstance(parent, Speech) else printed[parent])}


def number_all(dice, copies, speeches):
    """Gives everything an id: (documents in random order, what is absent)."""
    shown = dice.some([copy for copy in copies if copy.present], len(copies))
    hidden = [copy for copy in copies if not copy.present] + speeches
    for number, copy in enumerate(shown):
        copy.id = f"a{number:05d}"
    for number, node in enumerate(hidden):
        node.id = f"absent{number}"
    return shown, hidden


def make(stories, seed):
    """Records in random order, and the truth of them."""
    dice = newsprose.Dice(seed)
    rooms, copies, speeches = newsrooms(dice), [], []
    for number in range(stories):
        some, speech = story(dice, number, rooms)
        copies += some
        speeches += [speech] if speech else []
    copies += [unrelated(dice, stories + i, rooms) for i in range(int(stories * RATES["unrelated"]))]
    printed = {copy: write(copy, dice) for copy in copies}
    shown, hidden = number_all(dice, copies, speeches)
    records, documents = [], []
    for copy in shown:
        record, state = record_of(dice, copy, printed[copy])
        records.append(record)
        documents.append(truth_of_document(copy, printed[copy], record, state))
    return records, {
        "schema": "cascade-truth/1", "seed": seed, "stories": stories, "rates": RATES, "documents": documents,
        "absent": [truth_of_absent(node) for node in hidden],
        "edges": [truth_of_edge(copy, printed) for copy in copies if copy.parent is not None]}


def write_set(folder, stories, seed):
    """Writes both files and returns the truth."""
    records, truth = make(stories, seed)
    os.makedirs(folder, exist_ok=True)
    texts.write_lines(os.path.join(folder, "articles.jsonl"), records)
    with open(os.path.join(folder, "truth.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, ensure_ascii=False, indent=1)
    return truth


def main():
    parser = argparse.ArgumentParser(description="Makes stories go through newsrooms.")
    parser.add_argument("--out", required=True, help="the folder to write")
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    o = parser.parse_args()
    if o.stories < 1:
        texts.fail("cascade", f"--stories {o.stories}: at least one is needed")
    truth = write_set(o.out, o.stories, o.seed)
    print(f"{len(truth['documents'])} documents, {len(truth['absent'])} absent sources in {o.out}")


if __name__ == "__main__":
    main()
