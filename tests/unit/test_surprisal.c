#include "support/oom.h"
#include "text/surprisal.h"
#include "text/surprisal_table.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A text with its words, their lexicon and their surprisal. */
typedef struct reading {
    syn_words words;
    syn_lexicon lexicon;
    syn_surprisal table;
} reading;

static void read_text(reading *out, const char *text)
{
    syn_vocabulary *vocabulary = NULL;

    memset(out, 0, sizeof *out);
    cr_assert_eq(syn_vocabulary_new(&vocabulary), SYN_OK);
    cr_assert_eq(syn_text_make(text, strlen(text), vocabulary, &out->words, NULL), SYN_OK);
    cr_assert_eq(syn_lexicon_make(&vocabulary, 1, &out->lexicon), SYN_OK);
    syn_lexicon_apply(&out->lexicon, 0, out->words.id, out->words.count);
    syn_vocabulary_free(vocabulary);
    cr_assert_eq(syn_surprisal_init(&out->table, NULL, &out->lexicon), SYN_OK);
}

static void release(reading *text)
{
    syn_surprisal_release(&text->table);
    syn_lexicon_release(&text->lexicon);
    syn_words_release(&text->words);
}

/** Bits of a text read from its start. */
static double bits_of(const char *text)
{
    reading r;
    double bits = 0.0;

    read_text(&r, text);
    for (size_t i = 0; i < r.words.count; i++)
        bits += syn_surprisal_bits(&r.table, i > 0 ? r.words.id[i - 1] : SYN_NONE_WORD, r.words.id[i]);
    release(&r);
    return bits;
}

static syn_role role_of(const char *word)
{
    reading r;
    read_text(&r, word);
    cr_assert_eq(r.words.count, 1, "%s is not one word", word);
    syn_role role = (syn_role)r.table.role[r.words.id[0]];
    release(&r);
    return role;
}

static void about(const char *text, double expected)
{
    double bits = bits_of(text);
    cr_assert(fabs(bits - expected) < 0.01, "%s: %.2f bits, not %.2f", text, bits, expected);
}

/** Copies the next item of a list, cut at the first of `ends`; false at the list's end. */
static bool next(const char **list, const char *ends, char word[64])
{
    *list += strspn(*list, " ");
    size_t bytes = strcspn(*list, ends);
    if (bytes == 0)
        return false;
    cr_assert_lt(bytes, 64);
    memcpy(word, *list, bytes);
    word[bytes] = '\0';
    *list += strcspn(*list, " ");
    return true;
}

Test(surprisal, more_frequent_words_cost_less)
{
    static const char *const falling[] = {"the", "of", "in", "his", "were", "now", "against", "church",
                                          "candidate", "quetzal"};
    for (size_t i = 1; i < sizeof falling / sizeof *falling; i++)
        cr_assert_lt(bits_of(falling[i - 1]), bits_of(falling[i]), "%s", falling[i]);
    about("quetzal", SYN_SURPRISAL_RARE);
}

Test(surprisal, a_word_behind_its_usual_neighbour_costs_less)
{
    cr_assert_lt(bits_of("united states"), bits_of("united") + 1.5);
    cr_assert_lt(bits_of("of the"), bits_of("of") + 2.5);
    cr_assert_lt(bits_of("new york"), bits_of("new") + 1.5);
    cr_assert_eq(bits_of("states united"), bits_of("states") + bits_of("united"));
}

Test(surprisal, the_word_before_is_needed_for_a_pair)
{
    reading r;
    read_text(&r, "united states");
    uint32_t first = r.words.id[0], second = r.words.id[1];
    cr_assert_lt(syn_surprisal_bits(&r.table, first, second), 2.0f);
    cr_assert_eq(syn_surprisal_bits(&r.table, SYN_NONE_WORD, second), r.table.bits[second]);
    release(&r);
}

Test(surprisal, a_function_word_behind_another_gains_a_little)
{
    reading r;
    read_text(&r, "hers via");
    uint32_t first = r.words.id[0], second = r.words.id[1];
    cr_assert_eq(r.table.role[first], SYN_ROLE_FUNCTION);
    cr_assert_eq(r.table.role[second], SYN_ROLE_FUNCTION);
    float gain = r.table.bits[second] - syn_surprisal_bits(&r.table, first, second);
    cr_assert(fabsf(gain - 0.7f) < 0.001f, "gained %g", (double)gain);
    release(&r);
}

Test(surprisal, set_phrases_cost_half_of_news)
{
    static const char *const phrases[] = {
        "for the first time in his life he had", "at the end of the day he had been",
        "i do not know what you mean by that", "as a matter of fact there was no"};
    double news = bits_of("the committee approved the harbour dredging contract on tuesday evening");
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        cr_assert_lt(bits_of(phrases[i]), 0.6 * news, "%s", phrases[i]);
}

Test(surprisal, numbers_cost_by_their_digits)
{
    about("7", 7.0);
    about("42", 9.0);
    about("1987", 9.0);
    about("2026", 9.0);
    about("7315", 11.0);
    about("212", 11.0);
    about("b747x", SYN_SURPRISAL_RARE);
    about("747x", SYN_SURPRISAL_RARE);
}

Test(surprisal, characters_of_scripts_without_spaces_cost_little)
{
    about("鑫", 9.0);
    about("ぬ", 5.0);
    about("ข", 5.5);
    about("ꙮ", SYN_SURPRISAL_RARE);
    cr_assert_lt(bits_of("的"), 5.0);
}

Test(surprisal, joined_words_cost_little_more_than_their_stem)
{
    about("church's", fmin(bits_of("church") + 3.0, SYN_SURPRISAL_RARE));
    about("he's", bits_of("HE’S"));
    about("one's", bits_of("one") + 3.0);
    about("l'homme", bits_of("homme") + 2.0);
    about("quetzal's", SYN_SURPRISAL_RARE);
}

Test(surprisal, knows_roles)
{
    cr_assert_eq(role_of("the"), SYN_ROLE_FUNCTION);
    cr_assert_eq(role_of("Für"), SYN_ROLE_FUNCTION);
    cr_assert_eq(role_of("НЕ"), SYN_ROLE_FUNCTION);
    cr_assert_eq(role_of("Director"), SYN_ROLE_TITLE);
    cr_assert_eq(role_of("spokeswoman"), SYN_ROLE_TITLE);
    cr_assert_eq(role_of("ministère"), SYN_ROLE_TITLE);
    cr_assert_eq(role_of("house"), SYN_ROLE_OTHER);
    cr_assert_eq(role_of("quetzal"), SYN_ROLE_OTHER);
}

/** Every string of the table is what the tokenizer makes of it: one word, spelt the same. */
Test(surprisal_table, holds_canonical_words)
{
    for (const syn_surprisal_language *l = syn_surprisal_languages; l->name != NULL; l++)
        for (const syn_surprisal_band *band = l->bands; band->words != NULL; band++) {
            reading r;
            char word[64];
            size_t i = 0;

            read_text(&r, band->words);
            for (const char *list = band->words; next(&list, " ", word); i++) {
                size_t bytes;
                cr_assert_lt(i, r.words.count);
                const char *held = syn_lexicon_word(&r.lexicon, r.words.id[i], &bytes);
                cr_assert(bytes == strlen(word) && memcmp(held, word, bytes) == 0,
                          "%s: %s is read as %.*s", l->name, word, (int)bytes, held);
                cr_assert_leq(r.table.bits[r.words.id[i]], band->bits);
                cr_assert_gt(r.table.rank[r.words.id[i]], 0);
            }
            cr_assert_eq(i, r.words.count);
            release(&r);
        }
}

Test(surprisal_table, bands_fall_in_frequency_and_share_no_more_than_all_words)
{
    for (const syn_surprisal_language *l = syn_surprisal_languages; l->name != NULL; l++) {
        double share = 0.0;
        for (const syn_surprisal_band *band = l->bands; band->words != NULL; band++) {
            char word[64];
            cr_assert(band == l->bands || band[-1].bits <= band->bits, "%s at %g", l->name, (double)band->bits);
            cr_assert_lt(band->bits, SYN_SURPRISAL_RARE);
            for (const char *list = band->words; next(&list, " ", word);)
                share += exp2(-(double)band->bits);
        }
        cr_assert(share > 0.2 && share < 1.05, "%s: %g of all words", l->name, share);
    }
}

Test(surprisal_table, no_word_stands_twice_in_a_language)
{
    for (const syn_surprisal_language *l = syn_surprisal_languages; l->name != NULL; l++) {
        reading r;
        char *all = calloc(1, 1 << 17);
        for (const syn_surprisal_band *band = l->bands; band->words != NULL; band++) {
            cr_assert_lt(strlen(all) + strlen(band->words) + 2, 1u << 17);
            strcat(strcat(all, " "), band->words);
        }
        read_text(&r, all);
        cr_assert_eq(r.lexicon.count, r.words.count, "%s: %zu words, %u distinct", l->name, r.words.count,
                     r.lexicon.count);
        release(&r);
        free(all);
    }
}

/** Each pair is of listed words, saves something, and the pairs of a word are no more than all it has. */
Test(surprisal_table, pairs_are_of_listed_words_and_save_bits)
{
    size_t count = 0;
    for (const syn_surprisal_follow *f = syn_surprisal_follows; f->first != NULL; f++) {
        char text[1 << 15], word[64];
        double share = 0.0;
        size_t used = 0;

        for (const char *list = f->followers; next(&list, " :", word); count++)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s %s ", f->first, word);
        cr_assert_lt(used, sizeof text);
        reading r;
        read_text(&r, text);
        const char *list = f->followers;
        for (size_t i = 0; i + 1 < r.words.count; i += 2) {
            uint32_t first = r.words.id[i], second = r.words.id[i + 1];
            list = strchr(list, ':') + 1;
            double stated = strtod(list, NULL), bits = (double)syn_surprisal_bits(&r.table, first, second);
            cr_assert(r.table.rank[first] > 0 && r.table.rank[second] > 0, "%s: word %zu", f->first, i);
            cr_assert(bits <= stated + 0.001, "%s: word %zu: %g for %g", f->first, i, bits, stated);
            cr_assert(stated < (double)r.table.bits[second] - 0.9, "%s: word %zu saves nothing", f->first, i);
            share += exp2(-stated);
        }
        cr_assert_lt(share, 1.01, "%s: %g", f->first, share);
        release(&r);
    }
    cr_assert_gt(count, 1500);
}

Test(surprisal, an_empty_lexicon_is_no_trouble)
{
    syn_lexicon lexicon = {0};
    uint32_t text_at[1] = {0};
    syn_surprisal table = {0};
    lexicon.text_at = text_at;
    cr_assert_eq(syn_surprisal_init(&table, NULL, &lexicon), SYN_OK);
    cr_assert_eq(table.count, 0);
    syn_surprisal_release(&table);
    syn_surprisal_release(&table);
    cr_assert_null(table.bits);
}

Test(surprisal, says_when_memory_is_short)
{
    reading r;
    read_text(&r, "the united states of america");
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_surprisal table = {0};
        oom_after(n);
        syn_status status = syn_surprisal_init(&table, NULL, &r.lexicon);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        if (status != SYN_OK)
            cr_assert_null(table.bits);
        syn_surprisal_release(&table);
    }
    release(&r);
}
