#include "expect.h"

#include "out/figure.h"

#include <string.h>

static void
decimals_are_shown_as_written(void **state)
{
    static const struct {
        const char *text;
        const char *format; /* NULL: it is none */
        int width;
    } cases[] = {{"0", "#,##0", 1},
                 {"-1234.50", "#,##0.00", 9},
                 {"1234567890123.45", "#,##0.00", 20},
                 {"0.123456789012345", "#,##0.000000000000000", 17},
                 {"1234567890123456", NULL, 0},
                 {"无", NULL, 0},
                 {"", NULL, 0},
                 {"-", NULL, 0},
                 {"1.", NULL, 0},
                 {".5", NULL, 0},
                 {"1e5", NULL, 0},
                 {"12 ", NULL, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Figure figure = {0};
        char format[FIGURE_FORMAT_MAX] = "";
        bool read = figure_read(cases[i].text, &figure);
        figure_format(figure.decimals, format);
        if (read != (cases[i].format != NULL) || figure.width != cases[i].width ||
            (read && strcmp(format, cases[i].format) != 0))
            fail_msg("\"%s\" is shown as %s, %d wide", cases[i].text, format, figure.width);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(decimals_are_shown_as_written)};
    return cmocka_run_group_tests_name("figure", tests, NULL, NULL);
}
