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
    -- once whole (list_end): the table of its rows, and the transaction that wrote them; null where there are none
    holder     oid,
    written_by xid,
    -- once booked (list_book): of its rows in these columns, and of its rejected rows
    digest_columns text[],
    digest         numeric,
    digest_rejects numeric,
    check (num_nulls(digest_columns, digest, digest_rejects) in (0, 3)),
    unique (arrival_id, table_no),
    foreign key (arrival_id, table_no) references upload_table on delete cascade,
    check (rows_read = rows_loaded + rows_rejected)
);
create trigger upload_is_open after insert on list_table referencing new table as come
for each statement execute function upload_is_open();

-- What all lists have: key, a digest of the folded natural key (设备ID, name …), null where it is blank; row_no in its
-- sheet; extra, the cells of columns left open; raw, column (x:label of one left open) and text as written, for what was
-- changed in reading: both packed as COPY writes a line (list_cells), '' where there is nothing. The order of the columns,
-- and nulls only where a figure lacks, spare 20 bytes a row; bytea, which the server need not look into, a tenth of its time.
create table list_equipment (
    list_id      bigint not null,
    key          bigint,
    seq          bigint,
    quantity     bigint,
    row_no       integer not null,
    public_cloud boolean,
    daily_run    boolean,
    category     text,
    type         text,
    name         text,
    id           text,
    connected    text,                          -- ISO, as precise as it was written
    extra        bytea not null default '',
    raw          bytea not null default ''
) partition by list (list_id);

create table list_model (
    list_id  bigint not null,
    key      bigint,
    seq      bigint,
    quantity bigint,
    row_no   integer not null,
    category text,
    name     text,
    extra    bytea not null default '',
    raw      bytea not null default ''
) partition by list (list_id);

create table list_app (
    list_id   bigint not null,
    key       bigint,
    seq       bigint,
    quantity  bigint,
    row_no    integer not null,
    kind      text,
    name      text,
    function  text,
    industry  text,
    scene     text,
    developer text,
    contact   text,
    extra     bytea not null default '',
    raw       bytea not null default ''
) partition by list (list_id);

create table list_enterprise (
    list_id  bigint not null,
    key      bigint,
    seq      bigint,
    quantity bigint,
    row_no   integer not null,
    name     text,
    amount   numeric,                           -- 万元
    contact  text,
    extra    bytea not null default '',
    raw      bytea not null default ''
) partition by list (list_id);

create table list_developer (
    list_id  bigint not null,
    key      bigint,
    seq      bigint,
    quantity bigint,
    row_no   integer not null,
    name     text,
    contact  text,
    extra    bytea not null default '',
    raw      bytea not null default ''
) partition by list (list_id);

create table list_killer (
    list_id       bigint not null,
    key           bigint,
    seq           bigint,
    row_no        integer not null,
    name          text,
    function      text,
    industry      text,
    scene         text,
    subscriptions numeric,
    daily         numeric,
    income        numeric,                      -- 万元
    extra         bytea not null default '',
    raw           bytea not null default ''
) partition by list (list_id);

create table list_solution (
    list_id  bigint not null,
    key      bigint,
    seq      bigint,
    quantity bigint,
    row_no   integer not null,
    name     text,
    industry text,
    domain   text,
    pain     text,
    extra    bytea not null default '',
    raw      bytea not null default ''
) partition by list (list_id);

create table list_staff (
    list_id  bigint not null,
    key      bigint,
    seq      bigint,
    quantity bigint,
    row_no   integer not null,
    name     text,
    extra    bytea not null default '',
    raw      bytea not null default ''
) partition by list (list_id);

-- Rows that could not be taken, as they were written, for the file that the city corrects and sends again.
create table list_reject (
    arrival_id bigint not null,                 -- of upload
    table_no   integer not null,
    row_no     integer not null,
    codes      text[] not null,
    cells      text[] not null,                 -- from column A on
    primary key (arrival_id, table_no, row_no)
);
create trigger upload_is_open after insert on list_reject referencing new table as come
for each statement execute function upload_is_open();
create trigger upload_takes_rejects after delete on upload referencing old table as gone
for each statement execute function upload_takes_along('list_reject');

-- A list whose file was refused: nothing of it is loaded, but its rejected rows are kept.
create table list_refused (
    arrival_id bigint not null references upload on delete cascade,
    table_no   integer not null,
    kind       text not null,
    sheet      text not null,
    part_no    integer not null,
    part_of    integer not null,
    labels     text[] not null,
    primary key (arrival_id, table_no)
);
create trigger upload_is_open after insert on list_refused referencing new table as come
for each statement execute function upload_is_open();

-- What rules ask of a list, counted once; field is a key (att_equipment.category).
--   rows                    all of them
--   count, field, value     rows whose field has this value (true and false of a flag; '>0' of an amount; '' of 设备ID: single devices without)
--   quantity, field, value  the sum of 数量 in those rows, where one of them has it; the others count 1
--   sum, field              of the values; no line where no row has one; of 数量 rows without one count 1
create table list_fact (
    list_id bigint not null references list_table on delete cascade,
    measure text not null check (measure in ('rows', 'count', 'quantity', 'sum')),
    field   text not null default '',
    value   text not null default '',
    amount  numeric not null,
    primary key (list_id, measure, field, value)
);

-- The keys that two lists of a kind share, counted once: neither list ever changes. Rows: the first few, in step.
create table list_overlap (
    list_a bigint not null references list_table on delete cascade,
    list_b bigint not null references list_table on delete cascade,
    shared bigint not null check (shared >= 0),
    rows_a integer[] not null default '{}',
    rows_b integer[] not null default '{}',
    check (list_a < list_b),
    primary key (list_a, list_b)
);

-- What is packed in `extra` and `raw`: '甲\t\N\t一\\t二' is 甲, null and 一<tab>二.
create function list_cells(packed bytea) returns text[]
language sql immutable
as $$
    select array_agg(
        case
            when cell = '' then ''
            when cell <> '\N' then (
                select string_agg(replace(replace(replace(replace(replace(replace(part, '\t', E'\t'), '\n', E'\n'), '\r', E'\r'),
                    '\b', E'\b'), '\f', E'\f'), '\v', E'\x0b'), '\' order by no)
                from string_to_table(cell, '\\') with ordinality as pieces (part, no))
        end order by place)
    from string_to_table(convert_from(packed, 'UTF8'), E'\t') with ordinality as parts (cell, place)
$$;

-- The column that holds a list's field: 'att_equipment.id' is column id of list_equipment, where it holds values of that
-- type. Null where there is none.
create function list_column(of_kind text, of_field text, of_type text) returns text
language sql stable
as $$
    select a.attname::text
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'huizong'::regnamespace and c.relname = 'list_' || of_kind and c.relkind = 'p'
      and of_field = 'att_' || of_kind || '.' || a.attname
      and a.attname not in ('list_id', 'row_no', 'key', 'extra', 'raw')
      and a.atttypid = case
                           when of_type in ('sequence', 'integer', 'year') then 'bigint'
                           when of_type in ('decimal', 'percent') then 'numeric'
                           when of_type = 'boolean' then 'boolean'
                           else 'text'
                       end::regtype
$$;

-- An error where the rows of a list are not in the database: no report may take them for none.
create function list_must_be_here(of_list bigint) returns void
language plpgsql stable
as $$
begin
    if not exists (
        select from list_table t
        join pg_class c on c.relname = format('list_%s_%s', t.kind, t.list_id) and c.relnamespace = 'huizong'::regnamespace
        where t.list_id = of_list)
    then
        raise exception 'the rows of list % are not in the database: huizong rebuild brings them back', of_list;
    end if;
end
$$;

-- The table that takes a list's rows until list_end: 'list_equipment_12', which nobody sees yet. An error where the
-- list is closed, since what is loaded never changes.
create function list_open(of_list bigint) returns regclass
language plpgsql stable
as $$
declare
    found regclass;
begin
    select c.oid into found
    from list_table t
    join pg_class c on c.relname = format('list_%s_%s', t.kind, t.list_id)
        and c.relnamespace = 'huizong'::regnamespace and not c.relispartition
    where t.list_id = of_list;
    if found is null then
        raise exception 'list % is not open', of_list;
    end if;
    return found;
end
$$;

-- The table that takes a list's rows, and the statement that sends them. They are frozen: the list shows itself all at once, by
-- list_end, and a scan has nothing to settle. The check spares list_end a scan of its own.
create function list_holder(of_list bigint, fields text[]) returns text
language plpgsql
as $$
declare
    of_kind text;
    missing text;
    places text;
    holder text;
begin
    select t.kind, string_agg(', ' || quote_ident(list_column(t.kind, w.field, f.value_type)), '' order by w.place),
           min(w.field collate "C") filter (where list_column(t.kind, w.field, f.value_type) is null and w.field is not null)
    into of_kind, places, missing
    from list_table t
    join arrival a using (arrival_id)
    left join unnest(fields) with ordinality as w (field, place) on true
    left join field f on (f.cycle, f.kind, f.field) = (a.cycle, t.kind, w.field)
    where t.list_id = of_list
    group by t.kind;
    if missing is not null then
        raise exception 'list "%" has no column for field "%"', of_kind, missing;
    end if;
    if places is null then
        raise exception 'no list without columns: list %', of_list;
    end if;
    holder := format('list_%s_%s', of_kind, of_list);
    execute format('create table %I (like %I including defaults) with (autovacuum_enabled = off)', holder, 'list_' || of_kind);
    execute format('alter table %I alter list_id set default %s, add check (list_id = %2$s)', holder, of_list);
    if exists (select from pg_roles where rolname = 'huizong_loader') then
        execute format('grant insert on %I to huizong_loader', holder);
    end if;
    return format('copy %I (row_no, key%s, extra, raw) from stdin (format binary, freeze)', holder, places);
end
$$;

-- A new list for a table of an upload, and the statement that takes its rows.
create function list_begin(of_arrival bigint, of_table integer, part_no integer, part_of integer, labels text[],
    extra_labels text[], fields text[], out list_id bigint, out copy_rows text)
language plpgsql security definer
set search_path = huizong, pg_temp
as $$
#variable_conflict use_column
begin
    insert into list_table as t (arrival_id, table_no, kind, part_no, part_of, labels, extra_labels)
    select u.arrival_id, u.table_no, u.kind, list_begin.part_no, list_begin.part_of, list_begin.labels,
           list_begin.extra_labels
    from upload_table u
    where u.arrival_id = of_arrival and u.table_no = of_table
    returning t.list_id into list_begin.list_id;
    copy_rows := list_holder(list_begin.list_id, fields);
end
$$;

-- Rows that were sent and are rejects after all; how many of them there were.
create function list_takeback(of_list bigint, rows integer[]) returns bigint
language plpgsql security definer
set search_path = huizong, pg_temp
as $$
declare
    taken bigint;
begin
    execute format('delete from %s where row_no in (select unnest($1))', list_open(of_list)) using rows;
    get diagnostics taken = row_count;
    return taken;
end
$$;

-- The list is whole: its rows become a part of their table. From here on nobody can change them. Rows that come back to one that is booked go through
-- list_rebuild_end.
create function list_end(of_list bigint, rows_read bigint, rows_loaded bigint, rows_rejected bigint) returns void
language plpgsql security definer
set search_path = huizong, pg_temp
as $$
declare
    rows_in regclass := list_open(of_list);
    writer xid;
    rejects bigint;
    of_kind text;
begin
    if (select u.booked from list_table t join upload u using (arrival_id) where t.list_id = of_list) then
        raise insufficient_privilege using message = format('list %s: what was read of it is booked', of_list);
    end if;
    select count(*) into rejects
    from list_table t
    join list_reject using (arrival_id, table_no)
    where t.list_id = of_list;
    if rejects <> rows_rejected then
        raise exception 'list %: % rejected rows are there, % are told', of_list, rejects, rows_rejected;
    end if;
    -- that of the savepoint they were copied in
    execute format('select xmin from %s limit 1', rows_in) into writer;
    update list_table t
    set rows_read = list_end.rows_read, rows_loaded = list_end.rows_loaded, rows_rejected = list_end.rows_rejected, holder = rows_in,
        written_by = writer
    where t.list_id = of_list
    returning t.kind into of_kind;
    if exists (select from pg_roles where rolname = 'huizong_loader') then
        execute format('revoke insert on %s from huizong_loader', rows_in);
    end if;
    execute format('alter table %I attach partition %s for values in (%s)', 'list_' || of_kind, rows_in, of_list);
end
$$;

-- The loader makes and fills lists by the three functions only. Developers and contacts stand in the lists and in their
-- rejected rows: none for the reader. A list's own table is nobody's but through the kind's.
create function rights_lists() returns void
language sql
as $$
    grant select on list_table, list_reject, list_refused, list_fact, list_overlap, list_equipment, list_model, list_app, list_enterprise,
        list_developer, list_killer, list_solution, list_staff to huizong_loader;
    grant insert on list_reject, list_refused, list_fact, list_overlap to huizong_loader;
    grant execute on function list_begin, list_takeback, list_end, list_cells, list_must_be_here to huizong_loader;
    grant select on list_table, list_reject, list_refused, list_overlap, list_equipment, list_model, list_app, list_enterprise,
        list_developer, list_killer, list_solution, list_staff to huizong_exporter;
    grant execute on function list_cells, list_must_be_here to huizong_exporter;
$$;

select grant_roles();
select hand_over();
