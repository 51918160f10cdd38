#include "progress/matters.h"

static bool
is_of(const Progress *progress, size_t block, Text unit_code)
{
    return text_equal(progress_cell(progress, PROGRESS_BLOCKS, block, "unit_code"), unit_code);
}

bool
matters_is_of(const Progress *progress, size_t block, size_t unit)
{
    return is_of(progress, block, progress_cell(progress, PROGRESS_UNITS, unit, "unit_code"));
}

size_t
matters_count(const Progress *progress, size_t unit)
{
    Text unit_code = progress_cell(progress, PROGRESS_UNITS, unit, "unit_code");
    size_t count = 0;
    for (size_t block = 0; block < progress_rows(progress, PROGRESS_BLOCKS); block++)
        count += is_of(progress, block, unit_code);
    return count;
}

static Text
block_cell(const Progress *progress, size_t block, const char *column)
{
    return progress_cell(progress, PROGRESS_BLOCKS, block, column);
}

static Text
held_line(const Progress *progress, size_t block, Text decision)
{
    if (text_equal(decision, TEXT("over_quota"))) {
        const Text surplus[] = {block_cell(progress, block, "quota"), block_cell(progress, block, "platform")};
        return progress_say(progress, "matter_quota", surplus, 2);
    }
    Text word = arena_printf(progress->arena, "decision_%" TEXT_FMT, TEXT_ARG(decision));
    const Text parts[] = {block_cell(progress, block, "platform"), messages_title(progress->messages, word),
                          progress_titles(progress, block_cell(progress, block, "codes"))};
    return progress_say(progress, "matter_held", parts, 3);
}

static Text
error_line(const Progress *progress, size_t block, Text code)
{
    Text file = block_cell(progress, block, "file");
    const Text parts[] = {file, messages_title(progress->messages, code), block_cell(progress, block, "findings")};
    return file.len > 0 ? progress_say(progress, "matter_error", parts, 3)
                        : progress_say(progress, "matter_error_of_unit", parts + 1, 2);
}

static Text
application_line(const Progress *progress, size_t block)
{
    Text missing = block_cell(progress, block, "missing");
    const Text parts[] = {block_cell(progress, block, "platform"), block_cell(progress, block, "state"), missing};
    return progress_say(progress, missing.len > 0 ? "matter_lacking" : "matter_wrong", parts, 3);
}

Text
matters_line(const Progress *progress, size_t block)
{
    Text decision = block_cell(progress, block, "decision");
    Text code = block_cell(progress, block, "codes");
    if (decision.len > 0)
        return held_line(progress, block, decision);
    return code.len > 0 ? error_line(progress, block, code) : application_line(progress, block);
}
