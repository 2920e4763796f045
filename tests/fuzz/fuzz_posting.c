/* Any bytes as a block, and as what garbles one: nothing outside is read, and what is read ascends and ends. Also any
 * bytes as postings, which must be read as they were packed.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_posting.c      for searching
 *      cc -DREPLAY ... && ./fuzz_posting FILE...                                    for replaying
 */
#include "base/posting.h"

#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 4080 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int order(const void *left, const void *right)
{
    const syn_posting *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
static unsigned char *copy(const uint8_t *bytes, size_t count)
{
    unsigned char *made = calloc(count ? count : 1, 1);
    assert(made);
    if (count)
        memcpy(made, bytes, count);
    return made;
}

static void read_any(const uint8_t *bytes, size_t count)
{
    unsigned char *block = copy(bytes, count);
    syn_block_reader reader;
    syn_posting last = {0}, got;
    size_t read = 0;
    if (syn_block_open(block, count, &reader)) {
        while (syn_block_next(&reader, &got)) {
            assert(order(&last, &got) <= 0 && (got.key | got.place) >> SYN_POSTING_BITS == 0);
            assert(++read <= count * 8);
            last = got;
        }
        syn_block_open(block, count, &reader);
        last = (syn_posting){0};
        while (syn_block_seek(&reader, last.key, last.place, &got)) {
            assert(order(&last, &got) <= 0);
            last = (syn_posting){got.key + (got.place & 63), got.place * 3};
        }
    }
    free(block);
}

static syn_posting *make(const uint8_t *data, size_t count)
{
    syn_posting *made = calloc(count ? count : 1, sizeof *made);
    assert(made);
    for (size_t i = 0; i < count; i++, data += 4)
        made[i] = (syn_posting){(uint64_t)data[0] << (data[1] & 31), (uint64_t)data[2] << (data[3] & 31)};
    qsort(made, count, sizeof *made, order);
    return made;
}

/* Packs postings made of the bytes, reads them, and lets the same bytes garble the blocks. */
static void pack_and_garble(const uint8_t *data, size_t size)
{
    const size_t count = size / 4;
    syn_posting *made = make(data, count), got;
    unsigned char page[PAGE];
    size_t packed = 0;
    for (size_t done = 0; done < count; done += packed) {
        const size_t room = 64 + data[done] * 15u;
        const size_t bytes = syn_block_pack(made + done, count - done, page, room, &packed);
        syn_block_reader reader;
        assert(bytes <= room && packed > 0 && syn_block_open(page, bytes, &reader));
        for (size_t i = 0; i < packed; i++)
            assert(syn_block_next(&reader, &got) && order(&got, &made[done + i]) == 0);
        assert(!syn_block_next(&reader, &got) && !reader.broken);
        for (size_t i = 0; i + 2 < size && i < 60; i += 3)
            page[(data[i] | data[i + 1] << 8) % bytes] ^= data[i + 2];
        read_any(page, bytes);
    }
    free(made);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_any(data, size);
    pack_and_garble(data, size);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
