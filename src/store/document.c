#include "store/inside.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

uint32_t syn_store_numbers(const syn_store *store)
{
    return store->manifest.next_number;
}

uint64_t syn_store_text_bytes(const syn_store *store)
{
    return store->manifest.text_bytes;
}

bool syn_store_holds(syn_store *store, uint32_t number)
{
    unsigned char key[4];
    syn_slice value;

    if (number >= store->manifest.next_number)
        return false;
    if (store->manifest.removed == 0)
        return true;
    syn_put_key(key, number, 4);
    return syn_environment_get(store->env, SYN_TABLE_REMOVED, key, sizeof key, &value) != SYN_OK;
}

int syn_store_record(syn_store *store, uint32_t number, syn_arena *arena, syn_kept *out)
{
    unsigned char key[4];
    syn_slice value;

    syn_put_key(key, number, 4);
    int status = syn_environment_get(store->env, SYN_TABLE_DOCUMENTS, key, sizeof key, &value);
    return status == SYN_OK ? (int)syn_kept_read(value, arena, out) : status;
}

syn_status syn_store_dictionary_get(syn_store *store, uint32_t number, const syn_dictionary **out)
{
    unsigned char key[4];
    syn_slice value;

    *out = NULL;
    if (number == 0)
        return SYN_OK;
    for (size_t i = 0; i < store->dictionary_count; i++)
        if (store->dictionaries[i].number == number) {
            *out = store->dictionaries[i].dictionary;
            return SYN_OK;
        }
    syn_put_key(key, number, 4);
    if (syn_environment_get(store->env, SYN_TABLE_DICTIONARIES, key, sizeof key, &value) != SYN_OK)
        return SYN_INPUT;
    syn_store_dictionary made = {.number = number};
    if (!syn_alloc_room((void **)&store->dictionaries, &store->dictionary_capacity, store->dictionary_count + 1,
                        sizeof made) ||
        syn_dictionary_open(value.at, value.count, false, &made.dictionary) < 0)
        return SYN_MEMORY;
    store->dictionaries[store->dictionary_count++] = made;
    *out = made.dictionary;
    return SYN_OK;
}

syn_status syn_store_packed(syn_store *store, uint32_t number, syn_slice *out)
{
    unsigned char key[4];

    syn_put_key(key, number, 4);
    return syn_environment_get(store->env, SYN_TABLE_TEXTS, key, sizeof key, out) == SYN_OK ? SYN_OK : SYN_INPUT;
}

static syn_status unpack(syn_store *store, uint32_t number, const syn_kept *record, syn_arena *arena, const char **out)
{
    const syn_dictionary *dictionary;
    syn_slice packed;
    size_t bytes = record->document.text_bytes;
    syn_status status = syn_store_packed(store, number, &packed);

    if (status == SYN_OK)
        status = syn_store_dictionary_get(store, record->dictionary, &dictionary);
    if (status < 0)
        return status;
    char *text = syn_arena_take(arena, bytes + 1);
    if (text == NULL)
        return SYN_MEMORY;
    text[bytes] = '\0';
    *out = text;
    return syn_unpack(&store->packer, dictionary, packed.at, packed.count, bytes, text);
}

syn_status syn_store_document(syn_store *store, uint32_t number, bool text, syn_arena *arena, syn_document *out,
                              uint32_t *words, syn_error *error)
{
    syn_kept record;
    int status = syn_store_record(store, number, arena, &record);

    if (status == SYN_OK && text)
        status = unpack(store, number, &record, arena, &record.document.text);
    if (status != SYN_OK)
        return syn_environment_fail(store->env, status > 0 ? SYN_INPUT : (syn_status)status, error);
    *out = record.document;
    *words = record.words;
    return SYN_OK;
}
