#include "table/claim.h"

/* Two characters. */
enum { GENERIC_ALIAS_BYTES = 2 * 3 };

/* How surely a column is meant to be a field: by the match, then by the alias's place in the schema, then from left to right. */
typedef struct Claim {
    Candidate *candidate;
    const Field *field;
    LabelMatch match;
    size_t alias;
} Claim;

static bool
is_surer(const Claim *left, const Claim *right)
{
    if (label_trust(left->match) != label_trust(right->match))
        return left->match > right->match;
    return left->alias != right->alias ? left->alias < right->alias : left->match > right->match;
}

bool
claim_counts_things(const Field *field)
{
    return field->type == FIELD_INTEGER && field->unit.len > 0;
}

/* What tells a kind from others is neither found inside the whole name of another's column (企业名称 is no 名称 of an APP), nor by a general word at a label's end. Of counted things it is no other way: 采集点数量 counts no machines. */
static bool
is_too_little(const Candidate *candidate, const Field *field, LabelMatch match, size_t alias)
{
    bool general = match == LABEL_ENDS_WITH && alias > 0 && field->aliases[alias].len <= GENERIC_ALIAS_BYTES;
    return label_trust(match) < LABEL_BARE &&
           (claim_counts_things(field) ? match == LABEL_ENDS_WITH && field->aliases[alias].len <= GENERIC_ALIAS_BYTES
                                       : field->expected && (candidate->kinds > 0 || general));
}

static Claim
claim_on(Candidate *candidate, const Field *field, const LabelSet *begins)
{
    Claim claim = {candidate, field, LABEL_NONE, 0};
    for (size_t i = 0; i < candidate->way_count; i++) {
        Claim other = claim;
        if (!label_may_match(&candidate->ways[i], begins))
            continue;
        other.match = label_match(&candidate->ways[i], field, &other.alias);
        if (other.match > LABEL_NONE && !is_too_little(candidate, field, other.match, other.alias) &&
            is_surer(&other, &claim))
            claim = other;
    }
    return claim;
}

/* Every claim of a column on a field of the table; those of the head block have none. `begins`: of each field's aliases. */
static Claim *
claims_of(const Candidates *found, const UploadKind *kind, const LabelSet *begins, Arena *arena, size_t *count)
{
    Claim *claims = arena_array(arena, found->count * kind->field_count, sizeof *claims);
    *count = 0;
    for (size_t i = 0; i < found->count; i++) {
        for (size_t j = 0; j < kind->field_count; j++) {
            Claim claim = claim_on(&found->items[i], &kind->fields[j], &begins[j]);
            if (!kind->fields[j].in_head && claim.match > LABEL_NONE)
                claims[(*count)++] = claim;
        }
    }
    return claims;
}

static bool
is_settled(const Candidates *found, const Claim *claim)
{
    if (claim->candidate->head.field != NULL)
        return true;
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].head.field == claim->field)
            return true;
    }
    return false;
}

static const Claim *
surest_claim(const Candidates *found, const Claim *claims, size_t count)
{
    const Claim *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const Claim *claim = &claims[i];
        if ((best == NULL || is_surer(claim, best)) && !is_settled(found, claim))
            best = claim;
    }
    return best;
}

static const Candidate *
holder_of(const Candidates *found, const Field *field)
{
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].head.field == field)
            return &found->items[i];
    }
    return NULL;
}

/* A column that is no field, though its label names one as surely as the column that is. */
static void
note_rivals(const Candidates *found, const Claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        HeaderColumn *head = &claims[i].candidate->head;
        const Candidate *holder = holder_of(found, claims[i].field);
        if (head->field == NULL && head->rival == NULL && label_trust(claims[i].match) >= label_trust(holder->match))
            head->rival = claims[i].field;
    }
}

void
claim_settle(Candidates *found, const UploadKind *kind, const LabelSet *begins, Arena *arena)
{
    size_t count;
    const Claim *claims = claims_of(found, kind, begins, arena, &count);
    for (size_t i = 0; i < found->count; i++) {
        found->items[i].head.field = NULL;
        found->items[i].head.rival = NULL;
    }
    for (const Claim *claim; (claim = surest_claim(found, claims, count)) != NULL;) {
        claim->candidate->head.field = claim->field;
        claim->candidate->head.titled = claim->alias == 0 && label_trust(claim->match) == LABEL_BARE;
        claim->candidate->match = claim->match;
        claim->candidate->alias = claim->alias;
    }
    note_rivals(found, claims, count);
}
