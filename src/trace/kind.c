#include "trace/kind.h"

#include <stdbool.h>
#include <string.h>

enum {
    name_most = 20,   /* words a name may have */
    around_words = 20 /* words looked at on either side of a name */
};

/* Phrases by which pages speak of themselves, as canonical words. One a line: add where needed. */
static const char *const stock[] = {
    "all rights reserved", "accept all cookies", "accept cookies", "already a subscriber",
    "article continues below", "by clicking", "by signing up", "by using this site", "cancel at any time",
    "click here", "comments are closed", "cookie policy", "cookie settings", "copyright", "create an account",
    "create a free account", "e mail me when", "enable javascript", "follow us", "for immediate release",
    "get our", "join the conversation", "keep reading", "leave a comment", "leave their comments", "log in",
    "manage your preferences", "may earn a commission", "may not be published", "more on this story",
    "most read", "newsletter", "no part of this", "our journalism", "our newsletter", "our partners",
    "our website", "personalised", "personalized", "privacy notice", "privacy policy", "privacy settings",
    "read more", "read next", "recommended for you", "register for free", "related articles", "related stories",
    "reload the page", "reprinted without", "reproduced without", "rewritten or redistributed", "sign in",
    "sign up", "skip to content", "story continues below", "straight to your inbox", "subscribe",
    "subscriber", "subscribers", "subscription", "support independent journalism", "terms and conditions",
    "terms of service", "terms of use", "this advertisement", "this article is free", "this site uses",
    "this website uses", "thank you for reading", "to add comments", "to your inbox", "trending on",
    "unlimited access", "unsubscribe", "use of cookies", "uses cookies", "we use cookies", "without permission",
    "without the express", "written permission", "written consent", "you consent to", "your browser",
    "your consent", "your email address", "your inbox", "your privacy choices", "your subscription",
};

static bool is_name_word(const syn_wordings *w, const syn_wording *text, uint32_t i, bool *capital)
{
    syn_casing casing = syn_text_casing(text->text, text->begin[i], text->end[i]);
    *capital = casing == SYN_CASE_CAPITAL || casing == SYN_CASE_UPPER;
    return *capital || w->surprisal->role[text->ids[i]] == SYN_ROLE_TITLE;
}

static bool is_function(const syn_wordings *w, const syn_wording *text, uint32_t i)
{
    return w->surprisal->role[text->ids[i]] == SYN_ROLE_FUNCTION;
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

/* The longest run of name words, with function words only between them. */
static syn_stretch longest_run(const syn_wordings *w, const syn_wording *text, syn_stretch s, uint32_t *capitals)
{
    syn_stretch best = {s.document, s.begin, s.begin}, run = best;
    uint32_t run_capitals = 0;
    bool open = false;
    *capitals = 0;
    for (uint32_t i = s.begin; i < s.end; i++) {
        bool capital = false, name = is_name_word(w, text, i, &capital);
        if (!name && is_function(w, text, i))
            continue;
        if (!name) {
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

bool syn_kind_name_in(const syn_wordings *w, syn_stretch s, syn_stretch *name)
{
    const syn_wording *text = &w->of[s.document];
    const uint32_t around_most = 60;
    uint32_t capitals = 0;
    if (s.end - s.begin > name_most)
        return false;
    syn_stretch run = longest_run(w, text, s, &capitals);
    uint32_t words = run.end - run.begin;
    if (words * 3 < (s.end - s.begin) * 2 || capitals < 2 || capitals * 10 < words * 3)
        return false;
    if (capitals_around(w, text, run) > around_most)
        return false;
    *name = run;
    return true;
}

/* Whether the canonical words from i on spell the phrase. */
static bool spells(const syn_wordings *w, const syn_wording *text, uint32_t i, uint32_t end, const char *phrase)
{
    while (*phrase != '\0') {
        size_t bytes = 0, length = strcspn(phrase, " ");
        if (i >= end)
            return false;
        const char *word = syn_lexicon_word(w->lexicon, text->ids[i++], &bytes);
        if (bytes != length || memcmp(word, phrase, length) != 0)
            return false;
        phrase += length + (phrase[length] == ' ');
    }
    return true;
}

bool syn_kind_is_common(const syn_wordings *w, syn_stretch s)
{
    const syn_wording *text = &w->of[s.document];
    uint32_t found = 0;
    for (uint32_t i = s.begin; i < s.end; i++) {
        for (size_t p = 0; p < sizeof stock / sizeof *stock; p++) {
            if (spells(w, text, i, s.end, stock[p])) {
                found++;
                break;
            }
        }
    }
    return found * 20 >= s.end - s.begin || (found >= 2 && found * 40 >= s.end - s.begin);
}
