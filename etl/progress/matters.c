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
error_line(const Progress *progress, size_t block, Text code)
{
    Text file = progress_cell(progress, PROGRESS_BLOCKS, block, "file");
    const Text parts[] = {file, messages_title(progress->messages, code),
                          progress_cell(progress, PROGRESS_BLOCKS, block, "findings")};
    return file.len > 0 ? progress_say(progress, "matter_error", parts, 3)
                        : progress_say(progress, "matter_error_of_unit", parts + 1, 2);
}

Text
matters_line(const Progress *progress, size_t block)
{
    Text code = progress_cell(progress, PROGRESS_BLOCKS, block, "code");
    if (code.len > 0)
        return error_line(progress, block, code);
    Text missing = progress_cell(progress, PROGRESS_BLOCKS, block, "missing");
    const Text parts[] = {progress_cell(progress, PROGRESS_BLOCKS, block, "platform"),
                          progress_cell(progress, PROGRESS_BLOCKS, block, "state"), missing};
    return progress_say(progress, missing.len > 0 ? "matter_lacking" : "matter_wrong", parts, 3);
}
