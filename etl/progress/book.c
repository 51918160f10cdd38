#include "progress/book.h"

#include "progress/book_charts.h"
#include "progress/columns.h"
#include "progress/lines.h"
#include "progress/moment.h"

enum { UNIT_WIDTH = 26, FIGURE_WIDTH = 8, GROUPED_WIDTH = 10 };

static WorkbookColumn
column(const Progress *progress, const char *label, int width, WorkbookContent content)
{
    return (WorkbookColumn){progress_word(progress, label), width, content};
}

/* "申报材料：", and "齐全" below it. */
static WorkbookColumn
grouped(const Progress *progress, const ProgressColumn *figure)
{
    const Text parts[] = {progress_word(progress, figure->group), progress_word(progress, figure->label)};
    return (WorkbookColumn){progress_say(progress, "grouped_head", parts, 2), GROUPED_WIDTH, WORKBOOK_COUNT};
}

static bool
write_note(Workbook *book, Text line, Err *err)
{
    return line.len == 0 || workbook_line(book, WORKBOOK_NOTE, line, err);
}

/* Who is in that state, by name. */
static Text
names_line(const Progress *progress, const char *state, const char *key)
{
    Text names = progress_names(progress, state);
    return names.len > 0 ? progress_say(progress, key, &names, 1) : TEXT_NONE;
}

static bool
begin_sheet(const Progress *progress, Workbook *book, const WorkbookSheet *sheet, Err *err)
{
    const Text parts[] = {progress->cycle->title, sheet->name};
    return workbook_sheet(book, sheet, err) &&
           workbook_line(book, WORKBOOK_TITLE, progress_say(progress, "sheet_title", parts, 2), err) &&
           write_note(book, lines_moment(progress), err);
}

static bool
report_row(const Progress *progress, Workbook *book, size_t unit, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX];
    size_t count = 0;
    cells[count++] = progress_cell(progress, PROGRESS_UNITS, unit, "unit_name");
    cells[count++] = progress_state_word(progress, progress_cell(progress, PROGRESS_UNITS, unit, "state"));
    for (size_t i = 0; i < PROGRESS_REPORT_COLUMNS; i++)
        cells[count++] = progress_figure(progress, unit, &progress_report_columns[i]);
    cells[count++] = moment_short(progress, progress_cell(progress, PROGRESS_UNITS, unit, "received_at"));
    cells[count++] = progress_cell(progress, PROGRESS_UNITS, unit, "pending");
    cells[count++] = progress_cell(progress, PROGRESS_UNITS, unit, "contact");
    cells[count++] = progress_cell(progress, PROGRESS_UNITS, unit, "phone");
    return workbook_row(book, cells, err);
}

static bool
report_total(const Progress *progress, Workbook *book, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX] = {progress_word(progress, "total")};
    for (size_t i = 0; i < PROGRESS_REPORT_COLUMNS; i++)
        cells[2 + i] = progress_figure_total(progress, &progress_report_columns[i]);
    cells[3 + PROGRESS_REPORT_COLUMNS] = progress_total_text(progress, "pending");
    return workbook_row(book, cells, err);
}

static bool
write_report_rows(const Progress *progress, Workbook *book, BookPlaces *places, Err *err)
{
    places->report_labels = workbook_next_row(book);
    bool ok = workbook_labels(book, err);
    for (size_t unit = 0; ok && unit < progress_rows(progress, PROGRESS_UNITS); unit++)
        ok = report_row(progress, book, unit, err);
    places->report_total = workbook_next_row(book);
    return ok && report_total(progress, book, err);
}

static bool
write_report(const Progress *progress, Workbook *book, BookPlaces *places, Err *err)
{
    WorkbookColumn columns[WORKBOOK_COLUMN_MAX];
    size_t count = 0;
    columns[count++] = column(progress, "unit", UNIT_WIDTH, WORKBOOK_WORDS);
    columns[count++] = column(progress, "state", 11, WORKBOOK_CODE);
    for (size_t i = 0; i < PROGRESS_REPORT_COLUMNS; i++)
        columns[count++] = column(progress, progress_report_columns[i].label, FIGURE_WIDTH, WORKBOOK_COUNT);
    columns[count++] = column(progress, "received_at", 18, WORKBOOK_CODE);
    columns[count++] = column(progress, "pending_files", FIGURE_WIDTH, WORKBOOK_COUNT);
    columns[count++] = column(progress, "contact", 9, WORKBOOK_CODE);
    columns[count++] = column(progress, "phone", 18, WORKBOOK_CODE);
    WorkbookSheet sheet = {progress_word(progress, "sheet_report"), WORKBOOK_LEDGER, columns, count};
    places->report_sheet = sheet.name;
    return begin_sheet(progress, book, &sheet, err) &&
           write_note(book, names_line(progress, "missing", "names_missing"), err) &&
           write_note(book, names_line(progress, "refused", "names_refused"), err) &&
           write_note(book, names_line(progress, "late", "names_late"), err) &&
           write_note(book, lines_pending(progress), err) && write_note(book, lines_reminder(progress), err) &&
           write_report_rows(progress, book, places, err);
}

static bool
work_row(const Progress *progress, Workbook *book, size_t unit, bool total, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX];
    cells[0] = total ? progress_word(progress, "total") : progress_cell(progress, PROGRESS_UNITS, unit, "unit_name");
    for (size_t i = 0; i < PROGRESS_WORK_COLUMNS; i++) {
        const ProgressColumn *figure = &progress_work_columns[i];
        cells[1 + i] = total ? progress_figure_total(progress, figure) : progress_figure(progress, unit, figure);
    }
    return workbook_row(book, cells, err);
}

static bool
write_work(const Progress *progress, Workbook *book, BookPlaces *places, Err *err)
{
    WorkbookColumn columns[1 + PROGRESS_WORK_COLUMNS] = {column(progress, "unit", UNIT_WIDTH, WORKBOOK_WORDS)};
    for (size_t i = 0; i < PROGRESS_WORK_COLUMNS; i++)
        columns[1 + i] = grouped(progress, &progress_work_columns[i]);
    WorkbookSheet sheet = {progress_word(progress, "sheet_work"), WORKBOOK_LEDGER, columns, 1 + PROGRESS_WORK_COLUMNS};
    places->work_sheet = sheet.name;
    bool ok = begin_sheet(progress, book, &sheet, err) && write_note(book, lines_elsewhere(progress), err) &&
              workbook_labels(book, err);
    places->work_first = workbook_next_row(book);
    for (size_t unit = 0; ok && unit < progress_rows(progress, PROGRESS_UNITS); unit++)
        ok = work_row(progress, book, unit, false, err);
    return ok && work_row(progress, book, 0, true, err);
}

static bool
write_changes(const Progress *progress, Workbook *book, Err *err)
{
    const WorkbookColumn columns[] = {column(progress, "unit", 30, WORKBOOK_WORDS),
                                      column(progress, "change_of", 36, WORKBOOK_WORDS),
                                      column(progress, "change_what", 40, WORKBOOK_WORDS)};
    WorkbookSheet sheet = {progress_word(progress, "sheet_changes"), WORKBOOK_LEDGER, columns, 3};
    bool ok = begin_sheet(progress, book, &sheet, err) && write_note(book, lines_changes_head(progress), err) &&
              workbook_labels(book, err);
    for (size_t row = 0; ok && row < progress_rows(progress, PROGRESS_CHANGES); row++) {
        const Text cells[] = {progress_cell(progress, PROGRESS_CHANGES, row, "unit_name"),
                              lines_change_of(progress, row), lines_change(progress, row)};
        ok = workbook_row(book, cells, err);
    }
    return ok;
}

static bool
write_notes(const Progress *progress, Workbook *book, Err *err)
{
    const WorkbookColumn columns[] = {column(progress, "notes", 100, WORKBOOK_WORDS)};
    WorkbookSheet sheet = {progress_word(progress, "sheet_notes"), WORKBOOK_LEDGER, columns, 1};
    bool ok = begin_sheet(progress, book, &sheet, err) && workbook_labels(book, err);
    for (size_t i = 0; ok && lines_notes[i] != NULL; i++) {
        const Text note = progress_word(progress, lines_notes[i]);
        ok = workbook_row(book, &note, err);
    }
    for (size_t i = 0; ok; i++) {
        const Text assumption = lines_assumption(progress, i);
        if (assumption.len == 0)
            break;
        ok = workbook_row(book, &assumption, err);
    }
    return ok;
}

bool
book_write(const Progress *progress, const char *path, Err *err)
{
    BookPlaces places;
    Workbook *book = workbook_open(path, err);
    bool ok = book != NULL && write_report(progress, book, &places, err) && write_work(progress, book, &places, err) &&
              write_changes(progress, book, err) && book_charts_write(progress, book, &places, err) &&
              write_notes(progress, book, err) && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}
