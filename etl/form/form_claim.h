/* Whether the labels of a form stand in a sheet for whose table some header was found: a part of the form, laid out in a few columns, has rows that look like a table's header. */
#ifndef HUIZONG_FORM_FORM_CLAIM_H
#define HUIZONG_FORM_FORM_CLAIM_H

#include "table/header.h"

/*
 * What a header that was found is worth, `found` being its verdict: HEADER_NONE where the sheet is rather a part of the form, HEADER_AMBIGUOUS with the form as the header's rival
 * where it may be either, else `found`.
 */
HeaderVerdict
form_claim(const Sheet *sheet, const UploadSet *set, HeaderVerdict found, Header *header, Arena *arena);

/* True where a cell of the rows before index `before` is a title that names the form and, behind it, no table: 平台申报书, but not 申报书汇总表. */
bool
form_claim_titled(const Sheet *sheet, const UploadSet *set, size_t before, Arena *arena);

#endif
