#include "submission/submission.h"

#include "form/form_book.h"
#include "form/form_claim.h"
#include "form/form_wide.h"
#include "list/list.h"
#include "list/unique.h"
#include "rows/told.h"
#include "submission/filepath.h"
#include "submission/others.h"
#include "submission/ranges.h"
#include "submission/tableless.h"
#include "table/header.h"
#include "table/ownsheet.h"
#include "table/sheet.h"
#include "table/table.h"
#include "table/title.h"

struct Submission {
    const UploadSet *set;
    OtherTables others;
    Text name; /* the file's, without folders */
    Text stem; /* and without suffix */
    TableSink sink;
    Arena *arena;       /* lasts for the file */
    Arena *sheet_arena; /* lasts for a sheet */
    Sheet *sheet;       /* being read; NULL before the first */
    List *list;         /* being read row by row, from a sheet too long to be held; else NULL */
    SpillFiles *spill;
    FormBook *form;
    Tableless tableless;
    size_t table_count;
    size_t rows;              /* of its tables, lists apart */
    size_t bare_width;        /* columns of a header with no entry below; 0: none is so */
    bool document;            /* it has no rows */
    bool word;                /* a Word document: kept unread where it holds no table and no form */
    const char *refused;      /* a code, or NULL */
    const char *refused_list; /* of a list; the other sheets are still read, so that all findings are told at once */
};

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

static bool
refuse_other_year(Submission *submission, Text title, Place place, Err *err)
{
    Text expected = arena_printf(submission->arena, "%lld", (long long)submission->set->form_year);
    Finding finding = {.place = place, .raw = arena_text(submission->arena, title), .expected = expected};
    return refuse(submission, "wrong_cycle", finding, err);
}

static bool
check_year(Submission *submission, const Header *header, Err *err)
{
    Text title;
    Place place;
    int64_t year = submission->set->form_year;
    if (year == 0 ||
        !title_names_other_year(submission->sheet, header->first, year, submission->sheet_arena, &title, &place))
        return true;
    return refuse_other_year(submission, title, place, err);
}

/* `whole`: the sheet is held to its end. */
static bool
open_list(Submission *submission, const Header *header, bool whole, Err *err)
{
    ListSetting setting = {.rows = submission->sink.rows,
                           .findings = submission->sink.findings,
                           .gbk = submission->sink.gbk,
                           .stem = submission->stem,
                           .most_bad = submission->set->reject_limit_percent,
                           .memory = UNIQUE_MEMORY,
                           .spill = submission->spill,
                           .others = &submission->others,
                           .most_alike = TOLD_MOST};
    submission->table_count++;
    tableless_note_list(&submission->tableless, submission->sheet, header);
    submission->list = list_open(&setting, submission->sheet, header, whole, err);
    return submission->list != NULL && list_take_held(submission->list, submission->sheet, err);
}

static bool
close_list(Submission *submission, size_t width, Err *err)
{
    const char *refused = NULL;
    bool ok = list_end(submission->list, &refused, err);
    if (submission->refused_list == NULL)
        submission->refused_list = refused;
    if (list_read_count(submission->list) == 0)
        submission->bare_width = width;
    list_free(submission->list);
    submission->list = NULL;
    return ok;
}

static bool
refuse_size(Submission *submission, const char *code, int most, Err *err)
{
    Finding finding = about_sheet(submission->sheet);
    finding.expected = arena_printf(submission->arena, "%d", most);
    return refuse(submission, code, finding, err);
}

static bool
tell_around(Submission *submission, const Header *header, Err *err)
{
    return others_tell_around(&submission->others, submission->sheet, header, submission->sink.findings,
                              submission->sheet_arena, err);
}

static bool
take_table(Submission *submission, const Header *header, Err *err)
{
    const Sheet *sheet = submission->sheet;
    bool none;
    bool ok = tableless_tell_mistaken(&submission->tableless, sheet, header, submission->stem, &none, err);
    if (!ok || none)
        return ok;
    if (sheet->overlong || sheet->overmerged)
        return sheet->overlong ? refuse_size(submission, "table_too_long", SHEET_MAX_ROWS, err)
                               : refuse_size(submission, "too_many_merges", SHEET_MAX_MERGES, err);
    if (!check_year(submission, header, err) || submission->refused != NULL)
        return submission->refused != NULL;
    if (!tell_around(submission, header, err))
        return false;
    if (header->kind->layout == LAYOUT_LIST)
        return open_list(submission, header, true, err) && close_list(submission, header->column_count, err);
    if (submission->table_count > 0 && submission->set->form_year > 0 && /* registers may share a workbook */
        !report(submission, false, "several_tables", about_sheet(sheet), err))
        return false;
    submission->table_count++;
    Table table = table_open(sheet, header, submission->sheet_arena);
    tableless_note_table(&submission->tableless, &table);
    size_t entries;
    submission->rows += table.end - header->last - 1;
    if (submission->set->form_year > 0 && submission->rows > TABLE_MAX_ROWS)
        return refuse_size(submission, "table_too_long", TABLE_MAX_ROWS, err);
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
    Finding finding = {.read_as = header->kind->title, .expected = header->rival->title};
    finding.place = about_sheet(submission->sheet).place;
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
    if (own || sheet->hidden)
        return own || report(submission, false, "hidden_sheet_skipped", about_sheet(sheet), err);
    if (form_wide_find(sheet, submission->set, FORM_WIDE_SURE, submission->sheet_arena, &wide))
        return take_wide_form(submission, &wide, err);
    if (form_book_take(submission->form, sheet, &submission->sheet_arena))
        return others_tell_in_form(&submission->others, sheet, submission->sink.findings, submission->sheet_arena, err);
    HeaderVerdict verdict = header_find(sheet, submission->set, submission->stem, submission->sheet_arena, &header);
    if (form_wide_find(sheet, submission->set, FORM_WIDE_FEW, submission->sheet_arena, &wide) &&
        form_wide_is_nearer(&wide, &header, verdict != HEADER_NONE))
        return take_wide_form(submission, &wide, err);
    switch (form_claim(sheet, submission->set, verdict, &header, submission->sheet_arena)) {
    case HEADER_FOUND:
        return take_table(submission, &header, err);
    case HEADER_AMBIGUOUS:
        return refuse_ambiguous(submission, &header, err);
    case HEADER_NONE:
        tableless_keep(&submission->tableless, sheet, &header);
        if (!form_book_take_part(submission->form, sheet, &submission->sheet_arena))
            tableless_add(&submission->tableless, sheet, true);
        break;
    }
    return true;
}

/* Merged ranges come behind the rows, so a sheet is judged when the next begins. */
static bool
end_sheet(Submission *submission, Err *err)
{
    if (submission->list != NULL)
        return close_list(submission, 0, err);
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
    return item->name.len > 0 ||
           others_tell_file_unit(submission->stem, submission->sink.findings, submission->sheet_arena, err);
}

static bool
take_fact(Submission *submission, const RawItem *item, Err *err)
{
    submission->document |= text_equal(item->name, TEXT("document"));
    submission->word |= text_equal(item->name, TEXT("format")) && text_equal(item->value, TEXT("docx"));
    return typedrow_fact(submission->sink.rows, item->name, item->value, err);
}

/* The first rows tell whether the sheet is a list, which then is read on without being held. */
static bool
begin_long_list(Submission *submission, Err *err)
{
    Sheet *sheet = submission->sheet;
    Header header;
    if (sheet->hidden || sheet->overlong ||
        header_find(sheet, submission->set, submission->stem, submission->sheet_arena, &header) != HEADER_FOUND ||
        header.kind->layout != LAYOUT_LIST)
        return true;
    if (!check_year(submission, &header, err) || submission->refused != NULL)
        return submission->refused != NULL;
    bool ok = tell_around(submission, &header, err) && open_list(submission, &header, false, err);
    submission->sheet = NULL;
    arena_reset(submission->sheet_arena);
    return ok;
}

static bool
take_sheet_row(Submission *submission, const Row *row, Err *err)
{
    if (submission->list == NULL && sheet_is_full(submission->sheet) && !begin_long_list(submission, err))
        return false;
    if (submission->list != NULL)
        return list_take(submission->list, row, err);
    if (submission->refused == NULL)
        sheet_add_row(submission->sheet, row);
    return true;
}

static bool
take_item(Submission *submission, const RawItem *item, Err *err)
{
    if (item->kind == RAW_FACT)
        return take_fact(submission, item, err);
    if (item->kind == RAW_SHEET)
        return begin_sheet(submission, item, err);
    if (submission->refused != NULL || (submission->sheet == NULL && submission->list == NULL))
        return true;
    if (item->kind == RAW_ROW)
        return take_sheet_row(submission, &item->row, err);
    return submission->list != NULL ? ranges_to_list(submission->list, item, err)
                                    : ranges_to_sheet(submission->sheet, item, err);
}

/* Registers are tables; only among a cycle's uploads scans and letters have a place. */
static bool
take_document(Submission *submission, Err *err)
{
    if (submission->set->form_year == 0)
        return tableless_refuse(&submission->tableless, submission->stem, &submission->refused, err);
    Finding finding = {.raw = submission->name};
    if (filepath_like_table(submission->name, submission->arena) &&
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
        tableless_add(&submission->tableless, form_book_sheet(submission->form, i), false);
    submission->table_count += is_form;
    if (is_form)
        return form_book_write(submission->form, &submission->sink, &submission->refused, err);
    return submission->table_count > 0 ||
           form_book_refuse_part(submission->form, &submission->sink, &submission->refused, err);
}

static bool
judge_file(Submission *submission, Err *err)
{
    submission->refused = submission->refused != NULL ? submission->refused : submission->refused_list;
    if (submission->refused != NULL)
        return true;
    if (submission->document)
        return take_document(submission, err);
    if (!take_form(submission, err) || submission->refused != NULL)
        return submission->refused != NULL;
    if (submission->table_count == 0)
        return submission->word ? take_document(submission, err)
                                : tableless_refuse(&submission->tableless, submission->stem, &submission->refused, err);
    return tableless_report(&submission->tableless, submission->bare_width, &submission->refused, err);
}

/* What extract refused stays refused, under its code. */
static bool
end_file(Submission *submission, const RawItem *end, Err *err)
{
    if (end->complete)
        return end_sheet(submission, err) && judge_file(submission, err);
    if (submission->list != NULL && !close_list(submission, 0, err))
        return false;
    submission->refused = arena_string(submission->arena, end->refused_code);
    return true;
}

bool
submission_take(Submission *submission, const RawItem *item, Err *err)
{
    return item->kind == RAW_END ? end_file(submission, item, err) : take_item(submission, item, err);
}

Submission *
submission_open(const UploadSet *set, Text path, int out, FindingWriter *findings, Err *err)
{
    Submission *submission = mem_alloc(sizeof *submission);
    *submission = (Submission){.set = set, .name = filepath_last(path), .sink.findings = findings};
    submission->stem = filepath_stem(submission->name);
    submission->arena = arena_new();
    submission->others = othertables_new(set, submission->arena);
    submission->tableless = tableless_new(set, path, &submission->sink, submission->arena);
    submission->sheet_arena = arena_new();
    submission->spill = spill_files_open();
    submission->form = form_book_new(set);
    submission->sink.rows = typedrow_writer_new(out);
    submission->sink.gbk = gbk_open(err);
    if (submission->sink.gbk != NULL && filepath_write(submission->sink.rows, path, submission->arena, err))
        return submission;
    submission_free(submission);
    return NULL;
}

bool
submission_end(Submission *submission, bool *with_findings, Err *err)
{
    FindingWriter *findings = submission->sink.findings;
    *with_findings = finding_count(findings) > 0 || submission->refused != NULL;
    submission->sink.findings = NULL;
    return finding_close(findings, err) && typedrow_end(submission->sink.rows, submission->refused, err);
}

void
submission_free(Submission *submission)
{
    if (submission == NULL)
        return;
    finding_abandon(submission->sink.findings);
    list_free(submission->list);
    spill_files_close(submission->spill);
    typedrow_writer_free(submission->sink.rows);
    gbk_close(submission->sink.gbk);
    form_book_free(submission->form);
    arena_free(submission->sheet_arena);
    arena_free(submission->arena);
    mem_free(submission);
}
