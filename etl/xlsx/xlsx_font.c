#include "xlsx/xlsx_font.h"

#include <stdlib.h>
#include <string.h>

#include "package/xml.h"
#include "text/symbolfont.h"

bool
xlsx_font_tiny(double points)
{
    const double most = 3;
    return points > 0 && points <= most;
}

bool
xlsx_font_white(const char *const *attributes)
{
    const char *value = xml_attribute(attributes, "rgb");
    const char *theme = xml_attribute(attributes, "theme");
    const char *indexed = xml_attribute(attributes, "indexed");
    if (xml_attribute(attributes, "tint") != NULL)
        return false;
    if (value != NULL)
        return text_ends_with(text_of(value), TEXT("FFFFFF")) || text_ends_with(text_of(value), TEXT("ffffff"));
    return (theme != NULL && strcmp(theme, "0") == 0) ||
           (indexed != NULL && (strcmp(indexed, "1") == 0 || strcmp(indexed, "9") == 0));
}

/* An element that switches something on, unless its attribute val says otherwise. Source: ECMA-376 part 1, 18.18.94 CT_BooleanProperty. */
static bool
is_on(const char *value)
{
    return value == NULL || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0);
}

/* A font has its name in <name>, a run in <rFont>. */
void
xlsx_font_take(XlsxFont *font, const char *element, const char *const *attributes)
{
    const char *value = xml_attribute(attributes, "val");
    if (strcmp(element, "strike") == 0) {
        font->look.struck = is_on(value);
    } else if (strcmp(element, "vertAlign") == 0) {
        font->look.script = runs_script(text_of(value));
    } else if (strcmp(element, "color") == 0) {
        font->white = xlsx_font_white(attributes);
    } else if (strcmp(element, "sz") == 0) {
        font->tiny = value != NULL && xlsx_font_tiny(strtod(value, NULL));
    } else if (strcmp(element, "name") == 0 || strcmp(element, "rFont") == 0) {
        font->named = true;
        font->symbols = symbolfont_name(text_of(value));
    }
}
