/** The options: one table parses them and prints them.
 *
 *      opt_values values;
 *      if (!opt_parse(argc, argv, command->name, &values))
 *          return CMD_TROUBLE; // the line that says why is on standard error
 *
 *  Owns    opt_values owns its lists; the strings are the caller's argv.
 *  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_OPT_H
#define SYN_CLI_OPT_H

#include "syndic/dedup.h"
#include "syndic/options.h"
#include "syndic/report.h"
#include "syndic/store.h"

/** What may be given again and again, in the order given. */
typedef struct opt_list {
    const char **at;
    size_t count;
} opt_list;

typedef struct opt_values {
    syn_options run;
    opt_list paths;
    opt_list outputs;        /**< -o */
    opt_list against;        /**< --against */
    opt_list ignored;        /**< --ignore */
    const char *format;      /**< -f, or NULL */
    const char *color;       /**< auto, always or never */
    const char *files_from;  /**< NULL when not given */
    bool streams;            /**< what it names is not listed before the work, but taken as it comes */
    const char *fields;      /**< text=NAME, or NULL */
    const char *by;          /**< document or outlet */
    bool by_outlet;          /**< what it says */
    const char *table;       /**< pairs, passages, ..., or NULL */
    syn_table_kind rows;     /**< what it says */
    uint32_t max_pairs;      /**< in a page; 0 is the default */
    const char *fail_over;   /**< 40w,20%, or NULL */
    syn_gate gate;           /**< what it says; nothing is ignored or known yet */
    const char *baseline;    /**< NULL when not given */
    bool update_baseline;
    syn_dedup_plan plan;     /**< what is a number or a flag of it; dedup_plan_make (cli/dedup_plan.h) does the rest */
    const char *level;       /**< exact, near or passage, or NULL */
    const char *threshold;   /**< 0.8, or NULL */
    const char *keep;        /**< longest, earliest, first or outlets, or NULL */
    const char *memory;      /**< 512M, or NULL */
    const char *temporary;   /**< a folder, or NULL */
    const char *log;         /**< NULL when not given */
    bool dry_run;
    bool no_full_text;
    bool zero, quiet, all, help, stages;
} opt_values;

/** Parses the arguments behind the command's name. */
bool opt_parse(int argc, char **argv, const char *command, opt_values *out);
void opt_release(opt_values *values);

/** Prints every option that a command takes with what it does on standard output. */
void opt_print(const char *command);

/** The candidate nearest to `word`, or NULL when none is near: within two edits and a third of the
 *  word's length, or the only one that starts with it. */
const char *opt_nearest(const char *word, const char *const *candidates, size_t count);

#endif
