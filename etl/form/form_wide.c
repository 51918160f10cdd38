#include "form/form_wide.h"

#include "answer/form_missing.h"
#include "asked/form_dated.h"
#include "asked/form_span.h"
#include "form/form_cells.h"
#include "form/form_claim.h"
#include "form/form_divided.h"
#include "schema/field.h"
#include "schema/remark.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

#include <string.h>

enum {
    ROWS_SEARCHED = 30,
    BYTES_SEARCHED = 256 * 1024,
    ROWS_ABOVE = 2,
    NEXT_ROW_LEAST = 3,
    OTHER_YEARS_LEAST = 2,
    ONLY_LEAST = 4
};

/* A labelled column on its way to its field. */
typedef struct WideColumn {
    const FormCell *cell;
    Text above; /* heading or group over it as written, or TEXT_NONE */
    const FormMark *mark;
    const FormSection *section; /* as a heading above says, or NULL */
    Text group;                 /* folded label of a group above, or TEXT_NONE */
    FormDated dated;            /* what a heading above says of years */
    const Field *field;
} WideColumn;

typedef struct Wide {
    const Sheet *sheet;
    FormLabels labels;
    bool *headed;
    const FormCell *cells;
    size_t cell_count;
    size_t first, last; /* the header's rows */
    WideColumn *columns;
    size_t column_count;
    size_t years_right; /* labels that name this form's year, and another's */
    size_t years_other;
    FormWide *result;
    Arena *arena;
} Wide;

static bool
is_lone_label(const FormCell *cell)
{
    return cell->marks.count > 0 && cell->marks.items[0].kind == FORM_MARK_LABEL &&
           form_mark_is_whole(&cell->marks.items[0], &cell->text);
}

/* Labels that stand alone in the cells of a row. */
static size_t
labels_in_row(const Wide *wide, size_t index)
{
    size_t count = 0;
    for (size_t i = 0; i < wide->cell_count; i++)
        count += wide->cells[i].index == index && is_lone_label(&wide->cells[i]);
    return count;
}

static bool
is_all_labels(const Wide *wide, size_t index)
{
    for (size_t i = 0; i < wide->cell_count; i++) {
        if (wide->cells[i].index == index && !is_lone_label(&wide->cells[i]))
            return false;
    }
    return true;
}

static bool
find_rows(Wide *wide, size_t least)
{
    size_t most = 0;
    size_t rows = wide->sheet->row_count < ROWS_SEARCHED ? wide->sheet->row_count : ROWS_SEARCHED;
    for (size_t index = 0; index < rows; index++) {
        size_t count = labels_in_row(wide, index);
        if (count <= most)
            continue;
        most = count;
        wide->last = index;
    }
    if (most < least)
        return false;
    wide->first = wide->last < ROWS_ABOVE ? 0 : wide->last - ROWS_ABOVE;
    bool labels = wide->last + 1 < rows && labels_in_row(wide, wide->last + 1) >= NEXT_ROW_LEAST &&
                  is_all_labels(wide, wide->last + 1);
    wide->last += labels || (wide->last + 1 < rows &&
                             form_divided_row(wide->sheet, wide->cells, wide->cell_count, wide->last + 1));
    return true;
}

/* The cell over a column in a row above the label: merged over it, or the nearest to the left without merged cells. */
static const FormCell *
cell_over(const Wide *wide, size_t index, int column)
{
    const FormCell *over = NULL;
    for (size_t i = 0; i < wide->cell_count; i++) {
        const FormCell *cell = &wide->cells[i];
        if (cell->index != index || cell->column > column)
            continue;
        over = cell;
    }
    if (over == NULL || over->last_column >= column || over->last_column == over->column)
        return over;
    return NULL;
}

/* Of a column that is a year of the label over it, or all that it asks for: 2022年, 总数. */
static void
take_divided_label(const Wide *wide, WideColumn *column)
{
    static const char *const wholes[] = {"总数", "合计", "总量", NULL};
    const FormText *text = &column->cell->text;
    const FormCell *over =
        column->cell->index == 0 ? NULL : cell_over(wide, column->cell->index - 1, column->cell->column);
    FormSpan span;
    bool whole = words_have(wholes, text->folded);
    bool years = !whole && form_span_alone(text, wide->labels.base_year, &span) && !span.part;
    if (over == NULL || !is_lone_label(over) || (!whole && !years))
        return;
    FormMark *mark = arena_alloc(wide->arena, sizeof *mark);
    *mark = over->marks.items[0];
    if (years) {
        mark->years[0] = span.first;
        mark->years[1] = span.last;
        mark->year_count = span.last > span.first ? 2 : 1;
    }
    column->mark = mark;
}

static void
take_heading(const Wide *wide, WideColumn *column, const FormCell *over, const FormMark *heading)
{
    FormDated dated = form_dated_read(&wide->labels, &over->text, heading->note, heading->end, wide->arena);
    column->section = heading->title->section;
    wide->headed[column->section - wide->labels.kind->sections] = true;
    if (dated.said.len == 0)
        return;
    column->dated = dated;
    column->dated.said = over->text.cell;
}

static void
look_above(const Wide *wide, WideColumn *column)
{
    for (size_t index = wide->first; index < column->cell->index; index++) {
        const FormCell *over = cell_over(wide, index, column->cell->column);
        if (over == NULL || over->marks.count == 0 || !form_mark_is_whole(&over->marks.items[0], &over->text))
            continue;
        const FormMark *mark = &over->marks.items[0];
        if (mark->kind == FORM_MARK_HEADING)
            take_heading(wide, column, over, mark);
        else
            column->group = mark->kind == FORM_MARK_GROUP ? mark->group->folded : mark->run.first->folded;
        column->above = over->text.cell;
    }
}

/* The lowest label of each column; one that lies over others is a group's. */
static void
collect_columns(Wide *wide)
{
    wide->columns = arena_array(wide->arena, wide->cell_count, sizeof *wide->columns);
    for (int column = 0; column < sheet_width(wide->sheet); column++) {
        const FormCell *lowest = NULL;
        for (size_t i = 0; i < wide->cell_count; i++) {
            const FormCell *cell = &wide->cells[i];
            if (cell->index >= wide->first && cell->index <= wide->last && cell->column == column &&
                cell->last_column == column)
                lowest = cell;
        }
        if (lowest == NULL)
            continue;
        WideColumn *new = &wide->columns[wide->column_count++];
        *new = (WideColumn){.cell = lowest, .mark = is_lone_label(lowest) ? &lowest->marks.items[0] : NULL};
        look_above(wide, new);
        if (new->mark == NULL)
            take_divided_label(wide, new);
    }
}

static Place
place_of(const Wide *wide, const WideColumn *column)
{
    return (Place){wide->sheet->name, wide->sheet->rows[column->cell->index].place.row_no, column->cell->column};
}

static void
report(Wide *wide, const WideColumn *column, const char *code, const FormTarget *target, Text read_as)
{
    Finding finding = {.place = place_of(wide, column),
                       .field = column->cell->text.cell,
                       .error = !text_equal(text_of(code), TEXT("form_label_doubtful")),
                       .code = code,
                       .raw = column->cell->text.cell,
                       .read_as = read_as,
                       .expected = form_scope_names(target, wide->arena)};
    findinglist_add(&wide->result->findings, &finding);
}

static bool
is_assigned(const Wide *wide, const Field *field)
{
    for (size_t i = 0; i < wide->column_count; i++) {
        if (wide->columns[i].field == field)
            return true;
    }
    return false;
}

/* How many columns bear the same label under the same heading. */
static size_t
count_alike(const Wide *wide, const WideColumn *column)
{
    size_t count = 0;
    for (size_t i = 0; i < wide->column_count; i++) {
        const WideColumn *other = &wide->columns[i];
        count += other->mark != NULL && other->section == column->section && text_equal(other->group, column->group) &&
                 text_equal(other->cell->text.folded, column->cell->text.folded);
    }
    return count;
}

/* Of fields that share a label, blank by blank, the first that is left: where there are as many columns as blanks. */
static const Field *
next_blank(const Wide *wide, const WideColumn *column, const FormTarget *target)
{
    if (count_alike(wide, column) != target->count)
        return NULL;
    for (size_t i = 0; i < target->count; i++) {
        if (!is_assigned(wide, target->fields[i]))
            return target->fields[i];
    }
    return NULL;
}

static void
note_year(Wide *wide, const WideColumn *column, const FormTarget *target)
{
    if (column->mark->year_count == 0 || target->fields[0]->years.len == 0)
        return;
    if (target->meaning != FORM_MEANS_OTHER_YEAR) {
        wide->years_right++;
    } else if (wide->years_other++ == 0) {
        wide->result->other_label = column->cell->text.cell;
        wide->result->other_place = place_of(wide, column);
    }
}

/* What is said behind the label: false where the figures below are others than those asked for. */
static bool
judge_remark(Wide *wide, const WideColumn *column, const FormTarget *target, const Field *field)
{
    Text label = column->cell->text.cell;
    RemarkSense sense = field_is_number(field) ? remark_of_label(label, field, wide->arena) : REMARK_NONE;
    if (sense != REMARK_NONE)
        report(wide, column, sense == REMARK_OTHER ? "form_label_other" : "form_label_doubtful", target, label);
    return sense != REMARK_OTHER;
}

static void
assign(Wide *wide, FormScope *scope, WideColumn *column)
{
    if (column->section != NULL && column->section != scope->section)
        form_scope_begin(scope, column->section);
    scope->group = column->group;
    FormTarget target = form_scope_resolve(scope, column->mark);
    if (target.meaning == FORM_MEANS_NOTHING)
        return;
    note_year(wide, column, &target);
    if (target.meaning == FORM_MEANS_OTHER_YEAR) {
        report(wide, column, "form_label_year", &target, column->cell->text.cell);
        return;
    }
    if (form_dated_contradicts(&wide->labels, &column->dated, target.fields[0])) {
        report(wide, column, form_dated_code(&column->dated), &target, column->dated.said);
        return;
    }
    const Field *field = target.count == 1 ? target.fields[0] : NULL;
    if (target.meaning == FORM_MEANS_FIELDS && target.count > 1)
        field = next_blank(wide, column, &target);
    if (field == NULL || is_assigned(wide, field)) {
        report(wide, column, field == NULL ? "form_label_ambiguous" : "form_column_repeated", &target,
               column->cell->text.cell);
        return;
    }
    if (!judge_remark(wide, column, &target, field))
        return;
    column->field = field;
    target.fields[0] = field;
    form_scope_enter(scope, &target);
}

/* The form's kind as a table reads it: platform and enterprise are expected, what has no column is told of here. */
static UploadKind *
kind_of_table(const Wide *wide, TypedCell *cells)
{
    UploadKind *kind = arena_alloc(wide->arena, sizeof *kind);
    *kind = *wide->labels.kind;
    kind->fields = arena_array(wide->arena, kind->field_count, sizeof *kind->fields);
    memcpy(kind->fields, wide->labels.kind->fields, kind->field_count * sizeof *kind->fields);
    for (size_t i = 0; i < kind->field_count; i++) {
        Field *field = &kind->fields[i];
        bool there = is_assigned(wide, &wide->labels.kind->fields[i]);
        field->expected = there && field->required && field->match && field->type == FIELD_NAME;
        field->required = field->required && there;
        field->in_head = false;
        cells[i].field = there ? field->key : TEXT_NONE;
    }
    return kind;
}

/* With what stands above, and which blank it is where several columns share a label: so that a clerk knows it from the others. */
static Text
label_of(const Wide *wide, const WideColumn *column)
{
    Text own = column->cell->text.cell;
    if (column->above.len > 0)
        own = arena_printf(wide->arena, "%" TEXT_FMT "/%" TEXT_FMT, TEXT_ARG(column->above), TEXT_ARG(own));
    if (column->field != NULL && column->field->blank > 0 && count_alike(wide, column) > 1)
        own = arena_printf(wide->arena, "%" TEXT_FMT "（第%lld空）", TEXT_ARG(own), (long long)column->field->blank);
    return fold_clean(own, wide->arena);
}

static void
build_header(Wide *wide)
{
    const UploadKind *form = wide->labels.kind;
    TypedCell *cells = arena_array(wide->arena, form->field_count, sizeof *cells);
    UploadKind *kind = kind_of_table(wide, cells);
    Header *header = &wide->result->header;
    *header = (Header){.kind = kind, .first = wide->first, .last = wide->last, .column_count = wide->column_count};
    header->columns = arena_array(wide->arena, wide->column_count, sizeof *header->columns);
    for (size_t i = 0; i < wide->column_count; i++) {
        const WideColumn *column = &wide->columns[i];
        const Field *field = column->field == NULL ? NULL : &kind->fields[column->field - form->fields];
        header->columns[i] =
            (HeaderColumn){.column = column->cell->column, .label = label_of(wide, column), .field = field};
        header->fields_found += field != NULL;
    }
    header_take_units(header, wide->sheet, wide->arena);
    form_missing_report(form, cells, wide->sheet->name, wide->arena, &wide->result->findings);
}

bool
form_wide_find(const Sheet *sheet, const UploadSet *set, size_t least, Arena *arena, FormWide *result)
{
    Wide wide = {.sheet = sheet, .labels = form_labels_new(set, arena), .result = result, .arena = arena};
    if (wide.labels.kind == NULL)
        return false;
    FormCells cells = form_cells_of(&wide.labels, sheet, ROWS_SEARCHED, BYTES_SEARCHED, arena);
    wide.cells = cells.items;
    wide.cell_count = cells.count;
    if (!find_rows(&wide, least))
        return false;
    *result = (FormWide){.findings = findinglist_new(arena)};
    result->titled = form_claim_titled(sheet, set, wide.last, arena);
    wide.headed = arena_array(arena, wide.labels.kind->section_count, sizeof(bool));
    collect_columns(&wide);
    FormScope scope = {.labels = &wide.labels, .headed = wide.headed};
    for (size_t i = 0; i < wide.column_count; i++) {
        if (wide.columns[i].mark != NULL)
            assign(&wide, &scope, &wide.columns[i]);
    }
    result->other_year = wide.years_other >= OTHER_YEARS_LEAST && wide.years_right == 0;
    build_header(&wide);
    return true;
}

bool
form_wide_is_nearer(const FormWide *wide, const Header *other, bool fits)
{
    size_t only = 0;
    bool named = false;
    for (size_t i = 0; i < wide->header.column_count; i++) {
        const HeaderColumn *column = &wide->header.columns[i];
        const HeaderColumn *same = fits ? header_at(other, column->column) : NULL;
        only += column->field != NULL && (same == NULL || same->field == NULL);
        named = named || (column->field != NULL && text_equal(column->field->key, TEXT("platform_name")));
    }
    if (!fits)
        return named && only >= FORM_WIDE_FEW;
    return named && only >= ONLY_LEAST && only > other->fields_found && (wide->titled || !header_is_whole(other));
}
