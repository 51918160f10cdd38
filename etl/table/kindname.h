/* By which words a text (a title, the name of a sheet or file) names a kind of list or table. */
#ifndef HUIZONG_TABLE_KINDNAME_H
#define HUIZONG_TABLE_KINDNAME_H

#include "schema/upload.h"
#include "table/sheet.h"

/* Where the kind's title, or the last of its words (x:words), ends in the text, and its length; both 0: it is not named. Or those of another list (x:other-words), which names the text better. */
typedef struct KindName {
    size_t end;
    size_t len;
    bool other; /* it is that other list, and not one of the kind */
} KindName;

KindName
kindname_find(Text written, const UploadKind *kind, Arena *arena);

/* True for a cell that is no longer than a title, and no label with its value. */
bool
kindname_may_be_title(Text cell, Arena *arena);

/* The same in the cells of the rows before index `first`, but for those that hold a label and its value, and texts longer than a title. */
KindName
kindname_above(const Sheet *sheet, size_t first, const UploadKind *kind, Arena *arena);

/* True where the left names better. Chinese puts the thing itself last: 设备云模型清单 is of models; of two words that end together the longer says more. */
bool
kindname_is_surer(KindName left, KindName right);

/* The name of a list that the cycle does not take, which a sheet bears in a title or as its own name: 杀手锏APP清单 of 附件6：杀手锏APP清单; TEXT_NONE. In `arena`. */
Text
kindname_untaken(const Sheet *sheet, const UploadSet *set, Arena *arena);

/* The same of a file's name. */
Text
kindname_untaken_file(Text stem, const UploadSet *set, Arena *arena);

#endif
