#include "store/record.h"

#include "store/seal.h"

enum { STRINGS = 8, FIXED_BYTES = 4 + 4 + 4 + 8 + 8 + 8 + 32 + 12 };

/* Where dates are read from, as include/syndic/corpus.h names them: a number here, so that they stay static. */
static const char *const origins[] = {NULL, "date field", "head line", "dateline", "modified field", "crawl field",
                                      "file time"};
enum { ORIGINS = sizeof origins / sizeof *origins };

static unsigned origin_of(const char *from)
{
    for (unsigned i = 1; from != NULL && i < ORIGINS; i++)
        if (strcmp(origins[i], from) == 0)
            return i;
    return 0;
}

static void list_strings(syn_document *document, const char **fields[STRINGS])
{
    const char **all[STRINGS] = {&document->id, &document->path, &document->title, &document->outlet, &document->url,
                                 &document->byline, &document->canonical, &document->date_unread};
    memcpy(fields, all, sizeof all);
}

static unsigned char *put(unsigned char *at, uint64_t number, unsigned bytes)
{
    syn_put_number(at, number, bytes);
    return at + bytes;
}

void syn_kept_write(const syn_kept *record, syn_buf *out)
{
    unsigned char fixed[FIXED_BYTES], *at = fixed;
    syn_document document = record->document;
    const syn_date *date = &document.date;
    const char **fields[STRINGS];

    at = put(at, record->words, 4);
    at = put(at, record->dictionary, 4);
    at = put(at, record->packed_bytes, 4);
    at = put(at, document.text_bytes, 8);
    at = put(at, (uint64_t)document.record, 8);
    at = put(at, document.replaced_count, 8);
    memcpy(at, document.sha256, 32);
    at = put(at + 32, (uint16_t)date->year, 2);
    at = put(at, (uint16_t)date->offset_minutes, 2);
    const uint8_t parts[8] = {(uint8_t)date->precision, date->month, date->day, date->hour, date->minute, date->second,
                              (uint8_t)(date->zoned | date->bound << 1), (uint8_t)origin_of(date->from)};
    memcpy(at, parts, sizeof parts);
    syn_buf_add(out, fixed, sizeof fixed);
    list_strings(&document, fields);
    for (int i = 0; i < STRINGS; i++) {
        unsigned char count[4];
        syn_put_number(count, *fields[i] != NULL ? strlen(*fields[i]) + 1 : 0, 4);
        syn_buf_add(out, count, 4);
        if (*fields[i] != NULL)
            syn_buf_add(out, *fields[i], strlen(*fields[i]));
    }
}

static bool read_date(const unsigned char *at, syn_date *out)
{
    const unsigned char *parts = at + 4;

    if (parts[0] > SYN_DATE_SECOND || parts[6] > 3 || parts[7] >= ORIGINS)
        return false;
    *out = (syn_date){.precision = (syn_precision)parts[0], .year = (int16_t)syn_get_number(at, 2), .month = parts[1],
                      .day = parts[2], .hour = parts[3], .minute = parts[4], .second = parts[5],
                      .zoned = (parts[6] & 1) != 0, .bound = parts[6] >> 1 != 0,
                      .offset_minutes = (int16_t)syn_get_number(at + 2, 2), .from = origins[parts[7]]};
    return true;
}

static syn_status read_strings(const unsigned char *at, const unsigned char *end, syn_arena *arena, syn_document *out)
{
    const char **fields[STRINGS];

    list_strings(out, fields);
    for (int i = 0; i < STRINGS; i++) {
        size_t count = end - at >= 4 ? (size_t)syn_get_number(at, 4) : SIZE_MAX;
        if (count == SIZE_MAX || (count > 0 && count - 1 > (size_t)(end - at) - 4))
            return SYN_INPUT;
        at += 4;
        *fields[i] = NULL;
        if (count == 0)
            continue;
        *fields[i] = syn_arena_text(arena, (const char *)at, count - 1);
        if (*fields[i] == NULL)
            return SYN_MEMORY;
        at += count - 1;
    }
    return at == end && out->id != NULL ? SYN_OK : SYN_INPUT;
}

syn_status syn_kept_read(syn_slice bytes, syn_arena *arena, syn_kept *out)
{
    const unsigned char *at = bytes.at;

    if (bytes.count < FIXED_BYTES)
        return SYN_INPUT;
    *out = (syn_kept){.words = (uint32_t)syn_get_number(at, 4), .dictionary = (uint32_t)syn_get_number(at + 4, 4),
                        .packed_bytes = (uint32_t)syn_get_number(at + 8, 4)};
    uint64_t text_bytes = syn_get_number(at + 12, 8);
    if (text_bytes > PTRDIFF_MAX / 2)
        return SYN_INPUT;
    out->document.text_bytes = (size_t)text_bytes;
    out->document.record = (int64_t)syn_get_number(at + 20, 8);
    out->document.replaced_count = syn_get_number(at + 28, 8);
    memcpy(out->document.sha256, at + 36, 32);
    if (!read_date(at + 68, &out->document.date))
        return SYN_INPUT;
    return read_strings(at + FIXED_BYTES, bytes.at + bytes.count, arena, &out->document);
}

bool syn_kept_id(syn_slice bytes, const unsigned char **id, uint32_t *count)
{
    if (bytes.count < FIXED_BYTES + 4)
        return false;
    uint64_t length = syn_get_number(bytes.at + FIXED_BYTES, 4);
    if (length == 0 || length - 1 > bytes.count - FIXED_BYTES - 4)
        return false;
    *id = bytes.at + FIXED_BYTES + 4;
    *count = (uint32_t)length - 1;
    return true;
}
