/* "本单位共3行：1行免占名额（2022年名单第7号），2行占用名额，上限2个". */
#ifndef HUIZONG_SLIP_QUOTALINE_H
#define HUIZONG_SLIP_QUOTALINE_H

#include "results/state.h"
#include "slip/slipdata.h"

typedef struct QuotaTally {
    size_t rows; /* those that are not withdrawn */
    size_t exempt;
    size_t waived;
    size_t counted;
    size_t over_quota;
} QuotaTally;

/* Of rows of SLIP_NOMINATIONS. */
QuotaTally
quotaline_count(const SlipData *data, SlipRange nominations);

/* On the direct route there is no limit. In `arena`. */
Text
quotaline_text(const State *state, const SlipData *data, SlipRange nominations, bool direct, Arena *arena);

#endif
