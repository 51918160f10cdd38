/* The names of WordprocessingML, which are the same in strict and transitional files. */
#ifndef HUIZONG_DOCX_DOCX_NAME_H
#define HUIZONG_DOCX_DOCX_NAME_H

#include <stdbool.h>

/*
 * The namespaces, for XmlHandlers. Elements of the text and of alternate content come by their local names alone; those
 * of others that matter come as "math|oMath", "wordml|checkbox" (Word 2010), "chart|chart", "diagram|relIds", "main|t"
 * (DrawingML), "office|OLEObject".
 */
extern const char *const docx_spaces[];

/* w:NAME; NULL where the element has none. */
const char *
docx_name_attribute(const char *const *attributes, const char *name);

/* An element that switches something, by its w:val: on where it has none. */
bool
docx_name_on(const char *const *attributes);

bool
docx_name_is_one_of(const char *name, const char *const *names);

#endif
