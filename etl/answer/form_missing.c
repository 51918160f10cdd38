#include "answer/form_missing.h"

#include "asked/form_labels.h"
#include "schema/field_words.h"

/* Figures are counted on by rules and tables; without a text only its reader is worse off. */
static bool
is_needed(const Field *field)
{
    return field->required || field->unit.len > 0;
}

/* The missing labels of a section, and whether one is needed; one that several blanks share stands once. */
static Text
missing_of(const UploadKind *kind, const FormSection *section, const TypedCell *cells, Arena *arena, bool *needed)
{
    Text names = TEXT_NONE;
    Text last = TEXT_NONE;
    *needed = false;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (field->section != section || cells[i].field.len > 0)
            continue;
        Text name = form_labels_name(field, arena);
        if (!text_equal(name, last))
            names = arena_printf(arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(names), names.len > 0 ? "、" : "",
                                 TEXT_ARG(name));
        last = name;
        *needed = *needed || is_needed(field);
    }
    return names;
}

void
form_missing_report(const UploadKind *kind, const TypedCell *cells, Text sheet, Arena *arena, FindingList *findings)
{
    for (size_t i = 0; i < kind->section_count; i++) {
        const FormSection *section = &kind->sections[i];
        bool needed;
        Text names = missing_of(kind, section, cells, arena, &needed);
        Finding finding = {.place = {sheet, 0, -1},
                           .field = field_words_section(section, arena),
                           .error = needed,
                           .code = "form_field_missing",
                           .expected = names};
        if (names.len > 0)
            findinglist_add(findings, &finding);
    }
}
