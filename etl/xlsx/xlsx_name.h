/* The names of SpreadsheetML and of package relationships, which are the same in strict and transitional files. */
#ifndef HUIZONG_XLSX_XLSX_NAME_H
#define HUIZONG_XLSX_XLSX_NAME_H

/* The namespaces, for XmlHandlers. */
extern const char *const xlsx_spaces[];

/* r:id, in the transitional or the strict namespace of relationships; NULL where there is none. */
const char *
xlsx_name_relation(const char *const *attributes);

#endif
