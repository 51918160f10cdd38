#include "xlsx/xlsx_over.h"

#include <stdlib.h>
#include <string.h>

#include "text/character.h"
#include "xlsx/xlsx_plan.h"
#include "xlsx/xlsx_relations.h"
#include "xlsx/xlsx_shapes.h"

void
xlsx_over_open(XlsxOver *over)
{
    *over = (XlsxOver){.arena = arena_new()};
}

void
xlsx_over_close(XlsxOver *over)
{
    arena_free(over->arena);
}

static int
compare_longs(long left, long right)
{
    return (left > right) - (left < right);
}

static int
compare(const void *left, const void *right)
{
    const XlsxControl *a = left, *b = right;
    if (a->row_no != b->row_no)
        return a->row_no < b->row_no ? -1 : 1;
    if (a->column != b->column)
        return a->column - b->column;
    if (a->from.column != b->from.column)
        return compare_longs(a->from.column, b->from.column);
    return a->from.across != b->from.across ? compare_longs(a->from.across, b->from.across)
                                            : compare_longs(a->from.down, b->from.down);
}

static void
miss(XlsxOver *over, const XlsxControl *control)
{
    bool placed = control->row_no > 0;
    xlsx_control_meet(over, &over->unread, placed ? control->row_no : (uint64_t)control->from.row + 1,
                      placed ? control->column : (int)control->from.column, control->caption);
}

/* What is left are boxes whose state and cell are known. */
static void
keep_readable(XlsxOver *over)
{
    size_t kept = 0;
    for (size_t i = 0; i < over->count; i++) {
        const XlsxControl *control = &over->controls[i];
        if (control->boxed && control->row_no > 0)
            over->controls[kept++] = *control;
        else
            miss(over, control);
    }
    over->count = kept;
    if (kept > 1)
        qsort(over->controls, kept, sizeof *over->controls, compare);
}

static bool
named_before(const XlsxRelations *relations, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (text_equal(relations->list[i].target, relations->list[index].target))
            return true;
    return false;
}

/* The parts that a sheet names. A drawing that cannot be read may hold what people filled in. */
static bool
read_parts(XlsxOver *over, const XlsxBook *book, const XlsxRelations *relations, Err *err)
{
    for (size_t i = 0; i < relations->count; i++) {
        const XlsxRelation *relation = &relations->list[i];
        bool good = true;
        if (!named_before(relations, i) && !xlsx_shapes_read(over, book, relation->type, relation->target, &good, err))
            return false;
        if (!good)
            xlsx_control_meet(over, &over->unread, 0, -1, relation->target);
    }
    return true;
}

static bool
has_controls(const XlsxOver *over, const XlsxRelations *relations)
{
    return over->count > 0 || xlsx_relations_by_type(relations, TEXT("ctrlProp")) != NULL ||
           xlsx_relations_by_type(relations, TEXT("control")) != NULL;
}

bool
xlsx_over_read(XlsxOver *over, const XlsxBook *book, Text part, Err *err)
{
    XlsxRelations relations;
    bool good;
    if (!xlsx_relations_glance(book->zip, book->sink, part, over->arena, &relations, &good, err))
        return false;
    if (!good)
        xlsx_control_meet(over, &over->unread, 0, -1, relations.source);
    if (!read_parts(over, book, &relations, err) ||
        (has_controls(over, &relations) && !xlsx_plan_read(over, book, part, &relations, err)))
        return false;
    keep_readable(over);
    return true;
}

/* Where the controls of that row begin, or would. */
static size_t
start_of(const XlsxOver *over, uint64_t row_no)
{
    size_t low = 0, high = over->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (over->controls[middle].row_no < row_no)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
xlsx_over_under(XlsxOver *over, const XlsxCell *cell)
{
    bool text = cell->type == XLSX_SHARED || cell->type == XLSX_INLINE || cell->type == XLSX_STRING;
    XlsxUnder under = text ? XLSX_UNDER_TEXT : cell->type == XLSX_BOOLEAN ? XLSX_UNDER_BOOLEAN : XLSX_UNDER_OTHER;
    uint64_t row_no = cell->place.row_no;
    for (size_t i = start_of(over, row_no); i < over->count && over->controls[i].row_no == row_no; i++)
        if (over->controls[i].column == cell->place.column)
            over->controls[i].under = under;
}

bool
xlsx_over_bare(XlsxOver *over, uint64_t below, uint64_t *row_no)
{
    while (over->next < over->count && over->controls[over->next].row_no < below) {
        const XlsxControl *control = &over->controls[over->next++];
        bool first = over->next == 1 || control[-1].row_no != control->row_no;
        *row_no = control->row_no;
        if (control->bare && first)
            return true;
    }
    return false;
}

/* Some controls over one cell, which holds `own`. */
typedef struct Group {
    const XlsxControl *controls;
    size_t count;
    Text own;
} Group;

/* It is this control's state that the cell holds. */
static bool
says_the_same(const Group *group, Arena *arena)
{
    const XlsxControl *control = &group->controls[0];
    Place place = {TEXT(""), control->row_no, control->column};
    return group->count == 1 && control->under == XLSX_UNDER_BOOLEAN &&
           text_equal(control->link, row_cell_name(place, arena)) &&
           text_equal(group->own, control->tick == XLSX_TICK_ON ? TEXT("TRUE") : TEXT("FALSE"));
}

static Text
box_of(const XlsxControl *control)
{
    return control->tick == XLSX_TICK_ON ? TEXT("☑") : TEXT("☐");
}

static size_t
captions_in(const Group *group)
{
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++)
        count += group->controls[i].caption.len > 0;
    return count;
}

/* False where it is more than anybody reads in a cell. */
static bool
join(const Group *group, Text front, Arena *arena, Text *joined)
{
    enum { CELL_MOST = 65536 };
    Buf all = buf_new(CELL_MOST);
    buf_text(&all, front);
    for (size_t i = 0; i < group->count; i++) {
        if (all.len > 0)
            buf_char(&all, ' ');
        buf_text(&all, box_of(&group->controls[i]));
        buf_text(&all, group->controls[i].caption);
    }
    bool whole = !all.lacks;
    *joined = arena_text(arena, buf_view(&all));
    buf_free(&all);
    return whole;
}

static bool
any_unclear(const Group *group)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->controls[i].tick == XLSX_TICK_UNCLEAR)
            return true;
    return false;
}

/*
 * What a person reads there: each box with its own caption; a box without one belongs to what the cell says, and of several such boxes nobody can tell
 * which stands before which word.
 */
static bool
read_group(const Group *group, Arena *arena, Text *read)
{
    XlsxUnder under = group->controls[0].under;
    bool same = says_the_same(group, arena);
    Text own = same || character_all_blank(group->own) ? TEXT("") : group->own;
    size_t captions = captions_in(group);
    if (any_unclear(group) || (own.len > 0 && under != XLSX_UNDER_TEXT))
        return false;
    if (captions == group->count)
        return join(group, own, arena, read);
    *read = same ? group->own : arena_join(arena, box_of(&group->controls[0]), own, TEXT(""));
    return group->count == 1;
}

static bool
put_group(XlsxOver *over, const Group *group, RowBuild *build, bool hidden, Arena *arena)
{
    const XlsxControl *first = &group->controls[0];
    Text read;
    if (!read_group(group, arena, &read)) {
        for (size_t i = 0; i < group->count; i++)
            miss(over, &group->controls[i]);
        return false;
    }
    if (text_equal(read, group->own))
        return false;
    xlsx_control_meet(over, &over->read, first->row_no, first->column, read);
    rowbuild_set(build, first->column, read);
    if (hidden && first->under == XLSX_UNDER_NOTHING)
        rowbuild_mark(build, first->column, "hidden", arena);
    return true;
}

static Text
cell_of(const RowBuild *build, int column)
{
    bool there = (size_t)column < build->row.cell_count && build->row.cells[column].ptr != NULL;
    return there ? build->row.cells[column] : TEXT("");
}

/* How many there are over the cell of the first of them. */
static size_t
group_at(const XlsxOver *over, size_t start)
{
    size_t end = start + 1;
    while (end < over->count && over->controls[end].row_no == over->controls[start].row_no &&
           over->controls[end].column == over->controls[start].column)
        end++;
    return end - start;
}

bool
xlsx_over_put(XlsxOver *over, RowBuild *build, const bool *hidden, Arena *arena)
{
    bool any = false;
    uint64_t row_no = build->row.place.row_no;
    for (size_t i = start_of(over, row_no); i < over->count && over->controls[i].row_no == row_no;) {
        int column = over->controls[i].column;
        Group group = {&over->controls[i], group_at(over, i), cell_of(build, column)};
        any |= put_group(over, &group, build, hidden[column], arena);
        i += group.count;
    }
    return any;
}

static bool
tell(const XlsxMet *met, Sink *sink, Text sheet, const char *code, Err *err)
{
    Remark remark = {.place = {sheet, met->row_no, met->row_no > 0 ? met->column : -1},
                     .raw = met->said,
                     .read_as = arena_printf(sink->row, "%llu", (unsigned long long)met->count)};
    return met->count == 0 || sink_warn(sink, code, remark, err);
}

bool
xlsx_over_tell(const XlsxOver *over, Sink *sink, Text sheet, Err *err)
{
    return tell(&over->read, sink, sheet, "control_read", err) &&
           tell(&over->unread, sink, sheet, "control_not_read", err) &&
           tell(&over->boxes, sink, sheet, "text_box_not_read", err) &&
           tell(&over->comments, sink, sheet, "comments_not_read", err);
}
