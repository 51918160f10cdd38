/* What the two views of `huizong status` share. */
#ifndef HUIZONG_PROGRESS_STATUS_PARTS_H
#define HUIZONG_PROGRESS_STATUS_PARTS_H

#include <stdio.h>

#include "progress/progress.h"

/* A table that grows row by row below its heading. */
typedef struct StatusTable {
    Text *cells;
    size_t rows, columns;
} StatusTable;

/* With room for `most` rows below the heading, whose words `labels` names. */
StatusTable
status_table(const Progress *progress, const char *const *labels, size_t columns, size_t most);

/* The cells of a further row, to be filled. */
Text *
status_row(StatusTable *table);

void
status_print(const StatusTable *table, FILE *stream);

/* A line; nothing where there is no text. */
void
status_say(FILE *stream, Text line);

/* Of progress/units. */
Text
status_cell(const Progress *progress, size_t unit, const char *column);

/* "1/2"; what is not limited stands alone. */
Text
status_of(const Progress *progress, Text part, Text whole);

#endif
