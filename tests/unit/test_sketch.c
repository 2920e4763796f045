/* Sketches of texts: what they hold, and that they depend on nothing but the words. */
#include "dedup/sketch.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static syn_sweep *sweep;
static syn_sketch_room room;
static syn_sketch sketch;

static void set_up(void)
{
    cr_assert_eq(syn_sweep_new(SYN_SWEEP_BEST, &sweep), SYN_OK);
}

static void tear_down(void)
{
    syn_sketch_room_release(&room);
    syn_sweep_free(sweep);
}

TestSuite(sketch, .init = set_up, .fini = tear_down);

/** So many words from a number on; `period`: after how many they come again. */
static char *make_text(uint32_t first, uint32_t count, uint32_t period)
{
    char *text = malloc(16 * (size_t)count + 1), *at = text;
    cr_assert_not_null(text);
    *at = '\0';
    for (uint32_t i = 0; i < count; i++)
        at += sprintf(at, "w%x ", (unsigned)(first + i % period));
    return text;
}

static void make(const char *text)
{
    cr_assert_eq(syn_sketch_make(sweep, text, strlen(text), &room, &sketch), SYN_OK);
    for (uint32_t i = 0; i < sketch.count; i++) {
        cr_assert_leq(sketch.values[i], sketch.bound);
        cr_assert(i == 0 || sketch.values[i - 1] < sketch.values[i], "values ascend");
    }
}

static void make_words(uint32_t first, uint32_t count, uint32_t period)
{
    char *text = make_text(first, count, period);
    make(text);
    free(text);
}

Test(sketch, of_a_short_text_has_all_values)
{
    make_words(0, 64, 64);
    cr_expect_eq(sketch.words, 64);
    cr_expect_eq(sketch.count, 60);
    cr_expect_eq(sketch.bound, UINT32_MAX);
    make_words(0, 5, 5);
    cr_expect_eq(sketch.count, 1);
}

Test(sketch, of_a_longer_text_has_some)
{
    make_words(0, 400, 400);
    cr_expect(sketch.count > 30 && sketch.count < 110, "%u", sketch.count);
    make_words(0, 20000, 20000);
    cr_expect(sketch.count > 2200 && sketch.count < 2800, "%u", sketch.count);
    cr_expect_eq(sketch.words, 20000);
}

Test(sketch, of_fewer_words_than_a_shingle_has_one_value)
{
    make("one two");
    cr_expect_eq(sketch.count, 1);
    const uint32_t value = sketch.values[0];
    make("ONE, two!");
    cr_expect_eq(sketch.values[0], value);
    make("two one");
    cr_expect_neq(sketch.values[0], value);
}

Test(sketch, of_no_words_has_one_value_of_its_bytes)
{
    make("");
    cr_expect_eq(sketch.count, 1);
    cr_expect_eq(sketch.words, 0);
    const uint64_t whole = sketch.whole;
    make("!!!");
    cr_expect_neq(sketch.whole, whole);
    const uint64_t other = sketch.whole;
    cr_assert_eq(syn_sketch_whole(sweep, "!!!", 3, &room, &sketch), SYN_OK);
    cr_expect_eq(sketch.whole, other);
}

/* A text of few different words has no value below the bound of one of so many: those of the texts that hold it would
 * then all be others. */
Test(sketch, of_a_text_that_repeats_itself_has_its_smallest)
{
    uint32_t values[8];
    make_words(0, 56, 7);
    cr_assert_eq(sketch.count, 7);
    memcpy(values, sketch.values, sizeof values[0] * 7);
    make_words(0, 5600, 7);
    cr_assert_eq(sketch.count, 7);
    cr_expect_eq(memcmp(values, sketch.values, sizeof values[0] * 7), 0);
    cr_expect_eq(sketch.bound, UINT32_MAX);
    make_words(0, 20000, 100);
    cr_expect_eq(sketch.count, SYN_SKETCH_VALUES);
    cr_expect_eq(sketch.bound, sketch.values[sketch.count - 1]);
}

Test(sketch, depends_on_words_alone)
{
    syn_sketch other;
    syn_sketch_room second = {0};
    make("The quick brown fox jumps over the lazy dog");
    const char *text = "the \u201cQUICK\u201d brown\nfox; jumps over THE lazy dog...";
    cr_assert_eq(syn_sketch_make(sweep, text, strlen(text), &second, &other), SYN_OK);
    cr_assert_eq(other.count, sketch.count);
    cr_expect_eq(other.whole, sketch.whole);
    cr_expect_eq(memcmp(other.values, sketch.values, sketch.count * sizeof *sketch.values), 0);
    syn_sketch_room_release(&second);
}

Test(sketch, of_the_whole_has_one_value)
{
    char *text = make_text(0, 500, 500);
    make(text);
    const uint64_t whole = sketch.whole;
    cr_assert_eq(syn_sketch_whole(sweep, text, strlen(text), &room, &sketch), SYN_OK);
    cr_expect_eq(sketch.count, 1);
    cr_expect_eq(sketch.whole, whole);
    cr_expect_eq(sketch.words, 500);
    cr_expect_eq(sketch.values[0], whole >> 32);
    free(text);
}

Test(sketch, short_memory_is_told)
{
    char *text = make_text(0, 3000, 9);
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_sketch_room_release(&room);
        oom_after(n);
        const syn_status status = syn_sketch_make(sweep, text, strlen(text), &room, &sketch);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
    }
    free(text);
}
