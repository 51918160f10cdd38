#include "trees.h"

#include "bytes.h"

#include <string.h>

/* json_string and json_integer are base/json's own in this program. */
#include <jansson.h>

enum { TREE_DEPTH = 24, TREE_FLAGS = JSON_COMPACT | JSON_ENCODE_ANY };

size_t
LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);

/* A number below `count`; the seed goes on. */
static size_t
tree_pick(unsigned *seed, size_t count)
{
    *seed = *seed * 1103515245 + 12345;
    return count > 0 ? (*seed >> 8) % count : 0;
}

static json_t *
tree_member(json_t *tree, size_t index)
{
    if (json_is_array(tree))
        return json_array_get(tree, index);
    void *at = json_object_iter(tree);
    while (index-- > 0)
        at = json_object_iter_next(tree, at);
    return json_object_iter_value(at);
}

static size_t
tree_size(const json_t *tree)
{
    return json_is_array(tree) ? json_array_size(tree) : json_is_object(tree) ? json_object_size(tree) : 0;
}

/* Some value below `tree`, `tree` itself at times. */
static json_t *
tree_some(json_t *tree, unsigned *seed)
{
    for (int depth = 0; depth < TREE_DEPTH && tree_size(tree) > 0 && tree_pick(seed, 8) > 0; depth++)
        tree = tree_member(tree, tree_pick(seed, tree_size(tree)));
    return tree;
}

/* The same as text, changed as bytes. */
static json_t *
tree_changed_text(const json_t *text)
{
    char bytes[512];
    size_t len = json_string_length(text);
    if (len >= sizeof bytes / 2)
        return json_stringn("", 0);
    memcpy(bytes, json_string_value(text), len);
    len = LLVMFuzzerMutate((uint8_t *)bytes, len, sizeof bytes - 1);
    for (size_t i = 0; i < len; i++)
        bytes[i] = bytes[i] == '\0' ? '0' : bytes[i];
    json_t *changed = json_stringn(bytes, len);
    return changed != NULL ? changed : json_stringn("?", 1);
}

static json_t *
tree_other(const json_t *old, json_t *root, unsigned *seed)
{
    static const json_int_t NUMBERS[] = {0, 1, -1, 2023, 10000, INT64_MAX, INT64_MIN, 1LL << 32};
    switch (tree_pick(seed, 8)) {
    case 0:
        return json_null();
    case 1:
        return json_boolean(tree_pick(seed, 2));
    case 2:
        return json_pack("I", NUMBERS[tree_pick(seed, sizeof NUMBERS / sizeof NUMBERS[0])]);
    case 3:
        return json_real(0.5);
    case 4:
        return tree_pick(seed, 2) ? json_array() : json_object();
    case 5:
        return json_deep_copy(tree_some(root, seed));
    default:
        return json_is_string(old) ? tree_changed_text(old) : json_deep_copy(tree_some(root, seed));
    }
}

/* The value of that type that *left others come before; NULL with *left less by as many as there are. */
static json_t *
tree_nth(json_t *tree, json_type type, size_t *left)
{
    json_t *found = NULL;
    if (json_typeof(tree) == type && (*left)-- == 0)
        return tree;
    for (size_t i = 0; found == NULL && i < tree_size(tree); i++)
        found = tree_nth(tree_member(tree, i), type, left);
    return found;
}

/* Any value of that type, each as often as another; NULL where there is none. */
static json_t *
tree_any(json_t *root, json_type type, unsigned *seed)
{
    size_t left = SIZE_MAX;
    tree_nth(root, type, &left);
    size_t count = SIZE_MAX - left;
    left = tree_pick(seed, count);
    return count > 0 ? tree_nth(root, type, &left) : NULL;
}

/* One more, one less, or about a limit. */
static void
tree_change_number(json_t *root, unsigned *seed)
{
    static const json_int_t NUMBERS[] = {0,   1,    -1,    9,      10,     100,       101,       255,
                                         256, 2023, 10000, 100000, 100001, INT64_MAX, INT64_MIN, 1LL << 32};
    json_t *number = tree_any(root, JSON_INTEGER, seed);
    if (number == NULL)
        return;
    json_int_t near = (json_int_t)((uint64_t)json_integer_value(number) + 2 * tree_pick(seed, 2) - 1);
    json_int_t far = NUMBERS[tree_pick(seed, sizeof NUMBERS / sizeof NUMBERS[0])];
    json_integer_set(number, tree_pick(seed, 2) > 0 ? near : far);
}

/* What another object says, said by this one too: a name twice, a bound where there was none, an answer to another question. */
static void
tree_borrow(json_t *object, json_t *lender, unsigned *seed)
{
    if (object == lender || !json_is_object(object) || !json_is_object(lender) || json_object_size(lender) == 0)
        return;
    void *at = json_object_iter(lender);
    for (size_t index = tree_pick(seed, json_object_size(lender)); index > 0; index--)
        at = json_object_iter_next(lender, at);
    json_object_set_new(object, json_object_iter_key(at), json_deep_copy(json_object_iter_value(at)));
}

/* Two of one list, or any two. */
static void
tree_lend(json_t *root, unsigned *seed)
{
    json_t *list = tree_pick(seed, 2) > 0 ? tree_any(root, JSON_ARRAY, seed) : NULL;
    if (list != NULL)
        tree_borrow(json_array_get(list, tree_pick(seed, json_array_size(list))),
                    json_array_get(list, tree_pick(seed, json_array_size(list))), seed);
    else
        tree_borrow(tree_any(root, JSON_OBJECT, seed), tree_any(root, JSON_OBJECT, seed), seed);
}

/* One change to a member of an array or object. */
static void
tree_change_member(json_t *root, unsigned *seed)
{
    json_t *tree = tree_some(root, seed);
    for (int tries = 0; tries < TREE_DEPTH && tree_size(tree) == 0; tries++)
        tree = tree_some(root, seed);
    if (tree_size(tree) == 0)
        return;
    size_t index = tree_pick(seed, tree_size(tree)), way = tree_pick(seed, 6);
    json_t *other = tree_other(tree_member(tree, index), root, seed);
    if (json_is_array(tree)) {
        if (way == 0)
            json_array_remove(tree, index);
        else if (way == 1)
            json_array_insert(tree, index, other);
        else
            json_array_set(tree, index, other);
    } else {
        void *at = json_object_iter(tree);
        while (index-- > 0)
            at = json_object_iter_next(tree, at);
        if (way == 0)
            json_object_del(tree, json_object_iter_key(at));
        else if (way == 1)
            json_object_set(tree, "x:other", other);
        else
            json_object_iter_set(tree, at, other);
    }
    json_decref(other);
}

static void
tree_change(json_t *root, unsigned *seed)
{
    switch (tree_pick(seed, 4)) {
    case 0:
        tree_change_number(root, seed);
        break;
    case 1:
    case 2:
        tree_lend(root, seed);
        break;
    default:
        tree_change_member(root, seed);
    }
}

size_t
tree_mutate(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
    json_t *root = json_loadb((const char *)bytes, len, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL);
    if (root == NULL)
        return 0;
    tree_change(root, &seed);
    size_t needed = json_dumpb(root, NULL, 0, TREE_FLAGS);
    if (needed <= max)
        json_dumpb(root, (char *)bytes, needed, TREE_FLAGS);
    json_decref(root);
    return needed <= max ? needed : 0;
}
