#include "cli/dedup_size.h"

#include <fts.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

/** As folders are read: hidden names and links to folders are left out. */
static uint64_t size_below(const char *path)
{
    char *const roots[] = {(char *)path, NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
    uint64_t bytes = 0;
    for (FTSENT *entry; walk && (entry = fts_read(walk)) != NULL;) {
        struct stat info;
        if (entry->fts_level > 0 && entry->fts_name[0] == '.')
            fts_set(walk, entry, FTS_SKIP);
        else if (entry->fts_info == FTS_F && S_ISREG(entry->fts_statp->st_mode))
            bytes += (uint64_t)entry->fts_statp->st_size;
        else if (entry->fts_info == FTS_SL && stat(entry->fts_accpath, &info) == 0 && S_ISREG(info.st_mode))
            bytes += (uint64_t)info.st_size;
    }
    if (walk)
        fts_close(walk);
    return bytes;
}

uint64_t dedup_size_of(const char *const *paths, size_t count)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        if (*paths[i] && strcmp(paths[i], "-") != 0)
            bytes += size_below(paths[i]);
    return bytes;
}

uint64_t dedup_size_free(const char *folder)
{
    struct statvfs room;
    return statvfs(folder, &room) == 0 ? (uint64_t)room.f_bavail * room.f_frsize : UINT64_MAX;
}

const char *dedup_size_text(uint64_t bytes, char out[DEDUP_SIZE_TEXT])
{
    static const char units[] = "kMGT";
    double value = (double)bytes / 1000;
    size_t unit = 0;
    if (bytes < 1000) {
        snprintf(out, DEDUP_SIZE_TEXT, "%" PRIu64 " %s", bytes, bytes == 1 ? "byte" : "bytes");
        return out;
    }
    for (; value >= 999.5 && units[unit + 1]; unit++)
        value /= 1000;
    snprintf(out, DEDUP_SIZE_TEXT, value < 9.95 ? "%.1f %cB" : "%.0f %cB", value, units[unit]);
    return out;
}
