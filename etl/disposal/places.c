#include "disposal/places.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "disposal/walk.h"

/* It is another folder than the archive's own ".." where the archive is a link. */
void
places_find_data(DisposalPlaces *places, Arena *arena)
{
    size_t end = strlen(places->archive);

    while (end > 1 && places->archive[end - 1] == '/')
        end--;
    Text path = text_sub(text_of(places->archive), 0, end);
    Text last = walk_last_name(path);
    if (last.len == 0 || text_equal(last, TEXT(".")) || text_equal(last, TEXT("..")))
        places->data = arena_printf(arena, "%s/..", places->archive).ptr;
    else
        places->data = arena_string(arena, walk_parent(path));
}

Text
places_whole(const char *path, Arena *arena)
{
    char *whole = realpath(path, NULL);
    Text text = arena_text(arena, text_of(whole != NULL ? whole : path));

    free(whole);
    return text;
}

bool
places_lock(const DisposalPlaces *places, int *lock, Err *err)
{
    Text place = text_of(places->archive);

    *lock = open(places->archive, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*lock < 0)
        return err_set(err, ERR_NO_INPUT, "could not open archive \"%s\": %m", places->archive);
    if (flock(*lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno == EWOULDBLOCK)
        words_say(places->words, places->talk, "at_work", &place, 1);
    return err_set(err, errno == EWOULDBLOCK ? ERR_LOCKED : ERR_IO, "somebody is at work on \"%s\"", places->archive);
}

bool
places_check_outbox(const DisposalPlaces *places, Text cycle, Err *err)
{
    struct stat status;
    Text folder = arena_printf(places->words->arena, "%s/%" TEXT_FMT, places->outbox, TEXT_ARG(cycle));

    if (stat(folder.ptr, &status) == 0 && S_ISDIR(status.st_mode))
        return true;
    words_say(places->words, places->talk, "no_outbox", &folder, 1);
    return err_set(err, ERR_NO_INPUT, "no folder \"%s\"", folder.ptr);
}

static bool
is_same_folder(const char *one, const char *other)
{
    struct stat left, right;
    return stat(one, &left) == 0 && stat(other, &right) == 0 && left.st_dev == right.st_dev &&
           left.st_ino == right.st_ino;
}

bool
places_check_ordered(const DisposalPlaces *places, Db *db, Text disposal, Err *err)
{
    Arena *arena = places->words->arena;
    DbResult *row = db_query(db, "dispose/places", &disposal, 1, err);
    if (row == NULL)
        return false;
    Text ordered[] = {arena_text(arena, db_named(row, 0, "archive")), arena_text(arena, db_named(row, 0, "outbox"))};
    db_result_free(row);
    if (is_same_folder(ordered[0].ptr, places->archive) && is_same_folder(ordered[1].ptr, places->outbox))
        return true;
    words_say(places->words, places->talk, "other_place", ordered, 2);
    return err_set(err, ERR_NO_INPUT, "the disposal under way was ordered for other folders");
}
