"""Dedup of real texts against the exact count of what every two of them share, and where near-duplicates end.

    truth = dedup_truth.Truth("docs.jsonl")
    row = truth.score(result, 0.8)                  # Score: recall and precision of one run
    dedup_truth.print_bands("reuters", truth)       # how shares of best matches lie, for a default of --threshold

A pair of texts counts at a threshold when the text that comes later in the order of keeping (fewer words; of as many,
either) has so much of its words in the other. By pairs, recall is how many such pairs have lost at least one text; by
texts, of the texts that are held against a kept, earlier one with so much, how many were dropped. Precision is how many
lines of the log name a pair whose share is really so large. Silver pairs are those of somebody else's count: the share
is that of common runs of five words.
"""

import collections
import datetime
import json
import re
import statistics

import counted
import deduped

LEAST = 0.25
SLACK = 1e-9

Score = collections.namedtuple("Score", "pairs pairs_kept due due_kept logged wrong misstated greedy missed")
Best = collections.namedtuple("Best", "share words facts days new")


class Truth:
    """Texts, and the pairs of them: covered[later, earlier] is words of the first."""

    def __init__(self, path, every=1):
        self.path, self.every = path, every
        self.corpus = counted.read([path], every=every)
        self.covered = {(p.first, p.second): p.covered for p in counted.all_pairs(self.corpus, LEAST)}
        self.pairs = [(share, a, b) for share, a, b in map(self.later_share, self.covered) if share > 0]

    def later_share(self, pair):
        """(share of the later text, later, earlier); of as many words, the smaller share; 0: seen the other way."""
        a, b = pair
        counts = self.corpus.counts
        if counts[a] > counts[b] or (counts[a] == counts[b] and a < b):
            return 0, a, b
        share = self.covered[pair] / counts[a]
        if counts[a] == counts[b]:
            share = min(share, self.covered.get((b, a), 0) / counts[b])
        return share, a, b

    def is_tie(self, a, b):
        return self.corpus.counts[a] == self.corpus.counts[b]

    def due(self, threshold):
        return [(a, b) for share, a, b in self.pairs if share >= threshold - SLACK]

    def greedy(self, threshold):
        """How many texts the rule drops when texts of as many words are taken in the order of the input."""
        earlier = collections.defaultdict(list)
        counts = self.corpus.counts
        for (a, b), covered in self.covered.items():
            if (counts[b], -b) > (counts[a], -a) and covered >= (threshold - SLACK) * counts[a]:
                earlier[a].append(b)
        dropped = set()
        for a in sorted(earlier, key=lambda a: (-counts[a], a)):
            if any(b not in dropped for b in earlier[a]):
                dropped.add(a)
        return len(dropped)

    def logged(self, lines):
        number = self.corpus.number_of
        asked = [(number[line["dropped"]], number[line["kept"]]) for line in lines]
        return counted.some_pairs(self.corpus, asked)

    def score(self, result, threshold):
        kept = {self.corpus.number_of[name] for name in result.kept}
        due = self.due(threshold)
        both = [(a, b) for a, b in due if a in kept and b in kept]
        texts = {a if b in kept else b for a, b in due if b in kept or (a in kept and self.is_tie(a, b))}
        found = self.logged(result.lines)
        wrong = sum(p.covered < (threshold - SLACK) * p.words for p in found if p.words)
        other = sum(p.covered != line["words"] for p, line in zip(found, result.lines))
        return Score(len(due), len(both), len(texts), len({a for a, b in both}), len(found), wrong, other,
                     self.greedy(threshold), [(self.corpus.ids[a], self.corpus.ids[b]) for a, b in both])


class Silver:
    """Pairs of a file with a line each: two ids, Jaccard, share of the first, share of the second, ..."""

    def __init__(self, path, corpus):
        self.pairs = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    a, b, _, share_a, share_b = line.rstrip("\n").split("\t")[:5]
                    self.add(corpus, corpus.number_of[a], corpus.number_of[b], float(share_a), float(share_b))
        self.number_of = corpus.number_of

    def add(self, corpus, a, b, share_a, share_b):
        if corpus.counts[a] == corpus.counts[b]:
            share_a = share_b = min(share_a, share_b)
        self.pairs[frozenset((a, b))] = share_a if corpus.counts[a] <= corpus.counts[b] else share_b

    def score(self, result, threshold):
        """(pairs, those of which both were kept, log lines, those that are silver pairs)."""
        kept = {self.number_of[name] for name in result.kept}
        due = [pair for pair, share in self.pairs.items() if share >= threshold]
        known = sum(frozenset((self.number_of[line["dropped"]], self.number_of[line["kept"]])) in self.pairs
                    for line in result.lines)
        return len(due), sum(pair <= kept for pair in due), len(result.lines), known


def share_of(part, whole):
    return f"{1 - part / whole:.4f}" if whole else "-"


def print_truth(tool, name, path, silver_path, thresholds, show):
    """A line for each threshold; returns whether recall and precision are at least 0.995 everywhere."""
    truth = Truth(path)
    silver = Silver(silver_path, truth.corpus) if silver_path else None
    print(f"\n{name}: {len(truth.corpus.ids):,} texts, {len(truth.covered):,} ordered pairs of at least {LEAST}")
    print(f"{'t':>5}{'dropped':>9}{'by count':>9}{'pairs':>8}{'recall':>8}{'texts':>7}{'recall':>8}{'precision':>10}"
          f"{'words off':>10}{'silver':>8}{'recall':>8}{'of log':>8}  structure")
    good = True
    for threshold in thresholds:
        tool.must([path], "-q", "--level", "near", "--threshold", str(threshold))
        result = tool.result()
        s = truth.score(result, threshold)
        of_silver = silver.score(result, threshold) if silver else (0, 0, 0, 0)
        wrong = deduped.check(result, truth.corpus.ids)
        print(f"{threshold:5.2f}{len(result.lines):9,}{s.greedy:9,}{s.pairs:8,}{share_of(s.pairs_kept, s.pairs):>8}"
              f"{s.due:7,}{share_of(s.due_kept, s.due):>8}{share_of(s.wrong, s.logged):>10}{s.misstated:10,}"
              f"{of_silver[0]:8,}{share_of(of_silver[1], of_silver[0]):>8}"
              f"{share_of(of_silver[2] - of_silver[3], of_silver[2]):>8}  {wrong or 'stars'}", flush=True)
        for pair in s.missed[:show]:
            print(f"      missed: {pair[0]} in {pair[1]}")
        good &= wrong is None and s.due_kept <= 0.005 * s.due and s.wrong <= 0.005 * s.logged
    return good


# Where near-duplicates end

FACT = re.compile(r"(?<![.!?\"] )(?<!\n)\b(?:[A-Z][\w'.-]+|\d[\d,./]*)")
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def day_of(date):
    """A date as a number of days, of the two ways the corpora write it."""
    iso = re.match(r"(\d{4})-(\d\d)-(\d\d)", date or "")
    wire = re.match(r"\s*(\d+)-([A-Z]{3})-(\d{4})", date or "")
    try:
        if iso:
            return datetime.date(*map(int, iso.groups())).toordinal()
        return datetime.date(int(wire[3]), MONTHS.index(wire[2]) + 1, int(wire[1])).toordinal() if wire else None
    except ValueError:
        return None


def best_matches(truth):
    """(later, earlier) of the pair with the largest share of each text."""
    best = {}
    counts = truth.corpus.counts
    for (a, b), covered in truth.covered.items():
        if (counts[b], -b) > (counts[a], -a) and covered > best.get(a, (0, 0))[0]:
            best[a] = covered, b
    return {a: b for a, (_, b) in best.items()}


def bodies(truth, wanted):
    with open(truth.path, encoding="utf-8", errors="replace") as lines:
        records = (line for number, line in enumerate(lines) if number % truth.every == 0)
        return {number: json.loads(line)["text"] for number, line in enumerate(records) if number in wanted}


def describe(truth, later, earlier, body):
    """A pair, with what hints at whether both tell of the same event: names and numbers, days between, new words."""
    records, counts = truth.corpus.records, truth.corpus.counts
    facts = {fact.rstrip(".,") for fact in FACT.findall(body[later])}
    there = {fact.rstrip(".,") for fact in FACT.findall(body[earlier])}
    words, known = counted.words_of(body[later]), set(counted.words_of(body[earlier]))
    days = [day_of(records[text]["date"]) for text in (later, earlier)]
    return Best(truth.covered[later, earlier] / counts[later], counts[later],
                len(facts & there) / len(facts) if facts else 1,
                abs(days[0] - days[1]) if None not in days else None,
                sum(word not in known for word in words))


def is_same(one):
    return (one.days is None or one.days <= 2) and one.facts >= 0.8


def is_template(one):
    return (one.days is not None and one.days > 7) or one.facts < 0.7


def print_bands(name, truth):
    """Best matches by share: how many hold the same event, how many a form filled in anew; and from each band up."""
    best = best_matches(truth)
    body = bodies(truth, set(best) | set(best.values()))
    found = [describe(truth, a, b, body) for a, b in best.items()]
    print(f"\n{name}: {len(found):,} texts whose best match has at least {LEAST} of their words")
    rates = "".join(f"{head:>7}" for head in ("same", "form", "new"))
    print(f"{'share':>7}{'texts':>8}{'words':>7}{rates} |{'from here up':>13}{rates}{'F1':>7}")
    large = [one for one in found if one.share >= 0.6]
    all_same, above = sum(map(is_same, large)), []
    for step in range(20, 5, -1):
        band = [one for one in found if min(int(one.share * 20 + SLACK), 20) == step]
        above += band
        if band:
            print_band(step / 20, band, above, all_same)


def print_band(share, band, above, all_same):
    def rates(ones):
        return (sum(map(is_same, ones)) / len(ones), sum(map(is_template, ones)) / len(ones),
                sum(one.new for one in ones) / max(1, sum(one.words for one in ones)))
    same, form = sum(map(is_same, above)), sum(map(is_template, above))
    score = 2 * same / max(1, same + form + all_same)
    print(f"{share:7.2f}{len(band):8,}{statistics.median(one.words for one in band):7.0f}"
          + "".join(f"{rate:7.2f}" for rate in rates(band)) + f" |{len(above):13,}"
          + "".join(f"{rate:7.3f}" for rate in rates(above)) + (f"{score:7.3f}" if share >= 0.6 else ""))
