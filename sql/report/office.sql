-- The head block of the office's own table, one row: 本单位, or what the cycle says. $1 cycle, $2 as_of.
-- office_name, office_short, contact, phone (both empty where the register is missing: a line to fill by hand),
-- registered (true, false), zero_by (who decided in 审查决定 to pass on that nobody is nominated; empty: nobody)
select coalesce(o.fields ->> 'office_name', c.office) as office_name,
       coalesce(o.fields ->> 'office_short', c.office) as office_short,
       o.fields ->> 'contact' as contact, o.fields ->> 'phone' as phone,
       case when o.fields is null then 'false' else 'true' end as registered,
       (
           select case
                      when newest_decision(array_agg(1), array_agg(z.dated_at), array_agg(z.decision)) = '通过'
                          then string_agg(distinct z.decider collate "C", '、') filter (where z.decision = '通过')
                  end
           from office_zero_lines($1, $2) z
       ) as zero_by
from cycle c
left join lateral (
    select fields from register_lines($1, $2) where kind = 'register_office' order by path collate "C", table_no, item limit 1
) as o on true
where c.cycle = $1;
