-- A platform's list, with all its parts and corrected rows, names nothing again. Operands: list, column. Told are rows and not what stands in them, which may be
-- people's names; at the list of the first of them, the row that says it again and the one that has said it.
with told as (
    select kind, unit_code, nomination, occurrence, lists, count(*) as repeats,
           (array_agg(again order by again))[1:3] as agains, (array_agg(first order by again))[1:3] as firsts
    from list_again
    group by kind, unit_code, nomination, occurrence, lists
)
select t.unit_code, t.nomination, t.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       (t.agains[1] & 4294967295)::integer as row_no, f.label as field, r.code, null as raw, printed(t.repeats, '处') as read_as,
       (
           select string_agg(pair.shown, '、' order by pair.n)
           from (
               select pair.n, string_agg(
                          case
                              when p.list_id = l.list_id then ''
                              when p.supplement then '更正行'
                              when p.part_of > 1 then '第' || p.part_no || '册'
                              when p.sheet = '' then '“' || (select regexp_replace(a.path, '^.*/', '') from arrival a where a.arrival_id = p.arrival_id) || '”'
                              else '“' || p.sheet || '”'
                          end || '第' || (side.place & 4294967295) || '行', '与' order by side.place desc) as shown
               from rows from (unnest(t.agains), unnest(t.firsts)) with ordinality as pair (again, first, n)
               cross join lateral (values (pair.again), (pair.first)) as side (place)
               join list_now p on (p.unit_code, p.nomination, p.occurrence, p.list_id)
                   = (t.unit_code, t.nomination, t.occurrence, t.lists[side.place >> 32])
               group by pair.n) as pair
       ) || case when t.repeats > 3 then '等' else '' end as expected
from told t
join list_now l on (l.unit_code, l.nomination, l.occurrence, l.list_id) = (t.unit_code, t.nomination, t.occurrence, t.lists[t.agains[1] >> 32])
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'repeated_in_list' and r.operands ->> 'list' = t.kind
join field f on f.cycle = r.cycle and f.kind = t.kind and f.field = r.operands ->> 'column'
