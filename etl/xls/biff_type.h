/* Which records may stand in an .xls workbook of Excel 5 and later. */
#ifndef HUIZONG_XLS_BIFF_TYPE_H
#define HUIZONG_XLS_BIFF_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * In the globals, or in a sheet: [MS-XLS] 2.1.7.20 and 2.3, the records of Excel 5 that were given up later, and what
 * other programs put into sheets though it belongs into the globals. The cells of Excel 2 to 4 are not among them: a
 * type that is none of these is a damaged one, and may have been a cell.
 */
bool
biff_type_known(uint16_t type, bool in_sheet);

/*
 * The body has a size that the type may have, and the mark that some types begin with. A record whose type differs in
 * one bit only from that of a cell, of a sheet's name, of a style or of the calendar fails here: so they cannot be lost
 * by one wrong bit.
 */
bool
biff_type_fits(uint16_t type, const unsigned char *body, size_t len);

/*
 * A body that is nothing or one text ends where the text does: bytes or units behind their number, in any notation of
 * the versions and of other programs.
 */
bool
biff_text_fits(const unsigned char *body, size_t len);

/* Nothing but whole records that may stand in a sheet: where another record ends in them, a wrong length has swallowed them. */
bool
biff_is_records(const unsigned char *bytes, size_t len);

#endif
