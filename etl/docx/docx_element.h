/* What the elements around a paragraph's text do where they begin and end; which may stand where: docx_rules. */
#ifndef HUIZONG_DOCX_DOCX_ELEMENT_H
#define HUIZONG_DOCX_DOCX_ELEMENT_H

#include "docx/docx_content.h"

typedef bool
DocxStart(DocxContent *content, const char *element, const char *const *attributes, Err *err);
typedef bool
DocxEnd(DocxContent *content, Err *err);

DocxStart docx_element_document, docx_element_body, docx_element_paragraph, docx_element_table, docx_element_row,
    docx_element_cell, docx_element_box;
DocxEnd docx_element_end_body, docx_element_end_paragraph, docx_element_end_table, docx_element_end_row,
    docx_element_end_cell, docx_element_end_box;

/* Properties, each an element. */
DocxStart docx_element_row_property, docx_element_cell_property, docx_element_paragraph_property,
    docx_element_number_property, docx_element_mark_property;

/* Alternate contents, of which one is read: the first choice that needs only what is known here, else the fallback. */
DocxStart docx_element_alternate, docx_element_choice, docx_element_fallback;
DocxEnd docx_element_end_alternate;

/* Content controls, and what tracked changes put in and took away. */
DocxStart docx_element_control, docx_element_control_property, docx_element_inserted, docx_element_deleted;
DocxEnd docx_element_end_control, docx_element_end_deleted;

/* Content of the file that stands in no paragraph and is not read. */
DocxStart docx_element_foreign;
DocxStart docx_element_chunk; /* another document, whose text Word shows as this one's: it may hold the table */

#endif
