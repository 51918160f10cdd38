#include "table/headblock.h"

#include "table/bodyword.h"
#include "table/glyphs.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

#include <string.h>

/* A label of another thing inside a value has at most so many characters. */
enum { SEGMENTS_MAX = 16, FOREIGN_LABEL_MAX = 8 };

/* A label in a cell: glyphs [label, value) are the label with its colon. */
typedef struct Segment {
    HeadValue *target;
    size_t label;
    size_t value;
    bool colon;
} Segment;

static size_t
match_field(const Glyphs *glyphs, size_t index, const Field *field)
{
    size_t best = 0;
    for (size_t i = 0; i < field->alias_count; i++) {
        size_t end = glyphs_match(glyphs, index, field->aliases[i]);
        if (end > best)
            best = end;
    }
    return best;
}

static size_t
skip_stamp_word(const Glyphs *glyphs, size_t index)
{
    static const char *const words[] = {"加盖公章", "盖章", "公章", "签章", NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        size_t end = glyphs_match(glyphs, index, text_of(words[i]));
        if (end > 0)
            return end;
    }
    return index;
}

static size_t
skip_brackets(const Glyphs *glyphs, size_t index)
{
    if (!glyphs_have(glyphs, index, TEXT("(")))
        return index;
    for (size_t end = index; end < glyphs->count; end++) {
        if (glyphs_have(glyphs, end, TEXT(")")))
            return end + 1;
    }
    return index;
}

/* Behind a label come a stamp's word or a note in brackets, then perhaps the colon. */
static size_t
skip_notes(const Glyphs *glyphs, size_t index)
{
    index = skip_brackets(glyphs, glyphs_skip_blanks(glyphs, index));
    index = skip_stamp_word(glyphs, glyphs_skip_blanks(glyphs, index));
    return glyphs_skip_blanks(glyphs, skip_brackets(glyphs, glyphs_skip_blanks(glyphs, index)));
}

/* Without a colon a label must stand alone: at a blank or the cell's edge on both sides. */
static bool
stands_alone(const Glyphs *glyphs, size_t label, size_t end)
{
    bool left = label == 0 || glyphs->items[label - 1].blank;
    return left && (end >= glyphs->count || glyphs->items[end].blank);
}

static bool
segment_at(const Glyphs *glyphs, size_t index, HeadValue *target, Segment *segment)
{
    size_t end = match_field(glyphs, index, target->field);
    if (end == 0)
        return false;
    size_t behind = skip_notes(glyphs, end);
    bool colon = glyphs_have(glyphs, behind, TEXT(":"));
    if (!colon && !stands_alone(glyphs, index, end) && !(behind > end && stands_alone(glyphs, index, behind)))
        return false;
    *segment = (Segment){target, index, colon ? behind + 1 : behind, colon};
    return true;
}

/* The longest label that begins at `index`. */
static bool
longest_segment_at(const Glyphs *glyphs, size_t index, const HeadBlock *block, Segment *longest)
{
    bool found = false;
    if (glyphs->items[index].blank)
        return false;
    for (size_t i = 0; i < block->count; i++) {
        Segment segment;
        if (!segment_at(glyphs, index, &block->values[i], &segment))
            continue;
        if (!found || segment.value > longest->value)
            *longest = segment;
        found = true;
    }
    return found;
}

static size_t
find_segments(const Glyphs *glyphs, const HeadBlock *block, Segment segments[SEGMENTS_MAX])
{
    size_t count = 0;
    for (size_t index = 0; index < glyphs->count && count < SEGMENTS_MAX;) {
        if (longest_segment_at(glyphs, index, block, &segments[count])) {
            index = segments[count].value > index ? segments[count].value : index + 1;
            count++;
        } else {
            index++;
        }
    }
    return count;
}

/* True where some other label with a colon begins at `from` or behind its blanks: "张三  填表日期：…". */
static bool
foreign_label_at(const Glyphs *glyphs, size_t from, size_t end)
{
    size_t index = glyphs_skip_blanks(glyphs, from);
    for (size_t length = 0; index < end && length <= FOREIGN_LABEL_MAX; index++) {
        const Glyph *glyph = &glyphs->items[index];
        if (text_equal(glyph->folded, TEXT(":")))
            return length > 1;
        if (glyph->line_end || glyph_is_digit(glyph))
            return false;
        length += !glyph->blank;
    }
    return false;
}

/* The index behind a part of a date, "2023年" or only "年"; 0 where it does not stand there. */
static size_t
skip_date_part(const Glyphs *glyphs, size_t index, size_t most_digits, Text sign)
{
    index = glyphs_skip_blanks(glyphs, index);
    for (size_t digits = 0; digits < most_digits && index < glyphs->count && glyph_is_digit(&glyphs->items[index]);
         digits++)
        index++;
    index = glyphs_skip_blanks(glyphs, index);
    return glyphs_have(glyphs, index, sign) ? index + 1 : 0;
}

/* True where nothing but a date, filled in or not, stands from `index` on: "2023年6月1日", "年  月  日". */
static bool
only_date_from(const Glyphs *glyphs, size_t index, size_t end)
{
    size_t year = skip_date_part(glyphs, index, 4, TEXT("年"));
    size_t month = year == 0 ? 0 : skip_date_part(glyphs, year, 2, TEXT("月"));
    size_t day = month == 0 ? 0 : skip_date_part(glyphs, month, 2, TEXT("日"));
    bool inside_number =
        index > 0 && glyph_is_digit(&glyphs->items[index - 1]) && glyph_is_digit(&glyphs->items[index]);
    return day > 0 && !inside_number && glyphs_skip_blanks(glyphs, day) >= end;
}

/* "三明市工业和信息化局（盖章）": the stamp's note behind a value. */
static bool
stamp_note_at(const Glyphs *glyphs, size_t index)
{
    static const char *const notes[] = {"(盖章)", "(公章)", "(签章)", "(加盖公章)", NULL};
    for (size_t i = 0; notes[i] != NULL; i++) {
        if (glyphs_match(glyphs, index, text_of(notes[i])) > 0)
            return true;
    }
    return false;
}

static bool
parts_values(const Glyph *glyph)
{
    static const char *const separators[] = {",", ";", "/", "、", NULL};
    return glyph->blank || words_have(separators, glyph->folded);
}

static size_t
value_end(const Glyphs *glyphs, size_t from, size_t end)
{
    for (size_t index = from; index < end; index++) {
        if (parts_values(&glyphs->items[index]) && foreign_label_at(glyphs, index + 1, end))
            return index;
        if (only_date_from(glyphs, index, end) || stamp_note_at(glyphs, index))
            return index;
    }
    return end;
}

/* Separators and the rules of a form ("____") are no part of a value. */
static bool
is_filler(const Glyph *glyph)
{
    static const char *const fillers[] = {";", ",", "、", "。", ".", "_", "|", ":", "/", NULL};
    if (glyph->blank || glyph->folded.len == 0)
        return true;
    return words_have(fillers, glyph->folded);
}

static Text
value_between(const Glyphs *glyphs, size_t from, size_t end)
{
    end = value_end(glyphs, from, end);
    while (from < end && is_filler(&glyphs->items[from]))
        from++;
    while (end > from && is_filler(&glyphs->items[end - 1]))
        end--;
    if (from == end)
        return TEXT_NONE;
    size_t at = glyphs_offset(glyphs, from);
    return text_sub(glyphs->cell, at, glyphs_offset(glyphs, end) - at);
}

/* The next filled cell to the right, unless that is a label itself. */
static Text
value_beside(const HeadBlock *block, const Sheet *sheet, size_t index, int *column, Arena *arena)
{
    int width = (int)sheet->rows[index].cell_count;
    for (int next = *column + 1; next < width; next++) {
        Text cell = sheet_cell(sheet, index, next);
        if (character_all_blank(cell))
            continue;
        Segment segments[SEGMENTS_MAX];
        Glyphs glyphs = glyphs_of(cell, arena);
        if (find_segments(&glyphs, block, segments) > 0)
            return TEXT_NONE;
        *column = next;
        return value_between(&glyphs, 0, glyphs.count);
    }
    return TEXT_NONE;
}

/* True where every filled cell of the row is a label without colon or value, and there are several: their values stand in the row below. */
static bool
is_row_of_labels(const HeadBlock *block, const Sheet *sheet, size_t index, Arena *arena)
{
    size_t labels = 0;
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        Segment segments[SEGMENTS_MAX];
        Glyphs glyphs = glyphs_of(sheet_cell(sheet, index, (int)column), arena);
        if (glyphs_skip_blanks(&glyphs, 0) == glyphs.count)
            continue;
        if (find_segments(&glyphs, block, segments) != 1 || segments[0].colon ||
            segments[0].label != glyphs_skip_blanks(&glyphs, 0) || segments[0].value < glyphs.count)
            return false;
        labels++;
    }
    return labels > 1;
}

static void
keep(HeadValue *target, Place place, Text value)
{
    if (target->value.len > 0 || (target->place.row_no > 0 && value.len == 0))
        return;
    target->place = place;
    target->value = value;
}

static void
read_cell(HeadBlock *block, const Sheet *sheet, size_t index, int column, Arena *arena)
{
    Segment segments[SEGMENTS_MAX];
    Glyphs glyphs = glyphs_of(sheet_cell(sheet, index, column), arena);
    size_t count = find_segments(&glyphs, block, segments);
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count;
        Place place = {sheet->name, sheet->rows[index].place.row_no, column};
        Text value = value_between(&glyphs, segments[i].value, last ? glyphs.count : segments[i + 1].label);
        if (value.len == 0 && last)
            value = value_beside(block, sheet, index, &place.column, arena);
        keep(segments[i].target, place, value);
    }
}

HeadBlock
headblock_new(const UploadKind *kind, Arena *arena)
{
    HeadBlock block = {arena_array(arena, kind->field_count, sizeof(HeadValue)), 0};
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].in_head)
            block.values[block.count++].field = &kind->fields[i];
    }
    return block;
}

/* A row of labels, each with its value below. */
static void
read_labels_above(HeadBlock *block, const Sheet *sheet, size_t index, Arena *arena)
{
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        Segment segments[SEGMENTS_MAX];
        Glyphs label = glyphs_of(sheet_cell(sheet, index, (int)column), arena);
        Glyphs below = glyphs_of(sheet_cell(sheet, index + 1, (int)column), arena);
        if (find_segments(&label, block, segments) == 1)
            keep(segments[0].target, (Place){sheet->name, sheet->rows[index + 1].place.row_no, (int)column},
                 value_between(&below, 0, below.count));
    }
}

/* A row that begins a note, or counts on in one: "1.推荐单位：请填全称". */
static bool
is_note_row(const Sheet *sheet, size_t index, bool in_note, Arena *arena)
{
    Text folded = fold_key(sheet_cell(sheet, index, sheet_first_filled(sheet, index)), arena);
    bool numbered = folded.len > 0 && (folded.ptr[0] == '(' || (folded.ptr[0] >= '0' && folded.ptr[0] <= '9'));
    return bodyword_is_note(folded) || (in_note && numbered);
}

void
headblock_read(HeadBlock *block, const Sheet *sheet, size_t from, size_t to, Arena *arena)
{
    bool in_note = false;
    for (size_t index = from; index < to; index++) {
        in_note = is_note_row(sheet, index, in_note, arena);
        if (in_note)
            continue;
        if (index + 1 < to && is_row_of_labels(block, sheet, index, arena)) {
            read_labels_above(block, sheet, index, arena);
            continue;
        }
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++)
            read_cell(block, sheet, index, (int)column, arena);
    }
}

bool
headblock_stands_in(const HeadBlock *block, uint64_t row_no)
{
    for (size_t i = 0; i < block->count; i++) {
        if (block->values[i].place.row_no == row_no)
            return true;
    }
    return false;
}

bool
headblock_begins(const HeadBlock *block, Text cell, Arena *arena)
{
    Segment segments[SEGMENTS_MAX];
    Glyphs glyphs = glyphs_of(cell, arena);
    size_t count = find_segments(&glyphs, block, segments);
    bool first = count > 0 && glyphs_skip_blanks(&glyphs, 0) == segments[0].label;
    return first && (segments[0].colon || segments[0].value >= glyphs.count || count > 1);
}
