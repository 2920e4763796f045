/* An index on the disk: what was added is there again, what was removed is gone to its last byte, and a file that was
 * cut, garbled or put back from yesterday is refused, or does no harm. */
#include "base/hash.h"
#include "index.h"
#include "model/corpus.h"
#include "store/folder.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEXT_BYTES = 2048 };

static char folder[64];
static syn_options options;
static syn_error error;

static void set_up(void)
{
    strcpy(folder, "/tmp/syndic-store-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    syn_options_init(&options);
    options.thread_count = 2;
    error = (syn_error){0};
}

static void run(const char *format, const char *what)
{
    char command[256];
    snprintf(command, sizeof command, format, what);
    cr_assert_eq(system(command), 0, "%s", command);
}

static void tear_down(void)
{
    run("rm -rf '%s'", folder);
}

TestSuite(store, .init = set_up, .fini = tear_down);

/** Words that are others for each number, and the same each time. */
static void write_text(char *text, unsigned number)
{
    size_t at = (size_t)sprintf(text, "report %u: ", number);
    uint64_t state = number + 1;
    for (unsigned i = 0; i < 60; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        at += (size_t)sprintf(text + at, "word%u ", (unsigned)(state >> 58));
    }
}

static void put_text(syn_corpus *corpus, const char *id, const char *text)
{
    const syn_document d = {.id = id, .text = text, .text_bytes = strlen(text), .record = -1};
    cr_assert_eq(syn_corpus_add(corpus, &d, &error), SYN_OK);
}

static syn_corpus *make_corpus(unsigned first, unsigned count)
{
    syn_corpus *corpus = NULL;
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    for (unsigned i = first; i < first + count; i++) {
        char id[16], text[TEXT_BYTES];
        sprintf(id, "r%03u", i);
        write_text(text, i);
        put_text(corpus, id, text);
    }
    return corpus;
}

static syn_index *open_index(const char *path, syn_index_mode mode)
{
    syn_index *index = NULL;
    cr_assert_eq(syn_index_open(path, mode, &index, &error), SYN_OK, "%s", error.message);
    return index;
}

static syn_added add(syn_index *index, syn_corpus *corpus)
{
    syn_added added = {0};
    cr_assert_eq(syn_index_add_corpus(index, corpus, &options, &added, &error), SYN_OK, "%s", error.message);
    syn_corpus_free(corpus);
    return added;
}

static syn_added add_one(syn_index *index, const char *id, const char *text)
{
    syn_corpus *corpus = NULL;
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    put_text(corpus, id, text);
    return add(index, corpus);
}

static syn_index_stats measure(syn_index *index)
{
    syn_index_stats stats;
    cr_assert_eq(syn_index_measure(index, &stats, &error), SYN_OK, "%s", error.message);
    return stats;
}

static void tell_damage(void *context, const char *what)
{
    (void)context;
    printf("# %s\n", what);
}

static uint64_t count_damages(syn_index *index)
{
    uint64_t count = 0;
    cr_assert_eq(syn_index_verify(index, &options, tell_damage, NULL, &count, &error), SYN_OK, "%s", error.message);
    return count;
}

static syn_status keep_ids(void *context, const syn_document *d, uint32_t words)
{
    (void)words;
    strcat(context, d->id);
    strcat(context, " ");
    return SYN_OK;
}

static const char *ids_of(syn_index *index)
{
    static char ids[4096];
    ids[0] = '\0';
    cr_assert_eq(syn_index_list(index, keep_ids, ids, &error), SYN_OK, "%s", error.message);
    return ids;
}

/* ---- what is held ---- */

Test(store, holds_every_field_of_a_document)
{
    const syn_date date = {.precision = SYN_DATE_MINUTE, .year = -3, .month = 2, .day = 28, .hour = 23, .minute = 59,
                           .zoned = true, .offset_minutes = -330, .bound = true, .from = "crawl field"};
    const syn_document given = {.id = "a", .path = "a.jsonl", .record = 17, .title = "", .outlet = "The Daily",
                                .url = "https://example.org/a", .byline = "A, B", .canonical = "https://example.org/c",
                                .date = date, .date_unread = "soon", .text = "one\xff two\0three", .text_bytes = 14};
    syn_corpus *corpus = NULL, *got = NULL;
    cr_assert_eq(syn_corpus_new(&corpus) + syn_corpus_new(&got), SYN_OK);
    cr_assert_eq(syn_corpus_add(corpus, &given, &error), SYN_OK);
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    cr_assert_eq(add(index, corpus).documents, 1);
    syn_index_close(index);
    index = open_index("ix", SYN_INDEX_READ);
    cr_assert_eq(syn_index_get(index, "a", got, &error), SYN_OK, "%s", error.message);
    const syn_document *d = syn_corpus_get(got, 0);
    cr_assert_str_eq(d->path, given.path);
    cr_assert_eq(d->record, 17);
    cr_assert_str_eq(d->title, "");
    cr_assert_str_eq(d->outlet, given.outlet);
    cr_assert_str_eq(d->url, given.url);
    cr_assert_str_eq(d->byline, given.byline);
    cr_assert_str_eq(d->canonical, given.canonical);
    cr_assert_str_eq(d->date_unread, "soon");
    cr_assert_str_eq(d->date.from, "crawl field");
    cr_assert(d->date.year == -3 && d->date.month == 2 && d->date.day == 28 && d->date.hour == 23 &&
              d->date.minute == 59);
    cr_assert(d->date.zoned && d->date.bound && d->date.offset_minutes == -330 && d->date.precision == SYN_DATE_MINUTE);
    cr_assert(d->text_bytes == 14 && memcmp(d->text, given.text, 14) == 0 && d->replaced_count == 1);
    syn_corpus_free(got);
    syn_index_close(index);
}

Test(store, knows_what_it_holds_and_replaces_what_changed)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    cr_assert_eq(add(index, make_corpus(0, 30)).documents, 30);
    syn_added again = add(index, make_corpus(0, 30));
    cr_assert(again.documents == 0 && again.known == 30 && again.replaced == 0);
    again = add_one(index, "r007", "another report under the same name as one before");
    cr_assert(again.documents == 1 && again.known == 0 && again.replaced == 1 && again.words == 9);
    syn_index_stats stats = measure(index);
    cr_assert(stats.documents == 30 && stats.removed == 1);
    cr_assert_eq(count_damages(index), 0);
    syn_index_close(index);
}

Test(store, gives_an_id_to_the_text_with_the_smallest_hash)
{
    static const char *const texts[] = {"the first of three", "the second of three", "the third of three"};
    static const unsigned char orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    char expected[256] = "", name[8];

    for (unsigned i = 0; i < 6; i++) {
        syn_corpus *corpus = NULL;
        cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
        for (unsigned k = 0; k < 3; k++) {
            syn_document d = {.id = "same", .text = texts[orders[i][k]], .text_bytes = strlen(texts[orders[i][k]])};
            syn_hash_sha256(d.text, d.text_bytes, d.sha256);
            cr_assert_eq(syn_corpus_take(corpus, &d), SYN_OK); /* syn_corpus_add would settle ids by itself */
        }
        sprintf(name, "ix%u", i);
        syn_index *index = open_index(name, SYN_INDEX_CREATE);
        add_one(index, "same", texts[i % 3]); /* one of them was there before, under the plain id */
        add(index, corpus);
        if (i == 0)
            strcpy(expected, ids_of(index));
        cr_assert_str_eq(ids_of(index), expected);
        cr_assert_eq(measure(index).documents, 3);
        cr_assert_eq(count_damages(index), 0);
        syn_index_close(index);
    }
}

Test(store, removes_all_ids_or_none)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    add(index, make_corpus(0, 5));
    cr_assert_eq(syn_index_remove(index, (const char *[]){"r001", "r009"}, 2, &error), SYN_ARGUMENT);
    cr_assert_str_eq(error.message, "r009: is not in ix (see syndic index ls)");
    cr_assert_eq(measure(index).documents, 5);
    cr_assert_eq(syn_index_remove(index, (const char *[]){"r001", "r003", "r001"}, 3, &error), SYN_OK);
    cr_assert_str_eq(ids_of(index), "r000 r002 r004 ");
    cr_assert_eq(count_damages(index), 0);
    syn_index_close(index);
}

Test(store, keeps_few_segments_however_many_additions)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    for (unsigned i = 0; i < 70; i++)
        add(index, make_corpus(i * 3, 3));
    syn_index_stats stats = measure(index);
    cr_assert_eq(stats.documents, 210);
    cr_assert_leq(stats.segments, 9);
    cr_assert_eq(count_damages(index), 0);
    syn_index_close(index);
}

/* ---- where and how ---- */

Test(store, is_told_from_other_folders)
{
    cr_assert_eq(mkdir("other", 0700), 0);
    run("echo text >%s", "other/a.txt");
    cr_assert_not(syn_index_is("other"));
    cr_assert_not(syn_index_is("nothing"));
    syn_index *index = NULL;
    cr_assert_eq(syn_index_open("nothing", SYN_INDEX_READ, &index, &error), SYN_INPUT);
    cr_assert_str_eq(error.message, "nothing: is no index (make one with syndic index add)");
    cr_assert_eq(syn_index_open("other", SYN_INDEX_CREATE, &index, &error), SYN_INPUT);
    cr_assert_str_eq(error.message, "other: holds other files and is no index (name a new folder)");
    cr_assert_eq(syn_index_open("no/where", SYN_INDEX_CREATE, &index, &error), SYN_IO);
    syn_index_close(open_index("ix", SYN_INDEX_CREATE));
    cr_assert(syn_index_is("ix"));
}

Test(store, leaves_nothing_of_a_scratch_index)
{
    syn_index *index = open_index(folder, SYN_INDEX_SCRATCH);
    add(index, make_corpus(0, 300));
    add(index, make_corpus(200, 200));
    cr_assert_eq(measure(index).documents, 400);
    cr_assert_eq(count_damages(index), 0);
    run("test -z \"$(ls -A '%s')\"", folder);
    syn_index_close(index);
}

Test(store, tells_a_second_writer_at_once)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE), *second = NULL;
    cr_assert_eq(syn_index_open("ix", SYN_INDEX_WRITE, &second, &error), SYN_IO);
    cr_assert_str_eq(error.message, "ix: is being written to by another (wait until it is done)");
    syn_index_close(index);
}

Test(store, refuses_other_words_than_its_own)
{
    const syn_store_params old = {.shingle_words = 5, .window_words = 1, .unicode = "9.0.0"};
    syn_store *store = NULL;
    syn_index *index = NULL;
    cr_assert_eq(syn_store_open("ix", SYN_INDEX_CREATE, &old, &store, &error), SYN_OK);
    syn_store_close(store);
    cr_assert_eq(syn_index_open("ix", SYN_INDEX_READ, &index, &error), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "Unicode 9.0.0"), "%s", error.message);
    cr_assert_not_null(strstr(error.message, "syndic index add"), "%s", error.message);
}

Test(store, refuses_a_format_of_the_future)
{
    syn_index *index = NULL;
    syn_index_close(open_index("ix", SYN_INDEX_CREATE));
    run("printf 'syndic-index 2\\nanything\\n' >%s", "ix/syndic-index");
    cr_assert(syn_index_is("ix"));
    cr_assert_eq(syn_index_open("ix", SYN_INDEX_READ, &index, &error), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "format 2"), "%s", error.message);
}

Test(store, wants_a_writer_to_write)
{
    syn_index_close(open_index("ix", SYN_INDEX_CREATE));
    syn_index *index = open_index("ix", SYN_INDEX_READ);
    syn_corpus *corpus = make_corpus(0, 1);
    syn_added added;
    cr_assert_eq(syn_index_add_corpus(index, corpus, &options, &added, &error), SYN_ARGUMENT);
    cr_assert_eq(syn_index_compact(index, &options, &error), SYN_ARGUMENT);
    cr_assert_eq(syn_index_remove(index, (const char *[]){"a"}, 1, &error), SYN_ARGUMENT);
    syn_corpus_free(corpus);
    syn_index_close(index);
}

/* ---- erasing ---- */

Test(store, compacts_to_one_segment_without_a_byte_of_what_was_removed)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    add_one(index, "secret-id-471", "Xylophagous quetzals vanquish zymurgy: the confidential sentence.");
    for (unsigned i = 0; i < 5; i++)
        add(index, make_corpus(i * 60, 60));
    cr_assert_eq(syn_index_remove(index, (const char *[]){"secret-id-471", "r010"}, 2, &error), SYN_OK);
    cr_assert_eq(syn_index_compact(index, &options, &error), SYN_OK, "%s", error.message);
    syn_index_stats stats = measure(index);
    cr_assert(stats.documents == 299 && stats.segments == 1 && stats.removed == 0);
    cr_assert_eq(count_damages(index), 0);
    cr_assert_eq(add(index, make_corpus(300, 3)).documents, 3);
    syn_index_close(index);
    run("! grep -rqa -e Xylophagous -e quetzal -e zymurgy -e secret-id-471 %s", "ix");
    run("test \"$(ls ix/*.mdb | wc -l)\" = 1 && ls %s/g000002.mdb >/dev/null", "ix");
}

Test(store, compacts_what_is_empty)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    add(index, make_corpus(0, 1));
    cr_assert_eq(syn_index_remove(index, (const char *[]){"r000"}, 1, &error), SYN_OK);
    cr_assert_eq(syn_index_compact(index, &options, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(measure(index).documents, 0);
    cr_assert_eq(count_damages(index), 0);
    syn_index_close(index);
}

/* ---- readers and writers ---- */

/** Runs a function in another process and says how that ended: 0 when it returned. */
static int in_another(void act(void))
{
    int how = -1;
    fflush(NULL);
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        act();
        _exit(0);
    }
    cr_assert_eq(waitpid(child, &how, 0), child);
    return how;
}

static void add_in_another(void)
{
    syn_index *index = NULL;
    syn_added added;
    if (syn_index_open("ix", SYN_INDEX_WRITE, &index, &error) < 0 ||
        syn_index_add_corpus(index, make_corpus(50, 50), &options, &added, &error) < 0)
        _exit(1);
    if (syn_index_remove(index, (const char *[]){"r003"}, 1, &error) < 0 ||
        syn_index_compact(index, &options, &error) < 0)
        _exit(2);
    _exit(0);
}

Test(store, lets_a_reader_see_what_was_there_when_it_began)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    add(index, make_corpus(0, 50));
    syn_index_close(index);
    index = open_index("ix", SYN_INDEX_READ);
    cr_assert_eq(syn_store_begin(index->store, &error), SYN_OK);
    cr_assert_eq(in_another(add_in_another), 0);
    uint32_t number;
    size_t found;
    cr_assert_eq(syn_store_find(index->store, SYN_STORE_ID, "r003", 4, &number, 1, &found), SYN_OK);
    cr_assert_eq(found, 1);
    cr_assert_eq(syn_store_find(index->store, SYN_STORE_ID, "r060", 4, &number, 1, &found), SYN_OK);
    cr_assert_eq(found, 0);
    syn_store_end(index->store);
    cr_assert_eq(measure(index).documents, 99); /* in the generation that compacting made */
    syn_index_close(index);
}

static void die(void *context, const syn_step *step)
{
    if (strcmp(step->stage, context) == 0)
        _exit(9);
}

static void be_killed_adding(void)
{
    syn_index *index = NULL;
    syn_added added;
    options.progress = die;
    options.progress_context = "merge";
    if (syn_index_open("ix", SYN_INDEX_WRITE, &index, &error) == SYN_OK)
        syn_index_add_corpus(index, make_corpus(50, 50), &options, &added, &error);
    _exit(1);
}

static void be_killed_compacting(void)
{
    syn_index *index = NULL;
    options.progress = die;
    options.progress_context = "merge";
    if (syn_index_open("ix", SYN_INDEX_WRITE, &index, &error) == SYN_OK)
        syn_index_compact(index, &options, &error);
    _exit(1);
}

Test(store, forgets_what_a_killed_writer_did_not_finish)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    add(index, make_corpus(0, 50));
    syn_index_close(index);
    cr_assert_eq(WEXITSTATUS(in_another(be_killed_adding)), 9);
    cr_assert_eq(WEXITSTATUS(in_another(be_killed_compacting)), 9);
    run("ls %s/g000002.mdb >/dev/null", "ix");
    index = open_index("ix", SYN_INDEX_WRITE);
    run("! ls %s/g000002.mdb >/dev/null 2>&1", "ix");
    cr_assert_eq(measure(index).documents, 50);
    cr_assert_eq(count_damages(index), 0);
    cr_assert_eq(add(index, make_corpus(50, 50)).documents, 50);
    cr_assert_eq(count_damages(index), 0);
    syn_index_close(index);
}

Test(store, is_made_again_where_its_making_was_killed)
{
    cr_assert_eq(mkdir("ix", 0700), 0);
    run("echo half >%s/g000001.mdb; touch ix/writer ix/syndic-index.next", "ix");
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    cr_assert_eq(add(index, make_corpus(0, 3)).documents, 3);
    syn_index_close(index);
}

/* ---- damage ---- */

typedef struct image {
    unsigned char *bytes;
    size_t count;
} image;

static image read_image(const char *path)
{
    struct stat about;
    int file = open(path, O_RDONLY);
    cr_assert(file >= 0 && fstat(file, &about) == 0);
    image made = {malloc((size_t)about.st_size), (size_t)about.st_size};
    cr_assert_eq(read(file, made.bytes, made.count), about.st_size);
    close(file);
    return made;
}

static void write_image(const char *path, const image *from, size_t count)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    cr_assert_eq(write(file, from->bytes, count), (ssize_t)count);
    close(file);
}

/** Everything the index answers, in short; a negative status when it refuses. */
static syn_status ask_all(char *answers)
{
    syn_index *index = NULL;
    uint64_t places[8];
    syn_status status = syn_index_open("ix", SYN_INDEX_READ, &index, &error);

    if (status < 0)
        return status;
    answers[0] = '\0';
    status = syn_index_list(index, keep_ids, answers, &error);
    syn_corpus *corpus = NULL;
    syn_corpus_new(&corpus);
    if (status == SYN_OK)
        status = syn_index_get(index, "r004", corpus, &error);
    if (status == SYN_OK)
        strcat(answers, syn_corpus_get(corpus, 0)->text);
    syn_corpus_free(corpus);
    if (status == SYN_OK)
        status = syn_store_begin(index->store, &error);
    for (uint32_t s = 0; status == SYN_OK && s < syn_store_segments(index->store); s++) {
        syn_lookup lookup;
        status = syn_lookup_open(index->store, s, &lookup);
        for (uint64_t hash = 0; status == SYN_OK && hash < 64; hash++) {
            syn_lookup_seek(&lookup, hash << 34, 0);
            sprintf(answers + strlen(answers), " %zu", syn_lookup_next(&lookup, places, 8));
            status = lookup.status;
        }
        syn_lookup_close(&lookup);
    }
    syn_store_end(index->store);
    syn_index_close(index);
    return status;
}

static image make_damageable(char *answers)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE);
    add(index, make_corpus(0, 12));
    add(index, make_corpus(12, 12));
    cr_assert_eq(syn_index_remove(index, (const char *[]){"r002"}, 1, &error), SYN_OK);
    syn_index_close(index);
    cr_assert_eq(ask_all(answers), SYN_OK, "%s", error.message);
    return read_image("ix/g000001.mdb");
}

Test(store, refuses_flipped_bytes_or_takes_no_harm)
{
    static char right[1 << 16], now[1 << 16];
    image whole = make_damageable(right);
    size_t refused = 0;

    for (size_t at = 0; at < whole.count; at += 97) {
        whole.bytes[at] ^= (unsigned char)(1 << at % 8);
        write_image("ix/g000001.mdb", &whole, whole.count);
        whole.bytes[at] ^= (unsigned char)(1 << at % 8);
        if (ask_all(now) < 0)
            refused++;
        else
            cr_assert_str_eq(now, right, "byte %zu", at);
    }
    cr_assert_gt(refused, 100);
    free(whole.bytes);
}

Test(store, refuses_a_file_that_was_cut)
{
    static char right[1 << 16], now[1 << 16];
    image whole = make_damageable(right);

    for (size_t count = 0; count < whole.count; count += 1021) {
        write_image("ix/g000001.mdb", &whole, count);
        if (ask_all(now) == SYN_OK)
            cr_assert_str_eq(now, right, "%zu bytes", count);
        else
            cr_assert_not_null(strstr(error.message, "ix: the index is "), "%s", error.message);
    }
    write_image("ix/g000001.mdb", &whole, 40000);
    cr_assert_eq(ask_all(now), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "cut short"), "%s", error.message);
    unlink("ix/g000001.mdb");
    cr_assert_eq(ask_all(now), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "is gone"), "%s", error.message);
    free(whole.bytes);
}

Test(store, writes_nothing_where_a_page_is_garbled)
{
    static char right[1 << 16];
    image whole = make_damageable(right);
    syn_folder_line line;
    syn_added added;

    cr_assert_eq(syn_folder_read("ix", &line, &error), SYN_OK);
    for (size_t page = 0; page < whole.count / 4096; page++) {
        syn_index *index = NULL;
        image garbled = {malloc(whole.count), whole.count};
        memcpy(garbled.bytes, whole.bytes, whole.count);
        memset(garbled.bytes + page * 4096, 0x5a + (int)page, 4096);
        write_image("ix/g000001.mdb", &garbled, garbled.count);
        cr_assert_eq(syn_folder_write("ix", &line, false, &error), SYN_OK);
        if (syn_index_open("ix", SYN_INDEX_WRITE, &index, &error) == SYN_OK) {
            syn_corpus *corpus = make_corpus(30, 2);
            syn_status status = syn_index_add_corpus(index, corpus, &options, &added, &error);
            cr_assert(status == SYN_OK || status == SYN_INPUT, "%s", error.message);
            syn_index_remove(index, (const char *[]){"r005", "r020"}, 2, &error);
            syn_corpus_free(corpus);
        }
        syn_index_close(index);
        free(garbled.bytes);
    }
    free(whole.bytes);
}

Test(store, notices_yesterdays_file_in_the_place_of_todays)
{
    syn_index *index = open_index("ix", SYN_INDEX_CREATE), *again = NULL;
    add(index, make_corpus(0, 3));
    syn_index_close(index);
    run("cp %s/g000001.mdb yesterday", "ix");
    index = open_index("ix", SYN_INDEX_WRITE);
    add(index, make_corpus(3, 3));
    syn_index_close(index);
    run("cp yesterday %s/g000001.mdb", "ix");
    cr_assert_eq(syn_index_open("ix", SYN_INDEX_READ, &again, &error), SYN_INPUT);
}

Test(store, verify_names_a_text_that_is_damaged)
{
    static char right[1 << 16];
    image whole = make_damageable(right);
    size_t damages = 0;

    for (size_t at = 8192; at < whole.count; at += 331) {
        syn_index *index = NULL;
        uint64_t count = 0;
        whole.bytes[at] ^= 1;
        write_image("ix/g000001.mdb", &whole, whole.count);
        whole.bytes[at] ^= 1;
        if (syn_index_open("ix", SYN_INDEX_READ, &index, &error) == SYN_OK &&
            syn_index_verify(index, &options, tell_damage, NULL, &count, &error) == SYN_OK)
            damages += count > 0;
        syn_index_close(index);
    }
    cr_assert_gt(damages, 10);
    free(whole.bytes);
}
