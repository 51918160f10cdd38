/*
 * The sheets of 审核台账 as schemas/ledger.json lays them out: which query's columns, under which labels, shown how, and the words
 * of its sentences. A "{}" in a word stands for a value. All texts live in the arena they were read into.
 */
#ifndef HUIZONG_REVIEW_LAYOUT_H
#define HUIZONG_REVIEW_LAYOUT_H

#include "base/json.h"
#include "out/workbook.h"
#include "results/state.h"

/* How a cell is made from the query's column. */
typedef enum LayoutShow {
    SHOW_PLAIN,
    SHOW_NUMBER,        /* the line's own number in the sheet */
    SHOW_TIME,          /* a date or time in Chinese */
    SHOW_WORD,          /* a word of the closed list `group` */
    SHOW_TITLE,         /* a code's short name */
    SHOW_TITLES,        /* codes parted by ";" as short names */
    SHOW_CODES,         /* the codes themselves, one a line */
    SHOW_MESSAGE,       /* the finding's message */
    SHOW_REASONS,       /* a decision's reasons in words */
    SHOW_LINES,         /* what registers say of a nomination */
    SHOW_QUOTA,         /* the unit's quota in a sentence */
    SHOW_PROBLEM,       /* why a nomination waits */
    SHOW_REGISTER,      /* a register's name */
    SHOW_REGISTER_LINE, /* the line to be written, as CSV */
    SHOW_REGISTER_ROW,  /* its row in the sheet of such lines */
    SHOW_TODO,          /* how to fill it in */
    SHOW_COUNT
} LayoutShow;

typedef enum LayoutWord {
    WORD_TITLE,
    WORD_AS_OF,
    WORD_COUNT,
    WORD_REASON,
    WORD_LINE,
    WORD_PARTED,
    WORD_LISTED,
    WORD_NAMED,
    WORD_TOTAL,
    WORD_MORE_ROWS,
    WORD_ENTRY_SHEET,
    WORD_ENTRY_NOTE,
    WORD_QUOTA_ROWS,
    WORD_QUOTA_EXEMPT,
    WORD_QUOTA_WINNER,
    WORD_QUOTA_DETAILS,
    WORD_QUOTA_COUNTED,
    WORD_QUOTA_SEAT,
    WORD_QUOTA_WAIVED,
    WORD_QUOTA_DOCUMENT,
    WORD_QUOTA_OVER,
    WORD_QUOTA_DUPLICATE,
    WORD_QUOTA_REVIEW,
    WORD_QUOTA_LATE,
    WORD_QUOTA_INELIGIBLE,
    WORD_QUOTA_WITHDRAWN,
    WORD_QUOTA_LIMIT,
    WORD_QUOTA_ADVISE,
    WORD_QUOTA_NONE,
    WORD_QUOTA_UNSETTLED,
    WORD_QUOTA_RELATED,
    WORD_LAST
} LayoutWord;

typedef struct LayoutPair {
    Text key;
    Text word;
} LayoutPair;

typedef struct LayoutPairs {
    LayoutPair *items;
    size_t count;
} LayoutPairs;

typedef struct LayoutColumn {
    WorkbookColumn column;
    const char *source; /* NULL: of none */
    LayoutShow show;
    const char *group;
    LayoutPairs choices; /* the words for the column's values; a value that is not among them shows nothing */
    bool sum;            /* stands in the last row */
} LayoutColumn;

typedef struct LayoutSheet {
    Text name;
    Text note; /* or TEXT_NONE */
    StateTable table;
    const char *only_source; /* rows where this column is one of `only`; NULL: all */
    Text *only;
    size_t only_count;
    bool total;
    LayoutColumn *columns;
    size_t column_count;
} LayoutSheet;

typedef struct Layout {
    Text words[WORD_LAST];
    LayoutPairs todo; /* by register */
    LayoutSheet *sheets;
    size_t sheet_count;
    LayoutSheet assumptions; /* without sources: its rows are made of the cycle's files */
} Layout;

/* NULL with ERR_CONFIG: a key that is missing or unknown, with file and path. */
const Layout *
layout_read(const char *path, Arena *arena, Err *err);

/* TEXT_NONE where the key is not there. */
Text
layout_pair(const LayoutPairs *pairs, Text key);

#endif
