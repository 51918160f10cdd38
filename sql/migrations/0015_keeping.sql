-- Lists that no longer count give their rows back to the archive, which can read them in again.
alter table list_table
    add column pruned_at     timestamptz,       -- the clock that took the rows out; null where they are here
    add column pruned_digest numeric,           -- of the rows that went, which those that come back must have
    add check (pruned_at is null or pruned_digest is not null);

-- Of all rows of a table of lists, whatever their order. A column that a later migration adds is null there, and changes nothing.
create function list_digest(rows regclass) returns numeric
language plpgsql stable
as $$
declare
    digest numeric;
begin
    execute format('select coalesce(sum(hashtextextended(jsonb_strip_nulls(to_jsonb(l))::text, 0)::numeric), 0) from %s l', rows)
    into digest;
    return digest;
end
$$;

-- The lists that have stood aside for `keep_days` at a clock. Not what a booked export was made of, nor supplements: they are small,
-- and a report that looks back asks which rows they put right.
create function lists_to_prune(of_cycle text, as_of timestamptz)
returns table (list_id bigint, arrival_id bigint, file text, sha256 text, rows bigint)
language sql stable
as $$
    with aside as (
        select o.arrival_id, o.kind
        from upload_outcome o
        where o.cycle = of_cycle and o.ruled_until is null
        group by o.arrival_id, o.kind
        having bool_and(o.outcome in ('superseded', 'duplicate'))
           and max(o.ruled_from) <= lists_to_prune.as_of - make_interval(days => (
               select (c.settings #>> '{keep_days,value}')::integer from cycle c where c.cycle = of_cycle))
    ), exported as (
        select l.list_id
        from export_event e
        cross join lateral lists_at(of_cycle, e.as_of) as l
        where e.cycle = of_cycle
    )
    select t.list_id, t.arrival_id, a.path, a.sha256, t.rows_loaded
    from aside
    join list_table t using (arrival_id, kind)
    join arrival a using (arrival_id)
    where t.pruned_at is null and not is_supplement(t.extra_labels) and t.list_id not in (select list_id from exported)
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
    update list_table t
    set pruned_at = list_prune.as_of, pruned_digest = list_digest(holder)
    where t.list_id = of_list;
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
    of_kind text;
    went numeric;
begin
    select t.kind, t.pruned_digest into strict of_kind, went from list_table t where t.list_id = of_list and t.pruned_at is not null;
    if list_digest(holder) <> went then
        raise exception 'list %: the file reads otherwise than when its rows were taken out', of_list;
    end if;
    if exists (select from pg_roles where rolname = 'huizong_loader') then
        execute format('revoke insert on %s from huizong_loader', holder);
    end if;
    update list_table t set pruned_at = null where t.list_id = of_list;
    execute format('alter table %I attach partition %s for values in (%s)', 'list_' || of_kind, holder, of_list);
end
$$;

revoke execute on function list_prune, list_rebuild_begin, list_rebuild_end from public;

create function rights_keeping() returns void
language sql
as $$
    grant execute on function list_rebuild_begin, list_rebuild_end to huizong_loader;
$$;

select grant_roles();
select hand_over();
