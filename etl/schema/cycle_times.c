#include "schema/cycle_times.h"

#include "text/calendar.h"

/* What could not be read is compared with nothing. */
enum { UNKNOWN = -1 };

/* Uploads are read as people write; a cycle's file says it as every program that reads the file does. "9" stands for a digit. */
static bool
has_form(Text text, const char *form)
{
    size_t i = 0;

    for (; i < text.len && form[i] != '\0'; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        bool sign = form[i] == '+' && (text.ptr[i] == '+' || text.ptr[i] == '-');
        if (form[i] == '9' ? !digit : !sign && text.ptr[i] != form[i])
            return false;
    }
    return i == text.len && form[i] == '\0';
}

static bool
read_zone(Json settings, Cycle *cycle, Err *err)
{
    Json zone = setting_value(settings, "zone");
    Text text = json_string(zone, err);

    if (has_form(text, "+99:99") && calendar_read_offset(text, &cycle->offset_minutes))
        return true;
    return json_refuse(zone, "not an offset like +08:00", err);
}

/* The first second of a day in the cycle's offset. */
static int64_t
read_date(Json value, const Cycle *cycle, Err *err)
{
    CalendarTime time;
    Text text = json_string(value, err);

    if (has_form(text, "9999-99-99") && calendar_read(text, &time) && time.precision == CALENDAR_DAY)
        return calendar_instant(&time, cycle->offset_minutes);
    json_refuse(value, "not a date like 2022-03-10", err);
    return UNKNOWN;
}

static int64_t
read_instant(Json value, bool zone_known, const Cycle *cycle, Err *err)
{
    CalendarTime time;
    Text text = json_string(value, err);

    if (!has_form(text, "9999-99-99T99:99:99+99:99") || !calendar_read(text, &time) || !time.has_offset) {
        json_refuse(value, "not an instant like 2022-03-18T15:00:00+08:00", err);
        return UNKNOWN;
    }
    if (zone_known && time.offset_minutes != cycle->offset_minutes)
        json_refuse(value, "another offset than zone", err);
    return calendar_instant(&time, cycle->offset_minutes);
}

static void
refuse_unless_later(Json value, int64_t instant, int64_t than, const char *why, Err *err)
{
    if (instant != UNKNOWN && than != UNKNOWN && instant <= than)
        json_refuse(value, why, err);
}

static void
read_onward(Json settings, bool zone_known, const Cycle *cycle, Err *err)
{
    Json onward = setting_value(settings, "onward_deadline");

    if (json_type(onward) == JSON_NULL)
        return;
    int64_t instant = read_instant(onward, zone_known, cycle, err);
    if (instant != UNKNOWN && instant < cycle->deadline)
        json_refuse(onward, "before deadline: what the units may still hand in could not be passed on", err);
}

static void
read_retention(Json settings, const Cycle *cycle, Err *err)
{
    Json until = setting_value(settings, "retain_until");

    if (json_type(until) != JSON_NULL)
        refuse_unless_later(until, read_date(until, cycle, err), cycle->deadline, "not after the deadline", err);
}

void
cycle_times_read(Json settings, Cycle *cycle, Err *err)
{
    Json deadline = setting_value(settings, "deadline");
    bool zone_known = read_zone(settings, cycle, err);

    cycle->notice_at = read_date(setting_value(settings, "notice_date"), cycle, err);
    cycle->deadline = read_instant(deadline, zone_known, cycle, err);
    cycle->deadline_inclusive = setting_flag(settings, "deadline_inclusive", err);
    refuse_unless_later(deadline, cycle->deadline, cycle->notice_at, "not after notice_date", err);
    read_onward(settings, zone_known, cycle, err);
    read_retention(settings, cycle, err);
}
