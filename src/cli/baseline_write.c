#include "cli/baseline.h"

#include "cli/out.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/** By key; of equal ones the one with a note is first. */
static int order(const void *a, const void *b)
{
    const baseline_line *x = a, *y = b;
    int by_key = memcmp(x->key, y->key, sizeof x->key);
    if (by_key)
        return by_key;
    if (!x->note != !y->note)
        return x->note ? -1 : 1;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return strcmp(x->few, y->few);
}

size_t baseline_settle(baseline_line *lines, size_t count)
{
    size_t kept = 0;
    if (count > 1)
        qsort(lines, count, sizeof *lines, order);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(lines[kept - 1].key, lines[i].key) != 0)
            lines[kept++] = lines[i];
    return kept;
}

static baseline_line *find_listed(const baseline *known, const char *key)
{
    baseline_line wanted = {0};
    size_t low = 0, high = known->line_count;
    memcpy(wanted.key, key, sizeof wanted.key);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int way = strcmp(known->lines[middle].key, wanted.key);
        if (way == 0)
            return &known->lines[middle];
        if (way < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/** White space, and what would steer a terminal, becomes one blank; so does "#", which would begin a note. */
static size_t flatten(const char *text, size_t count, char *to, size_t room)
{
    size_t used = 0;
    for (size_t i = 0; i < count && used < room;) {
        size_t steering = out_steers(text + i, count - i);
        if (steering == 0 && text[i] != ' ' && text[i] != '#')
            to[used++] = text[i];
        else if (used > 0 && to[used - 1] != ' ')
            to[used++] = ' ';
        i += steering ? steering : 1;
    }
    return used;
}

/** The first words of a passage, cut where a word ends, or else a character. */
static void take_few(const syn_result_view *view, const syn_passage *passage, char out[baseline_few_bytes + 1])
{
    const syn_witness *witness = &view->witnesses[passage->witness_first + passage->representative];
    const syn_document *document = syn_corpus_get(view->corpus, witness->document);
    char flat[baseline_few_bytes + 1];
    size_t begin = (size_t)witness->span.begin, end = (size_t)witness->span.end, used = 0;
    if (document->text && begin < end && end <= document->text_bytes)
        used = flatten(document->text + begin, end - begin, flat, sizeof flat);
    if (used > baseline_few_bytes) {
        size_t cut = baseline_few_bytes;
        while (cut > baseline_few_bytes / 2 && flat[cut] != ' ')
            cut--;
        if (flat[cut] != ' ')
            for (cut = baseline_few_bytes; cut > 0 && ((unsigned char)flat[cut] & 0xC0) == 0x80;)
                cut--;
        used = cut;
    }
    used -= used > 0 && flat[used - 1] == ' ';
    memcpy(out, flat, used);
    out[used] = '\0';
}

static bool has_room(baseline *known)
{
    if (known->found_count < known->found_capacity)
        return true;
    known->found_count = baseline_settle(known->found, known->found_count);
    if (known->found_count < known->found_capacity / 2)
        return true;
    size_t capacity = known->found_capacity ? known->found_capacity * 2 : 64;
    baseline_line *larger = realloc(known->found, capacity * sizeof *larger);
    if (!larger)
        return false;
    known->found = larger;
    known->found_capacity = capacity;
    return true;
}

static void take_found(baseline *known, const syn_result_view *view, const syn_counted *counted)
{
    const syn_passage *passage = &view->passages[counted->passage];
    if (known->failed || !has_room(known)) {
        known->failed = true;
        return;
    }
    baseline_line *found = &known->found[known->found_count++];
    *found = (baseline_line){.words = passage->words};
    memcpy(found->key, passage->key, sizeof found->key);
    take_few(view, passage, found->few);
}

void baseline_see(baseline *known, const syn_result_view *view)
{
    for (size_t i = 0; i < view->passage_count; i++) {
        baseline_line *listed = find_listed(known, view->passages[i].key);
        if (listed)
            listed->seen = true;
    }
    for (size_t i = 0; i < view->counted_count; i++)
        if (view->counted[i].words > 0)
            take_found(known, view, &view->counted[i]);
}

bool baseline_say_stale(const baseline *known)
{
    size_t stale = 0;
    for (size_t i = 0; i < known->line_count; i++)
        stale += !known->lines[i].seen;
    if (stale)
        out_error("%s: %zu of %zu passages %s not found (--update-baseline drops %s):", known->path, stale,
                  known->line_count, stale == 1 ? "was" : "were", stale == 1 ? "it" : "them");
    for (size_t i = 0; i < known->line_count; i++)
        if (!known->lines[i].seen)
            out_error("  %s  %s", known->lines[i].key, known->lines[i].few);
    return true;
}

/* Writing */

typedef struct tally {
    size_t fresh, kept, gone;
} tally;

static void write_line(FILE *file, const baseline_line *line, const baseline_line *listed)
{
    const char *note = listed ? listed->note : NULL;
    size_t note_bytes = note ? strlen(note) : 0;
    while (note_bytes > 0 && (note[note_bytes - 1] == ' ' || note[note_bytes - 1] == '\r'))
        note_bytes--;
    if (listed)
        fwrite(listed->above, 1, listed->above_bytes, file);
    fprintf(file, "%s  %" PRIu32 "%s%s%s", line->key, line->words, *line->few ? "  " : "", line->few,
            note_bytes ? "  " : "");
    if (note_bytes)
        fwrite(note, 1, note_bytes, file);
    putc('\n', file);
}

/** Both in the order of keys; a listed line that was not found is left out, with what stands above it. */
static void write_lines(FILE *file, const baseline *known, tally *count)
{
    size_t l = 0, f = 0;
    while (l < known->line_count || f < known->found_count) {
        const baseline_line *listed = l < known->line_count ? &known->lines[l] : NULL;
        const baseline_line *found = f < known->found_count ? &known->found[f] : NULL;
        int way = !listed ? 1 : !found ? -1 : strcmp(listed->key, found->key);
        if (way > 0)
            count->fresh++;
        else if (listed->seen)
            count->kept++;
        else
            count->gone++;
        if (way > 0 || listed->seen)
            write_line(file, way >= 0 ? found : listed, way > 0 ? NULL : listed);
        l += way <= 0;
        f += way >= 0;
    }
}

static void write_text(FILE *file, const baseline *known, tally *count)
{
    if (!known->text)
        fputs("# Passages that syndic check takes for known: key, words, a few of them, and a note behind a hash.\n\n", file);
    fwrite(known->top, 1, known->top_bytes, file);
    write_lines(file, known, count);
    fwrite(known->below, 1, known->below_bytes, file);
    if (known->below_bytes > 0 && known->below[known->below_bytes - 1] != '\n')
        putc('\n', file);
}

static bool replace(const char *path, const char *text, size_t count)
{
    out_target target;
    bool done = out_open(path, "text", &target) && out_bytes(&target, text, count) && out_commit(&target);
    out_discard(&target);
    return done;
}

bool baseline_write(baseline *known, bool quiet)
{
    char *text = NULL;
    size_t bytes = 0;
    tally count = {0};
    FILE *file = known->failed ? NULL : open_memstream(&text, &bytes);
    if (!file)
        return out_error("out of memory (close other programs)");
    known->found_count = baseline_settle(known->found, known->found_count);
    write_text(file, known, &count);
    bool done = fclose(file) == 0 ? replace(known->path, text, bytes) : out_error("out of memory (close other programs)");
    free(text);
    if (done && !quiet)
        out_error("%s: %zu new, %zu known, %zu gone", known->path, count.fresh, count.kept, count.gone);
    return done;
}
