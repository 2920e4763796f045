#include "trace/kind.h"

#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Phrases by which pages speak of themselves, as canonical words, grouped by their first letter, then word. */
static const char *const stock[] = {
    "all rights reserved", "accept all", "accept cookies", "already a subscriber",
    "article continues below", "by clicking", "by continuing to browse", "by continuing to use", "by signing up", "by using this site", "cancel at any time",
    "click here", "comments are closed", "cookie policy", "cookie settings", "copyright", "create an account",
    "create a free account", "e mail me when", "enable javascript", "follow us", "for immediate release",
    "get our", "join the conversation", "keep reading", "leave a comment", "leave their comments", "log in",
    "manage preferences", "manage your preferences", "may earn a commission", "may not be published", "more on this story",
    "most read", "newsletter", "no part of this", "our journalism", "our newsletter", "our partners",
    "our website", "personalised", "personalized", "privacy notice", "privacy policy", "privacy settings",
    "read more", "read next", "recommended for you", "register for free", "related articles", "related stories",
    "reload the page", "reprinted without", "reproduced without", "rewritten or redistributed", "sign in",
    "sign up", "skip to content", "story continues below", "straight to your inbox", "subscribe",
    "subscriber", "subscribers", "subscription", "support independent journalism", "terms and conditions",
    "terms of service", "terms of use", "this advertisement", "this article is free", "this site uses",
    "this website uses", "thank you for reading", "to add comments", "to your inbox", "trending on",
    "unlimited access", "unsubscribe", "use of cookies", "uses cookies", "we use cookies", "without permission",
    "without the express", "written permission", "written consent", "you agree to our", "you consent to", "your browser",
    "your consent", "your email address", "your inbox", "your privacy choices", "your subscription",
};
static const size_t stock_count = sizeof stock / sizeof *stock;

/* How many canonical words from i on spell the phrase; 0 when they do not. */
static uint32_t spells(const syn_wordings *w, const syn_wording *text, uint32_t i, uint32_t end, const char *phrase)
{
    const uint32_t first = i;
    while (*phrase != '\0') {
        size_t bytes = 0, length = strcspn(phrase, " ");
        if (i >= end)
            return 0;
        const char *word = syn_lexicon_word(w->lexicon, text->ids[i++], &bytes);
        if (bytes != length || memcmp(word, phrase, length) != 0)
            return 0;
        phrase += length + (phrase[length] == ' ');
    }
    return i - first;
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
    unsigned char initials[256] = {0}; /* the first phrase of each letter, plus one */
    out->first = syn_alloc_zero(w->lexicon->count, 1);
    if (out->first == NULL)
        return SYN_MEMORY;
    for (size_t p = stock_count; p-- > 0;)
        initials[(unsigned char)*stock[p]] = (unsigned char)(p + 1);
    for (uint32_t id = 0; id < w->lexicon->count; id++) {
        const unsigned char letter = (unsigned char)w->lexicon->text[w->lexicon->text_at[id]];
        for (size_t p = initials[letter]; p > 0 && p <= stock_count && (unsigned char)*stock[p - 1] == letter; p++) {
            if (begins_with(w, id, stock[p - 1])) {
                out->first[id] = (unsigned char)p;
                break;
            }
        }
    }
    return SYN_OK;
}

void syn_stock_release(syn_stock *out)
{
    free(out->first);
    out->first = NULL;
}

/* Words of the phrase that begins at word i, or 0. */
static uint32_t phrase_words(const syn_stock *marks, const syn_wordings *w, const syn_wording *text, uint32_t i, uint32_t end)
{
    for (size_t p = marks->first[text->ids[i]]; p > 0 && p <= stock_count && begins_with(w, text->ids[i], stock[p - 1]); p++) {
        uint32_t words = spells(w, text, i, end, stock[p - 1]);
        if (words > 0)
            return words;
    }
    return 0;
}

/* The first cluster of phrases at or behind `from`; how many phrases it has. */
static uint32_t find_cluster(const syn_stock *marks, const syn_wordings *w, syn_stretch s, uint32_t from, syn_stretch *cluster)
{
    const syn_wording *text = &w->of[s.document];
    uint32_t phrases = 0;
    for (uint32_t i = from; i < s.end; i++) {
        uint32_t words = phrase_words(marks, w, text, i, s.end);
        if (phrases > 0 && i > cluster->end + SYN_STOCK_GAP)
            break;
        if (words == 0)
            continue;
        if (phrases++ == 0)
            cluster->begin = i;
        cluster->end = i + words;
        i += words - 1;
    }
    return phrases;
}

void syn_stock_cut(const syn_stock *marks, const syn_wordings *w, syn_stretch s, syn_stretch *rest)
{
    const bool is_short = s.end - s.begin <= SYN_STOCK_SHORT;
    syn_stretch cluster = {s.document, s.begin, s.begin};
    uint32_t phrases;
    *rest = s;
    for (uint32_t from = s.begin; (phrases = find_cluster(marks, w, s, from, &cluster)) > 0; from = cluster.end) {
        if (phrases < 2 && !is_short)
            continue;
        bool at_begin = cluster.begin <= rest->begin + SYN_STOCK_EDGE, at_end = cluster.end + SYN_STOCK_EDGE >= rest->end;
        if (at_begin || is_short)
            rest->begin = at_end || is_short ? rest->end : cluster.end;
        else if (at_end)
            rest->end = cluster.begin;
    }
}
