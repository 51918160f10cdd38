#include "submission/nearest.h"

#include "table/kindname.h"

enum { LABELS_SHOWN = 12 };

static Text
joined(Text list, const char *separator, Text part, Arena *arena)
{
    if (list.len == 0)
        return arena_text(arena, part);
    return arena_printf(arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(list), separator, TEXT_ARG(part));
}

static void
keep_header(Nearest *nearest, const Header *header, Arena *arena)
{
    if (header->kind == NULL || header->fields_found <= nearest->found)
        return;
    nearest->found = header->fields_found;
    nearest->labels = TEXT_NONE;
    for (size_t i = 0; i < header->column_count && i < LABELS_SHOWN; i++)
        nearest->labels = joined(nearest->labels, "、", header->columns[i].label, arena);
    nearest->missing = header_expected_labels(header, header->kind, true, arena);
    nearest->expected = header_expected_labels(header, header->kind, false, arena);
}

void
nearest_keep(Nearest *nearest, const Sheet *sheet, const Header *header, const UploadSet *set, Arena *arena)
{
    keep_header(nearest, header, arena);
    nearest->here = kindname_untaken(sheet, set, arena);
    if (nearest->untaken.len == 0)
        nearest->untaken = nearest->here;
}

Finding
nearest_untaken(Text name, const UploadSet *set, Arena *arena)
{
    Finding finding = {.code = "list_not_taken", .raw = name};
    for (size_t i = 0; i < set->kind_count; i++) {
        if (set->kinds[i].layout == LAYOUT_LIST)
            finding.expected = joined(finding.expected, "、", set->kinds[i].title, arena);
    }
    return finding;
}

Finding
nearest_finding(const Nearest *nearest, const UploadSet *set, Text stem, Arena *arena)
{
    Text untaken = nearest->untaken.len > 0 ? nearest->untaken : kindname_untaken_file(stem, set, arena);
    if (untaken.len > 0)
        return nearest_untaken(untaken, set, arena);
    Finding finding = {.code = "kind_not_recognised",
                       .raw = nearest->labels,
                       .read_as = nearest->missing,
                       .expected = nearest->expected};
    const Header none = {0};
    for (size_t i = 0; nearest->found == 0 && i < set->kind_count; i++) {
        const UploadKind *kind = &set->kinds[i];
        if (kind->layout == LAYOUT_FORM)
            continue;
        Text labels = header_expected_labels(&none, kind, false, arena);
        if (labels.len > 0)
            finding.expected = joined(finding.expected, "；", labels, arena);
    }
    if (nearest->found == 0)
        finding.read_as = finding.expected;
    return finding;
}
