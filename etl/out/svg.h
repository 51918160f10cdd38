/*
 * Small charts as inline SVG, drawn for a page that is read on a phone and printed: each scales to the width it is given, has a title and a description for those who
 * do not see it, writes its numbers beside its bars, and tells kinds apart by a pattern or a label as well as by colour.
 */
#ifndef HUIZONG_OUT_SVG_H
#define HUIZONG_OUT_SVG_H

#include "out/htmlout.h"

typedef struct SvgPoint {
    Text label; /* below the axis, where there is room */
    int64_t value;
} SvgPoint;

/* What came in over time, up to `most`, which is drawn as a line of its own. At least one point. */
void
svg_steps(HtmlOut *html, Text title, Text description, const SvgPoint *points, size_t count, int64_t most,
          Text most_label);

typedef struct SvgBar {
    Text label;
    int64_t value;
    int64_t of;       /* the bar's full length; 0: no outline */
    Text value_text;  /* beside the bar */
    const char *look; /* a class of the page: s0, s1 … */
} SvgBar;

/* Bars below each other, all on one scale. */
void
svg_bars(HtmlOut *html, Text title, Text description, const SvgBar *bars, size_t count);

#endif
