/*
 * A cell to a typed value: the first byte chooses the field, then stand, a line each, its label, what is said of the unit, and the cell. Every state has what
 * belongs to it; a value is the number written times its factor; what was typed, written into the same cell, is typed as the same.
 */
#include "cells.h"

#include "schema/convert.h"
#include "text/amount.h"
#include "text/fold.h"

typedef struct Typed {
    TypedCell cell;
    FindingList findings;
} Typed;

static Typed
convert(const Field *field, CellInput input, Arena *arena)
{
    Typed typed = {.findings = findinglist_new(arena)};
    Converter converter = {cells_gbk(), arena, &typed.findings, TEXT("甲|乙")};
    typed.cell = convert_cell(&converter, field, &input);
    return typed;
}

static bool
has_error(const FindingList *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].error)
            return true;
    return false;
}

static bool
is_state(const TypedCell *cell, Text state)
{
    return text_equal(cell->state, state);
}

static void
state_is_whole(const Typed *typed, Text raw)
{
    const TypedCell *cell = &typed->cell;
    bool number = is_state(cell, TEXT("number")), text = is_state(cell, TEXT("text"));
    bool bad = is_state(cell, TEXT("bad"));
    PROMISE(number || text || bad || is_state(cell, TEXT("none")) || is_state(cell, TEXT("blank")));
    PROMISE(number == (cell->value.ptr != NULL) && (!text || cell->text.ptr != NULL));
    PROMISE(!bad || has_error(&typed->findings));
    PROMISE(text_equal(cell->raw, raw) && texts_are_utf8(cell->text) && texts_are_utf8(cell->folded));
}

static bool
is_canonical(Text value, Arena *arena)
{
    Decimal number;
    Text rest;
    return decimal_read(value, &number, &rest) && rest.len == 0 && text_equal(decimal_text(&number, arena), value);
}

/* An exact figure times the factor is the value. */
static void
factor_leads_to_value(const TypedCell *cell, Arena *arena)
{
    Amount amount;
    Decimal factor, value, product;
    Text rest;
    if (cell->value.ptr == NULL || cell->factor.ptr == NULL ||
        amount_read(fold_clean(cell->raw, arena), arena, &amount) != AMOUNT_EXACT)
        return;
    PROMISE(decimal_read(cell->factor, &factor, &rest) && decimal_read(cell->value, &value, &rest));
    PROMISE(decimal_multiply(&amount.number, &factor, &product) && decimal_compare(&product, &value) == 0);
}

static void
reads_back(const Field *field, const Typed *typed, Arena *arena)
{
    const TypedCell *cell = &typed->cell;
    CellInput input = {.place = cell->place, .raw = cell->value.ptr != NULL ? cell->value : cell->text};
    if ((!is_state(cell, TEXT("number")) && !is_state(cell, TEXT("text"))) || field->unit.ptr != NULL)
        return;
    Typed again = convert(field, input, arena);
    PROMISE(text_equal(again.cell.state, cell->state) && text_equal(again.cell.value, cell->value));
    PROMISE(text_equal(again.cell.text, cell->text) && text_equal(again.cell.folded, cell->folded));
}

static const Field *
chosen(unsigned number)
{
    const UploadSet *set = cells_schemas("fujian-2023");
    for (size_t i = 0;; i = (i + 1) % set->kind_count) {
        if (number < set->kinds[i].field_count)
            return &set->kinds[i].fields[number];
        number -= (unsigned)set->kinds[i].field_count;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (len == 0)
        return 0;
    Arena *arena = arena_new();
    char *block = texts_block(bytes + 1, len - 1);
    const Field *field = chosen(bytes[0]);
    CellInput input = {.place = {TEXT("S"), 7, 2}, .marks = TEXT("")};
    Text rest = {block, len - 1};
    input.label = texts_next(&rest, '\n');
    input.unit = texts_next(&rest, '\n');
    input.raw = rest;
    Typed typed = convert(field, input, arena);
    state_is_whole(&typed, input.raw);
    PROMISE(typed.cell.value.ptr == NULL || is_canonical(typed.cell.value, arena));
    factor_leads_to_value(&typed.cell, arena);
    reads_back(field, &typed, arena);
    free(block);
    arena_free(arena);
    return 0;
}
