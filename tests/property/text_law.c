/** Laws of words, on seeded random texts. Prints its seed; exits with 1 at the first law broken.
 *
 *      text_law [seed]
 */
#include "base/hash.h"
#include "support/oracle.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define TEXT_COUNT 6000
#define RETYPED_COUNT 6000
#define MOST 4096 /* characters of a text */

static uint64_t state;

static uint32_t chance(uint32_t below)
{
    state += 0x9e3779b97f4a7c15u;
    return (uint32_t)((syn_hash_mix(state) >> 32) % below);
}

static void hold(bool held, const char *law, const char *text, size_t bytes)
{
    if (held)
        return;
    printf("not held: %s\n  on: ", law);
    for (size_t i = 0; i < bytes; ++i)
        printf((unsigned char)text[i] >= ' ' && (unsigned char)text[i] < 0x7f ? "%c" : "\\x%02x", (unsigned char)text[i]);
    printf("\n");
    exit(1);
}

/* ---- the table equals utf8proc ---- */

static size_t encode_entry(const syn_fold *fold, uint32_t entry, char *out)
{
    const uint32_t *piece = fold->pieces + SYN_FOLD_CHARACTER(entry);
    size_t len = 0;

    if (!(entry & SYN_FOLD_EXPANDS))
        return syn_utf8_encode(SYN_FOLD_CHARACTER(entry), out);
    for (uint32_t i = 1; i <= piece[0]; ++i)
        len += syn_utf8_encode(piece[i], out + len);
    return len;
}

static void law_table(void)
{
    syn_fold fold = {0};

    for (uint32_t c = 1; c <= 0x10ffff; ++c) {
        char here[256] = {0}, there[256], one[4];
        unsigned bytes;
        uint32_t entry;
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        bytes = syn_utf8_encode(c, one);
        entry = syn_fold_get(&fold, c);
        hold(syn_utf8_decode(one, bytes, &bytes, NULL) == c, "a character comes back from its bytes", one, bytes);
        oracle_fold(c, there);
        if (syn_fold_class(entry) >= SYN_FOLD_MARK)
            encode_entry(&fold, entry, here);
        if (syn_fold_class(entry) >= SYN_FOLD_MARK)
            hold(strcmp(here, there) == 0, "the table folds as utf8proc does", one, bytes);
        if (syn_fold_class(entry) == SYN_FOLD_DROP)
            hold(*there == '\0', "what is dropped folds to nothing", one, bytes);
    }
    hold(!fold.failed, "the table has memory", "", 0);
    syn_fold_release(&fold);
}

/* ---- words equal the twin's ---- */

typedef struct texts {
    syn_vocabulary *vocabulary;
    syn_words words;
} texts;

static const char *word_text(const texts *t, size_t i, char room[SYN_VOCABULARY_SHORT], size_t *bytes)
{
    return syn_vocabulary_word(t->vocabulary, t->words.id[i], room, bytes);
}

static void law_twin(texts *t, const char *text, size_t bytes)
{
    oracle_words twin = oracle_words_of(text, bytes);
    uint64_t broken = 0;
    size_t last = 0, len;
    char room[SYN_VOCABULARY_SHORT];

    t->words.count = 0;
    hold(syn_text_make(text, bytes, t->vocabulary, &t->words, &broken) == SYN_OK, "a text has words", text, bytes);
    hold(broken == twin.broken, "broken sequences are counted", text, bytes);
    hold(t->words.count == twin.count, "as many words as the twin finds", text, bytes);
    for (size_t i = 0; i < twin.count; ++i) {
        size_t begin = t->words.begin[i], end = t->words.end[i];
        const char *word = word_text(t, i, room, &len);
        hold(begin >= last && begin < end && end <= bytes, "spans ascend inside the text", text, bytes);
        hold(begin == twin.word[i].begin && end == twin.word[i].end, "a span is the twin's", text, bytes);
        hold(((unsigned char)text[begin] & 0xc0) != 0x80 && (end == bytes || ((unsigned char)text[end] & 0xc0) != 0x80 ||
             broken > 0), "spans lie on character boundaries", text, bytes);
        if (len != strlen(twin.word[i].text) || memcmp(word, twin.word[i].text, len) != 0) {
            printf("found %.*s, the twin %s\n", (int)len, word, twin.word[i].text);
            hold(false, "a word is the twin's", text + begin, end - begin);
        }
        last = end;
    }
    oracle_words_free(&twin);
}

/** Characters that do something, by kind; picked more often than all the others. */
static const uint32_t telling[] = {
    'a', 'b', 'E', 'Z', 'o', 's', '0', '4', ' ', ' ', '\n', '\r', '\t', '-', '\'', '`', '.', ',', '"', '@', '[', '{', 0x7f,
    0xad, 0xa0, 0xdf, 0xe9, 0xc9, 0xb2, 0xbd, 0xb4, 0xb5, 0x130, 0x149, 0x1c5, 0x2bc, 0x301, 0x308, 0x323, 0x327, 0x345,
    0x37a, 0x3c3, 0x3c2, 0x391, 0x3bd, 0x3af, 0x430, 0x435, 0x43e, 0x41d, 0x439, 0x444, 0x5d0, 0x5b8, 0x627, 0x64e, 0x651,
    0x653, 0x939, 0x93c, 0x94d, 0x9c7, 0x9be, 0xe01, 0xe33, 0xe49, 0xe50, 0xe81, 0x1000, 0x1025, 0x102e, 0x1780, 0x17d2,
    0x1100, 0x1161, 0x11a8, 0xac00, 0x1e9e, 0x1fb3, 0x1fef, 0x200b, 0x200d, 0x200f, 0x2010, 0x2011, 0x2013, 0x2018, 0x2019,
    0x2028, 0x202f, 0x20e3, 0x2122, 0x2126, 0x2163, 0x24b6, 0x3000, 0x304b, 0x3099, 0x30fc, 0x4e00, 0x5b57, 0xfb01, 0xfb1d,
    0xfdfa, 0xfe0f, 0xfeff, 0xff07, 0xff0d, 0xff21, 0xff76, 0xff9e, 0xfffd, 0x1d400, 0x1f600, 0x20000, 0xe0020};

static uint32_t random_character(uint32_t spread)
{
    uint32_t c;

    if (chance(8) < spread)
        return telling[chance(sizeof telling / sizeof telling[0])];
    if (chance(60) > 0)
        return 'a' + chance(26);
    c = chance(chance(2) ? 0x3000 : 0x20000);
    return c >= 0xd800 && c <= 0xdfff ? 'x' : c;
}

/** Half of the texts are mostly ASCII; one in eight is broken here and there. */
static size_t random_text(char *out)
{
    size_t len = 0, characters = chance(chance(4) ? 60 : 300);
    uint32_t spread = chance(2) ? 1 : 6;
    bool breaks = chance(8) == 0;

    for (size_t i = 0; i < characters; ++i) {
        len += syn_utf8_encode(random_character(spread), out + len);
        if (breaks && chance(6) == 0)
            out[len++] = (char)(0x80 + chance(0x80));
    }
    return len;
}

static void law_random(texts *t)
{
    char *text = malloc(MOST);

    for (size_t i = 0; text && i < TEXT_COUNT; ++i) {
        size_t bytes = random_text(text);
        char *exact = malloc(bytes + 1); /* so that a sanitizer sees a read beyond the end */
        if (!exact)
            exit(2);
        memcpy(exact, text, bytes);
        law_twin(t, exact, bytes);
        hold(syn_utf8_count(exact, bytes) == oracle_count(exact, bytes), "characters are counted", exact, bytes);
        free(exact);
    }
    free(text);
}

/* ---- words do not depend on how they were typed ---- */

static size_t encode_all(const uint32_t *characters, size_t count, char *out)
{
    size_t len = 0;

    for (size_t i = 0; i < count; ++i)
        len += syn_utf8_encode(characters[i], out + len);
    return len;
}

static void law_same(texts *t, const char *law, const char *a, size_t a_bytes, const char *b, size_t b_bytes)
{
    size_t count;

    t->words.count = 0;
    hold(syn_text_make(a, a_bytes, t->vocabulary, &t->words, NULL) == SYN_OK, "a text has words", a, a_bytes);
    count = t->words.count;
    hold(syn_text_make(b, b_bytes, t->vocabulary, &t->words, NULL) == SYN_OK, "a text has words", b, b_bytes);
    hold(t->words.count == 2 * count, law, b, b_bytes);
    hold(count == 0 || memcmp(t->words.id, t->words.id + count, count * sizeof *t->words.id) == 0, law, b, b_bytes);
}

static size_t normal(const char *text, size_t bytes, int form, char *out)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)bytes, &mapped,
                                      (utf8proc_option_t)(form | UTF8PROC_STABLE));

    if (n < 0)
        exit(2);
    memcpy(out, mapped, (size_t)n);
    free(mapped);
    return (size_t)n;
}

/** Every character inside a word: the twin's words, and the same ones composed and decomposed. */
static void law_forms(texts *t)
{
    for (uint32_t c = 0x80; c <= 0x10ffff; ++c) {
        char text[64], composed[256], apart[256];
        size_t bytes, n, d;
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        bytes = encode_all((uint32_t[]){'a', c, 'b', ' ', c, 0x301, 'z', ' ', 'e', c, 0x323, c}, 12, text);
        if (utf8proc_category((utf8proc_int32_t)c) != UTF8PROC_CATEGORY_CN)
            law_twin(t, text, bytes);
        n = normal(text, bytes, UTF8PROC_COMPOSE, composed);
        d = normal(text, bytes, UTF8PROC_DECOMPOSE, apart);
        if (n == bytes && d == bytes && memcmp(text, composed, n) == 0 && memcmp(text, apart, n) == 0)
            continue;
        law_same(t, "NFC has the same words", text, bytes, composed, n);
        law_same(t, "NFD has the same words", text, bytes, apart, d);
    }
}

/** Words to make sentences of. Every Latin one has a letter that no Cyrillic letter looks like. */
static const char *const stock[] = {
    "Garden", "fence", "reporters", "don't", "neighbour's", "O'Neill", "forty", "gardening", "unfinished", "Zürich", "fiancée",
    "naïve", "Straße", "größer", "façade", "Ångström", "42", "1984", "4th", "F16", "финансы", "Министр", "йогурт", "объявил",
    "подъезд", "Ёлки", "φωνή", "Ζεύς", "λόγος", "الوزير", "قَالَ", "नमस्ते", "한국어", "신문", "東京", "报纸", "ニュース",
    "がぎぐ", "ภาษาไทย", "ກິນ", "ភាសា", "မြန်မာ", "dźwięk", "Việt", "Nguyễn"};

/** A sentence as code points: words, spaces, dashes, quotes. */
static size_t sentence(uint32_t *out)
{
    size_t n = 0, words = 1 + chance(12);

    for (size_t w = 0; w < words; ++w) {
        const char *word = stock[chance(sizeof stock / sizeof stock[0])];
        bool quoted = chance(6) == 0;
        unsigned bytes;
        if (w > 0)
            out[n++] = chance(8) == 0 ? '-' : ' ';
        if (quoted)
            out[n++] = '"';
        for (; *word; word += bytes)
            out[n++] = syn_utf8_decode(word, strlen(word), &bytes, NULL);
        if (quoted)
            out[n++] = '"';
    }
    return n;
}

static uint32_t pick(const uint32_t *of, uint32_t count)
{
    return of[chance(count)];
}

static uint32_t retype_mark(uint32_t c)
{
    static const uint32_t single[] = {'\'', 0x2019, 0x2018, 0x2bc, 0xff07, 0x201b, '`', 0xb4, 0x2032};
    static const uint32_t quote[] = {'"', 0x201c, 0x201d, 0x201e, 0xab, 0xbb, 0xff02};
    static const uint32_t space[] = {' ', 0xa0, 0x2003, 0x2009, 0x202f, 0x3000, '\t'};
    static const uint32_t dash[] = {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xff0d};

    if (c == '\'')
        return pick(single, 9);
    if (c == '"')
        return pick(quote, 7);
    return c == ' ' ? pick(space, 7) : c == '-' ? pick(dash, 8) : c;
}

static bool is_latin(uint32_t c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static uint32_t retype_letter(uint32_t c, bool wide, bool twins)
{
    static const char latin[] = "aceopxyABCEHKMOPTX";
    static const uint32_t cyrillic[] = {0x430, 0x441, 0x435, 0x43e, 0x440, 0x445, 0x443, 0x410, 0x412,
                                        0x421, 0x415, 0x41d, 0x41a, 0x41c, 0x41e, 0x420, 0x422, 0x425};
    const char *at = c < 0x80 && c ? strchr(latin, (int)c) : NULL;

    if (twins && at && chance(2))
        return cyrillic[at - latin];
    return wide && (is_latin(c) || (c >= '0' && c <= '9')) ? c + 0xfee0 : c;
}

/** What may be put between two letters of a word. */
static size_t retype_between(uint32_t *out, bool letters)
{
    static const uint32_t nothing[] = {0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f, 0x200e};
    static const uint32_t hyphen[] = {'-', 0x2010, 0xad};
    size_t n = 0;

    if (chance(6) == 0)
        out[n++] = pick(nothing, 8);
    if (!letters || chance(12) != 0)
        return n;
    out[n++] = pick(hyphen, 3);
    if (chance(3) == 0)
        out[n++] = ' ';
    if (chance(2))
        out[n++] = '\r';
    out[n++] = '\n';
    for (uint32_t spaces = chance(3); spaces > 0; --spaces)
        out[n++] = ' ';
    return n;
}

static size_t retype(const uint32_t *in, size_t count, uint32_t *out)
{
    bool capitals = chance(3) == 0, wide = chance(4) == 0, twins = chance(3) == 0;
    size_t n = 0;

    for (size_t i = 0; i < count; ++i) {
        uint32_t c = retype_letter(retype_mark(in[i]), wide, twins);
        if (capitals && c != 0xdf)
            c = (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
        if (capitals && c == 0xdf)
            out[n++] = c = 'S';
        out[n++] = c;
        if (i + 1 < count && (is_latin(in[i]) || in[i] == '\'') && (is_latin(in[i + 1]) || in[i + 1] == '\''))
            n += retype_between(out + n, is_latin(in[i]) && is_latin(in[i + 1]));
    }
    return n;
}

static void law_retyped(texts *t)
{
    uint32_t *plain = malloc(MOST * sizeof *plain), *other = malloc(MOST * sizeof *other);
    char *a = malloc(MOST * 4), *b = malloc(MOST * 4), *c = malloc(MOST * 12);

    if (!plain || !other || !a || !b || !c)
        exit(2);
    for (size_t i = 0; i < RETYPED_COUNT; ++i) {
        size_t count = sentence(plain), a_bytes = encode_all(plain, count, a);
        size_t b_bytes = encode_all(other, retype(plain, count, other), b);
        size_t c_bytes = normal(b, b_bytes, chance(2) ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE, c);
        law_same(t, "words do not depend on how they were typed", a, a_bytes, b, b_bytes);
        law_same(t, "nor on their normal form", a, a_bytes, c, c_bytes);
        law_twin(t, c, c_bytes);
    }
    free(plain);
    free(other);
    free(a);
    free(b);
    free(c);
}

/* ---- nearness ---- */

/** Pairs of words over few letters, so that about one in four is near. */
static void law_near(void)
{
    static const uint32_t letters[] = {'a', 'b', 'c', 0xe9, 0xe8, 0x434, 0x10400 + 40};

    for (size_t i = 0; i < RETYPED_COUNT; ++i) {
        syn_vocabulary *vocabulary = NULL;
        syn_lexicon lexicon = {0};
        uint32_t a[8], b[8], ids[2];
        char text[2][40];
        size_t a_count = 1 + chance(8), b_count = 0, bytes[2];
        for (size_t k = 0; k < a_count; ++k)
            a[k] = letters[chance(7)];
        for (size_t k = 0; k < a_count && b_count < 8; ++k)
            if (chance(9))
                b[b_count++] = chance(9) ? a[k] : letters[chance(7)];
        if (b_count > 1 && chance(3) == 0) {
            uint32_t at = chance((uint32_t)b_count - 1), c = b[at];
            b[at] = b[at + 1];
            b[at + 1] = c;
        }
        if (b_count == 0)
            continue;
        bytes[0] = encode_all(a, a_count, text[0]);
        bytes[1] = encode_all(b, b_count, text[1]);
        if (syn_vocabulary_new(&vocabulary) < 0)
            exit(2);
        for (int k = 0; k < 2; ++k)
            ids[k] = syn_vocabulary_add(vocabulary, text[k], bytes[k]);
        if (syn_lexicon_make(&vocabulary, 1, &lexicon) < 0)
            exit(2);
        syn_lexicon_apply(&lexicon, 0, ids, 2);
        for (int k = 0; k < 2; ++k)
            hold(syn_lexicon_near(&lexicon, ids[k], ids[1 - k]) == oracle_near(a, a_count, b, b_count),
                 "words are near as the twin says", text[0], bytes[0]);
        syn_lexicon_release(&lexicon);
        syn_vocabulary_free(vocabulary);
    }
}

int main(int argc, char **argv)
{
    texts t = {0};

    state = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    printf("text_law: seed %llu\n", (unsigned long long)state);
    if (syn_vocabulary_new(&t.vocabulary) != SYN_OK)
        return 2;
    law_table();
    law_forms(&t);
    law_random(&t);
    law_retyped(&t);
    law_near();
    syn_words_release(&t.words);
    syn_vocabulary_free(t.vocabulary);
    return 0;
}
