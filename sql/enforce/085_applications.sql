-- Every cell of every application in force of a nomination in force, and every list: none until applications have slots.
create temp table form_cell (
    unit_code  text,
    nomination text,
    occurrence integer,
    arrival_id bigint,
    table_no   integer,
    item       integer,
    sheet      text,
    cell       text,
    row_no     integer,
    field_key  text,
    field      text,
    state      text,
    value      numeric,
    text       text,
    raw        text,
    folded     text
) on commit drop;

create temp table list_now (
    unit_code   text,
    nomination  text,
    occurrence  integer,
    kind        text,
    list_id     bigint,
    arrival_id  bigint,
    table_no    integer,
    sheet       text,
    part_no     integer,
    part_of     integer,
    rows_loaded bigint
) on commit drop;
