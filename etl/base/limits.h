/*
 * The readers' bounds, all in one table. What exceeds one is refused with a finding that names it; nothing is cut. They
 * are the office programs' own limits where those have one, else far above any honest upload.
 */
#ifndef HUIZONG_BASE_LIMITS_H
#define HUIZONG_BASE_LIMITS_H

#define LIMIT_KIB ((size_t)1024)
#define LIMIT_MIB (1024 * LIMIT_KIB)

#define LIMIT_SNIFF (8 * LIMIT_KIB)           /* bytes of a file that are looked at to tell what it is */
#define LIMIT_ROWS 1048576                    /* rows of a worksheet */
#define LIMIT_COLUMNS 16384                   /* cells of a row, in every format */
#define LIMIT_CELL (1 * LIMIT_MIB)            /* UTF-8 bytes of a cell; Excel's own limit is 32,767 characters */
#define LIMIT_CSV_QUOTED (1 * LIMIT_MIB)      /* a quote that is not closed within so many bytes opened no cell */
#define LIMIT_CSV_RECORD (8 * LIMIT_MIB)      /* a record of a CSV file */
#define LIMIT_ZIP_ENTRIES 10000               /* members of a package */
#define LIMIT_ZIP_PART (1024 * LIMIT_MIB)     /* one unpacked member */
#define LIMIT_ZIP_TOTAL (2048 * LIMIT_MIB)    /* all that is unpacked of a package */
#define LIMIT_ZIP_RATIO 200                   /* unpacked to packed, */
#define LIMIT_ZIP_RATIO_FROM (32 * LIMIT_MIB) /* from so many unpacked bytes of a member */
#define LIMIT_XML_DEPTH 64                    /* nested elements */
#define LIMIT_STRINGS (512 * LIMIT_MIB)       /* the shared strings of a workbook */
#define LIMIT_BOOK_TEXT (4096 * LIMIT_MIB)    /* all cells of a workbook: one shared string may stand in many of them */
#define LIMIT_SHEETS 1024                     /* sheets of a workbook */
#define LIMIT_STYLES 65536                    /* cell formats of a workbook */
#define LIMIT_RELATIONS 4096                  /* relationships of one part */
#define LIMIT_OLE_FILE (1024 * LIMIT_MIB)     /* an OLE file */
#define LIMIT_OLE_SECTORS 4096                /* directory sectors of an OLE file, and those of its small table */
#define LIMIT_BIFF_COLUMNS 256                /* cells of a row of an .xls sheet */
#define LIMIT_BIFF_TABLE (64 * LIMIT_MIB)     /* where the rows of an .xls sheet stand, and its merged ranges */
#define LIMIT_ODS_ROW (64 * LIMIT_MIB)        /* the texts of one row of an OpenDocument sheet */
#define LIMIT_ODS_MERGES (16 * LIMIT_MIB)     /* the merged ranges of an OpenDocument sheet */
#define LIMIT_ODS_REPEATED (64 * LIMIT_MIB)   /* what repeats may add to an OpenDocument spreadsheet, */
#define LIMIT_ODS_REPEATED_RATIO 4            /* and so many times what it spells out: */
#define LIMIT_ODS_REPEAT 64                   /* bytes counted for a cell beside its text, */
#define LIMIT_ODS_REPEAT_FINDING 256          /* and for a finding in it */

#endif
