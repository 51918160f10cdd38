#include "intake/arrival.h"

#include <inttypes.h>
#include <unistd.h>

#include "base/log.h"
#include "base/progress.h"
#include "text/calendar.h"

enum { MICROSECONDS = 1000000 };

static bool
leave(Reception *reception, const InboxEntry *entry, const char *reason, Err *err)
{
    bool added;
    log_warn("left \"%" TEXT_FMT "\": %s", TEXT_ARG(entry->name.shown), reason);
    reception->left++;
    LedgerLine line = {.path = entry->name.shown, .changed_us = entry->changed_us, .left = reason};
    return ledger_book(&reception->ledger, &line, &added, err);
}

/* Bytes that were disposed of do not come back by what still lies in the inbox. */
static bool
stay_away(Reception *reception, const InboxEntry *entry, bool standing, Err *err)
{
    archive_drop(&reception->archive);
    return standing || leave(reception, entry, "content_disposed", err);
}

static void
tell_mended(Reception *reception, const InboxEntry *entry)
{
    log_warn("the archive had lost \"%" TEXT_FMT "\" or had other bytes, it is filed anew",
             TEXT_ARG(entry->name.shown));
    buf_printf(&reception->mended, "%" TEXT_FMT "\n", TEXT_ARG(entry->name.shown));
}

static bool
keep(Reception *reception, const InboxEntry *entry, const char *sha256, int64_t size, Err *err)
{
    bool added, disposed, standing;
    if (!ledger_disposed(&reception->ledger, entry->name.shown, sha256, &disposed, &standing, err))
        return false;
    if (disposed)
        return stay_away(reception, entry, standing, err);
    LedgerLine line = {entry->name.shown, text_of(sha256), size, entry->changed_us, NULL};
    ArchiveFiled filed;
    if (!archive_keep(&reception->archive, sha256, &filed, err) || !ledger_book(&reception->ledger, &line, &added, err))
        return false;
    if (added)
        log_info("arrived \"%" TEXT_FMT "\"", TEXT_ARG(entry->name.shown));
    reception->added += added;
    if (filed == ARCHIVE_MENDED || (filed == ARCHIVE_FILED && !added))
        tell_mended(reception, entry);
    return true;
}

/* Only what stood still from the walk to the end of the copy is whole. */
static bool
take_content(Reception *reception, const InboxEntry *entry, int fd, Err *err)
{
    char sha256[HASH_HEX + 1];
    int64_t size;
    switch (archive_copy(&reception->archive, fd, sha256, &size, err)) {
    case ARCHIVE_FAULT:
        return false;
    case ARCHIVE_SOURCE_BAD:
        return leave(reception, entry, "unreadable", err);
    case ARCHIVE_COPIED:
        break;
    }
    if (inbox_unchanged(entry, fd) && size == entry->size)
        return keep(reception, entry, sha256, size, err);
    archive_drop(&reception->archive);
    return leave(reception, entry, "half_copied", err);
}

/* Nothing to read: the ledger has it, and so has the archive. */
static bool
is_settled(const Reception *reception, const InboxEntry *entry, bool *settled, Err *err)
{
    LedgerSeen seen;
    if (!ledger_knows(&reception->ledger, entry->name.shown, entry->size, entry->changed_us, &seen, err))
        return false;
    *settled = seen.known && (seen.disposed || archive_has(&reception->archive, seen.sha256, entry->size, seen.unread));
    return true;
}

static bool
take_entry(Reception *reception, const Inbox *inbox, const InboxEntry *entry, Err *err)
{
    int fd;
    bool settled;
    if (entry->name.guessed)
        log_warn("name read as GB18030: \"%" TEXT_FMT "\"", TEXT_ARG(entry->name.shown));
    if (entry->left != NULL)
        return leave(reception, entry, entry->left, err);
    if (!is_settled(reception, entry, &settled, err))
        return false;
    if (settled)
        return true;
    switch (inbox_open_entry(inbox, entry, &fd)) {
    case INBOX_GONE:
        return true;
    case INBOX_CHANGING:
        return leave(reception, entry, "half_copied", err);
    case INBOX_UNREADABLE:
        return leave(reception, entry, "unreadable", err);
    case INBOX_OPENED:
        break;
    }
    bool ok = take_content(reception, entry, fd, err);
    close(fd);
    return ok;
}

/* What the ledger knows just so is not news, whatever a clock says of it. */
static bool
is_news(const Reception *reception, const InboxEntry *entry, bool *news, Err *err)
{
    LedgerSeen seen;
    if (!ledger_knows(&reception->ledger, entry->name.shown, entry->size, entry->changed_us, &seen, err))
        return false;
    *news = !seen.known;
    return true;
}

static bool
leave_future(Reception *reception, const Inbox *inbox, const InboxEntry *entry, Err *err)
{
    int64_t ahead = (entry->changed_us - inbox->read_us + MICROSECONDS - 1) / MICROSECONDS;
    Text changed = calendar_iso(entry->changed_us / MICROSECONDS, 0, reception->ledger.arena);
    log_warn("\"%" TEXT_FMT "\" changed at %" TEXT_FMT ", %" PRId64
             " seconds after this machine's clock: the clocks differ",
             TEXT_ARG(entry->name.shown), TEXT_ARG(changed), ahead);
    return leave(reception, entry, "changed_in_future", err);
}

/* What has its reason to be left has it at any time. */
static bool
take_in_time(Reception *reception, const Inbox *inbox, const InboxEntry *entry, Err *err)
{
    bool late = entry->left == NULL && entry->changed_us > reception->changed_until;
    if (late && !is_news(reception, entry, &late, err))
        return false;
    if (!late)
        return take_entry(reception, inbox, entry, err);
    if (entry->changed_us > inbox->read_us)
        return leave_future(reception, inbox, entry, err);
    reception->later++;
    return true;
}

bool
arrival_take(Reception *reception, const Inbox *inbox, Text source, Err *err)
{
    reception->ledger.source = source;
    for (size_t i = 0; i < inbox->count; i++) {
        progress_show("intake", i, inbox->count);
        if (!take_in_time(reception, inbox, &inbox->entries[i], err))
            return false;
    }
    progress_end();
    return true;
}

static bool
is_there(const Inbox *inbox, Text path)
{
    for (size_t i = 0; i < inbox->count; i++)
        if (text_equal(inbox->entries[i].name.shown, path))
            return true;
    return false;
}

bool
arrival_miss_registers(Reception *reception, const Inbox *registers, Err *err)
{
    Text *paths;
    size_t count;

    reception->ledger.source = TEXT("register");
    if (!ledger_standing(&reception->ledger, &paths, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        LedgerLine line = {.path = paths[i], .left = "register_gone"};
        bool added;
        if (is_there(registers, paths[i]))
            continue;
        if (!ledger_book(&reception->ledger, &line, &added, err))
            return false;
        reception->left++;
    }
    return true;
}
