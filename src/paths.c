#include "paths.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/file.h"
#include "store/folder.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct listing {
    syn_paths *files;
    bool strict;
    syn_error *error;
} listing;

static syn_status add_entry(listing *l, const char *path, bool named)
{
    syn_paths *files = l->files;
    const char *kept = syn_arena_text(&files->arena, path, strlen(path));
    if (!kept || !syn_alloc_room((void **)&files->entries, &files->capacity, files->count + 1, sizeof(syn_entry)))
        return syn_fail_memory(l->error);
    syn_entry *e = &files->entries[files->count];
    *e = (syn_entry){.path = kept, .named = named, .place = files->count++};
    struct stat about;
    if (strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISREG(about.st_mode)) {
        e->device = about.st_dev;
        e->inode = about.st_ino;
        e->bytes = (uint64_t)about.st_size;
        e->changed_seconds = (int64_t)about.st_mtime;
    }
    return SYN_OK;
}

static int order_files(const void *left, const void *right)
{
    const syn_entry *a = left, *b = right;
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    if (a->inode != b->inode)
        return a->inode < b->inode ? -1 : 1;
    int way = strcmp(a->path, b->path);
    return way ? way : (a->place > b->place) - (a->place < b->place);
}

static int order_places(const void *left, const void *right)
{
    const syn_entry *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

/** Keeps a file that was met under several names once, by the name that is first bytewise. */
static void drop_repeats(syn_paths *files)
{
    size_t kept = 0;
    if (files->count < 2)
        return;
    qsort(files->entries, files->count, sizeof(syn_entry), order_files);
    for (size_t i = 0; i < files->count; i++) {
        const syn_entry *e = &files->entries[i];
        syn_entry *last = kept ? &files->entries[kept - 1] : NULL;
        if (last && e->inode && e->inode == last->inode && e->device == last->device)
            last->named |= e->named;
        else
            files->entries[kept++] = *e;
    }
    files->count = kept;
    qsort(files->entries, files->count, sizeof(syn_entry), order_places);
}

static syn_status take_walked(void *context, const char *path, const char *why)
{
    listing *l = context;
    syn_paths *files = l->files;
    if (syn_folder_owns(path))
        return SYN_OK; /* An index may stand beside the texts it was made of. */
    if (!why)
        return add_entry(l, path, false);
    if (l->strict)
        return syn_fail(l->error, SYN_IO, "%s: %s (mend it, or leave it out)", path, why);
    syn_skip skip = {syn_arena_text(&files->arena, path, strlen(path)),
                     syn_arena_text(&files->arena, why, strlen(why))};
    if (!skip.path || !skip.why ||
        !syn_alloc_room((void **)&files->skips, &files->skip_capacity, files->skip_count + 1, sizeof skip))
        return syn_fail_memory(l->error);
    files->skips[files->skip_count++] = skip;
    return SYN_OK;
}

syn_status syn_paths_list(syn_paths *out, const char *const *paths, size_t path_count, bool strict, syn_error *error)
{
    listing l = {.files = out, .strict = strict, .error = error};
    syn_status status = SYN_OK;
    for (size_t i = 0; i < path_count && status == SYN_OK; i++) {
        int kind = strcmp(paths[i], "-") == 0 ? 0 : syn_file_kind(paths[i], error);
        if (kind < 0)
            status = (syn_status)kind;
        else if (kind == 1)
            status = syn_file_walk(paths[i], take_walked, &l, error);
        else
            status = add_entry(&l, paths[i], true);
    }
    if (status == SYN_OK)
        drop_repeats(out);
    return status;
}

void syn_paths_release(syn_paths *files)
{
    free(files->entries);
    free(files->skips);
    syn_arena_release(&files->arena);
    *files = (syn_paths){0};
}

uint64_t syn_paths_bytes(const syn_paths *files)
{
    uint64_t total = 0;
    for (size_t i = 0; i < files->count; i++) {
        if (!files->entries[i].inode)
            return 0;
        total += files->entries[i].bytes;
    }
    return total;
}
