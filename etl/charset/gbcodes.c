#include "charset/gbcodes.h"

#include "base/arena.h"

/* iconv passes surrogates and more than one character through, so what it gives is checked again. */
static Utf8
convert(iconv_t converter, const unsigned char *bytes, size_t len)
{
    Utf8 out = {0};
    char *from = (char *)bytes;
    char *to = out.bytes;
    size_t from_left = len, to_left = UTF8_LONGEST;
    size_t result = iconv(converter, &from, &from_left, &to, &to_left);
    size_t made = UTF8_LONGEST - to_left;
    if (result == 0 && from_left == 0 && made > 0 && utf8_step((const unsigned char *)out.bytes, made) == (int)made)
        out.len = (unsigned char)made;
    else
        iconv(converter, NULL, NULL, NULL, NULL);
    return out;
}

GbCodes *
gbcodes_open(const char *name, bool four, Err *err)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) {
        err_set(err, ERR_CONFIG, "could not open converter from \"%s\": %m", name);
        return NULL;
    }
    GbCodes *codes = mem_alloc(sizeof *codes);
    memset(codes, 0, sizeof *codes);
    codes->converter = converter;
    codes->four = four;
    codes->euro = convert(converter, (const unsigned char[]){0x80}, 1);
    return codes;
}

void
gbcodes_close(GbCodes *codes)
{
    if (codes == NULL)
        return;
    iconv_close(codes->converter);
    mem_free(codes);
}

/* A small file needs few lead bytes. */
static void
fill_pairs(GbCodes *codes, unsigned char lead)
{
    for (int trail = GB_TRAIL_FIRST; trail <= GB_TRAIL_LAST; trail++) {
        unsigned char code[2] = {lead, (unsigned char)trail};
        Utf8 character = convert(codes->converter, code, sizeof code);
        GbPair *pair = &codes->pairs[trail][lead];
        memcpy(pair->bytes, character.bytes, sizeof pair->bytes);
        pair->len = character.len < UTF8_LONGEST ? character.len : 0;
    }
    codes->filled[lead] = true;
}

int
gbcodes_step(GbCodes *codes, const unsigned char *bytes, size_t left, Utf8 *out)
{
    unsigned char lead = bytes[0];
    if (lead < 0x80) {
        *out = (Utf8){1, {(char)lead}};
        return lead != 0 ? 1 : -1;
    }
    if (lead < GB_LEAD_FIRST || lead > GB_LEAD_LAST) {
        *out = lead == 0x80 ? codes->euro : (Utf8){0};
        return out->len > 0 ? 1 : -1;
    }
    if (left < 2)
        return 0;
    if (bytes[1] >= GB_TRAIL_FIRST && bytes[1] < 0xFF) {
        if (!codes->filled[lead])
            fill_pairs(codes, lead);
        *out = convert(codes->converter, bytes, 2);
        return out->len > 0 ? 2 : -1;
    }
    if (!codes->four || bytes[1] < '0' || bytes[1] > '9')
        return -1;
    if (left < 4)
        return 0;
    *out = convert(codes->converter, bytes, 4);
    return out->len > 0 ? 4 : -1;
}

/* Asked once: it takes a millisecond. */
bool
gbcodes_whole(GbCodes *codes)
{
    if (codes->asked_whole)
        return codes->whole;
    codes->asked_whole = true;
    codes->whole = true;
    for (unsigned lead = GB_WHOLE_FIRST; lead <= GB_WHOLE_LAST && codes->whole; lead++) {
        for (unsigned trail = GB_WHOLE_FIRST; trail <= GB_WHOLE_LAST && codes->whole; trail++) {
            Utf8 character;
            codes->whole = gbcodes_step(codes, (const unsigned char[]){(unsigned char)lead, (unsigned char)trail}, 2,
                                        &character) == 2;
        }
    }
    return codes->whole;
}
