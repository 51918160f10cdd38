/* Runs of formatted text within one cell or paragraph, where what is shown apart must not be read as one: a raised footnote mark is no figure's last digit. */
#ifndef HUIZONG_TEXT_RUNS_H
#define HUIZONG_TEXT_RUNS_H

#include "base/buf.h"

typedef enum RunScript { RUN_UNSET, RUN_BASELINE, RUN_RAISED, RUN_LOWERED } RunScript;

typedef struct RunLook {
    RunScript script;
    bool struck;
} RunLook;

/* A sign of its own behind a character: it is struck through (U+0336). */
#define RUN_STRUCK TEXT("\xCC\xB6")

/* The value of vertAlign, which Word and Excel write alike (ECMA-376 part 1, 22.9.2.17 ST_VerticalAlignRun). */
RunScript
runs_script(Text value);

/* True where a run behind `before` is to be written as raised or lowered: not behind a Latin letter, where it is a part of m² or CO₂. */
bool
runs_apart(RunScript script, Text before);

/* A figure as it is written where it is raised or lowered (¹, ₂); any other character as it is. Borrowed or static. */
Text
runs_character(RunScript script, Text character);

/* True where what is struck through and what is not would be read as one figure: 30 and 38 as 3038, 5 and 万. */
bool
runs_join(Text before, Text piece);

typedef bool (*RunPut)(void *to, Text piece);

/* Hands a piece that stands behind `before` on as it is to be written: whole, or where it is set apart character by character. False where `put` is. */
bool
runs_spell(RunScript script, Text before, Text piece, RunPut put, void *to);

/* Adds a piece of a run, not empty, so that it joins no figure beside it; *last_struck: of the last that is seen in `text`. False at the ceiling. */
bool
runs_add(Buf *text, Text piece, RunLook look, bool *last_struck);

#endif
