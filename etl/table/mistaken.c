#include "table/mistaken.h"

#include "schema/label.h"
#include "text/fold.h"
#include "text/words.h"

/* Notes in brackets say what is beside: 推荐平台名单（不含2022年入选平台）. */
static Text
without_notes(Text written, Arena *arena)
{
    Label label = label_new(written, arena);
    return label.whole.len > 0 ? label.bare : fold_key(written, arena);
}

/* A line above the table is its title where it ends with what lists are called, or with the name itself; 往年入选平台不占名额 is a note. */
static KindName
name_in_title(Text cell, const UploadKind *kind, Arena *arena)
{
    static const char *const ends[] = {"单", "表", "册", "明细", "平台", "企业", "情况", "结果", "登记", NULL};
    if (!kindname_may_be_title(cell, arena))
        return (KindName){0};
    Text folded = without_notes(cell, arena);
    KindName name = kindname_find(folded, kind, arena);
    return name.end == folded.len || words_end(ends, folded) ? name : (KindName){0};
}

/* The title above the header that says what the table is: one that names the kind itself, else the nearest that names another. */
static KindName
name_above(const Sheet *sheet, const Header *header, Arena *arena, Place *place, Text *written)
{
    KindName named = {0};
    for (size_t index = 0; index < header->first; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            Text cell = sheet_cell(sheet, index, (int)column);
            KindName name = name_in_title(cell, header->kind, arena);
            if (name.len == 0 || (named.len > 0 && !named.other))
                continue;
            named = name;
            *place = (Place){sheet->name, sheet->rows[index].place.row_no, (int)column};
            *written = cell;
        }
    }
    return named;
}

static bool
is_named(const Sheet *sheet, const Header *header, Text stem, Arena *arena, Finding *finding)
{
    KindName name = name_above(sheet, header, arena, &finding->place, &finding->raw);
    const Text beside[] = {sheet->name, stem};
    for (size_t i = 0; i < sizeof beside / sizeof *beside && name.len == 0; i++) {
        name = kindname_find(without_notes(beside[i], arena), header->kind, arena);
        finding->place = (Place){sheet->name, 0, -1};
        finding->raw = beside[i];
    }
    return name.other;
}

/* Of a header of several rows the part that says the thing itself counts. */
static bool
says(const HeaderColumn *column, Text folded, Arena *arena)
{
    Text written = column->label;
    for (size_t at = text_find(written, TEXT("/"), 0); at != SIZE_MAX; at = text_find(written, TEXT("/"), 0))
        written = text_sub(written, at + 1, written.len);
    return text_equal(label_new(written, arena).bare, folded);
}

static const HeaderColumn *
column_of(const Header *header, Text folded, Arena *arena)
{
    for (size_t i = 0; i < header->column_count; i++) {
        if (says(&header->columns[i], folded, arena))
            return &header->columns[i];
    }
    return NULL;
}

/* The labels of a group as they are written above the table, joined; TEXT_NONE where one of them is not there. */
static Text
all_above(const Header *header, const OtherColumns *group, Arena *arena, int *first)
{
    Text joined = TEXT_NONE;
    for (size_t i = 0; i < group->label_count; i++) {
        const HeaderColumn *column = column_of(header, group->labels[i], arena);
        if (column == NULL)
            return TEXT_NONE;
        *first = i == 0 ? column->column : *first;
        joined = i == 0 ? column->label : arena_join(arena, joined, TEXT("”“"), column->label);
    }
    return joined;
}

static bool
has_other_columns(const Sheet *sheet, const Header *header, Arena *arena, Finding *finding)
{
    for (size_t i = 0; i < header->kind->other_column_count; i++) {
        int first = -1;
        Text labels = all_above(header, &header->kind->other_columns[i], arena, &first);
        if (labels.len == 0)
            continue;
        finding->place = (Place){sheet->name, sheet->rows[header->last].place.row_no, first};
        finding->raw = labels;
        return true;
    }
    return false;
}

bool
mistaken_find(const Sheet *sheet, const Header *header, Text stem, Arena *arena, Finding *finding)
{
    const UploadKind *kind = header->kind;
    if (kind->layout != LAYOUT_TABLE || kind->other_word_count + kind->other_column_count == 0)
        return false;
    bool whole = header_is_whole(header);
    *finding = (Finding){.error = !whole, .code = whole ? "table_named_otherwise" : "table_of_other_kind"};
    finding->read_as = header_missing_labels(header, arena);
    finding->expected = kind->title;
    return (!whole && has_other_columns(sheet, header, arena, finding)) ||
           is_named(sheet, header, stem, arena, finding);
}
