/*
 * What the styles of an OpenDocument spreadsheet say of text: whether it is struck through, raised or lowered, or white. Those of
 * cells, paragraphs and runs of text are kept, each with the one it is based on. Source: OpenDocument 1.3 part 3, 16.2.
 */
#ifndef HUIZONG_ODS_ODS_STYLES_H
#define HUIZONG_ODS_ODS_STYLES_H

#include "package/part.h"
#include "text/runs.h"

typedef enum OdsLine { ODS_UNSAID, ODS_NO_LINE, ODS_LINE } OdsLine;

typedef enum OdsColour { ODS_NO_COLOUR, ODS_WHITE, ODS_COLOURED } OdsColour;

typedef struct OdsLook {
    OdsLine line;
    RunScript script;
    OdsColour colour, ground; /* of the text, and of the cell behind it */
} OdsLook;

typedef enum OdsFamily { ODS_OF_CELLS, ODS_OF_PARAGRAPHS, ODS_OF_RUNS, ODS_OF_OTHERS } OdsFamily;

typedef struct OdsStyles {
    Arena *arena;
    Buf list;  /* OdsStyle; sorted once settled */
    bool open; /* the style that was added last is one of them */
    bool any;  /* one of them strikes through, raises, lowers or is white */
} OdsStyles;

void
ods_styles_open(OdsStyles *styles, Arena *arena);

void
ods_styles_close(OdsStyles *styles);

/* A style begins: one that others may be based on (`common`), or one of the content's own. False beyond LIMIT_STYLES. */
bool
ods_styles_add(OdsStyles *styles, const char *const *attributes, bool common);

/* The text properties of the style that was added last. */
void
ods_styles_properties(OdsStyles *styles, const char *const *attributes);

/* Its properties as a cell's. */
void
ods_styles_cell_properties(OdsStyles *styles, const char *const *attributes);

/* All have been added: what they do not say, the styles say that they are based on. */
void
ods_styles_settle(OdsStyles *styles);

/* Of settled styles; `name` NULL: none is named. */
OdsLook
ods_styles_look(const OdsStyles *styles, OdsFamily family, const char *name);

/* Adds the common styles of a package. Refusals: package/part.h, package_too_large. */
bool
ods_styles_read(ZipFile *zip, Sink *sink, OdsStyles *styles, Err *err);

#endif
