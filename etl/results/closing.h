/* What a night says at its end: one line in Chinese, and whether it says anything that the outbox before did not. */
#ifndef HUIZONG_RESULTS_CLOSING_H
#define HUIZONG_RESULTS_CLOSING_H

#include "base/buf.h"
#include "base/hash.h"
#include "results/openmatters.h"

typedef struct Closing {
    size_t slips;              /* lists of corrections to be sent: new or changed since the outbox before */
    size_t reminders;          /* units whose reminder is due */
    Text step;                 /* of the reminders, "T-3"; TEXT_NONE where none is due */
    size_t matters;            /* uploads, nominations and register lines that wait for a person */
    bool settled;              /* nothing keeps the onward package a draft */
    char sha256[HASH_HEX + 1]; /* of these matters and of what keeps the package a draft */
} Closing;

/* All but slips and reminders, which are there. */
void
closing_count(const State *state, const OpenMatters *open, Closing *closing);

/* "福建省…：收到 23 件，接收 15，退回 6；推荐 8，占名额 7；待发 3 份，催报 5 家（T-3）；需处理 5 项"; in the state's arena. */
Text
closing_line(const State *state, const Closing *closing);

/* As the member "closing" of run.json. */
void
closing_write(const Closing *closing, Buf *json);

/* Whether there are slips to send, reminders of another step, or other matters than `run_json`, the outbox before, tells; true where that cannot be read. */
bool
closing_is_news(const Closing *closing, const char *run_json);

#endif
