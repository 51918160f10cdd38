#include "form/form_claim.h"

#include "form/form_cells.h"
#include "text/character.h"
#include "text/fold.h"

/* So many rows below a header are looked at; where a third of them has the form's labels they are too many for a table. */
enum { ROWS_LOOKED = 60, BYTES_LOOKED = 256 * 1024, TITLE_CHARACTERS = 60, WORD_CHARACTERS = 3, DOUBT_SHARE = 3 };

/* The rows below the header. */
typedef struct Body {
    bool *seen; /* by field of the form: its label stands alone in a cell */
    size_t fields;
    size_t rows;
    size_t labelled; /* with a label where the table holds something else */
    size_t headings;
} Body;

typedef struct Claim {
    const Sheet *sheet;
    const Header *header;
    FormLabels labels;
    FormCells cells;
    Arena *arena;
} Claim;

/* Chinese puts the thing itself last: 申报书, 汇总表. */
static Text
last_word(Text title, Arena *arena)
{
    Text folded = fold_key(title, arena);
    size_t skip = fold_length(folded) > WORD_CHARACTERS ? fold_length(folded) - WORD_CHARACTERS : 0;
    size_t at = 0;
    for (; skip > 0; skip--)
        at += character_at(folded, at).len;
    return text_sub(folded, at, folded.len);
}

static size_t
last_end(Text folded, Text word)
{
    size_t end = 0;
    for (size_t at = text_find(folded, word, 0); at != SIZE_MAX; at = text_find(folded, word, at + 1))
        end = at + word.len;
    return end;
}

static bool
names_form(Text cell, const UploadSet *set, Arena *arena)
{
    Text folded = fold_key(cell, arena);
    size_t form = 0;
    size_t table = 0;
    for (size_t i = 0; i < set->kind_count && fold_length(cell) <= TITLE_CHARACTERS; i++) {
        const UploadKind *kind = &set->kinds[i];
        size_t end = last_end(folded, last_word(kind->title, arena));
        if (kind->layout == LAYOUT_FORM)
            form = end;
        else if (end > table)
            table = end;
    }
    return form > table;
}

bool
form_claim_titled(const Sheet *sheet, const UploadSet *set, size_t before, Arena *arena)
{
    bool titled = false;
    for (size_t index = 0; index < before && index < sheet->row_count; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count && !titled; column++)
            titled = names_form(sheet_cell(sheet, index, (int)column), set, arena);
    }
    return titled;
}

static bool
is_lone_label(const FormCell *cell)
{
    return cell->marks.count > 0 && form_mark_is_whole(&cell->marks.items[0], &cell->text);
}

/* A list may call its entries as the form calls its figures, 运行设备 above all; no enterprise and nobody is called so. */
static bool
may_hold_words(const Header *header, int column)
{
    const HeaderColumn *head = header_at(header, column);
    if (head == NULL || head->field == NULL || header->kind->layout != LAYOUT_LIST)
        return false;
    return head->field->type == FIELD_TEXT || head->field->type == FIELD_ENUM || head->field->type == FIELD_LONGTEXT;
}

static void
count_label(const Claim *claim, const FormMark *mark, Body *body)
{
    body->headings += mark->kind == FORM_MARK_HEADING && mark->title->numbered.len > 0;
    if (mark->kind != FORM_MARK_LABEL)
        return;
    bool *seen = &body->seen[mark->run.first->field - claim->labels.kind->fields];
    body->fields += !*seen;
    *seen = true;
}

/* The cells [first, last) of a row. */
static void
count_row(const Claim *claim, size_t first, size_t last, Body *body)
{
    bool labelled = false;
    if (header_repeats(claim->header, claim->sheet, claim->cells.items[first].index, claim->arena))
        return;
    for (size_t i = first; i < last; i++) {
        const FormCell *cell = &claim->cells.items[i];
        labelled = labelled || (is_lone_label(cell) && !may_hold_words(claim->header, cell->column));
    }
    body->rows++;
    body->labelled += labelled;
    for (size_t i = first; i < last && labelled; i++) {
        if (is_lone_label(&claim->cells.items[i]))
            count_label(claim, &claim->cells.items[i].marks.items[0], body);
    }
}

static Body
body_of(const Claim *claim)
{
    Body body = {.seen = arena_array(claim->arena, claim->labels.kind->field_count, sizeof(bool))};
    for (size_t first = 0; first < claim->cells.count;) {
        size_t last = first;
        size_t index = claim->cells.items[first].index;
        while (last < claim->cells.count && claim->cells.items[last].index == index)
            last++;
        if (index > claim->header->last)
            count_row(claim, first, last, &body);
        first = last;
    }
    return body;
}

/* What names itself, or has a column that nothing else has, or all that is required of it, is no form for its title's sake. */
static bool
is_surely_table(const Header *header)
{
    if (header->kind->layout == LAYOUT_LIST)
        return header->name.len > 0 || header->own_columns > 0;
    return header_is_whole(header);
}

static bool
is_part(const Body *body, const Header *header, bool mostly, bool titled)
{
    bool named = body->headings > 0 || titled;
    if (mostly)
        return body->fields > 1 || named;
    return named && body->fields > 1 && !is_surely_table(header);
}

static bool
may_be_part(const Body *body, const Header *header, bool mostly)
{
    bool many = body->labelled > 1 && body->labelled * DOUBT_SHARE > body->rows;
    return mostly || (many && body->fields > header->fields_found);
}

HeaderVerdict
form_claim(const Sheet *sheet, const UploadSet *set, HeaderVerdict found, Header *header, Arena *arena)
{
    Claim claim = {.sheet = sheet, .header = header, .labels = form_labels_new(set, arena), .arena = arena};
    if (claim.labels.kind == NULL || found == HEADER_NONE)
        return found;
    claim.cells = form_cells_of(&claim.labels, sheet, header->last + 1 + ROWS_LOOKED, BYTES_LOOKED, arena);
    Body body = body_of(&claim);
    bool mostly = body.labelled * 2 > body.rows;
    bool titled = form_claim_titled(sheet, set, header->first, arena);
    if (is_part(&body, header, mostly, titled))
        return HEADER_NONE;
    if (!may_be_part(&body, header, mostly) && (!titled || is_surely_table(header)))
        return found;
    header->rival = claim.labels.kind;
    return HEADER_AMBIGUOUS;
}
