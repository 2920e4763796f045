#include "match/suffix.h"

#include "base/alloc.h"

#include <divsufsort.h>
#include <divsufsort64.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    block_bits = 8,
    ahead = 12,      /* suffixes fetched before they are compared */
    long_words = 64, /* equal symbols from which on a run is worth remembering */
    run_bits = 10    /* bits of a hash that choose where */
};

static uint32_t count_groups(const syn_stretch *stretches, uint32_t stretch_count, uint64_t limit,
                             syn_suffix_group *out)
{
    uint32_t groups = 0, place = 1;
    uint64_t held = limit;
    for (uint32_t s = 0; s < stretch_count; s++) {
        uint32_t words = stretches[s].end - stretches[s].begin;
        if (held >= limit) {
            if (out != NULL)
                out[groups].first = place;
            groups++;
            held = 0;
        }
        if (out != NULL)
            out[groups - 1].count += words + 1;
        place += words + 1;
        held += words + 1u;
    }
    return groups;
}

static void lay_out(syn_suffixes *s, const uint32_t *const *ids)
{
    uint32_t place = 0, block = 0;
    s->symbols[place++] = 0;
    for (uint32_t i = 0; i < s->stretch_count; i++) {
        const syn_stretch *stretch = &s->stretches[i];
        const uint32_t *words = ids[stretch->document];
        s->stretch_first[i] = place;
        for (uint32_t w = stretch->begin; w < stretch->end; w++)
            s->symbols[place++] = words[w] + 1;
        s->symbols[place++] = 0;
        for (; (uint64_t)block << block_bits < place; block++)
            s->block_stretch[block] = i;
    }
    s->stretch_first[s->stretch_count] = place;
}

/* Every group's suffixes start where those of the groups before it end. */
static void bound_runs(syn_suffixes *s)
{
    uint32_t g = 0, at = 0;
    for (uint32_t i = 0; i < s->stretch_count; i++) {
        if (g < s->group_count && s->stretch_first[i] == s->groups[g].first)
            s->runs[g++] = at;
        at += s->stretches[i].end - s->stretches[i].begin;
    }
    s->runs[s->group_count] = at;
    s->run_count = s->group_count;
}

static uint64_t group_limit(uint64_t symbols, uint32_t group_words, uint32_t worker_count)
{
    if (group_words == 0)
        return UINT64_MAX;
    uint64_t groups = (symbols + group_words - 1) / group_words;
    const uint64_t worth_sharing = 1 << 16;
    if (groups < worker_count && symbols / worker_count > worth_sharing)
        groups = worker_count;
    return groups == 0 ? 1 : symbols / groups + 1;
}

syn_status syn_suffixes_init(syn_suffixes *s, const uint32_t *const *ids, const syn_stretch *stretches,
                             uint32_t stretch_count, uint32_t word_count, uint32_t group_words,
                             uint32_t worker_count)
{
    uint64_t words = 0;
    for (uint32_t i = 0; i < stretch_count; i++)
        words += stretches[i].end - stretches[i].begin;
    uint64_t symbols = words + stretch_count + 1;
    if (symbols >= UINT32_MAX)
        return SYN_LIMIT;
    *s = (syn_suffixes){.symbol_count = (uint32_t)symbols, .count = (uint32_t)words, .stretches = stretches,
                        .stretch_count = stretch_count, .word_count = word_count, .worker_count = worker_count};
    uint64_t limit = group_limit(symbols, group_words, worker_count);
    s->group_count = count_groups(stretches, stretch_count, limit, NULL);
    s->symbols = syn_alloc(symbols, sizeof *s->symbols);
    s->at = syn_alloc(words, sizeof *s->at);
    s->lcp = syn_alloc(words, sizeof *s->lcp);
    s->stretch_first = syn_alloc((size_t)stretch_count + 1, sizeof *s->stretch_first);
    s->block_stretch = syn_alloc((size_t)(symbols >> block_bits) + 2, sizeof *s->block_stretch);
    s->groups = syn_alloc_zero(s->group_count, sizeof *s->groups);
    s->runs = syn_alloc((size_t)s->group_count + 1, sizeof *s->runs);
    s->ranges = syn_alloc((size_t)s->group_count * worker_count + 1, sizeof *s->ranges);
    if (s->symbols == NULL || s->at == NULL || s->lcp == NULL || s->stretch_first == NULL ||
        s->block_stretch == NULL || s->groups == NULL || s->runs == NULL || s->ranges == NULL) {
        syn_suffixes_release(s);
        return SYN_MEMORY;
    }
    count_groups(stretches, stretch_count, limit, s->groups);
    lay_out(s, ids);
    bound_runs(s);
    return SYN_OK;
}

void syn_suffixes_release(syn_suffixes *s)
{
    free(s->symbols);
    free(s->at);
    free(s->lcp);
    free(s->stretch_first);
    free(s->block_stretch);
    free(s->groups);
    free(s->runs);
    free(s->ranges);
    free(s->next_at);
    free(s->next_lcp);
    *s = (syn_suffixes){0};
}

/* Renumbers the group's own words without gaps, in their order, so that most groups need two bytes a
 * symbol and the sort moves a third less. Returns how many numbers there are. */
static uint32_t renumber(const uint32_t *symbols, uint32_t count, uint32_t *numbers, uint32_t number_count)
{
    uint32_t used = 0;
    memset(numbers, 0, number_count * sizeof *numbers);
    for (uint32_t i = 0; i < count; i++)
        numbers[symbols[i]] = 1;
    for (uint32_t n = 0; n < number_count; n++) {
        uint32_t is_used = numbers[n];
        numbers[n] = used;
        used += is_used;
    }
    return used;
}

static unsigned width_of(uint32_t numbers)
{
    return numbers <= 1u << 16 ? 2 : numbers <= 1u << 24 ? 3 : 4;
}

static void write_bytes(const uint32_t *symbols, uint32_t count, const uint32_t *numbers, unsigned width, uint8_t *out)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = numbers[symbols[i]];
        for (unsigned b = 0; b < width; b++)
            *out++ = (uint8_t)(number >> 8 * (width - 1 - b));
    }
}

/* How many of the group's symbols are separators: they sort before all words. */
static uint32_t count_separators(const uint32_t *symbols, uint32_t count)
{
    uint32_t separators = 0;
    for (uint32_t i = 0; i < count; i++)
        separators += symbols[i] == 0;
    return separators;
}

/* Sorts the bytes and keeps, in order, the places where a word starts; the first `skip` symbols in order
 * are separators. */
static syn_status sort_small(const uint8_t *bytes, uint32_t count, unsigned width, uint32_t skip, uint32_t *out)
{
    int32_t *order = syn_alloc((size_t)count * width, sizeof *order);
    if (order == NULL || divsufsort(bytes, order, (int32_t)(count * width)) != 0) {
        free(order);
        return SYN_MEMORY;
    }
    for (size_t i = 0, met = 0; i < (size_t)count * width; i++) {
        uint32_t place = (uint32_t)order[i] / width;
        if (place * width == (uint32_t)order[i] && met++ >= skip)
            out[met - 1 - skip] = place;
    }
    free(order);
    return SYN_OK;
}

static syn_status sort_large(const uint8_t *bytes, uint32_t count, unsigned width, uint32_t skip, uint32_t *out)
{
    int64_t *order = syn_alloc((size_t)count * width, sizeof *order);
    if (order == NULL || divsufsort64(bytes, order, (int64_t)count * width) != 0) {
        free(order);
        return SYN_MEMORY;
    }
    for (size_t i = 0, met = 0; i < (size_t)count * width; i++) {
        uint64_t place = (uint64_t)order[i] / width;
        if (place * width == (uint64_t)order[i] && met++ >= skip)
            out[met - 1 - skip] = (uint32_t)place;
    }
    free(order);
    return SYN_OK;
}

/* Prefix lengths in order of place: the length at place p + 1 is at least that at p less one, so
 * all of them together cost one pass. Separators equal nothing, which ends every prefix. */
static void measure(const uint32_t *symbols, uint32_t count, const uint32_t *at, uint32_t kept,
                    uint32_t *before, uint32_t *lcp)
{
    const uint32_t none = UINT32_MAX;
    for (uint32_t i = 0; i < kept; i++)
        before[at[i]] = i == 0 ? none : at[i - 1];
    uint32_t length = 0;
    for (uint32_t p = 0; p < count; p++) {
        if (symbols[p] == 0 || before[p] == none) {
            length = 0;
            before[p] = 0;
            continue;
        }
        if (p + ahead < count && symbols[p + ahead] != 0 && before[p + ahead] != none)
            __builtin_prefetch(symbols + before[p + ahead] + (length > ahead ? length - ahead : 0));
        const uint32_t *a = symbols + p, *b = symbols + before[p];
        while (a[length] == b[length] && a[length] != 0)
            length++;
        before[p] = length;
        length -= length > 0;
    }
    for (uint32_t i = 0; i < kept; i++)
        lcp[i] = before[at[i]];
}

syn_status syn_suffixes_sort(syn_suffixes *s, uint32_t group)
{
    const syn_suffix_group *g = &s->groups[group];
    const uint32_t *symbols = s->symbols + g->first;
    const uint32_t first = s->runs[group], kept = s->runs[group + 1] - first;
    const uint64_t small_limit = (uint64_t)1 << 31;
    syn_status status = SYN_MEMORY;
    uint8_t *bytes = NULL;
    uint32_t *before = NULL, *numbers = syn_alloc((size_t)s->word_count + 1, sizeof *numbers);
    if (numbers == NULL)
        goto out;
    const unsigned width = width_of(renumber(symbols, g->count, numbers, s->word_count + 1));
    const uint32_t separators = count_separators(symbols, g->count);
    bytes = syn_alloc((size_t)g->count * width, 1);
    if (bytes == NULL)
        goto out;
    write_bytes(symbols, g->count, numbers, width, bytes);
    status = (uint64_t)g->count * width < small_limit ? sort_small(bytes, g->count, width, separators, s->at + first)
                                                      : sort_large(bytes, g->count, width, separators, s->at + first);
    free(bytes);
    bytes = NULL;
    if (status < 0)
        goto out;
    before = syn_alloc(g->count, sizeof *before);
    status = before == NULL ? SYN_MEMORY : SYN_OK;
    if (status < 0)
        goto out;
    measure(symbols, g->count, s->at + first, kept, before, s->lcp + first);
    for (uint32_t i = 0; i < kept; i++)
        s->at[first + i] += g->first;
out:
    free(numbers);
    free(bytes);
    free(before);
    return status;
}

uint32_t syn_suffixes_find(const syn_suffixes *s, uint32_t from, uint32_t end, uint32_t symbol)
{
    while (from < end) {
        uint32_t middle = from + (end - from) / 2;
        if (s->symbols[s->at[middle]] < symbol)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}

/* Cuts one merge into ranges of first symbols of about the same size. */
static void plan_merge(syn_suffixes *s, uint32_t left, uint32_t right, uint32_t end)
{
    uint32_t a = left, b = right;
    for (uint32_t w = 1; w <= s->worker_count; w++) {
        uint32_t a_end = right, b_end = end;
        if (w < s->worker_count && right > left) {
            uint32_t aim = left + (uint32_t)((uint64_t)(right - left) * w / s->worker_count);
            uint32_t symbol = s->symbols[s->at[aim]];
            a_end = syn_suffixes_find(s, a, right, symbol);
            b_end = syn_suffixes_find(s, b, end, symbol);
        }
        if (a_end > a || b_end > b)
            s->ranges[s->range_count++] = (syn_suffix_range){a, a_end, b, b_end, a + b - right};
        a = a_end;
        b = b_end;
    }
}

int64_t syn_suffixes_plan(syn_suffixes *s)
{
    if (s->run_count <= 1)
        return 0;
    if (s->next_at == NULL) {
        s->next_at = syn_alloc(s->count, sizeof *s->next_at);
        s->next_lcp = syn_alloc(s->count, sizeof *s->next_lcp);
        if (s->next_at == NULL || s->next_lcp == NULL)
            return SYN_MEMORY;
    }
    s->range_count = 0;
    for (uint32_t r = 0; r < s->run_count; r += 2) {
        uint32_t end = s->runs[r + 1];
        plan_merge(s, s->runs[r], end, r + 1 < s->run_count ? s->runs[r + 2] : end);
    }
    return s->range_count;
}

/* A long run of equal symbols: those at places [from, to) equal those `apart` places on, and at `to` they
 * differ or end. */
typedef struct long_run {
    uint32_t from, to, apart;
} long_run;

static bool equal_symbols(const uint32_t *symbols, uint32_t a, uint32_t b)
{
    return symbols[a] == symbols[b] && symbols[a] != 0;
}

/* How many symbols two suffixes share, `length` of them known. All suffixes that start in a long run lead
 * to its end, so that is remembered: else two copies of one text would be read once for every word. */
static uint32_t shared_symbols(const uint32_t *symbols, uint32_t a, uint32_t b, uint32_t length, long_run *runs)
{
    const uint32_t soon = length + long_words;
    while (length < soon && equal_symbols(symbols, a + length, b + length))
        length++;
    if (length < soon)
        return length;
    long_run *run = &runs[(b - a) * 0x9e3779b1u >> (32 - run_bits)];
    bool known = run->apart == b - a && run->to > run->from;
    if (known && a + length >= run->from && a + length < run->to)
        return run->to - a;
    while (equal_symbols(symbols, a + length, b + length)) {
        length++;
        if (known && a + length == run->from)
            length = run->to - a;
    }
    *run = (long_run){.from = a, .to = a + length, .apart = b - a};
    return length;
}

/* -1, 0 or 1 as the suffix at a sorts before, with or behind that at b; *length is known to be shared
 * and grows to all that is. A separator ends a suffix and equals only another one. */
static int compare(const uint32_t *symbols, uint32_t a, uint32_t b, uint32_t *length, long_run *runs)
{
    uint32_t n = *length = shared_symbols(symbols, a, b, *length, runs);
    return symbols[a + n] < symbols[b + n] ? -1 : symbols[a + n] > symbols[b + n];
}

/* left_shared and right_shared are what each side's next suffix shares with the last one written.
 * The side that shares more comes next, unseen; only when both share the same are words read. */
void syn_suffixes_merge(syn_suffixes *s, uint32_t range)
{
    syn_suffix_range r = s->ranges[range];
    uint32_t left_shared = 0, right_shared = 0, out = r.out;
    long_run runs[1 << run_bits] = {{0, 0, 0}};
    while (r.left < r.left_end && r.right < r.right_end) {
        bool take_left = left_shared > right_shared;
        if (left_shared == right_shared) {
            uint32_t shared = left_shared;
            take_left = compare(s->symbols, s->at[r.left], s->at[r.right], &shared, runs) <= 0;
            if (take_left)
                right_shared = shared;
            else
                left_shared = shared;
        }
        uint32_t from = take_left ? r.left++ : r.right++;
        if (from + ahead < s->count)
            __builtin_prefetch(&s->symbols[s->at[from + ahead]]);
        s->next_at[out] = s->at[from];
        s->next_lcp[out++] = take_left ? left_shared : right_shared;
        if (take_left)
            left_shared = r.left < r.left_end ? s->lcp[r.left] : 0;
        else
            right_shared = r.right < r.right_end ? s->lcp[r.right] : 0;
    }
    uint32_t shared = r.left < r.left_end ? left_shared : right_shared;
    uint32_t from = r.left < r.left_end ? r.left : r.right;
    uint32_t end = r.left < r.left_end ? r.left_end : r.right_end;
    for (; from < end; from++, out++) {
        s->next_at[out] = s->at[from];
        s->next_lcp[out] = shared;
        shared = from + 1 < end ? s->lcp[from + 1] : 0;
    }
}

void syn_suffixes_turn(syn_suffixes *s)
{
    uint32_t *at = s->at, *lcp = s->lcp;
    s->at = s->next_at;
    s->lcp = s->next_lcp;
    s->next_at = at;
    s->next_lcp = lcp;
    uint32_t runs = 0;
    for (uint32_t r = 0; r < s->run_count; r += 2)
        s->runs[runs++] = s->runs[r];
    s->runs[runs] = s->runs[s->run_count];
    s->run_count = runs;
}

uint32_t syn_suffixes_stretch(const syn_suffixes *s, uint32_t place)
{
    uint32_t i = s->block_stretch[place >> block_bits];
    while (s->stretch_first[i + 1] <= place)
        i++;
    return i;
}
