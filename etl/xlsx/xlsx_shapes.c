#include "xlsx/xlsx_shapes.h"

#include <stdlib.h>
#include <string.h>

#include "rows/returned.h"
#include "text/fold.h"
#include "xlsx/xlsx_name.h"
#include "xlsx/xlsx_vml.h"

enum { SAID_MOST = 4096 };

/* A drawing: the shapes of each anchor, with the cell it begins in. */
typedef struct DrawingReading {
    XlsxOver *over;
    Buf text;   /* of all shapes of the anchor; what is beyond its ceiling is not needed */
    Buf number; /* of <col> or <row> */
    bool in_from, in_number, in_text;
    long column, row; /* 0-based; -1: not said */
} DrawingReading;

static bool
is_anchor(const char *element)
{
    return strcmp(element, "twoCellAnchor") == 0 || strcmp(element, "oneCellAnchor") == 0 ||
           strcmp(element, "absoluteAnchor") == 0;
}

static bool
drawing_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    DrawingReading *reading = context;
    (void)attributes, (void)err;
    if (is_anchor(element)) {
        buf_clear(&reading->text);
        reading->column = reading->row = -1;
    } else if (strcmp(element, "from") == 0) {
        reading->in_from = true;
    } else if (strcmp(element, "t") == 0) {
        reading->in_text = true;
    } else if (reading->in_from && (strcmp(element, "col") == 0 || strcmp(element, "row") == 0)) {
        reading->in_number = true;
        buf_clear(&reading->number);
    }
    return true;
}

/* Of a sheet that has so many. */
static long
number_below(const Buf *digits, long limit)
{
    uint64_t count;
    bool good = digits->len > 0 && text_read_count(text_trim(buf_view(digits)), &count);
    return good && count < (uint64_t)limit ? (long)count : -1;
}

static void
end_anchor(DrawingReading *reading)
{
    XlsxOver *over = reading->over;
    Text said = reading->text.len > 0 ? fold_clean(buf_view(&reading->text), over->arena) : TEXT("");
    bool placed = reading->column >= 0 && reading->row >= 0;
    if (said.len > 0)
        xlsx_control_meet(over, &over->boxes, placed ? (uint64_t)reading->row + 1 : 0, (int)reading->column, said);
}

static bool
drawing_end(void *context, const char *element, Err *err)
{
    DrawingReading *reading = context;
    (void)err;
    if (is_anchor(element)) {
        end_anchor(reading);
    } else if (strcmp(element, "from") == 0) {
        reading->in_from = false;
    } else if (strcmp(element, "t") == 0) {
        reading->in_text = false;
    } else if (strcmp(element, "p") == 0) {
        buf_char(&reading->text, ' ');
    } else if (reading->in_number) {
        reading->in_number = false;
        if (strcmp(element, "col") == 0)
            reading->column = number_below(&reading->number, LIMIT_COLUMNS);
        else if (strcmp(element, "row") == 0)
            reading->row = number_below(&reading->number, LIMIT_ROWS);
    }
    return true;
}

static bool
drawing_text(void *context, Text piece, Err *err)
{
    DrawingReading *reading = context;
    (void)err;
    if (reading->in_number)
        buf_text(&reading->number, piece);
    else if (reading->in_text)
        buf_text(&reading->text, piece);
    return true;
}

static bool
read_drawing(XlsxOver *over, const XlsxBook *book, Text part, bool *good, Err *err)
{
    static const char *const spaces[] = {"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing|",
                                         "http://schemas.openxmlformats.org/drawingml/2006/main|",
                                         "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing|",
                                         "http://purl.oclc.org/ooxml/drawingml/main|", NULL};
    static const XmlHandlers handlers = {
        .spaces = spaces, .start = drawing_start, .end = drawing_end, .text = drawing_text};
    DrawingReading reading = {.over = over, .text = buf_new(SAID_MOST), .number = buf_new(SAID_MOST)};
    bool ok = part_glance(book->zip, book->sink, part, &handlers, &reading, good, err);
    buf_free(&reading.text);
    buf_free(&reading.number);
    return ok;
}

/* Comments, each with the number of its author among those named ahead of it. */
typedef struct CommentsReading {
    XlsxOver *over;
    Buf author;
    bool in_author;
    long authors, ours; /* ours: of the comments in a copy that went back; -1: none */
} CommentsReading;

static void
add_comment(CommentsReading *reading, const char *const *attributes)
{
    const char *reference = xml_attribute(attributes, "ref"), *author = xml_attribute(attributes, "authorId");
    uint64_t row_no = 0;
    int column = -1;
    if (author != NULL && reading->ours >= 0 && strtol(author, NULL, 10) == reading->ours)
        return;
    if (reference == NULL || !row_read_cell(text_of(reference), &row_no, &column))
        row_no = 0;
    xlsx_control_meet(reading->over, &reading->over->comments, row_no, column, TEXT(""));
}

static bool
comments_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    CommentsReading *reading = context;
    (void)err;
    if (strcmp(element, "comment") == 0)
        add_comment(reading, attributes);
    reading->in_author = strcmp(element, "author") == 0;
    buf_clear(&reading->author);
    return true;
}

static bool
comments_end(void *context, const char *element, Err *err)
{
    CommentsReading *reading = context;
    (void)err;
    if (strcmp(element, "author") != 0)
        return true;
    if (reading->author.len > 0 && text_equal(buf_view(&reading->author), TEXT(RETURNED_COMMENT_AUTHOR)))
        reading->ours = reading->authors;
    reading->authors++;
    reading->in_author = false;
    return true;
}

static bool
comments_text(void *context, Text piece, Err *err)
{
    CommentsReading *reading = context;
    (void)err;
    if (reading->in_author)
        buf_text(&reading->author, piece);
    return true;
}

static bool
read_comments(XlsxOver *over, const XlsxBook *book, Text part, bool *good, Err *err)
{
    static const XmlHandlers handlers = {
        .spaces = xlsx_spaces, .start = comments_start, .end = comments_end, .text = comments_text};
    CommentsReading reading = {.over = over, .author = buf_new(SAID_MOST), .ours = -1};
    bool ok = part_glance(book->zip, book->sink, part, &handlers, &reading, good, err);
    buf_free(&reading.author);
    return ok;
}

bool
xlsx_shapes_read(XlsxOver *over, const XlsxBook *book, Text type, Text part, bool *good, Err *err)
{
    if (!zipfile_has(book->zip, part))
        return true;
    if (text_equal(type, TEXT("vmlDrawing")))
        return xlsx_vml_read(over, book, part, good, err);
    if (text_equal(type, TEXT("drawing")))
        return read_drawing(over, book, part, good, err);
    return !text_equal(type, TEXT("comments")) || read_comments(over, book, part, good, err);
}
