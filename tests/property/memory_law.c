/** Each allocation of a run failing in turn gives SYN_MEMORY with a message, or the same result.
 *
 *      memory_law [seed]
 *
 *  The first thousand allocations are all tried, of those beyond fewer and fewer.
 *  Under AddressSanitizer a leak or a use of what was not made ends it.
 */
#include "support/collection.h"
#include "support/oom.h"

enum { ALL_BELOW = 1000 };

/* A few documents that go through every stage: dated, edited, nested, repeated, empty, in two scripts. */
static void collection_small(collection *c)
{
    uint32_t words[60];
    for (uint32_t i = 0; i < 60; ++i)
        words[i] = i + (i % 9 == 4 ? WORD_ANY_SCRIPT : 0);
    for (uint32_t number = 0; number < 9; ++number) {
        written *d = collection_add(c);
        d->date = (syn_date){.precision = SYN_DATE_DAY, .year = 2021, .month = 3, .day = (uint8_t)(20 - number), .from = "date field"};
        for (uint32_t i = 0; i < 25; ++i)
            write_word(d, 1000 * number + 1000 + i);
        if (number < 3)
            write_run(d, words, 60);
        else if (number < 6)
            write_run(d, words + 20, 25);
        else if (number == 6)
            write_run(d, d->numbers, 20);
        if (number == 1 || number == 2)
            write_run(d, words + 5, 30);
        if (number == 3 || number == 4)
            write_text(d, "said Orla Fenwick, deputy director of the Marlow Bridge Trust, on Monday.");
    }
    collection_add(c);
}

/* Takes bytes without keeping them. */
static syn_status add_up(void *context, const void *bytes, size_t count)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; ++i)
        *(uint64_t *)context = *(uint64_t *)context * 31 + at[i];
    return SYN_OK;
}

/* Adds, traces and reports; the sum of the bytes written is the result. */
static syn_status run(const collection *c, const syn_options *options, uint64_t *sum, syn_error *error)
{
    syn_sink sink = {.write = add_up, .context = sum};
    syn_terminal terminal = {.side_by_side = true, .all = true};
    syn_corpus *corpus = NULL;
    syn_result *result = NULL;
    *sum = 0;
    syn_status status = syn_corpus_new(&corpus);
    if (status < 0)
        error->message[0] = '?'; /* syn_corpus_new has no place for words */
    for (uint32_t d = 0; d < c->count && status == SYN_OK; ++d) {
        const written *w = &c->documents[d];
        status = syn_corpus_add(corpus, &(syn_document){.id = w->id, .path = w->id, .record = -1, .date = w->date,
                                                        .text = w->text ? w->text : "", .text_bytes = w->bytes}, error);
    }
    if (status == SYN_OK)
        status = syn_trace(corpus, options, &result, error);
    law_hold((status == SYN_OK) == (result != NULL), "a failure leaves its output untouched", "%d", status);
    if (status == SYN_OK)
        status = syn_report_json(result, &sink, error);
    if (status == SYN_OK)
        status = syn_report_terminal(result, &terminal, &sink, error);
    syn_result_free(result);
    syn_corpus_free(corpus);
    return status;
}

/* One run with allocation `at` failing; false once there are no more of them. */
static bool law_failure(const collection *c, const syn_options *options, long at, uint64_t expected)
{
    syn_error error = {0};
    uint64_t sum;
    oom_after(at);
    syn_status status = run(c, options, &sum, &error);
    oom_never();
    law_trial = (uint32_t)at;
    law_hold(status == SYN_OK || status == SYN_MEMORY, "short memory is said to be that", "status %d: %s", status, error.message);
    law_hold(status == SYN_OK || error.message[0] != '\0', "short memory comes with words", "allocation %ld", at);
    law_hold(status < 0 || sum == expected, "a run that succeeds is the same", "allocation %ld", at);
    law_hold(status == SYN_OK || oom_struck(), "nothing fails unasked", "%s", error.message);
    return oom_struck();
}

static void law_all(const collection *c, uint32_t threads)
{
    syn_options options;
    syn_error error = {0};
    uint64_t expected;
    long at = 0;
    syn_options_init(&options);
    options.thread_count = threads;
    options.group_words = 100;
    options.pair_count = 3;
    law_hold(run(c, &options, &expected, &error) == SYN_OK, "a run succeeds", "%s", error.message);
    while (law_failure(c, &options, at, expected))
        at += at < ALL_BELOW ? 1 : 1 + at / 64;
    printf("%u threads: %ld allocations\n", threads, at);
}

int main(int argc, char **argv)
{
    collection c = {0};
    law_seed(argc, argv, 20250613);
    collection_small(&c);
    law_all(&c, 1);
    law_all(&c, 2);
    collection_release(&c);
    return 0;
}
