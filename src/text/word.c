#include "text/word.h"

#include "text/lookalike.h"
#include "text/plain.h"

/** A run of marks is cut here (Unicode's stream-safe limit, UAX #15), so that ordering them stays cheap. */
#define WORD_MOST_MARKS 30
/** What one character may add to a word, an apostrophe before it included. */
#define WORD_ROOM_LEAST 256

/** Passes over dropped characters, and over spaces if told to. Sets *soft at a soft hyphen. */
static syn_glyph word_skip(syn_word_reader *r, size_t *at, bool spaces, bool *soft)
{
    syn_glyph g = syn_word_glyph(r, *at, NULL);

    while (g.kind == SYN_FOLD_DROP || g.kind == SYN_FOLD_SOFT || (spaces && g.kind == SYN_FOLD_SPACE)) {
        *soft |= g.kind == SYN_FOLD_SOFT;
        *at += g.bytes;
        g = syn_word_glyph(r, *at, NULL);
    }
    return g;
}

/** Behind a hyphen at `at`: moves to the letter that goes on with the word behind one line end. */
static syn_glyph word_join(syn_word_reader *r, size_t *at)
{
    bool soft = false;
    syn_glyph g = word_skip(r, at, true, &soft), none = {.kind = SYN_FOLD_SPLIT};

    if (g.kind != SYN_FOLD_BREAK)
        return none;
    *at += r->text[*at] == '\r' && *at + 1 < r->count && r->text[*at + 1] == '\n' ? 2 : g.bytes;
    g = word_skip(r, at, true, &soft);
    return g.kind == SYN_FOLD_LETTER ? g : none;
}

/** The next character of a word that has come to `*at`, over whatever joins it; *at is moved to that
 *  character. Kind SYN_FOLD_SPLIT when the word is at its end. */
static syn_glyph word_next(syn_word_reader *r, size_t *at, bool behind_letter, bool *apostrophe)
{
    bool soft = false;
    syn_glyph g = syn_word_glyph(r, *at, NULL), none = {.kind = SYN_FOLD_SPLIT};

    *apostrophe = false;
    if (g.kind == SYN_FOLD_SPLIT || g.kind == SYN_FOLD_LETTER)
        return g;
    g = word_skip(r, at, false, &soft);
    if (g.kind == SYN_FOLD_LETTER || g.kind == SYN_FOLD_DIGIT || g.kind == SYN_FOLD_MARK)
        return g;
    if (g.kind == SYN_FOLD_APOSTROPHE) {
        *apostrophe = true;
        *at += g.bytes;
        g = word_skip(r, at, false, &soft);
        return g.kind == SYN_FOLD_LETTER || g.kind == SYN_FOLD_DIGIT ? g : none;
    }
    if (!behind_letter)
        return none;
    if (g.kind == SYN_FOLD_HYPHEN) {
        *at += g.bytes;
        return word_join(r, at);
    }
    return soft ? word_join(r, at) : none;
}

/** syn_utf8_encode with a short way for characters of one and two bytes. */
static inline unsigned word_encode(uint32_t character, char *out)
{
    if (character >= 0x800)
        return syn_utf8_encode(character, out);
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    out[0] = (char)(0xc0 | character >> 6);
    out[1] = (char)(0x80 | (character & 0x3f));
    return 2;
}

static inline void word_append(syn_word_reader *r, uint32_t entry)
{
    const uint32_t *piece;
    uint32_t place = SYN_FOLD_CHARACTER(entry);

    if (r->len > SYN_WORD_ROOM - WORD_ROOM_LEAST) {
        syn_buf_add(r->word, r->room, r->len);
        r->len = 0;
    }
    if (!(entry & SYN_FOLD_EXPANDS)) {
        r->len += word_encode(place, r->room + r->len);
        return;
    }
    piece = r->fold->pieces + place;
    for (uint32_t i = 1; i <= piece[0]; ++i)
        r->len += syn_utf8_encode(piece[i], r->room + r->len);
}

/** Does the word again, as a whole: its characters without what joins them, through syn_fold_word. */
static void word_whole(syn_word_reader *r, size_t begin, size_t end)
{
    unsigned marks = 0;
    syn_glyph g;

    syn_buf_clear(r->raw);
    syn_buf_clear(r->word);
    r->len = 0;
    for (size_t at = begin; at < end; at += g.bytes) {
        g = syn_word_glyph(r, at, NULL);
        if (g.kind == SYN_FOLD_APOSTROPHE)
            syn_buf_add(r->raw, "'", 1);
        if (g.kind < SYN_FOLD_MARK)
            continue;
        marks = g.kind == SYN_FOLD_MARK ? marks + 1 : 0;
        if (marks <= WORD_MOST_MARKS)
            syn_buf_add(r->raw, r->text + at, g.bytes);
    }
    r->word->failed |= r->raw->failed;
    if (!r->word->failed)
        syn_fold_word(r->fold, r->raw->bytes, r->raw->len, r->word);
}

/** Leaves the word in work as r->canonical, without apostrophes that a character brought to its ends. */
static void word_settle(syn_word_reader *r)
{
    const char *word = r->room;
    size_t len = r->len;

    if (r->word->len > 0) {
        syn_buf_add(r->word, r->room, r->len);
        word = r->word->bytes;
        len = r->word->len;
    }
    for (; len > 0 && word[len - 1] == '\''; --len)
        ;
    for (; len > 0 && word[0] == '\''; --len)
        ++word;
    r->failed |= r->word->failed || r->fold->failed;
    r->canonical = word;
    r->canonical_bytes = len;
}

/** The entry of a letter of two bytes at `at` that acts on no other, or 0. */
static inline uint32_t word_letter(syn_word_reader *r, size_t at)
{
    const unsigned char *p = (const unsigned char *)r->text + at;
    uint32_t entry;

    if (p[0] < 0xc2 || p[0] >= 0xe0 || r->count - at < 2 || (p[1] & 0xc0) != 0x80)
        return 0;
    entry = syn_fold_get(r->fold, (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu));
    if (syn_fold_class(entry) != SYN_FOLD_LETTER ||
        (entry & (SYN_FOLD_EXPANDS | SYN_FOLD_COMPOSES | SYN_FOLD_REORDERS)))
        return 0;
    return entry;
}

/** The short way of syn_word_read: letters and digits of one byte, letters of two, while nothing else
 *  stands between. Returns where they end. */
static inline size_t word_letters(syn_word_reader *r, size_t at, uint32_t *seen, bool *behind_letter)
{
    uint32_t entry;

    while (at < r->count && r->len <= SYN_WORD_ROOM - WORD_ROOM_LEAST) {
        unsigned char byte = (unsigned char)r->text[at];
        if (syn_plain_start(byte) == 1) {
            *behind_letter = byte > '9';
            *seen |= *behind_letter ? (uint32_t)SYN_LOOKALIKE_LATIN << 28 : 0;
            r->room[r->len++] = (char)(byte | 0x20);
            ++at;
            continue;
        }
        if ((entry = word_letter(r, at)) == 0)
            break;
        *behind_letter = true;
        *seen |= entry;
        r->len += word_encode(SYN_FOLD_CHARACTER(entry), r->room + r->len);
        at += 2;
    }
    return at;
}

size_t syn_word_read(syn_word_reader *r, size_t begin, syn_glyph first)
{
    bool solo = first.kind == SYN_FOLD_SOLO, behind_letter = false, apostrophe = false;
    uint32_t seen = 0, before = 0;
    size_t at = begin, end = begin;
    syn_glyph g = first;

    if (r->word->len > 0)
        syn_buf_clear(r->word);
    r->len = 0;
    do {
        if (apostrophe)
            r->room[r->len++] = '\'';
        word_append(r, g.entry);
        seen |= (g.entry & ~SYN_FOLD_REORDERS) | (g.entry & before & SYN_FOLD_REORDERS);
        before = g.entry;
        behind_letter = g.kind == SYN_FOLD_LETTER || (g.kind == SYN_FOLD_MARK && behind_letter);
        at += g.bytes;
        end = solo ? at : word_letters(r, at, &seen, &behind_letter);
        if (end > at)
            before = 0;
        at = end;
        g = word_next(r, &at, behind_letter, &apostrophe);
    } while (g.kind == SYN_FOLD_MARK || (!solo && (g.kind == SYN_FOLD_LETTER || g.kind == SYN_FOLD_DIGIT)));
    if ((seen & (SYN_FOLD_COMPOSES | SYN_FOLD_REORDERS)) ||
        (SYN_FOLD_SCRIPTS(seen) & (SYN_FOLD_SCRIPTS(seen) - 1)))
        word_whole(r, begin, end);
    word_settle(r);
    return end;
}
