/** UTF-8 as it comes: decoding that never fails, and counting.
 *
 *  Broken sequences follow the Unicode standard's "maximal subpart" practice (chapter 3, U+FFFD
 *  substitution): each is one U+FFFD of one to three bytes.
 */
#ifndef SYN_TEXT_UTF8_H
#define SYN_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/** Decodes the character at `at` (count >= 1); *bytes is how many it takes. Broken: 0xFFFD, and
 *  *broken is raised by one when broken is not NULL. */
uint32_t syn_utf8_decode(const char *at, size_t count, unsigned *bytes, uint64_t *broken);
/** Writes 1 to 4 bytes. */
unsigned syn_utf8_encode(uint32_t character, char out[4]);
/** Code points in `count` bytes, broken sequences one each. Near memory speed on valid text. */
size_t syn_utf8_count(const char *at, size_t count);

#endif
