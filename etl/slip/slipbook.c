#include "slip/slipbook.h"

#include "base/archived.h"
#include "base/buf.h"
#include "base/file.h"
#include "office/correctioncopy.h"
#include "schema/cycle_words.h"

enum { LEAD_MAX = 1024 };

static Text
told(const State *state, const char *code, Text raw, Arena *arena)
{
    MessageValues values = {.raw = raw};
    return messages_piece(state->messages, text_of(code), &values, arena);
}

Text
slipbook_lead(const State *state, const Slip *slip, Arena *arena)
{
    const struct {
        size_t count;
        const char *code;
    } parts[] = {{slip->blocks, "slip_count_blocks"},
                 {slip->errors, "slip_count_errors"},
                 {slip->warnings, "slip_count_warnings"},
                 {slip->lacking, "slip_count_lacking"}};
    Buf lead = buf_new(LEAD_MAX);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Text part = told(state, parts[i].code, arena_printf(arena, "%zu", parts[i].count), arena);
        if (parts[i].count > 0 && !buf_printf(&lead, "%s%" TEXT_FMT, lead.len > 0 ? "，" : "", TEXT_ARG(part)))
            break;
    }
    Text text = lead.len > 0 ? arena_text(arena, buf_view(&lead)) : told(state, "slip_clean", TEXT_NONE, arena);
    buf_free(&lead);
    return text;
}

Text
slipbook_deadline(const State *state, Arena *arena)
{
    for (size_t i = 0; i < state->cycle->value_count; i++)
        if (text_equal(state->cycle->values[i].key, TEXT("deadline")))
            return cycle_word_value(&state->cycle->values[i], arena);
    return TEXT_NONE;
}

/* The cycle, its deadline, and how to use the book; where copies are missing, that too. */
static Text
head_of(const State *state, bool lost, Arena *arena)
{
    Text deadline = told(state, "slip_deadline", slipbook_deadline(state, arena), arena);
    MessageValues none = {.raw = TEXT_NONE};
    Text use = messages_todo(state->messages, TEXT("slip_deadline"), &none, arena);
    Text lacking = lost ? messages_render(state->messages, TEXT("slip_copy_lost"), &none, arena) : TEXT_NONE;
    return arena_printf(arena, "%" TEXT_FMT "　%" TEXT_FMT "\n%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(state->cycle->title),
                        TEXT_ARG(deadline), TEXT_ARG(use), lost ? "\n" : "", TEXT_ARG(lacking));
}

/* A line for the office; the recipient's list says it in its head. */
static bool
tell_lost(const State *state, const SlipSource *source, const Slip *slip, size_t file, ArchivedState is, Arena *arena,
          Err *err)
{
    const MessageValues values = {.file = slip->files[file].name, .unit = slip->name};
    const char *code = is == ARCHIVED_GONE ? "original_gone" : "original_damaged";
    Text said = messages_render(state->messages, text_of(code), &values, arena);
    Text line = arena_printf(arena, "%" TEXT_FMT "：%" TEXT_FMT "\n", TEXT_ARG(state->cycle->name), TEXT_ARG(said));
    if (source->lost < 0)
        return err_set(err, ERR_DATA, "%s in the archive: \"%" TEXT_FMT "\" of \"%" TEXT_FMT "\"",
                       is == ARCHIVED_GONE ? "gone" : "altered", TEXT_ARG(values.file), TEXT_ARG(values.unit));
    return file_write_all(source->lost, line.ptr, line.len) || err_set(err, ERR_IO, "could not note a file: %m");
}

/* The archive names a content by its digest. *lost: it has it no longer. */
static bool
read_copies(const State *state, const SlipSource *source, Slip *slip, size_t file, bool *lost, Arena *arena, Err *err)
{
    ArchivedState is;
    CorrectedFile *copied = &slip->files[file];
    Text sha256 = slip->sha256[file];
    if (copied->copy_count == 0 || sha256.len < 2)
        return true;
    if (!archived_state(source->archive, sha256, arena, &is, err))
        return false;
    if (is != ARCHIVED_WHOLE) {
        *lost = true;
        return tell_lost(state, source, slip, file, is, arena, err);
    }
    const char *path = archived_path(source->archive, sha256, arena);
    Extraction extraction = {source->extract, source->limits, path, NULL, true, 0, -1};
    return sheetcopy_read(&extraction, copied->copies, copied->copy_count, arena, err);
}

static bool
copy_sheets(const State *state, const SlipSource *source, Slip *slip, bool *lost, Arena *arena, Err *err)
{
    for (size_t i = 0; i < slip->file_count && source->archive != NULL; i++) {
        if (slip->gone[i])
            continue;
        correctioncopy_plan(slip->files, i, slip->list, slip->count, arena);
        if (!read_copies(state, source, slip, i, lost, arena, err))
            return false;
    }
    return true;
}

bool
slipbook_write(const State *state, const SlipSource *source, Slip *slip, const char *path, Arena *arena, Err *err)
{
    bool lost = false;
    if (!copy_sheets(state, source, slip, &lost, arena, err))
        return false;
    MessageValues values = {.unit = slip->name};
    Corrections corrections = {
        .messages = state->messages,
        .title = messages_piece(state->messages, TEXT("slip_title"), &values, arena),
        .note = slipbook_lead(state, slip, arena),
        .head = head_of(state, lost, arena),
        .points = slip->points,
        .point_count = slip->point_count,
        .compared = true,
        .files = slip->files,
        .file_count = slip->file_count,
        .list = slip->list,
        .count = slip->count,
    };
    return corrections_write(path, &corrections, arena, err);
}
