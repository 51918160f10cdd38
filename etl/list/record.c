#include "list/record.h"

#include <inttypes.h>

#include "list/cells.h"
#include "list/digits.h"
#include "list/plain.h"
#include "list/tuple.h"
#include "rows/rawrow.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/fold.h"

/* The folded value of a field, behind what list->fold holds already; nothing of a cell that says nothing. */
static void
fold_field(List *list, const Entry *entry, size_t i)
{
    const char *code;
    Text meant = cell_meant(list, entry, i, &code);
    Filler filler = filler_kind(meant);
    if (filler == FILLER_BLANK || filler == FILLER_NONE || filler == FILLER_PENDING)
        return;
    buf_text(&list->fold, fold_key(fold_clean(meant, list->row), list->row));
}

/* The same for a plain cell, which is most of them. */
static bool
fold_plain(List *list, Text cell)
{
    char folded[256];
    size_t len;
    if (list->setting.long_way || cell.len > sizeof folded || !plain_text(cell) || !plain_fold(cell, folded, &len))
        return false;
    buf_append(&list->fold, folded, len);
    return true;
}

/* The folded natural key, its parts joined by "|"; TEXT_NONE where all are blank. */
static Text
natural_key(List *list, const Entry *entry)
{
    size_t said = 0;
    buf_clear(&list->fold);
    list->plain_column = list->column_count;
    for (size_t part = 0; part < list->matched_count; part++) {
        size_t i = list->matched[part];
        if (part > 0)
            buf_char(&list->fold, '|');
        size_t before = list->fold.len;
        if (fold_plain(list, state_cell(entry->row, list->columns[i].column)))
            list->plain_column = i;
        else
            fold_field(list, entry, i);
        said += list->fold.len - before;
    }
    return said > 0 ? buf_view(&list->fold) : TEXT_NONE;
}

/* The digest of the value that must not repeat: the natural key's, where it is all of that. */
static bool
unique_digest(List *list, const Entry *entry, Digest key_digest, Digest *digest)
{
    if (list->unique == list->column_count)
        return false;
    *digest = key_digest;
    if (list->unique_is_key)
        return entry->subject.len > 0;
    const char *code;
    Text folded = fold_key(fold_clean(cell_meant(list, entry, list->unique, &code), list->row), list->row);
    *digest = digest_of(folded);
    return folded.len > 0;
}

static void
report(Entry *entry, bool error, const char *code, Place place, Text field, Text raw, Text expected)
{
    Finding finding = {.place = place,
                       .field = field,
                       .error = error,
                       .code = code,
                       .raw = raw,
                       .expected = expected,
                       .subject = entry->subject};
    findinglist_add(&entry->findings, &finding);
}

/* Cells beyond the header belong to no column: most often a comma within a cell has moved all that follows. */
static void
report_cells_beyond(List *list, Entry *entry)
{
    const Row *row = entry->row;
    for (size_t column = 0; column < row->cell_count; column++) {
        if ((column < list->known_width && list->known[column] != '\0') || character_all_blank(row->cells[column]))
            continue;
        report(entry, true, "cell_beyond_columns", (Place){row->place.sheet, row->place.row_no, (int)column}, TEXT_NONE,
               row->cells[column], TEXT_NONE);
        return;
    }
}

static void
report_hidden(List *list, Entry *entry)
{
    const Row *row = entry->row;
    if (rawrow_marked(row->marks, -1, TEXT("hidden"))) {
        Text what = arena_printf(list->row, "第%" PRIu64 "行", row->place.row_no);
        report(entry, false, "hidden_cells", row->place, TEXT_NONE, what, TEXT_NONE);
        return;
    }
    for (size_t i = 0; i < list->header.column_count; i++) {
        int column = list->header.columns[i].column;
        if (list->told_hidden[column] || !rawrow_marked(row->marks, column, TEXT("hidden")))
            continue;
        list->told_hidden[column] = true;
        Text name = row_column_name(column, list->row);
        Text what = arena_printf(list->row, "%" TEXT_FMT "列", TEXT_ARG(name));
        report(entry, false, "hidden_cells", (Place){row->place.sheet, 0, -1}, list->header.columns[i].label, what,
               TEXT_NONE);
    }
}

static Text
codes_of(const List *list, const Entry *entry)
{
    Text codes = TEXT_NONE;
    for (size_t i = 0; i < entry->findings.count; i++) {
        const Finding *finding = &entry->findings.items[i];
        Text code = text_of(finding->code);
        if (!finding->error || text_find(codes, code, 0) != SIZE_MAX)
            continue;
        codes = codes.len == 0 ? code
                               : arena_printf(list->row, "%" TEXT_FMT ",%" TEXT_FMT, TEXT_ARG(codes), TEXT_ARG(code));
    }
    if (entry->unreadable != NULL && codes.len == 0)
        codes = text_of(entry->unreadable);
    return codes;
}

static bool
write_findings(List *list, const Entry *entry, Err *err)
{
    for (size_t i = 0; i < entry->findings.count; i++) {
        if (!told_add(list->told, &entry->findings.items[i], err))
            return false;
    }
    return true;
}

static void
report_repeated(List *list, Entry *entry, uint32_t first, Text raw)
{
    const ListColumn *column = &list->columns[list->unique];
    Place place = {entry->row->place.sheet, entry->row->place.row_no, column->column};
    report(entry, true, "list_key_repeated", place, column->field->title, raw,
           arena_printf(list->row, "第%" PRIu32 "行", first));
}

/* Only rows that can be taken hold their value against later ones. */
static bool
judge_unique(List *list, Entry *entry, Digest digest, Err *err)
{
    uint32_t row_no = (uint32_t)entry->row->place.row_no;
    uint32_t first;
    switch (unique_add(list->values, digest, row_no, &first)) {
    case UNIQUE_NEW:
        return true;
    case UNIQUE_REPEATED:
        report_repeated(list, entry, first, state_cell(entry->row, list->columns[list->unique].column));
        return true;
    case UNIQUE_OPEN:
        break;
    }
    Texts cells = cell_spell_out(list, entry);
    return unique_keep(list->values, digest, row_no, cells_pack(cells.items, cells.count, list->row), err);
}

static bool
reject(List *list, const Entry *entry, Text codes, Err *err)
{
    list->rejected++;
    bool ok = typedlist_reject(list->setting.rows, entry->row->place.row_no, codes, cell_spell_out(list, entry), err);
    cell_keep_above(list, entry);
    return ok;
}

/* What is wrong with the row as a whole; its codes, or TEXT_NONE. */
static Text
judge_row(List *list, Entry *entry)
{
    if (entry->row->cell_count > list->known_width || list->known_gaps)
        report_cells_beyond(list, entry);
    if (entry->row->marks.len > 0)
        report_hidden(list, entry);
    return entry->findings.count > 0 || entry->unreadable != NULL ? codes_of(list, entry) : TEXT_NONE;
}

bool
record_take(List *list, const Row *row, size_t index, bool spanned, Err *err)
{
    Entry entry = {.row = row, .index = index, .spanned = spanned, .findings = findinglist_new(list->row)};
    Digest value;
    digits_look(list, row);
    entry.subject = natural_key(list, &entry);
    Digest digest = entry.subject.len > 0 ? digest_of(entry.subject) : (Digest){0, 0};
    bool has_value = unique_digest(list, &entry, digest, &value);
    if (has_value)
        unique_expect(list->values, value);
    char *end = tuple_write(list, &entry, digest);
    Text codes = judge_row(list, &entry);
    if (codes.len == 0 && has_value) {
        if (!judge_unique(list, &entry, value, err))
            return false;
        codes = entry.findings.count > 0 ? codes_of(list, &entry) : TEXT_NONE;
    }
    if (entry.findings.count > 0 && !write_findings(list, &entry, err))
        return false;
    return codes.len > 0 ? reject(list, &entry, codes, err) : tuple_accept(list, end, err);
}

/* A row that waited for the end, and is one too many. */
static bool
take_back(void *context, uint32_t row_no, uint32_t first, Text line, Err *err)
{
    List *list = context;
    Texts cells = cells_unpack(line, list->row);
    Row row = {.place = {list->sheet->name, row_no, -1}, .cells = (Text *)cells.items, .cell_count = cells.count};
    Entry entry = {.row = &row, .findings = findinglist_new(list->row)};
    Text raw = state_cell(&row, list->columns[list->unique].column);
    entry.subject = fold_key(raw, list->row);
    report_repeated(list, &entry, first, raw);
    list->loaded--;
    list->rejected++;
    bool ok = write_findings(list, &entry, err) && typedlist_takeback(list->setting.rows, row_no, err) &&
              typedlist_reject(list->setting.rows, row_no, codes_of(list, &entry), cells, err);
    arena_reset(list->row);
    return ok;
}

bool
record_judge_open(List *list, Err *err)
{
    return tuple_flush(list, err) && unique_judge(list->values, take_back, list, err);
}
