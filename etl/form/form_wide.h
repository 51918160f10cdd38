/* The form's data as one table, a row per platform: its header is a row of the form's labels, with sections and groups above them. */
#ifndef HUIZONG_FORM_FORM_WIDE_H
#define HUIZONG_FORM_FORM_WIDE_H

#include "rows/findinglist.h"
#include "table/header.h"

typedef struct FormWide {
    Header
        header; /* of a kind of its own: the form's, its names expected; columns that nothing tells apart have no field */
    FindingList findings; /* such columns, those of another year, and the fields that have no column */
    bool other_year;      /* all labels that name a year name another one */
    Text other_label;
    Place other_place;
} FormWide;

/* False where no row has labels enough. Lives in `arena`. */
bool
form_wide_find(const Sheet *sheet, const UploadSet *set, Arena *arena, FormWide *wide);

#endif
