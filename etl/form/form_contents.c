#include "form/form_contents.h"

enum { PAGE_DIGITS = 4, DOTS_LEAST = 6 /* bytes */, LINES_LEAST = 5 };

/* A line of contents. */
typedef struct Line {
    const FormTitle *title; /* NULL: 附件1……40 */
    unsigned page;          /* 0: it is no such line */
} Line;

/* Where the page begins that the text ends with; its count where there is none. */
static size_t
page_at(const FormText *text, unsigned *page)
{
    size_t at = text->count;
    *page = 0;
    while (at > 0 && text->count - at < PAGE_DIGITS && form_text_is_digit(text, at - 1))
        at--;
    for (size_t i = at; i < text->count; i++)
        *page = *page * 10 + (unsigned)(*form_text_character(text, i).ptr - '0');
    return at > 0 && form_text_is_digit(text, at - 1) ? text->count : at;
}

/* Where the dots begin that lead to a position. */
static size_t
dots_before(const FormText *text, size_t at)
{
    static const char *const dots[] = {"...", ".", "·", "-", "_", NULL};
    while (at > 0 && form_text_match_any(text, at - 1, dots) > 0)
        at--;
    return at;
}

/* Behind a heading's star, its note and its colon. */
static size_t
skip_ending(const FormText *text, size_t at)
{
    static const char *const signs[] = {"*", ":", NULL};
    for (size_t end = at; end > 0;) {
        at = end;
        end = form_text_match_any(text, at, signs);
        end = end > 0 ? end : form_text_bracket_end(text, at, text->count);
    }
    return at;
}

static Line
line_of(const FormLabels *labels, const FormText *text)
{
    Line line = {.title = NULL};
    size_t title_end = 0;
    unsigned page;
    size_t at = page_at(text, &page);
    size_t dots = dots_before(text, at);
    line.title = form_labels_title_begins(labels, text, &title_end);
    bool gap = at < text->count && (dots < at || text->glyphs[at].after_gap);
    bool heads = line.title != NULL && skip_ending(text, title_end) == dots;
    line.page = gap && (heads || text->glyphs[at].folded - text->glyphs[dots].folded >= DOTS_LEAST) ? page : 0;
    line.title = heads ? line.title : NULL;
    return line;
}

/* The sheet on its way: which sections have a heading behind the lines at hand. */
typedef struct Contents {
    const FormLabels *labels;
    const Sheet *sheet;
    const FormCells *cells;
    bool *again; /* by section */
} Contents;

static void
look_for_headings(const Contents *contents, size_t from)
{
    const FormLabels *labels = contents->labels;
    size_t end;
    for (size_t i = 0; i < labels->kind->section_count; i++)
        contents->again[i] = false;
    for (size_t i = from; i < contents->cells->count; i++) {
        const FormCell *cell = &contents->cells->items[i];
        const FormTitle *title = form_labels_title_begins(labels, &cell->text, &end);
        if (title != NULL)
            contents->again[title - labels->titles] = true;
        for (size_t k = 0; k < cell->marks.count; k++)
            if (cell->marks.items[k].kind == FORM_MARK_HEADING)
                contents->again[cell->marks.items[k].title - labels->titles] = true;
    }
}

static Line
line_at(const Contents *contents, size_t i)
{
    const FormCell *cell = &contents->cells->items[i];
    bool alone = sheet_filled_count(contents->sheet, cell->index) == 1;
    return alone ? line_of(contents->labels, &cell->text) : (Line){.page = 0};
}

/* Behind the lines that begin with a cell; *forward where their pages never go back. */
static size_t
lines_end(const Contents *contents, size_t first, bool *forward)
{
    size_t end = first;
    unsigned last = 0;
    *forward = true;
    for (; end < contents->cells->count; end++) {
        unsigned page = line_at(contents, end).page;
        if (page == 0)
            break;
        *forward = *forward && page >= last;
        last = page;
    }
    return end;
}

static bool
are_contents(const Contents *contents, size_t first, size_t end, bool forward)
{
    bool headed = first > 0 && text_equal(contents->cells->items[first - 1].text.folded, TEXT("目录"));
    size_t least = headed ? 1 : LINES_LEAST;
    size_t again = 0;
    if (end - first < least || !(headed || forward))
        return false;
    look_for_headings(contents, end);
    for (size_t i = first; i < end; i++) {
        const FormTitle *title = line_at(contents, i).title;
        again += title != NULL && contents->again[title - contents->labels->titles];
    }
    return again >= least;
}

void
form_contents_leave(const FormLabels *labels, const Sheet *sheet, FormCells *cells, Arena *arena)
{
    Contents contents = {labels, sheet, cells, arena_array(arena, labels->kind->section_count, sizeof(bool))};
    size_t kept = 0;
    for (size_t i = 0; i < cells->count;) {
        bool forward;
        size_t end = lines_end(&contents, i, &forward);
        if (are_contents(&contents, i, end, forward))
            i = end;
        for (end += end < cells->count; i < end; i++)
            cells->items[kept++] = cells->items[i];
    }
    cells->count = kept;
}
