/* The pipeline: start reading here.
 *
 *   files --ingest--> documents --text--> words --sketch--> fingerprints --group--> stretches
 *         --match--> matches --gather--> passages --trace--> stemmata --report--> terminal, JSON
 *
 * Ingest is syn_corpus_read, in read.c, and report stands behind its own door (write.c,
 * report/terminal.c); a run is everything between. Each stage below has a file of the same name that
 * hands its items to the workers (run_text.c, run_sketch.c, ...); what is done to an item stands on the
 * floors underneath (text/, sketch/, match/, trace/). run.h is the table they all lay their work on. */
#include "syndic/syndic.h"

#include "base/alloc.h"
#include "base/error.h"
#include "run.h"

#include <stdlib.h>

static syn_status run_stages(syn_run *r, bool descents, syn_result **out)
{
    syn_status status = syn_run_open(r);

    /* Every text is cut into canonical words; each distinct word gets a number and a weight in bits. */
    if (status == SYN_OK)
        status = syn_run_text(r);

    /* Five words in a row are a fingerprint. Only words near one that two documents share go on. (Where some are
     * asked about, an index has said already what they share with others.) */
    if (status == SYN_OK && r->asked == NULL)
        status = syn_run_sketch(r);

    /* A suffix array of those words says what is repeated and where; each repeat is tied to the first
     * document that has it, and aligned with it over insertions, deletions and misspellings. */
    if (status == SYN_OK)
        status = syn_run_match(r);

    /* Aligned stretches become passages: one text, all its witnesses, each with exact words. */
    if (status == SYN_OK)
        status = syn_run_gather(r);

    /* From passages: how much of each document stands elsewhere, what each two share, who has it first. */
    if (status == SYN_OK)
        status = syn_run_trace(r, descents);

    /* Word positions become bytes and code points of the original texts. */
    if (status == SYN_OK)
        status = syn_run_result(r, descents, out);

    syn_tally_end(&r->tally);
    return status;
}

syn_status syn_run_corpus(const syn_corpus *corpus, const syn_options *options, const syn_asked *asked,
                          bool descents, syn_result **out, syn_error *error)
{
    syn_status status = syn_options_check(options, error);
    if (status < 0)
        return status;
    if (syn_corpus_count(corpus) >= UINT32_MAX - 2)
        return syn_fail(error, SYN_LIMIT, "corpus: more than 4 billion documents (split it)");
    syn_run *r = syn_alloc_zero(1, sizeof *r);
    if (r == NULL)
        return syn_fail_memory(error);
    r->corpus = corpus;
    r->options = options;
    r->asked = asked;
    r->tally.options = options;
    r->document_count = (uint32_t)syn_corpus_count(corpus);
    status = run_stages(r, descents, out);
    syn_run_close(r);
    free(r);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (status == SYN_LIMIT)
        return syn_fail(error, status, "corpus: more than 4 billion words (split it)");
    return status;
}

syn_status syn_compare(const syn_corpus *corpus, const syn_options *options, syn_result **out, syn_error *error)
{
    return syn_run_corpus(corpus, options, NULL, false, out, error);
}

syn_status syn_trace(const syn_corpus *corpus, const syn_options *options, syn_result **out, syn_error *error)
{
    return syn_run_corpus(corpus, options, NULL, true, out, error);
}
