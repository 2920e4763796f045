/** Laws of the sweep, on seeded random texts of any script. Prints its seed; exits with 1 at the first law
 *  broken.
 *
 *      sweep_law [seed]
 */
#include "support/law.h"
#include "support/swept.h"
#include "text/utf8.h"

enum { TRIALS = 12000, MOST = 1 << 16 };

/* Characters that do something to a word or beside one, by kind. */
static const uint32_t telling[] = {
    'a', 'Z', '4', ' ', '\n', '\r', '\t', '-', '\'', '`', '.', '"', '@', '[', '{', '/', ':', 0, 0x7f, 0x80, 0x85,
    0xa0, 0xad, 0xaa, 0xb2, 0xb4, 0xbd, 0xc9, 0xdf, 0xe9, 0x130, 0x149, 0x2bc, 0x301, 0x323, 0x345, 0x391, 0x3bd, 0x3c2,
    0x430, 0x41d, 0x439, 0x5d0, 0x5b8, 0x627, 0x64e, 0x939, 0x93c, 0x94d, 0xe01, 0xe33, 0xe49, 0x1000, 0x1780, 0x1100,
    0x1161, 0xac00, 0x1e9e, 0x1fb3, 0x200b, 0x200d, 0x2028, 0x202f, 0x20e3, 0x2122, 0x2163, 0x3000, 0x304b, 0x3099,
    0x4e00, 0x5b57, 0xfb01, 0xfdfa, 0xfe0f, 0xfeff, 0xff07, 0xff0d, 0xff21, 0xff76, 0xfffd, 0x1d400, 0x1f600, 0x20000};

/* What stands between words of a newspaper, and inside some. */
static const char *const between[] = {
    " ", " ", " ", " ", " ", " ", ", ", ". ", "\n", " \"", "\" ", " '", "' ", "'s ", "n't ",
    "\xe2\x80\x99s ", " \xe2\x80\x9c", "\xe2\x80\x9d ", "\xe2\x80\x94", " \xe2\x80\x93 ", "\xe2\x80\xa6", "\xc2\xa0",
    "\xe2\x80\x98", "\xe2\x80\x99", "-", "-\n", "- ", "-\r\n", "\xc2\xad", "\xc2\xad\n", "\xe2\x80\x90\n", "--", "_",
    "\xc3\xa9", "\xcc\x81", "\xe2\x80", "\xe2", "\xe2\x80\xa8"};

static size_t add_character(char *out, uint32_t c)
{
    return syn_utf8_encode(c >= 0xd800 && c <= 0xdfff ? 'x' : c, out);
}

static size_t add_word(char *out)
{
    size_t bytes = law_chance(40) ? law_between(1, 11) : law_between(12, 40);

    for (size_t i = 0; i < bytes; ++i)
        out[i] = (char)((law_chance(12) ? 'a' : law_chance(3) ? 'A' : '0') + (int)law_chance(10));
    return bytes;
}

static size_t add_between(char *out, uint32_t spread)
{
    uint32_t of = law_chance(8) >= spread ? 6 : sizeof between / sizeof between[0];
    const char *piece = between[law_chance(of)];

    memcpy(out, piece, strlen(piece));
    return strlen(piece);
}

/* Words of a newspaper: of mostly spaces, or of all there is. */
static size_t text_of_news(char *out)
{
    size_t bytes = 0, words = law_chance(law_chance(6) ? 60 : 1500);
    uint32_t spread = law_chance(9);

    for (size_t i = 0; i < words; ++i) {
        bytes += add_word(out + bytes);
        bytes += add_between(out + bytes, spread);
    }
    return bytes;
}

static size_t text_of_characters(char *out)
{
    size_t bytes = 0, characters = law_chance(law_chance(6) ? 100 : 2000);
    uint32_t spread = law_chance(8);
    bool breaks = law_chance(4) == 0;

    for (size_t i = 0; i < characters; ++i) {
        if (law_chance(8) < spread)
            bytes += add_character(out + bytes, telling[law_chance(sizeof telling / sizeof telling[0])]);
        else if (law_chance(30))
            out[bytes++] = (char)('a' + law_chance(26));
        else
            bytes += add_character(out + bytes, law_chance(law_chance(2) ? 0x3000 : 0x20000));
        if (breaks && law_chance(6) == 0)
            out[bytes++] = (char)(0x80 + law_chance(0x80));
    }
    return bytes;
}

static size_t text_of_bytes(char *out)
{
    size_t bytes = law_chance(500);

    for (size_t i = 0; i < bytes; ++i)
        out[i] = (char)law_chance(256);
    return bytes;
}

/* Runs of one byte, of any length: words longer than blocks, chunks and windows, and as long gaps. */
static size_t text_of_runs(char *out)
{
    static const char kinds[] = {'a', 'B', '7', ' ', '\'', '-', (char)0xe9, 0, '\n'};
    size_t bytes = 0, runs = law_chance(8);

    for (size_t i = 0; i < runs; ++i) {
        size_t count = law_chance(2) ? law_chance(20) : law_chance(law_chance(3) ? 150 : 3000);
        memset(out + bytes, kinds[law_chance(sizeof kinds)], count);
        bytes += count;
        bytes += add_between(out + bytes, 8);
    }
    return bytes;
}

/* Now and then many of one word, so that batches end everywhere. */
static size_t text_of_copies(char *out)
{
    char word[64];
    size_t len = add_word(word), bytes = 0, copies = law_chance(4000);

    if (len > 9)
        len = 9;
    len += add_between(word + len, 2);
    for (size_t i = 0; i < copies; ++i, bytes += len)
        memcpy(out + bytes, word, len);
    return bytes;
}

static size_t text_of_any(char *out)
{
    switch (law_chance(20)) {
    case 0: return text_of_copies(out);
    case 1: case 2: return text_of_bytes(out);
    case 3: case 4: case 5: return text_of_runs(out);
    case 6: case 7: case 8: case 9: case 10: case 11: return text_of_characters(out);
    default: return text_of_news(out);
    }
}

static void print_text(const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes; ++i)
        printf(text[i] >= ' ' && text[i] < 0x7f ? "%c" : "\\x%02x", (unsigned char)text[i]);
    printf("\n");
}

static void law_texts(swept_check *check)
{
    char *text = law_need(malloc(MOST));

    for (law_trial = 0; law_trial < TRIALS; ++law_trial) {
        size_t bytes = text_of_any(text);
        uint32_t k = law_chance(3) ? law_between(1, 8) : law_between(1, SYN_SWEEP_MOST_WORDS);
        uint64_t bound = syn_hash_mix(law_trial) >> law_chance(16);
        char *exact = law_need(malloc(bytes + 1)); /* so that a sanitizer sees a read beyond the end */
        const char *broken;
        memcpy(exact + 1, text, bytes);
        broken = swept_law(check, exact + 1, bytes, k, bound);
        if (broken)
            print_text(text, bytes);
        law_hold(!broken, broken ? broken : "", "%u words a shingle", k);
        free(exact);
    }
    free(text);
}

/* Every character beside and inside a word, at every place of a block's end. */
static void law_characters(swept_check *check)
{
    for (uint32_t c = 0; c < 0x30000; ++c) {
        char text[256];
        size_t bytes = 0, lead = c % 70;
        const char *broken;
        memset(text, 'x', lead);
        for (size_t i = 5; i < lead; i += 6)
            text[i] = ' ';
        bytes = lead;
        bytes += add_character(text + bytes, c);
        bytes += (size_t)sprintf(text + bytes, " ab");
        bytes += add_character(text + bytes, c);
        bytes += (size_t)sprintf(text + bytes, "cd ef");
        bytes += add_character(text + bytes, c);
        bytes += (size_t)sprintf(text + bytes, " g and some more words, so that this is no short text%*s", 40, "");
        broken = swept_law(check, text, bytes, 3, UINT64_MAX / 4);
        law_hold(!broken, broken ? broken : "", "character U+%04X", c);
    }
}

static int order(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

/* No two of all the words met have the same hash. */
static void law_distinct(const swept_check *check)
{
    const syn_vocabulary *vocabulary = check->vocabulary;
    uint64_t *hash = law_need(malloc((vocabulary->count + 1) * sizeof *hash));

    for (uint32_t id = 0; id < vocabulary->count; ++id) {
        char room[SYN_VOCABULARY_SHORT];
        size_t bytes;
        const char *word = syn_vocabulary_word(vocabulary, id, room, &bytes);
        hash[id] = syn_sweep_hash(word, bytes);
    }
    qsort(hash, vocabulary->count, sizeof *hash, order);
    for (size_t i = 1; i < vocabulary->count; ++i)
        law_hold(hash[i - 1] != hash[i], "other words have other hashes", "of %zu words", vocabulary->count);
    free(hash);
}

int main(int argc, char **argv)
{
    swept_check check = {0};

    law_seed(argc, argv, 1);
    swept_begin(&check);
    law_texts(&check);
    law_characters(&check);
    law_distinct(&check);
    swept_end(&check);
    return 0;
}
