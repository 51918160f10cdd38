-- The attached lists: a table per kind, a partition per list, so that millions of rows come and go as one.
create table list_table (
    list_id       bigint generated always as identity primary key,
    arrival_id    bigint not null,
    table_no      integer not null,
    kind          text not null,
    part_no       integer not null default 1 check (part_no between 1 and part_of),    -- 第n册
    part_of       integer not null default 1,                                          -- 共m册
    labels        text[] not null,              -- the header as written, from column A on; null where a column has none
    extra_labels  text[] not null,              -- of the columns that the definition does not know, in the order of `extra`
    rows_read     bigint not null default 0,
    rows_loaded   bigint not null default 0,
    rows_rejected bigint not null default 0,
    unique (arrival_id, table_no),
    foreign key (arrival_id, table_no) references upload_table on delete cascade,
    check (rows_read = rows_loaded + rows_rejected)
);

-- What all lists have: row_no in its sheet; key, a digest of the folded natural key (设备ID, name …), null where it is
-- blank; extra, the cells of columns left open; raw, field and text as written, for what was changed in reading.
create table list_equipment (
    list_id      bigint not null,
    row_no       integer not null,
    key          bigint,
    seq          bigint,
    category     text,
    type         text,
    name         text,
    id           text,
    public_cloud boolean,
    daily_run    boolean,
    connected    text,                          -- ISO, as precise as it was written
    quantity     bigint,
    extra        text[],
    raw          text[]
) partition by list (list_id);

create table list_model (
    list_id  bigint not null,
    row_no   integer not null,
    key      bigint,
    seq      bigint,
    category text,
    name     text,
    quantity bigint,
    extra    text[],
    raw      text[]
) partition by list (list_id);

create table list_app (
    list_id   bigint not null,
    row_no    integer not null,
    key       bigint,
    seq       bigint,
    kind      text,
    name      text,
    function  text,
    industry  text,
    scene     text,
    developer text,
    contact   text,
    quantity  bigint,
    extra     text[],
    raw       text[]
) partition by list (list_id);

create table list_enterprise (
    list_id  bigint not null,
    row_no   integer not null,
    key      bigint,
    seq      bigint,
    name     text,
    amount   numeric,                           -- 万元
    contact  text,
    quantity bigint,
    extra    text[],
    raw      text[]
) partition by list (list_id);

create table list_developer (
    list_id  bigint not null,
    row_no   integer not null,
    key      bigint,
    seq      bigint,
    name     text,
    contact  text,
    quantity bigint,
    extra    text[],
    raw      text[]
) partition by list (list_id);

create table list_killer (
    list_id       bigint not null,
    row_no        integer not null,
    key           bigint,
    seq           bigint,
    name          text,
    function      text,
    industry      text,
    scene         text,
    subscriptions numeric,
    daily         numeric,
    income        numeric,                      -- 万元
    extra         text[],
    raw           text[]
) partition by list (list_id);

create table list_solution (
    list_id  bigint not null,
    row_no   integer not null,
    key      bigint,
    seq      bigint,
    name     text,
    industry text,
    domain   text,
    pain     text,
    quantity bigint,
    extra    text[],
    raw      text[]
) partition by list (list_id);

create table list_staff (
    list_id  bigint not null,
    row_no   integer not null,
    key      bigint,
    seq      bigint,
    name     text,
    quantity bigint,
    extra    text[],
    raw      text[]
) partition by list (list_id);

-- Rows that could not be taken, as they were written, for the file that the city corrects and sends again.
create table list_reject (
    list_id bigint not null references list_table on delete cascade,
    row_no  integer not null,
    codes   text[] not null,
    cells   text[] not null,                    -- from column A on
    primary key (list_id, row_no)
);

-- What rules ask of a list, counted once. measure: rows; count (of a field's value); sum (of a field); distinct (values
-- of a field).
create table list_fact (
    list_id bigint not null references list_table on delete cascade,
    measure text not null check (measure in ('rows', 'count', 'sum', 'distinct')),
    field   text not null default '',
    value   text not null default '',
    amount  numeric not null,
    primary key (list_id, measure, field, value)
);
