#include "charset/declared.h"

#include <strings.h>
#include <unistd.h>

#include "base/file.h"

typedef enum ClaimKind { CLAIM_OTHER, CLAIM_GB, CLAIM_FOREIGN, CLAIM_ESCAPES } ClaimKind;

typedef struct Claim {
    Text name; /* or how the name begins */
    ClaimKind kind;
    const char *shown;
    const char *refusal;
} Claim;

static const Claim claims[] = {
    {TEXT("gb"), CLAIM_GB, NULL, NULL},
    {TEXT("x-gbk"), CLAIM_GB, NULL, NULL},
    {TEXT("cp936"), CLAIM_GB, NULL, NULL},
    {TEXT("ms936"), CLAIM_GB, NULL, NULL},
    {TEXT("windows-936"), CLAIM_GB, NULL, NULL},
    {TEXT("euc-cn"), CLAIM_GB, NULL, NULL},
    {TEXT("csgb"), CLAIM_GB, NULL, NULL},
    {TEXT("chinese"), CLAIM_GB, NULL, NULL},
    {TEXT("big5"), CLAIM_FOREIGN, "Big5", "encoding_big5"},
    {TEXT("cn-big5"), CLAIM_FOREIGN, "Big5", "encoding_big5"},
    {TEXT("x-x-big5"), CLAIM_FOREIGN, "Big5", "encoding_big5"},
    {TEXT("cp950"), CLAIM_FOREIGN, "Big5", "encoding_big5"},
    {TEXT("windows-950"), CLAIM_FOREIGN, "Big5", "encoding_big5"},
    {TEXT("shift"), CLAIM_FOREIGN, "Shift_JIS", "encoding_shift_jis"},
    {TEXT("sjis"), CLAIM_FOREIGN, "Shift_JIS", "encoding_shift_jis"},
    {TEXT("x-sjis"), CLAIM_FOREIGN, "Shift_JIS", "encoding_shift_jis"},
    {TEXT("ms_kanji"), CLAIM_FOREIGN, "Shift_JIS", "encoding_shift_jis"},
    {TEXT("cp932"), CLAIM_FOREIGN, "Shift_JIS", "encoding_shift_jis"},
    {TEXT("windows-31j"), CLAIM_FOREIGN, "Shift_JIS", "encoding_shift_jis"},
    {TEXT("hz"), CLAIM_ESCAPES, "HZ-GB-2312", "encoding_declared"},
    {TEXT("utf-7"), CLAIM_ESCAPES, "UTF-7", "encoding_declared"},
    {TEXT("iso-2022"), CLAIM_ESCAPES, "ISO-2022", "encoding_declared"},
};

/* What a file's bytes look like. */
typedef struct Look {
    bool wide;       /* some are not ASCII */
    bool three;      /* there are leads of UTF-8 characters of three bytes or more */
    uint64_t pairs;  /* read as GBK */
    uint64_t common; /* of these, the 3,755 everyday characters of GB 2312 */
    unsigned char lead;
} Look;

static const Claim *
claim_of(Text name)
{
    static const Claim other = {TEXT(""), CLAIM_OTHER, NULL, NULL};
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++)
        if (name.len >= claims[i].name.len && strncasecmp(name.ptr, claims[i].name.ptr, claims[i].name.len) == 0)
            return &claims[i];
    return &other;
}

static void
look_at(Look *look, const unsigned char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        look->wide = look->wide || bytes[i] >= 0x80;
        look->three = look->three || bytes[i] >= 0xE0;
        if (look->lead != 0) {
            look->pairs++;
            look->common += look->lead >= 0xB0 && look->lead <= 0xD7 && bytes[i] >= 0xA1;
            look->lead = 0;
        } else if (bytes[i] > 0x80) {
            look->lead = bytes[i];
        }
    }
}

static bool
look_through(int fd, Look *look, Err *err)
{
    unsigned char block[DECODER_BLOCK];
    ssize_t got = lseek(fd, 0, SEEK_SET) < 0 ? -1 : file_read_some(fd, block, sizeof block);
    *look = (Look){0};
    while (got > 0) {
        look_at(look, block, (size_t)got);
        got = file_read_some(fd, block, sizeof block);
    }
    return got == 0 || err_set(err, ERR_IO, "could not look at the file's bytes: %m");
}

static void
refuse_foreign(const Claim *claim, EncodingVerdict *verdict)
{
    verdict->fits = false;
    verdict->refusal = claim->refusal;
    verdict->foreign = claim->shown;
    verdict->why = "declared";
}

/*
 * The bytes fit GB18030 or CP936, and something else is declared. Characters of UTF-8 with a wrong byte among them, and
 * Latin letters with accents, read as GBK make pairs of which few are everyday characters.
 */
static bool
weigh_gb(int fd, const Claim *claim, const Look *look, EncodingVerdict *verdict, Err *err)
{
    bool plain = claim->kind == CLAIM_OTHER && 2 * look->common > look->pairs;
    if (plain) {
        verdict->why = "not utf-8, everyday characters of gb 2312, against what is declared";
        return true;
    }
    if (!encoding_check(fd, ENCODING_UTF8, "", verdict, err))
        return false;
    if (claim->kind != CLAIM_OTHER)
        refuse_foreign(claim, verdict);
    return true;
}

/* Few characters of GBK may also be UTF-8, but then none of three bytes. */
static bool
weigh_utf8(int fd, const Claim *claim, const Look *look, EncodingVerdict *verdict, Err *err)
{
    if (claim->kind == CLAIM_ESCAPES && !look->wide) {
        refuse_foreign(claim, verdict);
        verdict->bad_line = 1;
        return true;
    }
    if (claim->kind != CLAIM_GB || !look->wide || look->three)
        return true;
    EncodingVerdict declared;
    if (!encoding_check(fd, ENCODING_GB18030, "declared, fits gb18030", &declared, err))
        return false;
    if (declared.fits)
        *verdict = declared;
    return true;
}

bool
declared_probe(int fd, Text name, EncodingVerdict *verdict, Err *err)
{
    Look look;
    if (!encoding_probe(fd, verdict, err))
        return false;
    if (!verdict->fits || verdict->bom_len > 0 || name.len == 0)
        return true;
    const Claim *claim = claim_of(name);
    if (!look_through(fd, &look, err))
        return false;
    if (verdict->encoding == ENCODING_UTF8)
        return weigh_utf8(fd, claim, &look, verdict, err);
    bool gb = verdict->encoding == ENCODING_GB18030 || verdict->encoding == ENCODING_CP936;
    return !gb || claim->kind == CLAIM_GB || weigh_gb(fd, claim, &look, verdict, err);
}
