/* 待发清单.xlsx: a row for each recipient, whether its slip has changed since the night before, and a message to paste. */
#ifndef HUIZONG_SLIP_SENDLIST_H
#define HUIZONG_SLIP_SENDLIST_H

#include "results/outbox.h"
#include "slip/slip.h"

typedef enum SendState { SEND_NEW, SEND_CHANGED, SEND_UNCHANGED, SEND_NOTHING } SendState;

typedef struct SendLine {
    SendState send;
    Text name;
    size_t blocks;
    size_t errors;
    size_t warnings;
    Text contact;
    Text phone;
    Text message;
    Text file; /* in the outbox */
} SendLine;

/* Whether a column (0-based; -1: the whole row) of the workbook tells of a person. */
bool
sendlist_personal(int column);

/* `before` is the recipient's slip in the night before, or NULL. */
SendState
sendlist_compare(const Slip *slip, const Slip *before);

/* At most SEND_MESSAGE_MAX characters, no personal data: how much there is to do, until when. TEXT_NONE where nobody has to be told. In `arena`. */
enum { SEND_MESSAGE_MAX = 200 };

Text
sendlist_message(const State *state, const Slip *slip, Arena *arena);

bool
sendlist_write(const State *state, const SendLine *lines, size_t count, const Outbox *outbox, Err *err);

#endif
