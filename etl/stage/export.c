/* huizong-export: the state of a cycle into its outbox, official tables first. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/sibling.h"
#include "export/export.h"
#include "stage/options.h"
#include "text/calendar.h"

static const char *database, *cycle, *schemas, *outbox_dir, *archive, *as_of, *summary;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "outbox",
     .value_name = "DIR",
     .help = "where CYCLE/AS-OF/ and CYCLE/current appear",
     .value = &outbox_dir,
     .required = true},
    {.name = "archive",
     .value_name = "DIR",
     .help = "the contents by SHA-256: the lists of corrections get marked copies",
     .value = &archive},
    OPTION_AS_OF(&as_of),
    {.name = "summary", .help = "print the closing line also when there is no news", .value = &summary},
};

static const Prog prog = {
    .name = "huizong-export",
    .summary = "write a cycle's official tables, ledger and data files",
    .operands = "",
    .notes = "Prints one Chinese line on stdout when it has news: lists of corrections to send, reminders due anew, or "
             "other matters\n"
             "open than CYCLE/current told before. And one for each original that the archive has lost or has damaged, "
             "whose marked\n"
             "copy is left out (exit status 1).\n"
             "A clock before the cycle's last night writes its own folder and leaves CYCLE/current to the newer one.\n"
             "With --final (the package for the next tier) or --verify DIR (proves one) it is huizong-package, whose "
             "--help tells more.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static Db *
connect(const void *context, Err *err)
{
    (void)context;
    return db_open(database, prog.name, "exporter", err);
}

static bool
write_outbox(State *state, int lost, ExportWord *word, Err *err)
{
    Outbox outbox;
    const ExportSource source = {schemas, archive, connect, NULL, lost};
    Text folder = calendar_compact(state->as_of_instant, state->cycle->offset_minutes, state->arena);
    bool ok = outbox_begin(&outbox, outbox_dir, cycle, folder, state->arena, err) &&
              export_write(state, &source, &outbox, &word->closing, err) && export_publish(state, &outbox, word, err);
    if (!ok)
        outbox_abandon(&outbox);
    return ok;
}

/* "（与上次相同，未改动）", and where current does not lead to it, that. */
static Text
manner(const State *state, const Published *published)
{
    const char *unchanged = published->changed ? "" : "（与上次相同，未改动）";
    if (published->kept == NULL)
        return text_of(unchanged);
    return arena_printf(state->arena, "%s（早于最近一夜，current 未动，仍指向 %s）", unchanged, published->kept);
}

/* Cron mails what stands on stdout: nothing, where all is as the outbox before told. */
static void
speak(const State *state, const ExportWord *word)
{
    const Published *published = &word->published;
    Text line = closing_line(state, &word->closing);
    Text how = manner(state, published);
    const char *folder = published->kept == NULL
                             ? "current"
                             : calendar_compact(state->as_of_instant, state->cycle->offset_minutes, state->arena).ptr;
    if (summary != NULL || word->news || published->kept != NULL)
        printf("%" TEXT_FMT " → %s/%s/%s%" TEXT_FMT "\n", TEXT_ARG(line), outbox_dir, cycle, folder, TEXT_ARG(how));
    else
        log_debug("%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(line), TEXT_ARG(how));
}

/* Originals that the archive has lost: whoever keeps it must know each time, until they are back. */
static bool
speak_of_lost(int lost, int *status, Err *err)
{
    char piece[4096];
    ssize_t got = lseek(lost, 0, SEEK_SET) < 0 ? -1 : file_read_some(lost, piece, sizeof piece);
    for (; got > 0; got = file_read_some(lost, piece, sizeof piece)) {
        fwrite(piece, 1, (size_t)got, stdout);
        *status = 1;
    }
    return got == 0 || err_set(err, ERR_IO, "could not read what was noted: %m");
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands, (void)operand_count;
    State state;
    ExportWord word;
    int lost = file_temporary(err);
    if (lost < 0)
        return false;
    bool ok = state_define(&state, schemas, cycle, as_of, arena, err) && write_outbox(&state, lost, &word, err) &&
              speak_of_lost(lost, status, err);
    if (ok)
        speak(&state, &word);
    state_close(&state);
    close(lost);
    return ok;
}

static bool
is_packages(const char *argument)
{
    return strcmp(argument, "--final") == 0 || strncmp(argument, "--verify", sizeof "--verify" - 1) == 0;
}

int
main(int argc, char **argv)
{
    Err err = {0};
    for (int i = 1; i < argc; i++) {
        if (is_packages(argv[i])) {
            sibling_become("huizong-package", argv, &err);
            return prog_fail(&prog, &err);
        }
    }
    return prog_main(&prog, argc, argv, run);
}
