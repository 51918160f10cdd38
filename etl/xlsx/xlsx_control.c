#include "xlsx/xlsx_control.h"

#include <string.h>

XlsxControl *
xlsx_control_add(XlsxOver *over)
{
    enum { FIRST = 16 };
    if (over->count == XLSX_CONTROLS_MOST) {
        xlsx_control_meet(over, &over->unread, 0, -1, TEXT(""));
        return NULL;
    }
    if (over->count == over->room) {
        over->room = over->room > 0 ? 2 * over->room : FIRST;
        XlsxControl *wide = arena_array(over->arena, over->room, sizeof *wide);
        if (over->count > 0)
            memcpy(wide, over->controls, over->count * sizeof *wide);
        over->controls = wide;
    }
    return &over->controls[over->count++];
}

/* The first is the one that a reader of the sheet comes to first. */
void
xlsx_control_meet(XlsxOver *over, XlsxMet *met, uint64_t row_no, int column, Text said)
{
    enum { SAID_MOST = 90 };
    bool sooner = row_no < met->row_no || (row_no == met->row_no && column < met->column);
    if (met->count++ > 0 && (row_no == 0 || (met->row_no > 0 && !sooner)))
        return;
    met->row_no = row_no;
    met->column = column;
    met->said = arena_text(over->arena, text_sub(said, 0, text_cut(said, said.len < SAID_MOST ? said.len : SAID_MOST)));
}
