-- Who has looked at people's data in a trace, at what and why. Booked before anything is shown.
create table personal_view (
    entry     bigint generated always as identity primary key,
    cycle     text not null references cycle,
    asked     text not null check (asked <> ''),
    reason    text not null check (reason <> ''),
    viewed_at timestamptz not null default now(),
    viewed_by text not null default session_user
);

create function evidence_stays() returns trigger
language plpgsql
as $$
begin
    raise exception 'evidence is neither changed nor deleted: %', tg_table_name;
end
$$;

create trigger evidence_stays before update or delete or truncate on night_kept
for each statement execute function evidence_stays();
create trigger evidence_stays before update or delete or truncate on personal_view
for each statement execute function evidence_stays();

create function kept_fact(night night_kept) returns text
language sql stable
as $$
    select json_build_object('as_of', audit_instant(night.as_of), 'manifest', night.manifest_sha256, 'entry', night.entry)::text
$$;

create function kept_audited() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    perform audit_append(w.cycle, 'kept', array_agg(kept_fact(w) order by w.entry)) from written w group by w.cycle;
    return null;
end
$$;

create trigger night_kept_audited after insert on night_kept referencing new table as written
for each statement execute function kept_audited();

-- Who ordered it is a person; the document is none.
create function disposal_fact(disposal bigint, as_of timestamptz, retain_until date, doc_no text) returns text
language sql stable
as $$
    select json_build_object('disposal', disposal, 'as_of', audit_instant(as_of), 'retain_until', retain_until, 'doc_no', doc_no)::text
$$;

create function disposal_audited() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    perform audit_append(w.cycle, 'disposal', array_agg(disposal_fact(w.disposal, w.as_of, w.retain_until, w.doc_no) order by w.disposal))
    from written w group by w.cycle;
    return null;
end
$$;

create trigger disposal_audited after insert on disposal referencing new table as written
for each statement execute function disposal_audited();

-- A unit that the cycle's files name has no added_at.
create function unit_fact(added unit) returns text
language sql stable
as $$
    select json_build_object('unit', added.unit_code, 'name', added.unit_name, 'short_name', added.short_name, 'type', added.unit_type,
        'order', added.unit_order, 'added_at', audit_instant(added.added_at))::text
$$;

-- A unit that was added, or that is the cycle's own from now on; nothing else becomes of one by right.
create function unit_audited() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform audit_append(u.cycle, 'unit', array_agg(unit_fact(u) order by u.unit_order)) from unit u
        where u.added_at is not null and (u.cycle, u.unit_code) in (select w.cycle, w.unit_code from written w) group by u.cycle;
    else
        perform audit_append(u.cycle, 'unit', array_agg(unit_fact(u) order by u.unit_order)) from unit u
        where u.added_at is null and (u.cycle, u.unit_code) in (select b.cycle, b.unit_code from before b where b.added_at is not null) group by u.cycle;
    end if;
    return null;
end
$$;

select audit_append(u.cycle, 'unit', array_agg(unit_fact(u) order by u.unit_order)) from unit u where u.added_at is not null group by u.cycle;

create trigger unit_audited after insert on unit referencing new table as written
for each statement execute function unit_audited();
create trigger unit_taken_over after update on unit referencing old table as before
for each statement execute function unit_audited();

-- How many rows a list has here, and of these how many its load has written: whatever is changed or put in afterwards bears another transaction, and this costs the load nothing.
-- Null where that cannot be told: the rows were restored from a backup into a table of another number, or disposed of.
create function list_rows_here(of_list bigint, out here bigint, out as_loaded bigint)
language plpgsql stable
as $$
declare
    list list_table;
begin
    select t.* into strict list from list_table t where t.list_id = of_list;
    execute format('select count(*), case when $2 then count(*) filter (where xmin = $1) end from %I where list_id = %s', 'list_' || list.kind, of_list)
    into here, as_loaded
    using list.written_by,
        list.disposed_at is null and list.holder is not distinct from to_regclass(format('huizong.%I', format('list_%s_%s', list.kind, of_list)))::oid;
end
$$;

-- Lists that have not as many rows, or rejected rows, as when they were closed, or others: until they are booked by who wrote them, then by their digests. Of a list that was pruned the rows are elsewhere.
create function lists_astray(of_cycle text) returns table (file text, list bigint, title text, sheet text, said text, here text)
language plpgsql stable
as $$
#variable_conflict use_column
declare
    one record;
    told record;
begin
    for one in
        select a.path, coalesce(k.title, t.kind) as title, u.sheet, t.*
        from list_table t
        join arrival a using (arrival_id)
        join upload_table u using (arrival_id, table_no)
        left join upload_kind k on (k.cycle, k.kind) = (a.cycle, t.kind)
        where a.cycle = of_cycle
        order by t.list_id
    loop
        select one.rows_loaded as loaded, one.digest as digest, count(*) as rejected, case when one.digest is not null then rejects_digest(one.list_id) end as rejects,
            null::bigint as as_loaded
        into told
        from list_reject j
        where (j.arrival_id, j.table_no) = (one.arrival_id, one.table_no);
        if one.pruned_at is null then
            select r.here, r.as_loaded into told.loaded, told.as_loaded from list_rows_here(one.list_id) r;
        end if;
        if one.pruned_at is null and one.digest is not null then
            told.digest := list_digest(format('%I', 'list_' || one.kind)::regclass, one.list_id, one.digest_columns);
        end if;
        file := one.path;
        list := one.list_id;
        title := one.title;
        sheet := one.sheet;
        select string_agg(name || ' ' || was, ', ' order by no), string_agg(name || ' ' || is_now, ', ' order by no)
        into said, here
        from (values (1, 'rows_loaded', one.rows_loaded::numeric, told.loaded::numeric), (2, 'rows_rejected', one.rows_rejected, told.rejected),
            (3, 'digest', one.digest, told.digest), (4, 'rejects', one.digest_rejects, told.rejects),
            -- afterwards the digest tells
            (5, 'as_loaded', case when one.digest is null and told.as_loaded is not null then one.rows_loaded end, case when one.digest is null then told.as_loaded end)) as part (no, name, was, is_now)
        where was is distinct from is_now;
        if said is not null then
            return next;
        end if;
    end loop;
end
$$;

-- Of all that setup has loaded for a cycle: its own tables, and those that all cycles share. Units that a register has added are the nights'.
create function definition_digests(of_cycle text) returns table (name text, sha256 text)
language sql stable set timezone = 'UTC'
as $$
    with line (name, line) as (
        select 'cycle', to_jsonb(d) from cycle d where d.cycle = of_cycle
        union all
        select 'unit', to_jsonb(d) from unit d where d.cycle = of_cycle and d.added_at is null
        union all
        select 'unit_alias', to_jsonb(d) from unit_alias d where d.cycle = of_cycle
        union all
        select 'rule', to_jsonb(d) from rule d where d.cycle = of_cycle
        union all
        select case d.cycle when of_cycle then '' else 'registers.' end || 'upload_kind', to_jsonb(d) from upload_kind d where d.cycle in (of_cycle, 'registers')
        union all
        select case d.cycle when of_cycle then '' else 'registers.' end || 'form_section', to_jsonb(d) from form_section d where d.cycle in (of_cycle, 'registers')
        union all
        select case d.cycle when of_cycle then '' else 'registers.' end || 'field', to_jsonb(d) from field d where d.cycle in (of_cycle, 'registers')
        union all
        select 'message', to_jsonb(d) from message d
    )
    -- a column that a later migration adds is null, and changes nothing
    select l.name, encode(sha256(convert_to(string_agg(jsonb_strip_nulls(l.line)::text, E'\n' order by jsonb_strip_nulls(l.line)::text collate "C"), 'UTF8')), 'hex')
    from line l
    group by l.name
$$;

-- Those that stand and are not as they were booked when the rules were taken last: said and found, null where there is none. What cycles share is as any of them has booked it last.
-- Nothing where no rules were taken.
create function definitions_astray(of_cycle text) returns table (name text, said text, found text)
language sql stable security definer set search_path = huizong, pg_temp
as $$
    with booked as (
        select distinct on (a.cycle) a.cycle, a.fact::jsonb -> 'tables' as tables
        from audit_line a
        where a.kind = 'rules'
        order by a.cycle, a.sequence desc
    ), said as (
        select t.key as name, t.value as sha256 from booked b, jsonb_each_text(b.tables) as t where b.cycle = of_cycle
    )
    select coalesce(s.name, d.name), s.sha256, d.sha256
    from said s
    full join (select * from definition_digests(of_cycle) where exists (select from said)) as d using (name)
    where s.sha256 is distinct from d.sha256
      and not (coalesce(s.name, d.name) ~ '^(message$|registers[.])'
               and exists (select from booked b where b.tables ->> coalesce(s.name, d.name) = d.sha256))
    order by coalesce(s.name, d.name) collate "C"
$$;

-- The loader books. Who looked is a person: none for the reader.
create function rights_evidence() returns void
language sql
as $$
    grant select, insert on night_kept to huizong_loader;
    grant insert on personal_view to huizong_loader;
    grant select on night_kept to huizong_exporter, huizong_reader;
    grant select on content to huizong_exporter;
    grant select (disposal, retain_until, doc_no) on disposal to huizong_exporter;
    grant execute on function kept_fact, disposal_fact, unit_fact, list_rows_here, lists_astray, definitions_astray to huizong_exporter;
$$;

select grant_roles();
select hand_over();
