#include "xls/xls.h"

#include "xls/xls_sheet.h"

static bool
open_stream(int fd, bool bare, Sink *sink, OleStream *stream, Err *err)
{
    Ole ole;
    OleState state = bare ? ole_stream_whole(fd, stream, err) : ole_open(fd, sink->run, &ole, err);
    const unsigned char *entry = !bare && state == OLE_GOOD ? ole_workbook(&ole) : NULL;
    if (!bare && state == OLE_GOOD)
        state = entry != NULL ? ole_stream_open(&ole, entry, stream, err) : OLE_BROKEN;
    if (state == OLE_BROKEN)
        return sink_refuse(sink, "file_damaged", (Remark){.place = sink_place(TEXT(""))}, err);
    return state == OLE_GOOD;
}

/* The code page of a workbook whose texts are in one, where it names one that is read. */
static bool
write_encoding(const XlsBook *book, Err *err)
{
    char name[CODEPAGE_NAME] = "CP936";
    const BiffText *text = &book->text;
    if (text->unicode || (text->code_page != BIFF_CODE_PAGE_GBK && !codepage_name(text->code_page, name)))
        return true;
    return rawrow_fact(book->biff.sink->rows, TEXT("encoding"), text_of(name), err);
}

static bool
write_facts(const XlsBook *book, Err *err)
{
    RawWriter *rows = book->biff.sink->rows;
    return rawrow_fact(rows, TEXT("format"), TEXT("xls"), err) &&
           rawrow_fact(rows, TEXT("biff"), book->text.unicode ? TEXT("8") : TEXT("5"), err) &&
           write_encoding(book, err) &&
           (!book->shared.date1904 || rawrow_fact(rows, TEXT("date1904"), TEXT("true"), err));
}

static bool
read_sheets(XlsBook *book, Err *err)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        const XlsSheet *sheet = &book->sheets[i];
        if (!sink_sheet(book->biff.sink, sheet->name, sheet->visibility, err) || !xls_sheet_read(book, sheet, err))
            return false;
    }
    return true;
}

bool
xls_read(int fd, bool bare, Sink *sink, Err *err)
{
    OleStream stream = {0};
    XlsBook book;
    if (!open_stream(fd, bare, sink, &stream, err))
        return false;
    xls_book_open(&book, &stream, sink);
    bool ok = xls_book_read(&book, err) && write_facts(&book, err) && read_sheets(&book, err);
    xls_book_close(&book);
    return ok;
}
