#include "cli/opt.h"

#include <string.h>

/** Inserted, dropped, replaced and swapped characters between two words of at most 31 characters. */
static size_t edits(const char *a, const char *b)
{
    size_t cost[32][32], m = strlen(a), n = strlen(b);
    if (m > 31 || n > 31)
        return SIZE_MAX;
    for (size_t i = 0; i <= m; i++) {
        for (size_t j = 0; j <= n; j++) {
            size_t best = i + j;
            if (i && j)
                best = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (i && cost[i - 1][j] + 1 < best)
                best = cost[i - 1][j] + 1;
            if (j && cost[i][j - 1] + 1 < best)
                best = cost[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && cost[i - 2][j - 2] + 1 < best)
                best = cost[i - 2][j - 2] + 1;
            cost[i][j] = best;
        }
    }
    return cost[m][n];
}

const char *opt_nearest(const char *word, const char *const *candidates, size_t count)
{
    const char *nearest = NULL, *prefixed = NULL;
    size_t limit = strlen(word) / 3, best = (limit < 2 ? limit : 2) + 1, prefixes = 0;
    for (size_t i = 0; i < count; i++) {
        size_t distance = edits(word, candidates[i]);
        if (distance < best) {
            best = distance;
            nearest = candidates[i];
        }
        if (*word && strncmp(word, candidates[i], strlen(word)) == 0) {
            prefixed = candidates[i];
            prefixes++;
        }
    }
    return prefixes == 1 ? prefixed : nearest;
}
