#include "cli/dedup_plan.h"

#include "cli/out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LEAST_MEMORY (UINT64_C(64) << 20)
#define LEAST_WORDS 5

static const char *const levels[] = {
    [SYN_LEVEL_EXACT] = "exact", [SYN_LEVEL_NEAR] = "near", [SYN_LEVEL_PASSAGE] = "passage"};

/** Which of the names it is, or -1. */
static int find(const char *word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, names[i]) == 0)
            return (int)i;
    return -1;
}

static bool parse_level(const char *text, syn_dedup_plan *plan)
{
    if (!text)
        return true;
    const int at = find(text, levels, 3);
    const char *nearest = opt_nearest(text, levels, 3);
    if (at >= 0)
        plan->level = at;
    else if (nearest)
        out_error("--level: \"%s\" is not known (did you mean %s?)", text, nearest);
    else
        out_error("--level: \"%s\" is not known (give exact, near or passage)", text);
    return at >= 0;
}

/** Digits with or without a point; false for all else. Not strtod: it reads what the locale says. */
static bool read_share(const char *text, double *out)
{
    double value = 0, scale = 1;
    const char *c = text;
    for (; *c >= '0' && *c <= '9'; c++)
        value = value * 10 + (*c - '0');
    if (c == text)
        return false;
    if (*c == '.') {
        for (c++; *c >= '0' && *c <= '9'; c++) {
            value = value * 10 + (*c - '0');
            scale *= 10;
        }
        if (c[-1] == '.')
            return false;
    }
    *out = value / scale;
    return !*c;
}

static bool parse_threshold(const char *text, syn_dedup_plan *plan)
{
    double share;
    if (!text)
        return true;
    if (strlen(text) > 20 || !read_share(text, &share) || share <= 0 || share > 1)
        return out_error("--threshold: \"%s\" is no share of a text's words (give more than 0 and at most 1, as 0.8)",
                         text);
    plan->threshold = share;
    return true;
}

/** Bits to shift by for a letter behind a number, or -1. */
static int shift_of(const char *letter)
{
    static const char letters[] = "KMGT";
    if (!*letter)
        return 0;
    const char upper = *letter >= 'a' && *letter <= 'z' ? (char)(*letter - 'a' + 'A') : *letter;
    const char *at = letter[1] ? NULL : strchr(letters, upper);
    return at ? 10 * (int)(at - letters + 1) : -1;
}

static bool parse_memory(const char *text, syn_dedup_plan *plan)
{
    uint64_t value = 0;
    const char *c = text;
    if (!text)
        return true;
    for (; *c >= '0' && *c <= '9' && value < UINT32_MAX; c++)
        value = value * 10 + (uint64_t)(*c - '0');
    const int shift = c == text ? -1 : shift_of(c);
    if (shift < 0 || value > UINT64_MAX >> shift)
        return out_error("--mem: \"%s\" is no size (give a whole number and K, M or G, as 512M or 2G)", text);
    plan->memory_bytes = value << shift;
    return plan->memory_bytes >= LEAST_MEMORY || out_error("--mem: %s is too little (give 64M or more)", text);
}

static bool check_words(const syn_dedup_plan *plan)
{
    return plan->min_words >= LEAST_WORDS ||
           out_error("--min-words: %u is too few (give %d or more)", plan->min_words, LEAST_WORDS);
}

/** TMPDIR is taken as it is, as other programs do; a folder that is named has to be one. */
static bool find_temporary(const char *named, syn_dedup_plan *plan)
{
    struct stat info;
    const char *option = named ? "--temp" : "TMPDIR", *folder = named ? named : getenv("TMPDIR");
    plan->temporary = folder && (*folder || named) ? folder : "/tmp";
    int problem = stat(plan->temporary, &info) < 0 ? errno : S_ISDIR(info.st_mode) ? 0 : ENOTDIR;
    if (problem == 0 && access(plan->temporary, W_OK | X_OK) < 0)
        problem = errno;
    return problem == 0 ||
           out_error("%s: \"%s\" cannot be written to: %s (give --temp a folder with room)", option, plan->temporary,
                     strerror(problem));
}

/* Who is kept */

/** A single word that is nearly one of the three was meant as that; an outlet can be told by a comma behind it. */
static bool parse_rule(const char *text, bool *found, syn_dedup_plan *plan)
{
    static const char *const names[] = {"longest", "earliest", "first"};
    static const syn_keep rules[] = {SYN_KEEP_LONGEST, SYN_KEEP_EARLIEST, SYN_KEEP_FIRST};
    const int at = find(text, names, 3);
    *found = at >= 0;
    if (*found)
        plan->keep = rules[at];
    const char *nearest = *found || strchr(text, ',') ? NULL : opt_nearest(text, names, 3);
    return !nearest || out_error("--keep: \"%s\" is not known (did you mean %s? An outlet of that name is \"%s,\")",
                                 text, nearest, text);
}

/** The name between two commas, without the blanks around it; NULL when nothing is left. */
static const char *trim(char *name, char *end)
{
    while (*name == ' ')
        name++;
    while (end > name && end[-1] == ' ')
        end--;
    *end = '\0';
    return *name ? name : NULL;
}

static size_t split_names(char *names, const char **out)
{
    size_t count = 0;
    for (char *at = names; at;) {
        char *comma = strchr(at, ','), *end = comma ? comma : at + strlen(at);
        const char *name = trim(at, end);
        if (name)
            out[count++] = name;
        at = comma ? comma + 1 : NULL;
    }
    return count;
}

static bool parse_keep(const char *text, dedup_plan *out)
{
    bool found = false;
    if (!text)
        return true;
    if (!parse_rule(text, &found, &out->plan) || found)
        return found;
    out->names = strdup(text);
    out->priorities = calloc(strlen(text) / 2 + 1, sizeof *out->priorities);
    if (!out->names || !out->priorities)
        return out_error("out of memory (close other programs)");
    out->plan.keep = SYN_KEEP_PRIORITY;
    out->plan.priorities = out->priorities;
    out->plan.priority_count = split_names(out->names, out->priorities);
    return out->plan.priority_count > 0 ||
           out_error("--keep: \"%s\" names no outlet (give longest, earliest, first or NAME,NAME)", text);
}

bool dedup_plan_make(const opt_values *values, dedup_plan *out)
{
    *out = (dedup_plan){.plan = values->plan};
    return parse_level(values->level, &out->plan) && parse_threshold(values->threshold, &out->plan) &&
           parse_memory(values->memory, &out->plan) && check_words(&out->plan) && parse_keep(values->keep, out) &&
           find_temporary(values->temporary, &out->plan);
}

void dedup_plan_release(dedup_plan *made)
{
    free(made->names);
    free(made->priorities);
    *made = (dedup_plan){0};
}

void dedup_plan_note(const opt_values *values, const syn_dedup_plan *plan)
{
    const char *level = levels[plan->level];
    syn_dedup_plan usual;
    syn_dedup_plan_init(&usual);
    if (values->threshold && plan->level != SYN_LEVEL_NEAR)
        out_error("--threshold has no effect with --level %s (near takes it)", level);
    if (plan->level == SYN_LEVEL_PASSAGE)
        return;
    if (plan->min_words != usual.min_words)
        out_error("--min-words has no effect with --level %s (passage takes it)", level);
    if (plan->min_left_words != usual.min_left_words)
        out_error("--min-left has no effect with --level %s (passage takes it)", level);
}
