#include "slip/slips.h"

#include "slip/sendlist.h"
#include "text/calendar.h"

typedef struct Slips {
    const State *state;
    const SlipSource *source;
    const Outbox *outbox;
    SlipData now;
    SlipData before;
    bool compared; /* there was an outbox before */
    SendLine *lines;
    size_t count;
} Slips;

/* "20230613", of the run's clock in the cycle's offset. */
static Text
date_of(const State *state)
{
    return text_sub(calendar_compact(state->as_of_instant, state->cycle->offset_minutes, state->arena), 0, 8);
}

static Text
file_name(const State *state, const Slip *slip)
{
    return arena_printf(state->arena, "退回修改意见-%" TEXT_FMT "-%" TEXT_FMT ".xlsx", TEXT_ARG(slip->name),
                        TEXT_ARG(date_of(state)));
}

/* The same recipient's slip in the outbox before; false where it had none. */
static bool
slip_before(const Slips *slips, const Slip *slip, Arena *arena, Slip *before)
{
    size_t rows = slips->compared ? slipdata_rows(&slips->before, SLIP_RECIPIENTS) : 0;
    for (size_t row = 0; row < rows; row++) {
        if (!text_equal(slipdata_cell(&slips->before, SLIP_RECIPIENTS, row, "unit_code"), slip->unit_code) ||
            !text_equal(slipdata_cell(&slips->before, SLIP_RECIPIENTS, row, "applicant"), slip->applicant))
            continue;
        slip_build(slips->state, &slips->before, row, arena, before);
        return true;
    }
    return false;
}

static void
add_line(Slips *slips, const Slip *slip, Text name, Arena *arena)
{
    Arena *kept = slips->state->arena;
    Slip before;
    bool compared = slip_before(slips, slip, arena, &before);
    slips->lines[slips->count++] = (SendLine){
        .send = sendlist_compare(slip, compared ? &before : NULL),
        .name = slip->name,
        .blocks = slip->blocks,
        .errors = slip->errors,
        .warnings = slip->warnings,
        .contact = slip->contact,
        .phone = slip->phone,
        .message = sendlist_message(slips->state, slip, kept),
        .file = arena_printf(kept, "units/%" TEXT_FMT "/%" TEXT_FMT, TEXT_ARG(slip->folder), TEXT_ARG(name)),
    };
}

static bool
write_slip(Slips *slips, size_t recipient, Err *err)
{
    Arena *arena = arena_new();
    Slip slip;
    slip_build(slips->state, &slips->now, recipient, arena, &slip);
    Text name = file_name(slips->state, &slip);
    add_line(slips, &slip, name, arena);
    const char *path = outbox_unit_path(slips->outbox, slip.folder, name, err);
    bool ok = path != NULL && slipbook_write(slips->state, slips->source, &slip, path, arena, err);
    arena_free(arena);
    return ok;
}

static bool
write_slips(Slips *slips, Err *err)
{
    size_t count = slipdata_rows(&slips->now, SLIP_RECIPIENTS);
    slips->lines = arena_array(slips->state->arena, count, sizeof *slips->lines);
    for (size_t i = 0; i < count; i++)
        if (!write_slip(slips, i, err))
            return false;
    return sendlist_write(slips->state, slips->lines, slips->count, slips->outbox, err);
}

static bool
read_before(Slips *slips, Db *db, Err *err)
{
    const State *state = slips->state;
    Text clock;
    if (!slipdata_before(db, state->cycle->name, state->as_of, state->arena, &clock, err))
        return false;
    slips->compared = clock.len > 0;
    return !slips->compared || slipdata_read(&slips->before, db, state->cycle->name, clock, err);
}

static size_t
count_to_send(const Slips *slips)
{
    size_t count = 0;
    for (size_t i = 0; i < slips->count; i++)
        count += slips->lines[i].send == SEND_NEW || slips->lines[i].send == SEND_CHANGED;
    return count;
}

bool
slips_write(const State *state, const SlipSource *source, Db *db, const Outbox *outbox, Text *open, size_t *send,
            Err *err)
{
    Slips slips = {.state = state, .source = source, .outbox = outbox};
    bool ok = slipdata_read(&slips.now, db, state->cycle->name, state->as_of, err) && read_before(&slips, db, err) &&
              write_slips(&slips, err);
    Text counted = ok ? slipdata_cell(&slips.now, SLIP_OPEN, 0, "open") : TEXT_NONE;
    *send = count_to_send(&slips);
    *open = counted.len > 0 ? arena_text(state->arena, counted) : TEXT_NONE;
    slipdata_close(&slips.now);
    slipdata_close(&slips.before);
    return ok;
}
