#include "disposal/record.h"

#include <stdint.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tree.h"
#include "out/csvout.h"
#include "out/workbook.h"
#include "text/gap.h"

enum { FOLDER_MODE = 0755 };

static const int WIDTHS[RECORD_COLUMNS] = {6, 14, 48, 68, 24, 28, 10, 30};

void
record_cells(const Words *words, const char *actions, const PlanItem *item, size_t number, Text cells[RECORD_COLUMNS])
{
    cells[0] = arena_printf(words->arena, "%zu", number);
    cells[1] = words_of(words, "parts", item->part);
    cells[2] = item->name;
    cells[3] = item->sha256;
    cells[4] = item->unit;
    cells[5] = item->kinds;
    cells[6] = item->rows;
    cells[7] = words_of(words, actions, item->action);
}

const char *
record_folder(const char *outbox, const RecordHead *head, Arena *arena)
{
    return arena_printf(arena, "%s/disposed/%" TEXT_FMT "-%" TEXT_FMT, outbox, TEXT_ARG(head->cycle),
                        TEXT_ARG(head->number))
        .ptr;
}

/* "共{}项：删除文件{}件，清除数据库{}项，保留{}件" */
static Text
counted(const Words *words, const Plan *plan)
{
    size_t removed = 0;
    size_t cleared = 0;

    for (size_t i = 0; i < plan->count; i++) {
        removed += plan_is_removed(&plan->items[i]);
        cleared += text_equal(plan->items[i].action, TEXT("cleared"));
    }
    size_t counts[] = {plan->count, removed, cleared, plan->count - removed - cleared};
    Text values[4];
    for (size_t i = 0; i < 4; i++)
        values[i] = arena_printf(words->arena, "%zu", counts[i]);
    return words_fill(words, "counted", values, 4);
}

static bool
write_head(Workbook *book, const RecordHead *head, const Words *words, const Plan *plan, Err *err)
{
    const Text lines[] = {words_fill(words, "head", (Text[]){head->office, head->title}, 2),
                          words_fill(words, "order", (Text[]){head->doc_no, head->ordered_by}, 2),
                          words_fill(words, "when", (Text[]){head->as_of, head->retain_until}, 2),
                          words_fill(words, "basis", &head->basis, 1), counted(words, plan)};
    bool ok = workbook_line(book, WORKBOOK_TITLE, words_get(words, "title"), err);

    for (size_t i = 0; ok && i < sizeof lines / sizeof *lines; i++)
        ok = workbook_line(book, WORKBOOK_HEAD, lines[i], err);
    return ok && workbook_labels(book, err);
}

static bool
write_notes(Workbook *book, const RecordHead *head, const Words *words, Err *err)
{
    bool ok = workbook_line(book, WORKBOOK_NOTE, head->server, err);

    for (size_t i = 0; ok && words_at(words, "notes", i).ptr != NULL; i++)
        ok = workbook_line(book, WORKBOOK_NOTE, gap_fill(words_at(words, "notes", i), &head->as_of, 1, words->arena),
                           err);
    return ok && workbook_line(book, WORKBOOK_NOTE, words_get(words, "signed"), err);
}

static bool
write_book(const char *path, const RecordHead *head, const Words *words, const Plan *plan, Err *err)
{
    WorkbookColumn columns[RECORD_COLUMNS];
    for (size_t i = 0; i < RECORD_COLUMNS; i++)
        columns[i] = (WorkbookColumn){words_at(words, "columns", i), WIDTHS[i],
                                      i == 0 || i == 6 ? WORKBOOK_COUNT : WORKBOOK_WORDS};
    const WorkbookSheet sheet = {words_get(words, "sheet"), WORKBOOK_LEDGER, columns, RECORD_COLUMNS};
    Workbook *book = workbook_open(path, err);
    bool ok = book != NULL && workbook_sheet(book, &sheet, err) && write_head(book, head, words, plan, err);

    for (size_t i = 0; ok && i < plan->count; i++) {
        Text cells[RECORD_COLUMNS];
        record_cells(words, "actions", &plan->items[i], i + 1, cells);
        ok = workbook_row(book, cells, err);
    }
    ok = ok && write_notes(book, head, words, err) && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}

static bool
write_csv(const char *path, const Words *words, const Plan *plan, Err *err)
{
    Text cells[RECORD_COLUMNS];
    CsvOut *csv = csvout_open(path, err);
    for (size_t i = 0; i < RECORD_COLUMNS; i++)
        cells[i] = words_at(words, "columns", i);
    bool ok = csv != NULL && csvout_row(csv, cells, RECORD_COLUMNS, err);

    for (size_t i = 0; ok && i < plan->count; i++) {
        record_cells(words, "actions", &plan->items[i], i + 1, cells);
        ok = csvout_row(csv, cells, RECORD_COLUMNS, err);
    }
    ok = ok && csvout_commit(csv, err);
    csvout_free(csv);
    return ok;
}

/* The next line without its last cell, what was done: of a file that is finished later that may be another thing. */
static Text
next_item(Text csv, size_t *at)
{
    size_t feed = text_find(csv, TEXT("\n"), *at);
    size_t end = feed == SIZE_MAX ? csv.len : feed;
    Text line = text_sub(csv, *at, end - *at);
    *at = end + 1;
    while (line.len > 0 && line.ptr[line.len - 1] != ',')
        line.len--;
    return line;
}

static bool
are_same_items(Text one, Text other)
{
    size_t at = 0;
    size_t beside = 0;
    while (at < one.len && beside < other.len) {
        if (!text_equal(next_item(one, &at), next_item(other, &beside)))
            return false;
    }
    return at >= one.len && beside >= other.len;
}

/* The record is what proves a disposal: another one's, which a database restored from before it does not know, keeps its place. */
static bool
check_place(const char *csv, const char *ours, const Words *words, FILE *talk, Err *err)
{
    Text there;
    Text here;
    Text place = text_of(csv);
    if (access(csv, F_OK) != 0)
        return true;
    if (!file_read(csv, SIZE_MAX, words->arena, &there, err) || !file_read(ours, SIZE_MAX, words->arena, &here, err))
        return false;
    if (are_same_items(there, here))
        return true;
    words_say(words, talk, "record_there", &place, 1);
    return err_set(err, ERR_CANNOT_CREATE, "another disposal's record is there: \"%s\"", csv);
}

bool
record_write(const char *outbox, const RecordHead *head, const Words *words, const Plan *plan, Arena *arena, FILE *talk,
             const char **csv, char sha256[HASH_HEX + 1], Err *err)
{
    const char *folder = record_folder(outbox, head, arena);
    const char *building = arena_printf(arena, "%s/disposed/.building", outbox).ptr;
    const char *file = words_get(words, "file").ptr;

    const char *ours = arena_printf(arena, "%s/%s.csv", building, file).ptr;

    *csv = arena_printf(arena, "%s/%s.csv", folder, file).ptr;
    return tree_remove(building, err) && tree_make(building, FOLDER_MODE, err) &&
           write_book(arena_printf(arena, "%s/%s.xlsx", building, file).ptr, head, words, plan, err) &&
           write_csv(ours, words, plan, err) && check_place(*csv, ours, words, talk, err) && tree_sync(building, err) &&
           tree_publish(building, folder, err) && hash_file(*csv, sha256, err);
}
