#include "cli/flow.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    ROUND_MOST = 64, /* names checked before any of them is answered */
    ROUND_BYTES = 1 << 24, /* of texts, which wait in memory */
    NAMES_STEP = 4096
};

/* A name that was taken, and what it holds or why it cannot be read. */
typedef struct asked {
    char *name;
    syn_corpus *corpus;
    char why[512];
} asked;

/* A list of names on its way in. */
typedef struct names {
    const char *path;
    int file;
    char separator;
    bool ended;
    char *bytes;
    size_t begin, count, capacity;
} names;

typedef struct flow {
    ground_made *ground;
    out_target *target;
    syn_options options;
    bool over, troubled; /* some text was; some name could not be read */
    bool stopped;        /* nothing can be written any more */
    asked round[ROUND_MOST];
    size_t count;        /* of the round */
    uint64_t bytes;      /* of its texts */
} flow;

static syn_status hand_on(void *context, const void *bytes, size_t count)
{
    flow *f = context;
    f->stopped = f->stopped || !out_bytes(f->target, bytes, count);
    return f->stopped ? SYN_IO : SYN_OK;
}

static void answer(flow *f, const syn_result *result)
{
    const syn_result_view *view = syn_result_get(result);
    syn_sink sink = {.write = hand_on, .context = f};
    syn_error error = {.message = "out of memory (close other programs)"};
    for (size_t i = 0; i < view->checked_count && !f->stopped; i++) {
        f->over = f->over || view->checked[i].over;
        if (syn_report_check_line(result, i, &sink, &error) < 0 && !f->stopped)
            f->troubled = !out_error("%s", error.message);
    }
}

static void answer_unread(flow *f, const char *name, const char *why)
{
    syn_sink sink = {.write = hand_on, .context = f};
    syn_error error = {.message = "out of memory (close other programs)"};
    if (syn_report_unread_line(name, why, &sink, &error) < 0 && !f->stopped)
        f->troubled = !out_error("%s", error.message);
}

static void answer_trouble(flow *f, const char *name, const char *why)
{
    f->troubled = !out_error("%s", why);
    answer_unread(f, name, why);
}

/** Reads the texts of a name: a file has one, a folder or JSONL more, and each is answered by itself. */
static void take_name(flow *f, const char *name)
{
    asked *a = &f->round[f->count];
    syn_options alone = f->options;
    syn_error error = {.message = "out of memory (close other programs)"};
    alone.thread_count = 1; /* one file is too little work to be shared out */
    *a = (asked){.name = strdup(name)};
    if (!a->name || syn_corpus_new(&a->corpus) < 0 || syn_corpus_read(a->corpus, &name, 1, &alone, &error) < 0)
        snprintf(a->why, sizeof a->why, "%s", error.message);
    for (size_t i = 0; !*a->why && i < syn_corpus_count(a->corpus); i++)
        f->bytes += syn_corpus_get(a->corpus, i)->text_bytes;
    f->count++;
}

static void answer_asked(flow *f, asked *a, const syn_result *result, const syn_error *error)
{
    const size_t skips = a->corpus ? syn_corpus_skip_count(a->corpus) : 0;
    if (*a->why) {
        answer_trouble(f, a->name ? a->name : "", a->why);
        return;
    }
    for (size_t i = 0; i < skips && !f->stopped; i++) {
        const syn_skip *skip = syn_corpus_skip_get(a->corpus, i);
        answer_unread(f, skip->path, skip->why);
    }
    if (f->stopped || syn_corpus_count(a->corpus) == 0) {
        if (!f->stopped && skips == 0)
            answer_unread(f, a->name, "no text is there (nothing to check)");
        return;
    }
    if (!result) {
        answer_trouble(f, a->name, error->message);
        return;
    }
    ground_see(f->ground, result);
    answer(f, result);
}

/** Checks what was taken, all workers at once, and answers in the order of taking. */
static void check_round(flow *f)
{
    const ground_made *ground = f->ground;
    const syn_corpus *fresh[ROUND_MOST] = {NULL};
    syn_result *results[ROUND_MOST] = {NULL};
    syn_error errors[ROUND_MOST], error = {.message = "out of memory (close other programs)"};
    size_t count = 0, next = 0;
    for (size_t i = 0; i < f->count; i++)
        if (!*f->round[i].why && syn_corpus_count(f->round[i].corpus) > 0)
            fresh[count++] = f->round[i].corpus;
    if (syn_check_each(fresh, count, ground->against.indexes, ground->against.index_count, &ground->gate, &f->options,
                       results, errors, &error) < 0)
        for (size_t i = 0; i < count; i++)
            errors[i] = error;
    for (size_t i = 0; i < f->count; i++) {
        asked *a = &f->round[i];
        const bool checked = !*a->why && syn_corpus_count(a->corpus) > 0;
        if (!f->stopped)
            answer_asked(f, a, checked ? results[next] : NULL, checked ? &errors[next] : NULL);
        next += checked;
        syn_corpus_free(a->corpus);
        free(a->name);
    }
    for (size_t i = 0; i < count; i++)
        syn_result_free(results[i]);
    f->count = 0;
    f->bytes = 0;
}

static void check_name(flow *f, const char *name)
{
    take_name(f, name);
    if (f->count == ROUND_MOST || f->bytes >= ROUND_BYTES)
        check_round(f);
}

/** The next name in the buffer; NULL when none is whole. */
static char *next_name(names *n)
{
    char *name = n->bytes + n->begin, *end = NULL;
    if (n->count > n->begin)
        end = memchr(name, n->separator, n->count - n->begin);
    if (!end && !(n->ended && n->count > n->begin))
        return NULL;
    if (!end)
        end = n->bytes + n->count;
    n->begin = (size_t)(end - n->bytes) + 1;
    *end = '\0';
    if (n->separator == '\n' && end > name && end[-1] == '\r')
        end[-1] = '\0';
    return name;
}

/** Whether names end otherwise than they should: each would hide those behind it. */
static bool is_misread(const names *n, size_t got)
{
    return n->separator != '\0' && memchr(n->bytes + n->count, '\0', got) != NULL;
}

static bool cannot_read(const char *path)
{
    return out_error("%s: cannot be read: %s (check the path)", path, strerror(errno));
}

/** Reads more of the list, waiting for it when nothing is there yet. False after one line. */
static bool read_more(names *n)
{
    if (n->begin > 0 && n->begin <= n->count)
        memmove(n->bytes, n->bytes + n->begin, n->count -= n->begin);
    else if (n->begin > n->count)
        n->count = 0;
    n->begin = 0;
    if (n->capacity - n->count < NAMES_STEP) {
        char *larger = realloc(n->bytes, n->capacity + 2 * NAMES_STEP + 1);
        if (!larger)
            return out_error("out of memory (close other programs)");
        n->bytes = larger;
        n->capacity += 2 * NAMES_STEP;
    }
    const ssize_t got = read(n->file, n->bytes + n->count, NAMES_STEP);
    n->ended = got == 0;
    if (got < 0 && errno != EINTR)
        return cannot_read(n->path);
    if (got > 0 && is_misread(n, (size_t)got))
        return out_error("%s: its paths end with NUL bytes (give -0 too)", n->path);
    n->count += got > 0 ? (size_t)got : 0;
    return true;
}

/** Names as they come: what stands in the pipe is taken, and what was taken is answered before more is waited for. */
static bool check_names(flow *f, int file)
{
    const opt_values *values = f->ground->values;
    names n = {.path = values->files_from, .file = file, .separator = values->zero ? '\0' : '\n'};
    bool done = true;
    while (!f->stopped && done && !n.ended) {
        struct pollfd ready = {.fd = file, .events = POLLIN};
        if (f->count > 0 && poll(&ready, 1, 0) == 0)
            check_round(f);
        done = read_more(&n);
        for (char *name; done && !f->stopped && (name = next_name(&n));) {
            if (strcmp(name, "-") == 0) {
                check_round(f);
                answer_trouble(f, name, "-: standard input is no text of a list (./- is a file of that name)");
            } else if (*name) {
                check_name(f, name);
            }
        }
    }
    check_round(f);
    free(n.bytes);
    return done;
}

static void check_list(flow *f)
{
    const opt_values *values = f->ground->values;
    const bool from_stdin = strcmp(values->files_from, "-") == 0;
    const int file = from_stdin ? STDIN_FILENO : open(values->files_from, O_RDONLY | O_CLOEXEC);
    if (!(file < 0 ? cannot_read(values->files_from) : check_names(f, file)))
        f->troubled = true;
    if (file >= 0 && !from_stdin)
        close(file);
}

/** Of a text that was not read nothing is known, so no line of the baseline is stale for it. */
static bool end_ground(const flow *f)
{
    const opt_values *values = f->ground->values;
    if (!f->troubled)
        return ground_end(f->ground);
    return !values->update_baseline ||
           out_error("%s: stays as it was, as not all texts could be read (mend that, then run it again)",
                     values->baseline);
}

int flow_run(const cmd_job *job, ground_made *ground)
{
    flow f = {.ground = ground, .target = &job->targets[0], .options = job->values->run};
    f.options.progress = NULL; /* its line would stand among the answers */
    for (size_t i = 0; i < job->paths.count && !f.stopped; i++)
        check_name(&f, job->paths.at[i]);
    check_round(&f);
    if (!f.stopped)
        check_list(&f);
    if (f.stopped || !end_ground(&f) || f.troubled)
        return CMD_TROUBLE;
    return f.over && !job->values->update_baseline ? CMD_OVER : CMD_DONE;
}
