"""News that never happened: names, sentences and speech put together from the word lists below.

    dice = newsprose.Dice(7)
    event = newsprose.Event(dice)
    event.lead(dice), event.sentence(dice), event.speech(dice)

An event has a place, a few people and a few things; all its sentences are about those. Two events share
words and turns of phrase, as news does, and no passage but by chance. `<told>` in a sentence is where a
text says to whom the speaker said it: "said", "told the Fenmouth Gazette".
"""

import copy
import random
import re

SLOT = re.compile(r"\{(\w+)\}")


class Dice:
    """Seeded chance. Only random() is used, which every version of Python answers alike."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, rate):
        return self.random() < rate

    def between(self, low, high):
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def some(self, items, count):
        """So many different items, in a random order."""
        left, taken = list(items), []
        while left and len(taken) < count:
            taken.append(left.pop(int(self.random() * len(left))))
        return taken

    def weighted(self, choices):
        """A key of {key: weight}."""
        at = self.random() * sum(choices.values())
        for key, weight in choices.items():
            at -= weight
            if at < 0:
                return key
        return key


def words(text):
    return [word.strip() for word in text.split("|")]


TOWN_HEADS = words("Fen|Brack|Old|Skel|Tarn|Wether|Quor|Hol|Marl|Pen|Ash|Grim|Lyd|Sout|Bur|Corn|Drax|Ever|Had|Ilk|"
                   "Kel|Nor|Oak|Rav|Sedge|Thorn|Ul|Wick|Yar|Zel")
TOWN_TAILS = words("mouth|haven|mere|bury|ford|wold|stead|ham|combe|gate|holt|minster|ness|port|worth|ley|dale|thorpe")
FIRST_NAMES = words("Ada|Bram|Celia|Dov|Edith|Farid|Greta|Hamish|Ines|Jonas|Katya|Lionel|Mireille|Nadim|Odette|Piers|"
                    "Quentin|Rosalind|Stellan|Tamsin|Umar|Vera|Wendell|Xenia|Yusuf|Zora|Anselm|Beatrix|Cormac|"
                    "Delphine|Emeka|Flora|Gideon|Henrike|Isolde|Jasper|Kwame|Lucinda|Magnus|Noor|Oskar|Petra|Rufus|"
                    "Sunniva")
SURNAME_HEADS = words("Hal|Bren|Quil|Mar|Tol|Eck|Vand|Oster|Pell|Rask|Stan|Thir|Ull|Wex|Yar|Ab|Crad|Dun|Fair|Gos|Ing|"
                      "Jop|Kest|Lam|Nor|Pem|Sor|Tres|Win|Zab")
SURNAME_TAILS = words("vard|worth|ler|man|sen|dock|burn|ling|row|field|ett|ham|mark|ster|wick|by|ton|land|quist|more")
STREETS = words("Chandler|Ropewalk|Saltgate|Mill|Priory|Tannery|Orchard|Signal|Weir|Cooper|Lantern|Quarry|Abbey|"
                "Foundry")
STREET_KINDS = words("Street|Road|Lane|Row|Square|Terrace")

# What events are about: bodies that act, things acted on, people concerned, and titles of those who speak.
TOPICS = {
    "harbour": {
        "body": words("harbour board|port authority|ferry company|dredging firm|pilots' association|"
                      "fishing cooperative|coastal survey|salvage crew"),
        "thing": words("breakwater|pier|lock gate|car ferry|fish market|dredger|slipway|tide gauge|cargo berth|"
                       "sea wall|customs shed|lighthouse|boatyard|swing bridge"),
        "group": words("skippers|dockers|anglers|ferry passengers|net menders|boat owners|deckhands"),
        "title": words("harbour master|chief engineer|head of the boat owners' union|marine surveyor|ferry captain")},
    "court": {
        "body": words("district court|public prosecutor|appeals panel|defence team|prison service|"
                      "police inspectorate|sentencing board|bar council"),
        "thing": words("bail order|witness list|burglary conviction|custody record|plea agreement|search warrant|"
                       "forgery case|sentencing memo|jury verdict|surveillance tape|holding cell|appeal hearing|"
                       "fraud charge|case file"),
        "group": words("jurors|relatives|detectives|former inmates|court clerks|witnesses|public defenders"),
        "title": words("defence lawyer|chief prosecutor|retired judge|court registrar|"
                       "deputy director of a legal aid office")},
    "hospital": {
        "body": words("hospital trust|nurses' union|health ministry|ambulance service|medical faculty|drug regulator|"
                      "blood bank|inspection team"),
        "thing": words("maternity ward|operating theatre|night clinic|vaccine store|emergency entrance|scanner|"
                       "isolation unit|waiting list|pharmacy|oxygen plant|helicopter pad|stroke unit|kitchen|"
                       "patient register"),
        "group": words("nurses|patients|junior doctors|porters|carers|midwives|paramedics"),
        "title": words("senior surgeon|head of nursing|hospital chaplain|ward manager|professor of epidemiology")},
    "factory": {
        "body": words("glass company|works council|turbine maker|pension fund|trade ministry|receiver|"
                      "holding company|metalworkers' union"),
        "thing": words("furnace|assembly line|bottling hall|night shift|export licence|pension scheme|paint shop|"
                       "warehouse|supply contract|rolling mill|quarterly forecast|cooling tower|loan guarantee|"
                       "research wing"),
        "group": words("welders|shareholders|apprentices|suppliers|creditors|forklift drivers|retired workers"),
        "title": words("plant manager|shop steward|finance director|industry analyst|founder's granddaughter")},
    "flood": {
        "body": words("rivers agency|fire brigade|water company|regional government|weather office|army engineers|"
                      "insurers' federation|relief committee"),
        "thing": words("flood barrier|reservoir|pumping station|levee|storm drain|rescue boat|evacuation route|"
                       "campsite|footbridge|sandbag depot|gauging post|overflow channel|culvert|power substation"),
        "group": words("residents|volunteers|farmers|campers|shopkeepers|evacuated families|rescue divers"),
        "title": words("fire chief|hydrologist|parish councillor|relief coordinator|owner of a flooded bakery")},
    "railway": {
        "body": words("rail regulator|tram operator|signal workers' union|transport ministry|track contractor|"
                      "accident investigators|county council|ticketing company"),
        "thing": words("signal box|level crossing|branch line|night train|ticket hall|viaduct|tram depot|timetable|"
                       "footpath|platform roof|freight yard|overhead wire|station clock|tunnel lining"),
        "group": words("commuters|conductors|cyclists|season ticket holders|track workers|schoolchildren|drivers"),
        "title": words("head of the inquiry|train driver|transport economist|stationmaster|passenger advocate")},
    "school": {
        "body": words("school board|teachers' union|education ministry|parents' council|university senate|"
                      "exam office|student assembly|library service"),
        "thing": words("science wing|exam timetable|school bus|library|playing field|dormitory|scholarship fund|"
                       "canteen|attendance register|music room|reading list|swimming hall|admission test|"
                       "heating system"),
        "group": words("pupils|teachers|parents|caretakers|graduates|exchange students|librarians"),
        "title": words("headmistress|school inspector|chair of the parents' council|physics teacher|vice chancellor")},
    "farming": {
        "body": words("farmers' league|veterinary office|grain cooperative|forestry service|land registry|"
                      "dairy board|seed company|conservation trust"),
        "thing": words("cattle market|grain silo|irrigation canal|orchard|milk quota|sheep fair|wolf fence|hay barn|"
                       "nature reserve|slaughterhouse|beehive census|fertiliser plant|drainage ditch|timber sale"),
        "group": words("growers|shepherds|beekeepers|tenant farmers|dairymen|hikers|seasonal pickers"),
        "title": words("chief veterinarian|orchard owner|forest warden|soil scientist|third-generation shepherd")},
}

ADJECTIVES = words("ageing|disputed|new|half-finished|costly|temporary|damaged|northern|private|overcrowded|listed|"
                   "unlit|long-promised|rusting|popular|small|unguarded|expensive|empty|modern|troubled|neglected|"
                   "busy|flooded|lower|western|mothballed|borrowed|leaking|draughty|celebrated|makeshift|"
                   "prefabricated|repainted|sunken|uninsured|experimental|forgotten|brick|granite|wooden|concrete|"
                   "municipal|joint|second|third|winter|summer")
CROWDS = words("retired|younger|angry|local|striking|unpaid|weary|elderly|visiting|part-time|masked|hopeful|older|"
               "uninvited|stranded|laid-off|newly hired|well-meaning|sceptical|freelance")

# Between the names that an event gives its things there are never many words, so that two events share no passage.
GRAMMAR = {
    "act": words("approved|halted|ordered an inquiry into|cut the budget for|agreed to reopen|sold its share of|"
                 "withdrew a complaint about|warned of cracks in|postponed work on|published drawings of|"
                 "lost control of|voted to close|took over|defended its handling of|sealed off|demanded repairs to|"
                 "promised money for|blocked access to|admitted errors over|began dismantling|quietly mortgaged|"
                 "refused to insure|photographed|auctioned|fenced in|apologised for|renamed|ran short of staff at|"
                 "drew up plans for|was sued over|doubled|objected to|rehearsed an evacuation of|counted the cost of|"
                 "held a vigil at|spent its reserves on|gave up on|reinforced|drained|audited|denied owning|"
                 "misplaced the keys to|hired guards for|recommended replacing|found mould in|lifted a ban on|"
                 "boycotted|put a price on|toured|praised"),
    "when": words("on Monday|on Tuesday|late on Wednesday|early on Thursday|on Friday|over the weekend|"
                  "shortly before noon|within hours|at the third attempt|before dawn|during a stormy meeting|"
                  "on {date}|by a margin of {small}|after sunset|in the rain|without a vote|for the second time|"
                  "this week|last month|at short notice"),
    "where": words("in {town}|near {othertown}|outside {town}|at {street}|behind {street}|"
                   "between {town} and {othertown}|on the edge of {othertown}|off {street}|downhill from {street}|"
                   "along {street}|beyond {othertown}|opposite {thing}|beside {thing}|at the gates of {thing}"),
    "why": words("after {body} found faults in {thing}|because {person} had not examined {thing} since {year}|"
                 "despite {number} signatures gathered by {group}|to make room for {thing}|"
                 "following complaints from {group}|although {body} wanted more time|when {body} left the talks|"
                 "hours after {thing} failed|at a cost of {money}|in return for {money} towards {thing}|"
                 "without consulting {group}|on the advice of {person}|while {group} were at {thing}|"
                 "fearing for {thing}|once {person} had paid {money}|in spite of {thing}|"
                 "so that {group} could reach {thing}|blaming {body}|as {group} looked on"),
    "aside": words("which dates from {year}|long the pride of {othertown}|built for {money}|"
                   "which serves {number} {group}|shut since {year}|a landmark of {street}|"
                   "which {person} once called safe|designed by {person}|bought from {body} in {year}|"
                   "the last of its kind in {town}"),
    "lead": words("{body} {act} {thing} {where} {when} {why}.|{when}, {body} {act} {thing}, {aside}, {why}.|"
                  "{thing} {where} {shut} {when} {why}, and {number} {group} {lost}.|"
                  "{number} {group} {lost} {when} as {body} {act} {thing} {where}.|"
                  "A row over {thing} {where} {deepened} {when} {why}.|"
                  "{person} {lost2} {when} as {thing}, {aside}, {shut} {why}."),
    "shut": words("was closed|went dark|was cordoned off|stood idle|was handed back|collapsed in part|reopened|"
                  "changed hands|lost its roof|overflowed|was searched|failed inspection|ran at half speed|"
                  "was given to {body}|took in {number} {group}|caught fire|won a prize"),
    "deepened": words("deepened|reached the streets|ended|split {body}|flared again|took a new turn|"
                      "cost {person} a job|spread to {othertown}"),
    "lost": words("were sent home|marched in protest|were left waiting|won a first victory|faced an anxious night|"
                  "read of it on {street}|crowded the doors|lost their claim|were told to leave|blocked {street}|"
                  "wrote to {person}|sang outside {thing}|slept in {thing}|threatened to strike|turned down {money}|"
                  "walked out|asked {body} for help"),
    "lost2": words("resigned|was cleared|won damages of {money}|testified|flew to {othertown}|"
                   "broke a silence of {small} years|met {group}|was named to lead {body}|took the blame|"
                   "asked for police protection"),
    "sentence": words("{body} {act} {thing} {when}, {why}.|{thing}, {aside}, {shut} {when} {why}.|"
                      "Some {number} {group} {lost} {where}, {why}.|{why2}, {body} {act} {thing}.|"
                      "{body} put the bill at {money}, {compare}.|Records show that {body} {act} {thing} in {year}.|"
                      "{group2} {lost} {when}, while {body} {act} {thing}.|{person}, {aside3}, {lost2} {when} {why}.|"
                      "A letter of {date}, signed by {person}, {mentions} {thing}.|"
                      "Of {number} {group} asked, {small} said {thing} {opinion}.|"
                      "{person} told {group} that {thing} {opinion}.|"
                      "{body} has until {date} to answer {person}, {compare}.|{where}, {thing} {shut} {when}.|"
                      "It was unclear {when} whether {thing} {opinion}, {aside2}.|"
                      "{group} and {body} {agreed} {thing} {why}.|The plan by {person}, dated {year}, {foresees}.|"
                      "{number} {group} depend on {thing}, {aside}.|"
                      "Where {thing} once stood, {body} {act} {thing}, {aside}.|"
                      "Neither {person} nor {body} {answered} {when}.|"
                      "{thing} and {thing} cost {money} between them, {compare}."),
    "agreed": words("agreed on|fell out over|share|went to court over|compared notes on|signed a truce over|"
                    "made a film about"),
    "answered": words("answered questions about {thing}|would discuss {money}|visited {thing}|had heard of {thing}|"
                      "apologised to {group}"),
    "mentions": words("describes|does not mention|puts {body} in charge of|calls {group} to|values at {money}|"
                      "makes light of"),
    "aside3": words("who grew up in {othertown}|once employed by {body}|the owner of {thing}|"
                    "{small} years in the post|speaking beside {thing}|born in {year}|a friend of {person}"),
    "why2": words("With {thing} out of use|Short of {money}|Under pressure from {group}|Weeks before {date}|"
                  "As {group} gathered {where}|Against the wishes of {person}|Having spent {money} on {thing}|"
                  "Since {year}|Urged on by {group}|Unknown to {person}|To spare {thing}"),
    "group2": words("{number} {group}|Dozens of {group}|Most {group}|A handful of {group}|Twelve {group}|"
                    "Families of {group}"),
    "compare": words("twice what {thing} earned in {year}|less than {group} had feared|"
                     "a sum that {group} called absurd|more than {thing} cost in {year}|"
                     "enough to keep {thing} going until {date}|as {person} had foreseen|"
                     "a third of what {body} had set aside|not counting {thing}|to be shared with {body}"),
    "opinion": words("should stay|was beyond repair|mattered more than {thing}|would last another winter|"
                     "had been forgotten|was worth {money}|ought to belong to {town}|had ruined {person}|stank|"
                     "could be moved to {street}|needed {number} {group}|was safe"),
    "aside2": words("and {person} would not comment|though {group} expected word by {date}|as {body} kept silent|"
                    "and calls to {person} went unanswered|with {body} on holiday|which troubles {group}"),
    "foresees": words("would move {thing} to {othertown} by {date}|leaves {number} {group} without {thing}|"
                      "sets {money} aside for {thing}|would merge {thing} with {thing}|says nothing of {thing}|"
                      "asks {group} to pay for {thing} from {date}|hands {body} the keys of {thing}"),
    "institution": words("according to {body}|{body} said in a statement|according to court papers|police said|"
                         "according to a survey of {number} {group}|{body} announced"),
    "said": words("We asked {body} for {thing} {times}|I worked beside {thing} with {person} {times}|"
                  "If {thing} goes, {group} {will}|They {promised} {thing} in {year}|"
                  "You cannot run {thing} on {feeling}|My {relative} {built} {thing} with {group}|"
                  "{group} need {thing}, not {feeling}|Nobody from {body} {told_us} about {thing}|"
                  "It took {small} {group} to {move} {thing}|{feeling2} is what {group} feel about {thing}|"
                  "Every {day} {group} ask me about {thing}|Call it {feeling}, but {thing} {opinion}|"
                  "{body} gave {group} {feeling} instead of {thing}|"
                  "Between {thing} and {thing} there is only {feeling}|Ask {person} who {built} {thing}"),
    "also": words("and {body} looked the other way|and all {group} got was {feeling}|which is why {group} {will}|"
                  "so tell {body} I said so|and {thing} {opinion}|and then came {thing}|long before {thing}|"
                  "though {person} calls it {feeling}|and {small} {group} saw it|since {body} has {feeling}|"
                  "and my {relative} knew {person}|just ask {group}|with {feeling} from {body}"),
    "times": words("three times|in writing|before the winter|again and again|at every meeting|politely|"
                   "for {small} years|until {date}|in {year}|on our knees"),
    "will": words("will leave for {othertown}|will remember {person}|have only {feeling}|will camp on {street}|"
                  "will pay {money}|will blame {body}|can shut {thing} too"),
    "promised": words("promised us|drew us|talked about|took|swore by|lost|gambled away|painted|sold"),
    "built": words("built|saved|cleaned|guarded|cursed|financed|drew|sold|inherited|measured"),
    "feeling": words("good will and string|patience|a polite shrug|promises|wishful thinking|luck|old maps|"
                     "pure spite|a press release|nostalgia|other people's money|silence|arithmetic|cold tea|"
                     "a brass band|folklore|half a spreadsheet|thoughts and prayers|rope|gossip|a borrowed ladder|"
                     "candles"),
    "feeling2": words("Shame|Relief|Plain disbelief|Stubborn hope|Anger|Weariness|Pride|Boredom|Grief|Envy"),
    "told_us": words("said a word|warned us|asked us|breathed a syllable|gave us a choice|wrote|telephoned"),
    "relative": words("grandfather|mother|uncle|late husband|aunt|brother|daughter|neighbour"),
    "move": words("move|clear|save|repair|count|hide|lift|find"),
    "day": words("morning|week|Sunday|spring|night|winter|month"),
    "small": words("seven|nine|eleven|twelve|fourteen|eighteen|twenty|thirty-one|forty|sixty|sixteen|twenty-three|"
                   "five"),
    "headline": words("{Thing} {shut} {where}|{Body} {act} {thing}|{Group} uneasy as {thing} {shut}|"
                      "Row over {thing} {deepened}|{Body} and {group} at odds over {thing}|"
                      "{Money} question hangs over {thing}|What next for {thing}?"),
}

# Words that an editor changes for one another.
SYNONYMS = dict(pair.split(":") for pair in words(
    "approved:passed|halted:stopped|ordered:called for|cut:trimmed|agreed:consented|withdrew:dropped|"
    "warned:cautioned|postponed:put off|published:released|defended:stood by|demanded:sought|promised:pledged|"
    "blocked:barred|admitted:acknowledged|began:started|found:discovered|faults:defects|because:since|"
    "despite:notwithstanding|examined:inspected|complaints:grievances|asked:pressed|failed:broke down|closed:shut|"
    "idle:unused|collapsed:fell|protest:anger|waiting:stranded|anxious:nervous|learned:heard|feared:expected|"
    "cost:price|answer:reply|clear:certain|papers:documents|plan:scheme|shows:reveals|show:reveal|"
    "gathered:assembled|costly:dear|ageing:old|disputed:contested|damaged:battered|private:independent|new:recent|"
    "small:modest|busy:crowded|empty:vacant|dozens:scores|angry:furious|more:further|roughly:about|near:close to|"
    "outside:beyond|early:first thing|late:at the end of the day|shortly:just|during:in|residents:locals|"
    "volunteers:helpers|parents:families|drivers:motorists|nurses:staff"))
DROPPABLE = set(words("late|early|shortly|some|most|ageing|disputed|damaged|costly|modern|troubled|private|busy|again"))
MONTHS = words("January|February|March|April|May|June|July|August|September|October|November|December")


def town_name(dice):
    return dice.pick(TOWN_HEADS) + dice.pick(TOWN_TAILS)


def surname(dice):
    return dice.pick(SURNAME_HEADS) + dice.pick(SURNAME_TAILS)


def person_name(dice):
    return dice.pick(FIRST_NAMES) + " " + surname(dice)


def named(dice, noun, town):
    """A thing by a name of its own, so that no other event has it."""
    one, other, name = dice.pick(ADJECTIVES), dice.pick(ADJECTIVES), surname(dice)
    return dice.pick([f"the {town} {noun}", f"the {name} {noun}", f"the {noun} at {town}", f"the {one} {name} {noun}",
                      f"the {one} {other} {noun}" if one != other else f"the {one} {noun}"])


def capital(text):
    return text[:1].upper() + text[1:]


class Event:
    """What a story is about, and sentences about it."""

    def __init__(self, dice):
        self.topic = TOPICS[dice.pick(sorted(TOPICS))]
        self.town = town_name(dice)
        self.people = [(person_name(dice), title) for title in dice.some(self.topic["title"], 3)]
        self.facts = self.look(dice)

    def look(self, dice):
        """What one who looks into it finds worth telling."""
        topic = self.topic
        return {
            "town": [self.town], "othertown": [town_name(dice), town_name(dice)],
            "street": [f"{dice.pick(STREETS)} {dice.pick(STREET_KINDS)}" for _ in range(3)],
            "person": [surname(dice) for _ in range(3)] + [name.split()[1] for name, _ in self.people],
            "body": [named(dice, body, self.town) for body in dice.some(topic["body"], 6)],
            "thing": [named(dice, thing, town_name(dice)) for thing in dice.some(topic["thing"], 10)],
            "group": [f"{dice.pick(CROWDS)} {group}" if dice.chance(0.5) else f"{group} from {town_name(dice)}"
                      for group in dice.some(topic["group"], 6)],
            "year": [str(dice.between(1911, 2019)) for _ in range(6)],
            "number": [f"{dice.between(21, 9800):,}" for _ in range(9)],
            "money": [f"{dice.between(11, 990) / 10} million {dice.pick(['crowns', 'pounds', 'dollars', 'euros'])}"
                      for _ in range(5)],
            "date": [f"{dice.pick(MONTHS)} {dice.between(1, 28)}" for _ in range(5)],
        }

    def view(self, dice):
        """The same event as somebody else sees it: its town and people, other figures and details."""
        other = copy.copy(self)
        other.facts = self.look(dice)
        return other

    def fill(self, dice, template):
        """The template with its slots filled, and theirs in turn."""
        def slot(match):
            name = match[1]
            if name[0].isupper():
                return capital(self.fill(dice, "{%s}" % name.lower())).replace("The ", "", 1)
            return self.fill(dice, dice.pick(self.facts.get(name) or GRAMMAR[name]))
        return SLOT.sub(slot, template)

    def make(self, dice, kind):
        return capital(self.fill(dice, dice.pick(GRAMMAR[kind])))

    def lead(self, dice):
        return self.make(dice, "lead")

    def headline(self, dice):
        return self.make(dice, "headline")

    def sentence(self, dice):
        text = self.make(dice, "sentence")
        said_by = ", " + self.fill(dice, dice.pick(GRAMMAR["institution"])) if dice.chance(0.15) else ""
        return text[:-1] + said_by + "."

    def speech(self, dice):
        """What one of its people said: name, title and one or two sentences without marks."""
        name, title = dice.pick(self.people)
        clauses = [self.make(dice, "said") for _ in range(dice.between(1, 2))]
        return name, title, [f"{clause}, {self.fill(dice, dice.pick(GRAMMAR['also']))}" for clause in clauses]
