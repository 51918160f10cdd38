#include "upload_kit.h"

static bool
has_label(const Field *field, const char *folded)
{
    for (size_t i = 0; i < field->alias_count; i++) {
        if (text_equal(field->aliases[i], text_of(folded)))
            return true;
    }
    return false;
}

static void
the_summary_has_the_columns_of_fujians_attachment(void **state)
{
    static const char *const PRINTED[] = {"序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"};
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "fujian-2023", arena, &err);
    size_t column = 0;
    (void)state;
    assert_string_equal(err.message, "");
    assert_non_null(set);
    assert_int_equal(set->form_year, 2023);
    const UploadKind *summary = kind_of(set, "summary");
    for (size_t i = 0; i < summary->field_count; i++) {
        const Field *field = &summary->fields[i];
        if (!field->in_head && field->printed)
            assert_true(text_equal(field->title, text_of(PRINTED[column++])));
    }
    assert_int_equal(column, 5);
}

static void
a_label_is_known_with_and_without_its_note(void **state)
{
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "guangdong-2022", arena, &err);
    (void)state;
    assert_non_null(set);
    const Field *mobile = field_of(kind_of(set, "summary"), "sum_mobile");
    assert_true(has_label(mobile, "联系方式(手机)"));
    assert_true(has_label(mobile, "联系方式"));
    assert_int_equal(mobile->type, FIELD_MOBILE);
    assert_true(mobile->personal);
    assert_false(field_of(kind_of(set, "summary"), "ent_org_code")->printed);
}

static void
every_register_is_known_by_its_file_name(void **state)
{
    static const char *const STEMS[][2] = {
        {"register_office", "本单位"},        {"register_receipts", "收件登记"},  {"register_winners", "历年入选名单"},
        {"register_waivers", "超额批准"},     {"register_matches", "匹配裁定"},   {"register_decisions", "审查决定"},
        {"register_withdrawals", "撤回登记"}, {"register_selection", "遴选结果"}, {"register_units", "推荐单位名录"}};
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "registers", arena, &err);
    (void)state;
    assert_string_equal(err.message, "");
    assert_non_null(set);
    assert_int_equal(set->form_year, 0);
    assert_int_equal(set->kind_count, sizeof(STEMS) / sizeof(STEMS[0]));
    for (size_t i = 0; i < set->kind_count; i++) {
        const UploadKind *kind = kind_of(set, STEMS[i][0]);
        assert_true(text_equal(kind->title, text_of(STEMS[i][1])));
        assert_false(field_of(kind, "batch")->expected);
    }
    assert_int_equal(field_of(kind_of(set, "register_decisions"), "decision")->choice_count, 3);
}

static void
a_wrong_field_is_refused_with_file_and_path(void **state)
{
    (void)state;
    assert_refused("", "fields: no field");
    assert_refused(FIELD("a", "", ", \"x:type\": \"name\""), "fields[0](a).title: empty");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"nmae\""), "fields[0](a).x:type: unknown type");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:alias\": []"), "fields[0](a).x:alias: unknown key");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:match\": 1"), "fields[0](a).x:match: ");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:column\": \"maybe\""), "x:column: unknown word");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:width\": 0"), "x:width: a width is");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"enum\""), "fields[0](a): an enum without");
    assert_refused("{\"name\": \"a\", \"title\": \"甲\", \"x:type\": \"name\", \"x:place\": \"row\"}",
                   "fields[0](a): neither x:clause nor x:assumed");
}

#define CHOICES ", \"x:type\": \"enum\", \"constraints\": {\"enum\": [\"自研\", \"生态伙伴\"]}"

static void
wrong_words_for_choices_are_refused(void **state)
{
    static const char *const CASES[][2] = {
        {FIELD("a", "甲", ", \"x:type\": \"text\", \"x:words\": {}"), "x:words: an object, of an enum"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": [\"自主\"]"), "x:words: an object, of an enum"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": {\"自研\": \"自主\"}"), "x:words.自研: a choice of"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": {\"外购\": [\"买\"]}"), "x:words.外购: a choice of"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": {\"自研\": [\"生态 伙伴\"]}"), "x:words.自研[0]: a choice itself"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": {\"自研\": [\"甲\"], \"生态伙伴\": [\"乙\", \"甲\"]}"),
         "x:words.生态伙伴[1]: said before"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": {\"自研\": [\"/\"]}"), "x:words.自研[0]: says nothing"},
        {FIELD("a", "甲", CHOICES ", \"x:words\": {\"自研\": [\"同上\"]}"), "x:words.自研[0]: says nothing"},
        {FIELD("a", "甲", ", \"x:type\": \"boolean\", \"trueValues\": [\"有\", \"是\"]"), "trueValues: 是 does not"},
        {FIELD("a", "甲", ", \"x:type\": \"boolean\", \"falseValues\": [\"无\"]"), "falseValues: 否 does not"},
        {FIELD("a", "甲",
               ", \"x:type\": \"boolean\", \"trueValues\": [\"是\", \"有\"], \"falseValues\": [\"否\", \"有\"]"),
         "falseValues[1]: said before"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
        assert_refused(CASES[i][0], CASES[i][1]);
}

static void
a_schema_that_is_not_there_is_a_wrong_package(void **state)
{
    static const char PACKAGE[] = "{\"name\": \"try\", \"resources\": [{\"name\": \"summary\", \"title\": \"表\", "
                                  "\"data\": [], \"schema\": \"nowhere.json\"}]}";
    Err err = {0};
    (void)state;
    assert_true(tree_make(arena_printf(arena, "%s/other", folder).ptr, 0755, &err));
    assert_true(file_write(arena_printf(arena, "%s/other/datapackage.json", folder).ptr, text_of(PACKAGE), 0644, &err));
    assert_null(upload_read(folder, "other", arena, &err));
    assert_int_equal(err.code, ERR_CONFIG);
    assert_non_null(strstr(err.message, "other/nowhere.json"));
}

static void
expect_package_refused(const char *package, const char *refusal)
{
    Err err = {0};
    assert_true(tree_make(arena_printf(arena, "%s/years", folder).ptr, 0755, &err));
    assert_true(file_write(arena_printf(arena, "%s/years/datapackage.json", folder).ptr, text_of(package), 0644, &err));
    assert_null(upload_read(folder, "years", arena, &err));
    assert_int_equal(err.code, ERR_CONFIG);
    if (strstr(err.message, refusal) == NULL)
        fail_msg("%s: %s", refusal, err.message);
    assert_true(tree_remove(arena_printf(arena, "%s/years", folder).ptr, &err));
}

static void
a_resource_of_a_name_is_there_once(void **state)
{
    (void)state;
    expect_package_refused("{\"name\": \"years\", \"resources\": ["
                           "{\"name\": \"summary\", \"title\": \"表\", \"schema\": \"summary.json\"},"
                           "{\"name\": \"summary\", \"title\": \"又表\", \"schema\": \"other.json\"}]}",
                           "resources[1](summary): a resource of that name is there already");
}

static void
a_title_names_the_year_of_the_form(void **state)
{
    (void)state;
    expect_package_refused("{\"name\": \"years\", \"x:cycle\": {\"form_year\": {\"value\": 2024}}, \"resources\": ["
                           "{\"name\": \"summary\", \"title\": \"2023年汇总表\", \"schema\": \"summary.json\"}]}",
                           "resources[0](summary).title: names 2023年, and form_year is 2024");
}

/* Years of a label against base_year 2023 and since_year 2022. */
static void
expect_years(const char *years, const char *text, const char *refusal)
{
    static const char PACKAGE[] =
        "{\"name\": \"dated\", \"x:cycle\": {\"base_year\": {\"value\": 2023}, \"since_year\": {\"value\": 2022}}, "
        "\"resources\": [{\"name\": \"summary\", \"title\": \"表\", \"schema\": \"summary.json\"}]}";
    const char *schema = arena_printf(arena,
                                      "{\"fields\": [{\"name\": \"a\", \"type\": \"string\", \"x:type\": \"integer\", "
                                      "\"x:place\": \"row\", \"x:clause\": \"一\", \"x:years\": \"%s\", %s}]}",
                                      years, text)
                             .ptr;
    Err err = {0};
    assert_true(tree_make(arena_printf(arena, "%s/dated", folder).ptr, 0755, &err));
    assert_true(file_write(arena_printf(arena, "%s/dated/datapackage.json", folder).ptr, text_of(PACKAGE), 0644, &err));
    assert_true(file_write(arena_printf(arena, "%s/dated/summary.json", folder).ptr, text_of(schema), 0644, &err));
    upload_read(folder, "dated", arena, &err);
    if (strstr(err.message, refusal) == NULL || (refusal[0] == '\0' && err.code != ERR_NONE))
        fail_msg("%s %s: %s", years, text, err.message);
    assert_true(tree_remove(arena_printf(arena, "%s/dated", folder).ptr, &err));
}

static void
a_label_names_the_years_that_its_field_asks_for(void **state)
{
    (void)state;
    expect_years("base", "\"title\": \"2022年收入\"", "fields[0](a).title: names 2022年, and x:years asks for 2023年");
    expect_years("base", "\"title\": \"收入\", \"x:aliases\": [\"2023年收入\", \"2021年收入\"]",
                 "fields[0](a).x:aliases[1]: names 2021年");
    expect_years("since", "\"title\": \"获奖（2021年以来）\"",
                 "fields[0](a).title: names 2021年, and x:years asks for 2022年起");
    expect_years("base-1", "\"title\": \"投入\", \"description\": \"2023年数\"",
                 "fields[0](a).description: names 2023年");
    expect_years("base-2..base", "\"title\": \"2018-2020年收入\"", "names 2018年, and x:years asks for 2021至2023年");
    expect_years("base-1", "\"title\": \"2022、2023年投入\"", "");
    expect_years("since", "\"title\": \"获奖（2022年以来）\"", "");
    expect_years("base", "\"title\": \"服务2000家以上\"", "");
    expect_years("base", "\"title\": \"上年收入\"", "");
}

static void
a_label_with_two_meanings_is_refused(void **state)
{
    (void)state;
    assert_refused(
        FIELD("a", "名称", ", \"x:type\": \"name\"") "," FIELD("b", "名称（全称）", ", \"x:type\": \"name\""),
        "fields[1](b): shares a label");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\"") "," FIELD("a", "乙", ", \"x:type\": \"name\""),
                   "fields[1](a): a field of that name");
}

static void
wrong_parts_of_a_schema_are_refused_with_path(void **state)
{
    static const char *const CASES[][2] = {
        {"\"x:layout\": \"sheet\"", "x:layout: unknown layout"},
        {"\"x:layout\": \"form\"", "x:sections: a form has sections"},
        {"\"x:layout\": \"list\", \"x:sections\": []", "x:sections: a form has sections"},
        {"\"x:notice\": \"\"", "x:notice: empty"},
        {"\"x:factor\": 1", "x:factor: unknown key"},
        {"\"x:layout\": \"form\", \"x:words\": [\"设备\"]", "x:words: words that name a list or table"},
        {"\"x:other-words\": \"入选名单\"", "x:other-words: words that name a list or table"},
        {"\"x:other-columns\": []", "x:other-columns: arrays of labels"},
        {"\"x:other-columns\": [\"入选年份\"]", "x:other-columns[0]: an array of labels"},
        {"\"x:other-columns\": [[\"入选年份\"], []]", "x:other-columns[1]: an array of labels"},
        {"\"x:other-columns\": [[1]]", "x:other-columns[0][0]"},
        {"\"x:layout\": \"list\", \"x:other-columns\": [[\"入选年份\"]]", "x:other-columns: arrays of labels"},
        {"\"x:layout\": \"list\", \"x:words\": []", "x:words: words that name a list"},
        {"\"x:layout\": \"list\", \"x:words\": [1]", "x:words[0]"},
        {"\"x:units\": []", "x:units: an object"},
        {"\"x:units\": {\"万元\": \"元\"}", "x:units.万元: an object"},
        {"\"x:units\": {\"万元\": {\"元\": 0.0001}}", "x:units.万元.元: a string"},
        {"\"x:units\": {\"万元\": {\"元\": \"1e-4\"}}", "x:units.万元.元: not a decimal"},
        {"\"x:units\": {\"万元\": {\"元\": \"万分之一\"}}", "x:units.万元.元: not a decimal"},
        {"\"x:units\": {\"万元\": {\"元\": \"0\"}}", "x:units.万元.元: not a decimal"},
        {"\"x:units\": {\"万元\": {\"元\": \"-1\"}}", "x:units.万元.元: not a decimal"},
        {"\"x:units\": {\"万元\": {\"亿元\": \"1000\"}}", "x:units.万元.亿元: not what that unit is"},
        {"\"x:lists\": {\"行业\": []}", "x:lists.行业: a list of choices"},
        {"\"x:comparable\": \"new\"", "x:comparable: without"},
        {"\"x:layout\": \"form\", \"x:sections\": [{\"section\": \"1.1\", \"title\": \"甲\", \"dimension\": \"1\"}]",
         "x:sections[0].dimension: no section before"},
        {"\"x:layout\": \"form\", \"x:sections\": [{\"section\": \"1\", \"title\": \"甲\"}, {\"section\": \"1\", "
         "\"title\": \"乙\"}]",
         "x:sections[1]: a section of that number"},
        {"\"x:layout\": \"form\", \"x:sections\": [{\"section\": \"1\", \"title\": \"甲\", \"star\": true}]",
         "x:sections[0].star: unknown key"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
        assert_schema_refused(
            arena_printf(arena, "{%s, \"fields\": [%s]}", CASES[i][0], FIELD("a", "甲", ", \"x:type\": \"text\"")).ptr,
            CASES[i][1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_summary_has_the_columns_of_fujians_attachment),
        cmocka_unit_test(a_label_is_known_with_and_without_its_note),
        cmocka_unit_test(every_register_is_known_by_its_file_name),
        cmocka_unit_test(a_wrong_field_is_refused_with_file_and_path),
        cmocka_unit_test(wrong_words_for_choices_are_refused),
        cmocka_unit_test(a_schema_that_is_not_there_is_a_wrong_package),
        cmocka_unit_test(a_resource_of_a_name_is_there_once),
        cmocka_unit_test(a_title_names_the_year_of_the_form),
        cmocka_unit_test(a_label_names_the_years_that_its_field_asks_for),
        cmocka_unit_test(a_label_with_two_meanings_is_refused),
        cmocka_unit_test(wrong_parts_of_a_schema_are_refused_with_path),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
