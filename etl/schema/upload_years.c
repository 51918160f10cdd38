#include "schema/upload_years.h"

#include <inttypes.h>

enum { YEARS_BACK_MOST = 9, YEAR_DIGITS = 4, YEAR_LEAST = 1990, YEAR_MOST = 2100 };

/* "base" or "base-2" at the front of *text, which is moved behind it. */
static bool
take_base(Text *text, int64_t *year)
{
    *year = 0;
    if (!text_starts_with(*text, TEXT("base")))
        return false;
    *text = text_sub(*text, TEXT("base").len, text->len);
    if (text->len < 2 || text->ptr[0] != '-')
        return true;
    *year = '0' - text->ptr[1];
    *text = text_sub(*text, 2, text->len);
    return *year <= -1 && *year >= -YEARS_BACK_MOST;
}

bool
upload_years(Text years, int64_t *first, int64_t *last)
{
    if (!take_base(&years, first))
        return false;
    *last = *first;
    if (years.len == 0)
        return true;
    if (!text_starts_with(years, TEXT("..")))
        return false;
    years = text_sub(years, TEXT("..").len, years.len);
    return take_base(&years, last) && years.len == 0 && *first < *last;
}

Text
upload_years_text(Text years, int64_t base_year, int64_t since_year, Arena *arena)
{
    int64_t first;
    int64_t last;
    if (text_equal(years, TEXT("since")))
        return arena_printf(arena, "%" PRId64 "年起", since_year);
    if (!upload_years(years, &first, &last))
        return TEXT_NONE;
    if (first == last)
        return arena_printf(arena, "%" PRId64 "年", base_year + first);
    return arena_printf(arena, "%" PRId64 "至%" PRId64 "年", base_year + first, base_year + last);
}

/* The four digits at `at` as a year, or 0. */
static int64_t
digits_at(Text text, size_t at)
{
    uint64_t number = 0;
    bool read = text_read_count(text_sub(text, at, YEAR_DIGITS), &number) && at + YEAR_DIGITS <= text.len;

    return read && number >= YEAR_LEAST && number <= YEAR_MOST ? (int64_t)number : 0;
}

/* A year, with 年 behind it or, of several, the next one: 2021、2022年. Four digits alone may count anything. */
static int64_t
year_at(Text text, size_t at)
{
    static const char *const JOINTS[] = {"、", "，", ",", "-", "—", "~", "～", "至", "到", "和", "及", "/"};
    int64_t year = digits_at(text, at);
    Text rest = text_sub(text, at + YEAR_DIGITS, text.len);

    if (year == 0 || text_starts_with(rest, TEXT("年")))
        return year;
    for (size_t i = 0; i < sizeof(JOINTS) / sizeof(JOINTS[0]); i++) {
        if (text_starts_with(rest, text_of(JOINTS[i])) && digits_at(rest, text_of(JOINTS[i]).len) != 0)
            return year;
    }
    return 0;
}

/* The first year that a text names, or 0; `*within` where one of all that it names is from `first` to `last`. */
static int64_t
first_year(Text text, int64_t first, int64_t last, bool *within)
{
    int64_t named = 0;

    *within = false;
    for (size_t at = 0; at + YEAR_DIGITS <= text.len; at++) {
        int64_t year = year_at(text, at);
        named = named == 0 ? year : named;
        *within = *within || (year != 0 && year >= first && year <= last);
    }
    return named;
}

static void
check_text(Json json, int64_t first, int64_t last, Text asked, Arena *arena, Err *err)
{
    Err ignored = {0};
    bool within;
    int64_t named = first_year(json_string(json, &ignored), first, last, &within);

    if (named == 0 || within)
        return;
    Text why = arena_printf(arena, "names %" PRId64 "年, and x:years asks for %" TEXT_FMT, named, TEXT_ARG(asked));
    json_refuse(json, why.ptr, err);
}

void
upload_years_check(Json json, const Field *field, const UploadSet *set, Arena *arena, Err *err)
{
    Json aliases = json_member(json, "x:aliases");
    Text asked = upload_years_text(field->years, set->base_year, set->since_year, arena);
    int64_t first = 0, last = 0;
    bool since = !upload_years(field->years, &first, &last);

    if (asked.len == 0 || set->base_year == 0 || set->since_year == 0)
        return;
    first = since ? set->since_year : set->base_year + first;
    last = since ? set->since_year : set->base_year + last;
    check_text(json_member(json, "title"), first, last, asked, arena, err);
    check_text(json_member(json, "description"), first, last, asked, arena, err);
    for (size_t i = 0; i < json_count(aliases); i++)
        check_text(json_at(aliases, i), first, last, asked, arena, err);
}

void
upload_years_title(Json title, int64_t form_year, Arena *arena, Err *err)
{
    Err ignored = {0};
    bool within;
    int64_t named = first_year(json_string(title, &ignored), form_year, form_year, &within);

    if (form_year == 0 || named == 0 || within)
        return;
    Text why = arena_printf(arena, "names %" PRId64 "年, and form_year is %" PRId64, named, form_year);
    json_refuse(title, why.ptr, err);
}
