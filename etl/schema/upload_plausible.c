#include "schema/upload_plausible.h"

#include "schema/upload_value.h"
#include "text/decimal.h"

static Text
read_most(Json json, Arena *arena, Err *err)
{
    static const char *const KEYS[] = {"most", NULL};
    Decimal most;
    Text rest;
    json_only(json, KEYS, err);
    Json member = json_member(json, "most");
    Text text = upload_text_read(member, arena, err);
    if (text.len > 0 && (!decimal_read(text, &most, &rest) || !text_equal(decimal_text(&most, arena), text)))
        json_refuse(member, "not a decimal like \"100000\"", err);
    return text;
}

/* No notice prints such limits: who sets one says why. */
static void
require_reason(Json owner, Arena *arena, Err *err)
{
    Json limits = json_member(owner, "x:plausible");
    Json reason = json_member(owner, "x:plausible-why");
    if (json_has(limits) != json_has(reason))
        json_refuse(json_has(limits) ? limits : reason, "x:plausible and x:plausible-why go together", err);
    else if (json_has(reason))
        upload_text_read(reason, arena, err);
}

static UploadUnit *
unit_named(UploadKind *kind, Text name)
{
    for (size_t i = 0; i < kind->unit_count; i++) {
        if (text_equal(kind->units[i].unit, name))
            return &kind->units[i];
    }
    return NULL;
}

void
upload_plausible_units(Json schema, UploadKind *kind, Arena *arena, Err *err)
{
    Json limits = json_member(schema, "x:plausible");
    require_reason(schema, arena, err);
    if (json_has(limits) && json_type(limits) != JSON_OBJECT)
        json_refuse(limits, "an object of units is expected", err);
    for (size_t i = 0; i < json_count(limits); i++) {
        Json limit = json_value(limits, i);
        UploadUnit *unit = unit_named(kind, json_key(limits, i));
        if (unit == NULL)
            json_refuse(limit, "no such unit in x:units", err);
        else
            unit->most = read_most(limit, arena, err);
    }
}

Text
upload_plausible_field(Json json, const Field *field, Arena *arena, Err *err)
{
    Json limit = json_member(json, "x:plausible");
    require_reason(json, arena, err);
    if (!json_has(limit))
        return field->units != NULL ? field->units->most : TEXT_NONE;
    if (field->units == NULL)
        json_refuse(limit, "only a number with a unit has such a limit", err);
    return read_most(limit, arena, err);
}
