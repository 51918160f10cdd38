/*
 * Which table a sheet holds: the row (or two or three rows) whose labels fit one of the known kinds best, and which column is which field. A kind fits where all its
 * expected columns are there, and at least two columns altogether (of a list that is named, one). Kinds of layout "form" are not looked for.
 */
#ifndef HUIZONG_TABLE_HEADER_H
#define HUIZONG_TABLE_HEADER_H

#include "schema/upload.h"
#include "table/kindname.h"
#include "table/sheet.h"

enum { HEADER_SEARCH_ROWS = 100, HEADER_MAX_ROWS = 3, HEADER_MAX_COLUMNS = 128 };

typedef struct HeaderColumn {
    int column;
    Text label;         /* as written; of a header of several rows all parts, joined by "/" */
    const Field *field; /* NULL: a column the definition does not know */
    bool titled;        /* and the label is that field's own title */
    const Field
        *rival; /* of a column without a field: one that another column is, though this label names it as surely */
} HeaderColumn;

typedef struct Header {
    const UploadKind *kind;
    const UploadKind *rival; /* another kind that fits as well, where the verdict is HEADER_AMBIGUOUS */
    size_t first, last;      /* indices of the sheet's rows; both ends of the header */
    HeaderColumn *columns;   /* the labelled ones, from left to right */
    size_t column_count;
    size_t expected_found;
    size_t fields_found;
    unsigned score;
    size_t own_columns; /* that no other kind has */
    size_t own_names;   /* columns that bear a field's own title */
    KindName name; /* by which the list is named, if it is; what another list's name stands above is none of its kind */
} Header;

typedef enum HeaderVerdict { HEADER_NONE, HEADER_FOUND, HEADER_AMBIGUOUS } HeaderVerdict;

/*
 * `stem` is the file's name without folder and suffix: where two kinds fit equally well, the one whose title stands in it is meant. A list whose title stands in the sheet's name
 * goes before other lists. On HEADER_NONE *header is the
 * nearest miss (kind NULL where nothing came near). Lives in `arena`.
 */
HeaderVerdict
header_find(const Sheet *sheet, const UploadSet *set, Text stem, Arena *arena, Header *header);

/* Takes a row of nothing but units right below into the header: each stands in brackets behind its column's label. header_find has done so. */
void
header_take_units(Header *header, const Sheet *sheet, Arena *arena);

/* The column that holds a field, or NULL. */
const HeaderColumn *
header_column(const Header *header, const Field *field);

/* The labelled column at that place in the sheet, or NULL. */
const HeaderColumn *
header_at(const Header *header, int column);

/* True for the header of a 汇总表 with all its columns, however many more it has. */
bool
header_is_whole(const Header *header);

/* True where something stands in the header's rows at that column, which is not among the first HEADER_MAX_COLUMNS: those behind are not looked at. */
bool
header_goes_beyond(const Header *header, const Sheet *sheet, int column);

/* True where the row says the header's labels again, as on a page break. */
bool
header_repeats(const Header *header, const Sheet *sheet, size_t index, Arena *arena);

/* The labels of required columns that the header of a table lacks, joined by "、"; TEXT_NONE. */
Text
header_missing_labels(const Header *header, Arena *arena);

/* The labels of a kind's expected columns that the header lacks (or of all, where `missing_only` is false), joined by "、". */
Text
header_expected_labels(const Header *header, const UploadKind *kind, bool missing_only, Arena *arena);

#endif
