#include "dedup/cover_inside.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "text/text.h"

#include <assert.h>
#include <stdlib.h>

/** The words of a side numbered by `vocabulary`, each number spread over 64 bits: equal for equal words only. */
static syn_status exact_number(const syn_cover_side *side, syn_vocabulary *vocabulary, uint64_t **out)
{
    syn_words words = {0};
    syn_status status = syn_text_make(side->text, side->bytes, vocabulary, &words, NULL);
    uint64_t *hash = NULL;

    assert(status < 0 || words.count == side->count);
    if (status == SYN_OK && !(hash = syn_alloc(words.count, sizeof *hash)))
        status = SYN_MEMORY;
    for (size_t i = 0; status == SYN_OK && i < words.count; ++i)
        hash[i] = syn_hash_mix(words.id[i]);
    syn_words_release(&words);
    *out = hash;
    return status;
}

syn_status syn_cover_exact(syn_cover_walk *walk, syn_cover_table *table, const syn_cover_side *set,
                           const syn_cover_side *kept, uint32_t least)
{
    syn_cover_side a = *set, b = *kept;
    uint64_t *a_hash = NULL, *b_hash = NULL;
    syn_vocabulary *vocabulary = NULL;
    syn_status status = syn_vocabulary_new(&vocabulary), again;

    if (status == SYN_OK)
        status = exact_number(set, vocabulary, &a_hash);
    if (status == SYN_OK)
        status = exact_number(kept, vocabulary, &b_hash);
    syn_vocabulary_free(vocabulary);
    a.hash = a_hash;
    b.hash = b_hash;
    if (status == SYN_OK)
        status = syn_cover_table_make(table, &a);
    if (status == SYN_OK)
        status = syn_cover_walk_make(walk, table, &a, &b, least);
    again = syn_cover_table_make(table, set); /* which has room, as `a` has as many words */
    free(a_hash);
    free(b_hash);
    return status < 0 ? status : again;
}
