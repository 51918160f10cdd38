/* What a form says of units apart from its labels and answers, in lines, titles, headings and remarks; and for which figures. */
#ifndef HUIZONG_FORM_FORM_NOTE_H
#define HUIZONG_FORM_FORM_NOTE_H

#include "form/form_reader.h"

/* What a cell that is no label and no answer says of units: 单位：万元, 5.1 盈利和融资能力（元）, （元） behind a heading; where it says nothing else it is `alone`. */
UnitNote
form_note_of(const FormReader *reader, const FormCell *cell);

/* True of a line by itself below which nothing is asked and little more stands: it may be a note although a long text is being read. */
bool
form_note_is_below_all(const FormReader *reader, const FormCell *cell);

/* Such units hold from here on: for the section, for those below its heading, or for the sheet; those of 注：以上金额单位为元 for the section's figures above too. */
void
form_note_keep(FormReader *reader, const FormCell *cell, const UnitNote *units);

/* Takes a row that is nothing but 单位 | 元. */
bool
form_note_take_row(FormReader *reader, size_t first, size_t last);

/* A section's heading: what held for the one before ends, and what stands right above the heading holds for this one. */
void
form_note_begin_section(FormReader *reader, const FormSection *section);

/* At the end of the sheet: a note below the figures is about those above it. */
void
form_note_end(FormReader *reader);

/* What the further cells of a label's row say of a field's unit, in a column 备注 or none: 单位：元; TEXT_NONE where they say nothing. */
Text
form_note_beside(const FormReader *reader, const FormCell *label, const Field *field);

#endif
