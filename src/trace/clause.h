/** The words beside a quotation, with the punctuation between them, and the subject of a verb among them.
 *
 *      syn_clause clause;
 *      syn_clause_read(text, begin, end, false, &clause);
 *      for (int k = 0; k < clause.count; k++)
 *          if (clause.words[k].saying == SYN_SAYS)
 *              syn_reach who = syn_clause_subject(&clause, k);   // "Ada Quill", or the pronoun
 *
 *  A name is the last run of capitalised words of a noun phrase before its first preposition ("harbour pilot Ada
 *  Quill of Fenmouth"); a phrase without one stands whole ("a spokesman for the trust").
 *
 *  Owns    nothing.  Fails   never: an empty reach is no subject.  Units   bytes of the text.
 *  Cost    of reading: linear in the stretch; else in SYN_CLAUSE_WORDS.
 */
#ifndef SYN_TRACE_CLAUSE_H
#define SYN_TRACE_CLAUSE_H

#include "text/layout.h"
#include "trace/saying.h"

#define SYN_CLAUSE_WORDS 48

typedef struct syn_clause_word {
    uint32_t begin, end;
    unsigned char behind; /**< the first mark behind it: , . : ; ( ) " or - for any dash; 0: only blanks */
    bool capital;
    syn_saying saying;
} syn_clause_word;

typedef struct syn_clause {
    const char *text;
    int count;
    syn_clause_word words[SYN_CLAUSE_WORDS];
} syn_clause;

/** The first words of [begin, end), or with `last` the last ones. */
void syn_clause_read(const char *text, uint32_t begin, uint32_t end, bool last, syn_clause *out);

/** Whether word i is in a list of words with single blanks between, capitals aside. */
bool syn_clause_is(const syn_clause *clause, int i, const char *list);
/** Whether it is a pronoun, one that means somebody; where a name is expected. */
bool syn_clause_is_pronoun(const char *text, syn_reach name);
/** Whether the words have a finite verb or its subject, as far as common words tell. */
bool syn_clause_is_sentence(const syn_clause *clause);

/** The subject of the verb at k that stands before it: right before it, or before what is set between commas. */
syn_reach syn_clause_subject(const syn_clause *clause, int k);
/** The one behind it: "said Ada Quill, who". */
syn_reach syn_clause_subject_behind(const syn_clause *clause, int k);
/** The name that the words open with; empty when they open with anything else. */
syn_reach syn_clause_opening_name(const syn_clause *clause);

#endif
