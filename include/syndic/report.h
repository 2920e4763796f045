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

/** How bytes are packed. */
typedef enum syn_packing {
    SYN_PACKING_NONE,
    SYN_PACKING_GZIP, /**< RFC 1952 */
    SYN_PACKING_ZSTD  /**< RFC 8878 */
} syn_packing;

/** What the ending of a file's name asks for: ".gz", ".zst", or nothing. */
SYN_API syn_packing syn_packing_of(const char *path);

/** A sink that packs what it is given and hands it on to another:
 *
 *      syn_packed *packed = NULL;
 *      syn_packed_new(&to_file, syn_packing_of(path), &packed, &error);
 *      syn_report_json(result, syn_packed_sink(packed), &error);
 *      status = syn_packed_end(packed);            // the rest of it; nothing may be written behind that
 *      syn_packed_free(packed);
 *
 *  What comes out depends on the bytes alone, not on the pieces they came in. Without packing they are only gathered
 *  into larger pieces. The caller frees it; `sink` must outlive it. A failure of either sticks. */
typedef struct syn_packed syn_packed;
SYN_API syn_status syn_packed_new(const syn_sink *sink, syn_packing packing, syn_packed **out, syn_error *error);
SYN_API void syn_packed_free(syn_packed *packed);
SYN_API const syn_sink *syn_packed_sink(const syn_packed *packed);
SYN_API syn_status syn_packed_end(syn_packed *packed);

/** How the terminal report looks. */
typedef struct syn_terminal {
    uint32_t width_columns; /**< 0 means 100 */
    bool color;             /**< ANSI colours */
    bool side_by_side;      /**< compare: pairs with both texts, rather than trace's stemma */
    bool all;               /**< list every passage and witness, not only the largest */
    bool by_outlet;         /**< trace: texts of one outlet count as one */
} syn_terminal;

/** What a page for a browser holds. */
typedef struct syn_html {
    bool no_full_text;  /**< only the passages, not the texts around them */
    bool by_outlet;     /**< texts of one outlet count as one */
    uint64_t max_pairs; /**< pairs listed, largest first; 0 means 1,000 */
} syn_html;

/** Writes the canonical JSON (docs/result.schema.json), streamed: no tree is built. */
SYN_API syn_status syn_report_json(const syn_result *result, const syn_sink *sink, syn_error *error);

/** Writes the report one reads. */
SYN_API syn_status syn_report_terminal(const syn_result *result, const syn_terminal *terminal,
                                       const syn_sink *sink, syn_error *error);

/** Writes one HTML file that opens from disk, loads nothing and works without scripts. It has a size of some
 *  megabytes at most: what is left out, it says. `html` may be NULL. */
SYN_API syn_status syn_report_html(const syn_result *result, const syn_html *html, const syn_sink *sink,
                                   syn_error *error);

/** The rows of a table: each is one of these. */
typedef enum syn_table_kind {
    SYN_TABLE_DEFAULT, /**< descents of a trace, pairs of a comparison or a check */
    SYN_TABLE_PAIRS,
    SYN_TABLE_PASSAGES,
    SYN_TABLE_WITNESSES,
    SYN_TABLE_DESCENTS,
    SYN_TABLE_CREDITS
} syn_table_kind;

/** "pairs", "passages", ...; NULL for the default and what is no table. */
SYN_API const char *syn_table_kind_name(syn_table_kind kind);

typedef struct syn_csv {
    syn_table_kind table;
} syn_csv;

/** Writes a table as RFC 4180 has it: UTF-8, a header line, lines end with CR LF. What a spreadsheet would
 *  take for a formula gets an apostrophe before it; texts are cut to 500 characters. `csv` may be NULL. */
SYN_API syn_status syn_report_csv(const syn_result *result, const syn_csv *csv, const syn_sink *sink,
                                  syn_error *error);

typedef struct syn_jsonl {
    syn_table_kind table;
} syn_jsonl;

/** Writes the same table with one JSON object a line, whose "type" is "pair", "passage", ...; pairs that the
 *  result has left out are counted in a last line of the type "left_out". `jsonl` may be NULL. */
SYN_API syn_status syn_report_jsonl(const syn_result *result, const syn_jsonl *jsonl, const syn_sink *sink,
                                    syn_error *error);

typedef struct syn_dot {
    bool by_outlet; /**< texts of one outlet are one node */
} syn_dot;

/** Writes the graph of sources and takers for Graphviz. `dot` may be NULL. */
SYN_API syn_status syn_report_dot(const syn_result *result, const syn_dot *dot, const syn_sink *sink,
                                  syn_error *error);

typedef struct syn_gexf {
    bool by_outlet; /**< texts of one outlet are one node */
} syn_gexf;

/** Writes the same graph as GEXF 1.3 (gexf.net), as Gephi reads it. `gexf` may be NULL. */
SYN_API syn_status syn_report_gexf(const syn_result *result, const syn_gexf *gexf, const syn_sink *sink,
                                   syn_error *error);

typedef struct syn_markdown {
    uint32_t byte_count; /**< at most, 4,000 at least; 0 means 65,536: GitHub takes as many characters */
} syn_markdown;

/** Writes a summary for a pull request, in GitHub's Markdown; all words of others stand in code, so that they
 *  make no markup, links or mentions. `markdown` may be NULL. */
SYN_API syn_status syn_report_markdown(const syn_result *result, const syn_markdown *markdown,
                                       const syn_sink *sink, syn_error *error);

typedef struct syn_sarif {
    uint32_t result_count; /**< at most, largest passages first; 0 means 5,000, which GitHub shows of a run */
} syn_sarif;

/** Writes SARIF 2.1.0: a result for each witness, in a file, of each passage that counts. Its fingerprint is
 *  the passage's key; its level is "warning" or "note". Of a check only the new texts get results: "error" where one is over
 *  its limit and the passage adds to that, else "note". `sarif` may be NULL. */
SYN_API syn_status syn_report_sarif(const syn_result *result, const syn_sarif *sarif, const syn_sink *sink,
                                    syn_error *error);

typedef struct syn_github {
    uint32_t annotation_count; /**< at most; 0 means 10, which GitHub shows of a step */
} syn_github;

/** Writes workflow commands that GitHub shows as annotations: a line for each of the largest passages, and
 *  one that says how many more there are. `github` may be NULL. */
SYN_API syn_status syn_report_github(const syn_result *result, const syn_github *github, const syn_sink *sink,
                                     syn_error *error);

/** Writes the answer to one text of a check (checked[`checked_at`] of syn_check's result) as one line of JSON that
 *  stands alone: what checked[] says, its passages with the beginning of their text and all witnesses, and the sources
 *  of descents to it. For answers that are wanted as they come. */
SYN_API syn_status syn_report_check_line(const syn_result *result, size_t checked_at, const syn_sink *sink,
                                         syn_error *error);
/** Writes the line that stands for a text that could not be checked: {"document":PATH,"error":WHY}. */
SYN_API syn_status syn_report_unread_line(const char *path, const char *why, const syn_sink *sink, syn_error *error);
/** Writes what is known of a document, and its text if it is not NULL, as one line of JSON. `words` may be SYN_NONE:
 *  not known. */
SYN_API syn_status syn_report_document_line(const syn_document *document, uint32_t words, const syn_sink *sink,
                                            syn_error *error);

#ifdef __cplusplus
}
#endif
#endif
