#include "ods/ods_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "ods/ods_name.h"

enum { GENERATIONS = 32 };

typedef struct OdsStyle {
    OdsFamily family;
    bool common;
    Text name;
    Text parent; /* a common one; empty where it has none */
    OdsLook look;
} OdsStyle;

/* Where in styles.xml the reading stands: its automatic styles are those of page headers. */
typedef struct StylesReading {
    Sink *sink;
    OdsStyles *styles;
    bool in_common;
    bool in_style;
} StylesReading;

void
ods_styles_open(OdsStyles *styles, Arena *arena)
{
    *styles = (OdsStyles){.arena = arena, .list = buf_new(LIMIT_STYLES * sizeof(OdsStyle))};
}

void
ods_styles_close(OdsStyles *styles)
{
    buf_free(&styles->list);
}

static OdsStyle *
list_of(const OdsStyles *styles)
{
    return (OdsStyle *)(void *)styles->list.ptr;
}

static size_t
count_of(const OdsStyles *styles)
{
    return styles->list.len / sizeof(OdsStyle);
}

static OdsFamily
family_of(const char *const *attributes)
{
    static const char *const names[] = {"table-cell", "paragraph", "text"};
    int family = ODS_OF_CELLS;
    while (family < ODS_OF_OTHERS && !ods_name_is(attributes, ODS_STYLE("family"), names[family]))
        family++;
    return (OdsFamily)family;
}

bool
ods_styles_add(OdsStyles *styles, const char *const *attributes, bool common)
{
    OdsStyle style = {.family = family_of(attributes), .common = common};
    styles->open = style.family != ODS_OF_OTHERS;
    if (!styles->open)
        return true;
    style.name = arena_text(styles->arena, text_of(xml_attribute(attributes, ODS_STYLE("name"))));
    style.parent = arena_text(styles->arena, text_of(xml_attribute(attributes, ODS_STYLE("parent-style-name"))));
    return buf_append(&styles->list, &style, sizeof style);
}

static OdsLine
read_line(const char *const *attributes)
{
    const char *line = xml_attribute(attributes, ODS_STYLE("text-line-through-style"));
    const char *type = xml_attribute(attributes, ODS_STYLE("text-line-through-type"));
    if (line == NULL && type == NULL)
        return ODS_UNSAID;
    bool none = (line != NULL && strcmp(line, "none") == 0) || (type != NULL && strcmp(type, "none") == 0);
    return none ? ODS_NO_LINE : ODS_LINE;
}

/* How far above the line, in words or in parts of the font's height: "super 58%", "-33% 58%", "0% 100%". */
static RunScript
read_position(const char *position)
{
    if (position == NULL)
        return RUN_UNSET;
    if (strncmp(position, "super", 5) == 0)
        return RUN_RAISED;
    if (strncmp(position, "sub", 3) == 0)
        return RUN_LOWERED;
    double height = strtod(position, NULL);
    return height > 0 ? RUN_RAISED : height < 0 ? RUN_LOWERED : RUN_BASELINE;
}

/* Behind no ground there is white paper. */
static OdsColour
read_colour(const char *colour)
{
    if (colour == NULL)
        return ODS_NO_COLOUR;
    return strcasecmp(colour, "#ffffff") == 0 || strcmp(colour, "transparent") == 0 ? ODS_WHITE : ODS_COLOURED;
}

void
ods_styles_properties(OdsStyles *styles, const char *const *attributes)
{
    if (!styles->open)
        return;
    OdsLook *look = &list_of(styles)[count_of(styles) - 1].look;
    look->line = read_line(attributes);
    look->script = read_position(xml_attribute(attributes, ODS_STYLE("text-position")));
    look->colour = read_colour(xml_attribute(attributes, ODS_FO("color")));
    bool any = look->line == ODS_LINE || look->script > RUN_BASELINE || look->colour == ODS_WHITE;
    styles->any = styles->any || any;
}

void
ods_styles_cell_properties(OdsStyles *styles, const char *const *attributes)
{
    if (styles->open)
        list_of(styles)[count_of(styles) - 1].look.ground =
            read_colour(xml_attribute(attributes, ODS_FO("background-color")));
}

static int
compare(const void *left, const void *right)
{
    const OdsStyle *a = left, *b = right;
    if (a->family != b->family)
        return a->family < b->family ? -1 : 1;
    return a->common != b->common ? a->common - b->common : text_compare(a->name, b->name);
}

static const OdsStyle *
find(const OdsStyles *styles, OdsFamily family, bool common, Text name)
{
    OdsStyle key = {.family = family, .common = common, .name = name};
    return count_of(styles) == 0 ? NULL : bsearch(&key, list_of(styles), count_of(styles), sizeof key, compare);
}

static OdsLook
look_of(const OdsStyles *styles, const OdsStyle *style)
{
    OdsLook look = {.line = ODS_UNSAID};
    for (int i = 0; i < GENERATIONS && style != NULL; i++) {
        look.line = look.line != ODS_UNSAID ? look.line : style->look.line;
        look.script = look.script != RUN_UNSET ? look.script : style->look.script;
        look.colour = look.colour != ODS_NO_COLOUR ? look.colour : style->look.colour;
        look.ground = look.ground != ODS_NO_COLOUR ? look.ground : style->look.ground;
        style = style->parent.len > 0 ? find(styles, style->family, true, style->parent) : NULL;
    }
    return look;
}

void
ods_styles_settle(OdsStyles *styles)
{
    styles->open = false;
    if (!styles->any)
        return;
    qsort(list_of(styles), count_of(styles), sizeof(OdsStyle), compare);
    for (size_t i = 0; i < count_of(styles); i++)
        list_of(styles)[i].look = look_of(styles, &list_of(styles)[i]);
}

OdsLook
ods_styles_look(const OdsStyles *styles, OdsFamily family, const char *name)
{
    const OdsLook unsaid = {.line = ODS_UNSAID};
    if (!styles->any || name == NULL)
        return unsaid;
    const OdsStyle *style = find(styles, family, false, text_of(name));
    if (style == NULL)
        style = find(styles, family, true, text_of(name));
    return style != NULL ? style->look : unsaid;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    StylesReading *reading = context;
    if (strcmp(element, "styles") == 0) {
        reading->in_common = true;
    } else if (reading->in_common && strcmp(element, "style") == 0) {
        reading->in_style = true;
        Remark remark = {.place = sink_place(TEXT("")), .raw = TEXT("style:style")};
        return ods_styles_add(reading->styles, attributes, true) ||
               sink_refuse(reading->sink, "package_too_large", remark, err);
    } else if (reading->in_style && strcmp(element, "text-properties") == 0) {
        ods_styles_properties(reading->styles, attributes);
    } else if (reading->in_style && strcmp(element, "table-cell-properties") == 0) {
        ods_styles_cell_properties(reading->styles, attributes);
    }
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    StylesReading *reading = context;
    (void)err;
    if (strcmp(element, "styles") == 0)
        reading->in_common = false;
    else if (strcmp(element, "style") == 0)
        reading->in_style = false;
    return true;
}

bool
ods_styles_read(ZipFile *zip, Sink *sink, OdsStyles *styles, Err *err)
{
    static const XmlHandlers handlers = {ods_spaces, on_start, on_end, NULL};
    StylesReading reading = {.sink = sink, .styles = styles};
    const Text part = TEXT("styles.xml");
    return !zipfile_has(zip, part) || part_read(zip, sink, part, &handlers, &reading, err);
}
