#include "cli/meter.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *line_of(syn_step step, double seconds, unsigned columns)
{
    static char line[METER_BYTES];
    memset(line, 'x', sizeof line);
    meter_line(&step, seconds, columns, line);
    cr_expect(strlen(line) <= columns, "\"%s\" in %u columns", line, columns);
    return line;
}

static const syn_step match = {"match", SYN_TEXTS, 620, 1000}, file = {"read", SYN_BYTES, 300000000, 1234000000};

Test(meter, says_stage_amount_rate_and_time_left)
{
    cr_expect_str_eq(line_of(match, 2.5, 79),
                     "match [##################............] 620/1,000 texts, 248/s, 0:02 left");
    cr_expect_str_eq(line_of(file, 2, 79), "read [#######.......................] 300/1,234 MB, 150 MB/s, 0:06 left");
    cr_expect_str_eq(line_of((syn_step){"text", SYN_TEXTS, 3, 1200000}, 1, 40), "text 3/1,200,000 texts, 3.0/s");
    cr_expect_str_eq(line_of((syn_step){"text", SYN_TEXTS, 100, 1200000}, 1, 46),
                     "text 100/1,200,000 texts, 100/s, 3:19:59 left");
    cr_expect_str_eq(line_of((syn_step){"read", SYN_BYTES, 1500000, 3000000}, 1, 40),
                     "read 1.5/3.0 MB, 1.5 MB/s, 0:01 left");
}

Test(meter, leaves_out_what_is_not_known)
{
    cr_expect_str_eq(line_of((syn_step){"write", SYN_BYTES, 25000000, 0}, 2, 79), "write 25 MB, 13 MB/s", "no total");
    cr_expect_str_eq(line_of((syn_step){"sort", SYN_TEXTS, 0, 9}, 5, 79),
                     "sort [..............................] 0/9 texts", "nothing done");
    cr_expect_str_eq(line_of((syn_step){"sort", SYN_TEXTS, 4, 9}, 0.1, 20), "sort 4/9 texts", "too soon for a rate");
    cr_expect_str_eq(line_of((syn_step){"sort", SYN_TEXTS, 0, 0}, 5, 79), "sort", "nothing to do");
    cr_expect_str_eq(line_of((syn_step){"sort", SYN_TEXTS, 1, 1}, 1, 20), "sort 1/1 text", "one");
}

Test(meter, fits_any_width)
{
    cr_expect_str_eq(line_of(match, 2.5, 40), "match 620/1,000 texts, 248/s, 0:02 left");
    cr_expect_str_eq(line_of(match, 2.5, 38), "match 620/1,000 texts, 0:02 left", "the rate goes first");
    cr_expect_str_eq(line_of(match, 2.5, 31), "match 620/1,000 texts");
    cr_expect_str_eq(line_of(match, 2.5, 3), "mat");
    cr_expect_str_eq(line_of(match, 2.5, 0), "");
    for (unsigned columns = 0; columns < 400; columns++) {
        line_of(match, 1e-9, columns);
        line_of(file, 1e9, columns);
        line_of((syn_step){"reread", SYN_TEXTS, UINT64_MAX, UINT64_MAX}, 1, columns);
        line_of((syn_step){"read", SYN_BYTES, 1, UINT64_MAX}, 100, columns);
        line_of((syn_step){"read", SYN_BYTES, UINT64_MAX, 0}, 1e-3, columns);
    }
}
