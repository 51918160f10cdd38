#include "answer/form_judge.h"

#include "answer/form_missing.h"
#include "schema/convert.h"
#include "text/unitnote.h"
#include "text/words.h"

enum { RESTS_MOST = 30 };

typedef struct Judging {
    const FormLabels *labels;
    FormJudged *judged;
    Gbk *gbk;
    Arena *arena;
} Judging;

/* One value as a typed cell, with its findings kept apart. */
typedef struct Answer {
    const FormValue *value;
    TypedCell cell;
    FindingList findings;
    size_t reading;
    size_t number;
} Answer;

static bool
is_blank(const Answer *answer)
{
    return text_equal(answer->cell.state, TEXT("blank"));
}

static Answer
convert(const Judging *judging, const FormValue *value, size_t reading, size_t number)
{
    Answer answer = {.value = value, .findings = findinglist_new(judging->arena), .reading = reading, .number = number};
    Converter converter = {judging->gbk, judging->arena, &answer.findings, TEXT_NONE};
    UnitNote named = unitnote_named(value->place.sheet, judging->arena);
    CellInput input = {.place = value->place,
                       .raw = value->raw,
                       .marks = value->marks,
                       .label = value->label,
                       .unit = value->unit,
                       .beside = value->beside,
                       .named = unitnote_for(&named, value->field->unit, judging->arena),
                       .printed = true};
    if (value->code == NULL) {
        answer.cell = convert_cell(&converter, value->field, &input);
        return answer;
    }
    answer.cell =
        (TypedCell){.place = value->place, .field = value->field->key, .state = TEXT("bad"), .raw = value->raw};
    Finding finding = {.place = value->place,
                       .field = value->field->title,
                       .error = true,
                       .code = value->code,
                       .raw = value->raw,
                       .read_as = value->label};
    findinglist_add(&answer.findings, &finding);
    return answer;
}

static bool
says_the_same(const Answer *one, const Answer *other)
{
    return text_equal(one->cell.state, other->cell.state) && text_equal(one->cell.value, other->cell.value) &&
           text_equal(one->cell.text, other->cell.text) && one->value->code == other->value->code;
}

/* An answer goes before a blank, and a blank beside a label before one below a heading. */
static bool
is_surer(const Answer *left, const Answer *right)
{
    if (is_blank(left) != is_blank(right))
        return !is_blank(left);
    return is_blank(left) && right->value->weak && !left->value->weak;
}

static Text
place_text(Place place, Arena *arena)
{
    Text cell = row_cell_name(place, arena);
    if (place.sheet.len == 0)
        return cell;
    return arena_printf(arena, "%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(place.sheet), TEXT_ARG(cell));
}

/* Two answers to one question: neither is taken. */
static void
report_repeated(const Judging *judging, Answer *first, const Answer *second)
{
    const Field *field = first->value->field;
    Finding finding = {.place = second->value->place,
                       .field = field->title,
                       .error = true,
                       .code = "form_field_repeated",
                       .raw = second->value->raw,
                       .read_as = first->value->raw,
                       .expected = place_text(first->value->place, judging->arena)};
    findinglist_add(&first->findings, &finding);
    first->cell.state = TEXT("bad");
    first->cell.value = TEXT_NONE;
    first->cell.folded = TEXT_NONE;
}

static void
refuse_two_platforms(FormJudged *judged, const Answer *first, const Answer *second)
{
    judged->refused = "form_two_platforms";
    judged->refusal = (Finding){.place = second->value->place, .raw = second->value->raw, .read_as = first->value->raw};
}

static void
merge(const Judging *judging, Answer *kept, const Answer *other)
{
    FormJudged *judged = judging->judged;
    if (is_surer(other, kept)) {
        *kept = *other;
        return;
    }
    if (is_blank(other) || says_the_same(kept, other))
        return;
    if (text_equal(kept->value->field->key, TEXT("platform_name")) && judged->refused == NULL)
        refuse_two_platforms(judged, kept, other);
    report_repeated(judging, kept, other);
}

static void
require_answer(FormJudged *judged, const Answer *answer)
{
    const Field *field = answer->value->field;
    bool said = !is_blank(answer) && !text_equal(answer->cell.state, TEXT("none"));
    Finding finding = {.place = answer->cell.place,
                       .field = field->title,
                       .error = true,
                       .code = "required_missing",
                       .raw = answer->cell.raw,
                       .expected = field->title};
    if (field->required && !said)
        findinglist_add(&judged->findings, &finding);
}

static void
keep(FormJudged *judged, size_t field, const Answer *answer)
{
    require_answer(judged, answer);
    judged->cells[field] = answer->cell;
    judged->cells[field].item = 1;
    judged->sheets[field] = answer->reading;
    judged->order[field] = answer->number;
    for (size_t i = 0; i < answer->findings.count; i++)
        findinglist_add(&judged->findings, &answer->findings.items[i]);
}

static void
judge_values(const Judging *judging, FormReading *const *readings, size_t count)
{
    const UploadKind *kind = judging->labels->kind;
    Answer *answers = arena_array(judging->arena, kind->field_count, sizeof *answers);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < readings[i]->value_count; k++) {
            const FormValue *value = &readings[i]->values[k];
            Answer *kept = &answers[value->field - kind->fields];
            Answer answer = convert(judging, value, i, k);
            if (kept->value == NULL)
                *kept = answer;
            else
                merge(judging, kept, &answer);
        }
    }
    for (size_t i = 0; i < kind->field_count; i++) {
        if (answers[i].value != NULL)
            keep(judging->judged, i, &answers[i]);
    }
}

/* Of what is only told there may be very much. */
static bool
is_text_left(const char *code)
{
    return text_equal(text_of(code), TEXT("form_text_left"));
}

static bool
is_error(const char *code)
{
    static const char *const warnings[] = {
        "form_text_left",      "form_answer_joined", "hidden_cells",      "hidden_column_skipped",
        "form_label_doubtful", "form_year_doubtful", "form_year_unclear", NULL};
    return !words_have(warnings, text_of(code));
}

/* So that a clerk is not flooded, a last finding says how many more there are. */
static void
judge_rests(const Judging *judging, FormReading *const *readings, size_t count)
{
    size_t told = 0;
    size_t all = 0;
    Finding finding = {.code = NULL};
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < readings[i]->rest_count; k++) {
            const FormRest *rest = &readings[i]->rests[k];
            all += is_text_left(rest->code);
            if (told == RESTS_MOST && is_text_left(rest->code))
                continue;
            told += is_text_left(rest->code);
            finding = (Finding){.place = rest->place,
                                .field = rest->field,
                                .error = is_error(rest->code),
                                .code = rest->code,
                                .raw = rest->raw,
                                .expected = rest->expected};
            findinglist_add(&judging->judged->findings, &finding);
        }
    }
    if (told == RESTS_MOST && all > told) {
        finding = (Finding){.place = {readings[0]->sheet->name, 0, -1}, .code = "form_text_left_more"};
        finding.raw = arena_printf(judging->arena, "%zu", all - told);
        findinglist_add(&judging->judged->findings, &finding);
    }
}

void
form_judge(const FormLabels *labels, FormReading *const *readings, size_t count, Gbk *gbk, Arena *arena,
           FormJudged *judged)
{
    Judging judging = {labels, judged, gbk, arena};
    size_t fields = labels->kind->field_count;
    *judged = (FormJudged){.cells = arena_array(arena, fields, sizeof(TypedCell)),
                           .sheets = arena_array(arena, fields, sizeof(size_t)),
                           .order = arena_array(arena, fields, sizeof(size_t)),
                           .findings = findinglist_new(arena)};
    judge_values(&judging, readings, count);
    judge_rests(&judging, readings, count);
    form_missing_report(labels->kind, judged->cells, readings[0]->sheet->name, arena, &judged->findings);
}

static size_t
count_cells(const FormJudged *judged, size_t reading, size_t fields)
{
    size_t count = 0;
    for (size_t i = 0; i < fields; i++)
        count += judged->cells[i].field.len > 0 && judged->sheets[i] == reading;
    return count;
}

/* The field whose value comes next behind number `after` in the reading. */
static size_t
next_field(const FormJudged *judged, size_t reading, size_t fields, size_t from)
{
    size_t next = SIZE_MAX;
    for (size_t i = 0; i < fields; i++) {
        if (judged->cells[i].field.len == 0 || judged->sheets[i] != reading || judged->order[i] < from)
            continue;
        if (next == SIZE_MAX || judged->order[i] < judged->order[next])
            next = i;
    }
    return next;
}

bool
form_judge_write(const FormJudged *judged, size_t reading, const FormLabels *labels, Text title, const TableSink *sink,
                 Err *err)
{
    size_t fields = labels->kind->field_count;
    size_t from = 0;
    if (count_cells(judged, reading, fields) == 0)
        return true;
    size_t field = next_field(judged, reading, fields, from);
    Text sheet = judged->cells[field].place.sheet;
    if (!typedrow_table(sink->rows, labels->kind->kind, sheet, title, err))
        return false;
    for (; field != SIZE_MAX; field = next_field(judged, reading, fields, from)) {
        if (!typedrow_cell(sink->rows, &judged->cells[field], err))
            return false;
        from = judged->order[field] + 1;
    }
    return true;
}
