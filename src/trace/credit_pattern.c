/* A pattern is read from its word outwards: what stands left of it backwards, what stands right of it forwards. */
#include "trace/credit_pattern.h"

#include "trace/credit_line.h"

#include <string.h>

enum { between_most = 8 };

static bool word_is(const char *text, const syn_credit_word *word, const char *item, size_t bytes)
{
    if (word->end - word->begin != bytes)
        return false;
    for (size_t i = 0; i < bytes; i++) {
        char c = text[word->begin + i];
        if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != item[i])
            return false;
    }
    return true;
}

/* Whether the word is one of the token's, "a|b" or "a|b?". */
static bool fits_token(const char *text, const syn_credit_word *word, const char *token, size_t bytes)
{
    for (size_t at = 0; at < bytes;) {
        size_t length = 0;
        while (at + length < bytes && token[at + length] != '|' && token[at + length] != '?')
            length++;
        if (word_is(text, word, token + at, length))
            return true;
        at += length + 1;
    }
    return false;
}

bool syn_credit_word_before(const char *text, uint32_t begin, uint32_t at, syn_credit_word *word)
{
    syn_credit_word next;
    uint32_t from = at > begin + 1 ? at - 1 : begin;
    while (from > begin && (text[from] == ' ' || text[from] == '\n'))
        from--;
    while (from > begin && text[from - 1] != ' ' && text[from - 1] != '\n' && at - from < 40)
        from--;
    if (!syn_credit_word_at(text, from, at, word) || syn_credit_word_at(text, word->after, at, &next))
        return false;
    const uint32_t behind = word->after; /* "d'" of "d'après" */
    const uint32_t quote = behind < at ? syn_credit_apostrophe(text, behind, at) : 0;
    return (quote > 0 && behind + quote == at) || syn_credit_blanks(text, behind, at) == at;
}

/* One capitalised word alone, no part of a longer name. */
static bool maybe_before(const char *text, uint32_t begin, uint32_t at, syn_credit_name *name)
{
    syn_credit_word word, other;
    return syn_credit_word_before(text, begin, at, &word) && !word.possessive &&
           !(syn_credit_word_before(text, begin, word.begin, &other) && other.capital) &&
           syn_credit_maybe(text, word.begin, word.end, true, name);
}

static bool maybe_after(const char *text, uint32_t at, uint32_t end, syn_credit_name *name)
{
    syn_credit_word word, other;
    return syn_credit_word_at(text, at, end, &word) && !word.apart && !word.possessive &&
           !(syn_credit_word_at(text, word.after, end, &other) && !other.apart && other.capital) &&
           syn_credit_maybe(text, word.begin, word.end, true, name);
}

/* The part of a pattern before the word, read backwards from byte `at`. */
static bool fits_before(const char *text, const char *pattern, size_t bytes, uint32_t begin, syn_credit_fit *f)
{
    while (bytes > 0) {
        syn_credit_word word;
        size_t end = bytes, from;
        while (end > 0 && pattern[end - 1] == ' ')
            end--;
        for (from = end; from > 0 && pattern[from - 1] != ' ';)
            from--;
        if (end == from)
            break;
        if (end - from == 1 && pattern[from] == 'X')
            return f->maybe ? maybe_before(text, begin, f->cue.begin, &f->name)
                            : syn_credit_name_before(text, begin, f->cue.begin, &f->name);
        bool fits = syn_credit_word_before(text, begin, f->cue.begin, &word) &&
            fits_token(text, &word, pattern + from, end - from);
        if (!fits && pattern[end - 1] != '?')
            return false;
        if (fits)
            f->cue.begin = word.begin;
        bytes = from;
    }
    return true;
}

/* Whether the word opens with an elided one of the token's: "all'ANSA". The cue then ends behind the apostrophe. */
static bool fits_elided(const char *text, const syn_credit_word *word, const char *token, size_t bytes,
                        syn_credit_fit *f)
{
    syn_credit_word first = *word;
    for (first.end = first.begin; first.end < word->end && first.end - first.begin < 6; first.end++) {
        const uint32_t quote = syn_credit_apostrophe(text, first.end, word->end);
        if (quote == 0)
            continue;
        if (!fits_token(text, &first, token, bytes))
            return false;
        f->cue.end = first.end + quote;
        return true;
    }
    return false;
}

static bool fits_after(const char *text, const char *pattern, uint32_t end, bool near, syn_credit_fit *f);

/* The rest of a pattern, up to eight words farther on. */
static bool fits_far(const char *text, const char *pattern, uint32_t end, bool near, syn_credit_fit *f)
{
    syn_credit_word word;
    uint32_t at = f->cue.end;
    for (int i = 0; i <= between_most; i++) {
        f->cue.end = at;
        if (fits_after(text, pattern, end, near, f))
            return true;
        if (!syn_credit_word_at(text, at, end, &word) || word.apart)
            return false;
        at = word.after;
    }
    return false;
}

static bool fits_after(const char *text, const char *pattern, uint32_t end, bool near, syn_credit_fit *f)
{
    while (*pattern) {
        syn_credit_word word;
        size_t length = strcspn(pattern, " ");
        if (length == 3 && memcmp(pattern, "...", 3) == 0)
            return fits_far(text, pattern + 4, end, near, f);
        if (length == 1 && *pattern == 'X')
            return f->maybe ? maybe_after(text, f->cue.end, end, &f->name)
                            : syn_credit_name_after(text, f->cue.end, end, near, &f->name);
        bool fits = length == 0 || (syn_credit_word_at(text, f->cue.end, end, &word) && !word.apart &&
                                    fits_token(text, &word, pattern, length));
        bool elided = !fits && length > 0 && !word.apart && word.end > word.begin &&
            fits_elided(text, &word, pattern, length, f);
        if (!fits && !elided && pattern[length - 1] != '?')
            return false;
        if (fits && length > 0)
            f->cue.end = word.end;
        pattern += length + (pattern[length] == ' ');
    }
    return true;
}

bool syn_credit_fits(const char *text, const syn_credit_cue *row, syn_reach sentence, syn_credit_fit *f)
{
    size_t length = strlen(row->word);
    const char *at = row->pattern;
    while (strncmp(at, row->word, length) != 0 || (at[length] != ' ' && at[length] != '\0'))
        at += strcspn(at, " ") + 1;
    f->name.all = (syn_reach){0};
    return fits_before(text, row->pattern, (size_t)(at - row->pattern), sentence.begin, f) &&
        fits_after(text, at + length, sentence.end, row->flags & SYN_CUE_KNOWN, f) &&
           f->name.all.end > 0;
}
