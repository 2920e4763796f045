/* What is wrong with the first records of a file that was met in a folder is held back: when no document follows, the
 * file is no collection of articles, and one line says so. */
#include "feed_file.h"

#include "base/alloc.h"
#include "base/date.h"
#include "base/encoding.h"
#include "base/error.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Lists what was met in a folder and cannot be used. `message` may open with the path, as errors do. */
static syn_status pass_over(syn_joint *joint, const char *path, const char *message, syn_error *error)
{
    size_t count = strlen(path);
    bool opens = strncmp(message, path, count) == 0 && strncmp(message + count, ": ", 2) == 0;
    const char *why = opens ? message + count + 2 : message;
    return syn_corpus_skip(joint->corpus, path, why) < 0 ? syn_fail_memory(error) : SYN_OK;
}

/** "PATH:LINE" in the corpus's arena, counted from one. */
static char *place_make(syn_joint *joint, const char *path, int64_t line)
{
    size_t bytes = strlen(path) + 24;
    char *place = syn_arena_take(&joint->corpus->arena, bytes);
    if (place)
        snprintf(place, bytes, "%s:%" PRId64, path, line + 1);
    return place;
}

/** An id whose bytes are no UTF-8 has each such byte as %XX, so that no two ids look the same in a report
 *  where those bytes cannot stand. The path stays as it is. */
static const char *readable_id(syn_joint *joint, const char *id)
{
    size_t bytes = strlen(id), step;
    if (syn_utf8_broken(id, bytes) == 0)
        return id;
    char *made = syn_arena_take(&joint->corpus->arena, 3 * bytes + 1), *to = made;
    for (size_t at = 0; made && at < bytes; at += step) {
        bool broken;
        step = syn_utf8_step(id + at, bytes - at, &broken);
        for (size_t i = at; i < at + step; i++)
            to += broken ? sprintf(to, "%%%02X", (unsigned char)id[i]) : (*to = id[i], 1);
    }
    if (made)
        *to = '\0';
    return made;
}

/** A text that nothing else dates is no younger than its file. Copying or unpacking makes files young, so this
 *  is weak. */
static void date_by_file(const syn_entry *from, syn_date *date)
{
    if (date->precision != SYN_DATE_NONE || !from->inode)
        return;
    if (syn_date_epoch(from->changed_seconds, "file time", date))
        date->bound = true;
}

static bool take_document(syn_feed_file *file, const syn_part *part, size_t index, syn_joint *joint)
{
    syn_document document = part->documents[index];
    document.path = file->path;
    if (document.record >= 0)
        document.record += file->line_count;
    if (!document.id)
        document.id = document.record < 0 ? file->path : place_make(joint, file->path, document.record);
    if (joint->options->read_file_times)
        date_by_file(file->entry, &document.date);
    if (document.id)
        document.id = readable_id(joint, document.id);
    if (!document.id || syn_corpus_take(joint->corpus, &document) < 0)
        return false;
    if (!joint->wanted.records)
        return true;
    if (!syn_alloc_room((void **)&joint->records, &joint->record_capacity, joint->record_count + 1, sizeof(syn_record)))
        return false;
    joint->records[joint->record_count++] = part->records ? part->records[index] : (syn_record){0};
    return true;
}

/** Keeps a trouble for later; `why` is mostly that of the one before. */
static bool hold(syn_feed_file *file, const syn_trouble *trouble)
{
    const syn_trouble *last = file->held_count ? &file->held[file->held_count - 1] : NULL;
    const char *why = last && strcmp(last->why, trouble->why) == 0
                          ? last->why
                          : syn_arena_text(&file->held_arena, trouble->why, strlen(trouble->why));
    if (!why || !syn_alloc_room((void **)&file->held, &file->held_capacity, file->held_count + 1, sizeof *trouble))
        return false;
    file->held[file->held_count++] = (syn_trouble){file->line_count + trouble->line, why, trouble->hint};
    return true;
}

static syn_status list_held(syn_feed_file *file, syn_joint *joint, syn_error *error)
{
    for (size_t i = 0; i < file->held_count; i++) {
        char *place = place_make(joint, file->entry->path, file->held[i].line);
        if (!place || pass_over(joint, place, file->held[i].why, NULL) < 0)
            return syn_fail_memory(error);
    }
    file->held_count = 0;
    return SYN_OK;
}

static syn_status tell_troubles(syn_feed_file *file, const syn_part *part, syn_joint *joint, syn_error *error)
{
    const syn_trouble *first = part->troubles;
    if (part->trouble_count > 0 && file->must)
        return syn_fail(error, SYN_INPUT, "%s:%" PRId64 ": %s (%s)", file->entry->path,
                        file->line_count + first->line + 1, first->why, first->hint);
    for (size_t i = 0; i < part->trouble_count; i++)
        if (!hold(file, &part->troubles[i]))
            return syn_fail_memory(error);
    file->useful |= part->document_count > 0;
    return file->useful ? list_held(file, joint, error) : SYN_OK;
}

syn_status syn_feed_file_join(syn_feed_file *file, syn_part *part, syn_joint *joint, syn_error *error)
{
    if (part->failed)
        return syn_fail_memory(error);
    syn_status status = tell_troubles(file, part, joint, error);
    if (status < 0)
        return status;
    if (!file->path)
        file->path = syn_arena_text(&joint->corpus->arena, file->entry->path, strlen(file->entry->path));
    if (!file->path ||
        (part->format == SYN_FORMAT_PLAIN && syn_corpus_hold(joint->corpus, &file->file.bytes) < 0))
        return syn_fail_memory(error);
    for (size_t i = 0; i < part->document_count; i++)
        if (!take_document(file, part, i, joint))
            return syn_fail_memory(error);
    if (part->document_count > 0)
        syn_arena_join(&joint->corpus->arena, &part->arena);
    file->line_count += part->line_count;
    return SYN_OK;
}

static syn_status pass_over_json(syn_feed_file *file, syn_joint *joint, syn_error *error)
{
    char why[256];
    const char *field_text = joint->options->field_text ? joint->options->field_text : "text";
    snprintf(why, sizeof why, "no record with a field \"%s\"", field_text);
    return pass_over(joint, file->entry->path, why, error);
}

syn_status syn_feed_file_end(syn_feed_file *file, syn_joint *joint, syn_error *error)
{
    const char *path = file->entry->path;
    if (file->status < 0 && (file->must || file->file.path || file->status == SYN_MEMORY)) {
        if (error)
            *error = file->error;
        return file->status;
    }
    if (file->status < 0)
        return pass_over(joint, path, file->error.message, error);
    /* A result in a folder is no article and no trouble: a run that writes there may be run again. */
    if (file->file.format == SYN_FORMAT_RESULT && file->entry->named)
        return syn_fail(error, SYN_INPUT, "%s: is a result of syndic, not a text (leave it out)", path);
    return file->held_count > 0 ? pass_over_json(file, joint, error) : SYN_OK;
}

void syn_feed_file_release(syn_feed_file *file)
{
    syn_ingest_release(&file->file);
    free(file->held);
    syn_arena_release(&file->held_arena);
    *file = (syn_feed_file){0};
}
