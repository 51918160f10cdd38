#include "submission/submission.h"

#include "form/form_book.h"
#include "form/form_wide.h"
#include "rows/rawrow.h"
#include "submission/uploadname.h"
#include "table/header.h"
#include "table/ownsheet.h"
#include "table/sheet.h"
#include "table/table.h"
#include "table/title.h"
#include "text/fold.h"

#include <string.h>

enum { LABELS_SHOWN = 12 };

/* A sheet without a table, to be named when the file turns out to have one elsewhere. */
typedef struct SkippedSheet {
    Text name;
    size_t width; /* most cells that a row of it fills */
    struct SkippedSheet *next;
} SkippedSheet;

typedef struct Submission {
    const UploadSet *set;
    Text name; /* the file's, without folders */
    Text stem; /* and without suffix */
    TableSink sink;
    Arena *arena;       /* lasts for the file */
    Arena *sheet_arena; /* lasts for a sheet */
    Sheet *sheet;       /* being read; NULL before the first */
    FormBook *form;
    SkippedSheet *skipped;
    SkippedSheet **skipped_end;
    Text nearest_labels; /* of the header that came nearest to a known kind, and what it lacked */
    Text nearest_missing;
    Text nearest_expected;
    size_t nearest_found;
    size_t table_count;
    size_t bare_width;   /* columns of a table's header with no entry below; 0: none is so */
    bool document;       /* it has no rows */
    bool word;           /* a Word document: kept unread where it holds no table and no form */
    const char *refused; /* a code, or NULL */
} Submission;

static bool
report(Submission *submission, bool error, const char *code, Finding finding, Err *err)
{
    finding.error = error;
    finding.code = code;
    return finding_add(submission->sink.findings, &finding, err);
}

static bool
refuse(Submission *submission, const char *code, Finding finding, Err *err)
{
    submission->refused = code;
    return report(submission, true, code, finding, err);
}

static Finding
about_sheet(const Sheet *sheet)
{
    return (Finding){.place = {sheet->name, 0, -1}};
}

static Text
joined(Text list, const char *separator, Text part, Arena *arena)
{
    if (list.len == 0)
        return arena_text(arena, part);
    return arena_printf(arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(list), separator, TEXT_ARG(part));
}

static void
skip_sheet(Submission *submission, const Sheet *sheet)
{
    SkippedSheet *skipped = arena_alloc(submission->arena, sizeof *skipped);
    skipped->name = arena_text(submission->arena, sheet->name);
    skipped->width = sheet_most_filled(sheet);
    *submission->skipped_end = skipped;
    submission->skipped_end = &skipped->next;
}

/* What a refusal will say was read, should no sheet hold a table. */
static void
keep_nearest(Submission *submission, const Header *header)
{
    if (header->kind == NULL || header->fields_found <= submission->nearest_found)
        return;
    submission->nearest_found = header->fields_found;
    submission->nearest_labels = TEXT_NONE;
    for (size_t i = 0; i < header->column_count && i < LABELS_SHOWN; i++)
        submission->nearest_labels =
            joined(submission->nearest_labels, "、", header->columns[i].label, submission->arena);
    submission->nearest_missing = header_expected_labels(header, header->kind, true, submission->arena);
    submission->nearest_expected = header_expected_labels(header, header->kind, false, submission->arena);
}

static bool
refuse_other_year(Submission *submission, Text title, Place place, Err *err)
{
    Finding finding = {.place = place, .raw = arena_text(submission->arena, title)};
    finding.expected = arena_printf(submission->arena, "%lld", (long long)submission->set->form_year);
    return refuse(submission, "wrong_cycle", finding, err);
}

static bool
take_table(Submission *submission, const Header *header, Err *err)
{
    const Sheet *sheet = submission->sheet;
    Text title;
    Place place;
    if (sheet->overlong) {
        Finding finding = about_sheet(sheet);
        finding.expected = arena_printf(submission->arena, "%d", SHEET_MAX_ROWS);
        return refuse(submission, "table_too_long", finding, err);
    }
    if (submission->set->form_year > 0 && title_names_other_year(sheet, header->first, submission->set->form_year,
                                                                 submission->sheet_arena, &title, &place))
        return refuse_other_year(submission, title, place, err);
    if (submission->table_count > 0 && !report(submission, false, "several_tables", about_sheet(sheet), err))
        return false;
    submission->table_count++;
    Table table = table_open(sheet, header, submission->sheet_arena);
    size_t entries;
    if (!table_write(&table, &submission->sink, &entries, err))
        return false;
    if (entries == 0)
        submission->bare_width = header->column_count;
    return true;
}

static bool
take_wide_form(Submission *submission, const FormWide *wide, Err *err)
{
    if (wide->other_year)
        return refuse_other_year(submission, wide->other_label, wide->other_place, err);
    return take_table(submission, &wide->header, err) &&
           (submission->refused != NULL || findinglist_write(&wide->findings, submission->sink.findings, err));
}

static bool
refuse_ambiguous(Submission *submission, const Header *header, Err *err)
{
    Finding finding = about_sheet(submission->sheet);
    finding.read_as = header->kind->title;
    finding.expected = header->rival->title;
    return refuse(submission, "kind_ambiguous", finding, err);
}

static bool
look_at_sheet(Submission *submission, Err *err)
{
    const Sheet *sheet = submission->sheet;
    Header header;
    FormWide wide;
    if (sheet->row_count == 0)
        return true;
    bool own = ownsheet_is(sheet, submission->sheet_arena);
    if (sheet->hidden)
        return own || report(submission, false, "hidden_sheet_skipped", about_sheet(sheet), err);
    if (!own && form_wide_find(sheet, submission->set, submission->sheet_arena, &wide))
        return take_wide_form(submission, &wide, err);
    if (!own && form_book_take(submission->form, sheet, &submission->sheet_arena))
        return true;
    switch (header_find(sheet, submission->set, submission->stem, submission->sheet_arena, &header)) {
    case HEADER_FOUND:
        return take_table(submission, &header, err);
    case HEADER_AMBIGUOUS:
        return refuse_ambiguous(submission, &header, err);
    case HEADER_NONE:
        keep_nearest(submission, &header);
        if (!own && !form_book_take_part(submission->form, sheet, &submission->sheet_arena))
            skip_sheet(submission, sheet);
        break;
    }
    return true;
}

/* A sheet's merged ranges come behind its rows, so it is judged when the next one begins. */
static bool
end_sheet(Submission *submission, Err *err)
{
    if (submission->sheet == NULL || submission->refused != NULL)
        return true;
    bool ok = look_at_sheet(submission, err);
    submission->sheet = NULL;
    return ok;
}

static bool
begin_sheet(Submission *submission, const RawItem *item, Err *err)
{
    if (!end_sheet(submission, err))
        return false;
    arena_reset(submission->sheet_arena);
    submission->sheet = sheet_new(item->name, !text_equal(item->value, TEXT("visible")), submission->sheet_arena);
    return true;
}

static bool
take_fact(Submission *submission, const RawItem *item, Err *err)
{
    submission->document |= text_equal(item->name, TEXT("document"));
    submission->word |= text_equal(item->name, TEXT("format")) && text_equal(item->value, TEXT("docx"));
    return typedrow_fact(submission->sink.rows, item->name, item->value, err);
}

static bool
torn_range(const RawItem *item, Err *err)
{
    return err_set(err, ERR_DATA, "raw rows: not a range of cells: \"%" TEXT_FMT "\"", TEXT_ARG(item->value));
}

static bool
take_item(Submission *submission, const RawItem *item, Err *err)
{
    if (item->kind == RAW_FACT)
        return take_fact(submission, item, err);
    if (item->kind == RAW_SHEET)
        return begin_sheet(submission, item, err);
    if (submission->refused != NULL || submission->sheet == NULL)
        return true;
    bool taken = true;
    if (item->kind == RAW_ROW)
        sheet_add_row(submission->sheet, &item->row);
    else if (item->kind == RAW_MERGE)
        taken = sheet_add_merge(submission->sheet, item->value);
    else if (item->kind == RAW_HIDDEN_COLUMNS)
        taken = sheet_add_hidden_columns(submission->sheet, item->value);
    return taken || torn_range(item, err);
}

/* Which columns were looked for: of the kind that came nearest, or of all. */
static bool
refuse_unrecognised(Submission *submission, Err *err)
{
    Finding finding = {.raw = submission->nearest_labels,
                       .read_as = submission->nearest_missing,
                       .expected = submission->nearest_expected};
    const Header none = {0};
    for (size_t i = 0; submission->nearest_found == 0 && i < submission->set->kind_count; i++) {
        const UploadKind *kind = &submission->set->kinds[i];
        if (kind->layout != LAYOUT_TABLE)
            continue;
        Text labels = header_expected_labels(&none, kind, false, submission->arena);
        if (labels.len > 0)
            finding.expected = joined(finding.expected, "；", labels, submission->arena);
    }
    if (submission->nearest_found == 0)
        finding.read_as = finding.expected;
    return refuse(submission, "kind_not_recognised", finding, err);
}

/*
 * A header without entries, and a sheet as wide without a header: portals keep the header in a table of its own, and
 * the file would count as reporting nothing.
 */
static bool
report_skipped_sheets(Submission *submission, Err *err)
{
    for (const SkippedSheet *skipped = submission->skipped; skipped != NULL; skipped = skipped->next) {
        Finding finding = {.place = {skipped->name, 0, -1}};
        if (submission->bare_width > 0 && skipped->width >= submission->bare_width)
            return refuse(submission, "header_apart", finding, err);
        if (!report(submission, false, "sheet_skipped", finding, err))
            return false;
    }
    return true;
}

/* Registers are tables; only among a cycle's uploads scans and letters have a place. */
static bool
take_document(Submission *submission, Err *err)
{
    if (submission->set->form_year == 0)
        return refuse_unrecognised(submission, err);
    Finding finding = {.raw = submission->name};
    if (uploadname_promises_table(submission->name, submission->arena) &&
        !report(submission, false, "document_named_like_table", finding, err))
        return false;
    return typedrow_table(submission->sink.rows, TEXT("document"), TEXT(""), TEXT_NONE, err);
}

/* Sheets that might be parts of a form are judged together. */
static bool
take_form(Submission *submission, Err *err)
{
    bool is_form = form_book_is_form(submission->form);
    for (size_t i = 0; i < form_book_sheet_count(submission->form) && !is_form; i++)
        skip_sheet(submission, form_book_sheet(submission->form, i));
    submission->table_count += is_form;
    return !is_form || form_book_write(submission->form, &submission->sink, &submission->refused, err);
}

static bool
judge_file(Submission *submission, Err *err)
{
    if (submission->refused != NULL)
        return true;
    if (submission->document)
        return take_document(submission, err);
    if (!take_form(submission, err) || submission->refused != NULL)
        return submission->refused != NULL;
    if (submission->table_count == 0)
        return submission->word ? take_document(submission, err) : refuse_unrecognised(submission, err);
    return report_skipped_sheets(submission, err);
}

/* What extract refused stays refused, under its code. */
static bool
end_file(Submission *submission, const RawItem *end, Err *err)
{
    if (end->complete)
        return end_sheet(submission, err) && judge_file(submission, err);
    submission->refused = arena_string(submission->arena, end->refused_code);
    return true;
}

static bool
read_items(Submission *submission, RawReader *reader, Err *err)
{
    RawItem item;
    while (rawrow_next(reader, &item, err)) {
        bool ok = item.kind == RAW_END ? end_file(submission, &item, err) : take_item(submission, &item, err);
        if (!ok)
            return false;
    }
    return err->code == ERR_NONE;
}

static bool
write_own_facts(Submission *submission, Text path, Err *err)
{
    size_t slash = text_find(path, TEXT("/"), 0);
    if (!typedrow_fact(submission->sink.rows, TEXT("name"), submission->name, err))
        return false;
    if (slash == SIZE_MAX)
        return true;
    Text folder = fold_key(text_sub(path, 0, slash), submission->arena);
    return typedrow_fact(submission->sink.rows, TEXT("folder_folded"), folder, err);
}

static bool
end_streams(Submission *submission, bool *with_findings, Err *err)
{
    FindingWriter *findings = submission->sink.findings;
    *with_findings = finding_count(findings) > 0 || submission->refused != NULL;
    submission->sink.findings = NULL;
    return finding_close(findings, err) && typedrow_end(submission->sink.rows, submission->refused, err);
}

bool
submission_normalise(const UploadSet *set, Text path, int in, int out, FindingWriter *findings, bool *with_findings,
                     Err *err)
{
    Submission submission = {.set = set, .name = uploadname_of(path), .sink.findings = findings};
    submission.stem = uploadname_stem(submission.name);
    submission.skipped_end = &submission.skipped;
    submission.arena = arena_new();
    submission.sheet_arena = arena_new();
    submission.form = form_book_new(set);
    submission.sink.rows = typedrow_writer_new(out);
    submission.sink.gbk = gbk_open(err);
    RawReader *reader = rawrow_reader_new(in);
    bool ok = submission.sink.gbk != NULL && write_own_facts(&submission, path, err) &&
              read_items(&submission, reader, err) && end_streams(&submission, with_findings, err);
    finding_abandon(submission.sink.findings);
    rawrow_reader_free(reader);
    typedrow_writer_free(submission.sink.rows);
    gbk_close(submission.sink.gbk);
    form_book_free(submission.form);
    arena_free(submission.sheet_arena);
    arena_free(submission.arena);
    return ok;
}
