#include "store/environment_inside.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_READERS = 510, MOST_TRIES = 1000, LOCK_BYTES = 40 << 10 /* room for them, and more */ };

const char *const syn_table_names[SYN_TABLE_COUNT] = {
    "manifest", "dictionaries", "documents", "texts", "removed", "spans", "postings",
};


/* ---- failures ---- */

syn_status syn_environment_damaged(const syn_environment *env, syn_error *error)
{
    return syn_fail(error, SYN_INPUT,
                    "%s: the index is damaged (syndic index verify says where; make it anew with syndic "
                                      "index add)", env->name);
}

syn_status syn_environment_code(const syn_environment *env, int code, syn_error *error)
{
    switch (code) {
    case ENOMEM:
        return syn_fail_memory(error);
    case MDB_CORRUPTED: case MDB_PAGE_NOTFOUND: case MDB_INVALID: case MDB_VERSION_MISMATCH: case MDB_PANIC:
    case MDB_BAD_TXN: case MDB_KEYEXIST: case MDB_INCOMPATIBLE: case MDB_NOTFOUND: case MDB_BAD_VALSIZE:
        return syn_environment_damaged(env, error);
    case MDB_READERS_FULL:
        return syn_fail(error, SYN_IO, "%s: more than %d read the index at once (wait)", env->name, MOST_READERS);
    case ENOSPC: case EDQUOT: case EFBIG:
        return syn_fail(error, SYN_IO, "%s: the disk is full, the index is as it was: %s (make room and do it again)",
                        env->name, strerror(code));
    default:
        return syn_fail(error, SYN_IO, "%s: %s (see the disk and the rights)", env->name, mdb_strerror(code));
    }
}

syn_status syn_environment_fail(const syn_environment *env, syn_status status, syn_error *error)
{
    if (status == SYN_INPUT)
        return syn_environment_damaged(env, error);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (status == SYN_LIMIT)
        return syn_fail(error, status, "%s: holds more than this index can count (make a second one)", env->name);
    return status < 0 ? syn_fail(error, status, "%s: cannot be read (see the disk)", env->name) : status;
}

/* ---- the mapping ---- */

static void drop_old_maps(syn_environment *env)
{
    while (env->old_map_count > 0) {
        syn_slice map = env->old_maps[--env->old_map_count];
        munmap((void *)(uintptr_t)map.at, map.count);
    }
}

/* What of the file is there now, mapped; as much room behind it, so that growing seldom maps anew. */
syn_status syn_environment_map(syn_environment *env, syn_error *error)
{
    struct stat about;

    if (fstat(env->file, &about) != 0)
        return syn_environment_code(env, errno, error);
    size_t bytes = (size_t)about.st_size;
    if (bytes > env->map_bytes) {
        size_t room = (2 * bytes / SYN_MAP_STEP + 1) * SYN_MAP_STEP;
        if (env->old_map_count == SYN_OLD_MAPS)
            return syn_environment_code(env, ENOMEM, error);
        void *map = mmap(NULL, room, PROT_READ, MAP_SHARED, env->file, 0);
        if (map == MAP_FAILED)
            return syn_environment_code(env, errno, error);
        madvise(map, room, MADV_RANDOM);
        if (env->map != NULL)
            env->old_maps[env->old_map_count++] = (syn_slice){env->map, env->map_bytes};
        env->map = map;
        env->map_bytes = room;
    }
    env->pages = (syn_pages){.at = env->map, .count = bytes / env->page_bytes, .page_bytes = env->page_bytes};
    return SYN_OK;
}

bool syn_environment_any(void *context, size_t page, size_t count)
{
    (void)context;
    (void)page;
    (void)count;
    return true;
}

/* LMDB may leave the end of a file unwritten where a page there came to nothing: then all trees are whole. */
static bool whole_though_short(syn_environment *env, syn_tree trees[SYN_TABLE_COUNT])
{
    size_t page;

    if (env->short_of == env->meta.last_page)
        return true;
    if (!syn_tree_walk(&env->meta.main, syn_environment_any, NULL, &page) ||
        !syn_tree_walk(&env->meta.spare, syn_environment_any, NULL, &page))
        return false;
    for (int i = 0; i < SYN_TABLE_COUNT; i++)
        if (!syn_tree_walk(&trees[i], syn_environment_any, NULL, &page))
            return false;
    env->short_of = env->meta.last_page;
    return true;
}

syn_status syn_environment_tables(syn_environment *env, syn_tree trees[SYN_TABLE_COUNT], syn_error *error)
{
    bool broken, cut = env->meta.last_page >= env->pages.count;

    for (int i = 0; i < SYN_TABLE_COUNT; i++)
        if (!syn_tree_table(&env->meta.main, syn_table_names[i], &trees[i], &broken))
            goto damaged;
    if (!cut || whole_though_short(env, trees))
        return SYN_OK;
damaged:
    if (!cut)
        return syn_environment_damaged(env, error);
    return syn_fail(error, SYN_INPUT,
                    "%s: the index is cut short: %zu of %zu bytes are there (restore it, or make it anew "
                                      "with syndic index add)", env->name, env->pages.count * env->page_bytes,
                    (env->meta.last_page + 1) * env->page_bytes);
}

/* The meta page of a transaction; false when a later one has taken its place meanwhile. */
bool syn_environment_meta(syn_environment *env, size_t transaction)
{
    unsigned char bytes[2][SYN_META_BYTES];
    syn_meta meta;

    for (int i = 0; i < 2; i++)
        if (pread(env->file, bytes[i], SYN_META_BYTES, (off_t)((transaction & 1) * env->page_bytes)) != SYN_META_BYTES)
            return false;
    if (memcmp(bytes[0], bytes[1], SYN_META_BYTES) != 0 || !syn_meta_read(bytes[0], &meta) ||
        meta.transaction != transaction || meta.page_bytes != env->page_bytes)
        return false;
    env->meta = meta;
    env->meta.main.pages = env->meta.spare.pages = &env->pages;
    return true;
}

/* ---- opening ---- */

/* LMDB crashes on metas that lie: both are looked at before it does. */
static syn_status look_at_file(syn_environment *env, const char *path, syn_error *error)
{
    unsigned char bytes[SYN_META_BYTES];
    syn_meta meta[2];
    struct stat about;
    syn_status status = SYN_OK;
    int file = open(path, O_RDONLY | O_CLOEXEC);

    if (file < 0) {
        int why = errno;
        status = syn_fail(error, SYN_IO, "%s: cannot be opened: %s (see the rights of %s)", env->name, strerror(why),
                          path);
        errno = why;
        return status;
    }
    env->page_bytes = 0;
    bool good = fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    for (int i = 0; i < 2 && good; i++) {
        good = pread(file, bytes, sizeof bytes, (off_t)((size_t)i * env->page_bytes)) == (ssize_t)sizeof bytes &&
               syn_meta_read(bytes, &meta[i]);
        env->page_bytes = good ? meta[i].page_bytes : 0;
    }
    good = good && meta[0].page_bytes == meta[1].page_bytes && (size_t)about.st_size >= 2 * env->page_bytes;
    for (int i = 0; i < 2 && good; i++)
        good = meta[i].transaction <= 1 ? meta[i].transaction <= (size_t)i : (meta[i].transaction & 1) == (size_t)i;
    close(file);
    errno = 0;
    return good ? SYN_OK : syn_environment_damaged(env, error);
}

static unsigned flags_of(syn_environment_mode mode)
{
    unsigned flags = MDB_NOSUBDIR | MDB_NORDAHEAD | MDB_NOTLS;

    if (mode == SYN_ENVIRONMENT_READ)
        return flags | MDB_RDONLY;
    if (mode == SYN_ENVIRONMENT_MAKE)
        return flags | MDB_NOSYNC;
    return mode == SYN_ENVIRONMENT_SCRATCH ? flags | MDB_NOSYNC | MDB_NOLOCK : flags;
}

/* LMDB writes to its lock file through a mapping, which on a full disk ends the process unless the file has its place
 * there before. */
static int reserve_lock(const char *path)
{
    size_t size = strlen(path) + sizeof "-lock";
    char *lock = syn_alloc(size, 1);
    struct stat about;
    int code = 0;

    if (lock == NULL)
        return ENOMEM;
    snprintf(lock, size, "%s-lock", path);
    int file = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    free(lock);
    if (file < 0)
        return errno == EROFS ? 0 : errno; /* on a disk that nobody writes to LMDB goes without */
    if (fstat(file, &about) != 0)
        code = errno;
    else if (about.st_size < LOCK_BYTES || about.st_blocks < LOCK_BYTES / 512)
        code = posix_fallocate(file, 0, LOCK_BYTES);
    close(file);
    return code;
}

static int open_lmdb(syn_environment *env, const char *path)
{
    int code = env->mode == SYN_ENVIRONMENT_SCRATCH ? 0 : reserve_lock(path);
    unsigned flags = flags_of(env->mode);

    /* Who may only read goes without a reader's slot: should a writer take the pages of its snapshot, checksums tell. */
    if (env->mode == SYN_ENVIRONMENT_READ && (code == EACCES || code == EPERM)) {
        flags |= MDB_NOLOCK;
        code = 0;
    }
    if (code == 0)
        code = mdb_env_create(&env->env);
    if (code == 0)
        code = mdb_env_set_maxdbs(env->env, SYN_TABLE_COUNT);
    if (code == 0)
        code = mdb_env_set_maxreaders(env->env, MOST_READERS);
    if (code == 0 && env->mode != SYN_ENVIRONMENT_READ)
        code = mdb_env_set_mapsize(env->env, SYN_MAP_STEP);
    if (code == 0)
        code = mdb_env_open(env->env, path, flags, 0666);
    if (code == 0)
        code = mdb_env_get_fd(env->env, &env->file);
    return code;
}

/* Tables are made in the first transaction of an environment. */
static int open_tables(syn_environment *env)
{
    bool make = env->mode != SYN_ENVIRONMENT_WRITE;
    MDB_txn *txn;
    int code = mdb_txn_begin(env->env, NULL, 0, &txn);

    if (code != 0)
        return code;
    for (int i = 0; i < SYN_TABLE_COUNT && code == 0; i++)
        code = mdb_dbi_open(txn, syn_table_names[i], make ? MDB_CREATE : 0, &env->tables[i]);
    if (code != 0) {
        mdb_txn_abort(txn);
        return code;
    }
    return mdb_txn_commit(txn);
}

static syn_status open_for_writing(syn_environment *env, const char *path, syn_error *error)
{
    syn_status status = SYN_OK;
    int dead;

    if (env->mode == SYN_ENVIRONMENT_WRITE) {
        mdb_reader_check(env->env, &dead);
        status = syn_environment_begin(env, error); /* the trees that LMDB follows to open its tables are sound */
        syn_environment_end(env);
    }
    int code = status == SYN_OK ? open_tables(env) : 0;
    if (code != 0)
        return syn_environment_code(env, code, error);
    if (status == SYN_OK && env->page_bytes == 0)
        status = look_at_file(env, path, error);
    return status;
}

syn_status syn_environment_open(const char *path, const char *name, syn_environment_mode mode, syn_environment **out,
                                syn_error *error)
{
    syn_environment *env = syn_alloc_zero(1, sizeof *env);
    bool there = mode == SYN_ENVIRONMENT_READ || mode == SYN_ENVIRONMENT_WRITE;

    if (env == NULL)
        return syn_fail_memory(error);
    env->mode = mode;
    env->file = -1;
    env->name = syn_alloc(strlen(name) + 1, 1);
    syn_status status = env->name != NULL ? SYN_OK : syn_fail_memory(error);
    if (status == SYN_OK) {
        memcpy(env->name, name, strlen(name) + 1);
        errno = 0;
        status = there ? look_at_file(env, path, error) : SYN_OK;
    }
    int code = status == SYN_OK ? open_lmdb(env, path) : 0;
    if (code != 0)
        status = syn_environment_code(env, code, error);
    if (status == SYN_OK && mode != SYN_ENVIRONMENT_READ)
        status = open_for_writing(env, path, error);
    if (status == SYN_OK) {
        *out = env;
        return SYN_OK;
    }
    int why = code > 0 ? code : errno;
    syn_environment_close(env);
    errno = why;
    return status;
}

void syn_environment_close(syn_environment *env)
{
    if (env == NULL)
        return;
    if (env->writer != NULL)
        mdb_txn_abort(env->writer);
    if (env->reader != NULL)
        mdb_txn_abort(env->reader);
    drop_old_maps(env);
    if (env->map != NULL)
        munmap(env->map, env->map_bytes);
    if (env->env != NULL)
        mdb_env_close(env->env);
    free(env->seen);
    free(env->name);
    free(env);
}

/* ---- snapshots ---- */

static int begin_reader(syn_environment *env)
{
    int code = MDB_MAP_RESIZED, dead;

    for (int tries = 0; tries < 3 && code != 0; tries++) {
        code = env->reader != NULL ? mdb_txn_renew(env->reader)
                                   : mdb_txn_begin(env->env, NULL, MDB_RDONLY, &env->reader);
        if (code == MDB_MAP_RESIZED)
            mdb_env_set_mapsize(env->env, 0);
        else if (code == MDB_READERS_FULL)
            mdb_reader_check(env->env, &dead);
        else if (code != 0)
            return code;
    }
    return code;
}

syn_status syn_environment_begin(syn_environment *env, syn_error *error)
{
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        int code = begin_reader(env);
        if (code != 0)
            return syn_environment_code(env, code, error);
        env->reading = true;
        bool found = syn_environment_meta(env, mdb_txn_id(env->reader));
        syn_status status = found ? syn_environment_map(env, error) : SYN_OK;
        if (found && status == SYN_OK)
            status = syn_environment_tables(env, env->trees, error);
        if (found && status == SYN_OK)
            return SYN_OK;
        syn_environment_end(env);
        if (status < 0)
            return status;
    }
    return syn_environment_damaged(env, error);
}

void syn_environment_end(syn_environment *env)
{
    if (env->reading)
        mdb_txn_reset(env->reader);
    env->reading = false;
    drop_old_maps(env);
}

const syn_tree *syn_environment_tree(const syn_environment *env, syn_table table)
{
    return &env->trees[table];
}

bool syn_environment_unseal(syn_table table, const syn_slice *key, syn_slice *value)
{
    if (key->count > SYN_KEY_BYTES || value->count < SYN_SEAL_BYTES)
        return false;
    uint64_t seal = syn_get_number(value->at, SYN_SEAL_BYTES);
    value->at += SYN_SEAL_BYTES;
    value->count -= SYN_SEAL_BYTES;
    return seal == syn_seal_make((uint8_t)table, key->at, key->count, value->at, value->count);
}

int syn_environment_get(const syn_environment *env, syn_table table, const void *key, size_t key_bytes,
                        syn_slice *value)
{
    syn_tree_cursor cursor = {.tree = &env->trees[table]};
    syn_slice name = {key, key_bytes};

    if (!syn_tree_find(&cursor, key, key_bytes, value))
        return cursor.broken ? SYN_INPUT : 1;
    return syn_environment_unseal(table, &name, value) ? SYN_OK : SYN_INPUT;
}

syn_status syn_environment_entry(syn_table table, syn_tree_cursor *cursor, syn_slice *key, syn_slice *value)
{
    return syn_tree_get(cursor, key, value) && syn_environment_unseal(table, key, value) ? SYN_OK : SYN_INPUT;
}

uint64_t syn_environment_bytes(const syn_environment *env)
{
    struct stat about;

    return fstat(env->file, &about) == 0 ? (uint64_t)about.st_size : 0;
}
