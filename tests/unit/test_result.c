#include "model/result.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

Test(result, keeps_its_own_options)
{
    syn_result *result = NULL;
    syn_options options;
    char field[] = "body";

    syn_options_init(&options);
    options.field_text = field;
    cr_assert_eq(syn_result_new(NULL, &options, &result), SYN_OK);
    field[0] = '!';
    options.min_words = 99;
    const syn_result_view *view = syn_result_get(result);
    cr_assert_eq(view->options->min_words, 8);
    cr_assert_str_eq(view->options->field_text, "body");
    cr_assert_eq(view->passage_count + view->witness_count + view->pair_count + view->match_count, 0);
    syn_result_free(result);
    syn_result_free(NULL);
}

Test(result, frees_every_array)
{
    syn_result *result = NULL;
    syn_options options;

    syn_options_init(&options);
    cr_assert_eq(syn_result_new(NULL, &options, &result), SYN_OK);
    result->view.shares = malloc(1);
    result->view.passages = malloc(1);
    result->view.witnesses = malloc(1);
    result->view.pairs = malloc(1);
    result->view.matches = malloc(1);
    result->view.sources = malloc(1);
    result->view.descents = malloc(1);
    result->view.descent_passages = malloc(1);
    result->view.evidence = malloc(1);
    syn_result_free(result);
}

Test(result, says_when_memory_is_short)
{
    syn_options options;

    syn_options_init(&options);
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_result *result = NULL;
        oom_after(n);
        const syn_status status = syn_result_new(NULL, &options, &result);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(result == NULL, oom_struck());
        syn_result_free(result);
    }
}

Test(result, names_every_value)
{
    static const char *const kinds[] = {"verbatim", "edited", "reworded", "name", "common"};
    static const char *const standings[] = {"quoted", "credited", "open"};
    static const char *const levels[] = {"unknown", "weak", "moderate", "strong"};

    for (int i = 0; i < 5; i++)
        cr_assert_str_eq(syn_kind_name((syn_kind)i), kinds[i]);
    for (int i = 0; i < 3; i++)
        cr_assert_str_eq(syn_standing_name((syn_standing)i), standings[i]);
    for (int i = 0; i < 4; i++)
        cr_assert_str_eq(syn_level_name((syn_level)i), levels[i]);
}
