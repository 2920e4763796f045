/** Laws of cover: what of one text stands in another, against a slow twin that compares strings of canonical words,
 *  each run of five with each; also where hashes are so weak that other words have the same ones. Prints its seed;
 *  exits with 1 at the first law broken.
 *
 *      cover_law [seed]
 */
#include "support/law.h"
#include "support/weak_cover.h"
#include "text/vocabulary.h"

#include <string.h>

enum { TRIALS = 8000, MOST_WORDS = 400, MOST_BYTES = 1 << 16, MOST_WAYS = 5 };

/* Words, each in ways to write it that are the same one. */
static const char *const spellings[][MOST_WAYS] = {
    {"harbour", "Harbour", "HARBOUR", "har\u00adbour", "har-\nbour"},
    {"caf\u00e9", "cafe\u0301", "CAF\u00c9", "Cafe\u0301", "ca\u00ad\nf\u00e9"},
    {"it's", "it\u2019s", "IT'S", "It\u02bcs", "it's"},
    {"stra\u00dfe", "STRASSE", "strasse", "stra\u1e9ee", "Stras-\r\n  se"},
    {"fish", "\ufb01sh", "\uff46\uff49sh", "FISH", "fi\u200bsh"},
    {"the", "The", "THE", "the", "the"},
    {"of", "of", "of", "OF", "Of"},
    {"1904", "1904", "\uff11904", "190-\n4", "1904"},
    {"\u6771", "\u6771", "\u6771", "\u6771", "\u6771"},
    {"\u043c\u043e\u0440\u0435", "\u041c\u043e\u0440\u0435", "\u041c\u041e\u0420\u0415",
     "\u043c\u043e\u00ad\u0440\u0435", "\u043c\u043e\u0440\u0435"},
    {"\u1e69et", "s\u0323\u0307et", "s\u0307\u0323et", "\u1e63\u0307et", "\u1e68et"},
    {"abcdefghijklmnopq", "ABCDEFGHIJKLMNOPQ", "abcdefgh\u00adijklmnopq", "abcdefghijklmnopq", "Abcdefghijklmnopq"},
    {"abcdefghijklmnopr", "abcdefghijklmnopr", "abcdefghijklm\u2010\nnopr", "Abcdefghijklmnopr", "abcdefghijklmnopr"},
    {"\u03b1N\u03b2\u03b3", "\u03b1N\u03b2\u03b3", "\u03b1N\u03b2\u03b3", "\u03b1N\u03b2\u03b3",
     "\u03b1N\u00ad\u03b2\u03b3"},
    {"\u03b1n\u03b2\u03b3", "\u03b1n\u03b2\u03b3", "\u03b1n\u03b2\u03b3", "\u03b1n\u03b2\u03b3",
     "\u03b1n\u00ad\u03b2\u03b3"},
    {"har", "Har", "HAR", "har", "har"},
    {"bour", "bour", "bour", "BOUR", "Bour"},
    {"a", "A", "a", "\uff41", "a"}};
enum { SPELLED = sizeof spellings / sizeof spellings[0] };

static const char *const between[] = {" ", " ", " ", " ", ", ", ". ", "\n", "\n\n", " \u2014 ", "- ", "-\n", "\u00a0",
                                      "! ", " \xff ", " \u201c"};
enum { BETWEEN = sizeof between / sizeof between[0] };

typedef struct numbers {
    uint32_t word[MOST_WORDS];
    uint32_t count;
} numbers;

/* A text and the words that syn_text_make finds in it. */
typedef struct written {
    char *text;
    size_t bytes;
    syn_words words;
    bool covered[MOST_WORDS * 3];
} written;

static syn_vocabulary *vocabulary;

/* ---- texts ---- */

static void numbers_add(numbers *n, uint32_t word)
{
    if (n->count < MOST_WORDS)
        n->word[n->count++] = word;
}

static void numbers_fresh(numbers *n, uint32_t count, uint32_t kinds)
{
    for (uint32_t i = 0; i < count; ++i)
        numbers_add(n, law_chance(kinds));
}

static void numbers_period(numbers *n, uint32_t count, uint32_t period)
{
    for (uint32_t i = 0; i < count; ++i)
        numbers_add(n, i % period);
}

/* A part of a text, one word in `edits` replaced, dropped or doubled; 0: none. */
static void numbers_part(numbers *n, const numbers *of, uint32_t begin, uint32_t end, uint32_t edits, uint32_t kinds)
{
    for (uint32_t i = begin; i < end; ++i) {
        uint32_t edit = edits && law_chance(edits) == 0 ? law_between(1, 3) : 0;
        if (edit != 2)
            numbers_add(n, edit == 1 ? law_chance(kinds) : of->word[i]);
        if (edit == 3)
            numbers_add(n, of->word[i]);
    }
}

static uint32_t any_count(void)
{
    switch (law_chance(8)) {
    case 0: return law_chance(5);
    case 1: return law_between(4, 8);
    case 2: return law_chance(20) ? law_between(5, 60) : law_between(100, 300);
    default: return law_between(5, 60);
    }
}

static void numbers_any(numbers *n, uint32_t kinds)
{
    n->count = 0;
    if (law_chance(8) == 0)
        numbers_period(n, any_count(), law_between(1, 7));
    else
        numbers_fresh(n, any_count(), kinds);
    if (law_chance(4) == 0)
        numbers_part(n, n, 0, n->count, 0, kinds);
}

/* A text that has to do with `of`: edited, parts of it moved and doubled, words before, between and behind. */
static void numbers_like(numbers *n, const numbers *of, uint32_t kinds)
{
    uint32_t edits = law_chance(3) ? law_between(3, 60) : 0;

    n->count = 0;
    if (law_chance(8) == 0)
        numbers_any(n, kinds);
    else if (law_chance(3) == 0)
        numbers_part(n, of, 0, of->count, edits, kinds);
    else
        for (uint32_t parts = law_between(1, 5); parts > 0; --parts) {
            uint32_t begin = law_chance(of->count + 1), end = law_between(begin, of->count);
            numbers_part(n, of, begin, end, edits, kinds);
            numbers_fresh(n, law_chance(3) ? 0 : law_chance(8), kinds);
        }
}

static size_t spell(char *out, uint32_t word, bool plain)
{
    const char *way = word < SPELLED ? spellings[word][plain ? 0 : law_chance(MOST_WAYS)] : NULL;

    if (way)
        return (size_t)sprintf(out, "%s", way);
    return (size_t)sprintf(out, "%c%x", plain || law_chance(4) ? 'w' : 'W', (unsigned)word);
}

/* `plain`: how many in eight words are written in the plainest way, with a space behind. */
static void write_text(written *w, const numbers *n, uint32_t plain)
{
    static char room[MOST_BYTES];
    size_t bytes = law_chance(4) ? 0 : (size_t)sprintf(room, " - ");

    for (uint32_t i = 0; i < n->count; ++i) {
        bool bare = law_chance(8) < plain;
        bytes += spell(room + bytes, n->word[i], bare);
        bytes += (size_t)sprintf(room + bytes, "%s", bare ? " " : between[law_chance(BETWEEN)]);
    }
    w->text = law_need(malloc(bytes + 1)); /* of the exact size, so that a sanitizer sees a read beyond the end */
    w->text = law_need(realloc(w->text, bytes ? bytes : 1));
    memcpy(w->text, room, bytes);
    w->bytes = bytes;
    w->words = (syn_words){0};
    memset(w->covered, 0, sizeof w->covered);
    if (syn_text_make(w->text, bytes, vocabulary, &w->words, NULL) < 0 || w->words.count > MOST_WORDS * 3)
        abort();
}

static void written_free(written *w)
{
    free(w->text);
    syn_words_release(&w->words);
}

/* ---- the twin ---- */

static bool word_same(const written *a, size_t i, const written *b, size_t j)
{
    char room[2][SYN_VOCABULARY_SHORT];
    size_t bytes, other;
    const char *x = syn_vocabulary_word(vocabulary, a->words.id[i], room[0], &bytes);
    const char *y = syn_vocabulary_word(vocabulary, b->words.id[j], room[1], &other);

    return bytes == other && memcmp(x, y, bytes) == 0;
}

static bool words_same(const written *a, size_t i, const written *b, size_t j, size_t count)
{
    for (size_t k = 0; k < count; ++k)
        if (!word_same(a, i + k, b, j + k))
            return false;
    return true;
}

/* Marks what `a` has in common with `b`, and counts it. */
static uint32_t twin_covered(written *a, const written *b)
{
    size_t n = a->words.count, m = b->words.count;
    uint32_t count = 0;

    memset(a->covered, 0, sizeof a->covered);
    if (n < SYN_COVER_WORDS && n == m && words_same(a, 0, b, 0, n))
        memset(a->covered, 1, n);
    for (size_t i = 0; i + SYN_COVER_WORDS <= n; ++i)
        for (size_t j = 0; j + SYN_COVER_WORDS <= m; ++j)
            if (words_same(a, i, b, j, SYN_COVER_WORDS)) {
                memset(a->covered + i, 1, SYN_COVER_WORDS);
                break;
            }
    for (size_t i = 0; i < n; ++i)
        count += a->covered[i];
    return count;
}

static bool twin_same(const written *a, const written *b)
{
    if (a->words.count == 0 && b->words.count == 0)
        return a->bytes == b->bytes && memcmp(a->text, b->text, a->bytes) == 0;
    return a->words.count == b->words.count && words_same(a, 0, b, 0, a->words.count);
}

/* ---- the laws ---- */

/* The word that begins at a byte; the count of words if none does. */
static size_t word_at(const written *w, uint32_t begin)
{
    size_t i = 0;

    while (i < w->words.count && w->words.begin[i] != begin)
        ++i;
    return i;
}

/* A span of words on both sides, and the same ones. Returns the first word behind it. */
static size_t law_span(const written *a, const written *b, const syn_cover_span *span, size_t from)
{
    size_t i = word_at(a, span->begin), j = word_at(b, span->kept_begin), n = span->words;

    law_hold(n > 0 && i >= from && i + n <= a->words.count && j + n <= b->words.count,
             "spans are of words, ascend and do not overlap", "%u + %u", span->begin, span->words);
    law_hold(a->words.end[i + n - 1] == span->end && b->words.end[j + n - 1] == span->kept_end,
             "a span ends with its last word", "%u - %u, %u - %u", span->begin, span->end, span->kept_begin,
             span->kept_end);
    law_hold(words_same(a, i, b, j, n), "both sides of a span are the same words", "%u, %u", span->begin,
             span->kept_begin);
    for (size_t k = i; k < i + n; ++k)
        law_hold(a->covered[k], "a span has only words that are covered", "word %zu", k);
    return i + n;
}

static void law_covered(const written *a, const written *b, const syn_covered *found, uint32_t covered,
                        uint32_t kept_covered, bool spans)
{
    size_t from = 0, in_spans = 0;

    law_hold(found->words == a->words.count && found->kept_words == b->words.count, "words are counted", "%u %u",
             found->words, found->kept_words);
    law_hold(found->covered == covered, "the words of the set text are counted that the other has", "%u for %u",
             found->covered, covered);
    law_hold(found->kept_covered == kept_covered, "and those of the other", "%u for %u", found->kept_covered,
             kept_covered);
    law_hold(spans || (!found->spans && found->span_count == 0), "there are spans when asked for", "%zu",
             found->span_count);
    for (size_t i = 0; i < found->span_count; ++i) {
        from = law_span(a, b, &found->spans[i], from);
        in_spans += found->spans[i].words;
    }
    law_hold(!spans || in_spans == covered, "every covered word is in a span", "%zu for %u", in_spans, covered);
}

static void law_pair(syn_covering *cover, written *a, written *b)
{
    uint32_t covered = twin_covered(a, b), kept_covered = twin_covered(b, a);
    uint32_t least = law_chance(2) ? 0 : law_chance((uint32_t)a->words.count + 2);
    bool spans = law_chance(3) != 0, same;
    syn_covered found;

    if (law_chance(4) == 0)
        least = covered + law_chance(2);
    if (covered < least)
        covered = kept_covered = 0;
    law_hold(syn_cover_measure(cover, b->text, b->bytes, least, spans, &found) == SYN_OK, "a text is measured", " ");
    law_covered(a, b, &found, covered, kept_covered, spans);
    law_hold(syn_cover_same(a->text, a->bytes, b->text, b->bytes, &same) == SYN_OK && same == twin_same(a, b),
             "texts are the same whose words are", "%zu, %zu words", a->words.count, b->words.count);
}

/* One text held against several. */
static void law_trial_run(syn_covering *cover)
{
    static const uint32_t kinds_of[] = {1, 2, 3, 6, SPELLED, 60, 100000};
    static const uint64_t bits_of[] = {0, 1, 7, 0xff, 0xff00000000000000u};
    uint32_t kinds = kinds_of[law_chance(7)], plain = law_chance(9);
    static numbers own, other;
    static written a, b;

    weak_bits = law_chance(3) ? UINT64_MAX : bits_of[law_chance(5)];
    numbers_any(&own, kinds);
    write_text(&a, &own, plain);
    law_hold(syn_cover_set(cover, a.text, a.bytes) == SYN_OK, "a text is set", " ");
    for (uint32_t held = law_between(1, 3); held > 0; --held) {
        numbers_like(&other, &own, kinds);
        write_text(&b, &other, law_chance(9));
        law_pair(cover, &a, &b);
        written_free(&b);
    }
    write_text(&b, &own, law_chance(9));
    law_pair(cover, &a, &b);
    written_free(&b);
    written_free(&a);
}

int main(int argc, char **argv)
{
    syn_covering *cover = NULL;

    law_seed(argc, argv, 20250611);
    if (syn_vocabulary_new(&vocabulary) < 0 || syn_cover_new(&cover) < 0)
        abort();
    for (law_trial = 0; law_trial < TRIALS; ++law_trial)
        law_trial_run(cover);
    syn_cover_free(cover);
    syn_vocabulary_free(vocabulary);
    return 0;
}
