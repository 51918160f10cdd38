#include "setup/upload_load.h"

#include "setup/jsontext.h"

typedef void (*PutKind)(JsonText *json, const UploadKind *kind, size_t order);

static void
put_comparable(JsonText *json, Comparable comparable, Text why)
{
    jsontext_text(json, "comparable", text_of(upload_comparable_name(comparable)));
    jsontext_text(json, "comparable_why", why);
}

static void
put_kind(JsonText *json, const UploadKind *kind, size_t order)
{
    jsontext_part(json);
    jsontext_put(json, "{");
    jsontext_text(json, "kind", kind->kind);
    jsontext_number(json, "kind_order", (int64_t)order + 1);
    jsontext_text(json, "title", kind->title);
    jsontext_text(json, "layout", text_of(upload_layout_name(kind->layout)));
    put_comparable(json, kind->comparable, kind->comparable_why);
    jsontext_put(json, "}");
}

static void
put_sections(JsonText *json, const UploadKind *kind, size_t order)
{
    (void)order;
    for (size_t i = 0; i < kind->section_count; i++) {
        const FormSection *section = &kind->sections[i];
        jsontext_part(json);
        jsontext_put(json, "{");
        jsontext_text(json, "kind", kind->kind);
        jsontext_text(json, "section", section->section);
        jsontext_number(json, "section_order", (int64_t)i + 1);
        jsontext_text(json, "title", section->title);
        jsontext_text(json, "dimension", section->dimension);
        jsontext_flag(json, "starred", section->starred);
        jsontext_put(json, "}");
    }
}

static Text
place_of(const UploadKind *kind, const Field *field)
{
    if (kind->layout == LAYOUT_FORM)
        return TEXT("form");
    return field->in_head ? TEXT("head") : TEXT("row");
}

static void
put_place(JsonText *json, const UploadKind *kind, const Field *field)
{
    jsontext_text(json, "place", place_of(kind, field));
    jsontext_text(json, "section", field->section != NULL ? field->section->section : TEXT_NONE);
    jsontext_text(json, "label_group", field->group);
    jsontext_limit(json, "blank", field->blank > 0 ? field->blank : -1);
}

static void
put_meaning(JsonText *json, const Field *field)
{
    jsontext_text(json, "value_type", text_of(upload_type_name(field->type)));
    jsontext_flag(json, "required", field->required);
    jsontext_text(json, "unit", field->unit);
    jsontext_text(json, "unit_assumed", field->unit_assumed);
    jsontext_flag(json, "three_state", field->three_state);
    jsontext_text(json, "years", field->years);
    jsontext_limit(json, "word_limit", field->word_limit > 0 ? field->word_limit : -1);
    jsontext_text(json, "minimum", field->minimum);
    jsontext_text(json, "maximum", field->maximum);
    jsontext_texts(json, "choices", field->choices, field->choice_count);
    jsontext_flag(json, "open_choices", field->open);
    jsontext_flag(json, "personal", field->personal);
    put_comparable(json, field->comparable, field->comparable_why);
}

static void
put_fields(JsonText *json, const UploadKind *kind, size_t order)
{
    (void)order;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        jsontext_part(json);
        jsontext_put(json, "{");
        jsontext_text(json, "kind", kind->kind);
        jsontext_text(json, "field", field->key);
        jsontext_number(json, "field_order", (int64_t)i + 1);
        jsontext_text(json, "label", field->title);
        put_place(json, kind, field);
        put_meaning(json, field);
        jsontext_text(json, "clause", field->clause);
        jsontext_text(json, "assumed", field->assumed);
        jsontext_put(json, "}");
    }
}

static bool
merge_all(Db *db, const char *statement, PutKind put, const UploadSet *set, uint64_t *changed, Err *err)
{
    JsonText json = jsontext_begin();

    jsontext_put(&json, "[");
    for (size_t i = 0; i < set->kind_count; i++)
        put(&json, &set->kinds[i], i);
    jsontext_put(&json, "]");
    bool ok = jsontext_merge(db, statement, set->name, &json, changed, err);
    jsontext_end(&json);
    return ok;
}

bool
upload_load(Db *db, const UploadSet *set, uint64_t *changed, Err *err)
{
    return merge_all(db, "setup/upload_kind", put_kind, set, changed, err) &&
           merge_all(db, "setup/form_section", put_sections, set, changed, err) &&
           merge_all(db, "setup/field", put_fields, set, changed, err);
}

bool
upload_check_lists(Db *db, const char *schemas_dir, const UploadSet *set, Err *err)
{
    DbResult *lacking = db_query(db, "setup/list_column", &set->name, 1, err);
    if (lacking == NULL)
        return false;
    bool ok = db_rows(lacking) == 0;
    if (!ok)
        err_set(err, ERR_CONFIG,
                "%s/%" TEXT_FMT "/%" TEXT_FMT ".json: field \"%" TEXT_FMT
                "\": no column of the database holds it as %" TEXT_FMT ": a new column needs a migration",
                schemas_dir, TEXT_ARG(set->name), TEXT_ARG(db_cell(lacking, 0, 0)), TEXT_ARG(db_cell(lacking, 0, 1)),
                TEXT_ARG(db_cell(lacking, 0, 2)));
    db_result_free(lacking);
    return ok;
}
