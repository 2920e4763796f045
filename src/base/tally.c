#include "base/tally.h"

#include <stddef.h>

enum { tellings = 1000 /* of a stage whose total is known */, bytes_each = 1 << 20 /* where it is not */ };

static uint64_t step_of(const syn_step *step)
{
    if (step->total > 0)
        return step->total / tellings + 1;
    return step->unit == SYN_BYTES ? bytes_each : 1;
}

static void tell(syn_tally *tally)
{
    tally->next = tally->step.done + step_of(&tally->step);
    if (tally->options->progress)
        tally->options->progress(tally->options->progress_context, &tally->step);
}

void syn_tally_begin(syn_tally *tally, const char *stage, syn_unit unit, uint64_t total)
{
    if (!tally->options)
        return;
    tally->step = (syn_step){.stage = stage, .unit = unit, .total = total};
    tell(tally);
}

void syn_tally_set(syn_tally *tally, uint64_t done)
{
    syn_step *step = &tally->step;
    if (!tally->options)
        return;
    if (step->total > 0 && done > step->total)
        done = step->total;
    if (done <= step->done || (done < tally->next && done != step->total))
        return;
    step->done = done;
    tell(tally);
}

void syn_tally_end(syn_tally *tally)
{
    syn_tally_begin(tally, "done", SYN_TEXTS, 0);
}
