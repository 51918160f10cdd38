/* From a cell's style to the kind of its number format; and xl/styles.xml, where a workbook says so. */
#ifndef HUIZONG_XLSX_XLSX_STYLES_H
#define HUIZONG_XLSX_XLSX_STYLES_H

#include "package/part.h"
#include "xlsx/xlsx_font.h"
#include "xlsx/xlsx_format.h"
#include "xlsx/xlsx_said.h"

/* What a number format shows numbers as. */
typedef struct XlsxShown {
    XlsxFormat format;
    const XlsxSections *sections; /* where that depends on the number, or one of them says something; else NULL */
    const XlsxSaid *said;         /* what each of them says; NULL where none says anything */
} XlsxShown;

typedef struct XlsxCustomFormat {
    long id;
    size_t order;
    XlsxShown shown;
} XlsxCustomFormat;

typedef struct XlsxStyles {
    Arena *arena;
    long *ids;        /* the number formats, by cell format (xf) */
    XlsxShown *shown; /* what they are; until settled only the built-in ones */
    long *worn;       /* their fonts; -1 where it does not matter */
    long *painted;    /* their fills; -1 likewise */
    size_t count, room;
    XlsxFont *fonts; /* by number */
    size_t font_count, font_room;
    bool *coloured; /* whether a fill of that number is there and not white */
    size_t fill_count, fill_room;
    XlsxCustomFormat *customs; /* sorted when settled */
    size_t custom_count, custom_room;
} XlsxStyles;

void
xlsx_styles_open(XlsxStyles *styles, Arena *arena);

/* A number format of the workbook's own; the last of an id counts. False beyond LIMIT_STYLES. */
bool
xlsx_styles_define(XlsxStyles *styles, long id, Text code);

/* The next cell format (xf), by the id of its number format. False beyond LIMIT_STYLES. */
bool
xlsx_styles_add(XlsxStyles *styles, long id);

/* The next font. False beyond LIMIT_STYLES. */
bool
xlsx_styles_font(XlsxStyles *styles, XlsxFont font);

/* The next fill: there and not white. False beyond LIMIT_STYLES. */
bool
xlsx_styles_fill(XlsxStyles *styles, bool coloured);

/* The font of the last cell format, by its number, wherever defined. */
void
xlsx_styles_wear(XlsxStyles *styles, long font);

/* The same of its fill. */
void
xlsx_styles_paint(XlsxStyles *styles, long fill);

/* A font by its number, and that of a style; one that says nothing where there is none. */
XlsxFont
xlsx_styles_font_at(const XlsxStyles *styles, long font);
XlsxFont
xlsx_styles_font_of(const XlsxStyles *styles, long style);

/* What is behind a text of that style is not white. */
bool
xlsx_styles_coloured(const XlsxStyles *styles, long style);

/* Behind the last of them: gives the cell formats the number formats of the workbook's own, wherever defined. */
void
xlsx_styles_settle(XlsxStyles *styles);

/* Into opened styles. */
bool
xlsx_styles_read(ZipFile *zip, Sink *sink, Text part, XlsxStyles *styles, Err *err);

/* False for a style that is not there, but 0 where there is none at all. */
bool
xlsx_styles_known(const XlsxStyles *styles, long style);

/* What a number of that style is shown as; XLSX_PLAIN for a style that is not there. */
XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style, const XlsxNumber *number);

/* What is said beside a number of that style, or NULL. */
const XlsxSaid *
xlsx_styles_said(const XlsxStyles *styles, long style, const XlsxNumber *number);

#endif
