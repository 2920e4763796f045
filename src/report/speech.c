/* How the copies of a quotation differ: only what is spoken is compared, not who is named between its
 * halves. Words are equal without regard to ASCII case and punctuation. */

#include "report/sheet.h"

#include "base/alloc.h"
#include "report/diff.h"
#include "report/escape.h"

#include <stdlib.h>
#include <string.h>

enum { INDENT = 4, MOST_DIFFERENCES = 4, SHOWN_CELLS = 40, WORD_CELLS = 200, FURTHER_WORDS = 3 };

/* What is spoken */

/** The bytes of a double quotation mark at `at`, or 0. */
static size_t mark_bytes(const char *at, size_t count)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "「", "」", "『", "』"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strlen(marks[i]) <= count && memcmp(at, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/** A mark opens where a blank stands before it and none behind. */
static bool opens(const char *text, size_t begin, size_t end, size_t count)
{
    bool before = begin == 0 || is_blank(text[begin - 1]) || text[begin - 1] == '(';
    return before && end < count && !is_blank(text[end]);
}

/** Whether the copy begins within the marks: it does unless the first mark in it opens, and not anew
 *  after a blank line. */
static bool begins_inside(const char *text, size_t count)
{
    for (size_t at = 0; at < count; at++) {
        size_t length = mark_bytes(text + at, count - at);
        if (length > 0)
            return !opens(text, at, at + length, count) || (at >= 2 && text[at - 1] == '\n' && text[at - 2] == '\n');
    }
    return true;
}

/** The words between the marks, with a blank where something was left out. Whether the text ends
 *  within them. */
static bool take_spoken(syn_slice text, syn_buf *raw, syn_buf *out)
{
    bool inside = begins_inside(text.at, text.count);
    size_t from = 0;
    syn_buf_clear(raw);
    syn_buf_clear(out);
    for (size_t at = 0, length; at < text.count; at += length ? length : 1) {
        length = mark_bytes(text.at + at, text.count - at);
        if (length == 0)
            continue;
        if (inside) {
            syn_buf_add(raw, text.at + from, at - from);
            syn_buf_add(raw, " ", 1);
        }
        inside = opens(text.at, at, at + length, text.count);
        from = at + length;
    }
    if (inside)
        syn_buf_add(raw, text.at + from, text.count - from);
    syn_escape_line(out, raw->failed || !raw->bytes ? "" : raw->bytes, raw->len);
    if (raw->failed || !out->len)
        syn_escape_line(out, text.at, text.count);
    syn_buf_add(out, "", 0);
    return inside;
}

static bool is_letter(const char *at)
{
    unsigned char c = (unsigned char)*at;
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= 0xC3 && c != 0xE2 && c != 0xE3);
}

/** Words between the end of a copy and the mark that closes its quotation; 0 where none closes it in
 *  the same paragraph. */
static size_t count_further(const char *text, size_t count)
{
    enum { MOST_BYTES = 4000 };
    size_t words = 0, end = count < MOST_BYTES ? count : MOST_BYTES;
    bool in_word = false;
    for (size_t at = 0; at < end; at++) {
        if (mark_bytes(text + at, count - at))
            return words;
        if (text[at] == '\n' && at + 1 < count && text[at + 1] == '\n')
            return 0;
        if (is_blank(text[at]))
            in_word = false;
        else if (!in_word && is_letter(text + at)) {
            in_word = true;
            words++;
        }
    }
    return 0;
}

/** Letters and digits in lower case and apostrophes between them, one blank between words. */
static void make_plain(const syn_buf *words, syn_buf *out)
{
    const char *text = words->bytes;
    size_t length;
    syn_buf_clear(out);
    for (size_t at = 0; at < words->len && !words->failed; at += length) {
        unsigned bytes;
        uint32_t c = syn_escape_decode(text + at, words->len - at, &bytes);
        char lower = c >= 'A' && c <= 'Z' ? (char)(c + 32) : (char)c;
        bool blank = out->len == 0 || out->bytes[out->len - 1] == ' ';
        length = bytes;
        if (c == '\'' || c == 0x2019)
            syn_buf_add(out, blank ? "" : "'", !blank);
        else if ((lower >= 'a' && lower <= 'z' && c < 0x80) || (c >= '0' && c <= '9'))
            syn_buf_add(out, &lower, 1);
        else if (c == ' ' || (c >= 0x2010 && c <= 0x2015) || c == '-')
            syn_buf_add(out, " ", !blank);
        else if (c >= 0x80 && !(c >= 0x2016 && c <= 0x2027) && c != 0xAB && c != 0xBB)
            syn_buf_add(out, text + at, bytes);
    }
    while (out->len > 0 && strchr(" '", out->bytes[out->len - 1]))
        out->len--;
    syn_buf_add(out, "", 0);
}

/** Takes the spoken words of a copy. By how many words its quotation goes on behind it. */
static size_t take(syn_sheet *sheet, const syn_witness *w, syn_speech *speech, syn_buf *words, syn_buf *plain)
{
    const syn_document *d = syn_corpus_get(sheet->view->corpus, w->document);
    syn_slice text = syn_view_text(sheet->view, w->document, &w->span);
    bool inside = take_spoken(text, &speech->raw, words) && d->text;
    size_t end = inside ? (size_t)(text.at - d->text) + text.count : 0;
    make_plain(words, plain);
    if (speech->raw.failed || words->failed || plain->failed)
        sheet->status = SYN_MEMORY;
    return inside ? count_further(d->text + end, d->text_bytes - end) : 0;
}

static bool is_same(const syn_speech *speech)
{
    return speech->plain.len == speech->other_plain.len &&
           (speech->plain.len == 0 || memcmp(speech->plain.bytes, speech->other_plain.bytes, speech->plain.len) == 0);
}

static const syn_witness *representative(const syn_sheet *sheet, const syn_passage *passage)
{
    return &sheet->view->witnesses[passage->witness_first + passage->representative];
}

static bool is_gone(const syn_sheet *sheet, const syn_witness *w)
{
    return !syn_corpus_get(sheet->view->corpus, w->document)->text;
}

void syn_speech_compare(syn_sheet *sheet, const syn_passage *passage, syn_speech *speech)
{
    const syn_witness *shown = representative(sheet, passage), *w = &sheet->view->witnesses[passage->witness_first];
    bool longer = take(sheet, shown, speech, &speech->words, &speech->plain) >= FURTHER_WORDS;
    speech->differing = 0;
    speech->longer = longer;
    speech->stopping = !longer;
    speech->unread = is_gone(sheet, shown);
    for (uint32_t i = 0; i < passage->witness_count; i = syn_sheet_next(sheet, passage, i)) {
        speech->unread |= is_gone(sheet, &w[i]);
        if (w[i].document == shown->document || is_gone(sheet, shown) || is_gone(sheet, &w[i]))
            continue;
        longer = take(sheet, &w[i], speech, &speech->other, &speech->other_plain) >= FURTHER_WORDS;
        speech->differing += sheet->status == SYN_OK && !is_same(speech);
        speech->longer += longer;
        speech->stopping += !longer;
    }
}

/* What differs */

/** Appends the words [begin, end) of one side in quotation marks. */
static void add_words(syn_buf *out, const char *text, const syn_diff_word *words, size_t begin, size_t end)
{
    size_t from = words[begin].begin < words[begin].end ? words[begin].begin : words[begin].place.begin;
    size_t to = words[end - 1].begin < words[end - 1].end ? words[end - 1].end : words[end - 1].place.end;
    syn_buf_text(out, "\"");
    syn_sheet_cut(out, text + from, to - from, SHOWN_CELLS);
    syn_buf_text(out, "\"");
}

/** Appends `has "x" for "y", adds "z", lacks "w"`; false when nothing differs after all. */
static bool add_differences(const syn_speech *speech, syn_buf *out)
{
    const syn_diff *diff = speech->diff;
    size_t i = 0, j = 0, told = 0;
    while (i < diff->a_count || j < diff->b_count) {
        size_t a = i, b = j;
        while (i < diff->a_count && diff->a[i].differs)
            i++;
        while (j < diff->b_count && diff->b[j].differs)
            j++;
        if (i > a || j > b) {
            if (told++ == MOST_DIFFERENCES) {
                syn_buf_text(out, " and more");
                return true;
            }
            syn_buf_text(out, told > 1 ? ", " : " ");
            syn_buf_text(out, i == a ? "adds " : j == b ? "lacks " : "has ");
            if (j > b)
                add_words(out, speech->other.bytes, diff->b, b, j);
            else
                add_words(out, speech->words.bytes, diff->a, a, i);
            if (i > a && j > b) {
                syn_buf_text(out, " for ");
                add_words(out, speech->words.bytes, diff->a, a, i);
            }
        }
        i += i < diff->a_count;
        j += j < diff->b_count;
    }
    return told > 0;
}

/** Appends what differs of one copy from the representative; false when nothing does. */
static bool compare_copy(syn_sheet *sheet, syn_speech *speech, bool same, size_t further)
{
    bool differs = false;
    if (!same && syn_diff_make(speech->words.bytes, speech->words.len, speech->other.bytes, speech->other.len,
                               WORD_CELLS, speech->diff) < 0)
        sheet->status = SYN_MEMORY;
    else if (!same)
        differs = add_differences(speech, &sheet->note);
    if (further)
        syn_buf_format(&sheet->note, "%s goes on for %zu words", differs ? "," : "", further);
    return differs || further;
}

/** Writes a line for a copy that differs, or only says whether it does. */
static bool tell_copy(syn_sheet *sheet, const syn_passage *passage, const syn_witness *w, syn_speech *speech,
                      bool written)
{
    bool is_shown = w->document == representative(sheet, passage)->document;
    size_t further = take(sheet, w, speech, &speech->other, &speech->other_plain);
    bool same = is_shown || is_same(speech) || is_gone(sheet, representative(sheet, passage)) || is_gone(sheet, w);
    further = speech->stopping > 0 && further >= FURTHER_WORDS ? further : 0;
    if (sheet->status != SYN_OK || (same && !further))
        return false;
    if (!written)
        return true;
    syn_buf_clear(&sheet->note);
    syn_buf_text(&sheet->note, syn_sheet_name(sheet, w->document));
    if (!compare_copy(sheet, speech, same, further) || sheet->note.failed)
        return false;
    syn_page_pad(&sheet->page, INDENT);
    syn_page_words(&sheet->page, SYN_PLAIN, INDENT, sheet->note.bytes);
    syn_page_end(&sheet->page);
    return true;
}

void syn_speech_write(syn_sheet *sheet, const syn_passage *passage, syn_speech *speech)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    size_t told = 0;
    char number[32];
    if (!speech->diff)
        speech->diff = syn_alloc_zero(1, sizeof *speech->diff);
    if (!speech->diff)
        sheet->status = SYN_MEMORY;
    for (uint32_t i = 0; i < passage->witness_count && sheet->status == SYN_OK; i = syn_sheet_next(sheet, passage, i))
        told += tell_copy(sheet, passage, &w[i], speech, told < SYN_MOST_WITNESSES);
    if (told <= SYN_MOST_WITNESSES)
        return;
    syn_page_pad(&sheet->page, INDENT);
    syn_page_format(&sheet->page, SYN_DIM, "and %s more", syn_sheet_number(told - SYN_MOST_WITNESSES, number));
    syn_page_end(&sheet->page);
}

void syn_speech_release(syn_speech *speech)
{
    syn_buf_release(&speech->words);
    syn_buf_release(&speech->other);
    syn_buf_release(&speech->raw);
    syn_buf_release(&speech->plain);
    syn_buf_release(&speech->other_plain);
    if (speech->diff)
        syn_diff_release(speech->diff);
    free(speech->diff);
}
