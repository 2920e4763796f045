#include "base/error.h"

#include "base/encoding.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(error, fills_status_and_message)
{
    syn_error error = {0};

    cr_assert_eq(syn_fail(&error, SYN_INPUT, "%s:%d: is odd (fix it)", "a.jsonl", 3), SYN_INPUT);
    cr_assert_eq(error.status, SYN_INPUT);
    cr_assert_str_eq(error.message, "a.jsonl:3: is odd (fix it)");
    cr_assert_eq(syn_fail(NULL, SYN_IO, "nobody listens"), SYN_IO);
}

Test(error, memory_has_its_own_message)
{
    syn_error error = {0};

    cr_assert_eq(syn_fail_memory(&error), SYN_MEMORY);
    cr_assert_eq(strncmp(error.message, "out of memory (", 15), 0);
    cr_assert_eq(syn_fail_memory(NULL), SYN_MEMORY);
}

Test(error, replaces_what_would_move_a_cursor)
{
    syn_error error = {0};

    syn_fail(&error, SYN_IO, "%s", "a\nb\x1b[31m\x7f\xc2\x9b" "c\xe2\x80\xa8" "d\xff" "e\t\xc3\xa9");
    cr_assert_str_eq(error.message, "a?b?[31m??c?d?e?\xc3\xa9");
}

Test(error, cuts_at_the_boundary_of_a_character)
{
    for (int lead = 495; lead < 520; lead++) {
        char text[600];
        syn_error error = {0};
        memset(text, 'x', (size_t)lead);
        strcpy(text + lead, "\xf0\x9d\x84\x9e\xe2\x82\xac\xc3\xa9");
        syn_fail(&error, SYN_IO, "%s", text);
        const size_t len = strlen(error.message);
        cr_assert_lt(len, sizeof error.message);
        cr_assert_geq(len, (size_t)(lead < 508 ? lead : 508));
        cr_assert_eq(strncmp(error.message, text, len), 0, "lead %d", lead);
        cr_assert_eq(syn_utf8_broken(error.message, len), 0, "lead %d", lead);
    }
}

Test(error, a_message_may_hold_the_one_before)
{
    syn_error error = {0};

    syn_fail(&error, SYN_IO, "inner");
    syn_fail(&error, SYN_INPUT, "outer: %s", error.message);
    cr_assert_str_eq(error.message, "outer: inner");
}

Test(error, version_has_three_numbers)
{
    unsigned a, b, c;
    char rest;

    cr_assert_eq(sscanf(syn_version(), "%u.%u.%u%c", &a, &b, &c, &rest), 3);
}
