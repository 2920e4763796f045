/** The folder an index lives in: which environment is in use, and who may write.
 *
 *      IX/syndic-index     "syndic-index 1\ngeneration N\nserial M\n": replaced as a whole by renaming
 *      IX/gNNNNNN.mdb      the environment of generation N, with LMDB's -lock beside it
 *      IX/writer           locked by whoever writes, as long as it writes
 *
 *  The serial is that of an acknowledged change at the time of writing: an environment that is behind it has lost
 *  something, and is refused.
 *
 *  Owns    a path it hands out is freed by the caller.  Fails   SYN_IO, SYN_INPUT, SYN_MEMORY, with a message.
 */
#ifndef SYN_STORE_FOLDER_H
#define SYN_STORE_FOLDER_H

#include "syndic/base.h"

#include <stdbool.h>

typedef struct syn_folder_line {
    uint32_t generation;
    uint64_t serial;
} syn_folder_line;

/** "FOLDER/NAME", to be freed; NULL when memory is short. */
char *syn_folder_path(const char *folder, const char *name);
/** The path of a generation's environment. */
char *syn_folder_environment(const char *folder, uint32_t generation);

/** Whether `syndic-index` stands in the folder and is an index's, of any version. */
bool syn_folder_is(const char *folder);
/** Whether a file is a part of an index: by its name, in a folder that is one. */
bool syn_folder_owns(const char *path);
syn_status syn_folder_read(const char *folder, syn_folder_line *out, syn_error *error);
/** Replaces the line; on the disk, with its name, when this returns and `synced`. */
syn_status syn_folder_write(const char *folder, const syn_folder_line *line, bool synced, syn_error *error);
/** Makes the folder, or takes one that is empty or holds the leavings of a creation that was killed. */
syn_status syn_folder_make(const char *folder, syn_error *error);
/** Takes the writer's lock; *out is closed to give it back. */
syn_status syn_folder_lock(const char *folder, int *out, syn_error *error);
/** Removes what killed writers left: environments of other generations than `keep`, a half-written line. */
void syn_folder_sweep(const char *folder, uint32_t keep);
/** Makes a nameless folder below `parent` and says its path, to be freed. */
syn_status syn_folder_scratch(const char *parent, char **out, syn_error *error);
/** Unlinks an environment and its lock. */
void syn_folder_unlink(const char *environment);
/** Bytes of the folder's files. */
uint64_t syn_folder_bytes(const char *folder);
/** Sees to it that the folder's names are on the disk. */
bool syn_folder_sync(const char *folder);

#endif
