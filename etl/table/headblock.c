#include "table/headblock.h"

#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

#include <string.h>

/* Longer cells are notes; a label of another thing inside a value has at most so many characters. */
enum { CELL_MAX_CHARACTERS = 400, SEGMENTS_MAX = 16, FOREIGN_LABEL_MAX = 8 };

/* A cell, folded character by character, so that a match can be led back to what was written. */
typedef struct Glyph {
    size_t at; /* byte offset in the cell */
    Text folded;
    bool blank;
    bool line_end;
} Glyph;

typedef struct Glyphs {
    Text cell;
    Glyph *items;
    size_t count;
} Glyphs;

/* A label in a cell: glyphs [label, value) are the label with its colon. */
typedef struct Segment {
    HeadValue *target;
    size_t label;
    size_t value;
    bool colon;
} Segment;

static Glyphs
glyphs_of(Text cell, Arena *arena)
{
    Glyphs glyphs = {cell, NULL, 0};
    if (fold_length(cell) > CELL_MAX_CHARACTERS)
        return glyphs;
    glyphs.items = arena_array(arena, cell.len + 1, sizeof *glyphs.items);
    for (size_t at = 0; at < cell.len;) {
        Text character = character_at(cell, at);
        bool blank = character_is_blank(character);
        glyphs.items[glyphs.count++] =
            (Glyph){at, blank ? TEXT_NONE : fold_key(character, arena), blank, *character.ptr == '\n'};
        at += character.len;
    }
    return glyphs;
}

static size_t
byte_offset(const Glyphs *glyphs, size_t index)
{
    return index < glyphs->count ? glyphs->items[index].at : glyphs->cell.len;
}

static bool
glyph_is(const Glyphs *glyphs, size_t index, Text folded)
{
    return index < glyphs->count && text_equal(glyphs->items[index].folded, folded);
}

static size_t
skip_blanks(const Glyphs *glyphs, size_t index)
{
    while (index < glyphs->count && glyphs->items[index].blank)
        index++;
    return index;
}

/* The index behind `word` (folded) if it stands at `index`, blanks between its characters allowed; 0 if it does not. */
static size_t
match_word(const Glyphs *glyphs, size_t index, Text word)
{
    size_t matched = 0;
    while (index < glyphs->count && matched < word.len) {
        const Glyph *glyph = &glyphs->items[index++];
        if (glyph->blank)
            continue;
        if (glyph->folded.len == 0 || !text_starts_with(text_sub(word, matched, word.len), glyph->folded))
            return 0;
        matched += glyph->folded.len;
    }
    return matched == word.len ? index : 0;
}

static size_t
match_field(const Glyphs *glyphs, size_t index, const Field *field)
{
    size_t best = 0;
    for (size_t i = 0; i < field->alias_count; i++) {
        size_t end = match_word(glyphs, index, field->aliases[i]);
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
        size_t end = match_word(glyphs, index, text_of(words[i]));
        if (end > 0)
            return end;
    }
    return index;
}

static size_t
skip_brackets(const Glyphs *glyphs, size_t index)
{
    if (!glyph_is(glyphs, index, TEXT("(")))
        return index;
    for (size_t end = index; end < glyphs->count; end++) {
        if (glyph_is(glyphs, end, TEXT(")")))
            return end + 1;
    }
    return index;
}

/* Behind a label come a stamp's word or a note in brackets, then perhaps the colon. */
static size_t
skip_notes(const Glyphs *glyphs, size_t index)
{
    index = skip_brackets(glyphs, skip_blanks(glyphs, index));
    index = skip_stamp_word(glyphs, skip_blanks(glyphs, index));
    return skip_blanks(glyphs, skip_brackets(glyphs, skip_blanks(glyphs, index)));
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
    bool colon = glyph_is(glyphs, behind, TEXT(":"));
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

static bool
is_digit(const Glyph *glyph)
{
    return glyph->folded.len == 1 && glyph->folded.ptr[0] >= '0' && glyph->folded.ptr[0] <= '9';
}

/* True where some other label with a colon begins behind a blank: "张三  填表日期：…". */
static bool
foreign_label_at(const Glyphs *glyphs, size_t blank, size_t end)
{
    size_t index = skip_blanks(glyphs, blank);
    for (size_t length = 0; index < end && length <= FOREIGN_LABEL_MAX; index++) {
        const Glyph *glyph = &glyphs->items[index];
        if (text_equal(glyph->folded, TEXT(":")))
            return length > 1;
        if (glyph->line_end || is_digit(glyph))
            return false;
        length += !glyph->blank;
    }
    return false;
}

/* True where nothing but a date, filled in or not, stands from `index` on: "2023年6月1日", "年  月  日". */
static bool
only_date_from(const Glyphs *glyphs, size_t index, size_t end)
{
    static const char *const parts[] = {"年", "月", "日"};
    size_t seen = 0;
    for (; index < end; index++) {
        const Glyph *glyph = &glyphs->items[index];
        if (glyph->blank || is_digit(glyph))
            continue;
        if (seen == 3 || !text_equal(glyph->folded, text_of(parts[seen])))
            return false;
        seen++;
    }
    return seen == 3;
}

/* "三明市工业和信息化局（盖章）": the stamp's note behind a value. */
static bool
stamp_note_at(const Glyphs *glyphs, size_t index)
{
    static const char *const notes[] = {"(盖章)", "(公章)", "(签章)", "(加盖公章)", NULL};
    for (size_t i = 0; notes[i] != NULL; i++) {
        if (match_word(glyphs, index, text_of(notes[i])) > 0)
            return true;
    }
    return false;
}

static size_t
value_end(const Glyphs *glyphs, size_t from, size_t end)
{
    for (size_t index = from; index < end; index++) {
        if (glyphs->items[index].blank && foreign_label_at(glyphs, index, end))
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
    static const char *const fillers[] = {";", ",", "、", "。", ".", "_", "|", NULL};
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
    size_t at = byte_offset(glyphs, from);
    return text_sub(glyphs->cell, at, byte_offset(glyphs, end) - at);
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

void
headblock_read(HeadBlock *block, const Sheet *sheet, size_t from, size_t to, Arena *arena)
{
    for (size_t index = from; index < to; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++)
            read_cell(block, sheet, index, (int)column, arena);
    }
}

bool
headblock_begins(const HeadBlock *block, Text cell, Arena *arena)
{
    Segment segments[SEGMENTS_MAX];
    Glyphs glyphs = glyphs_of(cell, arena);
    size_t count = find_segments(&glyphs, block, segments);
    return count > 0 && segments[0].colon && skip_blanks(&glyphs, 0) == segments[0].label;
}
