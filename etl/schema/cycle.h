/*
 * A cycle as its files say it: schemas/<cycle>/datapackage.json (Frictionless Data Package v2 with x: extensions). Reading validates; a refusal names
 * file and path. Everything is borrowed from the Cycle.
 */
#ifndef HUIZONG_SCHEMA_CYCLE_H
#define HUIZONG_SCHEMA_CYCLE_H

#include "base/json.h"

typedef struct CycleUnit {
    Text code;
    Text name;
    Text short_name;
    Text type; /* city, district, zone, direct, related */
    Text *aliases;
    size_t alias_count;
} CycleUnit;

typedef struct CycleRule {
    Text code;
    Text shape;
    Text operands; /* JSON */
    bool error;
    Text clause;
    Text assumed; /* why; TEXT_NONE where the notice prints it */
} CycleRule;

typedef struct Cycle {
    Text name;
    Text title;
    Text office;
    int64_t form_year;
    int64_t notice_at; /* instant: the notice date's first second in the cycle's offset */
    int64_t deadline;
    bool deadline_inclusive;
    int offset_minutes;
    Text late;           /* refuse, decide */
    int64_t quota;       /* -1: none */
    int64_t quota_advise; /* -1: none */
    Text surplus;        /* keep-first, hold-all */
    int64_t award_year;
    int64_t onward_limit; /* -1: none */
    Text region_prefix;
    bool direct_route;
    Text attachment_no;
    Text settings; /* x:cycle as canonical JSON */
    CycleUnit *units;
    size_t unit_count;
    CycleRule *rules;
    size_t rule_count;
    char sha256[65]; /* over all files of the cycle's folder, by name */
} Cycle;

/* NULL with ERR_CONFIG ("schemas/x/datapackage.json: x:cycle.deadline.value: …"). The cycle lives in `arena`. */
Cycle *
cycle_read(const char *schemas_dir, const char *name, Arena *arena, Err *err);

#endif
