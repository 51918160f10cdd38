#include "expect.h"

#include "base/log.h"

/* What the calls of `talk` put on stderr. */
static Text
said(void (*talk)(void), char *out, size_t room)
{
    int saved = dup(STDERR_FILENO);
    int fd = readable(TEXT(""));
    Text text;

    dup2(fd, STDERR_FILENO);
    talk();
    dup2(saved, STDERR_FILENO);
    close(saved);
    text = written(fd, out, room);
    close(fd);
    return text;
}

static void
talk_of_all_levels(void)
{
    log_error("%s", "e");
    log_warn("w %d", 1);
    log_info("i");
    log_debug("d");
}

static void
talk_in_controls(void)
{
    log_error("file \"%s\"", "a\n\x1b[31m\xC2\x9B\u202E\u2066"
                             "表");
}

static void
talk_too_much(void)
{
    char text[10000];

    memset(text, '\a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    log_error("%s", text);
}

static void
log_says_what_the_level_lets_through(void **state)
{
    char bytes[1000];

    (void)state;
    log_open("huizong-x", LOG_LEVEL_INFO);
    expect_text(said(talk_of_all_levels, bytes, sizeof bytes), "huizong-x: e\nhuizong-x: w 1\nhuizong-x: i\n");
    log_open("huizong-x", LOG_LEVEL_ERROR);
    expect_text(said(talk_of_all_levels, bytes, sizeof bytes), "huizong-x: e\n");
}

static void
log_shows_controls_escaped_in_one_line(void **state)
{
    char bytes[1000];

    (void)state;
    log_open("p", LOG_LEVEL_INFO);
    expect_text(said(talk_in_controls, bytes, sizeof bytes),
                "p: file \"a\\x0A\\x1B[31m\\xC2\\x9B\\xE2\\x80\\xAE\\xE2\\x81\\xA6表\"\n");
}

static void
log_cuts_endless_messages(void **state)
{
    char bytes[20000];
    Text line = said(talk_too_much, bytes, sizeof bytes);

    (void)state;
    assert_true(line.len < 5000);
    assert_int_equal(line.ptr[line.len - 1], '\n');
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(log_says_what_the_level_lets_through),
        cmocka_unit_test(log_shows_controls_escaped_in_one_line),
        cmocka_unit_test(log_cuts_endless_messages),
    };

    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
