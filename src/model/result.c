#include "model/result.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

syn_status syn_result_new(const syn_corpus *corpus, const syn_options *options, syn_result **out)
{
    syn_result *result = syn_alloc_zero(1, sizeof *result);

    if (!result)
        return SYN_MEMORY;
    result->options = *options;
    result->options.progress = NULL;
    result->options.progress_context = NULL;
    if (options->field_text) {
        result->options.field_text =
            syn_arena_text(&result->arena, options->field_text, strlen(options->field_text));
        if (!result->options.field_text) {
            syn_result_free(result);
            return SYN_MEMORY;
        }
    }
    result->view.corpus = corpus;
    result->view.options = &result->options;
    *out = result;
    return SYN_OK;
}

void syn_result_free(syn_result *result)
{
    if (!result)
        return;
    free((void *)result->view.checked);
    free((void *)result->view.counted);
    free((void *)result->view.versions);
    free((void *)result->view.shares);
    free((void *)result->view.passages);
    free((void *)result->view.witnesses);
    free((void *)result->view.pairs);
    free((void *)result->view.matches);
    free((void *)result->view.sources);
    free((void *)result->view.source_names);
    free((void *)result->view.credits);
    free((void *)result->view.covers);
    free((void *)result->view.descents);
    free((void *)result->view.descent_passages);
    free((void *)result->view.evidence);
    syn_arena_release(&result->arena);
    syn_corpus_free(result->own_corpus);
    free(result);
}

const syn_result_view *syn_result_get(const syn_result *result)
{
    return &result->view;
}

const char *syn_kind_name(syn_kind kind)
{
    switch (kind) {
    case SYN_VERBATIM: return "verbatim";
    case SYN_EDITED: return "edited";
    case SYN_REWORDED: return "reworded";
    case SYN_NAME: return "name";
    case SYN_COMMON: return "common";
    }
    return NULL;
}

const char *syn_standing_name(syn_standing standing)
{
    switch (standing) {
    case SYN_QUOTED: return "quoted";
    case SYN_CREDITED: return "credited";
    case SYN_OPEN: return "open";
    }
    return NULL;
}

const char *syn_level_name(syn_level level)
{
    switch (level) {
    case SYN_UNKNOWN: return "unknown";
    case SYN_WEAK: return "weak";
    case SYN_MODERATE: return "moderate";
    case SYN_STRONG: return "strong";
    }
    return NULL;
}

const char *syn_credit_of_name(syn_credit_of of)
{
    switch (of) {
    case SYN_OF_TEXT: return "text";
    case SYN_OF_SPEECH: return "speech";
    case SYN_OF_REPORT: return "report";
    case SYN_OF_DOCUMENT: return "document";
    case SYN_OF_IMAGE: return "image";
    case SYN_OF_SELF: return "self";
    }
    return NULL;
}

const char *syn_credit_place_name(syn_credit_place place)
{
    switch (place) {
    case SYN_AT_HEAD: return "head";
    case SYN_AT_TAIL: return "tail";
    case SYN_AT_LABEL: return "label";
    case SYN_AT_SENTENCE: return "sentence";
    }
    return NULL;
}
