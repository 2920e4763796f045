#include "base/date.h"
#include "support/passages.h"
#include "trace/lineage.h"

#include <criterion/criterion.h>

enum { DOCUMENTS = 4 };

typedef struct dated {
    syn_date date[DOCUMENTS];
    const syn_date *of[DOCUMENTS];
} dated;

/** ISO 8601; "" is none. */
static void date_all(dated *d, const char *const texts[DOCUMENTS])
{
    *d = (dated){0};
    for (uint32_t i = 0; i < DOCUMENTS; i++) {
        cr_assert(*texts[i] == '\0' || syn_date_parse(texts[i], strlen(texts[i]), "date field", &d->date[i]));
        d->of[i] = &d->date[i];
    }
}

/** The document that has the first passage surely first, or SYN_NONE. */
static uint32_t earliest(const syn_passages *p, const char *const texts[DOCUMENTS])
{
    dated d;
    date_all(&d, texts);
    uint32_t copy = syn_lineage_earliest(p, &p->items[0], d.of);
    return copy == SYN_NONE ? SYN_NONE : p->copies[p->items[0].copy_first + copy].place.document;
}

static syn_lineage lines_of(const syn_passages *p, const char *const texts[DOCUMENTS])
{
    dated d;
    syn_holdings h;
    syn_lineage out = {0};
    date_all(&d, texts);
    cr_assert_eq(syn_holdings_make(p, DOCUMENTS, &h), SYN_OK);
    cr_assert_eq(syn_lineage_all(p, &h, DOCUMENTS, d.of, 8, &out), SYN_OK);
    syn_holdings_release(&h);
    return out;
}

static void add(syn_passages *p, syn_kind kind, uint32_t words, uint32_t a, uint32_t a_at, uint32_t b, uint32_t b_at)
{
    passages_add(p, kind);
    passages_copy(p, a, true, 1, (syn_block[]){{a_at, a_at, words}});
    passages_copy(p, b, true, 1, (syn_block[]){{a_at, b_at, words}});
}

#define DATES(...) ((const char *const[DOCUMENTS]){__VA_ARGS__})

Test(lineage, the_earliest_is_named_where_every_witness_is_dated)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 1, 30);
    passages_copy(&p, 2, true, 1, (syn_block[]){{0, 5, 20}});
    cr_expect_eq(earliest(&p, DATES("2017-04-05", "2017-04-04", "2017-05-01", "")), 1);
    cr_expect_eq(earliest(&p, DATES("2017-04-05", "2017-04-04", "", "")), SYN_NONE);
    syn_passages_release(&p);
}

Test(lineage, nobody_is_named_who_is_not_surely_first)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 1, 30);
    cr_expect_eq(earliest(&p, DATES("2017-04-04", "2017-04-04", "", "")), SYN_NONE);
    cr_expect_eq(earliest(&p, DATES("2017-04", "2017-04-20", "", "")), SYN_NONE);
    cr_expect_eq(earliest(&p, DATES("2017-03", "2017-04-20", "", "")), 0);
    cr_expect_eq(earliest(&p, DATES("2017-04-04T10:00:00Z", "2017-04-04T09:00:00Z", "", "")), 1);
    cr_expect_eq(earliest(&p, DATES("2017-04-04T10:00:00", "2017-04-04T09:00:00Z", "", "")), SYN_NONE);
    syn_passages_release(&p);
}

Test(lineage, an_unsure_date_in_the_middle_leaves_the_first_one_sure)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 1, 30);
    passages_copy(&p, 2, true, 1, (syn_block[]){{0, 5, 20}});
    cr_expect_eq(earliest(&p, DATES("2017-05", "2017-05-09", "2017-04-30", "")), 2);
    cr_expect_eq(earliest(&p, DATES("2017-05", "2017-05-09", "2017-05-08", "")), SYN_NONE);
    syn_passages_release(&p);
}

Test(lineage, a_document_may_have_its_own_passage_twice)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 0, 40);
    passages_copy(&p, 1, true, 1, (syn_block[]){{0, 5, 20}});
    cr_expect_eq(earliest(&p, DATES("2017-04-03", "2017-04-04", "", "")), 0);
    syn_lineage l = lines_of(&p, DATES("2017-04-03", "2017-04-04", "", ""));
    cr_assert_eq(l.count, 1);
    cr_expect(l.items[0].from == 0 && l.items[0].to == 1 && l.items[0].words == 20);
    syn_lineage_release(&l);
    syn_passages_release(&p);
}

Test(lineage, the_passages_of_two_documents_make_one_descent)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 30, 0, 0, 1, 100);
    add(&p, SYN_EDITED, 24, 0, 40, 1, 50);
    add(&p, SYN_VERBATIM, 20, 0, 70, 2, 0);
    syn_lineage l = lines_of(&p, DATES("2017-04-03", "2017-04-04", "2017-04-05", ""));
    cr_assert_eq(l.count, 2);
    cr_expect(l.items[0].from == 0 && l.items[0].to == 1 && l.items[0].count == 2 && l.items[0].words == 54);
    cr_expect(l.passages[l.items[0].first] == 1 && l.passages[l.items[0].first + 1] == 0, "by place in the taker");
    cr_expect(l.items[1].from == 0 && l.items[1].to == 2 && l.items[1].words == 20);
    syn_lineage_release(&l);
    syn_passages_release(&p);
}

Test(lineage, words_are_explained_once_by_the_longest_passage)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 30, 0, 0, 2, 10);
    add(&p, SYN_VERBATIM, 25, 1, 0, 2, 12);
    add(&p, SYN_VERBATIM, 22, 1, 30, 2, 26);
    syn_lineage l = lines_of(&p, DATES("2017-04-02", "2017-04-01", "2017-04-05", ""));
    cr_assert_eq(l.count, 2);
    cr_expect(l.items[0].from == 0 && l.items[0].to == 2 && l.items[0].words == 30);
    cr_expect(l.items[1].from == 1 && l.items[1].to == 2 && l.items[1].count == 1, "eight new words are worth a line, none are not");
    cr_expect_eq(l.passages[l.items[1].first], 2);
    syn_lineage_release(&l);
    syn_passages_release(&p);
}

Test(lineage, a_copy_of_too_few_words_descends_from_nobody)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, SYN_LINEAGE_WORDS, 0, 0, 1, 0);
    passages_copy(&p, 2, true, 1, (syn_block[]){{0, 0, SYN_LINEAGE_WORDS - 1}});
    syn_lineage l = lines_of(&p, DATES("2017-04-03", "2017-04-04", "2017-04-04", ""));
    cr_assert_eq(l.count, 1);
    cr_expect_eq(l.items[0].to, 1);
    syn_lineage_release(&l);
    syn_passages_release(&p);
}

Test(lineage, names_and_stock_wording_descend_from_nobody)
{
    syn_passages p = {0};
    add(&p, SYN_NAME, 25, 0, 0, 1, 0);
    add(&p, SYN_COMMON, 25, 0, 30, 1, 30);
    syn_lineage l = lines_of(&p, DATES("2017-04-03", "2017-04-04", "", ""));
    cr_expect_eq(l.count, 0);
    syn_lineage_release(&l);
    syn_passages_release(&p);
}
