#include "csv/csv_dialect.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "text/character.h"

enum { VOTERS = 64, CANDIDATES = 5 };

static const struct {
    Text text;
    Text name;
} candidates[CANDIDATES] = {{TEXT(","), TEXT("comma")},
                            {TEXT("\t"), TEXT("tab")},
                            {TEXT(";"), TEXT("semicolon")},
                            {TEXT("，"), TEXT("fullwidth-comma")},
                            {TEXT("|"), TEXT("bar")}};

typedef struct Ballot {
    size_t counts[CANDIDATES];
} Ballot;

static bool
is_digit_at(Text text, size_t at)
{
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static bool
is_inside_number(Text sample, size_t at)
{
    return sample.ptr[at] == ',' && at > 0 && is_digit_at(sample, at - 1) && is_digit_at(sample, at + 1);
}

/* A tab that portals put beside the comma, so that a number stays text. */
static bool
is_padding(Text sample, size_t at)
{
    return sample.ptr[at] == '\t' &&
           ((at > 0 && sample.ptr[at - 1] == ',') || (at + 1 < sample.len && sample.ptr[at + 1] == ','));
}

/* Counts the separators of one record and gives the offset behind it, or SIZE_MAX where its quotes never close. */
static size_t
count_record(Text sample, size_t at, bool heed_quotes, bool heed_numbers, Ballot *ballot)
{
    bool quoted = false;
    memset(ballot, 0, sizeof *ballot);
    for (; at < sample.len; at++) {
        char byte = sample.ptr[at];
        if (byte == '"')
            quoted = heed_quotes && !quoted;
        if (quoted || is_padding(sample, at) || (heed_numbers && is_inside_number(sample, at)))
            continue;
        if (byte == '\n' || byte == '\r')
            return at + 1;
        for (size_t i = 0; i < CANDIDATES; i++)
            ballot->counts[i] += text_starts_with(text_sub(sample, at, candidates[i].text.len), candidates[i].text);
    }
    return quoted ? SIZE_MAX : at;
}

static size_t
collect_votes(Text sample, bool heed_numbers, Ballot *ballots)
{
    size_t count = 0;
    for (size_t at = 0; at < sample.len && count < VOTERS; count++) {
        size_t after = count_record(sample, at, true, heed_numbers, &ballots[count]);
        at = after != SIZE_MAX ? after : count_record(sample, at, false, heed_numbers, &ballots[count]);
    }
    return count;
}

/* Points: count times lines with that count. */
typedef struct Score {
    size_t points;
    size_t lines;
} Score;

/* The best over the counts that occur. */
static Score
score(const Ballot *ballots, size_t ballot_count, size_t candidate)
{
    Score best = {0, 0};
    for (size_t i = 0; i < ballot_count; i++) {
        size_t lines = 0;
        for (size_t j = 0; j < ballot_count; j++)
            lines += ballots[j].counts[candidate] == ballots[i].counts[candidate];
        size_t points = lines * ballots[i].counts[candidate];
        if (points > best.points)
            best = (Score){points, lines};
    }
    return best;
}

/*
 * Points tell, then lines. Full-width commas are in every long sentence: one note of many is no table, where another
 * separator has more lines.
 */
static bool
beats(Score votes, Score best, size_t candidate)
{
    bool prose = text_equal(candidates[candidate].name, TEXT("fullwidth-comma")) && votes.lines < best.lines;
    bool more = votes.points > best.points || (votes.points == best.points && votes.lines > best.lines);
    return more && !prose;
}

/* The winner's points, 0 where nothing was voted for. */
static size_t
elect(Text sample, bool heed_numbers, size_t *winner)
{
    Ballot ballots[VOTERS];
    size_t count = collect_votes(sample, heed_numbers, ballots);
    Score best = {0, 0};
    for (size_t i = 0; i < CANDIDATES; i++) {
        Score votes = score(ballots, count, i);
        if (beats(votes, best, i)) {
            best = votes;
            *winner = i;
        }
    }
    return best.points;
}

Text
csv_delimiter(Text sample)
{
    size_t winner = 0;
    if (elect(sample, true, &winner) == 0)
        elect(sample, false, &winner);
    return candidates[winner].text;
}

/* Punctuation, tab, or the first byte of what is not ASCII. */
static bool
may_separate(char byte)
{
    return byte == '\t' || (unsigned char)byte >= 0x80 || (ispunct((unsigned char)byte) && byte != '"' && byte != '=');
}

size_t
csv_sep_line(Text sample, Text *delimiter, Arena *arena)
{
    static const Text word = {"sep=", 4};
    Text start = text_sub(sample, 0, word.len);
    if (!text_equal(start, word) && !text_equal(start, TEXT("SEP=")))
        return 0;
    Text character = sample.len > word.len ? character_at(sample, word.len) : TEXT_NONE;
    size_t end = word.len + character.len;
    if (character.len == 0 || !may_separate(character.ptr[0]) || end == sample.len)
        return 0;
    if (sample.ptr[end] != '\r' && sample.ptr[end] != '\n')
        return 0;
    *delimiter = arena_text(arena, character);
    return end + 1 + (text_equal(text_sub(sample, end, 2), TEXT("\r\n")) ? 1 : 0);
}

Text
csv_delimiter_name(Text delimiter)
{
    for (size_t i = 0; i < CANDIDATES; i++)
        if (text_equal(delimiter, candidates[i].text))
            return candidates[i].name;
    return delimiter;
}
