#include "table/othertable.h"

#include <string.h>

#include "schema/label.h"
#include "table/bodyrow.h"
#include "table/kindname.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/numeral.h"

/* A header has so many labels, and they are half of its cells; above it so many lines may name its table; a list without a title has so many known columns. */
enum { LABELS_LEAST = 2, TITLE_LINES = 3, COLUMNS_LEAST = 4, TITLE_CHARACTERS = 40, ODD_BYTES = 60 };

/* What a row holds, cell by cell. */
typedef struct Cells {
    size_t filled;
    size_t labels;
    size_t foreign; /* labels that are not those of the column they stand in */
    bool first;     /* the first filled cell is a label */
    bool counted;   /* the row has a number where the list counts its entries */
} Cells;

OtherTables
othertables_new(const UploadSet *set, Arena *arena)
{
    return (OtherTables){set, labelindex_new(set, arena)};
}

static bool
counts(const HeaderColumn *column)
{
    return column != NULL && column->field != NULL && column->field->type == FIELD_SEQUENCE;
}

static bool
is_of_column(const HeaderColumn *column, Text cell, Arena *arena)
{
    size_t alias;
    if (column == NULL)
        return false;
    if (text_equal(fold_key(column->label, arena), fold_key(cell, arena)))
        return true;
    Label label = label_new(cell, arena);
    return column->field != NULL && label_match(&label, column->field, &alias) != LABEL_NONE;
}

static void
look_at_cell(const OtherTables *others, const Header *header, const Row *row, int at, Cells *cells, Arena *arena)
{
    Text cell = row->cells[at];
    const HeaderColumn *column = header_at(header, at);
    Decimal number;
    bool label = labelindex_knows(others->labels, cell, arena);
    cells->first = cells->filled == 0 ? label : cells->first;
    cells->filled++;
    cells->labels += label;
    cells->foreign += label && !is_of_column(column, cell, arena);
    cells->counted |= counts(column) && numeral_ordinal(fold_key(cell, arena), arena, &number);
}

static Cells
look_at(const OtherTables *others, const Header *header, const Row *row, Arena *arena)
{
    Cells cells = {0};
    for (size_t i = 0; i < row->cell_count; i++) {
        if (!character_all_blank(row->cells[i]))
            look_at_cell(others, header, row, (int)i, &cells, arena);
    }
    return cells;
}

static bool
is_numbered(const Header *header)
{
    for (size_t i = 0; i < header->column_count; i++) {
        if (counts(&header->columns[i]))
            return true;
    }
    return false;
}

static bool
is_header(const Header *header, const Cells *cells)
{
    bool begins = is_numbered(header) ? !cells->counted : cells->first;
    bool enough = cells->labels >= LABELS_LEAST && (cells->first || cells->labels * 2 >= cells->filled);
    return begins && enough && cells->foreign > 0;
}

/* 附件5：平台开发者注册清单, alone in its row. */
static bool
is_title_of_other(const OtherTables *others, const UploadKind *own, Text cell, Arena *arena)
{
    if (fold_length(cell) > TITLE_CHARACTERS)
        return false;
    Text folded = fold_key(cell, arena);
    if (text_ends_with(folded, fold_key(own->title, arena)))
        return false;
    for (size_t i = 0; i < others->set->kind_count; i++) {
        const UploadKind *kind = &others->set->kinds[i];
        if (kind->layout == LAYOUT_LIST && kind != own && text_ends_with(folded, fold_key(kind->title, arena)))
            return true;
    }
    return false;
}

static Text
first_filled(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        if (!character_all_blank(row->cells[i]))
            return row->cells[i];
    }
    return TEXT_NONE;
}

bool
othertables_begin(const OtherTables *others, const Header *header, const Row *row, Arena *arena)
{
    Cells cells = look_at(others, header, row, arena);
    if (cells.filled == 1)
        return is_title_of_other(others, header->kind, first_filled(row), arena);
    return is_header(header, &cells);
}

/* Blanks, stars and brackets, among them those of CJK, may hide a label. */
bool
othertables_may_begin(const OtherTables *others, Text first)
{
    if (labelindex_has(others->labels, first))
        return true;
    return first.len <= ODD_BYTES &&
           (memchr(first.ptr, ' ', first.len) != NULL || memchr(first.ptr, '*', first.len) != NULL ||
            memchr(first.ptr, '[', first.len) != NULL || memchr(first.ptr, 0xE3, first.len) != NULL);
}

static bool
has_entries(const Sheet *sheet, const Header *header, size_t end, Arena *arena)
{
    HeadBlock block = headblock_new(header->kind, arena);
    headblock_read(&block, sheet, header->last + 1, end, arena);
    for (size_t index = header->last + 1; index < end; index++) {
        if (!headblock_stands_in(&block, sheet->rows[index].place.row_no) &&
            bodyrow_role(sheet, header, &block, index, arena) == BODY_DATA)
            return true;
    }
    return false;
}

static Finding
finding_at(const Sheet *sheet, const Header *found, const char *code, Arena *arena)
{
    int column = found->columns[0].column;
    Finding finding = {
        .place = {sheet->name, sheet->rows[found->first].place.row_no, column}, .error = true, .code = code};
    finding.raw = arena_text(arena, found->columns[0].label);
    finding.read_as = found->kind->title;
    return finding;
}

bool
othertables_above(const OtherTables *others, const Sheet *sheet, const Header *header, Arena *arena, Finding *finding)
{
    Sheet above = *sheet;
    Header found;
    above.row_count = header->first;
    if (header_find(&above, others->set, TEXT_NONE, arena, &found) == HEADER_NONE ||
        !has_entries(&above, &found, above.row_count, arena))
        return false;
    *finding = finding_at(sheet, &found, "table_above_unread", arena);
    finding->expected = arena_printf(arena, "%llu", (unsigned long long)sheet->rows[header->last].place.row_no);
    return true;
}

/* The header's rows from a column on, as a sheet of their own. */
static Sheet
header_from(const Sheet *sheet, const Header *header, int column, Arena *arena)
{
    Sheet right = *sheet;
    right.row_count = header->last - header->first + 1;
    right.rows = arena_array(arena, right.row_count, sizeof *right.rows);
    right.merge_count = 0;
    for (size_t i = 0; i < right.row_count; i++) {
        Row *row = &right.rows[i];
        *row = sheet->rows[header->first + i];
        size_t left_out = (size_t)column < row->cell_count ? (size_t)column : row->cell_count;
        row->cells += left_out;
        row->cell_count -= left_out;
    }
    return right;
}

static bool
stands_below(const Sheet *sheet, const Header *header, int column)
{
    for (size_t index = header->last + 1; index < sheet->row_count; index++) {
        for (int at = column; at < (int)sheet->rows[index].cell_count; at++) {
            if (!character_all_blank(sheet_cell(sheet, index, at)))
                return true;
        }
    }
    return false;
}

/* A table begins with the label that the first one has there, or behind a column without a label. */
static bool
may_begin_beside(const Header *header, size_t at, Arena *arena)
{
    const HeaderColumn *column = &header->columns[at];
    return column->column > header->columns[at - 1].column + 1 ||
           text_equal(fold_key(column->label, arena), fold_key(header->columns[0].label, arena));
}

bool
othertables_beside(const OtherTables *others, const Sheet *sheet, const Header *header, Arena *arena, Finding *finding)
{
    for (size_t i = 1; i < header->column_count; i++) {
        Header found;
        int column = header->columns[i].column;
        if (!may_begin_beside(header, i, arena) || !stands_below(sheet, header, column))
            continue;
        Sheet right = header_from(sheet, header, column, arena);
        if (header_find(&right, others->set, TEXT_NONE, arena, &found) == HEADER_NONE)
            continue;
        *finding = (Finding){.place = {sheet->name, sheet->rows[header->last].place.row_no, column},
                             .error = true,
                             .code = "table_beside_unread",
                             .raw = header->columns[i].label,
                             .read_as = found.kind->title};
        return true;
    }
    return false;
}

/* Labels side by side, with something below: a form's own labels have their answers between them. */
static bool
may_be_header(const OtherTables *others, const Sheet *sheet, size_t index, Arena *arena)
{
    const Header none = {0};
    const Row *row = &sheet->rows[index];
    Cells cells = look_at(others, &none, row, arena);
    size_t width = row->cell_count;
    while (width > 0 && character_all_blank(row->cells[width - 1]))
        width--;
    size_t first = (size_t)sheet_first_filled(sheet, index);
    return cells.first && cells.labels >= LABELS_LEAST && cells.labels * 2 >= cells.filled &&
           width - first == cells.filled && index + 1 < sheet->row_count &&
           sheet_filled_count(sheet, index + 1) >= LABELS_LEAST;
}

/* Where no title names it, a table in a form's text may be of its own: a list is what numbers its entries and has so many columns of one. */
static bool
is_surely_list(const Header *found)
{
    return found->name.len > 0 || (is_numbered(found) && found->fields_found >= COLUMNS_LEAST);
}

/* The list whose header stands at `index`, told by that and by what stands right above. */
static bool
find_list_at(const OtherTables *others, const Sheet *sheet, size_t index, Arena *arena, Header *found)
{
    Sheet window = *sheet;
    size_t above = index < TITLE_LINES ? index : TITLE_LINES;
    window.rows += index - above;
    window.row_count = above + 1;
    if (header_find(&window, others->set, TEXT_NONE, arena, found) != HEADER_FOUND || found->last != above ||
        found->kind->layout != LAYOUT_LIST || !is_surely_list(found))
        return false;
    found->first += index - above;
    found->last += index - above;
    return true;
}

bool
othertables_in_form(const OtherTables *others, const Sheet *sheet, size_t *from, Arena *arena, Finding *finding)
{
    for (size_t index = *from; index < sheet->row_count; index++) {
        Header found;
        if (!may_be_header(others, sheet, index, arena) || !find_list_at(others, sheet, index, arena, &found) ||
            !has_entries(sheet, &found, index + 2, arena))
            continue;
        *from = index + 1;
        *finding = finding_at(sheet, &found, "list_in_form", arena);
        return true;
    }
    return false;
}
