#include "out/pageflow.h"

/* Programs and printers differ by a little: what ends in the last part of a page may stand on it, or not. */
enum { SURE_PERCENT = 96 };

void
pageflow_begin(PageFlow *flow, int room)
{
    *flow = (PageFlow){.room = room};
}

static void
break_before(PageFlow *flow, uint32_t row)
{
    if (flow->break_count < PAGEFLOW_BREAK_MAX)
        flow->breaks[flow->break_count++] = row;
    flow->used = 0;
}

/* What is higher than a page is parted in any case. */
static void
settle(PageFlow *flow)
{
    int end = flow->used + flow->height;
    bool parted = end * 100 > flow->room * SURE_PERCENT;
    if (flow->rows > 1 && parted && flow->used > 0 && flow->height <= flow->room)
        break_before(flow, flow->first);
    else if (flow->rows == 1 && end > flow->room)
        flow->used = 0;
    flow->used += flow->height;
    if (flow->used > flow->room)
        flow->used %= flow->room;
    flow->rows = 0;
    flow->height = 0;
}

void
pageflow_row(PageFlow *flow, uint32_t row, int height, bool kept)
{
    if (!kept)
        settle(flow);
    if (flow->rows == 0)
        flow->first = row;
    flow->rows++;
    flow->height += height;
}

void
pageflow_repeat(PageFlow *flow, int height)
{
    settle(flow);
    /* They stand on the first page already. */
    flow->used -= height;
    flow->room -= height;
}

void
pageflow_end(PageFlow *flow)
{
    settle(flow);
}
