/* Any bytes as a text: its sentences lie in order in its paragraphs, its quotations in order and apart, and
 * all that is said of them lies in the text, on character boundaries.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_quote.c     for searching
 *      cc -DREPLAY ... && ./fuzz_quote FILE...                                   for replaying
 */
#include "base/encoding.h"
#include "syndic/result.h"
#include "trace/quote.h"

#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A text and whether it is sound UTF-8, so that boundaries can be asked for. */
typedef struct sample {
    const char *text;
    size_t bytes;
    int sound;
} sample;

static void check_reach(const sample *s, syn_reach reach)
{
    assert(reach.begin <= reach.end && reach.end <= s->bytes);
    if (!s->sound || reach.begin == reach.end)
        return;
    assert(((unsigned char)s->text[reach.begin] & 0xc0) != 0x80);
    assert(reach.end == s->bytes || ((unsigned char)s->text[reach.end] & 0xc0) != 0x80);
}

static void check_layout(const sample *of, const syn_layout *layout)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < layout->paragraph_count; i++) {
        syn_reach p = layout->paragraphs[i];
        assert(p.begin >= last && p.begin < p.end);
        check_reach(of, p);
        last = p.end;
        assert(syn_layout_paragraph(layout, p.begin) == i && syn_layout_paragraph(layout, p.end - 1) == i);
    }
    last = 0;
    for (uint32_t i = 0; i < layout->sentence_count; i++) {
        syn_reach s = layout->sentences[i], p = layout->paragraphs[layout->paragraph_of[i]];
        assert(s.begin >= last && s.begin < s.end && s.begin >= p.begin && s.end <= p.end);
        check_reach(of, s);
        last = s.end;
        assert(syn_layout_sentence(layout, s.begin) == i);
    }
    assert((layout->paragraph_count == 0) == (layout->sentence_count == 0));
}

static void check_quotes(const sample *of, const syn_layout *layout, const syn_quotes *quotes)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < quotes->count; i++) {
        const syn_quote *q = &quotes->items[i];
        assert(q->inside.begin >= last && q->inside.begin < q->inside.end);
        assert(syn_layout_paragraph(layout, q->inside.begin) == syn_layout_paragraph(layout, q->inside.end - 1));
        check_reach(of, q->inside);
        check_reach(of, q->speaker);
        check_reach(of, q->cue);
        last = q->inside.end;
        assert(q->utterance <= i && quotes->items[q->utterance].utterance == q->utterance);
        assert(syn_quotes_at(quotes, q->inside.begin) == i && syn_quotes_at(quotes, q->inside.end - 1) == i);
    }
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size ? size : 1);
    syn_layout layout = {0};
    syn_quotes quotes = {0};
    assert(text);
    if (size)
        memcpy(text, data, size);
    assert(syn_layout_make(text, size, &layout) == SYN_OK);
    assert(syn_quotes_make(text, size, &layout, &quotes) == SYN_OK);
    const sample of = {text, size, syn_utf8_broken(text, size) == 0};
    check_layout(&of, &layout);
    check_quotes(&of, &layout, &quotes);
    syn_quotes_release(&quotes);
    syn_layout_release(&layout);
    free(text);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
