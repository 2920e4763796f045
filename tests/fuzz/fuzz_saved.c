/* Any bytes as a saved result: refused with one line, or as total as a result that was just made, so that every
 * report of it can be written.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_saved.c     for searching
 *      cc -DREPLAY ... && ./fuzz_saved FILE...                                   for replaying
 */
#include "base/buf.h"
#include "ingest/saved.h"
#include "syndic/changes.h"
#include "syndic/report.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static void check_indices(const syn_saved *s)
{
    const syn_result_view *v = &s->view;
    for (size_t i = v->checked_count + 1; i < s->document_count; i++)
        assert(strcmp(s->documents[i - 1].id, s->documents[i].id) < 0);
    for (size_t i = 0; i < v->passage_count; i++) {
        const syn_passage *p = &v->passages[i];
        assert(p->id == i + 1 && p->witness_count >= 2 && p->representative < p->witness_count);
        assert(p->witness_first + p->witness_count <= v->witness_count);
    }
    for (size_t i = 0; i < v->witness_count; i++) {
        const syn_witness *w = &v->witnesses[i];
        assert(w->document < s->document_count && w->span.begin < w->span.end);
        assert(w->credit == SYN_NONE || v->credits[w->credit].document == w->document);
    }
    for (size_t i = 0; i < v->checked_count; i++) {
        const syn_checked *c = &v->checked[i];
        assert(v->is_check && c->document == i && i < s->document_count && c->words <= v->shares[i].words);
        assert(c->counted_first + c->counted_count <= v->counted_count);
        assert(c->version_first + c->version_count <= v->version_count);
    }
    for (size_t i = 0; i < v->counted_count; i++)
        assert(v->counted[i].passage < v->passage_count);
    for (size_t i = 0; i < v->pair_count; i++)
        assert(v->pairs[i].a < v->pairs[i].b && v->pairs[i].b < s->document_count);
    for (size_t i = 0; i < v->match_count; i++)
        assert(v->matches[i].passage < v->passage_count);
    for (size_t i = 0; i < v->source_count; i++)
        assert(v->sources[i].seen == (v->sources[i].document != SYN_NONE));
    for (size_t i = 0; i < v->descent_count; i++)
        assert(v->descents[i].source < v->source_count && v->descents[i].to < s->document_count);
}

/** Written, read and written again it is the same. */
static void check_reports(const syn_result *result)
{
    syn_buf text = {0}, json = {0};
    syn_sink to_text = {.write = keep, .context = &text}, to_json = {.write = keep, .context = &json};
    const syn_terminal terminal = {.all = true, .side_by_side = !syn_result_get(result)->traced};
    syn_changes *changes = NULL;
    syn_saved saved = {0};
    syn_error error = {0};
    assert(syn_report_json(result, &to_json, NULL) == SYN_OK);
    assert(syn_saved_read("again", json.bytes, json.len, NULL, &saved, &error) == SYN_OK);
    syn_saved_release(&saved);
    assert(syn_report_terminal(result, &terminal, &to_text, NULL) == SYN_OK);
    assert(syn_report_html(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_csv(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_jsonl(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_dot(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_gexf(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_markdown(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_sarif(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_report_github(result, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_changes_make(result, result, &changes, NULL) == SYN_OK && syn_changes_count(changes) == 0);
    assert(syn_changes_terminal(changes, NULL, &to_text, NULL) == SYN_OK);
    assert(syn_changes_json(changes, &to_text, NULL) == SYN_OK);
    syn_changes_free(changes);
    syn_buf_release(&text);
    syn_buf_release(&json);
}

/** The same bytes through the front door; with `options` the texts of the seeds are read too, where they are in the
 *  working folder (result.json was made of a.txt and b.txt, whose sentences its excerpts show). */
static void read_file(const char *bytes, size_t size, const syn_options *options)
{
    char path[64];
    syn_corpus *corpus = NULL;
    syn_result *result = NULL;
    int file = memfd_create("result", MFD_CLOEXEC);
    assert(file >= 0 && write(file, bytes, size) == (ssize_t)size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (syn_result_read(path, options, &corpus, &result, NULL) == SYN_OK) {
        check_reports(result);
        syn_result_free(result);
        syn_corpus_free(corpus);
    }
    close(file);
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = malloc(size ? size : 1);
    if (!bytes)
        return 0;
    if (size)
        memcpy(bytes, data, size);
    syn_saved saved = {0};
    syn_error error = {0};
    syn_options options;
    syn_options_init(&options);
    if (syn_saved_read("result.json", bytes, size, NULL, &saved, &error) == SYN_OK) {
        check_indices(&saved);
        syn_saved_release(&saved);
        read_file(bytes, size, NULL);
        read_file(bytes, size, &options);
    } else {
        assert(error.status == SYN_INPUT && strncmp(error.message, "result.json", 11) == 0);
        assert(!strchr(error.message, '\n') && !saved.documents);
    }
    free(bytes);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
