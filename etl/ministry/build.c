#include "ministry/build.h"

#include <inttypes.h>

#include "ministry/difference.h"
#include "ministry/listfiles.h"
#include "ministry/warnings.h"
#include "results/indicators.h"
#include "results/summary.h"

static bool
write_workbooks(const Content *content, Parcel *parcel, Err *err)
{
    const State *state = content->state;
    const char *table = parcel_add(parcel, "table", summary_name(state, state->cycle->office), err);
    if (table == NULL || !summary_write_to(state, table, parcel->mark, err))
        return false;
    if (state->application == NULL)
        return true;
    const char *indicators = parcel_add(parcel, "indicator_table", TEXT("指标汇总"), err);
    return indicators != NULL &&
           indicators_write_to(state, indicators, parcel->mark, content->rows, content->row_count, err);
}

static bool
write_data(const Content *content, Db *db, Parcel *parcel, Err *err)
{
    return parcel_grid(parcel, "nominations", TEXT("推荐名单"), &content->nominations, err) &&
           (content->indicators.column_count == 0 ||
            parcel_grid(parcel, "indicators", TEXT("指标数据"), &content->indicators, err)) &&
           (!content->lists || listfiles_write(content, db, parcel, err));
}

static bool
write_difference(const BuildOrder *order, Parcel *parcel, Err *err)
{
    Grid difference;
    if (order->older == NULL)
        return true;
    Text stem = arena_printf(parcel->arena, "与v%" PRIu64 "的差异", order->older->signing.version);
    return difference_of(order->content, order->older_folder, order->older, parcel, &difference, err) &&
           parcel_grid(parcel, "difference", stem, &difference, err);
}

/* The lists' digests are what the difference report compares, so they are weighed before it and all of them behind it. */
static bool
write_all(const BuildOrder *order, Db *db, Parcel *parcel, Grid *warnings, Err *err)
{
    *warnings = warnings_of(order->content);
    return write_workbooks(order->content, parcel, err) && write_data(order->content, db, parcel, err) &&
           parcel_weigh(parcel, err) && write_difference(order, parcel, err) &&
           parcel_grid(parcel, "warnings", TEXT("已知提示"), warnings, err) &&
           parcel_characters(parcel, TEXT("生僻字"), err) && parcel_weigh(parcel, err) &&
           manifest_write(order->content, order->open, &order->signing, parcel, err);
}

bool
build_package(const BuildOrder *order, Db *db, const char *folder, Grid *warnings, Err *err)
{
    const State *state = order->content->state;
    Parcel parcel;
    Text mark = order->open->count > 0 ? messages_title(state->messages, TEXT("package_draft")) : TEXT_NONE;
    bool no_twin = openmatters_hold(order->open, TEXT("character_without_code"));
    bool ok =
        parcel_open(&parcel, folder, mark, no_twin, state->arena, err) && write_all(order, db, &parcel, warnings, err);
    parcel_close(&parcel);
    return ok;
}
