/** How much the paths of a run hold, and what room there is for what it may put aside.
 *
 *      dedup_size_of(paths.at, paths.count);   // 216000000
 *      dedup_size_free("/tmp");
 *      dedup_size_text(216000000, text);       // "216 MB"
 *
 *  Owns    nothing.  Fails   never: what cannot be told counts as nothing.  Units   bytes; K, M, G and T are thousands.
 */
#ifndef SYN_CLI_DEDUP_SIZE_H
#define SYN_CLI_DEDUP_SIZE_H

#include <stddef.h>
#include <stdint.h>

#define DEDUP_SIZE_TEXT 32

/** Of regular files, those in folders too. */
uint64_t dedup_size_of(const char *const *paths, size_t count);
/** Bytes that are free in the file system of a folder; UINT64_MAX when that cannot be told. */
uint64_t dedup_size_free(const char *folder);
/** "14 bytes", "9.6 MB", "216 MB". Returns `out`. */
const char *dedup_size_text(uint64_t bytes, char out[DEDUP_SIZE_TEXT]);

#endif
