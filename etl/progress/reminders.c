#include "progress/reminders.h"

#include <errno.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "progress/matters.h"
#include "progress/moment.h"
#include "schema/cycle_reminders.h"

enum { TEXTS_MAX = 4 * 1024 * 1024, MATTERS_SHOWN = 8 };

static bool
is_reminded(const Progress *progress, size_t unit)
{
    return progress_number(progress, PROGRESS_UNITS, unit, "expected") == 1 &&
           (progress_in_state(progress, unit, "missing") || matters_count(progress, unit) > 0);
}

size_t
reminders_count(const Progress *progress)
{
    size_t count = 0;
    for (size_t unit = 0; unit < progress_rows(progress, PROGRESS_UNITS); unit++)
        count += is_reminded(progress, unit);
    return count;
}

Text
reminders_name(const Progress *progress)
{
    const CycleReminder *reached = cycle_reminder_reached(progress->cycle, progress->instant);
    if (reached == NULL || reminders_count(progress) == 0)
        return TEXT_NONE;
    return progress_say(progress, "file_reminder", &reached->step, 1);
}

/* The first matters in words, and how many more there are. */
static Text
matters_said(const Progress *progress, size_t unit)
{
    Text said = TEXT_NONE;
    size_t count = 0;
    for (size_t block = 0; block < progress_rows(progress, PROGRESS_BLOCKS); block++) {
        if (!matters_is_of(progress, block, unit) || ++count > MATTERS_SHOWN)
            continue;
        said = arena_printf(progress->arena, "%" TEXT_FMT "\n  %zu. %" TEXT_FMT, TEXT_ARG(said), count,
                            TEXT_ARG(matters_line(progress, block)));
    }
    if (count <= MATTERS_SHOWN)
        return said;
    Text more = progress_say_number(progress, "matter_more", (int64_t)(count - MATTERS_SHOWN));
    return arena_printf(progress->arena, "%" TEXT_FMT "\n  %" TEXT_FMT, TEXT_ARG(said), TEXT_ARG(more));
}

static bool
append_text(const Progress *progress, size_t unit, Buf *out)
{
    bool missing = progress_in_state(progress, unit, "missing");
    const char *code = missing ? "reminder_missing" : "reminder_open";
    MessageValues values = {.unit = progress_cell(progress, PROGRESS_UNITS, unit, "unit_name"),
                            .raw = progress->cycle->title,
                            .read_as = moment_left(progress),
                            .expected = moment_deadline(progress),
                            .row = arena_printf(progress->arena, "%zu", matters_count(progress, unit))};
    Text problem = messages_problem(progress->messages, text_of(code), &values, progress->arena);
    Text todo = messages_todo(progress->messages, text_of(code), &values, progress->arena);
    Text said = matters_said(progress, unit);
    return buf_printf(out, "【%" TEXT_FMT "】\n%" TEXT_FMT "%" TEXT_FMT "\n%" TEXT_FMT "\n%" TEXT_FMT "\n\n",
                      TEXT_ARG(progress_cell(progress, PROGRESS_UNITS, unit, "short_name")), TEXT_ARG(problem),
                      TEXT_ARG(said), TEXT_ARG(todo), TEXT_ARG(progress->cycle->office));
}

static const char *
path_of(const Progress *progress, const char *folder, Text name)
{
    return arena_printf(progress->arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(name)).ptr;
}

/* A folder that is written to again keeps no texts of another moment. */
static bool
remove_older(const Progress *progress, const char *folder, Err *err)
{
    for (size_t i = 0; i < progress->cycle->reminder_count; i++) {
        Text name = progress_say(progress, "file_reminder", &progress->cycle->reminders[i].step, 1);
        const char *path = path_of(progress, folder, name);
        if (unlink(path) != 0 && errno != ENOENT)
            return err_set(err, ERR_IO, "could not remove file \"%s\": %m", path);
    }
    return true;
}

bool
reminders_write(const Progress *progress, const char *folder, Err *err)
{
    Text name = reminders_name(progress);
    if (!remove_older(progress, folder, err) || name.len == 0)
        return err->code == ERR_NONE;
    const char *path = path_of(progress, folder, name);
    Buf texts = buf_new(TEXTS_MAX);
    bool fits = true;
    for (size_t unit = 0; fits && unit < progress_rows(progress, PROGRESS_UNITS); unit++)
        fits = !is_reminded(progress, unit) || append_text(progress, unit, &texts);
    bool ok = fits ? file_write(path, buf_view(&texts), 0640, err)
                   : err_set(err, ERR_DATA, "reminders \"%s\" are larger than %d bytes", path, TEXTS_MAX);
    buf_free(&texts);
    return ok;
}
