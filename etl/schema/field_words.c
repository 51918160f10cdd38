#include "schema/field_words.h"

#include <inttypes.h>

#include "base/buf.h"

enum { LIST_CEILING = 64 * 1024 };

Text
field_words_join(const Text *parts, size_t count, Arena *arena)
{
    Buf list = buf_new(LIST_CEILING);

    for (size_t i = 0; i < count; i++) {
        if ((i > 0 && !buf_text(&list, TEXT("、"))) || !buf_text(&list, parts[i]))
            break;
    }
    Text joined = arena_text(arena, buf_view(&list));
    buf_free(&list);
    return joined;
}

Text
field_words_section(const FormSection *section, Arena *arena)
{
    if (text_equal(section->section, section->title))
        return section->title;
    return arena_printf(arena, "%" TEXT_FMT " %" TEXT_FMT "%s", TEXT_ARG(section->section), TEXT_ARG(section->title),
                        section->starred ? "*" : "");
}

Text
field_words_place(const Field *field, Arena *arena)
{
    const FormSection *section = field->section;

    if (section == NULL)
        return field->in_head ? TEXT("表头") : TEXT("栏目");
    Text place = field_words_section(section, arena);
    if (field->group.len > 0)
        place = arena_printf(arena, "%" TEXT_FMT "　%" TEXT_FMT, TEXT_ARG(place), TEXT_ARG(field->group));
    if (field->blank > 0)
        place = arena_printf(arena, "%" TEXT_FMT "　第%" PRId64 "空", TEXT_ARG(place), field->blank);
    return place;
}

Text
field_words_unit(const Field *field, Arena *arena)
{
    if (field->unit_assumed.len == 0)
        return field->unit;
    return arena_printf(arena, "%" TEXT_FMT "（假定：%" TEXT_FMT "）", TEXT_ARG(field->unit),
                        TEXT_ARG(field->unit_assumed));
}

Text
field_words_range(const Field *field, Arena *arena)
{
    if (field->choice_count > 0)
        return field_words_join(field->choices, field->choice_count, arena);
    if (field->word_limit > 0)
        return arena_printf(arena, "不超过%" PRId64 "字", field->word_limit);
    if (field->minimum.len > 0 && field->maximum.len > 0)
        return arena_printf(arena, "%" TEXT_FMT "至%" TEXT_FMT, TEXT_ARG(field->minimum), TEXT_ARG(field->maximum));
    if (field->minimum.len > 0)
        return arena_printf(arena, "不小于%" TEXT_FMT, TEXT_ARG(field->minimum));
    return field->maximum.len > 0 ? arena_printf(arena, "不大于%" TEXT_FMT, TEXT_ARG(field->maximum)) : TEXT_NONE;
}
