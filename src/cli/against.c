#include "cli/against.h"

#include "cli/out.h"
#include "cli/place.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/** Where --against leads, and whether an index is there. */
typedef struct against_target {
    char *path;
    bool index;
    dev_t device;
    ino_t inode;
} against_target;

static bool find_target(const char *name, against_target *out)
{
    struct stat info;
    out->path = place_find(name);
    if (!out->path)
        return false;
    out->index = *name == '@' || syn_index_is(out->path);
    if (out->index && stat(out->path, &info) == 0) {
        out->device = info.st_dev;
        out->inode = info.st_ino;
    }
    return true;
}

/** A process opens an index once only, whatever names it has. */
static bool is_repeated(const against_target *targets, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (targets[i].index && targets[i].inode == targets[at].inode && targets[i].device == targets[at].device &&
            targets[at].inode != 0)
            return true;
    return false;
}

static bool open_index(against_found *found, const char *path)
{
    syn_error error = {.message = "out of memory (close other programs)"};
    if (syn_index_open(path, SYN_INDEX_READ, &found->indexes[found->index_count], &error) < 0)
        return out_error("%s", error.message);
    found->index_count++;
    return true;
}

bool against_open(const opt_list *against, against_found *out)
{
    *out = (against_found){.target_count = against->count};
    out->targets = calloc(against->count + 1, sizeof *out->targets);
    out->paths = calloc(against->count + 1, sizeof *out->paths);
    out->indexes = calloc(against->count + 1, sizeof(syn_index *));
    if (!out->targets || !out->paths || !out->indexes)
        return out_error("out of memory (close other programs)");
    for (size_t i = 0; i < against->count; i++) {
        against_target *target = &out->targets[i];
        if (!find_target(against->at[i], target))
            return false;
        if (!target->index)
            out->paths[out->path_count++] = target->path;
        else if (!is_repeated(out->targets, i) && !open_index(out, target->path))
            return false;
    }
    return true;
}

void against_release(against_found *found)
{
    for (size_t i = found->index_count; i-- > 0;)
        syn_index_close(found->indexes[i]);
    for (size_t i = 0; found->targets && i < found->target_count; i++)
        free(found->targets[i].path);
    free(found->targets);
    free(found->paths);
    free(found->indexes);
    *found = (against_found){0};
}
