/* run.json: what was exported, from which definitions and registers, how much of it, and what still keeps the onward
 * package a draft. It holds nothing of the machine or the moment: the same state gives the same bytes. */
#ifndef HUIZONG_OFFICE_PACKAGE_H
#define HUIZONG_OFFICE_PACKAGE_H

#include "office/outbox.h"
#include "office/state.h"

bool
package_write_run(const State *state, const Outbox *outbox, Err *err);

/* How many uploads and nominations wait for a person. */
size_t
package_pending(const State *state);

/* The night's last line: "福建省…：收到 23 件，接受 15，退回 6；推荐 8，占名额 7；需处理 5 项"; in the state's arena. */
Text
package_summary_line(const State *state);

#endif
