/*
 * The records of an .xls stream ([MS-XLS] 2.1.4), one at a time, and the bytes of a record that goes on in CONTINUE
 * records. A function that returns false has refused the workbook (workbook_damaged) or met a fault, as rows/sink.h
 * has it.
 */
#ifndef HUIZONG_XLS_BIFF_H
#define HUIZONG_XLS_BIFF_H

#include "rows/sink.h"
#include "xls/ole_stream.h"

/* Record types that mean something here. */
enum {
    BIFF_FORMULA = 0x0006,
    BIFF_EOF = 0x000A,
    BIFF_HEADER = 0x0014,
    BIFF_FOOTER = 0x0015,
    BIFF_NOTE = 0x001C,
    BIFF_DATEMODE = 0x0022,
    BIFF_FILEPASS = 0x002F,
    BIFF_FONT = 0x0031,
    BIFF_CONTINUE = 0x003C,
    BIFF_CODEPAGE = 0x0042,
    BIFF_OBJECT = 0x005D,
    BIFF_COLINFO = 0x007D,
    BIFF_BOUNDSHEET = 0x0085,
    BIFF_MULRK = 0x00BD,
    BIFF_RSTRING = 0x00D6,
    BIFF_XF = 0x00E0,
    BIFF_MERGEDCELLS = 0x00E5,
    BIFF_DRAWING = 0x00EC,
    BIFF_SST = 0x00FC,
    BIFF_LABELSST = 0x00FD,
    BIFF_TEXT_OBJECT = 0x01B6,
    BIFF_NUMBER = 0x0203,
    BIFF_LABEL = 0x0204,
    BIFF_BOOLERR = 0x0205,
    BIFF_STRING = 0x0207,
    BIFF_ROW = 0x0208,
    BIFF_ARRAY = 0x0221,
    BIFF_TABLE = 0x0236,
    BIFF_RK = 0x027E,
    BIFF_FORMAT = 0x041E,
    BIFF_SHAREDFORMULA = 0x04BC,
    BIFF_BOF = 0x0809
};

enum { BIFF_WINDOW = 65536, BIFF_NEAR = 512, BIFF_BODY = 65536, BIFF_HEAD = 4 };

typedef struct Biff {
    const OleStream *stream;
    Sink *sink;
    uint64_t at;        /* of the next record in the stream */
    uint64_t record_at; /* of this one */
    uint16_t type;
    size_t len;
    size_t pos; /* how far the body is taken */
    uint64_t window_at;
    size_t window_len;
    uint64_t looks; /* beyond the window, so far */
    size_t ahead;   /* bytes that the next look beyond the window reads: few behind a jump, then ever more */
    unsigned char *window;
    unsigned char *body;
} Biff;

/* The memory is in the sink's run arena. */
void
biff_open(Biff *biff, const OleStream *stream, Sink *sink);

void
biff_seek(Biff *biff, uint64_t at);

/* The next record; refuses where the stream ends, because what is whole ends with BIFF_EOF before. */
bool
biff_next(Biff *biff, Err *err);

/* The type of the record behind this one; 0 where there is none. */
bool
biff_peek(Biff *biff, uint16_t *type, Err *err);

/* Always false: the workbook is refused at this record. */
bool
biff_damaged(Biff *biff, Err *err);

/* Fields of the body, by offset; the caller has checked the length. */
uint16_t
biff_u16(const Biff *biff, size_t offset);

uint32_t
biff_u32(const Biff *biff, size_t offset);

/* Bytes of the body still to be taken, without those in CONTINUE records. */
size_t
biff_left(const Biff *biff);

/* The next `size` bytes, across CONTINUE records; `bytes` NULL skips them. */
bool
biff_take(Biff *biff, void *bytes, size_t size, Err *err);

/* Refuses where something of the body, or of a CONTINUE record behind it, has not been taken. */
bool
biff_taken(Biff *biff, Err *err);

/* Goes on to the CONTINUE record behind; refuses where there is none. */
bool
biff_continue(Biff *biff, Err *err);

#endif
