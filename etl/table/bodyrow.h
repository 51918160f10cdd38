/* What a row below a header is: a nomination or entry, something to skip, or the end of the table. */
#ifndef HUIZONG_TABLE_BODYROW_H
#define HUIZONG_TABLE_BODYROW_H

#include "table/headblock.h"
#include "table/header.h"

typedef enum BodyRole {
    BODY_DATA,
    BODY_NOTHING,      /* a form's unused line, the statement that nothing is reported, the signing unit, a page mark */
    BODY_SAMPLE,       /* 例, 示例, 填写示例 */
    BODY_HEADER,       /* the header again, on a new page; its columns' numbers */
    BODY_CONTINUATION, /* all its expected cells belong to merged cells that began above: a second contact, say */
    BODY_REMARK,       /* text across the table, a lone cell outside its expected columns, hints how to fill in */
    BODY_OTHER_TABLE, /* the header again with another unit, or behind a blank line labels that are none of its own: another table begins */
    BODY_END /* notes, signatures, totals, a head block below */
} BodyRole;

BodyRole
bodyrow_role(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t index, Arena *arena);

/* Whether the row that ends the table is a total: entries may go on below it, page by page. */
bool
bodyrow_is_sum(const Sheet *sheet, const Header *header, size_t index, Arena *arena);

/* What a blank cell has from a merged cell that began in a row above, in the same column; TEXT_NONE where there is no such. */
Text
bodyrow_inherited(const Sheet *sheet, size_t index, int column);

#endif
