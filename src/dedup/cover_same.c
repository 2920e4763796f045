/** Two texts word by word, in step. What both have alike byte for byte is passed over up to a place where a word is
 *  certainly at its end: a space behind an ASCII letter, since only hyphens join words over what follows.
 */
#include "dedup/cover_inside.h"

#include <string.h>

/** How far back such a place is looked for. */
#define SAME_BACK 256
/** Bytes compared at once. */
#define SAME_PIECE 4096

/** How many bytes are the same, counted in whole pieces, then one by one. */
static size_t same_bytes(const char *a, const char *b, size_t most)
{
    size_t at = 0;

    while (most - at >= SAME_PIECE && memcmp(a + at, b + at, SAME_PIECE) == 0)
        at += SAME_PIECE;
    while (at < most && a[at] == b[at])
        ++at;
    return at;
}

/** A text that is read in step with another. */
typedef struct same_text {
    syn_word_reader *reader;
    size_t at; /* between words */
} same_text;

/** Moves both on over what they have alike. Returns where the first is to be tried again: not before it is through with
 *  what was looked at, or texts without such places would be compared again at every word. */
static size_t same_skip(same_text *x, same_text *y, bool *words)
{
    size_t left = x->reader->count - x->at, other = y->reader->count - y->at;
    const char *text = x->reader->text + x->at;
    size_t bytes = same_bytes(text, y->reader->text + y->at, left < other ? left : other), again = x->at + bytes;

    for (size_t cut = bytes, least = bytes > SAME_BACK ? bytes - SAME_BACK : 1; cut > least; --cut) {
        if (text[cut - 1] != ' ' || (unsigned char)((text[cut - 2] | 0x20) - 'a') >= 26)
            continue;
        *words = true;
        x->at += cut;
        y->at += cut;
        break;
    }
    return again;
}

/** Moves behind the next word, which is canonical then. False at the text's end. */
static bool same_next(same_text *t)
{
    syn_word_reader *r = t->reader;

    while (t->at < r->count && !r->failed && !r->fold->failed) {
        syn_glyph g = syn_word_glyph(r, t->at, NULL);
        if (g.kind < SYN_FOLD_LETTER) {
            t->at += g.bytes;
            continue;
        }
        t->at = syn_word_read(r, t->at, g);
        if (r->canonical_bytes > 0)
            return true;
    }
    return false;
}

/** Whether both have the same words, and any. */
static bool same_words(syn_word_reader *first, syn_word_reader *second)
{
    same_text x = {first, 0}, y = {second, 0};
    bool words = false;

    for (size_t again = 0;; words = true) {
        bool more, other;
        if (x.at >= again)
            again = same_skip(&x, &y, &words);
        more = same_next(&x);
        other = same_next(&y);
        if (!more || !other)
            return !more && !other && words;
        if (first->canonical_bytes != second->canonical_bytes ||
            memcmp(first->canonical, second->canonical, first->canonical_bytes) != 0)
            return false;
    }
}

syn_status syn_cover_same(const char *a, size_t a_bytes, const char *b, size_t b_bytes, bool *same)
{
    syn_cover_word word;
    bool found, failed;

    if (a_bytes == b_bytes && (a_bytes == 0 || memcmp(a, b, a_bytes) == 0)) {
        *same = true;
        return SYN_OK;
    }
    syn_cover_word_init(&word);
    word.reader[0].text = a;
    word.reader[0].count = a_bytes;
    word.reader[1].text = b;
    word.reader[1].count = b_bytes;
    found = same_words(&word.reader[0], &word.reader[1]);
    failed = syn_cover_word_failed(&word);
    syn_cover_word_release(&word);
    if (failed)
        return SYN_MEMORY;
    *same = found;
    return SYN_OK;
}
