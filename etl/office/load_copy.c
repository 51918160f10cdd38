#include "office/load_copy.h"

#include "rows/copytext.h"
#include "rows/stream.h"

/* Small pieces let client and server work at the same time. */
enum { PIECE = 64 * 1024 };

void
load_copy_init(LoadCopy *copy, Db *db)
{
    *copy = (LoadCopy){.db = db, .buf = buf_new(2 * STREAM_LINE_MAX)};
}

bool
load_copy_begin(LoadCopy *copy, const char *name, Err *err)
{
    copy->open = db_copy_begin(copy->db, name, err);
    return copy->open;
}

static bool
send(LoadCopy *copy, Err *err)
{
    bool ok = db_copy_send(copy->db, buf_view(&copy->buf), err);
    buf_clear(&copy->buf);
    return ok;
}

bool
load_copy_line(LoadCopy *copy, Text lead, const Text *fields, size_t count, Err *err)
{
    bool ok = buf_text(&copy->buf, lead);
    for (size_t i = 0; ok && i < count; i++)
        ok = buf_char(&copy->buf, '\t') && copytext_field(&copy->buf, fields[i]);
    if (!ok || !buf_char(&copy->buf, '\n'))
        return err_set(err, ERR_DATA, "typed rows: line too long");
    return copy->buf.len < PIECE || send(copy, err);
}

bool
load_copy_end(LoadCopy *copy, Err *err)
{
    if (!copy->open)
        return true;
    if (!send(copy, err))
        return false;
    copy->open = false;
    return db_copy_end(copy->db, NULL, err);
}

void
load_copy_close(LoadCopy *copy)
{
    Err ignored;
    if (copy->open)
        db_copy_end(copy->db, "the stream was torn", &ignored);
    copy->open = false;
    buf_free(&copy->buf);
}
