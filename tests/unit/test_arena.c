#include "base/arena.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

Test(arena, aligns_every_piece_between_texts_of_odd_lengths)
{
    syn_arena arena = {0};

    for (size_t i = 0; i < 5000; i++) {
        cr_assert_not_null(syn_arena_text(&arena, "abcdefg", i % 8));
        cr_assert_eq((uintptr_t)syn_arena_take(&arena, i % 50) % alignof(max_align_t), 0);
    }
    syn_arena_release(&arena);
}

Test(arena, pieces_keep_what_was_written)
{
    enum { COUNT = 3000 };
    static unsigned char *pieces[COUNT];
    static size_t sizes[COUNT];
    syn_arena arena = {0};

    for (size_t i = 0; i < COUNT; i++) {
        sizes[i] = i % 100 == 0 ? i * 70 : i % 97;
        pieces[i] = syn_arena_take(&arena, sizes[i]);
        memset(pieces[i], (int)(i % 251), sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            cr_assert_eq(pieces[i][j], i % 251);
    syn_arena_release(&arena);
}

Test(arena, blocks_double_from_64_kib_to_8_mib)
{
    syn_arena arena = {0};
    size_t held = 0, next = 64 << 10;

    for (size_t i = 0; i < 400000; i++) {
        syn_arena_take(&arena, 64);
        if (arena.held_bytes == held)
            continue;
        cr_assert_eq(arena.held_bytes - held, next);
        held = arena.held_bytes;
        next = next < 8 << 20 ? next * 2 : next;
    }
    cr_assert_eq(next, 8 << 20);
    cr_assert_geq(arena.held_bytes, arena.used_bytes);
    syn_arena_release(&arena);
    cr_assert_eq(arena.held_bytes, 0);
}

Test(arena, a_big_piece_leaves_the_open_block_in_use)
{
    syn_arena arena = {0};

    char *first = syn_arena_take(&arena, 16);
    cr_assert_not_null(syn_arena_take(&arena, 20 << 20));
    char *second = syn_arena_take(&arena, 16);
    cr_assert_eq(second, first + 16);
    cr_assert_eq(arena.held_bytes, (64 << 10) + (20 << 20));
    cr_assert_eq(arena.used_bytes, 32 + (20 << 20));
    syn_arena_release(&arena);
}

Test(arena, text_is_a_copy_with_a_nul)
{
    syn_arena arena = {0};
    char source[] = "one\0two";

    char *text = syn_arena_text(&arena, source, sizeof source - 1);
    memset(source, 'x', sizeof source);
    cr_assert_eq(memcmp(text, "one\0two", 8), 0);
    cr_assert_str_eq(syn_arena_text(&arena, NULL, 0), "");
    syn_arena_release(&arena);
}

Test(arena, join_moves_all_and_empties_the_other)
{
    for (int kept = 0; kept < 2; kept++) {
        syn_arena arena = {0}, other = {0};
        char *mine = kept ? syn_arena_text(&arena, "mine", 4) : NULL;
        char *theirs = syn_arena_text(&other, "theirs", 6);
        for (int i = 0; i < 10; i++)
            syn_arena_take(&other, 60000);
        const size_t sum = arena.used_bytes + other.used_bytes;

        syn_arena_join(&arena, &other);
        cr_assert_null(other.last);
        cr_assert_eq(arena.used_bytes, sum);
        syn_arena_release(&other);
        cr_assert_str_eq(theirs, "theirs");
        cr_assert(!kept || strcmp(mine, "mine") == 0);
        cr_assert_not_null(syn_arena_take(&arena, 100));
        syn_arena_join(&arena, &other);
        syn_arena_release(&arena);
    }
}

Test(arena, short_memory_keeps_what_was_handed_out)
{
    syn_arena arena = {0};
    char *text = syn_arena_text(&arena, "kept", 4);
    const size_t used = arena.used_bytes;

    oom_after(0);
    cr_assert_null(syn_arena_take(&arena, 1 << 20));
    oom_never();
    cr_assert_null(syn_arena_take(&arena, SIZE_MAX - 8));
    cr_assert_null(syn_arena_text(&arena, "", SIZE_MAX));
    cr_assert_eq(arena.used_bytes, used);
    cr_assert_str_eq(text, "kept");
    cr_assert_not_null(syn_arena_take(&arena, 1 << 20));
    syn_arena_release(&arena);
}

Test(arena, blocks_of_one_that_is_done_with_are_begun_anew)
{
    syn_arena arena = {0}, next = {0}, spare = {0};
    cr_assert(syn_arena_begin(&arena, 300000, &spare));
    char *first = syn_arena_text(&arena, "one", 3);
    cr_assert_not_null(syn_arena_take(&arena, 200000));
    cr_assert_eq(arena.held_bytes, 300000);
    syn_arena_join(&spare, &arena);
    cr_assert(syn_arena_begin(&arena, 300001, &spare));
    cr_assert_eq(spare.held_bytes, 300000);
    cr_assert(syn_arena_begin(&next, 1000, &spare));
    cr_assert_eq(syn_arena_text(&next, "two", 3), first);
    cr_assert_str_eq(first, "two");
    cr_assert_eq(next.held_bytes, 300000);
    cr_assert_eq(next.used_bytes, 4);
    cr_assert_eq(spare.held_bytes + spare.used_bytes, 0);
    syn_arena_release(&arena);
    syn_arena_release(&next);
    syn_arena_release(&spare);
}

Test(arena, short_memory_leaves_an_arena_empty)
{
    syn_arena arena = {0}, spare = {0};
    oom_after(0);
    cr_assert_not(syn_arena_begin(&arena, 1000, &spare));
    oom_never();
    cr_assert_null(arena.last);
    cr_assert_eq(arena.held_bytes, 0);
}
