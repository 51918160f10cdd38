/* What a file is, by its content and never by its suffix. */
#ifndef HUIZONG_READ_SNIFF_H
#define HUIZONG_READ_SNIFF_H

#include "package/zip.h"

typedef enum SniffKind {
    SNIFF_TEXT,     /* nothing else: a text table, if its encoding fits */
    SNIFF_PACKAGE,  /* a zip file: sniff_package tells more */
    SNIFF_XLS,      /* an OLE file with a workbook: .xls, .et */
    SNIFF_BIFF,     /* the records of such a workbook without their container */
    SNIFF_HTML,     /* a web page, whatever it is named */
    SNIFF_XML2003,  /* "XML Spreadsheet 2003" */
    SNIFF_WORKBOOK, /* .xlsx, .xlsm and their templates */
    SNIFF_ODS,      /* an OpenDocument spreadsheet in a package: .ods, .ots */
    SNIFF_FLAT_ODS, /* one that is a single XML file: .fods */
    SNIFF_DOCX,     /* a Word document in a package: .docx, .docm, and their templates */
    SNIFF_DOCUMENT, /* kept and not read; name: "pdf", "ofd", "doc", "png" … */
    SNIFF_REFUSED   /* name: the refusal's code */
} SniffKind;

typedef struct Sniff {
    SniffKind kind;
    const char *name; /* in static storage; NULL where the kind says all */
} Sniff;

/* `fd` can seek. False only where it cannot be read. */
bool
sniff_file(int fd, Sniff *sniff, Err *err);

/* True where its front is that of a workbook of Excel 5 to 2003, whose texts may be in any code page: all that is looked at. */
bool
sniff_old_workbook(int fd);

/* False only where it cannot be read. */
bool
sniff_package(ZipFile *zip, Sniff *sniff, Err *err);

#endif
