#include "cli/spare.h"

#include "cli/out.h"

#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/** Whether `output` is a file that would be replaced. */
static bool is_replaced(const char *output, struct stat *target)
{
    return strcmp(output, "-") != 0 && stat(output, target) == 0 && S_ISREG(target->st_mode);
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool refuse(const char *option, const char *output)
{
    return out_error("%s: is one of the texts and would be replaced (give %s another name)", output, option);
}

static bool spares(const char *option, const char *output, const struct stat *target, const char *path)
{
    struct stat input;
    return stat(path, &input) < 0 || !is_same(&input, target) || refuse(option, output);
}

static bool spares_each(const char *option, const char *output, const char *const *paths, size_t count)
{
    struct stat target;
    if (!is_replaced(output, &target))
        return true;
    for (size_t i = 0; i < count; i++)
        if (!spares(option, output, &target, paths[i]))
            return false;
    return true;
}

bool spare_index(const char *option, const char *output)
{
    char *path = strcmp(output, "-") == 0 ? NULL : realpath(output, NULL), *name = path ? strrchr(path, '/') : NULL;
    if (name)
        *name = '\0'; /* the folder is left */
    const bool spared = !name || !syn_index_is(path);
    free(path);
    return spared || out_error("%s: belongs to an index and would be replaced (give %s another name)", output, option);
}

bool spare_named(const char *option, const char *output, const opt_values *values, const list_paths *paths)
{
    return spares_each(option, output, paths->at, paths->count) &&
           spares_each(option, output, values->against.at, values->against.count) &&
           spares_each(option, output, values->ignored.at, values->ignored.count) &&
           spares_each(option, output, &values->baseline, values->baseline != NULL) && spare_index(option, output);
}

bool spare_path(const char *option, const char *output, const char *path)
{
    return spares_each(option, output, &path, 1);
}

/** Records of one file share its path. */
bool spare_texts(const char *output, const syn_corpus *corpus)
{
    struct stat target;
    const char *seen = NULL;
    if (!is_replaced(output, &target))
        return true;
    for (size_t i = 0; i < syn_corpus_count(corpus); i++) {
        const char *path = syn_corpus_get(corpus, i)->path;
        if (path && path != seen && !spares("-o", output, &target, path))
            return false;
        seen = path;
    }
    return true;
}

/** Hidden names and links to folders are not read. */
static bool meets(const char *path, const struct stat *target)
{
    char *const roots[] = {(char *)path, NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
    bool met = false;
    for (FTSENT *entry; walk && !met && (entry = fts_read(walk)) != NULL;) {
        struct stat info;
        if (entry->fts_level > 0 && entry->fts_name[0] == '.')
            fts_set(walk, entry, FTS_SKIP);
        else if (entry->fts_info == FTS_F)
            met = is_same(entry->fts_statp, target);
        else if (entry->fts_info == FTS_SL)
            met = stat(entry->fts_accpath, &info) == 0 && is_same(&info, target);
    }
    if (walk)
        fts_close(walk);
    return met;
}

bool spare_folders(const char *option, const char *output, const char *const *paths, size_t count)
{
    struct stat target;
    if (!is_replaced(output, &target))
        return true;
    for (size_t i = 0; i < count; i++)
        if (strcmp(paths[i], "-") != 0 && *paths[i] && meets(paths[i], &target))
            return refuse(option, output);
    return true;
}
