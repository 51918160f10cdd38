/* The texts of an .xls stream, in UTF-8: UTF-16 of two widths in BIFF8, bytes of a code page in BIFF5 and BIFF7. */
#ifndef HUIZONG_XLS_BIFF_TEXT_H
#define HUIZONG_XLS_BIFF_TEXT_H

#include "charset/codepage.h"
#include "charset/decoder.h"
#include "xls/biff.h"
#include "xlsx/xlsx_styles.h"

enum { BIFF_CODE_PAGE_GBK = 936 };

typedef struct BiffText {
    bool unicode;             /* BIFF8 */
    int code_page;            /* of BIFF5 and BIFF7; 0: the workbook names none */
    Buf text;                 /* the last text that was read */
    XlsxRuns kinds;           /* and what its runs are */
    const XlsxStyles *styles; /* the book's fonts */
    Buf units;                /* UTF-16LE, or the code page's bytes */
    Buf runs;                 /* BiffRun; what is raised, lowered or struck through joins no figure beside it, */
    Buf piece;                /* and symbols are what a person sees: the text of one of them, */
    Buf spelled;              /* and of all so far */
    Decoder *utf16;           /* these are opened when first needed */
    Decoder *gbk;
    CodePage *page;
    bool assumed; /* the finding that the text is taken for 1252 has been written */
} BiffText;

/* `styles` are borrowed; `ceiling` in bytes, of a text. */
void
biff_text_open(BiffText *text, const XlsxStyles *styles, size_t ceiling);

/* The place of a font among the book's, by the number that records have for it. Source: [MS-XLS] 2.5.129 FontIndex: no font has number 4. */
long
biff_text_font(uint16_t number);

void
biff_text_close(BiffText *text);

/*
 * Reads the text that stands next in the record, behind a length of `length_size` bytes (1 or 2), with all that belongs
 * to it (runs, pinyin). ASCII is read in every code page; beyond it 936 and those of charset/codepage.h are, others and
 * texts that do not fit are refused with xls_code_page. Many programs write 1252 whatever their bytes are: it is
 * believed, with the finding xls_code_page_assumed, where no two bytes may be a Chinese character. Half a surrogate pair
 * and NUL, which no text can hold, become _xHHHH_, as the office programs write them into .xlsx.
 */
bool
biff_text_read(BiffText *text, Biff *biff, size_t length_size, Err *err);

/* The same for a number format's code, where only its ASCII letters matter: what a code page cannot read is a "?". */
bool
biff_text_read_format(BiffText *text, Biff *biff, size_t length_size, Err *err);

#endif
