#include "cli/opt.h"

#include "cli/limit.h"
#include "cli/out.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum opt_kind { OPT_FLAG, OPT_NUMBER, OPT_TEXT, OPT_LIST } opt_kind;

typedef struct opt_spec {
    char letter;         /* 0 when there is none */
    const char *name;    /* NULL when there is none */
    const char *value;   /* what the help calls it */
    opt_kind kind;
    size_t offset;       /* of the field in opt_values */
    const char *help;
    unsigned commands;   /* that take it */
} opt_spec;

/* Commands that read texts, that render a result again, that compare two results, that hold texts against others,
 * that keep an index, that keep one of each. */
enum {
    FIND = 1, REPORT = 2, DIFF = 4, CHECK = 8, INDEX = 16, DEDUP = 32,
    SHOW = FIND | REPORT | CHECK, READ = FIND | CHECK | INDEX | DEDUP, WRITE = SHOW | DIFF, ALL = WRITE | INDEX | DEDUP
};

#define AT(field) offsetof(opt_values, field)

/* A name may stand here twice, for commands that mean something else by it. */
static const opt_spec specs[] = {
    {0, "against", "PATH", OPT_LIST, AT(against),
     "a file, folder or index to hold the texts against; repeatable", CHECK},
    {'o', "output", "FILE", OPT_LIST, AT(outputs), "write what is kept to FILE (.gz, .zst: packed); \"-\" is stdout",
     DEDUP},
    {0, "log", "FILE", OPT_TEXT, AT(log), "write every decision to FILE, a line of JSON each; .gz and .zst too", DEDUP},
    {0, "level", "LEVEL", OPT_TEXT, AT(level), "what goes: exact, near (texts) or passage (of texts) (near)", DEDUP},
    {0, "threshold", "SHARE", OPT_TEXT, AT(threshold),
     "near: words of a text that must stand in the kept one (0.8)", DEDUP},
    {0, "keep", "WHICH", OPT_TEXT, AT(keep), "longest, earliest, first, or outlets, dearest first: A,B,C (longest)",
     DEDUP},
    {0, "min-words", "N", OPT_NUMBER, AT(plan.min_words), "passage: words a passage needs to be cut (50)", DEDUP},
    {0, "min-left", "N", OPT_NUMBER, AT(plan.min_left_words),
     "passage: a text that was cut and has fewer words left goes (10)", DEDUP},
    {0, "against", "PATH", OPT_LIST, AT(against),
     "a file, folder or index whose texts go before all others; repeatable", DEDUP},
    {0, "mark", NULL, OPT_FLAG, AT(plan.mark), "remove nothing: a field \"syndic\" says what would be removed", DEDUP},
    {0, "dry-run", NULL, OPT_FLAG, AT(dry_run), "write nothing but the log and the summary", DEDUP},
    {0, "mem", "SIZE", OPT_TEXT, AT(memory), "memory to work in, as 512M or 2G (2G)", DEDUP},
    {0, "temp", "DIR", OPT_TEXT, AT(temporary), "folder for what does not fit (TMPDIR, or /tmp)", DEDUP},
    {0, "fail-over", "LIMIT", OPT_TEXT, AT(fail_over),
     "open words that are too many: 40w, 20% or both; never (40w,20%)", CHECK},
    {0, "ignore", "PATH", OPT_LIST, AT(ignored), "wording of PATH does not count; repeatable", CHECK},
    {0, "baseline", "FILE", OPT_TEXT, AT(baseline), "passages that FILE lists are known and do not count", CHECK},
    {0, "update-baseline", NULL, OPT_FLAG, AT(update_baseline),
     "write what is found to the baseline, drop what is not", CHECK},
    {0, "min-words", "N", OPT_NUMBER, AT(run.min_words), "matched words a passage needs (8)", FIND | CHECK},
    {'o', "output", "FILE", OPT_LIST, AT(outputs),
     "write to FILE, its ending picks the format; repeatable; \"-\" is stdout", WRITE},
    {'f', "format", "FORMAT", OPT_TEXT, AT(format),
     "text, json, html, csv, jsonl, dot, gexf, md, sarif or github (text)", WRITE},
    {'f', "format", "FORMAT", OPT_TEXT, AT(format), "ls, show, stats: text, json or jsonl (text)", INDEX},
    {'a', "all", NULL, OPT_FLAG, AT(all), "list everything, not only the largest", WRITE},
    {0, "by", "WHAT", OPT_TEXT, AT(by), "trace, dot, gexf: who counts as one, document or outlet (document)", SHOW},
    {0, "table", "ROWS", OPT_TEXT, AT(table), "csv, jsonl: pairs, passages, witnesses, descents or credits", SHOW},
    {0, "no-full-text", NULL, OPT_FLAG, AT(no_full_text), "html: the passages only, not whole texts", SHOW},
    {0, "max-pairs", "N", OPT_NUMBER, AT(max_pairs), "html: pairs of texts listed, largest first (1000)", SHOW},
    {0, "files-from", "FILE", OPT_TEXT, AT(files_from),
     "read paths from FILE, one a line; \"-\" is standard input", FIND | DEDUP},
    {0, "files-from", "FILE", OPT_TEXT, AT(files_from),
     "read paths from FILE (\"-\": stdin), answer each as it comes, in JSON", CHECK},
    {0, "files-from", "FILE", OPT_TEXT, AT(files_from),
     "add, rm: read paths or ids from FILE, one a line; \"-\" is stdin", INDEX},
    {'0', "null", NULL, OPT_FLAG, AT(zero), "what --files-from reads ends with NUL bytes", READ},
    {0, "fields", "text=NAME", OPT_TEXT, AT(fields), "the field that holds the text in JSONL (text)", READ},
    {0, "strict", NULL, OPT_FLAG, AT(run.strict), "a file in a folder that cannot be read is an error", READ},
    {0, "file-times", NULL, OPT_FLAG, AT(run.read_file_times),
     "a text without a date is no younger than its file (machines differ)", READ},
    {'j', "threads", "N", OPT_NUMBER, AT(run.thread_count), "workers (all cores); speed only", ALL},
    {0, "color", "WHEN", OPT_TEXT, AT(color), "auto, always or never (auto)", WRITE},
    {'q', "quiet", NULL, OPT_FLAG, AT(quiet), "no notes and no progress on standard error, only errors", ALL},
    {0, "shingle", "N", OPT_NUMBER, AT(run.shingle_words), "for experiments: words in a shingle (5)", FIND},
    {0, "window", "N", OPT_NUMBER, AT(run.window_words), "for experiments: shingles in a window (1)", FIND},
    {0, "group-words", "N", OPT_NUMBER, AT(run.group_words),
     "for experiments: words sorted at once (16000000), 0 is all; speed only", FIND},
    {0, "stages", NULL, OPT_FLAG, AT(stages), "say on standard error how long each stage took", ALL},
    {'h', "help", NULL, OPT_FLAG, AT(help), "print this", ALL},
};
#define SPEC_COUNT (sizeof specs / sizeof *specs)

static unsigned bit_of(const char *command)
{
    static const struct {
        const char *command;
        unsigned bit;
    } bits[] = {{"report", REPORT}, {"diff", DIFF}, {"check", CHECK}, {"index", INDEX}, {"dedup", DEDUP}};
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (strcmp(command, bits[i].command) == 0)
            return bits[i].bit;
    return FIND;
}

void opt_print(const char *command)
{
    for (size_t i = 0; i < SPEC_COUNT; i++) {
        const opt_spec *s = &specs[i];
        char names[48];
        if (!(s->commands & bit_of(command)))
            continue;
        snprintf(names, sizeof names, "%c%c%s--%s%s%s", s->letter ? '-' : ' ',
                 s->letter ? s->letter : ' ', s->letter ? ", " : "  ", s->name, s->value ? " " : "",
                 s->value ? s->value : "");
        printf("  %-24s  %s\n", names, s->help);
    }
}

static bool unknown(const char *name, const char *command)
{
    const char *names[SPEC_COUNT];
    for (size_t i = 0; i < SPEC_COUNT; i++)
        names[i] = specs[i].name;
    const char *nearest = opt_nearest(name, names, SPEC_COUNT);
    if (nearest)
        return out_error("--%s: no such option (did you mean --%s?)", name, nearest);
    return out_error("--%s: no such option (syndic %s --help lists them)", name, command);
}

/** An option of another command would do nothing here. */
static bool not_taken(const opt_spec *s, const char *command)
{
    return out_error("--%s: syndic %s does not take it (syndic %s --help lists what it takes)", s->name, command,
                     command);
}

/* Parsing */

static bool parse_number(const char *name, const char *text, uint32_t *out)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || value > UINT32_MAX)
        return out_error("--%s: \"%s\" is not a whole number (give one from 0 to 4294967295)", name, text);
    *out = (uint32_t)value;
    return true;
}

static bool set(const opt_spec *spec, const char *value, opt_values *out)
{
    void *field = (char *)out + spec->offset;
    switch (spec->kind) {
    case OPT_FLAG:
        *(bool *)field = true;
        break;
    case OPT_NUMBER:
        return parse_number(spec->name, value, field);
    case OPT_TEXT:
        *(const char **)field = value;
        break;
    case OPT_LIST:
        ((opt_list *)field)->at[((opt_list *)field)->count++] = value;
        break;
    }
    return true;
}

/** Takes "--name", "--name=value" or "--name value"; *at moves on when the value is its own argument. */
static bool parse_long(int argc, char **argv, int *at, const char *command, opt_values *out)
{
    const char *name = argv[*at] + 2, *value = strchr(name, '=');
    size_t length = value ? (size_t)(value++ - name) : strlen(name);
    const opt_spec *others = NULL;
    for (size_t i = 0; i < SPEC_COUNT; i++) {
        const opt_spec *s = &specs[i];
        if (strlen(s->name) != length || strncmp(s->name, name, length) != 0)
            continue;
        if (!(s->commands & bit_of(command))) {
            others = s;
            continue;
        }
        if (s->kind == OPT_FLAG && value)
            return out_error("--%s: takes no value (leave out \"=%s\")", s->name, value);
        if (s->kind != OPT_FLAG && !value) {
            if (++*at == argc)
                return out_error("--%s: needs a value (--%s %s)", s->name, s->name, s->value);
            value = argv[*at];
        }
        return set(s, value, out);
    }
    if (others)
        return not_taken(others, command);
    char word[64];
    snprintf(word, sizeof word, "%.*s", (int)(length < 60 ? length : 60), name);
    return unknown(word, command);
}

/** The option of a letter, of this command if it takes one; NULL when there is none. */
static const opt_spec *find_letter(char letter, const char *command)
{
    const opt_spec *found = NULL;
    for (size_t i = 0; i < SPEC_COUNT; i++)
        if (specs[i].letter == letter && (!found || (specs[i].commands & bit_of(command))))
            found = &specs[i];
    return found;
}

/** Takes "-q", "-q0", "-j4" or "-j 4". */
static bool parse_short(int argc, char **argv, int *at, const char *command, opt_values *out)
{
    for (const char *letter = argv[*at] + 1; *letter; letter++) {
        const opt_spec *s = find_letter(*letter, command);
        if (!s)
            return out_error("-%c: no such option (syndic %s --help lists them)", *letter, command);
        if (!(s->commands & bit_of(command)))
            return not_taken(s, command);
        if (s->kind == OPT_FLAG) {
            set(s, NULL, out);
            continue;
        }
        if (letter[1])
            return set(s, letter + 1, out);
        if (++*at == argc)
            return out_error("-%c: needs a value (-%c %s)", *letter, *letter, s->value);
        return set(s, argv[*at], out);
    }
    return true;
}

/** Says what the library finds out of range by the option's name, where the field has one. */
static bool refuse_range(const char *message)
{
    static const char *const fields[][2] = {
        {"min_words: ", "--min-words"},     {"thread_count: ", "-j"},          {"shingle_words: ", "--shingle"},
        {"window_words: ", "--window"},     {"field_text: ", "--fields"},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        size_t length = strlen(fields[i][0]);
        if (strncmp(message, fields[i][0], length) == 0)
            return out_error("%s: %s", fields[i][1], message + length);
    }
    return out_error("%s", message);
}

static bool pick_table(opt_values *values)
{
    const char *names[8], *name;
    size_t count = 0;
    if (!values->table)
        return true;
    for (int kind = SYN_TABLE_PAIRS; (name = syn_table_kind_name((syn_table_kind)kind)) != NULL; kind++) {
        if (strcmp(values->table, name) == 0)
            values->rows = (syn_table_kind)kind;
        names[count++] = name;
    }
    if (values->rows != SYN_TABLE_DEFAULT)
        return true;
    if ((name = opt_nearest(values->table, names, count)) != NULL)
        return out_error("--table: \"%s\" is not known (did you mean %s?)", values->table, name);
    return out_error("--table: \"%s\" is not known (give pairs, passages, witnesses, descents or credits)",
                     values->table);
}

/** What the table cannot say of a value. */
static bool check(opt_values *values)
{
    syn_error error = {0};
    const char *color = values->color;
    if (strcmp(color, "auto") != 0 && strcmp(color, "always") != 0 && strcmp(color, "never") != 0)
        return out_error("--color: \"%s\" is not known (give auto, always or never)", color);
    values->by_outlet = strcmp(values->by, "outlet") == 0;
    if (!values->by_outlet && strcmp(values->by, "document") != 0)
        return out_error("--by: \"%s\" is not known (give document or outlet)", values->by);
    if (!pick_table(values) || !limit_parse(values->fail_over, &values->gate))
        return false;
    if (values->update_baseline && !values->baseline)
        return out_error("--update-baseline: says nothing of a file (give --baseline FILE too)");
    if (values->zero && !values->files_from)
        return out_error("-0: says how --files-from is read (give --files-from FILE too)");
    if (values->fields) {
        if (strncmp(values->fields, "text=", 5) != 0 || !values->fields[5])
            return out_error("--fields: \"%s\" is not known (give text=NAME)", values->fields);
        values->run.field_text = values->fields + 5;
    }
    if (syn_options_check(&values->run, &error) < 0)
        return refuse_range(error.message);
    return true;
}

static void defaults(opt_values *values)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    *values = (opt_values){.color = "auto", .by = "document"};
    syn_options_init(&values->run);
    syn_gate_init(&values->gate);
    syn_dedup_plan_init(&values->plan);
    values->run.thread_count = cores < 1 ? 1 : cores > 1024 ? 1024 : (uint32_t)cores;
}

/** Lists with room for every argument. */
static bool make_lists(int argc, opt_values *out)
{
    opt_list *const lists[] = {&out->paths, &out->outputs, &out->against, &out->ignored};
    bool made = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        lists[i]->at = calloc((size_t)argc + 1, sizeof *lists[i]->at);
        made = made && lists[i]->at;
    }
    return made || out_error("out of memory (close other programs)");
}

bool opt_parse(int argc, char **argv, const char *command, opt_values *out)
{
    bool rest = false; /* behind "--" all are paths */
    defaults(out);
    if (!make_lists(argc, out))
        return false;
    for (int i = 0; i < argc; i++) {
        if (rest || argv[i][0] != '-' || !argv[i][1])
            out->paths.at[out->paths.count++] = argv[i];
        else if (strcmp(argv[i], "--") == 0)
            rest = true;
        else if (!(argv[i][1] == '-' ? parse_long : parse_short)(argc, argv, &i, command, out))
            return false;
    }
    return out->help || check(out);
}

void opt_release(opt_values *values)
{
    free(values->paths.at);
    free(values->outputs.at);
    free(values->against.at);
    free(values->ignored.at);
    *values = (opt_values){0};
}
