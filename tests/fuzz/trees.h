/*
 * JSON that the fuzzer takes apart and puts together anew, so that what it changes is a value and not a bracket. A source of its own, since jansson and
 * base/json.h share names.
 */
#ifndef HUIZONG_TESTS_TREES_H
#define HUIZONG_TESTS_TREES_H

#include <stddef.h>
#include <stdint.h>

/* Changes one value; gives the new length, 0 where the bytes are no JSON or no room is left. */
size_t
tree_mutate(uint8_t *bytes, size_t len, size_t max, unsigned seed);

#endif
