/** Short names of one collection: which full name each stands for, if only one fits.
 *
 *      syn_full_name names[] = {{.key = "courier", .sure = true}, {.key = "npa", .brief = true},
 *                               {.key = "northsea press agency", .sure = true},
 *                               {.key = "port bray courier", .sure = true}};
 *      syn_outlet_resolve(names, 4);          // names[0].to is 3, names[1].to is 2; the others are themselves
 *
 *  A short name is the last words of a full one ("bray courier"). In a place of credit it may be its
 *  initials ("npa"), or the first words of an agency ("northsea"). Where two full names fit, it stays itself.
 *  Names of the table are theirs alone: they neither take short names here nor are any.
 *
 *  Fails   SYN_MEMORY, with `to` unset.   Cost    names and their last words sorted once.
 */
#ifndef SYN_TRACE_OUTLET_FULL_H
#define SYN_TRACE_OUTLET_FULL_H

#include "syndic/result.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct syn_full_name {
    const char *key;  /**< folded, as outlet_name.h does; each key once */
    bool sure;        /**< named as an outlet somewhere, not only tentatively */
    bool brief;       /**< stands in a place of credit */
    bool known;       /**< of the table */
    uint32_t to;      /**< set: the name it stands for, or its own number */
} syn_full_name;

syn_status syn_outlet_resolve(syn_full_name *names, uint32_t count);

#endif
