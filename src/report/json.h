/** The canonical result: JSON as docs/result.schema.json describes it.
 *
 *  The public function is syn_report_json (syndic/report.h). Each item of an array stands on a line of
 *  its own, so that two results can be compared with any tool for text. Numbers are written without
 *  the C library, so no locale touches them: weights with one decimal, identities and shares with
 *  four, zeros at the end left out, never an exponent.
 */
#ifndef SYN_REPORT_JSON_H
#define SYN_REPORT_JSON_H

#include "base/buf.h"

#include <stdint.h>

void syn_json_whole(syn_buf *buf, uint64_t value);
/** `value` rounded to `decimals` (at most 6) places, half away from zero; what is no number, or
 *  beyond 10^12 either way, is 0. */
void syn_json_fixed(syn_buf *buf, double value, unsigned decimals);

#endif
