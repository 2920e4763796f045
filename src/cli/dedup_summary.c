#include "cli/dedup_summary.h"

#include "cli/meter.h"
#include "cli/out.h"

#include <string.h>

enum { LISTED = 10, NAME_BYTES = 120 };

/** Counts as they are printed; each call of one expression takes another room. */
typedef struct figures {
    char text[8][METER_COUNT];
} figures;

static const char *count_text(figures *f, size_t room, uint64_t count)
{
    return meter_count(count, f->text[room]);
}

static const char *texts(uint64_t count)
{
    return count == 1 ? "text" : "texts";
}

static double percent(uint64_t part, uint64_t all)
{
    return all ? 100.0 * (double)part / (double)all : 0;
}

static void print_name(const char *name, FILE *file)
{
    size_t length = strlen(name), shown = length < NAME_BYTES ? length : NAME_BYTES;
    while (shown < length && shown > 0 && ((unsigned char)name[shown] & 0xC0) == 0x80)
        shown--; /* not within a character */
    out_plain(file, name, shown, false);
    fputs(shown < length ? "..." : "", file);
}

/* Totals */

static void print_cuts(const syn_dedup_summary *s, const syn_dedup_plan *plan, FILE *file)
{
    figures f;
    const uint64_t all = s->cut_texts + s->emptied;
    fprintf(file, "%s %s %s in %s %s", count_text(&f, 0, s->passages), s->passages == 1 ? "passage" : "passages",
            plan->mark ? "marked" : "cut", count_text(&f, 1, all), texts(all));
    if (s->emptied)
        fprintf(file, ", of which %s had too little left and %s dropped", count_text(&f, 0, s->emptied),
                s->emptied == 1 ? "was" : "were");
    fputc('\n', file);
}

/** What was not done, and why. */
static void print_left(const syn_dedup_summary *s, FILE *file)
{
    figures f;
    if (s->left_long)
        fprintf(file, "%s %s too long for the memory given and left as found (--mem)\n",
                count_text(&f, 0, s->left_long), s->left_long == 1 ? "text was" : "texts were");
    if (s->left_odd)
        fprintf(file, "%s %s left as found: no strict JSON, and not to be rewritten\n", count_text(&f, 1, s->left_odd),
                s->left_odd == 1 ? "record was" : "records were");
}

static void print_totals(const syn_dedup_summary *s, const syn_dedup_plan *plan, FILE *file)
{
    figures f;
    count_text(&f, 0, s->texts);
    count_text(&f, 1, s->dropped);
    if (plan->mark)
        fprintf(file, "%s %s, none removed: %s marked as dropped (%.1f %%)\n", f.text[0], texts(s->texts), f.text[1],
                percent(s->dropped, s->texts));
    else
        fprintf(file, "%s %s: %s kept, %s dropped (%.1f %%)\n", f.text[0], texts(s->texts),
                count_text(&f, 2, s->texts - s->dropped), f.text[1], percent(s->dropped, s->texts));
    fprintf(file, "%s of %s words %s (%.1f %%)\n", count_text(&f, 3, s->words_gone), count_text(&f, 4, s->words),
            plan->mark ? "marked" : "removed", percent(s->words_gone, s->words));
    if (plan->level == SYN_LEVEL_PASSAGE)
        print_cuts(s, plan, file);
    print_left(s, file);
    if (s->references > 0)
        fprintf(file, "held against %s %s\n", count_text(&f, 5, s->references), texts(s->references));
}

static void print_clusters(const syn_dedup_summary *s, FILE *file)
{
    figures f;
    if (s->cluster_count == 0)
        return;
    if (s->cluster_total > s->cluster_count)
        fprintf(file, "Largest of %s clusters, by the text that was kept:\n", count_text(&f, 0, s->cluster_total));
    else
        fputs("Clusters, by the text that was kept:\n", file);
    for (size_t i = 0; i < s->cluster_count; i++) {
        fprintf(file, "%12s dropped  ", count_text(&f, 0, s->clusters[i].dropped));
        print_name(s->clusters[i].id, file);
        fputs(s->clusters[i].reference ? " (held against)\n" : "\n", file);
    }
}

/* Loss by source */

static void print_loss(const syn_loss *loss, FILE *file)
{
    figures f;
    fprintf(file, "%12s of %s words, %s of %s %s  ", count_text(&f, 0, loss->words_gone),
            count_text(&f, 1, loss->words), count_text(&f, 2, loss->dropped), count_text(&f, 3, loss->texts),
            texts(loss->texts));
    print_name(loss->outlet ? loss->outlet : "(no source named)", file);
    fputc('\n', file);
}

static bool loses(const syn_loss *loss)
{
    return loss->words_gone > 0 || loss->dropped > 0;
}

/** Where no text names a source, the totals say it all. */
static void print_losses(const syn_dedup_summary *s, FILE *file)
{
    figures f;
    size_t count = 0;
    for (size_t i = 0; i < s->loss_count; i++)
        count += loses(&s->losses[i]);
    if (count == 0 || (s->loss_count == 1 && !s->losses[0].outlet))
        return;
    fputs("Loss by source:\n", file);
    for (size_t i = 0, shown = 0; i < s->loss_count && shown < LISTED; i++)
        if (loses(&s->losses[i])) {
            print_loss(&s->losses[i], file);
            shown++;
        }
    if (count > LISTED)
        fprintf(file, "%12s more %s\n", count_text(&f, 0, count - LISTED), count - LISTED == 1 ? "source" : "sources");
}

/* Warnings */

static bool has_texts(const syn_dedup_summary *s, const char *outlet)
{
    for (size_t i = 0; i < s->loss_count; i++)
        if (s->losses[i].texts > 0 && s->losses[i].outlet && strcmp(s->losses[i].outlet, outlet) == 0)
            return true;
    return false;
}

/** What was asked for and had nothing to work on: a misspelt outlet, an empty evaluation set. */
static void print_idle(const syn_dedup_summary *s, const syn_dedup_plan *plan, FILE *file)
{
    if (s->references == 0 && (plan->against_count > 0 || plan->index_count > 0))
        fputs("warning: held against no text, for there is none in what --against names\n", file);
    for (size_t i = 0; i < plan->priority_count && i < LISTED; i++) {
        if (has_texts(s, plan->priorities[i]))
            continue;
        fputs("warning: no text names the outlet \"", file);
        print_name(plan->priorities[i], file);
        fputs("\" (--keep takes names letter for letter)\n", file);
    }
}

/** Whether more than half of its words are gone, or of its texts; of which, *part says. */
static bool is_heavy(const syn_loss *loss, const char **part, double *share)
{
    const bool words = loss->words_gone > loss->words / 2;
    *part = words ? "words" : "texts";
    *share = words ? percent(loss->words_gone, loss->words) : percent(loss->dropped, loss->texts);
    return words || loss->dropped > loss->texts / 2;
}

static void print_warnings(const syn_dedup_summary *s, FILE *file)
{
    figures f;
    uint64_t count = 0;
    for (size_t i = 0; i < s->loss_count; i++) {
        const char *part, *outlet = s->losses[i].outlet;
        double share;
        if (!is_heavy(&s->losses[i], &part, &share) || ++count > LISTED)
            continue;
        fputs("warning: ", file);
        print_name(outlet ? outlet : "what names no source", file);
        fprintf(file, " loses %.1f %% of its %s\n", share, part);
    }
    if (count > LISTED)
        fprintf(file, "warning: %s more %s more than half\n", count_text(&f, 0, count - LISTED),
                count - LISTED == 1 ? "source loses" : "sources lose");
}

void dedup_summary_skips(const syn_dedup_summary *s, FILE *file)
{
    figures f;
    if (s->skip_count == 0)
        return;
    fprintf(file, "%s %s passed over:\n", count_text(&f, 0, s->skip_count),
            s->skip_count == 1 ? "file or record" : "files or records");
    for (size_t i = 0; i < s->skip_count && i < LISTED; i++) {
        fputs("    ", file);
        print_name(s->skips[i].path, file);
        fputs(": ", file);
        print_name(s->skips[i].why, file);
        fputc('\n', file);
    }
    if (s->skip_count > LISTED)
        fprintf(file, "    and %s more\n", count_text(&f, 0, s->skip_count - LISTED));
}

void dedup_summary_print(const syn_dedup_summary *summary, const syn_dedup_plan *plan, FILE *file)
{
    print_totals(summary, plan, file);
    print_clusters(summary, file);
    print_losses(summary, file);
    print_idle(summary, plan, file);
    print_warnings(summary, file);
    dedup_summary_skips(summary, file);
}
