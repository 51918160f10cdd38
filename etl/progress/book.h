/* 进度通报.xlsx: the figures of each unit and in total, what changed, native charts, and what each column counts. */
#ifndef HUIZONG_PROGRESS_BOOK_H
#define HUIZONG_PROGRESS_BOOK_H

#include "progress/progress.h"

bool
book_write(const Progress *progress, const char *path, Err *err);

#endif
