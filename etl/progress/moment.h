/* The report's moment and its times in words, in the cycle's zone. */
#ifndef HUIZONG_PROGRESS_MOMENT_H
#define HUIZONG_PROGRESS_MOMENT_H

#include "progress/progress.h"

/* "距截止还有2天3小时", "距截止还有59分59秒"; at a deadline that is included "此刻截止"; then "已截止1秒". To the second in the last hour
 * and the first one behind. */
Text
moment_left(const Progress *progress);

/* True once nothing that comes is in time. */
bool
moment_over(const Progress *progress);

/* "6月12日 18:00" of an ISO time, with seconds where it has some; TEXT_NONE of TEXT_NONE. */
Text
moment_short(const Progress *progress, Text iso);

/* As the notice prints it: "2023年6月12日 24:00". */
Text
moment_deadline(const Progress *progress);

#endif
