/*
 * Workbooks (.xlsx) to be filled in by hand: labels that cannot be overwritten, and entries that can, each with what it takes as a prompt or a drop-down. A sheet is written
 * row by row from top to bottom, its cells named by their first and last column (0-based). The same calls give the same bytes.
 *
 *   Fillbook *book = fillbook_open("汇总表.xlsx", TEXT("下拉选项"), err);
 *   bool ok = book != NULL && fillbook_sheet(book, &sheet, err) && fillbook_label(book, 0, 0, FILL_NAME, label, err)
 *             && fillbook_entry(book, 1, 3, &entry, TEXT_NONE, err) && fillbook_next(book, 0, err) && fillbook_commit(book, err);
 *   fillbook_free(book);
 *
 * Sheets are protected without a password. Text is never taken for a formula, a number or a link, and in an entry for text what is typed stays text.
 */
#ifndef HUIZONG_OUT_FILLBOOK_H
#define HUIZONG_OUT_FILLBOOK_H

#include "base/err.h"
#include "base/text.h"

/* FILL_ENTRY_MAX: libxlsxwriter counts the prompts of a sheet in eight bits. */
enum { FILL_COLUMN_MAX = 64, FILL_ENTRY_MAX = 255, FILL_LIST_MAX = 32, FILL_ROWS_NONE = -1 };

/* What a prompt can hold, in characters. */
enum { FILL_PROMPT_TITLE_MAX = 32, FILL_PROMPT_MAX = 255 };

typedef enum FillLook {
    FILL_OFFICIAL, /* to print and stamp: A4 upright, fonts and margins as out/workbook's WORKBOOK_FORM; rows and columns may be added */
    FILL_FORM, /* A4 upright, smaller type and margins; columns fill the page */
    FILL_LIST, /* A4 across; rows and columns may be added */
    FILL_NOTES /* A4 across, nothing to fill in */
} FillLook;

typedef enum FillLabel {
    FILL_ANNEX, /* "附件3", above the title */
    FILL_TITLE,
    FILL_SECTION, /* the heading of a part */
    FILL_HEADER,  /* above a column */
    FILL_NAME,    /* beside an entry, in the table */
    FILL_SIDE,    /* short, centred, in the table: a unit, a year */
    FILL_HEAD,    /* beside an entry, outside of the table */
    FILL_REMARK
} FillLabel;

typedef enum FillContent {
    FILL_WORDS,  /* text, at the left */
    FILL_CODE,   /* text, centred */
    FILL_LONG,   /* text, from the top */
    FILL_NUMBER, /* or a word in its place */
    FILL_DATE
} FillContent;

typedef struct FillEntry {
    FillContent content;
    Text prompt_title; /* longer than FILL_PROMPT_TITLE_MAX is cut; the same for the prompt; TEXT_NONE for none */
    Text prompt;
    const Text *choices; /* a drop-down; borrowed until fillbook_commit */
    size_t choice_count;
    bool open; /* another value than the choices is asked about, not refused */
    int rows; /* for how many rows from here on drop-down and prompt hold; 0: for this one; FILL_ROWS_NONE: said above already */
} FillEntry;

typedef struct FillSheet {
    Text name; /* at most 31 characters, none of []:*?/\ */
    FillLook look;
    const int *widths; /* in half-width characters; weights where the look fills the page */
    size_t column_count;
} FillSheet;

typedef struct Fillbook Fillbook;

/* `lists` names the hidden sheet that holds the choices, and stands in its first cell; borrowed until fillbook_commit. NULL with *err. */
Fillbook *
fillbook_open(const char *path, Text lists, Err *err);

/* Begins the next sheet; the one before is finished. */
bool
fillbook_sheet(Fillbook *book, const FillSheet *sheet, Err *err);

bool
fillbook_label(Fillbook *book, int first, int last, FillLabel label, Text text, Err *err);

/* `initial` stands there to be overwritten; as a number where the content is FILL_NUMBER. */
bool
fillbook_entry(Fillbook *book, int first, int last, const FillEntry *entry, Text initial, Err *err);

/* The row that is being written is printed on the page of the one before it; so is what follows a FILL_SECTION, unasked. Heard in a form. */
void
fillbook_keep(Fillbook *book);

/* Ends the row: as high as its labels need, and at least `least` points. */
bool
fillbook_next(Fillbook *book, int least, Err *err);

/* A label in one column over the last `rows` rows, where nothing was written yet. */
bool
fillbook_label_beside(Fillbook *book, int column, size_t rows, FillLabel label, Text text, Err *err);

/* All rows from here on: an entry for each column of the sheet. */
bool
fillbook_columns(Fillbook *book, const FillEntry *entries, Err *err);

/* The last row is repeated on each printed page; in a form and a list, it and those above stay on the screen. */
bool
fillbook_header(Fillbook *book, Err *err);

/* Writes beside, verifies that the file is whole, renames. The book must still be freed. */
bool
fillbook_commit(Fillbook *book, Err *err);

/* NULL is allowed; without fillbook_commit nothing is left behind. */
void
fillbook_free(Fillbook *book);

#endif
