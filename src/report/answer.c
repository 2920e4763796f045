/* The answer at the top of trace's report: who shares wording and credits whom, and what that shows. */

#include "report/sheet.h"

#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Counts that several sentences need. Texts are outlets where those are asked for. */
typedef struct answer {
    syn_sheet *sheet;
    const char *one, *many; /* "text", "texts" */
    size_t all, sharing;    /* groups */
    bool *shares;           /* by group */
    const syn_head *lead;   /* the source of at least half of them, or NULL */
    size_t crediting;       /* sharing groups that credit it */
} answer;

/* Whom they credit */

/** ` (also written "Daily News", "The News")`. */
static void add_other_names(const answer *a, const syn_head *head)
{
    syn_sheet *sheet = a->sheet;
    const syn_source *source = &sheet->view->sources[head->source];
    size_t most = syn_sheet_limit(sheet, SYN_MOST_NAMES, source->name_count);
    char number[32];
    for (uint32_t i = 0; i < most; i++) {
        const char *name = sheet->view->source_names[source->name_first + i];
        syn_buf_text(&sheet->text, i ? ", \"" : " (also written \"");
        syn_sheet_cut(&sheet->text, name, strlen(name), 40);
        syn_buf_text(&sheet->text, "\"");
    }
    if (most < source->name_count)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(source->name_count - most, number));
    if (most)
        syn_buf_text(&sheet->text, ")");
}

static size_t count_crediting(const answer *a, uint32_t source, bool *elsewhere)
{
    const syn_credits *credits = &a->sheet->credits;
    size_t count = 0;
    *elsewhere = false;
    for (size_t i = credits->naming_first[source]; i < credits->naming_first[source + 1]; i++) {
        const syn_naming *n = &credits->namings[i];
        if (i > credits->naming_first[source] && n[-1].group == n->group)
            continue;
        count += a->shares[n->group];
        *elsewhere |= !a->shares[n->group];
    }
    return count;
}

static void say_lead(const answer *a)
{
    syn_sheet *sheet = a->sheet;
    char who[128], number[32];
    syn_shared_texts(a->sharing, a->all, a->many, who);
    if (!a->lead || (a->crediting == 0 && a->lead->seen)) {
        syn_shared_passages(sheet, who);
        return;
    }
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s share wording", who);
    if (a->crediting == 0) {
        syn_buf_format(&sheet->text, "; %s of them point%s to a source that is not among them and that none "
                       "of them names.", syn_sheet_count(a->lead->sharing, number), a->lead->sharing == 1 ? "s" : "");
        syn_sheet_say_text(sheet, SYN_BOLD);
        return;
    }
    if (a->crediting == a->sharing)
        syn_buf_text(&sheet->text, " and credit");
    else
        syn_buf_format(&sheet->text, "; %s of them credit%s", syn_sheet_count(a->crediting, number),
                       a->crediting == 1 ? "s" : "");
    syn_buf_format(&sheet->text, " %s, which is %samong them", syn_sheet_source(sheet, a->lead->source, true),
                   a->lead->seen ? "" : "not ");
    add_other_names(a, a->lead);
    sheet->names_told = true;
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_BOLD);
}

/** "One of the four also credits RT." */
static void say_other(const answer *a, const syn_head *head)
{
    syn_sheet *sheet = a->sheet;
    char number[32], all[32], text[64];
    bool elsewhere, also = a->lead && a->crediting == a->sharing;
    size_t sharing = count_crediting(a, head->source, &elsewhere), count = sheet->credits.texts[head->source];
    if (elsewhere)
        snprintf(text, sizeof text, "%s %s", syn_sheet_count(count, number), count == 1 ? a->one : a->many);
    else if (sharing == a->sharing)
        snprintf(text, sizeof text, "%s of them", sharing == 2 ? "both" : "all");
    else
        snprintf(text, sizeof text, "%s of the %s", syn_sheet_count(count, number), syn_sheet_count(a->sharing, all));
    syn_sheet_capitalise(text);
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s %scredit%s %s.", text, also && !elsewhere ? "also " : "", count == 1 ? "s" : "",
                   syn_sheet_source(sheet, head->source, true));
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

static void say_others(const answer *a)
{
    enum { MOST = 3 };
    const syn_stemma *stemma = &a->sheet->stemma;
    size_t told = 0, count = 0;
    char text[96], number[32];
    for (size_t h = 0; h < stemma->head_count; h++) {
        const syn_head *head = &stemma->heads[h];
        if (head == a->lead || head->source == SYN_NONE || !a->sheet->credits.texts[head->source])
            continue;
        if (++count > MOST)
            continue;
        say_other(a, head);
        told++;
    }
    if (told == count)
        return;
    snprintf(text, sizeof text, "%s more source%s credited.", syn_sheet_count(count - told, number),
             count - told == 1 ? " is" : "s are");
    syn_sheet_capitalise(text);
    syn_sheet_say(a->sheet, SYN_PLAIN, text);
}

/* Whether one of them took it from another */

static bool each_has_more(const answer *a)
{
    const syn_result_view *view = a->sheet->view;
    for (size_t d = 0; d < a->sheet->summary.documents; d++) {
        const syn_share *s = &view->shares[d];
        if (s->reused_words && (uint64_t)s->reused_words + s->common_words + s->name_words +
                                   view->options->min_words > s->words)
            return false;
    }
    return true;
}

/* Whether the tree lists a text below another on account of weak evidence. */
static bool any_weak(const answer *a)
{
    const syn_stemma *stemma = &a->sheet->stemma;
    for (size_t h = 0; h < stemma->head_count; h++)
        for (size_t e = 0; e < stemma->heads[h].edge_count; e++)
            if (stemma->heads[h].seen && stemma->edges[stemma->heads[h].edge_first + e].level == SYN_WEAK)
                return true;
    return false;
}

static void say_none_shown(const answer *a)
{
    char text[192], number[32];
    const char *why = ".";
    if (a->sharing < 2)
        return;
    if (any_weak(a))
        why = "; the tree lists what weak evidence, such as dates, suggests.";
    else if (each_has_more(a))
        why = a->sharing == 2 ? ": each has matter the other lacks." : ": each has matter the others lack.";
    snprintf(text, sizeof text, "%s of the %s can be shown to have taken it from %s%s",
             a->sharing == 2 ? "Neither" : "None", syn_sheet_count(a->sharing, number),
             a->sharing == 2 ? "the other" : "another", why);
    syn_sheet_say(a->sheet, SYN_PLAIN, text);
}

/** Whether a link between two of the texts is more than a guess: a weak one, by dates alone, stands in the
 *  tree and is no answer. */
static bool is_shown(const syn_head *head, const syn_edge *edge)
{
    return head->seen && edge->passages > 0 && edge->level >= SYN_MODERATE;
}

/** Appends "002 leads back to 001 (strong), 003 to 001 (moderate)", at most `most`. How many there are. */
static size_t add_links(const answer *a, size_t most)
{
    syn_sheet *sheet = a->sheet;
    size_t count = 0;
    for (size_t h = 0; h < sheet->stemma.head_count; h++) {
        const syn_head *head = &sheet->stemma.heads[h];
        for (uint32_t e = 0; e < head->edge_count; e++) {
            const syn_edge *edge = &sheet->stemma.edges[head->edge_first + e];
            if (!is_shown(head, edge) || ++count > most)
                continue;
            syn_buf_format(&sheet->text, "%s%s %sto", count > 1 ? ", " : "", syn_sheet_group(sheet, edge->group),
                           count > 1 ? "" : "leads back ");
            syn_buf_format(&sheet->text, " %s (%s)", syn_sheet_source(sheet, head->source, false),
                           syn_level_name(edge->level));
        }
    }
    return count;
}

static void say_links(const answer *a)
{
    enum { MOST = 3 };
    syn_sheet *sheet = a->sheet;
    char number[32];
    syn_buf_clear(&sheet->text);
    size_t links = add_links(a, MOST);
    if (links == 0) {
        say_none_shown(a);
        return;
    }
    if (links > MOST)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(links - MOST, number));
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

static void count_groups(answer *a)
{
    syn_sheet *sheet = a->sheet;
    bool elsewhere;
    for (size_t d = 0; d < sheet->summary.documents; d++)
        if (sheet->view->shares[d].reused_words)
            a->shares[sheet->groups.of[d]] = true;
    for (size_t g = 0; g < a->all; g++)
        a->sharing += a->shares[g];
    const syn_head *first = sheet->stemma.head_count ? sheet->stemma.heads : NULL;
    if (!first || first->source == SYN_NONE || first->sharing == 0)
        return;
    a->crediting = count_crediting(a, first->source, &elsewhere);
    size_t below = a->crediting > 0 ? a->crediting : first->sharing;
    if (2 * below >= a->sharing)
        a->lead = first;
}

void syn_answer_write(syn_sheet *sheet)
{
    const syn_groups *groups = &sheet->groups;
    bool by_outlet = groups->outlets > 0, alone = groups->outlets < groups->count;
    answer a = {.sheet = sheet, .all = groups->count, .shares = syn_alloc_zero(groups->count, sizeof *a.shares),
                .one = !by_outlet ? "text" : alone ? "outlet or text" : "outlet",
                .many = !by_outlet ? "texts" : alone ? "outlets or texts" : "outlets"};
    if (!a.shares) {
        sheet->status = SYN_MEMORY;
        return;
    }
    count_groups(&a);
    if (sheet->summary.counted == 0) {
        syn_shared_nothing(sheet);
        say_others(&a);
    } else {
        say_lead(&a);
        say_others(&a);
        say_links(&a);
        syn_shared_first(sheet);
    }
    free(a.shares);
}
