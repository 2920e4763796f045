/** Which date a record has, from its fields and the head of its text.
 *
 *      syn_dating dating = {0};
 *      int rank = syn_dating_rank("published_at");         // negative for a field that is no date
 *      syn_dating_text(&dating, rank, "2024-05-02", 10);
 *      syn_dating_settle(&dating, text, count, &document.date);
 *
 *  Fields may be offered in any order. The first of these that can be read wins:
 *
 *      date, published, published_at, publication_date, pubDate, pub_date, datePublished,
 *      date_published, timestamp, created, first                          "date field"
 *      the head of the text (ingest/heading.h)                            "head line", "dateline"
 *      modified, updated                                                  "modified field", a bound
 *      crawl_date, crawled, crawled_at, fetched, fetched_at, retrieved,
 *      warc_date, date_crawled                                            "crawl field", a bound
 *
 *  A head that claims to be younger than a bound is not believed.
 *
 *  Owns    nothing; the texts must live until the record is settled.  Fails   never.
 */
#ifndef SYN_INGEST_DATING_H
#define SYN_INGEST_DATING_H

#include "syndic/corpus.h"

typedef struct syn_dating {
    syn_date date, bound;
    int date_rank, bound_rank; /**< one more than the field's rank; 0 when none was read */
    int unread_rank;
    const char *unread;        /**< the first field by rank that could not be read */
    size_t unread_bytes;
} syn_dating;

/** The field's place among those above, or a negative number. */
int syn_dating_rank(const char *name);
void syn_dating_text(syn_dating *dating, int rank, const char *text, size_t count);
/** False when it is no date; the caller then may say how it was written (syn_dating_refuse). */
bool syn_dating_number(syn_dating *dating, int rank, int64_t value);
void syn_dating_refuse(syn_dating *dating, int rank, const char *text, size_t count);
/** `text` is the record's. */
void syn_dating_settle(const syn_dating *dating, const char *text, size_t count, syn_date *out);

#endif
