/* What the styles of a document say of its text: whether it is hidden, underlined, struck through, raised or lowered, automatically numbered. */
#ifndef HUIZONG_DOCX_DOCX_STYLES_H
#define HUIZONG_DOCX_DOCX_STYLES_H

#include "base/buf.h"
#include "package/part.h"
#include "text/runs.h"

typedef enum DocxSwitch { DOCX_UNSET, DOCX_OFF, DOCX_ON } DocxSwitch;

typedef struct DocxLook {
    DocxSwitch hidden;
    DocxSwitch underlined;
    DocxSwitch struck;
    RunScript script;
    RunScript rise;    /* w:position: the line is moved, as for whole labels too */
    DocxSwitch white;  /* its colour */
    DocxSwitch shaded; /* what is behind it has a colour that is not white */
    DocxSwitch tiny;   /* too small to be seen */
} DocxLook;

/* Which automatic number stands before a paragraph, as far as is said. */
typedef struct DocxItem {
    uint64_t number, level; /* w:numId and w:ilvl */
    bool numbered, levelled;
    Text style; /* that says the number; TEXT_NONE: the paragraph does */
} DocxItem;

/* Sorted by id once all are read; their names live in the sink's run arena. */
typedef struct DocxStyles {
    Buf list;           /* of styles */
    DocxLook paragraph; /* of paragraphs that name no style */
    DocxItem item;      /* the same */
} DocxStyles;

void
docx_styles_open(DocxStyles *styles);

void
docx_styles_close(DocxStyles *styles);

/* A property of a run among `look`'s: w:vanish, w:u, w:strike, w:dstrike, w:vertAlign, w:position, w:color, w:shd, w:highlight, w:sz; others are left alone. */
void
docx_look_take(DocxLook *look, const char *element, const char *const *attributes);

/* Refused as part_read does. */
bool
docx_styles_read(ZipFile *zip, Sink *sink, Text part, DocxStyles *styles, Err *err);

/* What a style says with those it is based on; nothing where there is no such style. */
DocxLook
docx_styles_look(const DocxStyles *styles, Text id);

/* The same of its automatic number: a style takes from those it is based on what it does not say. */
DocxItem
docx_styles_item(const DocxStyles *styles, Text id);

/* w:numId or w:ilvl among `item`'s; others are left alone. */
void
docx_item_take(DocxItem *item, const char *element, const char *const *attributes);

/* Whether text is hidden, by its own properties, else by the styles of its run and paragraph (17.7.3: they toggle). */
bool
docx_look_hidden(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

/* The same of text that is struck through. */
bool
docx_look_struck(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

/* Whether it is underlined: the nearest that says so counts. */
bool
docx_look_underlined(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

/* White on white: on no page, and not seen. */
bool
docx_look_unseen(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

/* Too small to be seen: the nearest that says so counts. */
bool
docx_look_tiny(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

/* Whether a colour of w:shd, w:highlight or the like is another than white. */
bool
docx_look_is_coloured(const char *const *attributes);

/* Whether text is raised or lowered, by the same; where nothing says so it is neither. */
RunScript
docx_look_script(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

/* The same of a line that is moved up or down. */
RunScript
docx_look_rise(DocxLook own, DocxLook run_style, DocxLook paragraph_style);

#endif
