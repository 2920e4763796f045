/** The files that paths name: folders walked, a file met under several names once.
 *
 *      syn_paths files = {0};
 *      status = syn_paths_list(&files, paths, path_count, strict, &error);
 *      for (size_t i = 0; i < files.count; i++) ... files.entries[i].path ...
 *      syn_paths_release(&files);
 *
 *  Entries come in the order of the paths, those of a folder in byte order. What a folder holds and no run can use is
 *  listed, unless `strict` makes it an error.
 *
 *  Owns    its entries and their paths.  Fails   SYN_IO, SYN_MEMORY; release is for the caller then too.
 */
#ifndef SYN_PATHS_H
#define SYN_PATHS_H

#include "base/arena.h"
#include "syndic/corpus.h"

#include <sys/types.h>

typedef struct syn_entry {
    const char *path;
    bool named;       /**< by the caller, not met in a folder */
    dev_t device;
    ino_t inode;      /**< 0: not known to be a file that may be met again */
    uint64_t bytes;   /**< 0 without an inode */
    int64_t changed_seconds; /**< of the epoch; 0 without an inode */
    size_t place;     /**< in the order they were met */
} syn_entry;

typedef struct syn_paths {
    syn_entry *entries;
    size_t count, capacity;
    syn_skip *skips;
    size_t skip_count, skip_capacity;
    syn_arena arena;
} syn_paths;

syn_status syn_paths_list(syn_paths *out, const char *const *paths, size_t path_count, bool strict, syn_error *error);
void syn_paths_release(syn_paths *files);
/** Bytes of all files; 0 when that cannot be told, as of standard input. */
uint64_t syn_paths_bytes(const syn_paths *files);

#endif
