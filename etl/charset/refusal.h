/* The refusal of a file whose encoding cannot be told, with the place in a clerk's words. */
#ifndef HUIZONG_CHARSET_REFUSAL_H
#define HUIZONG_CHARSET_REFUSAL_H

#include "charset/encoding.h"
#include "rows/sink.h"

/* Of a verdict that does not fit, at the place that a person finds. Always false. */
bool
refusal_of_encoding(Sink *sink, const EncodingVerdict *verdict, Place place, Err *err);

#endif
