/*
 * The readers' bounds, all in one table. What exceeds one is refused with a finding that names it; nothing is cut.
 * The first part an office may set (schemas/limits.json); the rest are the office programs' own limits where those have
 * one, else far above any honest upload.
 */
#ifndef HUIZONG_BASE_LIMITS_H
#define HUIZONG_BASE_LIMITS_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

#define LIMIT_KIB ((size_t)1024)
#define LIMIT_MIB (1024 * LIMIT_KIB)

typedef struct Limits {
    uint64_t file;        /* bytes of a file */
    uint64_t entries;     /* members of a package */
    uint64_t part;        /* bytes of an unpacked member */
    uint64_t total;       /* bytes of all that is unpacked */
    uint64_t ratio;       /* what is unpacked, and the text of all cells, to the size of the file */
    uint64_t ratio_from;  /* but so many bytes are always allowed */
    uint64_t strings;     /* memory for the shared strings of a workbook */
    uint64_t string;      /* UTF-8 bytes of a cell; Excel's own limit is 32,767 characters */
    uint64_t row;         /* UTF-8 bytes of a row */
    uint64_t cells;       /* cells of a file that are there */
    uint64_t text;        /* UTF-8 bytes of all cells, an absent one being three: many may share a string */
    uint64_t cpu_seconds; /* the processor's time for one file */
} Limits;

/* What stands where no file says otherwise. */
extern const Limits limits_default;

/*
 * Reads schemas/limits.json: an object of the names above, "_kib" or "_mib" behind those that are bytes; what is not in
 * it keeps its default. An unknown name or a number outside of what the programs can bear is a fault with its place.
 */
bool
limits_read(const char *path, Limits *limits, Err *err);

#define LIMIT_SNIFF (8 * LIMIT_KIB)         /* bytes of a file that are looked at to tell what it is */
#define LIMIT_ROWS 1048576                  /* rows of a worksheet */
#define LIMIT_COLUMNS 16384                 /* cells of a row, in every format */
#define LIMIT_CSV_QUOTED (1 * LIMIT_MIB)    /* a quote that is not closed within so many bytes opened no cell */
#define LIMIT_CSV_RECORD (8 * LIMIT_MIB)    /* a record of a CSV file */
#define LIMIT_XML_DEPTH 64                  /* nested elements */
#define LIMIT_XML_TOKEN (2 * LIMIT_MIB)     /* one tag with its attributes, one comment */
#define LIMIT_SHEETS 1024                   /* sheets of a workbook */
#define LIMIT_SHEET_NAME (1 * LIMIT_KIB)    /* bytes of a sheet's name; Excel's own limit is 31 characters */
#define LIMIT_STYLES 65536                  /* cell formats of a workbook */
#define LIMIT_RELATIONS 4096                /* relationships of one part */
#define LIMIT_OLE_FILE (1024 * LIMIT_MIB)   /* an OLE file */
#define LIMIT_OLE_SECTORS 4096              /* directory sectors of an OLE file, and those of its small table */
#define LIMIT_BIFF_COLUMNS 256              /* cells of a row of an .xls sheet */
#define LIMIT_BIFF_TABLE (64 * LIMIT_MIB)   /* where the rows of an .xls sheet stand, and its merged ranges */
#define LIMIT_ODS_ROW (64 * LIMIT_MIB)      /* the texts of one row of an OpenDocument sheet */
#define LIMIT_ODS_MERGES (16 * LIMIT_MIB)   /* the merged ranges of an OpenDocument sheet */
#define LIMIT_ODS_REPEATED (64 * LIMIT_MIB) /* what repeats may add to an OpenDocument spreadsheet, */
#define LIMIT_ODS_REPEATED_RATIO 4          /* and so many times what it spells out: */
#define LIMIT_ODS_REPEAT 64                 /* bytes counted for a cell beside its text, */
#define LIMIT_ODS_REPEAT_FINDING 256        /* and for a finding in it */
#define LIMIT_HTML_TOKEN (8 * LIMIT_MIB)    /* one tag, comment, script or style sheet of a web page */
#define LIMIT_HTML_ATTRIBUTES 256           /* attributes of a tag */
#define LIMIT_HTML_STYLES 16384             /* classes that the style sheets of a web page name */
#define LIMIT_HTML_HIDINGS 1024             /* rules there that hide elements without naming a class of theirs */
#define LIMIT_HTML_PLACES 268435456         /* places in the tables of a web page, those without a cell too */
#define LIMIT_DOCX_FIELDS 32                /* fields of a Word document, one inside the other; Word allows 20 */
#define LIMIT_DOCX_STORIES 8                /* text boxes of a Word document, one inside the other */
#define LIMIT_DOCX_LISTS 16384              /* lists of a Word document, and the numbers that its paragraphs name */
#define LIMIT_DOCX_LABEL 1024               /* bytes of what stands around the number of a list */
#define LIMIT_DOCX_ROW (64 * LIMIT_MIB)     /* what stands in one row of a table of a Word document */
#define LIMIT_MERGES (64 * LIMIT_MIB)       /* the merged ranges of a sheet of markup */

#endif
