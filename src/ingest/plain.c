#include "ingest/plain.h"

#include "ingest/heading.h"

#include <string.h>

#define PROBE_BYTES 8192

typedef struct magic {
    const char *bytes;
    size_t count;
    const char *why;
} magic;

static const magic magics[] = {
    {"\x89PNG", 4, "a PNG image, not a text (leave it out)"},
    {"\xff\xd8\xff", 3, "a JPEG image, not a text (leave it out)"},
    {"GIF8", 4, "a GIF image, not a text (leave it out)"},
    {"%PDF-", 5, "a PDF, not a text (turn it into text first: pdftotext)"},
    {"PK\x03\x04", 4, "a ZIP archive, not a text (unpack it first)"},
    {"BZh", 3, "a bzip2 stream, which is not read (unpack it first)"},
    {"\xfd" "7zXZ", 5, "an xz stream, which is not read (unpack it first)"},
    {"\x7f" "ELF", 4, "a program, not a text (leave it out)"},
    {"\xff\xfe", 2, "UTF-16, which is not read (turn it into UTF-8: iconv -f UTF-16 -t UTF-8)"},
    {"\xfe\xff", 2, "UTF-16, which is not read (turn it into UTF-8: iconv -f UTF-16 -t UTF-8)"},
};

const char *syn_plain_refuse(const char *bytes, size_t count)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (count >= magics[i].count && memcmp(bytes, magics[i].bytes, magics[i].count) == 0)
            return magics[i].why;
    size_t probe = count < PROBE_BYTES ? count : PROBE_BYTES;
    if (probe > 0 && memchr(bytes, 0, probe))
        return "not a text: it holds NUL bytes (leave it out)";
    return NULL;
}

void syn_plain_parse(syn_part *part)
{
    syn_document document = {.record = -1, .text = part->bytes, .text_bytes = part->count};
    syn_heading_date(part->bytes, part->count, &document.date);
    syn_part_add(part, &document,
                 (syn_record){.form = SYN_RECORD_TEXT, .bytes = part->bytes, .count = part->count});
}
