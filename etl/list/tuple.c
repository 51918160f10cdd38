#include "list/tuple.h"

#include <string.h>

#include "list/plain.h"
#include "rows/copybinary.h"
#include "rows/copytext.h"
#include "text/character.h"
#include "text/fold.h"

/* Small blocks let the stages of a pipe overlap. */
enum { BLOCK = 64 * 1024, FIRST_ROOM = 2 * BLOCK, LEADING_FIELDS = 2, TRAILING_FIELDS = 2, PACKED_ITEM_ROOM = 3 };

/* The place `at` in the tuples, with room for `more` bytes behind it; they may have moved. */
static char *
grow(Tuples *tuples, char *at, size_t more)
{
    size_t used = tuples->bytes == NULL ? 0 : (size_t)(at - tuples->bytes);
    size_t room = tuples->room == 0 ? FIRST_ROOM : tuples->room;
    while (room < used + more)
        room *= 2;
    tuples->bytes = mem_grow(tuples->bytes, room);
    tuples->room = room;
    return tuples->bytes + used;
}

static inline char *
with_room(Tuples *tuples, char *at, size_t more)
{
    if (tuples->bytes == NULL || (size_t)(tuples->bytes + tuples->room - at) < more)
        return grow(tuples, at, more);
    return at;
}

bool
tuple_flush(List *list, Err *err)
{
    Tuples *tuples = &list->tuples;
    if (tuples->rows == 0)
        return true;
    if (list->above.tuple != SIZE_MAX) {
        buf_clear(&list->above.sent);
        buf_append(&list->above.sent, tuples->bytes + list->above.tuple, tuples->len - list->above.tuple);
        list->above.tuple = SIZE_MAX;
    }
    bool ok = typedlist_rows(list->setting.rows, (Text){tuples->bytes, tuples->len}, tuples->rows, err);
    tuples->len = 0;
    tuples->rows = 0;
    return ok;
}

/* Marks that change what a cell says; the others only tell how it was stored. */
static bool
marks_matter(Text marks)
{
    static const char *const words[] = {"error", "formula_no", "date", "time", "long_number", "scaled", "yuan", NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        if (text_find(marks, text_of(words[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

static void
keep_raw(List *list, Text name, Text raw)
{
    list->raw_pairs[list->raw_count++] = name;
    list->raw_pairs[list->raw_count++] = raw;
}

static int64_t
read_integer(Text value)
{
    uint64_t number = 0;
    bool negative = text_starts_with(value, TEXT("-"));
    text_read_count(text_sub(value, negative, value.len), &number);
    return negative ? -(int64_t)number : (int64_t)number;
}

static char *
write_typed(char *at, const ListColumn *column, const TypedCell *cell)
{
    Text value = column->form == COLUMN_TEXT || column->form == COLUMN_BOOLEAN ? cell->text : cell->value;
    if (value.ptr == NULL || text_equal(cell->state, TEXT("bad")))
        return copybinary_null(at);
    switch (column->form) {
    case COLUMN_INTEGER:
        return copybinary_int8(at, read_integer(value));
    case COLUMN_NUMERIC:
        return copybinary_numeric(at, value);
    case COLUMN_BOOLEAN:
        return copybinary_bool(at, text_equal(value, column->field->choices[0]));
    case COLUMN_TEXT:
        break;
    }
    return copybinary_text(at, value);
}

/* `room`: what the rest of the row needs, as tuple_write has it. */
static char *
write_long(List *list, Entry *entry, size_t i, char *at, size_t room)
{
    const ListColumn *column = &list->columns[i];
    Text own = state_cell(entry->row, column->column);
    TypedCell cell = cell_convert(list, entry, i);
    Text said = cell.value.ptr != NULL ? cell.value : cell.text;
    if (!character_all_blank(own) && !text_equal(own, said))
        keep_raw(list, column->name, own);
    at = with_room(&list->tuples, at, said.len + COLUMN_ROOM + room);
    return write_typed(at, column, &cell);
}

/* NULL where the cell is for the long way. `plain`: it is known to be plain text. */
static inline char *
write_short(List *list, const Row *row, const ListColumn *column, bool plain, char *at)
{
    Text raw = state_cell(row, column->column);
    bool as_written;
    if (raw.len == 0)
        return column->field->required || column->field->expected ? NULL : copybinary_null(at);
    if (plain && column->way == WAY_TEXT && !column_needs_look(column, raw))
        return copybinary_text(at, raw);
    if (column->unit_column >= 0 && state_cell(row, column->unit_column).len > 0)
        return NULL;
    if (!column_short(column, raw, &at, &as_written))
        return NULL;
    if (!as_written)
        keep_raw(list, column->name, raw);
    return at;
}

static char *
write_columns(List *list, Entry *entry, bool quick, size_t room, char *at)
{
    const char *begin = list->tuples.bytes + list->tuples.len;
    const ListColumn *column = list->columns, *plain = column + list->plain_column;
    size_t *fields = list->above.next, count = list->column_count;
    for (size_t i = 0; i < count; i++, column++) {
        char *behind = quick ? write_short(list, entry->row, column, column == plain, at) : NULL;
        fields[i] = (size_t)(at - begin);
        if (behind == NULL) {
            behind = write_long(list, entry, i, at, room);
            begin = list->tuples.bytes + list->tuples.len;
        }
        at = behind;
    }
    return at;
}

/* The items in one, as COPY writes a line: bytes, which the server takes as they are. */
static char *
write_packed(List *list, char *at, const Text *items, size_t count)
{
    size_t bytes = COPYBINARY_FIELD_ROOM;
    for (size_t i = 0; i < count; i++)
        bytes += 2 * items[i].len + PACKED_ITEM_ROOM;
    at = with_room(&list->tuples, at, bytes);
    char *length = at, *begin = copybinary_bytes4(at, 0);
    at = begin;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            *at++ = '\t';
        at = copytext_put(at, items[i]);
    }
    copybinary_bytes4(length, (uint32_t)(at - begin));
    return at;
}

static Text
clean_extra(List *list, Text raw)
{
    if (!list->setting.long_way && plain_text(raw))
        return raw;
    return character_all_blank(raw) ? TEXT_NONE : fold_clean(raw, list->row);
}

static char *
write_extras(List *list, const Entry *entry, char *at)
{
    bool any = false;
    for (size_t i = 0; i < list->extra_count; i++) {
        const ExtraColumn *extra = &list->extras[i];
        Text raw = state_cell(entry->row, extra->column);
        Text text = clean_extra(list, raw);
        list->extra_cells[i] = text;
        any |= text.ptr != NULL;
        if (text.ptr != NULL && text.ptr != raw.ptr && !text_equal(text, raw))
            keep_raw(list, extra->name, raw);
    }
    return write_packed(list, at, list->extra_cells, any ? list->extra_count : 0);
}

/* What the fields of the row take at most, as long as they are no longer than its cells. */
static size_t
row_room(const List *list, const Row *row)
{
    size_t room = (LEADING_FIELDS + 1) * COPYBINARY_FIELD_ROOM + list->column_count * COLUMN_ROOM;
    for (size_t i = 0; i < row->cell_count; i++)
        room += row->cells[i].len;
    return room;
}

char *
tuple_write(List *list, Entry *entry, Digest key)
{
    bool quick =
        !list->setting.long_way && !entry->spanned && (entry->row->marks.len == 0 || !marks_matter(entry->row->marks));
    size_t room = row_room(list, entry->row);
    char *at = list->tuples.bytes == NULL ? NULL : list->tuples.bytes + list->tuples.len;
    at = with_room(&list->tuples, at, room);
    list->raw_count = 0;
    at = copybinary_begin(at, (uint16_t)(LEADING_FIELDS + list->column_count + TRAILING_FIELDS));
    at = copybinary_int4(at, (int32_t)entry->row->place.row_no);
    at = entry->subject.len > 0 ? copybinary_int8(at, (int64_t)key.first) : copybinary_null(at);
    at = write_columns(list, entry, quick, room, at);
    at = write_extras(list, entry, at);
    return write_packed(list, at, list->raw_pairs, list->raw_count);
}

bool
tuple_accept(List *list, char *end, Err *err)
{
    Above *above = &list->above;
    size_t *fields = above->fields;
    above->tuple = list->tuples.len;
    above->fields = above->next;
    above->next = fields;
    above->rejected = NULL;
    list->tuples.len = (size_t)(end - list->tuples.bytes);
    list->tuples.rows++;
    list->loaded++;
    return list->tuples.len < BLOCK || tuple_flush(list, err);
}
