-- Units of 推荐单位名录 that the cycle's files do not name. They stay once they were added, since rulings refer to them.
insert into unit (cycle, unit_code, unit_name, short_name, unit_type, unit_order, added_at)
select run.cycle, added.unit_code, added.unit_name, added.unit_name, added.unit_type,
       (select greatest(max(unit_order), 0) from unit where cycle = run.cycle)
           + row_number() over (order by added.unit_code collate "C"),
       run.as_of
from run
cross join (
    select distinct on (fields ->> 'code') fields ->> 'code' as unit_code, fields ->> 'name' as unit_name,
           case fields ->> 'type'
               when '设区市' then 'city'
               when '县区' then 'district'
               when '功能区' then 'zone'
               when '企业直报' then 'direct'
               else 'related'
           end as unit_type
    from usable_line
    where kind = 'register_units'
    order by fields ->> 'code', line_no
) as added
where not exists (select from unit u where u.cycle = run.cycle and u.unit_code = added.unit_code)
  and not exists (select from unit_alias a where a.cycle = run.cycle and a.folded = lower(added.unit_code collate "C"));

create temp table unit_now on commit drop as
select u.unit_code, u.unit_name, u.unit_type, u.unit_order, unit_gathers(u.unit_type, u.added_at) as gathers
from unit u
join run using (cycle)
where u.added_at is null or u.added_at <= run.as_of;
