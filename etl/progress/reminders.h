/* 催报通知-<step>.txt: for each unit that is missing, or has something to put right, a short text to paste. */
#ifndef HUIZONG_PROGRESS_REMINDERS_H
#define HUIZONG_PROGRESS_REMINDERS_H

#include "progress/progress.h"

/* How many units the texts of now go to. */
size_t
reminders_count(const Progress *progress);

/* The file's name, or TEXT_NONE where none is due: no step is reached, or nobody is to be reminded. */
Text
reminders_name(const Progress *progress);

/* Nothing is written where none is due. */
bool
reminders_write(const Progress *progress, const char *folder, Err *err);

#endif
