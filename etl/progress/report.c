#include "progress/report.h"

#include "progress/book.h"
#include "progress/page.h"
#include "progress/reminders.h"

static const char *
path_of(const Progress *progress, const char *folder, const char *name)
{
    return arena_printf(progress->arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(progress_word(progress, name))).ptr;
}

bool
report_write(Db *db, const char *schemas_dir, const char *cycle, const char *as_of, Text open, const char *folder,
             size_t *reminded, Arena *arena, Err *err)
{
    Progress progress;
    bool ok = progress_define(&progress, schemas_dir, cycle, as_of, arena, err) &&
              progress_read(&progress, db, PROGRESS_ALL, open, err) && db_rollback(db, err) &&
              book_write(&progress, path_of(&progress, folder, "file_book"), err) &&
              page_write(&progress, path_of(&progress, folder, "file_page"), err) &&
              reminders_write(&progress, folder, err);
    *reminded = ok && reminders_name(&progress).len > 0 ? reminders_count(&progress) : 0;
    progress_close(&progress);
    return ok;
}
