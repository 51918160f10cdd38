#include "asked/form_span.h"

#include "text/words.h"

enum { MONTHS = 12, TWO_DIGITS = 2, YEARS_MOST = 10 };

/* A year, and what is said of its months. */
typedef struct Moment {
    int64_t year;
    int64_t from; /* month */
    int64_t to;
    bool named; /* 年 stands behind it */
    bool ends;  /* 年底 */
} Moment;

/* Behind the word that stands at a position; the position itself where none does. */
static size_t
skip(const FormText *text, size_t at, const char *const *words)
{
    size_t end = form_text_match_any(text, at, words);
    return end > 0 ? end : at;
}

/* Behind one or two digits; 0 where none or more stand there. */
static size_t
number_at(const FormText *text, size_t at, int64_t *number)
{
    size_t end = at;
    *number = 0;
    for (; form_text_is_digit(text, end); end++) {
        if (end - at == TWO_DIGITS)
            return 0;
        *number = *number * 10 + *form_text_character(text, end).ptr - '0';
    }
    return end > at ? end : 0;
}

static const char *const JOINTS[] = {"至", "到", "-", "~", NULL};

/* 6月, 1-12月, 12月31日 behind 2022年. */
static size_t
months_at(const FormText *text, size_t at, Moment *moment)
{
    static const char *const months[] = {"月份", "月", NULL};
    int64_t from;
    int64_t to;
    int64_t day;
    size_t end = number_at(text, at, &from);
    size_t joint = end == 0 ? 0 : form_text_match_any(text, end, JOINTS);
    size_t second = joint == 0 ? 0 : number_at(text, joint, &to);
    size_t behind = end == 0 ? 0 : form_text_match_any(text, second > 0 ? second : end, months);
    if (behind == 0)
        return at;
    moment->from = from;
    moment->to = second > 0 ? to : from;
    size_t digits = number_at(text, behind, &day);
    size_t sign = digits == 0 ? 0 : form_text_match(text, digits, TEXT("日"));
    return sign > 0 ? sign : behind;
}

/* .12, -12-31, /12/31 behind 2022. */
static size_t
figures_at(const FormText *text, size_t at, Moment *moment)
{
    static const char *const signs[] = {".", "-", "/", NULL};
    int64_t month;
    int64_t day;
    size_t sign = form_text_match_any(text, at, signs);
    size_t end = sign == 0 ? 0 : number_at(text, sign, &month);
    if (end == 0)
        return at;
    moment->from = moment->to = month;
    sign = form_text_match_any(text, end, signs);
    size_t behind = sign == 0 ? 0 : number_at(text, sign, &day);
    return behind > 0 ? behind : end;
}

/* 上半年, 第三季度, 前三季度: half a year and less; the months do not matter then. */
static size_t
quarter_at(const FormText *text, size_t at, Moment *moment)
{
    static const char *const halves[] = {"上半年", "下半年", NULL};
    static const char *const before[] = {"第", "前", NULL};
    static const char *const figures[] = {"一", "二", "三", "四", "1", "2", "3", "4", NULL};
    static const char *const quarters[] = {"个季度", "季度", NULL};
    size_t end = form_text_match_any(text, at, halves);
    if (end == 0) {
        size_t figure = form_text_match_any(text, skip(text, at, before), figures);
        end = figure == 0 ? 0 : form_text_match_any(text, figure, quarters);
    }
    if (end == 0)
        return at;
    moment->from = 2;
    moment->to = MONTHS - 1;
    return end;
}

/* 2022年, 2022年度, 2022, 2022年末, 2022年1-6月; the position behind it, or 0. */
static size_t
moment_at(const FormText *text, size_t at, Moment *moment)
{
    static const char *const words[] = {"年度", "年", NULL};
    static const char *const wholes[] = {"全年", "整年", NULL};
    static const char *const ends[] = {"年末", "年底", "末", "底", "终", NULL};
    *moment = (Moment){.year = form_text_year(text, at), .from = 1, .to = MONTHS};
    size_t behind = at + FORM_TEXT_YEAR;
    if (moment->year == 0 || (at > 0 && form_text_is_digit(text, at - 1)) || form_text_is_digit(text, behind))
        return 0;
    size_t end = form_text_match_any(text, behind, words);
    moment->named = end > 0;
    if (end == 0)
        return figures_at(text, behind, moment);
    end = skip(text, end, wholes);
    size_t months = months_at(text, end, moment);
    end = months > end ? months : quarter_at(text, end, moment);
    size_t last = form_text_match_any(text, end, ends);
    moment->ends = last > 0;
    return last > 0 ? last : end;
}

/* Behind a further year that goes on with the years before it: 至2022年, 、2021; 0 where none does. */
static size_t
further_at(const FormText *text, size_t at, int64_t before, Moment *moment, bool *range)
{
    static const char *const lists[] = {"、", ",", "/", "和", "及", NULL};
    size_t joint = form_text_match_any(text, at, JOINTS);
    *range = joint > 0;
    if (joint == 0)
        joint = form_text_match_any(text, at, lists);
    size_t end = joint == 0 ? 0 : moment_at(text, joint, moment);
    bool follows = end > 0 && (*range ? moment->year >= before : moment->year == before + 1);
    return follows ? end : 0;
}

/* 近三年, 最近3年; 上年, as the form itself calls the base year. */
static size_t
recent_at(const FormText *text, size_t at, int64_t base_year, FormSpan *span)
{
    static const char *const before[] = {"最近", "近", NULL};
    static const char *const figures[] = {"一", "两", "三", "四", "五", NULL};
    static const char *const numbers[] = {"1", "2", "3", "4", "5", NULL};
    static const char *const lasts[] = {"上年度", "上年", NULL};
    size_t figure = form_text_match_any(text, at, before);
    size_t last = form_text_match_any(text, at, lasts);
    if (last > 0)
        *span = (FormSpan){.first = base_year, .last = base_year, .words = true};
    for (size_t i = 0; figure > 0 && figures[i] != NULL; i++) {
        size_t end = form_text_match(text, figure, text_of(figures[i]));
        if (end == 0)
            end = form_text_match(text, figure, text_of(numbers[i]));
        size_t year = end == 0 ? 0 : form_text_match(text, end, TEXT("年"));
        if (year == 0)
            continue;
        *span = (FormSpan){.first = base_year - (int64_t)i, .last = base_year, .words = true};
        return year;
    }
    return last;
}

static bool
is_part(const FormSpan *span, const Moment *first, const Moment *last)
{
    bool begins = first->from == 1;
    bool ends = last->to == MONTHS;
    if (span->since)
        return !begins;
    return span->until ? !ends : !begins || !ends;
}

size_t
form_span_at(const FormText *text, size_t at, int64_t base_year, FormSpan *span)
{
    static const char *const untils[] = {"截至到", "截止到", "截至", "截止", NULL};
    static const char *const sinces[] = {"自", "从", NULL};
    static const char *const opens[] = {"开始计算", "开始统计", "以来", "起至今", "至今", "开始", "以后", "起", NULL};
    Moment first;
    Moment next;
    bool range;
    size_t until = form_text_match_any(text, at, untils);
    size_t begin = skip(text, until > 0 ? until : at, sinces);
    size_t recent = recent_at(text, begin, base_year, span);
    size_t end = recent > 0 ? 0 : moment_at(text, begin, &first);
    if (end == 0)
        return recent;
    *span = (FormSpan){.first = first.year, .until = until > 0 || first.ends, .words = first.named || until > 0};
    Moment last = first;
    for (size_t more; (more = further_at(text, end, last.year, &next, &range)) > 0; end = more) {
        last = next;
        span->words = span->words || last.named || range;
        span->until = false;
    }
    size_t open = form_text_match_any(text, end, opens);
    span->last = last.year;
    span->since = open > 0;
    span->words = span->words || open > 0;
    span->until = span->until || (first.year == last.year && first.from == MONTHS && last.to == MONTHS && open == 0);
    span->part = is_part(span, &first, &last);
    return open > 0 ? open : end;
}

/* One more of the years that a text names. */
static void
widen(FormSpan *all, const FormSpan *one)
{
    if (all->first == 0) {
        *all = *one;
        return;
    }
    all->first = one->first < all->first ? one->first : all->first;
    all->last = one->last > all->last ? one->last : all->last;
    all->since = all->since && one->since;
}

FormSpan
form_span_read(const FormText *text, int64_t base_year)
{
    FormSpan all = {.first = 0};
    FormSpan one;
    for (size_t at = 0; at < text->count;) {
        size_t end = form_span_at(text, at, base_year, &one);
        if (end > 0)
            widen(&all, &one);
        all.whole = all.whole || (at == 0 && end == text->count);
        at = end > at ? end : at + 1;
    }
    return all;
}

bool
form_span_alone(const FormText *text, int64_t base_year, FormSpan *span)
{
    size_t end = form_span_at(text, 0, base_year, span);
    return end > 0 && end == text->count && span->words;
}

static FormSpanFit
fit_since(const FormLabels *labels, const FormSpan *span)
{
    bool begins = span->first == labels->since_year && !span->part;
    if (span->since)
        return begins && span->whole ? FORM_SPAN_FITS : begins ? FORM_SPAN_DOUBTFUL : FORM_SPAN_OTHER;
    if (begins && span->whole && span->last >= labels->base_year)
        return FORM_SPAN_FITS;
    bool before = span->last < labels->since_year;
    bool other = span->whole && !begins && !span->until;
    return before || other ? FORM_SPAN_OTHER : FORM_SPAN_DOUBTFUL;
}

static FormSpanFit
fit_years(const FormSpan *span, int64_t first, int64_t last)
{
    bool outside = span->last < first || span->first > last;
    bool begins = span->first == first || (span->until && span->first == last);
    if (outside || !span->whole)
        return outside ? FORM_SPAN_OTHER : FORM_SPAN_DOUBTFUL;
    if (span->since)
        return span->first == first ? FORM_SPAN_DOUBTFUL : FORM_SPAN_OTHER;
    return begins && span->last == last && !span->part ? FORM_SPAN_FITS : FORM_SPAN_OTHER;
}

FormSpanFit
form_span_fit(const FormLabels *labels, const Field *field, const FormSpan *span)
{
    int64_t first;
    int64_t last;
    if (field->years.len == 0)
        return FORM_SPAN_FITS;
    if (span->first == 0)
        return FORM_SPAN_DOUBTFUL;
    if (!upload_years(field->years, &first, &last))
        return fit_since(labels, span);
    return fit_years(span, labels->base_year + first, labels->base_year + last);
}

FormSpanFit
form_span_fit_any(const FormLabels *labels, const Field *const *fields, size_t count, const FormSpan *span)
{
    FormSpanFit best = FORM_SPAN_OTHER;
    for (size_t i = 0; i < count; i++) {
        FormSpanFit fit = form_span_fit(labels, fields[i], span);
        best = fit < best ? fit : best;
    }
    return best;
}
