#include "base/hash.h"
#include "support/oom.h"
#include "text/text.h"
#include "text/vocabulary.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A lexicon of the words of `count` texts, one worker each. */
static syn_lexicon lexicon_of(const char *const *texts, uint32_t count, syn_words *words)
{
    syn_vocabulary *workers[8] = {0};
    syn_lexicon lexicon = {0};

    for (uint32_t i = 0; i < count; ++i) {
        cr_assert_eq(syn_vocabulary_new(&workers[i]), SYN_OK);
        cr_assert_eq(syn_text_make(texts[i], strlen(texts[i]), workers[i], &words[i], NULL), SYN_OK);
    }
    cr_assert_eq(syn_lexicon_make(workers, count, &lexicon), SYN_OK);
    for (uint32_t i = 0; i < count; ++i) {
        syn_lexicon_apply(&lexicon, i, words[i].id, words[i].count);
        syn_vocabulary_free(workers[i]);
    }
    return lexicon;
}

static void holds_word(const syn_lexicon *lexicon, uint32_t id, const char *expected)
{
    size_t bytes;
    const char *word = syn_lexicon_word(lexicon, id, &bytes);

    cr_assert_eq(bytes, strlen(expected));
    cr_assert_eq(memcmp(word, expected, bytes), 0, "%.*s is not %s", (int)bytes, word, expected);
    cr_assert_eq(lexicon->hash[id], syn_hash(expected, bytes));
}

Test(lexicon, numbers_by_falling_frequency)
{
    syn_words words[1] = {0};
    syn_lexicon lexicon = lexicon_of((const char *[]){"c b a b c c"}, 1, words);

    cr_assert_eq(lexicon.count, 3);
    holds_word(&lexicon, 0, "c");
    holds_word(&lexicon, 1, "b");
    holds_word(&lexicon, 2, "a");
    cr_assert_eq(words[0].id[2], 2);
    syn_words_release(&words[0]);
    syn_lexicon_release(&lexicon);
}

Test(lexicon, numbers_equally_frequent_words_by_hash)
{
    syn_words words[1] = {0};
    syn_lexicon lexicon = lexicon_of((const char *[]){"alpha beta gamma delta epsilon zeta eta theta"}, 1, words);

    cr_assert_eq(lexicon.count, 8);
    for (uint32_t i = 1; i < lexicon.count; ++i)
        cr_assert_lt(lexicon.hash[i - 1], lexicon.hash[i]);
    syn_words_release(&words[0]);
    syn_lexicon_release(&lexicon);
}

Test(lexicon, does_not_depend_on_which_worker_met_which_text)
{
    const char *split[] = {"the gardener and the unquestionablylongword", "and a the baker", "gardener naïve"};
    const char *whole[] = {"gardener naïve and a the baker the gardener and the unquestionablylongword"};
    syn_words words[4] = {0};
    syn_lexicon a = lexicon_of(split, 3, words), b = lexicon_of(whole, 1, words + 3);

    cr_assert_eq(a.count, b.count);
    cr_assert_eq(memcmp(a.hash, b.hash, a.count * sizeof *a.hash), 0);
    cr_assert_eq(memcmp(a.text_at, b.text_at, (a.count + 1) * sizeof *a.text_at), 0);
    cr_assert_eq(memcmp(a.text, b.text, a.text_at[a.count]), 0);
    cr_assert_eq(words[0].id[0], words[1].id[2]);
    for (int i = 0; i < 4; ++i)
        syn_words_release(&words[i]);
    syn_lexicon_release(&a);
    syn_lexicon_release(&b);
}

Test(lexicon, keeps_ten_thousand_words_apart)
{
    syn_vocabulary *worker = NULL;
    syn_words words = {0};
    syn_lexicon lexicon = {0};
    char text[32];

    cr_assert_eq(syn_vocabulary_new(&worker), SYN_OK);
    for (int i = 0; i < 10000; ++i) {
        sprintf(text, i % 2 ? "w%d" : "averyverylongword%d", i);
        cr_assert_eq(syn_text_make(text, strlen(text), worker, &words, NULL), SYN_OK);
    }
    cr_assert_eq(syn_lexicon_make(&worker, 1, &lexicon), SYN_OK);
    cr_assert_eq(lexicon.count, 10000);
    syn_lexicon_apply(&lexicon, 0, words.id, words.count);
    for (int i = 0; i < 10000; ++i) {
        sprintf(text, i % 2 ? "w%d" : "averyverylongword%d", i);
        holds_word(&lexicon, words.id[i], text);
    }
    syn_words_release(&words);
    syn_lexicon_release(&lexicon);
    syn_vocabulary_free(worker);
}

Test(lexicon, of_nothing_is_empty)
{
    syn_vocabulary *worker = NULL;
    syn_lexicon lexicon = {0};

    cr_assert_eq(syn_vocabulary_new(&worker), SYN_OK);
    cr_assert_eq(syn_lexicon_make(&worker, 1, &lexicon), SYN_OK);
    cr_assert_eq(lexicon.count, 0);
    cr_assert_eq(lexicon.text_at[0], 0);
    syn_lexicon_release(&lexicon);
    cr_assert_eq(syn_lexicon_make(&worker, 0, &lexicon), SYN_OK);
    cr_assert_eq(lexicon.count, 0);
    syn_lexicon_release(&lexicon);
    syn_vocabulary_free(worker);
}

Test(lexicon, survives_short_memory)
{
    syn_vocabulary *worker = NULL;
    syn_words words = {0};

    cr_assert_eq(syn_vocabulary_new(&worker), SYN_OK);
    cr_assert_eq(syn_text_make("one two one", 11, worker, &words, NULL), SYN_OK);
    for (long n = 0; n == 0 || oom_struck(); ++n) {
        syn_lexicon lexicon = {0};
        syn_status status;
        oom_after(n);
        status = syn_lexicon_make((syn_vocabulary *[]){worker, worker}, 2, &lexicon);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(lexicon.count, oom_struck() ? 0 : 2);
        syn_lexicon_release(&lexicon);
    }
    syn_words_release(&words);
    syn_vocabulary_free(worker);
}

/** Whether the two words of a text are near, both ways round. */
static bool near(const char *text)
{
    syn_words words[1] = {0};
    syn_lexicon lexicon = lexicon_of(&text, 1, words);
    bool result;

    cr_assert_eq(words[0].count, 2);
    result = syn_lexicon_near(&lexicon, words[0].id[0], words[0].id[1]);
    cr_assert_eq(result, syn_lexicon_near(&lexicon, words[0].id[1], words[0].id[0]));
    syn_words_release(&words[0]);
    syn_lexicon_release(&lexicon);
    return result;
}

Test(near, is_one_character_replaced_inserted_dropped_or_swapped)
{
    cr_assert(near("garden gorden"));
    cr_assert(near("garden gardens"));
    cr_assert(near("garden agarden"));
    cr_assert(near("garden garrden"));
    cr_assert(near("garden agrden"));
    cr_assert(near("garden gardne"));
    cr_assert(near("garden garden"));
}

Test(near, is_not_two_edits)
{
    cr_assert_not(near("garden gordon"));
    cr_assert_not(near("garden garde's"));
    cr_assert_not(near("garden gdraen"));
    cr_assert_not(near("garden window"));
    cr_assert_not(near("garden nedrag"));
    cr_assert_not(near("garden gardening"));
}

Test(near, counts_characters_not_bytes)
{
    cr_assert(near("élève élèves"));
    cr_assert(near("élève eleve") == false);
    cr_assert(near("thé\xc3\xa0ses th\xc3\xa0\xc3\xa9ses"));
    cr_assert(near("министр министp"));
    cr_assert(near("ñandú ñandù"));
    cr_assert_not(near("été étà"));
}

Test(near, needs_four_characters_and_no_digit)
{
    cr_assert_not(near("cat car"));
    cr_assert_not(near("cats cat"));
    cr_assert_not(near("1984 1985"));
    cr_assert_not(near("route66 route67"));
    cr_assert_not(near("\xd9\xa1\xd9\xa9\xd9\xa8\xd9\xa4 \xd9\xa1\xd9\xa9\xd9\xa8\xd9\xa5"));
}
