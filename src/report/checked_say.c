/* What a check says of one new text: whether it is over its limit, who else has its wording, where it seems to be from,
 * and what was not counted. */

#include "report/sheet.h"

#include "base/date.h"

#include <string.h>

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

static void add_count(syn_sheet *sheet, uint64_t count, const char *one, const char *many)
{
    char number[32];
    syn_buf_format(&sheet->text, "%s %s", syn_sheet_count(count, number), count == 1 ? one : many);
}

/* One new text: whether it is over */

static bool shares(const syn_sheet *sheet, uint32_t text)
{
    const syn_check_list *copies = &sheet->checks.copies;
    return copies->first[text] < copies->first[text + 1] && copies->at[copies->first[text]].rank < SYN_TOLD_UNCOUNTED;
}

static bool is_unshared(const syn_sheet *sheet, const syn_checked *checked)
{
    return checked->words == 0 && !checked->over && !shares(sheet, checked->document);
}

/** "this very text is known as cp-2, which is not counted; beside that it shares no passage of 8 words or more with
 *  known texts (412 words)." */
static void add_unshared(syn_sheet *sheet, const syn_checked *checked)
{
    const size_t *first = &sheet->checks.copies.first[checked->document];
    uint32_t version = syn_checked_version(sheet->view, checked);
    if (version != SYN_NONE) {
        syn_checked_edition(&sheet->view->versions[version], &sheet->text);
        syn_buf_text(&sheet->text, ", which is not counted; beside that it ");
    }
    if (first[0] < first[1])
        syn_buf_text(&sheet->text, "shares only names and common text with known texts (");
    else
        syn_buf_format(&sheet->text, "shares no passage of %u words or more with known texts (",
                       sheet->view->options->min_words);
    syn_sheet_add_words(sheet, sheet->view->shares[checked->document].words);
    syn_buf_text(&sheet->text, ").");
}

static void say_verdict(syn_sheet *sheet, const syn_checked *checked)
{
    const syn_result_view *view = sheet->view;
    uint32_t all = view->shares[checked->document].words;
    char number[32];
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s: ", syn_sheet_name(sheet, checked->document));
    if (is_unshared(sheet, checked)) {
        add_unshared(sheet, checked);
        syn_sheet_say_text(sheet, SYN_BOLD);
        return;
    }
    syn_buf_format(&sheet->text, "%s open word%s of ", checked->words ? syn_sheet_number(checked->words, number) : "no",
                   plural(checked->words));
    syn_buf_text(&sheet->text, syn_sheet_number(all, number));
    if (checked->words > 0) {
        syn_buf_text(&sheet->text, " (");
        syn_checked_percent(view, checked, &sheet->text);
        syn_buf_text(&sheet->text, ")");
    }
    syn_buf_text(&sheet->text, syn_checked_limited(view) ? ", " : "");
    syn_checked_verdict(view, checked, &sheet->text);
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_BOLD);
}

/* Who else has it */

/** Whether a known text is dated before a new one. */
static bool is_earlier(const syn_sheet *sheet, uint32_t known, uint32_t text)
{
    const syn_date *a = &syn_corpus_get(sheet->view->corpus, known)->date;
    const syn_date *b = &syn_corpus_get(sheet->view->corpus, text)->date;
    return a->precision != SYN_DATE_NONE && b->precision != SYN_DATE_NONE && syn_date_order(a, b) < 0;
}

/** ", quoted and credited ones included", where the text has such words: a pair's words are of any standing. */
static void add_included(syn_sheet *sheet, uint32_t text)
{
    const syn_share *share = &sheet->view->shares[text];
    bool quoted = share->standing[SYN_QUOTED] > 0, credited = share->standing[SYN_CREDITED] > 0;
    if (quoted || credited)
        syn_buf_format(&sheet->text, ", %s ones included",
                       !credited ? "quoted" : !quoted ? "credited" : "quoted and credited");
}

/** "It shares wording with three known texts, two of them dated earlier. The most that one of them has is 97 words:
 *  lanternpost-7 (...)." Open words may be from several of them, so that they are more. */
static void say_known(syn_sheet *sheet, uint32_t text)
{
    const syn_result_view *view = sheet->view;
    const syn_check_list *pairs = &sheet->checks.pairs;
    size_t first = pairs->first[text], count = pairs->first[text + 1] - first, earlier = 0;
    char number[32];
    for (size_t i = 0; i < count; i++)
        earlier += is_earlier(sheet, view->pairs[pairs->at[first + i].item].b, text);
    syn_buf_clear(&sheet->text);
    if (count == 0)
        return;
    const syn_pair *largest = &view->pairs[pairs->at[first].item];
    bool all_earlier = earlier == count;
    syn_buf_format(&sheet->text, "It shares wording with %s%s %sknown text%s",
                   view->pairs_left_out > 0 ? "at least " : "", syn_sheet_count(count, number),
                   all_earlier ? "earlier " : "", plural(count));
    if (earlier > 0 && !all_earlier)
        syn_buf_format(&sheet->text, ", %s of them dated earlier", syn_sheet_count(earlier, number));
    syn_buf_text(&sheet->text, count == 1 ? ", " : ". The most that one of them has is ");
    syn_sheet_add_words(sheet, largest->words);
    add_included(sheet, text);
    syn_buf_text(&sheet->text, ": ");
    syn_sheet_about(sheet, largest->b, &sheet->text);
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/** " (credited in lanternpost-7 and courier-11)" */
static void add_namings(syn_sheet *sheet, uint32_t source)
{
    enum { MOST = 3 };
    const syn_credits *credits = &sheet->credits;
    size_t told = 0, count = 0;
    char number[32];
    for (size_t i = credits->naming_first[source]; i < credits->naming_first[source + 1]; i++) {
        const syn_naming *n = &credits->namings[i];
        if (i > credits->naming_first[source] && n[-1].document == n->document)
            continue;
        if (++count <= MOST)
            syn_buf_format(&sheet->text, "%s%s", told++ ? ", " : " (credited in ", syn_sheet_name(sheet, n->document));
    }
    if (told < count)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(count - told, number));
    syn_buf_text(&sheet->text, told ? ")" : "");
}

static void add_evidence(syn_sheet *sheet, const syn_descent *descent)
{
    enum { MOST = 3, SAYS_CELLS = 120 };
    for (uint32_t i = 0, told = 0; i < descent->evidence_count && told < MOST; i++) {
        const syn_evidence *evidence = &sheet->view->evidence[descent->evidence_first + i];
        uint32_t speaks = syn_checked_speaks(descent, evidence);
        if (!syn_checked_proves(sheet->view, descent, i))
            continue;
        told++;
        syn_buf_text(&sheet->text, "; ");
        syn_sheet_cut(&sheet->text, evidence->says, strlen(evidence->says), SAYS_CELLS);
        if (speaks != SYN_NONE)
            syn_buf_format(&sheet->text, " in %s", syn_sheet_name(sheet, speaks));
    }
}

/** "Likely source: the Port Ellery Courier, not among the texts (credited in lanternpost-7): 97 words, strong; ..." */
static void say_source(syn_sheet *sheet, const syn_descent *descent)
{
    const syn_source *source = &sheet->view->sources[descent->source];
    syn_buf_clear(&sheet->text);
    syn_buf_text(&sheet->text, descent->level >= SYN_MODERATE ? "Likely source: " : "Possible source: ");
    if (source->seen) {
        syn_sheet_about(sheet, source->document, &sheet->text);
    } else {
        syn_buf_text(&sheet->text, syn_sheet_source(sheet, descent->source, true));
        syn_buf_text(&sheet->text, ", not among the texts");
        add_namings(sheet, descent->source);
    }
    syn_buf_text(&sheet->text, ": ");
    syn_sheet_add_words(sheet, descent->words);
    syn_buf_format(&sheet->text, ", %s", syn_level_name(descent->level));
    add_evidence(sheet, descent);
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/** Whether one of the first `most` descents to a text is from this source, so that it is named there. */
static bool is_told(const syn_sheet *sheet, uint32_t text, uint32_t source, size_t most)
{
    const syn_check_list *taken = &sheet->checks.taken;
    for (size_t i = 0; i < most && i < taken->first[text + 1] - taken->first[text]; i++)
        if (sheet->view->descents[taken->at[taken->first[text] + i].item].source == source)
            return true;
    return false;
}

static void say_absent(syn_sheet *sheet, const syn_absents *absents, const syn_absent *absent)
{
    char who[96];
    syn_absents_who(absents, absent, who);
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s %s, which is not among %s.", who, syn_sheet_source(sheet, absent->source, true),
                   absents->known == 1 ? "the texts" : "them");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/** "Two of the three known texts credit the Stonebridge Herald, which is not among them." */
static void say_absents(syn_sheet *sheet, uint32_t text, size_t told)
{
    enum { MOST = 3 };
    const syn_check_list *copies = &sheet->checks.copies;
    size_t first = copies->first[text], count = copies->first[text + 1] - first, named = 0, left = 0;
    syn_absents absents;
    char number[32];
    if (syn_absents_make(sheet->view, copies->at + first, count, &absents) < 0) {
        sheet->status = SYN_MEMORY;
        return;
    }
    for (size_t i = 0; i < absents.count; i++) {
        if (is_told(sheet, text, absents.at[i].source, told))
            continue;
        if (named < syn_sheet_limit(sheet, MOST, absents.count)) {
            say_absent(sheet, &absents, &absents.at[i]);
            named++;
        } else {
            left++;
        }
    }
    syn_buf_clear(&sheet->text);
    if (left > 0)
        syn_buf_format(&sheet->text, "They credit %s more source%s (--all lists them).", syn_sheet_number(left, number),
                       plural(left));
    syn_sheet_say_text(sheet, SYN_PLAIN);
    syn_absents_release(&absents);
}

static void say_sources(syn_sheet *sheet, uint32_t text)
{
    enum { MOST = 3 };
    const syn_check_list *taken = &sheet->checks.taken, *pairs = &sheet->checks.pairs;
    size_t count = taken->first[text + 1] - taken->first[text], most = syn_sheet_limit(sheet, MOST, count);
    size_t known = pairs->first[text + 1] - pairs->first[text];
    char number[32];
    for (size_t i = 0; i < most; i++) {
        say_source(sheet, &sheet->view->descents[taken->at[taken->first[text] + i].item]);
        if (i == 0)
            say_absents(sheet, text, most);
    }
    if (most == 0)
        say_absents(sheet, text, 0);
    syn_buf_clear(&sheet->text);
    if (count > most)
        syn_buf_format(&sheet->text, "%s more possible source%s (--all lists them).",
                       syn_sheet_number(count - most, number), plural(count - most));
    else if (count == 0 && known > 0)
        syn_buf_text(&sheet->text, known == 1 ? "Which of the two has it from the other cannot be shown."
                                              : "None of them can be shown to be its source.");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/** A known text may have it from the new one. */
static void say_given(syn_sheet *sheet, uint32_t text)
{
    enum { MOST = 3 };
    const syn_check_list *given = &sheet->checks.given;
    size_t first = given->first[text], count = given->first[text + 1] - first;
    size_t most = syn_sheet_limit(sheet, MOST, count);
    char number[32];
    if (count == 0)
        return;
    syn_buf_clear(&sheet->text);
    syn_buf_text(&sheet->text, "Seems to have it from this text: ");
    for (size_t i = 0; i < most; i++) {
        const syn_descent *descent = &sheet->view->descents[given->at[first + i].item];
        syn_buf_format(&sheet->text, "%s%s (%s)", i ? ", " : "", syn_sheet_name(sheet, descent->to),
                       syn_level_name(descent->level));
    }
    if (most < count)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(count - most, number));
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/* What is not counted */

static void say_versions(syn_sheet *sheet, const syn_checked *checked)
{
    size_t most = syn_sheet_limit(sheet, SYN_MOST_LINES, checked->version_count);
    uint32_t told = is_unshared(sheet, checked) ? syn_checked_version(sheet->view, checked) : SYN_NONE;
    char number[32];
    for (size_t i = 0; i < most; i++) {
        if (checked->version_first + i == told)
            continue;
        const syn_edition *version = &sheet->view->versions[checked->version_first + i];
        syn_buf_clear(&sheet->text);
        syn_checked_edition(version, &sheet->text);
        if (!sheet->text.failed)
            syn_sheet_capitalise(sheet->text.bytes);
        syn_buf_text(&sheet->text, "; it is not counted.");
        syn_sheet_say_text(sheet, SYN_PLAIN);
    }
    syn_buf_clear(&sheet->text);
    if (most < checked->version_count)
        syn_buf_format(&sheet->text, "%s more such texts (--all lists them).",
                       syn_sheet_number(checked->version_count - most, number));
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

static void join(syn_sheet *sheet, size_t begin)
{
    if (sheet->text.len > begin)
        syn_buf_text(&sheet->text, ", ");
}

static void say_not_counted(syn_sheet *sheet, const syn_checked *checked)
{
    static const char start[] = "Not counted: ";
    const syn_check_list *copies = &sheet->checks.copies;
    size_t kinds[5] = {0}, begin = sizeof start - 1, at = copies->first[checked->document + 1];
    while (at > copies->first[checked->document] && copies->at[at - 1].rank == SYN_TOLD_UNCOUNTED)
        kinds[sheet->view->witnesses[copies->at[--at].item].kind]++;
    syn_buf_clear(&sheet->text);
    syn_buf_text(&sheet->text, start);
    if (checked->known_words) {
        syn_sheet_add_words(sheet, checked->known_words);
        syn_buf_text(&sheet->text, " that are known and accepted");
    }
    if (checked->ignored_words) {
        join(sheet, begin);
        syn_sheet_add_words(sheet, checked->ignored_words);
        syn_buf_text(&sheet->text, " of ignored text");
    }
    if (kinds[SYN_NAME]) {
        join(sheet, begin);
        add_count(sheet, kinds[SYN_NAME], "name or title", "names and titles");
    }
    if (kinds[SYN_COMMON]) {
        join(sheet, begin);
        add_count(sheet, kinds[SYN_COMMON], "common passage", "common passages");
    }
    if (sheet->text.len == begin)
        return;
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

void syn_checked_say(syn_sheet *sheet)
{
    const syn_checked *checked = &sheet->view->checked[sheet->checked];
    say_verdict(sheet, checked);
    say_known(sheet, sheet->checked);
    say_sources(sheet, sheet->checked);
    say_given(sheet, sheet->checked);
    say_versions(sheet, checked);
    say_not_counted(sheet, checked);
}
