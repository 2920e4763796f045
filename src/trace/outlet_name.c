#include "trace/outlet_name.h"

#include "trace/credit_place.h"

#include <stdint.h>
#include <string.h>

/* Last words of outlets' names; `alone` where the word with an article is used for the whole name. */
static const struct ending {
    const char *word;
    bool with_others, alone;
} endings[] = {
    {"advertiser", true, true},  {"argus", true, true},       {"beacon", true, false},    {"bee", false, true},
    {"broadcasting", true, false}, {"bulletin", true, true},  {"chronicle", true, true},  {"courier", true, true},
    {"dispatch", true, true},    {"echo", true, true},        {"enquirer", true, true},   {"examiner", true, true},
    {"gazeta", true, false},     {"gazette", true, true},     {"globe", true, true},      {"guardian", true, true},
    {"herald", true, true},      {"independent", false, true}, {"inquirer", true, true},  {"intelligencer", true, true},
    {"journal", true, true},     {"ledger", true, true},      {"magazine", true, false},  {"mail", false, true},
    {"mercury", true, true},     {"mirror", true, true},      {"monitor", false, true},   {"news", true, true},
    {"newspaper", true, false},  {"newspapers", true, false}, {"newswire", true, false},  {"observer", true, true},
    {"post", true, true},        {"press", true, true},       {"register", true, true},
    {"review", true, false},
    {"sentinel", true, true},    {"shimbun", true, false},    {"standard", false, true},  {"star", false, true},
    {"sun", false, true},        {"telegram", true, true},    {"telegraph", true, true},  {"television", true, false},
    {"times", true, true},       {"today", true, false},      {"tribune", true, true},     {"tv", true, false},
    {"weekly", true, false},     {"wire", true, false},       {"zeitung", true, false},
    {"courant", true, false},    {"dagblad", true, false},    {"kurier", true, false},    {"nachrichten", true, false},
    {"rundschau", true, false},  {"tagblatt", true, false},   {"tageblatt", true, false}, {"ведомости", true, false},
    {"газета", true, false},     {"известия", true, false},
};

/* Last words that make an outlet of what is one, or of these words before them: "... News Bureau", "... Gazette
 * Online". Alone they end other bodies' names. */
static const char *const bodies[] = {
    "agency", "bureau", "channel", "digital", "group", "network", "online", "service", "syndicate",
};
static const char *const wares[] = {"media", "news", "newspaper", "press", "wire"};

/* First words of outlets' names in languages that say so: "Courrier de ...", "Diario ...". `links` are the words that
 * stand behind it then, NULL where the name may follow at once. */
static const struct opening {
    const char *word, *links;
} openings[] = {
    {"corriere", NULL}, {"courrier", NULL}, {"depeche", "de du des"}, {"diario", NULL}, {"dépêche", "de du des"},
    {"gazette", "de du des"}, {"gazzetta", NULL}, {"jornal", NULL}, {"journal", "de du des"}, {"matin", "de du des"},
    {"noticias", "de del"}, {"notícias", "de do da"}, {"periódico", "de del"},
};
/* Ends of German words that are outlets' names by themselves, and the words of that kind that are none. */
static const char *const compounds[] = {"zeitung", "tagblatt", "tageblatt", "nachrichten", "rundschau"};
static const char *const no_compounds[] = {
    "bauzeitung", "boulevardzeitung", "fachzeitung", "kinderzeitung", "kundenzeitung", "lokalzeitung", "parteizeitung",
    "regionalzeitung", "schulzeitung", "schülerzeitung", "sonntagszeitung", "tageszeitung", "werkszeitung",
    "wochenzeitung", "lokalnachrichten", "kurznachrichten", "tagesnachrichten", "weltnachrichten", "sportnachrichten",
    "abendnachrichten", "agenturnachrichten", "regionalnachrichten", "wirtschaftsnachrichten",
};

/* What ends like an outlet and is none; as the last words of a folded name. */
static const char *const no_outlets[] = {
    "university press", "college press", "federal register", "national register", "trading post", "command post",
    "legion post", "vfw post", "guard post", "official journal", "white house press", "court register", "law review",
    "senate today", "house today", "congress today",
    "peer review", "under review", "judicial review", "policy review", "year in review", "barbed wire", "high wire",
};
/* What opens a heading or a phrase, not a name. */
static const char *const no_openings[] = {
    "breaking", "latest", "more", "related", "good", "bad", "fake", "top", "local", "other", "hard", "big", "our",
    "great", "in", "world", "sports", "business", "read", "sad", "old", "modern", "tough", "crazy", "several", "many",
    "national", "press", "all", "u.s.", "for", "wire", "staff", "from", "barbed", "peer", "judicial", "budget",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
};

/* A byte of punctuation beyond ASCII, and how many bytes it takes; 0 for a letter. Apostrophes are -1. */
static int mark_bytes(const unsigned char *at, size_t left)
{
    if (at[0] == 0xC2)
        return left > 1 ? 2 : 1;
    if (at[0] == 0xE2 && left > 2 && (at[1] == 0x80 || at[1] == 0x81))
        return at[1] == 0x80 && (at[2] == 0x98 || at[2] == 0x99) ? -1 : 3;
    if (left > 2 && ((at[0] == 0xE3 && at[1] == 0x80) || (at[0] == 0xEF && at[1] == 0xBC)))
        return 3;
    return 0;
}

static bool is_alnum(unsigned char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* Lower case of a letter of two bytes, Latin-1 or Cyrillic, whose first byte is already written. */
static unsigned char lowered(unsigned char *first, unsigned char second)
{
    if (*first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97)
        return second + 0x20;
    if (*first == 0xD0 && second >= 0x90 && second <= 0x9F)
        return second + 0x20;
    if (*first == 0xD0 && second >= 0xA0 && second <= 0xAF) {
        *first = 0xD1;
        return second - 0x20;
    }
    return second;
}

typedef struct folding {
    char *key;
    size_t count;
    unsigned run; /* letters of the word so far */
} folding;

static bool put(folding *f, const char *bytes, size_t count)
{
    if (f->count + count + 1 >= SYN_OUTLET_KEY)
        return false;
    memcpy(f->key + f->count, bytes, count);
    f->count += count;
    f->run += (unsigned)count;
    return true;
}

static bool put_space(folding *f)
{
    bool put_it = f->count > 0 && f->key[f->count - 1] != ' ';
    bool fits = !put_it || put(f, " ", 1);
    f->run = 0;
    return fits;
}

static bool put_ascii(folding *f, const unsigned char *at, size_t left)
{
    char low = (char)(*at >= 'A' && *at <= 'Z' ? *at | 0x20 : *at);
    if (is_alnum(*at))
        return put(f, &low, 1);
    if (*at == '\'')
        return true;
    if (*at == '&')
        return put_space(f) && put(f, "and", 3) && put_space(f);
    if (*at != '.')
        return put_space(f);
    if (left > 1 && is_alnum(at[1]) && f->run > 1)
        return put(f, ".", 1); /* of a site: "Salon.com" */
    f->run = 0;
    return true;
}

static bool fold(folding *f, const unsigned char *at, size_t bytes)
{
    for (size_t i = 0; i < bytes;) {
        int mark = at[i] < 0x80 ? 1 : mark_bytes(at + i, bytes - i);
        if (at[i] < 0x80 ? !put_ascii(f, at + i, bytes - i) : mark > 0 && !put_space(f))
            return false;
        if (mark == 0) {
            unsigned char pair[2] = {at[i], i + 1 < bytes ? at[i + 1] : 0};
            bool two = (pair[0] == 0xC3 || pair[0] == 0xD0) && i + 1 < bytes;
            if (two)
                pair[1] = lowered(&pair[0], pair[1]);
            if (!put(f, (const char *)pair, two ? 2 : 1))
                return false;
            mark = two ? 2 : 1;
        }
        i += mark < 0 ? 3 : (size_t)mark;
    }
    return true;
}

size_t syn_outlet_key(const char *text, size_t bytes, char key[SYN_OUTLET_KEY])
{
    folding f = {key, 0, 0};
    if (bytes > SYN_OUTLET_KEY || !fold(&f, (const unsigned char *)text, bytes))
        return 0;
    while (f.count > 0 && (key[f.count - 1] == ' ' || key[f.count - 1] == '.'))
        f.count--;
    if (f.count > 4 && memcmp(key, "the ", 4) == 0) {
        f.count -= 4;
        memmove(key, key + 4, f.count);
    }
    if (f.count > 3 && memcmp(key, "ny ", 3) == 0 && f.count + 6 < SYN_OUTLET_KEY) {
        memmove(key + 9, key + 3, f.count - 3);
        memcpy(key, "new york ", 9);
        f.count += 6;
    }
    key[f.count] = '\0';
    return f.count;
}

/* Bytes against a NUL-ended string, as strcmp orders them. */
static int order(const char *key, size_t bytes, const char *other)
{
    int difference = strncmp(key, other, bytes);
    return difference != 0 ? difference : other[bytes] == '\0' ? 0 : -1;
}

const syn_outlet_form *syn_outlet_of_key(const char *key, size_t bytes)
{
    size_t low = 0, high = syn_outlet_known.form_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int difference = order(key, bytes, syn_outlet_known.forms[middle].key);
        if (difference == 0)
            return &syn_outlet_known.forms[middle];
        if (difference < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool has_small(const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            return true;
    return false;
}

const syn_outlet_form *syn_outlet_find(const char *text, size_t bytes)
{
    char key[SYN_OUTLET_KEY];
    size_t count = syn_outlet_key(text, bytes, key);
    const syn_outlet_form *form = count > 0 ? syn_outlet_of_key(key, count) : NULL;
    size_t article = bytes > 4 && memcmp(text + 1, "he ", 3) == 0 ? 4 : 0;
    if (form && (form->flags & SYN_OUTLET_INITIALS) && has_small(text + article, bytes - article))
        return NULL;
    return form;
}

static const struct ending *ending_of(const char *word, size_t bytes)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (endings[i].word[0] == word[0] && order(word, bytes, endings[i].word) == 0)
            return &endings[i];
    return NULL;
}

static bool is_excepted(const char *key, size_t bytes)
{
    size_t first = strcspn(key, " ");
    for (size_t i = 0; i < sizeof no_openings / sizeof *no_openings; i++)
        if (order(key, first, no_openings[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof no_outlets / sizeof *no_outlets; i++) {
        size_t length = strlen(no_outlets[i]);
        if (bytes >= length && memcmp(key + bytes - length, no_outlets[i], length) == 0)
            return true;
    }
    return false;
}

static bool is_one_of(const char *const *list, size_t count, const char *word, size_t bytes)
{
    for (size_t i = 0; i < count; i++)
        if (order(word, bytes, list[i]) == 0)
            return true;
    return false;
}

/* Where the last word of key[0, end) begins. */
static size_t last_word(const char *key, size_t end)
{
    while (end > 0 && key[end - 1] != ' ')
        end--;
    return end;
}

/* "... News Bureau", "... Press Agency", "... Gazette Online"; of two words there is no name before the ware. */
static bool is_body(const char *key, size_t last, size_t count)
{
    if (last == 0 || !is_one_of(bodies, sizeof bodies / sizeof *bodies, key + last, count - last))
        return false;
    size_t ware = last_word(key, last - 1), bytes = last - 1 - ware;
    const struct ending *ending = ending_of(key + ware, bytes);
    return ware > 0 && (is_one_of(wares, sizeof wares / sizeof *wares, key + ware, bytes) ||
                        (ending && ending->with_others));
}

/* "Fenmouth Daily Mail": what ends so is a paper of its own, unless what stands before it says where a known one is. */
static bool is_daily(const char *key, size_t last)
{
    static const char *const editions[] = {"daily", "evening", "morning", "weekly"};
    size_t edition = last_word(key, last - 1);
    return edition > 0 && is_one_of(editions, sizeof editions / sizeof *editions, key + edition, last - 1 - edition) &&
           !syn_credit_is_place(key, edition - 1);
}

/* More than three words. */
static bool is_long(const char *key)
{
    int blanks = 0;
    for (; *key; key++)
        blanks += *key == ' ';
    return blanks > 2;
}

static bool is_compound(const char *key, size_t bytes)
{
    for (size_t i = 0; i < sizeof compounds / sizeof *compounds; i++) {
        const size_t length = strlen(compounds[i]);
        if (bytes > length + 2 && memcmp(key + bytes - length, compounds[i], length) == 0)
            return !is_one_of(no_compounds, sizeof no_compounds / sizeof *no_compounds, key, bytes);
    }
    return false;
}

/* Whether the word is one of a list of words with single blanks between. */
static bool is_listed(const char *list, const char *word, size_t bytes)
{
    for (const char *at = list; *at; at += *at == ' ') {
        const size_t length = strcspn(at, " ");
        if (length == bytes && memcmp(at, word, bytes) == 0)
            return true;
        at += length;
    }
    return false;
}

/* "Courrier de Bray", "La Gazzetta di Bray": of three words and more where small ones link them. */
static bool opens_as_outlet(const char *key)
{
    size_t first = strcspn(key, " ");
    if (first <= 2 && key[first] && is_listed("la le el il l o", key, first))
        key += first + 1;
    first = strcspn(key, " ");
    const char *next = key + first + (key[first] == ' ');
    const size_t second = strcspn(next, " ");
    for (size_t i = 0; second > 0 && i < sizeof openings / sizeof *openings; i++)
        if (openings[i].word[0] == key[0] && order(key, first, openings[i].word) == 0)
            return openings[i].links == NULL
                ? !is_listed("oficial ufficiale officiel personal íntimo intimo", next, second)
                : next[second] == ' ' && is_listed(openings[i].links, next, second);
    return false;
}

bool syn_outlet_ends(const char *text, size_t bytes)
{
    char key[SYN_OUTLET_KEY];
    size_t count = syn_outlet_key(text, bytes, key), last = last_word(key, count);
    if (last == 0 || (key[0] >= '0' && key[0] <= '9'))
        return last == 0 && is_compound(key, count);
    const struct ending *ending = ending_of(key + last, count - last);
    if (ending && strcmp(ending->word, "today") == 0 && is_long(key))
        return false; /* "..., Saltmarsh, Fenmouth today" in capitals */
    bool paper = ending && (ending->with_others || is_daily(key, last));
    return (paper || is_body(key, last, count) || opens_as_outlet(key)) && !is_excepted(key, count);
}

bool syn_outlet_is_agency(const char *text, size_t bytes)
{
    char key[SYN_OUTLET_KEY];
    size_t count = syn_outlet_key(text, bytes, key), last = last_word(key, count);
    const syn_outlet_form *form = count > 0 ? syn_outlet_of_key(key, count) : NULL;
    if (form)
        return form->flags & SYN_OUTLET_AGENCY;
    static const char *const ends[] = {"agency", "bureau", "service", "syndicate"};
    if (last == 0 || is_excepted(key, count))
        return false;
    return order(key + last, count - last, "wire") == 0 || order(key + last, count - last, "newswire") == 0 ||
           (is_one_of(ends, sizeof ends / sizeof *ends, key + last, count - last) && is_body(key, last, count));
}

size_t syn_outlet_initials(const char *key, char initials[SYN_OUTLET_INITIALS_MOST + 1])
{
    static const char *const links[] = {"and", "da", "de", "del", "der", "for", "la", "of", "the"};
    size_t count = 0;
    for (const char *at = key; *at;) {
        size_t length = strcspn(at, " ");
        if (!is_one_of(links, sizeof links / sizeof *links, at, length)) {
            if (count == SYN_OUTLET_INITIALS_MOST || (unsigned char)*at >= 0x80)
                return 0;
            initials[count++] = *at;
        }
        at += length + (at[length] == ' ');
    }
    initials[count] = '\0';
    return count >= SYN_OUTLET_INITIALS_LEAST ? count : 0;
}

bool syn_outlet_is_short(const char *text, size_t bytes)
{
    char key[SYN_OUTLET_KEY];
    size_t count = syn_outlet_key(text, bytes, key);
    if (count == 0 || memchr(key, ' ', count))
        return false;
    const struct ending *ending = ending_of(key, count);
    return ending && ending->alone;
}

static const char *find_host(const char *host, size_t bytes)
{
    size_t low = 0, high = syn_outlet_known.host_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int difference = order(host, bytes, syn_outlet_known.hosts[middle].host);
        if (difference == 0)
            return syn_outlet_known.hosts[middle].name;
        if (difference < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *syn_outlet_at_host(const char *text, size_t bytes)
{
    char host[SYN_OUTLET_KEY];
    size_t count = 0, at = 0;
    for (size_t i = 0; i + 2 < bytes && i < 8; i++)
        if (memcmp(text + i, "://", 3) == 0)
            at = i + 3;
    for (; at < bytes && count < sizeof host && (is_alnum((unsigned char)text[at]) || strchr(".-", text[at])); at++) {
        if (text[at] == '\0')
            break;
        host[count++] = (char)(text[at] >= 'A' && text[at] <= 'Z' ? text[at] | 0x20 : text[at]);
    }
    if (count == sizeof host)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = i == 0 || host[i - 1] == '.' ? find_host(host + i, count - i) : NULL;
        if (name)
            return name;
    }
    return NULL;
}

/* Whether the words of `part` are the last ones of `whole`. */
static bool is_tail(const char *whole, size_t whole_bytes, const char *part, size_t part_bytes)
{
    return part_bytes < whole_bytes && whole[whole_bytes - part_bytes - 1] == ' ' &&
           memcmp(whole + whole_bytes - part_bytes, part, part_bytes) == 0;
}

bool syn_outlet_same(const char *a, size_t a_bytes, const char *b, size_t b_bytes)
{
    char one[SYN_OUTLET_KEY], two[SYN_OUTLET_KEY];
    size_t one_bytes = syn_outlet_key(a, a_bytes, one), two_bytes = syn_outlet_key(b, b_bytes, two);
    if (one_bytes == 0 || two_bytes == 0)
        return false;
    const syn_outlet_form *first = syn_outlet_of_key(one, one_bytes), *second = syn_outlet_of_key(two, two_bytes);
    if (first && second)
        return strcmp(first->name, second->name) == 0;
    return (one_bytes == two_bytes && memcmp(one, two, one_bytes) == 0) || is_tail(one, one_bytes, two, two_bytes) ||
           is_tail(two, two_bytes, one, one_bytes);
}
