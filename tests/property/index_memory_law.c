/** Each allocation failing in turn while an index is made, added to, removed from, checked against, verified and
 *  compacted: the call says so and leaves the index as it was, so that the same call then succeeds, and all that is
 *  found afterwards is the same.
 *
 *      index_memory_law [seed]
 *
 *  Under AddressSanitizer a leak or a use of what was not made ends it.
 */
#include "support/collection.h"
#include "support/oom.h"
#include "syndic/store.h"

#include <limits.h>
#include <unistd.h>

enum { ALL_BELOW = 300, DISK_STEP = 41, WORDS = 40 };

/* What one trial goes through. */
typedef struct trial {
    char folder[64], path[80];
    syn_index_mode mode;
    syn_index *index;
    syn_corpus *parts[2], *fresh[2];
    syn_options options;
    syn_gate gate;
    uint64_t sum;
} trial;

typedef syn_status act(trial *t, syn_error *error);

static syn_corpus *make_corpus(uint32_t first, uint32_t count, uint32_t shared)
{
    collection c = {0};
    uint32_t words[WORDS];
    for (uint32_t i = 0; i < WORDS; ++i)
        words[i] = shared + i;
    for (uint32_t number = first; number < first + count; ++number) {
        written *d = collection_add(&c);
        for (uint32_t i = 0; i < 20; ++i)
            write_word(d, 1000 * number + 5000 + i);
        write_run(d, words + number % 5, WORDS - 5);
    }
    for (uint32_t i = 0; i < c.count; ++i)
        snprintf(c.documents[i].id, sizeof c.documents[i].id, "d%02u", first + i);
    syn_corpus *corpus = collection_corpus(&c, NULL);
    collection_release(&c);
    return corpus;
}

static void add_up(trial *t, const void *bytes, size_t count)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; ++i)
        t->sum = t->sum * 31 + at[i];
}

static syn_status take(void *context, const void *bytes, size_t count)
{
    add_up(context, bytes, count);
    return SYN_OK;
}

static syn_status open_index(trial *t, syn_error *error)
{
    return syn_index_open(t->path, t->mode, &t->index, error);
}

static syn_status add_part(trial *t, unsigned part, syn_error *error)
{
    syn_added added = {0};
    syn_status status = syn_index_add_corpus(t->index, t->parts[part], &t->options, &added, error);
    law_hold(status < 0 || added.documents == syn_corpus_count(t->parts[part]), "a failed addition leaves nothing behind",
             "%llu documents", (unsigned long long)added.documents);
    return status;
}

static syn_status add_first(trial *t, syn_error *error)
{
    return add_part(t, 0, error);
}

static syn_status add_second(trial *t, syn_error *error)
{
    return add_part(t, 1, error);
}

static syn_status remove_one(trial *t, syn_error *error)
{
    return syn_index_remove(t->index, (const char *[]){"d02", "d05"}, 2, error);
}

static syn_status report(trial *t, const syn_result *result, syn_error *error)
{
    const uint64_t before = t->sum;
    const syn_sink sink = {.write = take, .context = t};
    syn_status status = syn_report_json(result, &sink, error);
    if (status < 0)
        t->sum = before;
    return status;
}

static syn_status check_one(trial *t, syn_error *error)
{
    syn_result *result = NULL;
    syn_status status = syn_check(t->fresh[0], &t->index, 1, &t->gate, &t->options, &result, error);
    law_hold((status == SYN_OK) == (result != NULL), "a failure leaves its output untouched", "%d", status);
    if (status == SYN_OK)
        status = report(t, result, error);
    syn_result_free(result);
    return status;
}

static syn_status check_both(trial *t, syn_error *error)
{
    const syn_corpus *const fresh[2] = {t->fresh[0], t->fresh[1]};
    syn_result *results[2] = {NULL, NULL};
    syn_error errors[2] = {0};
    const uint64_t before = t->sum;
    syn_status status = syn_check_each(fresh, 2, &t->index, 1, &t->gate, &t->options, results, errors, error);
    for (int i = 0; i < 2 && status == SYN_OK; ++i) {
        law_hold((results[i] != NULL) == (errors[i].message[0] == '\0'), "each text has a result or words", "%d: %s", i, errors[i].message);
        if (results[i] != NULL) {
            status = report(t, results[i], error);
        } else {
            *error = errors[i];
            status = SYN_MEMORY;
        }
    }
    for (int i = 0; i < 2; ++i)
        syn_result_free(results[i]);
    if (status < 0)
        t->sum = before;
    return status;
}

static syn_status name_one(void *context, const syn_document *document, uint32_t words)
{
    add_up(context, document->id, strlen(document->id));
    add_up(context, &words, sizeof words);
    return SYN_OK;
}

static syn_status list_all(trial *t, syn_error *error)
{
    const uint64_t before = t->sum;
    syn_status status = syn_index_list(t->index, name_one, t, error);
    if (status < 0)
        t->sum = before;
    return status;
}

static syn_status get_one(trial *t, syn_error *error)
{
    syn_corpus *corpus = NULL;
    syn_status status = syn_corpus_new(&corpus);
    if (status < 0)
        strcpy(error->message, "?"); /* syn_corpus_new has no place for words */
    if (status == SYN_OK)
        status = syn_index_get(t->index, "d03", corpus, error);
    if (status == SYN_OK)
        add_up(t, syn_corpus_get(corpus, 0)->text, syn_corpus_get(corpus, 0)->text_bytes);
    syn_corpus_free(corpus);
    return status;
}

static void tell_damage(void *context, const char *what)
{
    (void)context;
    law_hold(false, "an index is whole after short memory", "%s", what);
}

static syn_status verify(trial *t, syn_error *error)
{
    uint64_t damages = 0;
    return syn_index_verify(t->index, &t->options, tell_damage, NULL, &damages, error);
}

static syn_status compact(trial *t, syn_error *error)
{
    return t->mode == SYN_INDEX_SCRATCH ? SYN_OK : syn_index_compact(t->index, &t->options, error);
}

static syn_status open_again(trial *t, syn_error *error)
{
    if (t->mode == SYN_INDEX_SCRATCH)
        return SYN_OK;
    syn_index_close(t->index);
    t->index = NULL;
    return syn_index_open(t->path, SYN_INDEX_READ, &t->index, error);
}

static act *const acts[] = {open_index, add_first, add_second, remove_one, check_one, check_both, list_all, get_one,
                            verify, compact, open_again, check_one};

/* Each act, and once more where it failed. */
static void go_through(trial *t)
{
    for (size_t i = 0; i < sizeof acts / sizeof *acts; ++i) {
        syn_error error = {0};
        syn_status status = acts[i](t, &error);
        law_hold(status == SYN_OK || status == SYN_MEMORY, "short memory is said to be that", "act %zu: %d: %s", i, status, error.message);
        law_hold(status == SYN_OK || oom_struck(), "nothing fails unasked", "act %zu: %s", i, error.message);
        law_hold(status == SYN_OK || error.message[0] != '\0', "short memory comes with words", "act %zu", i);
        if (status < 0)
            status = acts[i](t, &error);
        law_hold(status == SYN_OK, "what failed succeeds when there is memory", "act %zu: %s", i, error.message);
    }
}

static void empty_folder(trial *t)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s/ix'", t->folder);
    law_hold(t->mode == SYN_INDEX_SCRATCH || system(command) == 0, "a folder is emptied", "%s", command);
}

static bool law_failure(trial *t, long at, uint64_t *expected)
{
    t->sum = 0;
    t->index = NULL;
    law_trial = (uint32_t)at;
    oom_after(at);
    go_through(t);
    oom_never();
    syn_index_close(t->index);
    empty_folder(t);
    if (*expected == 0)
        *expected = t->sum;
    law_hold(t->sum == *expected, "what is found is the same", "allocation %ld", at);
    return oom_struck();
}

static void law_all(trial *t, syn_index_mode mode)
{
    uint64_t expected = 0;
    long at = 0;
    t->mode = mode;
    snprintf(t->path, sizeof t->path, mode == SYN_INDEX_SCRATCH ? "%s" : "%s/ix", t->folder);
    law_failure(t, LONG_MAX, &expected);
    while (law_failure(t, at, &expected))
        at += mode == SYN_INDEX_SCRATCH && at < ALL_BELOW ? 1 : DISK_STEP + at / 64;
    printf("mode %d: %ld allocations\n", (int)mode, at);
}

int main(int argc, char **argv)
{
    trial t = {.folder = "/tmp/syndic-memory-XXXXXX"};
    law_seed(argc, argv, 20261122);
    law_hold(mkdtemp(t.folder) != NULL, "a folder is made", "%s", t.folder);
    syn_options_init(&t.options);
    syn_gate_init(&t.gate);
    t.options.thread_count = 2;
    t.gate.ignored = (const char *const[]){"A line of ours.\nAnd a longer line that is set wording of ours."};
    t.gate.ignored_count = 1;
    t.parts[0] = make_corpus(0, 6, 0);
    t.parts[1] = make_corpus(6, 3, 20);
    t.fresh[0] = make_corpus(20, 1, 0);
    t.fresh[1] = make_corpus(21, 1, 20);
    law_all(&t, SYN_INDEX_SCRATCH);
    law_all(&t, SYN_INDEX_CREATE);
    for (int i = 0; i < 2; ++i) {
        syn_corpus_free(t.parts[i]);
        syn_corpus_free(t.fresh[i]);
    }
    law_hold(rmdir(t.folder) == 0, "nothing is left in the folder", "%s", t.folder);
    return 0;
}
