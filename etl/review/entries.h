/* The lines that the office is to write into its registers, cell by cell. */
#ifndef HUIZONG_REVIEW_ENTRIES_H
#define HUIZONG_REVIEW_ENTRIES_H

#include "review/review.h"

/* The register of that kind ("register_waivers"); NULL where there is none. */
const UploadKind *
entries_register(const Review *review, Text kind);

/* The line of a row of report/holds as CSV, in the order of the register's columns. TEXT_NONE with *err. */
Text
entries_csv(const Review *review, size_t row, Err *err);

/* The row of the entry sheet (from 1) where that line stands cell by cell; TEXT_NONE where no register settles it. */
Text
entries_row(const Review *review, size_t row);

/* A sheet for each register that has lines: its own label row, so that whole rows can be copied. */
bool
entries_write(const Review *review, Workbook *book, Err *err);

#endif
