#include "intake/inbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "intake/foreign.h"

enum { MICROSECONDS = 1000000, DEPTH_MAX = 40 };

typedef struct Walk {
    Arena *arena;
    InboxEntry *entries;
    size_t count;
    size_t room;
    int depth;
} Walk;

static bool
walk_folder(Walk *walk, int fd, const PathName *folder, Err *err);

static void
add_entry(Walk *walk, const PathName *name, const struct stat *status, const char *reason)
{
    if (walk->count == walk->room) {
        size_t room = walk->room == 0 ? 64 : 2 * walk->room;
        InboxEntry *entries = arena_array(walk->arena, room, sizeof(*entries));
        if (walk->count > 0)
            memcpy(entries, walk->entries, walk->count * sizeof(*entries));
        walk->entries = entries;
        walk->room = room;
    }
    walk->entries[walk->count++] = (InboxEntry){
        .name = *name,
        .left = reason,
        .changed_us = (int64_t)status->st_ctim.tv_sec * MICROSECONDS + status->st_ctim.tv_nsec / 1000,
        .size = status->st_size,
    };
}

static bool
walk_subfolder(Walk *walk, int fd, const char *component, const PathName *name, const struct stat *status, Err *err)
{
    if (walk->depth == DEPTH_MAX) {
        add_entry(walk, name, status, "folders_too_deep");
        return true;
    }
    int sub = openat(fd, component, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (sub < 0) {
        if (errno != ENOENT)
            add_entry(walk, name, status, "unreadable");
        return true;
    }
    walk->depth++;
    bool ok = walk_folder(walk, sub, name, err);
    walk->depth--;
    return ok;
}

/* A name that is gone by now is no error: people work in the inbox. */
static bool
walk_name(Walk *walk, int fd, const char *component, const PathName *folder, Err *err)
{
    struct stat status = {.st_size = 0};
    PathName name;
    bool seen = fstatat(fd, component, &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (!seen && errno == ENOENT)
        return true;
    if (!pathname_join(folder, text_of(component), walk->arena, &name, err))
        return false;
    if (!seen) {
        clock_gettime(CLOCK_REALTIME, &status.st_ctim);
        add_entry(walk, &name, &status, "unreadable");
        return true;
    }
    if (S_ISDIR(status.st_mode))
        return walk_subfolder(walk, fd, component, &name, &status, err);
    add_entry(walk, &name, &status, foreign_reason(text_of(component), status.st_mode));
    return true;
}

/* Closes `fd`. */
static bool
walk_folder(Walk *walk, int fd, const PathName *folder, Err *err)
{
    bool ok = false;
    DIR *dir = fdopendir(fd);
    if (dir == NULL) {
        close(fd);
        return err_set(err, ERR_IO, "could not read folder \"%" TEXT_FMT "\": %m", TEXT_ARG(folder->shown));
    }
    const struct dirent *item;
    while (errno = 0, (item = readdir(dir)) != NULL) {
        if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0)
            continue;
        if (!walk_name(walk, fd, item->d_name, folder, err))
            goto done;
    }
    ok = errno == 0;
    if (!ok)
        err_set(err, ERR_IO, "could not read folder \"%" TEXT_FMT "\": %m", TEXT_ARG(folder->shown));
done:
    closedir(dir);
    return ok;
}

static int
by_shown(const void *left, const void *right)
{
    const InboxEntry *a = left;
    const InboxEntry *b = right;
    int order = text_compare(a->name.shown, b->name.shown);
    return order != 0 ? order : text_compare(a->name.bytes, b->name.bytes);
}

static void
sort_entries(Walk *walk)
{
    if (walk->count > 1)
        qsort(walk->entries, walk->count, sizeof(*walk->entries), by_shown);
}

/* A guessed name must not stand for another file's: then the guess is given up. */
static void
part_twins(Walk *walk)
{
    sort_entries(walk);
    for (size_t i = 0; i < walk->count; i++) {
        InboxEntry *entry = &walk->entries[i];
        bool twin = (i > 0 && text_equal(entry->name.shown, walk->entries[i - 1].name.shown)) ||
                    (i + 1 < walk->count && text_equal(entry->name.shown, walk->entries[i + 1].name.shown));
        entry->name.guessed = entry->name.guessed && !twin;
    }
    for (size_t i = 0; i < walk->count; i++)
        if (!walk->entries[i].name.guessed)
            walk->entries[i].name.shown = walk->entries[i].name.escaped;
    sort_entries(walk);
}

static int64_t
now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * MICROSECONDS + now.tv_nsec / 1000;
}

bool
inbox_open(const char *path, Arena *arena, Inbox *out, Err *err)
{
    *out = (Inbox){.root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (out->root < 0)
        return err_set(err, ERR_NO_INPUT, "could not open folder \"%s\": %m", path);
    Walk walk = {.arena = arena};
    PathName root = {.bytes = TEXT(""), .shown = TEXT(""), .escaped = TEXT("")};
    int fd = openat(out->root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || !walk_folder(&walk, fd, &root, err)) {
        if (fd < 0)
            err_set(err, ERR_NO_INPUT, "could not open folder \"%s\": %m", path);
        inbox_close(out);
        return false;
    }
    out->read_us = now_us();
    part_twins(&walk);
    out->entries = walk.entries;
    out->count = walk.count;
    return true;
}

static bool
has_suffix(Text name, Text suffix)
{
    return name.len > suffix.len && strncasecmp(name.ptr + name.len - suffix.len, suffix.ptr, suffix.len) == 0;
}

/* As spreadsheet programs save it. Which reader it takes its bytes tell, as with uploads. */
static bool
is_spreadsheet(Text name)
{
    static const char *const suffixes[] = {".csv", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt",
                                           ".et",  ".ett",  ".ods",  ".ots",  ".fods", NULL};
    const char *const *suffix = suffixes;
    while (*suffix != NULL && !has_suffix(name, text_of(*suffix)))
        suffix++;
    return *suffix != NULL;
}

static bool
is_nested(const InboxEntry *entry)
{
    return text_find(entry->name.shown, TEXT("/"), 0) != SIZE_MAX;
}

/* What programs leave beside files of theirs, and what is hidden, is nobody's matter; whatever else is no register may have been meant for one. */
static bool
is_told(const InboxEntry *entry)
{
    Text name = entry->name.shown;
    bool programs =
        entry->left != NULL && (strcmp(entry->left, "lock_file") == 0 || strcmp(entry->left, "system_file") == 0);
    return is_spreadsheet(name) || !(is_nested(entry) || programs || text_starts_with(name, TEXT(".")));
}

/* Why it is not taken for a register, or NULL. */
static const char *
reason_to_leave(const InboxEntry *entry)
{
    if (entry->left != NULL)
        return entry->left;
    if (is_nested(entry))
        return "register_in_folder";
    return is_spreadsheet(entry->name.shown) ? NULL : "register_format";
}

bool
inbox_open_registers(const char *path, Arena *arena, Inbox *out, Err *err)
{
    if (!inbox_open(path, arena, out, err))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        InboxEntry *entry = &out->entries[i];
        if (!is_told(entry))
            continue;
        entry->left = reason_to_leave(entry);
        out->entries[kept++] = *entry;
    }
    out->count = kept;
    return true;
}

void
inbox_close(Inbox *inbox)
{
    if (inbox->root >= 0)
        close(inbox->root);
    inbox->root = -1;
}

/* A change time in the future says that some clock is wrong: the full wait. */
void
inbox_settle(const Inbox *inbox, int64_t seconds)
{
    int64_t now = now_us();
    int64_t wait = 0;
    for (size_t i = 0; i < inbox->count; i++) {
        const InboxEntry *entry = &inbox->entries[i];
        int64_t left =
            entry->changed_us > now ? seconds * MICROSECONDS : entry->changed_us + seconds * MICROSECONDS - now;
        if (entry->left == NULL && left > wait)
            wait = left;
    }
    struct timespec pause = {.tv_sec = wait / MICROSECONDS, .tv_nsec = wait % MICROSECONDS * 1000};
    while (wait > 0 && nanosleep(&pause, &pause) != 0 && errno == EINTR)
        continue;
}

/* The file by its parts, so that no folder on the way may have become a link. Without O_NONBLOCK a FIFO in its place would hang us. */
static int
open_below(int root, Text path)
{
    char component[NAME_MAX + 1];
    int folder = dup(root);
    while (folder >= 0) {
        size_t slash = text_find(path, TEXT("/"), 0);
        bool last = slash == SIZE_MAX;
        Text part = text_sub(path, 0, last ? path.len : slash);
        if (part.len > NAME_MAX)
            break;
        memcpy(component, part.ptr, part.len);
        component[part.len] = '\0';
        int kind = last ? O_NONBLOCK : O_DIRECTORY;
        int next = openat(folder, component, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | kind);
        int why = errno;
        close(folder);
        errno = why;
        if (last)
            return next;
        folder = next;
        path = text_sub(path, slash + 1, path.len);
    }
    return -1;
}

/* A read lease is granted only where nobody has the file open for writing. Where leases are unknown or not ours to take, nothing is known. */
static bool
open_for_writing(int fd)
{
    if (fcntl(fd, F_SETLEASE, F_RDLCK) != 0)
        return errno == EAGAIN;
    fcntl(fd, F_SETLEASE, F_UNLCK);
    return false;
}

bool
inbox_unchanged(const InboxEntry *entry, int fd)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return false;
    int64_t changed_us = (int64_t)status.st_ctim.tv_sec * MICROSECONDS + status.st_ctim.tv_nsec / 1000;
    return changed_us == entry->changed_us && status.st_size == entry->size;
}

/* Something else stands there since the folder was read, or nothing: no file of this name that could be told of. */
static bool
was_replaced(int why)
{
    return why == ENOENT || why == ENOTDIR || why == ELOOP || why == ENXIO;
}

InboxState
inbox_open_entry(const Inbox *inbox, const InboxEntry *entry, int *fd)
{
    struct stat status;
    InboxState state = INBOX_OPENED;
    *fd = open_below(inbox->root, entry->name.bytes);
    if (*fd < 0)
        return was_replaced(errno) ? INBOX_GONE : INBOX_UNREADABLE;
    if (fstat(*fd, &status) != 0)
        state = INBOX_UNREADABLE;
    else if (!S_ISREG(status.st_mode))
        state = INBOX_GONE;
    else if (!inbox_unchanged(entry, *fd) || open_for_writing(*fd))
        state = INBOX_CHANGING;
    if (state != INBOX_OPENED) {
        close(*fd);
        *fd = -1;
    }
    return state;
}
