/* huizong-explain: what a code of findings, outcomes or decisions means. */
#include <stdio.h>

#include "rows/messages.h"
#include "stage/options.h"

static const char *schemas_dir;

static const ProgOption options[] = {
    OPTION_SCHEMAS(&schemas_dir),
};

static const Prog prog = {
    .name = "huizong-explain",
    .summary = "tell what a code means; without a code, list them all",
    .operands = "[CODE...]",
    .notes = NULL,
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* Placeholders stand for themselves here. */
static const MessageValues VALUES = {
    .file = TEXT("〈文件〉"),
    .sheet = TEXT("〈工作表〉"),
    .cell = TEXT("〈单元格〉"),
    .row = TEXT("〈行号〉"),
    .field = TEXT("〈栏目〉"),
    .raw = TEXT("〈原文〉"),
    .read_as = TEXT("〈读作〉"),
    .expected = TEXT("〈应为〉"),
    .unit = TEXT("〈单位〉"),
    .platform = TEXT("〈平台〉"),
    .enterprise = TEXT("〈企业〉"),
};

static void
list(const Messages *messages)
{
    for (size_t i = 0; i < messages_count(messages); i++) {
        Text code = messages_code(messages, i);
        printf("%-36" TEXT_FMT " %" TEXT_FMT "\n", TEXT_ARG(code), TEXT_ARG(messages_title(messages, code)));
    }
}

static bool
explain(const Messages *messages, Text code, Arena *arena, Err *err)
{
    if (!messages_known(messages, code))
        return err_set(err, ERR_USAGE, "no such code: \"%" TEXT_FMT "\"", TEXT_ARG(code));
    printf("%" TEXT_FMT "\n", TEXT_ARG(code));
    printf("  %" TEXT_FMT "\n", TEXT_ARG(messages_title(messages, code)));
    printf("  %" TEXT_FMT "\n", TEXT_ARG(messages_render(messages, code, &VALUES, arena)));
    printf("  %" TEXT_FMT "\n", TEXT_ARG(messages_english(messages, code)));
    return true;
}

static bool
run(Arena *arena, char **codes, int count, int *status, Err *err)
{
    (void)status;
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    bool ok = messages != NULL;
    if (ok && count == 0)
        list(messages);
    for (int i = 0; i < count && ok; i++)
        ok = explain(messages, text_of(codes[i]), arena, err);
    messages_close(messages);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
