#include "trace/attribution.h"

#include "text/text.h"

#include <string.h>

static const char *const verbs[] = {
    "added", "argued", "claimed", "continued", "declared", "explained", "insisted", "noted", "replied", "reported",
    "said", "says", "stated", "stressed", "testified", "told", "tweeted", "wrote"};
enum { verb_bytes = 9, apposition_words = 24 /* words between a name and its verb: "Ada Quill, head of ..., said" */ };

static bool is_verb(const syn_wording *w, uint32_t word)
{
    const uint32_t bytes = w->end[word] - w->begin[word];
    if (bytes < 4 || bytes > verb_bytes)
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strlen(verbs[i]) == bytes && memcmp(w->text + w->begin[word], verbs[i], bytes) == 0)
            return true;
    return false;
}

bool syn_attribution_capital(const syn_wording *w, uint32_t word)
{
    const syn_casing casing = syn_text_casing(w->text, w->begin[word], w->end[word]);
    return casing == SYN_CASE_CAPITAL || casing == SYN_CASE_UPPER;
}

/* Whether a comma stands right before `word`. */
static bool comma_before(const syn_wording *w, uint32_t word)
{
    return word > 0 && memchr(w->text + w->end[word - 1], ',', w->begin[word] - w->end[word - 1]) != NULL;
}

/* A name that ends before `verb`, in words from `begin` on: right before it, or before what is put in
 * commas between them. */
static uint32_t name_before(const syn_wording *w, uint32_t begin, uint32_t verb)
{
    if (verb == begin)
        return SYN_NONE;
    if (!comma_before(w, verb))
        return syn_attribution_capital(w, verb - 1) ? verb - 1 : SYN_NONE;
    for (uint32_t at = verb - 1; at > begin && verb - at < apposition_words; at--) {
        if (!comma_before(w, at))
            continue;
        if (!syn_attribution_capital(w, at))
            return syn_attribution_capital(w, at - 1) ? at - 1 : SYN_NONE;
        while (at + 1 < verb && syn_attribution_capital(w, at + 1))
            at++;
        return at;
    }
    return syn_attribution_capital(w, verb - 1) ? verb - 1 : SYN_NONE;
}

static uint32_t name_behind(const syn_wording *w, uint32_t verb, uint32_t end)
{
    uint32_t at = verb;
    while (at + 1 < end && syn_attribution_capital(w, at + 1) && !comma_before(w, at + 1))
        at++;
    return at > verb ? at : SYN_NONE;
}

uint32_t syn_attribution_find(const syn_wording *w, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        if (!is_verb(w, i))
            continue;
        const uint32_t before = name_before(w, begin, i), name = before != SYN_NONE ? before : name_behind(w, i, end);
        if (name != SYN_NONE)
            return name;
    }
    return SYN_NONE;
}
