#include "store/environment_inside.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

#include <errno.h>
#include <lmdb.h>
#include <stdlib.h>
#include <unistd.h>

static size_t last_page(syn_environment *env)
{
    MDB_envinfo info;

    return mdb_env_info(env->env, &info) == 0 ? info.me_last_pgno : 0;
}

/* Address space for what is there and twice what is going to be written. */
static int make_room(syn_environment *env, size_t room_bytes)
{
    MDB_envinfo info;
    int code = mdb_env_info(env->env, &info);
    size_t used = (info.me_last_pgno + 1) * env->page_bytes;

    if (code != 0)
        return code;
    if (room_bytes > SIZE_MAX / 8 || used + 2 * room_bytes + SYN_MAP_STEP / 4 <= info.me_mapsize)
        return 0;
    return mdb_env_set_mapsize(env->env, ((used + 2 * room_bytes) / SYN_MAP_STEP + 2) * SYN_MAP_STEP);
}

/* The trees of the last commit, which nobody changes while we hold the writer's lock. */
static syn_status look_through(syn_environment *env, syn_error *error)
{
    static const unsigned char behind_all[SYN_KEY_BYTES] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                            255, 255, 255, 255, 255, 255, 255, 255};
    static const bool small[SYN_TABLE_COUNT] = {[SYN_TABLE_MANIFEST] = true, [SYN_TABLE_DICTIONARIES] = true,
                                                [SYN_TABLE_REMOVED] = true};
    size_t page;
    bool sound = syn_environment_meta(env, mdb_txn_id(env->writer) - 1);
    syn_status status = sound ? syn_environment_map(env, error) : syn_environment_damaged(env, error);

    if (status < 0)
        return status;
    if (!env->looked_through)
        sound = syn_tree_walk(&env->meta.spare, syn_environment_any, NULL, &page) &&
                syn_tree_walk(&env->meta.main, syn_environment_any, NULL, &page);
    status = sound ? syn_environment_tables(env, env->base, error) : syn_environment_damaged(env, error);
    free(env->seen);
    env->seen = status == SYN_OK ? syn_alloc_zero(env->pages.count / 8 + 1, 1) : NULL;
    if (status == SYN_OK && env->seen == NULL)
        return syn_fail_memory(error);
    env->base_pages = env->pages;
    for (int i = 0; i < SYN_TABLE_COUNT && status == SYN_OK; i++) {
        env->base[i].pages = &env->base_pages;
        if (env->looked_through)
            continue;
        sound = small[i] ? syn_tree_walk(&env->base[i], syn_environment_any, NULL, &page)
                         : syn_tree_sound(&env->base[i], behind_all, sizeof behind_all, env->seen);
        status = sound ? SYN_OK : syn_environment_damaged(env, error);
    }
    env->looked_through = env->looked_through || status == SYN_OK;
    return status;
}

syn_status syn_environment_write(syn_environment *env, size_t room_bytes, syn_error *error)
{
    int code = make_room(env, room_bytes);

    if (code == 0)
        code = mdb_txn_begin(env->env, NULL, 0, &env->writer);
    if (code == MDB_MAP_RESIZED && (code = mdb_env_set_mapsize(env->env, 0)) == 0)
        code = mdb_txn_begin(env->env, NULL, 0, &env->writer);
    if (code != 0)
        return syn_environment_code(env, code, error);
    env->written = 0;
    if (env->mode != SYN_ENVIRONMENT_WRITE)
        return SYN_OK;
    syn_status status = look_through(env, error);
    if (status < 0)
        syn_environment_abort(env);
    return status;
}

syn_status syn_environment_put(syn_environment *env, syn_table table, const void *key, size_t key_bytes,
                               const void *bytes, size_t count, bool last, syn_error *error)
{
    MDB_val name = {key_bytes, (void *)(uintptr_t)key}, value = {count + SYN_SEAL_BYTES, NULL};
    int code = mdb_put(env->writer, env->tables[table], &name, &value, MDB_RESERVE | (last ? MDB_APPEND : 0));

    if (code != 0)
        return syn_environment_code(env, code, error);
    syn_put_number(value.mv_data, syn_seal_make((uint8_t)table, key, key_bytes, bytes, count), SYN_SEAL_BYTES);
    if (count > 0)
        memcpy((unsigned char *)value.mv_data + SYN_SEAL_BYTES, bytes, count);
    env->written += count + 64;
    return SYN_OK;
}

int syn_environment_peek(syn_environment *env, syn_table table, const void *key, size_t key_bytes, syn_slice *value)
{
    MDB_val name = {key_bytes, (void *)(uintptr_t)key}, found;
    syn_slice sealed = {key, key_bytes};

    if (env->mode == SYN_ENVIRONMENT_WRITE && !syn_tree_sound(&env->base[table], key, key_bytes, env->seen))
        return SYN_INPUT;
    int code = mdb_get(env->writer, env->tables[table], &name, &found);
    if (code == MDB_NOTFOUND)
        return 1;
    if (code != 0)
        return SYN_INPUT;
    *value = (syn_slice){found.mv_data, found.mv_size};
    return syn_environment_unseal(table, &sealed, value) ? SYN_OK : SYN_INPUT;
}

syn_status syn_environment_erase(syn_environment *env, syn_table table, const void *key, size_t key_bytes,
                                 syn_error *error)
{
    MDB_val name = {key_bytes, (void *)(uintptr_t)key};

    if (env->mode == SYN_ENVIRONMENT_WRITE && !syn_tree_sound(&env->base[table], key, key_bytes, env->seen))
        return syn_environment_damaged(env, error);
    int code = mdb_del(env->writer, env->tables[table], &name, NULL);
    env->written += 64;
    return code == 0 || code == MDB_NOTFOUND ? SYN_OK : syn_environment_code(env, code, error);
}

size_t syn_environment_written(const syn_environment *env)
{
    return env->written;
}

/* Pages that came to nothing at the file's end are not written: the file is made as long as its meta page says, so
 * that one that is shorter was cut. */
static void fill_up(syn_environment *env)
{
    size_t bytes = (last_page(env) + 1) * env->page_bytes;

    if (syn_environment_bytes(env) < bytes && ftruncate(env->file, (off_t)bytes) != 0)
        env->short_of = 0; /* it is found whole by a walk then */
}

syn_status syn_environment_commit(syn_environment *env, bool last, syn_error *error)
{
    mdb_env_set_flags(env->env, MDB_NOMETASYNC, !last);
    int code = mdb_txn_commit(env->writer);

    env->writer = NULL;
    if (code != 0)
        return syn_environment_code(env, code, error);
    fill_up(env);
    return SYN_OK;
}

void syn_environment_abort(syn_environment *env)
{
    if (env->writer != NULL)
        mdb_txn_abort(env->writer);
    env->writer = NULL;
}

syn_status syn_environment_sync(syn_environment *env, syn_error *error)
{
    int code = mdb_env_sync(env->env, 1);

    if (code == 0)
        fill_up(env);
    if (code == 0 && fsync(env->file) != 0)
        code = errno;
    return code == 0 ? SYN_OK : syn_environment_code(env, code, error);
}
