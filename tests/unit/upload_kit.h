/* For the tests of schema/upload: schemas written as texts into a folder of their own, and what the reader says of them. */
#ifndef HUIZONG_TESTS_UPLOAD_KIT_H
#define HUIZONG_TESTS_UPLOAD_KIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "schema/upload.h"

static char folder[] = "/tmp/huizong-upload-XXXXXX";
static Arena *arena;

static inline const char *
schemas(void)
{
    const char *dir = getenv("HUIZONG_SCHEMAS");
    return dir != NULL ? dir : "schemas";
}

static inline const UploadKind *
kind_of(const UploadSet *set, const char *name)
{
    for (size_t i = 0; i < set->kind_count; i++) {
        if (text_equal(set->kinds[i].kind, text_of(name)))
            return &set->kinds[i];
    }
    fail_msg("no kind %s", name);
    return NULL;
}

static inline const Field *
field_of(const UploadKind *kind, const char *key)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (text_equal(kind->fields[i].key, text_of(key)))
            return &kind->fields[i];
    }
    fail_msg("no field %s", key);
    return NULL;
}

/* A schema, and what its reader says of it. */
static inline void
assert_schema_refused(const char *schema, const char *refusal)
{
    Err err = {0};
    const char *path = arena_printf(arena, "%s/try/summary.json", folder).ptr;
    assert_true(file_write(path, text_of(schema), 0644, &err));
    assert_null(upload_read(folder, "try", arena, &err));
    assert_int_equal(err.code, ERR_CONFIG);
    if (strstr(err.message, refusal) == NULL || strstr(err.message, "try/summary.json") == NULL)
        fail_msg("%s: %s", refusal, err.message);
}

static inline const UploadKind *
read_schema_text(const char *schema)
{
    Err err = {0};
    const char *path = arena_printf(arena, "%s/try/summary.json", folder).ptr;
    assert_true(file_write(path, text_of(schema), 0644, &err));
    UploadSet *set = upload_read(folder, "try", arena, &err);
    assert_string_equal(err.message, "");
    assert_non_null(set);
    return &set->kinds[0];
}

/* The fields of a table's schema. */
static inline void
assert_refused(const char *fields, const char *refusal)
{
    assert_schema_refused(arena_printf(arena, "{\"fields\": [%s]}", fields).ptr, refusal);
}

#define FIELD(key, title, more)                                                                                        \
    "{\"name\": \"" key "\", \"title\": \"" title                                                                      \
    "\", \"type\": \"string\", \"x:place\": \"row\", \"x:clause\": \"一\"" more "}"

static inline int
set_up(void **state)
{
    static const char PACKAGE[] = "{\"name\": \"try\", \"resources\": [{\"name\": \"summary\", \"title\": \"表\", "
                                  "\"data\": [], \"schema\": \"summary.json\"}]}";
    Err err = {0};
    (void)state;
    arena = arena_new();
    if (mkdtemp(folder) == NULL || !tree_make(arena_printf(arena, "%s/try", folder).ptr, 0755, &err))
        return -1;
    const char *path = arena_printf(arena, "%s/try/datapackage.json", folder).ptr;
    return file_write(path, text_of(PACKAGE), 0644, &err) ? 0 : -1;
}

static inline int
tear_down(void **state)
{
    Err err = {0};
    (void)state;
    arena_free(arena);
    return tree_remove(folder, &err) ? 0 : -1;
}

#endif
