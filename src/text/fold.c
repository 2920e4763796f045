#include "text/fold.h"

#include "base/alloc.h"
#include "text/lookalike.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

#define FOLD_OPTIONS (UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)
/** More than any one character becomes (U+FDFA: 18). */
#define FOLD_MOST 64

typedef struct range {
    uint32_t first, last;
} range;

static bool fold_in(const range *ranges, size_t count, uint32_t character)
{
    for (size_t i = 0; i < count; ++i)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    return false;
}

#define FOLD_IN(ranges, character) fold_in(ranges, sizeof(ranges) / sizeof(ranges)[0], character)

static bool fold_is_apostrophe(uint32_t c)
{
    static const range apostrophes[] = {{0x27, 0x27},     {0x60, 0x60},     {0xb4, 0xb4},     {0x2b9, 0x2b9},
                                        {0x2bb, 0x2bd},   {0x374, 0x374},   {0x1fbd, 0x1fbd}, {0x1fbf, 0x1fbf},
                                        {0x1fef, 0x1fef}, {0x1ffd, 0x1ffd}, {0x2018, 0x2019}, {0x201b, 0x201b},
                                        {0x2032, 0x2032}, {0xff07, 0xff07}, {0xff40, 0xff40}};
    return FOLD_IN(apostrophes, c);
}

static bool fold_is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xfe63 || c == 0xff0d;
}

static bool fold_is_break(uint32_t c)
{
    return (c >= 0x0a && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/** Han, Kana, Thai, Lao, Myanmar, Khmer: scripts written without spaces. */
static bool fold_is_solo(uint32_t c)
{
    static const range solo[] = {{0xe01, 0xeff},     {0x1000, 0x109f},   {0x1780, 0x17ff},   {0x19e0, 0x19ff},
                                 {0x2e80, 0x2fdf},   {0x3005, 0x3007},   {0x3021, 0x3029},   {0x3031, 0x3035},
                                 {0x3038, 0x303c},   {0x3041, 0x30ff},   {0x31f0, 0x31ff},   {0x3400, 0x4dbf},
                                 {0x4e00, 0x9fff},   {0xa9e0, 0xa9fe},   {0xaa60, 0xaa7f},   {0xf900, 0xfaff},
                                 {0xff66, 0xff9f},   {0x16fe2, 0x16ff1}, {0x1aff0, 0x1b16f}, {0x1f200, 0x1f200},
                                 {0x20000, 0x3ffff}};
    return FOLD_IN(solo, c);
}

/** Marks known not to compose with what stands before them; of all others it is assumed. The holes
 *  are second halves of canonical pairs (UnicodeData.txt); a property test holds the list to utf8proc. */
static bool fold_is_settled(uint32_t c)
{
    static const range settled[] = {
        {0x591, 0x5c7}, {0x64b, 0x652}, {0x670, 0x670}, {0x6d6, 0x6ed}, {0x900, 0x93b}, {0x93d, 0x9bd},
        {0x9bf, 0x9d6}, {0x9d8, 0xb3d}, {0xb3f, 0xb55}, {0xb58, 0xbbd}, {0xbbf, 0xbd6}, {0xbd8, 0xc55},
        {0xc57, 0xcc1}, {0xcc3, 0xcd4}, {0xcd7, 0xd3d}, {0xd3f, 0xd56}, {0xd58, 0xdc9}, {0xdcb, 0xdce},
        {0xdd0, 0xdde}, {0xde0, 0xecf}, {0x1000, 0x102d}, {0x102f, 0x109f}, {0x17b4, 0x17d3}};
    return FOLD_IN(settled, c);
}

static utf8proc_category_t fold_category(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

static bool fold_is_mark(uint32_t c)
{
    utf8proc_category_t category = fold_category(c);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool syn_fold_is_digit(uint32_t c)
{
    utf8proc_category_t category = fold_category(c);
    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

static bool fold_is_letter(uint32_t c)
{
    utf8proc_category_t category = fold_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

int syn_fold_case(uint32_t c)
{
    utf8proc_int32_t character = (utf8proc_int32_t)c;

    if (utf8proc_tolower(character) != character || fold_category(c) == UTF8PROC_CATEGORY_LU)
        return 1;
    return utf8proc_toupper(character) != character || fold_category(c) == UTF8PROC_CATEGORY_LL ? -1 : 0;
}

/** Leaves in place what a word keeps, apostrophes as ', and returns how many characters that is. */
static size_t fold_keep(int32_t *characters, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; ++i) {
        uint32_t c = (uint32_t)characters[i];
        if (fold_is_apostrophe(c))
            characters[kept++] = '\'';
        else if (fold_is_letter(c) || fold_is_mark(c) || syn_fold_is_digit(c) || c == 0x2044)
            characters[kept++] = characters[i];
    }
    return kept;
}

/** NFKC_Casefold of one character. */
static size_t fold_one(uint32_t character, int32_t out[FOLD_MOST])
{
    int bound = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)character, out, FOLD_MOST,
                                                 (utf8proc_option_t)FOLD_OPTIONS, &bound);

    if (n <= 0 || n > FOLD_MOST)
        return 0;
    n = utf8proc_normalize_utf32(out, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return n < 0 ? 0 : (size_t)n;
}

static bool fold_is_control(utf8proc_category_t category)
{
    return category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CC ||
           category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO;
}

/** The class of a character whose NFKC_Casefold is folded[0..whole), of which the first letter or
 *  digit is at folded[first]. */
static syn_fold_kind fold_classify(uint32_t c, const int32_t *folded, size_t whole, const int32_t *first)
{
    utf8proc_category_t category = fold_category(c);

    if (fold_is_apostrophe(c))
        return SYN_FOLD_APOSTROPHE;
    if (fold_is_hyphen(c))
        return SYN_FOLD_HYPHEN;
    if (fold_is_break(c))
        return SYN_FOLD_BREAK;
    if (c == 0xad)
        return SYN_FOLD_SOFT;
    if (category == UTF8PROC_CATEGORY_ZS || c == '\t')
        return SYN_FOLD_SPACE;
    if (whole == 0)
        return SYN_FOLD_DROP;
    if (fold_is_control(category))
        return SYN_FOLD_SPLIT;
    if (fold_is_mark(c) || fold_is_mark((uint32_t)folded[0]))
        return SYN_FOLD_MARK;
    if (!first)
        return SYN_FOLD_SPLIT;
    if (fold_category((uint32_t)*first) == UTF8PROC_CATEGORY_ND)
        return SYN_FOLD_DIGIT;
    if (fold_is_solo((uint32_t)*first))
        return SYN_FOLD_SOLO;
    return syn_fold_is_digit((uint32_t)*first) ? SYN_FOLD_DIGIT : SYN_FOLD_LETTER;
}

/** What the table says of how a folded character acts on its neighbours. */
static uint32_t fold_flags(uint32_t c, bool alone)
{
    uint32_t flags = (uint32_t)syn_lookalike_script(c) << 28;

    if ((c >= 0x1161 && c <= 0x1175) || (c >= 0x11a8 && c <= 0x11c2))
        return flags | SYN_FOLD_COMPOSES;
    if (!fold_is_mark(c))
        return flags;
    if (!alone || !fold_is_settled(c))
        flags |= SYN_FOLD_COMPOSES;
    return flags | (utf8proc_get_property((utf8proc_int32_t)c)->combining_class ? SYN_FOLD_REORDERS : 0);
}

/** Whether a character holds the iota below a letter: it is ordered as a mark, but folds to a letter. */
static bool fold_holds_iota(uint32_t c)
{
    int32_t apart[FOLD_MOST];
    int bound = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, apart, FOLD_MOST,
                                                 UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &bound);

    return n > 0 && n <= FOLD_MOST && apart[n - 1] == 0x345;
}

/** Stores an expansion; its place, or 0 with fold->failed. */
static uint32_t fold_store(syn_fold *fold, const int32_t *characters, size_t count)
{
    size_t place = fold->piece_count;

    if (!syn_alloc_room((void **)&fold->pieces, &fold->piece_capacity, place + count + 1, sizeof *fold->pieces)) {
        fold->failed = true;
        return 0;
    }
    fold->pieces[fold->piece_count++] = (uint32_t)count;
    for (size_t i = 0; i < count; ++i)
        fold->pieces[fold->piece_count++] = (uint32_t)characters[i];
    return (uint32_t)place;
}

static uint32_t fold_entry(syn_fold *fold, uint32_t character)
{
    int32_t folded[FOLD_MOST];
    const int32_t *first = NULL;
    size_t whole = fold_one(character, folded), kept;
    int32_t lead = whole ? folded[0] : 0;
    syn_fold_kind kind;
    uint32_t entry;

    kept = fold_keep(folded, whole);
    for (size_t i = 0; i < kept && !first; ++i)
        if (fold_is_letter((uint32_t)folded[i]) || syn_fold_is_digit((uint32_t)folded[i]))
            first = &folded[i];
    kind = fold_classify(character, &lead, whole, first);
    entry = (uint32_t)kind << 21;
    if (kind < SYN_FOLD_MARK || kept == 0)
        return entry;
    if (fold_holds_iota(character))
        entry |= SYN_FOLD_REORDERS;
    for (size_t i = 0; i < kept; ++i)
        entry |= fold_flags((uint32_t)folded[i], kept == 1);
    if (kept == 1)
        return entry | (uint32_t)folded[0];
    return entry | SYN_FOLD_EXPANDS | fold_store(fold, folded, kept);
}

uint32_t syn_fold_make(syn_fold *fold, uint32_t character)
{
    uint32_t *block = fold->failed ? NULL : syn_alloc(256, sizeof *block);

    if (!block) {
        fold->failed = true;
        return 0;
    }
    for (uint32_t i = 0; i < 256; ++i)
        block[i] = fold_entry(fold, (character & ~0xffu) | i);
    if (fold->failed) {
        free(block);
        return 0;
    }
    fold->block[character >> 8] = block;
    return block[character & 0xff];
}

void syn_fold_release(syn_fold *fold)
{
    for (size_t i = 0; i < SYN_FOLD_BLOCKS; ++i)
        free(fold->block[i]);
    free(fold->pieces);
    free(fold->characters);
    syn_buf_release(&fold->bytes);
    *fold = (syn_fold){0};
}

/** Decomposes UTF-8 into fold->characters, in canonical order; the count, or 0 with fold->failed. */
static size_t fold_decompose(syn_fold *fold, const char *bytes, size_t count, int options)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)bytes;
    utf8proc_ssize_t n, have = (utf8proc_ssize_t)fold->character_capacity;

    n = utf8proc_decompose(at, (utf8proc_ssize_t)count, fold->characters, have, (utf8proc_option_t)options);
    if (n > have) {
        if (!syn_alloc_room((void **)&fold->characters, &fold->character_capacity, (size_t)n + 1,
                            sizeof *fold->characters)) {
            fold->failed = true;
            return 0;
        }
        n = utf8proc_decompose(at, (utf8proc_ssize_t)count, fold->characters, n, (utf8proc_option_t)options);
    }
    if (n < 0)
        fold->failed = true;
    return n < 0 ? 0 : (size_t)n;
}

static void fold_encode(const int32_t *characters, size_t count, syn_buf *out)
{
    char bytes[4];

    for (size_t i = 0; i < count; ++i)
        syn_buf_add(out, bytes, syn_utf8_encode((uint32_t)characters[i], bytes));
}

/** Look-alikes are told apart before case folding, while a capital is still one, and on decomposed
 *  letters, so that an accent does not hide them. */
void syn_fold_word(syn_fold *fold, const char *word, size_t bytes, syn_buf *out)
{
    size_t count = fold_decompose(fold, word, bytes, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE);
    utf8proc_ssize_t composed;

    syn_lookalike_fold(fold->characters, count);
    syn_buf_clear(&fold->bytes);
    fold_encode(fold->characters, count, &fold->bytes);
    if (fold->failed || fold->bytes.failed || count == 0) {
        fold->failed |= fold->bytes.failed;
        return;
    }
    count = fold_decompose(fold, fold->bytes.bytes, fold->bytes.len, FOLD_OPTIONS);
    composed = utf8proc_normalize_utf32(fold->characters, (utf8proc_ssize_t)count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    count = fold_keep(fold->characters, composed < 0 ? 0 : (size_t)composed);
    fold_encode(fold->characters, count, out);
    fold->failed |= out->failed;
}

const char *syn_fold_unicode(void)
{
    return utf8proc_unicode_version();
}
