/** Two words differ by one edit if, once their common beginning and end are cut off, what is left is
 *  one character on one side, one on each, or the same two in either order. No table, no allocation.
 */
#include "text/fold.h"
#include "text/text.h"
#include "text/utf8.h"

#include <string.h>

#define NEAR_LEAST_CHARACTERS 4

typedef struct part {
    const char *at;
    size_t bytes;
} part;

static bool near_is_tail(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/** The characters of valid UTF-8. */
static size_t near_count(part p)
{
    size_t count = 0;

    for (size_t i = 0; i < p.bytes; ++i)
        count += !near_is_tail(p.at[i]);
    return count;
}

static bool near_has_digit(part p)
{
    unsigned bytes;

    for (size_t i = 0; i < p.bytes; i += bytes) {
        uint32_t c = syn_utf8_decode(p.at + i, p.bytes - i, &bytes, NULL);
        if (c < 0x80 ? c >= '0' && c <= '9' : syn_fold_is_digit(c))
            return true;
    }
    return false;
}

/** Cuts off what both begin and end with, whole characters. */
static void near_trim(part *a, part *b)
{
    size_t least = a->bytes < b->bytes ? a->bytes : b->bytes, i = 0, j = 0;

    while (i < least && a->at[i] == b->at[i])
        ++i;
    while (i > 0 && ((i < a->bytes && near_is_tail(a->at[i])) || (i < b->bytes && near_is_tail(b->at[i]))))
        --i;
    while (j < least - i && a->at[a->bytes - 1 - j] == b->at[b->bytes - 1 - j])
        ++j;
    while (j > 0 && near_is_tail(a->at[a->bytes - j]))
        --j;
    *a = (part){a->at + i, a->bytes - i - j};
    *b = (part){b->at + i, b->bytes - i - j};
}

/** Whether the two characters of `a` are those of `b` the other way round. */
static bool near_is_swap(part a, part b)
{
    unsigned first;

    if (a.bytes != b.bytes || near_count(a) != 2 || near_count(b) != 2)
        return false;
    syn_utf8_decode(a.at, a.bytes, &first, NULL);
    return memcmp(a.at, b.at + b.bytes - first, first) == 0 && memcmp(a.at + first, b.at, a.bytes - first) == 0;
}

bool syn_lexicon_near(const syn_lexicon *lexicon, uint32_t a, uint32_t b)
{
    part whole_a, whole_b, left_a, left_b;
    size_t count_a, count_b;

    if (a == b)
        return true;
    whole_a.at = syn_lexicon_word(lexicon, a, &whole_a.bytes);
    whole_b.at = syn_lexicon_word(lexicon, b, &whole_b.bytes);
    if (whole_a.bytes > whole_b.bytes + 4 || whole_b.bytes > whole_a.bytes + 4)
        return false;
    left_a = whole_a;
    left_b = whole_b;
    near_trim(&left_a, &left_b);
    if (left_a.bytes > 8 || left_b.bytes > 8)
        return false;
    count_a = near_count(left_a);
    count_b = near_count(left_b);
    if (!(count_a <= 1 && count_b <= 1) && !near_is_swap(left_a, left_b))
        return false;
    return near_count(whole_a) >= NEAR_LEAST_CHARACTERS && near_count(whole_b) >= NEAR_LEAST_CHARACTERS &&
           !near_has_digit(whole_a) && !near_has_digit(whole_b);
}
