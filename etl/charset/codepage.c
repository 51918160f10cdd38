#include "charset/codepage.h"

#include <stdio.h>
#include <string.h>

#include <iconv.h>

enum { MOST = 4 /* bytes of UTF-8 that one byte can become */ };

struct CodePage {
    iconv_t converter;
};

/* Those that iconv knows by another name than "CP" and the number. */
static const struct {
    int number;
    const char *name;
} others[] = {{10000, "MACINTOSH"},         {32768, "MACINTOSH"}, {10007, "MAC-CYRILLIC"},
              {10029, "MAC-CENTRALEUROPE"}, {32769, "CP1252"},    {10008, "EUC-CN"}};

static const int numbers[] = {437, 737, 775, 850, 852, 855,  857,  858,  860,  861,  862,  863,  864,  865,  866,
                              869, 874, 932, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1361};

bool
codepage_name(int number, char name[CODEPAGE_NAME])
{
    name[0] = '\0';
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (others[i].number == number)
            snprintf(name, CODEPAGE_NAME, "%s", others[i].name);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (numbers[i] == number)
            snprintf(name, CODEPAGE_NAME, "CP%d", number);
    return name[0] != '\0';
}

void
codepage_listed(size_t index, char name[CODEPAGE_NAME])
{
    enum { OTHERS = sizeof others / sizeof others[0], NUMBERS = sizeof numbers / sizeof numbers[0] };
    _Static_assert(OTHERS + NUMBERS == CODEPAGE_COUNT, "every code page is listed");
    codepage_name(index < OTHERS ? others[index].number : numbers[index - OTHERS], name);
}

CodePage *
codepage_open(int number)
{
    char name[CODEPAGE_NAME];
    iconv_t converter = (iconv_t)-1;
    if (codepage_name(number, name))
        converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return NULL;
    CodePage *page = mem_alloc(sizeof *page);
    page->converter = converter;
    return page;
}

void
codepage_close(CodePage *page)
{
    if (page == NULL)
        return;
    iconv_close(page->converter);
    mem_free(page);
}

bool
codepage_text(CodePage *page, Text bytes, Buf *out)
{
    if (bytes.len == 0)
        return true;
    if (memchr(bytes.ptr, '\0', bytes.len) != NULL)
        return false;
    char *text = mem_alloc(MOST * bytes.len);
    char *from = (char *)bytes.ptr, *to = text;
    size_t from_left = bytes.len, to_left = MOST * bytes.len;
    iconv(page->converter, NULL, NULL, NULL, NULL);
    size_t result = iconv(page->converter, &from, &from_left, &to, &to_left);
    if (result == 0)
        result = iconv(page->converter, NULL, NULL, &to, &to_left);
    bool good = result == 0 && from_left == 0 && buf_append(out, text, (size_t)(to - text));
    mem_free(text);
    return good;
}

bool
codepage_may_be_chinese(Text bytes)
{
    enum { FIRST = 0xA1, LAST_LEAD = 0xF7, LAST_TRAIL = 0xFE };
    for (size_t i = 0; i + 1 < bytes.len; i++) {
        unsigned char lead = (unsigned char)bytes.ptr[i], trail = (unsigned char)bytes.ptr[i + 1];
        if (lead >= FIRST && lead <= LAST_LEAD && trail >= FIRST && trail <= LAST_TRAIL)
            return true;
    }
    return false;
}
