/* What a sheet for people says of a field, in Chinese. Results live in the arena, or borrow from the field. */
#ifndef HUIZONG_SCHEMA_FIELD_WORDS_H
#define HUIZONG_SCHEMA_FIELD_WORDS_H

#include "schema/upload.h"

/* "a、b、c" */
Text
field_words_join(const Text *parts, size_t count, Arena *arena);

/* "1.1 工业设备数量*", "（1）工业互联网平台基本信息", "封面". */
Text
field_words_section(const FormSection *section, Arena *arena);

/* Where it stands: 表头, 栏目; in a form its section, the label it stands under and which blank it is. */
Text
field_words_place(const Field *field, Arena *arena);

/* The unit, with the reason where it is assumed. */
Text
field_words_unit(const Field *field, Arena *arena);

/* What may be written there: its choices, a limit of 字, its bounds; TEXT_NONE where nothing is said. */
Text
field_words_range(const Field *field, Arena *arena);

#endif
