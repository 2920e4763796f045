/** The limit of --fail-over: how many open words a text may have.
 *
 *      limit_parse("40w,20%", &gate); // more than 40 words, or more than 20 % of the words of the text, are too many
 *      limit_parse("0w", &gate);      // any open word is too many
 *      limit_parse("never", &gate);   // no number is
 *
 *  A part that is not given is no limit. Percents may have three decimals behind a point.
 *
 *  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_LIMIT_H
#define SYN_CLI_LIMIT_H

#include "syndic/store.h"

/** Sets both limits of `gate`; NULL leaves them. */
bool limit_parse(const char *text, syn_gate *gate);

#endif
