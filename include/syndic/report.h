/** A result as bytes: JSON (the canonical form) or a report for a terminal.
 *
 *      syn_sink sink = {.write = to_file, .context = file};
 *      syn_report_json(result, &sink, &error);
 *
 *  Owns    nothing; bytes are handed to the sink as they are made.
 *  Fails   with whatever status the sink returns, and SYN_MEMORY.
 *  Units   columns are terminal cells; a wide character takes two.
 */
#ifndef SYNDIC_REPORT_H
#define SYNDIC_REPORT_H

#include "syndic/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where a report goes. `write` takes all `count` bytes or returns a negative status. */
typedef struct syn_sink {
    syn_status (*write)(void *context, const void *bytes, size_t count);
    void *context;
} syn_sink;

/** How the terminal report looks. */
typedef struct syn_terminal {
    uint32_t width_columns; /**< 0 means 100 */
    bool color;             /**< ANSI colours */
    bool side_by_side;      /**< compare: pairs with both texts, rather than trace's stemma */
    bool all;               /**< list every passage and witness, not only the largest */
} syn_terminal;

/** Writes the canonical JSON (docs/result.schema.json), streamed: no tree is built. */
SYN_API syn_status syn_report_json(const syn_result *result, const syn_sink *sink, syn_error *error);

/** Writes the report one reads. */
SYN_API syn_status syn_report_terminal(const syn_result *result, const syn_terminal *terminal,
                                       const syn_sink *sink, syn_error *error);

#ifdef __cplusplus
}
#endif
#endif
