#include "out/csvout.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

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

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* "-12", "-3.50". */
static bool
is_negative_number(Text field)
{
    size_t at = 1;
    while (at < field.len && is_digit(field.ptr[at]))
        at++;
    if (at == 1)
        return false;
    if (at < field.len && field.ptr[at] == '.' && at + 1 < field.len)
        for (at++; at < field.len && is_digit(field.ptr[at]);)
            at++;
    return at == field.len;
}

/* A full-width sign begins a formula too where Excel is set to Chinese or Japanese. Source: OWASP, "CSV Injection". */
static bool
looks_like_formula(Text field)
{
    static const Text wide[] = {TEXT("\uFF1D"), TEXT("\uFF0B"), TEXT("\uFF0D"), TEXT("\uFF20")};
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        if (text_starts_with(field, wide[i]))
            return true;
    }
    if (field.len == 0 || memchr("=+-@\t\r\n", field.ptr[0], 7) == NULL)
        return false;
    return field.ptr[0] != '-' || !is_negative_number(field);
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
    for (size_t i = 0; i < field.len; i++)
        if ((field.ptr[i] == '"' && putc('"', stream) == EOF) || putc((unsigned char)field.ptr[i], stream) == EOF)
            return false;
    return putc('"', stream) != EOF;
}

static bool
write_field(FILE *stream, Text field)
{
    bool guard = looks_like_formula(field);
    if (needs_quotes(field))
        return write_quoted(stream, field, guard);
    if (guard && putc('\'', stream) == EOF)
        return false;
    return field.len == 0 || fwrite(field.ptr, 1, field.len, stream) == field.len;
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
