#include "trace/kind.h"

#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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

syn_status syn_stock_init(syn_stock *out, const syn_wordings *w)
{
    out->begins = syn_alloc_zero(w->lexicon->count, 1);
    if (out->begins == NULL)
        return SYN_MEMORY;
    for (uint32_t id = 0; id < w->lexicon->count; id++) {
        size_t bytes = 0;
        const char *word = syn_lexicon_word(w->lexicon, id, &bytes);
        for (size_t p = 0; p < sizeof stock / sizeof *stock && !out->begins[id]; p++)
            out->begins[id] = strncmp(stock[p], word, bytes) == 0 && (stock[p][bytes] == ' ' || stock[p][bytes] == '\0');
    }
    return SYN_OK;
}

void syn_stock_release(syn_stock *out)
{
    free(out->begins);
    out->begins = NULL;
}

static bool begins_phrase(const syn_wordings *w, const syn_wording *text, uint32_t i, uint32_t end)
{
    for (size_t p = 0; p < sizeof stock / sizeof *stock; p++)
        if (spells(w, text, i, end, stock[p]))
            return true;
    return false;
}

bool syn_stock_is(const syn_stock *marks, const syn_wordings *w, syn_stretch s)
{
    const syn_wording *text = &w->of[s.document];
    uint32_t found = 0, words = s.end - s.begin;
    for (uint32_t i = s.begin; i < s.end; i++)
        found += marks->begins[text->ids[i]] && begins_phrase(w, text, i, s.end);
    return found * 20 >= words || (found >= 2 && found * 40 >= words);
}
