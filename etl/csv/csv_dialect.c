#include "csv/csv_dialect.h"

#include <stdint.h>
#include <string.h>

enum { VOTERS = 64, CANDIDATES = 4 };

static const struct {
    Text text;
    const char *name;
} candidates[CANDIDATES] = {
    {{",", 1}, "comma"}, {{"\t", 1}, "tab"}, {{";", 1}, "semicolon"}, {{"，", 3}, "fullwidth-comma"}};

typedef struct Ballot {
    size_t counts[CANDIDATES];
} Ballot;

/* Counts the separators of one record and gives the offset behind it, or SIZE_MAX where its quotes never close. */
static size_t
count_record(Text sample, size_t at, bool heed_quotes, Ballot *ballot)
{
    bool quoted = false;
    memset(ballot, 0, sizeof *ballot);
    for (; at < sample.len; at++) {
        char byte = sample.ptr[at];
        if (byte == '"')
            quoted = heed_quotes && !quoted;
        if (quoted)
            continue;
        if (byte == '\n' || byte == '\r')
            return at + 1;
        for (size_t i = 0; i < CANDIDATES; i++)
            ballot->counts[i] += text_starts_with(text_sub(sample, at, candidates[i].text.len), candidates[i].text);
    }
    return quoted ? SIZE_MAX : at;
}

/* The best of count times lines with that count, over the counts that occur. */
static size_t
score(const Ballot *ballots, size_t ballot_count, size_t candidate)
{
    size_t best = 0;
    for (size_t i = 0; i < ballot_count; i++) {
        size_t lines = 0;
        for (size_t j = 0; j < ballot_count; j++)
            lines += ballots[j].counts[candidate] == ballots[i].counts[candidate];
        size_t product = lines * ballots[i].counts[candidate];
        best = product > best ? product : best;
    }
    return best;
}

Text
csv_delimiter(Text sample)
{
    Ballot ballots[VOTERS];
    size_t count = 0, winner = 0, highest = 0;
    for (size_t at = 0; at < sample.len && count < VOTERS; count++) {
        size_t after = count_record(sample, at, true, &ballots[count]);
        at = after != SIZE_MAX ? after : count_record(sample, at, false, &ballots[count]);
    }
    for (size_t i = 0; i < CANDIDATES; i++) {
        size_t points = score(ballots, count, i);
        if (points > highest) {
            highest = points;
            winner = i;
        }
    }
    return candidates[winner].text;
}

const char *
csv_delimiter_name(Text delimiter)
{
    for (size_t i = 0; i < CANDIDATES; i++)
        if (text_equal(delimiter, candidates[i].text))
            return candidates[i].name;
    return "";
}
