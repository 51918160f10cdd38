#include "xlsx/xlsx_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"
#include "xlsx/xlsx_state.h"

enum {
    THERE = 0x8000,  /* of a row's height: the sheet has that row */
    PIXELS = 0x7FFF, /* and the height, 0 where it does not say */
    BOX = 18,        /* across of a box without its caption */
    EDGE = 3,        /* so near an edge nobody can tell */
    TALL = 64,       /* rows under one control */
    DIGIT_LEAST = 7, /* pixels of a digit of the workbook's font, which is the unit of widths, */
    DIGIT_MOST = 8   /* 宋体 has wide ones */
};

typedef struct PlanReading {
    XlsxOver *over;
    uint16_t *heights; /* by row; in pixels, and THERE */
    uint8_t *widths;   /* by column; in digits, rounded; 0: as the default */
    long row_no, default_height, default_width;
    Buf lost;         /* XlsxLost: controls that have no shape of their number */
    bool in_fallback; /* what stands there was said ahead of it */
} PlanReading;

static long
pixels_of_points(const char *points)
{
    double value = points != NULL ? strtod(points, NULL) : 0;
    return value > 0 && value < PIXELS / 2 ? (long)(value * 4 / 3 + 0.5) : 0;
}

static long
digits_of(const char *width)
{
    double value = width != NULL ? strtod(width, NULL) : 0;
    return value >= 1 && value <= UINT8_MAX ? (long)(value + 0.5) : 0;
}

static void
take_defaults(PlanReading *reading, const char *const *attributes)
{
    long height = pixels_of_points(xml_attribute(attributes, "defaultRowHeight"));
    long width = digits_of(xml_attribute(attributes, "defaultColWidth"));
    reading->default_height = height > 0 ? height : reading->default_height;
    reading->default_width = width > 0 ? width : reading->default_width;
}

static void
take_widths(PlanReading *reading, const char *const *attributes)
{
    const char *first = xml_attribute(attributes, "min"), *last = xml_attribute(attributes, "max");
    long until = last != NULL ? strtol(last, NULL, 10) : 0;
    for (long i = first != NULL ? strtol(first, NULL, 10) : 0; i >= 1 && i <= until && i <= LIMIT_COLUMNS; i++)
        reading->widths[i - 1] = (uint8_t)digits_of(xml_attribute(attributes, "width"));
}

static void
take_row(PlanReading *reading, const char *const *attributes)
{
    const char *number = xml_attribute(attributes, "r");
    if (number != NULL)
        reading->row_no = strtol(number, NULL, 10);
    else if (reading->row_no <= LIMIT_ROWS)
        reading->row_no++;
    if (reading->row_no >= 1 && reading->row_no <= LIMIT_ROWS)
        reading->heights[reading->row_no - 1] = (uint16_t)(THERE | pixels_of_points(xml_attribute(attributes, "ht")));
}

static long
height_of(const PlanReading *reading, long row)
{
    long own = row < LIMIT_ROWS ? reading->heights[row] & PIXELS : 0;
    return own > 0 ? own : reading->default_height;
}

/* The row, from 0, in which the middle of the control lies, clear of its edges; -1 where that is not plain. */
static long
row_under(const PlanReading *reading, const XlsxControl *control)
{
    long first = control->from.row, last = control->to.row, above = 0;
    if (first < 0 || last < first || last - first > TALL)
        return -1;
    if (last == first || (last == first + 1 && control->to.down <= 0))
        return first;
    for (long row = first; row < last; row++)
        above += height_of(reading, row);
    long middle = (control->from.down + above + control->to.down) / 2, row = first;
    while (row < last && middle >= height_of(reading, row))
        middle -= height_of(reading, row++);
    return middle >= EDGE && middle <= height_of(reading, row) - EDGE ? row : -1;
}

/* The column in which the box at the control's left end lies. */
static long
column_under(const PlanReading *reading, const XlsxControl *control)
{
    long column = control->from.column, box = control->from.across + BOX / 2;
    long digits = reading->widths[column] > 0 ? reading->widths[column] : reading->default_width;
    if (control->to.column == column || box <= DIGIT_LEAST * digits - EDGE)
        return column;
    return box >= DIGIT_MOST * (digits + 1) + EDGE && column + 1 < LIMIT_COLUMNS ? column + 1 : -1;
}

static void
place_controls(PlanReading *reading)
{
    for (size_t i = 0; i < reading->over->count; i++) {
        XlsxControl *control = &reading->over->controls[i];
        long row = control->boxed ? row_under(reading, control) : -1;
        long column = row >= 0 ? column_under(reading, control) : -1;
        control->row_no = column >= 0 ? (uint64_t)row + 1 : 0;
        control->column = (int)column;
    }
}

/* What lies over a merged range lies over its first cell. */
static void
merge(PlanReading *reading, Text range)
{
    uint64_t top, bottom;
    int left, right;
    size_t colon = text_find(range, TEXT(":"), 0);
    if (colon == SIZE_MAX || !row_read_cell(text_sub(range, 0, colon), &top, &left) ||
        !row_read_cell(text_sub(range, colon + 1, range.len), &bottom, &right))
        return;
    for (size_t i = 0; i < reading->over->count; i++) {
        XlsxControl *control = &reading->over->controls[i];
        if (control->row_no >= top && control->row_no <= bottom && control->column >= left &&
            control->column <= right) {
            control->row_no = top;
            control->column = left;
        }
    }
}

static void
take_control(PlanReading *reading, const char *const *attributes)
{
    Arena *arena = reading->over->arena;
    const char *shape = xml_attribute(attributes, "shapeId");
    long number = shape != NULL ? strtol(shape, NULL, 10) : 0;
    Text name = text_of(xml_attribute(attributes, "name"));
    XlsxLost control = {arena_text(arena, text_of(xlsx_name_relation(attributes))), arena_text(arena, name)};
    bool found = false;
    for (size_t i = 0; i < reading->over->count && number > 0; i++) {
        if (reading->over->controls[i].shape == number) {
            reading->over->controls[i].relation = control.relation;
            found = true;
        }
    }
    if (!found)
        buf_append(&reading->lost, &control, sizeof control);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    PlanReading *reading = context;
    (void)err;
    if (strcmp(element, "row") == 0)
        take_row(reading, attributes);
    else if (strcmp(element, "sheetFormatPr") == 0)
        take_defaults(reading, attributes);
    else if (strcmp(element, "col") == 0)
        take_widths(reading, attributes);
    else if (strcmp(element, "mergeCell") == 0)
        merge(reading, text_trim(text_of(xml_attribute(attributes, "ref"))));
    else if (strcmp(element, "Fallback") == 0)
        reading->in_fallback = true;
    else if (strcmp(element, "control") == 0 && !reading->in_fallback)
        take_control(reading, attributes);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    PlanReading *reading = context;
    (void)err;
    if (strcmp(element, "sheetData") == 0)
        place_controls(reading);
    else if (strcmp(element, "Fallback") == 0)
        reading->in_fallback = false;
    return true;
}

static void
note_bare(const PlanReading *reading)
{
    for (size_t i = 0; i < reading->over->count; i++) {
        XlsxControl *control = &reading->over->controls[i];
        control->bare = control->row_no > 0 && (reading->heights[control->row_no - 1] & THERE) == 0;
    }
}

bool
xlsx_plan_read(XlsxOver *over, const XlsxBook *book, Text part, const XlsxRelations *relations, Err *err)
{
    /* Controls stand where only programs look that know of them: with this namespace those places come as well. */
    static const char *const spaces[] = {"http://schemas.openxmlformats.org/spreadsheetml/2006/main|",
                                         "http://purl.oclc.org/ooxml/spreadsheetml/main|",
                                         "http://schemas.openxmlformats.org/markup-compatibility/2006|", NULL};
    static const XmlHandlers handlers = {.spaces = spaces, .start = on_start, .end = on_end};
    enum { USUAL_HEIGHT = 18, USUAL_WIDTH = 9 };
    PlanReading reading = {.over = over,
                           .default_height = USUAL_HEIGHT,
                           .default_width = USUAL_WIDTH,
                           .lost = buf_new(XLSX_CONTROLS_MOST * sizeof(XlsxLost))};
    Arena *arena = arena_new();
    bool good;
    reading.heights = arena_array(arena, LIMIT_ROWS, sizeof *reading.heights);
    reading.widths = arena_array(arena, LIMIT_COLUMNS, sizeof *reading.widths);
    bool ok = part_glance(book->zip, book->sink, part, &handlers, &reading, &good, err);
    note_bare(&reading);
    ok = ok && xlsx_state_settle(over, book, relations, &reading.lost, err);
    buf_free(&reading.lost);
    arena_free(arena);
    return ok;
}
