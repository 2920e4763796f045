/* What of a text's words stands in what is kept: runs of three words here, each shown by a letter. */
#include "dedup/repeat.h"

#include "../support/oom.h"
#include "base/alloc.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 3 };

static syn_seen *seen;
static syn_repeats repeats;

static void set_up(void)
{
    cr_assert_eq(syn_seen_new(1000, &seen), SYN_OK);
}

static void tear_down(void)
{
    syn_repeats_release(&repeats);
    syn_seen_free(seen);
}

TestSuite(repeat, .init = set_up, .fini = tear_down);

static syn_status begin(uint32_t text, const char *words)
{
    const size_t count = strlen(words);
    syn_repeats_begin(&repeats, text, WORDS);
    for (size_t i = 0; i + WORDS <= count; i++) {
        uint64_t hash = 0;
        for (size_t k = 0; k < WORDS; k++)
            hash = hash * 0x9e3779b97f4a7c15u + (unsigned char)words[i + k];
        if (!syn_alloc_room((void **)&repeats.shingles, &repeats.shingle_capacity, i + 1, sizeof *repeats.shingles))
            return SYN_MEMORY;
        repeats.shingles[repeats.shingle_count++] = (syn_shingle_at){hash, (uint32_t)i};
    }
    return SYN_OK;
}

/** Segments as "begin-end in kept:begin". */
static const char *shown(void)
{
    static char out[512];
    *out = '\0';
    for (size_t i = 0; i < repeats.segment_count; i++) {
        const syn_segment_at *s = &repeats.segments[i];
        snprintf(out + strlen(out), sizeof out - strlen(out), "%s%u-%u in %u:%u", i > 0 ? ", " : "", s->begin, s->end, s->kept,
                 s->kept_begin);
    }
    return out;
}

static const char *find(uint32_t text, const char *words)
{
    cr_assert_eq(begin(text, words), SYN_OK);
    cr_assert_eq(syn_repeats_find(&repeats, seen, true), SYN_OK);
    return shown();
}

Test(repeat, finds_a_run_of_an_earlier_text)
{
    cr_expect_str_eq(find(0, "abcdefgh"), "");
    cr_expect_str_eq(find(1, "xxcdefyy"), "2-6 in 0:2");
    cr_expect_eq(syn_repeats_words(&repeats), 4);
    cr_expect_str_eq(find(2, "ab"), "");
    cr_expect_str_eq(find(3, ""), "");
    cr_expect_str_eq(find(4, "abcdefgh"), "0-8 in 0:0");
}

Test(repeat, runs_of_several_texts_do_not_overlap)
{
    find(0, "abcd");
    find(1, "cdef"); /* shares two words with the first: too few */
    cr_expect_eq(repeats.segment_count, 0);
    cr_expect_str_eq(find(2, "zabcdefz"), "1-5 in 0:0, 5-7 in 1:2");
}

Test(repeat, finds_the_later_copy_in_the_same_text)
{
    cr_expect_str_eq(find(0, "abcdxabcd"), "5-9 in 0:0");
    cr_expect_str_eq(find(1, "abcabc"), "0-3 in 0:0, 3-6 in 0:0");
}

Test(repeat, a_run_that_overlaps_itself_is_kept_once)
{
    find(0, "aaaaaaaaa");
    cr_expect_eq(syn_repeats_words(&repeats), 6);
    cr_expect_eq(repeats.segments[0].begin, 3);
    for (size_t i = 0; i < repeats.segment_count; i++)
        cr_expect_leq(repeats.segments[i].kept_begin + (repeats.segments[i].end - repeats.segments[i].begin), 3);
}

Test(repeat, what_is_cut_is_no_source)
{
    find(0, "abcde");
    cr_expect_str_eq(find(1, "abcdez"), "0-5 in 0:0");
    cr_expect_str_eq(find(2, "dez"), ""); /* its copy in 1 is cut in part */
    cr_expect_str_eq(find(3, "dez"), "0-3 in 2:0");
}

Test(repeat, what_is_undone_is_not_kept)
{
    find(0, "abcdef");
    syn_repeats_undo(&repeats, seen);
    cr_expect_eq(syn_seen_room(seen), 1000);
    cr_expect_str_eq(find(1, "abcdef"), "");
}

Test(repeat, a_reference_is_kept_as_it_is)
{
    cr_assert_eq(begin(0, "abcdxabcd"), SYN_OK);
    cr_assert_eq(syn_repeats_keep(&repeats, seen), SYN_OK);
    cr_expect_eq(repeats.segment_count, 0);
    cr_expect_str_eq(find(1, "bcdxab"), "0-6 in 0:1");
}

Test(repeat, is_held_against_what_is_kept_without_being_kept)
{
    find(0, "abcd");
    cr_assert_eq(begin(1, "abcdxyz"), SYN_OK);
    cr_assert_eq(syn_repeats_find(&repeats, seen, false), SYN_OK);
    cr_expect_str_eq(shown(), "0-4 in 0:0");
    cr_expect_str_eq(find(2, "xyz"), "");
}

static void give_older(syn_segment_at segment)
{
    cr_assert(syn_alloc_room((void **)&repeats.older, &repeats.older_capacity, repeats.older_count + 1, sizeof segment));
    repeats.older[repeats.older_count++] = segment;
}

Test(repeat, joins_what_was_found_in_earlier_rounds)
{
    find(5, "cdefg");
    cr_assert_eq(begin(6, "abcdefghi"), SYN_OK);
    give_older((syn_segment_at){0, 3, 1, 10});
    give_older((syn_segment_at){4, 5, 2, 20});
    give_older((syn_segment_at){6, 9, 3, 30});
    cr_assert_eq(syn_repeats_find(&repeats, seen, true), SYN_OK);
    cr_expect_str_eq(shown(), "0-3 in 1:10, 3-4 in 5:1, 4-5 in 2:20, 5-6 in 5:3, 6-9 in 3:30");
    cr_expect_eq(repeats.slot_count, 0); /* every run of three has words that are cut */
}

Test(repeat, older_segments_alone_are_kept)
{
    cr_assert_eq(begin(6, "abcdefghi"), SYN_OK);
    give_older((syn_segment_at){3, 6, 1, 10});
    cr_assert_eq(syn_repeats_find(&repeats, seen, true), SYN_OK);
    cr_expect_str_eq(shown(), "3-6 in 1:10");
    cr_expect_eq(repeats.slot_count, 2); /* abc and ghi */
}

Test(repeat, short_memory_is_told)
{
    find(0, "abcdef");
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_repeats_release(&repeats);
        cr_assert_eq(begin(1, "abcxdef"), SYN_OK);
        give_older((syn_segment_at){3, 4, 9, 9});
        oom_after(n);
        const syn_status status = syn_repeats_find(&repeats, seen, false);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
    }
    cr_expect_str_eq(shown(), "0-3 in 0:0, 3-4 in 9:9, 4-7 in 0:3");
}
