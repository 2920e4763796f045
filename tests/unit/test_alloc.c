#include "base/alloc.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>

Test(alloc, refuses_a_product_that_overflows)
{
    cr_assert_null(syn_alloc(SIZE_MAX / 2, 3));
    cr_assert_null(syn_alloc_zero(SIZE_MAX, SIZE_MAX));
    cr_assert_null(syn_alloc((size_t)PTRDIFF_MAX + 1, 1));
}

Test(alloc, gives_a_pointer_for_nothing)
{
    void *a = syn_alloc(0, 8), *b = syn_alloc_zero(8, 0);

    cr_assert_not_null(a);
    cr_assert_not_null(b);
    free(a);
    free(b);
}

Test(alloc, zeroes)
{
    unsigned char *bytes = syn_alloc_zero(1000, 3);

    for (size_t i = 0; i < 3000; i++)
        cr_assert_eq(bytes[i], 0);
    free(bytes);
}

Test(alloc, room_grows_by_half_and_keeps_items)
{
    uint32_t *items = NULL;
    size_t capacity = 0, growths = 0;

    for (uint32_t i = 0; i < 10000; i++) {
        const size_t before = capacity;
        cr_assert(syn_alloc_room((void **)&items, &capacity, i + 1, sizeof *items));
        growths += capacity != before;
        cr_assert(before < 8 || capacity == before || capacity == before + before / 2);
        items[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++)
        cr_assert_eq(items[i], i);
    cr_assert_leq(growths, 20);
    free(items);
}

Test(alloc, room_that_fails_changes_nothing)
{
    uint64_t *items = NULL;
    size_t capacity = 0;

    cr_assert(syn_alloc_room((void **)&items, &capacity, 10, sizeof *items));
    uint64_t *before = items;
    items[9] = 7;
    cr_assert_not(syn_alloc_room((void **)&items, &capacity, SIZE_MAX / 4, sizeof *items));
    oom_after(0);
    cr_assert_not(syn_alloc_room((void **)&items, &capacity, 11, sizeof *items));
    oom_never();
    cr_assert_eq(items, before);
    cr_assert_eq(capacity, 10);
    cr_assert_eq(items[9], 7);
    free(items);
}
