-- The tables of a sheet. $1 cycle, $2 as_of, $3 arrival, $4 sheet.
-- table_no, kind, kind_title, sheet, list_id (null: no list), personal (true where its kind has fields that are people's)
select t.table_no, t.kind, coalesce(k.title, t.kind) as kind_title, t.sheet, l.list_id,
       exists (select from field f where f.cycle = k.cycle and f.kind = t.kind and f.personal)::text as personal
from upload_table t
join arrival a using (arrival_id)
left join upload_kind k on k.cycle = case when a.source = 'register' then 'registers' else a.cycle end and k.kind = t.kind
left join list_table l using (arrival_id, table_no)
where a.cycle = $1 and a.first_seen_at <= $2 and a.arrival_id = $3 and t.sheet = $4
order by t.table_no;
