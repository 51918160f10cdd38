#include "submission/tableless.h"

#include "table/mistaken.h"

Tableless
tableless_new(const UploadSet *set, Text path, const TableSink *sink, Arena *arena)
{
    return (Tableless){.set = set, .sink = sink, .arena = arena, .heads = headapart_new(set, path, arena)};
}

void
tableless_note_table(Tableless *tableless, Table *table)
{
    goeson_note(&tableless->headers, table->header, tableless->arena);
    headapart_note(&tableless->heads, table->header->kind, &table->head);
    table->apart = headapart_said(&tableless->heads, table->header->kind);
    if (tableless->set->form_year > 0 && table->header->kind->layout == LAYOUT_TABLE)
        noentry_look(&tableless->no_entry, table, tableless->arena);
}

void
tableless_note_list(Tableless *tableless, const Sheet *sheet, const Header *header)
{
    goeson_note(&tableless->headers, header, tableless->arena);
    headapart_note_list(&tableless->heads, sheet, header);
}

void
tableless_keep(Tableless *tableless, const Sheet *sheet, const Header *header)
{
    nearest_keep(&tableless->nearest, sheet, header, tableless->set, tableless->arena);
    headapart_keep(&tableless->heads, sheet);
}

bool
tableless_tell_mistaken(Tableless *tableless, const Sheet *sheet, const Header *header, Text stem, bool *none, Err *err)
{
    Finding finding;
    bool told = mistaken_find(sheet, header, stem, tableless->arena, &finding);
    *none = told && finding.error;
    if (*none)
        tableless->mistaken = finding.code;
    return !told || finding_add(tableless->sink->findings, &finding, err);
}

void
tableless_add(Tableless *tableless, const Sheet *sheet, bool kept)
{
    const UploadKind *of = goeson_kind(tableless->headers, sheet, tableless->sink->gbk, tableless->arena);
    skipped_add(&tableless->skipped, sheet, kept ? tableless->nearest.here : TEXT_NONE, of, tableless->arena);
}

static bool
refuse_no_entry(const Tableless *tableless, const char **refused, Err *err)
{
    Finding finding;
    const NoEntry *told = &tableless->no_entry;
    const HeadBlock *apart = told->blank != NULL ? headapart_said(&tableless->heads, told->blank) : NULL;
    if (*refused != NULL || !noentry_refusal(told, apart, &finding))
        return true;
    *refused = finding.code;
    return finding_add(tableless->sink->findings, &finding, err);
}

bool
tableless_report(Tableless *tableless, size_t bare_width, const char **refused, Err *err)
{
    return headapart_write(&tableless->heads, &tableless->skipped, tableless->sink, err) &&
           skipped_report(&tableless->skipped, tableless->set, bare_width, tableless->sink->findings, refused,
                          tableless->arena, err) &&
           refuse_no_entry(tableless, refused, err);
}

bool
tableless_refuse(Tableless *tableless, Text stem, const char **refused, Err *err)
{
    *refused = tableless->mistaken;
    if (*refused != NULL)
        return true;
    Finding finding = nearest_finding(&tableless->nearest, tableless->set, stem, tableless->arena);
    finding.error = true;
    *refused = finding.code;
    return finding_add(tableless->sink->findings, &finding, err);
}
