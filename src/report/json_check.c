/* What a check says of a new text, as JSON. */
#include "report/escape.h"
#include "report/json.h"

#include <string.h>

static void put(syn_buf *buf, const char *text)
{
    syn_buf_text(buf, text);
}

void syn_json_put_text(syn_buf *buf, const char *label, const char *text)
{
    put(buf, label);
    if (text)
        syn_escape_json(buf, text, strlen(text));
    else
        put(buf, "null");
}

void syn_json_put_whole(syn_buf *buf, const char *label, uint64_t value)
{
    put(buf, label);
    syn_json_whole(buf, value);
}

void syn_json_limit(const syn_result_view *view, syn_buf *buf)
{
    bool words = view->limit_words != UINT32_MAX, share = view->limit_share <= 1;
    if (words) {
        syn_json_whole(buf, view->limit_words);
        put(buf, "w");
    }
    if (words && share)
        put(buf, ",");
    if (share) {
        syn_json_fixed(buf, 100 * view->limit_share, 4);
        put(buf, "%");
    }
    if (!words && !share)
        put(buf, "never");
}

static void put_versions(const syn_result_view *view, const syn_checked *checked, syn_buf *buf)
{
    put(buf, ",\"versions\":[");
    for (uint32_t i = 0; i < checked->version_count; i++) {
        const syn_edition *version = &view->versions[checked->version_first + i];
        syn_json_put_text(buf, i ? ",{\"id\":" : "{\"id\":", version->id);
        syn_json_put_text(buf, ",\"path\":", version->path);
        put(buf, version->same ? ",\"same\":true}" : ",\"same\":false}");
    }
    put(buf, "]");
}

static void put_counted(const syn_result_view *view, const syn_checked *checked, syn_buf *buf)
{
    put(buf, ",\"passages\":[");
    for (uint32_t i = 0; i < checked->counted_count; i++) {
        const syn_counted *counted = &view->counted[checked->counted_first + i];
        syn_json_put_whole(buf, i ? ",{\"passage\":" : "{\"passage\":", view->passages[counted->passage].id);
        syn_json_put_whole(buf, ",\"words\":", counted->words);
        put(buf, counted->known ? ",\"known\":true}" : ",\"known\":false}");
    }
    put(buf, "]");
}

void syn_json_checked_head(const syn_result_view *view, const syn_checked *checked, syn_buf *buf)
{
    syn_json_put_text(buf, "{\"document\":", syn_corpus_get(view->corpus, checked->document)->id);
    put(buf, checked->over ? ",\"over\":true" : ",\"over\":false");
    syn_json_put_whole(buf, ",\"words\":", checked->words);
    put(buf, ",\"share\":");
    syn_json_fixed(buf, checked->share, 4);
    put(buf, ",\"limit\":\"");
    syn_json_limit(view, buf);
    syn_json_put_whole(buf, "\",\"ignored_words\":", checked->ignored_words);
    syn_json_put_whole(buf, ",\"known_words\":", checked->known_words);
    put_versions(view, checked, buf);
}

void syn_json_checked(const syn_result_view *view, size_t item, syn_buf *buf)
{
    syn_json_checked_head(view, &view->checked[item], buf);
    put_counted(view, &view->checked[item], buf);
    put(buf, "}");
}
