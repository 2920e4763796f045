/* Any bytes as a text: the sweep finds the words that syn_text_make does, its two ways find the same, and a
 * sample holds what it should. The first bytes choose how shingles are made.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_sweep.c      for searching
 *      cc -DREPLAY ... && ./fuzz_sweep FILE...                                    for replaying
 */
#include "support/swept.h"

#undef NDEBUG
#include <assert.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A copy of the exact size lets the sanitizer see one byte too far. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t k = size > 0 ? 1 + data[0] % SYN_SWEEP_MOST_WORDS : 5;
    uint64_t bound = size > 1 ? UINT64_MAX >> data[1] % 12 : UINT64_MAX;
    char *text = malloc(size ? size : 1);
    swept_check check = {0};
    const char *broken;
    assert(text);
    if (size)
        memcpy(text, data, size);
    swept_begin(&check);
    broken = swept_law(&check, text, size, k, bound);
    if (broken)
        fprintf(stderr, "not held: %s\n", broken);
    assert(!broken);
    swept_end(&check);
    free(text);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
