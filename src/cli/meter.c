#include "cli/meter.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { part_bytes = 48, bar_least = 10, bar_most = 30 };
#define RATED_SECONDS 0.5 /* before that a rate says little */
#define MOST_SECONDS (100.0 * 3600)

const char *meter_count(uint64_t count, char out[METER_COUNT])
{
    char digits[24];
    size_t length = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, count), to = 0;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            out[to++] = ',';
        out[to++] = digits[i];
    }
    out[to] = '\0';
    return out;
}

/** Tenths of a megabyte below ten, whole ones from there on. */
static void write_megabytes(double bytes, bool tenths, char out[part_bytes])
{
    if (tenths)
        snprintf(out, part_bytes, "%.1f", bytes / 1e6);
    else
        meter_count((uint64_t)(bytes / 1e6 + 0.5), out);
}

static void write_amount(const syn_step *step, char out[part_bytes * 3])
{
    char done[part_bytes], total[part_bytes];
    bool tenths = (step->total ? step->total : step->done) < 10000000;
    if (step->unit == SYN_BYTES) {
        write_megabytes((double)step->done, tenths, done);
        write_megabytes((double)step->total, tenths, total);
    } else {
        meter_count(step->done, done);
        meter_count(step->total, total);
    }
    const char *unit = step->unit == SYN_BYTES ? "MB" : step->total == 1 ? "text" : "texts";
    snprintf(out, part_bytes * 3, " %s%s%s %s", done, step->total ? "/" : "", step->total ? total : "", unit);
}

static void write_rate(const syn_step *step, double seconds, char out[part_bytes])
{
    char number[part_bytes];
    double rate = (double)step->done / seconds;
    out[0] = '\0';
    if (step->done == 0 || seconds < RATED_SECONDS || rate > 1e15)
        return;
    if (step->unit == SYN_BYTES)
        write_megabytes(rate, rate < 10e6, number);
    else if (rate < 10)
        snprintf(number, sizeof number, "%.1f", rate);
    else
        meter_count((uint64_t)(rate + 0.5), number);
    snprintf(out, part_bytes, ", %.40s%s", number, step->unit == SYN_BYTES ? " MB/s" : "/s");
}

static void write_left(const syn_step *step, double seconds, char out[part_bytes])
{
    out[0] = '\0';
    if (step->done == 0 || step->done > step->total || seconds < RATED_SECONDS)
        return;
    double left = seconds * (double)(step->total - step->done) / (double)step->done + 0.5;
    if (left >= MOST_SECONDS)
        return;
    unsigned whole = (unsigned)left;
    if (whole >= 3600)
        snprintf(out, part_bytes, ", %u:%02u:%02u left", whole / 3600, whole / 60 % 60, whole % 60);
    else
        snprintf(out, part_bytes, ", %u:%02u left", whole / 60, whole % 60);
}

/** " [###...]" of at most so many columns; nothing where a short one would not fit or there is no total. */
static void write_bar(const syn_step *step, size_t columns, char out[part_bytes])
{
    size_t width = columns < 3 ? 0 : columns - 3;
    char *to = out;
    if (width > bar_most)
        width = bar_most;
    if (step->total > 0 && width >= bar_least) {
        double share = step->done < step->total ? (double)step->done / (double)step->total : 1;
        size_t full = (size_t)(share * (double)width);
        *to++ = ' ', *to++ = '[';
        for (size_t i = 0; i < width; i++)
            *to++ = i < full ? '#' : '.';
        *to++ = ']';
    }
    *to = '\0';
}

void meter_line(const syn_step *step, double seconds, unsigned columns, char out[METER_BYTES])
{
    char bar[part_bytes], amount[part_bytes * 3] = "", rate[part_bytes], left[part_bytes];
    size_t room = columns < METER_BYTES ? columns : METER_BYTES - 1;
    size_t name = strlen(step->stage);
    if (step->done > 0 || step->total > 0)
        write_amount(step, amount);
    write_rate(step, seconds, rate);
    write_left(step, seconds, left);
    if (name + strlen(amount) + strlen(rate) + strlen(left) > room)
        rate[0] = '\0';
    if (name + strlen(amount) + strlen(left) > room)
        left[0] = '\0';
    if (name + strlen(amount) > room)
        amount[0] = '\0';
    size_t used = name + strlen(amount) + strlen(rate) + strlen(left);
    write_bar(step, used < room ? room - used : 0, bar);
    char line[METER_BYTES * 4];
    snprintf(line, sizeof line, "%.64s%s%s%s%s", step->stage, bar, amount, rate, left);
    line[room] = '\0';
    memcpy(out, line, strlen(line) + 1);
}
