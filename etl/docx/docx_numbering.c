#include "docx/docx_numbering.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "docx/docx_name.h"

typedef struct NumberingReading {
    Sink *sink;
    DocxNumbering *numbering;
    DocxList *list;     /* that is open */
    DocxNumber *number; /* that is open */
    DocxLevel *level;   /* that is open */
    uint64_t place;     /* of the level that is open, or overridden */
} NumberingReading;

void
docx_numbering_open(DocxNumbering *numbering)
{
    *numbering = (DocxNumbering){.lists = buf_new(LIMIT_DOCX_LISTS * sizeof(DocxList)),
                                 .numbers = buf_new(LIMIT_DOCX_LISTS * sizeof(DocxNumber))};
}

void
docx_numbering_close(DocxNumbering *numbering)
{
    buf_free(&numbering->lists);
    buf_free(&numbering->numbers);
}

static bool
too_large(NumberingReading *reading, const char *element, Err *err)
{
    return sink_refuse(reading->sink, "package_too_large",
                       (Remark){.place = sink_place(TEXT("")), .raw = text_of(element)}, err);
}

/* A number of an element, 0 where it is none that can be: that of no list. */
static uint64_t
number_of(const char *value)
{
    uint64_t number;
    return value != NULL && text_read_count(text_of(value), &number) ? number : 0;
}

static uint64_t
value_of(const char *const *attributes)
{
    return number_of(docx_name_attribute(attributes, "val"));
}

static Text
text_value(NumberingReading *reading, const char *const *attributes)
{
    return arena_text(reading->sink->run, text_of(docx_name_attribute(attributes, "val")));
}

static bool
begin_list(NumberingReading *reading, const char *const *attributes, Err *err)
{
    Buf *lists = &reading->numbering->lists;
    DocxList list = {.id = number_of(docx_name_attribute(attributes, "abstractNumId"))};
    if (!buf_append(lists, &list, sizeof list))
        return too_large(reading, "w:abstractNum", err);
    reading->list = (DocxList *)(void *)(lists->ptr + lists->len - sizeof list);
    reading->number = NULL;
    return true;
}

static bool
begin_number(NumberingReading *reading, const char *const *attributes, Err *err)
{
    Buf *numbers = &reading->numbering->numbers;
    DocxNumber number = {.id = number_of(docx_name_attribute(attributes, "numId"))};
    if (!buf_append(numbers, &number, sizeof number))
        return too_large(reading, "w:num", err);
    reading->number = (DocxNumber *)(void *)(numbers->ptr + numbers->len - sizeof number);
    reading->list = NULL;
    return true;
}

/* Whether the element names a level that there is. */
static bool
take_place(NumberingReading *reading, const char *const *attributes)
{
    const char *place = docx_name_attribute(attributes, "ilvl");
    return place != NULL && text_read_count(text_of(place), &reading->place) && reading->place < DOCX_LEVELS;
}

static DocxOverrides *
overrides_of(NumberingReading *reading)
{
    if (reading->number->overrides == NULL)
        reading->number->overrides = arena_alloc(reading->sink->run, sizeof *reading->number->overrides);
    return reading->number->overrides;
}

static void
begin_level(NumberingReading *reading, const char *const *attributes)
{
    reading->level = NULL;
    if (!take_place(reading, attributes))
        return;
    if (reading->number != NULL) {
        overrides_of(reading)->replaced |= 1U << reading->place;
        reading->level = &overrides_of(reading)->levels[reading->place];
    } else if (reading->list != NULL) {
        reading->level = &reading->list->levels[reading->place];
    }
    if (reading->level != NULL)
        *reading->level = (DocxLevel){.format = TEXT("decimal"), .text = TEXT("")};
}

static void
override_start(NumberingReading *reading, const char *const *attributes)
{
    if (reading->number == NULL || reading->place >= DOCX_LEVELS)
        return;
    overrides_of(reading)->started |= 1U << reading->place;
    overrides_of(reading)->starts[reading->place] = value_of(attributes);
}

static bool
take_text(NumberingReading *reading, const char *const *attributes, Err *err)
{
    if (text_of(docx_name_attribute(attributes, "val")).len > LIMIT_DOCX_LABEL)
        return too_large(reading, "w:lvlText", err);
    reading->level->text = text_value(reading, attributes);
    return true;
}

static bool
take_property(NumberingReading *reading, const char *element, const char *const *attributes, Err *err)
{
    DocxLevel *level = reading->level;
    if (strcmp(element, "lvlText") == 0)
        return take_text(reading, attributes, err);
    if (strcmp(element, "start") == 0)
        level->start = value_of(attributes);
    else if (strcmp(element, "numFmt") == 0)
        level->format = text_value(reading, attributes);
    else if (strcmp(element, "pStyle") == 0)
        level->style = text_value(reading, attributes);
    else if (strcmp(element, "isLgl") == 0)
        level->legal = docx_name_on(attributes);
    else if (strcmp(element, "suff") == 0)
        level->adjoins = text_equal(text_of(docx_name_attribute(attributes, "val")), TEXT("nothing"));
    else if (strcmp(element, "vanish") == 0)
        level->hidden = docx_name_on(attributes);
    else if (strcmp(element, "lvlRestart") == 0) {
        level->restarts = true;
        level->restart = value_of(attributes);
    }
    return true;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    NumberingReading *reading = context;
    if (strcmp(element, "abstractNum") == 0)
        return begin_list(reading, attributes, err);
    if (strcmp(element, "num") == 0)
        return begin_number(reading, attributes, err);
    if (strcmp(element, "lvl") == 0)
        begin_level(reading, attributes);
    else if (reading->level != NULL)
        return take_property(reading, element, attributes, err);
    else if (strcmp(element, "numStyleLink") == 0 && reading->list != NULL)
        reading->list->link = text_value(reading, attributes);
    else if (strcmp(element, "abstractNumId") == 0 && reading->number != NULL)
        reading->number->list = value_of(attributes);
    else if (strcmp(element, "lvlOverride") == 0)
        reading->place = take_place(reading, attributes) ? reading->place : DOCX_LEVELS;
    else if (strcmp(element, "startOverride") == 0)
        override_start(reading, attributes);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    NumberingReading *reading = context;
    (void)err;
    if (strcmp(element, "lvl") == 0)
        reading->level = NULL;
    return true;
}

static int
compare_lists(const void *left, const void *right)
{
    const DocxList *one = left, *other = right;
    return (one->id > other->id) - (one->id < other->id);
}

static int
compare_numbers(const void *left, const void *right)
{
    const DocxNumber *one = left, *other = right;
    return (one->id > other->id) - (one->id < other->id);
}

bool
docx_numbering_read(ZipFile *zip, Sink *sink, Text part, DocxNumbering *numbering, Err *err)
{
    static const XmlHandlers handlers = {docx_spaces, on_start, on_end, NULL};
    NumberingReading reading = {.sink = sink, .numbering = numbering, .place = DOCX_LEVELS};
    if (!part_read(zip, sink, part, &handlers, &reading, err))
        return false;
    if (numbering->lists.len > 0)
        qsort(numbering->lists.ptr, numbering->lists.len / sizeof(DocxList), sizeof(DocxList), compare_lists);
    if (numbering->numbers.len > 0)
        qsort(numbering->numbers.ptr, numbering->numbers.len / sizeof(DocxNumber), sizeof(DocxNumber), compare_numbers);
    return true;
}

DocxList *
docx_numbering_list(const DocxNumbering *numbering, uint64_t id)
{
    DocxList key = {.id = id};
    size_t count = numbering->lists.len / sizeof key;
    return count > 0 ? bsearch(&key, numbering->lists.ptr, count, sizeof key, compare_lists) : NULL;
}

DocxNumber *
docx_numbering_number(const DocxNumbering *numbering, uint64_t id)
{
    DocxNumber key = {.id = id};
    size_t count = numbering->numbers.len / sizeof key;
    return count > 0 ? bsearch(&key, numbering->numbers.ptr, count, sizeof key, compare_numbers) : NULL;
}
