/* Any bytes as a date, line by line, and as the head of a text: what is read can be written and is read back the
 * same, exists, and is as old as itself.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_date.c      for searching
 *      cc -DREPLAY ... && ./fuzz_date FILE...                                    for replaying
 */
#include "base/date.h"
#include "ingest/dating.h"
#include "ingest/heading.h"

#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_date(const syn_date *date)
{
    char text[32], again[32];
    syn_date back;
    if (date->precision == SYN_DATE_NONE)
        return;
    const size_t count = syn_date_write(date, text);
    assert(count < sizeof text && syn_date_parse(text, count, date->from, &back));
    assert(syn_date_write(&back, again) == count && memcmp(text, again, count) == 0);
    assert(back.precision == date->precision && syn_date_order(date, date) == 0);
    assert(date->precision < SYN_DATE_DAY || date->day <= syn_date_days((unsigned)date->year, date->month));
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
static char *copy(const void *bytes, size_t count)
{
    char *made = calloc(count ? count : 1, 1);
    assert(made);
    if (count)
        memcpy(made, bytes, count);
    return made;
}

static void check_line(const char *at, size_t count)
{
    char *line = copy(at, count);
    syn_date date = {0};
    syn_dating dating = {0};
    if (syn_date_parse(line, count, "date field", &date))
        check_date(&date);
    syn_dating_text(&dating, syn_dating_rank("crawled"), line, count);
    syn_dating_settle(&dating, line, count, &date);
    assert(dating.bound_rank == 0 || !dating.unread);
    check_date(&date);
    free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = copy(data, size);
    syn_date date = {0};
    syn_heading_date(text, size, &date);
    check_date(&date);
    for (size_t at = 0; at < size;) {
        const char *newline = memchr(text + at, '\n', size - at);
        const size_t end = newline ? (size_t)(newline - text) : size;
        check_line(text + at, end - at);
        at = end + 1;
    }
    free(text);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
