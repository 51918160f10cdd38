#include "docx/docx_field.h"

#include <string.h>
#include <strings.h>

#include "docx/docx_name.h"
#include "docx/docx_overlay.h"

bool
docx_field_begin(DocxFields *fields)
{
    if (fields->count == LIMIT_DOCX_FIELDS)
        return false;
    fields->open[fields->count++] = (DocxField){.kind = DOCX_FIELD_OTHER};
    return true;
}

static DocxField *
innermost(DocxFields *fields)
{
    return fields->count > 0 ? &fields->open[fields->count - 1] : NULL;
}

/* w:default of a box comes before w:checked, of a list before its entries. */
static void
take_default(DocxField *field, const char *const *attributes)
{
    if (field->kind == DOCX_FIELD_BOX && !field->ticked_known)
        field->ticked = docx_name_on(attributes);
    else if (field->kind == DOCX_FIELD_LIST && field->chosen == 0)
        (void)text_read_count(text_of(docx_name_attribute(attributes, "val")), &field->chosen);
}

static void
take_entry(DocxField *field, const char *const *attributes, Arena *arena)
{
    if (field->entries++ == field->chosen)
        field->entry = arena_text(arena, text_of(docx_name_attribute(attributes, "val")));
}

void
docx_field_form(DocxFields *fields, const char *element, const char *const *attributes, Arena *arena)
{
    DocxField *field = innermost(fields);
    if (field == NULL)
        return;
    if (strcmp(element, "checkBox") == 0) {
        field->kind = DOCX_FIELD_BOX;
    } else if (strcmp(element, "textInput") == 0) {
        field->kind = DOCX_FIELD_LINE;
    } else if (strcmp(element, "ddList") == 0) {
        field->kind = DOCX_FIELD_LIST;
    } else if (strcmp(element, "checked") == 0) {
        field->ticked = docx_name_on(attributes);
        field->ticked_known = true;
    } else if (strcmp(element, "default") == 0) {
        take_default(field, attributes);
    } else if (strcmp(element, "result") == 0) {
        (void)text_read_count(text_of(docx_name_attribute(attributes, "val")), &field->chosen);
    } else if (strcmp(element, "listEntry") == 0) {
        take_entry(field, attributes, arena);
    }
}

void
docx_field_instruct(DocxFields *fields, Text piece)
{
    DocxField *field = innermost(fields);
    if (field == NULL || field->result)
        return;
    size_t room = sizeof field->code - field->code_len;
    size_t len = piece.len < room ? piece.len : room;
    memcpy(field->code + field->code_len, piece.ptr, len);
    field->code_len += len;
}

static Text
code_of(const DocxField *field)
{
    return text_trim((Text){field->code, field->code_len});
}

/* The word that an instruction begins with. */
static Text
name_of(const DocxField *field)
{
    Text code = code_of(field);
    size_t len = 0;
    while (len < code.len && strchr(" \t\n\\", code.ptr[len]) == NULL)
        len++;
    return text_sub(code, 0, len);
}

static bool
is_named(const DocxField *field, const char *const *names)
{
    Text name = name_of(field);
    while (*names != NULL && (name.len != strlen(*names) || strncasecmp(name.ptr, *names, name.len) != 0))
        names++;
    return *names != NULL;
}

static bool
is_equation(const DocxField *field)
{
    static const char *const names[] = {"EQ", NULL};
    return field->kind == DOCX_FIELD_OTHER && is_named(field, names);
}

static bool
is_contents(const DocxField *field)
{
    static const char *const names[] = {"TOC", NULL};
    return is_named(field, names);
}

void
docx_field_separate(DocxFields *fields, size_t from, uint64_t paragraph)
{
    DocxField *field = innermost(fields);
    if (field == NULL)
        return;
    field->result = true;
    if (field->kind == DOCX_FIELD_OTHER && is_contents(field))
        field->kind = DOCX_FIELD_CONTENTS;
    field->from = from;
    field->paragraph = paragraph;
}

bool
docx_field_end(DocxFields *fields, DocxField *field)
{
    if (fields->count == 0)
        return false;
    *field = fields->open[--fields->count];
    return true;
}

bool
docx_field_hides(const DocxFields *fields)
{
    bool hides = false;
    for (size_t i = 0; i < fields->count && !hides; i++) {
        DocxFieldKind kind = fields->open[i].kind;
        hides = !fields->open[i].result || (kind != DOCX_FIELD_OTHER && kind != DOCX_FIELD_LINE);
    }
    return hides;
}

Text
docx_field_text(const DocxField *field, Arena *arena)
{
    if (field->kind == DOCX_FIELD_BOX)
        return field->ticked ? TEXT("☑") : TEXT("☐");
    if (field->kind == DOCX_FIELD_LIST)
        return field->entry;
    return is_equation(field) ? docx_overlay_text(code_of(field), arena) : TEXT_NONE;
}

bool
docx_field_lacks(const DocxField *field)
{
    static const char *const silent[] = {"XE",   "TC",     "TA",     "RD",      "SET",    "ASK",      "PRIVATE",
                                         "NEXT", "NEXTIF", "SKIPIF", "ADVANCE", "FILLIN", "FORMTEXT", NULL};
    bool shows = field->kind == DOCX_FIELD_OTHER && name_of(field).len > 0 && !is_named(field, silent);
    return shows && (!field->result || is_equation(field));
}
