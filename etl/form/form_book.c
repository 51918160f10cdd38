#include "form/form_book.h"

#include "answer/form_judge.h"
#include "form/form_cells.h"
#include "form/form_claim.h"
#include "form/form_contents.h"
#include "form/form_walk.h"
#include "table/title.h"

enum {
    SHEETS_MOST = 64,
    ROWS_MOST = 3000,
    ROWS_JUDGED = 400,
    BYTES_JUDGED = 1024 * 1024,
    LABELS_LEAST = 25,
    PLACES_LEAST = 12,
    PART_LEAST = 2,
    TITLED_LEAST = 6
};

typedef struct KeptSheet {
    const Sheet *sheet;
    Arena *arena;
    FormCells cells;
    FormReading *reading;
} KeptSheet;

typedef enum FormSheet {
    FORM_SHEET_NONE,
    FORM_SHEET_PART, /* some of its labels: a part, if other sheets hold the rest */
    FORM_SHEET_WHOLE
} FormSheet;

struct FormBook {
    const UploadSet *set;
    FormLabels labels;
    bool *seen; /* by field of the kind: its label stands in a sheet kept */
    size_t seen_count;
    KeptSheet sheets[SHEETS_MOST];
    size_t sheet_count;
    Arena *arena;
};

FormBook *
form_book_new(const UploadSet *set)
{
    Arena *arena = arena_new();
    FormBook *book = arena_alloc(arena, sizeof *book);
    book->set = set;
    book->arena = arena;
    book->labels = form_labels_new(set, arena);
    if (book->labels.kind != NULL)
        book->seen = arena_array(arena, book->labels.kind->field_count, sizeof(bool));
    return book;
}

void
form_book_free(FormBook *book)
{
    if (book == NULL)
        return;
    for (size_t i = 0; i < book->sheet_count; i++)
        arena_free(book->sheets[i].arena);
    arena_free(book->arena);
}

/* The fields whose labels stand in a sheet, and at how many places: a table's header has all of its labels in one row. */
typedef struct Count {
    bool *seen; /* by field */
    size_t fields;
    size_t places;
    size_t headings;
} Count;

static void
count_cell(const FormBook *book, const FormCell *cell, size_t *row, Count *count)
{
    for (size_t i = 0; i < cell->marks.count; i++) {
        const FormMark *mark = &cell->marks.items[i];
        bool new_place = i > 0 || cell->index != *row;
        *row = cell->index;
        count->headings += mark->kind == FORM_MARK_HEADING && mark->title->numbered.len > 0;
        count->places += new_place;
        if (mark->kind != FORM_MARK_LABEL)
            continue;
        bool *seen = &count->seen[mark->run.first->field - book->labels.kind->fields];
        count->fields += !*seen;
        *seen = true;
    }
}

static Count
count_labels(const FormBook *book, const FormCells *cells, Arena *arena)
{
    Count count = {.seen = arena_array(arena, book->labels.kind->field_count, sizeof(bool))};
    size_t row = SIZE_MAX;
    for (size_t i = 0; i < cells->count; i++)
        count_cell(book, &cells->items[i], &row, &count);
    return count;
}

static FormSheet
judge_sheet(const FormBook *book, const Sheet *sheet)
{
    if (book->labels.kind == NULL)
        return FORM_SHEET_NONE;
    Arena *arena = arena_new();
    FormCells cells = form_cells_of(&book->labels, sheet, ROWS_JUDGED, BYTES_JUDGED, arena);
    Count count = count_labels(book, &cells, arena);
    arena_free(arena);
    if (count.fields >= LABELS_LEAST && count.places >= PLACES_LEAST)
        return FORM_SHEET_WHOLE;
    bool part = sheet->row_count <= ROWS_MOST && (count.fields >= PART_LEAST || count.headings > 0);
    return part ? FORM_SHEET_PART : FORM_SHEET_NONE;
}

static bool
keep_sheet(FormBook *book, const Sheet *sheet, Arena **arena)
{
    if (book->sheet_count == SHEETS_MOST)
        return false;
    FormCells cells = form_cells_of(&book->labels, sheet, ROWS_MOST, FORM_TEXT_MOST, *arena);
    form_contents_leave(&book->labels, sheet, &cells, *arena);
    Count count = count_labels(book, &cells, *arena);
    for (size_t i = 0; i < book->labels.kind->field_count; i++) {
        book->seen_count += count.seen[i] && !book->seen[i];
        book->seen[i] = book->seen[i] || count.seen[i];
    }
    book->sheets[book->sheet_count++] = (KeptSheet){.sheet = sheet, .arena = *arena, .cells = cells};
    *arena = arena_new();
    return true;
}

bool
form_book_take(FormBook *book, const Sheet *sheet, Arena **arena)
{
    return judge_sheet(book, sheet) == FORM_SHEET_WHOLE && keep_sheet(book, sheet, arena);
}

bool
form_book_take_part(FormBook *book, const Sheet *sheet, Arena **arena)
{
    return judge_sheet(book, sheet) == FORM_SHEET_PART && keep_sheet(book, sheet, arena);
}

size_t
form_book_sheet_count(const FormBook *book)
{
    return book->sheet_count;
}

const Sheet *
form_book_sheet(const FormBook *book, size_t index)
{
    return book->sheets[index].sheet;
}

bool
form_book_is_form(const FormBook *book)
{
    return book->seen_count >= LABELS_LEAST;
}

static void
read_sheets(FormBook *book)
{
    bool *headed = arena_array(book->arena, book->labels.kind->section_count, sizeof(bool));
    for (size_t i = 0; i < book->sheet_count; i++)
        form_walk_headings(&book->labels, &book->sheets[i].cells, headed);
    for (size_t i = 0; i < book->sheet_count; i++)
        book->sheets[i].reading =
            form_walk_read(&book->labels, book->sheets[i].sheet, &book->sheets[i].cells, headed, book->sheets[i].arena);
}

static bool
refuse(const TableSink *sink, const char *code, Finding finding, const char **refused, Err *err)
{
    finding.error = true;
    finding.code = code;
    *refused = code;
    return finding_add(sink->findings, &finding, err);
}

/* Rows above the first label may hold the title. */
static size_t
title_rows(const KeptSheet *kept)
{
    for (size_t i = 0; i < kept->cells.count; i++) {
        const FormCell *cell = &kept->cells.items[i];
        if (cell->marks.count > 0 && cell->marks.items[0].kind == FORM_MARK_LABEL)
            return cell->index;
    }
    return 0;
}

/* By its title, or a numbered heading. */
static bool
names_form(const FormBook *book, const KeptSheet *kept)
{
    for (size_t i = 0; i < kept->cells.count; i++) {
        const FormMarks *marks = &kept->cells.items[i].marks;
        if (marks->count > 0 && marks->items[0].kind == FORM_MARK_HEADING && marks->items[0].title->numbered.len > 0)
            return true;
    }
    return form_claim_titled(kept->sheet, book->set, title_rows(kept), kept->arena);
}

bool
form_book_refuse_part(const FormBook *book, const TableSink *sink, const char **refused, Err *err)
{
    for (size_t i = 0; i < book->sheet_count && book->seen_count >= TITLED_LEAST; i++) {
        Finding finding = {.place = {book->sheets[i].sheet->name, 0, -1}};
        finding.raw = arena_printf(book->arena, "%zu", book->seen_count);
        if (names_form(book, &book->sheets[i]))
            return refuse(sink, "form_part_only", finding, refused, err);
    }
    return true;
}

/* The title or the labels name another year: *finding says where. */
static bool
is_of_other_year(const FormBook *book, Finding *finding)
{
    size_t right = 0;
    size_t other = 0;
    for (size_t i = 0; i < book->sheet_count; i++) {
        const KeptSheet *kept = &book->sheets[i];
        size_t rows = title_rows(kept);
        if (title_names_other_year(kept->sheet, rows, book->set->form_year, kept->arena, &finding->raw,
                                   &finding->place))
            return true;
        right += kept->reading->years_right;
        if (kept->reading->years_other > 0 && other == 0) {
            finding->raw = kept->reading->other_label;
            finding->place = kept->reading->other_place;
        }
        other += kept->reading->years_other;
    }
    return other >= 2 && right == 0;
}

static bool
refuse_other_year(const FormBook *book, const TableSink *sink, Finding finding, const char **refused, Err *err)
{
    finding.expected = arena_printf(book->arena, "%lld", (long long)book->set->form_year);
    return refuse(sink, "wrong_cycle", finding, refused, err);
}

static bool
is_overlong(const FormBook *book, Finding *finding)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        const Sheet *sheet = book->sheets[i].sheet;
        if (!sheet->overlong && !sheet->overmerged && sheet->row_count <= ROWS_MOST && !book->sheets[i].cells.overlong)
            continue;
        *finding = (Finding){.place = {sheet->name, 0, -1}};
        finding->expected = arena_printf(book->arena, "%d", ROWS_MOST);
        return true;
    }
    return false;
}

static bool
write_readings(const FormBook *book, const TableSink *sink, const char **refused, Err *err)
{
    const HeadBlock none = {NULL, 0};
    FormJudged judged;
    FormReading *readings[SHEETS_MOST];
    for (size_t i = 0; i < book->sheet_count; i++)
        readings[i] = book->sheets[i].reading;
    form_judge(&book->labels, readings, book->sheet_count, sink->gbk, book->arena, &judged);
    if (judged.refused != NULL)
        return refuse(sink, judged.refused, judged.refusal, refused, err);
    for (size_t i = 0; i < book->sheet_count; i++) {
        const KeptSheet *kept = &book->sheets[i];
        Text title = title_above(kept->sheet, title_rows(kept), &none, kept->arena);
        if (!form_judge_write(&judged, i, &book->labels, title, sink, err))
            return false;
    }
    return findinglist_write(&judged.findings, sink->findings, err);
}

bool
form_book_write(FormBook *book, const TableSink *sink, const char **refused, Err *err)
{
    Finding finding = {.error = true};
    *refused = NULL;
    if (is_overlong(book, &finding))
        return refuse(sink, "table_too_long", finding, refused, err);
    read_sheets(book);
    if (is_of_other_year(book, &finding))
        return refuse_other_year(book, sink, finding, refused, err);
    return write_readings(book, sink, refused, err);
}
