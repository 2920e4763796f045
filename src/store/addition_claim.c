/* Whose an id is. Of the texts that come under one id the one with the smallest hash has it, so one that comes later
 * may displace one that was claimed before, or that the store holds: such a document gets another id when the addition
 * ends. */
#include "store/addition_inside.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdio.h>
#include <string.h>

/* The document that the store holds under an id. */
static syn_status find_held(syn_addition *a, const char *id, uint32_t *number, uint8_t text[16], bool *found)
{
    size_t count;
    syn_arena arena = {0};
    syn_kept record;
    syn_status status = syn_store_find(a->store, SYN_STORE_ID, id, strlen(id), number, 1, &count);

    *found = status == SYN_OK && count > 0;
    if (!*found)
        return status;
    status = syn_store_record(a->store, *number, &arena, &record) == SYN_OK ? SYN_OK : SYN_INPUT;
    if (status == SYN_OK)
        memcpy(text, record.document.sha256, 16);
    syn_arena_release(&arena);
    return status;
}

static const char *id_with_hash(syn_arena *arena, const char *id, const uint8_t text[16])
{
    size_t bytes = strlen(id) + 10;
    char *made = syn_arena_take(arena, bytes);

    if (made != NULL)
        snprintf(made, bytes, "%s#%02x%02x%02x%02x", id, text[0], text[1], text[2], text[3]);
    return made;
}

static syn_status drop(syn_addition *a, uint32_t number)
{
    if (!syn_alloc_room((void **)&a->dropped, &a->dropped_capacity, a->dropped_count + 1, sizeof *a->dropped))
        return SYN_MEMORY;
    a->dropped[a->dropped_count++] = number;
    return SYN_OK;
}

static syn_status rename_later(syn_addition *a, uint32_t number, const char *id)
{
    const char *kept = syn_arena_text(&a->arena, id, strlen(id));

    if (kept == NULL ||
        !syn_alloc_room((void **)&a->renamings, &a->renaming_capacity, a->renaming_count + 1, sizeof *a->renamings))
        return SYN_MEMORY;
    a->renamings[a->renaming_count++] = (syn_renaming){number, kept};
    return SYN_OK;
}

/* Nobody of this addition has the id yet: whether the store has this text under it, or another. */
static syn_status claim_free(syn_addition *a, const char *id, syn_arrival *who)
{
    uint32_t number = 0;
    uint8_t text[16];
    bool found;
    syn_status status = find_held(a, id, &number, text, &found);

    if (status < 0)
        return status;
    who->replaces = SYN_ARRIVAL_NONE;
    if (found && memcmp(text, who->text, 16) == 0) {
        who->held = true;
        who->number = number;
    } else if (found) {
        who->replaces = number;
    }
    return syn_arrivals_add(&a->arrivals, id, who);
}

/* The text has a smaller hash than the one that has the id so far, which is handed out. */
static syn_status take_over(syn_addition *a, const char *id, syn_arrival *there, syn_arrival *who)
{
    syn_arrival before = *there;
    uint32_t number = 0;
    uint8_t text[16];
    bool found;
    syn_status status = find_held(a, id, &number, text, &found);

    if (status < 0)
        return status;
    who->replaces = before.replaces; /* none, when what the store had here only gets another id */
    if (found && memcmp(text, who->text, 16) == 0) {
        who->held = true;
        who->number = number;
        who->replaces = SYN_ARRIVAL_NONE;
    }
    memcpy(who->id, before.id, sizeof who->id);
    *there = *who;
    *who = before;
    return SYN_OK;
}

/* A document whose id another has taken gets the one that was found for it, unless its text is there under that one. */
static syn_status settle_displaced(syn_addition *a, uint32_t number, const char *id, const syn_arrival *who, bool known)
{
    return known || (who->held && who->number != number) ? drop(a, number) : rename_later(a, number, id);
}

/* Finds an id for a document, then for the one that had it, and so on. */
static syn_status claim(syn_addition *a, const char *id, syn_arrival *who, syn_arena *arena, syn_claim *out)
{
    syn_arrival hand = *who;
    bool came = true; /* in hand is the document that came, not one that was displaced */
    syn_status status = SYN_OK;

    while (status == SYN_OK) {
        syn_arrival *there = syn_arrivals_find(&a->arrivals, id);
        int way = there != NULL ? memcmp(hand.text, there->text, 16) : -1;
        if (there != NULL && way > 0) {
            id = id_with_hash(arena, id, hand.text);
            status = id != NULL ? SYN_OK : SYN_MEMORY;
            continue;
        }
        uint32_t number = hand.number;
        syn_arrival placed = hand;
        if (there == NULL)
            status = claim_free(a, id, &placed);
        else if (way < 0)
            status = take_over(a, id, there, &hand);
        if (there != NULL && way < 0)
            placed = *there;
        if (status == SYN_OK && came) {
            out->id = id;
            out->known = way == 0 || placed.held;
            who->number = number;
        } else if (status == SYN_OK) {
            status = settle_displaced(a, number, id, &placed, way == 0);
        }
        if (there == NULL || way == 0)
            return status;
        came = false;
        hand.held = false;
        id = id_with_hash(arena, id, hand.text);
        status = status == SYN_OK && id == NULL ? SYN_MEMORY : status;
    }
    return status;
}

syn_status syn_addition_claim(syn_addition *a, const syn_document *document, syn_arena *arena, syn_claim *out,
                              syn_error *error)
{
    syn_arrival who = {.number = a->manifest.next_number};

    if (a->manifest.next_number == UINT32_MAX)
        return syn_environment_fail(a->store->env, SYN_LIMIT, error);
    memcpy(who.text, document->sha256, 16);
    syn_status status = claim(a, document->id, &who, arena, out);
    if (status < 0)
        return syn_environment_fail(a->store->env, status, error);
    out->number = who.number;
    a->known += out->known;
    a->manifest.next_number += !out->known;
    return SYN_OK;
}
