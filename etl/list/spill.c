#include "list/spill.h"

#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <unistd.h>

/* A partition's entries are written in pieces of so many; lines in pieces of so many bytes. */
enum { PIECE_ENTRIES = 1024, PIECE_BYTES = 256 * 1024, FIRST_PIECES = 16 };

#define LINE_MAX_BYTES ((size_t)64 * 1024 * 1024)

typedef struct Partition {
    SpillEntry waiting[PIECE_ENTRIES];
    size_t waiting_count;
    uint64_t *pieces; /* where full pieces begin in the file */
    size_t piece_count;
    size_t piece_room;
} Partition;

struct Spill {
    int entries;
    int lines;
    uint64_t entries_end;
    uint64_t lines_end; /* of what was written */
    Buf waiting;        /* lines behind it */
    Partition partitions[SPILL_PARTITIONS];
    char *line; /* of the last spill_line */
};

struct SpillFiles {
    int entries;
    int lines;
    Err fault; /* of opening them */
};

SpillFiles *
spill_files_open(void)
{
    SpillFiles *files = mem_alloc(sizeof *files);
    *files = (SpillFiles){.lines = -1};
    files->entries = file_temporary(&files->fault);
    if (files->entries >= 0)
        files->lines = file_temporary(&files->fault);
    return files;
}

void
spill_files_close(SpillFiles *files)
{
    if (files == NULL)
        return;
    if (files->entries >= 0)
        close(files->entries);
    if (files->lines >= 0)
        close(files->lines);
    mem_free(files);
}

Spill *
spill_new(const SpillFiles *files, Err *err)
{
    if (files->lines < 0) {
        *err = files->fault;
        return NULL;
    }
    Spill *spill = mem_alloc(sizeof *spill);
    *spill = (Spill){.entries = files->entries, .lines = files->lines};
    spill->waiting = buf_new(PIECE_BYTES + LINE_MAX_BYTES);
    return spill;
}

void
spill_free(Spill *spill)
{
    if (spill == NULL)
        return;
    for (size_t i = 0; i < SPILL_PARTITIONS; i++)
        mem_free(spill->partitions[i].pieces);
    buf_free(&spill->waiting);
    mem_free(spill->line);
    mem_free(spill);
}

static bool
append(int fd, const void *bytes, size_t len, uint64_t *end, Err *err)
{
    if (lseek(fd, (off_t)*end, SEEK_SET) < 0 || !file_write_all(fd, bytes, len))
        return err_set(err, ERR_IO, "could not write a temporary file: %m");
    *end += len;
    return true;
}

static bool
write_lines(Spill *spill, Err *err)
{
    bool ok = append(spill->lines, spill->waiting.ptr, spill->waiting.len, &spill->lines_end, err);
    buf_clear(&spill->waiting);
    return ok;
}

static bool
write_piece(Spill *spill, Partition *partition, Err *err)
{
    if (partition->piece_count == partition->piece_room) {
        partition->piece_room = partition->piece_room == 0 ? FIRST_PIECES : partition->piece_room * 2;
        partition->pieces = mem_grow(partition->pieces, partition->piece_room * sizeof *partition->pieces);
    }
    partition->pieces[partition->piece_count++] = spill->entries_end;
    partition->waiting_count = 0;
    return append(spill->entries, partition->waiting, sizeof partition->waiting, &spill->entries_end, err);
}

bool
spill_add(Spill *spill, unsigned partition, uint64_t tag, uint32_t row_no, Text line, Err *err)
{
    Partition *target = &spill->partitions[partition];
    SpillEntry entry = {tag, spill->lines_end + spill->waiting.len, (uint32_t)line.len, row_no};
    if (line.len > LINE_MAX_BYTES || !buf_text(&spill->waiting, line))
        return err_set(err, ERR_DATA, "a row of %zu bytes", line.len);
    target->waiting[target->waiting_count++] = entry;
    if (spill->waiting.len >= PIECE_BYTES && !write_lines(spill, err))
        return false;
    return target->waiting_count < PIECE_ENTRIES || write_piece(spill, target, err);
}

static bool
read_at(int fd, void *bytes, size_t len, uint64_t at, Err *err)
{
    for (size_t done = 0; done < len;) {
        ssize_t got = pread(fd, (char *)bytes + done, len - done, (off_t)(at + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return err_set(err, ERR_IO, "could not read a temporary file: %m");
        done += (size_t)got;
    }
    return true;
}

static bool
visit_all(const SpillEntry *entries, size_t count, SpillVisit *visit, void *context, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        if (!visit(context, &entries[i], err))
            return false;
    }
    return true;
}

bool
spill_visit(Spill *spill, unsigned partition, SpillVisit *visit, void *context, Err *err)
{
    const Partition *source = &spill->partitions[partition];
    SpillEntry piece[PIECE_ENTRIES];
    for (size_t i = 0; i < source->piece_count; i++) {
        if (!read_at(spill->entries, piece, sizeof piece, source->pieces[i], err) ||
            !visit_all(piece, PIECE_ENTRIES, visit, context, err))
            return false;
    }
    return visit_all(source->waiting, source->waiting_count, visit, context, err);
}

bool
spill_line(Spill *spill, const SpillEntry *entry, Text *line, Err *err)
{
    if (spill->waiting.len > 0 && !write_lines(spill, err))
        return false;
    spill->line = mem_grow(spill->line, (size_t)entry->len + 1);
    if (!read_at(spill->lines, spill->line, entry->len, entry->at, err))
        return false;
    *line = (Text){spill->line, entry->len};
    return true;
}
