#include "text/setphrase.h"

#include "text/text.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Which words of a text are set wording, one character each. */
static char *marked(const syn_setphrases *phrases, const char *text, char out[64])
{
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};
    syn_lexicon lexicon = {0};
    bool marks[64] = {false};
    cr_assert_eq(syn_vocabulary_new(&vocabulary), SYN_OK);
    cr_assert_eq(syn_text_make(text, strlen(text), vocabulary, &words, NULL), SYN_OK);
    cr_assert_eq(syn_lexicon_make(&vocabulary, 1, &lexicon), SYN_OK);
    cr_assert_lt(words.count, 64);
    syn_lexicon_apply(&lexicon, 0, words.id, words.count);
    syn_setphrases_mark(phrases, lexicon.hash, words.id, (uint32_t)words.count, marks);
    for (size_t i = 0; i < words.count; i++)
        out[i] = marks[i] ? 'x' : '.';
    out[words.count] = '\0';
    syn_lexicon_release(&lexicon);
    syn_words_release(&words);
    syn_vocabulary_free(vocabulary);
    return out;
}

static syn_setphrases of(const char *text)
{
    syn_setphrases phrases = {0};
    cr_assert_eq(syn_setphrases_add(&phrases, text, strlen(text)), SYN_OK);
    syn_setphrases_settle(&phrases);
    return phrases;
}

Test(setphrase, five_words_of_a_base_text_are_set_wherever_they_stand)
{
    char out[64];
    syn_setphrases phrases = of("The council meets on the\nfirst Monday of each month.\n");
    cr_assert_str_eq(marked(&phrases, "Yes, the Council MEETS on the first floor", out), ".xxxxxx.");
    cr_assert_str_eq(marked(&phrases, "the council meets on a Monday", out), "......");
    syn_setphrases_release(&phrases);
}

Test(setphrase, a_short_line_is_a_phrase)
{
    char out[64];
    syn_setphrases phrases = of("Read more\nAll rights reserved\n\nAdvertisement");
    cr_assert_str_eq(marked(&phrases, "read more: all rights reserved, all rights", out), "xxxxx..");
    cr_assert_str_eq(marked(&phrases, "An advertisement, read", out), ".x.");
    syn_setphrases_release(&phrases);
}

Test(setphrase, the_last_line_of_a_paragraph_is_no_phrase)
{
    char out[64];
    syn_setphrases phrases = of("The harbour office opens at nine on\nmost days\n\nof it\n");
    cr_assert_str_eq(marked(&phrases, "most days of it", out), "..xx");
    syn_setphrases_release(&phrases);
}

Test(setphrase, nothing_marks_nothing)
{
    char out[64];
    syn_setphrases phrases = of("");
    cr_assert_str_eq(marked(&phrases, "one two three four five six", out), "......");
    cr_assert_str_eq(marked(&phrases, "", out), "");
    syn_setphrases_release(&phrases);
}
