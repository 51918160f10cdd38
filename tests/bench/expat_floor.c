/*
 * The floor that an xlsx reader is measured against: inflates every member of a package and gives the XML to expat with
 * empty handlers.
 */
#include <stdio.h>

#include <expat.h>
#include <zip.h>

static void
on_start(void *context, const char *name, const char **attributes)
{
    (void)context, (void)name, (void)attributes;
}

static void
on_end(void *context, const char *name)
{
    (void)context, (void)name;
}

static void
on_text(void *context, const char *bytes, int len)
{
    (void)context, (void)bytes, (void)len;
}

static int
parse_member(zip_t *zip, zip_uint64_t index)
{
    static char piece[65536];
    zip_int64_t got;
    enum XML_Status status = XML_STATUS_OK;
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    XML_Parser parser = XML_ParserCreateNS(NULL, '|');
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    while (status == XML_STATUS_OK && (got = zip_fread(file, piece, sizeof piece)) > 0)
        status = XML_Parse(parser, piece, (int)got, 0);
    XML_ParserFree(parser);
    zip_fclose(file);
    return status == XML_STATUS_OK ? 0 : 1;
}

int
main(int argc, char **argv)
{
    int error = 0, failed = 0;
    zip_t *zip = argc == 2 ? zip_open(argv[1], ZIP_RDONLY, &error) : NULL;
    if (zip == NULL)
        return 66;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
        failed |= parse_member(zip, (zip_uint64_t)i);
    zip_discard(zip);
    return failed;
}
