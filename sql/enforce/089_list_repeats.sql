-- What a platform's lists name again: by their natural key, of developers, who may have one name, with their 联系方式. First in how many of these a list
-- repeats itself, counted once: it never changes. Names that were disposed of are not there to be counted.
create temp table list_again (
    kind text, unit_code text, nomination text, occurrence integer,
    lists bigint[],                             -- of the platform, in order
    again bigint, first bigint                  -- places: the list's position there, and behind 32 bits the row's number
) on commit drop;

-- A million keys are sorted in memory, not hashed over disks; nobody has statistics of a table that never changes.
set local work_mem = '256MB';
set local enable_hashagg = off;
set local max_parallel_workers_per_gather = 0;

do $$
declare
    one record;
    repeats bigint;
begin
    for one in
        select distinct l.list_id, format('list_%s', l.kind)::regclass as rows, r.operands ->> 'column' as column_key,
               case l.kind when 'developer' then 'key, contact' else 'key' end as same
        from list_now l
        join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'repeated_in_list' and r.operands ->> 'list' = l.kind
        join list_table t on t.list_id = l.list_id and t.disposed_at is null
        where not exists (
                select from list_fact f
                where (f.list_id, f.measure, f.field, f.value) = (l.list_id, 'count', r.operands ->> 'column', '>1'))
    loop
        execute format('select count(*) from (
            select from %s where list_id = $1 and key is not null group by %s having count(*) > 1) as said', one.rows, one.same)
        into repeats using one.list_id;
        insert into list_fact (list_id, measure, field, value, amount) values (one.list_id, 'count', one.column_key, '>1', repeats);
    end loop;

    -- looked through again are those that do, and lists in parts
    for one in
        select l.kind, l.unit_code, l.nomination, l.occurrence, format('list_%s', l.kind)::regclass as rows,
               case l.kind when 'developer' then 'key, contact' else 'key' end as same,
               array_agg(l.list_id order by l.supplement, l.part_no, l.list_id) as lists
        from list_now l
        join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'repeated_in_list' and r.operands ->> 'list' = l.kind
        left join list_fact f on (f.list_id, f.measure, f.field, f.value) = (l.list_id, 'count', r.operands ->> 'column', '>1')
        group by l.kind, l.unit_code, l.nomination, l.occurrence
        having count(*) > 1 or sum(f.amount) > 0
    loop
        execute format('insert into list_again select $1, $2, $3, $4, $5, max(place), min(place)
            from (
                select key, %s, array_position($5, list_id)::bigint << 32 | row_no as place
                from %s where list_id = any($5) and key is not null) as said
            group by %s having count(*) > 1',
            case one.kind when 'developer' then 'contact' else 'null' end, one.rows, one.same)
        using one.kind, one.unit_code, one.nomination, one.occurrence, one.lists;
    end loop;
end
$$;

set local work_mem to default;
set local enable_hashagg to default;
set local max_parallel_workers_per_gather to default;
