#include "text/name.h"

#include <stdbool.h>

enum {
    name_most = 20,   /* words a name may have */
    around_words = 20 /* words looked at on either side of a name */
};

static bool is_title(const syn_wordings *w, const syn_wording *text, uint32_t i)
{
    return i < text->count && w->surprisal->role[text->ids[i]] == SYN_ROLE_TITLE;
}

static bool is_function(const syn_wordings *w, const syn_wording *text, uint32_t i)
{
    return w->surprisal->role[text->ids[i]] == SYN_ROLE_FUNCTION;
}

/* A capitalised word, a title, or the word that says which title: "legal director". */
static bool is_name_word(const syn_wordings *w, const syn_wording *text, uint32_t i, bool *capital)
{
    syn_casing casing = syn_text_casing(text->text, text->begin[i], text->end[i]);
    *capital = casing == SYN_CASE_CAPITAL || casing == SYN_CASE_UPPER;
    return *capital || is_title(w, text, i) || (is_title(w, text, i + 1) && !is_function(w, text, i));
}

/* Capitalised words among the content words just outside the stretch, in hundredths. */
static uint32_t capitals_around(const syn_wordings *w, const syn_wording *text, syn_stretch s)
{
    uint32_t content = 0, capitals = 0;
    uint32_t from = s.begin > around_words ? s.begin - around_words : 0;
    uint32_t to = text->count - s.end > around_words ? s.end + around_words : text->count;
    for (uint32_t i = from; i < to; i++) {
        bool capital = false;
        if ((i >= s.begin && i < s.end) || is_function(w, text, i))
            continue;
        is_name_word(w, text, i, &capital);
        content++;
        capitals += capital;
    }
    return content == 0 ? 0 : capitals * 100 / content;
}

/* The longest run of name words, with function words only between them; *capitals is how many of its
 * words are capitalised, *others how many words of the whole stretch belong to no name. */
static syn_stretch longest_run(const syn_wordings *w, const syn_wording *text, syn_stretch s, uint32_t *capitals, uint32_t *others)
{
    syn_stretch best = {s.document, s.begin, s.begin}, run = best;
    uint32_t run_capitals = 0;
    bool open = false;
    *capitals = *others = 0;
    for (uint32_t i = s.begin; i < s.end; i++) {
        bool capital = false, name = is_name_word(w, text, i, &capital);
        if (!name && is_function(w, text, i))
            continue;
        if (!name) {
            ++*others;
            open = false;
            continue;
        }
        if (!open) {
            run.begin = i;
            run_capitals = 0;
        }
        open = true;
        run.end = i + 1;
        run_capitals += capital && !is_function(w, text, i);
        if (run.end - run.begin > best.end - best.begin) {
            best = run;
            *capitals = run_capitals;
        }
    }
    return best;
}

/* A first look at first bytes: too few capitals, or none, are no name. Bytes beyond ASCII may be some. */
static bool may_be_name(const syn_wording *text, syn_stretch s)
{
    uint32_t capitals = 0;
    for (uint32_t i = s.begin; i < s.end; i++) {
        unsigned char first = (unsigned char)text->text[text->begin[i]];
        capitals += (first >= 'A' && first <= 'Z') || first >= 0x80;
    }
    return capitals >= 2 && capitals * 20 >= (s.end - s.begin) * 3;
}

bool syn_name_in(const syn_wordings *w, syn_stretch s, syn_stretch *name)
{
    const syn_wording *text = &w->of[s.document];
    const uint32_t around_most = 60;
    uint32_t capitals = 0, others = 0, all = s.end - s.begin;
    if (all > name_most || !may_be_name(text, s))
        return false;
    syn_stretch run = longest_run(w, text, s, &capitals, &others);
    uint32_t words = run.end - run.begin;
    if (words * 2 < all || others * 4 > all || capitals < 2 || capitals * 10 < words * 3)
        return false;
    if (capitals_around(w, text, run) > around_most)
        return false;
    *name = run;
    return true;
}
