#include "ods/ods_left.h"

#include <string.h>

#include "ods/ods_name.h"
#include "package/xml.h"
#include "text/fold.h"

enum { TEXT_MOST = 4096 };

void
ods_left_open(OdsLeft *left)
{
    *left = (OdsLeft){.text = buf_new(TEXT_MOST)};
    xlsx_over_open(&left->met);
}

void
ods_left_close(OdsLeft *left)
{
    xlsx_over_close(&left->met);
    buf_free(&left->text);
}

void
ods_left_begin(OdsLeft *left, bool shapes, uint64_t row_no, int column)
{
    left->shapes = shapes;
    left->row_no = row_no;
    left->column = column;
    left->note = left->paragraph = 0;
    buf_clear(&left->text);
}

/* Of a form; where the shape lies that shows it stands elsewhere. */
static bool
is_filled_in(const char *element)
{
    static const char *const controls[] = {"checkbox", "radio", "listbox", "combobox"};
    for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++)
        if (strcmp(element, controls[i]) == 0)
            return true;
    return false;
}

void
ods_left_start(OdsLeft *left, const char *element, const char *const *attributes)
{
    if (left->note > 0)
        left->note++;
    else if (strcmp(element, "annotation") == 0) {
        left->note = 1;
        xlsx_control_meet(&left->met, &left->met.comments, left->row_no, left->column, TEXT(""));
    } else if (is_filled_in(element)) {
        Text label = text_of(xml_attribute(attributes, ODS_FORM("label")));
        xlsx_control_meet(&left->met, &left->met.unread, 0, -1, label.ptr != NULL ? label : TEXT(""));
    } else if (left->paragraph > 0 || (left->shapes && strcmp(element, "p") == 0)) {
        left->paragraph++;
    }
}

void
ods_left_text(OdsLeft *left, Text piece)
{
    if (left->paragraph > 0 && left->note == 0)
        buf_text(&left->text, piece);
}

void
ods_left_end(OdsLeft *left)
{
    if (left->note > 0)
        left->note--;
    else if (left->paragraph > 0 && --left->paragraph == 0)
        buf_char(&left->text, ' ');
}

void
ods_left_finish(OdsLeft *left)
{
    Text said = left->text.len > 0 ? fold_clean(buf_view(&left->text), left->met.arena) : TEXT("");
    if (said.len > 0)
        xlsx_control_meet(&left->met, &left->met.boxes, left->row_no, left->column, said);
    buf_clear(&left->text);
}

bool
ods_left_tell(OdsLeft *left, Sink *sink, Text sheet, Err *err)
{
    bool told = xlsx_over_tell(&left->met, sink, sheet, err);
    xlsx_over_close(&left->met);
    xlsx_over_open(&left->met);
    return told;
}
