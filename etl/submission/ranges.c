#include "submission/ranges.h"

static bool
torn_range(const RawItem *item, Err *err)
{
    return err_set(err, ERR_DATA, "raw rows: not a range of cells: \"%" TEXT_FMT "\"", TEXT_ARG(item->value));
}

bool
ranges_to_list(List *list, const RawItem *item, Err *err)
{
    CellRange merge;
    if (item->kind == RAW_HIDDEN_COLUMNS)
        return list_take_hidden_columns(list, item->value) || torn_range(item, err);
    return sheet_read_range(item->value, &merge) ? list_take_merge(list, &merge, err) : torn_range(item, err);
}

bool
ranges_to_sheet(Sheet *sheet, const RawItem *item, Err *err)
{
    bool taken =
        item->kind == RAW_MERGE ? sheet_add_merge(sheet, item->value) : sheet_add_hidden_columns(sheet, item->value);
    return taken || torn_range(item, err);
}
