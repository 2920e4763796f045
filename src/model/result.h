/** A result while it is being filled (the public face is include/syndic/result.h). */
#ifndef SYN_MODEL_RESULT_H
#define SYN_MODEL_RESULT_H

#include "base/arena.h"
#include "syndic/result.h"

/** The arrays of `view` are heap arrays owned by the result; the filler casts const away from what it
 *  allocated itself. Strings live in `arena`. */
struct syn_result {
    syn_result_view view;
    syn_options options; /**< copied, so that the caller's may go */
    syn_arena arena;
    syn_corpus *own_corpus; /**< freed with the result; NULL when the caller's */
};

syn_status syn_result_new(const syn_corpus *corpus, const syn_options *options, syn_result **out);

/** Takes documents without a witness out of a result that owns its corpus, but for the first ones. What refers to a
 *  document must refer to one that stays. */
syn_status syn_result_trim(syn_result *result, size_t first_count);

#endif
