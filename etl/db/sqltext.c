#include "db/sqltext.h"

#include <stdlib.h>
#include <string.h>

#include "db/sqltext_data.h"

static int
compare_name(const void *name, const void *file)
{
    return strcmp(name, ((const SqlText *)file)->name);
}

const SqlText *
sqltext_find(const char *name)
{
    return bsearch(name, sqltext_files, sqltext_file_count, sizeof(sqltext_files[0]), compare_name);
}

size_t
sqltext_count(void)
{
    return sqltext_file_count;
}

const SqlText *
sqltext_at(size_t index)
{
    return &sqltext_files[index];
}
