#include "office/enforce.h"

#include "db/sqltext.h"
#include "office/arrivals.h"

/* One place for the order: a step builds on the tables of the steps before it, a rule shape (sql/rules) adds findings. */
static const char *const steps[] = {
    "enforce/010_clock",
    "enforce/020_registers",
    "enforce/030_units",
    "enforce/040_arrivals",
    "enforce/050_rows",
    "enforce/060_attribution",
    "enforce/070_outcomes",
    "enforce/080_nominations",
    "enforce/081_named_beside",
    "enforce/081_pieces",
    "enforce/082_senders",
    "enforce/082_slots",
    "enforce/085_applications",
    "enforce/085_repeats_refused",
    "enforce/085_list_overlaps",
    "enforce/085_repeats_refused",
    "enforce/085_supplements",
    "enforce/086_answers",
    "enforce/087_list_facts",
    "enforce/089_list_repeats",
    "enforce/090_winners",
    "rules/attribution",
    "rules/arrival_order",
    "rules/form_replaced",
    "rules/list_replaced",
    "rules/platform",
    "rules/title_platform",
    "rules/same_file",
    "rules/supplement",
    "rules/ineligible",
    "rules/late",
    "rules/required",
    "rules/check_digit",
    "rules/prefix_in_province",
    "rules/row_unit",
    "rules/unique_across_units",
    "rules/shared_code",
    "rules/look_alike",
    "rules/name_denied",
    "rules/table_named",
    "rules/names_joined",
    "rules/winner_match",
    "rules/winner_twice",
    "rules/dropped",
    "rules/sum_equals",
    "rules/not_greater",
    "rules/at_most",
    "rules/distinct",
    "rules/filled_in",
    "rules/required_if",
    "rules/blank_if",
    "rules/in_order",
    "rules/share_near",
    "rules/same_as",
    "rules/own_unit",
    "rules/in_province",
    "rules/rows_equal",
    "rules/rows_at_least",
    "rules/max_rows",
    "rules/list_sum_equals",
    "rules/subset_of",
    "rules/distinct_equals",
    "rules/effective_at_least",
    "rules/key_told",
    "rules/row_platform",
    "rules/unique_within_list",
    "rules/repeated_in_list",
    "rules/unique_across_platforms",
    "rules/register",
    "rules/register_file",
    "enforce/100_releases",
    "rules/decisions",
    "enforce/110_contenders",
    "enforce/115_applications_judged",
    "rules/sequence",
    "rules/quota_seats",
    "rules/related",
    "enforce/120_verdicts",
    "rules/onward",
    "enforce/130_seats",
    "enforce/140_rulings",
    "enforce/150_outcomes_written",
    "enforce/151_pieces_written",
    "enforce/155_states_written",
    "enforce/160_findings_written",
    "enforce/170_night",
};

/* After this step it is known which lists count. */
static const char lists_known[] = "enforce/085_applications";

static bool
check_night(Db *db, Text cycle, Text as_of, Err *err)
{
    Text parameters[] = {cycle, as_of};
    DbResult *night = db_query(db, "night/last", parameters, 2, err);
    if (night == NULL)
        return false;
    bool ok = !text_equal(db_named(night, 0, "later"), TEXT("t"));
    if (!ok)
        err_set(err, ERR_USAGE, "cycle \"%" TEXT_FMT "\" had a later night: %" TEXT_FMT, TEXT_ARG(cycle),
                TEXT_ARG(db_named(night, 0, "last")));
    db_result_free(night);
    return ok;
}

/* Facts and overlaps are counted from the rows: none may be missing. */
static bool
lists_are_here(Db *db, Arena *arena, EnforceResult *result, Err *err)
{
    DbResult *gone = db_query(db, "enforce/lists_gone", NULL, 0, err);
    if (gone == NULL)
        return false;
    size_t count = db_rows(gone);
    bool ok = arrivals_lines(gone, arena, &result->gone, err);
    db_result_free(gone);
    return ok &&
           (count == 0 || err_set(err, ERR_NO_INPUT,
                                  "%zu files have lists that count again and were pruned: huizong rebuild", count));
}

/* A program that was replaced rules nothing before setup has shown what it would change. */
static bool
check_rules(Db *db, Text cycle, Err *err)
{
    char sha256[HASH_HEX + 1];
    DbResult *taken = db_query(db, "night/rules", &cycle, 1, err);
    if (taken == NULL)
        return false;
    enforce_digest(sha256);
    bool ok = db_rows(taken) == 0 || text_equal(db_cell(taken, 0, 0), text_of(sha256));
    db_result_free(taken);
    return ok || err_set(err, ERR_CONFIG,
                         "cycle \"%" TEXT_FMT "\": this program's rules were not taken yet: run huizong setup",
                         TEXT_ARG(cycle));
}

static bool
decides(Text name)
{
    const Text folders[] = {TEXT("enforce/"), TEXT("rules/"), TEXT("migrations/")};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if (text_starts_with(name, folders[i]))
            return true;
    }
    return false;
}

void
enforce_digest(char sha256[HASH_HEX + 1])
{
    Hash *hash = hash_new();
    for (size_t i = 0; i < sqltext_count(); i++) {
        const SqlText *sql = sqltext_at(i);
        if (!decides(text_of(sql->name)))
            continue;
        hash_add(hash, sql->name, text_of(sql->name).len + 1);
        hash_add(hash, sql->sha256, HASH_HEX);
    }
    hash_end(hash, sha256);
}

bool
enforce_steps(Db *db, Arena *arena, EnforceResult *result, Err *err)
{
    for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
        bool rule = text_starts_with(text_of(steps[i]), TEXT("rules/"));
        if (!(rule ? db_insert(db, "enforce/found", steps[i], NULL, 0, err) : db_script(db, steps[i], err)))
            return false;
        if (text_equal(text_of(steps[i]), text_of(lists_known)) && !lists_are_here(db, arena, result, err))
            return false;
    }
    return true;
}

static bool
run_check(Db *db, const char *name, Err *err)
{
    DbResult *rows = db_query(db, name, NULL, 0, err);
    if (rows == NULL)
        return false;
    bool clean = db_rows(rows) == 0;
    if (!clean)
        err_set(err, ERR_BUG, "check \"sql/%s.sql\" returned %zu rows", name, db_rows(rows));
    db_result_free(rows);
    return clean;
}

static bool
run_checks(Db *db, Err *err)
{
    for (size_t i = 0; i < sqltext_count(); i++) {
        const char *name = sqltext_at(i)->name;
        if (text_starts_with(text_of(name), TEXT("check/")) && !run_check(db, name, err))
            return false;
    }
    return true;
}

static bool
tally(Db *db, Arena *arena, EnforceResult *result, Err *err)
{
    DbResult *row = db_query(db, "night/tally", NULL, 0, err);
    if (row == NULL)
        return false;
    result->rulings = arena_text(arena, db_named(row, 0, "rulings"));
    result->outcomes = arena_text(arena, db_named(row, 0, "outcomes"));
    result->findings = arena_text(arena, db_named(row, 0, "findings"));
    db_result_free(row);
    return true;
}

bool
enforce_begin(Db *db, Text cycle, Text as_of, Err *err)
{
    Text parameters[] = {cycle, as_of};
    return db_begin(db, err) && db_lock_cycle(db, cycle, err) && check_night(db, cycle, as_of, err) &&
           check_rules(db, cycle, err) && db_do(db, "session/run", parameters, 2, err);
}

bool
enforce_cycle(Db *db, Text cycle, Text as_of, Arena *arena, EnforceResult *result, Err *err)
{
    *result = (EnforceResult){0};
    bool ok = enforce_begin(db, cycle, as_of, err) && enforce_steps(db, arena, result, err) && run_checks(db, err) &&
              tally(db, arena, result, err);
    if (ok)
        return db_commit(db, err);
    Err ignored;
    db_rollback(db, &ignored);
    return false;
}
