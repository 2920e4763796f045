/** Plain ASCII, eight bytes at a time in one register.
 *
 *  Bytes below 0x80 can be compared with a bound all at once: adding 0x80 - bound to each carries into
 *  its high bit if it is at least the bound, and never into the next byte (Lamport, Multiple byte
 *  processing with full-word instructions, 1975).
 *
 *      uint64_t word;
 *      unsigned bytes = syn_plain_word("Fence, ", &word);  // 5, and word holds "fence"
 */
#ifndef SYN_TEXT_PLAIN_H
#define SYN_TEXT_PLAIN_H

#include "text/vocabulary.h"

#define SYN_PLAIN_EACH(byte) (0x0101010101010101u * (uint64_t)(byte))
#define SYN_PLAIN_HIGH SYN_PLAIN_EACH(0x80)

/** The high bit of each byte of `x` (all below 0x80) that is in [first, last]. */
static inline uint64_t syn_plain_between(uint64_t x, unsigned first, unsigned last)
{
    return (x + SYN_PLAIN_EACH(0x80 - first)) & ~(x + SYN_PLAIN_EACH(0x7f - last)) & SYN_PLAIN_HIGH;
}

/** How many ASCII letters and digits the eight bytes at `at` begin with; they are left in *word, the
 *  first one lowest, letters lowered, zeros behind. */
static inline unsigned syn_plain_word(const char *at, uint64_t *word)
{
    uint64_t x = syn_vocabulary_load(at), low = x & ~SYN_PLAIN_HIGH;
    uint64_t letters = syn_plain_between(low | SYN_PLAIN_EACH(0x20), 'a', 'z');
    uint64_t other = SYN_PLAIN_HIGH & ~((letters | syn_plain_between(low, '0', '9')) & ~x);

    *word = x | letters >> 2;
    if (other == 0)
        return 8;
    *word &= ((other & (0 - other)) >> 7) - 1;
    return (unsigned)__builtin_ctzll(other) / 8;
}

/** Whether a byte may begin a word: 1 an ASCII letter or digit, 2 any byte that is not ASCII. */
static inline unsigned syn_plain_start(unsigned char byte)
{
    if (byte >= 0x80)
        return 2;
    return (unsigned char)((byte | 0x20) - 'a') < 26 || (unsigned char)(byte - '0') < 10;
}

#endif
