/* For the tests of etl/table: a kind and sheets written down as literals. */
#ifndef HUIZONG_TESTS_TABLE_KIT_H
#define HUIZONG_TESTS_TABLE_KIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "schema/upload.h"
#include "table/sheet.h"

enum { KIT_MAX_CELLS = 10 };

static Arena *kit_arena;

static inline int
kit_set_up(void **state)
{
    (void)state;
    kit_arena = arena_new();
    return 0;
}

static inline int
kit_tear_down(void **state)
{
    (void)state;
    arena_free(kit_arena);
    return 0;
}

/* Aliases are given folded, parted by blanks; the first is the title. */
static inline Field
kit_field(const char *key, FieldType type, const char *aliases)
{
    Field field = {.key = text_of(key), .type = type, .aliases = arena_array(kit_arena, KIT_MAX_CELLS, sizeof(Text))};
    for (const char *from = aliases; *from != '\0';) {
        size_t len = strcspn(from, " ");
        field.aliases[field.alias_count++] = (Text){from, len};
        from += len + (from[len] == ' ');
    }
    field.title = field.aliases[0];
    return field;
}

/* The summary table as the notices print it. */
static inline UploadKind
kit_summary(void)
{
    Field fields[] = {kit_field("unit", FIELD_UNIT, "推荐单位"),
                      kit_field("unit_contact", FIELD_PERSON, "联系人 单位联系人"),
                      kit_field("unit_phone", FIELD_PHONE, "联系方式 联系电话 电话"),
                      kit_field("seq", FIELD_SEQUENCE, "序号 编号"),
                      kit_field("platform", FIELD_NAME, "工业互联网平台名称 平台名称"),
                      kit_field("enterprise", FIELD_NAME, "依托企业 依托企业名称 企业名称"),
                      kit_field("contact", FIELD_PERSON, "联系人 联系人姓名"),
                      kit_field("mobile", FIELD_MOBILE, "联系方式(手机) 联系方式 手机")};
    UploadKind kind = {
        .kind = TEXT("summary"), .title = TEXT("推荐信息汇总表"), .field_count = sizeof fields / sizeof fields[0]};
    for (size_t i = 0; i < 3; i++)
        fields[i].in_head = true;
    fields[4].expected = fields[5].expected = true;
    fields[4].match = fields[5].match = true;
    kind.fields = arena_alloc(kit_arena, sizeof fields);
    memcpy(kind.fields, fields, sizeof fields);
    return kind;
}

/* One more row; cells parted by "|", an empty one is absent. */
static inline void
kit_row(Sheet *sheet, uint64_t row_no, const char *cells)
{
    Text split[KIT_MAX_CELLS] = {{NULL, 0}};
    Row row = {.place = {sheet->name, row_no, -1}, .marks = TEXT(""), .cells = split};
    for (const char *from = cells;; from++) {
        size_t len = strcspn(from, "|");
        split[row.cell_count++] = len > 0 ? (Text){from, len} : TEXT_NONE;
        from += len;
        if (*from == '\0')
            break;
    }
    sheet_add_row(sheet, &row);
}

/* A visible sheet of rows 1, 2, 3 …; NULL ends the list. */
static inline Sheet *
kit_sheet(const char *const *rows)
{
    Sheet *sheet = sheet_new(TEXT("Sheet1"), false, kit_arena);
    for (size_t i = 0; rows[i] != NULL; i++)
        kit_row(sheet, i + 1, rows[i]);
    return sheet;
}

static inline void
assert_text(Text got, const char *want)
{
    if (!text_equal(got, text_of(want)))
        fail_msg("got \"%" TEXT_FMT "\", expected \"%s\"", TEXT_ARG(got), want);
}

#endif
