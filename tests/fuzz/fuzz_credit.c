/* Any bytes as a text: its credits are in order, lie inside it, say what they are and can be joined.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_credit.c      for searching
 *      cc -DREPLAY ... && ./fuzz_credit FILE...                                    for replaying
 */
#include "trace/outlet.h"

#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_reach(syn_reach reach, size_t size)
{
    assert(reach.begin <= reach.end && reach.end <= size);
}

static void check_mentions(const syn_mentions *mentions, size_t size)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        const syn_mention *m = &mentions->items[i];
        check_reach(m->all, size);
        check_reach(m->name, size);
        check_reach(m->covers, size);
        assert(m->cue && m->all.begin < m->all.end && m->level > SYN_UNKNOWN);
        assert(m->name.begin == m->name.end || (m->name.begin >= m->all.begin && m->name.end <= m->all.end));
        assert(i == 0 || m[-1].all.begin <= m->all.begin);
        assert(m->of != SYN_OF_IMAGE || m->covers.begin == m->covers.end);
        assert(m->outlet == SYN_NONE);
    }
}

static void check_outlets(const char *text, syn_mentions *mentions)
{
    syn_outlets outlets = {0};
    const char *own = "www.fenmouthgazette.com";
    assert(syn_outlets_join(&text, mentions, &own, 1, &outlets) == SYN_OK);
    assert(outlets.of_document[0] < outlets.count);
    for (uint32_t i = 0; i < mentions->count; i++)
        assert(mentions->items[i].outlet == SYN_NONE || mentions->items[i].outlet < outlets.count);
    for (uint32_t i = 1; i < outlets.count; i++)
        assert(strcmp(outlets.items[i - 1].name, outlets.items[i].name) <= 0);
    syn_outlets_release(&outlets);
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size ? size : 1);
    syn_layout layout = {0};
    syn_quotes quotes = {0};
    syn_mentions mentions = {0};
    assert(text);
    if (size)
        memcpy(text, data, size);
    assert(syn_layout_make(text, size, &layout) == SYN_OK);
    assert(syn_quotes_make(text, size, &layout, &quotes) == SYN_OK);
    assert(syn_credit_find(text, size, size % 2 ? "Fenmouth Gazette" : NULL, &layout, &quotes, &mentions) == SYN_OK);
    check_mentions(&mentions, size);
    check_outlets(text, &mentions);
    syn_mentions_release(&mentions);
    syn_quotes_release(&quotes);
    syn_layout_release(&layout);
    free(text);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
