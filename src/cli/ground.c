#include "cli/ground.h"

#include "cli/out.h"
#include "cli/place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool out_of_memory(void)
{
    return out_error("out of memory (close other programs)");
}

/* Indexes */

/** Where --against leads, and whether an index is there. */
typedef struct target {
    char *path;
    bool index;
    dev_t device;
    ino_t inode;
} target;

static bool find_target(const char *name, target *out)
{
    struct stat info;
    *out = (target){.path = place_find(name)};
    if (!out->path)
        return false;
    out->index = *name == '@' || syn_index_is(out->path);
    if (out->index && stat(out->path, &info) == 0) {
        out->device = info.st_dev;
        out->inode = info.st_ino;
    }
    return true;
}

/** A process opens an index once only, whatever names it has. */
static bool is_repeated(const target *targets, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (targets[i].index && targets[i].inode == targets[at].inode && targets[i].device == targets[at].device &&
            targets[at].inode != 0)
            return true;
    return false;
}

static bool open_index(ground_made *ground, const char *path, syn_index_mode mode)
{
    syn_error error = {.message = "out of memory (close other programs)"};
    syn_index *index = NULL;
    if (syn_index_open(path, mode, &index, &error) < 0)
        return out_error("%s", error.message);
    ground->indexes[ground->index_count++] = index;
    if (mode == SYN_INDEX_SCRATCH)
        ground->scratch = index;
    return true;
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

/** Files and folders as an index of their own. */
static bool open_scratch(ground_made *ground, const char *const *paths, size_t count)
{
    const char *folder = getenv("TMPDIR");
    syn_error error = {.message = "out of memory (close other programs)"};
    syn_added added = {0};
    if (!open_index(ground, folder && *folder ? folder : "/tmp", SYN_INDEX_SCRATCH))
        return false;
    if (syn_index_add(ground->scratch, paths, count, &ground->values->run, &added, &error) < 0)
        return out_error("%s", error.message);
    say_notes(ground, "--against", added.documents, added.skipped);
    return true;
}

static bool open_targets(ground_made *ground, target *targets, const char **paths)
{
    const opt_list *against = &ground->values->against;
    size_t path_count = 0;
    for (size_t i = 0; i < against->count; i++) {
        if (!find_target(against->at[i], &targets[i]))
            return false;
        if (!targets[i].index)
            paths[path_count++] = targets[i].path;
        else if (!is_repeated(targets, i) && !open_index(ground, targets[i].path, SYN_INDEX_READ))
            return false;
    }
    return path_count == 0 || open_scratch(ground, paths, path_count);
}

static bool open_all(ground_made *ground)
{
    size_t count = ground->values->against.count;
    target *targets = calloc(count, sizeof *targets);
    const char **paths = calloc(count, sizeof *paths);
    ground->indexes = calloc(count, sizeof(syn_index *));
    bool opened = targets && paths && ground->indexes ? open_targets(ground, targets, paths) : out_of_memory();
    for (size_t i = 0; targets && i < count; i++)
        free(targets[i].path);
    free(targets);
    free(paths);
    return opened;
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
    return read_known(out) && read_ignored(out) && open_all(out);
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
    for (size_t i = ground->index_count; i-- > 0;)
        syn_index_close(ground->indexes[i]);
    free(ground->indexes);
    for (size_t i = 0; i < ground->text_count; i++)
        free(ground->texts[i]);
    free(ground->texts);
    syn_corpus_free(ground->ignored);
    baseline_release(&ground->known);
    *ground = (ground_made){0};
}
