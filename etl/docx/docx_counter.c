#include "docx/docx_counter.h"

#include "base/limits.h"
#include "text/ordinal.h"

/* Styles and lists may name each other in a circle. */
enum { LINKS_MOST = 8, NUMBER_LONGEST = 32 };

/* Where a paragraph stands: of which list, on which level. */
typedef struct Standing {
    DocxList *list;
    DocxNumber *number;
    size_t level;
} Standing;

void
docx_counter_open(DocxCounter *counter, const DocxStyles *styles)
{
    *counter = (DocxCounter){.styles = styles, .label = buf_new(LIMIT_DOCX_LABEL * NUMBER_LONGEST)};
    docx_numbering_open(&counter->numbering);
}

void
docx_counter_close(DocxCounter *counter)
{
    docx_numbering_close(&counter->numbering);
    buf_free(&counter->label);
}

static const DocxLevel *
level_at(const Standing *standing, size_t level)
{
    const DocxOverrides *overrides = standing->number->overrides;
    bool replaced = overrides != NULL && (overrides->replaced >> level & 1) != 0;
    return replaced ? &overrides->levels[level] : &standing->list->levels[level];
}

static uint64_t
start_of(const Standing *standing, size_t level)
{
    const DocxOverrides *overrides = standing->number->overrides;
    bool started = overrides != NULL && (overrides->started >> level & 1) != 0;
    return started ? overrides->starts[level] : level_at(standing, level)->start;
}

/* The list of a number, or the one that a style has instead of it. */
static bool
find_list(const DocxCounter *counter, uint64_t id, Standing *standing)
{
    standing->number = docx_numbering_number(&counter->numbering, id);
    for (int links = 0; standing->number != NULL && links < LINKS_MOST; links++) {
        standing->list = docx_numbering_list(&counter->numbering, standing->number->list);
        if (standing->list == NULL || standing->list->link.len == 0)
            return standing->list != NULL;
        DocxItem item = docx_styles_item(counter->styles, standing->list->link);
        standing->number = item.numbered ? docx_numbering_number(&counter->numbering, item.number) : NULL;
    }
    return false;
}

/* As is said, or else the level that is the style's own. */
static size_t
find_level(const Standing *standing, const DocxItem *item)
{
    if (item->levelled)
        return item->level < DOCX_LEVELS ? (size_t)item->level : DOCX_LEVELS;
    for (size_t level = 0; item->style.len > 0 && level < DOCX_LEVELS; level++)
        if (text_equal(level_at(standing, level)->style, item->style))
            return level;
    return 0;
}

static void
begin_number(const Standing *standing)
{
    if (!standing->number->begun && standing->number->overrides != NULL)
        standing->list->counted &= ~standing->number->overrides->started;
    standing->number->begun = true;
}

static bool
begins_anew(const DocxLevel *level, size_t behind)
{
    return !level->restarts || behind < level->restart;
}

static void
count(const Standing *standing)
{
    DocxList *list = standing->list;
    begin_number(standing);
    for (size_t level = 0; level <= standing->level; level++) {
        bool counted = (list->counted >> level & 1) != 0;
        if (!counted)
            list->counts[level] = start_of(standing, level);
        else if (level == standing->level && list->counts[level] < UINT64_MAX)
            list->counts[level]++;
        list->counted |= 1U << level;
    }
    for (size_t level = standing->level + 1; level < DOCX_LEVELS; level++)
        if (begins_anew(level_at(standing, level), standing->level))
            list->counted &= ~(1U << level);
}

/* The number of the level that stands behind a % sign, as far as it is one above. */
static bool
write_number(const Standing *standing, char digit, Buf *out)
{
    size_t level = (size_t)(digit - '1');
    bool legal = level_at(standing, standing->level)->legal;
    return level > standing->level || ordinal_write(legal ? TEXT("decimal") : level_at(standing, level)->format,
                                                    standing->list->counts[level], out);
}

static bool
write_label(const Standing *standing, Buf *out)
{
    Text text = level_at(standing, standing->level)->text;
    bool fits = true;
    for (size_t at = 0; at < text.len && fits; at++) {
        bool number = text.ptr[at] == '%' && at + 1 < text.len && text.ptr[at + 1] >= '1' && text.ptr[at + 1] <= '9';
        fits = number ? write_number(standing, text.ptr[at + 1], out) : buf_char(out, text.ptr[at]);
        at += number;
    }
    return fits;
}

DocxLabel
docx_counter_next(DocxCounter *counter, const DocxItem *item)
{
    Standing standing = {.level = 0};
    buf_clear(&counter->label);
    if (!item->numbered || item->number == 0 || !find_list(counter, item->number, &standing))
        return (DocxLabel){.text = TEXT("")};
    standing.level = find_level(&standing, item);
    if (standing.level == DOCX_LEVELS)
        return (DocxLabel){.text = TEXT("")};
    count(&standing);
    const DocxLevel *level = level_at(&standing, standing.level);
    bool shown =
        !level->hidden && !text_equal(level->format, TEXT("bullet")) && write_label(&standing, &counter->label);
    return (DocxLabel){shown ? text_trim(buf_view(&counter->label)) : TEXT(""), level->adjoins};
}
