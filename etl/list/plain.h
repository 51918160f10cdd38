/*
 * Text that needs no cleaning: fold_clean gives it back as it is, and schema/convert has nothing to say of it. Known by
 * its bytes alone, since a list has hundreds of millions of characters: visible ASCII, single blanks between, the
 * ideographs U+4E00 to U+9FA5 (GBK has them all) and full-width signs. What is not known may be just as plain.
 */
#ifndef HUIZONG_LIST_PLAIN_H
#define HUIZONG_LIST_PLAIN_H

#include "base/text.h"

/* True where `text` is known to be plain; an empty text is not, nor one that a spreadsheet may take for a formula or that may be a filler (无, /, 同上). */
bool
plain_text(Text text);

/* fold_key of a plain text, in `out`, which has room for its length; false where it takes more than small letters and other brackets. */
bool
plain_fold(Text plain, char *out, size_t *len);

/* False where a text is surely none that marks a sample by itself: 例, （示例）. */
bool
plain_may_be_sample(Text text);

/* True where a text begins as names do, and as totals, notes, samples, hints and blank names do not. */
bool
plain_begins_a_name(Text text);

#endif
