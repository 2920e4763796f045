/** What was found of a text by hashes of its words, held against the words themselves, and as bytes.
 *
 *      syn_proof proof = {0};
 *      syn_proof_make(run, worker, &repeats, &proof, &error);
 *      ... proof.found[0 .. proof.count) ...
 *      syn_proof_release(&proof);
 *
 *  A segment whose words are not those of the kept text is left out. What is taken out of the text goes from behind the
 *  last blank before its first word to behind the last blank before the word that follows: marks that belong to words
 *  that stay, stay with them.
 *
 *  Owns    its array.  Fails   as reading texts does.
 */
#ifndef SYN_DEDUP_PROOF_H
#define SYN_DEDUP_PROOF_H

#include "dedup.h"
#include "dedup/repeat.h"

typedef struct syn_proof {
    syn_found *found;
    size_t count, capacity;
    uint32_t words; /**< in all of them */
    uint32_t end;   /**< word behind the last one */
} syn_proof;

syn_status syn_proof_make(syn_dedup_run *run, syn_dedup_worker *worker, const syn_repeats *repeats, syn_proof *out,
                          syn_error *error);
void syn_proof_release(syn_proof *proof);

/** What a worker proves with. */
typedef struct syn_prover syn_prover;
void syn_prover_free(syn_prover *prover);

#endif
