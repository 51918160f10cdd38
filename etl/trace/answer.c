#include "trace/answer.h"

#include <string.h>

#include "base/buf.h"
#include "out/grid.h"
#include "results/timewords.h"
#include "trace/saying.h"

enum { PART_MAX = 24, FIRST_ROOM = 8, JSON_MAX = 256 << 20 };

typedef struct Fact {
    Text key;
    Text value;
} Fact;

typedef struct AnswerRow {
    Fact *facts;
    size_t count;
    size_t room;
} AnswerRow;

typedef struct Part {
    const char *key;
    AnswerRow *rows;
    size_t count;
    size_t room;
} Part;

struct Answer {
    const State *state;
    const Wording *words;
    Part parts[PART_MAX];
    size_t count;
};

Answer *
answer_new(const State *state, const char *schemas_dir, Err *err)
{
    Answer *answer = arena_alloc(state->arena, sizeof *answer);
    answer->state = state;
    answer->words = wording_read(arena_printf(state->arena, "%s/trace.json", schemas_dir).ptr, state->arena, err);
    return answer->words != NULL ? answer : NULL;
}

void
answer_part(Answer *answer, const char *key)
{
    if (answer->count < PART_MAX)
        answer->parts[answer->count++] = (Part){.key = key};
}

/* Room for one more of `size` bytes; what is there stays. */
static void *
with_room(void *items, size_t count, size_t *room, size_t size, Arena *arena)
{
    if (count < *room)
        return items;
    *room = *room == 0 ? FIRST_ROOM : *room * 2;
    void *larger = arena_array(arena, *room, size);
    if (count > 0)
        memcpy(larger, items, count * size);
    return larger;
}

void
answer_row(Answer *answer)
{
    Part *part = &answer->parts[answer->count - 1];
    part->rows = with_room(part->rows, part->count, &part->room, sizeof *part->rows, answer->state->arena);
    part->rows[part->count++] = (AnswerRow){.count = 0};
}

void
answer_fact(Answer *answer, const char *key, Text value)
{
    Part *part = &answer->parts[answer->count - 1];
    if (value.len == 0 || part->count == 0)
        return;
    AnswerRow *row = &part->rows[part->count - 1];
    Arena *arena = answer->state->arena;
    row->facts = with_room(row->facts, row->count, &row->room, sizeof *row->facts, arena);
    row->facts[row->count++] = (Fact){arena_text(arena, text_of(key)), arena_text(arena, value)};
}

static bool
is_told(Text column)
{
    return !text_starts_with(column, TEXT("by_")) && !text_ends_with(column, TEXT("_id")) &&
           !text_ends_with(column, TEXT("_order")) && !text_equal(column, TEXT("part"));
}

void
answer_result_row(Answer *answer, const DbResult *result, size_t row)
{
    answer_row(answer);
    for (int column = 0; column < db_columns(result); column++)
        if (is_told(db_column_name(result, column)))
            answer_fact(answer, db_column_name(result, column).ptr, db_cell(result, row, column));
}

void
answer_say(Answer *answer, const char *key, const char *sentence, const Text *values, size_t count)
{
    answer_fact(answer, key, wording_fill(answer->words, sentence, values, count, answer->state->arena));
}

size_t
answer_rows(const Answer *answer)
{
    return answer->count == 0 ? 0 : answer->parts[answer->count - 1].count;
}

/* What only programs ask for. */
static bool
is_for_programs(Text key)
{
    return text_equal(key, TEXT("key")) || text_equal(key, TEXT("shape"));
}

/* A row that is alone takes a line for each fact, one of several a line for all of them. */
static void
print_row(const Answer *answer, const AnswerRow *row, size_t number, FILE *out)
{
    if (number > 0)
        fprintf(out, "%3zu. ", number);
    bool first = true;
    for (size_t i = 0; i < row->count; i++) {
        const Fact *fact = &row->facts[i];
        if (is_for_programs(fact->key))
            continue;
        const char *key = arena_printf(answer->state->arena, "fact_%" TEXT_FMT, TEXT_ARG(fact->key)).ptr;
        fputs(number == 0 ? "  " : first ? "" : "；", out);
        grid_put(out, wording_get(answer->words, key));
        fputs("：", out);
        grid_put(out, saying_of(answer->state, answer->words, fact->key, fact->value));
        fputs(number == 0 ? "\n" : "", out);
        first = false;
    }
    fputs(number == 0 ? "" : "\n", out);
}

static Text
value_of(const AnswerRow *row, const char *key)
{
    for (size_t i = 0; i < row->count; i++)
        if (text_equal(row->facts[i].key, text_of(key)))
            return row->facts[i].value;
    return TEXT_NONE;
}

/* A rule that found nothing: there are many of them. */
static bool
is_quiet(const AnswerRow *row)
{
    return text_equal(value_of(row, "found"), TEXT("false"));
}

/* In one line the titles of all rules that found nothing. */
static void
print_quiet(const Answer *answer, const Part *part, FILE *out)
{
    bool any = false;
    for (size_t i = 0; i < part->count; i++) {
        if (!is_quiet(&part->rows[i]))
            continue;
        fputs(any ? "、" : "  ", out);
        if (!any) {
            grid_put(out, wording_get(answer->words, "found_false"));
            fputs("：", out);
        }
        grid_put(out, messages_title(answer->state->messages, value_of(&part->rows[i], "code")));
        any = true;
    }
    fputs(any ? "\n" : "", out);
}

static void
print_part(const Answer *answer, const Part *part, FILE *out)
{
    size_t loud = 0;
    size_t number = 0;
    for (size_t i = 0; i < part->count; i++)
        loud += !is_quiet(&part->rows[i]);
    for (size_t i = 0; i < part->count; i++)
        if (!is_quiet(&part->rows[i]))
            print_row(answer, &part->rows[i], loud > 1 ? ++number : 0, out);
    print_quiet(answer, part, out);
}

bool
answer_print(const Answer *answer, FILE *out, Err *err)
{
    bool first = true;
    for (size_t i = 0; i < answer->count; i++) {
        const Part *part = &answer->parts[i];
        if (part->count == 0)
            continue;
        Text title = wording_get(answer->words, arena_printf(answer->state->arena, "part_%s", part->key).ptr);
        fprintf(out, "%s【%" TEXT_FMT "】\n", first ? "" : "\n", TEXT_ARG(title));
        print_part(answer, part, out);
        first = false;
    }
    return !ferror(out) || err_set(err, ERR_IO, "could not write the answer: %m");
}

static void
add_row(Buf *json, const AnswerRow *row)
{
    buf_text(json, TEXT("{"));
    for (size_t i = 0; i < row->count; i++) {
        buf_text(json, i == 0 ? TEXT("") : TEXT(", "));
        json_quote(json, row->facts[i].key);
        buf_text(json, TEXT(": "));
        json_quote(json, row->facts[i].value);
    }
    buf_text(json, TEXT("}"));
}

static void
add_part(Buf *json, const Part *part)
{
    buf_printf(json, "  \"%s\": [", part->key);
    for (size_t row = 0; row < part->count; row++) {
        buf_text(json, row == 0 ? TEXT("\n    ") : TEXT(",\n    "));
        add_row(json, &part->rows[row]);
    }
    buf_text(json, TEXT("\n  ]"));
}

static void
render_json(Buf *json, const Answer *answer)
{
    bool any = false;
    buf_text(json, TEXT("{\n"));
    for (size_t i = 0; i < answer->count; i++) {
        if (answer->parts[i].count == 0)
            continue;
        buf_text(json, any ? TEXT(",\n") : TEXT(""));
        add_part(json, &answer->parts[i]);
        any = true;
    }
    buf_text(json, TEXT("\n}\n"));
}

bool
answer_json(const Answer *answer, FILE *out, Err *err)
{
    Buf json = buf_new(JSON_MAX);
    render_json(&json, answer);
    bool ok = buf_whole(&json) || err_set(err, ERR_DATA, "the answer exceeds %d bytes", JSON_MAX);
    ok = ok &&
         (fwrite(json.ptr, 1, json.len, out) == json.len || err_set(err, ERR_IO, "could not write the answer: %m"));
    buf_free(&json);
    return ok;
}
