#include "base/limits.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/json.h"

const Limits limits_default = {
    .file = 2048 * LIMIT_MIB,
    .entries = 10000,
    .part = 1024 * LIMIT_MIB,
    .total = 2048 * LIMIT_MIB,
    .ratio = 60,
    .ratio_from = 32 * LIMIT_MIB,
    .strings = 192 * LIMIT_MIB,
    .string = 1 * LIMIT_MIB,
    .row = 8 * LIMIT_MIB,
    .cells = 200000000,
    .text = 8192 * LIMIT_MIB,
    .cpu_seconds = 600,
};

/* `most` is in the name's own unit: what memory and the streams between the stages are made for. */
static const struct {
    const char *name;
    size_t offset;
    uint64_t unit;
    int64_t most;
} settings[] = {
    {"file_mib", offsetof(Limits, file), LIMIT_MIB, 1048576},
    {"entries", offsetof(Limits, entries), 1, 1000000},
    {"part_mib", offsetof(Limits, part), LIMIT_MIB, 1048576},
    {"total_mib", offsetof(Limits, total), LIMIT_MIB, 1048576},
    {"ratio", offsetof(Limits, ratio), 1, 1100},
    {"ratio_from_mib", offsetof(Limits, ratio_from), LIMIT_MIB, 1048576},
    {"strings_mib", offsetof(Limits, strings), LIMIT_MIB, 16384},
    {"string_kib", offsetof(Limits, string), LIMIT_KIB, 8192},
    {"row_kib", offsetof(Limits, row), LIMIT_KIB, 16384},
    {"cells", offsetof(Limits, cells), 1, 100000000000},
    {"text_mib", offsetof(Limits, text), LIMIT_MIB, 1048576},
    {"cpu_seconds", offsetof(Limits, cpu_seconds), 1, 86400},
};

enum { SETTING_COUNT = sizeof settings / sizeof settings[0] };

static void
set(Json root, size_t index, Limits *limits, Err *err)
{
    Json member = json_member(root, settings[index].name);
    if (!json_has(member))
        return;
    int64_t number = json_integer(member, err);
    if (number < 1 || number > settings[index].most) {
        char why[96];
        snprintf(why, sizeof why, "%" PRId64 " is not from 1 to %" PRId64, number, settings[index].most);
        json_refuse(member, why, err);
        return;
    }
    *(uint64_t *)(void *)((char *)limits + settings[index].offset) = (uint64_t)number * settings[index].unit;
}

bool
limits_read(const char *path, Limits *limits, Err *err)
{
    const char *names[SETTING_COUNT + 1] = {NULL};
    JsonDoc *doc = json_read_file(path, err);
    *limits = limits_default;
    if (doc == NULL)
        return false;
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        names[i] = settings[i].name;
        set(json_root(doc), i, limits, err);
    }
    json_only(json_root(doc), names, err);
    json_close(doc);
    return err->code == ERR_NONE;
}
