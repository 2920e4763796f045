/* A name is looked for in a run of capitalised words, the longest first. Runs are at most a dozen words
 * and words at most 48 bytes, so that each look costs the same on any text. */
#include "trace/credit_name.h"

#include "trace/outlet_name.h"

#include <string.h>

enum { run_most = 12, back_bytes = 180 };

static const char articles[] = "the a an";
static const char links[] = "of and de la le les del della di der die das du da el the for y & und et";
/* Articles of other languages that may stand between a cue and the name, with prepositions that hold one. */
static const char others[] = "le la les un une el los il lo wie der die das den dem het o ao au al alla del della";
static const char elided[] = "l d dell all dall nell un";
/* What may stand between a cue and the name: what kind of outlet it is. */
static const char kinds[] =
    "newspaper newspapers magazine network agency website site daily weekly broadcaster television station channel "
    "outlet tabloid blog newswire journal publication paper broadsheet portal wire newscast podcast monthly "
    "quotidien hebdomadaire diario periódico quotidiano giornale jornal krant dagblad nachrichtenagentur persbureau";
static const char sorts[] =
    "news state local conservative liberal public tv television radio business national online regional "
    "independent private official semi-official cable trade student sister state-run state-owned "
    "state-controlled government-run pro-government english-language right-wing left-wing influential "
    "respected leading political financial community satirical web wire press service host anchor reporter "
    "correspondent columnist journalist's hometown morning evening";
static const char people[] =
    "writer writers staff correspondent reporter reporters editor editors wire service services report "
    "reports bureau newsroom news magazine newspaper online photographer columnist";
static const char days[] =
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december mon tue wed thu fri sat sun";
static const char months[] =
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec";
/* What may stand between a name and its verb. */
static const char slack[] =
    "has had have also first later earlier then now today yesterday recently on in last this is was week "
    "month originally previously exclusively initially newspaper magazine news website site reporter "
    "columnist editors";

static bool is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

static bool ends_in_dot(const char *text, uint32_t begin, uint32_t end)
{
    return end - begin > 1 && text[end - 1] == '.' && !memchr(text + begin, '.', end - begin - 1);
}

static void take(const char *text, const syn_credit_word *first, const syn_credit_word *last, syn_credit_name *found)
{
    found->name = (syn_reach){first->begin, last->end};
    if (ends_in_dot(text, last->begin, last->end))
        found->name.end--;
    found->all = found->name;
}

/* Whether words [first, last] of a run are an outlet: known, or ending like one when they are the whole. */
static bool is_outlet(const char *text, const syn_credit_word *w, uint32_t first, uint32_t last, bool whole,
                      syn_credit_name *found)
{
    if (!w[first].capital || (!w[last].capital && last - first > 8))
        return false;
    take(text, &w[first], &w[last], found);
    uint32_t bytes = found->name.end - found->name.begin;
    const syn_outlet_form *form = syn_outlet_find(text + found->name.begin, bytes);
    found->known = form != NULL;
    found->common = form && (form->flags & SYN_OUTLET_COMMON);
    found->initials = form && (form->flags & SYN_OUTLET_INITIALS);
    return form || (whole && w[last].capital && syn_outlet_ends(text + found->name.begin, bytes));
}

static bool is_number(const char *text, const syn_credit_word *word)
{
    return text[word->begin] >= '0' && text[word->begin] <= '9';
}

/* A number that a month stands beside: "May 12", "12 May". */
static bool is_day_number(const char *text, const syn_credit_word *w, uint32_t at, uint32_t count)
{
    return is_number(text, &w[at]) && ((at > 0 && syn_credit_word_in(text, &w[at - 1], months)) ||
                                       (at + 1 < count && syn_credit_word_in(text, &w[at + 1], months)));
}

/* A date before a name is no part of it: "May 12 2007 Washington Post". A day may open one ("Sunday Post"). */
static uint32_t behind_date(const char *text, const syn_credit_word *w, uint32_t first, uint32_t last)
{
    uint32_t from = first;
    if (from < last && syn_credit_word_in(text, &w[from], days) &&
        (is_number(text, &w[from + 1]) || syn_credit_word_in(text, &w[from + 1], months)))
        from++;
    while (from < last && (is_number(text, &w[from]) || syn_credit_word_in(text, &w[from], months)))
        from++;
    return from;
}

/* Who wrote is no part of what he writes for: "Ada Quill of Harbour Wire". */
static uint32_t behind_person(const char *text, const syn_credit_word *w, uint32_t first, uint32_t last)
{
    for (uint32_t i = first + 2; i + 2 <= last; i++)
        if (syn_credit_word_in(text, &w[i], "of") && w[i + 1].capital && w[i - 1].capital && w[i - 2].capital)
            return i + 1;
    return first;
}

/* The run of name words from `at` on. */
static uint32_t run_after(const char *text, uint32_t at, uint32_t end, syn_credit_word w[run_most])
{
    uint32_t count = 0, used = 0;
    while (count < run_most && syn_credit_word_at(text, at, end, &w[count])) {
        syn_credit_word *word = &w[count];
        if ((count > 0 && (word->apart || w[count - 1].possessive)) ||
            (!word->capital && !syn_credit_word_in(text, word, links)))
            break;
        at = word->after;
        count++;
        if (word->capital)
            used = count;
    }
    return used;
}

/* Longest first, and from the first word on; a known outlet also further on ("Russia's TASS"). */
static bool find_in(const char *text, const syn_credit_word *w, uint32_t count, syn_credit_name *found)
{
    uint32_t whole = count;
    while (whole > 1 && (syn_credit_word_in(text, &w[whole - 1], days) || is_day_number(text, w, whole - 1, count) ||
                         syn_credit_word_in(text, &w[whole - 1], people)))
        whole--;
    uint32_t open = 0; /* a name that only ends like one holds no "and" */
    for (uint32_t i = 1; i + 1 < whole; i++)
        if (syn_credit_word_in(text, &w[i], "and the"))
            open = i + 1;
    while (open + 1 < whole && !w[open].capital)
        open++;
    if (whole > 0)
        open = behind_person(text, w, behind_date(text, w, open, whole - 1), count - 1);
    for (uint32_t first = 0; first < count; first++)
        for (uint32_t last = count; last-- > first;)
            if (is_outlet(text, w, first, last, first == open && (last + 1 == whole || last + 1 == count), found)) {
                if (found->common && (first > 0 || (last + 1 < whole && !w[last].possessive)))
                    continue;
                return true;
            }
    return false;
}

/* One word that outlets are called by for short; a capital article belongs to it ("The News"). */
static bool find_short(const char *text, const syn_credit_word *article, const syn_credit_word *w, uint32_t count,
                       syn_credit_name *found)
{
    if (count == 0 || (count > 1 && !syn_credit_word_in(text, &w[1], days)) || !article)
        return false;
    take(text, w, w, found);
    found->known = found->common = false;
    return syn_outlet_is_short(text + found->name.begin, found->name.end - found->name.begin);
}

static void add_article(const char *text, const syn_credit_word *article, syn_credit_name *found)
{
    if (!article)
        return;
    found->all.begin = article->begin;
    if (text[article->begin] == 'T' && !memchr(text + found->name.begin, ' ', found->name.end - found->name.begin))
        found->name.begin = article->begin;
}

/* An outlet the text calls one: a run of capitals beside "newspaper", "website" or the like. */
static bool find_called(const char *text, const syn_credit_word *w, uint32_t count, uint32_t end, bool kind_before,
                        syn_credit_name *found)
{
    syn_credit_word next;
    bool after = count > 0 && syn_credit_word_at(text, w[count - 1].after, end, &next) && !next.apart &&
                 syn_credit_word_in(text, &next, "newspaper newspapers magazine tabloid newswire");
    if (count == 0 || count > 5 || !(kind_before || after) || syn_credit_word_in(text, &w[0], articles))
        return false;
    take(text, w, &w[count - 1], found);
    found->known = found->common = false;
    return true;
}

/* Where the words behind an article of another language begin: "dem Hafenkurier", "l'AFP". */
static uint32_t behind_other(const char *text, uint32_t at, uint32_t end)
{
    syn_credit_word word;
    if (!syn_credit_word_at(text, at, end, &word) || word.apart || word.capital)
        return at;
    if (word.end - word.begin < 6 && syn_credit_word_in(text, &word, others))
        return word.after;
    syn_credit_word first = word;
    for (first.end = first.begin + 1; first.end < word.end && first.end - first.begin < 5; first.end++) {
        const uint32_t quote = syn_credit_apostrophe(text, first.end, word.end);
        if (quote > 0)
            return syn_credit_word_in(text, &first, elided) ? first.end + quote : at;
    }
    return at;
}

static bool name_at(const char *text, uint32_t at, uint32_t end, bool near, bool may_go_on, syn_credit_name *found)
{
    syn_credit_word article, w[run_most];
    bool has_article = syn_credit_word_at(text, at, end, &article) && !article.apart &&
        syn_credit_word_in(text, &article, articles);
    bool kind = false;
    uint32_t start = has_article ? article.after : behind_other(text, at, end), count = run_after(text, start, end, w);
    if (count > 0 && w[0].apart)
        return false;
    /* "the Times of London", with its article, "The Age" */
    if (find_in(text, w, count, found) || find_short(text, has_article ? &article : NULL, w, count, found)) {
        add_article(text, has_article ? &article : NULL, found);
        return true;
    }
    for (uint32_t i = 0; i < 5 && !near; i++) { /* what kind of outlet it is */
        syn_credit_word word;
        uint32_t from = count > 0 && i == 0 ? w[count - 1].after : start;
        if (i == 0 && count > 0 && find_called(text, w, count, end, false, found)) {
            add_article(text, has_article ? &article : NULL, found);
            return true;
        }
        if (!syn_credit_word_at(text, from, end, &word) || word.apart)
            return false;
        bool is_kind = syn_credit_word_in(text, &word, kinds);
        if (!is_kind && !syn_credit_word_in(text, &word, sorts)) {
            bool place = may_go_on && count > 0 && syn_credit_word_in(text, &word, "of on at from with in");
            return place && name_at(text, word.after, end, near, false, found) && !found->common;
        }
        kind |= is_kind;
        start = word.after;
        count = run_after(text, start, end, w);
        if (count > 0 && w[0].apart)
            return false;
        if (find_in(text, w, count, found) || find_called(text, w, count, end, kind, found))
            return true;
        if (count > 0)
            return false;
    }
    return false;
}

bool syn_credit_name_after(const char *text, uint32_t at, uint32_t end, bool near, syn_credit_name *found)
{
    if (!name_at(text, at, end, near, true, found))
        return false;
    if (found->all.begin > at) { /* the article, or nothing, stands before it */
        uint32_t first = syn_credit_blanks(text, at, end);
        if (first < found->all.begin)
            found->all.begin = first;
    }
    return true;
}

/* "L'AFP" as "AFP", unless the article belongs to the name. */
static void cut_article(const char *text, syn_credit_word *word)
{
    const uint32_t quote = syn_credit_apostrophe(text, word->begin + 1, word->end);
    if (quote > 0 && !syn_outlet_find(text + word->begin, word->end - word->begin))
        word->begin += 1 + quote;
}

/* The words before `at`, the last ones that fit; where a run of them begins. */
static uint32_t words_before(const char *text, uint32_t begin, uint32_t at, syn_credit_word w[run_most])
{
    uint32_t from = at - begin > back_bytes ? at - back_bytes : begin, count = 0;
    syn_credit_word word;
    while (from > begin && from < at && (is_letter(text[from]) || text[from] & 0x80))
        from++; /* not within a word */
    while (syn_credit_word_at(text, from, at, &word)) {
        if (count == run_most) {
            memmove(w, w + 1, (run_most - 1) * sizeof *w);
            count--;
        }
        if (word.capital && word.end - word.begin > 3 && text[word.begin] == 'L')
            cut_article(text, &word);
        w[count++] = word;
        from = word.after;
    }
    return count;
}

static bool is_slack(const char *text, const syn_credit_word *word)
{
    uint32_t bytes = word->end - word->begin;
    if (word->capital)
        return syn_credit_word_in(text, word, days);
    return (bytes > 4 && memcmp(text + word->end - 2, "ly", 2) == 0) || syn_credit_word_in(text, word, slack);
}

/* A name that is also a word: "The Nation reported", "Time magazine reported", not "Justice and Science announced". */
static bool is_sure(const char *text, const syn_credit_word *w, uint32_t first, uint32_t last, uint32_t count,
                    bool initials)
{
    bool magazine = last + 1 < count && syn_credit_word_in(text, &w[last + 1], "magazine newspaper");
    return magazine || (!initials && first > 0 && !w[first].apart && syn_credit_word_in(text, &w[first - 1], articles));
}

/* The longest outlet that ends with word `last`, or, behind a possessive or "of the", somewhere in the run. */
static bool find_ending_at(const char *text, const syn_credit_word *w, uint32_t first, uint32_t last, uint32_t count,
                           syn_credit_name *found)
{
    uint32_t open = first;
    for (uint32_t i = first; i < last; i++) /* a name that only ends like one starts behind an article */
        if (syn_credit_word_in(text, &w[i], "the a an and") || w[i].possessive)
            open = i + 1;
    while (open < last && (!w[open].capital || is_number(text, &w[open]) ||
                           syn_credit_word_in(text, &w[open],
                                              "but in as when and while if although on after before for since") ||
                           (w[open].end - w[open].begin < 4 && syn_credit_word_in(text, &w[open], others))))
        open++;
    open = behind_person(text, w, behind_date(text, w, open, last), last);
    for (uint32_t i = first; i <= last; i++)
        if (is_outlet(text, w, i, last, i == open, found) && (!found->common || is_sure(text, w, i, last, count,
                                                                                        found->initials)))
            return true;
    return open == last && last > 0 && find_short(text, syn_credit_word_in(text, &w[last - 1], articles) ?
                                                  &w[last - 1] : NULL, &w[last], 1, found);
}

/* Whether only blanks stand between, or what closes initials: "Associated Press (AP) reported". */
static bool is_beside(const char *text, uint32_t from, uint32_t at)
{
    if (from < at && text[from] == ')')
        from++;
    return syn_credit_blanks(text, from, at) == at;
}

/* Whether the word before `at` may be a name or stand behind one; most are neither, and cost no more. */
static bool may_be_named(const char *text, uint32_t begin, uint32_t at)
{
    syn_credit_word word;
    while (at > begin && (strchr(" \n\t\r", text[at - 1]) || (unsigned char)text[at - 1] == 0xA0 ||
                          (unsigned char)text[at - 1] == 0xC2))
        at--;
    uint32_t end = at;
    while (at > begin && end - at < SYN_CREDIT_WORD && !strchr(" \n\t\r", text[at - 1]))
        at--;
    if (at == end || text[at] < 'a' || text[at] > 'z' || end - at == SYN_CREDIT_WORD)
        return at < end;
    word = (syn_credit_word){.begin = at, .end = end};
    return is_slack(text, &word);
}

bool syn_credit_name_before(const char *text, uint32_t begin, uint32_t at, syn_credit_name *found)
{
    syn_credit_word w[run_most];
    if (!may_be_named(text, begin, at))
        return false;
    uint32_t count = words_before(text, begin, at, w), last = count, first;
    if (count == 0 || !is_beside(text, w[count - 1].after, at))
        return false;
    while (last > 0 && count - last < 4 && is_slack(text, &w[last - 1]) && !w[last - 1].apart)
        last--;
    if (last == 0 || !w[last - 1].capital || (last < count && w[last].apart))
        return false;
    for (first = --last; first > 0 && !w[first].apart; first--)
        if (!w[first - 1].capital && !syn_credit_word_in(text, &w[first - 1], links))
            break;
    bool is_found = find_ending_at(text, w, first, last, count, found);
    if (is_found && !found->known && syn_credit_word_in(text, &w[last], "today")) /* when, not who */
        return false;
    for (uint32_t i = last; !is_found && i-- > first;) /* "the Post's Jo Reed", "Jo Reed of the Post" */
        if (w[i].possessive)
            is_found = find_ending_at(text, w, first, i, count, found);
    if (!is_found || (!found->known && text[at] >= 'A' && text[at] <= 'Z')) /* a heading: capitals tell nothing */
        return false;
    for (uint32_t i = 1; i <= last; i++)
        if (w[i].begin == found->name.begin && syn_credit_word_in(text, &w[i - 1], articles))
            add_article(text, &w[i - 1], found);
    return true;
}

/* Words that lead to a name are no part of one that only ends like a name: "Via the Fenmouth Gazette". */
static bool is_led(const char *text, const syn_credit_word *w, uint32_t count, const syn_credit_name *found)
{
    if (found->known || count < 3 || w[0].begin != found->name.begin)
        return false;
    return syn_credit_word_in(text, &w[0], "via") ||
           (syn_credit_word_in(text, &w[0], "from by with per see again here and but or as at to in on") &&
            syn_credit_word_in(text, &w[1], articles));
}

bool syn_credit_name_alone(const char *text, uint32_t begin, uint32_t end, syn_credit_name *found)
{
    syn_credit_word w[run_most], word;
    uint32_t count = 0, first = 0;
    while (count < run_most && syn_credit_word_at(text, begin, end, &word)) {
        if ((count > 0 && word.apart) || (!word.capital && !syn_credit_word_in(text, &word, links) &&
                                          !syn_credit_word_in(text, &word, people)))
            return false;
        w[count++] = word;
        begin = word.after;
    }
    if (count == 0 || (count == run_most && syn_credit_word_at(text, begin, end, &word)))
        return false;
    if (count > 1 && syn_credit_word_in(text, &w[0], articles))
        first = 1;
    const syn_credit_word *article = first ? &w[0] : NULL;
    uint32_t last = count - 1;
    if (!is_outlet(text, w, first, last, true, found))
        first = behind_date(text, w, first, last);
    if (is_outlet(text, w, first, last, true, found)) {
        add_article(text, article, found);
        return !is_led(text, w, count, found);
    }
    while (last > first && syn_credit_word_in(text, &w[last], people))
        last--;
    if (!is_outlet(text, w, first, last, true, found) || is_led(text, w, count, found))
        return false;
    add_article(text, article, found);
    return true;
}
