/** What differs between two results: passages, texts and descents that are new, gone or changed.
 *
 *      syn_changes *changes = NULL;
 *      if (syn_changes_make(before, after, &changes, &error) == SYN_OK && syn_changes_count(changes) > 0)
 *          syn_changes_terminal(changes, NULL, &sink, &error);
 *      syn_changes_free(changes);
 *
 *  Texts are told by their ids, descents by their source and text, passages by their keys, never by their numbers. A
 *  passage whose key is not in the other result is changed, not new, when its copies and those of one there overlap, in
 *  the same texts, by half of the shorter. Who wrote a result, its summary, weights and pairs are left out:
 *  they follow from the rest. Other options are said and are no difference.
 *
 *  Owns    a syn_changes refers to both results, which must outlive it.
 *  Fails   SYN_MEMORY, and whatever a sink returns; outputs are untouched then.
 *  Cost    n log n in documents, witnesses and descents. Texts are not needed.
 */
#ifndef SYNDIC_CHANGES_H
#define SYNDIC_CHANGES_H

#include "syndic/report.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct syn_changes syn_changes;

/** Compares two results. */
SYN_API syn_status syn_changes_make(const syn_result *before, const syn_result *after, syn_changes **out,
                                    syn_error *error);
SYN_API void syn_changes_free(syn_changes *changes);

/** How many passages, texts and descents are new, gone or changed. */
SYN_API size_t syn_changes_count(const syn_changes *changes);

/** Writes what differs, to be read; `terminal` may be NULL. Of its fields width, colour and all count. */
SYN_API syn_status syn_changes_terminal(const syn_changes *changes, const syn_terminal *terminal, const syn_sink *sink,
                                        syn_error *error);

/** The same as JSON, schema "syndic-diff/1": passages, documents and descents, each with "same" (a number) and the
 *  lists "new", "gone" and "changed". */
SYN_API syn_status syn_changes_json(const syn_changes *changes, const syn_sink *sink, syn_error *error);

#ifdef __cplusplus
}
#endif
#endif
