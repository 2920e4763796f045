/* The doors to zlib and zstd: what was packed comes back, and what is broken is told. */
#include "ingest/inflate.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#define ROOM (1u << 20)

static size_t pack_gzip(char *out, const char *text, size_t count)
{
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)text, .avail_in = (uInt)count,
                       .next_out = (Bytef *)out, .avail_out = ROOM};
    cr_assert_eq(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    cr_assert_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
    size_t made = stream.total_out;
    deflateEnd(&stream);
    return made;
}

static size_t pack_zstd(char *out, const char *text, size_t count)
{
    size_t made = ZSTD_compress(out, ROOM, text, count, 3);
    cr_assert(!ZSTD_isError(made));
    return made;
}

typedef size_t packer(char *out, const char *text, size_t count);

static syn_bytes held(const char *packed, size_t count)
{
    syn_bytes bytes = {.at = malloc(count + 1), .count = count};
    memcpy(bytes.at, packed, count);
    return bytes;
}

static void expect_text(const char *packed, size_t count, const char *text, size_t text_bytes)
{
    syn_error error = {0};
    syn_bytes bytes = held(packed, count);
    cr_assert(syn_inflate_packed(bytes.at, bytes.count));
    cr_assert_eq(syn_inflate_prove("a", &bytes, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(syn_inflate("a", &bytes, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(bytes.count, text_bytes);
    cr_assert(text_bytes == 0 || memcmp(bytes.at, text, text_bytes) == 0);
    syn_bytes_release(&bytes);
}

static void expect_error(const char *packed, size_t count, const char *message)
{
    syn_error error = {0};
    syn_bytes bytes = held(packed, count);
    char *before = bytes.at;
    cr_assert_eq(syn_inflate_prove("news/a", &bytes, &error), SYN_INPUT, "%zu bytes", count);
    cr_assert_str_eq(error.message, message);
    cr_assert_eq(syn_inflate("news/a", &bytes, &error), SYN_INPUT, "%zu bytes", count);
    cr_assert_str_eq(error.message, message);
    cr_assert_eq(bytes.at, before);
    cr_assert_eq(bytes.count, count);
    syn_bytes_release(&bytes);
}

/* Text that does not pack to nothing and is longer than several steps of growth. */
static char *make_text(size_t count)
{
    char *text = malloc(count + 1);
    uint64_t state = 7;
    for (size_t i = 0; i < count; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        text[i] = (char)('a' + (state >> 60));
    }
    return text;
}

static void round_trip(packer *pack)
{
    static const size_t sizes[] = {0, 1, 65535, 65536, 65537, 700000};
    char *text = make_text(700000), *packed = malloc(ROOM);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        expect_text(packed, pack(packed, text, sizes[i]), text, sizes[i]);
    free(text);
    free(packed);
}

/** Unpacks with so many bytes of input and of room at a time. */
static void expect_steps(const char *packed, size_t count, size_t step, const char *text, size_t text_bytes)
{
    char *room = malloc(step);
    size_t total = 0, made, given = 0;
    const char *at = packed;
    syn_error error = {0};
    syn_inflater *inflater = syn_inflater_new(packed, count);
    while (!syn_inflater_ended(inflater)) {
        if (at == packed + given)
            given = count - given < step ? count : given + step;
        syn_status status =
            syn_inflater_step(inflater, "a", &at, packed + given, given == count, room, step, &made, &error);
        cr_assert_eq(status, SYN_OK, "%s", error.message);
        cr_assert(made <= step && total + made <= text_bytes);
        cr_assert(made == 0 || memcmp(room, text + total, made) == 0);
        total += made;
    }
    cr_assert_eq(total, text_bytes);
    syn_inflater_free(inflater);
    free(room);
}

static void in_steps(packer *pack)
{
    char *text = make_text(30000), *packed = malloc(2 * ROOM);
    size_t count = pack(packed, text, 10000);
    count += pack(packed + count, text + 10000, 0);
    count += pack(packed + count, text + 10000, 20000);
    for (size_t step = 1; step < 70000; step = step * 3 + 1)
        expect_steps(packed, count, step, text, 30000);
    free(text);
    free(packed);
}

Test(inflate, steps_of_any_size_give_back_gzip)
{
    in_steps(pack_gzip);
}

Test(inflate, steps_of_any_size_give_back_zstd)
{
    in_steps(pack_zstd);
}

Test(inflate, gives_back_gzip)
{
    round_trip(pack_gzip);
}

Test(inflate, gives_back_zstd)
{
    round_trip(pack_zstd);
}

static void several(packer *pack)
{
    char *packed = malloc(2 * ROOM);
    size_t first = pack(packed, "The ferry ", 10);
    size_t second = pack(packed + first, "", 0);
    size_t third = pack(packed + first + second, "sank at noon.", 13);
    expect_text(packed, first + second + third, "The ferry sank at noon.", 23);
    free(packed);
}

Test(inflate, joins_gzip_members)
{
    several(pack_gzip);
}

Test(inflate, joins_zstd_frames)
{
    several(pack_zstd);
}

Test(inflate, passes_over_skippable_zstd_frames)
{
    char *packed = malloc(ROOM + 16);
    memcpy(packed, "\x5a\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
    size_t count = pack_zstd(packed + 11, "harbour", 7);
    expect_text(packed, 11 + count, "harbour", 7);
    free(packed);
}

Test(inflate, allows_zeros_behind_gzip)
{
    char *packed = calloc(1, ROOM + 64);
    size_t count = pack_gzip(packed, "harbour", 7);
    memset(packed + count, 0, 64);
    expect_text(packed, count + 64, "harbour", 7);
    free(packed);
}

/* Every prefix that still shows the magic number is told as cut short, not taken for less text. */
static void every_cut(packer *pack, size_t least, const char *message)
{
    char *packed = malloc(ROOM), *text = make_text(3000);
    size_t count = pack(packed, text, 3000);
    for (size_t cut = least; cut < count; cut++)
        expect_error(packed, cut, message);
    free(packed);
    free(text);
}

Test(inflate, tells_gzip_cut_short)
{
    every_cut(pack_gzip, 2, "news/a: the gzip stream is cut short (fetch the file again)");
}

Test(inflate, tells_zstd_cut_short)
{
    every_cut(pack_zstd, 4, "news/a: the zstd stream is cut short (fetch the file again)");
}

Test(inflate, tells_damage)
{
    char *packed = malloc(ROOM), *text = make_text(200000);
    size_t count = pack_gzip(packed, text, 200000);
    packed[count - 6] ^= 1; /* the check sum */
    expect_error(packed, count, "news/a: the gzip stream is damaged (fetch the file again)");
    count = pack_zstd(packed, text, 200000);
    memcpy(packed + count, "more", 4);
    expect_error(packed, count + 4, "news/a: the zstd stream is damaged (fetch the file again)");
    free(packed);
    free(text);
}

Test(inflate, survives_a_false_promise_of_size)
{
    static const char frame[] = "\x28\xb5\x2f\xfd\xe0\xff\xff\xff\xff\xff\xff\xff\x0f";
    syn_error error = {0};
    syn_bytes bytes = held(frame, sizeof frame - 1);
    cr_assert_lt(syn_inflate("a", &bytes, &error), 0);
    cr_assert_gt(strlen(error.message), 0);
    syn_bytes_release(&bytes);
}

Test(inflate, leaves_other_bytes_alone)
{
    cr_assert(!syn_inflate_packed("", 0));
    cr_assert(!syn_inflate_packed("\x1f", 1));
    cr_assert(!syn_inflate_packed("\x28\xb5\x2f", 3));
    cr_assert(!syn_inflate_packed("plain text", 10));
}
