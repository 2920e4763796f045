/** What the files of texts (texts.h) know of it, and of each other.
 *
 *  A text is a place in a column: an origin, where in it, how many bytes, and their hash. Ids are a column of bytes,
 *  each with a NUL behind it; marks say where every so many ids begin.
 *
 *      places | p0 | p1 | p2 | ...            ids | "a" "b" ... | "q" "r" ...
 *                                             marks ^            ^
 */
#ifndef SYN_TEXTS_INSIDE_H
#define SYN_TEXTS_INSIDE_H

#include "base/arena.h"
#include "base/column.h"
#include "texts.h"
#include "texts_packed.h"

#define SYN_TEXTS_IDS 16 /**< from one mark to the next */

/** Where texts come from: a file, or an index. */
typedef struct syn_origin {
    const char *path;     /**< NULL for an index */
    syn_index *index;
    syn_record_form form; /**< SYN_RECORD_NONE: a document of an index */
    bool kept;            /**< its records lie in the packed blocks, not at their places in the file */
} syn_origin;

/** Where a text is. */
typedef struct syn_place {
    uint64_t at;     /**< in the file; of what is kept, as syn_packed_add says; the number in an index */
    uint64_t hash;   /**< of the record; of a plain text, of the text */
    uint32_t count;  /**< bytes of the record; of no meaning for a plain text of a file and one of an index */
    uint32_t origin;
} syn_place;

struct syn_texts {
    const char *field_text, *folder;
    syn_origin *origins;
    size_t origin_count, origin_capacity;
    syn_arena arena;             /**< paths */
    syn_column places, ids, marks;
    syn_packed packed;
    syn_place *added;            /**< of the batch that is added; their ids are in `names` */
    size_t added_count, added_capacity;
    syn_buf names;
};

/** Places [first, first + count). */
syn_status syn_texts_places(const syn_texts *texts, uint64_t first, size_t count, syn_place *places, syn_error *error);

#endif
