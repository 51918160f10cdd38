#include "xlsx/xlsx_state.h"

#include <string.h>

/* What a control's own part says of it. Source: [MS-XLSX] 2.6.84 CT_FormControlPr. */
typedef struct Properties {
    XlsxTick tick;
    char kind;   /* the letter that its type begins with; 0: it has no such part */
    bool silent; /* nobody fills it in */
} Properties;

static bool
is_silent(const char *type)
{
    static const char *const types[] = {"Button", "GBox", "Label", "Scroll", "Spin", "Dialog"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(type, types[i]) == 0)
            return true;
    return false;
}

static bool
properties_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    Properties *properties = context;
    const char *checked = xml_attribute(attributes, "checked"), *type = xml_attribute(attributes, "objectType");
    (void)err;
    if (strcmp(element, "formControlPr") != 0)
        return true;
    properties->kind = type != NULL ? type[0] : '?';
    properties->silent = type != NULL && is_silent(type);
    if (checked != NULL && strcmp(checked, "Unchecked") != 0)
        properties->tick = strcmp(checked, "Checked") == 0 ? XLSX_TICK_ON : XLSX_TICK_UNCLEAR;
    return true;
}

/* Some programs write the state here alone; where it is ticked only in the drawing, nobody knows which was written last. */
static XlsxTick
both(XlsxTick own, XlsxTick drawn)
{
    return own == drawn || (own == XLSX_TICK_ON && drawn == XLSX_TICK_OFF) ? own : XLSX_TICK_UNCLEAR;
}

typedef struct Settling {
    XlsxOver *over;
    const XlsxBook *book;
    const XlsxRelations *relations;
} Settling;

static bool
read_properties(const Settling *settling, Text id, Properties *properties, Err *err)
{
    static const char *const spaces[] = {"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main|", NULL};
    static const XmlHandlers handlers = {.spaces = spaces, .start = properties_start};
    const XlsxRelation *relation = xlsx_relations_by_id(settling->relations, id);
    bool good = relation != NULL;
    *properties = (Properties){.kind = 0};
    if (good &&
        !part_glance(settling->book->zip, settling->book->sink, relation->target, &handlers, properties, &good, err))
        return false;
    if (!good)
        properties->kind = 0;
    return true;
}

/* A box and the state that its part says; without one nobody knows. */
static void
take_state(XlsxControl *control, const Properties *properties)
{
    bool fits = control->kind.len > 0 && properties->kind == control->kind.ptr[0];
    control->tick = fits ? both(properties->tick, control->tick) : XLSX_TICK_UNCLEAR;
}

static bool
settle_named(const Settling *settling, Err *err)
{
    for (size_t i = 0; i < settling->over->count; i++) {
        XlsxControl *control = &settling->over->controls[i];
        Properties properties;
        if (control->relation.len == 0)
            continue;
        if (!read_properties(settling, control->relation, &properties, err))
            return false;
        take_state(control, &properties);
    }
    return true;
}

static size_t
count_unnamed(const XlsxOver *over)
{
    size_t count = 0;
    for (size_t i = 0; i < over->count; i++)
        count += over->controls[i].relation.len == 0;
    return count;
}

static void
give_up_unnamed(XlsxOver *over)
{
    for (size_t i = 0; i < over->count; i++)
        if (over->controls[i].relation.len == 0)
            over->controls[i].tick = XLSX_TICK_UNCLEAR;
}

/* A control that has no shape of its number. */
typedef struct Nameless {
    Properties properties;
    Text name;
} Nameless;

/* Those that somebody may have filled in. */
static bool
read_lost(const Settling *settling, const Buf *lost, Nameless *out, size_t *count, Err *err)
{
    const XlsxLost *list = (const XlsxLost *)(const void *)lost->ptr;
    *count = 0;
    for (size_t i = 0; i < lost->len / sizeof *list; i++) {
        if (!read_properties(settling, list[i].relation, &out[*count].properties, err))
            return false;
        out[*count].name = list[i].name;
        *count += !out[*count].properties.silent;
    }
    return true;
}

/*
 * LibreOffice numbers the shapes and the controls differently. They are a match in their order where as many are left of each, and each bears the other's
 * name, or all say the same.
 */
static void
match_in_order(XlsxOver *over, const Nameless *lost)
{
    bool names = true, same = true;
    for (size_t i = 0, next = 0; i < over->count; i++) {
        XlsxControl *control = &over->controls[i];
        if (control->relation.len > 0)
            continue;
        take_state(control, &lost[next].properties);
        names = names && text_equal(control->caption, lost[next].name);
        same = same && lost[next].properties.tick == lost[0].properties.tick;
        next++;
    }
    if (!names && !same)
        give_up_unnamed(over);
}

bool
xlsx_state_settle(XlsxOver *over, const XlsxBook *book, const XlsxRelations *relations, const Buf *lost, Err *err)
{
    Settling settling = {over, book, relations};
    Nameless *nameless = arena_array(over->arena, lost->len / sizeof(XlsxLost) + 1, sizeof *nameless);
    size_t count;
    if (!settle_named(&settling, err) || !read_lost(&settling, lost, nameless, &count, err))
        return false;
    if (count > 0 && count == count_unnamed(over)) {
        match_in_order(over, nameless);
    } else if (count > 0) {
        give_up_unnamed(over);
        xlsx_control_meet(over, &over->unread, 0, -1, TEXT(""));
    }
    return true;
}
