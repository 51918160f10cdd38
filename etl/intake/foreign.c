#include "intake/foreign.h"

#include <sys/stat.h>

#include <strings.h>

typedef struct Pattern {
    Text head;
    Text tail;
    const char *reason;
} Pattern;

/* Lock files of Word, Excel, WPS and LibreOffice; what Windows and macOS put into folders; downloads and Word's drafts. */
static const Pattern patterns[] = {
    {TEXT("~$"), TEXT(""), "lock_file"},
    {TEXT(".~lock."), TEXT("#"), "lock_file"},
    {TEXT(".~"), TEXT(""), "lock_file"},
    {TEXT("Thumbs.db"), TEXT("Thumbs.db"), "system_file"},
    {TEXT("desktop.ini"), TEXT("desktop.ini"), "system_file"},
    {TEXT(".DS_Store"), TEXT(".DS_Store"), "system_file"},
    {TEXT("._"), TEXT(""), "system_file"},
    {TEXT(""), TEXT(".part"), "half_copied"},
    {TEXT(""), TEXT(".crdownload"), "half_copied"},
    {TEXT(""), TEXT(".tmp"), "half_copied"},
};

/* strncasecmp, in the C locale that the programs run in, folds ASCII letters only. */
static bool
fits(Text name, const Pattern *pattern)
{
    if (name.len < pattern->head.len || name.len < pattern->tail.len)
        return false;
    return strncasecmp(name.ptr, pattern->head.ptr, pattern->head.len) == 0 &&
           strncasecmp(name.ptr + name.len - pattern->tail.len, pattern->tail.ptr, pattern->tail.len) == 0;
}

const char *
foreign_reason(Text name, mode_t mode)
{
    if (S_ISLNK(mode))
        return "symlink";
    if (!S_ISREG(mode))
        return "not_a_file";
    for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
        if (fits(name, &patterns[i]))
            return patterns[i].reason;
    return NULL;
}
