#include "trace/outputs.h"

#include "replay/replay.h"
#include "results/datafiles.h"
#include "results/indicators.h"
#include "results/summary.h"
#include "review/reviewbook.h"
#include "slip/sendlist.h"
#include "trace/copies.h"
#include "trace/original.h"
#include "trace/package.h"
#include "trace/place.h"
#include "trace/sources.h"
#include "trace/tell.h"

/* The name without what a draft or a version adds to it: "ministry/指标汇总-送审稿.xlsx" to "指标汇总.xlsx". */
static Text
plain_name(const Trace *trace, const Target *target, bool *ministry)
{
    Arena *arena = trace->state->arena;
    Text name = text_of(target->name);
    *ministry = text_starts_with(name, TEXT("ministry/"));
    if (*ministry)
        name = text_sub(name, sizeof "ministry/" - 1, SIZE_MAX);
    size_t draft = text_find(name, TEXT("-送审稿."), 0);
    return draft == SIZE_MAX ? name
                             : arena_join(arena, text_sub(name, 0, draft), TEXT(""),
                                          text_sub(name, draft + sizeof "-送审稿" - 1, SIZE_MAX));
}

/* Whether the file still is what the night had put out. */
static bool
tell_kept(const Trace *trace, const Target *target, Err *err)
{
    const State *state = trace->state;
    bool known, same;
    if (!target->package && trace->archive == NULL)
        return true;
    if (target->package) {
        if (!package_is_kept(target, state->arena, &known, &same, err))
            return false;
    } else if (!replay_is_kept(trace->db, trace->archive, state->cycle->name, state->as_of, text_of(target->name),
                               target->path, state->arena, &known, &same, err)) {
        return false;
    }
    answer_fact(trace->answer, "kept", !known ? TEXT("unknown") : same ? TEXT("true") : TEXT("false"));
    return true;
}

/* That the file says something else than what is written there, unless it is the same behind the guard of a formula. */
static void
tell_difference(const Trace *trace, Text written, Text expected)
{
    bool guarded = written.len > 0 && written.ptr[0] == '\'';
    if (expected.ptr != NULL && !text_equal(written, expected) &&
        !(guarded && text_equal(text_sub(written, 1, SIZE_MAX), expected)))
        answer_say(trace->answer, "doubt", "written_differs", NULL, 0);
}

/* What is told of the cell itself. */
typedef struct CellFacts {
    Text label;
    bool personal;
    Text expected; /* what is written there; .ptr NULL: that is not compared */
} CellFacts;

/* The cell itself as the file has it now, under its file, sheet and place. */
static bool
tell_cell(const Trace *trace, const Target *target, CellFacts facts, Err *err)
{
    const Row *row;
    answer_part(trace->answer, "output");
    answer_row(trace->answer);
    answer_fact(trace->answer, "file", text_of(target->name));
    answer_fact(trace->answer, "sheet", target->sheet);
    answer_fact(trace->answer, "cell", target->cell);
    answer_fact(trace->answer, "row", target->cell.len > 0 ? TEXT_NONE : target->row);
    answer_fact(trace->answer, "label", facts.label);
    answer_fact(trace->answer, "as_of", trace->state->as_of);
    if (!tell_kept(trace, target, err) || !original_row(trace, target->path, target->sheet, target->row, &row, err))
        return false;
    if (row == NULL)
        return err_set(err, ERR_NO_INPUT, "no row %" TEXT_FMT " in sheet \"%" TEXT_FMT "\" of \"%s\"",
                       TEXT_ARG(target->row), TEXT_ARG(target->sheet), target->name);
    if (!target->package && !text_equal(target->schemas_sha256, text_of(trace->state->cycle->sha256)))
        answer_say(trace->answer, "note", "other_definitions", NULL, 0);
    Text written =
        target->column >= 0 && target->column < (int)row->cell_count ? row->cells[target->column] : TEXT_NONE;
    answer_fact(trace->answer, "written", place_shown(trace, facts.personal, written));
    tell_difference(trace, written, facts.expected);
    return true;
}

static bool
beyond(const Target *target, Err *err)
{
    return err_set(err, ERR_NO_INPUT, "no cell %" TEXT_FMT " in sheet \"%" TEXT_FMT "\" of \"%s\"",
                   TEXT_ARG(target->cell.len > 0 ? target->cell : target->row), TEXT_ARG(target->sheet), target->name);
}

/* A row of STATE_NOMINATIONS, and the cell of its 汇总表 that the field is. */
static bool
tell_nomination(const Trace *trace, Text key, const Field *field, Err *err)
{
    Subject subject = {.key = key};
    bool found;
    if (!subject_by_key(trace, key, &subject, &found, err) || !found)
        return err->code == ERR_NONE &&
               err_set(err, ERR_BUG, "a nomination without a row: \"%" TEXT_FMT "\"", TEXT_ARG(key));
    /* a number is the table's own */
    if (field != NULL && field->type != FIELD_SEQUENCE)
        subject.field = field->key;
    return tell_subject(trace, &subject, err);
}

/* What an official table writes into a cell; not of what it numbers itself. */
static Text
official_text(const State *state, const SummaryPlace *place)
{
    Err ignored = {0};
    Text text = TEXT("");
    if (place->nomination == SIZE_MAX || place->field == NULL || place->field->type == FIELD_SEQUENCE)
        return TEXT_NONE;
    Text fields = state_cell(state, STATE_NOMINATIONS, place->nomination, "printed");
    JsonDoc *doc = json_read_text(fields, "report/nominations", &ignored);
    Json member = doc == NULL ? (Json){.value = NULL}
                              : json_member(json_root(doc), arena_string(state->arena, place->field->key));
    if (doc != NULL && json_has(member))
        text = arena_text(state->arena, json_string(member, &ignored));
    json_close(doc);
    return text;
}

static bool
tell_official(const Trace *trace, const Target *target, size_t unit, Err *err)
{
    const State *state = trace->state;
    SummaryPlace place;
    uint64_t row = 0;
    text_read_count(target->row, &row);
    if (!summary_place(state, unit, row, target->column, &place))
        return beyond(target, err);
    const CellFacts facts = {.label = place.field != NULL ? place.field->title : TEXT_NONE,
                             .personal = place.field != NULL && place.field->personal,
                             .expected = official_text(state, &place)};
    if (!tell_cell(trace, target, facts, err))
        return false;
    if (place.nomination != SIZE_MAX)
        return tell_nomination(trace, state_cell(state, STATE_NOMINATIONS, place.nomination, "key"), place.field, err);
    return sources_of_head(trace, unit, place.field, err);
}

static bool
tell_indicator(const Trace *trace, const Target *target, bool ministry, Err *err)
{
    const State *state = trace->state;
    IndicatorPlace place;
    size_t count = 0;
    const size_t *rows = ministry ? summary_rows(state, &count) : NULL;
    uint64_t row = 0;
    text_read_count(target->row, &row);
    if (!indicators_place(state, rows, count, target->sheet, row, target->column, &place))
        return beyond(target, err);
    const CellFacts facts = {.label = place.field != NULL ? place.field->title : TEXT_NONE};
    if (!tell_cell(trace, target, facts, err))
        return false;
    if (place.key.len == 0)
        return true;
    if (place.field == NULL)
        return tell_nomination(trace, place.key, NULL, err);
    Subject nomination = {.key = place.key};
    Subject subject;
    bool found;
    if (!subject_by_key(trace, place.key, &nomination, &found, err) ||
        !subject_by_form(trace, &nomination, place.field->key, &subject, &found, err))
        return false;
    if (found)
        return tell_subject(trace, &subject, err);
    answer_say(trace->answer, "note", "field_not_given", NULL, 0);
    return tell_subject(trace, &nomination, err);
}

/* What a row of findings quotes of a person's field is the person's. */
static bool
quotes_person(const State *state, StateTable table, size_t row)
{
    Text field = row == SIZE_MAX ? TEXT_NONE : state_cell(state, table, row, "field");
    for (size_t i = 0; field.len > 0 && i < state->definitions->kind_count; i++) {
        const UploadKind *kind = &state->definitions->kinds[i];
        for (size_t j = 0; j < kind->field_count; j++)
            if (kind->fields[j].personal && text_equal(kind->fields[j].title, field))
                return true;
    }
    return false;
}

static bool
tell_ledger(const Trace *trace, const Target *target, Err *err)
{
    ReviewPlace place;
    uint64_t row = 0;
    text_read_count(target->row, &row);
    if (!reviewbook_place(trace->state, trace->schemas, target->sheet, row, target->column, &place, err))
        return false;
    const CellFacts facts = {.label = place.column != NULL ? place.column->column.label : TEXT_NONE,
                             .personal = quotes_person(trace->state, place.table, place.row)};
    if (!tell_cell(trace, target, facts, err))
        return false;
    if (!place.known)
        return sources_by_words(trace, target, err);
    if (place.row != SIZE_MAX)
        return sources_of_row(trace, place.table, place.row, place.column != NULL ? place.column->source : NULL, err);
    return !place.total || sources_of_total(trace, place.table, place.column, err);
}

static bool
tell_data(const Trace *trace, const Target *target, StateTable table, size_t row, const char *column, Err *err)
{
    /* a message is made of the others */
    bool compared = row != SIZE_MAX && *column != '\0' && !text_equal(text_of(column), TEXT("message_zh"));
    Text value = compared ? state_cell(trace->state, table, row, column) : TEXT_NONE;
    const CellFacts facts = {.label = text_of(column),
                             .personal = quotes_person(trace->state, table, row),
                             .expected = compared && value.ptr == NULL ? TEXT("") : value};
    return tell_cell(trace, target, facts, err) && (row == SIZE_MAX || sources_of_row(trace, table, row, column, err));
}

bool
outputs_tell(const Trace *trace, const Target *target, Err *err)
{
    bool ministry;
    Text name = plain_name(trace, target, &ministry);
    size_t unit, table_row;
    StateTable table;
    const char *column;
    uint64_t row = 0;
    if (!text_read_count(target->row, &row))
        return err_set(err, ERR_USAGE, "which cell of \"%s\"? FILE!SHEET!CELL", target->name);
    if (summary_file(trace->state, name, &unit))
        return tell_official(trace, target, unit, err);
    if (text_equal(name, TEXT("指标汇总.xlsx")))
        return tell_indicator(trace, target, ministry, err);
    if (text_equal(name, TEXT("审核台账.xlsx")))
        return tell_ledger(trace, target, err);
    if (datafiles_place(trace->state, name, row, target->column, &table, &table_row, &column))
        return tell_data(trace, target, table, table_row, column, err);
    /* of other outputs only these are known to name nobody */
    bool open = text_equal(name, TEXT("进度通报.xlsx")) ||
                (text_equal(name, TEXT("待发清单.xlsx")) && !sendlist_personal(target->column));
    bool found = false;
    if (!tell_cell(trace, target, (CellFacts){.personal = !open}, err))
        return false;
    if (text_find(name, TEXT("/退回修改意见-"), 0) != SIZE_MAX && !copies_tell(trace, target, &found, err))
        return false;
    return found || sources_by_words(trace, target, err);
}
