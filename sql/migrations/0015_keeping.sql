-- Lists that no longer count give their rows back to the archive, which can read them in again.
alter table list_table
    add column pruned_at     timestamptz,       -- the clock that took the rows out; null where they are here
    add column disposed_at   timestamptz,       -- the clock that took people's data out of its rows; what was pruned then cannot come back
    add check (pruned_at is null or digest is not null);   -- which those that come back must have

-- The lists that have stood aside for `keep_days` at a clock. Not what a booked export was made of, nor supplements: they are small,
-- and a report that looks back asks which rows they put right.
create function lists_to_prune(of_cycle text, as_of timestamptz)
returns table (list_id bigint, arrival_id bigint, file text, sha256 text, rows bigint)
language sql stable
as $$
    with aside as (
        select p.arrival_id, p.table_no
        from piece_outcome p
        join upload_outcome o using (cycle, arrival_id, kind, platform)
        where p.cycle = of_cycle and p.ruled_until is null and p.place = 'aside' and o.ruled_until is null
           and o.outcome in ('accepted', 'superseded', 'duplicate')
           and greatest(p.ruled_from, o.ruled_from) <= lists_to_prune.as_of - make_interval(days => (
               select (c.settings #>> '{keep_days,value}')::integer from cycle c where c.cycle = of_cycle))
    ), exported as (
        select l.list_id
        from export_event e
        cross join lateral lists_at(of_cycle, e.as_of) as l
        where e.cycle = of_cycle
    )
    select t.list_id, t.arrival_id, a.path, a.sha256, t.rows_loaded
    from aside
    join list_table t using (arrival_id, table_no)
    join arrival a using (arrival_id)
    where t.pruned_at is null and t.disposed_at is null and not is_supplement(t.extra_labels) and t.list_id not in (select list_id from exported)
    order by t.list_id
$$;

-- Takes a list's rows out of the database. Waits for nobody long: a list that is being read is left for another time.
create function list_prune(of_list bigint, as_of timestamptz) returns void
language plpgsql
set lock_timeout = '2s'
as $$
declare
    holder regclass;
begin
    select format('%I', format('list_%s_%s', t.kind, t.list_id))::regclass into strict holder from list_table t where t.list_id = of_list;
    perform list_book(of_list);
    update list_table t set pruned_at = list_prune.as_of where t.list_id = of_list;
    execute format('drop table %s', holder);
end
$$;

-- The statement that takes the rows of a table's pruned list again; no row where there is none to come back.
create function list_rebuild_begin(of_arrival bigint, of_table integer, fields text[]) returns table (list_id bigint, copy_rows text)
language sql security definer
set search_path = huizong, pg_temp
as $$
    select t.list_id, list_holder(t.list_id, fields)
    from list_table t
    where (t.arrival_id, t.table_no) = (of_arrival, of_table) and t.pruned_at is not null
$$;

-- The rows are those that went, or none of them come back.
create function list_rebuild_end(of_list bigint) returns void
language plpgsql security definer
set search_path = huizong, pg_temp
as $$
declare
    holder regclass := list_open(of_list);
    list list_table;
begin
    select t.* into strict list from list_table t where t.list_id = of_list and t.pruned_at is not null;
    if list_digest(holder, of_list, list.digest_columns) <> list.digest then
        raise exception 'list %: the file reads otherwise than when its rows were booked', of_list;
    end if;
    if exists (select from pg_roles where rolname = 'huizong_loader') then
        execute format('revoke insert on %s from huizong_loader', holder);
    end if;
    update list_table t set pruned_at = null where t.list_id = of_list;
    execute format('alter table %I attach partition %s for values in (%s)', 'list_' || list.kind, holder, of_list);
end
$$;

-- People's data that were disposed of after the cycle's retention date: ordered first, then done, each once and for good.
create table disposal (
    disposal     bigint generated always as identity primary key,
    cycle        text not null references cycle,
    as_of        timestamptz not null,                      -- the clock of the order
    retain_until date not null,
    basis        text not null,                             -- the clause, or why it is assumed
    doc_no       text not null check (doc_no <> ''),
    ordered_by   text not null check (ordered_by <> ''),
    archive      text not null,                             -- the folders it was ordered for: a run that goes on looks in no others
    outbox       text not null,
    booked_at    timestamptz not null default now(),
    booked_by    text not null default session_user
);

-- What goes, a line for each file of the archive, of the outbox, of a final package, of what the archive has of outboxes and of what killed runs have left, and for each table
-- of a file in the database.
create table disposal_item (
    disposal  bigint not null references disposal,
    item      integer not null check (item > 0),
    part      text not null check (part in ('archive', 'database', 'leftover', 'outbox', 'package', 'result', 'unclaimed')),
    name      text not null,                                -- its path: in the inbox, in the outbox, in the data folder (leftover), in the archive (unclaimed)
    sha256    text check (sha256 ~ '^[0-9a-f]{64}$'),
    unit_name text,
    kinds     text,                                         -- titles, joined by 、
    rows      bigint,
    action    text not null check (action in ('removed', 'removed_unread', 'removed_here', 'removed_away', 'cleared', 'kept_elsewhere', 'unclaimed_kept', 'manifest_lost')),
    check ((sha256 is null) = (part = 'database')),
    primary key (disposal, item)
);

create table disposal_done (
    disposal      bigint primary key references disposal,
    record_sha256 text not null check (record_sha256 ~ '^[0-9a-f]{64}$'),   -- of its 销毁记录.csv
    booked_at     timestamptz not null default now()
);

-- Nights whose results are gone from outbox and archive.
create table night_disposed (
    entry    bigint primary key references night_kept,
    disposal bigint not null references disposal
);

-- Contents that a cycle has no longer. The archive has them where they came for another cycle as well, before or since.
create table content_disposed (
    sha256   text not null references content,
    cycle    text not null references cycle,
    disposal bigint not null references disposal,
    primary key (sha256, cycle)
);

create function disposal_stays() returns trigger
language plpgsql
as $$
begin
    raise exception 'what was disposed of is neither changed nor deleted';
end
$$;

create trigger disposal_stays before update or delete or truncate on disposal for each statement execute function disposal_stays();
create trigger disposal_stays before update or delete or truncate on disposal_item for each statement execute function disposal_stays();
create trigger disposal_stays before update or delete or truncate on disposal_done for each statement execute function disposal_stays();
create trigger disposal_stays before update or delete or truncate on night_disposed for each statement execute function disposal_stays();
create trigger disposal_stays before update or delete or truncate on content_disposed for each statement execute function disposal_stays();

-- What stands where people's data stood.
create function disposed_mark() returns text
language sql immutable
as $$
    select '已按规定销毁'
$$;

create or replace function masked_name(written text) returns text
language sql immutable
as $$
    select case
               when written = '已按规定销毁' then written
               else regexp_replace(written, '([^ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、，,；;/])[^ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、，,；;/]*', '\1**', 'g')
           end
$$;

-- The fields of a cycle that hold people's data.
create function personal_fields(of_cycle text) returns table (kind text, field text, label text, column_name text)
language sql stable
as $$
    select f.kind, f.field, f.label, list_column(f.kind, f.field, f.value_type)
    from field f
    where f.cycle = of_cycle and f.personal
$$;

-- Whether these bytes came for another cycle, which has not disposed of them, or as a register, of whatever cycle.
create function content_wanted(wanted_sha256 text, but_of_cycle text) returns boolean
language sql stable
as $$
    select exists (
        select from arrival a
        where a.sha256 = wanted_sha256
          and (a.source <> 'inbox' or a.cycle <> but_of_cycle and not exists (
                select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, a.cycle))))
$$;

-- What a disposal of this cycle would take from archive and database, in the order in which it is told. A file that was not read cannot be shown to hold
-- no people's data, and goes as well; one that another cycle still has stays until that one's disposal.
create function disposal_items(of_cycle text)
returns table (part text, name text, sha256 text, unit_name text, kinds text, rows bigint, action text)
language sql stable
as $$
    with came as (
        select a.arrival_id, a.path, a.sha256,
               (select max(u.unit_name collate "C") from upload_outcome o join unit u using (cycle, unit_code)
                where o.arrival_id = a.arrival_id and o.ruled_until is null) as unit_name
        from arrival a
        where a.cycle = of_cycle and a.source = 'inbox' and a.sha256 is not null
          and not exists (select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, of_cycle))
    ), piece as (
        select c.*, t.kind, coalesce(k.title, m.title, t.kind) as title, k.kind_order, l.list_id,
               case
                   when t.kind = 'document' then null
                   else coalesce(l.rows_loaded, (
                       select count(distinct f.item) from figure f
                       where (f.arrival_id, f.table_no) = (t.arrival_id, t.table_no) and f.item > 0))
               end as rows,
               t.kind in (select p.kind from personal_fields(of_cycle) p) as personal
        from came c
        join upload_table t using (arrival_id)
        left join upload_kind k on (k.cycle, k.kind) = (of_cycle, t.kind)
        left join message m on m.code = 'kind_' || t.kind
        left join list_table l using (arrival_id, table_no)
    ), reason as (
        select c.*,
               case
                   when exists (select from piece p where p.arrival_id = c.arrival_id and p.personal) then 'removed'
                   when not exists (select from piece p where p.arrival_id = c.arrival_id and p.kind <> 'document')
                       or exists (
                           select from file_finding f
                           where f.arrival_id = c.arrival_id and f.code in ('sheet_skipped', 'hidden_sheet_skipped'))
                       then 'removed_unread'
               end as action
        from came c
    ), file as (
        select r.path, r.sha256, r.unit_name,
               (select string_agg(distinct p.title collate "C", '、') from piece p where p.arrival_id = r.arrival_id) as kinds,
               (select sum(p.rows) from piece p where p.arrival_id = r.arrival_id)::bigint as rows,
               case when content_wanted(r.sha256, of_cycle) then 'kept_elsewhere' else r.action end as action
        from reason r
        where r.action is not null
    )
    select 'archive', f.path, f.sha256, f.unit_name, f.kinds, f.rows, f.action
    from file f
    union all
    select 'database', p.path, null, p.unit_name, p.title, sum(p.rows)::bigint, 'cleared'
    from piece p
    where p.personal
    group by p.path, p.unit_name, p.title
$$;

-- Until when nights and packages were booked whose people's data go: all of them where something is to go now; else those of before the last disposal,
-- which has left what could not be read.
create function disposal_reach(of_cycle text) returns timestamptz
language sql stable
as $$
    select case
               when exists (select from disposal_items(of_cycle) i where i.action <> 'kept_elsewhere') then 'infinity'
               else coalesce((
                   select max(d.booked_at) from disposal d
                   where d.cycle = of_cycle and exists (select from content_disposed c where c.disposal = d.disposal)), '-infinity')
           end
$$;

-- An update of a list's rows that leaves what is nobody's: numbers, amounts, the columns of things. Of cells that no definition knows only 原行号 stays,
-- by which supplements find their rows. A key made of a name is a name.
create function list_dispose(of_list bigint) returns void
language plpgsql
as $$
declare
    holder regclass;
    cleared text;
    number_place integer;
    of_people boolean;
begin
    select to_regclass(format('list_%s_%s', t.kind, t.list_id)), label_place(t.extra_labels, '原行号'),
           string_agg(format(', %I = case when %1$I is not null then disposed_mark() end', p.column_name), '') filter (where p.column_name is not null),
           coalesce(bool_or(p.column_name = 'name'), false)
    into holder, number_place, cleared, of_people
    from list_table t
    join arrival a using (arrival_id)
    left join personal_fields(a.cycle) p on p.kind = t.kind
    where t.list_id = of_list
    group by t.list_id;
    if holder is not null then
        execute format('update %s set raw = '''', key = case when not $2 then key end, extra = coalesce((
                select convert_to(string_agg(case when place = $1 then cell else ''\N'' end, E''\t'' order by place), ''UTF8'')
                from string_to_table(convert_from(extra, ''UTF8''), E''\t'') with ordinality as cells (cell, place)
                where $1 is not null), '''')%s', holder, cleared)
        using number_place, of_people;
    end if;
end
$$;

-- Takes the people out of the database: marks in their stead in figures, lists, rejected rows and findings. All of it or nothing; what is told of
-- a person's row in one finding and another stays comparable by a digest whose salt nobody keeps.
create function dispose_clear(of_disposal bigint) returns void
language plpgsql
as $$
declare
    of_cycle text;
    clock timestamptz;
    salt text := gen_random_uuid();
    lists text[];
begin
    select d.cycle, d.as_of into strict of_cycle, clock from disposal d where d.disposal = of_disposal;
    create temp table people on commit drop as
    select t.arrival_id, t.table_no, t.kind, t.sheet, coalesce(l.labels, r.labels) as labels, l.list_id,
           exists (select from personal_fields(of_cycle) p where p.kind = t.kind and p.column_name = 'name') as of_people
    from arrival a
    join (
        select arrival_id, table_no, kind, sheet from upload_table
        union
        select arrival_id, table_no, kind, sheet from list_refused
    ) as t using (arrival_id)
    left join list_table l using (arrival_id, table_no)
    left join list_refused r using (arrival_id, table_no)
    where a.cycle = of_cycle and a.source = 'inbox' and t.kind in (select p.kind from personal_fields(of_cycle) p);

    update figure f
    set text = case when f.text is not null then disposed_mark() end, raw = case when f.raw is not null then disposed_mark() end,
        value = null, folded = case when f.folded is not null then '' end, state = case f.state when 'number' then 'text' else f.state end
    from people t
    where (f.arrival_id, f.table_no) = (t.arrival_id, t.table_no) and f.state <> 'blank'
      and (f.field in (select p.field from personal_fields(of_cycle) p where p.kind = t.kind)
           or f.field like 'x:%' and not exists (
               select from rule r
               where r.cycle = of_cycle and r.shape = 'row_unit' and r.operands -> 'labels' ? substr(f.field, 3)));

    perform list_dispose(t.list_id) from people t where t.list_id is not null;

    update list_reject j
    set cells = (
        select array_agg(case when place = label_place(t.labels, '原行号') or coalesce(cell, '') = '' then cell else disposed_mark() end order by place)
        from unnest(j.cells) with ordinality as c (cell, place))
    from people t
    where (j.arrival_id, j.table_no) = (t.arrival_id, t.table_no) and j.cells <> '{}';

    update file_finding f
    set raw = case when f.raw is not null then disposed_mark() end, read_as = case when f.read_as is not null then disposed_mark() end,
        subject = case when f.subject is not null then encode(sha256(convert_to(salt || f.subject, 'UTF8')), 'hex') end
    from arrival a
    where a.arrival_id = f.arrival_id and a.cycle = of_cycle and a.source = 'inbox'
      and (f.field in (select unnest(array[p.field, p.label]) from personal_fields(of_cycle) p)
           or exists (select from people t where t.arrival_id = a.arrival_id and t.of_people and coalesce(f.sheet, t.sheet) = t.sheet));

    -- of a file that was refused it is not known what its rows are
    update file_finding f
    set raw = disposed_mark()
    from arrival a
    where a.arrival_id = f.arrival_id and a.cycle = of_cycle and a.source = 'inbox' and f.raw is not null and f.row_no is not null
      and not exists (select from upload_table t where t.arrival_id = a.arrival_id);

    -- which guards what nights say; this is none
    alter table rule_finding disable trigger rule_finding_stays, disable trigger rule_finding_ends;
    update rule_finding f
    set raw = case when f.raw is not null then disposed_mark() end, read_as = case when f.read_as is not null then disposed_mark() end
    from people t
    where f.arrival_id = t.arrival_id and coalesce(f.table_no, t.table_no) = t.table_no
      and (t.of_people or exists (select from personal_fields(of_cycle) p where p.kind = t.kind and f.field in (p.field, p.label)));
    alter table rule_finding enable trigger rule_finding_stays, enable trigger rule_finding_ends;

    insert into content_disposed (sha256, cycle, disposal)
    select distinct i.sha256, of_cycle, of_disposal
    from disposal_item i
    where i.disposal = of_disposal and i.part = 'archive'
    on conflict do nothing;

    update list_table l
    set disposed_at = clock
    from arrival a
    where a.arrival_id = l.arrival_id and l.disposed_at is null and a.cycle = of_cycle
      and (l.list_id in (select list_id from people) or a.sha256 in (select d.sha256 from content_disposed d where d.cycle = of_cycle));

    -- what was read of these files is something else from now on, and booked again: the audit knows the order
    perform audit_append(of_cycle, 'rows', array_agg(rows_fact(a, u) order by e.arrival))
    from (
        select distinct on (fact::json ->> 'arrival') (fact::json ->> 'arrival')::bigint as arrival, fact
        from audit_line
        where cycle = of_cycle and kind = 'rows'
        order by fact::json ->> 'arrival', sequence desc) as e
    join arrival a on a.arrival_id = e.arrival
    join upload u using (arrival_id)
    where e.fact <> rows_fact(a, u);
    with found as (
        select t.list_id, rejects_digest(t.list_id) as rejects,
               case when t.pruned_at is null then list_digest(format('%I', 'list_' || t.kind)::regclass, t.list_id, t.digest_columns) else t.digest end as rows
        from people p
        join list_table t using (list_id)
        where t.digest is not null
    ), anew as (
        update list_table t
        set digest = f.rows, digest_rejects = f.rejects
        from found f
        where f.list_id = t.list_id and (t.digest, t.digest_rejects) is distinct from (f.rows, f.rejects)
        returning t.*
    )
    select array_agg(list_fact(a, n) order by n.list_id) into lists from anew n join arrival a using (arrival_id);
    perform audit_append(of_cycle, 'list', lists);
end
$$;

create function rights_keeping() returns void
language sql
as $$
    grant select on content_disposed to huizong_loader, huizong_exporter;
    grant select (cycle, as_of) on disposal to huizong_exporter;
    grant select on night_disposed to huizong_loader, huizong_exporter, huizong_reader;
    grant execute on function list_rebuild_begin, list_rebuild_end, lists_at, outcomes_at, pieces_at to huizong_loader;
$$;

select grant_roles();
select hand_over();
