#include "out/htmlout.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/file.h"

enum { PAGE_MAX = 16 * 1024 * 1024, MARKUP_MAX = 1024 };

HtmlOut
htmlout_begin(void)
{
    return (HtmlOut){.page = buf_new(PAGE_MAX)};
}

static void
append(HtmlOut *html, Text bytes)
{
    if (bytes.len > 0 && !buf_text(&html->page, bytes))
        html->full = true;
}

void
htmlout_markup(HtmlOut *html, const char *markup)
{
    append(html, text_of(markup));
}

void
htmlout_printf(HtmlOut *html, const char *format, ...)
{
    char markup[MARKUP_MAX];
    va_list arguments;

    va_start(arguments, format);
    int len = vsnprintf(markup, sizeof markup, format, arguments);
    va_end(arguments);
    if (len < 0 || len >= MARKUP_MAX)
        html->full = true;
    else
        htmlout_markup(html, markup);
}

/* NULL: the byte stands for itself. */
static const char *
escaped(unsigned char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return byte < ' ' && byte != '\n' && byte != '\t' ? "" : NULL;
    }
}

void
htmlout_text(HtmlOut *html, Text text)
{
    size_t from = 0;
    for (size_t at = 0; at < text.len; at++) {
        const char *instead = escaped((unsigned char)text.ptr[at]);
        if (instead == NULL)
            continue;
        append(html, text_sub(text, from, at - from));
        htmlout_markup(html, instead);
        from = at + 1;
    }
    append(html, text_sub(text, from, text.len));
}

void
htmlout_element(HtmlOut *html, const char *tag, const char *attributes, Text text)
{
    htmlout_printf(html, "<%s%s>", tag, attributes);
    htmlout_text(html, text);
    htmlout_printf(html, "</%s>", tag);
}

bool
htmlout_write(const HtmlOut *html, const char *path, Err *err)
{
    if (html->full)
        return err_set(err, ERR_DATA, "page \"%s\" is larger than %d bytes", path, PAGE_MAX);
    return file_write(path, buf_view(&html->page), 0640, err);
}

void
htmlout_end(HtmlOut *html)
{
    buf_free(&html->page);
}
