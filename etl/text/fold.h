/*
 * Two ways to look at a written name. `fold_clean` keeps what was written and only takes away what no one sees
 * (Unicode NFC; control and zero-width characters, BiDi marks, blanks at both ends, runs of blanks to one).
 * `fold_key` is for matching alone and is never printed: NFKC (Unicode 15, by utf8proc), case folded, blanks and quotes (《》 too) dropped, brackets,
 * dashes and middle dots to one form, the notices' own slips (杀手铜/杀手锏, 其它/其他, 登陆/登录) made one.
 */
#ifndef HUIZONG_TEXT_FOLD_H
#define HUIZONG_TEXT_FOLD_H

#include "base/arena.h"

#include <stdint.h>

/* All live in `arena`. `text` must be valid UTF-8. */
Text
fold_clean(Text text, Arena *arena);

/* The same, but a line break between two wide characters leaves no blank: there a name was broken to fit its cell.
 * Behind what ends a name of its own (公司, 平台, 学院 …) the blank stays. */
Text
fold_clean_name(Text text, Arena *arena);

/* True where the last character ends a name of its own; blanks behind it do not count. */
bool
fold_ends_name(Text name);

Text
fold_key(Text text, Arena *arena);

/* True for an ideograph that fold_key leaves as it is, whatever stands before it; false where that is not certain. */
bool
fold_is_plain(Text character);

/* What fold_clean had to take away or what makes a name doubtful. */
enum {
    FOLD_INVISIBLE = 1, /* zero-width, BiDi or control characters were inside */
    FOLD_PRIVATE_USE =
        2, /* private-use characters: a decoder's guess, or a self-made character; the escape of a control that stands there as text */
    FOLD_REPLACEMENT =
        4 /* U+FFFD, what is no character (U+FFFF), half of a surrogate's escape: the sender's program had lost a character already */
};
unsigned
fold_oddities(Text text);

/* Word's count (字数): each CJK character 1, each run of letters and digits 1. */
uint64_t
fold_word_count(Text text);

/* The columns of a terminal that it takes: a wide character two, a combining one none. */
size_t
fold_columns(Text text);

/* The number of characters (code points). */
size_t
fold_length(Text text);

#endif
