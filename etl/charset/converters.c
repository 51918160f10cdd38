#include "charset/converters.h"

#include <iconv.h>

#include "charset/codepage.h"
#include "charset/encoding.h"

enum { ENCODINGS = 2 };

struct Converters {
    size_t count;
    iconv_t held[ENCODINGS + CODEPAGE_COUNT];
};

static bool
hold(Converters *converters, const char *name, Err *err)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return err_set(err, ERR_CONFIG, "could not open converter from \"%s\": %m", name);
    converters->held[converters->count++] = converter;
    return true;
}

static bool
hold_code_pages(Converters *converters, Err *err)
{
    char name[CODEPAGE_NAME];
    for (size_t i = 0; i < CODEPAGE_COUNT; i++) {
        codepage_listed(i, name);
        if (!hold(converters, name, err))
            return false;
    }
    return true;
}

Converters *
converters_hold(bool code_pages, Err *err)
{
    Converters *converters = mem_alloc(sizeof *converters);
    converters->count = 0;
    if (hold(converters, encoding_name(ENCODING_GB18030), err) &&
        hold(converters, encoding_name(ENCODING_CP936), err) && (!code_pages || hold_code_pages(converters, err)))
        return converters;
    converters_release(converters);
    return NULL;
}

void
converters_release(Converters *converters)
{
    if (converters == NULL)
        return;
    for (size_t i = 0; i < converters->count; i++)
        iconv_close(converters->held[i]);
    mem_free(converters);
}
