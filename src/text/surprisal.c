/* The table's strings become a small dictionary: places in the order of the table, found through an
 * open-addressed index of their hashes, and pairs, keyed by the ranks of their two words, so that a pair
 * is found without touching a string. Ranks are places in the table and fit 16 bits. A lexicon needs the
 * dictionary once, for one record a word, and the pairs from then on. */
#include "text/surprisal.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "text/surprisal_table.h"
#include "text/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define HAN_BITS 9.0f
#define KANA_BITS 5.0f
#define SYLLABLE_BITS 5.5f /* Thai, Lao, Khmer, Myanmar */

#define POSSESSIVE_BITS 3.0f
#define ELISION_BITS 2.0f

#define FUNCTION_GAIN 0.7f
#define FUNCTION_FLOOR 2.5f

typedef struct place {
    const char *word;
    uint32_t bytes;
    float bits;
    unsigned char role;
} place;

/* One slot of the table of pairs; an empty one has key 0. */
typedef struct pair {
    uint32_t key; /* rank of the first word << 16 | rank of the second */
    float bits;
} pair;

struct syn_surprisal_list {
    place *places;
    uint32_t *slots; /* place + 1, or 0 */
    uint32_t count, mask;
    pair *pairs;     /* open addressing */
    uint32_t pair_mask;
};

typedef syn_surprisal_list dictionary;

/* A word of a list, and for followers the bits behind its colon. */
typedef struct item {
    const char *word;
    uint32_t bytes;
    float bits;
} item;

/* Reads "2" or "2.5" without the locale's decimal point. */
static float bits_parse(const char *at)
{
    float bits = 0.0f;
    for (; *at >= '0' && *at <= '9'; at++)
        bits = bits * 10.0f + (float)(*at - '0');
    return *at == '.' ? bits + (float)(at[1] - '0') / 10.0f : bits;
}

/* Takes the next item off a list; false at its end. */
static bool item_next(const char **list, item *out)
{
    const char *at = *list, *end;
    while (*at == ' ')
        at++;
    if (*at == '\0')
        return false;
    for (end = at; *end != ' ' && *end != ':' && *end != '\0';)
        end++;
    out->word = at;
    out->bytes = (uint32_t)(end - at);
    out->bits = *end == ':' ? bits_parse(end + 1) : 0.0f;
    while (*end != ' ' && *end != '\0')
        end++;
    *list = end;
    return true;
}

/* The slot that holds the word, or the empty one where it belongs. */
static uint32_t *dictionary_slot(const dictionary *words, const char *word, size_t bytes, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & words->mask;
    for (; words->slots[i] != 0; i = (i + 1) & words->mask) {
        const place *held = &words->places[words->slots[i] - 1];
        if (held->bytes == bytes && memcmp(held->word, word, bytes) == 0)
            break;
    }
    return &words->slots[i];
}

static const place *dictionary_get(const dictionary *words, const char *word, size_t bytes)
{
    uint32_t slot = *dictionary_slot(words, word, bytes, syn_hash(word, bytes));
    return slot != 0 ? &words->places[slot - 1] : NULL;
}

/* The first list that names a word decides its role, the lowest band its bits. */
static void dictionary_add(dictionary *words, const item *word, const syn_surprisal_band *band)
{
    uint32_t *slot = dictionary_slot(words, word->word, word->bytes, syn_hash(word->word, word->bytes));
    if (*slot == 0) {
        words->places[words->count] = (place){word->word, word->bytes, band->bits, band->role};
        *slot = ++words->count;
    } else if (band->bits < words->places[*slot - 1].bits) {
        words->places[*slot - 1].bits = band->bits;
    }
}

/* At least as many as there are items in a list. */
static uint32_t items_most(const char *list)
{
    uint32_t count = 1;
    while ((list = strchr(list, ' ')) != NULL) {
        count++;
        list++;
    }
    return count;
}

static uint32_t mask_for(uint32_t count)
{
    uint32_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    return slots - 1;
}

static syn_status dictionary_room(dictionary *words)
{
    uint32_t count = 0;
    for (const syn_surprisal_language *l = syn_surprisal_languages; l->name != NULL; l++)
        for (const syn_surprisal_band *band = l->bands; band->words != NULL; band++)
            count += items_most(band->words);
    words->mask = mask_for(count);
    words->places = syn_alloc(count, sizeof *words->places);
    words->slots = syn_alloc_zero((size_t)words->mask + 1, sizeof *words->slots);
    return words->places != NULL && words->slots != NULL ? SYN_OK : SYN_MEMORY;
}

static void dictionary_fill(dictionary *words)
{
    item word;
    for (const syn_surprisal_language *l = syn_surprisal_languages; l->name != NULL; l++)
        for (const syn_surprisal_band *band = l->bands; band->words != NULL; band++)
            for (const char *list = band->words; item_next(&list, &word);)
                dictionary_add(words, &word, band);
}


static bool between(uint32_t character, uint32_t first, uint32_t last)
{
    return character >= first && character <= last;
}

/* Characters of scripts without spaces are words of their own and far fewer than words are. */
static float character_bits(uint32_t c)
{
    if (between(c, 0x3400, 0x9fff) || between(c, 0xf900, 0xfaff) || between(c, 0x20000, 0x3ffff))
        return HAN_BITS;
    if (between(c, 0x3040, 0x30ff) || between(c, 0x31f0, 0x31ff))
        return KANA_BITS;
    if (between(c, 0x0e00, 0x0eff) || between(c, 0x1000, 0x109f) || between(c, 0x1780, 0x17ff) ||
        between(c, 0xa9e0, 0xa9ff) || between(c, 0xaa60, 0xaa7f))
        return SYLLABLE_BITS;
    return SYN_SURPRISAL_RARE;
}

static float number_bits(const char *word, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        if (word[i] < '0' || word[i] > '9')
            return SYN_SURPRISAL_RARE;
    if (bytes == 1)
        return 7.0f;
    bool year = bytes == 4 && (memcmp(word, "15", 2) >= 0 && memcmp(word, "20", 2) <= 0);
    return bytes == 2 || year ? 9.0f : 11.0f;
}

static bool is_elision(const char *word, size_t bytes)
{
    static const char *const heads[] = {"l", "d", "j", "m", "t", "s", "n", "c", "qu", "un", "all",
                                        "dell", "nell", "dall", "sull", "quest", "lorsqu", "jusqu"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (strlen(heads[i]) == bytes && memcmp(heads[i], word, bytes) == 0)
            return true;
    return false;
}

/* "dog's" from "dog", "l'eau" from "eau". */
static float joined_bits(const dictionary *words, const char *word, size_t bytes, const char *apostrophe)
{
    size_t head = (size_t)(apostrophe - word), tail = bytes - head - 1;
    const place *stem = NULL;
    float extra = POSSESSIVE_BITS;
    if (tail == 1 && apostrophe[1] == 's') {
        stem = dictionary_get(words, word, head);
    } else if (is_elision(word, head)) {
        stem = dictionary_get(words, apostrophe + 1, tail);
        extra = ELISION_BITS;
    }
    bool cheap = stem != NULL && stem->bits + extra < SYN_SURPRISAL_RARE;
    return cheap ? stem->bits + extra : SYN_SURPRISAL_RARE;
}

/* The bits of a word that the table does not list. */
static float unlisted_bits(const dictionary *words, const char *word, size_t bytes)
{
    unsigned taken;
    if (bytes == 0)
        return SYN_SURPRISAL_RARE;
    if ((unsigned char)word[0] >= 0x80)
        return character_bits(syn_utf8_decode(word, bytes, &taken, NULL));
    if (word[0] >= '0' && word[0] <= '9')
        return number_bits(word, bytes);
    const char *apostrophe = memchr(word, '\'', bytes);
    return apostrophe != NULL ? joined_bits(words, word, bytes, apostrophe) : SYN_SURPRISAL_RARE;
}

static void words_fill(syn_surprisal *table, const dictionary *words, const syn_lexicon *lexicon)
{
    for (uint32_t id = 0; id < lexicon->count; id++) {
        size_t bytes;
        const char *word = syn_lexicon_word(lexicon, id, &bytes);
        uint32_t slot = *dictionary_slot(words, word, bytes, lexicon->hash[id]);
        const place *held = slot != 0 ? &words->places[slot - 1] : NULL;
        table->bits[id] = held != NULL ? held->bits : unlisted_bits(words, word, bytes);
        table->rank[id] = (uint16_t)slot;
        table->role[id] = held != NULL ? held->role : SYN_ROLE_OTHER;
    }
}

/* The slot of a pair, or the empty one where it belongs. */
static pair *pair_slot(const dictionary *words, uint32_t key)
{
    uint32_t i = (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32) & words->pair_mask;
    while (words->pairs[i].key != key && words->pairs[i].key != 0)
        i = (i + 1) & words->pair_mask;
    return &words->pairs[i];
}

static syn_status pairs_room(dictionary *words)
{
    uint32_t count = 0;
    for (const syn_surprisal_follow *f = syn_surprisal_follows; f->first != NULL; f++)
        count += items_most(f->followers);
    words->pair_mask = mask_for(count);
    words->pairs = syn_alloc_zero((size_t)words->pair_mask + 1, sizeof *words->pairs);
    return words->pairs != NULL ? SYN_OK : SYN_MEMORY;
}

static void pairs_add(dictionary *words, const syn_surprisal_follow *follow)
{
    const place *first = dictionary_get(words, follow->first, strlen(follow->first));
    item word;
    for (const char *list = follow->followers; first != NULL && item_next(&list, &word);) {
        const place *second = dictionary_get(words, word.word, word.bytes);
        if (second == NULL)
            continue;
        uint32_t rank = (uint32_t)(first - words->places) + 1;
        uint32_t key = rank << 16 | ((uint32_t)(second - words->places) + 1);
        pair *slot = pair_slot(words, key);
        if (slot->key == 0 || word.bits < slot->bits)
            *slot = (pair){key, word.bits};
    }
}

syn_status syn_surprisal_list_new(syn_surprisal_list **out)
{
    dictionary *words = syn_alloc_zero(1, sizeof *words);
    if (words == NULL || dictionary_room(words) < 0 || pairs_room(words) < 0) {
        syn_surprisal_list_free(words);
        return SYN_MEMORY;
    }
    dictionary_fill(words);
    assert(words->count < UINT16_MAX);
    for (const syn_surprisal_follow *follow = syn_surprisal_follows; follow->first != NULL; follow++)
        pairs_add(words, follow);
    *out = words;
    return SYN_OK;
}

void syn_surprisal_list_free(syn_surprisal_list *words)
{
    if (words == NULL)
        return;
    free(words->places);
    free(words->slots);
    free(words->pairs);
    free(words);
}

syn_status syn_surprisal_init(syn_surprisal *table, const syn_surprisal_list *list, const syn_lexicon *lexicon)
{
    syn_surprisal made = {.count = lexicon->count, .list = list};
    made.bits = syn_alloc(lexicon->count, sizeof *made.bits);
    made.rank = syn_alloc(lexicon->count, sizeof *made.rank);
    made.role = syn_alloc(lexicon->count, sizeof *made.role);
    bool all = made.bits != NULL && made.rank != NULL && made.role != NULL;
    if (all && list == NULL && syn_surprisal_list_new(&made.own) == SYN_OK)
        made.list = made.own;
    if (!all || made.list == NULL) {
        syn_surprisal_release(&made);
        return SYN_MEMORY;
    }
    words_fill(&made, made.list, lexicon);
    *table = made;
    return SYN_OK;
}

void syn_surprisal_release(syn_surprisal *table)
{
    free(table->bits);
    free(table->rank);
    free(table->role);
    syn_surprisal_list_free(table->own);
    *table = (syn_surprisal){0};
}

float syn_surprisal_bits(const syn_surprisal *table, uint32_t previous, uint32_t word)
{
    float bits = table->bits[word];
    if (table->rank[word] == 0 || previous == SYN_NONE_WORD || table->rank[previous] == 0)
        return bits;
    if (table->role[word] == SYN_ROLE_FUNCTION && table->role[previous] == SYN_ROLE_FUNCTION &&
        bits - FUNCTION_GAIN >= FUNCTION_FLOOR)
        bits -= FUNCTION_GAIN;
    uint32_t key = (uint32_t)table->rank[previous] << 16 | table->rank[word];
    const pair *slot = pair_slot(table->list, key);
    return slot->key != 0 && slot->bits < bits ? slot->bits : bits;
}
