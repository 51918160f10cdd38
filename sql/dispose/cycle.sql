-- $1: cycle, $2: the run's clock. One row: what the record says of the cycle, whether its people's data may go (due), and the disposal that was ordered
-- and is not done yet (open_disposal, or null).
select c.title, c.office, c.settings #>> '{retain_until,value}' as retain_until,
       concat_ws('；', c.settings #>> '{retain_until,clause}', c.settings #>> '{retain_until,why}') as basis,
       coalesce(c.settings #>> '{retain_until,assumed}', 'false') as assumed,
       $2::timestamptz >= instant(c.settings #>> '{retain_until,value}', c.offset_minutes) + interval '1 day' as due,
       (
           select d.disposal from disposal d
           where d.cycle = c.cycle and not exists (select from disposal_done e where e.disposal = d.disposal)
       ) as open_disposal
from cycle c
where c.cycle = $1;
