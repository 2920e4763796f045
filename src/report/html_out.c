/* Text made fit for HTML, and what several sections write: names, places, dates. */

#include "report/html.h"

#include "base/date.h"
#include "base/error.h"
#include "report/escape.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FLUSH_BYTES = 65536 };

/* Bytes */

void syn_html_flush(syn_html_out *out, bool all)
{
    if (out->buf.failed)
        out->status = SYN_MEMORY;
    if (!all && out->buf.len < FLUSH_BYTES)
        return;
    if (out->status == SYN_OK && out->buf.len > 0)
        out->status = out->sink->write(out->sink->context, out->buf.bytes, out->buf.len);
    syn_buf_clear(&out->buf);
}

void syn_html_put(syn_html_out *out, const char *bytes, size_t count)
{
    syn_buf_add(&out->buf, bytes, count);
    if (out->buf.len >= FLUSH_BYTES)
        syn_html_flush(out, false);
}

void syn_html_raw(syn_html_out *out, const char *text)
{
    syn_html_put(out, text, strlen(text));
}

void syn_html_format(syn_html_out *out, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int count = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (count > 0)
        syn_html_put(out, text, (size_t)count < sizeof text ? (size_t)count : sizeof text - 1);
}

void syn_html_number(syn_html_out *out, uint64_t value)
{
    char text[32];
    syn_html_raw(out, syn_sheet_number(value, text));
}

void syn_html_counted(syn_html_out *out, uint64_t value, const char *one, const char *many)
{
    syn_html_number(out, value);
    syn_html_raw(out, " ");
    syn_html_raw(out, value == 1 ? one : many);
}

void syn_html_percent(syn_html_out *out, double share)
{
    unsigned tenths = share > 0 && share <= 1 ? (unsigned)(share * 1000 + 0.5) : share > 1 ? 1000 : 0;
    syn_html_format(out, "%u.%u\u00a0%%", tenths / 10, tenths % 10);
}

/* Text of others */

static const char *entity(uint32_t c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

/** What stands for a character in running text, or NULL when it may stand as it is. */
static const char *replacement(uint32_t c)
{
    bool writing = c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F; /* needed in several scripts */
    if (c == '\n' || c == '\t')
        return NULL;
    if (c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029)
        return " ";
    if (c == 0xFFFD || (syn_error_steers(c) && !writing))
        return "\xEF\xBF\xBD";
    return c == '"' || c == '\'' ? NULL : entity(c);
}

uint64_t syn_html_body(syn_html_out *out, const char *text, size_t bytes)
{
    uint64_t count = 0;
    size_t run = 0; /* bytes [run, at) are good as they are and not yet written */
    for (size_t at = 0; at < bytes; count++) {
        unsigned length;
        uint32_t c = syn_escape_decode(text + at, bytes - at, &length);
        const char *instead = replacement(c);
        if (instead) {
            syn_html_put(out, text + run, at - run);
            syn_html_raw(out, instead);
            run = at + length;
        }
        at += length;
    }
    syn_html_put(out, text + run, bytes - run);
    return count;
}

/** Writes a line that syn_escape_line has made. */
static void put_clean(syn_html_out *out, const char *text, size_t bytes)
{
    size_t run = 0;
    for (size_t at = 0; at < bytes; at++) {
        const char *instead = entity((unsigned char)text[at]);
        if (!instead)
            continue;
        syn_html_put(out, text + run, at - run);
        syn_html_raw(out, instead);
        run = at + 1;
    }
    syn_html_put(out, text + run, bytes - run);
}

static void put_note(syn_html_out *out)
{
    if (out->note.failed)
        out->status = SYN_MEMORY;
    else if (out->note.len)
        put_clean(out, out->note.bytes, out->note.len);
}

void syn_html_line(syn_html_out *out, const char *text, size_t bytes)
{
    syn_buf_clear(&out->note);
    syn_escape_line(&out->note, text, bytes);
    put_note(out);
}

void syn_html_cut(syn_html_out *out, const char *text, size_t bytes, size_t cells)
{
    syn_buf_clear(&out->note);
    syn_sheet_cut(&out->note, text, bytes, cells);
    put_note(out);
}

/* Names and places */

void syn_html_name_plain(syn_html_out *out, uint32_t document)
{
    const char *name = syn_sheet_name(&out->sheet, document);
    syn_html_raw(out, "<bdi>");
    put_clean(out, name, strlen(name));
    syn_html_raw(out, "</bdi>");
}

void syn_html_name(syn_html_out *out, uint32_t document)
{
    bool linked = syn_html_has_text(out, document);
    if (linked)
        syn_html_format(out, "<a href=\"#t%u\">", document);
    syn_html_name_plain(out, document);
    if (linked)
        syn_html_raw(out, "</a>");
}

void syn_html_place(syn_html_out *out, uint32_t witness)
{
    const syn_witness *w = &out->sheet.view->witnesses[witness];
    const syn_document *d = syn_corpus_get(out->sheet.view->corpus, w->document);
    char where[64] = "";
    if (d->text)
        syn_sheet_paragraphs(syn_sheet_layout(&out->sheet, w->document), &w->span, where);
    if (syn_html_has_text(out, w->document))
        syn_html_format(out, "<a href=\"#w%u\">%s</a>", witness, *where ? where : "there");
    else
        syn_html_raw(out, where);
}

void syn_html_paragraph(syn_html_out *out, uint32_t document, const syn_span *span)
{
    const syn_paragraphs *paragraphs = syn_sheet_layout(&out->sheet, document);
    char where[64];
    syn_sheet_paragraphs(paragraphs, span, where);
    if (out->extents[document] == SYN_HTML_WHOLE && paragraphs->count > 0)
        syn_html_format(out, "<a href=\"#t%u-%zu\">%s</a>", document,
                        syn_paragraphs_find(paragraphs, (size_t)span->begin), where);
    else
        syn_html_raw(out, where);
}

void syn_html_passage(syn_html_out *out, uint32_t passage)
{
    uint32_t id = out->sheet.view->passages[passage].id;
    if (passage < out->passages)
        syn_html_format(out, "<a href=\"#p%u\">[%u]</a>", id, id);
    else
        syn_html_format(out, "[%u]", id);
}

bool syn_html_when(const syn_date *date, char text[48])
{
    char written[40];
    if (!syn_sheet_date(date, written))
        return false;
    char *time = strchr(written, 'T'), *zone = time ? time + 6 : NULL;
    if (!time || strlen(time) < 6) {
        snprintf(text, 48, "%s", written);
        return true;
    }
    if (zone[0] == ':') /* seconds are more than a page needs */
        zone += 3;
    snprintf(text, 48, "%.*s %.5s%s%s", (int)(time - written), written, time + 1, *zone ? " " : "",
             strcmp(zone, "Z") == 0 ? "UTC" : zone);
    return true;
}

void syn_html_date(syn_html_out *out, uint32_t document)
{
    const syn_date *date = &syn_corpus_get(out->sheet.view->corpus, document)->date;
    char when[48];
    if (!syn_html_when(date, when)) {
        syn_html_raw(out, "<span class=\"no\">no date</span>");
        return;
    }
    if (date->from) {
        syn_html_raw(out, "<span class=\"when\" title=\"");
        syn_html_line(out, date->from, strlen(date->from));
        syn_html_raw(out, "\">");
    } else {
        syn_html_raw(out, "<span class=\"when\">");
    }
    put_clean(out, when, strlen(when));
    syn_html_raw(out, "</span>");
}

uint32_t syn_html_witness(const syn_html_out *out, uint32_t passage, uint32_t document)
{
    const syn_result_view *view = out->sheet.view;
    const syn_passage *p = &view->passages[passage];
    uint32_t low = p->witness_first, end = low + p->witness_count, high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view->witnesses[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && view->witnesses[low].document == document ? low : SYN_NONE;
}

void syn_html_kind(syn_html_out *out, syn_kind kind)
{
    syn_html_format(out, "<span class=\"k%c\">%s</span>", syn_html_kind_letter(kind), syn_kind_name(kind));
}

void syn_html_standing(syn_html_out *out, syn_standing standing)
{
    syn_html_format(out, "<span class=\"s%c\">%s</span>", syn_html_standing_letter(standing),
                    syn_standing_name(standing));
}

/* Sentences */

/** The bytes of "[12]" at `at`, or 0; sets the number. */
static size_t reference_at(const char *at, size_t count, uint32_t *number)
{
    size_t i = 1;
    *number = 0;
    if (at[0] != '[')
        return 0;
    for (; i < count && i < 9 && at[i] >= '0' && at[i] <= '9'; i++)
        *number = *number * 10 + (uint32_t)(at[i] - '0');
    return i > 1 && i < count && at[i] == ']' ? i + 1 : 0;
}

void syn_html_linked(syn_html_out *out, const char *text, size_t bytes)
{
    size_t run = 0;
    for (size_t at = 0; at < bytes; at++) {
        uint32_t number;
        size_t length = reference_at(text + at, bytes - at, &number);
        if (length == 0 || number == 0 || number > out->passages)
            continue;
        put_clean(out, text + run, at - run);
        syn_html_passage(out, number - 1);
        run = at + length;
        at = run - 1;
    }
    put_clean(out, text + run, bytes - run);
}

/** The text report names the option that shows more; a page has its own ways. */
static size_t without_hint(const char *line, size_t bytes, size_t *hint)
{
    static const char *const hints[] = {" (--all lists them)", " (--all shows them)"};
    *hint = bytes;
    for (size_t h = 0; h < 2; h++) {
        size_t length = strlen(hints[h]);
        for (size_t at = 0; at + length <= bytes; at++) {
            if (memcmp(line + at, hints[h], length) != 0)
                continue;
            *hint = at;
            return length;
        }
    }
    return 0;
}

void syn_html_say(syn_html_out *out, void (*part)(syn_sheet *sheet))
{
    syn_buf_clear(&out->said);
    part(&out->sheet);
    syn_status status = syn_page_close(&out->sheet.page);
    if (status != SYN_OK || out->said.failed) {
        out->status = SYN_MEMORY;
        return;
    }
    for (size_t at = 0, end; at < out->said.len; at = end + 1) {
        const char *line = out->said.bytes + at, *stop = memchr(line, '\n', out->said.len - at);
        size_t hint;
        end = stop ? (size_t)(stop - out->said.bytes) : out->said.len;
        if (end == at)
            continue;
        size_t length = without_hint(line, end - at, &hint);
        syn_html_raw(out, "<p>");
        syn_html_linked(out, line, hint);
        syn_html_linked(out, line + hint + length, end - at - hint - length);
        syn_html_raw(out, "</p>\n");
    }
}

/* Filters */

static void write_boxes(syn_html_out *out, const char *legend, char name, const char *const labels[3],
                        const char letters[4])
{
    syn_html_format(out, "<fieldset><legend>%s</legend>", legend);
    for (size_t i = 0; i < 3; i++)
        syn_html_format(out, "<label><input type=\"checkbox\" name=\"%c\" value=\"%c\" checked> %s</label>", name,
                        letters[i], labels[i]);
    syn_html_raw(out, "</fieldset>");
}

void syn_html_filter(syn_html_out *out, const char *list, const char *label)
{
    static const char *const kinds[] = {"verbatim", "edited", "reworded"};
    static const char *const standings[] = {"quoted", "credited", "open"};
    syn_html_format(out, "<form class=\"filter\" data-for=\"%s\" hidden>", list);
    write_boxes(out, "Kind", 'k', kinds, "ver");
    write_boxes(out, "Standing", 's', standings, "qco");
    syn_html_format(out, "<label>%s <input type=\"search\" name=\"q\"></label><output aria-live=\"polite\"></output>"
                         "</form>\n", label);
}
