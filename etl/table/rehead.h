/* A header that stands again among the rows below it, as on a new page. */
#ifndef HUIZONG_TABLE_REHEAD_H
#define HUIZONG_TABLE_REHEAD_H

#include "table/header.h"

typedef enum Rehead {
    REHEAD_NONE,
    REHEAD_SAME,
    REHEAD_OTHERWISE /* a figure below it would be read in another unit: 服务金额（元） below 服务金额（万元） */
} Rehead;

/* What the row says of the header: in each filled cell what the header says there, or another label or unit of that column. */
Rehead
rehead_of(const Header *header, const Sheet *sheet, size_t index, Arena *arena);

/* The column of a REHEAD_OTHERWISE whose unit is another. */
const HeaderColumn *
rehead_other_unit(const Header *header, const Sheet *sheet, size_t index, Arena *arena);

#endif
