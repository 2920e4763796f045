/** Plain text: the whole file is one document, byte for byte (a byte order mark too, so that spans
 *  count from the file's first byte). Its head may date it: ingest/heading.h says how.
 *
 *  Owns    nothing: the document points into the part's bytes.  Fails   the part's `failed` only.
 */
#ifndef SYN_INGEST_PLAIN_H
#define SYN_INGEST_PLAIN_H

#include "ingest/ingest.h"

void syn_plain_parse(syn_part *part);
/** Why bytes are not a text ("a PNG image, not a text (leave it out)"), or NULL when they may be one. Static. */
const char *syn_plain_refuse(const char *bytes, size_t count);

#endif
