/* The columns that lead the rows of a list which go back to the city that sent them. A file that has both is no list: taken for one, it would replace the whole. */
#ifndef HUIZONG_ROWS_RETURNED_H
#define HUIZONG_ROWS_RETURNED_H

#define RETURNED_ROW_NO "原行号"
#define RETURNED_REASON "退回原因"

#endif
