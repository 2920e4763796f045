#include "cli/out.h"

#include <stdio.h>
#include <string.h>

/* The formats. A new one is its line in the table and, for its options, a function above. */

static syn_status write_text(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_terminal(result, &look->terminal, sink, error);
}

static syn_status write_json(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_json(result, sink, error);
}

static syn_status write_html(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    const opt_values *values = look->values;
    syn_html html = {.no_full_text = values->no_full_text,
                     .by_outlet = values->by_outlet,
                     .max_pairs = values->max_pairs};
    return syn_report_html(result, &html, sink, error);
}

static syn_status changes_text(const syn_changes *changes, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_changes_terminal(changes, &look->terminal, sink, error);
}

static syn_status changes_json(const syn_changes *changes, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_changes_json(changes, sink, error);
}

static syn_status write_csv(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    const syn_result_view *view = syn_result_get(result);
    syn_table_kind rows = look->values->rows;
    bool pairs = rows == SYN_TABLE_PAIRS || (rows == SYN_TABLE_DEFAULT && (!view->traced || view->is_check));
    if (pairs && view->pairs_left_out > 0 && !look->values->quiet) /* the table has no place to say it */
        fprintf(stderr, "syndic: %llu smaller pairs are not in the result\n",
                (unsigned long long)view->pairs_left_out);
    return syn_report_csv(result, &(syn_csv){.table = look->values->rows}, sink, error);
}

static syn_status write_jsonl(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_jsonl(result, &(syn_jsonl){.table = look->values->rows}, sink, error);
}

static syn_status write_dot(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_dot(result, &(syn_dot){.by_outlet = look->values->by_outlet}, sink, error);
}

static syn_status write_gexf(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_gexf(result, &(syn_gexf){.by_outlet = look->values->by_outlet}, sink, error);
}

static syn_status write_md(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_markdown(result, NULL, sink, error);
}

static syn_status write_sarif(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_sarif(result, NULL, sink, error);
}

static syn_status write_github(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_github(result, NULL, sink, error);
}

static const out_format formats[] = {
    {"text", ".txt", write_text, changes_text},
    {"json", ".json", write_json, changes_json},
    {"html", ".html", write_html, NULL},
    {"csv", ".csv", write_csv, NULL},
    {"jsonl", ".jsonl", write_jsonl, NULL},
    {"dot", ".dot", write_dot, NULL},
    {"gexf", ".gexf", write_gexf, NULL},
    {"md", ".md", write_md, NULL},
    {"sarif", ".sarif", write_sarif, NULL},
    {"github", NULL, write_github, NULL},
};
enum { format_count = sizeof formats / sizeof *formats };

/** "text, json or html", or the endings. */
static const char *list_formats(bool endings, char text[256])
{
    size_t used = 0;
    const char *before = NULL, *next;
    text[0] = '\0';
    for (size_t i = 0; i <= format_count && used < 256; i++) {
        next = i == format_count ? NULL : endings ? formats[i].ending : formats[i].name;
        if (i < format_count && !next)
            continue;
        if (before)
            used += (size_t)snprintf(text + used, 256 - used, "%s%s", used == 0 ? "" : next ? ", " : " or ", before);
        before = next;
    }
    return text;
}

static const out_format *find_format(const char *name, const char *ending)
{
    for (size_t i = 0; i < format_count; i++)
        if (name ? strcmp(formats[i].name, name) == 0 : formats[i].ending && strcmp(formats[i].ending, ending) == 0)
            return &formats[i];
    return NULL;
}

static bool refuse_format(const char *format)
{
    const char *names[format_count], *nearest;
    char list[256];
    for (size_t i = 0; i < format_count; i++)
        names[i] = formats[i].name;
    nearest = opt_nearest(format, names, format_count);
    if (nearest)
        return out_error("-f: \"%s\" is not known (did you mean %s?)", format, nearest);
    return out_error("-f: \"%s\" is not known (give %s)", format, list_formats(false, list));
}

bool out_pick_format(const char *path, const char *format, const out_format **out)
{
    const char *dot = strcmp(path, "-") == 0 ? NULL : strrchr(path, '.');
    const out_format *named = find_format(format ? format : "text", NULL);
    const out_format *ended = dot && !strchr(dot, '/') ? find_format(NULL, dot) : NULL;
    char list[256];
    if (!named)
        return refuse_format(format);
    if (!ended && dot && !format && !strchr(dot, '/'))
        return out_error("%s: no format has the ending %s (use %s, or give -f)", path, dot, list_formats(true, list));
    *out = ended ? ended : named;
    return true;
}
