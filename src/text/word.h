/** One word of a text, read character by character, as it is before it gets a number or a hash.
 *
 *  Any character may be in it: the fold table says what each is to a word and becomes there; where
 *  characters act on one another, the whole word goes through syn_fold_word. Both the reader of words
 *  (text.c) and the sweep (sweep.c) come here for what their short ways for plain ASCII do not take.
 *
 *      syn_word_reader r = {.text = text, .count = bytes, .fold = &fold, .word = &word, .raw = &raw};
 *      syn_glyph g = syn_word_glyph(&r, at, &broken);
 *      at = g.kind >= SYN_FOLD_LETTER ? syn_word_read(&r, at, g) : at + g.bytes;   // r.canonical is the word
 *
 *  Owns    nothing: table and buffers are the worker's.  Fails   r.failed, sticky, when memory is short.
 *  Units   bytes of the text. `canonical` holds until the next word is read; a word may fold to nothing.
 */
#ifndef SYN_TEXT_WORD_H
#define SYN_TEXT_WORD_H

#include "text/fold.h"
#include "text/utf8.h"

/** Bytes of a word before it spills to `word`; several times what any one character becomes. */
#define SYN_WORD_ROOM 512

/** One character of a text. */
typedef struct syn_glyph {
    uint32_t entry;
    unsigned bytes;
    syn_fold_kind kind;
} syn_glyph;

typedef struct syn_word_reader {
    const char *text;
    size_t count;
    syn_fold *fold;
    syn_buf *word, *raw;   /**< room for a long word: canonical, and as it stands */
    bool failed;
    const char *canonical; /**< of the word read last; not NUL-terminated */
    size_t canonical_bytes;
    size_t len;            /**< of the word in work: what is in `room`, behind what `word` holds */
    char room[SYN_WORD_ROOM];
} syn_word_reader;

/** syn_utf8_decode with short ways for sound characters of one, two and most of three bytes. */
static inline uint32_t syn_word_decode(const syn_word_reader *r, size_t at, unsigned *bytes, uint64_t *broken)
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
    if (p[0] > 0xe0 && p[0] < 0xed && r->count - at > 2 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80) {
        *bytes = 3;
        return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    }
    return syn_utf8_decode(r->text + at, r->count - at, bytes, broken);
}

/** The character at `at`; at the text's end one that splits. `*broken` (may be NULL) grows by one if it
 *  is a broken sequence. */
static inline syn_glyph syn_word_glyph(syn_word_reader *r, size_t at, uint64_t *broken)
{
    syn_glyph g = {.bytes = 0, .kind = SYN_FOLD_SPLIT};

    if (at >= r->count)
        return g;
    g.entry = syn_fold_get(r->fold, syn_word_decode(r, at, &g.bytes, broken));
    g.kind = syn_fold_class(g.entry);
    return g;
}

/** Reads the word that begins with `first` (a letter, a digit or a word by itself) at `begin` and
 *  returns where it ends. */
size_t syn_word_read(syn_word_reader *r, size_t begin, syn_glyph first);

#endif
