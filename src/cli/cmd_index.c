#include "cli/index.h"

#include "cli/place.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** One of the things that can be done with an index. */
typedef struct verb {
    const char *name, *usage;
    index_work *work;
    syn_index_mode mode;
    size_t least, most; /* arguments behind the index, --files-from counted as one */
    bool lists, prints; /* takes --files-from, -f */
} verb;

static int trouble(const syn_error *error)
{
    out_error("%s", error->message);
    return CMD_TROUBLE;
}

static int add(const index_job *job)
{
    syn_added added = {0};
    syn_error error = {.message = "out of memory (give it fewer texts)"};
    if (syn_index_add(job->index, job->names.at, job->names.count, &job->values->run, &added, &error) < 0)
        return trouble(&error);
    if (!job->values->quiet)
        out_error("%s: %" PRIu64 " added (%" PRIu64 " words), %" PRIu64 " known, %" PRIu64 " replaced, %" PRIu64
                  " passed over",
                  job->name, added.documents, added.words, added.known, added.replaced, added.skipped);
    return CMD_DONE;
}

/** An id that is named twice is removed once, so what is gone is counted. */
static int drop(const index_job *job)
{
    syn_index_stats before = {0}, after = {0};
    syn_error error = {.message = "out of memory (give it fewer ids)"};
    if (syn_index_measure(job->index, &before, &error) < 0 ||
        syn_index_remove(job->index, job->names.at, job->names.count, &error) < 0 ||
        syn_index_measure(job->index, &after, &error) < 0)
        return trouble(&error);
    if (!job->values->quiet)
        out_error("%s: %" PRIu64 " removed (syndic index compact %s takes their bytes off the disk)", job->name,
                  before.documents - after.documents, job->name);
    return CMD_DONE;
}

static void say_damage(void *context, const char *what)
{
    (void)context;
    out_plain(stdout, what, strlen(what), false);
    putchar('\n');
}

static int verify(const index_job *job)
{
    uint64_t damages = 0;
    syn_error error = {.message = "out of memory (close other programs)"};
    if (syn_index_verify(job->index, &job->values->run, say_damage, NULL, &damages, &error) < 0)
        return trouble(&error);
    if (fflush(stdout) != 0) {
        out_stdout_failed();
        return CMD_TROUBLE;
    }
    if (damages)
        out_error("%s: %" PRIu64 " %s found (make the index anew from its texts)", job->name, damages,
                  damages == 1 ? "damage" : "damages");
    else if (!job->values->quiet)
        out_error("%s: whole", job->name);
    return damages ? CMD_TROUBLE : CMD_DONE;
}

static int compact(const index_job *job)
{
    syn_index_stats before = {0}, after = {0};
    syn_error error = {.message = "out of memory (close other programs)"};
    if (syn_index_measure(job->index, &before, &error) < 0 ||
        syn_index_compact(job->index, &job->values->run, &error) < 0 ||
        syn_index_measure(job->index, &after, &error) < 0)
        return trouble(&error);
    if (!job->values->quiet)
        out_error("%s: %" PRIu64 " bytes, were %" PRIu64, job->name, after.file_bytes, before.file_bytes);
    return CMD_DONE;
}

static const verb verbs[] = {
    {"add", "FILE...", add, SYN_INDEX_CREATE, 1, SIZE_MAX, true, false},
    {"rm", "ID...", drop, SYN_INDEX_WRITE, 1, SIZE_MAX, true, false},
    {"ls", "", index_list, SYN_INDEX_READ, 0, 0, false, true},
    {"show", "ID...", index_show, SYN_INDEX_READ, 1, SIZE_MAX, false, true},
    {"stats", "", index_stats, SYN_INDEX_READ, 0, 0, false, true},
    {"verify", "", verify, SYN_INDEX_READ, 0, 0, false, false},
    {"compact", "", compact, SYN_INDEX_WRITE, 0, 0, false, false},
};
enum { verb_count = sizeof verbs / sizeof *verbs };

static const verb *find_verb(const char *name)
{
    const char *names[verb_count];
    for (size_t i = 0; i < verb_count; i++) {
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
        names[i] = verbs[i].name;
    }
    const char *nearest = opt_nearest(name, names, verb_count);
    if (nearest)
        out_error("index: \"%s\" is not known (did you mean %s?)", name, nearest);
    else
        out_error("index: \"%s\" is not known (give add, rm, ls, show, stats, verify or compact)", name);
    return NULL;
}

/** Options and arguments that this verb has no use for, or needs. */
static bool fits(const verb *v, const opt_values *values)
{
    index_form form;
    size_t count = values->paths.count + (values->files_from != NULL);
    if (values->files_from && !v->lists)
        return out_error("--files-from: syndic index %s does not take it (add and rm do)", v->name);
    if (values->format && !v->prints)
        return out_error("-f: syndic index %s does not take it (ls, show and stats do)", v->name);
    if (count < v->least + 2 || count - 2 > v->most)
        return out_error("index %s: needs %s (syndic index %s INDEX%s%s)", v->name,
                         v->most ? "an index and more" : "an index and nothing else", v->name, *v->usage ? " " : "",
                         v->usage);
    return index_pick_form(values->format, &form);
}

static bool open_index(const verb *v, index_job *job)
{
    syn_error error = {.message = "out of memory (close other programs)"};
    char *path = place_find(job->name);
    bool opened = path && (*job->name != '@' || v->mode != SYN_INDEX_CREATE || place_make(path));
    if (opened && syn_index_open(path, v->mode, &job->index, &error) < 0)
        opened = out_error("%s", error.message);
    free(path);
    return opened;
}

static int run_verb(const verb *v, opt_values *values)
{
    index_job job = {.values = values, .name = values->paths.at[1]};
    opt_values rest = *values; /* the arguments behind the index */
    watch_clock watch = {0};
    int code = CMD_TROUBLE;
    rest.paths.at += 2;
    rest.paths.count -= 2;
    watch_start(&watch, values->stages, watch_wanted(values->quiet), &values->run);
    if (list_make(&rest, &job.names) && open_index(v, &job))
        code = v->work(&job);
    watch_end(&watch);
    syn_index_close(job.index);
    list_release(&job.names);
    return code;
}

static int run(opt_values *values)
{
    if (values->paths.count < 1)
        return cmd_misused(&cmd_index, "needs to know what to do");
    const verb *v = find_verb(values->paths.at[0]);
    if (!v)
        return CMD_TROUBLE;
    if (values->paths.count < 2)
        return cmd_misused(&cmd_index, "needs an index");
    return fits(v, values) ? run_verb(v, values) : CMD_TROUBLE;
}

const cmd cmd_index = {
    .name = "index",
    .usage = "add|rm|ls|show|stats|verify|compact INDEX [options] [FILE|ID...]",
    .brief = "keeps a collection that check holds new texts against",
    .about = "  add INDEX FILE...   adds files, folders and JSONL; makes the index when there is none\n"
             "  rm INDEX ID...      removes texts; compact takes their bytes off the disk\n"
             "  ls INDEX            lists the texts\n"
             "  show INDEX ID...    shows texts with what is known of them\n"
             "  stats INDEX         how much there is\n"
             "  verify INDEX        reads all of it and names every damage\n"
             "  compact INDEX       writes it anew, without what was removed\n\n"
             "INDEX is a folder, or @NAME: $XDG_DATA_HOME/syndic/NAME or ~/.local/share/syndic/NAME.\n",
    .run = run,
};
