#include "submission/headapart.h"

#include "list/platform.h"
#include "schema/convert.h"
#include "table/bodyword.h"
#include "text/fold.h"
#include "text/words.h"

/* A cover has few rows, and hardly one that is filled like a table's. */
enum { COVER_ROWS = 30, WIDE_CELLS = 3, WIDE_ROWS = 3 };

struct HeadPart {
    Text sheet;
    HeadBlock *blocks; /* by kind */
    bool whole;        /* nothing stands there but head fields and titles */
    struct HeadPart *next;
};

HeadApart
headapart_new(const UploadSet *set, Text path, Arena *arena)
{
    HeadApart apart = {.set = set, .path = path, .arena = arena};
    apart.own = arena_array(arena, set->kind_count, sizeof *apart.own);
    return apart;
}

/* Only a cycle's uploads have heads; a form says the same in cells of its own. */
static bool
has_head(const HeadApart *apart, size_t kind)
{
    return apart->set->form_year > 0 && apart->set->kinds[kind].layout != LAYOUT_FORM;
}

/* 请填写全称 */
static bool
is_hint(Text value)
{
    static const char *const begins[] = {"请", "填", "应", "须", "需", "指", "与", "同", NULL};
    return words_begin(begins, value);
}

static bool
is_cover(const Sheet *sheet, Arena *arena)
{
    static const char *const others[] = {"说明", "须知", "示例", "样例", "模板", "通讯录", "联系表", NULL};
    size_t wide = 0;
    for (size_t i = 0; i < sheet->row_count; i++)
        wide += sheet_filled_count(sheet, i) > WIDE_CELLS;
    Text first = fold_key(sheet_cell(sheet, 0, sheet_first_filled(sheet, 0)), arena);
    return sheet->row_count <= COVER_ROWS && wide <= WIDE_ROWS && !words_inside(others, sheet->name) &&
           !bodyword_is_note(first);
}

/* Copies what is said, and drops hints; true where something is left. */
static bool
keep_values(HeadBlock *block, Arena *arena)
{
    bool said = false;
    for (size_t i = 0; i < block->count; i++) {
        HeadValue *value = &block->values[i];
        value->value = is_hint(value->value) ? TEXT_NONE : arena_text(arena, value->value);
        value->place.sheet = arena_text(arena, value->place.sheet);
        said |= value->value.len > 0;
    }
    return said;
}

static bool
stands_in_part(const HeadPart *part, size_t kind_count, uint64_t row_no)
{
    for (size_t i = 0; i < kind_count; i++) {
        if (headblock_stands_in(&part->blocks[i], row_no))
            return true;
    }
    return false;
}

static bool
is_whole(const HeadPart *part, size_t kind_count, const Sheet *sheet)
{
    for (size_t i = 0; i < sheet->row_count; i++) {
        if (sheet_filled_count(sheet, i) > 1 && !stands_in_part(part, kind_count, sheet->rows[i].place.row_no))
            return false;
    }
    return true;
}

void
headapart_keep(HeadApart *apart, const Sheet *sheet)
{
    size_t kinds = apart->set->kind_count;
    if (!is_cover(sheet, apart->arena))
        return;
    HeadPart *part = arena_alloc(apart->arena, sizeof *part);
    *part = (HeadPart){.sheet = arena_text(apart->arena, sheet->name)};
    part->blocks = arena_array(apart->arena, kinds, sizeof *part->blocks);
    bool said = false;
    for (size_t i = 0; i < kinds; i++) {
        if (!has_head(apart, i))
            continue;
        part->blocks[i] = headblock_new(&apart->set->kinds[i], apart->arena);
        headblock_read(&part->blocks[i], sheet, 0, sheet->row_count, apart->arena);
        said |= keep_values(&part->blocks[i], apart->arena);
    }
    if (!said)
        return;
    part->whole = is_whole(part, kinds, sheet);
    *(apart->last == NULL ? &apart->first : &apart->last->next) = part;
    apart->last = part;
}

static size_t
index_of(const HeadApart *apart, const UploadKind *kind)
{
    size_t index = 0;
    while (index < apart->set->kind_count && !text_equal(apart->set->kinds[index].kind, kind->kind))
        index++;
    return index;
}

void
headapart_note(HeadApart *apart, const UploadKind *kind, const HeadBlock *own)
{
    size_t index = index_of(apart, kind);
    if (index == apart->set->kind_count || !has_head(apart, index))
        return;
    HeadBlock *known = &apart->own[index];
    if (known->values == NULL)
        *known = headblock_new(&apart->set->kinds[index], apart->arena);
    for (size_t i = 0; i < known->count && i < own->count; i++) {
        if (known->values[i].value.len == 0)
            known->values[i].value = arena_text(apart->arena, own->values[i].value);
    }
}

/* What the lines above the list, or its sheet's name, call its platform: 工业设备清单（闽都云平台）. */
static Text
platform_above(const Sheet *sheet, const Header *header, Arena *arena)
{
    Text name = platform_named(sheet->name, header->kind, arena);
    for (size_t index = 0; index < header->first && name.len == 0; index++)
        name = platform_named(sheet_cell(sheet, index, sheet_first_filled(sheet, index)), header->kind, arena);
    return name;
}

void
headapart_note_list(HeadApart *apart, const Sheet *sheet, const Header *header)
{
    HeadBlock own = headblock_new(header->kind, apart->arena);
    headblock_read(&own, sheet, 0, header->first, apart->arena);
    for (size_t i = 0; i < own.count; i++) {
        HeadValue *value = &own.values[i];
        if (value->field->type == FIELD_NAME && value->value.len == 0)
            value->value = platform_above(sheet, header, apart->arena);
    }
    headapart_note(apart, header->kind, &own);
}

const HeadBlock *
headapart_said(const HeadApart *apart, const UploadKind *kind)
{
    size_t index = index_of(apart, kind);
    if (apart->first == NULL || index == apart->set->kind_count || !has_head(apart, index))
        return NULL;
    HeadBlock *said = arena_alloc(apart->arena, sizeof *said);
    *said = headblock_new(&apart->set->kinds[index], apart->arena);
    for (const HeadPart *part = apart->first; part != NULL; part = part->next) {
        for (size_t i = 0; i < said->count; i++) {
            if (said->values[i].value.len == 0)
                said->values[i] = part->blocks[index].values[i];
        }
    }
    return said;
}

/* 福州市 and 福州市工业和信息化局, which 福州市工信局 is as well. */
static bool
agree(const HeadApart *apart, Text one, Text other)
{
    Text left = fold_key(one, apart->arena);
    Text right = fold_key(other, apart->arena);
    return text_find(left, right, 0) != SIZE_MAX || text_find(right, left, 0) != SIZE_MAX ||
           upload_is_same_unit(apart->set, one, other, apart->arena);
}

static bool
names_sender(const Field *field)
{
    return field->type == FIELD_UNIT || field->type == FIELD_NAME;
}

static bool
tell_unread(const HeadApart *apart, const HeadValue *value, Text own, FindingWriter *findings, Err *err)
{
    Finding finding = {.place = value->place, .field = value->field->title, .error = true, .code = "head_apart"};
    finding.raw = value->value;
    finding.read_as = own.len > 0 ? own : TEXT("（未写）");
    bool said = own.len > 0 ? agree(apart, own, value->value)
                            : text_find(fold_key(apart->path, apart->arena), fold_key(value->value, apart->arena), 0) !=
                                  SIZE_MAX;
    return said || finding_add(findings, &finding, err);
}

static bool
write_value(const HeadApart *apart, const HeadValue *value, const TableSink *sink, Err *err)
{
    FindingList list = findinglist_new(apart->arena);
    Converter converter = {sink->gbk, apart->arena, &list, TEXT_NONE};
    CellInput input = {.place = value->place, .raw = value->value};
    TypedCell cell = convert_cell(&converter, value->field, &input);
    return typedrow_cell(sink->rows, &cell, err) && findinglist_write(&list, sink->findings, err);
}

/* What the kind's tables do not say themselves; `begun`: the sheet's head block. */
static bool
write_kind(const HeadApart *apart, const HeadPart *part, size_t kind, const TableSink *sink, bool *begun, Err *err)
{
    const UploadKind *of = &apart->set->kinds[kind];
    for (size_t i = 0; i < part->blocks[kind].count; i++) {
        const HeadValue *value = &part->blocks[kind].values[i];
        Text own = apart->own[kind].values[i].value;
        bool taken = of->layout == LAYOUT_TABLE && own.len == 0;
        if (value->value.len == 0 || (!taken && !names_sender(value->field)))
            continue;
        if (!taken && !tell_unread(apart, value, own, sink->findings, err))
            return false;
        if (!taken)
            continue;
        if ((!*begun && !typedrow_table(sink->rows, of->kind, part->sheet, TEXT_NONE, err)) ||
            !write_value(apart, value, sink, err))
            return false;
        *begun = true;
    }
    return true;
}

bool
headapart_write(const HeadApart *apart, SkippedSheets *skipped, const TableSink *sink, Err *err)
{
    for (const HeadPart *part = apart->first; part != NULL; part = part->next) {
        bool taken = false;
        for (size_t i = 0; i < apart->set->kind_count; i++) {
            bool begun = false;
            if (apart->own[i].values != NULL && !write_kind(apart, part, i, sink, &begun, err))
                return false;
            taken |= begun;
        }
        if (taken && part->whole)
            skipped_drop(skipped, part->sheet);
    }
    return true;
}
