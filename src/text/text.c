/** How a text is read: words of plain ASCII, up to 15 bytes, are found, lowered and looked up eight
 *  bytes at a time in two registers; whatever else may be in a word sends it through text_word, which
 *  goes character by character through the fold table and, where characters act on one another, hands
 *  the whole word to syn_fold_word. Both give the same words: a property test holds them together.
 */
#include "text/text.h"

#include "base/alloc.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/** A run of marks is cut here (Unicode's stream-safe limit, UAX #15), so that ordering them stays cheap. */
#define TEXT_MOST_MARKS 30
/** Bytes of a word before it spills to the heap; several times what any one character becomes. */
#define TEXT_ROOM 512
#define TEXT_ROOM_LEAST 256

typedef struct reader {
    const char *text;
    size_t count;
    syn_vocabulary *vocabulary;
    syn_words *words;
    uint64_t broken;
    syn_status status;
    size_t len;           /* of the word in work: what is here, behind what vocabulary->word holds */
    char word[TEXT_ROOM];
} reader;

/** One character of the text, or of a word in work. */
typedef struct glyph {
    uint32_t entry;
    unsigned bytes;
    syn_fold_kind kind;
} glyph;

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

/** syn_utf8_decode with a short way for sound characters of one and two bytes. */
static inline uint32_t reader_decode(const reader *r, size_t at, unsigned *bytes, uint64_t *broken)
{
    const unsigned char *p = (const unsigned char *)r->text + at;

    if (p[0] < 0x80) {
        *bytes = 1;
        return p[0];
    }
    if (p[0] >= 0xc2 && p[0] < 0xe0 && r->count - at > 1 && (p[1] & 0xc0) == 0x80) {
        *bytes = 2;
        return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
    }
    return syn_utf8_decode(r->text + at, r->count - at, bytes, broken);
}

/** The character at `at`; at the text's end one that splits. */
static inline glyph reader_glyph(reader *r, size_t at, uint64_t *broken)
{
    glyph g = {.bytes = 0, .kind = SYN_FOLD_SPLIT};

    if (at >= r->count)
        return g;
    g.entry = syn_fold_get(&r->vocabulary->fold, reader_decode(r, at, &g.bytes, broken));
    g.kind = syn_fold_class(g.entry);
    return g;
}

/** Passes over dropped characters, and over spaces if told to. Sets *soft at a soft hyphen. */
static glyph reader_skip(reader *r, size_t *at, bool spaces, bool *soft)
{
    glyph g = reader_glyph(r, *at, NULL);

    while (g.kind == SYN_FOLD_DROP || g.kind == SYN_FOLD_SOFT || (spaces && g.kind == SYN_FOLD_SPACE)) {
        *soft |= g.kind == SYN_FOLD_SOFT;
        *at += g.bytes;
        g = reader_glyph(r, *at, NULL);
    }
    return g;
}

/** Behind a hyphen at `at`: moves to the letter that goes on with the word behind one line end. */
static glyph reader_join(reader *r, size_t *at)
{
    bool soft = false;
    glyph g = reader_skip(r, at, true, &soft), none = {.kind = SYN_FOLD_SPLIT};

    if (g.kind != SYN_FOLD_BREAK)
        return none;
    *at += r->text[*at] == '\r' && *at + 1 < r->count && r->text[*at + 1] == '\n' ? 2 : g.bytes;
    g = reader_skip(r, at, true, &soft);
    return g.kind == SYN_FOLD_LETTER ? g : none;
}

/** The next character of a word that has come to `*at`, over whatever joins it; *at is moved to that
 *  character. Kind SYN_FOLD_SPLIT when the word is at its end. */
static glyph reader_next(reader *r, size_t *at, bool behind_letter, bool *apostrophe)
{
    bool soft = false;
    glyph g = reader_glyph(r, *at, NULL), none = {.kind = SYN_FOLD_SPLIT};

    *apostrophe = false;
    if (g.kind == SYN_FOLD_SPLIT || g.kind == SYN_FOLD_LETTER)
        return g;
    g = reader_skip(r, at, false, &soft);
    if (g.kind == SYN_FOLD_LETTER || g.kind == SYN_FOLD_DIGIT || g.kind == SYN_FOLD_MARK)
        return g;
    if (g.kind == SYN_FOLD_APOSTROPHE) {
        *apostrophe = true;
        *at += g.bytes;
        g = reader_skip(r, at, false, &soft);
        return g.kind == SYN_FOLD_LETTER || g.kind == SYN_FOLD_DIGIT ? g : none;
    }
    if (!behind_letter)
        return none;
    if (g.kind == SYN_FOLD_HYPHEN) {
        *at += g.bytes;
        return reader_join(r, at);
    }
    return soft ? reader_join(r, at) : none;
}

static inline void word_append(reader *r, uint32_t entry)
{
    const uint32_t *piece;
    uint32_t place = SYN_FOLD_CHARACTER(entry);

    if (r->len > TEXT_ROOM - TEXT_ROOM_LEAST) {
        syn_buf_add(&r->vocabulary->word, r->word, r->len);
        r->len = 0;
    }
    if (!(entry & SYN_FOLD_EXPANDS)) {
        r->len += syn_utf8_encode(place, r->word + r->len);
        return;
    }
    piece = r->vocabulary->fold.pieces + place;
    for (uint32_t i = 1; i <= piece[0]; ++i)
        r->len += syn_utf8_encode(piece[i], r->word + r->len);
}

/** Does the word again, as a whole: its characters without what joins them, through syn_fold_word. */
static void word_whole(reader *r, size_t begin, size_t end)
{
    syn_vocabulary *vocabulary = r->vocabulary;
    unsigned marks = 0;
    glyph g;

    syn_buf_clear(&vocabulary->raw);
    syn_buf_clear(&vocabulary->word);
    r->len = 0;
    for (size_t at = begin; at < end; at += g.bytes) {
        g = reader_glyph(r, at, NULL);
        if (g.kind == SYN_FOLD_APOSTROPHE)
            syn_buf_add(&vocabulary->raw, "'", 1);
        if (g.kind < SYN_FOLD_MARK)
            continue;
        marks = g.kind == SYN_FOLD_MARK ? marks + 1 : 0;
        if (marks <= TEXT_MOST_MARKS)
            syn_buf_add(&vocabulary->raw, r->text + at, g.bytes);
    }
    vocabulary->word.failed |= vocabulary->raw.failed;
    if (!vocabulary->word.failed)
        syn_fold_word(&vocabulary->fold, vocabulary->raw.bytes, vocabulary->raw.len, &vocabulary->word);
}

/** Adds the word in work, without apostrophes that a character brought to its ends. */
static void word_add(reader *r, size_t begin, size_t end)
{
    syn_buf *long_word = &r->vocabulary->word;
    const char *word = r->word;
    size_t len = r->len;

    if (long_word->len > 0) {
        syn_buf_add(long_word, r->word, r->len);
        word = long_word->bytes;
        len = long_word->len;
    }
    if (long_word->failed || r->vocabulary->fold.failed) {
        r->status = SYN_MEMORY;
        return;
    }
    for (; len > 0 && word[len - 1] == '\''; --len)
        ;
    for (; len > 0 && word[0] == '\''; --len)
        ++word;
    if (len > 0)
        reader_add(r, syn_vocabulary_add(r->vocabulary, word, len), begin, end);
}

/** Reads the word that begins with `g` at `begin` and returns where it ends. */
static size_t text_word(reader *r, size_t begin, glyph g)
{
    bool solo = g.kind == SYN_FOLD_SOLO, behind_letter = false, apostrophe = false;
    uint32_t seen = 0, before = 0;
    size_t at = begin, end = begin;

    syn_buf_clear(&r->vocabulary->word);
    r->len = 0;
    do {
        if (apostrophe)
            r->word[r->len++] = '\'';
        word_append(r, g.entry);
        seen |= (g.entry & ~SYN_FOLD_REORDERS) | (g.entry & before & SYN_FOLD_REORDERS);
        before = g.entry;
        behind_letter = g.kind == SYN_FOLD_LETTER || (g.kind == SYN_FOLD_MARK && behind_letter);
        at = end = at + g.bytes;
        g = reader_next(r, &at, behind_letter, &apostrophe);
    } while (g.kind == SYN_FOLD_MARK || (!solo && (g.kind == SYN_FOLD_LETTER || g.kind == SYN_FOLD_DIGIT)));
    if ((seen & (SYN_FOLD_COMPOSES | SYN_FOLD_REORDERS)) ||
        (SYN_FOLD_SCRIPTS(seen) & (SYN_FOLD_SCRIPTS(seen) - 1)))
        word_whole(r, begin, end);
    word_add(r, begin, end);
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
    unsigned bytes = syn_plain_word(r->text + at, &low);
    uint32_t hash;

    if (bytes == 8)
        bytes += syn_plain_word(r->text + at + 8, &high);
    if (bytes == 16 || !text_ends(r->text, r->count, at + bytes))
        return 0;
    hash = syn_vocabulary_hash(low, high);
    reader_add(r, syn_vocabulary_add_short(r->vocabulary, hash, low, high, bytes), at, at + bytes);
    return at + bytes;
}

static void reader_run(reader *r)
{
    size_t at = 0, end;

    while (at < r->count && r->status == SYN_OK) {
        unsigned start = syn_plain_start((unsigned char)r->text[at]);
        glyph g;
        if (start == 0) {
            ++at;
            continue;
        }
        if (start == 1 && r->count - at > 16 && (end = text_plain(r, at)) != 0) {
            at = end;
            continue;
        }
        g = reader_glyph(r, at, &r->broken);
        if (g.kind >= SYN_FOLD_LETTER)
            at = text_word(r, at, g);
        else
            at += g.bytes;
    }
}

syn_status syn_text_make(const char *text, size_t bytes, syn_vocabulary *vocabulary, syn_words *words,
                         uint64_t *replaced_count)
{
    reader r = {.text = text, .count = bytes, .vocabulary = vocabulary, .words = words};
    size_t before = words->count;

    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    if (vocabulary->status < 0)
        return vocabulary->status;
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
