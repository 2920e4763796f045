#include "report/change.h"

#include "base/buf.h"
#include "support/credited.h"
#include "support/oom.h"

#include <criterion/criterion.h>
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

static const char text[] = "One two three four five six seven eight nine ten. Then it is over, and all go home.";

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

/** Two texts with one passage, whose key begins with `key`. */
static void make(credited *c, const char *passage, char key)
{
    credited_open(c);
    made_text(&c->m, "a", text);
    made_text(&c->m, "b", text);
    made_passage(&c->m, SYN_VERBATIM, 10, passage, 2, (uint32_t[]){0, 1});
    c->m.passages[0].key[0] = key;
}

/** How many passages are the same, new, gone and changed, as digits. */
static const char *compare(const credited *before, const credited *after)
{
    static char digits[8];
    syn_changes *changes = NULL;
    cr_assert_eq(syn_changes_make(before->m.result, after->m.result, &changes, NULL), SYN_OK);
    const syn_change_count *n = &changes->passages;
    snprintf(digits, sizeof digits, "%zu%zu%zu%zu", n->same % 10, n->added % 10, n->gone % 10, n->changed % 10);
    syn_changes_free(changes);
    return digits;
}

Test(changes, the_same_key_and_the_same_copies_are_the_same)
{
    credited a, b;
    make(&a, "One two three four five six", '1');
    make(&b, "One two three four five six", '1');
    cr_expect_str_eq(compare(&a, &b), "1000");
    b.m.witnesses[1].standing = SYN_QUOTED;
    cr_expect_str_eq(compare(&a, &b), "0001");
    b.m.witnesses[1].standing = SYN_OPEN;
    b.m.witnesses[0].span.end--;
    cr_expect_str_eq(compare(&a, &b), "0001");
    credited_close(&a);
    credited_close(&b);
}

Test(changes, another_key_is_changed_when_half_of_the_shorter_is_the_same)
{
    static const struct {
        const char *before, *after, *expected;
    } cases[] = {
        {"One two three four five six", "three four five six seven eight nine", "0001"},
        {"One two three four five six", "six", "0001"},
        {"One two three", "four five six", "0110"},
        {"One two three four five six", "five six seven eight nine ten. Then it is", "0110"},
        {"four", "One two three four five six seven eight", "0001"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        credited a, b;
        make(&a, cases[i].before, '1');
        make(&b, cases[i].after, '2');
        cr_expect_str_eq(compare(&a, &b), cases[i].expected, "case %zu", i);
        credited_close(&a);
        credited_close(&b);
    }
}

Test(changes, of_several_the_one_with_the_most_in_common_is_the_partner_and_of_one_only)
{
    credited a, b;
    syn_changes *changes = NULL;
    make(&a, "One two three", '1');
    made_passage(&a.m, SYN_VERBATIM, 9, "two three four five six seven eight", 2, (uint32_t[]){0, 1});
    a.m.passages[1].key[0] = '2';
    make(&b, "One two three four five six seven eight", '3');
    made_passage(&b.m, SYN_VERBATIM, 9, "two three four five six seven", 2, (uint32_t[]){0, 1});
    b.m.passages[1].key[0] = '4';
    cr_assert_eq(syn_changes_make(a.m.result, b.m.result, &changes, NULL), SYN_OK);
    cr_expect_eq(changes->of_after.passages[0], 1);
    cr_expect_eq(changes->of_after.passages[1], 0);
    cr_expect_eq(changes->of_before.passages[0], 1);
    cr_expect_eq(syn_changes_count(changes), 2);
    syn_changes_free(changes);
    credited_close(&a);
    credited_close(&b);
}

Test(changes, passages_with_one_key_are_paired_in_their_order)
{
    credited a, b;
    make(&a, "One two three", '1');
    made_passage(&a.m, SYN_VERBATIM, 3, "four five six", 2, (uint32_t[]){0, 1});
    a.m.passages[1].key[0] = '1';
    make(&b, "One two three", '1');
    cr_expect_str_eq(compare(&a, &a), "2000");
    cr_expect_str_eq(compare(&a, &b), "1010");
    cr_expect_str_eq(compare(&b, &a), "1100");
    credited_close(&a);
    credited_close(&b);
}

/** Texts nested so deeply that each overlaps each. */
Test(changes, passages_that_all_nest_cost_no_more_than_others)
{
    enum { MANY = 8000 };
    static char long_text[MANY + 4];
    credited c[2];
    syn_changes *changes = NULL;
    memset(long_text, 'x', sizeof long_text - 1);
    for (int side = 0; side < 2; side++) {
        credited_open(&c[side]);
        made_text(&c[side].m, "a", long_text);
        made_text(&c[side].m, "b", long_text);
        for (uint32_t i = 0; i < MANY; i++) {
            made_passage(&c[side].m, SYN_VERBATIM, 9, "xxx", 2, (uint32_t[]){0, 1});
            syn_passage *p = &c[side].m.passages[i];
            snprintf(p->key, sizeof p->key, "%032x", i * 2 + (uint32_t)side);
            for (uint32_t w = 0; w < 2; w++)
                c[side].m.witnesses[p->witness_first + w].span = (syn_span){i, MANY + 3, i, MANY + 3};
        }
    }
    cr_assert_eq(syn_changes_make(c[0].m.result, c[1].m.result, &changes, NULL), SYN_OK);
    cr_expect_eq(changes->passages.changed, MANY);
    syn_changes_free(changes);
    credited_close(&c[0]);
    credited_close(&c[1]);
}

static void make_descent(credited *c, const char *source, uint32_t words, syn_level level)
{
    make(c, "One two three", '1');
    uint32_t s = credited_source(c, source);
    credited_descent(c, s, 1, words, 1, (uint32_t[]){0})->level = level;
}

Test(changes, descents_are_told_by_their_source_and_text)
{
    static const struct {
        const char *source;
        uint32_t words;
        syn_level level;
        size_t same, added, gone, changed;
    } cases[] = {
        {"Gazette", 3, SYN_STRONG, 1, 0, 0, 0}, {"Gazette", 4, SYN_STRONG, 0, 0, 0, 1},
        {"Gazette", 3, SYN_WEAK, 0, 0, 0, 1},   {"RT", 3, SYN_STRONG, 0, 1, 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        credited a, b;
        syn_changes *changes = NULL;
        make_descent(&a, "Gazette", 3, SYN_STRONG);
        make_descent(&b, cases[i].source, cases[i].words, cases[i].level);
        cr_assert_eq(syn_changes_make(a.m.result, b.m.result, &changes, NULL), SYN_OK);
        const syn_change_count *n = &changes->descents;
        cr_expect(n->same == cases[i].same && n->added == cases[i].added && n->gone == cases[i].gone &&
                      n->changed == cases[i].changed, "case %zu", i);
        syn_changes_free(changes);
        credited_close(&a);
        credited_close(&b);
    }
}

Test(changes, json_parses_and_text_is_lines_within_the_width)
{
    credited a, b;
    syn_changes *changes = NULL;
    syn_buf json = {0}, lines = {0};
    syn_sink to_json = {.write = keep, .context = &json}, to_lines = {.write = keep, .context = &lines};
    const syn_terminal narrow = {.width_columns = 40};
    make_descent(&a, "Gaz\"ette\033[2J", 3, SYN_STRONG);
    make_descent(&b, "The Weekly Observer of the Coast and of the Hills", 4, SYN_WEAK);
    b.m.passages[0].key[0] = '2';
    made_text(&b.m, "c\n\033]0;x\a", "More.");
    cr_assert_eq(syn_changes_make(a.m.result, b.m.result, &changes, NULL), SYN_OK);
    cr_assert_eq(syn_changes_json(changes, &to_json, NULL), SYN_OK);
    cr_assert_eq(syn_changes_terminal(changes, &narrow, &to_lines, NULL), SYN_OK);
    struct json_object *value = json_tokener_parse(json.bytes);
    cr_expect_not_null(value);
    json_object_put(value);
    cr_expect_null(strchr(json.bytes, '\033'));
    cr_expect_null(strchr(lines.bytes, '\033'));
    for (char *line = strtok(lines.bytes, "\n"); line; line = strtok(NULL, "\n"))
        cr_expect_leq(made_points(line, strlen(line)), 40, "%s", line);
    syn_buf_release(&json);
    syn_buf_release(&lines);
    syn_changes_free(changes);
    credited_close(&a);
    credited_close(&b);
}

Test(changes, each_allocation_failing_in_turn_leaks_nothing)
{
    credited a, b;
    make_descent(&a, "Gazette", 3, SYN_STRONG);
    make_descent(&b, "RT", 4, SYN_WEAK);
    b.m.passages[0].key[0] = '2';
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_changes *changes = NULL;
        syn_buf out = {0};
        syn_sink sink = {.write = keep, .context = &out};
        oom_after(n);
        syn_status status = syn_changes_make(a.m.result, b.m.result, &changes, NULL);
        if (status == SYN_OK)
            status = syn_changes_terminal(changes, NULL, &sink, NULL);
        if (status == SYN_OK)
            status = syn_changes_json(changes, &sink, NULL);
        oom_never();
        cr_expect(status == SYN_OK || (status == SYN_MEMORY && oom_struck()));
        cr_expect(status != SYN_OK || !oom_struck() || out.failed, "allocation %ld", n);
        syn_changes_free(changes);
        syn_buf_release(&out);
    }
    credited_close(&a);
    credited_close(&b);
}
