/** The stages between text and trace, run one after another on texts written short, each result kept.
 *
 *      stages s;
 *      stages_run(&s, (const char *const[]){"1..9 40", "200 1..9"}, 2);
 *      ... s.seeds.items, s.matches.items, s.parts[0], s.gathered ...
 *      stages_release(&s);
 *
 *  Every text is one stretch: no sketch comes before. The minimum is eight words. Short memory aborts.
 */
#ifndef TESTS_SUPPORT_STAGES_H
#define TESTS_SUPPORT_STAGES_H

#include "match/match.h"
#include "support/reading.h"
#include "support/shorthand.h"
#include "trace/passage.h"

enum { STAGES_MOST = 16, STAGES_WORDS = 8 };

typedef struct stages {
    char *texts[STAGES_MOST];
    uint32_t count;
    reading text;
    syn_stretch stretches[STAGES_MOST];
    syn_suffixes suffixes;
    syn_seeds seeds;
    syn_match_set matches; /* by first document */
    syn_passages parts[STAGES_MOST], gathered;
} stages;

static inline void stages_must(int64_t status)
{
    if (status < 0)
        abort();
}

static inline void stages_read(stages *s, const char *const *shorthands, uint32_t count)
{
    *s = (stages){.count = count};
    if (count > STAGES_MOST)
        abort();
    for (uint32_t d = 0; d < count; d++)
        s->texts[d] = shorthand_text(shorthands[d]);
    read_texts(&s->text, (const char *const *)s->texts, count);
}

static inline void stages_sort(stages *s)
{
    const uint32_t *ids[STAGES_MOST];
    for (uint32_t d = 0; d < s->count; d++) {
        ids[d] = s->text.of[d].ids;
        s->stretches[d] = (syn_stretch){d, 0, s->text.of[d].count};
    }
    stages_must(syn_suffixes_init(&s->suffixes, ids, s->stretches, s->count, s->text.lexicon.count, 0, 1));
    stages_must(syn_suffixes_sort(&s->suffixes, 0));
    stages_must(syn_seed_all(&s->suffixes, &s->text.surprisal, 0, s->suffixes.count, STAGES_WORDS, &s->seeds));
}

/** Matches and passages of one hub after another; `seeds` are those of one first document at a time. */
static inline void stages_match(stages *s)
{
    syn_matcher matcher = {.wordings = &s->text.wordings, .min_words = STAGES_WORDS,
                           .aligner = {.lexicon = &s->text.lexicon, .surprisal = &s->text.surprisal}};
    for (uint32_t d = 0; d < s->count; d++) {
        syn_seed *own = calloc(s->seeds.count + 1, sizeof *own);
        size_t count = 0, first = s->matches.count;
        if (own == NULL)
            abort();
        for (size_t i = 0; i < s->seeds.count; i++)
            if (s->seeds.items[i].document_a == d)
                own[count++] = s->seeds.items[i];
        stages_must(syn_match_document(&matcher, own, count, &s->matches));
        free(own);
        if (s->matches.count > first)
            stages_must(syn_gather_document(&s->text.wordings, s->matches.items + first, s->matches.count - first,
                                            s->matches.blocks, STAGES_WORDS, &s->parts[d]));
    }
    syn_matcher_release(&matcher);
}

static inline void stages_run(stages *s, const char *const *shorthands, uint32_t count)
{
    stages_read(s, shorthands, count);
    stages_sort(s);
    stages_match(s);
    stages_must(syn_gather_all(&s->text.wordings, s->parts, count, STAGES_WORDS, false, &s->gathered));
}

static inline void stages_release(stages *s)
{
    syn_passages_release(&s->gathered);
    for (uint32_t d = 0; d < s->count; d++) {
        syn_passages_release(&s->parts[d]);
        free(s->texts[d]);
    }
    syn_match_set_release(&s->matches);
    syn_seeds_release(&s->seeds);
    syn_suffixes_release(&s->suffixes);
    read_release(&s->text);
}

/** Whether a gathered passage has a copy that is words [begin, end) of a document. */
static inline bool stages_copy(const syn_passages *p, size_t passage, uint32_t document, uint32_t begin, uint32_t end)
{
    for (uint32_t c = 0; passage < p->count && c < p->items[passage].copy_count; c++) {
        const syn_stretch *x = &p->copies[p->items[passage].copy_first + c].place;
        if (x->document == document && x->begin == begin && x->end == end)
            return true;
    }
    return false;
}

#endif
