/** What a quotation is held to be, by how its speaker is tied to it:
 *
 *      firm     “…,” said Ada Quill.    Ada Quill said: “…”        always speech
 *      inside   Ada Quill said the pier was “…”                    from INSIDE_WORDS words, or as a sentence
 *      loose    a verb of saying farther off                       a sentence of LOOSE_WORDS words
 *      nobody   nothing of the kind                                a sentence of CLAUSE_WORDS words
 */
#include "trace/speaker.h"

#include "syndic/result.h"
#include "trace/clause.h"

#include <string.h>

#define INSIDE_WORDS 6
#define LOOSE_WORDS 7
#define CLAUSE_WORDS 8
/* Bytes of a sentence in which a name that opens it lies. */
#define OPENING_BYTES 120
/* Bytes that a dateline takes at most. */
#define DATELINE_BYTES 130
/* Words that no quotation without a finite verb has. */
#define PHRASE_WORDS 20

typedef enum hold { NOBODY, LOOSE, INSIDE, FIRM } hold;

typedef struct finding {
    syn_reach speaker, cue;
    hold hold;
} finding;

typedef struct finder {
    const char *text;
    const syn_layout *layout;
    const syn_quoted *quoted;
    syn_quotes *quotes;
    syn_reach named; /* who was named last as a speaker */
} finder;

/* What may follow a verb of saying that says no more. */
static const char times[] =
    "in on at during after when to of monday tuesday wednesday thursday friday saturday sunday last this with later "
    "via as by earlier yesterday before from";
/* What no words behind a quotation begin with that tell its speaker. */
static const char others[] =
    "and but or that than is was are were has had of for at in on with to as about from while";

static syn_reach sentence_at(const finder *f, uint32_t at)
{
    return f->layout->sentences[syn_layout_sentence(f->layout, at)];
}

/* Where the words of a sentence begin that may open with a dateline: "BRAY, March 4 (Northwire) -- The mayor ...". */
static uint32_t behind_dateline(const finder *f, uint32_t begin, uint32_t end)
{
    const uint32_t most = end - begin > DATELINE_BYTES ? begin + DATELINE_BYTES : end;
    uint32_t at = begin;
    while (at < most && f->text[at] != ')' && f->text[at] != '\n')
        at++;
    if (at == most || f->text[at] != ')' || !memchr(f->text + begin, '(', at - begin))
        return begin;
    for (at++; at < most && f->text[at] == ' ';)
        at++;
    const uint32_t dash = most - at > 2 && memcmp(f->text + at, "\342\200", 2) == 0 &&
        (f->text[at + 2] == '\223' || f->text[at + 2] == '\224') ? 3 : at < most && f->text[at] == '-' ? 1 : 0;
    return dash > 0 ? at + dash : begin;
}

static syn_reach word_reach(const syn_clause *c, int k)
{
    return (syn_reach){c->words[k].begin, c->words[k].end};
}

/* The last SYN_SPEAKER_BYTES of [begin, end), from the start of a character. */
static uint32_t window_start(const finder *f, uint32_t begin, uint32_t end)
{
    if (end - begin <= SYN_SPEAKER_BYTES)
        return begin;
    begin = end - SYN_SPEAKER_BYTES;
    while (begin < end && ((unsigned char)f->text[begin] & 0xc0) == 0x80)
        begin++;
    return begin;
}

/* Whom a pronoun at `place` means. */
static syn_reach resolve(const finder *f, uint32_t place)
{
    uint32_t s = syn_layout_sentence(f->layout, place);
    for (int back = 0; back < 4; back++, s--) {
        syn_reach sentence = f->layout->sentences[s], name = {0};
        if (sentence.begin < f->named.end)
            break;
        if (sentence.begin < place) {
            syn_clause c;
            sentence.begin = behind_dateline(f, sentence.begin, sentence.end);
            const uint32_t most = sentence.begin + OPENING_BYTES;
            syn_clause_read(f->text, sentence.begin, sentence.end > most ? most : sentence.end, false, &c);
            name = syn_clause_opening_name(&c);
        }
        if (name.end > 0 && name.end <= place && syn_quotes_at(f->quotes, name.begin) == SYN_NONE)
            return name;
        if (s == 0)
            break;
    }
    return f->named;
}

/* Where the words behind quote i may still speak of it: to their sentence's end, or the next quotation. */
static uint32_t behind_end(const finder *f, uint32_t i)
{
    const uint32_t begin = f->quoted[i].outside.end;
    uint32_t end = f->layout->paragraphs[syn_layout_paragraph(f->layout, begin - 1)].end, next = begin;
    if (i + 1 < f->quotes->count && f->quoted[i + 1].outside.begin < end)
        end = f->quoted[i + 1].outside.begin;
    while (next < end && (f->text[next] == ' ' || f->text[next] == ','))
        next++;
    if (next >= end)
        return begin;
    uint32_t sentence = sentence_at(f, next).end;
    end = sentence < end ? sentence : end;
    return end - begin > SYN_SPEAKER_BYTES ? begin + SYN_SPEAKER_BYTES : end;
}

/* Whether what follows the verb at k is no more than when, where and to whom it was said. */
static bool ends_soon(const syn_clause *c, int k)
{
    return k + 1 == c->count ||
           (c->count - k <= 14 && c->words[c->count - 1].behind != ':' &&
            (c->words[k].behind == 0 || c->words[k].behind == ',') &&
            (syn_clause_is(c, k, "told tells") || syn_clause_is(c, k + 1, times)));
}

/* The first verb that may say what stands before the words; count when there is none. */
static int find_verb(const syn_clause *c, bool firm)
{
    const int most = firm ? 36 : 14;
    for (int k = 0; k < c->count && k < most; k++) {
        const syn_clause_word *w = &c->words[k];
        bool beside = firm && k < 6 && w->saying != SYN_SAYS_NOT && (k == 0 || c->words[k - 1].behind == 0);
        if ((w->saying >= SYN_SAYING || beside) && (!w->capital || k == 0))
            return k;
        if (w->behind == ':' || w->behind == ';')
            break;
    }
    return c->count;
}

/* In scripts without spaces: 「…」と述べた, and 「…」と田中氏は述べた, where who speaks stands between と and は. */
static finding look_behind_solid(const finder *f, uint32_t begin, uint32_t end)
{
    const char *t = f->text;
    uint32_t bytes = syn_saying_starts(t, begin, end), name = begin + 3;
    if (bytes > 0)
        return (finding){{0}, {begin, begin + bytes}, FIRM};
    if (end - begin < 9 || memcmp(t + begin, "と", 3) != 0 || memcmp(t + name, "いう", 6) == 0)
        return (finding){0};
    for (uint32_t at = name; at + 6 <= end && at < name + 90 && (unsigned char)t[at] >= 0xe3; at += 3)
        if (memcmp(t + at, "は", 3) == 0)
            return (finding){{name, at}, {begin, name}, FIRM};
    return (finding){0};
}

/* Reads what stands behind quote i: "said Ada Quill", "Ada Quill, the pilot, said", "according to Ada Quill". */
static finding look_behind(const finder *f, uint32_t i)
{
    const uint32_t begin = f->quoted[i].outside.end, end = behind_end(f, i);
    const char last = f->text[f->quotes->items[i].inside.end - 1];
    const bool comma = last == ',' || (begin < end && f->text[begin] == ',');
    const bool stopped = last == '.', firm = comma || last == '?' || last == '!' || last == '-';
    finding found = {0};
    syn_clause c;
    if (end <= begin)
        return found;
    if ((unsigned char)f->text[begin] >= 0xe3)
        return look_behind_solid(f, begin, end);
    syn_clause_read(f->text, begin, end, false, &c);
    const int k = find_verb(&c, firm);
    if (k == c.count || (stopped && !ends_soon(&c, k)))
        return found;
    const bool inverted = k > 0 && c.words[k - 1].behind == ',' && k + 1 < c.count && c.words[k].behind == 0 &&
                          c.words[k + 1].capital;
    if (k > 0 && !inverted && syn_clause_is(&c, 0, others))
        return found;
    if (k == 0 && syn_clause_is(&c, 0, "according") && c.count > 2)
        found.speaker = syn_clause_subject_behind(&c, 1);
    else if (k == 0 ? c.words[0].saying != SYN_SAYING : inverted)
        found.speaker = syn_clause_subject_behind(&c, k);
    else if (k > 0 && c.words[k].saying != SYN_SAYING)
        found.speaker = syn_clause_subject(&c, k);
    if (found.speaker.end == 0 && k < 3 && c.words[k].saying == SYN_SAYS)
        found.speaker = syn_clause_subject_behind(&c, k);
    if (found.speaker.end == 0)
        return (finding){0};
    found.cue = word_reach(&c, k);
    found.hold = firm ? FIRM : stopped || k == 0 || inverted ? INSIDE : NOBODY;
    return found.hold == NOBODY ? (finding){0} : found;
}

/* Reads words that lead to a quotation; `mark` is what they end with, `before` who speaks before them. */
static finding read_lead(const syn_clause *c, unsigned char mark, syn_reach before)
{
    const int most = mark == ':' ? SYN_CLAUSE_WORDS : mark == ',' ? 14 : 12;
    const syn_saying least = mark == ':' || mark == ',' ? SYN_SHOWS : SYN_CALLS;
    finding found = {0};
    int k = c->count - 1;
    while (k >= 0 && c->count - 1 - k < most && (c->words[k].saying < least || (c->words[k].capital && k > 0)))
        k--;
    if (k < 0 || c->count - 1 - k >= most) {
        if (mark != ':' || c->count > 12)
            return found;
        syn_reach name = syn_clause_opening_name(c);
        return (finding){name, {0}, name.end > 0 ? FIRM : LOOSE};
    }
    const int far = c->count - 1 - k;
    if (k + 1 < c->count && syn_clause_is(c, k, "according") && syn_clause_is(c, k + 1, "to"))
        found.speaker = syn_clause_subject_behind(c, k + 1);
    else if (syn_clause_is(c, k, "quoting"))
        found.speaker = syn_clause_subject_behind(c, k);
    else if (k == 0 || (k == 1 && before.end > 0 && syn_clause_is(c, 0, "and but then")))
        found.speaker = before;
    else
        found.speaker = c->words[k].saying == SYN_SAYING && before.end > 0 ? before : syn_clause_subject(c, k);
    if (found.speaker.end == 0)
        found.speaker = before;
    found.cue = word_reach(c, k);
    const bool calls = c->words[k].saying == SYN_CALLS;
    if (mark == ':' || (mark == ',' && far < 9 && !calls))
        found.hold = FIRM;
    else
        found.hold = far < 4 && !calls ? INSIDE : LOOSE;
    return found;
}

/* 王毅说： and 田中氏は「: who speaks stands before the verb, from the last full stop or comma on. */
static finding look_before_solid(const finder *f, uint32_t begin, uint32_t end)
{
    const char *t = f->text;
    bool colon = false;
    if (end - begin >= 3 && (memcmp(t + end - 3, "：", 3) == 0 || memcmp(t + end - 3, "，", 3) == 0)) {
        colon = memcmp(t + end - 3, "：", 3) == 0;
        end -= 3;
    } else if (end > begin && (t[end - 1] == ':' || t[end - 1] == ',')) {
        colon = t[end - 1] == ':';
        end--;
    }
    uint32_t bytes = syn_saying_ends(t, begin, end);
    if (bytes == 0 && !colon)
        return (finding){0};
    uint32_t first = end - bytes;
    while (first >= begin + 3 && (unsigned char)t[first - 3] >= 0xe3 && memcmp(t + first - 3, "。", 3) != 0 &&
           memcmp(t + first - 3, "，", 3) != 0 && memcmp(t + first - 3, "、", 3) != 0)
        first -= 3;
    return (finding){{first, end - bytes}, {end - bytes, end}, FIRM};
}

/* Reads what stands before quote i in its sentence. */
static finding look_before(const finder *f, uint32_t i)
{
    const uint32_t end = f->quoted[i].outside.begin;
    uint32_t begin = sentence_at(f, end).begin;
    syn_reach before = {0};
    begin = begin < end ? behind_dateline(f, begin, end) : begin;
    if (i > 0 && f->quoted[i - 1].outside.end >= begin) {
        begin = f->quoted[i - 1].outside.end;
        before = f->quotes->items[i - 1].speaker;
    }
    if (begin >= end)
        return (finding){0};
    begin = window_start(f, begin, end);
    if ((unsigned char)f->text[end - 1] >= 0x80 && end - begin >= 3 && (unsigned char)f->text[end - 3] >= 0xe3) {
        finding solid = look_before_solid(f, begin, end);
        if (solid.hold != NOBODY)
            return solid;
    }
    syn_clause c;
    syn_clause_read(f->text, begin, end, true, &c);
    return c.count == 0 ? (finding){0} : read_lead(&c, c.words[c.count - 1].behind, before);
}

/* Reads the end of the paragraph before, when quote i opens its own: "Ada Quill told the Gazette:". */
static finding look_above(const finder *f, uint32_t i)
{
    const uint32_t p = syn_layout_paragraph(f->layout, f->quoted[i].outside.begin);
    if (p == 0 || f->layout->paragraphs[p].begin != f->quoted[i].outside.begin)
        return (finding){0};
    const uint32_t end = f->layout->paragraphs[p - 1].end;
    uint32_t begin = sentence_at(f, end - 1).begin;
    begin = begin < end ? behind_dateline(f, begin, end) : begin;
    if (i > 0 && f->quoted[i - 1].outside.end > begin)
        begin = f->quoted[i - 1].outside.end;
    if (begin >= end)
        return (finding){0};
    syn_clause c;
    syn_clause_read(f->text, window_start(f, begin, end), end, true, &c);
    if (c.count > 0 && f->text[end - 1] == ':')
        return read_lead(&c, ':', (syn_reach){0});
    for (int k = c.count - 1; k >= 0 && k > c.count - 12; k--)
        if (syn_clause_is(&c, k, "quoting"))
            return (finding){syn_clause_subject_behind(&c, k), word_reach(&c, k), FIRM};
    return (finding){0};
}

/* Whether quote i is the second half of an utterance: it begins the sentence behind the one that says who spoke
 * quote i - 1. */
static bool goes_on(const finder *f, uint32_t i)
{
    if (i == 0)
        return false;
    const syn_quote *last = &f->quotes->items[i - 1];
    const uint32_t begin = f->quoted[i].outside.begin, behind = f->quoted[i - 1].outside.end;
    if (last->cue.end == 0 || last->cue.begin < behind || last->cue.end > begin || begin - behind > SYN_SPEAKER_BYTES)
        return false;
    uint32_t s = syn_layout_sentence(f->layout, begin), before = syn_layout_sentence(f->layout, last->cue.begin);
    return f->layout->paragraph_of[s] == f->layout->paragraph_of[before] &&
           (s == before || (s == before + 1 && f->layout->sentences[s].begin == begin));
}

/* Whether the quoted words are speech by themselves, tied to a speaker like this. */
static bool is_speech(const finder *f, uint32_t i, hold tie)
{
    const syn_reach inside = f->quotes->items[i].inside;
    syn_clause c;
    int capitals = 0;
    if (tie == FIRM)
        return true;
    const bool long_one = inside.end - inside.begin > SYN_SPEAKER_BYTES;
    syn_clause_read(f->text, inside.begin, long_one ? inside.begin + SYN_SPEAKER_BYTES : inside.end, false, &c);
    for (int k = 0; k < c.count; k++)
        capitals += c.words[k].capital;
    const bool sentence = syn_clause_is_sentence(&c), title = capitals * 2 > c.count;
    if (tie == INSIDE && !title)
        return c.count >= INSIDE_WORDS || (sentence && c.count >= 3);
    return c.count >= PHRASE_WORDS || (sentence && !title && c.count >= (tie == LOOSE ? LOOSE_WORDS : CLAUSE_WORDS));
}

static finding find(const finder *f, uint32_t i)
{
    finding found = {0}, before = {0};
    if (f->quoted[i].block)
        return look_above(f, i);
    found = look_behind(f, i);
    if (found.hold != FIRM)
        before = look_before(f, i);
    if (before.hold >= found.hold && before.hold != NOBODY)
        found = before;
    return found.hold == NOBODY ? look_above(f, i) : found;
}

static void settle(finder *f, uint32_t i)
{
    syn_quote *q = &f->quotes->items[i];
    const syn_quote *last = i > 0 ? q - 1 : NULL;
    const bool half = goes_on(f, i);
    finding found = find(f, i);
    const bool same = found.hold == NOBODY || (last && found.cue.begin == last->cue.begin);
    if (last && ((f->quoted[i].follows && found.hold < FIRM) || (half && last->speech && same))) {
        q->utterance = last->utterance;
        q->speaker = last->speaker;
        q->cue = half ? (syn_reach){0} : last->cue;
        q->speech = last->speech || is_speech(f, i, found.hold);
        return;
    }
    if (f->quoted[i].follows && last)
        q->utterance = last->utterance;
    if (syn_clause_is_pronoun(f->text, found.speaker))
        found.speaker = resolve(f, found.speaker.begin);
    q->speech = is_speech(f, i, found.hold);
    q->speaker = found.speaker;
    q->cue = found.cue;
    if (q->speech && q->speaker.end > 0)
        f->named = q->speaker;
    else if (q->speech && found.hold == NOBODY)
        q->speaker = f->named;
}

void syn_speaker_find(const char *text, const syn_layout *layout, const syn_quoted *quoted, syn_quotes *quotes)
{
    finder f = {text, layout, quoted, quotes, {0}};
    for (uint32_t i = 0; i < quotes->count; i++)
        settle(&f, i);
}
