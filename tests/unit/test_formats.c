/* The formats for programs when memory is short, and when what they are written to is full. */

#include "support/oom.h"
#include "support/rendered.h"

#include <criterion/criterion.h>

enum { FORMATS = 11 };

static syn_status write_format(const syn_result *result, int format, const syn_sink *sink, syn_error *error)
{
    switch (format) {
    case 0: return syn_report_dot(result, &(syn_dot){.by_outlet = true}, sink, error);
    case 1: return syn_report_gexf(result, NULL, sink, error);
    case 2: return syn_report_markdown(result, NULL, sink, error);
    case 3: return syn_report_sarif(result, NULL, sink, error);
    case 4: return syn_report_github(result, NULL, sink, error);
    case 5: return syn_report_jsonl(result, NULL, sink, error);
    default: return syn_report_csv(result, &(syn_csv){(syn_table_kind)(format - 5)}, sink, error);
    }
}

static syn_status drop(void *context, const void *bytes, size_t count)
{
    (void)bytes;
    *(size_t *)context += count;
    return SYN_OK;
}

static syn_status refuse(void *context, const void *bytes, size_t count)
{
    (void)bytes;
    (void)count;
    ++*(size_t *)context;
    return SYN_IO;
}

Test(formats, say_when_memory_is_short)
{
    credited c;
    rendered_make(&c);
    for (int format = 0; format < FORMATS; format++) {
        long n = 0;
        for (; n == 0 || oom_struck(); n++) {
            syn_error error = {0};
            size_t written = 0;
            oom_after(n);
            syn_status status = write_format(c.m.result, format, &(syn_sink){drop, &written}, &error);
            oom_never();
            cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "format %d, allocation %ld", format, n);
            cr_assert_eq(error.status, status);
        }
        cr_expect_gt(n, 1);
    }
    credited_close(&c);
}

Test(formats, say_when_nothing_can_be_written_and_try_once)
{
    credited c;
    rendered_make(&c);
    for (int format = 0; format < FORMATS; format++) {
        syn_error error = {0};
        size_t calls = 0;
        cr_expect_eq(write_format(c.m.result, format, &(syn_sink){refuse, &calls}, &error), SYN_IO);
        cr_expect_eq(calls, 1);
        cr_expect(strstr(error.message, "could not be written in full"));
    }
    credited_close(&c);
}
