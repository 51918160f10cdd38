/* Tells of tables that stand in a sheet beside the one that is read there, and of columns that are not read. */
#ifndef HUIZONG_SUBMISSION_OTHERS_H
#define HUIZONG_SUBMISSION_OTHERS_H

#include "table/othertable.h"

/* Above the header that was taken, and beside it; and columns of the header that are too many to be looked at. */
bool
others_tell_around(const OtherTables *others, const Sheet *sheet, const Header *header, FindingWriter *findings,
                   Arena *arena, Err *err);

/* Lists that are attached behind a form, in its own sheet or document. */
bool
others_tell_in_form(const OtherTables *others, const Sheet *sheet, FindingWriter *findings, Arena *arena, Err *err);

/* The money that a file's name counts in: 财务指标(元).csv, whose sheet has no name. */
bool
others_tell_file_unit(Text stem, FindingWriter *findings, Arena *arena, Err *err);

#endif
