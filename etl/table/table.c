#include "table/table.h"

#include "rows/rawrow.h"
#include "schema/convert.h"
#include "table/bodyrow.h"
#include "table/numbering.h"
#include "table/tableend.h"
#include "table/tableunits.h"
#include "table/title.h"
#include "table/unlabelled.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/fold.h"

/* A table on its way out. `arena` and `list` are emptied row by row; the rest lasts for the table. */
typedef struct Writing {
    const Table *table;
    const TableSink *sink;
    Arena *arena;
    FindingList list;
    uint64_t item;
    int header_width;
    Unlabelled unlabelled;
    bool *told_hidden; /* by column */
    Text *above;       /* by column: the value of the entry before */
    Text *marks;       /* by column: those of the row being written */
    bool row_hidden;
    TableUnits units;
    Numbering numbering;
    Arena *table_arena;
} Writing;

Table
table_open(const Sheet *sheet, const Header *header, Arena *arena)
{
    Table table = {.sheet = sheet, .header = header, .head = headblock_new(header->kind, arena)};
    headblock_read(&table.head, sheet, 0, header->first, arena);
    table.title = title_above(sheet, header->first, &table.head, arena);
    table.end = tableend_find(sheet, header, &table.head, arena);
    headblock_read(&table.head, sheet, table.end, sheet->row_count, arena);
    return table;
}

static void
begin_row(Writing *writing)
{
    arena_reset(writing->arena);
    writing->list = findinglist_new(writing->arena);
}

static bool
end_row(Writing *writing, Err *err)
{
    return findinglist_write(&writing->list, writing->sink->findings, err);
}

static void
report(Writing *writing, bool error, const char *code, Place place, Text field, Text raw, Text expected)
{
    Finding finding = {.place = place, .field = field, .error = error, .code = code, .raw = raw, .expected = expected};
    findinglist_add(&writing->list, &finding);
}

static Converter
converter_for(Writing *writing, Text subject)
{
    return (Converter){writing->sink->gbk, writing->arena, &writing->list, subject};
}

/* A column that the form requires but that need not be there for the table to be known. */
static void
report_missing_columns(Writing *writing)
{
    const Header *header = writing->table->header;
    Place place = writing->table->sheet->rows[header->last].place;
    for (size_t i = 0; i < header->kind->field_count; i++) {
        const Field *field = &header->kind->fields[i];
        if (field->required && !field->in_head && header_column(header, field) == NULL)
            report(writing, true, "column_missing", place, field->title, TEXT_NONE, field->title);
    }
}

/* The same label twice: only the first is read as the field. Each of several columns 单位 is read. */
static void
report_repeated_columns(Writing *writing)
{
    const Header *header = writing->table->header;
    Place place = writing->table->sheet->rows[header->last].place;
    for (size_t i = 1; i < header->column_count; i++) {
        if (tableunits_names_units(&writing->units, header->columns[i].column))
            continue;
        Text label = fold_key(header->columns[i].label, writing->arena);
        for (size_t j = 0; j < i; j++) {
            if (!text_equal(label, fold_key(header->columns[j].label, writing->arena)))
                continue;
            place.column = header->columns[i].column;
            report(writing, false, "column_repeated", place, header->columns[i].label, header->columns[i].label,
                   TEXT_NONE);
            break;
        }
    }
}

/* The unit's own label is judged when the upload's folder is known. */
static void
report_head_gap(Writing *writing, const HeadValue *value)
{
    const Field *field = value->field;
    Place place = value->place.row_no > 0 ? value->place : (Place){writing->table->sheet->name, 0, -1};
    if (field->required && field->type != FIELD_UNIT)
        report(writing, false, "head_field_missing", place, field->title, TEXT_NONE, field->title);
}

static bool
write_head(Writing *writing, Err *err)
{
    Converter converter = converter_for(writing, TEXT_NONE);
    for (size_t i = 0; i < writing->table->head.count; i++) {
        const HeadValue *value = &writing->table->head.values[i];
        const HeadBlock *apart = writing->table->apart;
        if (value->value.len == 0 && (apart == NULL || apart->values[i].value.len == 0))
            report_head_gap(writing, value);
        if (value->place.row_no == 0)
            continue;
        CellInput input = {.place = value->place, .raw = value->value};
        TypedCell cell = convert_cell(&converter, value->field, &input);
        if (!typedrow_cell(writing->sink->rows, &cell, err))
            return false;
    }
    return true;
}

/* What a cell that refers to the rows above has from there, and the code of the finding that says so; TEXT_NONE. */
static Text
value_from_above(const Writing *writing, size_t index, int column, const char **code)
{
    const Sheet *sheet = writing->table->sheet;
    Text own = sheet_cell(sheet, index, column);
    *code = "merged_cell_spread";
    if (character_all_blank(own))
        return bodyrow_inherited(sheet, index, column);
    *code = "ditto_read";
    return filler_kind(own) == FILLER_DITTO ? writing->above[column] : TEXT_NONE;
}

/* The cell's own value, or one from above, where *code says how; a number is never taken over, since each row has its own. */
static Text
cell_value(const Writing *writing, size_t index, int column, const Field *field, const char **code)
{
    Text above = field->type == FIELD_SEQUENCE ? TEXT_NONE : value_from_above(writing, index, column, code);
    if (!character_all_blank(above))
        return above;
    *code = NULL;
    return sheet_cell(writing->table->sheet, index, column);
}

/* The folded names that say what the row is about, joined by "|"; TEXT_NONE where all are blank. */
static Text
row_subject(const Writing *writing, size_t index)
{
    const Header *header = writing->table->header;
    Text subject = TEXT_NONE;
    size_t named = 0;
    for (size_t i = 0; i < header->kind->field_count; i++) {
        const Field *field = &header->kind->fields[i];
        const HeaderColumn *column = field->expected && field->match ? header_column(header, field) : NULL;
        if (column == NULL)
            continue;
        const char *code = NULL;
        Text value = cell_value(writing, index, column->column, field, &code);
        Text folded = fold_key(value, writing->arena);
        subject = subject.ptr == NULL
                      ? folded
                      : arena_printf(writing->arena, "%" TEXT_FMT "|%" TEXT_FMT, TEXT_ARG(subject), TEXT_ARG(folded));
        named += folded.len > 0;
    }
    return named > 0 ? subject : TEXT_NONE;
}

static bool
column_is_hidden(const Writing *writing, const CellInput *input)
{
    return sheet_column_hidden(writing->table->sheet, input->place.column) ||
           (!writing->row_hidden && rawrow_marked(input->marks, input->place.column, TEXT("hidden")));
}

/* Once a column. */
static void
report_hidden_column(Writing *writing, const CellInput *input)
{
    bool *told = &writing->told_hidden[input->place.column];
    if (*told || !column_is_hidden(writing, input))
        return;
    *told = true;
    Text name = row_column_name(input->place.column, writing->arena);
    Text what = arena_printf(writing->arena, "%" TEXT_FMT "列", TEXT_ARG(name));
    report(writing, false, "hidden_cells", (Place){input->place.sheet, 0, -1}, input->label, what, TEXT_NONE);
}

static bool
write_cell(Writing *writing, TypedCell cell, Err *err)
{
    cell.item = writing->item;
    return typedrow_cell(writing->sink->rows, &cell, err);
}

static bool
write_known(Writing *writing, const Converter *converter, size_t index, const Field *field, CellInput *input, Err *err)
{
    const char *code = NULL;
    input->raw = cell_value(writing, index, input->place.column, field, &code);
    writing->above[input->place.column] = arena_text(writing->table_arena, input->raw);
    if (code != NULL) {
        Text own = sheet_cell(writing->table->sheet, index, input->place.column);
        bool blank = character_all_blank(own);
        Finding finding = {.place = input->place,
                           .field = field->title,
                           .code = code,
                           .raw = blank ? input->raw : own,
                           .read_as = blank ? TEXT_NONE : input->raw,
                           .subject = converter->subject};
        findinglist_add(&writing->list, &finding);
    }
    TypedCell cell = convert_cell(converter, field, input);
    if (field->type == FIELD_SEQUENCE)
        numbering_add(&writing->numbering, field, &cell, converter->subject);
    return write_cell(writing, cell, err);
}

static bool
write_column(Writing *writing, const Converter *converter, size_t index, int column, Err *err)
{
    const Row *row = &writing->table->sheet->rows[index];
    const HeaderColumn *head = header_at(writing->table->header, column);
    CellInput input = {.place = {row->place.sheet, row->place.row_no, column},
                       .raw = sheet_cell(writing->table->sheet, index, column),
                       .marks = writing->marks[column],
                       .label = head == NULL ? TEXT_NONE : head->label,
                       .unit = tableunits_above(&writing->units, head, writing->arena),
                       .beside = tableunits_beside(&writing->units, head, index, writing->arena),
                       .named = tableunits_named(&writing->units, head, writing->arena)};
    bool blank = character_all_blank(input.raw);
    if (!blank)
        report_hidden_column(writing, &input);
    if (head != NULL && head->field != NULL)
        return write_known(writing, converter, index, head->field, &input, err);
    if (blank)
        return true;
    Text label = unlabelled_is(head) ? unlabelled_name(&writing->unlabelled, &input, &writing->list, writing->arena)
                                     : head->label;
    return label.ptr == NULL || write_cell(writing, convert_extra(converter, label, &input), err);
}

static bool
write_data_row(Writing *writing, size_t index, Err *err)
{
    const Row *row = &writing->table->sheet->rows[index];
    Converter converter = converter_for(writing, row_subject(writing, index));
    writing->item++;
    writing->row_hidden = rawrow_marked(row->marks, -1, TEXT("hidden"));
    if (writing->row_hidden) {
        Text what = arena_printf(writing->arena, "第%llu行", (unsigned long long)row->place.row_no);
        report(writing, false, "hidden_cells", row->place, TEXT_NONE, what, TEXT_NONE);
    }
    int width = (int)row->cell_count > writing->header_width ? (int)row->cell_count : writing->header_width;
    rawrow_marks_apart(row->marks, writing->marks, (size_t)width);
    for (int column = 0; column < width; column++) {
        if (!write_column(writing, &converter, index, column, err))
            return false;
    }
    return true;
}

static void
report_skipped_row(Writing *writing, size_t index, const char *code)
{
    const Sheet *sheet = writing->table->sheet;
    int column = sheet_telling_column(sheet, index);
    Place place = {sheet->name, sheet->rows[index].place.row_no, column};
    report(writing, false, code, place, TEXT_NONE, sheet_cell(sheet, index, column), TEXT_NONE);
}

static bool
says_units(const Table *table, size_t index, Arena *arena)
{
    return units_are_said_below(table->sheet, index, table->header->kind, arena);
}

/* The first line below the table that says units. */
static void
report_units_below(Writing *writing)
{
    for (size_t index = writing->table->end; index < writing->table->sheet->row_count; index++) {
        if (!says_units(writing->table, index, writing->arena))
            continue;
        report_skipped_row(writing, index, "unit_below_unread");
        return;
    }
}

static bool
write_row(Writing *writing, size_t index, Err *err)
{
    const Table *table = writing->table;
    switch (bodyrow_role(table->sheet, table->header, &table->head, index, writing->arena)) {
    case BODY_DATA:
        return write_data_row(writing, index, err);
    case BODY_SAMPLE:
        report_skipped_row(writing, index, "sample_row_skipped");
        return true;
    case BODY_CONTINUATION:
        report_skipped_row(writing, index, "continuation_row_skipped");
        return true;
    case BODY_REMARK:
        report_skipped_row(writing, index,
                           says_units(table, index, writing->arena) ? "unit_below_unread" : "remark_row_skipped");
        return true;
    case BODY_NOTHING:
    case BODY_HEADER:
    case BODY_OTHER_TABLE:
    case BODY_END:
        break;
    }
    return true;
}

static bool
write_all(Writing *writing, Err *err)
{
    const Table *table = writing->table;
    begin_row(writing);
    report_missing_columns(writing);
    report_repeated_columns(writing);
    if (!write_head(writing, err) || !end_row(writing, err))
        return false;
    for (size_t index = table->header->last + 1; index < table->end; index++) {
        begin_row(writing);
        if (!write_row(writing, index, err) || !end_row(writing, err))
            return false;
    }
    Finding below;
    begin_row(writing);
    if (tableend_finding(table->sheet, table->header, &table->head, table->end, writing->arena, &below))
        findinglist_add(&writing->list, &below);
    report_units_below(writing);
    numbering_report(&writing->numbering, &writing->list);
    return end_row(writing, err);
}

static int
header_width(const Header *header)
{
    return header->column_count == 0 ? 0 : header->columns[header->column_count - 1].column + 1;
}

bool
table_write(const Table *table, const TableSink *sink, size_t *entries, Err *err)
{
    if (!typedrow_table(sink->rows, table->header->kind->kind, table->sheet->name, table->title, err))
        return false;
    size_t width = (size_t)sheet_width(table->sheet);
    Writing writing = {.table = table, .sink = sink, .arena = arena_new(), .header_width = header_width(table->header)};
    writing.table_arena = arena_new();
    writing.unlabelled = unlabelled_new(table->sheet, table->header, width, writing.table_arena);
    writing.told_hidden = arena_array(writing.table_arena, width, sizeof(bool));
    writing.above = arena_array(writing.table_arena, width, sizeof(Text));
    writing.marks = arena_array(writing.table_arena, width, sizeof(Text));
    writing.numbering.arena = writing.table_arena;
    writing.units = tableunits_new(table->sheet, table->header, writing.table_arena);
    bool ok = write_all(&writing, err);
    *entries = (size_t)writing.item;
    arena_free(writing.arena);
    arena_free(writing.table_arena);
    return ok;
}
