#include "trace/kind.h"

#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Phrases by which pages speak of themselves, as canonical words, sorted by their first word. */
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
static const size_t stock_count = sizeof stock / sizeof *stock;

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

/* Whether the first word of the phrase is this one. */
static bool begins_with(const syn_wordings *w, uint32_t id, const char *phrase)
{
    size_t bytes = 0;
    const char *word = syn_lexicon_word(w->lexicon, id, &bytes);
    return strncmp(phrase, word, bytes) == 0 && (phrase[bytes] == ' ' || phrase[bytes] == '\0');
}

syn_status syn_stock_init(syn_stock *out, const syn_wordings *w)
{
    out->first = syn_alloc_zero(w->lexicon->count, 1);
    if (out->first == NULL)
        return SYN_MEMORY;
    for (uint32_t id = 0; id < w->lexicon->count; id++)
        for (size_t p = 0; p < stock_count && out->first[id] == 0; p++)
            if (begins_with(w, id, stock[p]))
                out->first[id] = (unsigned char)(p + 1);
    return SYN_OK;
}

void syn_stock_release(syn_stock *out)
{
    free(out->first);
    out->first = NULL;
}

static bool begins_phrase(const syn_stock *marks, const syn_wordings *w, const syn_wording *text, uint32_t i, uint32_t end)
{
    for (size_t p = marks->first[text->ids[i]]; p > 0 && p <= stock_count && begins_with(w, text->ids[i], stock[p - 1]); p++)
        if (spells(w, text, i, end, stock[p - 1]))
            return true;
    return false;
}

bool syn_stock_is(const syn_stock *marks, const syn_wordings *w, syn_stretch s)
{
    const syn_wording *text = &w->of[s.document];
    uint32_t found = 0, words = s.end - s.begin;
    for (uint32_t i = s.begin; i < s.end; i++)
        found += begins_phrase(marks, w, text, i, s.end);
    return found * 20 >= words || (found >= 2 && found * 40 >= words);
}
