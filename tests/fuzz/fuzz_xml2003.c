/*
 * XML spreadsheets of 2003. An input that begins with "<?" is a whole file; any other is what stands in the Table of
 * one, behind styles of every kind. Each row that is written is an element.
 */
#include "bytes.h"

#include <string.h>

#include "sniffed.h"

static const char before[] =
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
    "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"p\"><NumberFormat "
    "ss:Format=\"0%\"/>"
    "</Style><Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style><Style ss:ID=\"t\"><NumberFormat "
    "ss:Format=\"h:mm\"/></Style><Style ss:ID=\"e\" ss:Parent=\"t\"/><Style ss:ID=\"s\"><Font "
    "ss:StrikeThrough=\"1\"/></Style></Styles><Worksheet ss:Name=\"s\"><Table>";
static const char behind[] = "</Table></Worksheet></Workbook>";

static void
read_book(const char *bytes, size_t len)
{
    const char *refused;
    uint64_t tags = 0;
    if (!bytes_are(bytes, len, SNIFF_XML2003))
        return;
    for (size_t at = 0; at < len; at++)
        tags += bytes[at] == '<';
    uint64_t rows = bytes_read(bytes, len, &refused);
    PROMISE(rows <= tags);
    PROMISE(refused != NULL || rows > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (len > 1 && memcmp(bytes, "<?", 2) == 0) {
        read_book((const char *)bytes, len);
        return 0;
    }
    char *book = calloc(1, sizeof before + len + sizeof behind);
    memcpy(book, before, sizeof before - 1);
    if (len > 0)
        memcpy(book + sizeof before - 1, bytes, len);
    memcpy(book + sizeof before - 1 + len, behind, sizeof behind - 1);
    read_book(book, sizeof before - 1 + len + sizeof behind - 1);
    free(book);
    return 0;
}
