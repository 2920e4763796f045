#include "model/corpus.h"

#include "../support/oom.h"
#include "base/hash.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static syn_document document_of(const char *id, const char *text)
{
    return (syn_document){.id = id, .text = text, .text_bytes = strlen(text), .record = -1};
}

static void add(syn_corpus *corpus, const char *id, const char *text)
{
    const syn_document document = document_of(id, text);
    cr_assert_eq(syn_corpus_add(corpus, &document, NULL), SYN_OK);
}

static const char *id_at(const syn_corpus *corpus, size_t index)
{
    return syn_corpus_get(corpus, index)->id;
}

Test(corpus, starts_empty_and_free_takes_nothing)
{
    syn_corpus *corpus = NULL;

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    cr_assert_eq(syn_corpus_count(corpus), 0);
    cr_assert_eq(syn_corpus_skip_count(corpus), 0);
    cr_assert_eq(syn_corpus_settle(corpus, NULL), SYN_OK);
    syn_corpus_free(corpus);
    syn_corpus_free(NULL);
}

Test(corpus, add_copies_all_it_is_given)
{
    syn_corpus *corpus = NULL;
    char id[] = "id", path[] = "path", title[] = "title", outlet[] = "outlet", url[] = "url", text[] = "te\0xt";
    uint8_t digest[32];
    const syn_document given = {.id = id, .path = path, .record = 3, .title = title, .outlet = outlet, .url = url,
                                .date = {.precision = SYN_DATE_YEAR, .year = 2017}, .text = text, .text_bytes = 5};

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    cr_assert_eq(syn_corpus_add(corpus, &given, NULL), SYN_OK);
    id[0] = path[0] = title[0] = outlet[0] = url[0] = text[0] = '!';
    const syn_document *d = syn_corpus_get(corpus, 0);
    cr_assert_str_eq(d->id, "id");
    cr_assert_str_eq(d->path, "path");
    cr_assert_str_eq(d->title, "title");
    cr_assert_str_eq(d->outlet, "outlet");
    cr_assert_str_eq(d->url, "url");
    cr_assert(d->record == 3 && d->date.year == 2017 && d->text_bytes == 5);
    cr_assert_eq(memcmp(d->text, "te\0xt", 6), 0);
    syn_hash_sha256("te\0xt", 5, digest);
    cr_assert_eq(memcmp(d->sha256, digest, 32), 0);
    cr_assert_eq(d->replaced_count, 0);
    syn_corpus_free(corpus);
}

Test(corpus, add_keeps_unknown_strings_unknown_and_counts_broken_characters)
{
    syn_corpus *corpus = NULL;

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    add(corpus, "a", "caf\xe9 \xe2\x82 ok \xff");
    const syn_document *d = syn_corpus_get(corpus, 0);
    cr_assert(!d->path && !d->title && !d->outlet && !d->url);
    cr_assert_eq(d->replaced_count, 3);
    cr_assert_str_eq(d->text, "caf\xe9 \xe2\x82 ok \xff");
    syn_corpus_free(corpus);
}

Test(corpus, add_refuses_a_document_without_id_or_text)
{
    syn_corpus *corpus = NULL;
    syn_error error = {0};

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    cr_assert_eq(syn_corpus_add(corpus, &(syn_document){.text = "x", .text_bytes = 1}, &error), SYN_ARGUMENT);
    cr_assert_str_eq(error.message, "a document has no id (set id and text)");
    cr_assert_eq(syn_corpus_add(corpus, &(syn_document){.id = "x"}, &error), SYN_ARGUMENT);
    cr_assert_str_eq(error.message, "a document has no text (set id and text)");
    cr_assert_eq(syn_corpus_count(corpus), 0);
    syn_corpus_free(corpus);
}

Test(corpus, add_keeps_ids_in_byte_order)
{
    syn_corpus *corpus = NULL;
    char id[16];

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    for (uint64_t i = 0; i < 3000; i++) {
        snprintf(id, sizeof id, "%08x", (unsigned)syn_hash_mix(i));
        add(corpus, id, id);
    }
    add(corpus, "Z", "");
    add(corpus, "\xc3\xa9", "");
    for (size_t i = 1; i < syn_corpus_count(corpus); i++)
        cr_assert_lt(strcmp(id_at(corpus, i - 1), id_at(corpus, i)), 0);
    cr_assert_str_eq(id_at(corpus, 3001), "\xc3\xa9");
    for (size_t i = 0; i < 3000; i++)
        if (strcmp(id_at(corpus, i), "Z") != 0)
            cr_assert_str_eq(syn_corpus_get(corpus, i)->text, id_at(corpus, i));
    syn_corpus_free(corpus);
}

/* sha256("two") begins 3fc4ccfe. */
Test(corpus, a_second_document_of_an_id_gets_its_hash_behind_it)
{
    syn_corpus *corpus = NULL;

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    add(corpus, "a", "one");
    add(corpus, "a", "two");
    add(corpus, "a", "two");
    add(corpus, "a", "two");
    add(corpus, "b", "two");
    cr_assert_eq(syn_corpus_count(corpus), 5);
    cr_assert_str_eq(id_at(corpus, 0), "a");
    cr_assert_str_eq(syn_corpus_get(corpus, 0)->text, "one");
    cr_assert_str_eq(id_at(corpus, 1), "a#3fc4ccfe");
    cr_assert_str_eq(id_at(corpus, 2), "a#3fc4ccfe#2");
    cr_assert_str_eq(id_at(corpus, 3), "a#3fc4ccfe#3");
    cr_assert_str_eq(id_at(corpus, 4), "b");
    syn_corpus_free(corpus);
}

Test(corpus, add_with_short_memory_keeps_what_was_there)
{
    syn_corpus *corpus = NULL;
    char *text = calloc(1, 200001);

    memset(text, 'x', 200000);
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    add(corpus, "a", "kept");
    for (size_t count = 1; count < 40; count++) {
        const syn_document document = document_of("a", text);
        for (long n = 0; n == 0 || oom_struck(); n++) {
            oom_after(n);
            const syn_status status = syn_corpus_add(corpus, &document, NULL);
            oom_never();
            cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
            cr_assert_eq(syn_corpus_count(corpus), count + !oom_struck());
        }
    }
    cr_assert_str_eq(id_at(corpus, 0), "a");
    cr_assert_str_eq(syn_corpus_get(corpus, 0)->text, "kept");
    syn_corpus_free(corpus);
    free(text);
}

static void take(syn_corpus *corpus, const char *id, const char *text, const char *path)
{
    syn_document document = document_of(id, text);

    document.path = path;
    syn_hash_sha256(text, strlen(text), document.sha256);
    cr_assert_eq(syn_corpus_take(corpus, &document), SYN_OK);
}

Test(corpus, settling_does_not_depend_on_the_order_of_taking)
{
    static const char *const given[][3] = {
        {"a", "one", "p"}, {"a", "two", "p"}, {"a", "two", "q"}, {"a", "two", "r"}, {"b", "two", "s"},
        {"a#3fc4ccfe", "four", "t"}, {"a#3fc4ccfe#2", "five", "u"}, {"", "six", "v"}, {"c", "", NULL},
    };
    enum { COUNT = sizeof given / sizeof *given };
    char first[COUNT][64];

    for (uint64_t seed = 0; seed < 200; seed++) {
        syn_corpus *corpus = NULL;
        size_t order[COUNT];
        cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
        for (size_t i = 0; i < COUNT; i++) {
            const size_t j = syn_hash_mix(seed * 100 + i) % (i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (size_t i = 0; i < COUNT; i++)
            take(corpus, given[order[i]][0], given[order[i]][1], given[order[i]][2]);
        cr_assert_eq(syn_corpus_settle(corpus, NULL), SYN_OK);
        for (size_t i = 0; i < COUNT; i++) {
            const syn_document *d = syn_corpus_get(corpus, i);
            char line[64];
            snprintf(line, sizeof line, "%s %s %s", d->id, d->text, d->path ? d->path : "-");
            if (seed == 0)
                strcpy(first[i], line);
            cr_assert_str_eq(line, first[i], "seed %lu", seed);
            cr_assert(i == 0 || strcmp(id_at(corpus, i - 1), d->id) < 0, "seed %lu", seed);
        }
        syn_corpus_free(corpus);
    }
}

Test(corpus, settling_numbers_equal_documents)
{
    syn_corpus *corpus = NULL;

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    for (int i = 0; i < 9; i++)
        take(corpus, "a", "two", "p");
    cr_assert_eq(syn_corpus_settle(corpus, NULL), SYN_OK);
    cr_assert_str_eq(id_at(corpus, 0), "a");
    cr_assert_str_eq(id_at(corpus, 1), "a#3fc4ccfe");
    for (size_t i = 2; i < 9; i++) {
        char id[32];
        snprintf(id, sizeof id, "a#3fc4ccfe#%zu", i);
        cr_assert_str_eq(id_at(corpus, i), id);
    }
    syn_corpus_free(corpus);
}

Test(corpus, settling_with_short_memory_keeps_all_documents)
{
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_corpus *corpus = NULL;
        static char id[100001];
        memset(id, 'a', 100000);
        cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
        for (int i = 0; i < 20; i++)
            take(corpus, id, "same", "p");
        oom_after(n);
        const syn_status status = syn_corpus_settle(corpus, NULL);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        for (size_t i = 0; i < 20; i++)
            cr_assert_eq(strncmp(id_at(corpus, i), id, 100000), 0);
        syn_corpus_free(corpus);
    }
}

Test(corpus, holds_the_bytes_of_files)
{
    syn_corpus *corpus = NULL;

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    for (int i = 0; i < 20; i++) {
        syn_bytes bytes = {malloc(10), 10, false};
        cr_assert_eq(syn_corpus_hold(corpus, &bytes), SYN_OK);
        cr_assert_null(bytes.at);
        syn_bytes_release(&bytes);
    }
    syn_corpus_free(corpus);
}

Test(corpus, lists_skips_by_path)
{
    syn_corpus *corpus = NULL;
    char why[] = "is odd";

    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    cr_assert_eq(syn_corpus_skip(corpus, "z", why), SYN_OK);
    cr_assert_eq(syn_corpus_skip(corpus, "a", why), SYN_OK);
    why[0] = '!';
    cr_assert_eq(syn_corpus_settle(corpus, NULL), SYN_OK);
    cr_assert_eq(syn_corpus_skip_count(corpus), 2);
    cr_assert_str_eq(syn_corpus_skip_get(corpus, 0)->path, "a");
    cr_assert_str_eq(syn_corpus_skip_get(corpus, 1)->path, "z");
    cr_assert_str_eq(syn_corpus_skip_get(corpus, 1)->why, "is odd");
    syn_corpus_free(corpus);
}
