/** The line that says how far a stage is: its name, a bar, done of all, the rate and the time that is left of it.
 *
 *      char line[METER_BYTES];
 *      meter_line(&step, 2.5, 80, line); // "match [######......] 620/1,000 texts, 248/s, 0:02 left"
 *
 *  What does not fit is left out: the bar first, then the rate, the time, the numbers.
 *
 *  Owns    nothing.  Fails   never; a width of nothing gives an empty line.
 *  Units   seconds since the stage began; columns, which are bytes here.
 */
#ifndef SYN_CLI_METER_H
#define SYN_CLI_METER_H

#include "syndic/options.h"

#define METER_BYTES 160
#define METER_COUNT 32

/** Writes at most `columns` characters and a NUL; the same for the same arguments. */
void meter_line(const syn_step *step, double seconds, unsigned columns, char out[METER_BYTES]);

/** 1234567 as "1,234,567". Returns `out`. */
const char *meter_count(uint64_t count, char out[METER_COUNT]);

#endif
