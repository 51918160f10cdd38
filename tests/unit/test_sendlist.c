#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "slip/sendlist.h"
#include "slip/slipbook.h"

static const char *
schemas(void)
{
    const char *dir = getenv("HUIZONG_SCHEMAS");
    return dir != NULL ? dir : "schemas";
}

static Slip
slip_of(size_t blocks, size_t errors, size_t warnings, size_t fixed, size_t lacking)
{
    return (Slip){.name = TEXT("福州市工业和信息化局"),
                  .contact = TEXT("林样一"),
                  .blocks = blocks,
                  .errors = errors,
                  .warnings = warnings,
                  .fixed = fixed,
                  .lacking = lacking,
                  .digest = "a"};
}

static void
what_has_changed_is_told_against_the_night_before(void **state)
{
    (void)state;
    Slip empty = slip_of(0, 0, 0, 0, 0);
    Slip before = slip_of(0, 1, 0, 0, 0);
    Slip same = before;
    Slip other = slip_of(0, 1, 0, 0, 0);
    other.digest[0] = 'b';
    assert_int_equal(sendlist_compare(&before, NULL), SEND_NEW);
    assert_int_equal(sendlist_compare(&before, &empty), SEND_NEW);
    assert_int_equal(sendlist_compare(&same, &before), SEND_UNCHANGED);
    assert_int_equal(sendlist_compare(&other, &before), SEND_CHANGED);
    assert_int_equal(sendlist_compare(&empty, &before), SEND_NOTHING);
    assert_int_equal(sendlist_compare(&empty, NULL), SEND_NOTHING);
}

static size_t
characters(Text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

/* The message of a slip at a clock. */
static void
expect_message(const char *as_of, const Slip *slip, const char *wanted)
{
    Err err = {0};
    State state;
    Arena *arena = arena_new();
    assert_true(state_define(&state, schemas(), "fujian-2023", as_of, arena, &err));
    Text message = sendlist_message(&state, slip, arena);
    assert_string_equal(message.ptr != NULL ? message.ptr : "", wanted);
    assert_true(characters(message) <= SEND_MESSAGE_MAX);
    state_close(&state);
    arena_free(arena);
}

static void
a_message_says_how_much_and_until_when(void **state)
{
    (void)state;
    Slip slip = slip_of(1, 0, 2, 0, 0);
    expect_message(
        "2023-06-12T24:00:00+08:00", &slip,
        "福州市工业和信息化局：贵单位报送的材料中，1件影响接收（请先办），2处请核对（无误可不改）。请于2023年6月12日 "
        "24:00前按所附《退回修改意见》办理，需要重报的请重新报送。谢谢！");
    expect_message("2023-06-13T00:00:01+08:00", &slip,
                   "福州市工业和信息化局：贵单位报送的材料中，1件影响接收（请先办），2处请核对（无误可不改）。截止时间"
                   "（2023年6月12日 "
                   "24:00）已过，请按所附《退回修改意见》处理，并与我们联系。谢谢！");
}

static void
what_is_done_and_what_is_missing_have_messages_of_their_own(void **state)
{
    (void)state;
    Slip done = slip_of(0, 0, 0, 2, 0);
    Slip nothing = slip_of(0, 0, 0, 0, 0);
    Slip missing = slip_of(1, 0, 0, 0, 0);
    missing.summary = TEXT("missing");
    expect_message("2023-06-10", &nothing, "");
    expect_message("2023-06-10", &done,
                   "福州市工业和信息化局：贵单位上次退回的问题均已改正，目前没有需要修改的内容。谢谢！");
    expect_message("2023-06-10", &missing,
                   "福州市工业和信息化局：尚未收到贵单位的推荐信息汇总表，请于2023年6月12日 "
                   "24:00前报送；没有推荐的也请报零推荐。谢谢！");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_changed_is_told_against_the_night_before),
        cmocka_unit_test(a_message_says_how_much_and_until_when),
        cmocka_unit_test(what_is_done_and_what_is_missing_have_messages_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
