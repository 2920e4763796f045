#include "syndic/options.h"

#include <criterion/criterion.h>
#include <string.h>

static syn_options options;

static void fill(void)
{
    syn_options_init(&options);
}

TestSuite(options, .init = fill);

static void check_refused(const char *name)
{
    syn_error error = {0};

    cr_assert_eq(syn_options_check(&options, &error), SYN_ARGUMENT, "%s", name);
    cr_assert_eq(strncmp(error.message, name, strlen(name)), 0, "%s", error.message);
    cr_assert_eq(syn_options_check(&options, NULL), SYN_ARGUMENT);
    fill();
}

Test(options, defaults_are_those_the_header_names)
{
    cr_assert(options.min_words == 8 && options.thread_count == 1 && options.shingle_words == 5 &&
              options.window_words == 1 && options.group_words == 16000000 && options.pair_count == 0 &&
              !options.strict);
    cr_assert_str_eq(options.field_text, "text");
    cr_assert_eq(syn_options_check(&options, NULL), SYN_OK);
}

Test(options, each_field_out_of_range_is_named)
{
    options.thread_count = 0;
    check_refused("thread_count:");
    options.thread_count = 1025;
    check_refused("thread_count:");
    options.shingle_words = 0;
    check_refused("shingle_words:");
    options.shingle_words = 6;
    check_refused("shingle_words:");
    options.window_words = 0;
    check_refused("window_words:");
    options.window_words = 2;
    check_refused("window_words:");
    options.window_words = UINT32_MAX;
    check_refused("window_words:");
    options.min_words = 4;
    check_refused("min_words:");
    options.field_text = NULL;
    check_refused("field_text:");
    options.field_text = "";
    check_refused("field_text:");
}

Test(options, the_edges_of_each_range_are_good)
{
    options.min_words = 5;
    options.thread_count = 1024;
    cr_assert_eq(syn_options_check(&options, NULL), SYN_OK);
    options.shingle_words = 5;
    options.window_words = 1;
    cr_assert_eq(syn_options_check(&options, NULL), SYN_OK);
    options.min_words = options.shingle_words = options.window_words = 1;
    cr_assert_eq(syn_options_check(&options, NULL), SYN_OK);
}
