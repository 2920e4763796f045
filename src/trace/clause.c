#include "trace/clause.h"

#include "trace/outlet_name.h"

#include <string.h>

/* The lists that noun phrases are cut by. */
static const char pronouns[] =
    "he she they i we you it who er sie il elle ils on él ella lui lei ele ela он она они";
static const char prepositions[] =
    "of for at from in with on by to as about during after before when while that who whose which whom under "
    "against into over through since until if because though although but where von für aus de du des";
/* Whom it was said to stands behind these in other languages; some are articles and particles of names too, and then
 * only an outlet's name behind them tells. */
static const char told[] = "au aux à dem ao alla allo zum tegen gegenüber chez";
static const char perhaps_told[] = "al der den a";
static const char breaks[] =
    "that when while because but although if which as after before since until where whom";
static const char particles[] =
    "de von van der den bin al la le di da dos el ibn ten ter and of";
static const char empty[] =
    "the a an and but or so yet then in on at as for from by of to with this that these those there here his "
    "her its their our my your which what when while where how why if after before since because although "
    "everything nothing nevertheless however meanwhile also still not no yes well now one another some many "
    "most all both each asked speaking instead later earlier perhaps even only such";
static const char articles[] = "the a an one some many his her their our another";
static const char helpers[] =
    "has have had also then later once would will could did does do is was were be been being not never just "
    "recently often again now even still both all first further himself herself itself themselves only might "
    "may can should reportedly soon a hat habe haben avait ha han";
static const char leads[] =
    "in on at after during when while as if for by under with since despite although though but and however "
    "meanwhile asked speaking earlier later from before here there";
static const char titles[] =
    "spokesman spokeswoman spokesperson president leader director senator representative secretary attorney "
    "lawyer chairman chairwoman chair professor analyst strategist candidate nominee manager adviser advisor "
    "aide official minister governor mayor chief founder officer police campaign editor reporter host pollster "
    "head operative consultant activist author commentator columnist historian economist scientist member "
    "councilman frontrunner front-runner businessman mogul former vice deputy rival and presidential general "
    "party";
static const char finite[] =
    "i he she it we they you this there who what is are was were am be been has have had do does did will "
    "would can could should must may might shall i'm let's that's it's don't";
static const char times[] =
    "in on during after when while as to who that monday tuesday wednesday thursday friday saturday sunday "
    "yesterday last via at this with earlier later before";

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80 || c == '&';
}

static bool is_capital(const char *t, const syn_clause_word *w)
{
    unsigned char a = (unsigned char)t[w->begin], b = w->end - w->begin > 1 ? (unsigned char)t[w->begin + 1] : 0;
    return (a >= 'A' && a <= 'Z') || (a == 0xc3 && b >= 0x80 && b <= 0x9e) || (a == 0xd0 && b >= 0x80 && b <= 0xaf);
}

/* Bytes of what parts words and is no ASCII, or 0; *mark is - for a dash and " for a quotation mark. */
static uint32_t wide_gap(const unsigned char *t, uint32_t at, uint32_t end, unsigned char *mark)
{
    *mark = 0;
    if (t[at] == 0xc2 && at + 1 < end && (t[at + 1] == 0xa0 || t[at + 1] == 0xab || t[at + 1] == 0xbb)) {
        *mark = t[at + 1] == 0xa0 ? 0 : '"';
        return 2;
    }
    if (t[at] != 0xe2 || at + 2 >= end || t[at + 1] != 0x80 || t[at + 2] == 0x99)
        return 0;
    const unsigned char last = t[at + 2];
    *mark = last >= 0x92 && last <= 0x95 ? '-' : last >= 0x98 && last <= 0x9f ? '"' : last == 0xa6 ? '.' : 0;
    return *mark != 0 || last <= 0x8b || last == 0xaf || last == 0xa2 ? 3 : 0;
}

/* The end of the word that begins at `begin`: inner apostrophes, hyphens and full stops belong to it. */
static uint32_t word_end(const unsigned char *t, uint32_t begin, uint32_t end)
{
    uint32_t at = begin;
    unsigned char mark;
    while (at < end && wide_gap(t, at, end, &mark) == 0 &&
           (is_letter(t[at]) || t[at] == '\'' || t[at] == '-' ||
            (t[at] == '.' && at + 1 < end && is_letter(t[at + 1]))))
        at++;
    while (at > begin + 1 && (t[at - 1] == '-' || t[at - 1] == '\''))
        at--;
    return at;
}

static syn_clause_word *add_word(syn_clause *out)
{
    if (out->count == SYN_CLAUSE_WORDS) {
        out->count = SYN_CLAUSE_WORDS / 2;
        memmove(out->words, out->words + SYN_CLAUSE_WORDS - out->count, (size_t)out->count * sizeof *out->words);
    }
    return &out->words[out->count++];
}

void syn_clause_read(const char *text, uint32_t begin, uint32_t end, bool last, syn_clause *out)
{
    const unsigned char *t = (const unsigned char *)text;
    out->text = text;
    out->count = 0;
    for (uint32_t at = begin; at < end;) {
        unsigned char mark;
        uint32_t wide = wide_gap(t, at, end, &mark);
        if (wide == 0 && is_letter(t[at])) {
            if (!last && out->count == SYN_CLAUSE_WORDS)
                break;
            syn_clause_word *w = add_word(out);
            *w = (syn_clause_word){.begin = at, .end = word_end(t, at, end)};
            w->capital = is_capital(text, w);
            w->saying = syn_saying_find(text + w->begin, w->end - w->begin);
            at = w->end;
        } else {
            if (wide == 0)
                mark = t[at] <= ' ' ? 0 : t[at];
            if (out->count > 0 && out->words[out->count - 1].behind == 0)
                out->words[out->count - 1].behind = mark;
            at += wide > 0 ? wide : 1;
        }
    }
}

static bool in_list(const char *word, size_t bytes, const char *list)
{
    char lower[20];
    if (bytes >= sizeof lower)
        return false;
    for (size_t i = 0; i < bytes; i++)
        lower[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]);
    for (const char *at = list; *at != '\0';) {
        size_t length = strcspn(at, " ");
        if (length == bytes && memcmp(at, lower, bytes) == 0)
            return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

bool syn_clause_is(const syn_clause *c, int i, const char *list)
{
    return i >= 0 && i < c->count && in_list(c->text + c->words[i].begin, c->words[i].end - c->words[i].begin, list);
}

bool syn_clause_is_pronoun(const char *text, syn_reach name)
{
    return name.end > name.begin && in_list(text + name.begin, name.end - name.begin, pronouns);
}

static bool ends_in(const syn_clause *c, int i, const char *ending)
{
    const syn_clause_word *w = &c->words[i];
    size_t length = strlen(ending);
    return w->end - w->begin > length + 2 && memcmp(c->text + w->end - length, ending, length) == 0;
}

static bool is_adverb(const syn_clause *c, int i)
{
    return !c->words[i].capital && ends_in(c, i, "ly");
}

/* Whether the word ends in a contracted verb: don't, we're, they've, she'll, I'm. */
static bool is_contracted(const char *t, const syn_clause_word *w)
{
    static const char *const ends[] = {"n't", "'re", "'ve", "'ll", "'m", "'d", "n’t", "’re", "’ve", "’ll", "’m", "’d",
                                       "t's", "e's", "t’s", "e’s"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (w->end - w->begin >= length && memcmp(t + w->end - length, ends[i], length) == 0)
            return true;
    }
    return false;
}

bool syn_clause_is_sentence(const syn_clause *c)
{
    for (int i = 0; i < c->count; i++)
        if (syn_clause_is(c, i, finite) || is_contracted(c->text, &c->words[i]))
            return true;
    return false;
}

/* The name without a possessive ending. */
static syn_reach bare(const char *t, syn_reach name)
{
    if (name.end - name.begin > 2 && memcmp(t + name.end - 2, "'s", 2) == 0)
        name.end -= 2;
    else if (name.end - name.begin > 4 && memcmp(t + name.end - 4, "\342\200\231s", 4) == 0)
        name.end -= 4;
    return name;
}

/* Whether word i, a small one, and what stands behind it say whom it was said to: "au Harbour Times", "l'AFP". */
static bool is_told(const syn_clause *c, int i, int last)
{
    if (i >= last || c->words[i].behind != 0 || c->words[i].capital)
        return false;
    if (syn_clause_is(c, i, told))
        return true;
    if (!syn_clause_is(c, i, perhaps_told) || !c->words[i + 1].capital)
        return false;
    int end = i + 1;
    while (end < last && c->words[end].behind == 0 &&
           (c->words[end + 1].capital || (syn_clause_is(c, end + 1, "de di del della du do da des") && end + 1 < last)))
        end++;
    const char *name = c->text + c->words[i + 1].begin;
    const uint32_t bytes = c->words[end].end - c->words[i + 1].begin;
    return syn_outlet_find(name, bytes) != NULL || syn_outlet_ends(name, bytes);
}

/* Whether a run of capitals goes on from word i to word i + 1, over particles too. */
static bool runs_on(const syn_clause *c, int i, int last)
{
    if (i + 1 > last || (c->words[i].behind != 0 && c->words[i].behind != '.'))
        return false;
    if (c->words[i + 1].capital)
        return true;
    return i + 2 <= last && c->words[i + 1].behind == 0 && c->words[i + 2].capital &&
           syn_clause_is(c, i + 1, particles) && !is_told(c, i + 1, last);
}

/* The last word of the run of capitals that word i begins. */
static int run_end(const syn_clause *c, int i, int last)
{
    int n = i + 1;
    while (runs_on(c, i, last)) {
        if (!c->words[i + 1].capital && n > 1 && syn_clause_is(c, i + 1, "of"))
            break;
        i += c->words[i + 1].capital ? 1 : 2;
        n++;
    }
    return i;
}

/* The name in the noun phrase [first, last]. */
static syn_reach name_in(const syn_clause *c, int first, int last)
{
    syn_reach name = {0};
    while (first <= last && syn_clause_is(c, first, empty) &&
           !(first < last && !c->words[first + 1].capital && syn_clause_is(c, first, articles)))
        first++;
    if (first > last)
        return name;
    if (in_list(c->text + c->words[first].begin, c->words[first].end - c->words[first].begin, pronouns))
        return (syn_reach){c->words[first].begin, c->words[first].end};
    for (int i = first; i <= last; i++) {
        if (i > first && name.end == 0 && is_told(c, i, last)) { /* "le maire au Harbour Times" */
            last = i - 1;
            break;
        }
        if (c->words[i].capital && !(i == first && syn_clause_is(c, i, empty))) {
            int end = run_end(c, i, last);
            name = (syn_reach){c->words[i].begin, c->words[end].end};
            i = end;
        } else if (i > first && (syn_clause_is(c, i, prepositions) || is_told(c, i, last))) {
            break;
        }
    }
    return bare(c->text, name.end > 0 ? name : (syn_reach){c->words[first].begin, c->words[last].end});
}

/* The name that the words [first, last], a phrase and its verb, have for a subject: the first one, past titles. */
static syn_reach first_name(const syn_clause *c, int first, int last)
{
    for (int i = first; i <= last; i++) {
        if (c->words[i].saying != SYN_SAYS_NOT && i > first && !c->words[i].capital)
            return name_in(c, first, i - 1);
        if (!c->words[i].capital || (i == first && syn_clause_is(c, i, empty)))
            continue;
        int end = run_end(c, i, last);
        if (end + 1 <= last && c->words[end].behind == 0 && syn_clause_is(c, end + 1, titles)) {
            i = end + 1;
            continue;
        }
        return bare(c->text, (syn_reach){c->words[i].begin, c->words[end].end});
    }
    return name_in(c, first, last);
}

/* The first word of the noun phrase that ends with word `last`. */
static int phrase_start(const syn_clause *c, int last)
{
    int i = last;
    while (i > 0 && last - i < 12 && (c->words[i - 1].behind == 0 || c->words[i - 1].behind == '.') &&
           (c->words[i - 1].saying < SYN_SAYING || c->words[i - 1].capital) && !syn_clause_is(c, i - 1, breaks))
        i--;
    return i < last && syn_clause_is(c, i, "and but so yet then") ? i + 1 : i;
}

syn_reach syn_clause_subject(const syn_clause *c, int k)
{
    int j = k - 1, first = 0, last;
    while (j >= 0 && c->words[j].behind == 0 && (syn_clause_is(c, j, helpers) || is_adverb(c, j)))
        j--;
    if (j > 0 && syn_clause_is(c, j, "who which that"))
        j--;
    if (j < 0)
        return (syn_reach){0};
    if (c->words[j].behind == ')')
        while (j > 0 && c->words[j].behind != '(')
            j--;
    if (c->words[k].saying != SYN_SAYING &&
        (c->words[j].behind == 0 || c->words[j].behind == '(' || c->words[j].behind == '.'))
        return name_in(c, phrase_start(c, j), j);
    for (;;) {
        for (last = first; last < j && c->words[last].behind != ',' && c->words[last].behind != '-';)
            last++;
        if (last >= j || !(syn_clause_is(c, first, leads) || ends_in(c, first, "ing")))
            break;
        first = last + 1;
    }
    return first_name(c, first, last);
}

syn_reach syn_clause_subject_behind(const syn_clause *c, int k)
{
    int first = k + 1, last = first;
    if (first >= c->count || c->words[k].behind != 0 || syn_clause_is(c, first, times))
        return (syn_reach){0};
    while (last + 1 < c->count && last - first < 12 && (c->words[last].behind == 0 || c->words[last].behind == '.') &&
           !syn_clause_is(c, last + 1, times))
        last++;
    return name_in(c, first, last);
}

syn_reach syn_clause_opening_name(const syn_clause *c)
{
    int i = 0;
    while (i < c->count && syn_clause_is(c, i, "but and so yet still while when as meanwhile"))
        i++;
    if (i >= c->count || !c->words[i].capital || syn_clause_is(c, i, pronouns) || syn_clause_is(c, i, empty) ||
        syn_clause_is(c, i, prepositions))
        return (syn_reach){0};
    return bare(c->text, (syn_reach){c->words[i].begin, c->words[run_end(c, i, c->count - 1)].end});
}
