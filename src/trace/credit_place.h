/** Well-known places: what opens datelines and is no outlet.
 *
 *      syn_credit_is_place("BUENOS AIRES", 12);      // true
 *
 *  Fails   never.  Cost    a binary search.
 */
#ifndef SYN_TRACE_CREDIT_PLACE_H
#define SYN_TRACE_CREDIT_PLACE_H

#include <stdbool.h>
#include <stddef.h>

bool syn_credit_is_place(const char *text, size_t bytes);

#endif
