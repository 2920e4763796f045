/** Laws of dedup, level passage, on seeded random crawls (support/crawl.h) against a slow twin (support/crawl_twin.h):
 *  what was cut stands, word for word, in a kept text, and is not cut there; nothing of that length stands twice in what is
 *  left; input is output and log put together, byte for byte; threads and memory change nothing.
 *
 *      dedup_cut_law [seed [crawls]]
 */
#include "support/crawl_run.h"

enum { CRAWLS = 140 };

static uint64_t cut_count, word_count, emptied_count, text_count;

typedef struct trial {
    crawl c;
    twin t;
    syn_dedup_plan plan;
    uint32_t references;
    bool **cut;            /* of each page's words */
    bool *emptied;
    said_span **spans;     /* of each page, with the ids of kept texts */
    size_t *span_count;
} trial;

/* What is cut out of a page */

/** The words of a span of a page's text, which are whole. */
static uint32_t span_first(const twin_text *t, const said_span *s)
{
    uint32_t first = 0;
    while (first < t->count && t->begin[first] < s->begin)
        first++;
    law_hold(first + s->words <= t->count && t->end[first + s->words - 1] <= s->end &&
                 (first == 0 || t->end[first - 1] <= s->begin) &&
                 (first + s->words == t->count || t->begin[first + s->words] >= s->end),
             "whole words are cut, as many as is said", "bytes %u to %u, %u words", s->begin, s->end, s->words);
    return first;
}

static void take_spans(trial *x, uint32_t i, const said *s, bool first)
{
    const twin_text *t = &x->t.texts[i];
    if (first)
        x->span_count[i] = 0;
    x->spans[i] = law_need(realloc(x->spans[i], (x->span_count[i] + s->span_count + 1) * sizeof **x->spans));
    for (size_t k = 0; k < s->span_count; k++) {
        said_span *at = &x->spans[i][x->span_count[i]++];
        *at = s->spans[k];
        at->kept = law_need(strdup(at->kept ? at->kept : ""));
        const uint32_t word = span_first(t, at);
        law_hold(x->span_count[i] == 1 || at->begin >= at[-1].end, "cuts ascend", "%u", at->begin);
        law_hold(at->words > 0, "words are cut", "%s", x->c.pages[i].id);
        memset(x->cut[i] + word, 1, at->words);
    }
}

static void forget(trial *x)
{
    for (uint32_t i = 0; i < x->c.count; i++) {
        for (size_t k = 0; k < x->span_count[i]; k++)
            free((char *)x->spans[i][k].kept);
        free(x->spans[i]);
        x->spans[i] = NULL;
        x->span_count[i] = 0;
        memset(x->cut[i], 0, x->t.texts[i].count);
        x->emptied[i] = false;
    }
}

static uint32_t count_gone(const trial *x, uint32_t i)
{
    uint32_t gone = 0;
    for (uint32_t w = 0; w < x->t.texts[i].count; w++)
        gone += x->cut[i][w];
    return gone;
}

/** What goes out is the record without what was cut. */
static void must_be_cut(const trial *x, uint32_t i, const char *line, uint32_t bytes)
{
    const page *p = &x->c.pages[i];
    syn_buf made = {0};
    uint32_t from = 0;
    for (size_t k = 0; k < x->span_count[i]; k++) {
        syn_buf_add(&made, p->record + from, p->raw_at[x->spans[i][k].begin] - from);
        from = p->raw_at[x->spans[i][k].end];
    }
    syn_buf_add(&made, p->record + from, p->record_bytes - from);
    law_hold(made.len == bytes && memcmp(made.bytes, line, bytes) == 0, "only what is said is cut", "%s\n  %s\n  %.*s",
             p->record, made.bytes, (int)bytes, line);
    syn_buf_release(&made);
}

/** A line of the log that says a cut ends with what was cut, as it stands in the record. */
static void must_hold_text(const page *p, const said_span *s, const char *line, uint32_t bytes)
{
    static const char name[] = "\"text\":\"";
    const char *at = strstr(line, name) + strlen(name);
    const uint32_t begin = p->raw_at[s->begin], count = p->raw_at[s->end] - begin;
    const bool same = line + bytes - at == count + 2 && memcmp(at, p->record + begin, count) == 0;
    law_hold(same && memcmp(at + count, "\"}", 2) == 0, "the log holds what was cut", "%.*s\n  %.*s", (int)bytes, line, (int)count, p->record + begin);
}

/** The lines of the log about page i, from `line` on. Returns the one behind them. */
static uint32_t take_log(trial *x, const ran_lines *log, uint32_t line, uint32_t i)
{
    const page *p = &x->c.pages[i];
    for (bool first = true; line < log->count; line++, first = false) {
        said s = said_read(log->line[line], log->bytes_of[line]);
        const bool own = s.cut && strcmp(s.cut, p->id) == 0, gone = first && s.dropped && strcmp(s.dropped, p->id) == 0;
        if (gone) {
            law_hold(!s.kept && s.why && strcmp(s.why, "nearly empty") == 0 && s.record,
                     "it is said why a text is dropped", "%s", p->id);
            const bool whole = (uint32_t)s.record_bytes == p->record_bytes;
            law_hold(whole && memcmp(s.record, p->record, p->record_bytes) == 0, "a dropped record is in the log",
                     "%s\n  %s", s.record, p->record);
            take_spans(x, i, &s, true);
            x->emptied[i] = true;
            law_hold(s.words == count_gone(x, i) && s.left == x->t.texts[i].count - s.words, "words are counted", "%u", s.left);
        } else if (own) {
            take_spans(x, i, &s, first);
            must_hold_text(p, &x->spans[i][x->span_count[i] - 1], log->line[line], log->bytes_of[line]);
        }
        said_release(&s);
        if (gone || !own)
            return line + gone;
    }
    return line;
}

static void law_run(trial *x, const ran *r)
{
    uint32_t line = 0, out = 0;
    forget(x);
    for (uint32_t i = 0; i < x->c.count; i++) {
        const page *p = &x->c.pages[i];
        if (p->reference)
            continue;
        line = take_log(x, &r->log, line, i);
        if (x->emptied[i])
            continue;
        law_hold(out < r->out.count, "texts that are not dropped go out", "%s", p->id);
        must_be_cut(x, i, r->out.line[out], r->out.bytes_of[out]);
        out++;
    }
    law_hold(line == r->log.count && out == r->out.count, "nothing else is written", "%u, %u lines", line, out);
}

/* Marks say the same of each page */

static void law_marks(trial *x, const ran *r)
{
    uint32_t line = 0, out = 0;
    forget(x);
    for (uint32_t i = 0; i < x->c.count; i++) {
        const page *p = &x->c.pages[i];
        if (p->reference)
            continue;
        law_hold(out < r->out.count, "all texts go out with marks", "%s", p->id);
        said s = said_mark(p, r->out.line[out], r->out.bytes_of[out]);
        if (s.tree)
            take_spans(x, i, &s, true);
        for (size_t k = 0; k < s.span_count; k++, line++) {
            law_hold(line < r->log.count, "what is marked is in the log", "%s", p->id);
            said l = said_read(r->log.line[line], r->log.bytes_of[line]);
            const said_span *a = l.spans, *b = &s.spans[k];
            law_hold(l.cut && strcmp(l.cut, p->id) == 0 && a->begin == b->begin && a->end == b->end &&
                         a->kept_begin == b->kept_begin && strcmp(a->kept, b->kept) == 0, "a mark is what the log says", "%s", r->log.line[line]);
            must_hold_text(p, l.spans, r->log.line[line], r->log.bytes_of[line]);
            said_release(&l);
        }
        law_hold(!s.tree || s.span_count > 0, "a mark marks something", "%s", p->id);
        said_release(&s);
        out++;
    }
    law_hold(line == r->log.count && out == r->out.count, "no more is marked", "%u, %u lines", line, out);
}

/* What is cut, and what is left */

static bool stands_in(const trial *x, uint32_t i, const said_span *s, uint32_t k)
{
    const twin_text *own = &x->t.texts[i], *kept = &x->t.texts[k];
    const uint32_t at = span_first(own, s), kept_at = twin_word_at(kept, kept->begin, s->kept_begin);
    if ((x->emptied[k] && k != i) || kept_at == SYN_NONE || kept_at + s->words > kept->count ||
        kept->end[kept_at + s->words - 1] != s->kept_end ||
        memcmp(own->word + at, kept->word + kept_at, s->words * sizeof *own->word) != 0)
        return false;
    for (uint32_t w = kept_at; w < kept_at + s->words; w++)
        if (x->cut[k][w])
            return false;
    return k == i ? kept_at + s->words <= at : x->t.rank[k] < x->t.rank[i];
}

static void law_cuts(trial *x)
{
    for (uint32_t i = 0; i < x->c.count; i++) {
        bool own = false; /* it has a copy of its own */
        for (size_t s = 0; s < x->span_count[i]; s++) {
            bool stands = false;
            for (uint32_t k = 0; k < x->c.count && !stands; k++)
                stands = strcmp(x->c.pages[k].id, x->spans[i][s].kept) == 0 && stands_in(x, i, &x->spans[i][s], k);
            own |= strcmp(x->spans[i][s].kept, x->c.pages[i].id) == 0;
            law_hold(stands, "what is cut stands in what is kept", "%s, bytes %u to %u, in %s\n  %s", x->c.pages[i].id,
                     x->spans[i][s].begin, x->spans[i][s].end, x->spans[i][s].kept, x->c.pages[i].text);
        }
        const uint32_t gone = count_gone(x, i), left = x->t.texts[i].count - gone;
        law_hold(x->plan.mark || own || x->emptied[i] == (gone > 0 && left < x->plan.min_left_words),
                 "texts are dropped of which little is left", "%s: %u of %u words", x->c.pages[i].id, left, x->t.texts[i].count);
    }
}

/** Where a run of words stands first. */
typedef struct place {
    uint32_t text, word, stretch;
} place;

/** Nothing as long as a passage stands twice in what is left, but where it overlaps itself, or in references alone. */
static void law_left(trial *x)
{
    const uint32_t k = x->plan.min_words;
    twin_names names = {0};
    place *first = NULL;
    uint32_t room = 0, stretch = 0;
    for (uint32_t r = 0; r < x->c.count; r++) {
        const uint32_t i = x->t.by_rank[r];
        const twin_text *t = &x->t.texts[i];
        uint32_t run = 0;
        stretch++;
        for (uint32_t w = 0; w < t->count && !x->emptied[i]; w++) {
            stretch += x->cut[i][w];
            run = x->cut[i][w] ? 0 : run + 1;
            if (run < k)
                continue;
            const place at = {i, w + 1 - k, stretch};
            const uint32_t before = names.count, name = twin_name(&names, t->word + at.word, k * sizeof *t->word);
            if (name >= room) {
                room = 2 * name + 64;
                first = law_need(realloc(first, room * sizeof *first));
            }
            if (name == before) {
                first[name] = at;
                continue;
            }
            const place *p = &first[name];
            law_hold((p->text == i && p->stretch == stretch && at.word < p->word + k) ||
                         (x->c.pages[p->text].reference && x->c.pages[i].reference),
                     "nothing that is left stands twice", "%s at word %u, %s at word %u (%u words)\n  %s\n  %s",
                     x->c.pages[p->text].id, p->word, x->c.pages[i].id, at.word, k, x->c.pages[p->text].text, x->c.pages[i].text);
        }
    }
    free(first);
    twin_names_release(&names);
}

/** What is left of a text is, read anew, the words that were not cut. */
static void law_words(trial *x)
{
    for (uint32_t i = 0; i < x->c.count; i++) {
        const page *p = &x->c.pages[i];
        const twin_text *t = &x->t.texts[i];
        syn_buf left = {0};
        uint32_t from = 0, words = 0;
        if (x->span_count[i] == 0)
            continue;
        for (size_t s = 0; s < x->span_count[i]; s++) {
            syn_buf_add(&left, p->text + from, x->spans[i][s].begin - from);
            from = x->spans[i][s].end;
        }
        syn_buf_add(&left, p->text + from, p->bytes - from);
        twin_text now = twin_read(&x->t, left.bytes, left.len);
        x->t.stamp = law_need(realloc(x->t.stamp, (x->t.runs.count + 1) * sizeof *x->t.stamp));
        bool same = now.count == t->count - count_gone(x, i);
        for (uint32_t w = 0; w < t->count && same; w++)
            if (!x->cut[i][w])
                same = now.word[words++] == t->word[w];
        law_hold(same, "what is left has the words that were not cut", "%s\n  %s\n  %s", p->id, p->text, left.bytes);
        free(now.word);
        syn_buf_release(&left);
    }
}

static void law_summary(const trial *x, const syn_dedup_summary *sum)
{
    uint64_t texts = 0, emptied = 0, cut = 0, passages = 0, words = 0, gone = 0;
    for (uint32_t i = 0; i < x->c.count; i++) {
        if (x->c.pages[i].reference)
            continue;
        texts++;
        emptied += x->emptied[i];
        cut += x->span_count[i] > 0 && !x->emptied[i];
        passages += x->span_count[i];
        words += x->t.texts[i].count;
        gone += x->emptied[i] ? x->t.texts[i].count : count_gone(x, i);
    }
    law_hold(sum->texts == texts && sum->dropped == emptied && sum->emptied == emptied && sum->cut_texts == cut &&
                 sum->passages == passages && sum->references == x->c.count - texts, "a summary counts", "%u", x->c.count);
    law_hold(sum->words == words && sum->words_gone == gone, "and words", "%llu of %llu", (unsigned long long)gone,
             (unsigned long long)words);
}

static void law_all(trial *x, const ran *r)
{
    law_cuts(x);
    law_left(x);
    law_words(x);
    law_summary(x, r->summary);
}

/* Trials */

static void must_equal(const ran_lines *a, const ran_lines *b, const char *law)
{
    law_hold(a->buf.len == b->buf.len && (a->buf.len == 0 || memcmp(a->buf.bytes, b->buf.bytes, a->buf.len) == 0), law,
             "%zu, %zu bytes", a->buf.len, b->buf.len);
}

static void law_crawl(trial *x)
{
    const syn_dedup_share plenty = share_plenty(), little = share_little(CRAWL_WORDS);
    ran base = crawl_run_well(&x->c, x->references, &x->plan, &plenty, 1);
    ran other = crawl_run_well(&x->c, x->references, &x->plan, &plenty, law_between(2, 3));
    ran small = crawl_run_well(&x->c, x->references, &x->plan, &little, law_between(1, 3));
    must_equal(&base.out, &other.out, "threads change nothing");
    must_equal(&base.log, &other.log, "threads change no line of the log");
    if (x->plan.mark)
        law_marks(x, &base);
    else
        law_run(x, &base);
    law_all(x, &base);
    for (uint32_t i = 0; i < x->c.count; i++) {
        cut_count += x->span_count[i];
        emptied_count += x->emptied[i];
    }
    text_count += x->c.count;
    word_count += base.summary->words_gone;
    if (x->plan.mark)
        law_marks(x, &small);
    else
        law_run(x, &small);
    law_all(x, &small);
    if (!x->plan.mark)
        must_equal(&base.out, &small.out, "memory changes nothing");
    ran_release(&base);
    ran_release(&other);
    ran_release(&small);
}

static void make_plan(trial *x)
{
    static const uint32_t least[] = {5, 5, 6, 8, 12, 20, 50};
    static const char *const dearest[] = {"Tide", "Bell"};
    syn_dedup_plan_init(&x->plan);
    x->plan.level = SYN_LEVEL_PASSAGE;
    x->plan.keep = (syn_keep)law_chance(4);
    x->plan.priorities = dearest;
    x->plan.priority_count = 2;
    x->plan.min_words = least[law_chance(7)];
    x->plan.min_left_words = law_chance(3) ? law_chance(20) : 0;
    x->plan.mark = x->c.names == CRAWL_ANY || law_chance(4) == 0;
    twin_order(&x->t, &x->plan);
}

static void trial_run(uint32_t count)
{
    trial x = {.references = law_chance(3) ? 0 : law_between(1, 2), .c = {.names = law_chance(4) ? CRAWL_UNIQUE : CRAWL_ANY}};
    crawl_random(&x.c, x.references, law_between(1, 3), count);
    twin_make(&x.t, &x.c);
    make_plan(&x);
    x.cut = law_need(calloc(x.c.count + 1, sizeof *x.cut));
    x.emptied = law_need(calloc(x.c.count + 1, 1));
    x.spans = law_need(calloc(x.c.count + 1, sizeof *x.spans));
    x.span_count = law_need(calloc(x.c.count + 1, sizeof *x.span_count));
    for (uint32_t i = 0; i < x.c.count; i++)
        x.cut[i] = law_need(calloc(x.t.texts[i].count + 1, 1));
    law_crawl(&x);
    forget(&x);
    for (uint32_t i = 0; i < x.c.count; i++)
        free(x.cut[i]);
    free(x.cut);
    free(x.emptied);
    free(x.spans);
    free(x.span_count);
    twin_release(&x.t);
    crawl_release(&x.c);
}

int main(int argc, char **argv)
{
    const uint32_t crawls = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : CRAWLS;
    char folder[] = "/tmp/syndic-dedup-XXXXXX";
    law_seed(argc, argv, 20261123);
    law_hold(mkdtemp(folder) && chdir(folder) == 0, "there is a folder to work in", "%s", folder);
    for (law_trial = 0; law_trial < crawls; law_trial++)
        trial_run(law_chance(25) == 0 ? law_between(200, 600) : law_between(1, 40));
    printf("%llu cuts in %llu texts, %llu nearly emptied, %llu words\n", (unsigned long long)cut_count,
           (unsigned long long)text_count, (unsigned long long)emptied_count, (unsigned long long)word_count);
    law_hold(rmdir(folder) == 0, "nothing is left", "%s", folder);
    return 0;
}
