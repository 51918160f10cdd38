/* Of which years a section's figures are, as its heading or a remark below them says: 3.2 赋能园区转型成效*（数据均从2021年开始计算）. */
#ifndef HUIZONG_FORM_FORM_REMARK_H
#define HUIZONG_FORM_FORM_REMARK_H

#include "form/form_reader.h"

/* A section's heading; what holds for the one above goes on where it names no years. `to` ends what the heading itself says. */
void
form_remark_begin_section(FormReader *reader, const FormCell *cell, const FormMark *heading, size_t to);

/* Takes a line that says from which year is counted, for the section's figures above it and below, ahead of all sections for the sheet's; false of any other line. */
bool
form_remark_take(FormReader *reader, const FormCell *cell, FormPart line);

#endif
