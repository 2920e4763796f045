/** Plain words eight bytes at a time, one after another: the twin of the way by AVX2, on any machine.
 */
#include "text/plain.h"
#include "text/sweep_plain.h"

/** Whether a plain word is surely at its end before the byte at `at`; the byte behind may be looked at. */
static inline bool plain_ends(const char *at)
{
    unsigned char byte = (unsigned char)at[0];

    if (byte == '-')
        return (signed char)at[1] > ' ';
    return byte < 0x80 && byte != '\'' && byte != '`';
}

size_t syn_sweep_portable(const char *text, size_t at, size_t count, syn_sweep_batch *batch)
{
    while (count - at >= SYN_SWEEP_SLACK && batch->count < batch->capacity) {
        unsigned start = syn_plain_start((unsigned char)text[at]), bytes;
        uint64_t low, high = 0;
        if (start == 0) {
            ++at;
            continue;
        }
        if (start == 2)
            break;
        bytes = syn_plain_word(text + at, &low);
        if (bytes == 8)
            bytes += syn_plain_word(text + at + 8, &high);
        if ((bytes == 16 && syn_plain_start((unsigned char)text[at + 16]) == 1) || !plain_ends(text + at + bytes))
            break;
        syn_sweep_batch_add(batch, syn_sweep_short(low, high), batch->offset + at, batch->offset + at + bytes);
        at += bytes;
    }
    return at;
}
