#include <stdlib.h>
#include <string.h>

#include "text/character.h"
#include "text/fold.h"
#include "xlsx/xlsx_vml.h"

enum { TEXT_MOST = 4096, CORNERS = 8 };

/* One shape at a time. */
typedef struct VmlReading {
    XlsxOver *over;
    bool in_shape, in_caption, in_value;
    long shape;
    Text kind;     /* of the object that it is, "Checkbox"; ptr NULL: of none */
    bool embedded; /* a program's own control */
    XlsxTick tick;
    Text link;
    Buf caption, value;
    XlsxCorner from, to;
    bool placed;
} VmlReading;

/* "_x0000_s1025". */
static long
shape_number(const char *name)
{
    const char *mark = name != NULL ? strrchr(name, 's') : NULL;
    return mark != NULL ? strtol(mark + 1, NULL, 10) : 0;
}

static void
begin_shape(VmlReading *reading, const char *const *attributes)
{
    const char *own = xml_attribute(attributes, "urn:schemas-microsoft-com:office:office|spid");
    reading->in_shape = true;
    reading->in_caption = reading->in_value = reading->embedded = reading->placed = false;
    reading->shape = shape_number(own != NULL ? own : xml_attribute(attributes, "id"));
    reading->kind = TEXT_NONE;
    reading->link = TEXT("");
    reading->tick = XLSX_TICK_OFF;
    buf_clear(&reading->caption);
}

/* LibreOffice also counts pixels back from the next cell. */
static bool
read_number(Text written, long *number)
{
    bool back = text_starts_with(written, TEXT("-"));
    uint64_t count;
    if (!text_read_count(text_sub(written, back ? 1 : 0, written.len), &count) || count >= LIMIT_ROWS)
        return false;
    *number = back ? -(long)count : (long)count;
    return true;
}

/* Eight numbers: of the left and the top side, then of the right and the bottom, a cell's and the pixels into it. */
static bool
read_anchor(Text written, XlsxCorner *from, XlsxCorner *to)
{
    long numbers[CORNERS];
    size_t at = 0;
    for (int i = 0; i < CORNERS; i++) {
        size_t comma = text_find(written, TEXT(","), at), end = comma < written.len ? comma : written.len;
        if (!read_number(text_trim(text_sub(written, at, end - at)), &numbers[i]))
            return false;
        at = end < written.len ? end + 1 : end;
    }
    *from = (XlsxCorner){numbers[0], numbers[1], numbers[2], numbers[3]};
    *to = (XlsxCorner){numbers[4], numbers[5], numbers[6], numbers[7]};
    return from->column >= 0 && from->column < LIMIT_COLUMNS && from->row >= 0;
}

static XlsxTick
tick_of(Text written)
{
    if (written.len == 0 || text_equal(written, TEXT("0")))
        return XLSX_TICK_OFF;
    return text_equal(written, TEXT("1")) ? XLSX_TICK_ON : XLSX_TICK_UNCLEAR;
}

/* "D5" for "$D$5" or "表!$D$5". */
static Text
without_dollars(Text link, Arena *arena)
{
    char *plain = arena_string(arena, link);
    size_t len = 0;
    for (size_t i = 0; i < link.len; i++) {
        if (link.ptr[i] == '!')
            len = 0;
        else if (link.ptr[i] != '$')
            plain[len++] = link.ptr[i];
    }
    return (Text){plain, len};
}

static void
take_value(VmlReading *reading, const char *element)
{
    Text value = reading->value.len > 0 ? text_trim(buf_view(&reading->value)) : TEXT("");
    if (strcmp(element, "Anchor") == 0)
        reading->placed = read_anchor(value, &reading->from, &reading->to);
    else if (strcmp(element, "Checked") == 0)
        reading->tick = tick_of(value);
    else if (strcmp(element, "FmlaLink") == 0)
        reading->link = without_dollars(value, reading->over->arena);
    else
        reading->embedded = true;
}

/* A name that the program gave it, and nobody changed: "复选框 3". */
static bool
is_given(Text caption)
{
    static const char *const given[] = {"复选框", "选项按钮", "Check Box", "Option Button"};
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++) {
        Text name = text_of(given[i]);
        uint64_t number;
        if (text_starts_with(caption, name) &&
            text_read_count(text_trim(text_sub(caption, name.len, caption.len)), &number))
            return true;
    }
    return false;
}

static bool
is_one_of(Text kind, const char *const *kinds)
{
    for (; *kinds != NULL; kinds++)
        if (text_equal(kind, text_of(*kinds)))
            return true;
    return false;
}

static void
add_control(VmlReading *reading, Text caption, bool boxed)
{
    XlsxControl *control = xlsx_control_add(reading->over);
    if (control == NULL)
        return;
    bool whole = !reading->caption.lacks;
    *control = (XlsxControl){.shape = reading->shape,
                             .boxed = boxed && reading->placed,
                             .kind = reading->kind.len > 0 ? reading->kind : TEXT(""),
                             .tick = whole ? reading->tick : XLSX_TICK_UNCLEAR,
                             .caption = is_given(caption) ? TEXT("") : caption,
                             .link = reading->link,
                             .from = {.column = -1, .row = -1}};
    if (reading->placed) {
        control->from = reading->from;
        control->to = reading->to;
    }
}

static void
end_shape(VmlReading *reading)
{
    static const char *const boxes[] = {"Checkbox", "Radio", NULL}, *const others[] = {"Drop", "List", "Edit", NULL};
    static const char *const silent[] = {"Note", "GBox", "Button", "Scroll", "Spin", "Pict", NULL};
    XlsxOver *over = reading->over;
    Text caption = reading->caption.len > 0 ? fold_clean(buf_view(&reading->caption), over->arena) : TEXT("");
    bool boxed = is_one_of(reading->kind, boxes);
    reading->in_shape = false;
    if (boxed || reading->embedded || is_one_of(reading->kind, others))
        add_control(reading, caption, boxed && !reading->embedded);
    else if (caption.len > 0 && !is_one_of(reading->kind, silent))
        xlsx_control_meet(over, &over->boxes, reading->placed ? (uint64_t)reading->from.row + 1 : 0,
                          reading->placed ? (int)reading->from.column : -1, caption);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    VmlReading *reading = context;
    static const char *const values[] = {"Anchor", "Checked", "FmlaLink", "MapOCX", NULL};
    (void)err;
    if (strcmp(element, "shape") == 0) {
        begin_shape(reading, attributes);
    } else if (strcmp(element, "textbox") == 0) {
        reading->in_caption = true;
    } else if (strcmp(element, "ClientData") == 0) {
        Text kind = text_of(xml_attribute(attributes, "ObjectType"));
        reading->kind = kind.ptr != NULL ? arena_text(reading->over->arena, kind) : TEXT("");
    } else if (is_one_of(text_of(element), values)) {
        reading->in_value = true;
        buf_clear(&reading->value);
    }
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    VmlReading *reading = context;
    (void)err;
    if (strcmp(element, "shape") == 0 && reading->in_shape)
        end_shape(reading);
    else if (strcmp(element, "textbox") == 0)
        reading->in_caption = false;
    else if (reading->in_value && strcmp(element, "?") != 0)
        take_value(reading, element);
    reading->in_value = reading->in_value && strcmp(element, "?") == 0;
    return true;
}

static bool
on_text(void *context, Text piece, Err *err)
{
    VmlReading *reading = context;
    (void)err;
    if (reading->in_value)
        buf_text(&reading->value, piece);
    else if (reading->in_caption)
        buf_text(&reading->caption, piece);
    return true;
}

bool
xlsx_vml_read(XlsxOver *over, const XlsxBook *book, Text part, bool *good, Err *err)
{
    static const char *const spaces[] = {"urn:schemas-microsoft-com:vml|", "urn:schemas-microsoft-com:office:excel|",
                                         NULL};
    static const XmlHandlers handlers = {.spaces = spaces, .start = on_start, .end = on_end, .text = on_text};
    VmlReading reading = {.over = over, .caption = buf_new(TEXT_MOST), .value = buf_new(TEXT_MOST)};
    bool ok = part_glance(book->zip, book->sink, part, &handlers, &reading, good, err);
    buf_free(&reading.caption);
    buf_free(&reading.value);
    return ok;
}
