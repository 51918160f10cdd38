-- The head block of the office's own table, one row: 本单位, or what the cycle says. $1 cycle, $2 as_of.
-- office_name, office_short, contact, phone (both empty where the register is missing: a line to fill by hand),
-- registered (true, false)
select coalesce(o.fields ->> 'office_name', c.office) as office_name,
       coalesce(o.fields ->> 'office_short', c.office) as office_short,
       o.fields ->> 'contact' as contact, o.fields ->> 'phone' as phone,
       case when o.fields is null then 'false' else 'true' end as registered
from cycle c
left join lateral (
    select fields from register_lines($1, $2) where kind = 'register_office' order by path collate "C", table_no, item limit 1
) as o on true
where c.cycle = $1;
