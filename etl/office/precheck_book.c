#include "office/precheck_book.h"

#include "office/correctioncopy.h"
#include "office/corrections.h"
#include "office/precheck_text.h"

#include <string.h>

struct PrecheckBook {
    const Messages *messages;
    const char *extract;
    const char *limits;
    Arena *arena;
    CorrectedFile *files;
    size_t file_count;
    Correction *list;
    size_t count;
    size_t errors;
};

PrecheckBook *
precheck_book_new(const Messages *messages, const char *extract, const char *limits, size_t files, Arena *arena)
{
    PrecheckBook *book = arena_alloc(arena, sizeof *book);
    *book = (PrecheckBook){.messages = messages, .extract = extract, .limits = limits, .arena = arena};
    book->files = arena_array(arena, files, sizeof *book->files);
    return book;
}

Text
precheck_outcome(const Messages *messages, const PrecheckResult *result)
{
    if (result->document)
        return messages_title(messages, TEXT("document_kept"));
    return result->count == 0 ? messages_title(messages, TEXT("check_clean")) : TEXT_NONE;
}

static Correction
correction_of(const PrecheckBook *book, const char *path, const PrecheckFinding *finding)
{
    MessageValues values = precheck_values(path, finding);
    Correction correction = {
        .file = book->file_count,
        .sheet = finding->sheet,
        .cell = finding->cell,
        .field = finding->field,
        .raw = finding->raw,
        .read_as = finding->read_as,
        .expected = finding->expected,
        .problem = messages_problem(book->messages, finding->code, &values, book->arena),
        .todo = messages_todo(book->messages, finding->code, &values, book->arena),
        .error = text_equal(finding->severity, TEXT("error")),
        .in_words = messages_in_words(book->messages, finding->code),
    };
    if (!text_read_count(finding->row, &correction.row))
        correction.row = 0;
    return correction;
}

static void
add_findings(PrecheckBook *book, const char *path, const PrecheckResult *result)
{
    Correction *larger = arena_array(book->arena, book->count + result->count, sizeof *larger);
    if (book->count > 0)
        memcpy(larger, book->list, book->count * sizeof *larger);
    book->list = larger;
    for (size_t i = 0; i < result->count; i++)
        book->list[book->count++] = correction_of(book, path, &result->findings[i]);
}

static bool
copy_sheets(const PrecheckBook *book, CorrectedFile *file, const char *path, Err *err)
{
    Extraction extraction = {book->extract, book->limits, path, NULL, false, 0, -1};
    return file->copy_count == 0 || sheetcopy_read(&extraction, file->copies, file->copy_count, book->arena, err);
}

bool
precheck_book_add(PrecheckBook *book, const char *path, const PrecheckResult *result, Err *err)
{
    CorrectedFile *file = &book->files[book->file_count];
    Text outcome = precheck_outcome(book->messages, result);
    *file = (CorrectedFile){.name = text_of(result->name),
                            .outcome = outcome.len > 0 ? outcome : messages_title(book->messages, TEXT("check_found")),
                            .errors = result->errors,
                            .warnings = result->count - result->errors};
    add_findings(book, result->name, result);
    book->errors += result->errors;
    correctioncopy_plan(book->files, book->file_count, book->list, book->count, book->arena);
    book->file_count++;
    return copy_sheets(book, file, path, err);
}

static Text
note_of(const PrecheckBook *book)
{
    MessageValues values = {
        .file = arena_printf(book->arena, "%zu", book->file_count),
        .raw = arena_printf(book->arena, "%zu", book->errors),
        .read_as = arena_printf(book->arena, "%zu", book->count - book->errors),
    };
    return arena_join(book->arena, messages_render(book->messages, TEXT("check_note"), &values, book->arena), TEXT(""),
                      messages_render(book->messages, TEXT("check_limits"), &values, book->arena));
}

bool
precheck_book_write(PrecheckBook *book, const char *output, Err *err)
{
    Corrections corrections = {
        .messages = book->messages,
        .title = messages_title(book->messages, TEXT("check_note")),
        .note = note_of(book),
        .files = book->files,
        .file_count = book->file_count,
        .list = book->list,
        .count = book->count,
    };
    return corrections_write(output, &corrections, book->arena, err);
}
