/* What the elements of a paragraph's runs do; which may stand where: docx_rules. */
#ifndef HUIZONG_DOCX_DOCX_RUN_H
#define HUIZONG_DOCX_DOCX_RUN_H

#include "docx/docx_element.h"

DocxStart docx_run_begin, docx_run_property, docx_run_text;
DocxEnd docx_run_end_text;

/* Characters between <w:t> and </w:t>. */
bool
docx_run_characters(DocxContent *content, Text piece, Err *err);

/* w:tab, w:br, w:sym and the like. */
DocxStart docx_run_tab, docx_run_line_end, docx_run_hyphen, docx_run_symbol;

/* w:fldChar, and the elements of w:ffData in it; w:fldSimple, which has its instruction with it. */
DocxStart docx_run_field, docx_run_form, docx_run_simple_field;
DocxEnd docx_run_end_simple_field;

/* What is told and not read: the mark of a footnote or comment; a formula, chart or object. */
DocxStart docx_run_note, docx_run_comment, docx_run_foreign;

#endif
