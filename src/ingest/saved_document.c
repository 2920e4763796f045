#include "ingest/saved_item.h"

#include "base/date.h"

#include <string.h>

typedef syn_saved_reader reader;
typedef struct json_object object;

/* What stands once */

static const char *command_name(unsigned number)
{
    static const char *const names[] = {"compare", "trace", "check"};
    return names[number];
}

void syn_saved_params(reader *r, object *item)
{
    syn_options *options = &r->saved.options;
    unsigned command = syn_field_choice(&r->fields, item, "command", command_name, 3);
    r->saved.view.traced = command >= 1;
    r->saved.view.is_check = command == 2;
    options->min_words = syn_saved_words(r, item, "min_words");
    options->shingle_words = syn_saved_words(r, item, "shingle_words");
    options->window_words = syn_saved_words(r, item, "window_words");
    options->pair_count = syn_field_whole(&r->fields, item, "pair_count", INT64_MAX);
    options->field_text = syn_field_text(&r->fields, item, "field_text");
}

void syn_saved_summary(reader *r, object *item)
{
    r->saved.replaced_count = syn_field_whole(&r->fields, item, "replaced_characters", INT64_MAX);
}

/* Documents */

static void take_sha256(reader *r, object *item, uint8_t digest[32])
{
    const char *text = syn_field_peek(&r->fields, item, "sha256");
    if (!syn_saved_is_hex(text, 64)) {
        syn_field_refuse(&r->fields, "field \"sha256\" is not 64 hexadecimal digits");
        return;
    }
    for (size_t i = 0; i < 32; i++)
        digest[i] = (uint8_t)(syn_saved_digit(text[2 * i]) << 4 | syn_saved_digit(text[2 * i + 1]));
}

static const char *precision_name(unsigned i)
{
    static const char *const names[] = {"none", "year", "month", "day", "minute", "second"};
    return names[i];
}

/** A date must be written as syndic writes it, or it would be written otherwise the next time. */
static void take_date(reader *r, object *item, syn_date *out)
{
    if (!syn_field_known(item, "date"))
        return;
    object *in = syn_field_object(&r->fields, item, "date");
    const char *value = syn_field_peek(&r->fields, in, "value"), *from = syn_field_maybe(&r->fields, in, "from");
    unsigned precision = syn_field_choice(&r->fields, in, "precision", precision_name, SYN_DATE_SECOND + 1);
    bool bound = syn_field_known(in, "bound") && syn_field_flag(&r->fields, in, "bound");
    char written[32];
    syn_date date;
    if (!syn_saved_sound(r))
        return;
    if (!syn_date_parse(value, strlen(value), from, &date) || (unsigned)date.precision != precision ||
        syn_date_write(&date, written) != strlen(value) || strcmp(written, value) != 0) {
        syn_field_refuse(&r->fields, "its date is not written as a result has it");
        return;
    }
    date.bound = bound;
    *out = date;
}

static void take_share(reader *r, object *item, syn_share *share)
{
    static const char *const how[] = {"verbatim", "edited", "reworded"};
    object *in = syn_field_object(&r->fields, item, "share");
    object *hows = syn_field_object(&r->fields, in, "how"), *standings = syn_field_object(&r->fields, in, "standing");
    uint64_t reused = 0, stood = 0;
    share->words = syn_saved_words(r, item, "words");
    share->reused_words = syn_saved_words(r, in, "reused_words");
    share->common_words = syn_saved_words(r, in, "common_words");
    share->name_words = syn_saved_words(r, in, "name_words");
    for (unsigned i = 0; i < 3; i++) {
        reused += share->how[i] = syn_saved_words(r, hows, how[i]);
        stood += share->standing[i] = syn_saved_words(r, standings, syn_saved_standing_name(i));
    }
    if (reused != share->reused_words || stood != share->reused_words || share->reused_words > share->words ||
        share->common_words > share->words || share->name_words > share->words)
        syn_field_refuse(&r->fields, "the words of its share do not add up");
}

void syn_saved_document(reader *r, object *item)
{
    const syn_document *last = r->documents.count ? (syn_document *)r->documents.items + r->documents.count - 1 : NULL;
    syn_fields *f = &r->fields;
    syn_document d = {.id = syn_field_text(f, item, "id"), .path = syn_field_maybe(f, item, "path"), .record = -1,
                      .title = syn_field_maybe(f, item, "title"), .outlet = syn_field_maybe(f, item, "outlet"),
                      .url = syn_field_maybe(f, item, "url"), .date_unread = syn_field_maybe(f, item, "date_unread")};
    syn_share share = {0};
    if (syn_field_known(item, "record"))
        d.record = (int64_t)syn_field_whole(f, item, "record", INT64_MAX - 1);
    take_sha256(r, item, d.sha256);
    take_date(r, item, &d.date);
    take_share(r, item, &share);
    bool ordered = r->saved.view.is_check || !last || !syn_saved_sound(r) || strcmp(last->id, d.id) < 0;
    if (!*d.id || !ordered)
        syn_field_refuse(f, "ids must be in the order of their bytes, each once");
    /* The place is made before `last` could move. */
    syn_document *document = syn_saved_append(r, &r->documents, sizeof *document);
    syn_share *kept = syn_saved_append(r, &r->shares, sizeof *kept);
    if (document && kept) {
        *document = d;
        *kept = share;
    }
}

void syn_saved_skip(reader *r, object *item)
{
    syn_skip *skip = syn_saved_append(r, &r->skips, sizeof *skip);
    if (skip)
        *skip = (syn_skip){syn_field_text(&r->fields, item, "path"), syn_field_text(&r->fields, item, "why")};
}

/* Sources and credits */

static const char *of_name(unsigned i)
{
    return syn_credit_of_name((syn_credit_of)i);
}

static const char *place_name(unsigned i)
{
    return syn_credit_place_name((syn_credit_place)i);
}

void syn_saved_source(reader *r, object *item)
{
    syn_fields *f = &r->fields;
    syn_source source = {.name = syn_field_text(f, item, "name"), .seen = syn_field_flag(f, item, "seen"),
                         .document = SYN_NONE, .name_first = (uint32_t)r->names.count};
    if (syn_saved_find_source(r, item, "id", r->sources.count + 1) != r->sources.count)
        syn_field_refuse(f, "sources must be numbered s1, s2, ... in their order");
    if (source.seen)
        source.document = syn_saved_find_document(r, item, "document");
    else if (syn_field_known(item, "document"))
        syn_field_refuse(f, "it is not seen and yet a document");
    object *names = syn_saved_list_open(r, item, "names");
    while (syn_saved_list_next(r)) {
        const char **name = syn_saved_append(r, &r->names, sizeof *name);
        if (name)
            *name = syn_field_item_text(f, names, r->index);
    }
    source.name_count = (uint32_t)(r->names.count - source.name_first);
    syn_source *kept = syn_saved_append(r, &r->sources, sizeof *kept);
    if (kept)
        *kept = source;
}

static void take_covers(reader *r, object *item, syn_credit *credit)
{
    object *list = syn_saved_list_open(r, item, "covers");
    credit->cover_first = (uint32_t)r->covers.count;
    while (syn_saved_list_next(r)) {
        object *in = syn_field_item(&r->fields, list, r->index);
        syn_cover *cover = syn_saved_append(r, &r->covers, sizeof *cover);
        if (cover)
            *cover = (syn_cover){syn_saved_span(r, in), syn_saved_level(r, in)};
    }
    credit->cover_count = (uint32_t)(r->covers.count - credit->cover_first);
}

void syn_saved_credit(reader *r, object *item)
{
    syn_fields *f = &r->fields;
    const syn_credit *last = r->credits.count ? (syn_credit *)r->credits.items + r->credits.count - 1 : NULL;
    syn_credit credit = {.document = syn_saved_find_document(r, item, "document"), .source = SYN_NONE,
                         .name = syn_field_text(f, item, "name"), .cue = syn_field_text(f, item, "cue"),
                         .of = (syn_credit_of)syn_field_choice(f, item, "of", of_name, SYN_OF_SELF + 1),
                         .place = (syn_credit_place)syn_field_choice(f, item, "place", place_name, SYN_AT_SENTENCE + 1),
                         .span = syn_saved_span(r, item), .level = syn_saved_level(r, item)};
    if (syn_field_known(item, "source"))
        credit.source = syn_saved_find_source(r, item, "source", r->sources.count);
    if (last && last->document > credit.document)
        syn_field_refuse(f, "credits must be in the order of their documents");
    take_covers(r, item, &credit);
    syn_credit *kept = syn_saved_append(r, &r->credits, sizeof *kept);
    if (kept)
        *kept = credit;
}
