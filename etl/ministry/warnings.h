/* 已知提示: what is known to be doubtful in what is passed on, and does not keep it back. Without raw values, which may be people's. */
#ifndef HUIZONG_MINISTRY_WARNINGS_H
#define HUIZONG_MINISTRY_WARNINGS_H

#include "ministry/content.h"

enum {
    WARNING_LEVEL,
    WARNING_CODE,
    WARNING_TITLE,
    WARNING_UNIT,
    WARNING_PLATFORM,
    WARNING_FILE,
    WARNING_SHEET,
    WARNING_PLACE,
    WARNING_WHY,
    WARNING_COLUMNS
};

/* In the state's arena. */
Grid
warnings_of(const Content *content);

#endif
