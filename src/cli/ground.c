#include "cli/ground.h"

#include "cli/out.h"

#include <stdlib.h>
#include <string.h>

static bool out_of_memory(void)
{
    return out_error("out of memory (close other programs)");
}

/** What the reader should know of an option's files; the report tells of those of new texts only. */
static void say_notes(const ground_made *ground, const char *option, uint64_t count, uint64_t skipped)
{
    if (ground->values->quiet)
        return;
    if (skipped)
        out_error("%llu %s of %s passed over", (unsigned long long)skipped, skipped == 1 ? "file" : "files", option);
    if (count == 0)
        out_error("no texts found in %s", option);
}

/** Files and folders as an index of their own, beside the others. */
static bool open_scratch(ground_made *ground)
{
    against_found *against = &ground->against;
    const char *folder = getenv("TMPDIR");
    syn_error error = {.message = "out of memory (close other programs)"};
    syn_added added = {0};
    if (syn_index_open(folder && *folder ? folder : "/tmp", SYN_INDEX_SCRATCH, &ground->scratch, &error) < 0)
        return out_error("%s", error.message);
    against->indexes[against->index_count++] = ground->scratch;
    if (syn_index_add(ground->scratch, against->paths, against->path_count, &ground->values->run, &added, &error) < 0)
        return out_error("%s", error.message);
    say_notes(ground, "--against", added.documents, added.skipped);
    return true;
}

/* What does not count */

static bool copy_texts(ground_made *ground)
{
    size_t count = syn_corpus_count(ground->ignored);
    ground->texts = calloc(count + 1, sizeof *ground->texts);
    for (; ground->texts && ground->text_count < count; ground->text_count++) {
        const syn_document *document = syn_corpus_get(ground->ignored, ground->text_count);
        char *text = malloc(document->text_bytes + 1);
        if (!text)
            return out_of_memory();
        memcpy(text, document->text, document->text_bytes);
        text[document->text_bytes] = '\0';
        ground->texts[ground->text_count] = text;
    }
    ground->gate.ignored = (const char *const *)ground->texts;
    ground->gate.ignored_count = ground->text_count;
    return ground->texts || out_of_memory();
}

static bool read_ignored(ground_made *ground)
{
    const opt_values *values = ground->values;
    syn_error error = {.message = "out of memory (close other programs)"};
    if (values->ignored.count == 0)
        return true;
    if (syn_corpus_new(&ground->ignored) < 0)
        return out_of_memory();
    if (syn_corpus_read(ground->ignored, values->ignored.at, values->ignored.count, &values->run, &error) < 0)
        return out_error("%s", error.message);
    say_notes(ground, "--ignore", syn_corpus_count(ground->ignored), syn_corpus_skip_count(ground->ignored));
    return copy_texts(ground);
}

static bool read_known(ground_made *ground)
{
    const opt_values *values = ground->values;
    if (!values->baseline)
        return true;
    if (!baseline_read(values->baseline, values->update_baseline, &ground->known))
        return false;
    ground->gate.known = ground->known.keys;
    ground->gate.known_count = ground->known.line_count;
    return true;
}

bool ground_make(const opt_values *values, ground_made *out)
{
    *out = (ground_made){.values = values, .gate = values->gate};
    return read_known(out) && read_ignored(out) && against_open(&values->against, &out->against) &&
           (out->against.path_count == 0 || open_scratch(out));
}

void ground_see(ground_made *ground, const syn_result *result)
{
    if (ground->values->baseline)
        baseline_see(&ground->known, syn_result_get(result));
}

bool ground_end(ground_made *ground)
{
    const opt_values *values = ground->values;
    if (values->update_baseline)
        return baseline_write(&ground->known, values->quiet);
    return !values->baseline || values->quiet || baseline_say_stale(&ground->known);
}

void ground_release(ground_made *ground)
{
    against_release(&ground->against);
    for (size_t i = 0; i < ground->text_count; i++)
        free(ground->texts[i]);
    free(ground->texts);
    syn_corpus_free(ground->ignored);
    baseline_release(&ground->known);
    *ground = (ground_made){0};
}
