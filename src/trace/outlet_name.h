/** Names of outlets: how they are folded, looked up, and told from other names.
 *
 *      char key[SYN_OUTLET_KEY];
 *      size_t bytes = syn_outlet_key("The N.Y. Daily News", 19, key);   // "new york daily news"
 *      const syn_outlet_form *form = syn_outlet_find("AFP", 3);          // form->name "Agence France-Presse"
 *      syn_outlet_ends("Fenmouth Gazette", 16);                          // true: it ends as outlets do
 *
 *  Units   bytes.  Fails   never: what is longer than a name can be is none.
 *  Cost    a binary search a look-up.
 */
#ifndef SYN_TRACE_OUTLET_NAME_H
#define SYN_TRACE_OUTLET_NAME_H

#include "trace/outlet_table.h"

#include <stdbool.h>

#define SYN_OUTLET_KEY 96
#define SYN_OUTLET_INITIALS_LEAST 3 /**< two letters may be anybody's */
#define SYN_OUTLET_INITIALS_MOST 6

/** Folds a name: lower case, one space between words, no article, dots or apostrophes, "&" as "and", "NY"
 *  in front as "new york". Returns its bytes; 0 when nothing is left or it is too long for a name. */
size_t syn_outlet_key(const char *text, size_t bytes, char key[SYN_OUTLET_KEY]);

/** The known outlet of this name, or NULL. Initials are asked for in capitals. */
const syn_outlet_form *syn_outlet_find(const char *text, size_t bytes);
/** The known outlet of a folded name, however it was written, or NULL. */
const syn_outlet_form *syn_outlet_of_key(const char *key, size_t bytes);

/** Whether a name of two words or more ends as names of outlets do ("… Gazette", "… News Bureau"). */
bool syn_outlet_ends(const char *text, size_t bytes);
/** Whether one word is what an outlet is called for short: "the Gazette", "The News". */
bool syn_outlet_is_short(const char *text, size_t bytes);

/** Whether others print what it writes: a known agency, or a name that ends as agencies' do ("… Press Agency",
 *  "… News Bureau", "… Wire"). */
bool syn_outlet_is_agency(const char *text, size_t bytes);
/** First letters of a folded name, small words aside: "fnb" of "fenmouth news bureau". Returns how many; 0 when they
 *  are too few or too many to go by. */
size_t syn_outlet_initials(const char *key, char initials[SYN_OUTLET_INITIALS_MOST + 1]);

/** The outlet whose site this is, for a host or an address of any kind; NULL when it is none known. */
const char *syn_outlet_at_host(const char *text, size_t bytes);

/** Whether two names are one outlet's as far as the names tell: the same known one, the same words, or the
 *  last words of the other ("Daily News", "NY DAILY NEWS"). */
bool syn_outlet_same(const char *a, size_t a_bytes, const char *b, size_t b_bytes);

#endif
