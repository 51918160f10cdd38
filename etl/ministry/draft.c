#include "ministry/draft.h"

#include "base/tree.h"
#include "ministry/build.h"

bool
draft_write(const State *state, const Outbox *outbox, Err *err)
{
    const char *folder = outbox_path(outbox, TEXT("ministry"));
    BuildOrder order = {.content = content_gather(state, false, false, err), .open = openmatters_of(state, err)};
    Grid warnings;
    return order.content != NULL && order.open != NULL && tree_make(folder, 0750, err) &&
           build_package(&order, NULL, folder, &warnings, err);
}

static bool
said(const State *state, const char *column)
{
    return text_equal(state_cell(state, STATE_EXPORT, 0, column), TEXT("true"));
}

bool
draft_compare(State *state, Err *err)
{
    if (state_rows(state, STATE_EXPORT) == 0 || said(state, "disposed"))
        return true;
    const Content *content = content_gather(state, said(state, "lists"), said(state, "personal"), err);
    if (content == NULL)
        return false;
    Text version = state_cell(state, STATE_EXPORT, 0, "version");
    if (!text_equal(text_of(content->sha256), state_cell(state, STATE_EXPORT, 0, "state_sha256")))
        state_add_finding(state, (StateFinding){"warning", "final_package_differs",
                                                arena_printf(state->arena, "v%" TEXT_FMT, TEXT_ARG(version))});
    return true;
}
