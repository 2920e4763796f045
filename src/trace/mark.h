/** Quotation marks one by one: what form they have, and whether what stands beside them lets them open or close.
 *
 *      for (uint32_t at = in.begin; at < in.end;) {
 *          syn_mark mark;
 *          at = syn_mark_next(text, in, at, &mark);
 *          if (mark.may != 0) ...
 *      }
 *
 *  Fails   never.  Units   bytes.  Cost    near memory speed where there are none.
 */
#ifndef SYN_TRACE_MARK_H
#define SYN_TRACE_MARK_H

#include "text/layout.h"

/** Marks of one family pair with one another only. */
typedef enum syn_family {
    SYN_DOUBLE, /**< “ ” " „ ‟ '' `` */
    SYN_SINGLE, /**< ‘ ’ ' ‚ ` */
    SYN_ANGLE,  /**< « » */
    SYN_NARROW, /**< ‹ › */
    SYN_CORNER, /**< 「 」 */
    SYN_WHITE   /**< 『 』 */
} syn_family;

enum { SYN_OPENS = 1, SYN_CLOSES = 2, SYN_LOW = 4, SYN_STRAIGHT = 8 };

typedef struct syn_mark {
    uint32_t begin, end;
    unsigned char family;
    unsigned char may; /**< SYN_OPENS, SYN_CLOSES, both; SYN_LOW beside it for „ and its like. 0: no mark */
} syn_mark;

/** Looks for a mark from `at` on in the stretch `in`, and returns where to go on. out->may is 0 when none was found,
 *  or what was found is an apostrophe or a sign of inches. */
uint32_t syn_mark_next(const char *text, syn_reach in, uint32_t at, syn_mark *out);

#endif
