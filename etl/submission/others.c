#include "submission/others.h"

#include "text/unitnote.h"

static Finding
beyond_at(const Sheet *sheet, const Header *header, int column, Arena *arena)
{
    Place place = {sheet->name, sheet->rows[header->last].place.row_no, column};
    Finding finding = {.place = place, .error = true, .code = "columns_too_many"};
    for (size_t index = header->first; index <= header->last; index++) {
        Text cell = sheet_cell(sheet, index, column);
        finding.raw = cell.len > 0 ? cell : finding.raw;
    }
    finding.expected = arena_printf(arena, "%d", (int)HEADER_MAX_COLUMNS);
    return finding;
}

static bool
tell_beyond(const Sheet *sheet, const Header *header, FindingWriter *findings, Arena *arena, Err *err)
{
    int width = header->kind->layout == LAYOUT_FORM ? 0 : sheet_width(sheet);
    for (int column = HEADER_MAX_COLUMNS; column < width; column++) {
        if (!header_goes_beyond(header, sheet, column))
            continue;
        Finding finding = beyond_at(sheet, header, column, arena);
        return finding_add(findings, &finding, err);
    }
    return true;
}

bool
others_tell_around(const OtherTables *others, const Sheet *sheet, const Header *header, FindingWriter *findings,
                   Arena *arena, Err *err)
{
    Finding finding;
    if (!tell_beyond(sheet, header, findings, arena, err))
        return false;
    if (header->kind->layout == LAYOUT_FORM)
        return true;
    if (othertables_above(others, sheet, header, arena, &finding) && !finding_add(findings, &finding, err))
        return false;
    return !othertables_beside(others, sheet, header, arena, &finding) || finding_add(findings, &finding, err);
}

bool
others_tell_in_form(const OtherTables *others, const Sheet *sheet, FindingWriter *findings, Arena *arena, Err *err)
{
    Finding finding;
    size_t from = 0;
    while (othertables_in_form(others, sheet, &from, arena, &finding)) {
        if (!finding_add(findings, &finding, err))
            return false;
    }
    return true;
}

bool
others_tell_file_unit(Text stem, FindingWriter *findings, Arena *arena, Err *err)
{
    UnitNote note = unitnote_named(stem, arena);
    Finding finding = {.place = {TEXT_NONE, 0, -1}, .code = "file_name_unit"};
    finding.raw = unitnote_for(&note, TEXT("元"), arena);
    return finding.raw.len == 0 || finding_add(findings, &finding, err);
}
