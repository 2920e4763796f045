/* A pattern is read from its word outwards: what stands left of it backwards, what stands right of it forwards. */
#include "trace/credit_pattern.h"

#include <string.h>

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
    return syn_credit_blanks(text, word->after, at) == at;
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
            return syn_credit_name_before(text, begin, f->cue.begin, &f->name);
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

static bool fits_after(const char *text, const char *pattern, uint32_t end, bool near, syn_credit_fit *f)
{
    while (*pattern) {
        syn_credit_word word;
        size_t length = strcspn(pattern, " ");
        if (length == 1 && *pattern == 'X')
            return syn_credit_name_after(text, f->cue.end, end, near, &f->name);
        bool fits = length == 0 || (syn_credit_word_at(text, f->cue.end, end, &word) && !word.apart &&
                                    fits_token(text, &word, pattern, length));
        if (!fits && pattern[length - 1] != '?')
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
