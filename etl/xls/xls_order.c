#include "xls/xls_order.h"

#include "xls/biff_type.h"
#include "xls/xls_cell.h"

enum {
    DIMENSIONS = 0x0200,
    BLANK = 0x0201,
    WINDOW2 = 0x023E,
    MULBLANK = 0x00BE,
    DBCELL = 0x00D7,
    PIVOT = 0x00B0,
    PIVOT_ITEM = 0x00B1,
    PIVOT_ROWS = 0x00B4,
    PIVOT_LAST = 0x00B6,
    PIVOT_DATA = 0x00C5,
    PIVOT_RULE = 0x00F0,
    PIVOT_FORMAT = 0x00FB
};

static bool
belongs_to_table(uint16_t type)
{
    return xls_cell_is(type) || type == BIFF_ROW || type == BLANK || type == MULBLANK;
}

/* What may stand between rows and cells, and does not begin the table. */
static bool
may_stand_in_table(uint16_t type)
{
    switch (type) {
    case DBCELL:
    case BIFF_CONTINUE:
    case BIFF_STRING:
    case BIFF_ARRAY:
    case BIFF_SHAREDFORMULA:
    case BIFF_TABLE:
        return true;
    default:
        return belongs_to_table(type);
    }
}

/*
 * A wrong bit may have made it of a row or a cell. Links, comments, shapes, merged ranges are far enough from that: some
 * programs write them between the cells that they belong to.
 */
static bool
may_be_damaged(uint16_t type)
{
    enum { BITS = 16 };
    for (int bit = 0; bit < BITS; bit++)
        if (belongs_to_table((uint16_t)(type ^ 1 << bit)))
            return true;
    return false;
}

static bool
is_pivot_part(uint16_t type)
{
    return (type >= PIVOT_ITEM && type <= PIVOT_LAST) || type == PIVOT_DATA ||
           (type >= PIVOT_RULE && type <= PIVOT_FORMAT);
}

static bool
seen_once(bool *seen)
{
    bool first = !*seen;
    *seen = true;
    return first;
}

/*
 * A formula's text stands behind the formula, and behind what it shares with others. Some programs leave one behind a
 * formula that has become a number, others write none; both in one sheet is a text in the wrong place.
 */
static bool
follow_formula(XlsOrder *order, const Biff *biff)
{
    uint16_t type = biff->type;
    bool between = type == BIFF_CONTINUE || type == BIFF_ARRAY || type == BIFF_SHAREDFORMULA || type == BIFF_TABLE;
    bool good = type != BIFF_STRING || order->awaits || (order->formula && biff_text_fits(biff->body, biff->len));
    order->odd_text = order->odd_text || (type == BIFF_STRING && !order->awaits);
    order->no_text = order->no_text || (order->awaits && type != BIFF_STRING && !between);
    order->formula = type == BIFF_FORMULA || (order->formula && between);
    order->awaits = (order->awaits && between) || (type == BIFF_FORMULA && xls_cell_awaits_text(biff));
    return good && !(order->odd_text && order->no_text);
}

/*
 * The end of a block of rows says how far back its first one stands; some programs say 0. A rich text of Excel 95 differs
 * from it in one bit.
 */
static bool
block_fits(XlsOrder *order, const Biff *biff)
{
    enum { BACK_SIZE = 4 };
    uint64_t first_row = order->first_row;
    order->first_row = 0;
    if (biff->len < BACK_SIZE || biff->len % 2 != 0)
        return false;
    uint32_t back = biff_u32(biff, 0);
    return back == 0 ? biff->len == BACK_SIZE : first_row + back == biff->record_at;
}

/* In Excel 95 the record of the window has the size of an RK, and a wrong bit makes it one. */
static bool
ends_well(const XlsOrder *order)
{
    return !order->biff5 || !order->dimensions || order->window || !order->ends_in_rk;
}

static void
move_on(XlsOrder *order, uint16_t type)
{
    if (order->stage == XLS_BEFORE_TABLE && belongs_to_table(type))
        order->stage = XLS_IN_TABLE;
    else if (order->stage == XLS_IN_TABLE && !may_stand_in_table(type) && may_be_damaged(type))
        order->stage = XLS_BEHIND_TABLE;
}

bool
xls_order_fits(XlsOrder *order, const Biff *biff)
{
    uint16_t type = biff->type;
    if (!follow_formula(order, biff))
        return false;
    if (xls_cell_is(type))
        order->ends_in_rk = type == BIFF_RK;
    move_on(order, type);
    order->pivot = order->pivot || type == PIVOT;
    if (type == DIMENSIONS)
        return seen_once(&order->dimensions) && order->stage == XLS_BEFORE_TABLE;
    if (type == WINDOW2)
        return seen_once(&order->window);
    if (type == BIFF_ROW && order->first_row == 0)
        order->first_row = biff->record_at;
    if (type == DBCELL)
        return order->stage != XLS_BEHIND_TABLE && block_fits(order, biff);
    if (type == BIFF_EOF)
        return ends_well(order);
    if (is_pivot_part(type))
        return order->pivot;
    return order->stage != XLS_BEHIND_TABLE || !belongs_to_table(type);
}
