/** Laws of the report for a terminal, on seeded random results: whatever stands in texts and credits, no
 *  line is wider than the page, nothing steers the terminal, the bytes are UTF-8, and twice the same.
 *
 *      report_law [seed]
 */
#include "base/buf.h"
#include "base/encoding.h"
#include "report/cells.h"
#include "support/credited.h"
#include "support/law.h"
#include "syndic/report.h"

#define TRIALS 400

/* Pieces of texts: marks, blanks of all kinds, wide and combining characters, broken bytes, controls. */
static const char *const pieces[] = {
    "harbour", "mole", "said", "the Gazette", "RT", "Ada Quill", " ", " ", " ", "\n", "\n\n", ". ", ", ",
    "\"", "“", "”", "‘", "’", "«", "»", "「", "」", "『", "\xC2\xA0", "\t", "港口", "é", "e\xCC\x81", "\xCC\x81\xCC\x81",
    "\xFF", "\xE2\x80", "\033[2J", "\xE2\x80\xAE", "😀", "averyveryverylongwordwithoutanyblankthatmustbecutsomewhere",
};

static char *random_text(uint32_t most)
{
    uint32_t count = law_chance(most);
    syn_buf buf = {0};
    syn_buf_add(&buf, "", 0);
    for (uint32_t i = 0; i < count; i++)
        syn_buf_text(&buf, pieces[law_chance(sizeof pieces / sizeof *pieces)]);
    if (buf.failed || !buf.bytes)
        abort();
    return buf.bytes;
}

/** A span of the document; now and then one that runs over its end. */
static syn_span random_span(const credited *c, uint32_t document)
{
    uint64_t bytes = syn_corpus_get(c->m.corpus, document)->text_bytes + (law_chance(20) == 0 ? 9 : 0);
    uint64_t begin = law_chance((uint32_t)bytes + 1);
    return (syn_span){.begin = begin, .end = begin + law_chance((uint32_t)(bytes - begin) + 1)};
}

static void add_documents(credited *c, uint32_t count)
{
    for (uint32_t d = 0; d < count; d++) {
        char id[16], *text = random_text(60), *outlet = random_text(3);
        snprintf(id, sizeof id, "%s%03u", d % 3 ? "p" : "港", d);
        made_document(&c->m, &(syn_document){.id = id, .path = id, .record = -1, .text = text,
                                             .outlet = law_chance(2) ? outlet : NULL});
        free(text);
        free(outlet);
    }
}

/** Sources and credits; the strings are kept in `strings` until the trial ends. */
static void add_credits(credited *c, uint32_t documents, char **strings, uint32_t *string_count)
{
    static const char *const cues[] = {"told", "label"};
    syn_result_view *view = &c->m.result->view;
    for (uint32_t s = law_chance(6); s > 0; s--) {
        char *name = strings[(*string_count)++] = random_text(5);
        if (law_chance(3) == 0)
            credited_document(c, law_chance(documents));
        else
            credited_source(c, name);
        for (uint32_t n = law_chance(9); n > 0; n--)
            credited_name(c, name);
    }
    for (uint32_t d = 0; d < documents; d++)
        for (uint32_t n = law_chance(4); n > 0; n--) {
            uint32_t source = view->source_count && law_chance(3) ? law_chance((uint32_t)view->source_count) : SYN_NONE;
            char *name = strings[(*string_count)++] = random_text(5);
            credited_credit(c, d, source, "", name, (syn_credit_place)law_chance(4));
            syn_credit *credit = &c->credits[view->credit_count - 1];
            credit->span = random_span(c, d);
            credit->of = (syn_credit_of)law_chance(6);
            credit->cue = cues[law_chance(2)];
            if (law_chance(2)) {
                credited_covers(c, "");
                c->covers[c->cover_count - 1].span = random_span(c, d);
            }
        }
}

static void add_passage(credited *c, uint32_t documents, char *speaker)
{
    syn_result_view *view = &c->m.result->view;
    syn_kind kind = (syn_kind)law_chance(5);
    made_passage(&c->m, kind, law_between(1, 5000), "", 0, NULL);
    for (uint32_t d = 0; d < documents; d++)
        for (uint32_t n = law_chance(3); n > 0; n--) {
            made_witness(&c->m, d, kind, "");
            syn_witness *w = credited_stands(c, (syn_standing)law_chance(3), SYN_NONE);
            w->span = random_span(c, d);
            w->unnamed = law_chance(4) == 0;
            for (uint32_t i = 0; i < view->credit_count && law_chance(3); i++)
                w->credit = c->credits[i].document == d ? i : w->credit;
        }
    syn_passage *passage = &c->m.passages[view->passage_count - 1];
    if (passage->witness_count == 0)
        made_witness(&c->m, 0, kind, "");
    passage->representative = law_chance(passage->witness_count);
    passage->speaker = law_chance(2) ? speaker : NULL;
}

static void add_descents(credited *c, uint32_t documents)
{
    syn_result_view *view = &c->m.result->view;
    for (uint32_t n = law_chance(8); n > 0 && view->source_count > 0; n--) {
        uint32_t passages[3], count = view->passage_count ? law_chance(4) : 0;
        for (uint32_t i = 0; i < count; i++)
            passages[i] = law_chance((uint32_t)view->passage_count);
        syn_descent *descent = credited_descent(c, law_chance((uint32_t)view->source_count), law_chance(documents),
                                                law_chance(500), count, passages);
        descent->level = (syn_level)law_chance(4);
        descent->direct = law_chance(2);
        if (law_chance(2))
            credited_evidence(c, "date", "dated \033 2017, before 2018 and \xE2\x80\xAE");
    }
}

/** Takes the first texts for new ones of a check, of which anything is said. */
static void make_check(credited *c, uint32_t documents, char *name)
{
    syn_result_view *view = &c->m.result->view;
    syn_checked *checked = made_array(sizeof *checked);
    syn_counted *counted = made_array(sizeof *counted);
    syn_edition *versions = made_array(sizeof *versions);
    view->is_check = view->traced = true;
    view->limit_words = law_chance(2) ? law_chance(500) : UINT32_MAX;
    view->limit_share = law_chance(2) ? law_chance(1000) / 1000.0 : 2;
    view->checked_count = law_chance(documents + 1);
    for (uint32_t n = 0; n < view->checked_count; n++) {
        syn_checked *x = &checked[n];
        *x = (syn_checked){.document = n, .over = law_chance(2), .words = law_chance(300), .known_words = law_chance(3),
                           .ignored_words = law_chance(3), .counted_first = (uint32_t)view->counted_count,
                           .version_first = (uint32_t)view->version_count, .version_count = law_chance(9)};
        for (uint32_t p = 0; p < view->passage_count; p++)
            if (law_chance(2))
                counted[view->counted_count++] = (syn_counted){p, law_chance(20), law_chance(2)};
        x->counted_count = (uint32_t)view->counted_count - x->counted_first;
        for (uint32_t v = 0; v < x->version_count; v++)
            versions[view->version_count++] = (syn_edition){name, law_chance(2) ? name : NULL, law_chance(2)};
    }
    for (uint32_t b = (uint32_t)view->checked_count; b < documents && view->checked_count > 0; b++)
        made_pair(&c->m, law_chance((uint32_t)view->checked_count), b);
    view->checked = checked;
    view->counted = counted;
    view->versions = versions;
}

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static void report(const credited *c, const syn_terminal *terminal, syn_buf *buf)
{
    syn_sink sink = {.write = keep, .context = buf};
    law_hold(syn_report_terminal(c->m.result, terminal, &sink, NULL) == SYN_OK, "a report can be written",
             "width %u", terminal->width_columns);
    syn_buf_add(buf, "", 0);
}

static void check(const syn_buf *buf, uint32_t width)
{
    for (size_t at = 0; at < buf->len;) {
        size_t count = strcspn(buf->bytes + at, "\n");
        law_hold(syn_cells_count(buf->bytes + at, count) <= width, "a line keeps to the width", "%u: %.*s", width,
                 (int)count, buf->bytes + at);
        at += count + 1;
    }
    for (size_t at = 0; at < buf->len;) {
        bool broken = false;
        at += syn_utf8_step(buf->bytes + at, buf->len - at, &broken);
        law_hold(!broken, "a report is UTF-8", "at byte %zu", at);
    }
    law_hold(!strchr(buf->bytes, '\033') && !strstr(buf->bytes, "\xE2\x80\xAE"), "nothing steers the terminal",
             "width %u", width);
}

static void try_result(void)
{
    char *strings[256], *speaker = random_text(4);
    uint32_t string_count = 0, documents = law_between(1, 12);
    credited c;
    credited_open(&c);
    add_documents(&c, documents);
    add_credits(&c, documents, strings, &string_count);
    for (uint32_t n = law_chance(6); n > 0; n--)
        add_passage(&c, documents, speaker);
    add_descents(&c, documents);
    for (uint32_t n = 0; n < 8; n++) {
        if (n == 4)
            make_check(&c, documents, speaker);
        uint32_t width = law_between(40, 130);
        syn_terminal terminal = {.width_columns = width, .all = n & 1, .by_outlet = n & 2,
                                 .side_by_side = n == 7};
        syn_buf first = {0}, second = {0};
        report(&c, &terminal, &first);
        report(&c, &terminal, &second);
        check(&first, width);
        law_hold(first.len == second.len && memcmp(first.bytes, second.bytes, first.len) == 0, "the same twice",
                 "width %u", width);
        syn_buf_release(&first);
        syn_buf_release(&second);
    }
    credited_close(&c);
    while (string_count > 0)
        free(strings[--string_count]);
    free(speaker);
}

int main(int argc, char **argv)
{
    law_seed(argc, argv, 20240611);
    for (law_trial = 0; law_trial < TRIALS; ++law_trial)
        try_result();
    return 0;
}
