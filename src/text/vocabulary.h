/** The distinct words one worker has met: canonical bytes to numbers 0, 1, 2 ... in order of meeting.
 *
 *  Open addressing over slots that hold the first eight bytes, 32 bits of hash and the number + 1, so
 *  that a word of up to eight bytes costs one cache line; the hash's top bits are the place, so that
 *  growing reads no word. Words of up to 16 bytes lie in their record, padded with zeros, and are
 *  compared as integers; longer ones lie in `text`.
 *
 *      uint32_t id = syn_vocabulary_add(vocabulary, "word", 4);
 *
 *  Owns    its arrays and the worker's fold table.  Fails   SYN_VOCABULARY_NONE and vocabulary->status,
 *  sticky: SYN_MEMORY, SYN_LIMIT beyond 2^32 - 2 words or 4 GiB of long ones.
 */
#ifndef SYN_TEXT_VOCABULARY_H
#define SYN_TEXT_VOCABULARY_H

#include "text/fold.h"
#include "text/text.h"

#define SYN_VOCABULARY_SHORT 16
#define SYN_VOCABULARY_NONE UINT32_MAX

typedef struct syn_term {
    uint64_t head[2]; /**< the first 16 bytes, the first one lowest */
    uint32_t bytes;
    uint32_t text_at; /**< all bytes of a long word */
} syn_term;

typedef struct syn_slot {
    uint64_t low;    /**< head[0] */
    uint32_t hash;   /**< its lowest bit: longer than eight bytes */
    uint32_t number; /**< id + 1, 0 an empty slot */
} syn_slot;

struct syn_vocabulary {
    syn_slot *slots;
    uint32_t mask, shift; /**< slots - 1; 32 - log2(slots) */
    syn_term *terms;
    uint64_t *met; /**< how often, by id: apart from the terms, so that it stays in cache */
    size_t count, capacity, met_capacity;
    char *text;
    size_t text_bytes, text_capacity;
    syn_status status;
    syn_fold fold;
    syn_buf word, raw; /**< the word in work: canonical, and as it stands */
};

/** Eight bytes as an integer, the first one lowest. */
static inline uint64_t syn_vocabulary_load(const void *at)
{
    uint64_t x;

    __builtin_memcpy(&x, at, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

static inline uint32_t syn_vocabulary_hash(uint64_t low, uint64_t high)
{
    uint64_t x = low * 0x9e3779b97f4a7c15u, y = high * 0xc2b2ae3d27d4eb4fu;

    x ^= y << 32 | y >> 32;
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93u;
    return ((uint32_t)(x >> 32) & ~1u) | (high != 0);
}

/** What the inline functions leave to be done: a new word, met once. */
uint32_t syn_vocabulary_insert(syn_vocabulary *vocabulary, uint32_t hash, const uint64_t head[2], const char *word,
                               size_t bytes);

/** The number of a word of at most 16 bytes, met once more; `hash` is syn_vocabulary_hash of it. */
static inline uint32_t syn_vocabulary_add_short(syn_vocabulary *vocabulary, uint32_t hash, uint64_t low,
                                                uint64_t high, unsigned bytes)
{
    for (uint32_t i = hash >> vocabulary->shift;; i = (i + 1) & vocabulary->mask) {
        const syn_slot *slot = &vocabulary->slots[i];
        const syn_term *term;
        if (slot->number == 0)
            return syn_vocabulary_insert(vocabulary, hash, (uint64_t[]){low, high}, NULL, bytes);
        if (slot->low != low || slot->hash != hash)
            continue;
        term = &vocabulary->terms[slot->number - 1];
        if (bytes <= 8 || (term->head[1] == high && term->bytes == bytes)) {
            ++vocabulary->met[slot->number - 1];
            return slot->number - 1;
        }
    }
}

/** The number of a word of any length (at least 1 byte), counted once more. */
uint32_t syn_vocabulary_add(syn_vocabulary *vocabulary, const char *word, size_t bytes);

/** The canonical bytes of a word; `room` may be used to hold them. */
const char *syn_vocabulary_word(const syn_vocabulary *vocabulary, uint32_t id, char room[SYN_VOCABULARY_SHORT],
                                size_t *bytes);

#endif
