/** What must hold of any result, whatever the documents: checked from outside, one naive count at a time.
 *
 *      char *json = whole_json(result, &bytes);     // the caller frees it
 *      const char *broken = whole_broken(result);   // NULL, or the law that does not hold
 *      if (broken != NULL)
 *          printf("%s (%s)\n", broken, whole_where());
 *
 *  Words are the library's own (another law holds them to a twin); everything else is counted anew.
 *  Short memory aborts.
 */
#ifndef TESTS_SUPPORT_WHOLE_H
#define TESTS_SUPPORT_WHOLE_H

#include "syndic/syndic.h"

/** The canonical JSON, NUL-terminated. */
char *whole_json(const syn_result *result, size_t *bytes);

/** Whether the bytes are well-formed UTF-8 and one JSON value. */
bool whole_is_json(const char *bytes, size_t count);

/** The first law that the result breaks, or NULL. */
const char *whole_broken(const syn_result *result);

/** Which passage, witness, pair or document broke it. */
const char *whole_where(void);

#endif
