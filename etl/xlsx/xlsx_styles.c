#include "xlsx/xlsx_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"

typedef struct StylesReading {
    Sink *sink;
    XlsxStyles *styles;
    bool in_cell_formats;
    bool in_fonts;
    bool in_fills;
    bool in_differences; /* the formats there are not cells', though they may have the same numbers */
} StylesReading;

void
xlsx_styles_open(XlsxStyles *styles, Arena *arena)
{
    *styles = (XlsxStyles){.arena = arena};
}

/* Twice the room for `count` elements of that size, with what there is; what it leaves stays in the arena. */
static void *
widen(const XlsxStyles *styles, const void *old, size_t count, size_t room, size_t size)
{
    void *wide = arena_array(styles->arena, room, size);
    if (count > 0)
        memcpy(wide, old, count * size);
    return wide;
}

static void
make_room(XlsxStyles *styles)
{
    enum { FIRST = 64 };
    if (styles->count == styles->room) {
        styles->room = styles->room > 0 ? 2 * styles->room : FIRST;
        styles->ids = widen(styles, styles->ids, styles->count, styles->room, sizeof *styles->ids);
        styles->shown = widen(styles, styles->shown, styles->count, styles->room, sizeof *styles->shown);
        styles->worn = widen(styles, styles->worn, styles->count, styles->room, sizeof *styles->worn);
        styles->painted = widen(styles, styles->painted, styles->count, styles->room, sizeof *styles->painted);
    }
    if (styles->font_count == styles->font_room) {
        styles->font_room = styles->font_room > 0 ? 2 * styles->font_room : FIRST;
        styles->fonts = widen(styles, styles->fonts, styles->font_count, styles->font_room, sizeof *styles->fonts);
    }
    if (styles->fill_count == styles->fill_room) {
        styles->fill_room = styles->fill_room > 0 ? 2 * styles->fill_room : FIRST;
        styles->coloured =
            widen(styles, styles->coloured, styles->fill_count, styles->fill_room, sizeof *styles->coloured);
    }
    if (styles->custom_count == styles->custom_room) {
        styles->custom_room = styles->custom_room > 0 ? 2 * styles->custom_room : FIRST;
        styles->customs =
            widen(styles, styles->customs, styles->custom_count, styles->custom_room, sizeof *styles->customs);
    }
}

static const XlsxSaid *
said_by(const XlsxStyles *styles, const XlsxSections *sections)
{
    XlsxSaid *said = arena_array(styles->arena, XLSX_SECTIONS, sizeof *said);
    bool any = false;
    for (int i = 0; i < sections->count; i++) {
        said[i] = xlsx_said_read(sections->list[i].code, styles->arena);
        any |= xlsx_said_matters(&said[i]);
    }
    return any ? said : NULL;
}

bool
xlsx_styles_define(XlsxStyles *styles, long id, Text code)
{
    XlsxSections sections;
    XlsxShown shown = {.sections = NULL};
    if (styles->custom_count == LIMIT_STYLES)
        return false;
    make_room(styles);
    xlsx_format_read(code, &sections);
    shown.said = said_by(styles, &sections);
    if (!xlsx_format_always(&sections, &shown.format) || shown.said != NULL) {
        XlsxSections *kept = arena_alloc(styles->arena, sizeof *kept);
        *kept = sections;
        shown.sections = kept;
    }
    styles->customs[styles->custom_count] = (XlsxCustomFormat){id, styles->custom_count, shown};
    styles->custom_count++;
    return true;
}

/* Of a format that is known by its number alone. */
static XlsxShown
shown_by(long id)
{
    static const XlsxSections any = {.count = 1};
    static const XlsxSaid money[XLSX_SECTIONS] = {{.yuan = true}};
    if (xlsx_said_is_money(id))
        return (XlsxShown){XLSX_PLAIN, &any, money};
    return (XlsxShown){.format = xlsx_format_builtin(id)};
}

bool
xlsx_styles_add(XlsxStyles *styles, long id)
{
    if (styles->count == LIMIT_STYLES)
        return false;
    make_room(styles);
    styles->ids[styles->count] = id;
    styles->worn[styles->count] = styles->painted[styles->count] = -1;
    styles->shown[styles->count++] = shown_by(id);
    return true;
}

bool
xlsx_styles_font(XlsxStyles *styles, XlsxFont font)
{
    if (styles->font_count == LIMIT_STYLES)
        return false;
    make_room(styles);
    styles->fonts[styles->font_count++] = font;
    return true;
}

bool
xlsx_styles_fill(XlsxStyles *styles, bool coloured)
{
    if (styles->fill_count == LIMIT_STYLES)
        return false;
    make_room(styles);
    styles->coloured[styles->fill_count++] = coloured;
    return true;
}

void
xlsx_styles_wear(XlsxStyles *styles, long font)
{
    styles->worn[styles->count - 1] = font;
}

void
xlsx_styles_paint(XlsxStyles *styles, long fill)
{
    styles->painted[styles->count - 1] = fill;
}

static int
compare_customs(const void *left, const void *right)
{
    const XlsxCustomFormat *a = left, *b = right;
    return a->id != b->id ? (a->id > b->id) - (a->id < b->id) : (a->order > b->order) - (a->order < b->order);
}

/* The last of that id among the sorted; NULL where there is none. */
static const XlsxCustomFormat *
find_custom(const XlsxStyles *styles, long id)
{
    size_t low = 0, high = styles->custom_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (styles->customs[middle].id <= id)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && styles->customs[low - 1].id == id ? &styles->customs[low - 1] : NULL;
}

void
xlsx_styles_settle(XlsxStyles *styles)
{
    if (styles->custom_count > 1)
        qsort(styles->customs, styles->custom_count, sizeof *styles->customs, compare_customs);
    for (size_t i = 0; i < styles->count; i++) {
        const XlsxCustomFormat *custom = find_custom(styles, styles->ids[i]);
        if (custom != NULL)
            styles->shown[i] = custom->shown;
    }
}

static long
number_of(const char *value)
{
    return value != NULL ? strtol(value, NULL, 10) : 0;
}

static bool
too_many(const StylesReading *reading, Err *err)
{
    Remark remark = {.place = sink_place(TEXT("")), .raw = TEXT("styles")};
    return sink_refuse(reading->sink, "package_too_large", remark, err);
}

static bool
add_cell_format(const StylesReading *reading, const char *const *attributes)
{
    if (!xlsx_styles_add(reading->styles, number_of(xml_attribute(attributes, "numFmtId"))))
        return false;
    xlsx_styles_wear(reading->styles, number_of(xml_attribute(attributes, "fontId")));
    xlsx_styles_paint(reading->styles, number_of(xml_attribute(attributes, "fillId")));
    return true;
}

static bool
take_fill(const StylesReading *reading, const char *element, const char *const *attributes, Err *err)
{
    XlsxStyles *styles = reading->styles;
    bool *coloured = styles->fill_count > 0 ? &styles->coloured[styles->fill_count - 1] : NULL;
    const char *pattern = xml_attribute(attributes, "patternType");
    if (strcmp(element, "fill") == 0)
        return xlsx_styles_fill(styles, false) || too_many(reading, err);
    if (coloured == NULL)
        return true;
    if (strcmp(element, "patternFill") == 0)
        *coloured = pattern != NULL && strcmp(pattern, "none") != 0;
    else if (strcmp(element, "gradientFill") == 0)
        *coloured = true;
    else if (strcmp(element, "fgColor") == 0)
        *coloured = *coloured && !xlsx_font_white(attributes);
    return true;
}

static bool
take_font(const StylesReading *reading, const char *element, const char *const *attributes, Err *err)
{
    XlsxStyles *styles = reading->styles;
    if (strcmp(element, "font") == 0)
        return xlsx_styles_font(styles, (XlsxFont){.white = false}) || too_many(reading, err);
    if (styles->font_count > 0)
        xlsx_font_take(&styles->fonts[styles->font_count - 1], element, attributes);
    return true;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    StylesReading *reading = context;
    if (strcmp(element, "numFmt") == 0 && !reading->in_differences)
        return xlsx_styles_define(reading->styles, number_of(xml_attribute(attributes, "numFmtId")),
                                  text_of(xml_attribute(attributes, "formatCode"))) ||
               too_many(reading, err);
    if (strcmp(element, "cellXfs") == 0)
        reading->in_cell_formats = true;
    else if (strcmp(element, "fonts") == 0)
        reading->in_fonts = true;
    else if (strcmp(element, "dxf") == 0)
        reading->in_differences = true;
    else if (reading->in_cell_formats && strcmp(element, "xf") == 0)
        return add_cell_format(reading, attributes) || too_many(reading, err);
    else if (strcmp(element, "fills") == 0)
        reading->in_fills = true;
    else if (reading->in_fonts)
        return take_font(reading, element, attributes, err);
    else if (reading->in_fills)
        return take_fill(reading, element, attributes, err);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    StylesReading *reading = context;
    (void)err;
    if (strcmp(element, "cellXfs") == 0)
        reading->in_cell_formats = false;
    else if (strcmp(element, "fonts") == 0)
        reading->in_fonts = false;
    else if (strcmp(element, "fills") == 0)
        reading->in_fills = false;
    else if (strcmp(element, "dxf") == 0)
        reading->in_differences = false;
    return true;
}

bool
xlsx_styles_read(ZipFile *zip, Sink *sink, Text part, XlsxStyles *styles, Err *err)
{
    static const XmlHandlers handlers = {.spaces = xlsx_spaces, .start = on_start, .end = on_end};
    StylesReading reading = {.sink = sink, .styles = styles};
    bool ok = part_read(zip, sink, part, &handlers, &reading, err);
    xlsx_styles_settle(styles);
    return ok;
}

bool
xlsx_styles_known(const XlsxStyles *styles, long style)
{
    return style >= 0 && ((size_t)style < styles->count || (style == 0 && styles->count == 0));
}

XlsxFont
xlsx_styles_font_at(const XlsxStyles *styles, long font)
{
    bool there = font >= 0 && (size_t)font < styles->font_count;
    return there ? styles->fonts[font] : (XlsxFont){.white = false};
}

XlsxFont
xlsx_styles_font_of(const XlsxStyles *styles, long style)
{
    return xlsx_styles_font_at(styles, style >= 0 && (size_t)style < styles->count ? styles->worn[style] : -1);
}

bool
xlsx_styles_coloured(const XlsxStyles *styles, long style)
{
    long fill = style >= 0 && (size_t)style < styles->count ? styles->painted[style] : -1;
    return fill >= 0 && (size_t)fill < styles->fill_count && styles->coloured[fill];
}

XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style, const XlsxNumber *number)
{
    if (style < 0 || (size_t)style >= styles->count)
        return XLSX_PLAIN;
    const XlsxShown *shown = &styles->shown[style];
    return shown->sections == NULL ? shown->format : xlsx_format_for(shown->sections, number);
}

const XlsxSaid *
xlsx_styles_said(const XlsxStyles *styles, long style, const XlsxNumber *number)
{
    if (style < 0 || (size_t)style >= styles->count || styles->shown[style].said == NULL)
        return NULL;
    const XlsxShown *shown = &styles->shown[style];
    return &shown->said[xlsx_format_section(shown->sections, number)];
}
