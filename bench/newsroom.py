"""What one newsroom does to a text: writes it, or takes it from another, edits it, credits it, prints it.

    copy = newsroom.begin(dice, story, outlet, event, quotes, 9)
    taken = newsroom.take(dice, copy, other_outlet, event, excerpt=False)
    newsroom.write(taken, dice)

RATES says how often each thing happens.
"""

import datetime
import re

import newsprose

EPOCH = datetime.datetime(2021, 1, 1)

RATES = {
    "agency": 0.45, "newspaper": 0.35, "speech": 0.20,       # where a story begins
    "absent_origin": 0.35, "absent_between": 0.10,           # not in the collection
    "cut": 0.6, "new_lead": 0.35, "new_headline": 0.6, "own_paragraphs": 0.3, "drop_sentence": 0.05, "excerpt": 0.4,
    "credit_dropped": 0.3, "dateline_dropped": 0.4, "dateline_dated": 0.3, "photo": 0.1,
    "voice": 0.25,                                           # "the Gazette has learned", copied with the rest
    "date_missing": 0.25, "date_skewed": 0.08, "republished": 0.05,
    "no_title": 0.1, "no_outlet": 0.2, "no_url": 0.3,
    "unrelated": 0.3,                                        # texts of no story, for each story
}
# The share of the words which an editor could change that are changed, and how often.
EDITS = {0.0: 35, 0.2: 30, 0.5: 20, 0.9: 15}
PRINT_CREDITS = {"dateline": 45, "byline": 20, "tail": 10, "contributed": 10, "reported": 10, "copyright": 5}
TAKER_CREDITS = {"reported": 25, "told": 20, "according": 20, "label": 15, "surfaced": 8, "via": 6, "h/t": 6}
SURFACED = ("on Monday", "this week", "on Friday", "late on Sunday")
ORIGIN_TAKER_CREDITS = {"told": 40, "reported": 25, "according": 20, "surfaced": 10, "label": 5}


class Outlet:
    """`forms`: the full name first, then what else it is called. `tag` stands in datelines."""

    def __init__(self, name, forms=(), tag=None, agency=False, article=True):
        self.name, self.forms, self.agency = name, [name, *forms], agency
        self.tag = tag or name
        self.said = ("the " if article else "") + name
        self.short = ("the " if article and not agency else "") + self.forms[-1]
        self.host = re.sub(r"[^a-z]", "", name.lower()) + ".example"


AGENCIES = [
    Outlet("Associated Press", ["AP"], "AP", agency=True),
    Outlet("Reuters", agency=True, article=False),
    Outlet("Agence France-Presse", ["AFP"], "AFP", agency=True, article=False),
    Outlet("Harbour Wire", agency=True, article=False),
    Outlet("Northline News Agency", ["NNA", "Northline"], "NNA", agency=True),
    Outlet("Meridian Press Service", ["MPS"], "MPS", agency=True)]
PAPERS = newsprose.words("Gazette|Herald|Courier|Evening Post|Tribune|Chronicle|Daily News|Observer|Echo|Journal|"
                         "Sentinel|Examiner|Daily Mail|Times|Advertiser|Telegraph|Argus|Morning Star")
SITES = newsprose.words("Notebook|Watch|Insider|Bulletin|Report|News Online")


def newsrooms(dice):
    """60 newspapers and 20 sites in towns of their own."""
    towns = []
    while len(towns) < 80:
        town = newsprose.town_name(dice)
        if town not in towns:
            towns.append(town)
    kinds = [dice.pick(PAPERS) for _ in range(60)] + [dice.pick(SITES) for _ in range(20)]
    return [Outlet(f"{town} {kind}", [kind]) for town, kind in zip(towns, kinds)]


class Copy:
    """One text on its way: paragraphs (lists of sentences), head and tail, and where it came from."""

    def __init__(self, story, outlet, parent=None):
        self.story, self.outlet, self.parent = story, outlet, parent
        self.headline, self.town, self.byline = "", None, None
        self.paragraphs, self.block = [], 0  # the first paragraph that is not its own
        self.credits, self.photo = [], None
        self.time, self.kind = 0, None
        self.present, self.role, self.id = True, "origin", None

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent if isinstance(node, Copy) else None


class Speech:
    """An event that reporters attend: the origin of what they quote, never in the collection."""

    def __init__(self, story, event, dice):
        self.story, self.id = story, None
        self.quotes = [event.speech(dice) for _ in range(6)]

    def speakers(self):
        return sorted({name for name, _, _ in self.quotes})

    def text(self):
        return " ".join(clause for _, _, clauses in self.quotes for clause in clauses)


def frame(dice, speech):
    """A quotation with its speaker behind, before or between. `<told>` is where it says to whom."""
    name, title, clauses = speech
    who = dice.pick([f"{name}, {title},", f"{title} {name}", name])
    if len(clauses) == 2 and dice.chance(0.5):
        return f"“{clauses[0]},” {who} <told>. “{clauses[1]}.”"
    whole = ". ".join(clauses)
    if dice.chance(0.7):
        return f"“{whole},” {who} <told>."
    return newsprose.capital(f"{who} <told>: “{whole}.”")


def narrate(dice, event, paragraphs):
    """So many paragraphs of one or two sentences."""
    return [[event.sentence(dice) for _ in range(dice.between(1, 2))] for _ in range(paragraphs)]


def begin(dice, story, outlet, event, quotes, paragraphs):
    """A text of its own: an inverted pyramid with quotations in between."""
    copy = Copy(story, outlet)
    copy.headline, copy.town = event.headline(dice), event.town
    copy.paragraphs = narrate(dice, event, paragraphs)
    for quote in quotes:
        copy.paragraphs.insert(dice.between(0, len(copy.paragraphs)), [frame(dice, quote)])
    copy.paragraphs.insert(0, [event.lead(dice)])
    copy.byline = newsprose.person_name(dice)
    if not outlet.agency and dice.chance(RATES["voice"]):
        copy.paragraphs[1][0] = behind(copy.paragraphs[1][0], outlet.short + " has learned")
    copy.credits = [("dateline" if outlet.agency else "told", outlet)]
    if outlet.agency and dice.chance(0.2):
        copy.credits.append(("told", outlet))
    return copy


def edit_lightly(dice, sentence, share):
    """Changes that share of the words that can be changed: others for them, or none."""
    def change(match):
        word = match[0]
        if not dice.chance(share):
            return word
        if word in newsprose.SYNONYMS:
            return newsprose.SYNONYMS[word]
        return "" if word in newsprose.DROPPABLE else word
    return re.sub(r" {2,}", " ", re.sub(r"[a-z]+", change, sentence)).strip()


def cut(dice, paragraphs):
    """The text from the top, as editors cut it."""
    return paragraphs[:max(2, int(len(paragraphs) * (0.35 + 0.6 * dice.random())))]


def excerpt_of(dice, paragraphs):
    count = dice.between(2, 4)
    first = dice.between(0, max(0, len(paragraphs) - count))
    return paragraphs[first:first + count]


def edit(dice, paragraphs):
    """The sentences lightly edited, some left out."""
    share = dice.weighted(EDITS)
    return [[edit_lightly(dice, sentence, share) for i, sentence in enumerate(paragraph)
             if i == 0 or not dice.chance(RATES["drop_sentence"])] for paragraph in paragraphs]


def take(dice, parent, outlet, event, excerpt):
    """A copy of `parent` as another newsroom makes it: the whole of it, or an excerpt in a text of its own."""
    copy, view = Copy(parent.story, outlet, parent), event.view(dice)
    copy.headline = view.headline(dice) if dice.chance(RATES["new_headline"]) else parent.headline
    copy.town, copy.byline = parent.town, dice.pick([parent.byline, parent.byline, newsprose.person_name(dice), None])
    if excerpt:
        copy.block = 2
        own = narrate(dice, view, dice.between(2, 4))
        copy.paragraphs = [[view.lead(dice)], own[0], *edit(dice, excerpt_of(dice, parent.paragraphs)), *own[1:]]
    else:
        kept = edit(dice, cut(dice, parent.paragraphs) if dice.chance(RATES["cut"]) else parent.paragraphs)
        if dice.chance(RATES["new_lead"]):
            kept[0] = [view.lead(dice)]
        for own in narrate(dice, view, dice.between(1, 2)) if dice.chance(RATES["own_paragraphs"]) else []:
            kept.insert(dice.between(1, len(kept)), own)
        copy.paragraphs = kept
    credit(dice, copy, excerpt)
    return copy


def credit(dice, copy, excerpt):
    """Whom the copy names and how: as the parent did, in another way, or nobody."""
    parent = copy.parent
    if dice.chance(RATES["credit_dropped"]):
        return
    named = parent.outlet
    carried = [c for c in parent.credits if c[1] is not parent.outlet]
    if carried and dice.chance(0.4):
        copy.credits = carried if dice.chance(0.6) else [(dice.weighted(TAKER_CREDITS), carried[0][1])]
        if dice.chance(0.6):
            return
    choices = TAKER_CREDITS if excerpt else PRINT_CREDITS if named.agency else ORIGIN_TAKER_CREDITS
    form = dice.weighted(choices)
    if form == "dateline" and dice.chance(RATES["dateline_dropped"]):
        form = dice.weighted({"tail": 1, "reported": 1, "none": 2})
    copy.credits = [*copy.credits, (form, named)]


def attribute(paragraphs, outlet):
    """Fills in to whom speakers spoke: every other time the outlet, by its full name first."""
    count, filled = 0, []
    for paragraph in paragraphs:
        out = []
        for sentence in paragraph:
            if "<told>" in sentence:
                name = outlet and (outlet.short if count else outlet.said)
                sentence = sentence.replace("<told>", f"told {name}" if outlet and count % 2 == 0 else "said")
                count += 1
            out.append(sentence)
        filled.append(" ".join(out))
    return filled


def behind(sentence, words):
    """The words behind the first sentence's last."""
    return re.sub(r"[.,]?$", f", {words}.", sentence, count=1)


def day(minutes):
    return EPOCH + datetime.timedelta(minutes=minutes)


def dateline(copy, agency, dice):
    """Place, agency and, in some, the day on which the agency sent it, be the copy as late as it may."""
    sent = [node.time for node in (copy, *copy.ancestors()) if isinstance(node, Copy) and node.outlet is agency]
    at = day(sent[-1] if sent else copy.time)
    date = f", {newsprose.MONTHS[at.month - 1]} {at.day}" if dice.chance(RATES["dateline_dated"]) else ""
    return f"{copy.town.upper()}{date} ({agency.tag}) {dice.pick(['—', '—', '-', '–'])} "


def body(copy, forms, dice):
    """The paragraphs, with the credits that stand in or before them."""
    lines, at = attribute(copy.paragraphs, forms.get("told")), copy.block
    if "told" in forms and not any("told " + forms["told"].said in line for line in lines):
        forms.setdefault("reported", forms["told"])
    if "reported" in forms:
        lines[0] = behind(lines[0], forms["reported"].said + " reported")
    if "according" in forms:
        lines[at] = behind(lines[at], "according to " + forms["according"].said)
    if "surfaced" in forms:
        lines[0] += f" A report surfaced in {forms['surfaced'].said} {dice.pick(SURFACED)}."
    if "via" in forms:
        lines[at] += f" (via {forms['via'].name})"
    if "label" in forms:
        lines[at] = forms["label"].name.upper() + dice.pick([": ", "\u00a0 ", " — "]) + lines[at]
    if "dateline" in forms:
        lines[0] = dateline(copy, forms["dateline"], dice) + lines[0]
    if copy.photo:
        lines.insert(min(2, len(lines)), f"Photo: {newsprose.person_name(dice)}/{copy.photo.name}")
    return lines


def head(copy, forms):
    agency = forms.get("byline")
    named = ([copy.byline] if copy.byline else []) + ([agency.name] if agency else [])
    return ["By " + ", ".join(named)] if named else []


def tail(forms, dice):
    lines = []
    if "contributed" in forms:
        who = dice.pick(["", f"{newsprose.person_name(dice)} of "]) + forms["contributed"].said
        lines.append(newsprose.capital(who) + " contributed to this report.")
    if "tail" in forms:
        lines.append(f"({forms['tail'].tag})")
    if "copyright" in forms:
        lines.append(f"© {forms['copyright'].name}. All rights reserved.")
    if "h/t" in forms:
        lines.append(f"h/t {forms['h/t'].name}")
    return lines


def write(copy, dice):
    """The text as it is printed."""
    forms = dict(copy.credits)
    return "\n\n".join(head(copy, forms) + body(copy, forms, dice) + tail(forms, dice)) + "\n"


def says(text, form):
    """Whether a name stands in a text; one word is a name only with its capital."""
    return re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE if " " in form else 0) is not None


def names(copy, text):
    """The ancestors that the text names as its source, be it in their own words."""
    credited = [outlet for _, outlet in copy.credits]
    for node in copy.ancestors():
        outlet = node.outlet if isinstance(node, Copy) else None
        named = outlet in credited and any(says(text, form) for form in outlet.forms)
        if named or outlet and outlet.short + " has learned" in text:
            yield node
