-- The keys that two lists in force share: of two platforms, or parts of one. Counted once for each pair, since no list
-- ever changes; what is new is held against all.
create temp table list_pair on commit drop as
select distinct a.kind, a.list_id as list_a, b.list_id as list_b
from list_now a
join list_now b on b.kind = a.kind and b.list_id > a.list_id
cross join run
where exists (
        select from rule r
        where r.cycle = run.cycle and r.shape in ('unique_across_platforms', 'unique_within_list')
          and r.operands ->> 'list' = a.kind)
  and not exists (select from list_overlap o where (o.list_a, o.list_b) = (a.list_id, b.list_id))
  -- names that were disposed of are shared with nobody that could be told
  and not exists (select from list_table t where t.list_id in (a.list_id, b.list_id) and t.disposed_at is not null);

-- The lists that each pair needs looked through whole: the newer one, and one that has been compared with nothing yet.
create temp table list_fresh on commit drop as
select kind, list_b as list_id from list_pair
union
select p.kind, p.list_a
from list_pair p
where not exists (select from list_overlap o where p.list_a in (o.list_a, o.list_b));

create temp table shared_key (kind text, key bigint) on commit drop;
create temp table shared_row (kind text, key bigint, list_id bigint, row_no integer) on commit drop;

-- Ten million keys are sorted in memory once, not hashed over disks; nobody has statistics of a table that never changes.
set local work_mem = '256MB';
set local enable_hashagg = off;
set local enable_mergejoin = off;
set local max_parallel_workers_per_gather = 0;

do $$
declare
    one record;
begin
    for one in
        select p.kind, format('list_%s', p.kind)::regclass as rows,
               array(select f.list_id from list_fresh f where f.kind = p.kind) as fresh,
               array(
                   select distinct o.list_a from list_pair o
                   where o.kind = p.kind and o.list_a not in (select list_id from list_fresh)) as known
        from list_pair p
        group by p.kind
    loop
        execute format('insert into shared_key select $1, key from %s
            where list_id = any($2) and key is not null group by key having count(*) > 1', one.rows)
        using one.kind, one.fresh;
        if one.known <> '{}' then
            execute format('insert into shared_key select $1, key from %s where list_id = any($3)
                and key in (select key from %1$s where list_id = any($2))', one.rows)
            using one.kind, one.fresh, one.known;
        end if;
        analyze shared_key;
        execute format('insert into shared_row select $1, key, l.list_id, min(l.row_no) from %s l
            join (select distinct key from shared_key where kind = $1) as k using (key)
            where l.list_id = any($2) group by key, l.list_id', one.rows)
        using one.kind, one.fresh || one.known;
    end loop;
end
$$;

-- Keys by the set of lists that have them: there may be millions of the ones, and few of the others.
create temp table shared_set on commit drop as
select kind, lists, count(*) as keys, (array_agg(rows order by rows))[1:5][:] as examples
from (
    select kind, array_agg(list_id order by list_id) as lists, array_agg(row_no order by list_id) as rows
    from shared_row
    group by kind, key
    having count(*) > 1
) as by_key
group by kind, lists;

set local work_mem to default;
set local enable_hashagg to default;
set local enable_mergejoin to default;
set local max_parallel_workers_per_gather to default;

insert into list_overlap (list_a, list_b, shared, rows_a, rows_b)
select p.list_a, p.list_b, coalesce(s.keys, 0), coalesce(e.rows_a, '{}'), coalesce(e.rows_b, '{}')
from list_pair p
cross join lateral (
    select sum(keys) as keys from shared_set s where s.kind = p.kind and s.lists @> array[p.list_a, p.list_b]
) as s
cross join lateral (
    select array_agg(row_a order by row_a, row_b) as rows_a, array_agg(row_b order by row_a, row_b) as rows_b
    from (
        select s.examples[n][array_position(s.lists, p.list_a)] as row_a,
               s.examples[n][array_position(s.lists, p.list_b)] as row_b
        from shared_set s
        cross join generate_subscripts(s.examples, 1) as n
        where s.kind = p.kind and s.lists @> array[p.list_a, p.list_b]
        order by row_a, row_b
        limit 5
    ) as first_few
) as e;
