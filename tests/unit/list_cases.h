/* For tests of lists, a few rows each: what is read of them and what is told. */
#ifndef HUIZONG_TESTS_LIST_CASES_H
#define HUIZONG_TESTS_LIST_CASES_H

#include "list_kit.h"

typedef struct ListCase {
    const char *what;
    const char *const *rows;
    const char *end;     /* read, loaded, rejected */
    const char *finding; /* a finding's row, field, severity and code; NULL: there is none */
} ListCase;

/* Read in both ways, which must agree. */
static inline Output
read_list(const char *const *rows, const char *title)
{
    const UploadSet *set = kit_schemas();
    Sheet *sheet = kit_sheet(rows);
    Header header;
    assert_int_equal(header_find(sheet, set, text_of(title), kit_arena, &header), HEADER_FOUND);
    ListSetting setting = kit_setting();
    setting.stem = text_of(title);
    Output quick = kit_list(sheet, &header, setting, true);
    setting.long_way = true;
    Output thorough = kit_list(sheet, &header, setting, true);
    if (!text_equal(quick.rows, thorough.rows) || !text_equal(quick.findings, thorough.findings))
        fail_msg("the short way is not the long one:\n%" TEXT_FMT "\n%" TEXT_FMT, TEXT_ARG(quick.rows),
                 TEXT_ARG(thorough.rows));
    return quick;
}

static inline void
assert_case(const ListCase *item, const char *title)
{
    Output output = read_list(item->rows, title);
    if (kit_count(output.rows, arena_printf(kit_arena, "\\#list-end\t%s\n", item->end).ptr) != 1)
        fail_msg("%s: expected %s, got %" TEXT_FMT, item->what, item->end, TEXT_ARG(output.rows));
    size_t told = kit_count(output.findings, "\terror\t") + kit_count(output.findings, "\twarning\t");
    if (item->finding == NULL ? told > 0 : kit_count(output.findings, item->finding) != 1)
        fail_msg("%s: %" TEXT_FMT, item->what, TEXT_ARG(output.findings));
}

#define ROWS(...)                                                                                                      \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

#endif
