/** The canonical result: JSON as docs/result.schema.json describes it.
 *
 *  The public function is syn_report_json (src/write.c), which has the pieces written in parallel and
 *  hands them on in order. Each item of an array stands on a line of its own, so that two results can
 *  be compared with any tool for text. Numbers are written without the C library, so no locale touches
 *  them: weights with one decimal, identities and shares with four, zeros at the end left out, never
 *  an exponent.
 *
 *      for (size_t i = 0; i < syn_json_pieces(view); i++)
 *          syn_json_piece(view, i, &buf);      // one behind another they are the whole
 *
 *  Fails   buf->failed when memory is short.
 */
#ifndef SYN_REPORT_JSON_H
#define SYN_REPORT_JSON_H

#include "base/buf.h"
#include "syndic/result.h"

#include <stdint.h>

size_t syn_json_pieces(const syn_result_view *view);
/** Appends one piece of the result. Pieces do not depend on one another. */
void syn_json_piece(const syn_result_view *view, size_t piece, syn_buf *buf);

/** Appends item `item` of a check: {"document":"a.txt","over":true,...}. */
void syn_json_checked(const syn_result_view *view, size_t item, syn_buf *buf);
/** Appends an item's beginning, up to its passages, which follow as another member. */
void syn_json_checked_head(const syn_result_view *view, const syn_checked *checked, syn_buf *buf);
/** Appends a check's limits as they are asked for: "40w,20%", "40w", "20%"; "never". */
void syn_json_limit(const syn_result_view *view, syn_buf *buf);

void syn_json_whole(syn_buf *buf, uint64_t value);
/** A member whose label is all that stands before the value, such as ",\"words\":"; a text may be NULL. */
void syn_json_put_text(syn_buf *buf, const char *label, const char *text);
void syn_json_put_whole(syn_buf *buf, const char *label, uint64_t value);
/** `value` rounded to `decimals` (at most 6) places, half away from zero; what is no number, or
 *  beyond 10^12 either way, is 0. */
void syn_json_fixed(syn_buf *buf, double value, unsigned decimals);

#endif
