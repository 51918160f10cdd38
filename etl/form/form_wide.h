/* The form's data as one table, a row per platform: its header is a row of the form's labels, with sections and groups above them. */
#ifndef HUIZONG_FORM_FORM_WIDE_H
#define HUIZONG_FORM_FORM_WIDE_H

#include "rows/findinglist.h"
#include "table/header.h"

/* So many of the form's labels in one row are a table of forms, whatever else it might be; so few may be one. */
enum { FORM_WIDE_SURE = 25, FORM_WIDE_FEW = 6 };

typedef struct FormWide {
    Header
        header; /* of a kind of its own: the form's, its names expected; columns that nothing tells apart have no field */
    FindingList findings; /* such columns, those of another year, and the fields that have no column */
    bool titled;          /* a title above names the form, and no table */
    bool other_year;      /* all labels that name a year name another one */
    Text other_label;
    Place other_place;
} FormWide;

/* False where no row has `least` labels. Lives in `arena`. */
bool
form_wide_find(const Sheet *sheet, const UploadSet *set, size_t least, Arena *arena, FormWide *wide);

/*
 * Of a row with few labels: true where it is rather the form's than `other`, which is what else fits best there and `fits` or nearly does. A row per platform names the
 * platform, and most of its columns are those that only the form has. A 汇总表 with all its columns is one, unless it is titled as a form.
 */
bool
form_wide_is_nearer(const FormWide *wide, const Header *other, bool fits);

#endif
