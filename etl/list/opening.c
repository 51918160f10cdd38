#include "list/opening.h"

#include "list/plan.h"
#include "schema/field.h"
#include "schema/label.h"
#include "schema/remark.h"
#include "table/claim.h"
#include "table/title.h"
#include "table/units.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/unit.h"
#include "text/words.h"

static bool
report(List *list, bool error, const char *code, Place place, Text label, Err *err)
{
    Finding finding = {.place = place, .field = label, .error = error, .code = code};
    if (error)
        finding.expected = label;
    else
        finding.raw = label;
    return told_add(list->told, &finding, err);
}

/* Columns that the form requires but that need not be there for the list to be known. */
static bool
report_missing(List *list, Place header, Err *err)
{
    const UploadKind *kind = list->header.kind;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (field->required && !field->in_head && header_column(&list->header, field) == NULL &&
            !report(list, true, "column_missing", header, field->title, err))
            return false;
    }
    return true;
}

static bool
is_repeated(const List *list, size_t later)
{
    Text label = fold_key(list->header.columns[later].label, list->row);
    for (size_t i = 0; i < later; i++) {
        if (text_equal(label, fold_key(list->header.columns[i].label, list->row)))
            return true;
    }
    return false;
}

/* The same label twice: only the first is read as the field. */
static bool
report_repeated(List *list, Place header, Err *err)
{
    for (size_t i = 1; i < list->header.column_count; i++) {
        const HeaderColumn *column = &list->header.columns[i];
        header.column = column->column;
        if (is_repeated(list, i) && !report(list, false, "column_repeated", header, column->label, err))
            return false;
    }
    return true;
}

/* What a list is counted, matched or added up by. */
static bool
is_weighty(const Field *field)
{
    return field->expected || field->match || field->unique || field_is_number(field);
}

/* Where neither of two columns bears the field's own title, either may be meant; a value that is not read is then a wrong one. */
static Finding
rival_finding(const List *list, Place header, const HeaderColumn *column)
{
    const HeaderColumn *taken = header_column(&list->header, column->rival);
    return (Finding){.place = {header.sheet, header.row_no, column->column},
                     .error = !taken->titled && (column->rival->unique || field_is_number(column->rival)),
                     .code = "list_column_rival",
                     .raw = column->label,
                     .read_as = taken->label,
                     .expected = column->rival->title};
}

/* Behind a blank column another table may stand, which is told as a whole. */
static bool
report_rivals(List *list, Place header, Err *err)
{
    bool apart = false;
    for (size_t i = 0; i < list->header.column_count; i++) {
        const HeaderColumn *column = &list->header.columns[i];
        apart |= i > 0 && column->column > column[-1].column + 1;
        if (column->rival == NULL || !is_weighty(column->rival) || is_repeated(list, i))
            continue;
        Finding finding = rival_finding(list, header, column);
        if ((finding.error || !apart) && !told_add(list->told, &finding, err))
            return false;
    }
    return true;
}

/* What is said of units away from a column that it is not read in: above its table, by the sheet's name; NULL where nothing is. */
static const char *
unit_differs(List *list, const Sheet *sheet, const ListColumn *column, Text *said)
{
    static const char *const codes[] = {"table_unit_differs", "sheet_unit_differs", NULL};
    const Field *field = column->field;
    UnitNote notes[] = {units_above(sheet, list->header.first, list->header.last, list->row),
                        unitnote_named(sheet->name, list->row)};
    Text factor = units_factor(field, column->label, column->unit, list->row);
    for (size_t i = 0; codes[i] != NULL && field->unit.len > 0 && column->unit_column < 0; i++) {
        *said = unitnote_for(&notes[i], field->unit, list->row);
        if (unit_contests(*said, field->unit) && !text_equal(factor, units_factor(field, TEXT_NONE, *said, list->row)))
            return codes[i];
    }
    return NULL;
}

/* A label whose remark may mean other figures, and one that is contradicted. */
static bool
report_head(List *list, const Sheet *sheet, Place header, const ListColumn *column, Err *err)
{
    Text said = TEXT_NONE;
    const char *differs = unit_differs(list, sheet, column, &said);
    Finding finding = {.place = {header.sheet, header.row_no, column->column},
                       .error = differs != NULL,
                       .code = differs != NULL ? differs : "list_column_doubtful",
                       .raw = differs != NULL ? said : column->label,
                       .read_as = differs != NULL ? column->label : TEXT_NONE,
                       .expected = column->field->title};
    bool told = differs != NULL || remark_of_label(column->label, column->field, list->row) != REMARK_NONE;
    return !told || told_add(list->told, &finding, err);
}

static bool
report_heads(List *list, const Sheet *sheet, Place header, Err *err)
{
    for (size_t i = 0; i < list->column_count; i++) {
        if (field_is_number(list->columns[i].field) && !report_head(list, sheet, header, &list->columns[i], err))
            return false;
    }
    return true;
}

/* The field that counts what is listed: the first that counts things. */
static const Field *
count_of(const UploadKind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (claim_counts_things(&kind->fields[i]))
            return &kind->fields[i];
    }
    return NULL;
}

/* 服务金额合计, 服务金额千元: the figure that a field asks for, and more behind it. */
static bool
begins_with_name(const Label *label, const Field *field)
{
    enum { NAME_BYTES = 2 * 3 };
    for (size_t i = 0; i < field->alias_count; i++) {
        Text alias = field->aliases[i];
        if (alias.len >= NAME_BYTES && label->bare.len > alias.len && text_starts_with(label->bare, alias))
            return true;
    }
    return false;
}

static bool
has_figures(const Header *header)
{
    for (size_t i = 0; i < header->column_count; i++) {
        if (header->columns[i].field != NULL && header->columns[i].field->unit.len > 0)
            return true;
    }
    return false;
}

/* 合计 beside no other figure may be how many there are of what is listed. */
static bool
may_be_count(const List *list, const Label *label, const Field *field)
{
    static const char *const totals[] = {"合计", "小计", "总计", "总数", NULL};
    size_t alias;
    return label_match(label, field, &alias) == LABEL_ENDS_WITH ||
           (words_have(totals, label->bare) && !has_figures(&list->header));
}

/* Columns that are read as no field, and may be meant for the one that is missing. */
static bool
report_figures_of(List *list, Place header, const Field *field, Err *err)
{
    const Field *count = count_of(list->header.kind);
    for (size_t i = 0; i < list->header.column_count; i++) {
        const HeaderColumn *column = &list->header.columns[i];
        Label label = label_new(column->label, list->row);
        bool unit = text_ends_with(label.bare, TEXT("单位"));
        bool figure = begins_with_name(&label, field) || (field == count && may_be_count(list, &label, field));
        if (column->field != NULL || column->rival == field || unit || !figure)
            continue;
        Finding finding = {.place = {header.sheet, header.row_no, column->column},
                           .code = field == count ? "list_quantity_unread" : "list_figure_unread",
                           .raw = column->label,
                           .expected = field->title};
        if (!told_add(list->told, &finding, err))
            return false;
    }
    return true;
}

static bool
report_other_figures(List *list, Place header, Err *err)
{
    const UploadKind *kind = list->header.kind;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (field->unit.len > 0 && !field->in_head && header_column(&list->header, field) == NULL &&
            !report_figures_of(list, header, field, err))
            return false;
    }
    return true;
}

/* With the first cell that stands there. */
static bool
report_unlabelled(List *list, const Sheet *sheet, Err *err)
{
    for (size_t i = 0; i < list->extra_count; i++) {
        int column = list->extras[i].column;
        size_t index = list->header.last + 1;
        if (list->extras[i].labelled || header_goes_beyond(&list->header, sheet, column))
            continue;
        while (character_all_blank(sheet_cell(sheet, index, column)))
            index++;
        Finding finding = {.place = {sheet->name, sheet->rows[index].place.row_no, column},
                           .code = "column_unlabelled",
                           .raw = sheet_cell(sheet, index, column)};
        if (!told_add(list->told, &finding, err))
            return false;
    }
    return true;
}

static bool
write_findings(List *list, const FindingList *findings, Err *err)
{
    for (size_t i = 0; i < findings->count; i++) {
        if (!told_add(list->told, &findings->items[i], err))
            return false;
    }
    return true;
}

static bool
write_head(List *list, Err *err)
{
    FindingList findings = findinglist_new(list->row);
    Converter converter = {list->setting.gbk, list->row, &findings, TEXT_NONE};
    for (size_t i = 0; i < list->head.count; i++) {
        const HeadValue *value = &list->head.values[i];
        if (value->place.row_no == 0)
            continue;
        CellInput input = {.place = value->place, .raw = value->value};
        TypedCell cell = convert_cell(&converter, value->field, &input);
        if (!typedrow_cell(list->setting.rows, &cell, err))
            return false;
    }
    return write_findings(list, &findings, err);
}

/* What stands behind the label 册次 in its cell, or in the next filled one; false where there is no such label, or nothing is said. */
static bool
find_said(const Sheet *sheet, size_t index, int column, Arena *arena, Text *said)
{
    if (!volume_labelled(sheet_cell(sheet, index, column), arena, said))
        return false;
    for (int next = column + 1; said->len == 0 && next < (int)sheet->rows[index].cell_count; next++) {
        if (!character_all_blank(sheet_cell(sheet, index, next)))
            *said = sheet_cell(sheet, index, next);
    }
    return said->len > 0;
}

/* In a cell above the header: behind its label what is not understood is a part of nobody knows how many. */
static bool
find_part_in_cell(List *list, const Sheet *sheet, size_t index, int column, Volume *part, Text *written)
{
    if (!find_said(sheet, index, column, list->row, written)) {
        *written = sheet_cell(sheet, index, column);
        return volume_read(*written, list->row, part);
    }
    if (!volume_read_said(*written, list->row, part))
        *part = (Volume){1, 0};
    return true;
}

/* What the cells above the header say of parts, else the sheet's name, else the file's. A sheet may be a part without saying of how many: they are all here. */
static bool
find_part(List *list, const Sheet *sheet, Volume *part, Text *written)
{
    for (size_t index = 0; index < list->header.first; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            if (find_part_in_cell(list, sheet, index, (int)column, part, written))
                return true;
        }
    }
    *written = sheet->name;
    if (volume_read(sheet->name, list->row, part) && part->of > 0)
        return true;
    *written = list->setting.stem;
    if (volume_read(list->setting.stem, list->row, part))
        return true;
    *part = (Volume){1, 0};
    return volume_goes_on(list->setting.stem, list->row);
}

static bool
refuse(List *list, const Sheet *sheet, const char *code, Text written, Err *err)
{
    Finding finding = {.place = {sheet->name, 0, -1}, .error = true, .code = code, .raw = written};
    list->refused = finding.code;
    return finding_add(list->setting.findings, &finding, err);
}

static Texts
column_keys(const List *list)
{
    Text *keys = arena_array(list->arena, list->column_count, sizeof *keys);
    for (size_t i = 0; i < list->column_count; i++)
        keys[i] = list->columns[i].field->key;
    return (Texts){keys, list->column_count};
}

static Texts
extra_labels(const List *list)
{
    Text *labels = arena_array(list->arena, list->extra_count, sizeof *labels);
    for (size_t i = 0; i < list->extra_count; i++)
        labels[i] = list->extras[i].label;
    return (Texts){labels, list->extra_count};
}

static bool
begin(List *list, const Sheet *sheet, Err *err)
{
    Volume part = {1, 1};
    Text written;
    bool said = find_part(list, sheet, &part, &written);
    bool clear = !said || (part.no > 0 && part.no <= part.of);
    if (!clear && !refuse(list, sheet, "list_part_unclear", written, err))
        return false;
    ListHead head = {.part_no = said && clear ? part.no : 1,
                     .part_of = said && clear ? part.of : 1,
                     .labels = plan_labels(list),
                     .columns = column_keys(list),
                     .extras = extra_labels(list)};
    return typedlist_begin(list->setting.rows, &head, err);
}

static void
copy_head(List *list)
{
    for (size_t i = 0; i < list->head.count; i++) {
        HeadValue *value = &list->head.values[i];
        value->value = arena_text(list->arena, value->value);
        value->place.sheet = arena_text(list->arena, value->place.sheet);
    }
}

bool
opening_write(List *list, const Sheet *sheet, Err *err)
{
    Place header = {sheet->name, sheet->rows[list->header.last].place.row_no, -1};
    list->head = headblock_new(list->header.kind, list->arena);
    headblock_read(&list->head, sheet, 0, list->header.first, list->row);
    copy_head(list);
    Text title = title_above(sheet, list->header.first, &list->head, list->row);
    bool ok = typedrow_table(list->setting.rows, list->header.kind->kind, sheet->name, title, err) &&
              report_missing(list, header, err) && report_repeated(list, header, err) &&
              report_rivals(list, header, err) && report_other_figures(list, header, err) &&
              report_heads(list, sheet, header, err) && report_unlabelled(list, sheet, err) && write_head(list, err) &&
              begin(list, sheet, err);
    arena_reset(list->row);
    return ok;
}
