/* The sentences that page and workbook share. */
#ifndef HUIZONG_PROGRESS_LINES_H
#define HUIZONG_PROGRESS_LINES_H

#include "progress/progress.h"

/* "截至6月12日 14:00，据6月12日 13:00的汇总结果；截止时间2023年6月12日 24:00，距截止还有10小时0分". */
Text
lines_moment(const Progress *progress);

/* "据6月12日 13:00的汇总结果", or that there was none yet. */
Text
lines_known(const Progress *progress);

/* Who is to be reminded now and where the texts stand; TEXT_NONE where no step is reached. */
Text
lines_reminder(const Progress *progress);

/* Files that have come since the last night, of all units and elsewhere; TEXT_NONE where there are none. */
Text
lines_pending(const Progress *progress);

/* What a change is of: the platform, or how its unit has reported. */
Text
lines_change_of(const Progress *progress, size_t row);

/* "待审查 → 推荐". */
Text
lines_change(const Progress *progress, size_t row);

/* What is compared with, or that there is nothing to compare with, or that nothing changed. */
Text
lines_changes_head(const Progress *progress);

/* What the columns count, a line each; NULL-terminated keys of wording. */
extern const char *const lines_notes[];

/* Findings that belong to no unit; TEXT_NONE where there are none. */
Text
lines_elsewhere(const Progress *progress);

/* The assumed values that the report rests on: the n-th as "受理截止时间：…（…）"; TEXT_NONE behind the last. */
Text
lines_assumption(const Progress *progress, size_t n);

#endif
