/*
 * The content of an OpenDocument spreadsheet, from the XML of content.xml or of a flat document to its sheets. What
 * holds no cells is left out, and shapes with text, comments and controls are told: shapes, comments, forms, validations, filters, pivot tables, tracked changes, DDE links,
 * and the copies of other files' sheets that LibreOffice keeps.
 */
#ifndef HUIZONG_ODS_ODS_CONTENT_H
#define HUIZONG_ODS_ODS_CONTENT_H

#include "base/limits.h"
#include "ods/ods_left.h"
#include "ods/ods_sheet.h"
#include "package/xml.h"

struct OdsRule;

typedef struct OdsContent {
    XlsxBook book; /* it has no package; cells mean the same as in .xlsx */
    OdsSheet sheet;
    OdsText text;
    OdsStyles styles;
    const struct OdsRule *open[LIMIT_XML_DEPTH + 1]; /* the elements around, as far as they are read */
    size_t depth;
    unsigned left_out;   /* elements around that are not read, */
    OdsLeft left;        /* and what is told of them */
    uint64_t groups;     /* of rows or columns: a bit for each, set where it is hidden */
    bool common_styles;  /* those that others are based on */
    Text style;          /* of a table, whose properties come; ptr NULL where it is another's */
    Text *hidden_styles; /* of tables, LIMIT_SHEETS at most */
    size_t hidden_style_count;
    size_t sheet_count;
    bool spreadsheet; /* it is one */
} OdsContent;

extern const XmlHandlers ods_content_handlers;

void
ods_content_open(OdsContent *content, Sink *sink);

void
ods_content_close(OdsContent *content);

/* All has been read: refused with workbook_damaged where there was no spreadsheet in it. */
bool
ods_content_end(OdsContent *content, Err *err);

#endif
