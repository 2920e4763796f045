/* Any bytes as a collection: traced, checked by every law of tests/support/whole.h, written as JSON.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_pipeline.c  for searching
 *      cc -DREPLAY ... && ./fuzz_pipeline FILE...                                for replaying
 *
 * The first byte chooses options. With bit 0 clear, the rest is text cut into documents at form feeds;
 * with bit 0 set, every byte is a word of a small vocabulary and 0xff cuts, so that repeats are easy
 * to come upon.
 */
#include "support/whole.h"

#undef NDEBUG
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { word_bytes = 16 };

/* Invented words, names, words of one letter and of other scripts; 32 in all. */
static const char *const words[] = {
    "borunda ", "Velkat ", "mirrosh ", "a ", "the ", "of ", "taquill ", "Harn ", "zemlet, ", "ofriska. ", "plunder's ",
    "grasht-\n", "КРАЙНИЙ ", "крайний ", "été ", "e\u0301te\u0301 ", "東", "京", "ไทย", "42 ", "40 ", "wishtal\u00ad", "\xff ",
    "sundry ", "sundri ", "Ada ", "Quill, ", "director ", "fumbrel ", "okkapin ", "\u201cyes\u201d ", "trevvick "};

static void add(syn_corpus *corpus, const char *text, size_t bytes)
{
    char id[16];
    snprintf(id, sizeof id, "d%04u", (unsigned)syn_corpus_count(corpus));
    assert(syn_corpus_add(corpus, &(syn_document){.id = id, .path = id, .record = -1, .text = text, .text_bytes = bytes}, NULL) == SYN_OK);
}

static void cut(syn_corpus *corpus, const uint8_t *data, size_t size, bool spelt)
{
    char *text = malloc(size * word_bytes + 1);
    size_t len = 0;
    assert(text);
    for (size_t i = 0; i < size; i++) {
        if (data[i] == (spelt ? 0xff : '\f')) {
            add(corpus, text, len);
            len = 0;
        } else if (spelt) {
            const char *word = words[data[i] % (sizeof words / sizeof words[0])];
            memcpy(text + len, word, strlen(word));
            len += strlen(word);
        } else {
            text[len++] = (char)data[i];
        }
    }
    add(corpus, text, len);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t choice = size > 0 ? data[0] : 0;
    syn_corpus *corpus = NULL;
    syn_result *result = NULL;
    syn_options options;
    size_t bytes;
    if (size > 1 << 15)
        return 0;
    syn_options_init(&options);
    options.min_words = choice & 2 ? 8 : 5;
    options.group_words = choice & 4 ? 20 : 0;
    options.pair_count = choice & 8 ? 2 : 0;
    assert(syn_corpus_new(&corpus) == SYN_OK);
    cut(corpus, data + (size > 0), size - (size > 0), choice & 1);
    assert((choice & 16 ? syn_compare : syn_trace)(corpus, &options, &result, NULL) == SYN_OK);
    const char *broken = whole_broken(result);
    if (broken != NULL)
        fprintf(stderr, "not held: %s (%s)\n", broken, whole_where());
    assert(broken == NULL);
    char *json = whole_json(result, &bytes);
    assert(whole_is_json(json, bytes));
    free(json);
    syn_result_free(result);
    syn_corpus_free(corpus);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
