/*
 * The tokens of a web page, as browsers part it (the HTML standard, 13.2.5), but strict where markup is broken so that
 * it may swallow text: a "<" inside a tag, or a cell inside an attribute's value. Tokens borrow from the text.
 */
#ifndef HUIZONG_HTML_HTML_TOKEN_H
#define HUIZONG_HTML_HTML_TOKEN_H

#include "base/arena.h"
#include "base/limits.h"

typedef enum HtmlKind {
    HTML_TEXT,       /* a piece of text, its character references whole */
    HTML_START,      /* a start tag */
    HTML_END,        /* an end tag */
    HTML_RAW,        /* all that a script, style sheet, title … holds; its end tag follows */
    HTML_COMMENT,    /* <!--…--> */
    HTML_DECLARATION /* <!…>, <?…> */
} HtmlKind;

typedef struct HtmlAttribute {
    Text name;
    Text value; /* as written; ptr NULL where there is none */
} HtmlAttribute;

typedef struct HtmlToken {
    HtmlKind kind;
    Text name; /* of a tag, or of the element that is raw; in any case */
    Text text; /* of the others */
    HtmlAttribute attributes[LIMIT_HTML_ATTRIBUTES];
    size_t attribute_count;
    size_t used; /* bytes of the text that the token took */
} HtmlToken;

typedef enum HtmlState {
    HTML_TOKEN,  /* here is one */
    HTML_MORE,   /* the text ends within it */
    HTML_ENDED,  /* there is none any more */
    HTML_CUT,    /* the page ends within it */
    HTML_BROKEN, /* a tag that cannot be told */
} HtmlState;

enum { HTML_NAME_MAX = 16 };

/* What is remembered from token to token; begins as {0}. */
typedef struct HtmlTokens {
    char raw[HTML_NAME_MAX]; /* the element whose raw content comes next */
    size_t raw_len;
} HtmlTokens;

/* The token at the front of `text`; `ended`: nothing comes behind it. */
HtmlState
html_token_next(HtmlTokens *tokens, Text text, bool ended, HtmlToken *token);

/* True where both are the same name, whatever its case. */
bool
html_name_is(Text name, Text wanted);

/* The value of the first attribute of that name, "" where it has none; ptr NULL where there is no such attribute. */
Text
html_token_attribute(const HtmlToken *token, Text name);

/* The same with its character references read, in `arena` where it has any. */
Text
html_token_text(const HtmlToken *token, Text name, Arena *arena);

#endif
