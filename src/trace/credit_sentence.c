/* Credits of sentences. One scan reads every word's first eight bytes and asks a small table whether a cue
 * begins so; only there is more of the sentence looked at, and never more than a few words of it. */
#include "text/plain.h"
#include "trace/credit_pattern.h"
#include "trace/credit_scan.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { slot_bits = 10, slot_count = 1 << slot_bits, tail_bytes = 700, many_most = 8, clause_most = 120 };

/* Words that begin a cue, by their first eight letters; rows of one word are a chain in order of the table. */
typedef struct cue_index {
    uint64_t words[slot_count];
    uint8_t rows[slot_count];  /* first row + 1; special ones behind the table's */
} cue_index;

/* Words that need more than a row. */
enum special { LINK = 250, IMAGE, COLLEAGUE, EDITING, COPYRIGHT };

typedef struct sentence_scan {
    syn_credit_scan *scan;
    cue_index index;
    uint32_t label;      /* the last label or introduced text above, in scan->out; SYN_NONE before */
    uint32_t next_label;
} sentence_scan;

static uint32_t slot_of(uint64_t word)
{
    return (uint32_t)((word * 0x9e3779b97f4a7c15u) >> (64 - slot_bits));
}

/* The letters that the eight bytes at `word` begin with; of another script the bytes as they are. */
static inline uint64_t letters_of(const char word[8])
{
    uint64_t letters;
    if (syn_plain_word(word, &letters) == 0)
        memcpy(&letters, word, sizeof letters);
    return letters;
}

static uint64_t eight(const char *word, size_t bytes)
{
    char padded[8] = {0};
    memcpy(padded, word, bytes < 8 ? bytes : 8);
    return letters_of(padded);
}

static void index_word(cue_index *index, uint64_t word, unsigned row)
{
    uint32_t slot = slot_of(word);
    while (index->rows[slot] != 0 && index->words[slot] != word)
        slot = (slot + 1) & (slot_count - 1);
    if (index->rows[slot] == 0) {
        index->words[slot] = word;
        index->rows[slot] = (uint8_t)row;
    }
}

static void index_list(cue_index *index, const char *list, unsigned row)
{
    while (*list) {
        size_t length = strcspn(list, " ");
        index_word(index, eight(list, length), row);
        list += length + (list[length] == ' ');
    }
}

static void index_cues(cue_index *index)
{
    memset(index->rows, 0, sizeof index->rows);
    for (uint32_t i = 0; i < syn_credit_cue_count; i++)
        index_word(index, letters_of(syn_credit_cues[i].word), i + 1);
    index_list(index, syn_credit_image_words, IMAGE);
    index_list(index, "http https www", LINK);
    index_list(index, "colleague", COLLEAGUE);
    index_list(index, "editing", EDITING);
    index_list(index, "copyright", COPYRIGHT);
}

static unsigned row_of(const cue_index *index, uint64_t word)
{
    for (uint32_t slot = slot_of(word); index->rows[slot] != 0; slot = (slot + 1) & (slot_count - 1))
        if (index->words[slot] == word)
            return index->rows[slot];
    return 0;
}

/* ---- what a credit covers ---- */

static bool ends_with_colon(const char *text, syn_reach reach)
{
    return reach.end > reach.begin && text[reach.end - 1] == ':';
}

/* A line of the page, no paragraph of the text: "Advertisement". */
static bool is_furniture(const syn_credit_scan *scan, uint32_t paragraph)
{
    syn_reach p = scan->layout->paragraphs[paragraph];
    return p.end - p.begin < 24 && !memchr(scan->text + p.begin, '.', p.end - p.begin);
}

/* The next paragraph that is one behind that of the byte before `at`, empty when none is near. */
static syn_reach next_paragraph(const syn_credit_scan *scan, uint32_t at)
{
    uint32_t paragraph = syn_layout_paragraph(scan->layout, at > 0 ? at - 1 : 0);
    for (uint32_t i = paragraph + 1; i < scan->layout->paragraph_count && i < paragraph + 4; i++)
        if (!is_furniture(scan, i))
            return scan->layout->paragraphs[i];
    return (syn_reach){at, at};
}

/* The sentence, and all of the utterance of which a part stands in it. */
static syn_reach with_utterance(const syn_credit_scan *scan, syn_reach covers)
{
    const syn_quotes *q = scan->quotes;
    uint32_t low = 0, high = q->count;
    while (low < high) { /* the first that ends behind the start of the sentence */
        uint32_t middle = low + (high - low) / 2;
        if (q->items[middle].inside.end <= covers.begin)
            low = middle + 1;
        else
            high = middle;
    }
    syn_reach all = covers;
    for (uint32_t i = low, seen = 0; i < q->count && q->items[i].inside.begin < covers.end && seen < many_most; i++,
         seen++) {
        if (!q->items[i].speech)
            continue;
        uint32_t first = q->items[i].utterance;
        if (first < q->count && q->items[first].inside.begin < all.begin)
            all.begin = q->items[first].inside.begin;
        for (uint32_t j = i, reach = 0; j < q->count && q->items[j].utterance == first && reach < many_most; j++,
             reach++)
            if (q->items[j].speech && q->items[j].inside.end > all.end)
                all.end = q->items[j].inside.end;
    }
    return all;
}

static syn_reach covers_of(const syn_credit_scan *scan, const syn_credit_cue *row, uint32_t sentence)
{
    syn_reach covers = scan->layout->sentences[sentence];
    if (row->flags & SYN_CUE_INTRODUCES)
        return next_paragraph(scan, covers.end);
    if (ends_with_colon(scan->text, covers)) {
        syn_reach next = next_paragraph(scan, covers.end);
        if (next.end > next.begin)
            covers.end = next.end;
    }
    return row->of == SYN_OF_SPEECH ? with_utterance(scan, covers) : covers;
}

/* ---- whose voice it is ---- */

/* Whether the text, or the block here, is credited to the same outlet. */
static bool is_credited_above(sentence_scan *s, syn_reach name)
{
    const syn_mention *items = s->scan->out->items;
    for (uint32_t i = 0, seen = 0; i < s->scan->head_count && seen < many_most; i++) {
        if (items[i].place != SYN_AT_HEAD)
            break;
        seen++;
        if (items[i].of == SYN_OF_TEXT && syn_credit_same(s->scan, items[i].name, name))
            return true;
    }
    return s->label != SYN_NONE && syn_credit_same(s->scan, items[s->label].name, name);
}

/* Labels are in order; they lie behind heads and tails in the list. */
static void follow_labels(sentence_scan *s, uint32_t at)
{
    const syn_mention *items = s->scan->out->items;
    for (; s->next_label < s->scan->head_count; s->next_label++) {
        if (items[s->next_label].place != SYN_AT_LABEL || items[s->next_label].tentative)
            continue;
        if (items[s->next_label].all.begin > at)
            return;
        s->label = s->next_label;
    }
}

static syn_reach with_article(const char *text, syn_reach sentence, syn_reach all)
{
    syn_credit_word word;
    if (all.begin > sentence.begin && syn_credit_word_before(text, sentence.begin, all.begin, &word) &&
        syn_credit_word_in(text, &word, "a an the"))
        all.begin = word.begin;
    return all;
}

static bool is_near_end(const syn_credit_scan *scan, uint32_t at)
{
    return scan->bytes - at < tail_bytes;
}

static uint32_t sentence_of(const sentence_scan *s, const syn_credit_fit *f)
{
    return syn_layout_sentence(s->scan->layout, f->cue.begin);
}

/* Whether the words stand in the credit of an image that was met last: "Screenshot via CNN". */
static bool is_of_image(const syn_credit_scan *scan, syn_reach all)
{
    const syn_mention *last = scan->out->count > scan->head_count ? &scan->out->items[scan->out->count - 1] : NULL;
    return last != NULL && last->of == SYN_OF_IMAGE && last->all.begin <= all.begin && last->all.end >= all.end;
}

static void add_fit(sentence_scan *s, const syn_credit_cue *row, const syn_credit_fit *f)
{
    syn_credit_scan *scan = s->scan;
    syn_reach sentence = scan->layout->sentences[sentence_of(s, f)];
    syn_mention m = {.name = f->name.name, .cue = row->cue, .of = row->of, .place = SYN_AT_SENTENCE,
                     .level = f->name.common ? SYN_MODERATE : SYN_STRONG, .tentative = f->maybe};
    m.all.begin = f->name.all.begin < f->cue.begin ? f->name.all.begin : f->cue.begin;
    m.all.end = f->name.all.end > f->cue.end ? f->name.all.end : f->cue.end;
    if (f->name.all.begin > f->cue.begin)
        m.all = with_article(scan->text, sentence, m.all);
    if (is_of_image(scan, m.all))
        return;
    bool whole = (row->flags & SYN_CUE_WHOLE) && is_near_end(scan, f->cue.begin);
    follow_labels(s, m.all.begin);
    if ((row->flags & SYN_CUE_SELF) || ((row->flags & SYN_CUE_VOICE) && is_credited_above(s, m.name)))
        m.of = SYN_OF_SELF;
    m.covers = m.of == SYN_OF_SELF ? (syn_reach){m.all.begin, m.all.begin} : whole ? syn_credit_whole(scan)
        : covers_of(scan, row, sentence_of(s, f));
    if (whole)
        m.place = SYN_AT_TAIL;
    else if (row->flags & SYN_CUE_WHOLE)
        m.of = SYN_OF_REPORT;
    syn_credit_add(scan, &m);
    if ((row->flags & SYN_CUE_INTRODUCES) && scan->status == SYN_OK)
        s->label = scan->out->count - 1;
}

/* "AP writers Jo Reed and Ada Quill and the Gazette contributed": every outlet named before the cue. */
static void add_many(sentence_scan *s, const syn_credit_cue *row, syn_credit_fit *f)
{
    syn_reach sentence = s->scan->layout->sentences[sentence_of(s, f)];
    uint32_t cue_at = f->cue.begin, at = cue_at - sentence.begin > 300 ? cue_at - 300 : sentence.begin;
    syn_credit_word word;
    for (int i = 0; i < 2 * many_most && syn_credit_word_at(s->scan->text, at, cue_at, &word); i++) {
        at = word.after;
        if (!word.capital && !syn_credit_word_in(s->scan->text, &word, "the"))
            continue;
        if (!syn_credit_name_after(s->scan->text, word.begin, cue_at, false, &f->name) || f->name.common)
            continue;
        at = f->name.all.end;
        syn_reach cue = f->cue;
        f->cue = (syn_reach){f->name.all.end, f->name.all.end};
        add_fit(s, row, f);
        f->cue = cue;
    }
}

/* Whether a row's words stand around its word; `maybe` as in syn_credit_fit. */
static bool fits_row(const sentence_scan *s, const syn_credit_cue *row, syn_reach sentence, bool maybe,
                     syn_credit_fit *f)
{
    f->maybe = maybe;
    return syn_credit_fits(s->scan->text, row, sentence, f) &&
           !((row->flags & SYN_CUE_KNOWN) && (!f->name.known || f->name.common));
}

/* Rows whose words begin with the same eight letters stand together. */
static bool try_rows(sentence_scan *s, unsigned first, syn_reach word, uint32_t sentence)
{
    const syn_credit_cue *row = &syn_credit_cues[first - 1], *maybe = NULL;
    const uint64_t letters = letters_of(row->word);
    const syn_reach reach = s->scan->layout->sentences[sentence];
    const syn_credit_word met = {.begin = word.begin, .end = word.end};
    syn_credit_fit f = {.cue = word};
    for (; row < syn_credit_cues + syn_credit_cue_count && letters_of(row->word) == letters; row++) {
        f = (syn_credit_fit){.cue = word};
        if (!syn_credit_word_in(s->scan->text, &met, row->word))
            continue;
        if (row->flags & SYN_CUE_MANY) {
            add_many(s, row, &f);
            return true;
        }
        if (fits_row(s, row, reach, false, &f)) {
            add_fit(s, row, &f);
            return true;
        }
        f = (syn_credit_fit){.cue = word};
        if (!maybe && (row->flags & SYN_CUE_MAYBE) && fits_row(s, row, reach, true, &f))
            maybe = row;
    }
    f = (syn_credit_fit){.cue = word};
    if (maybe && fits_row(s, maybe, reach, true, &f))
        add_fit(s, maybe, &f);
    return false;
}

/* ---- words that need more than a row ---- */

static void add_link(sentence_scan *s, uint32_t begin, uint32_t sentence)
{
    const char *text = s->scan->text;
    uint32_t at = begin, end, limit = s->scan->bytes - begin > 300 ? begin + 300 : s->scan->bytes;
    while (at < limit && text[at] != ':' && text[at] != '.')
        at++;
    while (at < limit && (text[at] == ':' || text[at] == '/' || (text[at] == '.' && text[begin] == 'w')))
        at++;
    if (limit - at > 4 && memcmp(text + at, "www.", 4) == 0)
        at += 4;
    for (end = at; end < limit && ((unsigned char)((text[end] | 0x20) - 'a') < 26 ||
                                   (text[end] >= '-' && text[end] <= '9' && text[end] != '/'));)
        end++;
    while (end > at && (text[end - 1] == '.' || text[end - 1] == '-'))
        end--;
    if (!syn_outlet_at_host(text + at, end - at))
        return;
    syn_mention m = {.all = {begin, end}, .name = {at, end}, .covers = s->scan->layout->sentences[sentence],
                     .cue = "link",
                     .of = SYN_OF_REPORT, .place = SYN_AT_SENTENCE, .level = SYN_MODERATE};
    syn_credit_add(s->scan, &m);
}

/* "My colleague Ada Quill wrote about this": a person of the same house. */
static void add_colleague(sentence_scan *s, syn_reach cue, uint32_t sentence)
{
    const char *text = s->scan->text;
    syn_reach reach = s->scan->layout->sentences[sentence];
    syn_credit_word whose, word, first = {0}, last = {0};
    uint32_t at = cue.end, names = 0;
    if (!syn_credit_word_before(text, reach.begin, cue.begin, &whose) || !syn_credit_word_in(text, &whose, "my our"))
        return;
    while (names < 4 && syn_credit_word_at(text, at, reach.end, &word) && !word.apart && word.capital) {
        first = names++ == 0 ? word : first;
        last = word;
        at = word.after;
    }
    if (names < 2 || !syn_credit_word_at(text, at, reach.end, &word) || word.apart ||
        !syn_credit_word_in(text, &word, "wrote writes reported reports noted notes covered explained"))
        return;
    for (at = word.end; at < reach.end && at - word.end < clause_most && !strchr(",;", text[at]); at++)
        if (at + 1 == reach.end && (text[at] == '.' || text[at] == ':'))
            break;
    if (at - word.end == clause_most)
        at = word.end;
    syn_mention m = {.all = {whose.begin, at}, .name = {first.begin, last.end}, .cue = "wrote", .of = SYN_OF_SPEECH,
                     .place = SYN_AT_SENTENCE, .level = SYN_STRONG, .person = true};
    m.covers = with_utterance(s->scan, reach);
    syn_reach next = next_paragraph(s->scan, reach.end);
    if (next.end > next.begin && syn_credit_quoted(s->scan, next.begin + (next.end - next.begin) / 2) &&
        reach.end == s->scan->layout->paragraphs[syn_layout_paragraph(s->scan->layout, reach.begin)].end)
        m.covers.end = next.end;
    syn_credit_add(s->scan, &m);
}

static const char *find(const char *text, uint32_t begin, uint32_t end, const char *what)
{
    return memmem(text + begin, end - begin, what, strlen(what));
}

/* "(Reporting by ...; Editing by ...)" is how Reuters signs; the name need not stand there. */
static void add_editing(sentence_scan *s, syn_reach cue)
{
    const char *text = s->scan->text;
    uint32_t from = cue.begin > 500 ? cue.begin - 500 : 0, end = s->scan->bytes - cue.end > 4 ? cue.end + 4
        : s->scan->bytes;
    uint32_t paragraph = s->scan->layout->paragraphs[syn_layout_paragraph(s->scan->layout, cue.begin)].begin;
    const char *at = NULL;
    if (from < paragraph && paragraph <= cue.begin)
        from = paragraph;
    if (!find(text, cue.end, end, " by ") || !is_near_end(s->scan, cue.begin))
        return;
    for (int i = 0; i < 4 && !at; i++)
        at = find(text, from, cue.begin, ((const char *const[]){"eporting by ", "riting by ", "ompiled by ",
                                                                "eporting and writing by "})[i]);
    if (!at || at == text)
        return;
    syn_mention m = {.all = {(uint32_t)(at - text) - 1, cue.end + 3}, .cue = "reporting by",
                     .covers = syn_credit_whole(s->scan),
                     .of = SYN_OF_TEXT, .place = SYN_AT_TAIL, .level = SYN_MODERATE};
    m.name = (syn_reach){m.all.begin, m.all.begin};
    syn_credit_add(s->scan, &m);
}

/* Its first eight letters are a cue's. */
static bool is_screenshot(const syn_credit_scan *scan, syn_reach word)
{
    const syn_credit_word met = {.begin = word.begin, .end = word.end};
    return syn_credit_word_in(scan->text, &met, "screenshot screenshots");
}

/* Whether the row's word goes on with a letter that is not ASCII where this one ends: "public", not "publicó". */
static bool is_shorter(unsigned row, syn_reach word)
{
    const uint32_t bytes = word.end - word.begin;
    return row < LINK && bytes < 8 && (unsigned char)syn_credit_cues[row - 1].word[bytes] >= 0x80;
}

static void meet(sentence_scan *s, unsigned row, syn_reach word)
{
    syn_credit_scan *scan = s->scan;
    if (is_shorter(row, word))
        return;
    if (scan->layout->sentence_count == 0 || (word.begin > 0 && (unsigned char)scan->text[word.begin - 1] >= 0xC3 &&
                                              (unsigned char)scan->text[word.begin - 1] < 0xE0))
        return;
    uint32_t sentence = syn_layout_sentence(scan->layout, word.begin);
    syn_reach reach = scan->layout->sentences[sentence];
    if (row == IMAGE) {
        syn_credit_image(scan, word.begin, word.end);
        return;
    }
    if (word.begin < reach.begin || word.end > reach.end || syn_credit_quoted(scan, word.begin))
        return;
    if (row == LINK)
        add_link(s, word.begin, sentence);
    else if (row == COLLEAGUE)
        add_colleague(s, word, sentence);
    else if (row == EDITING)
        add_editing(s, word);
    else if (row == COPYRIGHT)
        syn_credit_copyright(scan, word.begin);
    else if (row < LINK && !try_rows(s, row, word, sentence) && is_screenshot(scan, word))
        syn_credit_image(scan, word.begin, word.end);
}

/* A letter of Latin or Cyrillic that takes two bytes. */
static bool is_letter_of_two(const char *text, uint32_t at, uint32_t bytes)
{
    const unsigned char c = (unsigned char)text[at];
    return c >= 0xC3 && c < 0xE0 && at + 1 < bytes && ((unsigned char)text[at + 1] & 0xC0) == 0x80;
}

/* The end of a word of which eight letters or fewer are known; "op-ed" is one. */
static uint32_t word_end(const char *text, uint32_t at, uint32_t bytes)
{
    for (;; at += 2) {
        while (at < bytes && (syn_plain_start((unsigned char)text[at]) == 1 ||
                              (text[at] == '-' && at + 1 < bytes && syn_plain_start((unsigned char)text[at + 1]) == 1)))
            at++;
        if (at >= bytes || !is_letter_of_two(text, at, bytes))
            return at;
    }
}

/* Cues of Cyrillic letters, in texts that have any. */
static void other_words(sentence_scan *s)
{
    syn_credit_scan *scan = s->scan;
    s->label = SYN_NONE;
    s->next_label = 0;
    for (uint32_t at = 0; at < scan->bytes && scan->status == SYN_OK;) {
        const uint32_t begin = at;
        if ((unsigned char)scan->text[at] < 0xD0 || !is_letter_of_two(scan->text, at, scan->bytes)) {
            at++;
            continue;
        }
        at = word_end(scan->text, at, scan->bytes);
        const unsigned row = row_of(&s->index, eight(scan->text + begin, at - begin));
        if (row != 0)
            meet(s, row, (syn_reach){begin, at});
    }
}

void syn_credit_sentences(syn_credit_scan *scan)
{
    sentence_scan s;
    bool cyrillic = false, solid = false;
    s.scan = scan;
    s.label = SYN_NONE;
    s.next_label = 0;
    index_cues(&s.index);
    for (uint32_t at = 0; at < scan->bytes && scan->status == SYN_OK;) {
        uint64_t word = 0;
        unsigned count, start = syn_plain_start((unsigned char)scan->text[at]);
        if (start != 1) {
            const unsigned char c = (unsigned char)scan->text[at++];
            if (start == 2) {
                cyrillic |= c == 0xD0 || c == 0xD1;
                solid |= c >= 0xE3 && c <= 0xE9;
            }
            continue;
        }
        if (scan->bytes - at >= 8) {
            count = syn_plain_word(scan->text + at, &word);
        } else {
            char padded[8] = {0};
            memcpy(padded, scan->text + at, scan->bytes - at);
            count = syn_plain_word(padded, &word);
        }
        unsigned row = row_of(&s.index, word);
        uint32_t begin = at;
        at += count;
        if (count == 8 || row != 0)
            at = word_end(scan->text, at, scan->bytes);
        if (row != 0)
            meet(&s, row, (syn_reach){begin, at});
    }
    if (cyrillic)
        other_words(&s);
    if (solid && scan->layout->sentence_count > 0)
        syn_credit_solid(scan);
}
