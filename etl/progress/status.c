#include "progress/status.h"

#include "progress/lines.h"
#include "progress/moment.h"
#include "progress/status_parts.h"

static void
fill_unit(const Progress *progress, size_t unit, Text *row)
{
    const Text papers[] = {status_cell(progress, unit, "whole"), status_cell(progress, unit, "wrong"),
                           status_cell(progress, unit, "lacking")};
    row[0] = status_cell(progress, unit, "short_name");
    row[1] = progress_state_word(progress, status_cell(progress, unit, "state"));
    row[2] = moment_short(progress, status_cell(progress, unit, "received_at"));
    row[3] = status_of(progress, status_cell(progress, unit, "standing"), status_cell(progress, unit, "rows"));
    row[4] = status_of(progress, status_cell(progress, unit, "counted"), status_cell(progress, unit, "quota"));
    row[5] = progress_say(progress, "status_papers", papers, 3);
    row[6] = status_cell(progress, unit, "errors");
    row[7] =
        status_of(progress, status_cell(progress, unit, "paper_received"), status_cell(progress, unit, "paper_asked"));
    row[8] = status_cell(progress, unit, "pending");
}

void
status_all(const Progress *progress, FILE *stream)
{
    static const char *const labels[] = {"unit",        "state",        "received_at",
                                         "status_rows", "status_quota", "status_papers_label",
                                         "errors",      "group_paper",  "pending_files"};
    size_t units = progress_rows(progress, PROGRESS_UNITS);
    StatusTable table = status_table(progress, labels, 9, units);
    for (size_t unit = 0; unit < units; unit++)
        fill_unit(progress, unit, status_row(&table));
    status_say(stream, progress->cycle->title);
    status_say(stream, lines_moment(progress));
    putc('\n', stream);
    status_print(&table, stream);
    const Text parts[] = {progress_total_text(progress, "expected"), progress_total_text(progress, "received"),
                          progress_total_text(progress, "missing"), progress_names(progress, "missing")};
    putc('\n', stream);
    status_say(stream, progress_say(progress, parts[3].len > 0 ? "status_total" : "status_total_whole", parts, 4));
    status_say(stream, lines_pending(progress));
}
