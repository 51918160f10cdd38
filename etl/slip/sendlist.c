#include "slip/sendlist.h"

#include "out/workbook.h"
#include "results/timewords.h"
#include "slip/slipbook.h"

#include <string.h>

static const char *const states[] = {
    [SEND_NEW] = "send_new",
    [SEND_CHANGED] = "send_changed",
    [SEND_UNCHANGED] = "send_unchanged",
    [SEND_NOTHING] = "send_nothing",
};

enum { COLUMN_CONTACT = 6, COLUMN_PHONE };

static const WorkbookColumn columns[] = {
    {TEXT("序号"), 5, WORKBOOK_COUNT},          {TEXT("收件单位"), 24, WORKBOOK_WORDS},
    {TEXT("本次"), 9, WORKBOOK_CODE},           {TEXT("影响接收"), 9, WORKBOOK_COUNT},
    {TEXT("错误"), 7, WORKBOOK_COUNT},          {TEXT("提示"), 7, WORKBOOK_COUNT},
    {TEXT("联系人"), 10, WORKBOOK_WORDS},       {TEXT("联系电话"), 16, WORKBOOK_CODE},
    {TEXT("可粘贴的短信"), 56, WORKBOOK_WORDS}, {TEXT("文件"), 44, WORKBOOK_WORDS},
};

SendState
sendlist_compare(const Slip *slip, const Slip *before)
{
    if (slip_is_empty(slip))
        return SEND_NOTHING;
    if (before == NULL || slip_is_empty(before))
        return SEND_NEW;
    return strcmp(slip->digest, before->digest) == 0 ? SEND_UNCHANGED : SEND_CHANGED;
}

static bool
is_over(const State *state)
{
    const Cycle *cycle = state->cycle;
    return cycle->deadline_inclusive ? state->as_of_instant > cycle->deadline : state->as_of_instant >= cycle->deadline;
}

Text
sendlist_message(const State *state, const Slip *slip, Arena *arena)
{
    bool over = is_over(state);
    bool missing = text_equal(slip->summary, TEXT("missing"));
    bool done = slip->blocks + slip->errors + slip->warnings + slip->lacking == 0;
    if (slip_is_empty(slip))
        return TEXT_NONE;
    Text code = done      ? TEXT("slip_message_done")
                : missing ? (over ? TEXT("slip_message_missing_over") : TEXT("slip_message_missing"))
                          : (over ? TEXT("slip_message_over") : TEXT("slip_message"));
    MessageValues values = {
        .unit = slip->name, .raw = slipbook_lead(state, slip, arena), .expected = slipbook_deadline(state, arena)};
    return messages_piece(state->messages, code, &values, arena);
}

static bool
begin(const State *state, Workbook *book, Err *err)
{
    MessageValues values = {.raw = timewords(state, state->as_of)};
    WorkbookSheet sheet = {TEXT("待发清单"), WORKBOOK_LEDGER, columns, sizeof columns / sizeof *columns};
    Text title = arena_printf(state->arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(state->cycle->title),
                              TEXT_ARG(messages_title(state->messages, TEXT("send_list"))));
    Text note = messages_render(state->messages, TEXT("send_list"), &values, state->arena);
    return workbook_sheet(book, &sheet, err) && workbook_line(book, WORKBOOK_TITLE, title, err) &&
           workbook_line(book, WORKBOOK_NOTE, note, err) && workbook_labels(book, err);
}

static bool
write_line(const State *state, Workbook *book, const SendLine *line, size_t number, Err *err)
{
    Arena *arena = state->arena;
    const Text cells[] = {
        arena_printf(arena, "%zu", number),
        line->name,
        messages_title(state->messages, text_of(states[line->send])),
        arena_printf(arena, "%zu", line->blocks),
        arena_printf(arena, "%zu", line->errors),
        arena_printf(arena, "%zu", line->warnings),
        line->contact,
        line->phone,
        line->message,
        line->file,
    };
    return workbook_row(book, cells, err);
}

bool
sendlist_personal(int column)
{
    return column < 0 || column == COLUMN_CONTACT || column == COLUMN_PHONE;
}

bool
sendlist_write(const State *state, const SendLine *lines, size_t count, const Outbox *outbox, Err *err)
{
    Workbook *book = workbook_open(outbox_path(outbox, TEXT("待发清单.xlsx")), err);
    bool ok = book != NULL && begin(state, book, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = write_line(state, book, &lines[i], i + 1, err);
    ok = ok && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}
