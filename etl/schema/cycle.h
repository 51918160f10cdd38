/*
 * A cycle as its files say it: schemas/<cycle>/datapackage.json (Frictionless Data Package v2 with x: extensions). Reading validates; a refusal names
 * file and path. Everything is borrowed from the arena.
 */
#ifndef HUIZONG_SCHEMA_CYCLE_H
#define HUIZONG_SCHEMA_CYCLE_H

#include "base/hash.h"
#include "base/json.h"
#include "schema/setting.h"

typedef struct CycleUnit {
    Text code;
    Text name;
    Text short_name;
    Text type; /* city, district, zone, direct, related */
    Text note; /* what the head of office should know about it, or TEXT_NONE */
    Text *aliases;
    size_t alias_count;
} CycleUnit;

/* One way to write a unit: its code, name, short name or an alias. */
typedef struct CycleAlias {
    Text folded; /* fold_key; no two of a cycle are equal */
    Text alias;  /* as the file writes it */
    size_t unit; /* index into units */
} CycleAlias;

typedef struct CycleRule {
    Text code;
    Text shape;
    Text operands; /* JSON */
    bool error;
    Text clause;  /* or TEXT_NONE where only `assumed` says why */
    Text assumed; /* why; TEXT_NONE where the notice prints it */
} CycleRule;

/* Paper and disc that a recommending unit hands in. */
typedef struct CycleCopies {
    int64_t application;
    int64_t summary;
    int64_t disc;
} CycleCopies;

/* A moment before the deadline from which units are reminded. */
typedef struct CycleReminder {
    Text step;  /* "T-3": three days; "T-3h": three hours */
    int64_t at; /* instant */
} CycleReminder;

typedef struct Cycle {
    Text name;
    Text title;
    Text names_folded; /* name and title as 批次 of a register is compared with them, a line each */
    Text office;
    int64_t form_year;
    int64_t notice_at; /* instant: the notice date's first second in the cycle's offset */
    int64_t deadline;
    bool deadline_inclusive;
    int offset_minutes;
    Text late;            /* refuse, decide */
    int64_t quota;        /* -1: none */
    int64_t quota_advise; /* -1: none */
    Text surplus;         /* keep-first, hold-all */
    int64_t award_year;
    int64_t base_year;
    int64_t since_year;
    int64_t onward_limit; /* -1: none */
    Text onward_office;
    Text region_prefix;
    bool direct_route;
    Text attachment_no;
    CycleCopies copies;
    int64_t reject_limit_percent;
    CycleReminder *reminders; /* in the order of time */
    size_t reminder_count;
    Text settings;   /* x:cycle as canonical JSON */
    Setting *values; /* x:cycle in file order, units among them */
    size_t value_count;
    CycleUnit *units;
    size_t unit_count;
    CycleAlias *aliases; /* by `folded`, in byte order */
    size_t alias_count;
    CycleRule *rules;
    size_t rule_count;
    char sha256[HASH_HEX + 1]; /* over all .json files of the cycle's folder, by name */
} Cycle;

/* NULL with ERR_CONFIG ("schemas/x/datapackage.json: x:cycle.deadline.value: …"). */
Cycle *
cycle_read(const char *schemas_dir, const char *name, Arena *arena, Err *err);

/* True for [a-z0-9][a-z0-9-]*: what may be a cycle's name and its folder's. */
bool
cycle_name_ok(Text name);

#endif
