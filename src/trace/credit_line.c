#include "trace/credit_line.h"

#include "base/encoding.h"
#include "trace/credit_cue.h"
#include "trace/credit_place.h"
#include "trace/outlet_name.h"

#include <string.h>

bool syn_credit_is_agency(const syn_credit_scan *scan, const syn_credit_name *name)
{
    const char *at = scan->text + name->name.begin;
    uint32_t bytes = name->name.end - name->name.begin;
    const syn_outlet_form *form = syn_outlet_find(at, bytes);
    return form ? form->flags & SYN_OUTLET_AGENCY : syn_outlet_ends(at, bytes) && syn_outlet_is_agency(at, bytes);
}

/* A credit of the whole text. Where the text's own outlet is not known, a house that is no agency is taken for it. */
void syn_credit_add_whole(syn_credit_scan *scan, syn_reach all, const syn_credit_name *name, const char *cue,
                          syn_credit_place place, syn_level level)
{
    bool house = !strcmp(cue, "copyright") || !strcmp(cue, "byline") || !strcmp(cue, "masthead");
    syn_mention m = {.all = all, .name = name->name, .covers = syn_credit_whole(scan), .cue = cue, .of = SYN_OF_TEXT,
                     .place = place, .level = level};
    m.own = house && !scan->outlet && !syn_credit_is_agency(scan, name);
    syn_credit_add(scan, &m);
}

static bool is_initials(const char *text, const syn_credit_word *word)
{
    uint32_t letters = 0;
    for (uint32_t i = word->begin; i < word->end; i++) {
        if (text[i] == '.')
            continue;
        if (text[i] < 'A' || text[i] > 'Z' || ++letters > SYN_OUTLET_INITIALS_MOST)
            return false;
    }
    return letters >= SYN_OUTLET_INITIALS_LEAST;
}

bool syn_credit_maybe(const char *text, uint32_t begin, uint32_t end, bool words, syn_credit_name *name)
{
    syn_credit_word word, next;
    if (!syn_credit_word_at(text, begin, end, &word) || word.apart || !word.capital || word.after != word.end ||
        syn_credit_blanks(text, word.after, end) != end || syn_credit_word_at(text, word.after, end, &next))
        return false;
    bool long_word = words && word.end - word.begin > 3 && text[word.begin] >= 'A';
    if (!is_initials(text, &word) && !long_word)
        return false;
    *name = (syn_credit_name){.name = {word.begin, word.end}, .all = {word.begin, word.end}};
    const char *at = text + word.begin;
    char key[SYN_OUTLET_KEY];
    size_t bytes = syn_outlet_key(at, word.end - word.begin, key);
    return bytes > 0 && !syn_credit_is_heading(key, bytes) && !syn_credit_is_place(at, word.end - word.begin) &&
           !syn_outlet_find(at, word.end - word.begin);
}

/* What stands between brackets, or behind a dash, where an agency may sign. */
static const char no_signs[] =
    "above abstract abridged accessed adjourned afternoon anonymous applause april archive archived associate august "
    "author background begin below bottom caption ceo cfo center centre cheers chair chairman chief chorus closed coo "
    "clockwise concluded conclusion conservative continued continues contributed contributor copyright correction "
    "corrections corrected courtesy crosstalk december deceased democrat democratic democrats director draft editor "
    "editorial editors ends ending evening example excerpt exclusive exhibit expired fall february figure final "
    "former foreground founder freelance friday front graphic green group guest handout illustration image inaudible "
    "incumbent independent indistinct inset interruption january july june labor labour laughing laughs laughter left "
    "liberal libertarian like magazine manager march mass mayor member mich minn mixed monday moderator morning movie "
    "music name nasdaq national night november october online open opinion optional original owner page part party "
    "pause pending pictured pilot podcast postponed president press professor proposed provided quote reader "
    "reconstruction redacted rear record recorded refused republican republicans reporter reprint reprinted retired "
    "revised right satire saturday second senate senator september sic silence singing sold source spokesman "
    "spokeswoman spokesperson spring staff standing status submitted summary summer sunday supplied tenn third thread "
    "thursday tory translated translation translator treasurer tuesday unanimous unknown unidentified unsigned updated "
    "updates upper video vice video wash wednesday winter winner with writer yesterday asap coach gmbh house llc nyse "
    "amex tsx lse usa nato gop more end via dem rep ind con lab mpls ret inc ltd plc corp";

void syn_credit_add_maybe(syn_credit_scan *scan, syn_reach all, const syn_credit_name *name, const char *cue,
                          syn_credit_place place, bool signs)
{
    const syn_credit_word word = {.begin = name->name.begin, .end = name->name.end};
    syn_mention m = {.all = all, .name = name->name, .covers = syn_credit_whole(scan), .cue = cue, .of = SYN_OF_TEXT,
                     .place = place, .level = SYN_STRONG, .tentative = true};
    m.signs = signs && !syn_credit_word_in(scan->text, &word, no_signs);
    syn_credit_add(scan, &m);
}

syn_reach syn_credit_trim(const char *text, syn_reach r, const char *marks)
{
    while (r.begin < r.end) {
        uint32_t next = syn_credit_blanks(text, r.begin, r.end);
        if (next == r.begin && !(strchr(marks, text[next]) && text[next]))
            break;
        r.begin = next > r.begin ? next : next + 1;
    }
    while (r.end > r.begin && (strchr(" \t\r\n", text[r.end - 1]) || strchr(marks, text[r.end - 1])) && text[r.end - 1])
        r.end--;
    return r;
}

uint32_t syn_credit_dash(const char *text, uint32_t at, uint32_t end)
{
    if (at < end && (text[at] == '-' || text[at] == '_'))
        return 1;
    bool dash = end - at > 2 && memcmp(text + at, "\xE2\x80", 2) == 0 && (unsigned char)text[at + 2] >= 0x93 &&
        (unsigned char)text[at + 2] <= 0x95;
    return dash ? 3 : 0;
}

bool syn_credit_opens(const char *text, syn_reach r, const char *what)
{
    size_t length = strlen(what);
    return r.end - r.begin >= length && syn_ascii_same(text + r.begin, what, length);
}

/* The next line of [*at, end) with anything on it. */
bool syn_credit_next_line(const char *text, uint32_t *at, uint32_t end, syn_reach *line)
{
    *at = syn_credit_blanks(text, *at, end);
    if (*at >= end)
        return false;
    const char *stop = memchr(text + *at, '\n', end - *at);
    *line = syn_credit_trim(text, (syn_reach){*at, stop ? (uint32_t)(stop - text) : end}, "");
    *at = stop ? (uint32_t)(stop - text) + 1 : end;
    return true;
}
