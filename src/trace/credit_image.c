/* Credits of photos, videos and other images. They name whose the image is, and say nothing of the text. */
#include "trace/credit_scan.h"
#include "trace/outlet_name.h"

#include <string.h>

const char syn_credit_image_words[] =
    "photo photos photograph photographs photographer image images picture pictures screenshot screenshots "
    "screengrab graphic illustration video footage getty istock istockphoto shutterstock reuters afp epa ap";

enum { line_most = 160 };

static char at_byte(const syn_credit_scan *scan, uint32_t at)
{
    return at < scan->bytes ? scan->text[at] : '\0';
}

/* Where the line, or the parenthesis, that holds byte `at` ends. */
static uint32_t end_of(const syn_credit_scan *scan, uint32_t at)
{
    uint32_t most = scan->bytes - at > line_most ? at + line_most : scan->bytes;
    while (at < most && !strchr("\n)]|", scan->text[at]))
        at++;
    return at;
}

static bool in_parentheses(const syn_credit_scan *scan, uint32_t at)
{
    for (uint32_t back = 0; back < line_most && at > 0; back++) {
        char c = scan->text[--at];
        if (c == '(' || c == '[')
            return true;
        if (c == ')' || c == ']' || c == '\n')
            return false;
    }
    return false;
}

static void add(syn_credit_scan *scan, syn_reach all, syn_reach name)
{
    while (all.end > all.begin && strchr(" .,;", scan->text[all.end - 1]))
        all.end--;
    syn_mention m = {.all = all, .name = name, .covers = {all.begin, all.begin}, .cue = "photo", .of = SYN_OF_IMAGE,
                     .place = SYN_AT_SENTENCE, .level = SYN_STRONG};
    if (name.end > name.begin)
        syn_credit_add(scan, &m);
}

static bool has_capital(const syn_credit_scan *scan, const syn_credit_word *word)
{
    for (uint32_t i = word->begin; i < word->end; i++)
        if (scan->text[i] >= 'A' && scan->text[i] <= 'Z')
            return true;
    return word->capital;
}

/* Up to four words: whoever is named behind "photo:", outlet or not ("iStock"). */
static syn_reach words_from(const syn_credit_scan *scan, uint32_t at, uint32_t end)
{
    syn_credit_word word;
    syn_reach name = {at, at};
    if (syn_credit_word_at(scan->text, at, end, &word) && syn_credit_word_in(scan->text, &word, "the"))
        at = word.end;
    for (int i = 0; i < 4 && syn_credit_word_at(scan->text, at, end, &word) && !(i > 0 && word.apart); i++) {
        if (!has_capital(scan, &word) || scan->text[word.begin] < 'A')
            break;
        if (i == 0)
            name.begin = word.begin;
        name.end = at = word.after;
    }
    return name;
}

/* "photo: X", "photo by X", "photo credit: X", "image courtesy of X", "screenshot via X". */
static bool credits_behind(const syn_credit_scan *scan, uint32_t end, bool by_counts, uint32_t *at)
{
    syn_credit_word word;
    uint32_t line = end_of(scan, end);
    bool named = false;
    *at = end;
    for (int i = 0; i < 3 && syn_credit_word_at(scan->text, *at, line, &word) && !word.apart; i++) {
        bool after = named && syn_credit_word_in(scan->text, &word, "of by to");
        if (!after && !syn_credit_word_in(scan->text, &word, by_counts ? "by credit credits courtesy via source"
                                          : "credit credits courtesy via"))
            break;
        *at = word.end;
        named = true;
    }
    uint32_t next = syn_credit_blanks(scan->text, *at, line);
    if (at_byte(scan, next) == ':') {
        *at = next + 1;
        return true;
    }
    return named;
}

/* "AP Photo/Jo Reed, File", "REUTERS/Jo Reed", "Jo Reed/AFP/Getty Images". */
static bool add_slashed(syn_credit_scan *scan, syn_reach word, bool is_outlet)
{
    syn_credit_name name;
    uint32_t paragraph = scan->layout->paragraphs[syn_layout_paragraph(scan->layout, word.begin)].begin;
    uint32_t begin = word.begin - paragraph > 80 && paragraph <= word.begin ? word.begin - 80
        : paragraph <= word.begin ? paragraph : word.begin;
    if (is_outlet) {
        bool slash = at_byte(scan, word.end) == '/' && at_byte(scan, word.end + 1) >= 'A' &&
            at_byte(scan, word.end + 1) <= 'Z';
        if (!slash || (in_parentheses(scan, word.begin) && memchr(scan->text + word.end, '-',
                                                                  end_of(scan, word.end) - word.end)))
            return false;
        add(scan, (syn_reach){word.begin, end_of(scan, word.end)}, word);
        return true;
    }
    if (!syn_credit_name_before(scan->text, begin, word.begin, &name) ||
        syn_credit_blanks(scan->text, name.all.end, word.begin) != word.begin)
        return false;
    uint32_t end = at_byte(scan, word.end) == '/' || in_parentheses(scan, word.begin) ? end_of(scan, word.end)
        : word.end;
    add(scan, (syn_reach){name.all.begin, end}, name.name);
    return true;
}

static bool is_one_of(const syn_credit_scan *scan, syn_reach reach, const char *list)
{
    syn_credit_word word = {.begin = reach.begin, .end = reach.end};
    return syn_credit_word_in(scan->text, &word, list);
}

bool syn_credit_image(syn_credit_scan *scan, uint32_t begin, uint32_t end)
{
    syn_reach word = {begin, end};
    uint32_t at;
    if (!is_one_of(scan, word, syn_credit_image_words))
        return false; /* another word with the same eight letters */
    if (is_one_of(scan, word, "reuters afp epa ap"))
        return add_slashed(scan, word, true);
    if (is_one_of(scan, word, "getty istock istockphoto shutterstock")) {
        add(scan, (syn_reach){begin, end}, word);
        return true;
    }
    if (is_one_of(scan, word, "photo photos photograph image") && add_slashed(scan, word, false))
        return true;
    bool by_counts = is_one_of(scan, word,
                               "photo photos photograph photographs screenshot screengrab illustration graphic");
    uint32_t before = begin > 0 ? begin - 1 : 0;
    bool opens = begin == 0 || strchr("\n([|", scan->text[before]) || scan->text[begin] < 'a';
    if (!opens || !credits_behind(scan, end, by_counts, &at))
        return false;
    syn_reach name = words_from(scan, at, end_of(scan, at));
    if (name.end <= name.begin || name.begin > at + 6)
        return false;
    add(scan, (syn_reach){begin, name.end}, name);
    return true;
}
