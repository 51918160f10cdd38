/* For the tests of etl/list: a sheet read as a list of the cycle's own kinds, and what came out as bytes. */
#ifndef HUIZONG_TESTS_LIST_KIT_H
#define HUIZONG_TESTS_LIST_KIT_H

#include "convert_kit.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "list/list.h"
#include "list/unique.h"
#include "rows/told.h"

/* The typed stream and the findings of one list. */
typedef struct Output {
    Text rows;
    Text findings;
    const char *refused;
} Output;

static inline Text
kit_content(const char *path)
{
    Err err = {0};
    Text text;
    assert_true(file_read(path, 64 * 1024 * 1024, kit_arena, &text, &err));
    return text;
}

static inline ListSetting
kit_setting(void)
{
    return (ListSetting){
        .gbk = gbk, .stem = TEXT("工业设备清单"), .most_bad = 100, .memory = UNIQUE_MEMORY, .most_alike = TOLD_MOST};
}

static inline Header
kit_header(const Sheet *sheet, const UploadSet *set)
{
    Header header;
    assert_int_equal(header_find(sheet, set, TEXT("工业设备清单"), kit_arena, &header), HEADER_FOUND);
    assert_int_equal(header.kind->layout, LAYOUT_LIST);
    return header;
}

/* `whole`: the sheet is held to its end; else its rows come one by one. */
static inline Output
kit_list(const Sheet *sheet, const Header *header, ListSetting setting, bool whole)
{
    char rows[] = "/tmp/huizong-list-rows-XXXXXX";
    char findings_path[] = "/tmp/huizong-list-findings-XXXXXX";
    Err err = {0};
    Output output;
    int fd = mkstemp(rows);
    int other = mkstemp(findings_path);
    assert_true(fd >= 0 && other >= 0);
    close(other);
    setting.rows = typedrow_writer_new(fd);
    setting.findings = finding_open(findings_path, &err);
    setting.spill = spill_files_open();
    List *list = list_open(&setting, sheet, header, whole, &err);
    assert_non_null(list);
    assert_true(list_take_held(list, sheet, &err));
    assert_true(list_end(list, &output.refused, &err));
    list_free(list);
    spill_files_close(setting.spill);
    assert_true(finding_close(setting.findings, &err) && typedrow_end(setting.rows, NULL, &err));
    typedrow_writer_free(setting.rows);
    close(fd);
    output.rows = kit_content(rows);
    output.findings = kit_content(findings_path);
    unlink(rows);
    unlink(findings_path);
    return output;
}

static inline size_t
kit_count(Text text, const char *part)
{
    size_t count = 0;
    for (size_t at = 0; (at = text_find(text, text_of(part), at)) != SIZE_MAX; at++)
        count++;
    return count;
}

#endif
