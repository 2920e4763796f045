/** The sweep of any text against what syn_text_make finds in it, and its two ways against one another.
 *
 *      swept_check check = {0};
 *      swept_begin(&check);
 *      const char *broken = swept_law(&check, text, bytes, 5, syn_sweep_bound(0.1));   // NULL when all laws hold
 *      swept_end(&check);
 *
 *  Owns    what swept_begin made.  Fails   aborts when memory is short.
 */
#ifndef TESTS_SUPPORT_SWEPT_H
#define TESTS_SUPPORT_SWEPT_H

#include "text/sweep.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

typedef struct swept_check {
    syn_vocabulary *vocabulary;
    syn_words words;
    syn_sweep *way[2], *other; /* portable, the fastest here; one to ask about parts of a text */
} swept_check;

static inline void swept_need(syn_status status)
{
    if (status < 0)
        abort();
}

static inline void swept_begin(swept_check *check)
{
    swept_need(syn_vocabulary_new(&check->vocabulary));
    swept_need(syn_sweep_new(SYN_SWEEP_PORTABLE, &check->way[0]));
    swept_need(syn_sweep_new(SYN_SWEEP_BEST, &check->way[1]));
    swept_need(syn_sweep_new(SYN_SWEEP_PORTABLE, &check->other));
}

static inline void swept_end(swept_check *check)
{
    syn_vocabulary_free(check->vocabulary);
    syn_words_release(&check->words);
    syn_sweep_free(check->way[0]);
    syn_sweep_free(check->way[1]);
    syn_sweep_free(check->other);
}

/** The hash of the words' canonical bytes, as syn_text_make found them. */
static inline uint64_t swept_hash(const swept_check *check, size_t i)
{
    char room[SYN_VOCABULARY_SHORT];
    size_t bytes;
    const char *word = syn_vocabulary_word(check->vocabulary, check->words.id[i], room, &bytes);

    return syn_sweep_hash(word, bytes);
}

static inline const char *swept_words(swept_check *check, syn_sweep *sweep, const char *text, size_t bytes,
                                      uint64_t replaced_count)
{
    syn_swept bare, swept;

    swept_need(syn_sweep_words(sweep, text, bytes, false, &bare));
    if (bare.count != check->words.count || bare.begin || bare.replaced_count != replaced_count)
        return "a sweep without spans finds as many words and broken sequences";
    for (size_t i = 0; i < bare.count; ++i)
        if (bare.hash[i] != swept_hash(check, i))
            return "a word's hash is that of its canonical bytes";
    swept_need(syn_sweep_words(sweep, text, bytes, true, &swept));
    if (swept.count != check->words.count)
        return "a sweep with spans finds as many words";
    for (size_t i = 0; i < swept.count; ++i)
        if (swept.hash[i] != swept_hash(check, i) || swept.begin[i] != check->words.begin[i] ||
            swept.end[i] != check->words.end[i])
            return "a word of a sweep with spans stands where it does";
    return NULL;
}

/** The fingerprint of the shingle at `place`, from a text that has no other words. */
static inline uint64_t swept_alone(swept_check *check, const char *text, size_t place, uint32_t k)
{
    size_t last = place + k < check->words.count ? place + k : check->words.count;
    size_t begin = check->words.begin[place];
    syn_sampled alone;

    swept_need(syn_sweep_shingles(check->other, text + begin, check->words.end[last - 1] - begin, k, 0, &alone));
    return alone.count == 1 ? alone.fingerprint[0] : 0;
}

/** All shingles: as many as there are, in order, and those at `asked` what they are alone. */
static inline const char *swept_all(swept_check *check, const syn_sampled *all, const char *text, uint32_t k,
                                    size_t asked)
{
    size_t words = check->words.count, made = words < k ? words > 0 : words + 1 - k;

    if (all->word_count != words || all->count != made)
        return "every run of k words is a shingle, and one of fewer";
    for (size_t i = 0; i < made; ++i)
        if (all->place[i] != i)
            return "shingles begin at one word after another";
    if (made && all->fingerprint[asked % made] != swept_alone(check, text, asked % made, k))
        return "a fingerprint depends on the shingle's words alone";
    return NULL;
}

/** Of all shingles those up to the bound, or the smallest. */
static inline const char *swept_sample(const syn_sampled *all, const syn_sampled *some, uint64_t bound)
{
    uint64_t least = UINT64_MAX, used = bound;
    size_t kept = 0;

    for (size_t i = 0; i < all->count; ++i)
        least = all->fingerprint[i] < least ? all->fingerprint[i] : least;
    if (least > bound)
        used = least;
    for (size_t i = 0; i < all->count && kept <= some->count; ++i) {
        if (all->fingerprint[i] > used)
            continue;
        if (kept == some->count || some->fingerprint[kept] != all->fingerprint[i] ||
            some->place[kept] != all->place[i])
            return "a sample holds the small ones in order";
        ++kept;
        if (least > bound)
            break;
    }
    return kept == some->count ? NULL : "a sample holds no others";
}

static inline const char *swept_shingles(swept_check *check, unsigned way, const char *text, size_t bytes, uint32_t k,
                                         uint64_t bound, size_t asked)
{
    syn_sampled all, some;
    const char *broken;

    swept_need(syn_sweep_shingles(check->way[way], text, bytes, k, UINT64_MAX, &all));
    broken = swept_all(check, &all, text, k, asked);
    if (broken)
        return broken;
    swept_need(syn_sweep_shingles(check->way[1 - way], text, bytes, k, bound, &some));
    if (some.whole != all.whole || some.word_count != all.word_count || some.replaced_count != all.replaced_count)
        return "both ways find the same words";
    return swept_sample(&all, &some, bound);
}

/** The law that does not hold of a text, or NULL. */
static inline const char *swept_law(swept_check *check, const char *text, size_t bytes, uint32_t k, uint64_t bound)
{
    uint64_t replaced_count = 0;
    const char *broken = NULL;

    check->words.count = 0;
    swept_need(syn_text_make(text, bytes, check->vocabulary, &check->words, &replaced_count));
    for (unsigned way = 0; way < 2 && !broken; ++way) {
        broken = swept_words(check, check->way[way], text, bytes, replaced_count);
        if (!broken)
            broken = swept_shingles(check, way, text, bytes, k, bound, (size_t)bound);
    }
    return broken;
}

#endif
