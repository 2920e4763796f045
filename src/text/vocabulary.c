#include "text/vocabulary.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define VOCABULARY_FIRST_SLOTS_LOG2 12

syn_status syn_vocabulary_new(syn_vocabulary **out)
{
    syn_vocabulary *vocabulary = syn_alloc_zero(1, sizeof *vocabulary);

    if (!vocabulary)
        return SYN_MEMORY;
    vocabulary->slots = syn_alloc_zero((size_t)1 << VOCABULARY_FIRST_SLOTS_LOG2, sizeof *vocabulary->slots);
    if (!vocabulary->slots) {
        free(vocabulary);
        return SYN_MEMORY;
    }
    vocabulary->mask = (1u << VOCABULARY_FIRST_SLOTS_LOG2) - 1;
    vocabulary->shift = 32 - VOCABULARY_FIRST_SLOTS_LOG2;
    *out = vocabulary;
    return SYN_OK;
}

void syn_vocabulary_free(syn_vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    syn_fold_release(&vocabulary->fold);
    syn_buf_release(&vocabulary->word);
    syn_buf_release(&vocabulary->raw);
    free(vocabulary->slots);
    free(vocabulary->terms);
    free(vocabulary->met);
    free(vocabulary->text);
    free(vocabulary);
}

static void vocabulary_place(syn_slot *slots, uint32_t mask, uint32_t shift, syn_slot slot)
{
    uint32_t i = slot.hash >> shift;

    while (slots[i].number != 0)
        i = (i + 1) & mask;
    slots[i] = slot;
}

/** Doubles the slots; nothing changes when memory is short. */
static bool vocabulary_grow(syn_vocabulary *vocabulary)
{
    uint32_t mask = vocabulary->mask * 2 + 1, shift = vocabulary->shift - 1;
    syn_slot *slots = syn_alloc_zero((size_t)mask + 1, sizeof *slots);

    if (!slots)
        return false;
    for (size_t i = 0; i <= vocabulary->mask; ++i)
        if (vocabulary->slots[i].number != 0)
            vocabulary_place(slots, mask, shift, vocabulary->slots[i]);
    free(vocabulary->slots);
    vocabulary->slots = slots;
    vocabulary->mask = mask;
    vocabulary->shift = shift;
    return true;
}

/** Makes room for one more word with `text_bytes` of text. */
static syn_status vocabulary_room(syn_vocabulary *vocabulary, size_t text_bytes)
{
    if (vocabulary->count >= SYN_VOCABULARY_NONE - 1 || text_bytes > UINT32_MAX - vocabulary->text_bytes)
        return SYN_LIMIT;
    if (!syn_alloc_room((void **)&vocabulary->terms, &vocabulary->capacity, vocabulary->count + 1,
                        sizeof *vocabulary->terms) ||
        !syn_alloc_room((void **)&vocabulary->met, &vocabulary->met_capacity, vocabulary->count + 1,
                        sizeof *vocabulary->met) ||
        !syn_alloc_room((void **)&vocabulary->text, &vocabulary->text_capacity, vocabulary->text_bytes + text_bytes, 1))
        return SYN_MEMORY;
    if (vocabulary->count >= vocabulary->mask / 2 && vocabulary->shift > 1 && !vocabulary_grow(vocabulary))
        return SYN_MEMORY;
    return SYN_OK;
}

uint32_t syn_vocabulary_insert(syn_vocabulary *vocabulary, uint32_t hash, const uint64_t head[2], const char *word,
                               size_t bytes)
{
    size_t text_bytes = bytes > SYN_VOCABULARY_SHORT ? bytes : 0;
    syn_status status = vocabulary_room(vocabulary, text_bytes);

    if (status < 0) {
        vocabulary->status = status;
        return SYN_VOCABULARY_NONE;
    }
    if (text_bytes)
        memcpy(vocabulary->text + vocabulary->text_bytes, word, text_bytes);
    vocabulary->terms[vocabulary->count] = (syn_term){.head = {head[0], head[1]},
                                                      .bytes = (uint32_t)bytes,
                                                      .text_at = (uint32_t)vocabulary->text_bytes};
    vocabulary->met[vocabulary->count] = 1;
    vocabulary->text_bytes += text_bytes;
    ++vocabulary->count;
    vocabulary_place(vocabulary->slots, vocabulary->mask, vocabulary->shift,
                     (syn_slot){.low = head[0], .hash = hash, .number = (uint32_t)vocabulary->count});
    return (uint32_t)vocabulary->count - 1;
}

static uint32_t vocabulary_add_long(syn_vocabulary *vocabulary, const char *word, size_t bytes)
{
    uint64_t head[2] = {syn_vocabulary_load(word), syn_vocabulary_load(word + 8)};
    uint32_t hash = (uint32_t)(syn_hash(word, bytes) >> 32) | 1;

    for (uint32_t i = hash >> vocabulary->shift; vocabulary->slots[i].number != 0; i = (i + 1) & vocabulary->mask) {
        uint32_t id = vocabulary->slots[i].number - 1;
        const syn_term *term = &vocabulary->terms[id];
        if (vocabulary->slots[i].hash == hash && term->bytes == bytes &&
            memcmp(vocabulary->text + term->text_at, word, bytes) == 0) {
            ++vocabulary->met[id];
            return id;
        }
    }
    return syn_vocabulary_insert(vocabulary, hash, head, word, bytes);
}

uint32_t syn_vocabulary_add(syn_vocabulary *vocabulary, const char *word, size_t bytes)
{
    char head[SYN_VOCABULARY_SHORT] = {0};
    uint64_t low, high;

    if (bytes > SYN_VOCABULARY_SHORT)
        return vocabulary_add_long(vocabulary, word, bytes);
    memcpy(head, word, bytes);
    low = syn_vocabulary_load(head);
    high = syn_vocabulary_load(head + 8);
    return syn_vocabulary_add_short(vocabulary, syn_vocabulary_hash(low, high), low, high, (unsigned)bytes);
}

const char *syn_vocabulary_word(const syn_vocabulary *vocabulary, uint32_t id, char room[SYN_VOCABULARY_SHORT],
                                size_t *bytes)
{
    const syn_term *term = &vocabulary->terms[id];

    *bytes = term->bytes;
    if (term->bytes > SYN_VOCABULARY_SHORT)
        return vocabulary->text + term->text_at;
    for (unsigned i = 0; i < 2; ++i) {
        const uint64_t part = syn_vocabulary_load(&term->head[i]); /* its own inverse: the first byte comes first */
        memcpy(room + i * sizeof part, &part, sizeof part);
    }
    return room;
}
