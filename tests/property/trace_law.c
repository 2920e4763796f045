/** Laws of tracing on random newsrooms, texts made of shared sentences, speech, labels and credits: order of adding and number
 *  of threads change nothing, an unrelated text changes no descent, standings add up, and covers, descents and
 *  evidence are whole.
 *
 *      trace_law [seed [newsrooms]]
 */
#include "support/collection.h"

enum { NEWSROOMS = 150, SIGNATURE_BYTES = 1 << 20 };

static const char *const sentences[] = {
    "The county has sold three of its four pumping stations since the spring floods, papers seen last week show.",
    "The buyer, a firm of two directors, has promised to keep one of the stations running until the summer is over.",
    "Engineers who built the stations were not asked, and several of them learned of the sale from a neighbour.",
    "Herons nested late on the upper marsh because the keeper opened both sluices in March and left them so.",
    "Grain barges stopped coming up the river when the lock at the old tannery jammed some eleven years ago.",
    "Bakers along the quay say the new ferry timetable has cost them two mornings of trade in every week.",
    "\u201cWe counted forty nests below the weir and not one of them was above the flood line this year,\u201d said Ada Quill.",
    "\u201cNobody on the council ever asked the crews what the pumps would cost to mend,\u201d Bram Tolley told the Fenmouth Gazette.",
    "\u201cA lock that jams once jams again before the winter is out,\u201d Una Frist told the Hill Courier.",
    "Tolley insisted that the pumps had been promised to the parish.",
};
static const char *const credits[] = {
    "FENMOUTH GAZETTE\u00a0 ", "Hill Courier\u00a0 ", "Tellingford Press\u00a0 ", "According to the Fenmouth Gazette, ",
    "Earlier this month a report surfaced in the Hill Courier.\n\n", "The Gazette reported that much has changed. ",
    "Advertisement\n\n", "Ada Quill told the Fenmouth Gazette:\n\n", "Photo: Hill Courier\n\n",
};

static void add_newsroom(collection *c)
{
    for (uint32_t count = law_between(2, 9); count > 0; --count) {
        written *d = collection_add(c);
        if (law_chance(2))
            d->date = (syn_date){.precision = SYN_DATE_DAY, .year = 2019, .month = 3, .day = (uint8_t)law_between(1, 28), .from = "date field"};
        for (uint32_t parts = law_between(1, 9); parts > 0; --parts) {
            if (law_chance(3) == 0)
                write_text(d, credits[law_chance(sizeof credits / sizeof *credits)]);
            write_text(d, sentences[law_chance(sizeof sentences / sizeof *sentences)]);
            write_text(d, law_chance(3) ? "\n\n" : " ");
        }
        if (law_chance(6) == 0)
            write_text(d, "\xff\xe2\x80");
    }
}

/** What a result says of descents, without numbers that another text may shift. */
static char *signature(const syn_result_view *v)
{
    char *all = law_need(malloc(SIGNATURE_BYTES));
    size_t at = 0;
    all[0] = '\0';
    for (size_t i = 0; i < v->descent_count && at < SIGNATURE_BYTES - 4096; i++) {
        const syn_descent *d = &v->descents[i];
        at += (size_t)snprintf(all + at, 1024, "%s to %s: %u words in %u, %s%s\n", v->sources[d->source].name, syn_corpus_get(v->corpus, d->to)->id,
                               d->words, d->passage_count, syn_level_name(d->level), d->direct ? ", direct" : "");
        for (uint32_t e = d->evidence_first; e < d->evidence_first + d->evidence_count && at < SIGNATURE_BYTES - 4096; e++)
            at += (size_t)snprintf(all + at, 512, "    %s %s %.200s\n", v->evidence[e].kind, syn_corpus_get(v->corpus, v->evidence[e].document)->id,
                                   v->evidence[e].says);
    }
    return all;
}

static void law_same(const collection *c, const syn_options *options, const uint32_t *order, const traced *base, const char *law)
{
    traced t = collection_trace(c, options, order);
    law_hold(t.json_bytes == base->json_bytes && memcmp(t.json, base->json, t.json_bytes) == 0, law, "another result");
    traced_release(&t);
}

static void law_unrelated(collection *c, const traced *base)
{
    static const char *const ids[] = {"a first", "d00001 and a half", "z last"};
    written *d = collection_add(c);
    for (uint32_t words = law_chance(120); words > 0; --words)
        write_word(d, WORD_FOREIGN + law_chance(1 << 20));
    snprintf(d->id, sizeof d->id, "%.15s", ids[law_chance(3)]);
    traced with = collection_trace(c, &base->options, NULL);
    char *before = signature(base->view), *after = signature(with.view);
    law_hold(strcmp(before, after) == 0, "an unrelated text changes no descent", "before:\n%safter:\n%s", before, after);
    free(before);
    free(after);
    traced_release(&with);
}

static void law_sums(const syn_result_view *v)
{
    for (size_t d = 0; d < syn_corpus_count(v->corpus); d++) {
        const syn_share *s = &v->shares[d];
        law_hold(s->standing[0] + s->standing[1] + s->standing[2] == s->reused_words, "standings add up", "document %zu", d);
    }
}

static void law_credits(const syn_result_view *v)
{
    for (size_t i = 0; i < v->credit_count; i++) {
        const syn_credit *c = &v->credits[i];
        const uint64_t bytes = syn_corpus_get(v->corpus, c->document)->text_bytes;
        law_hold(c->span.begin < c->span.end && c->span.end <= bytes, "a credit lies in its text", "credit %zu", i);
        law_hold(c->source == SYN_NONE || c->source < v->source_count, "a credit's source is one", "credit %zu", i);
        for (uint32_t x = c->cover_first; x < c->cover_first + c->cover_count; x++)
            law_hold(v->covers[x].span.begin < v->covers[x].span.end && v->covers[x].span.end <= bytes &&
                     (x == c->cover_first || v->covers[x - 1].span.end <= v->covers[x].span.begin), "covers ascend in their text", "credit %zu", i);
    }
    for (size_t i = 0; i < v->witness_count; i++)
        law_hold(v->witnesses[i].credit == SYN_NONE || v->credits[v->witnesses[i].credit].document == v->witnesses[i].document,
                 "a witness's credit is of its text", "witness %zu", i);
}

static void law_descents(const syn_result_view *v)
{
    for (size_t i = 0; i < v->descent_count; i++) {
        const syn_descent *d = &v->descents[i];
        law_hold(d->source < v->source_count && d->level != SYN_UNKNOWN && d->evidence_count > 0, "a descent has a source, a level and evidence", "%zu", i);
        law_hold(v->sources[d->source].document != d->to, "nobody descends from itself", "%zu", i);
        const uint32_t most = d->passage_count > 0 ? v->shares[d->to].reused_words : v->shares[d->to].words;
        law_hold(d->words <= most, "a descent explains no more than is reused, or a credit alone than is there", "%zu", i);
        for (uint32_t p = d->passage_first; p < d->passage_first + d->passage_count; p++)
            law_hold(v->descent_passages[p] < v->passage_count, "a descent's passages are some", "%zu", i);
    }
}

int main(int argc, char **argv)
{
    law_seed(argc, argv, 20250619);
    const uint32_t trials = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : NEWSROOMS;
    for (law_trial = 0; law_trial < trials; ++law_trial) {
        collection c = {0};
        syn_options options;
        syn_options_init(&options);
        options.thread_count = 1;
        add_newsroom(&c);
        traced base = collection_trace(&c, &options, NULL);
        uint32_t *order = law_need(malloc(c.count * sizeof *order));
        for (uint32_t i = 0; i < c.count; i++)
            order[i] = c.count - 1 - i;
        law_same(&c, &options, order, &base, "the order of adding changes nothing");
        options.thread_count = 3;
        law_same(&c, &options, NULL, &base, "the number of threads changes nothing");
        law_sums(base.view);
        law_credits(base.view);
        law_descents(base.view);
        law_unrelated(&c, &base);
        free(order);
        traced_release(&base);
        collection_release(&c);
    }
    return 0;
}
