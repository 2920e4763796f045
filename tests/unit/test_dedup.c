/* Dedup end to end, on texts small enough to be read here. Random ones: property/dedup_law.c, dedup_cut_law.c. */
#include "base/buf.h"
#include "dedup.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LONG_A "the harbour board met on monday to hear plans for a second quay north of the old mill"
#define LONG_B "nobody from the council came though three of its members had promised to speak there"

static char folder[64];
static syn_dedup_plan plan;
static syn_options options;
static syn_error error;
static syn_dedup_summary *summary;
static syn_buf out, logged;

static syn_status take(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static syn_status refuse(void *context, const void *bytes, size_t count)
{
    (void)context, (void)bytes, (void)count;
    return SYN_IO;
}

static const syn_sink out_sink = {take, &out}, log_sink = {take, &logged}, full_sink = {refuse, NULL};

static void set_up(void)
{
    strcpy(folder, "/tmp/syndic-dedup-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    syn_dedup_plan_init(&plan);
    syn_options_init(&options);
    plan.out = &out_sink;
    plan.log = &log_sink;
}

static void tear_down(void)
{
    char command[128];
    syn_dedup_summary_free(summary);
    syn_buf_release(&out);
    syn_buf_release(&logged);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(dedup, .init = set_up, .fini = tear_down);

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    cr_assert_eq(fclose(file), 0);
}

static syn_status run(const char *path)
{
    return syn_dedup(&path, 1, &plan, &options, &summary, &error);
}

static void expect(const char *path, const char *kept, const char *log)
{
    cr_assert_eq(run(path), SYN_OK, "%s", error.message);
    cr_expect_str_eq(out.bytes ? out.bytes : "", kept);
    cr_expect_str_eq(logged.bytes ? logged.bytes : "", log);
}

Test(dedup, keeps_the_longest_and_says_what_it_drops)
{
    put("a.jsonl", "{\"id\":\"short\",\"text\":\"" LONG_A "\",\"outlet\":\"Bell\"}\n{\"id\":\"long\",\"text\":\"" LONG_A " and a pier\"}\n");
    expect("a.jsonl", "{\"id\":\"long\",\"text\":\"" LONG_A " and a pier\"}\n",
           "{\"dropped\":\"short\",\"kept\":\"long\",\"words\":18,\"share_dropped\":1.0000,\"share_kept\":0.8571,"
           "\"spans\":[{\"dropped\":[0,85],\"kept\":[0,85],\"words\":18}]}\n");
    cr_expect_eq(summary->texts, 2);
    cr_expect_eq(summary->dropped, 1);
    cr_expect_eq(summary->words, 39);
    cr_expect_eq(summary->words_gone, 18);
    cr_assert_eq(summary->cluster_count, 1);
    cr_expect_str_eq(summary->clusters[0].id, "long");
    cr_assert_eq(summary->loss_count, 2);
    cr_expect_str_eq(summary->losses[0].outlet, "Bell");
    cr_expect_null(summary->losses[1].outlet);
}

Test(dedup, of_texts_that_are_alike_through_a_third_both_stay)
{
    plan.keep = SYN_KEEP_FIRST;
    put("a.jsonl", "{\"id\":1,\"text\":\"" LONG_A "\"}\n{\"id\":2,\"text\":\"" LONG_B "\"}\n{\"id\":3,\"text\":\"" LONG_A " " LONG_B "\"}\n");
    expect("a.jsonl", "{\"id\":1,\"text\":\"" LONG_A "\"}\n{\"id\":2,\"text\":\"" LONG_B "\"}\n{\"id\":3,\"text\":\"" LONG_A " " LONG_B "\"}\n", "");
}

Test(dedup, exact_drops_what_has_the_same_words)
{
    plan.level = SYN_LEVEL_EXACT;
    plan.keep = SYN_KEEP_FIRST;
    put("a.jsonl", "{\"id\":1,\"text\":\"One\"}\n{\"id\":2,\"text\":\"one!\"}\n{\"id\":3,\"text\":\"\"}\n{\"id\":4,\"text\":\"\"}\n{\"id\":5,\"text\":\"!\"}\n");
    expect("a.jsonl", "{\"id\":1,\"text\":\"One\"}\n{\"id\":3,\"text\":\"\"}\n{\"id\":5,\"text\":\"!\"}\n",
           "{\"dropped\":\"2\",\"kept\":\"1\",\"words\":1,\"share_dropped\":1.0000,\"share_kept\":1.0000,\"spans\":[{\"dropped\":[0,4],\"kept\":[0,3],\"words\":1}]}\n"
           "{\"dropped\":\"4\",\"kept\":\"3\",\"words\":0,\"share_dropped\":1.0000,\"share_kept\":1.0000,\"spans\":[{\"dropped\":[0,0],\"kept\":[0,0],\"words\":0}]}\n");
}

/* An outlet that was named twice once made a place in the list for one that was not named. */
Test(dedup, an_outlet_may_be_named_twice)
{
    const char *const dearest[] = {"Bell", "Bell"};
    plan.keep = SYN_KEEP_PRIORITY;
    plan.priorities = dearest;
    plan.priority_count = 2;
    put("a.jsonl", "{\"id\":\"short\",\"text\":\"" LONG_A "\",\"outlet\":\"Post\"}\n"
                   "{\"id\":\"long\",\"text\":\"" LONG_A " and a pier\",\"outlet\":\"Crier\"}\n");
    cr_assert_eq(run("a.jsonl"), SYN_OK, "%s", error.message);
    cr_expect_str_eq(out.bytes, "{\"id\":\"long\",\"text\":\"" LONG_A " and a pier\",\"outlet\":\"Crier\"}\n");
}

/* 0.56 times 100 is a little more than 56. */
Test(dedup, a_share_that_is_the_threshold_is_enough)
{
    syn_buf line = {0};
    plan.keep = SYN_KEEP_FIRST;
    plan.threshold = 0.56;
    syn_buf_text(&line, "{\"id\":1,\"text\":\"");
    for (unsigned i = 0; i < 56; i++)
        syn_buf_format(&line, "w%u ", i);
    syn_buf_text(&line, "\"}\n{\"id\":2,\"text\":\"");
    for (unsigned i = 0; i < 100; i++)
        syn_buf_format(&line, "w%u ", i);
    syn_buf_text(&line, "\"}\n");
    put("a.jsonl", line.bytes);
    syn_buf_release(&line);
    cr_assert_eq(run("a.jsonl"), SYN_OK, "%s", error.message);
    cr_expect_eq(summary->dropped, 1);
}

/* Words that are written in another way are the same words: what was found by their hashes was once not taken as proved. */
Test(dedup, cuts_a_passage_written_in_another_way)
{
    plan.level = SYN_LEVEL_PASSAGE;
    plan.min_words = 6;
    plan.min_left_words = 1;
    plan.keep = SYN_KEEP_FIRST;
    put("a.jsonl", "{\"id\":1,\"text\":\"A caf\\u00e9 on the quay opened its doors\"}\n"
                   "{\"id\":2,\"text\":\"They say: a CAF\xc3\x89 on the quay opened. Then rain\"}\n");
    expect("a.jsonl", "{\"id\":1,\"text\":\"A caf\\u00e9 on the quay opened its doors\"}\n{\"id\":2,\"text\":\"They say: Then rain\"}\n",
           "{\"cut\":\"2\",\"begin\":10,\"end\":38,\"words\":6,\"kept\":\"1\",\"kept_begin\":0,\"kept_end\":26,\"text\":\"a CAF\xc3\x89 on the quay opened. \"}\n");
    cr_expect_eq(summary->passages, 1);
    cr_expect_eq(summary->cut_texts, 1);
}

Test(dedup, a_text_of_which_too_little_is_left_is_dropped_whole)
{
    plan.level = SYN_LEVEL_PASSAGE;
    plan.min_words = 6;
    plan.keep = SYN_KEEP_FIRST;
    put("a.jsonl", "{\"id\":1,\"text\":\"" LONG_A "\"}\n{\"id\":2,\"text\":\"" LONG_A " today\"}\n");
    cr_assert_eq(run("a.jsonl"), SYN_OK);
    cr_expect_str_eq(out.bytes, "{\"id\":1,\"text\":\"" LONG_A "\"}\n");
    cr_expect_not_null(strstr(logged.bytes, "\"why\":\"nearly empty\",\"words\":18,\"left\":1,"));
    cr_expect_not_null(strstr(logged.bytes, "\"record\":\"{\\\"id\\\":2,"));
    cr_expect_eq(summary->emptied, 1);
}

Test(dedup, drops_what_stands_in_a_reference_and_does_not_write_that)
{
    plan.against = (const char *[]){"held.jsonl"};
    plan.against_count = 1;
    put("held.jsonl", "{\"id\":\"old\",\"text\":\"" LONG_A "\"}\n");
    put("a.jsonl", "{\"id\":\"new\",\"text\":\"" LONG_A "\"}\n{\"id\":\"own\",\"text\":\"" LONG_B "\"}\n");
    cr_assert_eq(run("a.jsonl"), SYN_OK, "%s", error.message);
    cr_expect_str_eq(out.bytes, "{\"id\":\"own\",\"text\":\"" LONG_B "\"}\n");
    cr_expect_eq(summary->references, 1);
    cr_assert_eq(summary->cluster_count, 1);
    cr_expect(summary->clusters[0].reference);
}

/* While the table is full texts go round again, but those kept before it was full, in the same batch, are not there then. */
Test(dedup, what_is_put_off_is_held_against_all_that_is_kept)
{
    const syn_dedup_share share = {.batch = 1 << 20, .table = 4000, .column = 1 << 16, .cover = 1 << 20, .passage = 1 << 20};
    FILE *file = fopen("a.jsonl", "wb");
    cr_assert_not_null(file);
    for (int copy = 0; copy < 2; copy++)
        for (int text = 0; text < 40; text++) {
            fprintf(file, "{\"text\":\"");
            for (int word = 0; word < 30; word++)
                fprintf(file, "t%dw%d ", text, word);
            fprintf(file, "\"}\n");
        }
    cr_assert_eq(fclose(file), 0);
    plan.keep = SYN_KEEP_FIRST;
    cr_assert_eq(syn_dedup_shared((const char *[]){"a.jsonl"}, 1, &plan, &share, &options, &summary, &error), SYN_OK, "%s", error.message);
    cr_expect_eq(summary->dropped, 40, "%llu", (unsigned long long)summary->dropped);
    cr_expect_eq(summary->cluster_total, 40);
}

Test(dedup, a_table_too_small_for_one_text_is_told)
{
    const syn_dedup_share share = {.batch = 1 << 20, .table = 100, .column = 1 << 16, .cover = 1 << 20, .passage = 1 << 20};
    put("a.jsonl", "{\"text\":\"" LONG_A "\"}\n");
    cr_assert_eq(syn_dedup_shared((const char *[]){"a.jsonl"}, 1, &plan, &share, &options, &summary, &error), SYN_LIMIT);
    cr_expect_not_null(strstr(error.message, "mem:"), "%s", error.message);
    cr_expect_null(summary);
}

Test(dedup, a_sink_that_fails_ends_it)
{
    plan.out = &full_sink;
    put("a.jsonl", "{\"text\":\"" LONG_A "\"}\n");
    cr_expect_eq(run("a.jsonl"), SYN_IO);
    cr_expect_not_null(strstr(error.message, "could not be written"), "%s", error.message);
    cr_expect_null(summary);
}

Test(dedup, a_plan_that_makes_no_sense_is_refused)
{
    put("a.jsonl", "{\"text\":\"one\"}\n");
    const syn_dedup_plan good = plan;
    plan.threshold = 0;
    cr_expect_eq(run("a.jsonl"), SYN_ARGUMENT);
    plan.threshold = 1.5;
    cr_expect_eq(run("a.jsonl"), SYN_ARGUMENT);
    plan = good;
    plan.min_words = 4;
    cr_expect_eq(run("a.jsonl"), SYN_ARGUMENT);
    plan = good;
    plan.memory_bytes = 1 << 20;
    cr_expect_eq(run("a.jsonl"), SYN_ARGUMENT);
    plan = good;
    plan.keep = SYN_KEEP_PRIORITY;
    cr_expect_eq(run("a.jsonl"), SYN_ARGUMENT);
    plan = good;
    cr_expect_eq(run("none.jsonl"), SYN_IO);
}

Test(dedup, no_texts_are_no_trouble)
{
    put("a.jsonl", "{\"text\":\"\"}\n");
    plan.level = SYN_LEVEL_PASSAGE;
    expect("a.jsonl", "{\"text\":\"\"}\n", "");
    cr_expect_eq(summary->texts, 1);
    cr_expect_eq(summary->words, 0);
}
