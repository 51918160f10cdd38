/*
 * What one recipient is told: a recommending unit, or one applicant of many under one name. Nothing of another is in it. Built from the state at one clock; two clocks'
 * slips of a recipient that say the same have the same digest.
 */
#ifndef HUIZONG_SLIP_SLIP_H
#define HUIZONG_SLIP_SLIP_H

#include "base/hash.h"
#include "office/corrections.h"
#include "results/state.h"
#include "slip/slipdata.h"

typedef struct Slip {
    Text unit_code;
    Text applicant; /* "" of a unit */
    bool direct;    /* on the direct route, in no quota */
    Text name;      /* the unit's, or the applicant's */
    Text folder;
    Text contact;
    Text phone;
    Text summary; /* what has become of its table, as SLIP_RECIPIENTS says it */
    CorrectedFile *files;
    Text *sha256; /* of each file */
    bool *gone;   /* the file was disposed of: there is no copy of its sheets */
    size_t file_count;
    Correction *list;
    Text *codes; /* of each correction, before the list is put in order */
    size_t count;
    CorrectionPoint *points;
    size_t point_count;
    size_t blocks;
    size_t errors; /* beside what blocks */
    size_t warnings;
    size_t fixed;
    size_t lacking; /* platforms whose application is not whole */
    char digest[HASH_HEX + 1];
} Slip;

/* The recipient is a row of SLIP_RECIPIENTS. Everything lives in `arena` or in `data`. */
void
slip_build(const State *state, const SlipData *data, size_t recipient, Arena *arena, Slip *slip);

/* Nobody has to be told anything. */
bool
slip_is_empty(const Slip *slip);

#endif
