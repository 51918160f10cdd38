#include "setup/jsontext.h"

#include <inttypes.h>
#include <string.h>

#include "base/json.h"

/* Far above any cycle; the database would take a gigabyte. */
enum { JSON_CEILING = 64 * 1024 * 1024 };

JsonText
jsontext_begin(void)
{
    return (JsonText){.buf = buf_new(JSON_CEILING)};
}

void
jsontext_end(JsonText *json)
{
    buf_free(&json->buf);
}

void
jsontext_put(JsonText *json, const char *literal)
{
    buf_append(&json->buf, literal, strlen(literal));
}

/* Opens with { or [ or parts two members or elements. */
void
jsontext_part(JsonText *json)
{
    Text so_far = buf_view(&json->buf);
    char last = so_far.len > 0 ? so_far.ptr[so_far.len - 1] : '[';

    if (last != '[' && last != '{')
        jsontext_put(json, ",");
}

static void
put_key(JsonText *json, const char *key)
{
    jsontext_part(json);
    json_quote(&json->buf, text_of(key));
    jsontext_put(json, ":");
}

void
jsontext_text(JsonText *json, const char *key, Text value)
{
    put_key(json, key);
    if (value.ptr == NULL)
        jsontext_put(json, "null");
    else
        json_quote(&json->buf, value);
}

void
jsontext_json(JsonText *json, const char *key, Text value)
{
    put_key(json, key);
    buf_text(&json->buf, value);
}

void
jsontext_number(JsonText *json, const char *key, int64_t value)
{
    put_key(json, key);
    buf_printf(&json->buf, "%" PRId64, value);
}

void
jsontext_limit(JsonText *json, const char *key, int64_t value)
{
    if (value < 0)
        jsontext_text(json, key, TEXT_NONE);
    else
        jsontext_number(json, key, value);
}

void
jsontext_flag(JsonText *json, const char *key, bool value)
{
    put_key(json, key);
    jsontext_put(json, value ? "true" : "false");
}

void
jsontext_texts(JsonText *json, const char *key, const Text *texts, size_t count)
{
    put_key(json, key);
    jsontext_put(json, count > 0 ? "[" : "null");
    for (size_t i = 0; i < count; i++) {
        jsontext_part(json);
        json_quote(&json->buf, texts[i]);
    }
    jsontext_put(json, count > 0 ? "]" : "");
}

bool
jsontext_merge(Db *db, const char *statement, Text name, const JsonText *json, uint64_t *changed, Err *err)
{
    Text values[] = {name, buf_view(&json->buf)};
    bool has_name = name.ptr != NULL;
    uint64_t count = 0;

    if (!buf_whole(&json->buf))
        return err_set(err, ERR_CONFIG, "definitions are larger than %d bytes", JSON_CEILING);
    DbResult *result = db_query(db, statement, has_name ? values : values + 1, has_name ? 2 : 1, err);
    if (result == NULL)
        return false;
    if (db_rows(result) == 1)
        text_read_count(db_cell(result, 0, 0), &count);
    *changed += count;
    db_result_free(result);
    return true;
}
