#include "docx/docx.h"

#include "docx/docx_content.h"
#include "docx/docx_rules.h"
#include "xlsx/xlsx_relations.h"

static bool
damaged(Sink *sink, Text raw, Err *err)
{
    return sink_refuse(sink, "workbook_damaged", (Remark){.place = sink_place(TEXT("")), .raw = raw}, err);
}

/* Where the parts stand is what the relationships say, never a fixed name. */
static bool
find_document(ZipFile *zip, Sink *sink, Text *part, Err *err)
{
    XlsxRelations package;
    if (!xlsx_relations_read(zip, sink, TEXT(""), &package, err))
        return false;
    const XlsxRelation *document = xlsx_relations_by_type(&package, TEXT("officeDocument"));
    if (document == NULL)
        return damaged(sink, TEXT("_rels/.rels"), err);
    *part = document->target;
    return true;
}

static bool
read_numbering(ZipFile *zip, Sink *sink, const XlsxRelations *relations, DocxNumbering *numbering, Err *err)
{
    const XlsxRelation *relation = xlsx_relations_by_type(relations, TEXT("numbering"));
    return relation == NULL || docx_numbering_read(zip, sink, relation->target, numbering, err);
}

/* A document that needs no other part may have no relationships; styles that nothing names have lost their name. */
static bool
read_beside(ZipFile *zip, Sink *sink, Text part, DocxStyles *styles, DocxNumbering *numbering, Err *err)
{
    XlsxRelations relations = {0};
    Text beside = part_resolve(part, TEXT("styles.xml"), sink->run);
    if (zipfile_has(zip, part_relations(part, sink->run)) && !xlsx_relations_read(zip, sink, part, &relations, err))
        return false;
    if (xlsx_relations_by_type(&relations, TEXT("vbaProject")) != NULL &&
        !rawrow_fact(sink->rows, TEXT("macros"), TEXT("true"), err))
        return false;
    if (!read_numbering(zip, sink, &relations, numbering, err))
        return false;
    const XlsxRelation *relation = xlsx_relations_by_type(&relations, TEXT("styles"));
    if (relation == NULL)
        return !zipfile_has(zip, beside) || damaged(sink, beside, err);
    return docx_styles_read(zip, sink, relation->target, styles, err);
}

static bool
read_content(ZipFile *zip, Sink *sink, Text part, DocxCounter *counter, Err *err)
{
    DocxContent content;
    docx_content_open(&content, counter, sink);
    bool ok = docx_sheet_begin(&content.sheet, err) &&
              part_read(zip, sink, part, &docx_rules_handlers, &content, err) && docx_content_end(&content, err);
    docx_content_close(&content);
    return ok;
}

bool
docx_read(ZipFile *zip, Sink *sink, Err *err)
{
    Text part = TEXT_NONE;
    DocxStyles styles;
    DocxCounter counter;
    docx_styles_open(&styles);
    docx_counter_open(&counter, &styles);
    bool ok = rawrow_fact(sink->rows, TEXT("format"), TEXT("docx"), err) && find_document(zip, sink, &part, err) &&
              read_beside(zip, sink, part, &styles, &counter.numbering, err) &&
              read_content(zip, sink, part, &counter, err);
    docx_counter_close(&counter);
    docx_styles_close(&styles);
    return ok;
}
