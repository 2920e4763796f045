#include "cli/index.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { date_bytes = 32 };

bool index_pick_form(const char *format, index_form *out)
{
    static const char *const names[] = {"text", "json", "jsonl"};
    for (size_t i = 0; i < 3; i++)
        if (!format || strcmp(format, names[i]) == 0) {
            *out = (index_form)i;
            return true;
        }
    const char *nearest = opt_nearest(format, names, 3);
    if (nearest)
        return out_error("-f: \"%s\" is not known here (did you mean %s?)", format, nearest);
    return out_error("-f: \"%s\" is not known here (give text, json or jsonl)", format);
}

/** An output of documents, one after another. */
typedef struct listing {
    index_form form;
    size_t count;
} listing;

static syn_status hand_on(void *context, const void *bytes, size_t count)
{
    listing *out = context;
    /* In an array a comma may have to stand before the end of the line. */
    size_t held = out->form == INDEX_JSON && count > 0 && ((const char *)bytes)[count - 1] == '\n';
    return fwrite(bytes, 1, count - held, stdout) == count - held ? SYN_OK : SYN_IO;
}

static syn_status put_object(listing *out, const syn_document *document, uint32_t words)
{
    syn_sink sink = {.write = hand_on, .context = out};
    syn_error error = {0};
    if (out->form == INDEX_JSON)
        fputs(out->count ? ",\n" : "[\n", stdout);
    out->count++;
    return syn_report_document_line(document, words, &sink, &error);
}

static void end_objects(const listing *out)
{
    if (out->form == INDEX_JSON)
        fputs(out->count ? "\n]\n" : "[]\n", stdout);
}

static void write_date(const syn_date *date, char out[date_bytes])
{
    int used = 0;
    out[0] = '\0';
    if (date->precision >= SYN_DATE_YEAR)
        used = snprintf(out, date_bytes, "%04d", date->year);
    if (date->precision >= SYN_DATE_MONTH)
        used += snprintf(out + used, (size_t)(date_bytes - used), "-%02u", date->month);
    if (date->precision >= SYN_DATE_DAY)
        snprintf(out + used, (size_t)(date_bytes - used), "-%02u", date->day);
}

static void put_line(const char *text)
{
    out_plain(stdout, text, strlen(text), false);
}

/** "     142  2031-05-12  kerbside.txt  A pier and its lamps" */
static syn_status put_row(const syn_document *document, uint32_t words)
{
    char date[date_bytes];
    write_date(&document->date, date);
    printf("%8" PRIu32 "  %-10s  ", words, date);
    put_line(document->id);
    if (document->title) {
        fputs("  ", stdout);
        put_line(document->title);
    }
    return putchar('\n') == EOF ? SYN_IO : SYN_OK;
}

static syn_status list_one(void *context, const syn_document *document, uint32_t words)
{
    listing *out = context;
    return out->form == INDEX_TEXT ? put_row(document, words) : put_object(out, document, words);
}

/** Whether all that was printed could be; says it when not. */
static bool is_printed(void)
{
    return (fflush(stdout) == 0 && !ferror(stdout)) || out_stdout_failed();
}

int index_list(const index_job *job)
{
    listing out = {0};
    syn_error error = {.message = "out of memory (close other programs)"};
    index_pick_form(job->values->format, &out.form);
    syn_status status = syn_index_list(job->index, list_one, &out, &error);
    if (status < 0 && ferror(stdout)) {
        out_stdout_failed();
    } else if (status < 0) {
        out_error("%s", error.message);
    } else {
        end_objects(&out);
        return is_printed() ? CMD_DONE : CMD_TROUBLE;
    }
    return CMD_TROUBLE;
}

static void put_member(const char *name, const char *value)
{
    if (!value || !*value)
        return;
    printf("%-9s  ", name);
    put_line(value);
    putchar('\n');
}

static void put_document(const syn_document *document)
{
    char date[date_bytes];
    write_date(&document->date, date);
    put_member("id", document->id);
    put_member("path", document->path);
    if (document->record >= 0)
        printf("%-9s  %" PRId64 "\n", "line", document->record + 1);
    put_member("title", document->title);
    put_member("outlet", document->outlet);
    put_member("byline", document->byline);
    put_member("date", date);
    put_member("url", document->url);
    put_member("canonical", document->canonical);
    putchar('\n');
    out_plain(stdout, document->text, document->text_bytes, true);
    if (document->text_bytes == 0 || document->text[document->text_bytes - 1] != '\n')
        putchar('\n');
}

static bool show_one(const index_job *job, const char *id, listing *out)
{
    syn_corpus *corpus = NULL;
    syn_error error = {.message = "out of memory (close other programs)"};
    bool shown = false;
    if (syn_corpus_new(&corpus) < 0 || syn_index_get(job->index, id, corpus, &error) < 0) {
        out_error("%s", error.message);
    } else if (out->form == INDEX_TEXT) {
        if (out->count++)
            putchar('\n');
        put_document(syn_corpus_get(corpus, 0));
        shown = true;
    } else {
        shown = put_object(out, syn_corpus_get(corpus, 0), SYN_NONE) == SYN_OK || out_stdout_failed();
    }
    syn_corpus_free(corpus);
    return shown;
}

int index_show(const index_job *job)
{
    listing out = {0};
    index_pick_form(job->values->format, &out.form);
    if (out.form == INDEX_JSON && job->names.count == 1)
        out.form = INDEX_JSONL; /* one object is no array */
    for (size_t i = 0; i < job->names.count; i++)
        if (!show_one(job, job->names.at[i], &out))
            return CMD_TROUBLE;
    end_objects(&out);
    return is_printed() ? CMD_DONE : CMD_TROUBLE;
}

/** Digits and points; what an index holds is not trusted. */
static void take_version(const char *from, char out[16])
{
    size_t count = 0;
    while (count < 15 && from && ((*from >= '0' && *from <= '9') || *from == '.'))
        out[count++] = *from++;
    out[count] = '\0';
}

int index_stats(const index_job *job)
{
    syn_index_stats s = {0};
    syn_error error = {.message = "out of memory (close other programs)"};
    index_form form;
    char unicode[16];
    if (syn_index_measure(job->index, &s, &error) < 0) {
        out_error("%s", error.message);
        return CMD_TROUBLE;
    }
    const struct {
        const char *name;
        uint64_t value;
    } rows[] = {
        {"documents", s.documents},       {"words", s.words},
        {"text_bytes", s.text_bytes},     {"removed", s.removed},
        {"segments", s.segments},         {"postings", s.postings},
        {"posting_bytes", s.posting_bytes}, {"packed_text_bytes", s.packed_text_bytes},
        {"file_bytes", s.file_bytes},     {"format", s.format},
        {"shingle_words", s.shingle_words}, {"window_words", s.window_words},
    };
    take_version(s.unicode, unicode);
    index_pick_form(job->values->format, &form);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        printf(form == INDEX_TEXT ? "%s%-18s %" PRIu64 "\n" : "%s\"%s\":%" PRIu64,
               form == INDEX_TEXT ? "" : i ? "," : "{", rows[i].name, rows[i].value);
    printf(form == INDEX_TEXT ? "%-18s %s\n" : ",\"%s\":\"%s\"}\n", "unicode", unicode);
    return is_printed() ? CMD_DONE : CMD_TROUBLE;
}
