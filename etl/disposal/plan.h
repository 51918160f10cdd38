/* What a disposal takes: files of the archive and people in the database, all results of the outbox and what the archive has of them, lists with
 * people in final packages. */
#ifndef HUIZONG_DISPOSAL_PLAN_H
#define HUIZONG_DISPOSAL_PLAN_H

#include "db/db.h"

enum { PLAN_ITEMS_MAX = 4 * 1000 * 1000 };

typedef struct PlanItem {
    Text part;   /* archive, database, leftover, outbox, package, result, unclaimed */
    Text name;   /* of the file: in the inbox, in the outbox, in the data folder, in the archive */
    Text sha256; /* TEXT_NONE in the database */
    Text unit;
    Text kinds;
    Text rows;
    Text
        action; /* removed, removed_unread, removed_here, removed_away, cleared, kept_elsewhere, unclaimed_kept, manifest_lost */
} PlanItem;

typedef struct Plan {
    PlanItem *items;
    size_t count;
    size_t room;
    Arena *arena;
} Plan;

/* ERR_DATA beyond PLAN_ITEMS_MAX. */
bool
plan_add(Plan *plan, PlanItem item, Err *err);

/* Those that a query of sql/dispose gives for `parameter`. */
bool
plan_add_rows(Plan *plan, Db *db, const char *query, Text parameter, Err *err);

/* What was ordered, as it was booked. */
bool
plan_ordered(Db *db, Text disposal, Arena *arena, Plan *plan, Err *err);

/* Books each item of an order. */
bool
plan_book(const Plan *plan, Db *db, Text disposal, Err *err);

bool
plan_is_removed(const PlanItem *item);

/* Whether nothing is to be done: there is nothing, or all that is named stays. */
bool
plan_is_idle(const Plan *plan);

#endif
