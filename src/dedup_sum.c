/* What became of all texts, told by outlet and by cluster. */
#include "dedup.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

/* Outlets by name: open addressing, at most half full. */

enum { BUCKETS = 2 * SYN_OUTLETS, MOST_CLUSTERS = 10, CHUNK = 1024 };

struct syn_outlets {
    uint32_t *buckets; /* number + 1, or 0 */
    syn_loss losses[SYN_OUTLETS + 1];
    uint32_t count, nameless;
    syn_arena names;
};

void syn_outlets_free(syn_outlets *outlets)
{
    if (!outlets)
        return;
    free(outlets->buckets);
    syn_arena_release(&outlets->names);
    free(outlets);
}

static uint32_t add_outlet(syn_outlets *o, const char *name)
{
    const char *kept = name ? syn_arena_text(&o->names, name, strlen(name)) : NULL;
    if (name && !kept)
        return UINT32_MAX;
    o->losses[o->count] = (syn_loss){.outlet = kept};
    return o->count++;
}

/** Those without a name, and those that are too many. */
static uint32_t find_nameless(syn_outlets *o)
{
    if (o->nameless == UINT32_MAX)
        o->nameless = add_outlet(o, NULL);
    return o->nameless;
}

uint32_t syn_outlets_find(syn_outlets *outlets, const char *name)
{
    if (!name)
        return find_nameless(outlets);
    size_t at = syn_hash(name, strlen(name)) % BUCKETS;
    for (; outlets->buckets[at] != 0; at = (at + 1) % BUCKETS)
        if (strcmp(outlets->losses[outlets->buckets[at] - 1].outlet, name) == 0)
            return outlets->buckets[at] - 1;
    if (outlets->count >= SYN_OUTLETS)
        return find_nameless(outlets);
    const uint32_t number = add_outlet(outlets, name);
    if (number != UINT32_MAX)
        outlets->buckets[at] = number + 1;
    return number;
}

syn_outlets *syn_outlets_new(const char *const *dearest, size_t count)
{
    syn_outlets *outlets = syn_alloc_zero(1, sizeof *outlets);
    if (!outlets)
        return NULL;
    outlets->nameless = UINT32_MAX;
    outlets->buckets = syn_alloc_zero(BUCKETS, sizeof *outlets->buckets);
    bool done = outlets->buckets != NULL;
    for (size_t i = 0; i < count && done; i++) {
        const uint32_t number = syn_outlets_find(outlets, dearest[i]);
        done = number != UINT32_MAX && (number == i || add_outlet(outlets, dearest[i]) == i); /* named twice */
    }
    if (done)
        return outlets;
    syn_outlets_free(outlets);
    return NULL;
}

/* The summary */

typedef struct cluster {
    uint32_t text, dropped;
} cluster;

typedef struct summing {
    syn_dedup_run *run;
    cluster largest[MOST_CLUSTERS]; /* most first, then by text */
    size_t count;
} summing;

static void offer(summing *s, cluster c)
{
    size_t at = s->count;
    if (at == MOST_CLUSTERS && c.dropped <= s->largest[at - 1].dropped)
        return;
    at -= at == MOST_CLUSTERS;
    s->count = at + 1;
    for (; at > 0 && s->largest[at - 1].dropped < c.dropped; at--)
        s->largest[at] = s->largest[at - 1];
    s->largest[at] = c;
}

static void count_text(syn_dedup_run *run, const syn_verdict *v)
{
    syn_dedup_summary *sum = run->summary;
    syn_loss *loss = &run->outlets->losses[v->outlet];
    const bool dropped = v->kept != SYN_VERDICT_KEPT;
    const uint64_t gone = dropped ? v->words : v->gone;
    const bool cut = run->plan->level == SYN_LEVEL_PASSAGE && v->span_count > 0;
    sum->texts++;
    sum->words += v->words;
    sum->words_gone += gone;
    sum->dropped += dropped;
    sum->emptied += v->kept == SYN_VERDICT_EMPTIED;
    sum->cut_texts += cut && !dropped;
    sum->passages += cut ? v->span_count : 0;
    loss->texts++;
    loss->words += v->words;
    loss->dropped += dropped;
    loss->words_gone += gone;
}

static syn_status count_all(summing *s)
{
    syn_dedup_run *run = s->run;
    syn_verdict verdicts[CHUNK];
    for (uint64_t first = 0; first < run->text_count; first += CHUNK) {
        const uint64_t left = run->text_count - first;
        const size_t count = left < CHUNK ? left : CHUNK;
        const syn_status status = syn_column_get(&run->verdicts, first, count, verdicts, run->error);
        if (status < 0)
            return status;
        for (size_t i = 0; i < count; i++) {
            if (first + i >= run->reference_count)
                count_text(run, &verdicts[i]);
            if (verdicts[i].cluster == 0)
                continue;
            run->summary->cluster_total++;
            offer(s, (cluster){(uint32_t)(first + i), verdicts[i].cluster});
        }
    }
    return SYN_OK;
}

static int compare_losses(const void *a, const void *b)
{
    const syn_loss *left = a, *right = b;
    if (left->words_gone != right->words_gone)
        return left->words_gone > right->words_gone ? -1 : 1;
    if (!left->outlet || !right->outlet)
        return (left->outlet != NULL) - (right->outlet != NULL);
    return strcmp(left->outlet, right->outlet);
}

/** A copy of the outlets that have a text. */
static bool copy_losses(const syn_outlets *o, syn_dedup_summary *sum)
{
    sum->losses = syn_alloc_zero(o->count, sizeof *sum->losses);
    for (uint32_t i = 0; sum->losses && i < o->count; i++) {
        const syn_loss *loss = &o->losses[i];
        if (loss->texts == 0)
            continue;
        sum->losses[sum->loss_count] = *loss;
        sum->losses[sum->loss_count].outlet = loss->outlet ? strdup(loss->outlet) : NULL;
        if (loss->outlet && !sum->losses[sum->loss_count].outlet)
            return false;
        sum->loss_count++;
    }
    if (sum->losses)
        qsort(sum->losses, sum->loss_count, sizeof *sum->losses, compare_losses);
    return sum->losses != NULL;
}

static int compare_clusters(const void *a, const void *b)
{
    const syn_cluster *left = a, *right = b;
    if (left->dropped != right->dropped)
        return left->dropped > right->dropped ? -1 : 1;
    return strcmp(left->id, right->id);
}

static syn_status name_clusters(summing *s)
{
    syn_dedup_run *run = s->run;
    syn_dedup_summary *sum = run->summary;
    sum->clusters = syn_alloc_zero(MOST_CLUSTERS, sizeof *sum->clusters);
    for (size_t i = 0; sum->clusters && i < s->count; i++) {
        const syn_status status = syn_texts_id(run->texts, s->largest[i].text, &run->workers[0].own, run->error);
        char *id = status == SYN_OK ? strdup(run->workers[0].own.id) : NULL;
        if (!id)
            return status < 0 ? status : syn_fail_memory(run->error);
        sum->clusters[sum->cluster_count++] =
            (syn_cluster){id, s->largest[i].dropped, s->largest[i].text < run->reference_count};
    }
    if (!sum->clusters)
        return syn_fail_memory(run->error);
    qsort(sum->clusters, sum->cluster_count, sizeof *sum->clusters, compare_clusters);
    return SYN_OK;
}

static int compare_skips(const void *a, const void *b)
{
    const syn_skip *left = a, *right = b;
    const int order = strcmp(left->path, right->path);
    return order != 0 ? order : strcmp(left->why, right->why);
}

syn_status syn_dedup_sum(syn_dedup_run *run)
{
    summing s = {.run = run};
    syn_dedup_summary *sum = run->summary;
    sum->references = run->reference_count;
    syn_dedup_spent(run, NULL);
    sum->temporary_bytes = run->spent_bytes;
    if (sum->skip_count > 0)
        qsort(sum->skips, sum->skip_count, sizeof *sum->skips, compare_skips);
    syn_status status = count_all(&s);
    if (status == SYN_OK && !copy_losses(run->outlets, sum))
        status = syn_fail_memory(run->error);
    return status == SYN_OK ? name_clusters(&s) : status;
}

void syn_dedup_summary_free(syn_dedup_summary *summary)
{
    if (!summary)
        return;
    for (size_t i = 0; i < summary->loss_count; i++)
        free((char *)summary->losses[i].outlet);
    for (size_t i = 0; i < summary->cluster_count; i++)
        free((char *)summary->clusters[i].id);
    for (size_t i = 0; i < summary->skip_count; i++) {
        free((char *)summary->skips[i].path);
        free((char *)summary->skips[i].why);
    }
    free(summary->losses);
    free(summary->clusters);
    free(summary->skips);
    free(summary);
}
