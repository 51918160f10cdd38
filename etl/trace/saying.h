/* A fact's value as an office reads it: codes by their short names, flags and states in words, times in Chinese. */
#ifndef HUIZONG_TRACE_SAYING_H
#define HUIZONG_TRACE_SAYING_H

#include "progress/wording.h"
#include "results/state.h"

/* By the fact's key; the value itself where nothing is to be said of it. In the state's arena. */
Text
saying_of(const State *state, const Wording *words, Text key, Text value);

#endif
