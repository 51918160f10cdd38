#include "trace/saying.h"

#include "results/timewords.h"

typedef enum Way { WAY_WORD, WAY_TITLES, WAY_TIME, WAY_WORDING } Way;

/* Which facts are said in which way; the group is the catalogue's, or that of trace.json. */
static const struct {
    const char *key;
    Way way;
    const char *group;
} ways[] = {
    {"decision", WAY_WORD, "decision"},
    {"outcome", WAY_WORD, "outcome"},
    {"severity", WAY_WORD, "severity"},
    {"state", WAY_WORD, "figure"},
    {"unit_source", WAY_WORD, "unit_source"},
    {"reasons", WAY_TITLES, NULL},
    {"codes", WAY_TITLES, NULL},
    {"code", WAY_TITLES, NULL},
    {"left_reason", WAY_TITLES, NULL},
    {"refused_code", WAY_TITLES, NULL},
    {"received_at", WAY_TIME, NULL},
    {"first_seen_at", WAY_TIME, NULL},
    {"changed_at", WAY_TIME, NULL},
    {"ruled_at", WAY_TIME, NULL},
    {"as_of", WAY_TIME, NULL},
    {"date", WAY_TIME, NULL},
    {"valid_until", WAY_TIME, NULL},
    {"found", WAY_WORDING, "found"},
    {"counts_against_quota", WAY_WORDING, "flag"},
    {"this", WAY_WORDING, "this"},
    {"ignored", WAY_WORDING, "ignored"},
    {"kept", WAY_WORDING, "kept"},
    {"passed", WAY_WORDING, "passed"},
    {"waived", WAY_WORDING, "flag"},
    {"verdict", WAY_WORDING, "verdict"},
    {"source", WAY_WORDING, "source"},
    {"format", WAY_WORDING, "format"},
    {"encoding_why", WAY_WORDING, "encoding_why"},
    {"delimiter", WAY_WORDING, "delimiter"},
};

/* "found_true" of trace.json; the value itself where there is no such word. */
static Text
worded(const State *state, const Wording *words, const char *group, Text value)
{
    const char *key = arena_printf(state->arena, "%s_%" TEXT_FMT, group, TEXT_ARG(value)).ptr;
    Text word = wording_get(words, key);
    return text_equal(word, text_of(key)) ? value : word;
}

Text
saying_of(const State *state, const Wording *words, Text key, Text value)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!text_equal(key, text_of(ways[i].key)))
            continue;
        switch (ways[i].way) {
        case WAY_WORD:
            return state_word(state, ways[i].group, value);
        case WAY_TITLES:
            return state_titles(state, value, state->arena);
        case WAY_TIME:
            return timewords(state, value);
        default:
            return worded(state, words, ways[i].group, value);
        }
    }
    return value;
}
