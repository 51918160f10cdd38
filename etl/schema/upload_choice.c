#include "schema/upload_choice.h"

#include "schema/field.h"
#include "schema/upload_parts.h"
#include "schema/upload_value.h"
#include "text/filler.h"
#include "text/fold.h"

enum { YES, NO, YES_OR_NO };

static void
use_choices(Field *field, Text *choices, size_t count)
{
    field->choices = choices;
    field->choice_count = count;
}

static void
read_open_choices(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    const ChoiceList *list = upload_list(kind, upload_text_read(json, arena, err));
    field->open = true;
    if (list == NULL)
        json_refuse(json, "no such list in x:lists", err);
    if (field->type != FIELD_ENUM || field->choice_count > 0)
        json_refuse(json, "not on an enum without constraints.enum", err);
    if (list != NULL)
        use_choices(field, list->choices, list->choice_count);
}

static size_t
choice_named(const Field *field, Text folded, Arena *arena)
{
    size_t i = 0;
    while (i < field->choice_count && !text_equal(fold_key(field->choices[i], arena), folded))
        i++;
    return i;
}

static bool
says_nothing(Text word)
{
    Filler filler = filler_kind(word);
    return filler != FILLER_NOT && filler != FILLER_NONE;
}

static void
add_word(Json json, size_t choice, Field *field, Arena *arena, Err *err)
{
    Text word = upload_text_read(json, arena, err);
    Text folded = fold_key(word, arena);
    if (choice_named(field, folded, arena) < field->choice_count)
        json_refuse(json, "a choice itself", err);
    else if (field_word(field, folded) != NULL)
        json_refuse(json, "said before", err);
    else if (folded.len == 0 || says_nothing(word))
        json_refuse(json, "says nothing", err);
    else
        field->words[field->word_count++] = (ChoiceWord){folded, choice};
}

static size_t
count_words(Json lists)
{
    size_t count = 0;
    for (size_t i = 0; i < json_count(lists); i++)
        count += json_count(json_value(lists, i));
    return count;
}

/* {"自研": ["自主研发"]} */
static void
read_words(Json lists, Field *field, Arena *arena, Err *err)
{
    if (field->type != FIELD_ENUM || field->open || json_type(lists) != JSON_OBJECT) {
        json_refuse(lists, "an object, of an enum with constraints.enum, is expected", err);
        return;
    }
    field->words = arena_array(arena, count_words(lists), sizeof *field->words);
    for (size_t i = 0; i < json_count(lists); i++) {
        Json list = json_value(lists, i);
        size_t choice = choice_named(field, fold_key(json_key(lists, i), arena), arena);
        if (choice == field->choice_count || json_type(list) != JSON_ARRAY)
            json_refuse(list, "a choice of constraints.enum with a list of words is expected", err);
        for (size_t k = 0; k < json_count(list); k++)
            add_word(json_at(list, k), choice, field, arena, err);
    }
}

/* trueValues or falseValues: first the printed answer, then other words for it. */
static void
read_answers(Json list, size_t choice, Field *field, Arena *arena, Err *err)
{
    if (json_has(list) && !text_equal(json_string(json_at(list, 0), err), field->choices[choice]))
        json_refuse(list, choice == YES ? "是 does not stand first" : "否 does not stand first", err);
    for (size_t k = 1; k < json_count(list); k++)
        add_word(json_at(list, k), choice, field, arena, err);
}

static void
read_yes_or_no(Json json, Field *field, Arena *arena, Err *err)
{
    static Text answers[] = {[YES] = {"是", sizeof "是" - 1}, [NO] = {"否", sizeof "否" - 1}};
    Json yes = json_member(json, "trueValues");
    Json no = json_member(json, "falseValues");
    use_choices(field, answers, YES_OR_NO);
    field->words = arena_array(arena, json_count(yes) + json_count(no), sizeof *field->words);
    read_answers(yes, YES, field, arena, err);
    read_answers(no, NO, field, arena, err);
}

void
upload_choice_read(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    Json open = json_member(json, "x:choices");
    Json words = json_member(json, "x:words");
    if (json_has(open))
        read_open_choices(open, kind, field, arena, err);
    if (json_has(words))
        read_words(words, field, arena, err);
    if (field->type == FIELD_BOOLEAN)
        read_yes_or_no(json, field, arena, err);
    if (field->type == FIELD_ENUM && field->choice_count == 0)
        json_refuse(json, "an enum without constraints.enum or x:choices", err);
}
