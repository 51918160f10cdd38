#include "template/template.h"

#include "template/formsheet.h"
#include "template/notes.h"
#include "template/tablesheet.h"
#include "text/filename.h"

/* "附件3-2023年…汇总表", "工业设备清单" */
static Text
stem_of(const Template *template, Arena *arena)
{
    Text title = template->kind->title;
    if (template->kind->layout != LAYOUT_TABLE)
        return title;
    return arena_printf(arena, "%" TEXT_FMT "-%" TEXT_FMT, TEXT_ARG(template->cycle->attachment_no), TEXT_ARG(title));
}

bool
template_write(const Template *template, const char *dir, const char **path, Arena *arena, Err *err)
{
    const Text *words = template->phrases->words;
    Text stem = stem_of(template, arena);
    Text name = filename_safe(phrases_fill(words[PHRASE_FILE], stem, arena), arena);
    *path = arena_printf(arena, "%s/%" TEXT_FMT, dir, TEXT_ARG(name)).ptr;
    Blank blank = {template->cycle, template->kind, template->phrases, NULL, arena};
    blank.book = fillbook_open(*path, words[PHRASE_SHEET_LISTS], err);
    bool form = template->kind->layout == LAYOUT_FORM;
    bool ok = blank.book != NULL && (form ? formsheet_write(&blank, err) : tablesheet_write(&blank, err)) &&
              notes_write(&blank, stem, err) && fillbook_commit(blank.book, err);
    fillbook_free(blank.book);
    return ok;
}
