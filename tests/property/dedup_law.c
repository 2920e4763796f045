/** Laws of dedup, levels exact and near, on seeded random crawls (support/crawl.h) against a slow twin
 *  (support/crawl_twin.h): every dropped text stands, as far as is said, in a text that is kept before it; no two kept texts
 *  are alike; threads change nothing, and memory nothing but which kept text is named; each allocation failing in turn
 *  is told.
 *
 *      dedup_law [seed [crawls]]
 *
 *  Of near texts one may be missed by chance, as candidates are found by samples of their runs of five words. None is when
 *  both sketches are whole (texts of up to 64 words), more than SURE of the distinct runs are common, and MARGIN more than
 *  the least that is asked; and there are no more than CROWD earlier texts that have half as many of them.
 */
#include "support/crawl_run.h"
#include "support/oom.h"

enum { CRAWLS = 60, SURE_PERMILLE = 750, MARGIN_PERMILLE = 100, CROWD = 15, ALL_BELOW = 400 };

static uint64_t near_count, missed_count, dropped_count, kept_count, renamed_count;

typedef struct trial {
    crawl c;
    twin t;
    syn_dedup_plan plan;
    uint32_t references;
    bool *dropped;      /* by page */
    uint64_t missed;
} trial;

static void make_plan(trial *x)
{
    static const char *const dearest[] = {"Tide", "Bell"};
    static const double thresholds[] = {0.8, 0.8, 0.8, 0.5, 0.7, 0.9, 0.95, 1, 0.2};
    syn_dedup_plan_init(&x->plan);
    x->plan.level = law_chance(4) ? SYN_LEVEL_NEAR : SYN_LEVEL_EXACT;
    x->plan.keep = (syn_keep)law_chance(4);
    x->plan.priorities = dearest;
    x->plan.priority_count = 2;
    x->plan.threshold = thresholds[law_chance(9)];
    twin_order(&x->t, &x->plan);
}

/* What is said of a dropped text */

static bool is_whole(const trial *x, uint32_t d, uint32_t k, const said *s)
{
    const said_span *span = s->spans;
    return s->span_count == 1 && span->begin == 0 && span->kept_begin == 0 && span->end == x->c.pages[d].bytes &&
           span->kept_end == x->c.pages[k].bytes && span->words == x->t.texts[d].count;
}

static bool are_spans(const trial *x, uint32_t d, uint32_t k, const said *s)
{
    const twin_text *a = &x->t.texts[d], *b = &x->t.texts[k];
    uint32_t words = 0, from = 0;
    for (size_t i = 0; i < s->span_count; i++) {
        const said_span *span = &s->spans[i];
        const uint32_t at = twin_word_at(a, a->begin, span->begin), kept_at = twin_word_at(b, b->begin, span->kept_begin);
        if (at == SYN_NONE || kept_at == SYN_NONE || at < from || span->words == 0 || at + span->words > a->count ||
            kept_at + span->words > b->count || a->end[at + span->words - 1] != span->end ||
            b->end[kept_at + span->words - 1] != span->kept_end ||
            memcmp(a->word + at, b->word + kept_at, span->words * sizeof *a->word) != 0)
            return false;
        from = at + span->words;
        words += span->words;
    }
    return words == s->words;
}

/** Whether page d is rightly dropped for page k, as it is said. */
static bool is_right(trial *x, uint32_t d, uint32_t k, const said *s)
{
    const uint32_t words = x->t.texts[d].count, kept_words = x->t.texts[k].count;
    if (x->t.rank[k] > x->t.rank[d] || x->dropped[k] || strcmp(x->c.pages[k].id, s->kept) != 0)
        return false;
    if (twin_same(&x->t, d, k))
        return s->words == words && s->share_dropped == 1 && s->share_kept == 1 && is_whole(x, d, k, s);
    const uint32_t covered = twin_covered(&x->t, d, k), kept_covered = twin_covered(&x->t, k, d);
    return x->plan.level == SYN_LEVEL_NEAR && words > 0 && covered >= x->plan.threshold * words && s->words == covered &&
           said_share_is(s->share_dropped, covered, words) && said_share_is(s->share_kept, kept_covered, kept_words) &&
           are_spans(x, d, k, s);
}

static void law_log(trial *x, const ran_lines *log)
{
    uint32_t line = 0;
    for (uint32_t d = 0; d < x->c.count; d++) {
        bool right = false;
        if (!x->dropped[d])
            continue;
        law_hold(line < log->count, "there is a line for each dropped text", "%s", x->c.pages[d].id);
        said s = said_read(log->line[line], log->bytes_of[line]);
        law_hold(s.dropped && s.kept && strcmp(s.dropped, x->c.pages[d].id) == 0, "lines are in the order of the input",
                 "%s: %s", x->c.pages[d].id, json_object_to_json_string(s.tree));
        for (uint32_t k = 0; k < x->c.count && !right; k++)
            right = is_right(x, d, k, &s);
        law_hold(right, "a dropped text stands in the kept one as is said", "%.3000s\n  %s", log->line[line],
                 x->c.pages[d].text);
        said_release(&s);
        line++;
    }
    law_hold(line == log->count, "there is no line for a kept text", "%s", log->line[line]);
}

/* What is kept */

/** How many texts before d have at least half as many of its runs. */
static uint32_t crowd(trial *x, uint32_t d, uint32_t shared)
{
    uint32_t count = 0, of;
    for (uint32_t k = 0; k < x->c.count; k++) {
        if (x->t.rank[k] >= x->t.rank[d])
            continue;
        twin_stamp(&x->t, k);
        count += 2 * twin_shared_stamped(&x->t, d, &of) >= shared;
    }
    return count;
}

/** As dedup_near.c has it. */
static uint32_t least_shingles(double threshold)
{
    uint32_t least = 900;
    for (uint32_t q = 1000; q > 0; q--) {
        const double p = q / 1000.0, fifth = p * p * p * p * p;
        if (fifth * (5 - 4 * p) < threshold)
            break;
        least = fifth < 0.9 ? (uint32_t)(1000 * fifth) : 900;
    }
    return least;
}

/** Whether chance has no part in it that text k is found for d; k is stamped. */
static bool is_sure(trial *x, uint32_t d, uint32_t k)
{
    const page *p = &x->c.pages[d], *q = &x->c.pages[k];
    uint32_t of;
    const uint32_t shared = twin_shared_stamped(&x->t, d, &of);
    const bool whole = x->t.texts[d].count <= 64 && x->t.texts[k].count <= 64 && p->bytes < 520 && q->bytes < 520;
    const bool much = shared == of || (1000 * shared > SURE_PERMILLE * of &&
                                       1000 * shared >= (least_shingles(x->plan.threshold) + MARGIN_PERMILLE) * of);
    return (whole && much && crowd(x, d, shared) <= CROWD) || twin_same(&x->t, d, k);
}

static bool is_like(const trial *x, uint32_t d, uint32_t k)
{
    if (twin_same(&x->t, d, k))
        return true;
    const uint32_t words = x->t.texts[d].count, covered = twin_covered_stamped(&x->t, d, k);
    return x->plan.level == SYN_LEVEL_NEAR && words > 0 && covered >= x->plan.threshold * words;
}

/** No text that is kept stands in one that is kept before it. */
static void law_kept(trial *x)
{
    x->missed = 0;
    for (uint32_t r = 0; r < x->c.count; r++) {
        const uint32_t k = x->t.by_rank[r];
        if (x->dropped[k])
            continue;
        twin_stamp(&x->t, k);
        for (uint32_t later = r + 1; later < x->c.count; later++) {
            const uint32_t d = x->t.by_rank[later];
            if (x->dropped[d] || x->c.pages[d].reference || !is_like(x, d, k))
                continue;
            law_hold(!is_sure(x, d, k), "no two kept texts are alike", "%s, %s (level %d, threshold %g)\n  %s\n  %s",
                     x->c.pages[d].id, x->c.pages[k].id, x->plan.level, x->plan.threshold, x->c.pages[d].text,
                     x->c.pages[k].text);
            twin_stamp(&x->t, k);
            x->missed++;
        }
    }
}

static void law_out(const trial *x, const ran_lines *out)
{
    uint32_t line = 0;
    for (uint32_t i = 0; i < x->c.count; i++) {
        const page *p = &x->c.pages[i];
        if (p->reference || x->dropped[i])
            continue;
        law_hold(ran_is(out, line, p->record, p->record_bytes), "kept records go out as they were, in order", "%s\n  %s",
                 p->record, line < out->count ? out->line[line] : "");
        line++;
    }
    law_hold(line == out->count, "no other records go out", "%s", out->line[line]);
}

/** Which texts are dropped, from a run that marks them: then a line is a page, whatever its id. */
static void take_marks(trial *x, const ran_lines *out)
{
    uint32_t line = 0;
    for (uint32_t i = 0; i < x->c.count; i++) {
        x->dropped[i] = false;
        if (x->c.pages[i].reference)
            continue;
        law_hold(line < out->count, "all records go out with marks", "%u of %u", line, x->c.count);
        said s = said_mark(&x->c.pages[i], out->line[line], out->bytes_of[line]);
        x->dropped[i] = s.tree != NULL;
        law_hold(!s.tree || (s.kept && json_object_get_boolean(said_member(s.tree, "dropped"))),
                 "a mark says what is kept", "%s", out->line[line]);
        said_release(&s);
        line++;
    }
    law_hold(line == out->count, "no more go out with marks", "%u", line);
}

static void law_summary(const trial *x, const syn_dedup_summary *sum)
{
    uint64_t texts = 0, dropped = 0, words = 0, gone = 0, lost = 0, clustered = 0;
    for (uint32_t i = 0; i < x->c.count; i++) {
        const bool reference = x->c.pages[i].reference;
        texts += !reference;
        dropped += x->dropped[i];
        words += reference ? 0 : x->t.texts[i].count;
        gone += x->dropped[i] ? x->t.texts[i].count : 0;
    }
    for (size_t i = 0; i < sum->loss_count; i++)
        lost += sum->losses[i].words_gone;
    for (size_t i = 0; i < sum->cluster_count; i++)
        clustered += sum->clusters[i].dropped;
    law_hold(sum->texts == texts && sum->references == x->c.count - texts && sum->dropped == dropped,
             "a summary counts texts", "%u", x->c.count);
    law_hold(sum->words == words && sum->words_gone == gone && lost == gone, "and words", "%llu", (unsigned long long)gone);
    law_hold(sum->cluster_total > sum->cluster_count ? clustered <= dropped : clustered == dropped, "and clusters", "%llu",
             (unsigned long long)clustered);
}

static bool is_same(const ran_lines *a, const ran_lines *b)
{
    return a->buf.len == b->buf.len && (a->buf.len == 0 || memcmp(a->buf.bytes, b->buf.bytes, a->buf.len) == 0);
}

static void must_equal(const ran_lines *a, const ran_lines *b, const char *law)
{
    law_hold(is_same(a, b), law, "%zu, %zu bytes", a->buf.len, b->buf.len);
}

/** With little memory: what is kept is the same, what is said of the dropped is as right. */
static void law_little(trial *x, const ran *base)
{
    const syn_dedup_share share = share_little(CRAWL_WORDS);
    ran one = crawl_run_well(&x->c, x->references, &x->plan, &share, law_between(1, 3));
    ran two = crawl_run_well(&x->c, x->references, &x->plan, &share, law_between(1, 3));
    must_equal(&one.out, &two.out, "threads change nothing with little memory");
    must_equal(&one.log, &two.log, "threads change no line of the log with little memory");
    const bool renamed = !is_same(&one.log, &base->log);
    renamed_count += renamed;
    /* Of references two may be the same. */
    law_hold(!renamed || x->plan.level == SYN_LEVEL_NEAR || x->references > 0,
             "the same texts are named with little memory", " ");
    if (x->missed == 0) {
        must_equal(&one.out, &base->out, "memory changes nothing");
        law_log(x, &one.log);
        law_summary(x, one.summary);
    }
    ran_release(&one);
    ran_release(&two);
}

static void law_crawl(trial *x)
{
    const syn_dedup_share plenty = share_plenty();
    ran base = crawl_run_well(&x->c, x->references, &x->plan, &plenty, 1);
    ran other = crawl_run_well(&x->c, x->references, &x->plan, &plenty, law_between(2, 3));
    syn_dedup_plan marks = x->plan;
    marks.mark = true;
    ran marked = crawl_run_well(&x->c, x->references, &marks, &plenty, law_between(1, 3));
    must_equal(&base.out, &other.out, "threads change nothing");
    must_equal(&base.log, &other.log, "threads change no line of the log");
    must_equal(&base.log, &marked.log, "marks change no line of the log");
    take_marks(x, &marked.out);
    law_out(x, &base.out);
    law_log(x, &base.log);
    law_kept(x);
    law_summary(x, base.summary);
    law_little(x, &base);
    missed_count += x->missed;
    near_count += base.log.count + x->missed;
    dropped_count += base.summary->dropped;
    kept_count += base.summary->texts - base.summary->dropped;
    ran_release(&base);
    ran_release(&other);
    ran_release(&marked);
}

static void trial_random(trial *x, uint32_t count)
{
    *x = (trial){.references = law_chance(3) ? 0 : law_between(1, 2), .c = {.names = (crawl_names)law_chance(2)}};
    crawl_random(&x->c, x->references, law_between(1, 3), count);
    twin_make(&x->t, &x->c);
    x->dropped = law_need(calloc(x->c.count + 1, sizeof *x->dropped));
    make_plan(x);
}

static void trial_release(trial *x)
{
    free(x->dropped);
    twin_release(&x->t);
    crawl_release(&x->c);
}

/* Failing memory */

static bool law_failure(trial *x, const syn_dedup_share *share, uint32_t threads, long at, const ran *base)
{
    oom_after(at);
    ran r = crawl_run(&x->c, x->references, &x->plan, share, threads);
    oom_never();
    const bool struck = oom_struck(), whole = r.out.buf.len == base->out.buf.len && r.log.buf.len == base->log.buf.len;
    law_hold(r.status == SYN_OK || r.status == SYN_MEMORY, "short memory is said to be that", "allocation %ld, status %d: %s",
             at, r.status, r.error.message);
    law_hold(r.status == SYN_OK || r.error.message[0] != '\0', "short memory comes with words", "allocation %ld", at);
    law_hold((r.status == SYN_OK) == (r.summary != NULL), "a failure leaves its output untouched", "allocation %ld", at);
    law_hold(r.status < 0 || whole, "a run that succeeds is the same", "allocation %ld", at);
    law_hold(r.status == SYN_OK || struck, "nothing fails unasked", "%s", r.error.message);
    ran_release(&r);
    return struck;
}

/** `first`: the allocation to begin with, and `step` how many are passed over each time. */
static void law_failures(syn_dedup_level level, uint32_t threads, bool little, long step)
{
    trial x;
    trial_random(&x, 24);
    x.plan.level = level;
    x.plan.min_words = 8;
    const syn_dedup_share share = little ? share_little(CRAWL_WORDS) : share_plenty();
    ran base = crawl_run_well(&x.c, x.references, &x.plan, &share, threads);
    for (long at = law_chance((uint32_t)step); law_failure(&x, &share, threads, at, &base);)
        at += at < ALL_BELOW ? step : step + at / 16;
    ran_release(&base);
    trial_release(&x);
}

int main(int argc, char **argv)
{
    const uint32_t crawls = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : CRAWLS;
    char folder[] = "/tmp/syndic-dedup-XXXXXX";
    law_seed(argc, argv, 20261122);
    law_hold(mkdtemp(folder) && chdir(folder) == 0, "there is a folder to work in", "%s", folder);
    for (law_trial = 0; law_trial < crawls; law_trial++) {
        trial x;
        trial_random(&x, law_chance(20) == 0 ? law_between(300, 1300) : law_between(1, 60));
        law_crawl(&x);
        trial_release(&x);
    }
    for (int level = SYN_LEVEL_EXACT; level <= SYN_LEVEL_PASSAGE; level++)
        for (int little = 0; little < 2; little++)
            law_failures((syn_dedup_level)level, little ? 2 : 1, little, crawls > CRAWLS ? 1 : 13);
    printf("%llu kept, %llu dropped; of %llu near pairs %llu missed; %llu logs name other texts with little memory\n",
           (unsigned long long)kept_count, (unsigned long long)dropped_count, (unsigned long long)near_count,
           (unsigned long long)missed_count, (unsigned long long)renamed_count);
    law_hold(rmdir(folder) == 0, "nothing is left", "%s", folder);
    return 0;
}
