/** Least-significant-digit radix sort of 64-bit keys, stable, at most eleven bits a pass.
 *
 *  Cost    O(n) a pass; passes whose digit is the same in every key are skipped.
 *  Fails   never: the caller brings the scratch array (n items); counters take 128 KiB of stack.
 */
#ifndef SYN_BASE_SORT_H
#define SYN_BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

/** Sorts by bits [low_bit, high_bit) of each key, ascending; `keys` holds the result. */
void syn_sort_u64(uint64_t *keys, uint64_t *scratch, size_t count, unsigned low_bit, unsigned high_bit);

#endif
