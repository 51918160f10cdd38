#include "docx/docx_rules.h"

#include <string.h>

#include "docx/docx_name.h"
#include "docx/docx_run.h"

/* As what the content of an element is read. */
typedef enum Level {
    DOCUMENT,
    BLOCKS,
    CELL, /* blocks, and the cell's properties */
    TABLE,
    ROW,
    PARAGRAPH,
    RUN,
    DRAWING,
    TEXT_ONLY,
    INSTRUCTION,
    FIELD,
    ROW_PROPERTIES,
    CELL_PROPERTIES,
    PARAGRAPH_PROPERTIES,
    NUMBER_PROPERTIES,
    MARK_PROPERTIES,
    RUN_PROPERTIES,
    CONTROL_PROPERTIES,
    NOTHING /* it is left out */
} Level;

/* An element that means something: where it stands, as what its content is read, what its start and its end do. */
typedef struct DocxRule {
    Level level;
    Level inside;
    const char *element;
    DocxStart *start;
    DocxEnd *end;
} DocxRule;

static const DocxRule rules[] = {
    {DOCUMENT, DOCUMENT, "document", docx_element_document, NULL},
    {DOCUMENT, BLOCKS, "body", docx_element_body, docx_element_end_body},
    {BLOCKS, PARAGRAPH, "p", docx_element_paragraph, docx_element_end_paragraph},
    {BLOCKS, TABLE, "tbl", docx_element_table, docx_element_end_table},
    {BLOCKS, NOTHING, "altChunk", docx_element_chunk, NULL},
    {BLOCKS, NOTHING, "math|oMathPara", docx_element_foreign, NULL},
    {BLOCKS, NOTHING, "sectPr", NULL, NULL},
    {CELL, CELL_PROPERTIES, "tcPr", NULL, NULL},
    {TABLE, ROW, "tr", docx_element_row, docx_element_end_row},
    {ROW, ROW_PROPERTIES, "trPr", NULL, NULL},
    {ROW, CELL, "tc", docx_element_cell, docx_element_end_cell},
    {PARAGRAPH, PARAGRAPH_PROPERTIES, "pPr", NULL, NULL},
    {PARAGRAPH, RUN, "r", docx_run_begin, NULL},
    {PARAGRAPH, PARAGRAPH, "fldSimple", docx_run_simple_field, docx_run_end_simple_field},
    {PARAGRAPH, NOTHING, "math|oMath", docx_run_foreign, NULL},
    {PARAGRAPH, NOTHING, "math|oMathPara", docx_run_foreign, NULL},
    {PARAGRAPH, NOTHING, "subDoc", docx_run_foreign, NULL},
    {PARAGRAPH_PROPERTIES, MARK_PROPERTIES, "rPr", NULL, NULL},
    {PARAGRAPH_PROPERTIES, NUMBER_PROPERTIES, "numPr", NULL, NULL},
    {RUN, RUN_PROPERTIES, "rPr", NULL, NULL},
    {RUN, TEXT_ONLY, "t", docx_run_text, docx_run_end_text},
    {RUN, NOTHING, "delText", NULL, NULL},
    {RUN, INSTRUCTION, "instrText", NULL, NULL},
    {RUN, NOTHING, "tab", docx_run_tab, NULL},
    {RUN, NOTHING, "ptab", docx_run_tab, NULL},
    {RUN, NOTHING, "br", docx_run_line_end, NULL},
    {RUN, NOTHING, "cr", docx_run_line_end, NULL},
    {RUN, NOTHING, "noBreakHyphen", docx_run_hyphen, NULL},
    {RUN, NOTHING, "sym", docx_run_symbol, NULL},
    {RUN, FIELD, "fldChar", docx_run_field, NULL},
    {RUN, PARAGRAPH, "rubyBase", NULL, NULL},
    {RUN, NOTHING, "rt", NULL, NULL},
    {RUN, NOTHING, "footnoteReference", docx_run_note, NULL},
    {RUN, NOTHING, "endnoteReference", docx_run_note, NULL},
    {RUN, NOTHING, "commentReference", docx_run_comment, NULL},
    {RUN, DRAWING, "drawing", NULL, NULL},
    {RUN, DRAWING, "pict", NULL, NULL},
    {RUN, DRAWING, "object", NULL, NULL},
    {DRAWING, BLOCKS, "txbxContent", docx_element_box, docx_element_end_box},
    {DRAWING, NOTHING, "office|OLEObject", docx_run_foreign, NULL},
    {DRAWING, NOTHING, "control", docx_run_foreign, NULL},
    {DRAWING, NOTHING, "chart|chart", docx_run_foreign, NULL},
    {DRAWING, NOTHING, "diagram|relIds", docx_run_foreign, NULL},
    {DRAWING, NOTHING, "main|t", docx_run_foreign, NULL},
    {CONTROL_PROPERTIES, CONTROL_PROPERTIES, "wordml|checkbox", docx_element_control_property, NULL},
};

/* What may stand around anything that holds text, and changes nothing in where it stands. */
static const DocxRule around[] = {
    {.element = "AlternateContent", .start = docx_element_alternate, .end = docx_element_end_alternate},
    {.element = "Choice", .start = docx_element_choice},
    {.element = "Fallback", .start = docx_element_fallback},
    {.element = "sdt", .start = docx_element_control, .end = docx_element_end_control},
    {.element = "ins", .start = docx_element_inserted},
    {.element = "moveTo", .start = docx_element_inserted},
    {.element = "del", .start = docx_element_deleted, .end = docx_element_end_deleted},
    {.element = "moveFrom", .start = docx_element_deleted, .end = docx_element_end_deleted},
};

/* Of these, each element inside is a property, and what stands in it is left out. */
static const DocxRule properties[] = {
    {.level = ROW_PROPERTIES, .start = docx_element_row_property},
    {.level = CELL_PROPERTIES, .start = docx_element_cell_property},
    {.level = PARAGRAPH_PROPERTIES, .start = docx_element_paragraph_property},
    {.level = NUMBER_PROPERTIES, .start = docx_element_number_property},
    {.level = MARK_PROPERTIES, .start = docx_element_mark_property},
    {.level = RUN_PROPERTIES, .start = docx_run_property},
    {.level = CONTROL_PROPERTIES, .start = docx_element_control_property},
};

/* w:ffData and all in it. */
static const DocxRule form = {.start = docx_run_form};

/* An element that means nothing by itself; what stands in it does. */
static const DocxRule plain = {.element = NULL};

static Level
level_of(const DocxContent *content)
{
    return content->depth > 0 ? (Level)content->inside[content->depth - 1] : DOCUMENT;
}

static const DocxRule *
find_own(Level level, const char *element)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (rules[i].level == level && strcmp(rules[i].element, element) == 0)
            return &rules[i];
    return level == CELL ? find_own(BLOCKS, element) : NULL;
}

static const DocxRule *
find_around(const char *element)
{
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++)
        if (strcmp(around[i].element, element) == 0)
            return &around[i];
    return NULL;
}

static const DocxRule *
find_property(Level level)
{
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++)
        if (properties[i].level == level)
            return &properties[i];
    return NULL;
}

static bool
holds_text(Level level)
{
    return level > DOCUMENT && level <= DRAWING;
}

/* What it means there, and as what its content is read. NULL: nothing, and its content is left out. */
static const DocxRule *
find_rule(Level level, const char *element, Level *inside)
{
    const DocxRule *rule = find_own(level, element);
    *inside = rule != NULL ? rule->inside : level;
    if (rule != NULL)
        return rule;
    if (level == FIELD)
        return &form;
    if (holds_text(level)) {
        bool control = strcmp(element, "sdtPr") == 0;
        *inside = control ? CONTROL_PROPERTIES : level;
        rule = find_around(element);
        return rule != NULL ? rule : &plain;
    }
    *inside = NOTHING;
    return find_property(level);
}

/* Where rows, cells, paragraphs or texts stand in a wrong place, passing over them would lose what they hold. */
static bool
is_misplaced(Level level, const char *element)
{
    static const char *const held[] = {"p", "tbl", "tr", "tc", "r", "t", NULL};
    return level <= DRAWING && docx_name_is_one_of(element, held);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    DocxContent *content = context;
    Level inside, level = level_of(content);
    if (content->left_out > 0) {
        content->left_out++;
        return true;
    }
    const DocxRule *rule = find_rule(level, element, &inside);
    if ((rule == NULL || rule == &plain) && is_misplaced(level, element))
        return docx_content_refuse(content, "workbook_damaged", text_of(element), err);
    if (rule != NULL && rule->start != NULL && !rule->start(content, element, attributes, err))
        return false;
    if (rule == NULL || inside == NOTHING)
        return docx_content_leave_out(content);
    if (content->left_out > 0)
        return true;
    content->open[content->depth] = rule;
    content->inside[content->depth++] = (int)inside;
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    DocxContent *content = context;
    (void)element;
    if (content->left_out > 0) {
        content->left_out--;
        return true;
    }
    const DocxRule *rule = content->open[--content->depth];
    return rule->end == NULL || rule->end(content, err);
}

static bool
on_text(void *context, Text piece, Err *err)
{
    DocxContent *content = context;
    if (content->left_out > 0)
        return true;
    if (level_of(content) == INSTRUCTION)
        docx_field_instruct(&docx_content_story(content)->fields, piece);
    return level_of(content) != TEXT_ONLY || docx_run_characters(content, piece, err);
}

const XmlHandlers docx_rules_handlers = {docx_spaces, on_start, on_end, on_text};
