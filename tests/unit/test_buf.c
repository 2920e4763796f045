#include "base/buf.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

Test(buf, adds_bytes_text_and_formats)
{
    syn_buf buf = {0};

    syn_buf_add(&buf, "a\0b", 3);
    syn_buf_text(&buf, "cd");
    syn_buf_format(&buf, "%u-%s", 7u, "e");
    cr_assert_eq(buf.len, 8);
    cr_assert_eq(memcmp(buf.bytes, "a\0bcd7-e", 9), 0);
    cr_assert_not(buf.failed);
    syn_buf_release(&buf);
    cr_assert_null(buf.bytes);
}

Test(buf, formats_more_than_it_has_room_for)
{
    syn_buf buf = {0};

    for (int width = 0; width < 300; width++) {
        syn_buf_clear(&buf);
        syn_buf_format(&buf, "<%*d>", width, 5);
        cr_assert_eq(buf.len, (size_t)(width > 1 ? width : 1) + 2);
        cr_assert_eq(buf.bytes[0], '<');
        cr_assert_eq(buf.bytes[buf.len - 1], '>');
        cr_assert_eq(strlen(buf.bytes), buf.len);
        syn_buf_release(&buf);
    }
}

Test(buf, clear_keeps_the_memory)
{
    syn_buf buf = {0};

    syn_buf_clear(&buf);
    syn_buf_text(&buf, "abc");
    const char *before = buf.bytes;
    syn_buf_clear(&buf);
    cr_assert_eq(buf.len, 0);
    cr_assert_str_eq(buf.bytes, "");
    syn_buf_text(&buf, "de");
    cr_assert_eq(buf.bytes, before);
    syn_buf_release(&buf);
}

Test(buf, nothing_added_is_an_empty_string)
{
    syn_buf buf = {0};

    syn_buf_add(&buf, NULL, 0);
    cr_assert_str_eq(buf.bytes, "");
    syn_buf_release(&buf);
}

Test(buf, a_failure_sticks_and_keeps_what_was_there)
{
    syn_buf buf = {0};

    syn_buf_text(&buf, "kept");
    oom_after(0);
    for (int i = 0; i < 100; i++)
        syn_buf_text(&buf, "x");
    oom_never();
    cr_assert(buf.failed);
    const size_t len = buf.len;
    syn_buf_text(&buf, "later");
    syn_buf_format(&buf, "%d", 1);
    cr_assert_eq(buf.len, len);
    cr_assert_eq(memcmp(buf.bytes, "kept", 4), 0);
    syn_buf_release(&buf);
    cr_assert_not(buf.failed);
}

Test(buf, a_format_that_cannot_grow_adds_nothing)
{
    syn_buf buf = {0};

    syn_buf_format(&buf, "%d", 1);
    oom_after(0);
    syn_buf_format(&buf, "%500d", 1);
    oom_never();
    cr_assert(buf.failed);
    cr_assert_eq(buf.len, 1);
    cr_assert_str_eq(buf.bytes, "1");
    syn_buf_release(&buf);
}

Test(buf, refuses_a_count_that_overflows)
{
    syn_buf buf = {0};

    syn_buf_text(&buf, "a");
    syn_buf_add(&buf, "", SIZE_MAX - 1);
    cr_assert(buf.failed);
    cr_assert_eq(buf.len, 1);
    syn_buf_release(&buf);
}
