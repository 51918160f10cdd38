/* The Chinese words for what a cycle's files write in English keys. */
#ifndef HUIZONG_SCHEMA_CYCLE_WORDS_H
#define HUIZONG_SCHEMA_CYCLE_WORDS_H

#include "schema/cycle.h"
#include "schema/upload.h"

/* "deadline" to "受理截止时间"; the key itself where it is unknown. */
Text
cycle_word_key(Text key);

/* A value for reading: 是, 否, 无, a word of a closed list, a date or time in Chinese ("2023年6月12日 24:00"), else as it stands; in `arena`. */
Text
cycle_word_value(const Setting *setting, Arena *arena);

/* "city" to "设区市". */
Text
cycle_word_unit_type(Text type);

Text
cycle_word_field_type(FieldType type);

/* "口径不同：…", in `arena`. */
Text
cycle_word_comparable(Comparable comparable, Text why, Arena *arena);

/* The years that a field's x:years means in that cycle: "2022年", "2020至2022年", "2021年起"; TEXT_NONE where it has none. In `arena`. */
Text
cycle_word_years(Text years, const Cycle *cycle, Arena *arena);

/* "申报书3份，汇总表2份，光盘2份", in `arena`. */
Text
cycle_word_copies(const CycleCopies *copies, Arena *arena);

#endif
