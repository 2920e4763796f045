/* The table of kept sketches: who has enough of a sketch's values is found, the nearest first. */
#include "dedup/table.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdlib.h>

enum { VALUES = 60, MOST = 200000 };

static syn_table *table;
static syn_seek seek;
static uint32_t values[VALUES];

static void set_up(void)
{
    cr_assert_eq(syn_table_new(MOST, 6000, &table), SYN_OK);
    seek = (syn_seek){.probe_count = 25, .least_permille = 555};
}

static void tear_down(void)
{
    syn_seek_release(&seek);
    syn_table_free(table);
}

TestSuite(dedup_table, .init = set_up, .fini = tear_down);

/** Values of text `own`; those whose place is a multiple of `every` are of text `other`. */
static syn_sketch sketch_of(uint32_t own, uint32_t other, uint32_t every)
{
    for (uint32_t i = 0; i < VALUES; i++)
        values[i] = i * 70000000u + (every > 0 && i % every == 0 ? other : own);
    return (syn_sketch){.whole = own, .text = own, .words = VALUES + 4, .bound = UINT32_MAX, .count = VALUES, .values = values};
}

static void add(uint32_t own, uint32_t other, uint32_t every)
{
    const syn_sketch sketch = sketch_of(own, other, every);
    cr_assert(syn_table_fits(table, sketch.count));
    syn_table_add(table, &sketch);
}

static void look(uint32_t own, uint32_t before)
{
    const syn_sketch sketch = sketch_of(own, 0, 0);
    cr_assert_eq(syn_table_seek(table, &sketch, &sketch, before, &seek), SYN_OK);
}

Test(dedup_table, finds_who_has_the_values)
{
    look(1, UINT32_MAX);
    cr_expect_eq(seek.count, 0);
    add(1, 0, 0);
    add(2, 0, 0);
    look(2, UINT32_MAX);
    cr_assert_eq(seek.count, 1);
    cr_expect_eq(syn_table_text(table, seek.found[0].slot), 2);
    cr_expect_eq(seek.found[0].shared, VALUES);
    cr_expect_eq(seek.found[0].of, VALUES);
    look(3, UINT32_MAX);
    cr_expect_eq(seek.count, 0);
    cr_expect_eq(syn_table_count(table), 2);
}

Test(dedup_table, the_nearest_comes_first)
{
    add(10, 7, 1); /* all values are those of 7 */
    for (uint32_t i = 0; i < 3; i++)
        add(20 + i, 7, 0);
    const syn_sketch half = sketch_of(7, 30, 4); /* a quarter is another's */
    syn_table_add(table, &half);
    look(7, UINT32_MAX);
    cr_assert_eq(seek.count, 2);
    cr_expect_eq(seek.found[0].slot, 0);
    cr_expect_eq(seek.found[1].slot, 4);
    cr_expect_eq(seek.found[1].shared, VALUES - VALUES / 4);
    look(7, 4);
    cr_expect_eq(seek.count, 1);
    look(7, 0);
    cr_expect_eq(seek.count, 0);
}

Test(dedup_table, who_has_too_few_is_not_found)
{
    add(10, 7, 8);
    look(7, UINT32_MAX);
    cr_expect_eq(seek.count, 0);
}

Test(dedup_table, of_very_many_equal_ones_some_are_given)
{
    for (uint32_t i = 0; i < 3000; i++)
        add(100 + i, 7, 1);
    look(7, UINT32_MAX);
    cr_assert_eq(seek.count, SYN_SEEK_MOST);
    for (size_t i = 0; i < seek.count; i++)
        cr_expect_eq(seek.found[i].shared, VALUES);
    look(8, UINT32_MAX);
    cr_expect_eq(seek.count, 0);
}

/* Values that all kept texts have tell nothing of any; the others of the text do. */
Test(dedup_table, a_copy_is_found_among_many_of_one_template)
{
    for (uint32_t i = 0; i < 3000; i++)
        add(1000 + i, 7, 2);
    const syn_sketch sketch = sketch_of(2234, 7, 2);
    cr_assert_eq(syn_table_seek(table, &sketch, &sketch, UINT32_MAX, &seek), SYN_OK);
    cr_assert_geq(seek.count, 1);
    cr_expect_eq(syn_table_text(table, seek.found[0].slot), 2234);
    cr_expect_eq(seek.found[0].shared, VALUES);
}

Test(dedup_table, a_longer_text_is_asked_for_the_values_it_would_have)
{
    syn_sketch sketch = sketch_of(5, 0, 0);
    sketch.bound = values[VALUES / 2 - 1];
    sketch.count = VALUES / 2;
    syn_table_add(table, &sketch);
    look(5, UINT32_MAX);
    cr_assert_eq(seek.count, 1);
    cr_expect_eq(seek.found[0].shared, VALUES / 2);
    cr_expect_eq(seek.found[0].of, VALUES / 2);
}

Test(dedup_table, of_whole_texts_only_the_same_are_found)
{
    seek.whole = true;
    syn_sketch sketch = {.whole = 12, .text = 1, .words = 9, .bound = UINT32_MAX, .count = 1, .values = (uint32_t[]){77}};
    syn_table_add(table, &sketch);
    sketch.whole = 13;
    sketch.text = 2;
    syn_table_add(table, &sketch);
    cr_assert_eq(syn_table_seek(table, &sketch, &sketch, UINT32_MAX, &seek), SYN_OK);
    cr_assert_eq(seek.count, 1);
    cr_expect_eq(syn_table_text(table, seek.found[0].slot), 2);
}

Test(dedup_table, is_full_at_its_capacity_and_empty_when_cleared)
{
    syn_table *small = NULL;
    cr_assert_eq(syn_table_new(2 * VALUES + 1, 2, &small), SYN_OK);
    const syn_sketch sketch = sketch_of(1, 0, 0);
    cr_expect(syn_table_fits(small, 2 * VALUES + 1));
    cr_expect_not(syn_table_fits(small, 2 * VALUES + 2));
    syn_table_add(small, &sketch);
    syn_table_add(small, &sketch);
    cr_expect_not(syn_table_fits(small, 1));
    cr_expect_not(syn_table_fits(small, 0));
    syn_table_clear(small);
    cr_expect(syn_table_fits(small, VALUES));
    cr_assert_eq(syn_table_seek(small, &sketch, &sketch, UINT32_MAX, &seek), SYN_OK);
    cr_expect_eq(seek.count, 0);
    syn_table_free(small);
    syn_table_free(NULL);
}

Test(dedup_table, short_memory_is_told)
{
    const syn_sketch sketch = sketch_of(1, 0, 0);
    syn_table_add(table, &sketch);
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_table *other = NULL;
        syn_seek fresh = {.probe_count = 25, .least_permille = 555};
        oom_after(n);
        const syn_status status = syn_table_new(10, 10, &other), sought = syn_table_seek(table, &sketch, &sketch, UINT32_MAX, &fresh);
        oom_never();
        cr_expect_eq((status < 0) + (sought < 0), oom_struck());
        cr_expect_eq(status < 0, other == NULL);
        syn_table_free(other);
        syn_seek_release(&fresh);
    }
}
