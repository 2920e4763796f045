#include "text/shortening.h"

#include <string.h>

/* Bytes of the longest word in the tables, and room to see that a word is longer. */
#define WORD_MOST 16

/* What never ends a sentence though a full stop follows: titles and the like. */
static const char *const never[] = {
    "adm", "apt", "art", "asst", "atty", "brig", "capt", "cf", "cmdr", "col", "cpl", "del", "det", "dr", "dra",
    "e.g", "fig", "fr", "gen", "gov", "hon", "i.e", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs",
    "ms", "mt", "mx", "nos", "pfc", "pgs", "pp", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens",
    "sgt", "sr", "sra", "srta", "st", "ste", "supt", "v", "vgl", "vs", "z.b", "bzw", "d.h", "u.a", "ул",
};

/* What may end one: only a word that often opens sentences tells. */
static const char *const seldom[] = {
    "a.m", "al", "apr", "aug", "ave", "bldg", "blvd", "bros", "co", "corp", "dec", "dept", "dist", "div", "ed",
    "est", "etc", "ext", "feb", "fla", "ft", "inc", "jan", "jr", "jul", "jun", "ltd", "mar", "md", "no", "nov",
    "oct", "op", "p.m", "ph.d", "rd", "sep", "sept", "univ", "vol", "calif", "conn", "mass", "mich", "minn",
    "ore", "penn", "tenn", "wash", "wis", "ariz", "ark", "colo", "ill", "ind", "kan", "neb", "nev", "okla",
    "tex", "nr", "usw", "ca", "г", "руб", "тыс", "млн",
};

/* Words that open sentences and seldom follow an abbreviation inside one. */
static const char *const openers[] = {
    "a", "after", "all", "although", "an", "and", "as", "at", "because", "before", "both", "but", "by",
    "during", "even", "for", "from", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead",
    "it", "its", "last", "many", "meanwhile", "most", "my", "no", "not", "now", "of", "on", "one", "or", "our",
    "she", "since", "so", "some", "still", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "though", "to", "under", "until", "we", "what", "when", "where", "while", "who", "why", "with",
    "yet", "you", "das", "der", "die", "el", "er", "es", "il", "la", "le", "les", "los", "sie", "un", "une",
};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static bool in_word(unsigned char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || is_digit(c) || c >= 0x80; }

static bool listed(const char *const *list, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (list[i][0] == word[0] && strcmp(list[i], word) == 0)
            return true;
    return false;
}

/* Copies a word of ASCII lowered; an empty one when it is too long. */
static void lower(const unsigned char *from, uint32_t bytes, char out[WORD_MOST])
{
    uint32_t n = bytes < WORD_MOST ? bytes : 0;
    for (uint32_t i = 0; i < n; i++)
        out[i] = (char)(is_upper(from[i]) ? from[i] + 32 : from[i]);
    out[n] = '\0';
}

/* Whether the word at `at` is a usual opener. */
static bool opens_often(const unsigned char *t, uint32_t at, uint32_t end)
{
    char word[WORD_MOST];
    uint32_t stop = at;
    while (stop < end && stop - at < WORD_MOST && in_word(t[stop]))
        stop++;
    lower(t + at, stop - at, word);
    return listed(openers, COUNT(openers), word);
}

bool syn_shortening_at(const char *text, uint32_t begin, uint32_t dot, uint32_t next, uint32_t end)
{
    const unsigned char *t = (const unsigned char *)text;
    uint32_t first = dot;
    while (first > begin && dot - first < WORD_MOST && (in_word(t[first - 1]) || t[first - 1] == '.'))
        first--;
    if (first == dot)
        return false;
    char word[WORD_MOST];
    lower(t + first, dot - first, word);
    if (listed(never, COUNT(never), word))
        return true;
    uint32_t length = dot - first;
    bool letter = length == 1 && is_upper(t[first]);
    bool cyrillic = length == 2 && (t[first] == 0xd0 && t[first + 1] >= 0x90 && t[first + 1] <= 0xaf);
    bool dotted = length >= 3 && length < WORD_MOST && memchr(t + first, '.', length) != NULL;
    if (is_digit(t[first]) && length <= 2)
        return first == begin;
    if (!letter && !cyrillic && !dotted && !listed(seldom, COUNT(seldom), word))
        return false;
    return is_digit(t[next]) ? !dotted : letter || cyrillic || !opens_often(t, next, end);
}
