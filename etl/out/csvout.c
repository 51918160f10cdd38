#include "out/csvout.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "text/formula.h"

struct CsvOut {
    AtomicFile file;
    FILE *stream;
};

static bool
fault(const CsvOut *csv, Err *err)
{
    return err_set(err, ERR_IO, "could not write file \"%s\": %m", csv->file.path);
}

/* The stream takes over a copy of the descriptor, so that the atomic file can sync and close its own. */
CsvOut *
csvout_open(const char *path, Err *err)
{
    CsvOut *csv = mem_alloc(sizeof *csv);
    *csv = (CsvOut){.file = {.fd = -1}};
    if (!file_begin(&csv->file, path, 0640, err))
        goto failed;
    int copy = dup(csv->file.fd);
    csv->stream = copy < 0 ? NULL : fdopen(copy, "wb");
    if (csv->stream != NULL && fputs("\xEF\xBB\xBF", csv->stream) != EOF)
        return csv;
    fault(csv, err);
    if (csv->stream == NULL && copy >= 0)
        close(copy);
failed:
    csvout_free(csv);
    return NULL;
}

/* The bytes of a control at `at` that is not white space and no mark of bidirectional text, which is part of what was written; else 0. */
static size_t
hidden_control(Text field, size_t at)
{
    size_t len = text_control(field, at);
    return len <= 2 && memchr("\t\r\n", field.ptr[at], 3) == NULL ? len : 0;
}

static bool
put_bytes(FILE *stream, Text bytes)
{
    return bytes.len == 0 || fwrite(bytes.ptr, 1, bytes.len, stream) == bytes.len;
}

/* A control is its last byte: 00 to 1F, 7F, C2 80 to C2 9F. */
static bool
put_text(FILE *stream, Text field)
{
    size_t from = 0;
    for (size_t i = 0; i < field.len; i++) {
        size_t control = hidden_control(field, i);
        if (control == 0)
            continue;
        unsigned byte = (unsigned char)field.ptr[i + control - 1];
        if (!put_bytes(stream, text_sub(field, from, i - from)) || fprintf(stream, "U+%04X", byte) < 0)
            return false;
        i += control - 1;
        from = i + 1;
    }
    return put_bytes(stream, text_sub(field, from, field.len - from));
}

static bool
needs_quotes(Text field)
{
    for (size_t i = 0; i < field.len; i++)
        if (strchr(",\"\r\n", field.ptr[i]) != NULL && field.ptr[i] != '\0')
            return true;
    return field.len > 0 && (field.ptr[0] == ' ' || field.ptr[field.len - 1] == ' ');
}

static bool
write_quoted(FILE *stream, Text field, bool guard)
{
    if (fputs(guard ? "\"'" : "\"", stream) == EOF)
        return false;
    for (size_t from = 0; from < field.len;) {
        size_t quote = text_find(field, TEXT("\""), from);
        size_t end = quote == SIZE_MAX ? field.len : quote + 1;
        if (!put_text(stream, text_sub(field, from, end - from)) || (quote != SIZE_MAX && putc('"', stream) == EOF))
            return false;
        from = end;
    }
    return putc('"', stream) != EOF;
}

static bool
write_field(FILE *stream, Text field)
{
    bool guard = formula_begins(field);
    if (needs_quotes(field))
        return write_quoted(stream, field, guard);
    if (guard && putc('\'', stream) == EOF)
        return false;
    return put_text(stream, field);
}

bool
csvout_row(CsvOut *csv, const Text *fields, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++)
        if ((i > 0 && putc(',', csv->stream) == EOF) || !write_field(csv->stream, fields[i]))
            return fault(csv, err);
    return fputs("\r\n", csv->stream) != EOF || fault(csv, err);
}

bool
csvout_commit(CsvOut *csv, Err *err)
{
    FILE *stream = csv->stream;
    csv->stream = NULL;
    return (fclose(stream) == 0 || fault(csv, err)) && file_commit(&csv->file, err);
}

void
csvout_free(CsvOut *csv)
{
    if (csv == NULL)
        return;
    if (csv->stream != NULL)
        fclose(csv->stream);
    file_abandon(&csv->file);
    mem_free(csv);
}
