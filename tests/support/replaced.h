/** JSON that is wrong in one place.
 *
 *      replace(&json, "\"words\":3", "\"words\":-3", &out);
 */
#ifndef SYN_TESTS_REPLACED_H
#define SYN_TESTS_REPLACED_H

#include "base/buf.h"

#include <criterion/criterion.h>

/** Sets `out` to `json` with the first `from`, which must be there, replaced by `to`. */
static inline void replace(const syn_buf *json, const char *from, const char *to, syn_buf *out)
{
    const char *at = strstr(json->bytes, from);
    cr_assert_not_null(at, "%s is not there", from);
    syn_buf_clear(out);
    syn_buf_add(out, json->bytes, (size_t)(at - json->bytes));
    syn_buf_text(out, to);
    syn_buf_text(out, at + strlen(from));
}

#endif
