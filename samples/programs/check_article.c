/* A new article against an archive, as a content management system would do it when an editor presses "check".
 *
 *     check_article ARCHIVE ARTICLE...     adds the articles to the archive, which is made when there is none
 *     check_article ARCHIVE < draft.txt    checks the draft; exit status 1 when it has too much open wording
 *
 *     cc check_article.c $(pkg-config --cflags --libs libsyndic) -o check_article
 *
 * Take what you need: add_articles is for what was published, check_draft for what is about to be.
 */
#include <syndic/syndic.h>

#include <stdio.h>
#include <stdlib.h>

/** Adds files, folders or JSONL. Once this returns true, they are on the disk. */
static bool add_articles(const char *archive, const char *const *paths, size_t count)
{
    syn_index *index = NULL;
    syn_options options;
    syn_added added;
    syn_error error = {.message = "out of memory"};
    syn_options_init(&options);
    bool done = syn_index_open(archive, SYN_INDEX_CREATE, &index, &error) == SYN_OK &&
                syn_index_add(index, paths, count, &options, &added, &error) == SYN_OK;
    syn_index_close(index);
    if (done)
        printf("%llu added, %llu known\n", (unsigned long long)added.documents, (unsigned long long)added.known);
    else
        fprintf(stderr, "%s\n", error.message);
    return done;
}

/** The texts of the archive that have words of this passage; the draft itself is document 0. */
static void print_witnesses(const syn_result_view *view, const syn_passage *passage)
{
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        const syn_witness *witness = &view->witnesses[passage->witness_first + i];
        const syn_document *document = syn_corpus_get(view->corpus, witness->document);
        if (witness->document != 0)
            printf("    %s, bytes %llu to %llu, %s\n", document->id, (unsigned long long)witness->span.begin,
                   (unsigned long long)witness->span.end, syn_kind_name(witness->kind));
    }
}

static void print_answer(const syn_result_view *view, const syn_checked *checked)
{
    printf("%u open words, %.1f %% of the text: %s\n", checked->words, checked->share * 100,
           checked->over ? "over the limits" : "within the limits");
    for (uint32_t i = 0; i < checked->counted_count; i++) {
        const syn_counted *counted = &view->counted[checked->counted_first + i];
        printf("  %u words, known from\n", counted->words);
        print_witnesses(view, &view->passages[counted->passage]);
    }
    for (uint32_t i = 0; i < checked->version_count; i++)
        printf("  not counted: %s is %s\n", view->versions[checked->version_first + i].id,
               view->versions[checked->version_first + i].same ? "this very text" : "an earlier version of it");
}

/** 0 when the draft is within the limits, 1 when it is over, 2 when it could not be checked. */
static int check_draft(const char *archive, const char *text, size_t bytes)
{
    syn_index *index = NULL;
    syn_corpus *draft = NULL;
    syn_result *result = NULL;
    syn_options options;
    syn_gate gate;
    syn_error error = {.message = "out of memory"};
    syn_document document = {.id = "draft", .record = -1, .text = text, .text_bytes = bytes};
    int code = 2;
    syn_options_init(&options);
    syn_gate_init(&gate); /* 40 words or 20 % */
    if (syn_corpus_new(&draft) == SYN_OK && syn_corpus_add(draft, &document, &error) == SYN_OK &&
        syn_index_open(archive, SYN_INDEX_READ, &index, &error) == SYN_OK &&
        syn_check(draft, &index, 1, &gate, &options, &result, &error) == SYN_OK) {
        const syn_result_view *view = syn_result_get(result);
        print_answer(view, &view->checked[0]);
        code = view->checked[0].over ? 1 : 0;
    } else {
        fprintf(stderr, "%s\n", error.message);
    }
    syn_result_free(result);
    syn_index_close(index);
    syn_corpus_free(draft);
    return code;
}

/** All of standard input; the caller frees it. */
static char *read_draft(size_t *bytes)
{
    size_t room = 65536;
    char *text = malloc(room);
    *bytes = 0;
    while (text && (*bytes += fread(text + *bytes, 1, room - *bytes, stdin)) == room) {
        char *larger = realloc(text, room *= 2);
        if (!larger)
            free(text);
        text = larger;
    }
    return text;
}

int main(int argc, char **argv)
{
    size_t bytes;
    if (argc < 2) {
        fputs("usage: check_article ARCHIVE ARTICLE... or check_article ARCHIVE < DRAFT\n", stderr);
        return 2;
    }
    if (argc > 2)
        return add_articles(argv[1], (const char *const *)argv + 2, (size_t)argc - 2) ? 0 : 2;
    char *text = read_draft(&bytes);
    int code = text ? check_draft(argv[1], text, bytes) : 2;
    free(text);
    return code;
}
