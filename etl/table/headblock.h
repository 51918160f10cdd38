/*
 * The head block of a table: labels with their values outside of it (推荐单位（盖章）：…  联系人：…  联系方式：…), above or below. A cell may hold several labels; a value stands
 * behind its label, in the next filled cell to the right, or, below a row of nothing but labels, in the next row; the colon is full- or half-width or missing; blanks inside labels and stamp notes do not count.
 */
#ifndef HUIZONG_TABLE_HEADBLOCK_H
#define HUIZONG_TABLE_HEADBLOCK_H

#include "schema/upload.h"
#include "table/sheet.h"

/* One head field of the kind; place.row_no 0 where its label was not found. */
typedef struct HeadValue {
    const Field *field;
    Place place; /* of the value, or of the label where there is no value */
    Text value;  /* as written; TEXT_NONE where nothing stands behind the label */
} HeadValue;

typedef struct HeadBlock {
    HeadValue *values; /* the kind's head fields, in their order */
    size_t count;
} HeadBlock;

/* All fields of the kind's head block, none found yet; in `arena`. */
HeadBlock
headblock_new(const UploadKind *kind, Arena *arena);

/* Reads the rows [from, to) by index, but for notes (填表说明 and its numbered lines); a field that has a value already keeps it. */
void
headblock_read(HeadBlock *block, const Sheet *sheet, size_t from, size_t to, Arena *arena);

/* True where one of the values was read in that row. */
bool
headblock_stands_in(const HeadBlock *block, uint64_t row_no);

/* True where a cell begins with the label of one of the block's fields and a colon, or holds nothing but a label, or several of them. */
bool
headblock_begins(const HeadBlock *block, Text cell, Arena *arena);

#endif
