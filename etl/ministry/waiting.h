/* What came and no night has read: nothing is sealed over it. */
#ifndef HUIZONG_MINISTRY_WAITING_H
#define HUIZONG_MINISTRY_WAITING_H

#include "results/state.h"

typedef struct Waiting {
    size_t files;
    Text told; /* "福州市工业和信息化局2件、登记簿“撤回登记.csv”"; in the state's arena */
} Waiting;

/* At this moment, against the state's night. */
bool
waiting_read(const State *state, Db *db, Waiting *waiting, Err *err);

#endif
