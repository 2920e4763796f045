/* Both reports when memory is short: every allocation fails in turn. */

#include "base/buf.h"
#include "support/made.h"
#include "support/oom.h"
#include "syndic/report.h"

#include <criterion/criterion.h>

static syn_status drop(void *context, const void *bytes, size_t count)
{
    (void)bytes;
    *(size_t *)context += count;
    return SYN_OK;
}

static void make_harbour(made *m)
{
    made_open(m);
    made_text(m, "a.txt", "The harbour will close on Monday at noon.\n\nNobody was told.");
    made_text(m, "b.txt", "It rained. The harbour will close on Monday at noon, we hear.");
    made_passage(m, SYN_VERBATIM, 8, "The harbour will close on Monday at noon", 2, (uint32_t[]){0, 1});
    made_pair(m, 0, 1);
}

static syn_status write_report(const made *m, int format, syn_error *error)
{
    size_t written = 0;
    syn_sink sink = {.write = drop, .context = &written};
    if (format == 0)
        return syn_report_json(m->result, &sink, error);
    return syn_report_terminal(m->result, &(syn_terminal){.side_by_side = format == 2}, &sink, error);
}

Test(report, says_when_memory_is_short)
{
    made m;
    make_harbour(&m);
    for (int format = 0; format < 3; format++) {
        long n = 0;
        for (; n == 0 || oom_struck(); n++) {
            syn_error error = {0};
            oom_after(n);
            syn_status status = write_report(&m, format, &error);
            oom_never();
            cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "format %d, allocation %ld", format, n);
            cr_assert_eq(error.status, status);
        }
        cr_expect_gt(n, 2);
    }
    made_close(&m);
}
