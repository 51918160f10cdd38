#include "expect.h"

#include "base/file.h"
#include "results/closing.h"

/* Another night's run.json, and a night that found the same. */
static const char before[] =
    "{\"closing\": {\"matters\": 2, \"sha256\": \"aa\", \"slips\": 9, \"reminders\": 4, \"step\": \"T-3\"}}";
static const Closing same = {.matters = 2, .sha256 = "aa", .reminders = 4, .step = {"T-3", 3}};

static bool
is_news(Closing closing, const char *run_json)
{
    char path[] = "/tmp/huizong-closing-XXXXXX";
    Err err = {0};
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_true(file_write(path, text_of(run_json), 0640, &err));
    bool news = closing_is_news(&closing, path);
    unlink(path);
    return news;
}

static void
what_stood_already_is_no_news(void **state)
{
    (void)state;
    Closing over = same;
    over.step = TEXT_NONE;
    assert_false(is_news(same, before));
    assert_false(is_news(over, before));
}

static void
slips_a_step_and_other_matters_are_news(void **state)
{
    (void)state;
    Closing closing = same;
    closing.slips = 1;
    assert_true(is_news(closing, before));
    closing = same;
    closing.step = TEXT("T-1");
    assert_true(is_news(closing, before));
    closing = same;
    closing.sha256[0] = 'b';
    assert_true(is_news(closing, before));
}

static void
without_an_outbox_before_all_is_news(void **state)
{
    (void)state;
    assert_true(closing_is_news(&same, "/nowhere/run.json"));
    assert_true(is_news(same, "{\"closing\": {\"matters\""));
    assert_true(is_news(same, "{\"cycle\": \"an older release\"}"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stood_already_is_no_news),
        cmocka_unit_test(slips_a_step_and_other_matters_are_news),
        cmocka_unit_test(without_an_outbox_before_all_is_news),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
