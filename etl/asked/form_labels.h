/* The words by which a form's parts are known: the labels of its fields, the labels of groups, the titles of sections. */
#ifndef HUIZONG_ASKED_FORM_LABELS_H
#define HUIZONG_ASKED_FORM_LABELS_H

#include "asked/form_text.h"
#include "schema/upload.h"

/* One spelling of one field's label. */
typedef struct FormLabel {
    Text folded;
    const Field *field;
} FormLabel;

/* A printed label that others stand under: 联系人, 国家标准. */
typedef struct FormGroup {
    Text folded;
    Text group; /* as the fields name it */
    const FormSection *section;
} FormGroup;

/* How a section's heading begins: its number and title, folded, and its title alone. */
typedef struct FormTitle {
    const FormSection *section;
    Text numbered;
    Text plain;
    bool is_label; /* some field is called the same */
} FormTitle;

typedef struct FormLabels {
    const UploadKind *kind;
    int64_t form_year;
    int64_t base_year;
    int64_t since_year;
    FormLabel *items; /* in byte order, so that equal ones stand together */
    size_t count;
    FormGroup *groups;
    size_t group_count;
    FormTitle *titles; /* one for each of the kind's sections */
} FormLabels;

/* A run of equal labels. */
typedef struct LabelRun {
    const FormLabel *first;
    size_t count; /* 0: none */
} LabelRun;

/* Of the set's form; kind NULL where it has none. In `arena`. */
FormLabels
form_labels_new(const UploadSet *set, Arena *arena);

/* The longest label that stands at a position, and the position behind it. */
LabelRun
form_labels_at(const FormLabels *labels, const FormText *text, size_t at, size_t *end);

/* The group whose label stands at a position and is the longest; NULL where none does. */
const FormGroup *
form_labels_group_at(const FormLabels *labels, const FormText *text, size_t at, size_t *end);

/* The group of that name in that section, or NULL. */
const FormGroup *
form_labels_group(const FormLabels *labels, const FormSection *section, Text folded);

/* The section whose heading begins at a position: by number and title, or by its title alone, whatever its number, where it is the first line of the text. */
const FormTitle *
form_labels_title_at(const FormLabels *labels, const FormText *text, size_t at, size_t *end);

/* The section with whose title a text begins, whatever the number before it and whatever stands behind; NULL where none does. */
const FormTitle *
form_labels_title_begins(const FormLabels *labels, const FormText *text, size_t *end);

/* True where the form has a field in the section; in none (NULL) it has not. */
bool
form_labels_asks(const FormLabels *labels, const FormSection *section);

/* True where the section stands below the other's heading: 5.1 below 5, and all that follows below 二. */
bool
form_labels_is_below(const FormLabels *labels, const FormSection *section, const FormSection *heading);

/* A field's name for a clerk, with the label that it stands under: 国家标准-其中牵头制定. In `arena` where it is not the title. */
Text
form_labels_name(const Field *field, Arena *arena);

/* True where the year is one that the field speaks of; of a field that names no years, any. */
bool
form_labels_year_fits(const FormLabels *labels, const Field *field, int64_t year);

#endif
