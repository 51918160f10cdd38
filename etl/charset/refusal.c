#include "charset/refusal.h"

/* The offset counts from 0, the bytes from 1. */
bool
refusal_of_encoding(Sink *sink, const EncodingVerdict *verdict, Place place, Err *err)
{
    unsigned long long offset = verdict->bad_offset;
    Text raw = arena_printf(sink->run, "第%llu字节起（偏移%llu）：%s", offset + 1, offset, verdict->bad_hex);
    Text read_as = text_of(verdict->foreign != NULL ? verdict->foreign : encoding_name(verdict->encoding));
    return sink_refuse(sink, verdict->refusal, (Remark){place, raw, read_as, TEXT("UTF-8, GB18030")}, err);
}
