#include "setup/migrate.h"

#include <stdint.h>

#include "db/sqltext.h"

static const Text FOLDER = {"migrations/", sizeof("migrations/") - 1};

static bool
is_migration(const SqlText *file)
{
    return text_starts_with(text_of(file->name), FOLDER);
}

static Text
migration_name(const SqlText *file)
{
    return text_sub(text_of(file->name), FOLDER.len, SIZE_MAX);
}

/* An applied migration must be the one that stands at its place here, byte for byte. */
static bool
check_applied(const SqlText *file, Text name, Text sha256, Err *err)
{
    if (file == NULL || text_compare(migration_name(file), name) > 0)
        return err_set(err, ERR_DATABASE, "database is newer than this program: it has migration \"%" TEXT_FMT "\"",
                       TEXT_ARG(name));
    if (!text_equal(migration_name(file), name))
        return err_set(err, ERR_DATABASE, "migration \"%s\" comes before \"%" TEXT_FMT "\", which was applied already",
                       file->name, TEXT_ARG(name));
    if (!text_equal(text_of(file->sha256), sha256))
        return err_set(err, ERR_DATABASE, "migration \"%s\" was edited after it had been applied", file->name);
    return true;
}

static const SqlText *
next_migration(size_t *index)
{
    while (*index < sqltext_count()) {
        const SqlText *file = sqltext_at((*index)++);
        if (is_migration(file))
            return file;
    }
    return NULL;
}

static bool
apply(Db *db, const SqlText *file, Err *err)
{
    Text values[] = {migration_name(file), text_of(file->sha256)};

    if (!db_script(db, file->name, err))
        return err_prefix(err, "migration \"%s\"", file->name);
    return db_do(db, "setup/migration_add", values, 2, err);
}

/* *index stands behind the last applied migration afterwards. */
static bool
check_history(Db *db, size_t *index, Err *err)
{
    DbResult *history = db_query(db, "setup/migration_list", NULL, 0, err);
    bool ok = history != NULL;

    for (size_t row = 0; ok && row < db_rows(history); row++)
        ok = check_applied(next_migration(index), db_cell(history, row, 0), db_cell(history, row, 1), err);
    db_result_free(history);
    return ok;
}

bool
migrate_run(Db *db, size_t *applied, Err *err)
{
    size_t index = 0;
    const SqlText *file;

    *applied = 0;
    if (!db_script(db, "setup/prepare", err) || !check_history(db, &index, err))
        return false;
    while ((file = next_migration(&index)) != NULL) {
        if (!apply(db, file, err))
            return false;
        (*applied)++;
    }
    return true;
}

Text
migrate_newest(void)
{
    size_t index = 0;
    Text newest = TEXT_NONE;
    const SqlText *file;

    while ((file = next_migration(&index)) != NULL)
        newest = migration_name(file);
    return newest;
}
