#include "table/labelindex.h"

#include "schema/label.h"

struct LabelIndex {
    Text *slots; /* a power of two, at most half of them taken; without text: free */
    size_t mask;
    size_t longest; /* bytes */
};

static char
small(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Fowler, Noll and Vo's, of 64 bits. */
static size_t
slot_of(const LabelIndex *index, Text text)
{
    uint64_t digest = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < text.len; i++)
        digest = (digest ^ (unsigned char)small(text.ptr[i])) * UINT64_C(0x100000001b3);
    return (size_t)(digest >> 32) & index->mask;
}

static bool
is_same(Text label, Text text)
{
    if (label.len != text.len)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (label.ptr[i] != small(text.ptr[i]))
            return false;
    }
    return true;
}

/* Where the text stands, or may be put. */
static Text *
find_slot(const LabelIndex *index, Text text)
{
    size_t slot = slot_of(index, text);
    while (index->slots[slot].len > 0 && !is_same(index->slots[slot], text))
        slot = (slot + 1) & index->mask;
    return &index->slots[slot];
}

static size_t
count_labels(const UploadSet *set)
{
    size_t count = 0;
    for (size_t i = 0; i < set->kind_count; i++)
        for (size_t j = 0; j < set->kinds[i].field_count; j++)
            count += set->kinds[i].fields[j].alias_count;
    return count;
}

static void
add_field(LabelIndex *index, const Field *field)
{
    for (size_t i = 0; i < field->alias_count; i++) {
        Text alias = field->aliases[i];
        *find_slot(index, alias) = alias;
        index->longest = alias.len > index->longest ? alias.len : index->longest;
    }
}

LabelIndex *
labelindex_new(const UploadSet *set, Arena *arena)
{
    LabelIndex *index = arena_alloc(arena, sizeof *index);
    size_t room = 2;
    for (size_t least = count_labels(set) * 2; room < least;)
        room *= 2;
    *index = (LabelIndex){.slots = arena_array(arena, room, sizeof(Text)), .mask = room - 1};
    for (size_t i = 0; i < set->kind_count; i++) {
        const UploadKind *kind = &set->kinds[i];
        for (size_t j = 0; kind->layout != LAYOUT_FORM && j < kind->field_count; j++)
            if (!kind->fields[j].in_head)
                add_field(index, &kind->fields[j]);
    }
    return index;
}

bool
labelindex_has(const LabelIndex *index, Text text)
{
    return text.len > 0 && text.len <= index->longest && find_slot(index, text)->len > 0;
}

bool
labelindex_knows(const LabelIndex *index, Text written, Arena *arena)
{
    Label label = label_new(written, arena);
    return labelindex_has(index, label.whole) || labelindex_has(index, label.bare);
}
