/* All reports when memory is short: every allocation fails in turn. */

#include "base/buf.h"
#include "support/credited.h"
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

/** A text below a source that is not there, one below a source that is, and one that only shares. */
static void make_credited(credited *c)
{
    credited_open(c);
    made_document(&c->m, &(syn_document){.id = "a", .path = "a", .record = -1, .outlet = "Bell",
                                         .text = "Told the Gazette.\n\n“The harbour will close on Monday at noon.”"});
    made_text(&c->m, "b", "Bell  It rained. “The harbour will close on Tuesday at noon,” she said.");
    made_text(&c->m, "c", "Photo: Finch\n\nThe harbour will close on Monday at noon.");
    made_text(&c->m, "d", "My colleague Tom Reed wrote it.");
    uint32_t gazette = credited_source(c, "Gazette"), bell = credited_document(c, 0);
    uint32_t told = credited_credit(c, 0, gazette, "Told the Gazette", "Gazette", SYN_AT_SENTENCE);
    uint32_t label = credited_credit(c, 1, bell, "Bell", "Bell", SYN_AT_LABEL);
    credited_credit(c, 2, SYN_NONE, "Photo: Finch", "Finch", SYN_AT_TAIL);
    c->credits[2].of = SYN_OF_IMAGE;
    credited_credit(c, 3, SYN_NONE, "My colleague Tom Reed wrote", "Tom Reed", SYN_AT_SENTENCE);
    made_passage(&c->m, SYN_EDITED, 8, "The harbour will close on Monday at noon", 1, (uint32_t[]){0});
    c->m.passages[0].speaker = "Ada Quill";
    credited_stands(c, SYN_QUOTED, told);
    made_witness(&c->m, 1, SYN_EDITED, "The harbour will close on Tuesday at noon");
    credited_stands(c, SYN_QUOTED, label);
    made_witness(&c->m, 2, SYN_VERBATIM, "The harbour will close on Monday at noon");
    credited_stands(c, SYN_OPEN, SYN_NONE)->unnamed = true;
    credited_descent(c, gazette, 0, 8, 1, (uint32_t[]){0});
    credited_descent(c, bell, 1, 8, 1, (uint32_t[]){0});
    credited_descent(c, gazette, 1, 0, 0, NULL);
}

static syn_status write_report(const made *m, int format, syn_error *error)
{
    size_t written = 0;
    syn_sink sink = {.write = drop, .context = &written};
    if (format == 0)
        return syn_report_json(m->result, &sink, error);
    return syn_report_terminal(m->result, &(syn_terminal){.side_by_side = format == 2}, &sink, error);
}

Test(report, says_when_memory_is_short_for_a_stemma)
{
    credited c;
    make_credited(&c);
    long n = 0;
    for (; n == 0 || oom_struck(); n++) {
        syn_error error = {0};
        size_t written = 0;
        syn_sink sink = {.write = drop, .context = &written};
        oom_after(n);
        syn_status status =
            syn_report_terminal(c.m.result, &(syn_terminal){.by_outlet = true, .all = true}, &sink, &error);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "allocation %ld", n);
        cr_assert_eq(error.status, status);
    }
    cr_expect_gt(n, 30);
    credited_close(&c);
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
