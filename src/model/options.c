#include "syndic/options.h"

#include "base/error.h"

/* Winnowing finds every shared run of k + w - 1 words; edited passages seldom keep longer runs whole. */
enum { MOST_RUN_WORDS = 5, MOST_THREADS = 1024 };

void syn_options_init(syn_options *options)
{
    *options = (syn_options){
        .min_words = 8,
        .thread_count = 1,
        .shingle_words = 5,
        .window_words = 1,
        .group_words = 16000000,
        .pair_count = 0,
        .strict = false,
        .read_file_times = false,
        .leave_texts = false,
        .field_text = "text",
    };
}

syn_status syn_options_check(const syn_options *options, syn_error *error)
{
    const uint32_t k = options->shingle_words, w = options->window_words;

    if (options->thread_count < 1 || options->thread_count > MOST_THREADS)
        return syn_fail(error, SYN_ARGUMENT, "thread_count: %u is out of range (use 1 to %d)",
                        options->thread_count, MOST_THREADS);
    if (k < 1 || k > MOST_RUN_WORDS)
        return syn_fail(error, SYN_ARGUMENT, "shingle_words: %u is out of range (use 1 to %d)", k,
                        MOST_RUN_WORDS);
    if (w < 1 || w > MOST_RUN_WORDS + 1 - k)
        return syn_fail(error, SYN_ARGUMENT, "window_words: %u is out of range (with %u shingle_words use 1 to %u)",
                        w, k, MOST_RUN_WORDS + 1 - k);
    if (options->min_words < k + w - 1)
        return syn_fail(error, SYN_ARGUMENT,
                        "min_words: %u is too few for shingles of %u words in windows of %u (use %u or more)",
                        options->min_words, k, w, k + w - 1);
    if (!options->field_text || !*options->field_text)
        return syn_fail(error, SYN_ARGUMENT, "field_text: is empty (name the field that holds the text)");
    return SYN_OK;
}
