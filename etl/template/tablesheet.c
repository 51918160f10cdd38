#include "template/tablesheet.h"

#include "template/entry.h"

enum { NUMBERED_ROWS = 10, WIDTH_WHERE_NONE_IS_SAID = 16, LIST_WIDTH_LEAST = 80 };

typedef struct TableSheet {
    const Blank *blank;
    const Field *fields[FILL_COLUMN_MAX]; /* its columns */
    int widths[FILL_COLUMN_MAX];
    int count;
    int label_last; /* the head block's labels stand in columns 0 to this one */
} TableSheet;

static int
width_of(const Field *field)
{
    static const int widths[] = {
        [FIELD_TEXT] = 28,    [FIELD_NAME] = 36,    [FIELD_PERSON] = 14, [FIELD_PHONE] = 20,    [FIELD_MOBILE] = 18,
        [FIELD_ENUM] = 18,    [FIELD_USCC] = 24,    [FIELD_EMAIL] = 26,  [FIELD_SEQUENCE] = 14, [FIELD_LONGTEXT] = 50,
        [FIELD_INTEGER] = 16, [FIELD_DECIMAL] = 20, [FIELD_PERIOD] = 0};
    if (field->width > 0)
        return (int)field->width;
    return widths[field->type] > 0 ? widths[field->type] : WIDTH_WHERE_NONE_IS_SAID;
}

/* A list of few columns is widened, so that its title and head block have room. */
static void
widen(TableSheet *table)
{
    int sum = 0;
    for (int i = 0; i < table->count; i++)
        sum += table->widths[i];
    for (int i = 1; i < table->count && sum < LIST_WIDTH_LEAST; i++)
        table->widths[i] += (LIST_WIDTH_LEAST - sum) / (table->count - 1);
}

static bool
choose_columns(TableSheet *table, Err *err)
{
    const UploadKind *kind = table->blank->kind;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (field->in_head || !field->printed)
            continue;
        if (table->count == FILL_COLUMN_MAX)
            return err_set(err, ERR_CONFIG, "%" TEXT_FMT ": more than %d columns", TEXT_ARG(kind->kind),
                           FILL_COLUMN_MAX);
        table->fields[table->count] = field;
        table->widths[table->count++] = width_of(field);
    }
    if (table->count < 2)
        return err_set(err, ERR_CONFIG, "%" TEXT_FMT ": fewer than 2 columns", TEXT_ARG(kind->kind));
    if (kind->layout == LAYOUT_LIST)
        widen(table);
    else
        table->label_last = table->count > 2 ? 1 : 0;
    return true;
}

static bool
write_line(const TableSheet *table, FillLabel look, Text text, Err *err)
{
    return fillbook_label(table->blank->book, 0, table->count - 1, look, text, err) &&
           fillbook_next(table->blank->book, 0, err);
}

static bool
write_head(const TableSheet *table, Text label, const FillEntry *entry, Text initial, Err *err)
{
    Fillbook *book = table->blank->book;
    return fillbook_label(book, 0, table->label_last, FILL_HEAD, label, err) &&
           fillbook_entry(book, table->label_last + 1, table->count - 1, entry, initial, err) &&
           fillbook_next(book, 0, err);
}

static bool
write_head_block(const TableSheet *table, Err *err)
{
    const Blank *blank = table->blank;
    const Text *words = blank->phrases->words;
    for (size_t i = 0; i < blank->kind->field_count; i++) {
        const Field *field = &blank->kind->fields[i];
        FillEntry entry = entry_of(blank, field);
        Text label = phrases_fill(words[PHRASE_HEAD_LABEL], field->title, blank->arena);
        if (entry.content == FILL_CODE)
            entry.content = FILL_WORDS; /* beside its label, not in a column */
        if (field->in_head && field->printed && !write_head(table, label, &entry, TEXT_NONE, err))
            return false;
    }
    FillEntry part = {FILL_WORDS, blank->kind->title, words[PHRASE_PART_PROMPT], NULL, 0, false, 0};
    return blank->kind->layout != LAYOUT_LIST ||
           write_head(table, words[PHRASE_PART_LABEL], &part, words[PHRASE_PART_VALUE], err);
}

/* As printed; above a list's figures with their unit, unless the label names it. */
static Text
label_of(const TableSheet *table, const Field *field)
{
    const Blank *blank = table->blank;
    if (blank->kind->layout != LAYOUT_LIST || field->unit.len == 0 ||
        text_find(field->title, field->unit, 0) != SIZE_MAX)
        return field->title;
    return phrases_fill(phrases_fill(blank->phrases->words[PHRASE_LIST_LABEL], field->title, blank->arena), field->unit,
                        blank->arena);
}

static bool
write_labels(const TableSheet *table, Err *err)
{
    for (int i = 0; i < table->count; i++)
        if (!fillbook_label(table->blank->book, i, i, FILL_HEADER, label_of(table, table->fields[i]), err))
            return false;
    return fillbook_next(table->blank->book, 0, err) && fillbook_header(table->blank->book, err);
}

/* Prompts and drop-downs are said with the first row, for all. */
static bool
write_numbered_row(const TableSheet *table, int number, Err *err)
{
    for (int i = 0; i < table->count; i++) {
        FillEntry entry = entry_of(table->blank, table->fields[i]);
        bool counts = table->fields[i]->type == FIELD_SEQUENCE;
        Text initial = counts ? arena_printf(table->blank->arena, "%d", number) : TEXT_NONE;
        entry.rows = number == 1 ? NUMBERED_ROWS : FILL_ROWS_NONE;
        if (!fillbook_entry(table->blank->book, i, i, &entry, initial, err))
            return false;
    }
    return fillbook_next(table->blank->book, 0, err);
}

static bool
write_list_columns(const TableSheet *table, Err *err)
{
    FillEntry entries[FILL_COLUMN_MAX];
    for (int i = 0; i < table->count; i++)
        entries[i] = entry_of(table->blank, table->fields[i]);
    return fillbook_columns(table->blank->book, entries, err);
}

static bool
write_numbered_rows(const TableSheet *table, Err *err)
{
    for (int number = 1; number <= NUMBERED_ROWS; number++)
        if (!write_numbered_row(table, number, err))
            return false;
    return true;
}

bool
tablesheet_write(const Blank *blank, Err *err)
{
    bool list = blank->kind->layout == LAYOUT_LIST;
    TableSheet table = {.blank = blank};
    if (!choose_columns(&table, err))
        return false;
    FillSheet sheet = {blank->phrases->words[list ? PHRASE_SHEET_LIST : PHRASE_SHEET_TABLE],
                       list ? FILL_LIST : FILL_OFFICIAL, table.widths, (size_t)table.count};
    return fillbook_sheet(blank->book, &sheet, err) &&
           (list || write_line(&table, FILL_ANNEX, blank->cycle->attachment_no, err)) &&
           write_line(&table, FILL_TITLE, blank->kind->title, err) && write_head_block(&table, err) &&
           write_labels(&table, err) && (list ? write_list_columns(&table, err) : write_numbered_rows(&table, err));
}
