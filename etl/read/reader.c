#include "read/reader.h"

#include <inttypes.h>
#include <sys/stat.h>

#include "csv/csv.h"
#include "docx/docx.h"
#include "html/html.h"
#include "markup/xml2003.h"
#include "ods/ods.h"
#include "read/sniff.h"
#include "xls/xls.h"
#include "xlsx/xlsx.h"

static bool
refuse(Sink *sink, const char *code, Err *err)
{
    return sink_refuse(sink, code, (Remark){.place = sink_place(TEXT(""))}, err);
}

static bool
refuse_where_empty(Sink *sink, bool read, Err *err)
{
    return read && (sink->row_count > 0 || refuse(sink, "empty_file", err));
}

static bool
read_document(const Sniff *sniff, Sink *sink, Err *err)
{
    return rawrow_fact(sink->rows, TEXT("format"), TEXT("document"), err) &&
           rawrow_fact(sink->rows, TEXT("document"), text_of(sniff->name), err);
}

static bool
read_package(int fd, Sink *sink, Err *err)
{
    bool ok = false;
    ZipFile *zip = zipfile_open(fd, sink, err);
    if (zip == NULL)
        return false;
    Sniff sniff;
    if (!sniff_package(zip, &sniff, err))
        ok = false;
    else if (sniff.kind == SNIFF_WORKBOOK)
        ok = refuse_where_empty(sink, xlsx_read(zip, sink, err), err);
    else if (sniff.kind == SNIFF_ODS)
        ok = refuse_where_empty(sink, ods_read(zip, sink, err), err);
    else if (sniff.kind == SNIFF_DOCX)
        ok = docx_read(zip, sink, err);
    else if (sniff.kind == SNIFF_DOCUMENT)
        ok = read_document(&sniff, sink, err);
    else
        refuse(sink, sniff.name, err);
    zipfile_close(zip);
    return ok;
}

static bool
ask_size(int fd, struct stat *stat, Err *err)
{
    return fstat(fd, stat) == 0 || err_set(err, ERR_IO, "could not ask for the file's size: %m");
}

/* The size is told in MiB, rounded up: as a person sees it in a folder. */
static bool
check_size(const struct stat *stat, Sink *sink, Err *err)
{
    sink->source_size = (uint64_t)stat->st_size;
    uint64_t most = sink_limits(sink)->file;
    if (sink->source_size <= most)
        return true;
    Text size = arena_printf(sink->run, "%" PRIu64 " MiB", (sink->source_size + LIMIT_MIB - 1) / LIMIT_MIB);
    Text expected = arena_printf(sink->run, "%" PRIu64 " MiB", most / LIMIT_MIB);
    Remark remark = {.place = sink_place(TEXT("")), .raw = size, .expected = expected};
    return sink_refuse(sink, "file_too_large", remark, err);
}

/* A file cut at a row's end while it was read would look whole. */
static bool
check_unchanged(int fd, const struct stat *before, Err *err)
{
    struct stat now;
    if (!ask_size(fd, &now, err))
        return false;
    bool same = now.st_size == before->st_size && now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
                now.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
    return same || err_set(err, ERR_IO, "the file changed while it was read");
}

static bool
read_sniffed(int fd, Sniff sniff, Sink *sink, Err *err)
{
    switch (sniff.kind) {
    case SNIFF_TEXT:
        return refuse_where_empty(sink, csv_read(fd, sink, err), err);
    case SNIFF_XLS:
    case SNIFF_BIFF:
        return refuse_where_empty(sink, xls_read(fd, sniff.kind == SNIFF_BIFF, sink, err), err);
    case SNIFF_HTML:
        return refuse_where_empty(sink, html_read(fd, sink, err), err);
    case SNIFF_XML2003:
        return refuse_where_empty(sink, xml2003_read(fd, sink, err), err);
    case SNIFF_FLAT_ODS:
        return refuse_where_empty(sink, ods_read_flat(fd, sink, err), err);
    case SNIFF_PACKAGE:
        return read_package(fd, sink, err);
    case SNIFF_DOCUMENT:
        return read_document(&sniff, sink, err);
    case SNIFF_WORKBOOK:
    case SNIFF_ODS:
    case SNIFF_DOCX:
    case SNIFF_REFUSED:
        break;
    }
    return refuse(sink, sniff.name, err);
}

bool
reader_read(int fd, Sink *sink, Err *err)
{
    Sniff sniff;
    struct stat before;
    return ask_size(fd, &before, err) && check_size(&before, sink, err) && sniff_file(fd, &sniff, err) &&
           read_sniffed(fd, sniff, sink, err) && sink_end(sink, err) && check_unchanged(fd, &before, err);
}
