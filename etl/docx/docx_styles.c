#include "docx/docx_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "docx/docx_name.h"

enum { BASES_MOST = 32, TINY_MOST = 6 /* half points */ };

typedef struct DocxStyle {
    Text id;
    Text base;
    DocxLook look;
    DocxItem item;
} DocxStyle;

typedef struct StylesReading {
    Sink *sink;
    DocxStyles *styles;
    Text paragraph; /* the style of paragraphs that name none */
    bool in_style;
    unsigned left_out; /* elements around whose properties are not the style's own */
} StylesReading;

void
docx_styles_open(DocxStyles *styles)
{
    *styles = (DocxStyles){.list = buf_new(LIMIT_STYLES * sizeof(DocxStyle))};
}

void
docx_styles_close(DocxStyles *styles)
{
    buf_free(&styles->list);
}

static DocxStyle *
list_of(const DocxStyles *styles)
{
    return (DocxStyle *)(void *)styles->list.ptr;
}

static size_t
count_of(const DocxStyles *styles)
{
    return styles->list.len / sizeof(DocxStyle);
}

/* "words" leaves the blanks without a line, and they are what is asked for. */
static DocxSwitch
underline_of(const char *const *attributes, DocxSwitch before)
{
    const char *value = docx_name_attribute(attributes, "val");
    if (value == NULL)
        return before;
    return strcmp(value, "none") == 0 || strcmp(value, "words") == 0 ? DOCX_OFF : DOCX_ON;
}

/* In half points above the line, or below it (17.3.2.24). */
static RunScript
rise_of(Text value)
{
    if (value.len == 0)
        return RUN_UNSET;
    bool down = text_starts_with(value, TEXT("-"));
    bool moved = value.ptr[down] >= '1' && value.ptr[down] <= '9';
    return !moved ? RUN_BASELINE : down ? RUN_LOWERED : RUN_RAISED;
}

static DocxSwitch
tiny_of(Text value, DocxSwitch before)
{
    uint64_t size;
    if (!text_read_count(value, &size))
        return before;
    return size <= TINY_MOST ? DOCX_ON : DOCX_OFF;
}

static bool
is_white(const char *colour)
{
    return colour != NULL && (strcasecmp(colour, "FFFFFF") == 0 || strcmp(colour, "white") == 0);
}

bool
docx_look_is_coloured(const char *const *attributes)
{
    const char *fill = docx_name_attribute(attributes, "fill");
    const char *value = docx_name_attribute(attributes, "val");
    if (fill == NULL)
        return value != NULL && strcmp(value, "none") != 0 && !is_white(value);
    bool pattern = value != NULL && strcmp(value, "clear") != 0 && strcmp(value, "nil") != 0;
    return pattern || (strcmp(fill, "auto") != 0 && !is_white(fill));
}

void
docx_look_take(DocxLook *look, const char *element, const char *const *attributes)
{
    if (strcmp(element, "vanish") == 0)
        look->hidden = docx_name_on(attributes) ? DOCX_ON : DOCX_OFF;
    else if (strcmp(element, "u") == 0)
        look->underlined = underline_of(attributes, look->underlined);
    else if (strcmp(element, "strike") == 0 || strcmp(element, "dstrike") == 0)
        look->struck = docx_name_on(attributes) ? DOCX_ON : DOCX_OFF;
    else if (strcmp(element, "vertAlign") == 0)
        look->script = runs_script(text_of(docx_name_attribute(attributes, "val")));
    else if (strcmp(element, "color") == 0)
        look->white = is_white(docx_name_attribute(attributes, "val")) ? DOCX_ON : DOCX_OFF;
    else if (strcmp(element, "shd") == 0 || strcmp(element, "highlight") == 0)
        look->shaded = docx_look_is_coloured(attributes) ? DOCX_ON : look->shaded;
    else if (strcmp(element, "position") == 0)
        look->rise = rise_of(text_of(docx_name_attribute(attributes, "val")));
    else if (strcmp(element, "sz") == 0)
        look->tiny = tiny_of(text_of(docx_name_attribute(attributes, "val")), look->tiny);
}

/* What is no number is that of no list. */
void
docx_item_take(DocxItem *item, const char *element, const char *const *attributes)
{
    uint64_t value = 0;
    bool number = strcmp(element, "numId") == 0;
    if (!number && strcmp(element, "ilvl") != 0)
        return;
    (void)text_read_count(text_of(docx_name_attribute(attributes, "val")), &value);
    *(number ? &item->number : &item->level) = value;
    *(number ? &item->numbered : &item->levelled) = true;
    if (number)
        item->style = TEXT_NONE;
}

static bool
add_style(StylesReading *reading, const char *const *attributes, Err *err)
{
    Text id = arena_text(reading->sink->run, text_of(docx_name_attribute(attributes, "styleId")));
    DocxStyle style = {.id = id};
    Text type = text_of(docx_name_attribute(attributes, "type"));
    if (!buf_append(&reading->styles->list, &style, sizeof style))
        return sink_refuse(reading->sink, "package_too_large",
                           (Remark){.place = sink_place(TEXT("")), .raw = TEXT("w:style")}, err);
    if (text_equal(type, TEXT("paragraph")) && xml_true(docx_name_attribute(attributes, "default")))
        reading->paragraph = id;
    reading->in_style = true;
    return true;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    static const char *const others[] = {"tblStylePr", "rPrChange", "pPrChange", NULL};
    StylesReading *reading = context;
    if (reading->left_out > 0 || docx_name_is_one_of(element, others)) {
        reading->left_out++;
        return true;
    }
    if (strcmp(element, "style") == 0)
        return add_style(reading, attributes, err);
    if (!reading->in_style)
        return true;
    DocxStyle *style = list_of(reading->styles) + count_of(reading->styles) - 1;
    if (strcmp(element, "basedOn") == 0)
        style->base = arena_text(reading->sink->run, text_of(docx_name_attribute(attributes, "val")));
    docx_look_take(&style->look, element, attributes);
    docx_item_take(&style->item, element, attributes);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    StylesReading *reading = context;
    (void)err;
    if (reading->left_out > 0)
        reading->left_out--;
    else if (strcmp(element, "style") == 0)
        reading->in_style = false;
    return true;
}

static int
compare_styles(const void *left, const void *right)
{
    return text_compare(((const DocxStyle *)left)->id, ((const DocxStyle *)right)->id);
}

static const DocxStyle *
find_style(const DocxStyles *styles, Text id)
{
    DocxStyle key = {.id = id};
    if (count_of(styles) == 0 || id.len == 0)
        return NULL;
    return bsearch(&key, list_of(styles), count_of(styles), sizeof key, compare_styles);
}

DocxLook
docx_styles_look(const DocxStyles *styles, Text id)
{
    DocxLook look = {DOCX_UNSET};
    const DocxStyle *style = find_style(styles, id);
    for (int steps = 0; style != NULL && steps < BASES_MOST; steps++) {
        look.hidden = look.hidden != DOCX_UNSET ? look.hidden : style->look.hidden;
        look.underlined = look.underlined != DOCX_UNSET ? look.underlined : style->look.underlined;
        look.struck = look.struck != DOCX_UNSET ? look.struck : style->look.struck;
        look.script = look.script != RUN_UNSET ? look.script : style->look.script;
        look.rise = look.rise != RUN_UNSET ? look.rise : style->look.rise;
        look.white = look.white != DOCX_UNSET ? look.white : style->look.white;
        look.shaded = look.shaded != DOCX_UNSET ? look.shaded : style->look.shaded;
        look.tiny = look.tiny != DOCX_UNSET ? look.tiny : style->look.tiny;
        style = find_style(styles, style->base);
    }
    return look;
}

static void
inherit_item(DocxItem *item, const DocxStyle *style)
{
    if (!item->numbered && style->item.numbered) {
        item->number = style->item.number;
        item->numbered = true;
        item->style = style->id;
    }
    if (!item->levelled && style->item.levelled) {
        item->level = style->item.level;
        item->levelled = true;
    }
}

DocxItem
docx_styles_item(const DocxStyles *styles, Text id)
{
    DocxItem item = {.numbered = false};
    const DocxStyle *style = find_style(styles, id);
    for (int steps = 0; style != NULL && steps < BASES_MOST; steps++) {
        inherit_item(&item, style);
        style = find_style(styles, style->base);
    }
    return item;
}

bool
docx_styles_read(ZipFile *zip, Sink *sink, Text part, DocxStyles *styles, Err *err)
{
    static const XmlHandlers handlers = {docx_spaces, on_start, on_end, NULL};
    StylesReading reading = {.sink = sink, .styles = styles};
    if (!part_read(zip, sink, part, &handlers, &reading, err))
        return false;
    if (count_of(styles) > 0)
        qsort(list_of(styles), count_of(styles), sizeof(DocxStyle), compare_styles);
    styles->paragraph = docx_styles_look(styles, reading.paragraph);
    styles->item = docx_styles_item(styles, reading.paragraph);
    return true;
}

static bool
toggled(DocxSwitch own, DocxSwitch run_style, DocxSwitch paragraph_style)
{
    if (own != DOCX_UNSET)
        return own == DOCX_ON;
    return (run_style == DOCX_ON) != (paragraph_style == DOCX_ON);
}

bool
docx_look_hidden(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    return toggled(own.hidden, run_style.hidden, paragraph_style.hidden);
}

bool
docx_look_struck(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    return toggled(own.struck, run_style.struck, paragraph_style.struck);
}

/* The nearest that says so. */
static bool
is_on(DocxSwitch own, DocxSwitch run_style, DocxSwitch paragraph_style)
{
    DocxSwitch nearest = own != DOCX_UNSET ? own : run_style != DOCX_UNSET ? run_style : paragraph_style;
    return nearest == DOCX_ON;
}

bool
docx_look_underlined(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    return is_on(own.underlined, run_style.underlined, paragraph_style.underlined);
}

bool
docx_look_tiny(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    return is_on(own.tiny, run_style.tiny, paragraph_style.tiny);
}

RunScript
docx_look_script(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    if (own.script != RUN_UNSET)
        return own.script;
    return run_style.script != RUN_UNSET ? run_style.script : paragraph_style.script;
}

RunScript
docx_look_rise(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    if (own.rise != RUN_UNSET)
        return own.rise;
    return run_style.rise != RUN_UNSET ? run_style.rise : paragraph_style.rise;
}

bool
docx_look_unseen(DocxLook own, DocxLook run_style, DocxLook paragraph_style)
{
    bool white = is_on(own.white, run_style.white, paragraph_style.white);
    bool shaded = own.shaded == DOCX_ON || run_style.shaded == DOCX_ON || paragraph_style.shaded == DOCX_ON;
    return white && !shaded;
}
