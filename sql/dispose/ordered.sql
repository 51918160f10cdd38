-- $1: disposal. What was ordered, a row for each item: part, name, sha256, unit_name, kinds, rows, action. What has come for another cycle since stays.
select part, name, sha256, unit_name, kinds, rows,
       case
           when part in ('archive', 'result', 'unclaimed') and action in ('removed', 'removed_unread') and content_wanted(sha256, d.cycle)
               then 'kept_elsewhere'
           when part = 'package' and action = 'removed' and content_wanted(sha256, d.cycle) then 'removed_here'
           else action
       end as action
from disposal_item
join disposal d using (disposal)
where disposal = $1
order by item;
