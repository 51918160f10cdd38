/* What the reading of a web page holds, for what stands outside of its tables and inside. */
#ifndef HUIZONG_HTML_HTML_STATE_H
#define HUIZONG_HTML_HTML_STATE_H

#include "html/html_reach.h"
#include "html/html_sheet.h"
#include "html/html_text.h"
#include "markup/source.h"
#include "text/runs.h"

/* Where in a table the reading stands. */
typedef enum HtmlWhere { HTML_OUTSIDE, HTML_IN_TABLE, HTML_IN_CAPTION, HTML_IN_ROW, HTML_IN_CELL } HtmlWhere;

typedef struct HtmlPage {
    Source *source;
    Sink *sink;
    HtmlSheets sheets;
    HtmlStyles styles;
    HtmlTokens tokens;
    Buf window; /* of decoded text */
    size_t at;  /* what stands before has been taken */
    bool ended;
    bool begun;          /* <html> or <body> was there, */
    bool closed;         /* </html> or </body> */
    bool from_office;    /* Excel or WPS wrote it, or it says so */
    bool surveyed;       /* its style sheets are known */
    bool late_style;     /* one came behind the beginning of a table */
    HtmlReach hider;     /* outside of tables: what it holds is not shown, */
    HtmlReach striker;   /* and what it holds is struck through; */
    HtmlReach striking;  /* the same in the cell or caption, */
    HtmlReach scripting; /* and what it raises or lowers there */
    HtmlReach overflow;  /* what Office hides of a cell's text, whose end it is, since it has no room, */
    bool overflown;      /* and whether there was any in the cell */
    RunScript script;
    bool last_struck; /* the last of the cell's text that is seen */
    HtmlWhere where;
    HtmlCell cell;
    HtmlText text;     /* of the line, caption or cell */
    bool rows_begun;   /* in this table */
    bool group_hidden; /* <tbody> and its like */
    bool table_struck, group_struck, row_struck;
    bool cell_struck; /* by its own style or by what it stands in; also of a caption */
    bool foot_seen;
    bool for_others;    /* inside of <![if !…]>, which Excel does not show, */
    size_t text_before; /* and the length of the cell's text before it */
    uint64_t picture_count;
    Place first_picture;
} HtmlPage;

/* Refuses at the place at hand. Always false. */
bool
html_state_refuse(HtmlPage *page, const char *code, Text raw, Err *err);

/* Refuses the whole. Always false. */
bool
html_state_refuse_whole(HtmlPage *page, const char *code, Err *err);

/* Adds text to the line, caption or cell. */
bool
html_state_text(HtmlPage *page, Text piece, Err *err);

/* A start tag, whose element may strike through what it holds where none around it does. */
bool
html_state_strike(HtmlPage *page, HtmlReach *striker, const HtmlToken *token, const HtmlStyle *style, Err *err);

/* The text at hand is a row of its own: a line outside of tables, or a caption. */
bool
html_state_line(HtmlPage *page, Err *err);

#endif
