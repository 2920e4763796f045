/** UTF-8 that may be broken: how far one step goes, and how many steps meet no character.
 *
 *  Broken sequences follow the Unicode standard's "maximal subpart" practice (chapter 3, U+FFFD
 *  substitution): each is one to three bytes long and counts once.
 *
 *  Fails   never.  Units   bytes.
 */
#ifndef SYN_BASE_ENCODING_H
#define SYN_BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The bytes of the character, or of the broken sequence, at `at` (count >= 1); *broken says which. */
unsigned syn_utf8_step(const char *at, size_t count, bool *broken);
/** How many broken sequences stand in `count` bytes. Near memory speed on ASCII. */
uint64_t syn_utf8_broken(const char *at, size_t count);
/** Whether `count` bytes are the same but for the case of ASCII letters, whatever the locale. */
bool syn_ascii_same(const char *a, const char *b, size_t count);

#endif
