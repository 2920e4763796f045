/* Every naming of an outlet is a use. A use belongs to a known outlet by the table, or to its own words; a
 * short form ("Daily News") takes the place of the longer one that ends so and stands above it in the text, or
 * below it when none does. Then texts are asked together: what other texts mean by a short form that a
 * text leaves alone, and which one full name of the collection fits it (outlet_full.h). All look-ups are in sorted
 * arrays; nothing is compared pair by pair. */
#include "trace/outlet.h"

#include "base/alloc.h"
#include "trace/outlet_full.h"
#include "trace/outlet_join.h"
#include "trace/outlet_name.h"

#include <stdlib.h>
#include <string.h>

enum { chain_most = 8, tails_most = 12 };

bool syn_outlet_is_name(const char *text, size_t bytes)
{
    return syn_outlet_find(text, bytes) || syn_outlet_ends(text, bytes);
}

/* ---- uses ---- */

/* A name as it is written, on one line: what stands between two words, a line end too, is one space. */
static const char *keep_form(syn_arena *arena, const char *name, size_t bytes)
{
    const char *kept = syn_arena_text(arena, name, bytes);
    char *to = (char *)kept;
    for (const char *at = kept; kept != NULL && *at; at++) {
        const bool nbsp = (unsigned char)at[0] == 0xc2 && (unsigned char)at[1] == 0xa0;
        const bool blank = nbsp || *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r';
        if (!blank)
            *to++ = *at;
        else if (to > kept && to[-1] != ' ')
            *to++ = ' ';
        at += nbsp;
    }
    if (kept != NULL)
        *to = '\0';
    return kept;
}

static syn_status add_use(syn_joining *j, const char *name, size_t bytes, uint32_t document, uint32_t mention)
{
    char key[SYN_OUTLET_KEY], whole[SYN_OUTLET_KEY];
    size_t count = syn_outlet_key(name, bytes, key);
    const char *site = memchr(name, '.', bytes) && !memchr(name, ' ', bytes) ? syn_outlet_at_host(name, bytes) : NULL;
    if (site)
        count = syn_outlet_key(site, strlen(site), key);
    if (count == 0)
        return SYN_OK;
    if (!syn_alloc_room((void **)&j->uses, &j->capacity, j->count + 1, sizeof *j->uses))
        return SYN_MEMORY;
    const syn_outlet_form *form = syn_outlet_of_key(key, count);
    syn_use *u = &j->uses[j->count];
    *u = (syn_use){.document = document, .mention = mention, .parent = SYN_NONE, .known = form != NULL};
    u->form = site ? site : keep_form(&j->words, name, bytes);
    u->key = syn_arena_text(&j->words, key, count);
    u->outlet = u->key;
    if (form && (count = syn_outlet_key(form->name, strlen(form->name), whole)) > 0)
        u->outlet = syn_arena_text(&j->words, whole, count);
    if (!u->form || !u->key || !u->outlet)
        return SYN_MEMORY;
    j->count++;
    return SYN_OK;
}

/* A site that is not known goes by its own label: "fenmouthgazette" of "www.fenmouthgazette.com". */
static syn_status add_own(syn_joining *j, const char *own, uint32_t document)
{
    const char *at = own ? strstr(own, "://") : NULL;
    if (!own)
        return SYN_OK;
    at = at ? at + 3 : own;
    if (strncmp(at, "www.", 4) == 0)
        at += 4;
    size_t length = strcspn(at, "/");
    const char *dot = memchr(at, '.', length);
    bool site = dot && !memchr(at, ' ', length) && !syn_outlet_at_host(own, strlen(own)) &&
        !syn_outlet_find(own, strlen(own));
    return site ? add_use(j, at, (size_t)(dot - at), document, SYN_NONE)
        : add_use(j, own, strlen(own), document, SYN_NONE);
}

static syn_status add_mention(syn_joining *j, const char *text, const syn_mention *m, uint32_t document, uint32_t number)
{
    if (m->person || m->of == SYN_OF_IMAGE)
        return SYN_OK;
    if (m->name.end == m->name.begin) /* signed by the way it is signed */
        return add_use(j, "Reuters", 7, document, number);
    size_t count = j->count;
    syn_status status = add_use(j, text + m->name.begin, m->name.end - m->name.begin, document, number);
    if (status == SYN_OK && j->count > count) {
        syn_use *u = &j->uses[count];
        u->tentative = m->tentative;
        u->weak = m->tentative && (m->place == SYN_AT_SENTENCE || m->place == SYN_AT_LABEL);
        u->brief = m->place != SYN_AT_SENTENCE && !u->weak;
        u->signs = !m->signs ? 0 : m->place == SYN_AT_HEAD ? 1 : 2;
    }
    return status;
}

/* ---- short forms ---- */

static int by_words(const void *a, const void *b)
{
    const syn_sense *x = a, *y = b;
    int words = strcmp(x->words, y->words);
    return words != 0 ? words : x->use != y->use ? (x->use < y->use ? -1 : 1) : 0;
}

static int by_meaning(const void *a, const void *b)
{
    const syn_sense *x = a, *y = b;
    int words = strcmp(x->words, y->words);
    if (words == 0)
        words = strcmp(x->outlet, y->outlet);
    return words != 0 ? words : (x->use > y->use) - (x->use < y->use);
}

static syn_status add_sense(syn_joining *j, const char *words, const char *outlet, uint32_t number)
{
    if (!syn_alloc_room((void **)&j->senses, &j->sense_capacity, j->sense_count + 1, sizeof *j->senses))
        return SYN_MEMORY;
    j->senses[j->sense_count++] = (syn_sense){words, outlet, number};
    return SYN_OK;
}

/* All last words of a name: "york daily news", "daily news", "news"; of "times of london" also "times". */
static syn_status add_tails(syn_joining *j, const char *name, uint32_t number)
{
    const char *at = strchr(name, ' ');
    if (at && strncmp(at, " of ", 4) == 0) {
        const char *first = syn_arena_text(&j->words, name, (size_t)(at - name));
        if (!first || add_sense(j, first, name, number) < 0)
            return SYN_MEMORY;
    }
    for (int i = 0; at && i < tails_most; i++, at = strchr(at + 1, ' '))
        if (add_sense(j, at + 1, name, number) < 0)
            return SYN_MEMORY;
    return SYN_OK;
}

/* The first sense of these words that use number `from` or a later one gives. */
static size_t find_sense(const syn_joining *j, const char *words, uint32_t from)
{
    size_t low = 0, high = j->sense_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(j->senses[middle].words, words);
        if (order < 0 || (order == 0 && j->senses[middle].use < from))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_words(const syn_joining *j, size_t at, const char *words)
{
    return at < j->sense_count && strcmp(j->senses[at].words, words) == 0;
}

/* The nearest longer name above the use, else the nearest below. A known name gives way only to one above. */
static uint32_t find_parent(const syn_joining *j, uint32_t number)
{
    const syn_use *u = &j->uses[number];
    size_t at = find_sense(j, u->key, number);
    if (u->known && strchr(u->key, ' '))
        return SYN_NONE;
    if (at > 0 && has_words(j, at - 1, u->key))
        return j->senses[at - 1].use;
    bool below = !u->known && has_words(j, at, u->key) && j->senses[at].use != number;
    return below ? j->senses[at].use : SYN_NONE;
}

static const char *root_outlet(const syn_joining *j, uint32_t number)
{
    for (int i = 0; i < chain_most && j->uses[number].parent != SYN_NONE; i++)
        number = j->uses[number].parent;
    return j->uses[number].outlet;
}

/* Initials of a full name in the same text, under a mark that no key holds: "=fnb". */
static syn_status add_initials(syn_joining *j, const char *name, uint32_t number)
{
    char words[SYN_OUTLET_INITIALS_MOST + 2] = "=";
    size_t letters = syn_outlet_initials(name, words + 1);
    const char *copy = letters > 0 ? syn_arena_text(&j->words, words, letters + 1) : NULL;
    if (letters == 0)
        return SYN_OK;
    return copy ? add_sense(j, copy, name, number) : SYN_MEMORY;
}

/* The nearest full name of these initials above the use, else the nearest below. */
static uint32_t find_introduced(const syn_joining *j, uint32_t number)
{
    const syn_use *u = &j->uses[number];
    char words[SYN_OUTLET_INITIALS_MOST + 2] = "=";
    size_t bytes = strlen(u->key);
    if (u->known || !u->brief || bytes > SYN_OUTLET_INITIALS_MOST)
        return SYN_NONE;
    memcpy(words + 1, u->key, bytes + 1);
    size_t at = find_sense(j, words, number);
    if (at > 0 && has_words(j, at - 1, words))
        return j->senses[at - 1].use;
    return has_words(j, at, words) ? j->senses[at].use : SYN_NONE;
}

/* Joins the names within one text, uses [first, end). */
static syn_status join_text(syn_joining *j, uint32_t first, uint32_t end)
{
    j->sense_count = 0;
    for (uint32_t i = first; i < end; i++) {
        const syn_use *u = &j->uses[i];
        if (u->tentative)
            continue;
        bool other = strcmp(u->outlet, u->key) != 0;
        if (add_initials(j, u->key, i) < 0 || add_tails(j, u->key, i) < 0 ||
            (other && add_tails(j, u->outlet, i) < 0))
            return SYN_MEMORY;
    }
    if (j->sense_count == 0)
        return SYN_OK;
    qsort(j->senses, j->sense_count, sizeof *j->senses, by_words);
    for (uint32_t i = first; i < end; i++) {
        if (j->uses[i].weak)
            continue;
        j->uses[i].parent = find_parent(j, i);
        if (j->uses[i].parent == SYN_NONE)
            j->uses[i].parent = find_introduced(j, i);
    }
    return SYN_OK;
}

/* What a text leaves alone means what other texts mean by it, if they mean one outlet. */
static syn_status join_texts(syn_joining *j)
{
    j->sense_count = 0;
    for (uint32_t i = 0; i < j->count; i++) {
        syn_use *u = &j->uses[i];
        if (u->parent == SYN_NONE)
            continue;
        u->outlet = root_outlet(j, i);
        if (add_sense(j, u->key, u->outlet, i) < 0)
            return SYN_MEMORY;
    }
    if (j->sense_count == 0)
        return SYN_OK;
    qsort(j->senses, j->sense_count, sizeof *j->senses, by_meaning);
    size_t kept = 0; /* one of each meaning */
    for (size_t i = 0; i < j->sense_count; i++)
        if (kept == 0 || strcmp(j->senses[kept - 1].words, j->senses[i].words) != 0 ||
            strcmp(j->senses[kept - 1].outlet, j->senses[i].outlet) != 0)
            j->senses[kept++] = j->senses[i];
    j->sense_count = kept;
    for (uint32_t i = 0; i < j->count; i++) {
        syn_use *u = &j->uses[i];
        size_t at = find_sense(j, u->key, 0);
        bool meant = u->parent == SYN_NONE && !u->known && !u->weak && has_words(j, at, u->key);
        if (meant && !has_words(j, at + 1, u->key))
            u->outlet = j->senses[at].outlet;
    }
    return SYN_OK;
}

/* ---- full names of the collection ---- */

static int by_key(const void *a, const void *b)
{
    const syn_full_name *x = a, *y = b;
    return strcmp(x->key, y->key);
}

/* Each outlet that the texts came to, once, in order. */
static uint32_t list_names(const syn_joining *j, syn_full_name *names)
{
    uint32_t kept = 0;
    for (size_t i = 0; i < j->count; i++) {
        const syn_use *u = &j->uses[i];
        bool known = syn_outlet_of_key(u->outlet, strlen(u->outlet)) != NULL;
        names[i] = (syn_full_name){.key = u->outlet, .sure = !u->tentative, .brief = u->brief, .known = known};
    }
    if (j->count > 0)
        qsort(names, j->count, sizeof *names, by_key);
    for (size_t i = 0; i < j->count; i++) {
        if (kept > 0 && strcmp(names[kept - 1].key, names[i].key) == 0) {
            names[kept - 1].sure |= names[i].sure;
            names[kept - 1].brief |= names[i].brief;
        } else {
            names[kept++] = names[i];
        }
    }
    return kept;
}

static size_t name_of(const syn_full_name *names, uint32_t count, const char *key)
{
    const syn_full_name wanted = {.key = key};
    return (size_t)((const syn_full_name *)bsearch(&wanted, names, count, sizeof *names, by_key) - names);
}

/* In how many texts an agency signs by a name, up to two, and where in the last of them. */
typedef struct signature {
    uint32_t texts, last;
    uint8_t where;
} signature;

/* Two texts that have one name where agencies sign, or one at both ends, make it an agency. */
static void take_signed(syn_joining *j, syn_full_name *names, uint32_t count, signature *signatures)
{
    for (size_t i = 0; i < j->count; i++) {
        const syn_use *u = &j->uses[i];
        if (u->signs == 0)
            continue;
        const size_t n = name_of(names, count, u->outlet);
        signature *s = &signatures[n];
        const bool again = s->texts > 0 && s->last == u->document;
        s->where = again ? s->where | u->signs : u->signs;
        s->texts += !again && s->texts < 2;
        s->last = u->document;
        if (s->texts == 2 || s->where == 3) {
            s->texts = 2;
            names[n].sure = true;
        }
    }
}

/* Whether a use names an outlet, and which. */
static bool settle(syn_use *u, const syn_full_name *names, const signature *signatures, size_t n)
{
    const bool is_signed = signatures[n].texts == 2;
    const syn_full_name *name = &names[names[n].to];
    u->outlet = name->key;
    u->agency = is_signed && name == &names[n];
    return u->weak ? is_signed : name->sure;
}

/* Short names go to the one full name that fits; what stayed tentative and nobody's goes out. */
static syn_status join_names(syn_joining *j)
{
    syn_full_name *names = syn_alloc(j->count, sizeof *names);
    signature *signatures = syn_alloc_zero(j->count, sizeof *signatures);
    uint32_t count = names ? list_names(j, names) : 0;
    syn_status status = names && signatures ? SYN_OK : SYN_MEMORY;
    size_t kept = 0;
    if (status == SYN_OK) {
        take_signed(j, names, count, signatures);
        status = syn_outlet_resolve(names, count);
    }
    for (size_t i = 0; status == SYN_OK && i < j->count; i++) {
        syn_use use = j->uses[i];
        if (settle(&use, names, signatures, name_of(names, count, use.outlet)))
            j->uses[kept++] = use;
    }
    if (status == SYN_OK)
        j->count = kept;
    free(names);
    free(signatures);
    return status;
}

static bool is_masthead(const syn_mention *m) { return strcmp(m->cue, "masthead") == 0; }

/* The mention by which a text says which outlet is its own: its masthead, else a copyright line or a byline. */
static const syn_mention *own_by_text(const syn_mentions *mentions)
{
    const syn_mention *own = NULL;
    for (uint32_t i = 0; i < mentions->count; i++) {
        const syn_mention *m = &mentions->items[i];
        if (m->own && m->outlet != SYN_NONE && (own == NULL || (is_masthead(m) && !is_masthead(own))))
            own = m;
    }
    return own;
}

/* Takes out what was tentative and is nobody's name; what is the document's own outlet is marked so. In a text with a
 * masthead other houses are credits. Returns the document's own outlet. */
static uint32_t take_out(syn_mentions *mentions, uint32_t own)
{
    const syn_mention *said = own == SYN_NONE ? own_by_text(mentions) : NULL;
    const bool masthead = said != NULL && is_masthead(said);
    uint32_t kept = 0;
    own = said != NULL ? said->outlet : own;
    for (uint32_t i = 0; i < mentions->count; i++) {
        syn_mention *m = &mentions->items[i];
        if (m->tentative && m->outlet == SYN_NONE)
            continue;
        m->tentative = m->signs = false;
        m->own = (m->own && !masthead) || (own != SYN_NONE && m->outlet == own);
        mentions->items[kept++] = *m;
    }
    mentions->count = kept;
    return own;
}

static void set_numbers(const syn_joining *j, syn_mentions *mentions, uint32_t document_count)
{
    for (uint32_t d = 0; d < document_count; d++) {
        j->out->of_document[d] = SYN_NONE;
        for (uint32_t i = 0; i < mentions[d].count; i++)
            mentions[d].items[i].outlet = SYN_NONE;
    }
    for (size_t i = 0; i < j->count; i++) {
        const syn_use *u = &j->uses[i];
        if (u->mention == SYN_NONE)
            j->out->of_document[u->document] = j->outlet_of[i];
        else
            mentions[u->document].items[u->mention].outlet = j->outlet_of[i];
    }
    for (uint32_t d = 0; d < document_count; d++)
        j->out->of_document[d] = take_out(&mentions[d], j->out->of_document[d]);
}

/* An own site's label ("fenmouthgazette") is the outlet whose name has the same letters. */
static syn_status join_sites(syn_joining *j)
{
    j->sense_count = 0;
    for (uint32_t i = 0; i < j->count; i++) {
        char letters[SYN_OUTLET_KEY];
        size_t bytes = 0;
        for (const char *at = j->uses[i].outlet; *at; at++)
            if (*at != ' ' && *at != '.')
                letters[bytes++] = *at;
        const char *copy = strchr(j->uses[i].outlet, ' ') ? syn_arena_text(&j->words, letters, bytes) : NULL;
        if (!strchr(j->uses[i].outlet, ' '))
            continue;
        if (!copy || add_sense(j, copy, j->uses[i].outlet, i) < 0)
            return SYN_MEMORY;
    }
    if (j->sense_count > 0)
        qsort(j->senses, j->sense_count, sizeof *j->senses, by_meaning);
    for (uint32_t i = 0; i < j->count; i++) {
        syn_use *u = &j->uses[i];
        size_t at = find_sense(j, u->key, 0);
        if (u->mention == SYN_NONE && !u->known && has_words(j, at, u->key)) {
            u->outlet = j->senses[at].outlet;
            u->form = j->uses[j->senses[at].use].form; /* a site is an address, not a name */
        }
    }
    return SYN_OK;
}

syn_status syn_outlets_join(const char *const *texts, syn_mentions *mentions, const char *const *own,
                            uint32_t document_count, syn_outlets *out)
{
    syn_outlets made = {0};
    syn_joining j = {.out = &made};
    syn_status status = SYN_OK;
    made.of_document = syn_alloc(document_count, sizeof *made.of_document);
    if (!made.of_document)
        status = SYN_MEMORY;
    for (uint32_t d = 0; status == SYN_OK && d < document_count; d++) {
        size_t first = j.count;
        status = add_own(&j, own ? own[d] : NULL, d);
        for (uint32_t i = 0; status == SYN_OK && i < mentions[d].count; i++)
            status = add_mention(&j, texts[d], &mentions[d].items[i], d, i);
        if (status == SYN_OK && j.count >= SYN_NONE)
            status = SYN_LIMIT;
        if (status == SYN_OK)
            status = join_text(&j, (uint32_t)first, (uint32_t)j.count);
    }
    if (status == SYN_OK)
        status = join_texts(&j);
    if (status == SYN_OK)
        status = join_names(&j);
    if (status == SYN_OK)
        status = join_sites(&j);
    if (status == SYN_OK)
        status = syn_outlets_list(&j);
    if (status == SYN_OK) {
        set_numbers(&j, mentions, document_count);
        *out = made;
    } else {
        syn_outlets_release(&made);
    }
    free(j.uses);
    free(j.senses);
    free(j.outlet_of);
    syn_arena_release(&j.words);
    return status;
}

void syn_outlets_release(syn_outlets *outlets)
{
    free(outlets->items);
    free(outlets->forms);
    free(outlets->of_document);
    syn_arena_release(&outlets->arena);
    *outlets = (syn_outlets){0};
}
