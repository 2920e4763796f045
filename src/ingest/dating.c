#include "ingest/dating.h"

#include "base/date.h"
#include "ingest/heading.h"

#include <string.h>

static const struct field {
    const char *name, *from;
    bool bound;
} fields[] = {
    {"date", "date field", false},
    {"published", "date field", false},
    {"published_at", "date field", false},
    {"publication_date", "date field", false},
    {"pubDate", "date field", false},
    {"pub_date", "date field", false},
    {"datePublished", "date field", false},
    {"date_published", "date field", false},
    {"timestamp", "date field", false},
    {"created", "date field", false},
    {"first", "date field", false},
    {"modified", "modified field", true},
    {"updated", "modified field", true},
    {"crawl_date", "crawl field", true},
    {"crawled", "crawl field", true},
    {"crawled_at", "crawl field", true},
    {"fetched", "crawl field", true},
    {"fetched_at", "crawl field", true},
    {"retrieved", "crawl field", true},
    {"warc_date", "crawl field", true},
    {"date_crawled", "crawl field", true},
};

int syn_dating_rank(const char *name)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].name[0] == name[0] && strcmp(fields[i].name, name) == 0)
            return (int)i;
    return -1;
}

static void keep(syn_dating *dating, int rank, const syn_date *date)
{
    const bool bound = fields[rank].bound;
    int *kept = bound ? &dating->bound_rank : &dating->date_rank;

    if (*kept != 0 && *kept <= rank + 1)
        return;
    *kept = rank + 1;
    *(bound ? &dating->bound : &dating->date) = *date;
    (bound ? &dating->bound : &dating->date)->bound = bound;
}

void syn_dating_refuse(syn_dating *dating, int rank, const char *text, size_t count)
{
    if (dating->unread && dating->unread_rank <= rank)
        return;
    dating->unread = text;
    dating->unread_bytes = count;
    dating->unread_rank = rank;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void syn_dating_text(syn_dating *dating, int rank, const char *text, size_t count)
{
    syn_date date;

    for (; count > 0 && is_blank(text[count - 1]); count--)
        ;
    for (; count > 0 && is_blank(*text); count--)
        text++;
    if (syn_date_parse(text, count, fields[rank].from, &date))
        keep(dating, rank, &date);
    else if (count > 0)
        syn_dating_refuse(dating, rank, text, count);
}

bool syn_dating_number(syn_dating *dating, int rank, int64_t value)
{
    syn_date date;

    if (!syn_date_number(value, fields[rank].from, &date))
        return false;
    keep(dating, rank, &date);
    return true;
}

void syn_dating_settle(const syn_dating *dating, const char *text, size_t count, syn_date *out)
{
    syn_date head = {0};

    *out = dating->date_rank ? dating->date : dating->bound;
    if (dating->date_rank)
        return;
    syn_heading_date(text, count, &head);
    const bool known = head.precision != SYN_DATE_NONE, bounded = dating->bound_rank != 0;
    if (known && (!bounded || (!head.bound && syn_date_order(&head, &dating->bound) <= 0)))
        *out = head;
}
