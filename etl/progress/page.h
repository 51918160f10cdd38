/* 进度通报.html: one page to open at a glance, on a screen, a phone or paper; without scripts and outside addresses. */
#ifndef HUIZONG_PROGRESS_PAGE_H
#define HUIZONG_PROGRESS_PAGE_H

#include "progress/progress.h"

bool
page_write(const Progress *progress, const char *path, Err *err);

#endif
