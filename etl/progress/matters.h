/* What a unit has to put right: the lines of progress/blocks. */
#ifndef HUIZONG_PROGRESS_MATTERS_H
#define HUIZONG_PROGRESS_MATTERS_H

#include "progress/progress.h"

bool
matters_is_of(const Progress *progress, size_t block, size_t unit);

size_t
matters_count(const Progress *progress, size_t unit);

/* "推荐超出名额（2个）：“海丝云链平台”暂不计入…", "“厦云工业大脑”待审查，暂不计入：注册地疑在外地", "《来回改.csv》：缺少必填内容（2处）", "“闽江数造平台”申报材料未交，缺工业设备清单". */
Text
matters_line(const Progress *progress, size_t block);

#endif
