/* A form's sheet on its way through: where the reading stands, and which label waits for its answer. */
#ifndef HUIZONG_FORM_FORM_READER_H
#define HUIZONG_FORM_FORM_READER_H

#include "answer/form_answer.h"
#include "answer/form_reading.h"
#include "asked/form_dated.h"
#include "base/buf.h"
#include "text/unitnote.h"

/* A cell that holds something. */
typedef struct FormCell {
    size_t index; /* of the sheet's row */
    int column;
    int last_column; /* of its merged range */
    size_t last_index;
    FormText text;
    FormMarks marks;
    bool taken;
    bool covered; /* by a merged range whose first cell it is not: no spreadsheet shows it */
} FormCell;

/* A label that waits for its answer. */
typedef struct FormOpen {
    FormTarget target; /* count 0: none waits */
    Place place;       /* of the label */
    Text label;        /* as written */
    Text unit;         /* beside it, or TEXT_NONE */
    bool weak;         /* a heading asks */
    bool answered;
    bool at_label;    /* by a box at the label itself: ☑5G */
    bool in_cell;     /* the answer is a cell of its own */
    bool in_row;      /* other cells stand beside the one being read */
    size_t value;     /* of an answered long text: its place in the reading */
    const char *code; /* why no figure is taken, by what is said behind the label; or NULL */
} FormOpen;

enum { FORM_YEARS_MOST = 12 };

/* What the head of a column says of its figures besides years. */
typedef enum FormHead {
    FORM_HEAD_YEARS,
    FORM_HEAD_PLAN,    /* 计划, 2023年目标 */
    FORM_HEAD_UNCLEAR, /* 上年 beside 本年: nobody knows of which year either is */
    FORM_HEAD_DONE     /* 实际, beside 计划 */
} FormHead;

/* A year, or such words, at the head of a column. */
typedef struct FormYear {
    int column;
    FormHead kind;
    int64_t first; /* 0: of no whole year */
    int64_t last;
    bool since; /* 2021年以来 */
    Text unit;  /* or TEXT_NONE */
    Text head;  /* as written */
} FormYear;

/* The head of the table of years that is being read; count 0: none is. */
typedef struct FormYears {
    FormYear items[FORM_YEARS_MOST];
    size_t count;
    bool of_sheet; /* it stands ahead of all sections, else it holds for its own */
    bool over;     /* a heading has come since: it may still be meant */
    size_t apart;  /* of such a head the row that is no row of it, counted from 1 */
} FormYears;

/* Units that are said above, or below. */
typedef struct FormNote {
    UnitNote units;
    const FormSection *section; /* for which they hold, and for those below its heading */
    size_t values;              /* the reading's, ahead of the note */
    bool of_above;              /* it says so, and figures stand above it in its section */
} FormNote;

/* What is known of a column: whether it was told as hidden and read, or hidden and passed over; 备注 stands above. */
typedef enum FormColumn {
    FORM_COLUMN_HIDDEN_READ = 1,
    FORM_COLUMN_HIDDEN_PASSED = 2,
    FORM_COLUMN_OF_REMARKS = 4
} FormColumn;

typedef struct FormReader {
    const Sheet *sheet;
    FormScope scope;
    FormReading *reading;
    FormCell *cells; /* in reading order */
    size_t cell_count;
    FormOpen open;
    Buf long_text; /* of an answer in several parts, as long as its label is open; one part alone stays in its cell */
    FormNote sheet_note; /* 单位：万元 ahead of all sections */
    FormNote note;       /* in the section being read, or right above it */
    FormDated dated;     /* the same of years, （数据均从2021年开始计算）: of the section */
    FormDated heading_dated;
    const FormSection *heading; /* without fields, for whose sections `heading_dated` holds */
    FormDated sheet_dated;
    int value_column; /* as a header row says; -1: none does */
    int unit_column;
    int year_column; /* 数据年度 */
    size_t header;   /* the index of that row */
    FormYears years;
    unsigned char *columns; /* by column: FormColumn */
    uint64_t hidden_row;    /* the last that was told; 0: none */
    Arena *arena;
} FormReader;

Place
form_reader_place(const FormReader *reader, const FormCell *cell);

/* The cell at a place; of a merged range at its top left only. NULL where it holds nothing. */
FormCell *
form_reader_cell(const FormReader *reader, size_t index, int column);

/* The meaning of a mark here; a group's label that is also another section's field means nothing here. */
FormTarget
form_reader_target(const FormReader *reader, const FormMark *mark);

/* True where the mark is the label of a group in the section being read. */
bool
form_reader_is_group(const FormReader *reader, const FormMark *mark);

/* A figure of a field that asks for no year is taken as it stands; where `latest` (0: none), the last year that is said of it, is before the base year, that is told. */
void
form_reader_tell_early(FormReader *reader, const FormCell *cell, Text said, int64_t latest, const Field *field);

/* The figure is taken, and told, where a cell beside it leaves it open whether its years are those that the field asks for. */
void
form_reader_doubt_years(FormReader *reader, const FormCell *cell, const Field *field);

/* Refuses an answer of other years than the nearest heading or remark that names any says that its figures are of. */
void
form_reader_date(const FormReader *reader, FormValue *value);

/* Begins to wait for the answer to a label. */
void
form_reader_open(FormReader *reader, const FormCell *cell, const FormMark *mark, const FormTarget *target);

/* Ends the waiting: a label without an answer is blank. */
void
form_reader_close(FormReader *reader);

bool
form_reader_waits_for_text(const FormReader *reader);

/* Adds an answer of the waiting label's field number `which`. */
void
form_reader_answer(FormReader *reader, const FormCell *cell, Text raw, size_t which);

/* A figure in a hidden column gives way to one that can be seen: it is told, once a column. */
void
form_reader_pass_hidden(FormReader *reader, FormCell *cell);

/* The answer cannot be shared out among the waiting label's fields: none of them gets a value. */
void
form_reader_refuse(FormReader *reader, const FormCell *cell, const char *code, Text raw);

/* Adds to the text that is being read, or begins it. */
void
form_reader_go_on(FormReader *reader, const FormCell *cell, Text text);

/* What is not understood. */
void
form_reader_leave(FormReader *reader, const FormCell *cell, const char *code, Text raw);

#endif
