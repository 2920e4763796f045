/** The names of known outlets and agencies: what each is called, and where its site is.
 *
 *      {"afp", "Agence France-Presse", SYN_OUTLET_AGENCY | SYN_OUTLET_INITIALS},
 *      {"apnews.com", "Associated Press"},
 *
 *  A new name is a line, in order of bytes; outlet_name.h says how a name is folded and looked up. An
 *  outlet's own name is among its forms. Outlets that are not here are told by how their names end.
 *
 *  Fails   never: a constant.
 */
#ifndef SYN_TRACE_OUTLET_TABLE_H
#define SYN_TRACE_OUTLET_TABLE_H

#include <stddef.h>

enum {
    SYN_OUTLET_AGENCY = 1,   /**< what it writes is printed by others */
    SYN_OUTLET_INITIALS = 2, /**< only in capitals: "AP" */
    SYN_OUTLET_COMMON = 4    /**< also an ordinary word, a person or another body: "Time", "Forbes", "PA" */
};

typedef struct syn_outlet_form {
    const char *key;  /**< folded */
    const char *name; /**< of the outlet */
    unsigned flags;
} syn_outlet_form;

typedef struct syn_outlet_host {
    const char *host, *name;
} syn_outlet_host;

typedef struct syn_outlet_table {
    const syn_outlet_form *forms; size_t form_count;
    const syn_outlet_host *hosts; size_t host_count;
} syn_outlet_table;

extern const syn_outlet_table syn_outlet_known;

#endif
