#include "submission/others.h"

bool
others_tell_above(const OtherTables *others, const Sheet *sheet, const Header *header, FindingWriter *findings,
                  Arena *arena, Err *err)
{
    Finding finding;
    return header->kind->layout == LAYOUT_FORM || !othertables_above(others, sheet, header, arena, &finding) ||
           finding_add(findings, &finding, err);
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
