#include "support/oracle.h"

#include "text/lookalike.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static void *oracle_need(void *memory)
{
    if (!memory)
        abort();
    return memory;
}

/* ---- UTF-8 ---- */

/** Every well-formed sequence: the ranges of its bytes (Unicode standard, table 3-7). */
static const unsigned char shapes[][9] = {
    {1, 0x00, 0x7f}, {2, 0xc2, 0xdf, 0x80, 0xbf}, {3, 0xe0, 0xe0, 0xa0, 0xbf, 0x80, 0xbf},
    {3, 0xe1, 0xec, 0x80, 0xbf, 0x80, 0xbf}, {3, 0xed, 0xed, 0x80, 0x9f, 0x80, 0xbf},
    {3, 0xee, 0xef, 0x80, 0xbf, 0x80, 0xbf}, {4, 0xf0, 0xf0, 0x90, 0xbf, 0x80, 0xbf, 0x80, 0xbf},
    {4, 0xf1, 0xf3, 0x80, 0xbf, 0x80, 0xbf, 0x80, 0xbf}, {4, 0xf4, 0xf4, 0x80, 0x8f, 0x80, 0xbf, 0x80, 0xbf}};

uint32_t oracle_decode(const char *at, size_t count, unsigned *bytes)
{
    static const unsigned char keep[5] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    unsigned best = 0;

    for (size_t s = 0; s < sizeof shapes / sizeof shapes[0]; ++s) {
        unsigned n = 0, whole = shapes[s][0];
        uint32_t c = 0;
        while (n < whole && n < count && (unsigned char)at[n] >= shapes[s][1 + 2 * n] &&
               (unsigned char)at[n] <= shapes[s][2 + 2 * n]) {
            c = n == 0 ? (unsigned char)at[0] & keep[whole] : c << 6 | ((unsigned char)at[n] & 0x3fu);
            ++n;
        }
        if (n == whole) {
            *bytes = n;
            return c;
        }
        best = n > best ? n : best;
    }
    *bytes = best ? best : 1;
    return 0xfffd;
}

size_t oracle_count(const char *at, size_t count)
{
    size_t characters = 0;
    unsigned bytes;

    for (; count > 0; at += bytes, count -= bytes, ++characters)
        oracle_decode(at, count, &bytes);
    return characters;
}

/* ---- folding ---- */

static const char apostrophes[] = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u0374\u1fbd\u1fbf\u1fef\u1ffd\u2018\u2019\u201b"
                                  "\u2032\uff07\uff40";

static size_t oracle_encode(uint32_t c, char *out)
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

static bool oracle_is_apostrophe(uint32_t c)
{
    char one[5] = {0};

    oracle_encode(c, one);
    return c != 0 && strstr(apostrophes, one) != NULL;
}

/** The general category's first letter. */
static char oracle_category(uint32_t c)
{
    return utf8proc_category_string((utf8proc_int32_t)c)[0];
}

static bool oracle_kept(uint32_t c)
{
    char category = oracle_category(c);
    return category == 'L' || category == 'M' || category == 'N' || c == 0x2044;
}

static char *oracle_map(const char *text, size_t bytes, int options)
{
    utf8proc_uint8_t *out = NULL;

    if (utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)bytes, &out,
                     (utf8proc_option_t)(options | UTF8PROC_STABLE)) < 0)
        abort();
    return oracle_need(out);
}

static char *oracle_casefold(const char *text, size_t bytes)
{
    return oracle_map(text, bytes, UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

/** Copies what a word keeps. */
static void oracle_keep(const char *folded, char *out)
{
    unsigned bytes;

    for (; *folded; folded += bytes) {
        uint32_t c = oracle_decode(folded, strlen(folded), &bytes);
        if (oracle_is_apostrophe(c))
            *out++ = '\'';
        else if (oracle_kept(c)) {
            memcpy(out, folded, bytes);
            out += bytes;
        }
    }
    *out = '\0';
}

void oracle_fold(uint32_t character, char out[256])
{
    char one[4];
    char *folded = oracle_casefold(one, oracle_encode(character, one));

    oracle_keep(folded, out);
    free(folded);
}

/** Decomposes, folds look-alikes, folds case, composes, keeps, and cuts apostrophes at the ends. */
static char *oracle_canonical(const uint32_t *characters, size_t count)
{
    char *raw = oracle_need(malloc(count * 4 + 1)), *apart, *folded, *out;
    int32_t *letters;
    size_t len = 0, n = 0;
    unsigned bytes;

    for (size_t i = 0; i < count; ++i)
        len += oracle_encode(characters[i], raw + len);
    apart = oracle_map(raw, len, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
    free(raw);
    len = strlen(apart);
    letters = oracle_need(malloc((len + 1) * sizeof *letters));
    for (size_t i = 0; i < len; i += bytes)
        letters[n++] = (int32_t)oracle_decode(apart + i, len - i, &bytes);
    free(apart);
    syn_lookalike_fold(letters, n);
    raw = oracle_need(malloc(n * 4 + 1));
    len = 0;
    for (size_t i = 0; i < n; ++i)
        len += oracle_encode((uint32_t)letters[i], raw + len);
    free(letters);
    folded = oracle_casefold(raw, len);
    free(raw);
    out = oracle_need(malloc(strlen(folded) + 1));
    oracle_keep(folded, out);
    free(folded);
    memmove(out, out + strspn(out, "'"), strlen(out + strspn(out, "'")) + 1);
    while (*out && out[strlen(out) - 1] == '\'')
        out[strlen(out) - 1] = '\0';
    return out;
}

/* ---- words ---- */

typedef struct place {
    uint32_t character;
    size_t begin, end;
    char kind; /* L letter, D digit, S solo, M mark, ' - ~ (soft hyphen) 0 (dropped) _ (space) n (line end) . */
} place;

static bool oracle_is_solo(uint32_t c)
{
    static const uint32_t scripts[][2] = {
        {0x0e00, 0x0eff}, {0x1000, 0x109f}, {0x1780, 0x17ff}, {0x19e0, 0x19ff}, {0x2e80, 0x2fdf},  {0x3005, 0x3007},
        {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x30ff}, {0x31f0, 0x31ff},  {0x3400, 0x4dbf},
        {0x4e00, 0x9fff}, {0xa9e0, 0xa9fe}, {0xaa60, 0xaa7f}, {0xf900, 0xfaff}, {0x16fe2, 0x16ff1}, {0x1aff0, 0x1b16f},
        {0x20000, 0x3ffff}};

    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; ++i)
        if (c >= scripts[i][0] && c <= scripts[i][1])
            return true;
    return false;
}

/** The class of a letter, digit or symbol by what it folds to. */
static char oracle_kind_folded(uint32_t c)
{
    char one[4], kept[256];
    char *folded = oracle_casefold(one, oracle_encode(c, one));
    unsigned bytes;
    char first = '\0', kind = '.';

    if (!*folded)
        kind = '0';
    else
        first = oracle_category(oracle_decode(folded, strlen(folded), &bytes));
    oracle_keep(folded, kept);
    free(folded);
    if (kind == '0' || oracle_category(c) == 'C')
        return kind;
    if (oracle_category(c) == 'M' || first == 'M')
        return 'M';
    for (const char *at = kept; *at; at += bytes) {
        uint32_t k = oracle_decode(at, strlen(at), &bytes);
        if (oracle_category(k) != 'L' && oracle_category(k) != 'N')
            continue;
        if (utf8proc_category((utf8proc_int32_t)k) != UTF8PROC_CATEGORY_ND && oracle_is_solo(k))
            return 'S';
        return oracle_category(k) == 'L' ? 'L' : 'D';
    }
    return '.';
}

static char oracle_kind(uint32_t c)
{
    if (c == 0)
        return '.';
    if (oracle_is_apostrophe(c))
        return '\'';
    if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0xfe63 || c == 0xff0d)
        return '-';
    if ((c >= 0x0a && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029)
        return 'n';
    if (c == 0xad)
        return '~';
    if (c == '\t' || utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS)
        return '_';
    return oracle_kind_folded(c);
}

/** All characters, and one behind the last that splits. */
static place *oracle_places(const char *text, size_t bytes, size_t *count, uint64_t *broken)
{
    place *places = oracle_need(malloc((bytes + 1) * sizeof *places));
    unsigned step;

    *count = 0;
    for (size_t at = 0; at < bytes; at += step) {
        uint32_t c = oracle_decode(text + at, bytes - at, &step);
        bool bad = c == 0xfffd && !(step == 3 && memcmp(text + at, "\xef\xbf\xbd", 3) == 0);
        *broken += bad;
        places[(*count)++] = (place){c, at, at + step, oracle_kind(c)};
    }
    places[*count] = (place){0, bytes, bytes, '.'};
    return places;
}

static size_t oracle_pass(const place *p, size_t i, const char *kinds)
{
    while (strchr(kinds, p[i].kind))
        ++i;
    return i;
}

/** The place that goes on with a word whose last character is p[i], or 0: `letter` says that it is one. */
static size_t oracle_next(const place *p, size_t i, bool letter, bool *apostrophe)
{
    size_t j = oracle_pass(p, i + 1, "0~");
    bool soft = false;

    *apostrophe = false;
    for (size_t k = i + 1; k < j; ++k)
        soft |= p[k].kind == '~';
    if (strchr("LDM", p[j].kind))
        return j;
    if (p[j].kind == '\'') {
        *apostrophe = true;
        j = oracle_pass(p, j + 1, "0~");
        return strchr("LD", p[j].kind) ? j : 0;
    }
    if (!letter || (p[j].kind != '-' && !soft))
        return 0;
    j = oracle_pass(p, p[j].kind == '-' ? j + 1 : j, "0~_");
    if (p[j].kind != 'n')
        return 0;
    j = oracle_pass(p, p[j].character == '\r' && p[j + 1].character == '\n' ? j + 2 : j + 1, "0~_");
    return p[j].kind == 'L' ? j : 0;
}

static size_t oracle_word_at(const place *p, size_t i, oracle_words *out, uint32_t *characters)
{
    size_t n = 0, next, begin = i;
    bool solo = p[i].kind == 'S', letter = p[i].kind == 'L', apostrophe;
    unsigned marks = 0;

    characters[n++] = p[i].character;
    while ((next = oracle_next(p, i, letter, &apostrophe)) != 0 && !(solo && p[next].kind != 'M')) {
        if (apostrophe)
            characters[n++] = '\'';
        marks = p[next].kind == 'M' ? marks + 1 : 0;
        if (marks <= 30)
            characters[n++] = p[next].character;
        letter = p[next].kind == 'L' || (p[next].kind == 'M' && letter);
        i = next;
    }
    out->word = oracle_need(realloc(out->word, (out->count + 1) * sizeof *out->word));
    out->word[out->count].text = oracle_canonical(characters, n);
    out->word[out->count].begin = p[begin].begin;
    out->word[out->count++].end = p[i].end;
    return i + 1;
}

oracle_words oracle_words_of(const char *text, size_t bytes)
{
    oracle_words out = {0};
    size_t count, i = 0;
    place *places = oracle_places(text, bytes, &count, &out.broken);
    uint32_t *characters = oracle_need(malloc((2 * count + 1) * sizeof *characters));

    while (i < count)
        i = strchr("LDS", places[i].kind) ? oracle_word_at(places, i, &out, characters) : i + 1;
    free(characters);
    free(places);
    return out;
}

void oracle_words_free(oracle_words *words)
{
    for (size_t i = 0; i < words->count; ++i)
        free(words->word[i].text);
    free(words->word);
    *words = (oracle_words){0};
}

/* ---- nearness ---- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

bool oracle_near(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    size_t d[17][17];

    if (a_count == b_count && memcmp(a, b, a_count * sizeof *a) == 0)
        return true;
    if (a_count < 4 || b_count < 4 || a_count > 16 || b_count > 16)
        return false;
    for (size_t i = 0; i <= a_count; ++i)
        for (size_t j = 0; j <= b_count; ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = least(d[i - 1][j - 1] + (a[i - 1] != b[j - 1]), 1 + least(d[i - 1][j], d[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a_count][b_count] <= 1;
}

/* ---- winnowing ---- */

size_t oracle_winnow(const uint64_t *hashes, size_t count, size_t w, uint32_t *places)
{
    size_t kept = 0;

    if (w > count)
        w = count;
    for (size_t p = 0; p < count; ++p) {
        bool keep = false;
        for (size_t from = p + 1 < w ? 0 : p + 1 - w; from <= p && from + w <= count; ++from) {
            bool smallest = true;
            for (size_t i = from; i < from + w; ++i)
                smallest = smallest && (i <= p ? hashes[p] <= hashes[i] : hashes[p] < hashes[i]);
            keep = keep || smallest;
        }
        if (keep)
            places[kept++] = (uint32_t)p;
    }
    return kept;
}

/* ---- suffixes ---- */

uint32_t oracle_prefix(const uint32_t *symbols, uint32_t a, uint32_t b)
{
    uint32_t n = 0;

    while (symbols[a + n] != 0 && symbols[a + n] == symbols[b + n])
        ++n;
    return n;
}

static bool oracle_before(const uint32_t *symbols, uint32_t a, uint32_t b)
{
    uint32_t n = oracle_prefix(symbols, a, b);

    return symbols[a + n] != symbols[b + n] ? symbols[a + n] < symbols[b + n] : a < b;
}

uint32_t oracle_suffixes(const uint32_t *symbols, uint32_t count, uint32_t *at, uint32_t *lcp)
{
    uint32_t kept = 0;

    for (uint32_t p = 0; p < count; ++p) {
        uint32_t i = kept;
        if (symbols[p] == 0)
            continue;
        for (; i > 0 && oracle_before(symbols, p, at[i - 1]); --i)
            at[i] = at[i - 1];
        at[i] = p;
        ++kept;
    }
    for (uint32_t i = 0; i < kept; ++i)
        lcp[i] = i == 0 ? 0 : oracle_prefix(symbols, at[i - 1], at[i]);
    return kept;
}

/* ---- shared runs ---- */

oracle_run *oracle_runs(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count, uint32_t least,
                        size_t *count)
{
    oracle_run *runs = NULL;

    *count = 0;
    for (uint32_t i = 0; i < a_count; ++i)
        for (uint32_t j = 0; j < b_count; ++j) {
            uint32_t n = 0;
            if (i > 0 && j > 0 && a[i - 1] == b[j - 1])
                continue;
            while (i + n < a_count && j + n < b_count && a[i + n] == b[j + n])
                ++n;
            if (n == 0 || n < least)
                continue;
            runs = oracle_need(realloc(runs, (*count + 1) * sizeof *runs));
            runs[(*count)++] = (oracle_run){i, j, n};
        }
    return runs;
}

/* ---- alignment ---- */

/** A cell of the table: edits so far, then words matched so far. */
typedef struct column {
    uint32_t edits, matched;
} column;

static column better(column x, column y)
{
    if (x.edits != y.edits)
        return x.edits < y.edits ? x : y;
    return x.matched > y.matched ? x : y;
}

uint32_t oracle_align(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count, oracle_same *same,
                      const void *context)
{
    const size_t width = (size_t)b_count + 1;
    column *table = oracle_need(malloc((a_count + (size_t)1) * width * sizeof *table));
    uint32_t matched;

    for (size_t i = 0; i <= a_count; ++i)
        for (size_t j = 0; j <= b_count; ++j) {
            column *cell = &table[i * width + j], best = {(uint32_t)(i + j), 0};
            if (i > 0)
                best = better(best, (column){cell[-(ptrdiff_t)width].edits + 1, cell[-(ptrdiff_t)width].matched});
            if (j > 0)
                best = better(best, (column){cell[-1].edits + 1, cell[-1].matched});
            if (i > 0 && j > 0) {
                column from = cell[-(ptrdiff_t)width - 1];
                bool match = same(context, a[i - 1], b[j - 1]);
                best = better(best, (column){from.edits + !match, from.matched + match});
            }
            *cell = best;
        }
    matched = table[a_count * width + b_count].matched;
    free(table);
    return matched;
}
