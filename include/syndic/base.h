/** The ground every other header stands on: status codes, error messages, spans and the version.
 *
 *      syn_error error = {0};
 *      if (syn_corpus_read(corpus, paths, count, &options, &error) < 0)
 *          fprintf(stderr, "%s\n", error.message);
 *
 *  Owns    nothing: a syn_error lives where the caller puts it.
 *  Fails   every fallible function returns a syn_status; on failure its outputs are untouched.
 *  Units   spans are half open and count bytes unless a name says otherwise.
 */
#ifndef SYNDIC_BASE_H
#define SYNDIC_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define SYN_API __attribute__((visibility("default")))
#else
#define SYN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What a fallible function returns: zero, or one of these. */
typedef enum syn_status {
    SYN_OK = 0,
    SYN_MEMORY = -1,   /**< an allocation failed */
    SYN_IO = -2,       /**< a file could not be opened, read or written */
    SYN_INPUT = -3,    /**< the bytes read are not what they should be */
    SYN_ARGUMENT = -4, /**< the caller asked for something that makes no sense */
    SYN_LIMIT = -5     /**< more than this build can count, said rather than cut short */
} syn_status;

/** A failure in words: one line that says what, where and what to do. */
typedef struct syn_error {
    syn_status status;
    char message[512];
} syn_error;

/** A half-open stretch of a document's original text, in bytes and in Unicode code points. */
typedef struct syn_span {
    uint64_t begin, end;   /**< bytes */
    uint64_t cbegin, cend; /**< code points */
} syn_span;

/** The version of the library, "MAJOR.MINOR.PATCH"; never NULL. */
SYN_API const char *syn_version(void);

#ifdef __cplusplus
}
#endif
#endif
