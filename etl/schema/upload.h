/*
 * Upload definitions: the kinds of tables a cycle (or the registers folder) knows, one Table Schema file per kind. Everything is borrowed from the arena.
 */
#ifndef HUIZONG_SCHEMA_UPLOAD_H
#define HUIZONG_SCHEMA_UPLOAD_H

#include "base/json.h"

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
    FIELD_SEQUENCE
} FieldType;

typedef struct Field {
    Text key;   /* sum_platform_name */
    Text title; /* the label as printed */
    FieldType type;
    bool in_head;  /* x:place head: beside its label, outside the table */
    bool required; /* a blank is a finding */
    bool expected; /* the header must have the column (x:column "expected") */
    bool match;    /* x:match: typed rows carry fold_key */
    bool personal; /* x:personal */
    bool printed;  /* a column or head line of the official table (not x:printed false) */
    int64_t width; /* x:width: characters in the official table; 0 where the schema says none */
    Text unit;     /* x:unit canonical, or TEXT_NONE */
    Text
        *aliases; /* folded labels, each once, in order of trust: title, x:aliases, then both without bracketed notes */
    size_t alias_count;
    Text *choices; /* enum */
    size_t choice_count;
    Text clause;  /* or TEXT_NONE */
    Text assumed; /* why, where no notice prints the field; or TEXT_NONE */
} Field;

typedef struct UploadKind {
    Text kind;  /* summary, register_receipts … */
    Text title; /* the table's title as printed; registers: the file name's stem */
    Field *fields;
    size_t field_count;
} UploadKind;

typedef struct UploadSet {
    Text name;         /* the cycle, or "registers" */
    int64_t form_year; /* 0 for registers */
    UploadKind *kinds;
    size_t kind_count;
} UploadSet;

/* Reads datapackage.json of schemas_dir/name and each resource's schema. NULL with ERR_CONFIG and the path of what is
 * wrong. */
UploadSet *
upload_read(const char *schemas_dir, const char *name, Arena *arena, Err *err);

/* "name", "sequence": a type as schemas write it. */
const char *
upload_type_name(FieldType type);

#endif
