/* Any bytes as a text: its words lie in order inside it, on character boundaries, and can be numbered,
 * read and compared.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_text.c      for searching
 *      cc -DREPLAY ... && ./fuzz_text FILE...                                    for replaying
 */
#include "base/encoding.h"
#include "support/oracle.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Which bytes begin a character, and the end. */
static unsigned char *find_boundaries(const char *text, size_t bytes)
{
    unsigned char *bounds = calloc(bytes + 1, 1);
    unsigned step;
    assert(bounds);
    for (size_t at = 0; at < bytes; at += step) {
        bounds[at] = 1;
        oracle_decode(text + at, bytes - at, &step);
    }
    bounds[bytes] = 1;
    return bounds;
}

static void check_spans(const char *text, size_t bytes, const syn_words *words)
{
    unsigned char *bounds = find_boundaries(text, bytes);
    uint32_t last = 0;
    for (size_t i = 0; i < words->count; i++) {
        assert(words->begin[i] >= last && words->begin[i] < words->end[i] && words->end[i] <= bytes);
        assert(bounds[words->begin[i]] && bounds[words->end[i]]);
        last = words->end[i];
        syn_casing casing = syn_text_casing(text, words->begin[i], words->end[i]);
        assert(casing <= SYN_CASE_NONE);
    }
    free(bounds);
}

/* Every word has letters that read back as themselves, and is near itself. */
static void check_words(syn_vocabulary *vocabulary, syn_words *words)
{
    syn_lexicon lexicon = {0};
    assert(syn_lexicon_make(&vocabulary, 1, &lexicon) == SYN_OK);
    syn_lexicon_apply(&lexicon, 0, words->id, words->count);
    for (size_t i = 0; i < words->count; i++) {
        size_t bytes;
        assert(words->id[i] < lexicon.count);
        const char *word = syn_lexicon_word(&lexicon, words->id[i], &bytes);
        assert(bytes > 0 && syn_utf8_broken(word, bytes) == 0);
        assert(syn_lexicon_near(&lexicon, words->id[i], words->id[i]));
        if (i > 0)
            assert(syn_lexicon_near(&lexicon, words->id[i - 1], words->id[i]) ==
                   syn_lexicon_near(&lexicon, words->id[i], words->id[i - 1]));
    }
    syn_lexicon_release(&lexicon);
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size ? size : 1);
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};
    uint64_t broken = 0;
    assert(text && syn_vocabulary_new(&vocabulary) == SYN_OK);
    if (size)
        memcpy(text, data, size);
    assert(syn_text_make(text, size, vocabulary, &words, &broken) == SYN_OK);
    assert(broken == syn_utf8_broken(text, size));
    assert(syn_utf8_count(text, size) == oracle_count(text, size));
    check_spans(text, size, &words);
    check_words(vocabulary, &words);
    syn_words_release(&words);
    syn_vocabulary_free(vocabulary);
    free(text);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
