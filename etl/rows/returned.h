/* What tells a file that went back to the city that sent it. */
#ifndef HUIZONG_ROWS_RETURNED_H
#define HUIZONG_ROWS_RETURNED_H

/* Who has written the comments in a copy that goes back. */
#define RETURNED_COMMENT_AUTHOR "huizong"

/* The columns that lead the rows of a list. A list that has either completes the one in force: taken for a whole one, it would replace that. */
#define RETURNED_ROW_NO "原行号"
#define RETURNED_REASON "退回原因"
#define RETURNED_SHEET                                                                                                 \
    "原工作表" /* only where several sheets of the file are lists of the kind; does not make a list a completion */

#endif
