#include "package/zip.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zip.h>

#include "base/limits.h"
#include "package/zipend.h"

enum { PIECE = 65536 };

typedef struct Member {
    Text name; /* as compared */
    zip_uint64_t index;
    zip_uint64_t size;
    zip_uint32_t checksum;
    bool doubtful; /* another member has its name, but not its bytes */
} Member;

struct ZipFile {
    zip_t *zip;
    Sink *sink;
    Member *members; /* sorted by name */
    size_t member_count;
    uint64_t unpacked;
    char piece[PIECE];
};

static bool
refuse(ZipFile *zip, const char *code, Text member, Text expected, Err *err)
{
    return sink_refuse(zip->sink, code, (Remark){sink_place(TEXT("")), member, TEXT_NONE, expected}, err);
}

/* Whether the machine and not the file is to blame: no memory, a disk that fails. A seek to where no file can reach is the file's own fault. */
static bool
is_fault(const zip_error_t *error)
{
    enum { ZLIB_HAS_NO_MEMORY = -4 };
    int system = zip_error_code_system(error);
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_MEMORY:
        return true;
    case ZIP_ER_ZLIB:
        return system == ZLIB_HAS_NO_MEMORY;
    case ZIP_ER_READ:
    case ZIP_ER_SEEK:
    case ZIP_ER_TELL:
        return system != 0 && system != EINVAL && system != EFBIG && system != EOVERFLOW;
    default:
        return false;
    }
}

/* A package that could not be read today is not refused for good. */
static bool
refuse_unless_fault(ZipFile *zip, zip_error_t *error, Text what, Err *err)
{
    if (is_fault(error))
        return err_set(err, ERR_IO, "could not read the package: %s", zip_error_strerror(error));
    return refuse(zip, "file_damaged", what, TEXT_NONE, err);
}

static Text
plain_name(Text name, Arena *arena)
{
    while (name.len > 0 && (name.ptr[0] == '/' || name.ptr[0] == '\\'))
        name = text_sub(name, 1, name.len);
    char *plain = arena_string(arena, name);
    for (size_t i = 0; i < name.len; i++)
        plain[i] = plain[i] == '\\' ? '/' : (char)tolower((unsigned char)plain[i]);
    return (Text){plain, name.len};
}

static int
compare_members(const void *left, const void *right)
{
    return text_compare(((const Member *)left)->name, ((const Member *)right)->name);
}

static bool
take_member(ZipFile *zip, zip_uint64_t index, Err *err)
{
    zip_stat_t stat;
    const char *name = zip_get_name(zip->zip, index, ZIP_FL_ENC_GUESS);
    if (name == NULL && is_fault(zip_get_error(zip->zip)))
        return err_set(err, ERR_IO, "could not read the package: %s", zip_strerror(zip->zip));
    Member member = {.name = plain_name(text_of(name != NULL ? name : ""), zip->sink->run), .index = index};
    if (zip_stat_index(zip->zip, index, 0, &stat) == 0) {
        member.size = stat.size;
        member.checksum = stat.crc;
    }
    zip->members[zip->member_count++] = member;
    return true;
}

/* Members of one name and the same bytes are one; of others none can be read, for which was meant nobody knows. */
static void
mark_doubtful(Member *left, Member *right)
{
    if (text_equal(left->name, right->name) && (left->size != right->size || left->checksum != right->checksum))
        left->doubtful = right->doubtful = true;
}

static bool
list_members(ZipFile *zip, Err *err)
{
    zip_int64_t count = zip_get_num_entries(zip->zip, 0);
    if (count > 0 && (uint64_t)count > sink_limits(zip->sink)->entries)
        return refuse(zip, "package_too_large", arena_printf(zip->sink->run, "%lld", (long long)count), TEXT_NONE, err);
    zip->members = arena_array(zip->sink->run, (size_t)count + 1, sizeof *zip->members);
    for (zip_int64_t i = 0; i < count; i++)
        if (!take_member(zip, (zip_uint64_t)i, err))
            return false;
    qsort(zip->members, zip->member_count, sizeof *zip->members, compare_members);
    for (size_t i = 0; i < zip->member_count; i++)
        for (size_t j = i + 1; j < zip->member_count && text_equal(zip->members[i].name, zip->members[j].name); j++)
            mark_doubtful(&zip->members[i], &zip->members[j]);
    return true;
}

/* Asked twice: without memory for the directory libzip says that it is no zip file. */
static zip_t *
open_source(zip_source_t *source, zip_error_t *error)
{
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, error);
    if (zip != NULL || zip_error_code_zip(error) != ZIP_ER_NOZIP)
        return zip;
    zip_error_fini(error);
    zip_error_init(error);
    return zip_open_from_source(source, ZIP_RDONLY, error);
}

/*
 * Without libzip's comparison of the local headers: the directory at the end is what every program goes by, packages of
 * Excel itself hold bytes that it does not name, and each member's checksum is checked.
 */
static bool
open_stream(ZipFile *zip, FILE *file, Err *err)
{
    zip_error_t error;
    bool plain;
    if (!zipend_look(file, &plain, err) || !plain) {
        (void)fclose(file);
        return err->code == ERR_NONE && refuse(zip, "file_damaged", TEXT("directory"), TEXT_NONE, err);
    }
    zip_error_init(&error);
    zip_source_t *source = zip_source_filep_create(file, 0, -1, &error);
    if (source == NULL) {
        (void)fclose(file);
        return err_set(err, ERR_IO, "could not read the package: %s", zip_error_strerror(&error));
    }
    zip->zip = open_source(source, &error);
    if (zip->zip == NULL) {
        zip_source_free(source);
        refuse_unless_fault(zip, &error, arena_text(zip->sink->run, text_of(zip_error_strerror(&error))), err);
        zip_error_fini(&error);
        return false;
    }
    return list_members(zip, err);
}

ZipFile *
zipfile_open(int fd, Sink *sink, Err *err)
{
    int own = dup(fd);
    FILE *file = own >= 0 ? fdopen(own, "rb") : NULL;
    if (file == NULL) {
        err_set(err, ERR_IO, "could not open the package: %m");
        if (own >= 0)
            close(own);
        return NULL;
    }
    ZipFile *zip = mem_alloc(sizeof *zip);
    memset(zip, 0, sizeof *zip);
    zip->sink = sink;
    if (open_stream(zip, file, err))
        return zip;
    zipfile_close(zip);
    return NULL;
}

void
zipfile_close(ZipFile *zip)
{
    if (zip == NULL)
        return;
    if (zip->zip != NULL)
        zip_discard(zip->zip);
    mem_free(zip);
}

static const Member *
find_exactly(const ZipFile *zip, Text name)
{
    Member key = {.name = plain_name(name, zip->sink->run)};
    return bsearch(&key, zip->members, zip->member_count, sizeof key, compare_members);
}

/* "%20" is a blank: a relationship names its part as an address on the web is written. */
static Text
without_escapes(Text name, Arena *arena)
{
    enum { HEX = 16, ESCAPE = 3 };
    char *plain = arena_string(arena, name);
    size_t len = 0;
    for (size_t at = 0; at < name.len; len++) {
        const char *from = name.ptr + at;
        bool escape =
            at + 2 < name.len && from[0] == '%' && isxdigit((unsigned char)from[1]) && isxdigit((unsigned char)from[2]);
        plain[len] = escape ? (char)strtol((char[]){from[1], from[2], '\0'}, NULL, HEX) : from[0];
        at += escape ? ESCAPE : 1;
    }
    return (Text){plain, len};
}

static const Member *
find_member(const ZipFile *zip, Text name)
{
    const Member *member = find_exactly(zip, name);
    return member != NULL ? member : find_exactly(zip, without_escapes(name, zip->sink->run));
}

bool
zipfile_has(const ZipFile *zip, Text name)
{
    return find_member(zip, name) != NULL;
}

/* NULL where it cannot be opened: then *fault tells whether the machine is to blame. */
static zip_file_t *
open_index(ZipFile *zip, const Member *member, bool *fault)
{
    zip_file_t *file = member->doubtful ? NULL : zip_fopen_index(zip->zip, member->index, 0);
    *fault = file == NULL && !member->doubtful && is_fault(zip_get_error(zip->zip));
    return file;
}

bool
zipfile_peek(ZipFile *zip, Text name, size_t size, Text *out, Err *err)
{
    const Member *member = find_member(zip, name);
    bool fault = false;
    zip_file_t *file = member != NULL ? open_index(zip, member, &fault) : NULL;
    *out = TEXT_NONE;
    if (file == NULL)
        return !fault || err_set(err, ERR_IO, "could not read the package: %s", zip_strerror(zip->zip));
    zip_int64_t got = zip_fread(file, zip->piece, size < PIECE ? size : PIECE);
    if (got >= 0)
        *out = arena_text(zip->sink->run, (Text){zip->piece, (size_t)got});
    else if (is_fault(zip_file_get_error(file)))
        fault = !err_set(err, ERR_IO, "could not read the package: %s", zip_file_strerror(file));
    zip_fclose(file);
    return !fault;
}

/* NULL where the member is absent, encrypted, or packed in a way that libzip does not know: refused. */
static zip_file_t *
open_member(ZipFile *zip, Text name, zip_stat_t *stat, Err *err)
{
    const Member *member = find_member(zip, name);
    if (member == NULL || zip_stat_index(zip->zip, member->index, 0, stat) != 0) {
        refuse(zip, "workbook_damaged", name, TEXT_NONE, err);
        return NULL;
    }
    if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE) {
        refuse(zip, "spreadsheet_encrypted", name, TEXT_NONE, err);
        return NULL;
    }
    bool fault;
    zip_file_t *file = open_index(zip, member, &fault);
    if (fault)
        err_set(err, ERR_IO, "could not read the package: %s", zip_strerror(zip->zip));
    else if (file == NULL)
        refuse(zip, "file_damaged", name, TEXT_NONE, err);
    return file;
}

/* The ratio is to the whole file: members that share their packed bytes cannot lie about it. */
static bool
within_limits(const ZipFile *zip, uint64_t part)
{
    const Limits *limits = sink_limits(zip->sink);
    return part <= limits->part && zip->unpacked <= limits->total && sink_plausible(zip->sink, zip->unpacked);
}

static bool
unpack(ZipFile *zip, Text name, zip_file_t *file, ZipBytes on_bytes, void *context, Err *err)
{
    for (uint64_t part = 0;;) {
        zip_int64_t got = zip_fread(file, zip->piece, PIECE);
        if (got < 0)
            return refuse_unless_fault(zip, zip_file_get_error(file), name, err);
        if (got == 0)
            return true;
        part += (uint64_t)got;
        zip->unpacked += (uint64_t)got;
        if (!within_limits(zip, part))
            return refuse(zip, "package_too_large", name, TEXT_NONE, err);
        if (!sink_in_time(zip->sink, err) || !on_bytes(context, (Text){zip->piece, (size_t)got}, err))
            return false;
    }
}

bool
zipfile_read(ZipFile *zip, Text name, ZipBytes on_bytes, void *context, Err *err)
{
    zip_stat_t stat;
    zip_file_t *file = open_member(zip, name, &stat, err);
    if (file == NULL)
        return false;
    bool ok = unpack(zip, name, file, on_bytes, context, err);
    zip_fclose(file);
    return ok;
}
