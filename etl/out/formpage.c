#include "out/formpage.h"

#include <stddef.h>

/*
 * Source: GB/T 9704-2012. 5.2: margins of 37, 28, 26 and 35 mm (top, left, right, bottom) leave 156 mm by 225 mm. 7.5: the page number in 4号宋体 between dashes, 7 mm below; in the
 * middle, since a workbook has no outer side. 7.3.4: a table that lies across turns with its page, its head at the binding.
 */
enum { UPRIGHT_PIXELS = 590, ACROSS_PIXELS = 850 };

#define FOOTER "&C&\"宋体,Regular\"&14— &P —"

static const FormPage pages[] = {
    {{false, UPRIGHT_PIXELS, 28 / 25.4, 26 / 25.4, 37 / 25.4, 35 / 25.4, FOOTER, 23 / 25.4}, 14},
    {{true, ACROSS_PIXELS, 35 / 25.4, 37 / 25.4, 28 / 25.4, 26 / 25.4, FOOTER, 14 / 25.4}, 14},
    {{true, ACROSS_PIXELS, 35 / 25.4, 37 / 25.4, 28 / 25.4, 26 / 25.4, FOOTER, 14 / 25.4}, 12},
    {{true, ACROSS_PIXELS, 35 / 25.4, 37 / 25.4, 28 / 25.4, 26 / 25.4, FOOTER, 14 / 25.4}, 11},
    {{true, ACROSS_PIXELS, 35 / 25.4, 37 / 25.4, 28 / 25.4, 26 / 25.4, FOOTER, 14 / 25.4}, 10},
};

enum { PAGES = sizeof pages / sizeof *pages };

static int
needed(const WorkbookColumn *column, int unbroken, int points)
{
    const XlsxStyle style = {.boxed = true, .centred = column->content != WORKBOOK_WORDS};
    return xlsxfile_pixels(unbroken, &style, points);
}

/* The columns' shares of the page, and each at least what it needs; *over: by how much that is too wide. Returns what the others can give. */
static int
share(const FormPage *page, const WorkbookColumn *columns, size_t count, const int *unbroken, int *pixels, int *over)
{
    int weights = 0, spare = 0;
    *over = 0;
    for (size_t i = 0; i < count; i++)
        weights += columns[i].width;
    for (size_t i = 0; i < count; i++) {
        int least = needed(&columns[i], unbroken[i], page->points);
        int own = page->page.width_pixels * columns[i].width / weights;
        pixels[i] = own > least ? own : least;
        *over += pixels[i] - own;
        spare += pixels[i] - least;
    }
    return spare;
}

static void
give(const FormPage *page, const WorkbookColumn *columns, size_t count, const int *unbroken, int *pixels, int over,
     int spare)
{
    for (size_t i = 0; i < count; i++) {
        int own = pixels[i] - needed(&columns[i], unbroken[i], page->points);
        pixels[i] -= spare > 0 ? own * over / spare : 0;
    }
}

FormPage
formpage_choose(const WorkbookColumn *columns, size_t count, const int *unbroken, int *pixels)
{
    int over = 0, spare = 0;
    size_t at = 0;
    for (; at < PAGES; at++) {
        spare = share(&pages[at], columns, count, unbroken, pixels, &over);
        if (over <= spare)
            break;
    }
    FormPage chosen = pages[at < PAGES ? at : PAGES - 1];
    give(&chosen, columns, count, unbroken, pixels, over < spare ? over : spare, spare);
    chosen.page.width_pixels = 0;
    for (size_t i = 0; i < count; i++)
        chosen.page.width_pixels += pixels[i];
    return chosen;
}
