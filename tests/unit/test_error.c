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

Test(error, a_long_path_loses_its_middle_and_the_end_stays)
{
    static const char end[] = ": cannot be opened: No such file (check the path)";
    char path[4097];
    syn_error error = {0};

    for (size_t len = 440; len < sizeof path; len += len < 600 ? 1 : 97) {
        for (size_t i = 0; i < len; i++)
            path[i] = i % 2 ? '\xa9' : '\xc3';
        memcpy(path, "top/", 4);
        memcpy(path + len - 4, "leaf", 5);
        syn_fail(&error, SYN_IO, "%s%s", path, end);
        const size_t count = strlen(error.message);
        cr_assert_lt(count, sizeof error.message);
        cr_assert_eq(strncmp(error.message, "top/", 4), 0);
        cr_assert_str_eq(error.message + count - strlen(end), end, "len %zu: %s", len, error.message);
        cr_assert_eq(strncmp(error.message + count - strlen(end) - 4, "leaf", 4), 0);
        cr_assert_eq(syn_utf8_broken(error.message, count), 0, "len %zu", len);
        if (len + strlen(end) >= sizeof error.message)
            cr_assert_not_null(strstr(error.message, "..."));
    }
}

Test(error, lets_no_format_character_through)
{
    syn_error error = {0};

    syn_fail(&error, SYN_IO, "%s", "a\xe2\x80\xae" "b\xe2\x81\xaf" "c\xef\xbf\xbb" "d\xf3\xa0\x81\xbf" "e\xd8\x9c"
                                   "f\xe2\x80\x8b" "g\xe2\x81\xa6");
    cr_assert_str_eq(error.message, "a?b?c?d?e?f?g?");
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
