#include "xls/xls_over.h"

#include <string.h>

#include "charset/utf8.h"
#include "text/fold.h"

/* [MS-XLS] 2.5.143 FtCmo: what an object is. */
enum {
    RECTANGLE = 0x02,
    OVAL = 0x03,
    TEXT_BOX = 0x06,
    CHECK_BOX = 0x0B,
    OPTION_BUTTON = 0x0C,
    LABEL = 0x0E,
    LIST = 0x12,
    SHAPE = 0x1E
};

/* The head of an anchor among the records of a drawing, [MS-XLS] 2.5.193 OfficeArtClientAnchorSheet, and where its fields stand. */
static const unsigned char anchor_head[] = {0x10, 0xF0, 0x12, 0, 0, 0};
enum { ANCHOR_COLUMN = 8, ANCHOR_ROW = 12, ANCHOR_END = 24 };

static void
take_place(XlsOver *over, const Biff *biff)
{
    const unsigned char *from = biff->body, *end = biff->body + biff->len, *hit;
    while ((hit = memmem(from, (size_t)(end - from), anchor_head, sizeof anchor_head)) != NULL) {
        from = hit + sizeof anchor_head;
        if (end - hit < ANCHOR_END)
            return;
        over->column = hit[ANCHOR_COLUMN] | hit[ANCHOR_COLUMN + 1] << 8;
        over->row_no = 1 + (uint64_t)(hit[ANCHOR_ROW] | hit[ANCHOR_ROW + 1] << 8);
    }
}

static void
take_object(XlsOver *over, const Biff *biff)
{
    enum { COMMON = 0x15, KIND_AT = 4 };
    over->kind = biff->len > KIND_AT + 1 && biff_u16(biff, 0) == COMMON ? biff_u16(biff, KIND_AT) : 0;
    if (over->kind == CHECK_BOX || over->kind == OPTION_BUTTON || over->kind == LIST)
        xlsx_control_meet(&over->met, &over->met.unread, over->row_no, over->column, TEXT(""));
}

static bool
bears_text(unsigned kind)
{
    return kind == RECTANGLE || kind == OVAL || kind == TEXT_BOX || kind == LABEL || kind == SHAPE;
}

/* The text as far as it stands in this record: a flag, then characters of one byte or two. */
static void
take_text(XlsOver *over, const Biff *biff)
{
    enum { SAID_MOST = 64 };
    char said[SAID_MOST * UTF8_LONGEST];
    size_t step = biff->len > 0 && (biff->body[0] & 1) != 0 ? 2 : 1, len = 0;
    for (size_t i = 0, at = 1; i < SAID_MOST && at + step <= biff->len; i++, at += step) {
        uint32_t unit = step == 2 ? biff_u16(biff, at) : biff->body[at];
        bool half = unit >= 0xD800 && unit < 0xE000;
        len += utf8_write(said + len, unit == 0 || half ? 0xFFFD : unit);
    }
    Text clean = fold_clean((Text){said, len}, over->met.arena);
    if (clean.len > 0)
        xlsx_control_meet(&over->met, &over->met.boxes, over->row_no, over->column, clean);
}

void
xls_over_note(XlsOver *over, const Biff *biff)
{
    enum { TEXT_COUNT_AT = 10, NOTE_LEAST = 4 };
    bool text = over->text_next && biff->type == BIFF_CONTINUE;
    over->text_next = false;
    if (text)
        take_text(over, biff);
    else if (biff->type == BIFF_DRAWING)
        take_place(over, biff);
    else if (biff->type == BIFF_OBJECT)
        take_object(over, biff);
    else if (biff->type == BIFF_TEXT_OBJECT && biff->len > TEXT_COUNT_AT + 1)
        over->text_next = bears_text(over->kind) && biff_u16(biff, TEXT_COUNT_AT) > 0;
    else if (biff->type == BIFF_NOTE && biff->len >= NOTE_LEAST)
        xlsx_control_meet(&over->met, &over->met.comments, 1 + (uint64_t)biff_u16(biff, 0), biff_u16(biff, 2),
                          TEXT(""));
}
