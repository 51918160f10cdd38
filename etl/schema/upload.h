/*
 * Upload definitions: the kinds of tables, forms and lists a cycle (or the registers folder) knows, one Table Schema file per kind. Everything is borrowed from the arena.
 */
#ifndef HUIZONG_SCHEMA_UPLOAD_H
#define HUIZONG_SCHEMA_UPLOAD_H

#include "base/json.h"
#include "schema/cycle.h"

typedef enum FieldType {
    FIELD_TEXT,
    FIELD_NAME,
    FIELD_PERSON,
    FIELD_UNIT,
    FIELD_INTEGER,
    FIELD_DECIMAL,
    FIELD_PHONE,
    FIELD_MOBILE,
    FIELD_DATE,
    FIELD_TIME,
    FIELD_USCC,
    FIELD_ENUM,
    FIELD_YEAR,
    FIELD_SEQUENCE,
    FIELD_LONGTEXT,
    FIELD_BOOLEAN,
    FIELD_TICK,
    FIELD_EMAIL,
    FIELD_PERCENT,
    FIELD_PERIOD
} FieldType;

/* How a kind lies in its file. */
typedef enum UploadLayout {
    LAYOUT_TABLE, /* a head block and rows below a header */
    LAYOUT_FORM,  /* each value beside or below its label, in numbered sections */
    LAYOUT_LIST   /* as a table, with as many rows as there are things, and columns left open */
} UploadLayout;

/* Whether figures may be compared with those of the form of the year before or after. */
typedef enum Comparable { COMPARABLE_SAME, COMPARABLE_VARIANT, COMPARABLE_NEW } Comparable;

/* A numbered part of a form; what has a dimension is an indicator, and a dimension is a part itself. */
typedef struct FormSection {
    Text section; /* "1.1" */
    Text title;
    Text dimension; /* "1", or TEXT_NONE */
    bool starred;   /* printed with *: what it asks for may be answered by 无 */
} FormSection;

typedef struct AcceptedUnit {
    Text unit;
    Text factor; /* decimal text: a number in this unit, times the factor, is in the canonical one */
} AcceptedUnit;

typedef struct UploadUnit {
    Text unit; /* canonical */
    AcceptedUnit *accepted;
    size_t accepted_count;
    Text most; /* x:plausible of the kind for this unit, or TEXT_NONE */
} UploadUnit;

typedef struct ChoiceList {
    Text name;
    Text *choices;
    size_t choice_count;
} ChoiceList;

/* Another word for a choice: 自主研发 for 自研. */
typedef struct ChoiceWord {
    Text folded;
    size_t choice;
} ChoiceWord;

typedef struct Field {
    Text key;         /* sum_platform_name */
    Text title;       /* the label as printed */
    Text description; /* what the form explains about it, or TEXT_NONE */
    FieldType type;
    bool type_refused;          /* `type` says nothing */
    bool in_head;               /* x:place head: beside its label, outside the table */
    bool required;              /* a blank is a finding */
    bool expected;              /* the header must have the column (x:column "expected") */
    bool match;                 /* x:match: typed rows carry fold_key */
    bool unique;                /* no two rows of a list may have the same */
    bool personal;              /* x:personal */
    bool printed;               /* a column or head line of the official table (not x:printed false) */
    int64_t width;              /* x:width: characters in the official table; 0 where the schema says none */
    const FormSection *section; /* x:section of a form, else NULL */
    Text group;                 /* x:group: the printed label that this one stands under, or TEXT_NONE */
    int64_t blank;     /* x:blank: which of the blanks behind a label that several fields share; 0: all there is */
    Text unit;         /* x:unit canonical, or TEXT_NONE */
    Text unit_assumed; /* why that unit, where the form prints none; or TEXT_NONE */
    Text *per;         /* x:per: the spans of time that it is counted by anyway (天, 日 of a daily figure) */
    size_t per_count;
    const UploadUnit *units; /* with its accepted units; NULL without one */
    bool three_state;        /* x:three-state: a number (or a text), 无, or blank, and these differ */
    bool partial;            /* x:partial: of a date the year or the month is enough */
    Text
        years; /* x:years: "base", "base-1", "base-2..base" of the cycle's base_year, "since" its since_year; or TEXT_NONE */
    int64_t word_limit; /* x:limit, as Word counts; 0: none */
    Text minimum;       /* whole numbers as decimal text, or TEXT_NONE */
    Text maximum;
    Text most; /* x:plausible, the field's or its unit's: a larger figure is doubted; or TEXT_NONE */
    Comparable comparable;
    Text comparable_why; /* or TEXT_NONE */
    Text
        *aliases; /* folded labels, each once, in order of trust: title, x:aliases, then both without bracketed notes */
    size_t alias_count;
    Text *choices; /* enum, boolean */
    size_t choice_count;
    ChoiceWord *words; /* x:words of an enum, trueValues and falseValues of a boolean */
    size_t word_count;
    bool open;    /* x:choices: what the notice names, and another value is only doubtful */
    Text clause;  /* or TEXT_NONE */
    Text assumed; /* why, where no notice prints the field; or TEXT_NONE */
} Field;

/* Labels that, all of them above one table, tell that it is none of a kind. */
typedef struct OtherColumns {
    Text *labels; /* folded */
    size_t label_count;
} OtherColumns;

typedef struct UploadKind {
    Text kind;  /* summary, register_receipts … */
    Text title; /* the table's title as printed; registers: the file name's stem */
    UploadLayout layout;
    Text *words; /* x:words of a list or table, folded: what files, sheets and titles call it besides the title */
    size_t word_count;
    Text *
        other_words; /* x:other-words, folded: names of other lists or tables, for which this one could be taken by its columns */
    size_t other_word_count;
    OtherColumns *other_columns; /* x:other-columns of a table: what others have */
    size_t other_column_count;
    Text notice; /* x:notice, which every clause of the kind begins with; or TEXT_NONE */
    Comparable comparable;
    Text comparable_why; /* or TEXT_NONE */
    FormSection *sections;
    size_t section_count;
    UploadUnit *units;
    size_t unit_count;
    ChoiceList *lists; /* x:lists */
    size_t list_count;
    Field *fields;
    size_t field_count;
    bool unread; /* its file could not be read: nothing is known of its fields */
} UploadKind;

typedef struct UploadSet {
    Text name;         /* the cycle, or "registers" */
    int64_t form_year; /* 0 for registers */
    UploadKind *kinds;
    size_t kind_count;
    int64_t reject_limit_percent; /* a list with more bad rows is refused */
    int64_t base_year;            /* what x:years counts from; 0 for registers */
    int64_t since_year;
    const CycleAlias *unit_aliases; /* every way to write a recommending unit, by `folded`; none for registers */
    size_t unit_alias_count;
} UploadSet;

/* Reads datapackage.json of schemas_dir/name and each resource's schema. NULL with ERR_CONFIG and the path of what is
 * wrong. */
UploadSet *
upload_read(const char *schemas_dir, const char *name, Arena *arena, Err *err);

/* The same for a checker that goes on: *set (zeroed) gets what could be read, the rest being neutral; false where something was refused. */
bool
upload_read_known(const char *schemas_dir, const char *name, UploadSet *set, Arena *arena, Err *err);

/* Whether both are ways to write one recommending unit: 福州市工信局, 福州市工业和信息化局. */
bool
upload_is_same_unit(const UploadSet *set, Text one, Text other, Arena *arena);

/* The kind of that name; NULL where the set has none. */
const UploadKind *
upload_kind(const UploadSet *set, Text kind);

/* "name", "sequence": a type as schemas write it. */
const char *
upload_type_name(FieldType type);

/* The first and last year of "base-2..base", counted from the base year (-2 and 0); false for "since" and what is no such text. */
bool
upload_years(Text years, int64_t *first, int64_t *last);

/* The years that x:years means: "2022年", "2020至2022年", "2021年起"; TEXT_NONE where it names none. In `arena`. */
Text
upload_years_text(Text years, int64_t base_year, int64_t since_year, Arena *arena);

/* "table", "form", "list". */
const char *
upload_layout_name(UploadLayout layout);

/* "same", "variant", "new". */
const char *
upload_comparable_name(Comparable comparable);

#endif
