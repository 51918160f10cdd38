#include "slip/slip.h"

#include "results/timewords.h"
#include "slip/slippoints.h"

static Text
cell(const SlipData *data, size_t row, const char *column)
{
    return slipdata_cell(data, SLIP_FINDINGS, row, column);
}

static Text
outcome_of(const State *state, const SlipData *data, size_t row, Arena *arena)
{
    Text outcome = state_word(state, "outcome", slipdata_cell(data, SLIP_UPLOADS, row, "outcome"));
    Text reasons = slipdata_cell(data, SLIP_UPLOADS, row, "reasons");
    if (reasons.len == 0)
        return outcome;
    Text titles = state_titles(state, reasons, arena);
    return arena_printf(arena, "%" TEXT_FMT "（%" TEXT_FMT "）", TEXT_ARG(outcome), TEXT_ARG(titles));
}

static void
add_files(const State *state, const SlipData *data, SlipRange range, Arena *arena, Slip *slip)
{
    for (size_t row = range.first; row < range.end; row++) {
        slip->files[slip->file_count] = (CorrectedFile){.name = slipdata_cell(data, SLIP_UPLOADS, row, "file"),
                                                        .outcome = outcome_of(state, data, row, arena)};
        slip->gone[slip->file_count] = text_equal(slipdata_cell(data, SLIP_UPLOADS, row, "gone"), TEXT("true"));
        slip->sha256[slip->file_count++] = slipdata_cell(data, SLIP_UPLOADS, row, "sha256");
    }
}

/* A file that a finding speaks of and that is none of the present ones was an upload before. */
static size_t
file_of(const SlipData *data, size_t row, Slip *slip)
{
    Text name = cell(data, row, "file");
    Text sha256 = cell(data, row, "sha256");
    for (size_t i = 0; i < slip->file_count; i++)
        if (text_equal(slip->files[i].name, name) && text_equal(slip->sha256[i], sha256))
            return i;
    slip->files[slip->file_count] = (CorrectedFile){.name = name, .past = true};
    slip->sha256[slip->file_count] = sha256;
    slip->gone[slip->file_count] = text_equal(cell(data, row, "gone"), TEXT("true"));
    return slip->file_count++;
}

static MessageValues
values_of(const State *state, const SlipData *data, size_t row)
{
    return (MessageValues){.file = cell(data, row, "file"),
                           .sheet = cell(data, row, "sheet"),
                           .cell = cell(data, row, "cell"),
                           .row = cell(data, row, "row"),
                           .field = cell(data, row, "field"),
                           .raw = timewords(state, cell(data, row, "raw")),
                           .read_as = timewords(state, cell(data, row, "read_as")),
                           .expected = timewords(state, cell(data, row, "expected")),
                           .unit = cell(data, row, "unit_name"),
                           .platform = cell(data, row, "platform"),
                           .enterprise = cell(data, row, "enterprise")};
}

static Correction
correction_of(const State *state, const SlipData *data, size_t row, Arena *arena, Slip *slip)
{
    MessageValues values = values_of(state, data, row);
    Text code = cell(data, row, "code");
    Text told = cell(data, row, "state");
    Correction correction = {
        .file = file_of(data, row, slip),
        .sheet = values.sheet,
        .cell = values.cell,
        .field = values.field,
        .raw = values.raw,
        .read_as = values.read_as,
        .expected = values.expected,
        .problem = messages_problem(state->messages, code, &values, arena),
        .in_words = messages_in_words(state->messages, code),
        .todo = messages_todo(state->messages, code, &values, arena),
        .clause = cell(data, row, "clause"),
        .state = state_word(state, "slip", told),
        .error = text_equal(cell(data, row, "severity"), TEXT("error")),
        .fixed = text_equal(told, TEXT("fixed")),
    };
    if (!text_read_count(values.row, &correction.row))
        correction.row = 0;
    return correction;
}

static void
add_findings(const State *state, const SlipData *data, SlipRange range, Arena *arena, Slip *slip)
{
    for (size_t row = range.first; row < range.end; row++) {
        slip->codes[slip->count] = cell(data, row, "code");
        slip->list[slip->count] = correction_of(state, data, row, arena, slip);
        slip->count++;
    }
}

/* What blocks is counted as such, and not again as an error. */
static void
count_findings(Slip *slip)
{
    for (size_t i = 0; i < slip->count; i++) {
        const Correction *correction = &slip->list[i];
        CorrectedFile *file = &slip->files[correction->file];
        slip->fixed += correction->fixed;
        if (correction->fixed)
            continue;
        file->errors += correction->error;
        file->warnings += !correction->error;
        slip->errors += correction->error && !correction->blocks;
        slip->warnings += !correction->error && !correction->blocks;
    }
}

static void
add_text(Hash *hash, Text text)
{
    hash_add(hash, &text.len, sizeof text.len);
    hash_add(hash, text.ptr, text.len);
}

static void
add_correction(Hash *hash, const Slip *slip, const Correction *correction)
{
    const Text texts[] = {slip->files[correction->file].name,
                          correction->sheet,
                          correction->cell,
                          correction->field,
                          correction->raw,
                          correction->read_as,
                          correction->expected,
                          correction->problem,
                          correction->todo,
                          correction->clause,
                          correction->state};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_text(hash, texts[i]);
    hash_add(hash, &correction->row, sizeof correction->row);
}

static void
digest(Slip *slip)
{
    Hash *hash = hash_new();
    for (size_t i = 0; i < slip->point_count; i++) {
        const CorrectionPoint *point = &slip->points[i];
        const Text texts[] = {point->matter, point->about, point->problem, point->todo, point->clause};
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++)
            add_text(hash, texts[j]);
    }
    for (size_t i = 0; i < slip->file_count; i++) {
        add_text(hash, slip->files[i].name);
        add_text(hash, slip->files[i].outcome);
        add_text(hash, slip->sha256[i]);
    }
    for (size_t i = 0; i < slip->count; i++)
        add_correction(hash, slip, &slip->list[i]);
    hash_end(hash, slip->digest);
}

static void
name_recipient(const SlipData *data, size_t recipient, Slip *slip)
{
    Text applicant_name = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "applicant_name");
    Text unit_name = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "unit_name");
    *slip = (Slip){
        .unit_code = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "unit_code"),
        .applicant = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "applicant"),
        .direct = text_equal(slipdata_cell(data, SLIP_RECIPIENTS, recipient, "direct"), TEXT("true")),
        .name = applicant_name.len > 0 ? applicant_name : unit_name,
        .folder = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "short_name"),
        .contact = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "contact"),
        .phone = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "phone"),
        .summary = slipdata_cell(data, SLIP_RECIPIENTS, recipient, "summary"),
    };
}

void
slip_build(const State *state, const SlipData *data, size_t recipient, Arena *arena, Slip *slip)
{
    name_recipient(data, recipient, slip);
    SlipRange uploads = slipdata_range(data, SLIP_UPLOADS, slip->unit_code, slip->applicant);
    SlipRange findings = slipdata_range(data, SLIP_FINDINGS, slip->unit_code, slip->applicant);
    size_t most = uploads.end - uploads.first + findings.end - findings.first;
    slip->files = arena_array(arena, most, sizeof *slip->files);
    slip->sha256 = arena_array(arena, most, sizeof *slip->sha256);
    slip->gone = arena_array(arena, most, sizeof *slip->gone);
    slip->list = arena_array(arena, findings.end - findings.first, sizeof *slip->list);
    slip->codes = arena_array(arena, findings.end - findings.first, sizeof *slip->codes);
    add_files(state, data, uploads, arena, slip);
    add_findings(state, data, findings, arena, slip);
    slippoints_add(state, data, arena, slip);
    count_findings(slip);
    digest(slip);
}

bool
slip_is_empty(const Slip *slip)
{
    return slip->blocks + slip->errors + slip->warnings + slip->fixed + slip->lacking == 0;
}
