#include "trace/canonical.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

/* The part of an address that is compared: "https://www.Fenmouth.example/a/#top" is "Fenmouth.example/a". */
typedef struct address {
    const char *bytes;
    size_t count, host;
    uint32_t document;
} address;

static size_t skip(const char *text, const char *head)
{
    const size_t bytes = strlen(head);
    return strncmp(text, head, bytes) == 0 ? bytes : 0;
}

static address read_address(const char *url, uint32_t document)
{
    const char *scheme = strstr(url, "://");
    const char *from = scheme != NULL && scheme - url < 8 ? scheme + 3 : url;
    from += skip(from, "www.");
    address a = {from, strcspn(from, "#"), strcspn(from, "/?#"), document};
    while (a.count > a.host && from[a.count - 1] == '/')
        a.count--;
    return a;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* By bytes; a host has no case. */
static int order(const address *a, const address *b)
{
    const size_t count = a->count < b->count ? a->count : b->count;
    for (size_t i = 0; i < count; i++) {
        const unsigned char x = (unsigned char)(i < a->host ? lower(a->bytes[i]) : a->bytes[i]);
        const unsigned char y = (unsigned char)(i < b->host ? lower(b->bytes[i]) : b->bytes[i]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (a->count > b->count) - (a->count < b->count);
}

static int by_address(const void *x, const void *y)
{
    const address *a = x, *b = y;
    const int first = order(a, b);
    return first != 0 ? first : (a->document > b->document) - (a->document < b->document);
}

static bool same_host(address a, address b)
{
    a.count = a.host;
    b.count = b.host;
    return order(&a, &b) == 0;
}

/* The first document that has an address. */
static uint32_t find(const address *sorted, uint32_t count, const address *wanted)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (order(&sorted[middle], wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && order(&sorted[low], wanted) == 0 ? sorted[low].document : SYN_NONE;
}

static void drop_mutual(uint32_t document_count, syn_canonical *out)
{
    for (uint32_t d = 0; d < document_count; d++) {
        const uint32_t other = out[d].document;
        if (other != SYN_NONE && out[other].document == d)
            out[d] = out[other] = (syn_canonical){SYN_NONE, SYN_NONE, false};
    }
}

syn_status syn_canonical_find(const char *const *urls, const char *const *canonicals, uint32_t n, syn_canonical *out)
{
    uint32_t count = 0, wanted = 0;
    for (uint32_t d = 0; d < n; d++) {
        out[d] = (syn_canonical){SYN_NONE, SYN_NONE, false};
        wanted += canonicals[d] != NULL;
    }
    address *sorted = syn_alloc(wanted > 0 ? n : 0, sizeof *sorted);
    if (sorted == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < n && wanted > 0; d++)
        if (urls[d] != NULL)
            sorted[count++] = read_address(urls[d], d);
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_address);
    for (uint32_t d = 0; d < n && wanted > 0; d++) {
        if (canonicals[d] == NULL)
            continue;
        const address named = read_address(canonicals[d], d);
        const address own = urls[d] != NULL ? read_address(urls[d], d) : named;
        const uint32_t document = order(&own, &named) == 0 && urls[d] != NULL ? SYN_NONE : find(sorted, count, &named);
        out[d].document = document == d ? SYN_NONE : document;
        out[d].foreign = !same_host(own, named);
    }
    drop_mutual(n, out);
    free(sorted);
    return SYN_OK;
}
