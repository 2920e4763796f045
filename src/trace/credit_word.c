#include "trace/credit_word.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static inline bool is_letter(unsigned char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* How many bytes of a character beyond ASCII are no letter: NBSP, dashes, quotation marks; 0 for letters. */
static inline uint32_t mark_bytes(const char *text, uint32_t at, uint32_t end)
{
    const unsigned char *c = (const unsigned char *)text + at;
    if (c[0] == 0xC2)
        return end - at > 1 ? 2 : 1;
    if (end - at > 2 && ((c[0] == 0xE2 && (c[1] == 0x80 || c[1] == 0x81)) || (c[0] == 0xE3 && c[1] == 0x80) ||
                         (c[0] == 0xEF && c[1] == 0xBC)))
        return 3;
    return 0;
}

static inline bool is_word_byte(const char *text, uint32_t at, uint32_t end)
{
    return (unsigned char)text[at] < 0x80 ? is_letter((unsigned char)text[at]) : mark_bytes(text, at, end) == 0;
}

uint32_t syn_credit_apostrophe(const char *text, uint32_t at, uint32_t end)
{
    if (text[at] == '\'')
        return 1;
    return end - at > 2 && memcmp(text + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

uint32_t syn_credit_blanks(const char *text, uint32_t at, uint32_t end)
{
    while (at < end) {
        if (is_blank(text[at]))
            at++;
        else if (end - at > 1 && memcmp(text + at, "\xC2\xA0", 2) == 0)
            at += 2;
        else
            break;
    }
    return at;
}

/* Whether the mark at `at`, inside a word, belongs to it; *step is its bytes. */
static bool joins(const char *text, const syn_credit_word *word, uint32_t at, uint32_t end, uint32_t *step)
{
    uint32_t quote = syn_credit_apostrophe(text, at, end);
    *step = quote ? quote : 1;
    bool more = at + *step < end && is_word_byte(text, at + *step, end);
    if (quote || text[at] == '-' || text[at] == '&')
        return more;
    if (text[at] != '.')
        return false;
    return more || (at - word->begin <= 2 && text[word->begin] >= 'A' && text[word->begin] <= 'Z');
}

static bool is_capital(const char *text, uint32_t at, uint32_t end)
{
    unsigned char c = (unsigned char)text[at];
    if (c < 0x80)
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return !(c == 0xC3 && at + 1 < end && (unsigned char)text[at + 1] >= 0x9F);
}

/* Cuts a possessive: "Post's", "Times'". */
static void cut_possessive(const char *text, uint32_t end, syn_credit_word *word)
{
    uint32_t at = word->end;
    uint32_t quote = at < end ? syn_credit_apostrophe(text, at, end) : 0;
    if (quote && text[at - 1] == 's') {
        word->possessive = true;
        word->after = at + quote;
        return;
    }
    for (quote = 1; quote <= 3; quote += 2)
        if (at - word->begin > quote + 1 && (text[at - 1] | 0x20) == 's' &&
            syn_credit_apostrophe(text, at - 1 - quote, end) == quote) {
            word->possessive = true;
            word->end = at - 1 - quote;
            return;
        }
}

bool syn_credit_word_at(const char *text, uint32_t at, uint32_t end, syn_credit_word *word)
{
    uint32_t step;
    *word = (syn_credit_word){0};
    while (at < end && !is_word_byte(text, at, end)) {
        uint32_t next = syn_credit_blanks(text, at, end);
        if (next == at) {
            word->apart |= text[at] != '&';
            next += (unsigned char)text[at] < 0x80 ? 1 : mark_bytes(text, at, end);
        }
        at = next;
    }
    if (at >= end)
        return false;
    word->begin = at;
    word->capital = is_capital(text, at, end);
    while (at < end && at - word->begin < SYN_CREDIT_WORD) {
        if (is_word_byte(text, at, end))
            at++;
        else if (joins(text, word, at, end, &step))
            at += step;
        else
            break;
    }
    while (at < end && is_word_byte(text, at, end) && ((unsigned char)text[at] & 0xC0) == 0x80)
        at++; /* a word that is too long ends with a character */
    word->end = word->after = at;
    cut_possessive(text, end, word);
    return true;
}

static char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool syn_credit_word_in(const char *text, const syn_credit_word *word, const char *list)
{
    uint32_t bytes = word->end - word->begin;
    const char first = lowered(text[word->begin]);
    for (const char *item = list;; item++) {
        uint32_t i = 1;
        if (*item == first) {
            while (i < bytes && lowered(text[word->begin + i]) == item[i])
                i++;
            if (i == bytes && (item[i] == ' ' || item[i] == '\0'))
                return true;
        }
        while (*item != ' ' && *item != '\0')
            item++;
        if (*item == '\0')
            return false;
    }
}
