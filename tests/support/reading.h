/** Texts read as far as match and trace need them: words, lexicon and surprisal.
 *
 *      reading r;
 *      read_texts(&r, (const char *const[]){"one text", "another"}, 2);
 *      ... r.of[0].ids, r.wordings ...
 *      read_release(&r);
 *
 *  The texts are the caller's and must stay.
 */
#ifndef TESTS_SUPPORT_READING_H
#define TESTS_SUPPORT_READING_H

#include "text/wording.h"

#include <stdlib.h>
#include <string.h>

typedef struct reading {
    syn_words words;
    syn_wording *of;
    syn_lexicon lexicon;
    syn_surprisal surprisal;
    syn_wordings wordings;
} reading;

static inline void read_texts(reading *r, const char *const *texts, uint32_t count)
{
    syn_vocabulary *vocabulary = NULL;
    size_t at = 0;

    *r = (reading){.of = calloc(count, sizeof *r->of)};
    if (r->of == NULL || syn_vocabulary_new(&vocabulary) < 0)
        abort();
    for (uint32_t d = 0; d < count; d++) {
        size_t before = r->words.count;
        if (syn_text_make(texts[d], strlen(texts[d]), vocabulary, &r->words, NULL) < 0)
            abort();
        r->of[d] = (syn_wording){.text = texts[d], .count = (uint32_t)(r->words.count - before), .age = UINT32_MAX};
    }
    if (syn_lexicon_make(&vocabulary, 1, &r->lexicon) < 0 || syn_surprisal_init(&r->surprisal, NULL, &r->lexicon) < 0)
        abort();
    syn_lexicon_apply(&r->lexicon, 0, r->words.id, r->words.count);
    syn_vocabulary_free(vocabulary);
    for (uint32_t d = 0; d < count; at += r->of[d++].count) {
        r->of[d].ids = r->words.id + at;
        r->of[d].begin = r->words.begin + at;
        r->of[d].end = r->words.end + at;
    }
    r->wordings = (syn_wordings){.of = r->of, .lexicon = &r->lexicon, .surprisal = &r->surprisal};
}

static inline void read_release(reading *r)
{
    syn_surprisal_release(&r->surprisal);
    syn_lexicon_release(&r->lexicon);
    syn_words_release(&r->words);
    free(r->of);
}

#endif
