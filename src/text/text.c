/** How a text is read: words of plain ASCII, up to 15 bytes, are found, lowered and looked up eight
 *  bytes at a time in two registers; whatever else may be in a word sends it through syn_word_read, which
 *  goes character by character through the fold table and, where characters act on one another, hands
 *  the whole word to syn_fold_word. Both give the same words: a property test holds them together.
 */
#include "text/text.h"

#include "base/alloc.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/vocabulary.h"
#include "text/word.h"

#include <stdlib.h>
#include <string.h>

typedef struct reader {
    syn_vocabulary *vocabulary;
    syn_words *words;
    uint64_t broken;
    syn_status status;
    syn_word_reader word;
} reader;

void syn_words_release(syn_words *words)
{
    free(words->id);
    free(words->begin);
    free(words->end);
    *words = (syn_words){0};
}

static bool words_resize(uint32_t **items, size_t capacity)
{
    uint32_t *grown = capacity > SIZE_MAX / sizeof **items ? NULL : realloc(*items, capacity * sizeof **items);

    if (grown)
        *items = grown;
    return grown != NULL;
}

/** Room for one more word. An array that grew while another could not is merely larger than needed. */
static bool words_room(syn_words *words)
{
    size_t capacity = words->capacity + words->capacity / 2 + 64;

    if (words->count < words->capacity)
        return true;
    if (!words_resize(&words->id, capacity) || !words_resize(&words->begin, capacity) ||
        !words_resize(&words->end, capacity))
        return false;
    words->capacity = capacity;
    return true;
}

static inline void reader_add(reader *r, uint32_t id, size_t begin, size_t end)
{
    if (id == SYN_VOCABULARY_NONE) {
        r->status = r->vocabulary->status;
        return;
    }
    if (!words_room(r->words)) {
        r->status = SYN_MEMORY;
        return;
    }
    r->words->id[r->words->count] = id;
    r->words->begin[r->words->count] = (uint32_t)begin;
    r->words->end[r->words->count++] = (uint32_t)end;
}

/** Reads the word that begins with `first` at `begin` and returns where it ends. */
static size_t reader_word(reader *r, size_t begin, syn_glyph first)
{
    size_t end = syn_word_read(&r->word, begin, first);

    if (r->word.failed)
        r->status = SYN_MEMORY;
    else if (r->word.canonical_bytes > 0)
        reader_add(r, syn_vocabulary_add(r->vocabulary, r->word.canonical, r->word.canonical_bytes), begin, end);
    return end;
}

/** Whether a word that has come to text[at] as plain ASCII is surely at its end there. */
static inline bool text_ends(const char *text, size_t count, size_t at)
{
    unsigned char byte = (unsigned char)text[at];

    if (byte == '-')
        return at + 1 < count && (unsigned char)text[at + 1] > ' ' && (unsigned char)text[at + 1] < 0x80;
    return byte < 0x80 && byte != '\'' && byte != '`';
}

/** Reads a short plain word at `at`, where at least 16 bytes are; 0 when it is not one. */
static inline size_t text_plain(reader *r, size_t at)
{
    uint64_t low, high = 0;
    unsigned bytes = syn_plain_word(r->word.text + at, &low);
    uint32_t hash;

    if (bytes == 8)
        bytes += syn_plain_word(r->word.text + at + 8, &high);
    if (bytes == 16 || !text_ends(r->word.text, r->word.count, at + bytes))
        return 0;
    hash = syn_vocabulary_hash(low, high);
    reader_add(r, syn_vocabulary_add_short(r->vocabulary, hash, low, high, bytes), at, at + bytes);
    return at + bytes;
}

static void reader_run(reader *r)
{
    const char *text = r->word.text;
    size_t at = 0, count = r->word.count, end;

    while (at < count && r->status == SYN_OK) {
        unsigned start = syn_plain_start((unsigned char)text[at]);
        syn_glyph g;
        if (start == 0) {
            ++at;
            continue;
        }
        if (start == 1 && count - at > 16 && (end = text_plain(r, at)) != 0) {
            at = end;
            continue;
        }
        g = syn_word_glyph(&r->word, at, &r->broken);
        at = g.kind >= SYN_FOLD_LETTER ? reader_word(r, at, g) : at + g.bytes;
    }
}

syn_status syn_text_make(const char *text, size_t bytes, syn_vocabulary *vocabulary, syn_words *words,
                         uint64_t *replaced_count)
{
    reader r = {.vocabulary = vocabulary, .words = words};
    size_t before = words->count;

    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    if (vocabulary->status < 0)
        return vocabulary->status;
    r.word = (syn_word_reader){.text = text, .count = bytes, .fold = &vocabulary->fold,
                               .word = &vocabulary->word, .raw = &vocabulary->raw};
    reader_run(&r);
    if (r.status == SYN_OK && vocabulary->fold.failed)
        r.status = SYN_MEMORY;
    if (r.status < 0) {
        words->count = before;
        return r.status;
    }
    if (replaced_count)
        *replaced_count += r.broken;
    return SYN_OK;
}

syn_casing syn_text_casing(const char *text, uint32_t begin, uint32_t end)
{
    uint32_t upper = 0, lower = 0;
    bool capital = false;
    unsigned bytes;

    for (uint32_t at = begin; at < end; at += bytes) {
        const unsigned char first = (unsigned char)text[at];
        int letter = (first >= 'A' && first <= 'Z') - (first >= 'a' && first <= 'z');
        bytes = 1;
        if (first >= 0x80)
            letter = syn_fold_case(syn_utf8_decode(text + at, end - at, &bytes, NULL));
        capital |= letter > 0 && upper + lower == 0;
        upper += letter > 0;
        lower += letter < 0;
    }
    if (upper + lower == 0)
        return SYN_CASE_NONE;
    if (lower == 0 && upper > 1)
        return SYN_CASE_UPPER;
    return capital ? SYN_CASE_CAPITAL : SYN_CASE_LOWER;
}
