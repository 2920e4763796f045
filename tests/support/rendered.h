/** A format's bytes kept in memory, and results that try every format.
 *
 *      syn_buf buf = RENDERED(csv, c.m.result, &(syn_csv){.table = SYN_TABLE_PAIRS});
 *      HAS(buf, "a,b,words");
 *      syn_buf_release(&buf);
 */
#ifndef SYN_TESTS_RENDERED_H
#define SYN_TESTS_RENDERED_H

#include "base/buf.h"
#include "model/corpus.h"
#include "support/credited.h"
#include "syndic/report.h"

static inline syn_status rendered_keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

#define RENDERED(format, result, options)                                                                              \
    __extension__({                                                                                                    \
        syn_buf rendered_ = {0};                                                                                       \
        assert(syn_report_##format(result, options, &(syn_sink){rendered_keep, &rendered_}, NULL) == SYN_OK);          \
        rendered_;                                                                                                     \
    })

#define HAS(buf, text) cr_expect(strstr((buf).bytes, text), "\"%s\" is missing in:\n%s", text, (buf).bytes)
#define LACKS(buf, text) cr_expect(!strstr((buf).bytes, text), "\"%s\" should not be in:\n%s", text, (buf).bytes)

static inline uint32_t rendered_count(const syn_buf *buf, const char *text)
{
    uint32_t count = 0;
    for (const char *at = buf->bytes; (at = strstr(at, text)) != NULL; at += strlen(text))
        count++;
    return count;
}

/** The texts are gone, as after a result was read back without them; an excerpt of each passage is kept. */
static inline void rendered_forget(credited *c, const char *excerpt)
{
    for (size_t i = 0; i < c->m.corpus->count; i++)
        c->m.corpus->documents[i].text = NULL;
    for (size_t i = 0; i < c->m.result->view.passage_count; i++)
        c->m.passages[i].text = excerpt;
}

#define BERTHS "No ferry may lie at the north mole until the dredger Hesper has left it"
#define LAMPS "Forty lamps along the quay will be lit again on Sunday at dusk"

/** An unseen newspaper and two takers, of which a third has the same again; and two that share something of
 *  which no descent is known. Outlets: a and b are the Bell's. */
static inline void rendered_make(credited *c)
{
    credited_open(c);
    c->m.result->view.traced = true;
    made_document(&c->m, &(syn_document){.id = "d/a.txt", .path = "./d/a.txt", .record = -1, .outlet = "Bell",
                                         .text = "The Gazette has it.\n\n" BERTHS ".\n"});
    made_document(&c->m, &(syn_document){.id = "d/b.txt", .path = "d/b.txt", .record = -1, .outlet = "Bell",
                                         .text = "Ships\r\n\r\nörtlich: " BERTHS ", “" LAMPS "”.\n"});
    made_document(&c->m, &(syn_document){.id = "d/c.txt", .path = "d/c.txt", .record = -1, .outlet = "Horn",
                                         .text = BERTHS "\n" LAMPS "\n"});
    made_text(&c->m, "d/d.txt", "Nothing of all that.");
    uint32_t gazette = credited_source(c, "Fenmouth Gazette");
    credited_name(c, "Gazette");
    uint32_t b = credited_document(c, 1);
    uint32_t credit = credited_credit(c, 0, gazette, "The Gazette", "Gazette", SYN_AT_SENTENCE);
    made_passage(&c->m, SYN_VERBATIM, 14, BERTHS, 1, (uint32_t[]){0});
    credited_stands(c, SYN_CREDITED, credit);
    made_witness(&c->m, 1, SYN_VERBATIM, BERTHS);
    credited_stands(c, SYN_OPEN, SYN_NONE);
    made_witness(&c->m, 2, SYN_VERBATIM, BERTHS);
    credited_stands(c, SYN_OPEN, SYN_NONE);
    made_passage(&c->m, SYN_EDITED, 12, LAMPS, 1, (uint32_t[]){1});
    credited_stands(c, SYN_QUOTED, SYN_NONE);
    made_witness(&c->m, 2, SYN_EDITED, LAMPS);
    credited_stands(c, SYN_OPEN, SYN_NONE);
    made_pair(&c->m, 0, 1);
    made_pair(&c->m, 0, 2);
    made_pair(&c->m, 1, 2);
    credited_descent(c, gazette, 0, 14, 1, (uint32_t[]){0});
    credited_evidence(c, "credit", "\"The Gazette has it\"");
    credited_evidence(c, "date", "dated 1901, before 1902");
    credited_descent(c, gazette, 1, 14, 1, (uint32_t[]){0})->level = SYN_MODERATE;
    credited_descent(c, b, 2, 14, 1, (uint32_t[]){0})->direct = true;
}

#endif
