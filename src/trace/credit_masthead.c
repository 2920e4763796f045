/* Mastheads: a line at the very head of a text that is an outlet's name and nothing else, but for a date.
 *
 *      Harbour Times          HARBOUR TIMES          The Harbour Times | 3 March 2025
 *
 *  It says whose text this is. A text that has other outlets alone on lines further down is a review of the press, and
 *  the first of them no masthead. */
#include "trace/credit_line.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { masthead_lines = 3, masthead_bytes = 80, masthead_words = 14, name_words = 6, other_bytes = 60 };

/* What stands beside the name: when it appeared, and the number of the paper. */
static const char dates[] =
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep "
    "sept oct nov dec vol volume no number issue edition am pm gmt utc est edt the of st nd rd th";
/* First words that make a heading of two words of what else were an outlet, and last ones. */
static const char kinds[] =
    "school club company market markets party church book books parish family team staff member members industry "
    "product events community health travel legal financial money film music college campus alumni society web blog "
    "site press weather crime court police state city county regional foreign domestic old bad good new in our my";
static const char headings[] = "broadcasting television review today";

static bool is_date(const char *text, const syn_credit_word *word)
{
    return (text[word->begin] >= '0' && text[word->begin] <= '9') || syn_credit_word_in(text, word, dates);
}

/* The words of the line without the dates before and behind them; what stands between must be one piece. */
static bool without_dates(const char *text, syn_reach line, syn_reach *rest)
{
    syn_credit_word words[masthead_words];
    uint32_t count = 0, first = 0, last, at = line.begin;
    for (; count < masthead_words && syn_credit_word_at(text, at, line.end, &words[count]); at = words[count++].after)
        if (!words[count].capital && words[count].end - words[count].begin > 3) /* a sentence, as most are */
            return false;
    if (count == 0 || count == masthead_words)
        return false;
    for (uint32_t i = 1; i < count && is_date(text, &words[i - 1]); i++)
        if (words[i].apart) /* a date before a bar, not "SUNDAY" of a name */
            first = i;
    for (last = count; last > first + 1 && is_date(text, &words[last - 1]);)
        last--;
    *rest = (syn_reach){words[first].begin, words[last - 1].end};
    return last - first <= name_words && words[last - 1].after == words[last - 1].end;
}

/* Whether these words, by their ending alone an outlet's, head a page of any kind: "School News", "AID CHIEF NAMED TO
 * TREASURY POST", "By the Press". */
static bool is_heading(const syn_credit_scan *scan, const syn_credit_name *name)
{
    const char *text = scan->text;
    uint32_t count = 0, at = name->all.begin;
    syn_credit_word word = {0}, first = {0}, last = {0};
    while (!name->known && syn_credit_word_at(text, at, name->name.end, &word)) {
        count += !syn_credit_word_in(text, &word, "the");
        if (count > 4 || syn_credit_word_in(text, &word, "by and to be in for on with from as at a an is are"))
            return true;
        first = count == 1 ? word : first;
        last = word;
        at = word.after;
    }
    return count > 0 && (syn_credit_word_in(text, &last, headings) ||
                         (count == 2 && syn_credit_word_in(text, &first, kinds)));
}

/* An outlet alone on its line that is no agency. */
static bool read(const syn_credit_scan *scan, syn_reach line, syn_credit_name *name)
{
    syn_reach rest, bare = syn_credit_trim(scan->text, line, "*_#>=|");
    return bare.end > bare.begin && bare.end - bare.begin <= masthead_bytes &&
           without_dates(scan->text, bare, &rest) &&
           syn_credit_name_alone(scan->text, rest.begin, rest.end, name) && name->name.end == rest.end &&
           !name->common && !syn_credit_is_agency(scan, name);
}

/* Whether another outlet stands alone on a line behind `at`. */
static bool has_others(const syn_credit_scan *scan, uint32_t at, const syn_credit_name *name)
{
    syn_reach line;
    syn_credit_name other;
    while (syn_credit_next_line(scan->text, &at, scan->bytes, &line))
        if (line.end - line.begin <= other_bytes && read(scan, line, &other) &&
            !syn_credit_same(scan, name->name, other.name))
            return true;
    return false;
}

void syn_credit_masthead(syn_credit_scan *scan)
{
    uint32_t at = 0;
    syn_reach line;
    syn_credit_name name;
    for (int i = 0; !scan->outlet && i < masthead_lines; i++) {
        if (!syn_credit_next_line(scan->text, &at, scan->bytes, &line))
            return;
        if (!read(scan, line, &name) || syn_credit_quoted(scan, line.begin))
            continue;
        if (at < scan->bytes && !is_heading(scan, &name) && !has_others(scan, at, &name))
            syn_credit_add_whole(scan, line, &name, "masthead", SYN_AT_HEAD, SYN_STRONG);
        return;
    }
}
