#include "markup/xml2003.h"

#include "markup/xml2003_sheet.h"

static bool
read_book(Source *source, Sink *sink, Err *err)
{
    Xml2003Book book;
    return xml2003_book_read(source, sink, &book, err) && source_facts(source, TEXT("xml2003"), err) &&
           (!book.shared.date1904 || rawrow_fact(sink->rows, TEXT("date1904"), TEXT("true"), err)) &&
           xml2003_sheets_read(&book, err);
}

bool
xml2003_read(int fd, Sink *sink, Err *err)
{
    Source *source = source_open(fd, sink, err);
    if (source == NULL)
        return false;
    bool ok = read_book(source, sink, err);
    source_close(source);
    return ok;
}
