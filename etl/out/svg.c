#include "out/svg.h"

#include <inttypes.h>

#include "text/fold.h"

/* In the drawing's own units, about a pixel on a phone: it is stretched to the page. */
enum { WIDTH = 360, STEPS_HEIGHT = 220, LEFT = 26, RIGHT = 14, TOP = 26, BOTTOM = 30, DAY_ROOM = 56 };
enum { BAR_LABEL = 106, BAR_VALUE = 64, BAR_HEIGHT = 14, BAR_PITCH = 22, NAME_COLUMNS = 14, NAME_ROOM = 96 };

static void
begin(HtmlOut *html, Text title, Text description, int height)
{
    htmlout_printf(html, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH, height);
    htmlout_text(html, title);
    htmlout_markup(html, "\">");
    htmlout_element(html, "title", "", title);
    htmlout_element(html, "desc", "", description);
}

static void
label(HtmlOut *html, const char *anchor, int x, int y, Text text)
{
    htmlout_printf(html, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
    htmlout_text(html, text);
    htmlout_markup(html, "</text>");
}

static void
line(HtmlOut *html, const char *look, int x1, int y1, int x2, int y2)
{
    htmlout_printf(html, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", look, x1, y1, x2, y2);
}

static int
steps_x(size_t index, size_t count)
{
    size_t gaps = count > 1 ? count - 1 : 1;
    return LEFT + (int)(index * (WIDTH - LEFT - RIGHT) / gaps);
}

static int
steps_y(int64_t value, int64_t most)
{
    int64_t scale = most > 0 ? most : 1;
    return STEPS_HEIGHT - BOTTOM - (int)(value * (STEPS_HEIGHT - BOTTOM - TOP) / scale);
}

/* As many labels below the axis as have room, the last one among them. */
static void
steps_labels(HtmlOut *html, const SvgPoint *points, size_t count)
{
    size_t most = (WIDTH - LEFT - RIGHT) / DAY_ROOM;
    size_t stride = (count + most - 1) / most;
    for (size_t i = 0; i < count; i++)
        if ((count - 1 - i) % stride == 0)
            label(html, i == count - 1 && count > 1 ? "end" : "middle",
                  steps_x(i, count) + (i == count - 1 ? RIGHT : 0), STEPS_HEIGHT - BOTTOM + 18, points[i].label);
}

static void
steps_path(HtmlOut *html, const SvgPoint *points, size_t count, int64_t most)
{
    htmlout_printf(html, "<path class=\"come\" d=\"M%d %d", steps_x(0, count), steps_y(points[0].value, most));
    for (size_t i = 1; i < count; i++)
        htmlout_printf(html, "L%d %d", steps_x(i, count), steps_y(points[i].value, most));
    htmlout_markup(html, "\"/>");
    for (size_t i = 0; i < count; i++)
        htmlout_printf(html, "<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"3\"/>", steps_x(i, count),
                       steps_y(points[i].value, most));
}

/* A value stands above its point where it changed. */
static void
steps_values(HtmlOut *html, const SvgPoint *points, size_t count, int64_t most)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i < count - 1 && points[i].value == points[i - 1].value)
            continue;
        htmlout_printf(html, "<text class=\"number\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%" PRId64 "</text>",
                       steps_x(i, count), steps_y(points[i].value, most) + (points[i].value >= most ? 18 : -8),
                       points[i].value);
    }
}

void
svg_steps(HtmlOut *html, Text title, Text description, const SvgPoint *points, size_t count, int64_t most,
          Text most_label)
{
    int floor = STEPS_HEIGHT - BOTTOM;
    begin(html, title, description, STEPS_HEIGHT);
    line(html, "axis", LEFT, floor, WIDTH - RIGHT, floor);
    line(html, "most", LEFT, steps_y(most, most), WIDTH - RIGHT, steps_y(most, most));
    label(html, "start", LEFT, TOP - 8, most_label);
    label(html, "end", LEFT - 8, floor + 5, TEXT("0"));
    steps_path(html, points, count, most);
    steps_values(html, points, count, most);
    steps_labels(html, points, count);
    htmlout_markup(html, "</svg>");
}

/* A long name is set closer, never cut. */
static void
name(HtmlOut *html, int y, Text text)
{
    htmlout_printf(html, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\"", BAR_LABEL - 8, y);
    if (fold_columns(text) > NAME_COLUMNS)
        htmlout_printf(html, " textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"", NAME_ROOM);
    htmlout_markup(html, ">");
    htmlout_text(html, text);
    htmlout_markup(html, "</text>");
}

static int64_t
longest(const SvgBar *bars, size_t count)
{
    int64_t most = 1;
    for (size_t i = 0; i < count; i++) {
        most = bars[i].value > most ? bars[i].value : most;
        most = bars[i].of > most ? bars[i].of : most;
    }
    return most;
}

static int
bar_length(int64_t value, int64_t most)
{
    return (int)(value * (WIDTH - BAR_LABEL - BAR_VALUE) / most);
}

void
svg_bars(HtmlOut *html, Text title, Text description, const SvgBar *bars, size_t count)
{
    int64_t most = longest(bars, count);
    begin(html, title, description, (int)count * BAR_PITCH + 8);
    for (size_t i = 0; i < count; i++) {
        int y = (int)i * BAR_PITCH + 6;
        int length = bar_length(bars[i].value, most);
        int outline = bar_length(bars[i].of, most);
        name(html, y + BAR_HEIGHT - 2, bars[i].label);
        if (outline > 0)
            htmlout_printf(html, "<rect class=\"room\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", BAR_LABEL, y,
                           outline, BAR_HEIGHT);
        htmlout_printf(html, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", bars[i].look,
                       BAR_LABEL, y, length, BAR_HEIGHT);
        label(html, "start", BAR_LABEL + (outline > length ? outline : length) + 6, y + BAR_HEIGHT - 2,
              bars[i].value_text);
    }
    htmlout_markup(html, "</svg>");
}
