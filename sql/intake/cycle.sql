-- $1: cycle. What intake must know of it, and its last night.
select c.offset_minutes, extract(epoch from max(n.as_of))::bigint as last_night
from cycle c
left join night n using (cycle)
where c.cycle = $1
group by c.cycle;
