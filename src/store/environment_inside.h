/** What the files of an environment share: environment.c opens it and reads, environment_write.c writes. */
#ifndef SYN_STORE_ENVIRONMENT_INSIDE_H
#define SYN_STORE_ENVIRONMENT_INSIDE_H

#include "store/environment.h"

#define SYN_MAP_STEP ((size_t)1 << (sizeof(size_t) > 4 ? 30 : 26))

enum { SYN_OLD_MAPS = 64 };

struct syn_environment {
    struct MDB_env *env;
    struct MDB_txn *reader, *writer;
    unsigned tables[SYN_TABLE_COUNT];
    bool opened, looked_through; /* the tables; the trees that LMDB is going to follow */
    char *name;
    syn_environment_mode mode;
    int file;
    /* the mapping of our own */
    unsigned char *map;
    size_t map_bytes, written;
    syn_slice old_maps[SYN_OLD_MAPS]; /* until the snapshot ends: what was handed out may lie there */
    unsigned old_map_count;
    syn_pages pages;
    size_t page_bytes, short_of; /* the last page of a file that is shorter and was found whole all the same */
    syn_meta meta;
    syn_tree trees[SYN_TABLE_COUNT];
    bool reading;
    /* what a writer sees of the last commit */
    syn_tree base[SYN_TABLE_COUNT];
    syn_pages base_pages;
    unsigned char *seen;
};

extern const char *const syn_table_names[SYN_TABLE_COUNT];

/** The message for a code of LMDB's or of the system's. */
syn_status syn_environment_code(const syn_environment *env, int code, syn_error *error);
syn_status syn_environment_damaged(const syn_environment *env, syn_error *error);
/** Maps what of the file is there now. */
syn_status syn_environment_map(syn_environment *env, syn_error *error);
/** The meta page of a transaction; false when a later one has taken its place meanwhile. */
bool syn_environment_meta(syn_environment *env, size_t transaction);
/** The tables that the meta page leads to; the file may be cut short. */
syn_status syn_environment_tables(syn_environment *env, syn_tree trees[SYN_TABLE_COUNT], syn_error *error);
/** A value without the checksum before it; false when that does not hold. */
bool syn_environment_unseal(syn_table table, const syn_slice *key, syn_slice *value);
/** Takes any page. */
bool syn_environment_any(void *context, size_t page, size_t count);

#endif
