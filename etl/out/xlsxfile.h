/*
 * A workbook on its way to its file, as out/workbook and out/fillbook write it: the only place that includes libxlsxwriter. Nothing stands at the path before
 * xlsxfile_commit; the same calls give the same bytes.
 *
 * Fonts: a workbook names one font a cell and no others to fall back on, and libxlsxwriter writes no character set. The fonts that GB/T 9704-2012 asks for (方正小标宋简体,
 * 仿宋_GB2312, 黑体) are named, as ones of a single width. Where one is not installed, Excel and WPS on a Chinese Windows take the system's 宋体 for it (WPS offers to fetch the missing
 * one), WPS on Linux and LibreOffice the system's Chinese font. In all of these a Chinese character is as wide as high, so lines break where they would and the rows' heights, which are computed here, hold;
 * letters, which may then come from a wider font, are given room.
 */
#ifndef HUIZONG_OUT_XLSXFILE_H
#define HUIZONG_OUT_XLSXFILE_H

#include <xlsxwriter.h>

#include "base/file.h"

enum { XLSXFILE_HEADER_MAX = 128 };

typedef struct XlsxFile {
    AtomicFile file;
    lxw_workbook *lxw;
    Arena *cells;                     /* for the texts of a row; its owner resets it */
    char header[XLSXFILE_HEADER_MAX]; /* of each page, as worksheet_set_header takes it; "": none */
} XlsxFile;

typedef struct XlsxStyle {
    const char *font;
    int points;
    bool centred;
    bool boxed;
    int least_height; /* of the row, in points */
} XlsxStyle;

/* Margins in inches. */
typedef struct XlsxPage {
    bool landscape;
    int width_pixels; /* what the columns are stretched to; 0: they keep their own width */
    double left, right, top, bottom;
    const char *footer;
    double footer_margin;
} XlsxPage;

/* `streamed`: a row is written out when the next begins. After a failure too, xlsxfile_close frees. */
bool
xlsxfile_open(XlsxFile *file, const char *path, bool streamed, Err *err);

/* Writes beside, verifies that the file is whole, renames. */
bool
xlsxfile_commit(XlsxFile *file, Err *err);

/* Without xlsxfile_commit nothing is left behind. */
void
xlsxfile_close(XlsxFile *file);

/* True for LXW_NO_ERROR. */
bool
xlsxfile_check(const XlsxFile *file, lxw_error error, Err *err);

/* The text as a cell holds it (out/celltext.h), in `cells`; NULL with *err where it is not UTF-8. `row` is 0-based, for the message. */
const char *
xlsxfile_text(const XlsxFile *file, Text text, lxw_row_t row, Err *err);

/* The next sheet; NULL with *err. */
lxw_worksheet *
xlsxfile_sheet(const XlsxFile *file, Text name, Err *err);

/* Sets `pixels` and the sheet's columns: `widths` in half-width characters, stretched where the page has a width. */
bool
xlsxfile_columns(const XlsxFile *file, lxw_worksheet *sheet, const XlsxPage *page, const int *widths, size_t count,
                 int *pixels, Err *err);

typedef enum XlsxPaper { XLSXFILE_A4, XLSXFILE_A3 } XlsxPaper;

/* The points between the margins of a page, from top to bottom. */
int
xlsxfile_page_points(const XlsxPage *page, XlsxPaper paper);

/* A4, as wide as one page. */
bool
xlsxfile_page(const XlsxFile *file, lxw_worksheet *sheet, const XlsxPage *page, Err *err);

/* Wrapped, in the middle of its height; in `points` instead of the style's. NULL without memory. */
lxw_format *
xlsxfile_format(const XlsxFile *file, const XlsxStyle *style, int points);

enum { XLSXFILE_ROW_POINTS_MAX = 409 };

/* The height in points that a cleaned text needs in a cell of that width, of the style but for its size; at most XLSXFILE_ROW_POINTS_MAX. */
int
xlsxfile_height(const char *text, int pixels, const XlsxStyle *style, int points);

/* The style's points, or less where a row of the greatest height could not hold the text: no text is cut. */
int
xlsxfile_fitting_points(const char *text, int pixels, const XlsxStyle *style);

/* How wide a cell must be for so many half-width characters on one line. */
int
xlsxfile_pixels(int halves, const XlsxStyle *style, int points);

/* A title that would wrap is set in the next smaller sizes of type, down to 小二 (18 points). */
int
xlsxfile_title_points(const char *title, int pixels, const XlsxStyle *style);

#endif
