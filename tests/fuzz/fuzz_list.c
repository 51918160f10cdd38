/*
 * An attached list of equipment, read twice: the short way, which knows the common writings of a cell, and the long one by schema/convert. Both give the same
 * bytes, and every row that was read is loaded or sent back.
 */
#include "cells.h"

#include "list/list.h"
#include "list/unique.h"
#include "rows/told.h"

static const char *
write_list(const Sheet *sheet, const Header *header, const Written *written, bool long_way)
{
    Err err = {0};
    const char *refused = NULL;
    ListSetting setting = {.rows = written->writer,
                           .findings = written->finding_writer,
                           .gbk = cells_gbk(),
                           .stem = TEXT("工业设备清单"),
                           .most_bad = 100,
                           .memory = UNIQUE_MEMORY,
                           .most_alike = TOLD_MOST,
                           .long_way = long_way};
    List *list = list_open(&setting, sheet, header, true, &err);
    PROMISE(list != NULL && list_take_held(list, sheet, &err) && list_end(list, &refused, &err));
    list_free(list);
    return refused;
}

/* The tuples of a block are as many as it says, and end where it ends. */
static void
tuples_are_whole(Text block, uint64_t rows)
{
    const unsigned char *at = (const unsigned char *)block.ptr, *end = at + block.len;
    for (; rows > 0; rows--) {
        PROMISE(end - at >= 2);
        int fields = at[0] << 8 | at[1];
        at += 2;
        for (; fields > 0; fields--) {
            PROMISE(end - at >= 4);
            int32_t len = (int32_t)((uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3]);
            PROMISE(len >= -1 && (len == -1 || end - at >= len + 4));
            at += len == -1 ? 4 : len + 4;
        }
    }
    PROMISE(at == end);
}

static void
rows_are_whole(const Written *written)
{
    Err err = {0};
    TypedItem item;
    uint64_t sent = 0, back = 0, taken_back = 0;
    TypedReader *reader = typedrow_reader_new(written->rows);
    while (typedrow_next(reader, &item, &err)) {
        sent += item.kind == TYPED_LIST_ROWS ? item.lines : 0;
        back += item.kind == TYPED_LIST_REJECT;
        taken_back += item.kind == TYPED_LIST_TAKEBACK;
        if (item.kind == TYPED_LIST_ROWS)
            tuples_are_whole(item.value, item.lines);
        if (item.kind == TYPED_LIST_END)
            PROMISE(item.lines == item.loaded + item.rejected && item.loaded == sent - taken_back &&
                    item.rejected == back);
    }
    PROMISE(err.code == ERR_NONE);
    typedrow_reader_free(reader);
}

static void
read_list(const Sheet *sheet, const Header *header, Arena *arena)
{
    Written quick = written_open(), slow = written_open();
    const char *refused = write_list(sheet, header, &quick, false);
    PROMISE(text_equal(text_of(refused), text_of(write_list(sheet, header, &slow, true))));
    written_end(&quick, refused);
    written_end(&slow, refused);
    PROMISE(written_same(&quick, &slow, arena));
    rows_are_whole(&quick);
    written_close(&quick);
    written_close(&slow);
}

/* An input that begins with a blank line is the rows below the usual header. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Header header;
    Text lines = {block, len};
    if (text_starts_with(lines, TEXT("\n")))
        lines = arena_join(arena, TEXT("设备编码|设备名称|设备类别|设备型号|接入日期|台数|备注"), lines, TEXT_NONE);
    Sheet *sheet = cells_sheet(lines, arena);
    HeaderVerdict verdict = header_find(sheet, cells_schemas("fujian-2023"), TEXT("工业设备清单"), arena, &header);
    if (verdict == HEADER_FOUND && header.kind->layout == LAYOUT_LIST)
        read_list(sheet, &header, arena);
    free(block);
    arena_free(arena);
    return 0;
}
