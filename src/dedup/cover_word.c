#include "dedup/cover_inside.h"

#include "text/vocabulary.h"

#include <string.h>

void syn_cover_word_init(syn_cover_word *word)
{
    memset(word, 0, sizeof *word);
    for (unsigned i = 0; i < 2; ++i) {
        word->reader[i].fold = &word->fold;
        word->reader[i].word = &word->word[i];
        word->reader[i].raw = &word->raw[i];
    }
}

void syn_cover_word_release(syn_cover_word *word)
{
    syn_fold_release(&word->fold);
    for (unsigned i = 0; i < 2; ++i) {
        syn_buf_release(&word->word[i]);
        syn_buf_release(&word->raw[i]);
    }
    syn_cover_word_init(word);
}

bool syn_cover_word_failed(const syn_cover_word *word)
{
    return word->fold.failed || word->reader[0].failed || word->reader[1].failed;
}

/** Whether both are ASCII and the same but for case: then they are the same word, as ASCII is folded by itself. */
static bool plain_equal(const char *a, const char *b, size_t bytes)
{
    for (size_t i = 0; i < bytes; ++i) {
        unsigned char x = (unsigned char)a[i], y = (unsigned char)b[i];
        if ((x | y) >= 0x80 || (x != y && ((x ^ y) != 0x20 || (unsigned char)((x | 0x20) - 'a') >= 26)))
            return false;
    }
    return true;
}

static void word_read(syn_word_reader *reader, const syn_cover_side *side, uint32_t at)
{
    reader->text = side->text;
    reader->count = side->end[at]; /* what follows does not change a word, but where it ends */
    syn_word_read(reader, side->begin[at], syn_word_glyph(reader, side->begin[at], NULL));
}

static bool canonical_equal(syn_cover_word *word, const syn_cover_side *a, uint32_t a_at, const syn_cover_side *b,
                            uint32_t b_at)
{
    const syn_word_reader *x = &word->reader[0], *y = &word->reader[1];
    uint32_t bytes = a->end[a_at] - a->begin[a_at] + (b->end[b_at] - b->begin[b_at]);

    if (bytes > word->left_bytes)
        return false;
    word->left_bytes -= bytes;
    word_read(&word->reader[0], a, a_at);
    word_read(&word->reader[1], b, b_at);
    return !syn_cover_word_failed(word) && x->canonical_bytes == y->canonical_bytes &&
           memcmp(x->canonical, y->canonical, x->canonical_bytes) == 0;
}

/** Whether `count` words are the same bytes, and what stands between them. */
static bool raw_equal(const syn_cover_side *a, uint32_t a_at, const syn_cover_side *b, uint32_t b_at, uint32_t count)
{
    uint32_t a_begin = a->begin[a_at], b_begin = b->begin[b_at], bytes = a->end[a_at + count - 1] - a_begin;

    return bytes == b->end[b_at + count - 1] - b_begin && memcmp(a->text + a_begin, b->text + b_begin, bytes) == 0;
}

/** How many bytes are the same. */
static uint32_t same_bytes(const char *a, const char *b, uint32_t most)
{
    uint32_t at = 0;

    for (; most - at >= 8; at += 8) {
        uint64_t differ = syn_vocabulary_load(a + at) ^ syn_vocabulary_load(b + at);
        if (differ)
            return at + (uint32_t)__builtin_ctzll(differ) / 8;
    }
    while (at < most && a[at] == b[at])
        ++at;
    return at;
}

/** How many words are the same bytes one behind another, with what stands between them. */
static uint32_t same_words(const syn_cover_side *a, uint32_t a_at, const syn_cover_side *b, uint32_t b_at,
                           uint32_t count)
{
    const uint32_t *a_end = a->end + a_at, *b_end = b->end + b_at;
    uint32_t a_first = a->begin[a_at], b_first = b->begin[b_at], words = 0;
    uint32_t left = a_end[count - 1] - a_first, other = b_end[count - 1] - b_first;
    uint32_t same = same_bytes(a->text + a_first, b->text + b_first, left < other ? left : other);

    while (words < count && a_end[words] - a_first <= same && a_end[words] - a_first == b_end[words] - b_first)
        ++words;
    return words;
}

static bool word_equal(syn_cover_word *word, const syn_cover_side *a, uint32_t a_at, const syn_cover_side *b,
                       uint32_t b_at)
{
    uint32_t bytes = a->end[a_at] - a->begin[a_at];

    return (bytes == b->end[b_at] - b->begin[b_at] &&
            plain_equal(a->text + a->begin[a_at], b->text + b->begin[b_at], bytes)) ||
           canonical_equal(word, a, a_at, b, b_at);
}

bool syn_cover_word_equal(syn_cover_word *word, const syn_cover_side *a, uint32_t a_at, const syn_cover_side *b,
                          uint32_t b_at, uint32_t count)
{
    if (raw_equal(a, a_at, b, b_at, count))
        return true;
    for (uint32_t done = 0; done < count;) {
        uint32_t same = same_words(a, a_at + done, b, b_at + done, count - done);
        if (same == 0 && !word_equal(word, a, a_at + done, b, b_at + done))
            return false;
        done += same ? same : 1;
    }
    return true;
}
