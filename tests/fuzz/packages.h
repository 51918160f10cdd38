/* Zip files that the fuzzer takes apart and packs anew, so that mutated members have right lengths and checksums. */
#ifndef HUIZONG_TESTS_PACKAGES_H
#define HUIZONG_TESTS_PACKAGES_H

#include "bytes.h"

#include <string.h>

#include <zip.h>

enum { MEMBER_MAX = 1 << 18 };

typedef struct Package {
    zip_t *zip;
    zip_source_t *source;
} Package;

/* A copy of the bytes; `flags` as of zip_open. False where it is no zip file. */
static inline bool
package_open(Package *package, const void *bytes, size_t len, int flags)
{
    void *copy = malloc(len);
    memcpy(copy, bytes, len);
    package->source = zip_source_buffer_create(copy, len, 1, NULL);
    PROMISE(package->source != NULL);
    zip_source_keep(package->source);
    package->zip = zip_open_from_source(package->source, flags, NULL);
    if (package->zip != NULL)
        return true;
    zip_source_free(package->source);
    zip_source_free(package->source);
    return false;
}

static inline void
package_discard(Package *package)
{
    zip_discard(package->zip);
    zip_source_free(package->source);
}

/* The length of what was packed, up to `max` bytes of it in `out`; 0 where it is longer or cannot be packed. */
static inline size_t
package_close(Package *package, void *out, size_t max)
{
    zip_int64_t got = 0;
    zip_stat_t stat;
    if (zip_close(package->zip) != 0) {
        package_discard(package);
        return 0;
    }
    if (zip_source_open(package->source) == 0) {
        if (zip_source_stat(package->source, &stat) == 0 && stat.size <= max)
            got = zip_source_read(package->source, out, stat.size);
        zip_source_close(package->source);
    }
    zip_source_free(package->source);
    return got > 0 ? (size_t)got : 0;
}

/* A member's bytes, in a block of MEMBER_MAX to be freed; NULL where it cannot be read whole. */
static inline uint8_t *
package_member(const Package *package, zip_uint64_t index, size_t *len)
{
    uint8_t *bytes = malloc(MEMBER_MAX);
    zip_file_t *file = zip_fopen_index(package->zip, index, 0);
    zip_int64_t got = file != NULL ? zip_fread(file, bytes, MEMBER_MAX) : -1;
    if (file != NULL)
        zip_fclose(file);
    *len = got > 0 ? (size_t)got : 0;
    if (got >= 0 && got < MEMBER_MAX)
        return bytes;
    free(bytes);
    return NULL;
}

/* Puts `bytes`, which are freed with the package, in the place of a member. */
static inline bool
package_replace(Package *package, zip_uint64_t index, uint8_t *bytes, size_t len)
{
    if (len == 0) { /* libzip would forget them */
        free(bytes);
        bytes = NULL;
    }
    zip_source_t *source = zip_source_buffer(package->zip, bytes, len, 1);
    if (source != NULL && zip_file_replace(package->zip, index, source, 0) == 0)
        return zip_file_set_mtime(package->zip, index, 0, 0) == 0;
    if (source != NULL)
        zip_source_free(source);
    else
        free(bytes);
    return false;
}

#endif
