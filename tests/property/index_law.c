/** Laws of an index, on seeded random additions, removals and compactions: it holds what a plain list in memory holds,
 *  and each fingerprint is found at exactly the words where it stands. Prints its seed; exits with 1 at the first law
 *  broken.
 *
 *      index_law [seed]
 */
#include "index.h"
#include "model/corpus.h"
#include "support/law.h"
#include "text/sweep.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

enum { TRIALS = 12, STEPS = 40, MOST_WORDS = 60, MOST_HELD = 4000, MOST_ADDED = 90, IDS = 60, ID_BYTES = 48,
      TEXT_BYTES = 600 };

/** A text as the plain list has it. */
typedef struct held {
    char id[ID_BYTES], path[ID_BYTES], url[ID_BYTES], text[TEXT_BYTES];
    uint8_t sha256[32];
} held;

static held twin[MOST_HELD], arriving[MOST_ADDED];
static size_t twin_count, arriving_count;
static char folder[64], path[96];
static syn_index *archive;
static syn_error error;
static syn_options options;

static void need(syn_status status, const char *what)
{
    law_hold(status == SYN_OK, what, "%d: %s", status, error.message);
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const held *)a)->id, ((const held *)b)->id);
}

static int by_id_and_text(const void *a, const void *b)
{
    const held *x = a, *y = b;
    int way = strcmp(x->id, y->id);
    return way ? way : memcmp(x->sha256, y->sha256, sizeof x->sha256);
}

/* ---- the plain list ---- */

static void make_text(char *text)
{
    uint32_t words = law_chance(8) ? law_chance(MOST_WORDS) : law_chance(6), kinds = law_between(2, 400);
    size_t at = 0;

    text[0] = '\0';
    for (uint32_t i = 0; i < words && at + 16 < TEXT_BYTES; i++)
        at += (size_t)sprintf(text + at, "w%u ", law_chance(kinds));
}

static void make_arrivals(void)
{
    arriving_count = law_chance(6) ? law_between(1, 12) : law_between(1, MOST_ADDED);
    for (size_t i = 0; i < arriving_count; i++) {
        held *h = &arriving[i];
        sprintf(h->id, "id%u", law_chance(IDS * (1 + law_chance(8))));
        if (i > 0 && law_chance(12) == 0)
            strcpy(h->text, arriving[law_chance((uint32_t)i)].text);
        else if (twin_count > 0 && law_chance(4) == 0)
            memcpy(h, &twin[law_chance((uint32_t)twin_count)], sizeof *h);
        else
            make_text(h->text);
        if (strchr(h->id, '#'))
            *strchr(h->id, '#') = '\0';
        syn_hash_sha256(h->text, strlen(h->text), h->sha256);
        /* Of two that are the same in id and text either may stay: so they are the same in all. */
        sprintf(h->path, "path%u", h->sha256[0] % 9u);
        sprintf(h->url, "url%u", h->sha256[1] % 30u);
    }
}

static held *twin_find(const char *id)
{
    for (size_t i = 0; i < twin_count; i++)
        if (strcmp(twin[i].id, id) == 0)
            return &twin[i];
    return NULL;
}

/* One text for each id: the smallest hash keeps it. What the list has under an id gives way to what comes under it. */
static void twin_add(void)
{
    static held sorted[MOST_ADDED];

    memcpy(sorted, arriving, arriving_count * sizeof *sorted);
    qsort(sorted, arriving_count, sizeof *sorted, by_id_and_text);
    for (size_t i = 0, first = 0; i < arriving_count; i++) {
        held now = sorted[i];
        if (i == 0 || strcmp(sorted[first].id, now.id) != 0)
            first = i;
        if (i > first && memcmp(sorted[i - 1].sha256, now.sha256, 32) == 0)
            continue;
        if (i > first)
            sprintf(now.id + strlen(now.id), "#%02x%02x%02x%02x", now.sha256[0], now.sha256[1], now.sha256[2],
                    now.sha256[3]);
        held *there = twin_find(now.id);
        law_hold(there != NULL || twin_count < MOST_HELD, "the list has room", "%zu", twin_count);
        if (there == NULL)
            twin[twin_count++] = now;
        else if (memcmp(there->sha256, now.sha256, 32) != 0)
            *there = now;
    }
}

/* ---- the same in the index ---- */

static void index_add(void)
{
    syn_corpus *corpus = NULL;
    syn_added added;
    size_t before = twin_count;

    make_arrivals();
    need(syn_corpus_new(&corpus), "a corpus is made");
    /* Past syn_corpus_add, which would settle ids by itself. */
    for (size_t i = 0; i < arriving_count; i++) {
        const held *h = &arriving[i];
        syn_document d = {.id = h->id, .path = h->path, .url = h->url, .record = -1, .text = h->text,
                          .text_bytes = strlen(h->text)};
        memcpy(d.sha256, h->sha256, sizeof d.sha256);
        need(syn_corpus_take(corpus, &d), "a document is taken");
    }
    twin_add();
    need(syn_index_add_corpus(archive, corpus, &options, &added, &error), "texts are added");
    law_hold(before + added.documents >= twin_count && added.documents + added.known <= arriving_count + twin_count,
             "additions are counted", "%" PRIu64 " added, %" PRIu64 " known", added.documents, added.known);
    syn_corpus_free(corpus);
}

static void index_remove(void)
{
    const char *ids[8];
    char kept[8][ID_BYTES];
    size_t count = 0, want = law_between(1, 8);

    if (twin_count == 0)
        return;
    for (; count < want && twin_count > 0; count++) {
        size_t at = law_chance((uint32_t)twin_count);
        strcpy(kept[count], twin[at].id);
        ids[count] = kept[count];
        twin[at] = twin[--twin_count];
    }
    need(syn_index_remove(archive, ids, count, &error), "texts are removed");
    law_hold(syn_index_remove(archive, ids, 1, &error) == SYN_ARGUMENT, "what is not there cannot be removed", "%s",
             ids[0]);
}

static void reopen(void)
{
    syn_index_close(archive);
    need(syn_index_open(path, SYN_INDEX_WRITE, &archive, &error), "the index is opened again");
}

/* ---- what holds ---- */

typedef struct telling {
    size_t next;
} telling;

static syn_status told(void *context, const syn_document *d, uint32_t words)
{
    telling *t = context;

    (void)words;
    law_hold(t->next < twin_count, "no more is listed than is held", "%s", d->id);
    const held *h = &twin[t->next++];
    law_hold(strcmp(h->id, d->id) == 0 && memcmp(h->sha256, d->sha256, 32) == 0 && strcmp(h->path, d->path) == 0 &&
                 d->text_bytes == strlen(h->text),
             "what is listed is what is held", "%s and %s", d->id, h->id);
    return SYN_OK;
}

static void law_listed(void)
{
    telling t = {0};
    syn_index_stats stats;

    if (twin_count > 0)
        qsort(twin, twin_count, sizeof *twin, by_id);
    need(syn_index_list(archive, told, &t, &error), "the index is listed");
    law_hold(t.next == twin_count, "everything is listed", "%zu of %zu", t.next, twin_count);
    need(syn_index_measure(archive, &stats, &error), "the index is measured");
    law_hold(stats.documents == twin_count, "documents are counted", "%" PRIu64 " of %zu", stats.documents, twin_count);
    law_hold(stats.segments <= 16, "segments stay few", "%" PRIu64, stats.segments);
}

static void law_got(const held *h)
{
    syn_corpus *corpus = NULL;

    need(syn_corpus_new(&corpus), "a corpus is made");
    need(syn_index_get(archive, h->id, corpus, &error), "a text is got");
    const syn_document *d = syn_corpus_get(corpus, 0);
    law_hold(strcmp(d->text, h->text) == 0 && strcmp(d->url, h->url) == 0, "what is got is what was added", "%s",
             h->id);
    syn_corpus_free(corpus);
}

static size_t twin_named(const char *url)
{
    size_t count = 0;
    for (size_t i = 0; i < twin_count; i++)
        count += strcmp(twin[i].url, url) == 0;
    return count;
}

static void law_named(const held *h)
{
    uint32_t numbers[4], words;
    size_t found;
    syn_arena arena = {0};
    syn_document d;

    need(syn_store_find(archive->store, SYN_STORE_URL, h->url, strlen(h->url), numbers, 4, &found),
         "a name is looked up");
    law_hold(found == twin_named(h->url), "a name finds all that have it", "%zu of %zu", found, twin_named(h->url));
    for (size_t i = 1; i < found && i < 4; i++)
        law_hold(numbers[i] > numbers[i - 1], "numbers ascend", "%u", numbers[i]);
    need(syn_store_find(archive->store, SYN_STORE_ID, h->id, strlen(h->id), numbers, 4, &found), "an id is looked up");
    law_hold(found == 1, "an id finds its document", "%s: %zu", h->id, found);
    need(syn_store_document(archive->store, numbers[0], true, &arena, &d, &words, &error), "a document is read");
    law_hold(strcmp(d.text, h->text) == 0, "and it is that", "%s", h->id);
    syn_arena_release(&arena);
}

/* ---- fingerprints ---- */

typedef struct printed {
    uint64_t prints[MOST_WORDS * 8];
    uint32_t places[MOST_WORDS * 8];
    size_t count;
} printed;

static void print_text(syn_sweep *sweep, const char *text, printed *out)
{
    syn_sampled all;

    need(syn_sweep_shingles(sweep, text, strlen(text), 5, UINT64_MAX, &all), "fingerprints are made");
    out->count = all.word_count < 5 ? 0 : all.count;
    if (out->count > 0) {
        memcpy(out->prints, all.fingerprint, out->count * sizeof *out->prints);
        memcpy(out->places, all.place, out->count * sizeof *out->places);
    }
}

/* Where the index has a hash: sums, so that order does not matter. */
static uint64_t index_places(uint64_t hash, size_t *count)
{
    uint64_t sum = 0, places[3];

    for (uint32_t segment = 0; segment < syn_store_segments(archive->store); segment++) {
        syn_lookup lookup;
        need(syn_lookup_open(archive->store, segment, &lookup), "a lookup is opened");
        syn_lookup_seek(&lookup, hash, 0);
        for (size_t n = syn_lookup_next(&lookup, places, 3); n > 0; n = syn_lookup_next(&lookup, places, 3))
            for (size_t i = 0; i < n; i++) {
                uint32_t number, word, words;
                syn_arena arena = {0};
                syn_document d;
                need(syn_store_locate(archive->store, segment, places[i], &number, &word), "a place is in a document");
                if (!syn_store_holds(archive->store, number))
                    continue;
                need(syn_store_document(archive->store, number, false, &arena, &d, &words, &error), "it is read");
                law_hold(word < words, "a place is a word", "%u of %u", word, words);
                sum += syn_hash_mix(syn_hash(d.id, strlen(d.id)) + word);
                (*count)++;
                syn_arena_release(&arena);
            }
        need(lookup.status, "a lookup ends well");
        syn_lookup_close(&lookup);
    }
    return sum;
}

static uint64_t twin_places(uint64_t hash, const printed *all, size_t *count)
{
    uint64_t sum = 0, mask = ((uint64_t)1 << SYN_POSTING_BITS) - 1;

    for (size_t t = 0; t < twin_count; t++)
        for (size_t i = 0; i < all[t].count; i++)
            if ((all[t].prints[i] & mask) == (hash & mask)) {
                sum += syn_hash_mix(syn_hash(twin[t].id, strlen(twin[t].id)) + all[t].places[i]);
                (*count)++;
            }
    return sum;
}

static void law_places(void)
{
    printed *all = law_need(malloc((twin_count + 1) * sizeof *all));
    syn_sweep *sweep = NULL;

    need(syn_sweep_new(SYN_SWEEP_BEST, &sweep), "a sweep is made");
    for (size_t t = 0; t < twin_count; t++)
        print_text(sweep, twin[t].text, &all[t]);
    for (int i = 0; i < 25 && twin_count > 0; i++) {
        const printed *p = &all[law_chance((uint32_t)twin_count)];
        uint64_t hash = p->count > 0 && law_chance(5) ? p->prints[law_chance((uint32_t)p->count)] : law_state;
        size_t found = 0, wanted = 0;
        uint64_t a = index_places(hash, &found), b = twin_places(hash, all, &wanted);
        law_hold(a == b && found == wanted, "a fingerprint is found where it stands", "%zu places of %zu", found,
                 wanted);
    }
    syn_sweep_free(sweep);
    free(all);
}

static void tell_damage(void *context, const char *what)
{
    (void)context;
    printf("%s\n", what);
}

static void law_whole(void)
{
    uint64_t damages = 1;

    need(syn_index_verify(archive, &options, tell_damage, NULL, &damages, &error), "the index is verified");
    law_hold(damages == 0, "the index is whole", "%" PRIu64, damages);
}

static void law_all(void)
{
    law_listed();
    if (twin_count > 0)
        law_got(&twin[law_chance((uint32_t)twin_count)]);
    need(syn_store_begin(archive->store, &error), "a snapshot begins");
    for (int i = 0; i < 5 && twin_count > 0; i++)
        law_named(&twin[law_chance((uint32_t)twin_count)]);
    law_places();
    syn_store_end(archive->store);
}

static void step(void)
{
    uint32_t kind = law_chance(20);

    if (kind < 12)
        index_add();
    else if (kind < 16)
        index_remove();
    else if (kind < 18)
        reopen();
    else if (kind == 18)
        need(syn_index_compact(archive, &options, &error), "the index is compacted");
    else
        law_whole();
    if (law_chance(3) == 0)
        law_all();
}

static void remove_folder(void)
{
    char command[160];

    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    law_hold(system(command) == 0, "the folder is removed", "%s", folder);
}

int main(int argc, char **argv)
{
    const char *parent = getenv("TMPDIR");

    law_seed(argc, argv, 5150);
    syn_options_init(&options);
    options.thread_count = 2;
    snprintf(folder, sizeof folder, "%s/index_law_XXXXXX", parent && strlen(parent) < 32 ? parent : "/tmp");
    law_hold(mkdtemp(folder) != NULL, "a folder is made", "%s", folder);
    for (law_trial = 0; law_trial < TRIALS; ++law_trial) {
        snprintf(path, sizeof path, "%s/ix%u", folder, law_trial);
        twin_count = 0;
        need(syn_index_open(path, SYN_INDEX_CREATE, &archive, &error), "an index is made");
        for (int i = 0; i < STEPS; i++)
            step();
        law_all();
        law_whole();
        syn_index_close(archive);
    }
    remove_folder();
    return 0;
}
