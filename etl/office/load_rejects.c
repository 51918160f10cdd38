#include "office/load_rejects.h"

#include <unistd.h>

#include "base/file.h"
#include "db/arraytext.h"
#include "rows/copytext.h"
#include "rows/stream.h"

enum { KEPT_IN_MEMORY = 1 << 20, PIECE = 64 * 1024 };

void
load_rejects_init(LoadRejects *rejects, Text arrival)
{
    *rejects = (LoadRejects){
        .arrival = arrival, .lines = buf_new(4 * STREAM_LINE_MAX), .array = buf_new(2 * STREAM_LINE_MAX), .fd = -1};
}

void
load_rejects_free(LoadRejects *rejects)
{
    buf_free(&rejects->lines);
    buf_free(&rejects->array);
    if (rejects->fd >= 0)
        close(rejects->fd);
    rejects->fd = -1;
}

static bool
write_out(LoadRejects *rejects, Err *err)
{
    if (rejects->fd < 0)
        rejects->fd = file_temporary(err);
    if (rejects->fd < 0)
        return false;
    if (!file_write_all(rejects->fd, rejects->lines.ptr, rejects->lines.len))
        return err_set(err, ERR_IO, "could not keep the rejected rows: %m");
    buf_clear(&rejects->lines);
    return true;
}

bool
load_rejects_add(LoadRejects *rejects, uint64_t table_no, uint64_t row_no, Text codes, const Text *cells, size_t count,
                 Err *err)
{
    buf_clear(&rejects->array);
    bool ok = arraytext_append(&rejects->array, cells, count) &&
              buf_printf(&rejects->lines, "%" TEXT_FMT "\t%llu\t%llu\t{%" TEXT_FMT "}\t", TEXT_ARG(rejects->arrival),
                         (unsigned long long)table_no, (unsigned long long)row_no, TEXT_ARG(codes)) &&
              copytext_field(&rejects->lines, buf_view(&rejects->array)) && buf_char(&rejects->lines, '\n');
    if (!ok)
        return err_set(err, ERR_DATA, "typed rows: rejected row too long: row %llu", (unsigned long long)row_no);
    return rejects->lines.len < KEPT_IN_MEMORY || write_out(rejects, err);
}

static bool
send_file(int fd, Db *db, Err *err)
{
    static char piece[PIECE];
    ssize_t length = 0;

    if (lseek(fd, 0, SEEK_SET) != 0)
        return err_set(err, ERR_IO, "could not read the rejected rows again: %m");
    while ((length = file_read_some(fd, piece, sizeof piece)) > 0)
        if (!db_copy_send(db, (Text){piece, (size_t)length}, err))
            return false;
    return length == 0 || err_set(err, ERR_IO, "could not read the rejected rows again: %m");
}

bool
load_rejects_send(LoadRejects *rejects, Db *db, Err *err)
{
    if (rejects->fd < 0 && rejects->lines.len == 0)
        return true;
    if (!db_copy_begin(db, "load/list_reject_copy", err))
        return false;
    bool ok = (rejects->fd < 0 || send_file(rejects->fd, db, err)) && db_copy_send(db, buf_view(&rejects->lines), err);
    Err ignored;
    return db_copy_end(db, ok ? NULL : "the rejected rows are torn", ok ? err : &ignored) && ok;
}
