#include "base/tally.h"
#include "syndic/syndic.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

typedef struct heard {
    syn_step last;
    char stages[512]; /* in order, each once, a blank behind each */
    size_t calls, wrong;
} heard;

static void hear(void *context, const syn_step *step)
{
    heard *h = context;
    bool begins = !h->last.stage || strcmp(h->last.stage, step->stage) != 0;
    if (begins)
        snprintf(h->stages + strlen(h->stages), sizeof h->stages - strlen(h->stages), "%s ", step->stage);
    h->wrong += begins ? step->done != 0 : step->done < h->last.done || step->total != h->last.total;
    h->wrong += step->total > 0 && step->done > step->total;
    h->last = *step;
    h->calls++;
}

static syn_options listening(heard *h)
{
    syn_options options;
    syn_options_init(&options);
    options.progress = hear;
    options.progress_context = h;
    return options;
}

Test(tally, tells_some_thousand_times_at_most_and_the_end)
{
    heard h = {0};
    syn_options options = listening(&h);
    syn_tally tally = {.options = &options};
    syn_tally_begin(&tally, "read", SYN_BYTES, 5000000);
    for (uint64_t done = 0; done < 5000000; done += 3)
        syn_tally_set(&tally, done);
    cr_expect(h.calls > 900 && h.calls < 1100, "%zu calls", h.calls);
    syn_tally_set(&tally, 7000000);
    cr_expect_eq(h.last.done, 5000000, "a file that has grown");
    size_t calls = h.calls;
    syn_tally_set(&tally, 5);
    cr_expect_eq(h.calls, calls, "less than before");
    syn_tally_end(&tally);
    cr_expect_str_eq(h.stages, "read done ");
    cr_expect_eq(h.wrong, 0);
}

Test(tally, without_a_listener_nothing_happens)
{
    syn_options options;
    syn_options_init(&options);
    syn_tally none = {0}, silent = {.options = &options};
    syn_tally_begin(&none, "read", SYN_BYTES, 9);
    syn_tally_set(&none, 9);
    syn_tally_end(&none);
    syn_tally_begin(&silent, "read", SYN_BYTES, 9);
    syn_tally_set(&silent, 9);
    syn_tally_end(&silent);
}

Test(tally, a_run_tells_its_stages_and_its_result_keeps_no_listener)
{
    for (uint32_t threads = 1; threads < 5; threads++) {
        heard h = {0};
        syn_options options = listening(&h);
        syn_corpus *corpus = NULL;
        syn_result *result = NULL;
        options.thread_count = threads;
        cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
        for (int i = 0; i < 400; i++) {
            char id[16], text[200];
            snprintf(id, sizeof id, "%d", i);
            snprintf(text, sizeof text, "Number %d of story %d: the mayor of town %d opened bridge %d of a wide river",
                     i, i % 40, i % 40, i % 40);
            syn_document d = {.id = id, .text = text, .text_bytes = strlen(text), .record = -1};
            cr_assert_eq(syn_corpus_add(corpus, &d, NULL), SYN_OK);
        }
        cr_assert_eq(syn_trace(corpus, &options, &result, NULL), SYN_OK);
        cr_expect_str_eq(h.stages, "text sketch sort seed match gather trace credit lineage convert done ");
        cr_expect_eq(h.wrong, 0);
        cr_expect_null(syn_result_get(result)->options->progress);
        syn_result_free(result);
        syn_corpus_free(corpus);
    }
}
