/* Credits in scripts without spaces between words. A cue is looked for, and beside it a title of 《…》, an agency of
 * the list or a run of ideographs and katakana that ends as names of outlets do.
 *
 *      据《港湾时报》报道          港湾晚报报道称          港湾新聞によると          告诉《港湾时报》 */
#include "trace/credit_cue.h"
#include "trace/credit_scan.h"

#include <string.h>

enum { name_most = 36, between_most = 18, title_most = 60 };

/* The first that stands at a place holds; the cue is what it is called in results. */
static const struct solid_cue {
    const char *words, *cue;
    syn_credit_of of;
    bool after; /* the name stands behind it */
} cues[] = {
    {"报道", "报道", SYN_OF_REPORT, false},     {"報道", "報道", SYN_OF_REPORT, false},
    {"報導", "報導", SYN_OF_REPORT, false},     {"报导", "报导", SYN_OF_REPORT, false},
    {"消息", "消息", SYN_OF_REPORT, false},     {"によると", "によると", SYN_OF_REPORT, false},
    {"告诉", "告诉", SYN_OF_SPEECH, true},      {"告訴", "告訴", SYN_OF_SPEECH, true},
};
static const char *const endings[] = {
    "时报", "日报", "晚报", "早报", "周报", "新闻网", "新闻社", "通讯社", "電視台", "电视台", "時報", "日報", "晚報", "早報", "新聞", "新聞社",
    "通信社", "放送", "通信", "テレビ",
};
/* What ends so and is no name. */
static const char *const no_names[] = {"新聞", "通信", "放送", "テレビ", "地方新聞", "電子新聞", "日本新聞", "媒体", "晚报", "日报", "时报"};
/* What stands before a name. */
static const char *const openers[] = {"据", "據", "称", "被", "由", "昨日", "今日", "日前", "近日", "昨天", "今天", "援引", "引述"};

static bool is_at(const char *text, uint32_t at, uint32_t end, const char *what)
{
    const size_t length = strlen(what);
    return end - at >= length && memcmp(text + at, what, length) == 0;
}

static bool ends_at(const char *text, uint32_t begin, uint32_t at, const char *what)
{
    const size_t length = strlen(what);
    return at - begin >= length && memcmp(text + at - length, what, length) == 0;
}

/* An ideograph or a letter of katakana. */
static bool is_name_character(const char *text, uint32_t at)
{
    const unsigned char *c = (const unsigned char *)text + at;
    if (c[0] >= 0xE4 && c[0] <= 0xE9)
        return true;
    return c[0] == 0xE3 && ((c[1] == 0x82 && c[2] >= 0xA1) || (c[1] == 0x83 && c[2] != 0xBB));
}

/* Bytes of an agency of the list that [begin, at) ends with, or 0. */
static uint32_t mark_before(const char *text, uint32_t begin, uint32_t at)
{
    for (uint32_t i = 0; i < syn_credit_mark_count; i++)
        if (ends_at(text, begin, at, syn_credit_marks[i]))
            return (uint32_t)strlen(syn_credit_marks[i]);
    return 0;
}

static bool is_name(const char *text, syn_reach r)
{
    bool ends = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        ends |= ends_at(text, r.begin, r.end, endings[i]);
    for (size_t i = 0; i < sizeof no_names / sizeof *no_names; i++)
        ends &= r.end - r.begin != strlen(no_names[i]) || !ends_at(text, r.begin, r.end, no_names[i]);
    return ends;
}

/* The title of 《…》 that ends at `at`. */
static bool title_before(const char *text, uint32_t begin, uint32_t at, syn_reach *name)
{
    if (!ends_at(text, begin, at, "》"))
        return false;
    *name = (syn_reach){at - 3, at - 3};
    while (name->begin >= begin + 3 && name->end - name->begin < title_most && !is_at(text, name->begin - 3, at, "《"))
        name->begin -= 3;
    return name->begin >= begin + 3 && name->end > name->begin && is_at(text, name->begin - 3, at, "《");
}

/* "4日" */
static bool is_day_before(const char *text, uint32_t begin, uint32_t at)
{
    return ends_at(text, begin, at, "日") && at - begin > 3 && text[at - 4] >= '0' && text[at - 4] <= '9';
}

/* A run of a name's characters before `at`, from the last word that stands before names on. */
static bool run_before(const char *text, uint32_t begin, uint32_t at, syn_reach *name)
{
    const uint32_t mark = mark_before(text, begin, at);
    *name = (syn_reach){at - mark, at};
    if (mark > 0)
        return true;
    while (name->begin >= begin + 3 && name->end - name->begin < name_most &&
           is_name_character(text, name->begin - 3)) {
        bool opens = false;
        for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
            opens |= name->end > name->begin && ends_at(text, begin, name->begin, openers[i]);
        opens |= is_day_before(text, begin, name->begin);
        if (opens)
            break;
        name->begin -= 3;
    }
    return name->end - name->begin < name_most && is_name(text, *name);
}

/* The name before a cue: at once, behind 紙 too; a title also with a date between, behind 据. */
static bool name_before(const char *text, uint32_t begin, uint32_t at, syn_reach *name)
{
    syn_reach title;
    if (title_before(text, begin, at, name))
        return true;
    if (ends_at(text, begin, at, "紙") && run_before(text, begin, at - 3, name))
        return true;
    if (run_before(text, begin, at, name))
        return true;
    for (uint32_t back = at; back > begin && at - back < between_most; back--)
        if (title_before(text, begin, back, &title)) {
            *name = title;
            return ends_at(text, begin, title.begin - 3, "据") || ends_at(text, begin, title.begin - 3, "據");
        }
    return false;
}

static bool name_behind(const char *text, uint32_t at, uint32_t end, syn_reach *name)
{
    if (is_at(text, at, end, "《")) {
        const uint32_t most = end - at > title_most ? at + title_most : end;
        const char *shut = memmem(text + at, most - at, "》", 3);
        *name = (syn_reach){at + 3, shut ? (uint32_t)(shut - text) : at};
        return shut && name->end > name->begin;
    }
    for (uint32_t to = at; to + 3 <= end && to - at < name_most && is_name_character(text, to); to += 3) {
        *name = (syn_reach){at, to + 3};
        if (mark_before(text, at, to + 3) == to + 3 - at || is_name(text, *name))
            return true;
    }
    return false;
}

static void add(syn_credit_scan *scan, const struct solid_cue *cue, uint32_t at, syn_reach sentence)
{
    const uint32_t behind = at + (uint32_t)strlen(cue->words);
    syn_mention m = {.cue = cue->cue, .of = cue->of, .place = SYN_AT_SENTENCE, .level = SYN_STRONG, .covers = sentence};
    if (cue->after ? !name_behind(scan->text, behind, sentence.end, &m.name)
                   : !name_before(scan->text, sentence.begin, at, &m.name))
        return;
    m.all = cue->after ? (syn_reach){at, m.name.end} : (syn_reach){m.name.begin, behind};
    if (m.all.end < sentence.end && is_at(scan->text, m.all.end, sentence.end, "》"))
        m.all.end += 3;
    syn_credit_add(scan, &m);
}

void syn_credit_solid(syn_credit_scan *scan)
{
    for (uint32_t at = 0; at + 6 <= scan->bytes && scan->status == SYN_OK; at++) {
        if ((unsigned char)scan->text[at] < 0xE3)
            continue;
        for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
            if (!is_at(scan->text, at, scan->bytes, cues[i].words) || syn_credit_quoted(scan, at))
                continue;
            const syn_reach sentence = scan->layout->sentences[syn_layout_sentence(scan->layout, at)];
            if (sentence.begin <= at && at + strlen(cues[i].words) <= sentence.end)
                add(scan, &cues[i], at, sentence);
            break;
        }
    }
}
