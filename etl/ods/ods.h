/*
 * OpenDocument spreadsheets (version 1.3, part 3; older versions are the same here): packages and flat files. Cells
 * hold stored values, whose kinds the cells themselves tell; sheets come in the file's order, hidden ones too.
 */
#ifndef HUIZONG_ODS_ODS_H
#define HUIZONG_ODS_ODS_H

#include "package/zip.h"

/*
 * Refusals beyond those of the parts: spreadsheet_encrypted, workbook_damaged, sub_table_not_read, too_many_sheets,
 * too_many_columns, cell_too_long, package_too_large.
 */
bool
ods_read(ZipFile *zip, Sink *sink, Err *err);

/* One XML file that is the whole document (.fods). */
bool
ods_read_flat(int fd, Sink *sink, Err *err);

#endif
