/* What still keeps the onward package a draft: matters that the office, a unit or another night must settle. */
#ifndef HUIZONG_RESULTS_OPENMATTERS_H
#define HUIZONG_RESULTS_OPENMATTERS_H

#include "results/state.h"

typedef struct OpenMatter {
    Text code;  /* a decision (over_quota), a finding, or one of this module's own */
    Text title; /* what kind of matter it is */
    Text text;  /* what it is, a sentence */
    Text todo;  /* what a person does about it, a sentence */
} OpenMatter;

typedef struct OpenMatters {
    OpenMatter *
        matters; /* nominations, findings, applications, the office's own, the deadline; each in the order of the state */
    size_t count;
} OpenMatters;

/* In the state's arena; NULL with *err. */
const OpenMatters *
openmatters_of(const State *state, Err *err);

/* Whether there is one of this code. */
bool
openmatters_hold(const OpenMatters *open, Text code);

#endif
