/* What lies in an inbox: walked by descriptors, never through a symlink, never changed. */
#ifndef HUIZONG_INTAKE_INBOX_H
#define HUIZONG_INTAKE_INBOX_H

#include "intake/pathname.h"

#include <stdint.h>
#include <sys/stat.h>

/* One name in the inbox that is no folder. */
typedef struct InboxEntry {
    PathName name;
    const char *left;   /* why it is named and left, a code of messages.json; NULL: to be taken */
    int64_t changed_us; /* the inode's change time, microseconds since 1970 */
    int64_t size;
} InboxEntry;

typedef struct Inbox {
    int root;
    InboxEntry *entries; /* in byte order of name.shown, which is unique */
    size_t count;
    int64_t read_us; /* this machine's clock when all names had been read, microseconds since 1970 */
} Inbox;

/* Everything below `path`; the entries live in `arena`. False with ERR_NO_INPUT where `path` is no readable directory. */
bool
inbox_open(const char *path, Arena *arena, Inbox *out, Err *err);

/*
 * What lies in `path`, a folder of registers: files that a spreadsheet program saved (.csv, .xlsx, .xls, .et, .ods and their kin) directly in it, to be taken; those
 * further down are left as register_in_folder, others directly in it as register_format. Hidden files and those that programs leave are not looked at.
 */
bool
inbox_open_registers(const char *path, Arena *arena, Inbox *out, Err *err);

void
inbox_close(Inbox *inbox);

/* Sleeps, at most `seconds`, until every entry that is to be taken has been unchanged for so long or had the time to change. */
void
inbox_settle(const Inbox *inbox, int64_t seconds);

/* What became of an entry by the time it is opened. */
typedef enum InboxState {
    INBOX_OPENED,
    INBOX_GONE,     /* it vanished, or is something else now */
    INBOX_CHANGING, /* being written: changed since the walk, or open for writing elsewhere */
    INBOX_UNREADABLE
} InboxState;

/* The caller closes *fd, which is -1 unless the state is INBOX_OPENED. */
InboxState
inbox_open_entry(const Inbox *inbox, const InboxEntry *entry, int *fd);

/* True where the file is still what the walk saw. */
bool
inbox_unchanged(const InboxEntry *entry, int fd);

#endif
