#include "asked/form_marks.h"

#include "asked/form_said.h"
#include "asked/form_span.h"
#include "text/unit.h"
#include "text/words.h"

enum { NOTE_LABEL_MOST = 24, LONG_LABEL_BYTES = 5 * 3 };

static const char *const BOXES[] = {"□", "☐", "☑", "☒", "✅", "■", "●", "○", "◆", "◇", "▪", "·", "√", "✓", "✔", NULL};

typedef struct Scan {
    const FormLabels *labels;
    const FormText *text;
    Arena *arena;
} Scan;

/* Where a label may begin: at an end of what stood before, or behind 其中. */
static bool
is_boundary(const FormText *text, size_t at)
{
    static const char *const ends[] = {";", ",", "、", "。", ".", ":", "(", ")", "*", "·", "→", "|", NULL};
    if (at == 0 || text->glyphs[at].after_gap)
        return true;
    Text before = form_text_character(text, at - 1);
    if (words_have(ends, before) || words_have(BOXES, before))
        return true;
    return at >= 2 && form_text_match(text, at - 2, TEXT("其中")) == at;
}

/* A year of four digits that ends at `at`; 0 where none does. */
static int64_t
year_before(const FormText *text, size_t at)
{
    if (at < FORM_TEXT_YEAR || (at > FORM_TEXT_YEAR && form_text_is_digit(text, at - FORM_TEXT_YEAR - 1)))
        return 0;
    return form_text_year(text, at - FORM_TEXT_YEAR);
}

static void
add_year(FormMark *mark, int64_t year)
{
    if (mark->year_count < FORM_MARK_YEARS)
        mark->years[mark->year_count++] = year;
}

/* 2021年, 2021、2022年度 before a label belong to it. */
static void
take_years_before(const FormText *text, FormMark *mark)
{
    static const char *const joints[] = {"、", "和", "-", "/", ",", "及", "至", NULL};
    static const char *const words[] = {"年度", "年", NULL};
    for (size_t at = mark->label; at > FORM_TEXT_YEAR;) {
        size_t sign = at - 1;
        if (words_have(joints, form_text_character(text, sign)) && mark->year_count > 0)
            at = sign;
        for (size_t i = 0; words[i] != NULL; i++) {
            size_t len = i == 0 ? 2 : 1;
            if (at > len && form_text_match(text, at - len, text_of(words[i])) == at)
                at -= len;
        }
        int64_t year = year_before(text, at);
        if (year == 0)
            break;
        add_year(mark, year);
        mark->label = at - FORM_TEXT_YEAR;
        at = mark->label;
    }
    for (size_t i = 0; i < mark->year_count / 2; i++) {
        int64_t year = mark->years[i];
        mark->years[i] = mark->years[mark->year_count - 1 - i];
        mark->years[mark->year_count - 1 - i] = year;
    }
}

/* Years within the label or a note behind it. */
static void
take_years_within(const FormText *text, size_t from, size_t to, FormMark *mark)
{
    for (size_t at = from + FORM_TEXT_YEAR; at <= to; at++) {
        int64_t year = year_before(text, at);
        if (year > 0 && !form_text_is_digit(text, at))
            add_year(mark, year);
    }
}

/* A note that names the year up to which a figure counts. */
static void
take_until(const FormText *text, size_t from, size_t to, FormMark *mark)
{
    FormSpan span;
    for (size_t at = from; at < to; at++) {
        size_t end = form_span_at(text, at, 0, &span);
        if (end == 0)
            continue;
        if (span.until && span.first == span.last)
            mark->until = span.last;
        at = end - 1;
    }
}

/* （第1空）: which of the blanks behind one label. */
static void
take_blank_number(const FormText *text, size_t from, FormMark *mark)
{
    size_t digit = form_text_match(text, from, TEXT("(第"));
    if (digit > 0 && form_text_is_digit(text, digit) && form_text_match(text, digit + 1, TEXT("空)")) > 0)
        mark->blank = *form_text_character(text, digit).ptr - '0';
}

/* A bracket that holds boxes or a lone blank to be ticked is an answer, not a note. */
static bool
is_answer(const FormText *text, size_t from, size_t to)
{
    if (to - from <= 3)
        return to - from == 2 || form_text_match_any(text, from + 1, BOXES) > 0;
    return false;
}

/* A year in a note says more than those in the label: 2021、2022年企业研发投入（2021年）. */
static void
take_note(const FormText *text, size_t note, FormMark *mark)
{
    FormMark years = {.year_count = 0};
    take_blank_number(text, mark->end, mark);
    if (note - mark->end <= NOTE_LABEL_MOST) {
        take_years_within(text, mark->end, note, &years);
        take_until(text, mark->end, note, mark);
    }
    for (size_t i = 0; i < years.year_count; i++)
        mark->years[i] = years.years[i];
    if (years.year_count > 0)
        mark->year_count = years.year_count;
    mark->end = note;
}

/* Behind a label: stars, notes in brackets, the colon. */
static void
take_ending(const FormText *text, FormMark *mark)
{
    static const char *const stars[] = {"*", "★", "※", NULL};
    mark->note = mark->end;
    for (;;) {
        size_t star = form_text_match_any(text, mark->end, stars);
        size_t note = form_text_bracket_end(text, mark->end, text->count);
        if (star > 0) {
            mark->end = star;
        } else if (note > 0 && !is_answer(text, mark->end, note)) {
            take_note(text, note, mark);
        } else {
            break;
        }
    }
    size_t colon = form_text_match(text, mark->end, TEXT(":"));
    mark->colon = colon > 0;
    mark->end = colon > 0 ? colon : mark->end;
}

/* 5G：是, 大数据无; no word of a sentence. */
static bool
says_yes_or_no(const FormText *text, size_t at)
{
    static const char *const words[] = {"是", "否", "有", "无", NULL};
    static const char *const partings[] = {"、", ",", ";", "。", NULL};
    size_t end = form_text_match_any(text, at, words);
    return end > 0 &&
           (end == text->count || text->glyphs[end].after_gap || form_text_match_any(text, end, partings) > 0);
}

/* One of several boxes: ☑5G、□大数据. */
static bool
is_in_list(const FormText *text, const FormMark *mark)
{
    static const char *const partings[] = {"、", ",", ";", "/", "。", NULL};
    bool box = mark->label > 0 && words_have(BOXES, form_text_character(text, mark->label - 1));
    return box || form_text_match_any(text, mark->end, partings) > 0 || says_yes_or_no(text, mark->end);
}

/* Where the form prints a line right behind a label (请注明合作企业名称____) a text may follow it without a sign. */
static bool
asks_for_words(const FormMark *mark)
{
    const Field *field = mark->run.first->field;
    return field->type == FIELD_TEXT && field->group.len > 0 && mark->run.first->folded.len >= LONG_LABEL_BYTES &&
           text_equal(mark->run.first->folded, field->aliases[0]);
}

/* Whether a value, or nothing, can follow the label: then it is one, and no word of a sentence. */
static bool
is_open(const Scan *scan, const FormMark *mark)
{
    const FormText *text = scan->text;
    static const char *const openings[] = {"_",  "无", "约", "近", "超", "共",  "为",
                                           "达", "-",  "/",  "¥",  "(",  "%、", NULL};
    size_t at = mark->end;
    if (mark->run.first->field->type == FIELD_TICK && is_in_list(text, mark))
        return true;
    if (asks_for_words(mark) || mark->colon || at >= text->count || text->glyphs[at].after_gap ||
        form_text_is_digit(text, at))
        return true;
    return form_text_match_any(text, at, openings) > 0 || words_have(BOXES, form_text_character(text, at)) ||
           form_said_figure(text, at, mark->run.first->field, scan->arena);
}

/* The box before a label is the form's bullet where it stands apart from what is before it. */
static void
take_beginning(const FormText *text, FormMark *mark)
{
    static const char *const among[] = {"其中,", "其中:", "其中", NULL};
    mark->from = mark->label;
    for (size_t i = 0; among[i] != NULL; i++) {
        size_t len = i < 2 ? 3 : 2;
        if (mark->from >= len && form_text_match(text, mark->from - len, text_of(among[i])) == mark->from)
            mark->from -= len;
    }
    if (mark->from == 0 || !words_have(BOXES, form_text_character(text, mark->from - 1)))
        return;
    const FormGlyph *box = &text->glyphs[mark->from - 1];
    bool adjacent = !text->glyphs[mark->from].after_gap;
    if (box->after_line || (adjacent && (box->after_gap || is_boundary(text, mark->from - 1))))
        mark->from--;
}

/* *企业名称, 3、企业名称, （3）企业名称: what stands before a label that is a cell of its own is no text. */
static void
take_numbering(const FormText *text, FormMark *mark)
{
    static const char *const signs[] = {"*",  "★",  "※",  "(",  ")",  "、", ",",  ":",  ".",  "一",
                                        "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL};
    size_t at = 0;
    if (mark->end < text->count)
        return;
    while (at < mark->from && (form_text_is_digit(text, at) || form_text_match_any(text, at, signs) > 0))
        at++;
    if (at == mark->from)
        mark->from = 0;
}

static bool
label_at(const Scan *scan, size_t at, FormMark *mark)
{
    const FormText *text = scan->text;
    size_t end;
    LabelRun run = form_labels_at(scan->labels, text, at, &end);
    if (run.count == 0)
        return false;
    *mark = (FormMark){.kind = FORM_MARK_LABEL, .label = at, .end = end, .run = run};
    take_years_within(text, at, end, mark);
    if (mark->year_count == 0)
        take_years_before(text, mark);
    if (!is_boundary(text, mark->label))
        return false;
    take_ending(text, mark);
    take_beginning(text, mark);
    take_numbering(text, mark);
    return is_open(scan, mark);
}

/* A heading ends its line: 3.5 国际业务拓展能力* may go on with a note and a colon. */
static bool
heading_at(const Scan *scan, size_t at, FormMark *mark)
{
    const FormText *text = scan->text;
    size_t end;
    if (!text->glyphs[at].after_line)
        return false;
    const FormTitle *title = form_labels_title_at(scan->labels, text, at, &end);
    if (title == NULL || (title->is_label && title->numbered.len > 0 && form_text_match(text, at, title->plain) > 0))
        return false;
    *mark = (FormMark){.kind = FORM_MARK_HEADING, .from = at, .label = at, .end = end, .title = title};
    take_ending(text, mark);
    return mark->colon || mark->end >= text->count || text->glyphs[mark->end].after_gap;
}

static bool
group_at(const Scan *scan, size_t at, FormMark *mark)
{
    const FormText *text = scan->text;
    size_t end;
    const FormGroup *group = is_boundary(text, at) ? form_labels_group_at(scan->labels, text, at, &end) : NULL;
    if (group == NULL)
        return false;
    *mark = (FormMark){.kind = FORM_MARK_GROUP, .label = at, .end = end, .group = group};
    take_ending(text, mark);
    take_beginning(text, mark);
    take_numbering(text, mark);
    return mark->colon || mark->end >= text->count;
}

static bool
mark_at(const Scan *scan, size_t at, FormMark *mark)
{
    return heading_at(scan, at, mark) || label_at(scan, at, mark) || group_at(scan, at, mark);
}

/* Labels with several blanks also stand inside the note of another: （列举…的3个行业____、____、____，3个领域…）. */
static void
add_within(const Scan *scan, FormMarks *marks, const FormMark *outer)
{
    size_t to = outer->end;
    if (outer->kind == FORM_MARK_LABEL && outer->run.first->field->blank > 0)
        return;
    for (size_t at = outer->note; at < to;) {
        size_t end;
        LabelRun run = form_labels_at(scan->labels, scan->text, at, &end);
        if (run.count == 0 || run.first->field->blank == 0 || end > to) {
            at++;
            continue;
        }
        marks->items[marks->count++] =
            (FormMark){.kind = FORM_MARK_LABEL, .from = at, .label = at, .end = end, .run = run, .within = to};
        at = end;
    }
}

/* A printed remark in brackets of its own: （运行设备包括：采矿设备…）. */
static size_t
remark_end(const FormText *text, size_t at)
{
    size_t end = form_text_bracket_end(text, at, text->count);
    return end > 0 && !is_answer(text, at, end) ? end : 0;
}

FormMarks
form_marks_of(const FormLabels *labels, const FormText *text, Arena *arena)
{
    Scan scan = {labels, text, arena};
    FormMarks marks = {arena_array(arena, text->count + 1, sizeof(FormMark)), 0};
    for (size_t at = 0; at < text->count;) {
        FormMark *mark = &marks.items[marks.count];
        size_t next = remark_end(text, at);
        if (mark_at(&scan, at, mark)) {
            mark->at_line = text->glyphs[mark->from].after_line;
            marks.count++;
            next = mark->end;
            add_within(&scan, &marks, mark);
        }
        at = next > at ? next : at + 1;
    }
    marks.items[0].alone = marks.count == 1 && form_mark_is_whole(&marks.items[0], text);
    return marks;
}

bool
form_mark_is_whole(const FormMark *mark, const FormText *text)
{
    return mark->from == 0 && mark->end == text->count;
}
