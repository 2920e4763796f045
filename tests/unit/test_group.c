#include "base/hash.h"
#include "sketch/group.h"

#include <criterion/criterion.h>
#include <stdlib.h>

enum { WORDS = 4096 };

/** Documents as numbers of words, put through the whole stage. */
typedef struct grouped {
    uint64_t hashes[WORDS];
    syn_group group;
} grouped;

static void group_texts(grouped *g, const syn_group_text *texts, uint32_t count, uint32_t k, uint32_t w)
{
    syn_group_scratch scratch = {0};
    for (uint32_t i = 0; i < WORDS; i++)
        g->hashes[i] = syn_hash_mix(i + 1);
    syn_sketch sketch = {.hash = g->hashes, .shingle_words = k, .window_words = w};
    cr_assert_eq(syn_group_init(&g->group, &sketch, texts, count), SYN_OK);
    for (uint32_t b = 0; b < g->group.batch_count; b++)
        syn_group_count(&g->group, b, &scratch);
    cr_assert_eq(syn_group_place(&g->group), SYN_OK);
    for (uint32_t b = 0; b < g->group.batch_count; b++)
        syn_group_deal(&g->group, b, &scratch);
    for (uint32_t p = 0; p < SYN_GROUP_PARTITIONS; p++)
        cr_assert_eq(syn_group_mark(&g->group, p, &scratch), SYN_OK);
    for (uint32_t b = 0; b < g->group.batch_count; b++)
        syn_group_stretches(&g->group, b);
    syn_group_scratch_release(&scratch);
}

static size_t stretch_count(const grouped *g)
{
    size_t count = 0;
    for (uint32_t b = 0; b < g->group.batch_count; b++)
        count += g->group.batches[b].stretch_count;
    return count;
}

static void stretch_is(const grouped *g, size_t i, uint32_t document, uint32_t begin, uint32_t end)
{
    cr_assert_eq(g->group.batch_count, 1);
    cr_assert_lt(i, g->group.batches[0].stretch_count);
    const syn_stretch *s = &g->group.batches[0].stretches[i];
    cr_expect(s->document == document && s->begin == begin && s->end == end, "document %u [%u, %u)", s->document, s->begin, s->end);
}

#define TEXT(...) {.ids = (const uint32_t[]){__VA_ARGS__}, .count = sizeof (uint32_t[]){__VA_ARGS__} / sizeof(uint32_t)}

Test(group, a_shared_run_is_a_stretch_of_both_and_no_word_more)
{
    grouped g;
    group_texts(&g, (const syn_group_text[]){TEXT(90, 91, 1, 2, 3, 4, 5, 6, 92), TEXT(1, 2, 3, 4, 5, 6, 80, 81)}, 2, 5, 1);
    cr_assert_eq(stretch_count(&g), 2);
    stretch_is(&g, 0, 0, 2, 8);
    stretch_is(&g, 1, 1, 0, 6);
    syn_group_release(&g.group);
}

Test(group, a_run_of_one_word_too_few_is_none)
{
    grouped g;
    group_texts(&g, (const syn_group_text[]){TEXT(90, 1, 2, 3, 4, 91), TEXT(80, 1, 2, 3, 4, 81)}, 2, 5, 1);
    cr_assert_eq(stretch_count(&g), 0);
    syn_group_release(&g.group);
}

Test(group, what_one_document_repeats_is_not_shared)
{
    grouped g;
    group_texts(&g, (const syn_group_text[]){TEXT(1, 2, 3, 4, 5, 90, 1, 2, 3, 4, 5), TEXT(10, 11, 12, 13, 14, 15)}, 2, 5, 1);
    cr_assert_eq(stretch_count(&g), 0);
    syn_group_release(&g.group);
}

Test(group, winnowed_stretches_hold_every_run_of_five)
{
    for (uint32_t k = 1; k <= 5; k++) {
        grouped g;
        group_texts(&g, (const syn_group_text[]){TEXT(90, 91, 92, 1, 2, 3, 4, 5, 93, 94), TEXT(80, 1, 2, 3, 4, 5, 81)}, 2, k, 6 - k);
        cr_assert_eq(stretch_count(&g), 2, "shingles of %u words", k);
        const syn_stretch *s = g.group.batches[0].stretches;
        cr_expect(s[0].begin <= 3 && s[0].end >= 8 && s[0].end <= 10, "shingles of %u words", k);
        cr_expect(s[1].begin <= 1 && s[1].end >= 6 && s[1].end <= 7, "shingles of %u words", k);
        syn_group_release(&g.group);
    }
}

Test(group, two_runs_apart_are_two_stretches_and_touching_ones_one)
{
    grouped g;
    group_texts(&g, (const syn_group_text[]){TEXT(1, 2, 3, 4, 5, 90, 6, 7, 8, 9, 10), TEXT(1, 2, 3, 4, 5, 80), TEXT(6, 7, 8, 9, 10), TEXT(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}, 4, 5, 1);
    cr_assert_eq(stretch_count(&g), 5);
    stretch_is(&g, 0, 0, 0, 5);
    stretch_is(&g, 1, 0, 6, 11);
    stretch_is(&g, 4, 3, 0, 10);
    syn_group_release(&g.group);
}

Test(group, what_a_thousand_documents_share_is_kept_in_each)
{
    enum { MANY = 1000 };
    static uint32_t words[MANY][7];
    static syn_group_text texts[MANY];
    grouped g;
    for (uint32_t d = 0; d < MANY; d++) {
        for (uint32_t i = 0; i < 7; i++)
            words[d][i] = i < 5 ? i : 10 + 2 * d + i;
        texts[d] = (syn_group_text){words[d], 7};
    }
    group_texts(&g, texts, MANY, 5, 1);
    cr_assert_eq(stretch_count(&g), MANY);
    for (uint32_t d = 0; d < MANY; d++)
        stretch_is(&g, d, d, 0, 5);
    syn_group_release(&g.group);
}

Test(group, empty_and_short_documents_have_no_stretch_and_disturb_none)
{
    grouped g;
    const syn_group_text empty = {.ids = NULL, .count = 0};
    group_texts(&g, (const syn_group_text[]){empty, TEXT(1, 2, 3, 4, 5), empty, TEXT(1, 2), TEXT(1, 2, 3, 4, 5), empty}, 6, 5, 1);
    cr_assert_eq(stretch_count(&g), 2);
    stretch_is(&g, 0, 1, 0, 5);
    stretch_is(&g, 1, 4, 0, 5);
    syn_group_release(&g.group);
}
