/* Prints what quotations and credits are found in texts, for scoring them against a truth:
 *
 *      spans FILE...
 *      quote<TAB>path<TAB>begin<TAB>end<TAB>speech|fragment<TAB>speaker
 *      credit<TAB>path<TAB>begin<TAB>end<TAB>place<TAB>cue<TAB>of<TAB>level<TAB>name<TAB>cover_begin<TAB>cover_end<TAB>outlet<TAB>own|person|-
 *
 * Offsets are bytes; tabs and line ends in texts are printed as blanks. `spans --time N FILE...` prints how
 * fast credits alone are found, N times over, instead. */
#include "base/file.h"
#include "trace/outlet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void put(const char *text, syn_reach reach)
{
    for (uint32_t i = reach.begin; i < reach.end; i++)
        putchar(text[i] == '\t' || text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

static void print_quotes(const char *path, const char *text, const syn_quotes *quotes)
{
    for (uint32_t i = 0; i < quotes->count; i++) {
        const syn_quote *q = &quotes->items[i];
        printf("quote\t%s\t%u\t%u\t%s\t", path, q->inside.begin, q->inside.end, q->speech ? "speech" : "fragment");
        put(text, q->speaker);
        putchar('\n');
    }
}

static void print_credits(const char *path, const char *text, const syn_mentions *mentions, const syn_outlets *outlets)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        const syn_mention *m = &mentions->items[i];
        printf("credit\t%s\t%u\t%u\t%s\t%s\t%s\t%s\t", path, m->all.begin, m->all.end, syn_credit_place_name(m->place),
               m->cue,
               syn_credit_of_name(m->of), syn_level_name(m->level));
        put(text, m->name);
        printf("\t%u\t%u\t%s\t%s\n", m->covers.begin, m->covers.end, m->outlet == SYN_NONE ? "-"
               : outlets->items[m->outlet].name,
               m->person ? "person" : m->own ? "own" : "-");
    }
}

typedef struct page {
    syn_bytes file;
    const char *text;
    syn_layout layout;
    syn_quotes quotes;
} page;

static int failed(syn_status status, const char *path)
{
    if (status < 0)
        fprintf(stderr, "%s: status %d\n", path, (int)status);
    return status < 0;
}

static int read_page(const char *path, page *p)
{
    syn_error error = {0};
    if (syn_file_read(path, &p->file, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    p->text = (const char *)p->file.at;
    return failed(syn_layout_make(p->text, p->file.count, &p->layout), path) ||
           failed(syn_quotes_make(p->text, p->file.count, &p->layout, &p->quotes), path);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int measure(const page *pages, int count, int times)
{
    syn_mentions mentions = {0};
    double bytes = 0, start = seconds();
    for (int round = 0; round < times; round++)
        for (int i = 0; i < count; i++) {
            if (syn_credit_find(pages[i].text, pages[i].file.count, NULL, &pages[i].layout, &pages[i].quotes,
                                &mentions) < 0)
                return 1;
            bytes += (double)pages[i].file.count;
        }
    printf("%.0f MB/s\n", bytes / 1e6 / (seconds() - start));
    syn_mentions_release(&mentions);
    return 0;
}

static int print_all(char **paths, const page *pages, int count)
{
    syn_mentions *mentions = calloc((size_t)count, sizeof *mentions);
    const char **texts = calloc((size_t)count, sizeof *texts);
    syn_outlets outlets = {0};
    int bad = !mentions || !texts;
    for (int i = 0; !bad && i < count; i++) {
        texts[i] = pages[i].text;
        bad = failed(syn_credit_find(pages[i].text, pages[i].file.count, NULL, &pages[i].layout, &pages[i].quotes,
                                     &mentions[i]), paths[i]);
    }
    bad = bad || failed(syn_outlets_join(texts, mentions, NULL, (uint32_t)count, &outlets), "outlets");
    for (int i = 0; !bad && i < count; i++) {
        print_quotes(paths[i], pages[i].text, &pages[i].quotes);
        print_credits(paths[i], pages[i].text, &mentions[i], &outlets);
    }
    for (int i = 0; mentions && i < count; i++)
        syn_mentions_release(&mentions[i]);
    free(mentions);
    free(texts);
    syn_outlets_release(&outlets);
    return bad;
}

int main(int argc, char **argv)
{
    int first = argc > 2 && strcmp(argv[1], "--time") == 0 ? 3 : 1, count = argc - first, bad = count < 1;
    page *pages = calloc(count > 0 ? (size_t)count : 1, sizeof *pages);
    for (int i = 0; !bad && i < count; i++)
        bad = read_page(argv[first + i], &pages[i]);
    if (!bad)
        bad = first == 3 ? measure(pages, count, atoi(argv[2])) : print_all(argv + first, pages, count);
    for (int i = 0; pages && i < count; i++) {
        syn_quotes_release(&pages[i].quotes);
        syn_layout_release(&pages[i].layout);
        syn_bytes_release(&pages[i].file);
    }
    free(pages);
    return bad;
}
